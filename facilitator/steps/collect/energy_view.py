"""What do you want to work on yourself? A look at the hands, one thing at a time, and then in order."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from rich.cells import cell_len
from textual.app import ComposeResult

from facilitator.session.registers import HANDS
from facilitator.steps.collect.commands import change
from facilitator.steps.collect.findings import actors_in_turn, by_energy, felt_without_energy
from facilitator.steps.collect.item_view import OneByOneView
from facilitator.steps.collect.kind import CollectStep
from facilitator.steps.collect.wording import question
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.lines import Lines
from facilitator.ui.kit.lists import pointing
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.widgets import Option

ANSWERS: Final = ("none", "some", "much")
SHAPES: Final = {"": "··", "none": "○○", "some": "●○", "much": "●●"}
"""How each answer looks; dots where it was not asked."""


class EnergyView(OneByOneView):
    """Hands are looked at, never counted; what nobody wants to work on stays where it is."""

    def __init__(self, context: StepContext[CollectStep]) -> None:
        super().__init__(context)
        self.order = Lines()

    @property
    def of_actors(self) -> bool:
        return self.step.among == "actors"

    @property
    def turn(self) -> list[str]:
        return actors_in_turn(self.desk.state) if self.of_actors else list(self.items)

    @property
    def answers(self) -> Sequence[str]:
        return ANSWERS

    def chosen(self, name: str) -> str:
        return self.desk.state.actors()[name].energy if self.of_actors else self.items[name].energy

    def text_of(self, name: str) -> str:
        return self.desk.state.actors()[name].name if self.of_actors else self.items[name].text

    def detail_of(self, name: str) -> str:
        return "" if self.of_actors else self.detail(name)

    async def keep(self, name: str, answer: str) -> bool:
        outcome = change(self.desk.state, self.step.among, name, energy=answer)
        return await self.desk.act("collect.energy", outcome)

    # -- what came out

    def result(self) -> ComposeResult:
        yield self.order

    @property
    def pointed(self) -> str | None:
        return self.order.chosen.id if self.order.chosen else None

    def show_result(self, *, came: bool) -> None:
        reading = self.reading
        asked = any(map(self.chosen, self.turn))
        self.order.display = reading or (asked and self.tall)
        self.order.pointing = reading
        shown = [name for name in by_energy(self.desk.state, self.turn) if reading or self.chosen(name)]
        self.order.put([self._line(name) for name in shown], at=shown[0] if came and shown else None)
        felt = None if self.of_actors else felt_without_energy(self.desk.state, self.step.sorts)
        self.question.say(question(felt, self.t) if reading else "")

    def _line(self, name: str) -> Option:
        words = {answer: self.t(f"collect.answer.{self.look}.{answer}") for answer in ANSWERS}
        if not all(map(self.chosen, self.turn)):
            words[""] = self.t("collect.not_asked")
        here = self.chosen(name)
        width = max(map(cell_len, words.values()))
        word = words[here] + " " * (width - cell_len(words[here]))
        return Option(name, self.text_of(name), tag=f"{SHAPES[here]} {word}", quiet=here not in HANDS)

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        offered = list(super().actions())
        if self.turn and self.reading:
            return [*offered, *pointing(self.order)]
        if self.turn and not self.of_actors:
            offered.append(self.action("change", "e", partial(self.ask_reword, self.who), 5))
        return offered

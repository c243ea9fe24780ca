"""Who knows whom? One actor at a time among the others, and then what runs between the two sides."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from textual.app import ComposeResult
from textual.content import Content

from facilitator.session.commands import drop
from facilitator.session.registers import Actor
from facilitator.steps.collect.commands import acquaint
from facilitator.steps.collect.findings import acquaintances, actors_in_turn, known_by, no_bridge
from facilitator.steps.collect.item_view import RESULT
from facilitator.steps.collect.kind import CollectStep
from facilitator.steps.collect.page_view import ItemsView
from facilitator.steps.collect.wording import missing_lines, question
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.lists import ColumnPick, Lane, Lanes, pointing
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.widgets import Option, Say

MOST_DIGITS: Final = 9


class AcquaintanceView(ItemsView):
    """Pages: the actor at hand, and ``RESULT``. Who has no office is first."""

    follows = True

    def __init__(self, context: StepContext[CollectStep]) -> None:
        super().__init__(context)
        self.lead = LargeSay()
        self.name_line = Say(classes="ask below")
        self.others = ColumnPick()
        self.lanes = Lanes(close=True)
        self.missing = Say(classes="gap")
        self.question = Say(classes="ask gap")
        self._page = ""
        self.made_for = RESULT if acquaintances(self.desk.state) else ""

    def compose(self) -> ComposeResult:
        yield self.lead
        yield self.name_line
        yield self.others
        yield self.lanes
        yield self.missing
        yield self.question

    # -- where we are

    @property
    def turn(self) -> list[str]:
        return actors_in_turn(self.desk.state)

    @property
    def actors(self) -> dict[str, Actor]:
        return dict(self.desk.state.actors())

    @property
    def who(self) -> str:
        """The actor at hand; the first, or what came out where something was said before."""
        return self.own_page

    @property
    def pages(self) -> Sequence[str]:
        turn = self.turn
        return [*turn, RESULT] if len(turn) > 1 else []

    @property
    def reading(self) -> bool:
        return self.who == RESULT

    @property
    def about(self) -> str:
        return "" if self.reading else self.who

    def heading(self) -> str:
        if not self.who or self.reading:
            return ""
        return self.t("collect.progress", n=self.turn.index(self.who) + 1, total=len(self.turn))

    # -- what is shown

    def show(self) -> None:
        came, self._page = self._page != self.page, self.page
        begun = bool(acquaintances(self.desk.state))
        working = bool(self.who) and not self.reading
        lead = self.t("collect.result.links_actors") if self.reading else self.lead_text(begun=begun)
        self.lead.say(lead)
        self.name_line.say(self._named())
        self.others.display = working
        self.lanes.display = self.reading
        if working:
            others = self._others()
            self.others.put([self._other(n, other) for n, other in others], at=others[0][1] if came else None)
        self.lanes.put(self._lanes())
        self.missing.say(missing_lines(self.desk.state, self.t) if self.reading else "")
        self.question.say(question(no_bridge(self.desk.state), self.t) if self.reading else "")

    def _named(self) -> str:
        if not self.who:
            return self.t("collect.nothing.actors")
        return "" if self.reading else self.t("collect.who.of", name=self.actors[self.who].name)

    def _others(self) -> list[tuple[int, str]]:
        return list(enumerate((name for name in self.turn if name != self.who), 1))

    def _other(self, number: int, name: str) -> Option:
        knows = name in known_by(self.desk.state, self.who)
        digit = str(number) if number <= MOST_DIGITS else " "
        mark = Content.styled("● ", "bold $accent") if knows else Content("○ ")
        return Option(name, Content.assemble(mark, f"{digit}  {self.actors[name].name}"))

    def _lanes(self) -> list[Lane]:
        """Give who knows whom: over and across between the sides, and among themselves."""
        actors = self.actors
        across: list[Option] = []
        among: list[Option] = []
        for name, pair in acquaintances(self.desk.state).items():
            one, other = sorted(pair, key=self.turn.index)
            line = Option(name, self.t("collect.who.pair", one=actors[one].name, other=actors[other].name))
            (among if actors[one].side == actors[other].side else across).append(line)
        return [self._lane("across", across), self._lane("among", among)]

    def _lane(self, name: str, lines: Sequence[Option]) -> Lane:
        return Lane.counted(self.t(f"collect.lane.{name}"), lines)

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        if not self.who:
            return [self.on_action(), self.back_action()]
        if self.reading:
            offered = [self.on_action(), self.way_back()]
            if self.lanes.chosen:
                offered.append(self.action("remove", "delete backspace", self._forget, 3))
            return [*offered, *pointing(self.lanes)]
        digits = [name for _, name in self._others()][:MOST_DIGITS]
        return [
            self.action("next", "enter", partial(self.go_within, 1), 1),
            self.action("knows", "space", self._know_pointed, 1),
            *(
                self.action("knows_number", str(number), partial(self._know, name), 0)
                for number, name in enumerate(digits, 1)
            ),
            self.back_action() if self.opens else self.action("earlier", "left", self.back, 3),
            self.action("overview_who", "o", partial(self.go, RESULT), 4),
            *pointing(self.others),
        ]

    async def _know_pointed(self) -> None:
        if self.others.chosen:
            await self._know(self.others.chosen.id)

    async def _know(self, name: str) -> None:
        outcome = acquaint(self.desk.state, self.desk.new_id(), self.who, name)
        await self.desk.act("collect.knows", outcome)
        self.stage.refresh_view()
        self.others.point(name)

    async def _forget(self) -> None:
        """Take away that the two that are pointed at know each other."""
        outcome = drop(self.desk.state, "links", self.lanes.chosen or "")
        await self.desk.act("collect.knows", outcome)
        self.stage.refresh_view()

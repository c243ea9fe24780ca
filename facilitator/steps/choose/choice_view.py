"""The page on which is chosen: marks before what can be chosen, and a question at the cap."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from textual.app import ComposeResult
from textual.content import Content

from facilitator.steps.choose.commands import add_own, choose, drop_own, let_go, reword_own
from facilitator.steps.choose.findings import questions
from facilitator.steps.choose.kind import ChooseStep
from facilitator.steps.choose.page_view import CHOSEN, ON, OPEN, OWN, SWAP, ChooseView
from facilitator.text import folded
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.lines import Lines
from facilitator.ui.kit.lists import pointing
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.widgets import BLANK, Option, Say

LONGEST_OWN: Final = 100
"""Characters; with these what the group adds takes no more rows than an option of a scenario."""
MOST_SHORT: Final = 5
"""With so few lines the step's own words fit above them on the smallest screen."""


class ChoosingView(ChooseView):
    """Space or Enter marks what is pointed at; the last line goes on. Nothing is marked beforehand.

    Among given answers the group can add what it calls it itself.
    """

    def __init__(self, context: StepContext[ChooseStep]) -> None:
        super().__init__(context)
        self.text = Say(classes="quiet below")
        self.list = Lines()
        self.question = Say(classes="ask gap")

    def compose(self) -> ComposeResult:
        most = f"   {self.t('choose.at_most', n=self.step.most)}"
        yield LargeSay(Content.assemble(self.step.title, (most, "$quiet not bold")))
        yield self.text
        yield self.list
        yield self.question

    @property
    def full(self) -> bool:
        return len(self.chosen) >= self.step.most

    def show(self) -> None:
        first = not self.list.options
        offered, chosen = self.offered, self.chosen
        few = len(offered) + self.is_answer <= MOST_SHORT and not chosen
        self.text.say(self.step.text if few or not self.short else "")
        asked = questions(offered, chosen, self.step.most)
        about = {room_question.about: self.t(f"choose.ask.{room_question.code}") for room_question in asked}
        lines = [
            replace(line, end=about.get(line.id, line.end))
            for line in (
                self.line(choosable, CHOSEN if choosable.name in chosen else OPEN) for choosable in offered
            )
        ]
        if self.is_answer:
            lines.append(Option(OWN, self.t("choose.own"), tag="+", quiet=True))
        on = Option(ON, self._on_words(len(chosen)))
        self.list.put([*self.aired(lines), BLANK, on], at=ON if first and chosen else None)
        self.question.say(about.get("", ""))

    def _on_words(self, count: int) -> str:
        if not count:
            return self.t("choose.no_choice")
        return self.t("choose.so_it_is") if self.is_answer else self.t("choose.our_choice", n=count)

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        pointed = self.list.chosen.id if self.list.chosen else ON
        if pointed == ON:
            act = self.way_on()
        elif pointed == OWN:
            act = self.action("own", "enter space", self._own, 1)
        else:
            name = "let_go" if pointed in self.chosen else "choose"
            act = self.action(name, "enter space", partial(self._turn, pointed), 1)
        digits = [
            self.action("digit", str(number), partial(self._turn, name, by_digit=True), 0)
            for name, number in self.digits().items()
        ]
        return [
            act,
            Action("ready", ("end",), self._to_end, self.room, 0 if pointed == ON else 2, "End"),
            self.way_back(),
            *digits,
            *self._of_own(pointed),
            *pointing(self.list, self.stage.refresh_view, tab=True),
        ]

    def _of_own(self, pointed: str) -> list[Action]:
        """Give what can be done to what the group calls it itself."""
        if not self.is_answer:
            return []
        offered = [] if pointed == OWN else [self.action("own", "z", self._own, 4)]
        if any(choosable.own for choosable in self.offered if choosable.name == pointed):
            offered += [
                self.action("change", "e", partial(self._reword, pointed), 3),
                self.action("remove", "delete backspace", partial(self._remove, pointed), 5),
            ]
        return offered

    def lines_asked(self) -> Mapping[str, Callable[[str], Awaitable[None]]]:
        return {"own": self._own, "reword": self._reword}

    async def _own(self, _subject: str = "") -> None:
        """Ask how it is called here; what is answered is chosen at once."""
        if self.is_answer:
            await self.ask_for("own", "", self.t("choose.ask_own"), self._add, limit=LONGEST_OWN)

    async def _add(self, text: str) -> bool:
        """Keep it; at the cap, ask what is let go of for it."""
        new, full = self.desk.new_id(), self.full
        state, kinds = self.desk.state, self.desk.kinds
        outcome = add_own(state, kinds, self.key, self.offered, new, text, most=self.step.most)
        if not await self.desk.act("choose.own", outcome):
            return False
        name = next((there.name for there in self.offered if folded(there.text) == folded(text)), "")
        if full and name not in self.chosen:
            await self.go(f"{SWAP}{name}")
        else:
            self.list.point(ON if self.full else OWN)
            self.stage.refresh_view()
        return True

    async def _reword(self, name: str) -> None:
        said = {choosable.name: choosable.text for choosable in self.offered if choosable.own}

        async def keep(text: str) -> bool:
            state, kinds = self.desk.state, self.desk.kinds
            return await self.desk.act(
                "choose.own_reworded", reword_own(state, kinds, self.key, self.offered, name, text)
            )

        if name in said:
            self.list.point(name)
            await self.ask_for("reword", name, self.t("choose.ask_reword"), keep, said[name], LONGEST_OWN)

    async def _remove(self, name: str) -> None:
        outcome = drop_own(self.desk.state, self.desk.kinds, self.key, self.offered, name)
        await self.desk.act("choose.own_removed", outcome)
        self.stage.refresh_view()

    async def _to_end(self) -> None:
        self.list.point(ON)
        self.stage.refresh_view()

    async def _turn(self, name: str, *, by_digit: bool = False) -> None:
        """Mark what is not marked, and the other way round; at the cap, ask what is let go of first."""
        if name not in self.chosen and self.full:
            await self.go(f"{SWAP}{name}")
            return
        state, kinds = self.desk.state, self.desk.kinds
        if name in self.chosen:
            done = await self.desk.act("choose.let_go", let_go(state, kinds, self.key, self.offered, name))
        else:
            outcome = choose(state, kinds, self.key, self.offered, name, most=self.step.most)
            done = await self.desk.act("choose.chosen", outcome)
            self.list.point(name)
            self.list.move(1 if done else 0)
        if done and (by_digit or self.full):
            self.list.point(ON)  # so that the same key again never undoes what it did
        self.stage.refresh_view()

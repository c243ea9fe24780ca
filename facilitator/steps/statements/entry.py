"""Typing ballots over, and passing the keyboard. Safe to leave on the projector: progress, not answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from textual.app import ComposeResult
from textual.content import Content

from facilitator.scenario.model import Step, Use
from facilitator.steps.statements.casting import CastingView
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.view import Stage
from facilitator.ui.kit.widgets import Say


class BallotsView(CastingView):
    """Ballot by ballot, digits only. A kept ballot is counted, and nothing else is known of it."""

    def __init__(self, desk: Desk, stage: Stage, use: Use, step: Step) -> None:
        super().__init__(desk, stage, use, step)
        self.at_hand = Say(classes="lead")
        self.squares = Say(classes="below")
        self.text = Say(classes="below")
        self.groups = Say()
        self.ask = Say(classes="ask gap")
        self.quiet = Say(self.t("statements.not_shown"), classes="quiet gap")

    def compose(self) -> ComposeResult:
        yield self.at_hand
        yield self.squares
        yield self.text
        yield self.groups
        yield self.ask
        yield self.quiet

    @property
    def passing(self) -> bool:
        """Whether the keyboard goes round, so that people have to read the statements here."""
        return self.round.way == "keyboard"

    def show(self) -> None:
        self.at_hand.say(self._at_hand())
        self.squares.say(self._squares())
        self.text.say(self._statement() if self.passing else "")
        self.groups.say(self._groups())
        self.ask.say(self._question())

    def _at_hand(self) -> Content:
        done = self.progress.get(self.group, 0)
        said = self.t("statements.ballot_of", n=done + 1, total=max(self.target(self.group), done + 1))
        if self.ballot.beforehand:
            said = f"{said}  {self.t('statements.beforehand')}"
        if done >= self.target(self.group) and not self.ballot.begun:
            said = self.t("statements.group_done")
        return Content.assemble(f"{self.titles[self.group]:<18}", said)

    def _squares(self) -> Content:
        answered, total = len(self.ballot.answers), len(self.round.statements)
        squares = " ".join("■" if number < answered else "□" for number in range(total))
        if self.ballot.full:
            said = self.t("statements.ballot_full")
        else:
            said = self.t("statements.statement_of", n=answered + 1, total=total)
        return Content.assemble((f"  {squares}", "$accent"), f"    {said}")

    def _statement(self) -> Content:
        if self.ballot.full:
            return Content(self.t("statements.pass_on"))
        name = self.round.statements[len(self.ballot.answers)]
        text = next((each.text for each in self.statements if each.id == name), "")
        return Content.assemble((text, "bold"), "\n", self.scale_line())

    def _groups(self) -> Content:
        if self.passing and self.ballot.begun:
            return Content("")
        rows: list[Content] = []
        for group, target in self.targets().items():
            done = self.progress.get(group, 0)
            count = self.t("statements.done_of", n=done, total=target)
            mark = self.t("statements.done") if done >= target else ""
            style = "bold" if group == self.group else "$quiet"
            rows.append(Content.assemble((f"{self.titles[group]:<18}{count:<12}", style), (mark, "$accent")))
        return Content("\n").join(rows)

    def _question(self) -> str:
        if self.pending == "more":
            now = self.desk.state.people.get(self.group, 0)
            return self.t("statements.one_more", group=self.titles[self.group], n=now + 1)
        if self.pending == "close":
            return self.closing_question()
        if self.pending == "void":
            return self.t("statements.void_ask")
        everyone = all(self.progress.get(group, 0) >= target for group, target in self.targets().items())
        if everyone and not self.ballot.begun and self.box is not None:
            return self.t("statements.all_in", n=self.came)
        return ""

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        return [
            self.action("keep_ballot" if self.ballot.full else "finish_entry", "enter", self.enter, 1),
            self.action("take_back", "backspace", self.take_back, 2),
            self.action("other_group", "tab down", self._other_group, 3),
            self.action("previous_group", "shift+tab up", self._previous_group, 0),
            self.action("beforehand", "v", self._beforehand, 0),
            self.action("leave_entry", "left", self.stop, 0),
            *super().actions(),
        ]

    async def _other_group(self) -> None:
        await self._turn(1)

    async def _previous_group(self) -> None:
        await self._turn(-1)

    async def _turn(self, by: int) -> None:
        """Go to another group, between two ballots."""
        self.pending = ""
        if self.ballot.full:
            await self.cast()
        elif self.ballot.begun:
            self.stage.tell(self.t("statements.not_full"))
        else:
            groups = list(self.round.expected)
            self.group = groups[(groups.index(self.group) + by) % len(groups)]
        self.show()

    async def _beforehand(self) -> None:
        """Mark the ballot at hand as collected before the session; such ballots are counted apart."""
        self.ballot = replace(self.ballot, beforehand=not self.ballot.beforehand)
        self.show()

"""What is asked of agreements once they are made: how the neighbourhood sees it, or who looks in between."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, cast

from textual.app import ComposeResult

from facilitator.scenario.model import Step, Use
from facilitator.session.commands import Outcome
from facilitator.session.registers import Agreement
from facilitator.session.state import State
from facilitator.steps.agreements.commands import is_firm, set_evidence, set_follow_up
from facilitator.steps.agreements.kind import AgreementsStep
from facilitator.steps.agreements.page_view import AgreementPage
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.view import StageHost
from facilitator.ui.kit.widgets import Say
from facilitator.words.dates import read_date, say_date

ASKED: Final = {"seen": ("seen", "proof"), "keep": ("keeper", "look_on")}
"""The two fields that each sort of look fills in."""
LONGEST: Final = 120
"""Characters; with these an agreement and both fields fit on the smallest screen."""


def looked_at(state: State) -> list[str]:
    """Give the agreements that are asked about, in the order in which they were made; ideas are not."""
    return [name for name, agreement in state.agreements().items() if is_firm(agreement)]


class FollowUpView(AgreementPage):
    """One agreement with two fields under it; Enter in the last one keeps them and brings the next."""

    def __init__(self, desk: Desk, stage: StageHost, use: Use, step: Step) -> None:
        super().__init__(desk, stage, use, step)
        self.look = cast("AgreementsStep", step).ask
        names = looked_at(desk.state)
        if self.made_for not in names:
            self.made_for = names[0] if names else ""
        self.name_of = self.made_for
        self.question = Say(classes="ask gap")
        self.wrong = Say(classes="quiet gap")
        width = 2 + max(len(self._label(name)) for name in ASKED[self.look])
        self.asked = {
            name: Field(name, self._label(name), label_width=width, limit=LONGEST)
            for name in ASKED[self.look]
        }

    def _label(self, name: str) -> str:
        return self.t(f"agreements.field.{name}")

    def shows(self, page: str) -> bool:
        names = looked_at(self.desk.state)
        return page == self.made_for or (page not in names and self.made_for == next(iter(names), ""))

    def under(self) -> ComposeResult:
        yield self.question
        yield from self.asked.values()
        yield self.wrong

    def fields(self) -> list[Field]:
        return list(self.asked.values())

    @property
    def draft_key(self) -> str:
        return f"{self.key}/{self.look}/{self.name_of}"

    def on_mount(self) -> None:
        for name, field in self.asked.items():
            self.load(field, self._written(name))
            self.edited(field)
        self.enter_field(next(iter(self.asked.values())) if self.agreement else None)

    def _written(self, name: str) -> str:
        """Give what the agreement says in this field now."""
        if self.agreement is None:
            return ""
        value = getattr(self.agreement, name)
        return say_date(value, self.t.language, self.today) if isinstance(value, date) else value or ""

    def show(self) -> None:
        super().show()
        if self.agreement is None:
            self.head.say(self.t("agreements.none_to_look_at"))
        for field in self.asked.values():
            field.display = self.agreement is not None

    def fill(self, _agreement: Agreement) -> None:
        self.question.say(self.t(f"agreements.ask.{self.look}"))

    def edited(self, field: Field) -> None:
        """Say back which day is meant, behind what was typed."""
        self.wrong.say("")
        if field.name == "look_on":
            read = read_date(field.value, self.today, self.t.language)
            said = say_date(read.day, self.t.language, self.today) if read.day else ""
            field.after = said if said != field.value else ""
            field.refresh(layout=True)

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        if self.agreement is None:
            return [self.on_action(), self.back_action()]
        last = self.field is list(self.asked.values())[-1]
        return [
            self.action("keep_look" if last else "next", "enter", self._keep if last else self._next, 1),
            Action("next", ("tab", "down"), self._next, "agreements", 0),
            Action("previous", ("shift+tab", "up"), self._previous, "kit", 0),
            self.action("leave_look", "escape", self._leave, 4),
            self.action("back_look", "left", self._back, 5),
        ]

    async def _next(self) -> None:
        self.next_field()

    async def _previous(self) -> None:
        self.next_field(-1)

    async def _leave(self) -> None:
        """Leave the fields, so that letters are keys; or go back into them."""
        self.enter_field(None if self.field else next(iter(self.asked.values())))

    async def _back(self) -> None:
        await self._turn(-1)

    async def _keep(self) -> None:
        outcome = self._outcome()
        if isinstance(outcome, str):
            self.wrong.say(outcome)
        elif await self.desk.act(f"agreements.{self.look}", outcome):
            for field in self.asked.values():
                field.begin("")
            await self._turn(1)

    def _outcome(self) -> Outcome | str:
        """Give what to keep, or the sentence that says why the date can't be read."""
        first, second = (field.value for field in self.asked.values())
        if self.look == "seen":
            return set_evidence(self.desk.state, self.name_of, first, second)
        if second == self._written("look_on"):
            return set_follow_up(
                self.desk.state, self.name_of, first, getattr(self.agreement, "look_on", None)
            )
        read = read_date(second, self.today, self.t.language)
        if second and read.day is None:
            return self.t(f"kit.date.{read.why}")
        return set_follow_up(self.desk.state, self.name_of, first, read.day)

    async def _turn(self, by: int) -> None:
        names = looked_at(self.desk.state)
        at = names.index(self.name_of) + by
        if at < 0:
            await self.stage.go_back()
        elif at < len(names):
            await self.stage.go_to(self.key, names[at])
        else:
            await self.stage.go_on()

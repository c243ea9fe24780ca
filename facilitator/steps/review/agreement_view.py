"""One agreement of last time on the stage: how does it stand, and what does it take to go on?"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Final

from textual.app import ComposeResult

from facilitator.session.agreement_status import Status
from facilitator.steps.review.commands import change_owner, say_needed, say_status, take_back
from facilitator.steps.review.findings import GOING_ON, how_many, next_unsaid
from facilitator.steps.review.kind import ReviewStep
from facilitator.steps.review.page_view import ON, EarlierAgreementPage
from facilitator.steps.review.wording import details, objections, promised, proof
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.date_field import DateField
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.hanging_rows import BETWEEN, HangingRow, HangingRows, answer_row
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.widgets import Say
from facilitator.words import Words

STATUSES: Final[tuple[Status, ...]] = ("done", "busy", "stopped", "postponed", "not-needed", "unknown")
"""In the order of their keys, 1 to 6."""


class AgreementStatusView(EarlierAgreementPage):
    """How an agreement stands, by a digit; then its new date, or what it takes to go on."""

    def __init__(self, context: StepContext[ReviewStep]) -> None:
        super().__init__(context)
        self.what = LargeSay(classes="ask")
        self.who = Say(classes="quiet")
        self.choices = HangingRows(classes="gap")
        self.question = Say(classes="gap")
        hint = self.t("review.hint.when")
        self.when = DateField("when", "", self.t, lambda: self.today, hint=hint, limit=60)
        self.needed = Field("needed", hint=self.t("review.hint.needed"), limit=200)
        self.wrong = Say(classes="ask")
        self.remember = Say(classes="quiet gap")
        self.form = {"when": self.when, "needed": self.needed}
        self.postponing = False
        """Whether a new date is being asked for."""

    def compose(self) -> ComposeResult:
        yield self.what
        yield self.who
        yield self.choices
        yield self.question
        yield self.when
        yield self.needed
        yield self.wrong
        yield self.remember

    def kept(self, name: str) -> str:
        return self.agreement.needed if self.agreement and name == "needed" else ""

    async def put(self, _name: str, value: str) -> bool:
        return await self.desk.act("review.needed", say_needed(self.desk.state, self.own_page, value))

    @property
    def said(self) -> Status | None:
        """What the group said of it today."""
        return self.left.said.get(self.own_page)

    def first_field(self) -> Field | None:
        if self.when.text:
            self.postponing = self.when.display = True
            return self.when
        return self.needed if self.needed.unconfirmed else None

    # -- what is shown

    def show(self) -> None:
        super().show()
        found = self.agreement
        if found is None:
            self.what.say(self.t("review.gone"))
            for say in (self.who, self.choices, self.question, self.wrong, self.remember):
                say.say("")
            self.when.display = self.needed.display = False
            self.enter_field(None)
            return
        self.what.say(found.what)
        room = not (self.short and (self.postponing or self.said in GOING_ON))
        known = [details(found, self.today, self.t), proof(found, self.t) if room else ""]
        if not self.short and self.said is None:
            known += promised(found, self.today, self.t)
        self.who.say("\n".join(line for line in known if line))
        said = "postponed" if self.postponing else self.said
        self.choices.put(_choices(said, self.t, beside=not self.small))
        self.remember.say("\n".join(objections(found, self.t)) if room else "")
        self._show_fields()

    def _show_fields(self) -> None:
        """Ask for a new date, or for what it takes to go on; nothing of what is finished."""
        going_on = self.said in GOING_ON
        self.when.display = self.postponing
        self.needed.display = going_on and not self.postponing
        if self.field is not None and not self.field.display:
            self.enter_field(None)
        runs = "runs" if self.agreement and self.agreement.every else ""
        needs = "asks_about" if self.said == "unknown" else "needed"
        asked = "when" if self.postponing else needs if going_on else "" if self.said else runs
        self.question.say(self.t(f"review.ask.{asked}") if asked else "")
        if not self.postponing:
            self.wrong.say("")

    def edited(self, field: Field) -> None:
        if field is self.when:
            self.wrong.say("")
        super().edited(field)

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        if self.agreement is None:
            return [self.action("list", "enter left escape", self.go, 1)]
        if self.field is self.when:
            return [
                self.action("keep_date" if self.when.value else "no_date", "enter tab", self._keep_date, 1),
                self.action("cancel", "escape", self._cancel, 2),
            ]
        if self.field is not None:
            return [
                self.keep_action(self.needed),
                self.leave_action(2),
            ]
        return self._pointing()

    def _pointing(self) -> list[Action]:
        offered = [
            self.action("next", "enter", self.on, 1),
            self.action("list", "left escape", self.go, 2),
            self.action("owner", "o", partial(self._owner, ""), 3),
        ]
        offered += [  # they stand on the screen, so not in the key bar
            self.action(status, str(number), partial(self._say, status), 0)
            for number, status in enumerate(STATUSES, 1)
        ]
        if self.said in GOING_ON:
            offered.append(self.action("needed", "e tab", self._type, 4))
        if self.said:
            offered.append(self.action("empty", "delete backspace", self._empty, 0))
        return offered

    async def _say(self, status: Status) -> None:
        """Keep how it stands, and ask what belongs to that."""
        if status == "postponed":
            self._ask_date()
        elif await self._keep_status(status) and status in GOING_ON:
            await self._type()
        self.stage.refresh_view()

    def _ask_date(self) -> None:
        self.postponing = True
        self.when.display = True
        self.enter_field(self.when)

    async def _keep_status(self, status: Status, due: date | None = None) -> bool:
        outcome = say_status(
            self.desk.state, self.desk.kinds, self.key, self.own_page, status, due, self.today
        )
        return await self.desk.act("review.status", outcome)

    async def _empty(self) -> None:
        outcome = take_back(self.desk.state, self.desk.kinds, self.key, self.own_page)
        await self.desk.act("review.status", outcome)
        self.stage.refresh_view()

    async def _keep_date(self) -> None:
        """Postpone it to the day that was typed; without one there is no new date yet."""
        if wrong := self.when.wrong:
            self.wrong.say(wrong)
        elif await self._keep_status("postponed", self.when.day):
            self.when.begin("")
            self.postponing = False
            await self._type()
        self.stage.refresh_view()

    async def _cancel(self) -> None:
        """Ask for no date any more; what was typed is there when it is asked for again."""
        self.postponing = False
        await self.type_in(None)

    async def _type(self) -> None:
        self.needed.display = True
        await self.type_in(self.needed)

    def lines_asked(self) -> Mapping[str, Callable[[str], Awaitable[None]]]:
        return {"owner": self._owner}

    async def _owner(self, _subject: str) -> None:
        async def keep(who: str) -> bool:
            outcome = change_owner(self.desk.state, self.own_page, who, self.today)
            return await self.desk.act("review.owner", outcome)

        value = self.agreement.who if self.agreement else ""
        await self.ask_for("owner", "", self.t("review.ask.owner"), keep, value)

    async def on(self) -> None:
        """Go to the next agreement; after the last, or when there were enough, to all of them."""
        enough = how_many(self.desk.state, self.key, self.step.most) == "enough"
        await self.go(ON if enough else next_unsaid(self.desk.state, self.key, self.own_page) or ON)


def _choices(marked: Status | None, t: Words, *, beside: bool) -> Sequence[HangingRow]:
    """Give what can be answered, under each other or in two columns."""
    rows = [
        answer_row(number, t(f"review.status.{status}"), chosen=status == marked)
        for number, status in enumerate(STATUSES, 1)
    ]
    if not beside:
        return rows
    half = (len(rows) + 1) // 2
    whole = [row.whole() for row in rows]
    width = max(row.cell_length for row in whole[:half]) + len(BETWEEN)
    pairs = zip(whole[:half], whole[half:], strict=True)
    return [HangingRow(left.pad_right(width - left.cell_length), [right]) for left, right in pairs]

"""What the pages of the agreements have in common: which agreement they are about, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from facilitator.session.agreement_numbers import numbers
from facilitator.session.registers import Agreement
from facilitator.steps.agreements.kind import AgreementsStep
from facilitator.steps.agreements.task_turns import tasks_in_turn
from facilitator.steps.agreements.wording import how_it_stands, title, when
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.form_view import lined_up
from facilitator.ui.kit.hanging_rows import HangingRow, HangingRows
from facilitator.ui.kit.step_view import StepContext, StepView
from facilitator.ui.kit.widgets import Say
from facilitator.words import Words

FOR: Final = "for/"
"""Before a task: the page with the agreements that belong to it."""
NEW: Final = "new"
"""Stands where the id of an agreement would, before there is one; no id is this short."""


class AgreementText(Vertical):
    """What, who and when, to read."""

    DEFAULT_CSS = "AgreementText { height: auto; width: 100%; }"
    can_focus = False

    def __init__(self, t: Words) -> None:
        super().__init__()
        self.t = t
        names = ("what", "who", "when")
        self.lines = lined_up(Field(name, t(f"agreements.field.{name}")) for name in names)

    def compose(self) -> ComposeResult:
        yield from self.lines.values()

    def put(self, agreement: Agreement, today: date) -> None:
        said = {"what": agreement.what, "who": agreement.who, "when": when(agreement, today, self.t)}
        for name, line in self.lines.items():
            line.begin(said[name] or self.t("agreements.open"))


class AgreementsPage(StepView[AgreementsStep]):
    """A page of the step: ``<what it is for>/<id of the agreement>``; none for the list."""

    room = "agreements"

    def __init__(self, context: StepContext[AgreementsStep]) -> None:
        super().__init__(context)
        self.others = HangingRows(classes="quiet gap")
        """On a high screen: the agreements beside the one that this page is about."""

    # -- task by task

    @property
    def turn(self) -> list[str]:
        """The tasks that head a page of their own; none where agreements are made as they come."""
        return tasks_in_turn(self.desk.state, self.step)

    @property
    def for_task(self) -> str | None:
        """The task that this page is about: its own, or that of its agreement."""
        parts = self.own_page.split("/")
        agreement = self.desk.state.agreements().get(parts[1] if len(parts) > 1 else "")
        named = (parts[-1], agreement.task if agreement else None)
        return next((name for name in named if name in self.turn), None)

    @property
    def list_page(self) -> str:
        """The page with the agreements: of the task at hand, where these have their turn."""
        turn = self.turn
        return f"{FOR}{self.for_task or turn[0]}" if turn else ""

    @property
    def form_page(self) -> str:
        """The page where a new agreement is written."""
        return f"form/{NEW}/{self.for_task}" if self.for_task else f"form/{NEW}"

    async def go_to_list(self) -> None:
        await self.go(self.list_page)

    # -- what the pages share

    def to_list(self, keys: str = "left escape", rank: int = 6) -> Action:
        """Give the way back to the list."""
        return self.action("list", keys, self.go_to_list, rank)

    def show_others(self, than: str) -> None:
        """Show the agreements other than this one, where there is room for them."""
        state = self.desk.state
        named = sorted(state.made_now(), key=lambda name: name not in numbers(state))
        shown = [name for name in named if name != than] if not self.short else []
        self.others.display = bool(shown)
        self.others.put([self._beside(name) for name in shown])

    def _beside(self, name: str) -> HangingRow:
        state = self.desk.state
        found, head = state.agreements()[name], f"  {title(state, name, self.t):<13}"
        texts = (found.what, how_it_stands(found, state, self.today, self.t))
        return HangingRow(Content(head), [Content(text) for text in texts if text])

    def tell_taken(self, name: str) -> None:
        """Say that an agreement is gone; one that people know already stays, as stopped."""
        stays = name in self.desk.state.agreements()
        self.stage.tell(self.t("agreements.stopped" if stays else "agreements.dropped"))

    def choice(self, key: str, name: str) -> HangingRow:
        """Give a line of what can be answered: a key and words."""
        head = Content.assemble("   ", (f"{key:<7}", "bold"))
        return HangingRow(head, [Content(self.t(f"agreements.choice.{name}"))])


class AgreementPage(AgreementsPage):
    """A page about one agreement. When that was taken back, the page says so and leads to the list."""

    with_text = True
    """Whether the agreement itself stands on it."""
    asks = True
    """Whether it asks something, under the agreement: that stays in sight when not all fits."""

    def __init__(self, context: StepContext[AgreementsStep]) -> None:
        super().__init__(context)
        self.name_of = self.own_page.partition("/")[2]
        self.head = Say(classes="quiet below")
        self.text = AgreementText(self.t)

    def compose(self) -> ComposeResult:
        yield self.head
        yield self.text
        yield from self.under()
        yield self.others

    def under(self) -> ComposeResult:
        """Give what stands under the agreement."""
        yield from ()

    @property
    def agreement(self) -> Agreement | None:
        return self.desk.state.agreements().get(self.name_of)

    @property
    def about(self) -> str:
        return self.name_of if self.agreement else ""

    def show(self) -> None:
        super().show()
        found = self.agreement
        self.text.display = found is not None and self.with_text
        for say in self.query(Say):
            say.visible = found is not None or say is self.head
        if found is None:
            self.head.say(self.t("agreements.gone"))
            return
        self.head.say(title(self.desk.state, self.name_of, self.t))
        self.text.put(found, self.today)
        self.fill(found)
        self.show_others(self.name_of)

    def watch_virtual_size(self) -> None:
        """Keep what is asked in sight, when the agreement takes more rows than there are."""
        if self.asks:
            self.scroll_end(animate=False, immediate=True)

    def fill(self, agreement: Agreement) -> None:
        """Show what stands under the agreement."""

    def actions(self) -> Sequence[Action]:
        if self.agreement is None:
            return [self.to_list("enter left escape", 1)]
        return self.offers(self.agreement)

    def offers(self, _agreement: Agreement) -> Sequence[Action]:
        """Give what can be done with the agreement here."""
        return [self.to_list()]

    async def go_about(self, page: str) -> None:
        """Go to another page about this agreement."""
        await self.go(f"{page}/{self.name_of}")

"""What fills the stage: a part of the programme, or a panel over it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from textual.containers import VerticalScroll

from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.field import LONGEST, Field
from facilitator.ui.kit.line_request import LineRequest
from facilitator.ui.kit.pasted_text import EntryForm
from facilitator.words import Words

if TYPE_CHECKING:
    from textual.events import Key

    from facilitator.scenario.model import Step, Use
    from facilitator.ui.kit.desk import Desk


class StageHost(Protocol):
    """What a view may ask of the stage it stands on."""

    async def go_on(self) -> None:
        """Go to the next step."""

    async def go_back(self) -> None:
        """Go to the step before."""

    async def go_to(self, key: str, page: str = "") -> None:
        """Go to a step of the programme."""

    async def open_panel(self, panel: View) -> None:
        """Show a view over this one, until it is closed."""

    async def close_panel(self) -> None:
        """Take the panel away that lies on top."""

    async def ask_line(
        self,
        asked: LineRequest | None,
        question: str,
        answer: Callable[[str], Awaitable[bool]],
        value: str = "",
        limit: int = LONGEST,
    ) -> None:
        """Ask for one line under what is shown, and do something with it; tell then whether it is kept.

        Until then it is a draft, under the name of what was asked; None: it is nothing to keep.
        """

    async def finish(self, said: str = "", *, for_good: bool = False) -> None:
        """Let go of the session and go home, and say something there; ``for_good``: the group is done."""

    def tell(self, sentence: str) -> None:
        """Say something quietly, until the next key."""

    def refresh_view(self) -> None:
        """Show the state as it is now."""


class View(VerticalScroll):
    """Shows a part of the state and says what can be done there. It keeps nothing but text being typed.

    ``compose`` lays out its widgets once; ``show`` fills them from the state, after every action.
    """

    can_focus = False
    room = "kit"
    """The catalogue of its words."""

    def __init__(self, t: Words, *, name: str | None = None) -> None:
        super().__init__(name=name, classes="view")
        self.t = t
        self.field: Field | None = None
        """The field that is being typed in."""

    def heading(self) -> str:
        """What stands in the title bar at the right."""
        return ""

    def status(self) -> str:
        """What stands quietly above the key bar, at the right; the stage has its own when this is empty."""
        return ""

    def on_resize(self) -> None:
        """Fill the widgets anew when the room for them changed."""
        self.show()

    def shows(self, _page: str) -> bool:
        """Tell whether it can show this page of its step; if not, a new view is made for it."""
        return True

    def actions(self) -> Sequence[Action]:
        """What can be done here and now, the most important first."""
        return []

    def help_text(self) -> str:
        """What F1 says about this view before it lists the keys."""
        key = f"{self.room}.help_text"
        return self.t(key) if self.t.has(key) else ""

    def show(self) -> None:
        """Fill the widgets from the state."""

    def tick(self) -> None:
        """Hear that half a second went by."""

    def typed(self, _event: Key) -> bool:
        """Take a key that no field and no action wants, such as a digit of a ballot; tell whether it did."""
        return False

    def action(self, name: str, keys: str, run: Callable[[], Awaitable[None]], rank: int = 5) -> Action:
        """Make an action in this view's words; keys stand apart by blanks, the shown one first."""
        return Action(name, tuple(keys.split()), run, self.room, rank)

    # -- fields

    @property
    def draft_key(self) -> str:
        """Under this name the text that is being typed outlives the app; empty: it is not kept."""
        return ""

    def fields(self) -> list[Field]:
        """The fields that can be typed in, in order."""
        return [field for field in self.query(Field) if field.display]

    def enter_field(self, field: Field | None) -> None:
        """Type in this field from now on; None: in no field."""
        for each in self.query(Field):
            each.activate(active=each is field, resting=field is None)
        self.field = field
        if field is not None:
            field.scroll_visible(animate=False)

    def next_field(self, by: int = 1) -> None:
        """Go to the next field, round and round."""
        fields = self.fields()
        if not fields:
            return
        at = fields.index(self.field) if self.field in fields else -1
        self.enter_field(fields[(at + by) % len(fields)])

    def edited(self, _field: Field) -> None:
        """Hear that the text of a field changed."""


class DeskView(View):
    """A view of a session."""

    def __init__(self, desk: Desk, stage: StageHost) -> None:
        super().__init__(desk.t)
        self.desk = desk
        self.stage = stage

    def draft(self, name: str) -> str:
        """Give what was typed in a field and not confirmed, now or before the app stopped."""
        return self.desk.draft(f"{self.draft_key}/{name}") if self.draft_key else ""

    def load(self, field: Field, kept: str = "") -> None:
        """Show in a field what was being typed there, or else how it stands in the session."""
        field.begin(kept, self.draft(field.name or ""), self.t("kit.not_kept"))

    def entering(self) -> EntryForm | None:
        """How a line is kept where lines are collected and one is being typed; None elsewhere."""
        return None

    async def keep_typed(self, field: Field) -> bool:
        """Keep what was typed as an entry; tell whether it is kept."""
        entering = self.entering()
        if entering is None:
            return False
        outcome = entering.make(self.desk.state, self.desk.new_id(), field.value)
        return await self.desk.act(entering.did, outcome)

    # -- lines that are asked for under the screen

    @property
    def asked_where(self) -> str:
        """The step and page whose lines these are; empty: those of the whole session."""
        return ""

    def lines_asked(self) -> Mapping[str, Callable[[str], Awaitable[None]]]:
        """What can be asked for under the screen here, by its name; called with what it is about.

        With it the line that was being typed is asked for again, when the group comes back to the app.
        """
        return {}

    async def ask_for(
        self,
        name: str,
        subject: str,
        question: str,
        answer: Callable[[str], Awaitable[bool]],
        value: str = "",
        limit: int = LONGEST,
    ) -> None:
        """Ask for a line under the screen, by its name in ``lines_asked``.

        ``value``: how it stands in the session; ``limit``: how many characters it may have.
        """
        asked = LineRequest(self.asked_where, name, subject)
        await self.stage.ask_line(asked, question, answer, value, limit)


class StepView(DeskView):
    """A view of one step."""

    def __init__(self, desk: Desk, stage: StageHost, use: Use, step: Step) -> None:
        super().__init__(desk, stage)
        self.use = use
        self.step = step
        self.key = f"{use.id}/{step.id}"

    @property
    def page(self) -> str:
        """The page of the step that the group is at."""
        at = self.desk.state.at
        return at.page if at.key == self.key else ""

    @property
    def about(self) -> str:
        """What a note is about that is written now: a statement, a question; empty for the whole step."""
        return ""

    @property
    def draft_key(self) -> str:
        return self.key

    @property
    def asked_where(self) -> str:
        return self.desk.state.at.where

    async def set_result(self, field: str, value: Any) -> bool:
        """Keep what the step leaves in one of its fields."""
        from facilitator.session.commands import set_result

        outcome = set_result(self.desk.state, self.desk.kinds, self.key, field, value)
        return await self.desk.act(f"{self.room}.{field}", outcome)

    def on_action(self) -> Action:
        """The way on to the next step."""
        return Action("on", ("enter",), self.stage.go_on, "kit", 1)

    def back_action(self) -> Action:
        """The way back to the step before."""
        return Action("back", ("left",), self.stage.go_back, "kit", 2)

    def actions(self) -> Sequence[Action]:
        return [self.on_action(), self.back_action()]

"""What fills the stage: a part of the programme, or a panel over it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from textual.containers import VerticalScroll

from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.field import LONGEST, Field
from facilitator.ui.kit.line_request import LineRequest
from facilitator.ui.kit.lone_number import NumberGuard
from facilitator.ui.kit.pasted_text import EntryForm
from facilitator.ui.kit.screen_sizes import ROOMY, SHORT, SMALLEST, TALL, WIDE
from facilitator.ui.terminal.textual_repairs import measure_anew
from facilitator.words import Words

if TYPE_CHECKING:
    from datetime import date

    from textual.events import Key

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
    smallest = SMALLEST
    """Columns and rows that it needs at least."""
    takes_ballots = False
    """Whether ballots come in here: then only its own keys do anything. An elbow on a mouse would be
    somebody's answer."""
    b_is_own = False
    """Whether ``b`` means something here, if only now and then: then it never hides the screen instead."""
    whole_screen = False
    """Whether it has the whole screen, without bars; only that nothing is saved is said still."""

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
        measure_anew(self)

    def shows(self, _page: str) -> bool:
        """Tell whether it can show this page of its step; if not, a new view is made for it."""
        return True

    def actions(self) -> Sequence[Action]:
        """What can be done here and now, the most important first."""
        return []

    def all_actions(self) -> Sequence[Action]:
        """What can be done here, with what has to be asked first."""
        return self.actions()

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

    # -- typed lines, where nothing is painted (docs/decisions/0032-a-plain-twin.md)

    def begin_number(self) -> None:
        """Hear that the digits that come now are a number of their own, whatever was typed before."""

    @property
    def answers_left(self) -> int | None:
        """How many answers can be typed that nobody may see; None where what is typed may be seen."""
        return None

    def action(self, name: str, keys: str, run: Callable[[], Awaitable[None]], rank: int = 5) -> Action:
        """Make an action in this view's words; keys stand apart by blanks, the shown one first."""
        return Action(name, tuple(keys.split()), run, self.room, rank)

    # -- the room there is on the screen

    @property
    def small(self) -> bool:
        """Whether the screen is smaller than one prepares on: letters half as large again, for the room."""
        size = self.app.size
        return size.width < SMALLEST[0] or size.height < SMALLEST[1]

    @property
    def wide(self) -> bool:
        """Whether things can stand beside each other."""
        return self.app.size.width >= WIDE

    @property
    def short(self) -> bool:
        """Whether rows are so scarce that what is only good to know makes room for what is asked."""
        return self.app.size.height < SHORT

    @property
    def roomy(self) -> bool:
        """Whether there is room below for what was said of the others."""
        return self.app.size.height >= ROOMY

    @property
    def tall(self) -> bool:
        """Whether a list has air between its lines."""
        return self.app.size.height >= TALL

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
        for other in self.query(Field):
            other.activate(active=other is field, resting=field is None)
        self.field = field
        if field is not None:
            field.scroll_visible(animate=False)
        else:
            self.scroll_home(animate=False)

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
        self._numbers = NumberGuard(self)

    def all_actions(self) -> Sequence[Action]:
        return self._numbers.guard(self.actions())

    def tell(self, sentence: str) -> None:
        """Show everything as it is now, and say something quietly."""
        self.stage.refresh_view()
        self.stage.tell(sentence)

    numbers_choose = False
    """Whether a number alone, typed in a field, always means the line of that number."""

    def line_numbered(self, _number: int) -> Callable[[], Awaitable[None]] | None:
        """Give what chooses the line that has this number before it; None where there is none."""
        return None

    @property
    def today(self) -> date:
        return self.desk.now().date()

    def draft(self, name: str) -> str:
        """Give what was typed in a field and not confirmed, now or before the app stopped."""
        return self.desk.draft(f"{self.draft_key}/{name}") if self.draft_key else ""

    def load(self, field: Field, kept: str = "") -> None:
        """Show in a field what was being typed there, or else how it stands in the session."""
        field.begin(kept, self.draft(field.name or ""), self.t("kit.not_kept"))

    async def type_in(self, field: Field | None) -> None:
        """Type in this field from now on, or in none, and show what can be done then."""
        self.enter_field(field)
        self.stage.refresh_view()

    async def to_field(self, by: int) -> None:
        """Type in the field that comes so many further, round and round."""
        self.next_field(by)
        self.stage.refresh_view()

    def leave_action(self, rank: int = 0) -> Action:
        """The way out of the fields, so that letters are keys."""
        return self.action("leave", "escape", partial(self.type_in, None), rank)

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

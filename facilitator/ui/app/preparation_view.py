"""A short preparation: which neighbourhood, after which session, when, where; and what is done how long."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Final

from textual.app import ComposeResult

from facilitator.scenario.model import MOST_PEOPLE, Kinds, Scenario
from facilitator.session.expectation import expected_after
from facilitator.session.programme import Programme
from facilitator.session.state import State
from facilitator.storage.session_list import SessionHeading
from facilitator.ui.app.predecessor import Predecessor
from facilitator.ui.app.preparation_draft import PreparationDraft
from facilitator.ui.app.programme_plan import ProgrammePlan, TakeBlock
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.date_field import DateField, TimeField
from facilitator.ui.kit.draft_writer import DraftWriter
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.view import View
from facilitator.ui.kit.widgets import Say
from facilitator.words import Words
from facilitator.words.dates import say_clock

LABELS: Final = 15
"""Cells for the names of the fields."""
BESIDES: Final = 4
"""Rows that the programme takes besides its blocks."""


@dataclass(frozen=True)
class Preparation:
    """What was settled beforehand."""

    place: str
    venue: str
    day: date
    starts: time
    programme: Programme
    earlier: State | None = None
    """The session that this one follows."""


@dataclass(frozen=True)
class PreparationContext:
    """What preparing needs from around it."""

    now: datetime
    kinds: Kinds
    sessions: Sequence[SessionHeading]
    """Which can be followed."""
    begin: Callable[[Preparation], Awaitable[None]]
    back: Callable[[], Awaitable[None]]
    look_over: Callable[[Scenario], Awaitable[None]]
    """Look over the room, with what of this programme does not fit the largest letters."""
    read: Callable[[Path], Awaitable[State | None]]
    """Read a session to follow; None when that cannot be, which is then said."""
    choose_block: Callable[[TakeBlock], Awaitable[None]]
    typed: DraftWriter
    """What was typed before for the same scenario, and did not become a session."""


class PreparationView(View):
    """Some fields, and the list of blocks."""

    room = "app"

    def __init__(
        self, t: Words, scenario: Scenario, around: PreparationContext, earlier: State | None = None
    ) -> None:
        super().__init__(t)
        self.around = around
        self.place = Field("place", t("app.prepare.place"), label_width=LABELS, limit=60)
        self.after = Predecessor(t, around.sessions, around.now.date(), LABELS)
        self.day = DateField(
            "day",
            t("app.prepare.day"),
            t,
            around.now.date,
            value=t("app.prepare.today"),
            label_width=LABELS,
            limit=40,
        )
        starts = t("app.prepare.now", time=say_clock(around.now.time(), t.language))
        self.starts = TimeField(
            "starts", t("app.prepare.starts"), t, value=starts, label_width=LABELS, limit=20
        )
        self.people = Field(
            "people",
            t("app.prepare.people"),
            str(scenario.people),
            label_width=LABELS,
            limit=3,
            numbers=True,
        )
        self.day.suggested = self.starts.suggested = self.people.suggested = True
        self.venue = Field("venue", t("app.prepare.venue"), label_width=LABELS, limit=80)
        fields = (self.place, self.after.field, self.day, self.starts, self.people, self.venue)
        self.beforehand = PreparationDraft(fields, around.typed, scenario.id)
        self.said = Say(classes="ask gap")
        self.how = Say(t("app.prepare.blocks"), classes="quiet gap")
        self.settling = ProgrammePlan(t, scenario, around.kinds, around.choose_block, self.show)
        if earlier is not None:
            self._follow(earlier)

    def compose(self) -> ComposeResult:
        yield from (self.place, *self.after.widgets, self.day, self.starts, self.people, self.venue)
        yield from (self.said, self.how, self.settling.pick, self.settling.tight, self.settling.done)

    def on_mount(self) -> None:
        self.beforehand.restore(self.t("kit.not_kept"))
        if self.after.field.restored:
            self.after.edited()
        self.enter_field(self.place)

    def heading(self) -> str:
        return self.t("app.prepare.heading")

    def status(self) -> str:
        return self.t("app.home.second_window")

    def help_text(self) -> str:
        return self.t("app.prepare.help")

    def show(self) -> None:
        self._make_room()
        if self._expected is not None:
            self.settling.mean_for(self._expected)
        scenario = self.settling.programme.scenario
        self.after.show(
            active=self.field is self.after.field,
            series=scenario.series or "",
            part=scenario.part or 0,
            place=self.place.value,
        )
        self.settling.show(self.starts.moment or self.around.now.time(), active=self.field is None)

    def _make_room(self) -> None:
        """Leave a small screen to the programme while it is being settled."""
        fields = [self.place, *self.after.widgets, self.day, self.starts, self.people, self.venue]
        rows = 5 + self.after.possible + (self.after.earlier is not None)
        needed = len(self.settling.programme.scenario.uses) + BESIDES + rows
        alone = self.field is None and self.size.height < needed
        for field in fields:
            field.display = not alone
        if not self.after.possible:
            self.after.field.display = False
        for said in (self.how, self.settling.done):
            said.set_class(not alone, "gap")

    @property
    def _expected(self) -> int | None:
        """For how many people it is; None where that is no number of people."""
        said = self.people.value
        return int(said) if said.isdecimal() and 1 <= int(said) <= MOST_PEOPLE else None

    # -- what was typed

    def edited(self, field: Field) -> None:
        self.said.say("")
        if field is self.after.field:
            self.after.edited()
        self.show()

    # -- which session it follows

    async def _choose_earlier(self) -> None:
        """Follow the session that is pointed at; without one go on, and say so when there is none like it."""
        pointed = self.after.pointed
        if pointed is not None:
            earlier = await self.around.read(pointed.path)
            if earlier is None:
                return
            self._follow(earlier)
        elif self.after.field.value and self.after.earlier is None:
            self.said.say(self.t("app.prepare.which_earlier"))
            return
        self.next_field()
        self.show()

    def _follow(self, earlier: State) -> None:
        """Take an earlier session along, and suggest its place."""
        self.after.follow(earlier)
        self.settling.there = expected_after(earlier, self.around.kinds).there
        if self.place.suggested or not self.place.value:
            self.place.put(earlier.about.place)
            self.place.suggested = True

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        offered = [
            self.action("next_field", "tab", self._tab, 8),
            Action("previous_field", ("shift+tab",), self._shift_tab, "kit", 0),
            self.action("to_home", "escape", self.around.back, 9),
            self.action("look_over", "f2", self._look_over, 0),
        ]
        if self.field is self.after.field:
            name = "follow" if self.after.pointed else "next"
            offered.append(self.action(name, "enter", self._choose_earlier, 1))
            offered.append(self.action("earlier", "down", self._down, 2))
            return [*offered, self._arrow("up", self._up)]
        if self.field is not None:
            offered.append(self.action("next", "enter down", self._tab, 1))
            return [*offered, self._arrow("up", self._shift_tab)]
        own = self.settling.actions(self.action)
        offered = [self.action("begin", "enter", self._begin, 1), *own, *offered]
        return [*offered, self._arrow("down", self._down), self._arrow("up", self._up)]

    def _arrow(self, name: str, run: Callable[[], Awaitable[None]]) -> Action:
        return Action(name, (name,), run, "kit", 0)

    async def _look_over(self) -> None:
        await self.around.look_over(self.settling.programme.scenario)

    async def _tab(self) -> None:
        """Go through the fields, from the last one to the blocks, and from there to the first."""
        if self.field is self.venue:
            self.enter_field(None)
        elif self.field is None:
            self._enter(self.place)
        else:
            self.next_field()
        self.show()

    async def _shift_tab(self) -> None:
        if self.field is None:
            self._enter(self.venue)
        elif self.field is not self.place:
            self.next_field(-1)
        self.show()

    def _enter(self, field: Field) -> None:
        field.display = True
        self.enter_field(field)

    async def _up(self) -> None:
        pick = self.settling.pick
        if self.field is not None:
            if not self.after.move(-1):
                await self._shift_tab()
        elif pick.index == 0:
            await self._shift_tab()
        else:
            pick.move(-1)
            self.show()

    async def _down(self) -> None:
        if self.field is None:
            self.settling.pick.move(1)
            self.show()
        elif not self.after.move(1):
            await self._tab()

    async def _begin(self) -> None:
        """Begin, or say which field still needs something, there."""
        day, starts, programme = self.day.day, self.starts.moment, self.settling.programme
        if not programme.total:
            self.said.say(self.t("app.prepare.no_blocks"))
        elif not self.place.value:
            self._ask(self.place, "app.prepare.no_place")
        elif day is None:
            self._ask(self.day, f"kit.date.{self.day.read().why}")
        elif starts is None:
            self._ask(self.starts, "app.prepare.no_time")
        elif self._expected is None:
            self._ask(self.people, "app.prepare.no_people")
        else:
            await self.around.begin(
                Preparation(self.place.value, self.venue.value, day, starts, programme, self.after.earlier)
            )

    def _ask(self, field: Field, why: str) -> None:
        self.said.say(self.t(why))
        self._enter(field)
        self.show()

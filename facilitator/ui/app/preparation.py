"""A short preparation: which neighbourhood, when, where, which parts; the times shift before your eyes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from textual.app import ComposeResult
from textual.content import Content

from facilitator.scenario.model import Scenario, Use
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.view import View
from facilitator.ui.kit.widgets import Option, Pick, Say
from facilitator.words import Words
from facilitator.words.dates import read_date, read_time, say_date, say_time


@dataclass(frozen=True)
class Prepared:
    """What was settled beforehand."""

    place: str
    venue: str
    day: date
    starts: time
    left_out: list[str]


class PreparationView(View):
    """Four fields and the list of blocks."""

    room = "app"

    def __init__(
        self,
        t: Words,
        scenario: Scenario,
        now: datetime,
        begin: Callable[[Prepared], Awaitable[None]],
        back: Callable[[], Awaitable[None]],
    ) -> None:
        super().__init__(t)
        self.scenario = scenario
        self.now = now
        self.begin = begin
        self.back = back
        self.left_out: set[str] = set()
        width = 12
        self.place = Field("place", t("app.prepare.place"), label_width=width, limit=60)
        self.day = Field("day", t("app.prepare.day"), t("app.prepare.today"), label_width=width, limit=40)
        starts = t("app.prepare.now", time=f"{now:%H.%M}")
        self.starts = Field("starts", t("app.prepare.starts"), starts, label_width=width, limit=20)
        self.day.suggested = self.starts.suggested = True
        self.venue = Field("venue", t("app.prepare.venue"), label_width=width, limit=80)
        self.pick = Pick()
        self.said = Say(classes="ask gap")

    def compose(self) -> ComposeResult:
        yield self.place
        yield self.day
        yield self.starts
        yield self.venue
        yield self.said
        yield Say(self.t("app.prepare.blocks"), classes="quiet gap")
        yield self.pick

    def on_mount(self) -> None:
        self.enter_field(self.place)

    def heading(self) -> str:
        return self.t("app.prepare.heading")

    def show(self) -> None:
        self._read()
        starts = self._starts() or self.now.time()
        at = datetime.combine(self.now.date(), starts)
        lines: list[Option] = []
        for use in self.scenario.uses:
            out = use.id in self.left_out
            lines.append(Option(use.id, self._line(use, at, out=out), quiet=out))
            if not out:
                at += timedelta(minutes=use.minutes)
        stops = say_time(at.time(), self.t.language)
        lines.append(Option("", self.t("app.prepare.stops", time=stops), heading=True))
        self.pick.pointing = self.field is None
        self.pick.put(lines)

    def _line(self, use: Use, at: datetime, *, out: bool) -> Content:
        mark = "○" if out else "●"
        when = "     " if out else f"{at:%H.%M}"
        return Content(f"{mark} {when}  {use.title}  ({self.t('app.programme.minutes', n=use.minutes)})")

    # -- what was typed

    def edited(self, _field: Field) -> None:
        self.said.say("")
        self.show()

    def _read(self) -> None:
        """Show dates and times back in words, as the app understands them."""
        today, language = self.now.date(), self.t.language
        day = self._day()
        self.day.after = say_date(day, language, today) if day else ""
        starts = self._starts()
        self.starts.after = say_time(starts, language) if starts else ""
        for field in (self.day, self.starts):
            field.refresh(layout=True)

    def _day(self) -> date | None:
        return read_date(self.day.value, self.now.date(), self.t.language).day

    def _starts(self) -> time | None:
        return read_time(self.starts.value)

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        offered = [
            self.action("next_field", "tab", self._tab, 2),
            Action("previous", ("shift+tab",), self._shift_tab, "kit", 0),
            self.action("to_home", "escape", self.back, 4),
        ]
        if self.field is not None:
            return [
                self.action("next", "enter down", self._enter, 1),
                Action("up", ("up",), self._shift_tab, "kit", 0),
                *offered,
            ]
        return [
            self.action("begin", "enter", self._begin, 1),
            self.action("leave_out", "space", self._leave_out, 3),
            Action("up", ("up",), self._up, "kit", 0),
            Action("down", ("down",), self._down, "kit", 0),
            *offered,
        ]

    async def _enter(self) -> None:
        """Go through the fields, and from the last one to the blocks."""
        if self.field is self.venue:
            self._to_blocks()
        else:
            self.next_field()

    async def _tab(self) -> None:
        if self.field is self.venue:
            self._to_blocks()
        elif self.field is None:
            self.enter_field(self.place)
            self.show()
        else:
            self.next_field()

    async def _shift_tab(self) -> None:
        if self.field is None:
            self.enter_field(self.venue)
        elif self.field is not self.place:
            self.next_field(-1)
        self.show()

    def _to_blocks(self) -> None:
        self.enter_field(None)
        self.show()
        self.pick.scroll_visible(animate=False)

    async def _up(self) -> None:
        if self.pick.index == 0:
            await self._shift_tab()
        self.pick.move(-1)

    async def _down(self) -> None:
        self.pick.move(1)

    async def _leave_out(self) -> None:
        chosen = self.pick.chosen
        if chosen:
            self.left_out ^= {chosen.id}
            self.show()

    async def _begin(self) -> None:
        """Begin, or say which field still needs something, there."""
        day, starts = self._day(), self._starts()
        wrong = next(
            (
                (field, key)
                for field, key, fine in (
                    (self.place, "no_place", bool(self.place.value)),
                    (self.day, "no_day", day is not None),
                    (self.starts, "no_time", starts is not None),
                )
                if not fine
            ),
            None,
        )
        if len(self.left_out) == len(self.scenario.uses):
            self.said.say(self.t("app.prepare.no_blocks"))
        elif wrong:
            self.said.say(self.t(f"app.prepare.{wrong[1]}"))
            self.enter_field(wrong[0])
        elif day and starts:
            left_out = [use.id for use in self.scenario.uses if use.id in self.left_out]
            await self.begin(Prepared(self.place.value, self.venue.value, day, starts, left_out))

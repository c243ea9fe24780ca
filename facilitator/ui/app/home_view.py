"""Home: what can I do here, and what did I leave unfinished?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Final

from textual.app import ComposeResult
from textual.content import Content

from facilitator.problems import Problem
from facilitator.scenario.library import FileHeading
from facilitator.storage.conflicts import stands_beside
from facilitator.text import harmless
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.lists import pointing
from facilitator.ui.kit.view import View
from facilitator.ui.kit.widgets import Option, Pick, Say
from facilitator.words import Words
from facilitator.words.dates import say_since, say_time

if TYPE_CHECKING:
    from facilitator.storage.room_note import RoomNote
    from facilitator.storage.session_list import SessionHeading


NAME: Final = 56
"""Characters of the name of a file; so many fit on the smallest screen."""
BESIDE: Final = 5
"""Cells of a line beside what it says and when: the mark, what stands open between them, the margin."""
UNSEEN: Final = 2
"""Folders that are told, so that there is room for what can be chosen."""


@dataclass(frozen=True)
class Chosen:
    """What was asked for at home."""

    path: Path
    session: bool
    """Whether it is a session rather than a scenario."""


@dataclass(frozen=True)
class HomeActions:
    """Where home leads to."""

    begin: Callable[[Path], Awaitable[None]]
    resume: Callable[[Path], Awaitable[None]]
    print_out: Callable[[Path], Awaitable[None]]
    report: Callable[[Path], Awaitable[None]]
    compare: Callable[[Sequence[SessionHeading], Path], Awaitable[None]]
    ask_to_forget: Callable[[Path], Awaitable[bool]]
    """Say what would go; tell whether it can."""
    forget: Callable[[Path], Awaitable[None]]
    leave: Callable[[], Awaitable[None]]
    look_over: Callable[[], Awaitable[None]]
    """Look over the room before people come."""


@dataclass(frozen=True)
class HomeContent:
    """What there is to choose from."""

    scenarios: Sequence[FileHeading]
    sessions: Sequence[SessionHeading]
    problems: Sequence[Problem]
    """What is wrong with files of scenarios."""
    unseen: Sequence[Problem] = ()
    """Why not all can be there to choose from: folders that could not be looked at."""
    room: RoomNote | None = None
    """What was seen of the room today."""


class HomeView(View):
    """Scenarios to begin, sessions to go on with."""

    room = "app"

    def __init__(self, t: Words, shelf: HomeContent, doors: HomeActions, today: date) -> None:
        super().__init__(t)
        self.shelf = shelf
        self.doors = doors
        self.today = today
        self.pick = Pick()
        self.known: dict[str, Chosen] = {}
        self.asked: Path | None = None
        """The session of which the next ``v`` says that it may go."""

    def compose(self) -> ComposeResult:
        for problem in self.shelf.unseen[:UNSEEN]:
            yield Say(problem.say(self.t), classes="ask below")
        if self.shelf.room:
            yield Say(self._room(self.shelf.room), classes="quiet below")
        if self.over:
            yield Say(self.t("app.home.over", n=len(self.over)), classes="quiet")
        if self.twice:
            yield Say(self._which(), classes="quiet below")
        yield self.pick
        for problem in self.shelf.problems[:3]:
            yield Say(f"! {problem.brief(self.t)}", classes="quiet gap")

    def heading(self) -> str:
        return self.t("app.home.subtitle")

    def help_text(self) -> str:
        return self.t("app.home.help")

    def show(self) -> None:
        self.pick.put(self._options())

    @property
    def over(self) -> list[SessionHeading]:
        """The sessions that should have been forgotten by now."""
        return [
            session
            for session in self.shelf.sessions
            if session.keep_until and session.keep_until < self.today
        ]

    @property
    def twice(self) -> set[str]:
        """The sessions of which there are several files, after a conflict or a sync."""
        ids = Counter(session.id for session in self.shelf.sessions if session.id)
        return {name for name, files in ids.items() if files > 1}

    def _room(self, note: RoomNote) -> str:
        """Say when the room was looked over today, and what is left to do."""
        when = say_time(note.looked.time(), self.t.language)
        left = [self.t(f"app.room.left.{name}") for name in note.left] or [self.t("app.room.all_well")]
        return " ".join([self.t("app.room.looked", time=when), *left])

    def _which(self) -> str:
        """Say that there is something to choose, and which file is which where the app knows that."""
        paths = [session.path for session in self.shelf.sessions if session.id in self.twice]
        ours = self.t("app.home.twice_ours") if any(map(stands_beside, paths)) else ""
        said = [self.t("app.home.twice", n=len(self.twice)), ours, self.t("app.home.twice_choose")]
        return " ".join(each for each in said if each)

    def _options(self) -> list[Option]:
        going_on = {session.id for session in self.shelf.sessions if session.id and not session.closed}
        earlier = [
            session for session in self.shelf.sessions if session.closed and session.id not in going_on
        ]
        unfinished = [
            session for session in self.shelf.sessions if session not in earlier and not session.problem
        ][:5]
        unfinished += [session for session in self.shelf.sessions if session.problem][:3]
        lines: list[Option] = []
        if unfinished:
            lines += [self._title("unfinished"), *(self._session(heading) for heading in unfinished)]
            lines.append(Option("", "", heading=True))
        own = [scenario for scenario in self.shelf.scenarios if scenario.own]
        built = [scenario for scenario in self.shelf.scenarios if not scenario.own]
        if own:
            lines += [self._title("new_own"), *self._programmes(own), Option("", "", heading=True)]
        lines += [self._title("new_built" if own else "new"), *self._programmes(built)]
        if earlier:
            lines += [Option("", "", heading=True), self._title("earlier")]
            lines += [self._session(heading) for heading in earlier[:20]]
        return lines

    def _programmes(self, headings: Sequence[FileHeading]) -> list[Option]:
        """Give a line for each programme, with a blank one before each series."""
        lines: list[Option] = []
        for series, group in groupby(sorted(headings, key=_place), key=lambda heading: heading.series):
            lines += [Option("", "", heading=True)] if series and lines else []
            lines += [self._scenario(heading) for heading in group]
        return lines

    def status(self) -> str:
        return self._pointed_at() or self.t("app.home.second_window")

    def _pointed_at(self) -> str:
        """Say which of several files is pointed at, or which part of a series if its line has no room."""
        if self.chosen is None:
            return ""
        path = self.chosen.path
        if self.chosen.session:
            of_several = any(
                session.path == path and session.id in self.twice for session in self.shelf.sessions
            )
            return _end_of(path.name) if of_several else ""
        if self.pick.chosen and self.pick.chosen.end:
            return ""
        return next((self._part(scenario) for scenario in self.shelf.scenarios if scenario.path == path), "")

    def _title(self, name: str) -> Option:
        return Option("", self.t(f"app.home.{name}"), heading=True)

    def _scenario(self, heading: FileHeading) -> Option:
        name = f"scenario:{heading.path}"
        self.known[name] = Chosen(heading.path, session=False)
        minutes = self.t("app.home.minutes", n=heading.minutes)
        text = Content.assemble(f"{heading.title:<22}", (f"{minutes:>8}  ", "$quiet"), heading.purpose)
        part = self._part(heading)
        fits = text.cell_length + len(part) + 4 <= self.size.width
        return Option(name, text, part if fits else "")

    def _part(self, heading: FileHeading) -> str:
        """Say which part of a series a scenario is; nothing when it stands alone."""
        if not heading.series:
            return ""
        parts = [scenario.part for scenario in self.shelf.scenarios if scenario.series == heading.series]
        return self.t("app.home.part", n=heading.part, total=max(len(parts), *parts))

    def _session(self, heading: SessionHeading) -> Option:
        name = f"session:{heading.path}"
        self.known[name] = Chosen(heading.path, session=True)
        when = say_since(heading.day, self.today, self.t.language) if heading.day else ""
        if heading.problem is not None:
            told = f"{harmless(heading.path.name)}: {heading.problem.say(self.t)}"
            return Option(name, told, quiet=True)
        if not heading.closed and heading.step:
            when = f"{when}, {self.t('app.home.at_step', n=heading.step, total=heading.steps)}"
        elif heading.open_agreements:
            when = f"{when}  {self.t('app.home.open_agreements', n=heading.open_agreements)}"
            if heading.under_condition:
                when = f"{when}, {self.t('app.home.under_condition', n=heading.under_condition)}"
        said = f"{heading.place}, {heading.title}"
        room = self.size.width - BESIDE - len(when)
        if heading.id in self.twice and len(said) > room:  # what is its own stands at the end
            said = f"…{said[1 - room :]}"
        return Option(name, said, when)

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        chosen = self.chosen
        offered = [
            self.action("choose", "enter", self._choose, 1),
            *pointing(self, tab=True),
            self.action("leave", "q ctrl+q", self.doors.leave, 8),
        ]
        offered.append(self.action("look_over", "z", self.doors.look_over, 7))
        if chosen and not chosen.session:
            offered.append(self.action("print", "p", self._print, 2))
        if chosen and chosen.session:
            offered.append(self.action("report", "r", self._report, 2))
            offered.append(self.action("compare", "n", self._compare, 3))
        if self.over or (chosen and chosen.session):
            offered.append(self.action("forget", "v", self._forget, 4))
        return offered

    @property
    def chosen(self) -> Chosen | None:
        return self.known.get(self.pick.chosen.id) if self.pick.chosen else None

    async def _choose(self) -> None:
        if self.chosen and self.chosen.session:
            await self.doors.resume(self.chosen.path)
        elif self.chosen:
            await self.doors.begin(self.chosen.path)

    async def _print(self) -> None:
        if self.chosen:
            await self.doors.print_out(self.chosen.path)

    async def _report(self) -> None:
        if self.chosen:
            await self.doors.report(self.chosen.path)

    async def _compare(self) -> None:
        if self.chosen:
            await self.doors.compare(self.shelf.sessions, self.chosen.path)

    async def _forget(self) -> None:
        """Ask first; the second time in a row it goes."""
        if not (self.chosen and self.chosen.session):
            self.pick.point(f"session:{self.over[0].path}")
        if self.chosen is None or not self.chosen.session:
            return
        if self.asked == self.chosen.path:
            await self.doors.forget(self.chosen.path)
        elif await self.doors.ask_to_forget(self.chosen.path):
            self.asked = self.chosen.path

    def move(self, by: int) -> None:
        """Point further; forgetting is asked about anew there."""
        self.asked = None
        self.pick.move(by)


def _end_of(name: str) -> str:
    """Give the name of a file, or the end of it: there names differ."""
    return harmless(name if len(name) <= NAME else f"…{name[1 - NAME :]}")


def _place(heading: FileHeading) -> tuple[str, int]:
    """Put what stands alone first, as it came, and then each series in the order of its parts."""
    return heading.series, heading.part if heading.series else 0

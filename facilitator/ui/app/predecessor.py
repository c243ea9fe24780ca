"""Which session a new one follows: a field in which one is found, and what it brings along."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from facilitator.kinds import kinds
from facilitator.session.carry_over import carry_over
from facilitator.session.conditions import under_condition
from facilitator.session.state import State
from facilitator.storage.earlier_sessions import to_follow
from facilitator.storage.session_list import SessionHeading
from facilitator.text import is_found
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.widgets import Option, Pick, Say
from facilitator.words import Words
from facilitator.words.dates import say_date, say_since

MOST: Final = 5
"""Sessions that are offered at once; typing finds the others."""
NAMED: Final = (*("actors", "items", "facts", "stories", "tasks", "contributions", "agreements", "parked"),)
"""Registers of which is said how much comes along."""


class Predecessor:
    """The field, the sessions it offers, and the session that was chosen."""

    def __init__(self, t: Words, found: Sequence[SessionHeading], today: date, width: int) -> None:
        self.t = t
        self.found = to_follow(found)
        self.today = today
        self.earlier: State | None = None
        self.field = Field(
            "after", t("app.prepare.after"), hint=t("app.prepare.after_hint"), label_width=width
        )
        self.field.finds = True
        self.offers = Pick()
        self.offers.pointing = False
        self.brings = Say(classes="quiet")
        self.brings.styles.padding = (0, 0, 0, width)

    @property
    def widgets(self) -> list[Field | Pick | Say]:
        return [self.field, self.offers, self.brings]

    @property
    def possible(self) -> bool:
        """Whether there is anything to follow."""
        return bool(self.found) or self.earlier is not None

    def show(self, *, active: bool, series: str, part: int, place: str) -> None:
        """Offer what matches the text, the likeliest session first."""
        typed = "" if self.earlier else self.field.value
        likely = to_follow(self.found, series=series, part=part, place=place)
        options = [self._option(heading) for heading in likely if _matches(heading, typed)]
        self.offers.put(options[:MOST] or [Option("", self.t("app.prepare.no_earlier"), heading=True)])
        self.offers.display = active and self.earlier is None
        shown = self.brings.display
        self.brings.say(_brings(self.earlier, self.t) if self.earlier else "")
        self.brings.display = shown and bool(self.brings.said.plain)

    def _option(self, heading: SessionHeading) -> Option:
        when = say_since(heading.day, self.today, self.t.language) if heading.day else ""
        return Option(str(heading.path), f"{heading.place}, {heading.title}", when)

    @property
    def pointed(self) -> SessionHeading | None:
        """The session that is pointed at; None while the field is still free of one."""
        chosen = self.offers.chosen if self.offers.pointing else None
        return next((heading for heading in self.found if chosen and str(heading.path) == chosen.id), None)

    def edited(self) -> None:
        """Hear that something else was typed: what matches first is pointed at."""
        self.earlier = None
        self.offers.index = 0
        self.offers.pointing = bool(self.field.value)

    def move(self, by: int) -> bool:
        """Point further down or up; tell whether there was somewhere to go: up from the first one is out."""
        offers = self.offers
        if not offers.display or offers.chosen is None or (by < 0 and not offers.pointing):
            return False
        if not offers.pointing:
            offers.pointing = True
        elif by < 0 and offers.index == 0:
            offers.pointing = False
        else:
            offers.move(by)
        offers.refresh()
        return True

    def follow(self, earlier: State) -> None:
        """Choose this session."""
        about = earlier.about
        when = say_date(about.day, self.t.language, self.today, short=True)
        self.earlier = earlier
        self.offers.pointing = False
        self.field.put(f"{about.place}, {earlier.scenario.title}, {when}")
        self.field.suggested = True


def _matches(heading: SessionHeading, typed: str) -> bool:
    return is_found(f"{heading.place} {heading.title} {heading.path.stem}", typed)


def _brings(earlier: State, t: Words) -> str:
    """Say what comes along: "Komt mee: 12 partijen, 3 afspraken, 8 stellingen met hun uitslag"."""
    carried = carry_over(earlier, kinds())
    counts = {name: len(carried.registers.get(name, {})) for name in NAMED}
    counts["kept"] = sum(len(words.lines) for meeting in carried.before.meetings for words in meeting.kept)
    counts["votes"] = sum(len(vote.texts) for vote in carried.before.votes)
    said = [t(f"app.prepare.brings.{name}", n=count) for name, count in counts.items() if count]
    if under := under_condition(earlier):
        said.append(t("app.home.under_condition", n=under))
    return t("app.prepare.comes_along", what=", ".join(said)) if said else t("app.prepare.nothing_along")

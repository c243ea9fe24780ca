"""What figures and stories make us ask: questions, never mistakes (docs/domain.md 4.3, 5.1)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Final, Literal

from facilitator.contact_details import MAIL, PHONE, POSTCODE, STREET
from facilitator.kinds.room_question import RoomQuestion
from facilitator.scenario.model import RESIDENTS, Step, Use, key_of
from facilitator.session.commands import SMALLEST_SHOWN, unsettled
from facilitator.session.registers import Fact, Link, Parked, Recognised, Story
from facilitator.session.state import State
from facilitator.steps.facts.kind import FactsLeaves, FactsStep
from facilitator.words import LANGUAGES, Words

TOTAL: Final = "total"
"""Under this name stands what all say together."""

Card = Fact | Story
Beside = Literal["fits", "contradicts", "beside"]
"""How a story lies beside a figure; ``beside`` is that it is about something else."""
Private = Literal["mail", "phone", "address", "birth"]
Missing = Literal["both", "source", "year"]

YEARS_BACK: Final = 5
"""A full date longer ago than this is more likely a birthday than something that happened in the street."""


# -- figures


def missing(fact: Fact) -> Missing | None:
    """Give what a figure lacks to be worth something: of whom it is, or of which year (docs/domain.md P8)."""
    if not fact.source and not fact.year:
        return "both"
    return "source" if not fact.source else "year" if not fact.year else None


def figure(fact: Fact) -> str:
    """Give a figure in one line: what, and how much."""
    return f"{fact.what}: {fact.value}" if fact.value else fact.what


def is_counted(value: str) -> bool:
    """Tell whether it says how much, in digits; an empty one is not known yet, and says nothing else."""
    return not value or any(character.isdigit() for character in value)


def origin(fact: Fact) -> str:
    """Give of whom and of which year it is, as far as that is known."""
    return ", ".join(part for part in (fact.source, fact.year) if part)


# -- recognition


def cards(state: State) -> Mapping[str, Card]:
    """Give everything that lies on the table: figures first, then stories."""
    return {**state.facts(), **state.stories()}


def asked_about(state: State, step: FactsStep) -> Mapping[str, Card]:
    """Give what a step asks recognition of: where it asks for stories and not for figures, stories alone.

    Then figures were asked about before, in an earlier part.
    """
    return state.stories() if "stories" in step.ask and "facts" not in step.ask else cards(state)


def said_earlier(state: State, card: Card) -> Mapping[str, date | None]:
    """Give whose answers are of an earlier meeting, with its day; None where an older app did not keep it."""
    today = state.about.day
    days = {who: card.said_on.get(who) for who in card.recognised}
    return {who: day for who, day in days.items() if (day != today if day else state.before is not None)}


def said_now(state: State, card: Card) -> Mapping[str, Recognised]:
    """Give what was answered in this meeting."""
    earlier = said_earlier(state, card)
    return {who: answer for who, answer in card.recognised.items() if who not in earlier}


def replaced(state: State, card: Card, who: str) -> list[str]:
    """Give whose answers of an earlier meeting go when someone answers now.

    Those are its own; and because what is said apart and together never stand side by side, those too.
    """
    earlier = said_earlier(state, card)
    return [other for other in earlier if other == who or (other == TOTAL) != (who == TOTAL)]


def who_say(state: State) -> list[str]:
    """Give who say together whether they recognise something: perspectives, or ``total`` for all together.

    Residents say it first: it is about their neighbourhood. Only perspectives of at least three people say
    so apart. With a smaller one among them everyone answers together, unless the room chose that it tells
    rather than answers.
    """
    if state.small_groups().grouping == "total" or unsettled(state, SMALLEST_SHOWN):
        return [TOTAL]
    return sorted(large_enough(state), key=lambda who: who not in RESIDENTS) or [TOTAL]


def large_enough(state: State) -> list[str]:
    """Give the perspectives with so many people that what is said from there points at nobody."""
    return [
        perspective.id
        for perspective in state.scenario.perspectives
        if state.people.get(perspective.id, 0) >= SMALLEST_SHOWN
    ]


def recognition_question(
    said: Mapping[str, Recognised], asked: Sequence[str]
) -> Literal["differs", "nobody"] | None:
    """Give what the answers so far of those who are asked make us ask.

    That nobody recognises something is said once all of them were asked: nobody speaks for another.
    """
    answers = {said[who] for who in asked if who in said}
    if answers == {"no"}:
        return "nobody" if all(who in said for who in asked) else None
    return "differs" if "no" in answers or len(answers) > 1 else None


# -- side by side


def link_between(state: State, story: str, fact: str) -> tuple[str, Link] | None:
    """Give how a story lies beside a figure, with the name of the link."""
    return next(
        ((name, link) for name, link in state.links().items() if {link.start, link.end} == {story, fact}),
        None,
    )


def how_beside(state: State, story: str, fact: str) -> Beside | None:
    """Give in one word how a story lies beside a figure; None while nobody said."""
    found = link_between(state, story, fact)
    how = found[1].how if found else None
    return how if how in {"fits", "contradicts", "beside"} else None


def meets(state: State, card: str) -> list[tuple[str, Beside]]:
    """Give what a figure or story fits or contradicts, in the order of the table."""
    others = state.stories() if card in state.facts() else state.facts()
    pairs = ((other, how_beside(state, card, other)) for other in others)
    return [(pair, how) for pair, how in pairs if how in {"fits", "contradicts"}]


def is_new(state: State, story: str) -> bool:
    """Tell whether a story says what no figure says: it neither fits nor contradicts one."""
    return story in state.stories() and not meets(state, story)


def side_question(state: State) -> RoomQuestion | None:
    """Give what figures and stories side by side make us ask, what matters most first."""
    stories = list(state.stories())
    asked = [
        RoomQuestion("contradicts", story)
        for story in stories
        for _, how in meets(state, story)
        if how != "fits"
    ]
    asked += [RoomQuestion("new", story) for story in stories if is_new(state, story)]
    asked += [RoomQuestion("no_story", fact) for fact in state.facts() if not meets(state, fact)]
    return asked[0] if asked else None


# -- stories in which someone might be found


def private(text: str, today: date) -> Private | None:
    """Give what a text seems to hold by which one person can be found; a guess, so only a question follows.

    Seen are e-mail addresses, telephone numbers, addresses and dates of birth.
    """
    if MAIL.search(text):
        return "mail"
    if PHONE.search(text):
        return "phone"
    if POSTCODE.search(text) or STREET.search(text):
        return "address"
    return "birth" if _is_birth(text, today) else None


_BORN: Final = re.compile(r"\b(?:geboren|geboortedat\w*|born|birth\w*)\b[^.!?]*\d", re.IGNORECASE)


@cache
def _full_date() -> re.Pattern[str]:
    """Give what a day with its year looks like, in figures or with the name of the month."""
    months = "|".join(month for each in LANGUAGES for month in Words(each).lines("words.months.long"))
    return re.compile(
        rf"(?<!\d)\d{{1,2}}(?:[-/.]\d{{1,2}}[-/.]| (?:{months}),? )(\d{{4}})(?!\d)", re.IGNORECASE
    )


def _is_birth(text: str, today: date) -> bool:
    years = [int(found[1]) for found in _full_date().finditer(text)]
    return bool(_BORN.search(text)) or any(1900 <= year <= today.year - YEARS_BACK for year in years)


# -- what a step left


def open_questions(state: State) -> dict[str, Parked]:
    """Give what nobody knew, also at earlier meetings: answered or not."""
    return {name: line for name, line in state.parked().items() if line.unknown}


def left_at(state: State, key: str) -> FactsLeaves:
    """Give what a step left."""
    return FactsLeaves.model_validate(state.result(key))


def is_first(state: State, use: Use, step: Step) -> bool:
    """Tell whether a step is the first of its kind: there the registers are told, once."""
    found = (key_of(u, s) for u, s in state.scenario.places() if s.kind == "facts")
    return next(found, "") == key_of(use, step)

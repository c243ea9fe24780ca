"""What in people's own words looks like a person's name, telephone number, mail or house address. Pure.

A guess: what is seen is left out of everything that leaves the room, unless the group chose to show it. Names
of parties on the map, of the neighbourhood and its places, and who can be called were chosen already. What
the statistics office calls an area is nobody's name either, and makes no name known that is said elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple

from facilitator.contact_details import MAIL, PHONE, POSTCODE, STREET
from facilitator.session.earlier_meetings import Meeting
from facilitator.session.merged_tables import Merged, MergedTable
from facilitator.session.registers import Entry, Fact
from facilitator.session.session_leaves import DETAILS
from facilitator.session.state import Before, State
from facilitator.text import folded
from facilitator.words import LANGUAGES, Words

Sort = Literal["name", "phone", "mail", "address"]

_OF: Final = r"(?:[Vv]an|[Dd]e[rn]?|[Tt]e[rn]?|het|'t|[EeAa]l|[Bb][ie]n|[Ll][ae])"
"""What may stand between the words of a family name."""
_CAPITAL: Final = r"[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ'’-]+"
_TITLE: Final = r"(?:[Mm]eneer|[Mm]ijnheer|[Mm]evrouw|[Mm]evr\.?|[Dd]hr\.?|[Mm]w\.?|[Mm]r\.|[Mm]rs\.?)"
_TITLED: Final = re.compile(rf"\b{_TITLE} (?:{_OF} )*{_CAPITAL}")
_FULL: Final = re.compile(rf"\b{_CAPITAL}(?: {_OF})* {_CAPITAL}\b")
# fmt: off
_NO_FIRST_NAME: Final = frozenset((
    "de", "het", "een", "wij", "we", "ik", "u", "jij", "in", "op", "bij", "van", "voor", "na", "om", "als",
    "en", "of", "maar", "dan", "nu", "er", "dit", "dat", "die", "wie", "wat", "waar", "hoe", "ook", "sint",
    "st", "the", "a", "our", "on", "at", "for", "and", "but", "this", "that", "who", "what", "where",
))
# fmt: on
"""Words with which a sentence begins, and saints."""
_NO_NAME: Final = re.compile(
    r"(?:straat|laan|kade|dreef|singel|weg|hof|pad|plein|park|dijk|gracht|brug|school|kerk|moskee|huis|wijk|buurt|"
    r"dorp|stad|team|raad|club|bond|vereniging|gemeente|provincie|corporatie|bureau|centrum|stichting|politie|"
    r"bibliotheek|winkel|markt|dag|maand|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|"
    r"november|december|street|road|avenue|square|court|school|church|mosque|library|market|station|municipality|"
    r"association|council|department|committee|foundation|police|centre|office|january|february|october)s?$",
    re.IGNORECASE,
)
"""How a word ends that is no part of a person's name, in Dutch or in English."""


_MARKED: Final = re.compile(r"[@\d]")
"""What every number, mail and address has."""


_WITH_A_MARK: Final[Sequence[tuple[Sort, re.Pattern[str]]]] = (
    ("mail", MAIL),
    ("phone", PHONE),
    ("address", STREET),
    ("address", POSTCODE),
)


class Detail(NamedTuple):
    """What looks like it belongs to one person."""

    sort: Sort
    text: str


def details_in(text: str) -> Iterator[Detail]:
    """Give what in a text looks like it belongs to one person, in the order in which kinds are looked for."""
    if text == text.lower() and not _MARKED.search(text):
        return  # names have a capital
    if _MARKED.search(text):
        for sort, pattern in _WITH_A_MARK:
            yield from (Detail(sort, found[0]) for found in pattern.finditer(text))
    yield from (Detail("name", found[0]) for found in _TITLED.finditer(text))
    yield from (Detail("name", found[0]) for found in _FULL.finditer(text) if _is_name(found[0]))
    yield from (Detail("name", word) for word in re.findall(_CAPITAL, text) if word in _first_names())


def _is_name(text: str) -> bool:
    """Tell two capitalised words that may be a person from the start of a sentence, a street or an office."""
    first, *_, last = text.split()
    if first.lower() in _NO_FIRST_NAME or last.lower() in _NO_FIRST_NAME:
        return False
    return not _NO_NAME.search(first) and not _NO_NAME.search(last)


@cache
def _first_names() -> frozenset[str]:
    lines = (Path(__file__).parent / "first_names.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(name for line in lines if not line.startswith("#") for name in line.split())


# -- of a session


def personal_details(state: State) -> list[Detail]:
    """Give every detail in what people said, each once, without what was chosen already to be known."""
    known = _known(state)
    found = (detail for text in _texts(state) for detail in details_in(text))
    return list(dict.fromkeys(detail for detail in found if folded(detail.text) not in known))


def to_choose(state: State) -> list[Detail]:
    """Give the details of which a group can say whether they may be shown; a first name with the full one."""
    found = personal_details(state)
    return [detail for detail in found if not any(_is_part(detail.text, each.text) for each in found)]


def undecided(state: State) -> list[Detail]:
    """Give those of which nobody said so yet."""
    decided = state.details().decided
    return [detail for detail in to_choose(state) if detail.text not in decided]


def shown_details(state: State) -> list[Detail]:
    """Give the details that are shown because the group chose so."""
    shown = state.details().shown
    return [detail for detail in personal_details(state) if _is_shown(detail, shown)] if shown else []


def _is_shown(detail: Detail, shown: Sequence[str]) -> bool:
    return any(detail.text == text or _is_part(detail.text, text) for text in shown)


def _is_part(text: str, other: str) -> bool:
    """Tell whether a text stands as whole words in a longer one: a first name in the full one."""
    return text != other and f" {text} " in f" {other} "


def without_details(state: State) -> State:
    """Give a session without details that nobody chose to show, nor that they were chosen from."""
    shown = state.details().shown
    if state.details().decided != shown:
        chosen = {DETAILS: {"decided": [*shown], "shown": [*shown]}} if shown else {}
        results = {key: fields for key, fields in state.results.items() if key != DETAILS}
        state = state.replace(results={**results, **chosen})
    hidden = [detail for detail in personal_details(state) if not _is_shown(detail, shown)]
    if not hidden:
        return state
    t = Words(state.scenario.language)
    hidden.sort(key=lambda detail: -len(detail.text))  # a full name before the first name in it
    names = {detail.text: t(f"session.left_out.{detail.sort}") for detail in hidden}
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(text)}(?!\w)" for text in names))

    def hide(text: str) -> str:
        return pattern.sub(lambda found: names[found[0]], text)

    results = {
        key: fields if key == DETAILS else _hidden_json(dict(fields), hide)
        for key, fields in state.results.items()
    }
    return state.replace(
        registers={
            register: {name: _hidden(entry, hide) for name, entry in entries.items()}
            for register, entries in state.registers.items()
        },
        notes={name: replace(note, text=hide(note.text)) for name, note in state.notes.items()},
        results=results,
        before=_hidden_before(state.before, hide) if state.before else None,
        merged=_hidden_merged(state.merged, hide) if state.merged else None,
    )


def _hidden_before(before: Before, hide: Callable[[str], str]) -> Before:
    meetings = [Meeting.model_validate(_hidden_json(each.model_dump(), hide)) for each in before.meetings]
    return before.model_copy(update={"meetings": meetings})


def _hidden_merged(merged: Merged, hide: Callable[[str], str]) -> Merged:
    tables = [MergedTable.model_validate(_hidden_json(each.model_dump(), hide)) for each in merged.tables]
    return merged.model_copy(update={"tables": tables})


def _hidden(entry: Entry, hide: Callable[[str], str]) -> Entry:
    plain = entry.model_dump()
    changed = {**_hidden_json(plain, hide), **_official(entry)}
    return entry if changed == plain else type(entry).model_validate(changed)


def _hidden_json(value: Any, hide: Callable[[str], str]) -> Any:
    """Give a plain value with every text in it, however deep, without details; names of keys stay."""
    if isinstance(value, str):
        return hide(value)
    if isinstance(value, dict):
        return {name: _hidden_json(inner, hide) for name, inner in value.items()}
    return [_hidden_json(inner, hide) for inner in value] if isinstance(value, list) else value


def _texts(state: State) -> Iterator[str]:
    """Give everything that people said."""
    for entries in state.registers.values():
        for entry in entries.values():
            yield from _strings({**entry.model_dump(mode="json"), **dict.fromkeys(_official(entry), "")})
    yield from (note.text for note in state.notes.values())
    yield from _strings({key: dict(fields) for key, fields in state.results.items() if key != DETAILS})
    if state.before is not None:
        yield from _strings([meeting.model_dump(mode="json")["kept"] for meeting in state.before.meetings])
    for table in state.merged.tables if state.merged else []:
        yield from _strings([table.model_dump(mode="json")[name] for name in ("kept", "words", "waits")])


def _official(entry: Entry) -> dict[str, str]:
    """Give what the statistics office says in a figure that was looked up, and nobody here: its area."""
    if not isinstance(entry, Fact) or not entry.area:
        return {}
    sources = {Words(language)("figures.source") for language in LANGUAGES}
    return {"area": entry.area} if entry.source in sources else {}


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def _known(state: State) -> str:
    """Give the names that were chosen to be known, as one text to look in."""
    about, closing = state.about, state.closing()
    names = [about.place, about.venue, closing.next_venue, state.contact, state.scenario.title]
    names += [actor.name for actor in state.actors().values()]
    return folded(" ".join(names))

"""What a session brings along from the one it follows: in the state, on its screens, and in its file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from facilitator.scenario.item_sorts import ITEM_SORTS
from facilitator.session.kept_words import kept_before
from facilitator.session.provenance import say_meeting
from facilitator.session.registers import Actor, Entry, Item, Parked
from facilitator.session.state import State
from facilitator.words import Words
from tests.walks.ending import Ended
from tests.walks.walk import Walk, squeezed
from tests.walks.words import in_words


async def came_over(walk: Walk, earlier: Ended) -> None:
    """Demand that a session begins with what the earlier one left, ids and all; read what is parked."""
    assert walk.state.registers == _left_by(earlier)
    before = walk.state.before
    assert before is not None
    about = earlier.state.about
    assert (before.session, before.day, before.people) == (about.id, about.day, earlier.state.people)
    assert before.votes or not earlier.state.rounds
    parked = [line.text for line in walk.state.parked().values()]
    assert parked
    await walk.press("l")
    walk.sees(*parked)
    await walk.press("escape")


def _left_by(earlier: Ended) -> dict[str, dict[str, Entry]]:
    """Give what a session left, of which more is to be said: agreements on which work goes on, lines that
    were not answered; and nothing of what holds only for who was there."""
    left = {
        name: {entry_id: _anew(entry) for entry_id, entry in entries.items()}
        for name, entries in earlier.state.registers.items()
    }
    ended = [
        name
        for name, agreement in earlier.state.agreements().items()
        if agreement.status in {"done", "stopped", "not-needed"}
    ]
    ended += [name for name, line in earlier.state.parked().items() if line.answer]
    kept = {
        name: {entry_id: entry for entry_id, entry in entries.items() if entry_id not in ended}
        for name, entries in left.items()
    }
    return {name: entries for name, entries in kept.items() if entries}


def _anew(entry: Entry) -> Entry:
    anew: dict[str, Any] = {"shared": "", "energy": "", "use": None}
    return entry.model_copy(update={name: value for name, value in anew.items() if hasattr(entry, name)})


def stands_beside_it(walk: Walk, earlier: Ended) -> None:
    """Demand that what came over stood on the screens of this session, and is in it still.

    What the programme says that it ``brings`` from earlier parts has to be there, and to be seen.
    """
    carried = _left_by(earlier)
    for register, entries in carried.items():
        assert entries.keys() <= walk.state.registers[register].keys(), register
    seen = "\n".join(look for looks in walk.looks.values() for look in looks)
    missing = [text for text in _to_be_seen(walk, carried) if squeezed(text) not in seen]
    assert not missing, f"came over, and was never seen: {missing}"
    for name in walk.scenario.brings:
        promised = _promised(name, walk.state, carried)
        assert promised, f"{walk.scenario.id} promises {name}, and nothing of that came over"
        missing = [text for text in promised if squeezed(text) not in seen]
        assert not missing, f"{walk.scenario.id} promises {name}, and this was never seen: {missing}"


SIDES: Final = ("formal", "informal")
WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "actors": ("actors", "name"),
    "agreements": ("agreements", "what"),
    "facts": ("facts", "what"),
    "stories": ("stories", "text"),
    "tasks": ("tasks", "name"),
}
"""Of what always comes along, in which register it is and where its words stand."""


def _promised(name: str, state: State, carried: Mapping[str, Mapping[str, Entry]]) -> list[str]:
    """Give the words of what a programme promises to bring, as they have to stand on its screens."""
    if name in WORDS:
        register, field = WORDS[name]
        texts = [getattr(entry, field) for entry in carried.get(register, {}).values()]
        # in two narrow lanes a figure stands on more than one row
        return [word for text in texts for word in text.split()] if name == "facts" else texts
    if name in SIDES:
        actors = carried.get("actors", {}).values()
        return [actor.name for actor in actors if isinstance(actor, Actor) and actor.side == name]
    if name in ITEM_SORTS:
        items = carried.get("items", {}).values()
        return [item.text for item in items if isinstance(item, Item) and item.sort == name]
    if name == "questions":
        return [line.text for line in carried.get("parked", {}).values() if isinstance(line, Parked)]
    if name == "choices":
        chosen = [entry_id for meeting in state.meetings for entry_id in meeting.chosen]
        texts = [state.items()[entry_id].text for entry_id in chosen if entry_id in state.items()]
        return [*texts, *([in_words("gekozen (", state.scenario.language)] if texts else [])]
    if name == "votes":
        return [text for vote in (state.before.votes if state.before else []) for text in vote.texts.values()]
    return [
        text
        for meeting, words in kept_before(state, [name])
        for text in [
            say_meeting(meeting, state, Words(state.scenario.language)),
            words.title,
            *(line.text for line in words.lines),
        ]
    ]


def _to_be_seen(walk: Walk, carried: Mapping[str, Mapping[str, Entry]]) -> Iterator[str]:
    """Give the words of what came over that a step of this programme is about."""
    there: dict[str, Any] = {name: entries.values() for name, entries in carried.items()}
    for _, step in walk.state.places():
        asks = getattr(step, "ask", "")
        if step.kind == "review" and asks in {"celebrate", "agreements"}:
            yield from (each.what for each in there.get("agreements", []))
        elif step.kind == "actors":
            yield from (each.name for each in there.get("actors", []) if each.side == asks)
        elif step.kind == "contributions" and asks == "offers":
            yield from (each.name for each in there.get("actors", []))
        elif step.kind == "choose" and getattr(step, "among", "") == "items":
            yield from (
                each.text for each in there.get("items", []) if each.sort in getattr(step, "sorts", [])
            )
        elif step.kind == "facts" and "beside" in asks:
            for each in there.get("facts", []):
                yield from each.what.split()  # in two narrow lanes a figure stands on more than one row

"""What scenarios/SOURCES.md says a step leaves is there when the evening is over, and returns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from facilitator.scenario.model import Step, key_of
from facilitator.session.registers import Contribution, Entry, Link, Role
from facilitator.session.state import State
from tests.report.reading import Page
from tests.scenario.sources import LEAVES, Row, rows
from tests.walks.ending import Ended
from tests.walks.walk import Walk, squeezed


def keeps_what_sources_ask(ended: Ended) -> None:
    """Demand of each element of the sources that rests on this programme that its outcome was kept."""
    programme = ended.state.scenario.id
    empty = [row.element for row in rows() if row.programme == programme and not _outcome(row, ended.state)]
    assert not empty, f"{programme} kept nothing of {empty}"


def returns_where_sources_say(walk: Walk, evenings: Sequence[Ended]) -> None:
    """Demand that words of earlier steps were met again where the table says so.

    ``evenings``: of these programmes so far, this one last.
    """
    here = evenings[-1]
    page = Page(here.made("verslag", "html").read_text(encoding="utf-8"))
    report = squeezed(page.text)
    for row in rows():
        if row.back_at is None and row.programme == here.state.scenario.id:
            missing = [word for word in _outcome(row, here.state) if squeezed(word) not in report]
            assert not missing, f"{row.element} does not return in the report: {missing}"
        elif row.back_at and row.back_at[0] == here.state.scenario.id:
            for evening in evenings:
                if evening.state.scenario.id == row.programme:
                    _was_seen(row, _outcome(row, evening.state), walk)


def _was_seen(row: Row, words: Sequence[str], walk: Walk) -> None:
    assert row.back_at is not None
    # Beside each other on so few columns, lines break into words.
    pieces = [part for word in words for part in (word.split()[:1] if walk.was_small else [word])]
    seen = "\n".join([*walk.looks[row.back_at[1]], *walk.told[row.back_at[1]]])
    assert any(squeezed(part) in seen for part in pieces), f"{row.element} does not return: {words}"


def _outcome(row: Row, state: State) -> list[str]:
    """Give the words of what stands where the row says that it does; an empty field is nothing."""
    found = LEAVES.fullmatch(row.leaves)
    assert found, row.leaves
    step = next(step for use, step in state.places() if key_of(use, step) == row.key)
    if register := found["register"]:
        entries = state.registers.get(register, {}).values()
        kept = [each for each in entries if not found["of_entry"] or getattr(each, found["of_entry"])]
        return [word for entry in kept for word in _words_of(entry, state)]
    if field := found["field"]:
        return [*_words_in(state.result(row.key), field, state, step)]
    if found["kept"] == "rounds":
        use = row.key.partition("/")[0]
        held = state.rounds_of(f"{use}/{getattr(step, 'of', None) or step.id}")
        asked = {name for vote in held for name in vote.statements}
        sets = state.scenario.statement_sets
        return [one.text for each in sets for one in each.statements if one.id in asked]
    return [each.title for each in state.scenario.perspectives if state.people.get(each.id)]


def _words_of(entry: Entry, state: State) -> Iterator[str]:
    """Give the words by which people know an entry."""
    if isinstance(entry, Role | Contribution):
        yield state.actors()[entry.actor].name
    elif isinstance(entry, Link):
        for end in (entry.start, entry.end):
            named = [entries[end] for entries in state.registers.values() if end in entries]
            yield from (word for each in named for word in _words_of(each, state))
    if not isinstance(entry, Role | Link):
        fields = ("text", "name", "what")
        yield next(getattr(entry, field) for field in fields if hasattr(entry, field))


def _words_in(left: Mapping[str, Any], field: str, state: State, step: Step) -> Iterator[str]:
    """Give the words of a field of what a step leaves."""
    value = left.get(field)
    if not value:
        return
    if field == "advice":
        yield left["reason"]
    elif field == "replies":
        yield from (question.text for question in getattr(step, "questions", []) if question.id in value)
    elif field == "chosen":
        texts = {**{name: task.name for name, task in state.tasks().items()}, **left.get("texts", {})}
        yield from (texts[name] for name in value)
    else:
        yield from (each["text"] for each in value)

"""What sessions and journals of format 1 held too much of. Pure.

They kept how a small group of one mind answered, with a list of groups that agreed to show it, and sentences
that were made of such answers. What was not agreed to is left out when one is read, and so of the file when
it is next written.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from facilitator.insight.statistics import METHOD
from facilitator.insight.suppression import spare
from facilitator.session.events import (
    AnswersDisclosed,
    Event,
    JournalEntry,
    ResultSet,
    RoundClosed,
    RoundOpened,
    RoundRevealed,
)
from facilitator.session.rounds import Finding, Round, Shown, ShownGroup, Withheld, with_answers
from facilitator.session.state import State

AGREED: Final = "agreed_to_show"
"""The field of a step's results with the groups that agreed to show all their answers."""

_SAFE: Final = frozenset({"scan", "unknown", "nobody"})
"""Codes of findings about a whole vote that never rested on a withheld answer."""


def without_withheld(state: State) -> State:
    """Give a session of format 1 without the answers that small groups of one mind did not agree to show."""
    rounds = {name: _spared(vote, _agreed(state.results, vote)) for name, vote in state.rounds.items()}
    before = state.before
    if before is not None:
        votes = [vote.model_copy(update={"shown": spare(vote.shown).shown}) for vote in before.votes]
        before = before.model_copy(update={"votes": votes})
    results = {
        key: {name: value for name, value in fields.items() if name != AGREED}
        for key, fields in state.results.items()
    }
    return state.replace(
        rounds=rounds, before=before, results={key: fields for key, fields in results.items() if fields}
    )


def _agreed(results: Mapping[str, Mapping[str, object]], vote: Round) -> list[str]:
    found = results.get(f"{vote.use}/{vote.step}", {}).get(AGREED)
    return [group for group in found if isinstance(group, str)] if isinstance(found, list) else []


def _spared(vote: Round, agreed: Collection[str]) -> Round:
    if vote.shown is None:
        return vote
    closed = spare(vote.shown, agreed)
    if not closed.withheld:
        return vote
    findings = _without_grounds(vote.findings, closed.shown, vote.statements)
    return vote.model_copy(update={"shown": closed.shown, "findings": findings})


def _without_grounds(findings: Sequence[Finding], shown: Shown, statements: Sequence[str]) -> list[Finding]:
    """Leave out what rested on withheld answers: the sentence about the whole vote, and the order."""
    if not any(group.same for group in shown.groups):
        return list(findings)
    plain = [
        finding.model_copy(update={"code": "differ"}) if finding.code == "most-different" else finding
        for finding in findings
        if finding.about or finding.code in _SAFE
    ]
    places = {name: place for place, name in enumerate(statements, 1)}
    return sorted(plain, key=lambda finding: places.get(finding.about, 0))


def without_one_mind(actions: Sequence[JournalEntry]) -> list[JournalEntry]:
    """Give the actions of a journal as they would be written now; those that are, stay as they are."""
    return list(_Conversion().of(actions))


class _Conversion:
    """Goes through a journal and knows which votes there were, and which groups agreed by then."""

    def __init__(self) -> None:
        self._keys: dict[str, str] = {}
        self._statements: dict[str, Sequence[str]] = {}
        self._shown: dict[str, Shown] = {}
        self._withheld: dict[str, Sequence[Withheld]] = {}
        self._told: dict[str, RoundRevealed] = {}

    def of(self, actions: Sequence[JournalEntry]) -> Iterator[JournalEntry]:
        for action in actions:
            events = [converted for event in action.events for converted in self._event(event)]
            changed = len(events) != len(action.events) or any(
                now is not then for now, then in zip(events, action.events, strict=True)
            )
            yield action.model_copy(update={"events": events}) if changed else action

    def _event(self, event: Event) -> Iterator[Event]:
        if isinstance(event, RoundOpened):
            self._keys[event.id] = f"{event.use}/{event.step}"
            self._statements[event.id] = event.statements
        if isinstance(event, RoundClosed):
            closed = spare(event.shown)
            if closed.withheld:
                self._shown[event.id], self._withheld[event.id] = closed.shown, closed.withheld
                yield event.model_copy(update={"shown": closed.shown, "withheld": closed.withheld})
                return
        if isinstance(event, RoundRevealed) and event.id in self._shown:
            self._told[event.id] = event
            yield event.model_copy(update={"findings": self._findings(event.id)})
            return
        if isinstance(event, ResultSet) and event.field == AGREED:
            yield from self._disclosed(event)
            return
        yield event

    def _disclosed(self, event: ResultSet) -> Iterator[AnswersDisclosed]:
        """Turn the consent to show all answers of some groups into what it was in the votes till then."""
        groups = event.value if isinstance(event.value, list) else []
        for name, shown in list(self._shown.items()):
            if self._keys.get(name) == f"{event.use}/{event.step}":
                for group in shown.groups:
                    if group.group in groups and group.same:
                        yield self._one_disclosed(name, group)

    def _one_disclosed(self, name: str, group: ShownGroup) -> AnswersDisclosed:
        counts = {
            answer.statement: answer.counts for answer in self._withheld[name] if answer.group == group.group
        }
        self._shown[name] = with_answers(self._shown[name], group.group, counts)
        told = self._told.get(name)
        return AnswersDisclosed(
            id=name,
            group=group.group,
            statements=group.same,
            method=told.method if told else METHOD,
            findings=self._findings(name),
        )

    def _findings(self, name: str) -> list[Finding]:
        told = self._told.get(name)
        return _without_grounds(told.findings if told else [], self._shown[name], self._statements[name])

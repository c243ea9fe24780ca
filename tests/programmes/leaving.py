"""What a step leaves when a group has done it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from facilitator.scenario.model import Step, Use, key_of
from facilitator.session.state import State
from facilitator.steps.statements.kind import StatementsStep, vote_of


def left(state: State, use: Use, step: Step) -> bool:
    """Tell whether a step left what its kind is for, as far as there was something to work with."""
    result = state.result(key_of(use, step))
    return bool(_LEFT[step.kind](state, use, step, result))


def _voted(state: State, use: Use, step: Any, _result: Mapping[str, Any]) -> bool:
    assert isinstance(step, StatementsStep)
    votes = state.rounds_of(key_of(use, vote_of(step, use)))
    shown = {"revealed", "closed"} if step.part == "vote" else {"revealed"}
    return bool(votes) and votes[-1].status in shown


def _collected(state: State, _use: Use, step: Any, _result: Mapping[str, Any]) -> bool:
    among = state.actors() if step.among == "actors" else state.items()
    if step.ask == "gather":
        return {each.sort for each in step.prompts} <= {each.sort for each in state.items().values()}
    if len(among) < 2:
        return True
    if step.ask == "links":
        return bool(state.links())
    named = {"cluster": "theme", "shared": "shared", "energy": "energy"}[step.ask]
    return any(getattr(each, named) for each in among.values())


def _mapped(state: State, _use: Use, step: Any, _result: Mapping[str, Any]) -> bool:
    actors = state.actors().values()
    if step.ask in {"formal", "informal"}:
        return any(each.side == step.ask for each in actors)
    return not actors or any(each.interest if step.ask == "interests" else each.ring for each in actors)


def _contributed(state: State, _use: Use, step: Any, _result: Mapping[str, Any]) -> bool:
    if not state.actors():
        return True
    return bool({"offers": state.contributions(), "tasks": state.tasks(), "roles": state.roles()}[step.ask])


def _agreed(state: State, _use: Use, step: Any, _result: Mapping[str, Any]) -> bool:
    named = {"make": "what", "seen": "seen", "keep": "keeper"}[step.ask]
    return any(getattr(each, named) for each in state.agreements().values())


def _laid(state: State, _use: Use, step: Any, result: Mapping[str, Any]) -> bool:
    there = {"facts": state.facts(), "stories": state.stories(), "unknown": result.get("unknown")}
    return all(there[page] for page in step.ask if page in there)


def _reviewed(state: State, _use: Use, step: Any, result: Mapping[str, Any]) -> bool:
    if step.ask == "learn":
        return bool(result.get("learnt"))
    if step.ask == "celebrate":
        return bool(result.get("worked")) or any(
            each.status == "done" for each in state.agreements().values()
        )
    return state.before is None or any(each.status != "open" for each in state.agreements().values())


_LEFT: Final[Mapping[str, Callable[[State, Use, Any, Mapping[str, Any]], bool]]] = {
    "card": lambda *_: True,
    "checkin": lambda state, *_: bool(state.people),
    "statements": _voted,
    "questions": lambda _state, _use, _step, result: bool(result.get("answers")),
    "facts": _laid,
    "collect": _collected,
    "choose": lambda _state, _use, _step, result: bool(result.get("chosen")) or not result.get("texts"),
    "tasks": lambda state, *_: bool(state.tasks()),
    "actors": _mapped,
    "contributions": _contributed,
    "agreements": _agreed,
    "gate": lambda _state, _use, _step, result: bool(result.get("replies")) and bool(result.get("advice")),
    "review": _reviewed,
}

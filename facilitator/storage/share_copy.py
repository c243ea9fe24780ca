"""A copy of a session to share: what a group did, without what is the app's or the facilitator's own.

It is made for people and for programs that lay sessions side by side; the app does not open it. The same
session gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from facilitator.insight.groups import may_be_drawn
from facilitator.session.disclosure import to_share
from facilitator.session.file_seal import FileSeal
from facilitator.session.rounds import Round, Shown
from facilitator.session.state import State
from facilitator.storage.session_model import SECTIONS, session_text
from facilitator.storage.toml_text import as_comment, as_toml
from facilitator.words import Words

SHARED: Final = 2
"""The form of copies; under this name a copy says that it is one. Since 2 with what a community counts."""

_OF_THE_APP: Final = frozenset(
    {"format", "at", "page", "step", "steps", "left_out", "inserted", "scenario", "marks"}
)
_PARTS: Final = (
    *(name for name in SECTIONS if name not in _OF_THE_APP),
    "perspectives",
    "scale",
    "steps",
    "counted",
)


def share_text(state: State, seal: FileSeal, counted: Mapping[str, Any] | None = None) -> str:
    """Give the copy.

    Args:
        state: the session.
        seal: which file it is of, in which version.
        counted: what a community counts of it.
    """
    state = to_share(state)
    t = Words(state.scenario.language)
    plain = {name: value for name, value in session_text(state).items() if name not in _OF_THE_APP}
    plain |= {"rounds": dict(_rounds(state)), **_scenario(state), "counted": counted}
    if state.before is not None:
        plain["before"] = {**plain["before"], "votes": [*_earlier_votes(state)]}
    of = {"copy_of": seal.name, "seq": seal.seq, "crc32": seal.crc32}
    head = {"shared": SHARED, **of, "purpose": state.scenario.purpose}
    head |= {name: value for name, value in plain.items() if name not in _PARTS}
    known = t("storage.share.seal", crc32=seal.crc32, seq=seal.seq) if seal.crc32 else ""
    comment = as_comment(t("storage.share.comment", name=seal.name, seal=known))
    parts = [f"{comment}\n{as_toml(head)}"]
    for name in _PARTS:
        if plain.get(name):
            title = t(f"storage.section.{name}")
            body = as_toml({name: plain[name]}, multiline_strings=True)
            parts.append(f"{as_comment(title)}\n\n{body}")
    return "\n".join(parts)


def _scenario(state: State) -> dict[str, Any]:
    """Give what one needs of the scenario to read the rest: what groups, points and steps are called."""
    scenario = state.scenario
    return {
        "perspectives": {each.id: each.title for each in scenario.perspectives},
        "scale": scenario.scale.model_dump(),
        "steps": {f"{use.id}/{step.id}": step.title for use, step in state.places()},
    }


def _rounds(state: State) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give the votes of which something is shown, with the statements as people read them."""
    for name, vote in state.rounds.items():
        if vote.shown is not None and vote.status != "voided":
            told = [each.model_dump(exclude_defaults=True, exclude={"notes"}) for each in vote.findings]
            said = vote.model_dump(exclude_defaults=True, exclude={"id", "expected", "shown", "findings"})
            texts = {"texts": _texts(vote, state), "shown": _shown(vote.shown)}
            yield name, {**said, **({"findings": told} if told else {}), **texts}


def _texts(vote: Round, state: State) -> dict[str, str]:
    found = state.find(f"{vote.use}/{vote.step}")
    step = found[1] if found else None
    names = [*getattr(step, "sets", []), *getattr(step, "back", {}).values()]
    sets = [one for name in names if (one := state.scenario.find_set(name))]
    texts = {statement.id: statement.text for one in sets for statement in one.statements}
    return {name: texts[name] for name in vote.statements if name in texts}


def _earlier_votes(state: State) -> Iterator[dict[str, Any]]:
    for vote in state.before.votes if state.before else []:
        yield {"day": vote.day, "texts": dict(vote.texts), "shown": _shown(vote.shown)}


def _shown(shown: Shown) -> dict[str, Any]:
    """Give a result without the answers that nobody draws: of one or two people beside others."""
    groups: list[Mapping[str, Any]] = []
    for group in shown.groups:
        few = [name for name in group.answers if not may_be_drawn(group, name, shown.minimum)]
        drawn = {name: row for name, row in group.answers.items() if name not in few}
        said = group.model_dump(exclude_defaults=True, exclude={"answers"})
        groups.append({**said, **({"too_few_chose": few} if few else {}), "answers": drawn})
    return {**shown.model_dump(exclude_defaults=True, exclude={"groups"}), "groups": groups}

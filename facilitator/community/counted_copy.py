"""What a community counts of a session, in its copy to share: a city need not send more than that."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from facilitator.community.session_counts import VERSION, SessionCounts, counts_of
from facilitator.problems import Problem, Refused
from facilitator.session.state import State

COUNTED: Final = "counted"
"""Under this name it stands in a copy."""
SHARED: Final = b"\nshared = "
"""Every copy has this at its head, and no session."""


def counted_part(state: State, seq: int) -> dict[str, Any]:
    """Give what a copy says of it; nothing of a session that is still open."""
    if not state.closing().finished:
        return {}
    return {"version": VERSION, **counts_of(state, seq).model_dump(exclude_defaults=True)}


def read_copy(data: bytes, path: Path) -> SessionCounts | None:
    """Give what stands in a copy; None for what is none. Raises Refused for one that has it not, or older."""
    if SHARED not in data:
        return None
    import tomli

    try:
        said = tomli.loads(data.decode("utf-8-sig"))
        if "shared" not in said:
            return None
        counted = said.get(COUNTED, {})
        if counted.pop("version", None) != VERSION:
            raise Refused(Problem("community.other_copy", {"path": str(path)}))
        return SessionCounts.model_validate(counted, strict=False)
    except (ValueError, RecursionError, AttributeError) as error:
        raise Refused(Problem("community.damaged_copy", {"path": str(path)})) from error

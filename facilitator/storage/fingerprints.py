"""By what is seen that an agreement was changed outside the app: a short digest of each part of it.

They stand at the end of the session file, and say nothing to who reads it. Unlike a copy they go along to
another laptop. Who changes a file on purpose can make them fit; they are for an honest hand.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from hashlib import sha256
from typing import Any, Final

from facilitator.session.agreement_versions import standing_objections
from facilitator.session.registers import Agreement, Objection, Part, Version
from facilitator.session.state import State

PARTS: Final[tuple[Part, ...]] = ("what", "who", "due", "firmness", "heard")
_SHORT: Final = 6
"""Characters of each digest."""
_TIES: Final = {"perspective", "there"}
"""Left out of digests: they may go when a file is closed, because they point at someone."""


def mark(agreement: Agreement) -> str:
    """Give the digests of an agreement, in the order of ``PARTS``."""
    return "-".join(sha256(json.dumps(part).encode()).hexdigest()[:_SHORT] for part in _said(agreement))


def _said(agreement: Agreement) -> list[object]:
    due = agreement.due.isoformat() if agreement.due else ""
    heard = agreement.model_dump(mode="json", include={"heard", "heard_on", "present"})
    objections = [_objection(objection) for objection in agreement.objections]
    versions = [_version(version) for version in agreement.versions]
    return [
        agreement.what,
        agreement.who,
        due,
        agreement.firmness,
        [sorted(heard.items(), key=lambda item: item[0]), objections, versions],
    ]


def _objection(objection: Objection) -> object:
    return objection.model_dump(mode="json", exclude=_TIES)


def _version(version: Version) -> object:
    said = version.model_dump(mode="json", exclude={"objections"})
    return [said, [_objection(objection) for objection in version.objections]]


def changed_parts(agreement: Agreement, sealed: str) -> list[Part]:
    """Give what is different about an agreement than when it was marked."""
    before, now = sealed.split("-"), mark(agreement).split("-")
    if len(before) != len(now):
        return list(PARTS)
    return [part for part, old, new in zip(PARTS, before, now, strict=True) if old != new]


def noticed(state: State, marks: Mapping[str, str], before: State | None, today: date) -> State:
    """Give a session of which the file was changed by hand, with what that changed about agreements.

    Words that were not heard say so, with the day on which it was seen. ``before``: the session as it was,
    where a copy of that is kept; without one how an agreement read is not known any more. In a file without
    marks, of an older app, only such a copy tells what was changed.
    """
    were = before.agreements() if before else {}
    found: dict[str, Agreement] = {}
    for name, agreement in state.agreements().items():
        was = were.get(name)
        sealed = marks.get(name) or (mark(was) if was and not marks else "")
        if not sealed and not marks and before is None:
            found[name] = agreement  # nobody knows how it read
        elif not sealed:
            found[name] = _changed(agreement, None, [], today)
        elif parts := changed_parts(agreement, sealed):
            found[name] = _changed(agreement, was if was and mark(was) == sealed else None, parts, today)
        else:
            found[name] = agreement
    if found == state.agreements():
        return state
    return state.replace(registers={**state.registers, "agreements": found})


def _changed(now: Agreement, was: Agreement | None, parts: Sequence[Part], today: date) -> Agreement:
    """Give an agreement that was changed by hand: not heard as it reads now, with how it read before."""
    standing = standing_objections(now)
    kept = {objection.id for objection in standing}
    known = was or (now if parts and "heard" not in parts else None)
    version = Version(
        what=was.what if was else "",
        who=was.who if was else "",
        due=was.due if was else None,
        heard=known.heard if known else "",
        heard_on=known.heard_on if known else None,
        present=known.present if known else {},
        objections=[objection for objection in (known or now).objections if objection.id not in kept],
        changed_on=today,
        how="by-hand" if parts else "added",
        parts=list(parts),
    )
    versions = [*(was or now).versions, version]
    changes: dict[str, Any] = {
        "heard": "",
        "heard_on": None,
        "present": {},
        "objections": standing,
        "versions": versions,
    }
    return now.model_copy(update=changes)

"""The reply to what someone put forward: what became of it, by whom and when."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, Field

from facilitator.records import FilledLine, Kept, Line


class Reply(Kept):
    """What became of something that was put forward."""

    text: FilledLine
    who: Line = ""
    """By whom: a role or an organisation, never a person."""
    day: Annotated[date | None, Field(strict=False)] = None
    """When; none where it was said without one. In a journal it is text, which a strict model that was
    looked at before would refuse."""


def _reply(said: object) -> object:
    """Read a reply without more than its words: as apps of before wrote it, and as a hand does."""
    return ({"text": said} if said else None) if isinstance(said, str) else said


Replied = Annotated[Reply | None, BeforeValidator(_reply)]

"""What a step leaves in its own words: plain values that every file can hold and give back unchanged."""

from __future__ import annotations

from math import isfinite
from typing import Annotated, Final

from pydantic import AfterValidator, JsonValue

from facilitator.text import clean

_LARGEST: Final = 2**63


def _plain(value: JsonValue) -> JsonValue:
    if isinstance(value, str):
        return clean(value, lines=True)
    if isinstance(value, list):
        if any(part is None for part in value):
            raise ValueError("nothing in a list")
        return [_plain(part) for part in value]
    if isinstance(value, dict):
        return {clean(key): _plain(each) for key, each in value.items() if each is not None}
    if isinstance(value, float) and not isfinite(value):
        raise ValueError("not a number")
    if isinstance(value, int) and not -_LARGEST <= value < _LARGEST:
        raise ValueError("too large a number")
    return value


Plain = Annotated[JsonValue, AfterValidator(_plain)]
"""Texts are clean; what is None in a table is left out; a list holds no None; numbers fit any file."""

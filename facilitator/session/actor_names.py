"""Actors by what they are called. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.session.registers import Actor
from facilitator.text import folded


def same_name(actors: Mapping[str, Actor], name: str) -> str | None:
    """Give the actor that is called so already, whatever the capitals, accents and punctuation."""
    wanted = folded(name)
    return next((each for each, actor in actors.items() if folded(actor.name) == wanted), None)

"""Actions by their words."""

from __future__ import annotations

from typing import Final

from facilitator.text import folded
from facilitator.ui.app.help_view import named
from facilitator.ui.app.stage import Stage
from facilitator.ui.kit.actions import Action
from facilitator.words import Words

ENOUGH: Final = 3
"""Letters with which a word may begin instead of being whole."""
UNSAID: Final = frozenset({"theme", "digit", "number", "palette", "help"})
"""Actions that have no word here: there are no colours, digits are typed as they are, and help is ours."""


def offered(stage: Stage) -> list[Action]:
    """Give the actions that can be asked for by a word, each once, the most important first."""
    ranked = sorted(stage.actions(), key=lambda action: action.rank or 99)
    return [action for action in named(ranked) if action.name not in UNSAID]


def called(stage: Stage, word: str, t: Words) -> list[Action]:
    """Give the actions that are called so; without one those of which the name begins so."""
    said, actions = folded(word), offered(stage)
    whole = [action for action in actions if folded(action.label(t)) == said]
    if whole or len(said) < ENOUGH:
        return whole
    return [action for action in actions if folded(action.label(t)).startswith(said)]


def held_back(stage: Stage, word: str, t: Words) -> Action | None:
    """Give what can be done everywhere but here; its key says why not, such as a half ballot."""
    if stage.field is not None:
        return None
    said = folded(word)
    return next((action for action in stage.common_actions() if folded(action.label(t)) == said), None)

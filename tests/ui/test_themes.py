"""What is read in a lit room has to stand out: contrast as WCAG 2 computes it."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import Theme

import facilitator
from facilitator.ui.kit.themes import NAMES, THEMES
from facilitator.usage import THEMES as OFFERED

CONTENT = ["ink", "quiet", "label", "accent"]
"""Tokens of what is read; they stand on the paper."""
PAIRS = [("bar_ink", "bar"), ("bar_key", "bar")]
"""Tokens of the key bar, on the bar."""
LOUD = [("alarm_ink", "alarm"), ("cursor_text", "cursor"), ("night_ink", "night")]


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""

    def luminance(colour: str) -> float:
        rgb = [channel / 255 for channel in Color.parse(colour).rgb]
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_itself() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES, ids=NAMES)
def test_content_stands_out(theme: Theme) -> None:
    colours = {name.replace("-", "_"): value for name, value in theme.variables.items()}
    weak = {
        f"{front} on {back}": round(found, 2)
        for front, back, least in [
            *((token, "paper", 7.0) for token in CONTENT),
            *((front, back, 4.5) for front, back in PAIRS),
            *((front, back, 7.0) for front, back in LOUD),
        ]
        if (found := contrast(colours[front], colours[back])) < least
    }
    assert weak == {}


def test_themes_have_the_same_tokens() -> None:
    assert len({frozenset(theme.variables) for theme in THEMES}) == 1


def test_the_command_line_offers_these_themes() -> None:
    assert list(OFFERED) == NAMES


def test_only_our_tokens_are_used() -> None:
    """A colour that is not ours has no contrast that anyone looked at."""
    ours = {f"${name}" for name in THEMES[0].variables}
    package = Path(facilitator.__file__).parent
    used = {
        token
        for path in itertools.chain(
            package.rglob("*.tcss"), package.rglob("view*.py"), package.rglob("ui/**/*.py")
        )
        for token in re.findall(r"\$[a-z][a-z-]*", path.read_text(encoding="utf-8"))
    }
    assert used - ours == set()

"""Our own themes: no built-in one is fit for a projector (docs/decisions/0008-own-themes-for-projectors.md).

Content stands at 7:1 or better on the background, the key bar at 4.5:1 or better; a test computes it.
"""

from __future__ import annotations

from typing import Final

from textual.theme import Theme

DEFAULT: Final = "beamer-licht"


def _theme(name: str, *, dark: bool, **colours: str) -> Theme:
    """Make a theme of our tokens; Textual's own tokens follow them."""
    return Theme(
        name=name,
        primary=colours["accent"],
        secondary=colours["accent"],
        accent=colours["accent"],
        foreground=colours["ink"],
        background=colours["paper"],
        surface=colours["paper"],
        panel=colours["bar"],
        warning=colours["accent"],
        error=colours["alarm"],
        success=colours["accent"],
        dark=dark,
        variables={token.replace("_", "-"): colour for token, colour in colours.items()},
    )


THEMES: Final = [
    _theme(
        "beamer-licht",
        dark=False,
        paper="#fcfbf7",
        ink="#14181d",
        quiet="#454c55",
        label="#454c55",
        accent="#0a4a99",
        rule="#8a939e",
        night="#07090c",
        night_ink="#a3adb8",
        bar="#e7ebf0",
        bar_ink="#2b3440",
        bar_key="#0a4a99",
        alarm="#97190f",
        alarm_ink="#ffffff",
        cursor="#0a4a99",
        cursor_text="#ffffff",
    ),
    _theme(
        "beamer-donker",
        dark=True,
        paper="#0d1014",
        ink="#f4f6f8",
        quiet="#b9c2cd",
        label="#b9c2cd",
        accent="#8ccbff",
        rule="#5c6672",
        night="#07090c",
        night_ink="#a3adb8",
        bar="#1d242d",
        bar_ink="#d3dae3",
        bar_key="#8ccbff",
        alarm="#ffb7ab",
        alarm_ink="#3a0a05",
        cursor="#8ccbff",
        cursor_text="#0d1014",
    ),
    _theme(
        "laptop",
        dark=True,
        paper="#1a1d23",
        ink="#e9ebee",
        quiet="#b6bdc7",
        label="#b6bdc7",
        accent="#f0c674",
        rule="#5d6570",
        night="#07090c",
        night_ink="#a3adb8",
        bar="#262b33",
        bar_ink="#cfd5dd",
        bar_key="#f0c674",
        alarm="#ffb3a7",
        alarm_ink="#3a0a05",
        cursor="#f0c674",
        cursor_text="#1a1d23",
    ),
]

NAMES: Final = [theme.name for theme in THEMES]


def next_theme(name: str) -> str:
    """Give the theme after this one, round and round."""
    return NAMES[(NAMES.index(name) + 1) % len(NAMES)]

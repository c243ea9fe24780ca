"""Terminals that are known to draw letters twice as high, and how each is asked for them. Pure.

A name only says that it is worth to ask a person: whether large letters are seen, a terminal does not tell.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

Way = Literal["lines", "sizing"]
"""DEC's double-height lines (DECDHL, of the VT100), or the text sizing of kitty (OSC 66)."""


@dataclass(frozen=True)
class KnownTerminal:
    """A terminal that can probably draw large letters."""

    name: str
    """Under this the answer of a person is kept."""
    way: Way
    lets_go_when_erased: bool = False
    """Whether a line is only sure to have ordinary letters again after the screen was erased from there on
    (microsoft/terminal issue 19008)."""


WITHOUT: Final = (
    *("TMUX", "STY", "ZELLIJ"),  # what stands between a terminal and the app passes nothing on
    *("VTE_VERSION", "ALACRITTY_WINDOW_ID", "WEZTERM_PANE", "GHOSTTY_RESOURCES_DIR"),
)
"""Variables of what draws no large letters. They count first: what runs in a terminal has the variables of
the one that this was started from as well."""
PROGRAMS_WITHOUT: Final = frozenset({"vscode", "iTerm.app", "WezTerm", "ghostty", "Hyper", "WarpTerminal"})
BY_VARIABLE: Final[Mapping[str, KnownTerminal]] = {
    "KITTY_WINDOW_ID": KnownTerminal("kitty", "sizing"),
    "WT_SESSION": KnownTerminal("windows-terminal", "lines", lets_go_when_erased=True),
    "KONSOLE_VERSION": KnownTerminal("konsole", "lines"),
    "XTERM_VERSION": KnownTerminal("xterm", "lines"),
}
BY_PROGRAM: Final[Mapping[str, KnownTerminal]] = {
    "Apple_Terminal": KnownTerminal("apple-terminal", "lines"),
    "mintty": KnownTerminal("mintty", "lines"),
}
"""By what ``TERM_PROGRAM`` says."""
CONSOLE: Final = KnownTerminal("windows-console", "lines", lets_go_when_erased=True)
WINDOWS_11: Final = 22_000
"""The build of Windows from which its own console draws large letters."""


def known_terminal(variables: Mapping[str, str], windows_build: int = 0) -> KnownTerminal | None:
    """Give the terminal that the app runs in; None when it is not known to draw large letters.

    Args:
        variables: those of the process.
        windows_build: the build number of Windows; 0 on another system.
    """
    program = variables.get("TERM_PROGRAM", "")
    multiplexed = variables.get("TERM", "").startswith(("screen", "tmux"))
    if multiplexed or program in PROGRAMS_WITHOUT or any(variables.get(name) for name in WITHOUT):
        return None
    by_variable = (known for name, known in BY_VARIABLE.items() if variables.get(name))
    console = CONSOLE if windows_build >= WINDOWS_11 else None
    return next(by_variable, None) or BY_PROGRAM.get(program) or console

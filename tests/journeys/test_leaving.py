"""Ctrl Q leaves from wherever one is, and nothing that was confirmed is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests import platform_marks
from tests.journeys.evening import Evening, evening

pytestmark = platform_marks.ptys

WINDOW = (80, 24)
TOO_SMALL = (40, 10)


def in_a_step(night: Evening) -> None:
    night.prepare("Oosterlinde")
    night.see("Dit is Oosterlinde")


def asked_for_a_line(night: Evening) -> None:
    in_a_step(night)
    night.press("p")
    night.see("Parkeren")
    night.type("een halve regel")
    night.see("een halve regel")


def reading_help(night: Evening) -> None:
    in_a_step(night)
    night.press("F1")
    night.see("Esc sluiten")


def searching(night: Evening) -> None:
    in_a_step(night)
    night.press("/")
    night.see("Zoek")


def preparing(night: Evening) -> None:
    night.see("Wijk of buurt")


PLACES = [preparing, in_a_step, asked_for_a_line, reading_help, searching]


@pytest.mark.parametrize("size", [WINDOW, TOO_SMALL], ids=["a window", "a window that is too small"])
@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
def test_ctrl_q_leaves(tmp_path: Path, place: Callable[[Evening], None], size: tuple[int, int]) -> None:
    with evening(tmp_path, "run", "proefronde", size=WINDOW) as night:
        place(night)
        if size == TOO_SMALL:
            night.terminal.resize(*size)
            night.terminal.wait_for("te klein")
        night.press("Ctrl+Q")
        assert night.terminal.wait_exit() == 0

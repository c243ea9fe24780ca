"""Hostile text before, beside and after a session: home, preparing, adding a block, previews."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle
from pathlib import Path

import pytest

from tests import platform_marks
from tests.hostile.evenings import with_payload
from tests.hostile.payloads import HARMLESS, ONES, PAYLOADS, escaped
from tests.hostile.tour import Tour, tour

pytestmark = platform_marks.ptys

SCENARIO = """format = 1
languages = ["nl"]
title = "SHORT"
purpose = "SHORT"
audience = "MARK"
minutes = 40
[[perspective]]
id = "bewoners"
title = "FEW"
[[use]]
block = "een"
[[use]]
block = "twee"
"""
BLOCK = """format = 1
title = "zz SHORT"
why = "SHORT"
source_status = "derived"
[[step]]
id = "stap"
kind = "card"
title = "SHORT"
minutes = 10
text = "MARK"
notes = "MARK"
watch = "MARK"
outcome = "MARK"
"""
TURNS = [pytest.param(0, id="spread")]
TURNS += [pytest.param(turn, marks=pytest.mark.slow, id=ONES[turn]) for turn in range(1, len(ONES))]
"""The payloads at the places one after the other, and so in each run each place has another one."""


ROOM = {"MARK": 5000, "SHORT": 22, "FEW": 9}
"""Characters that fit where these stand."""


def filled(text: str, said: Iterator[str]) -> str:
    """Give a file with these texts at its marks, and no more of them than fits."""
    return re.sub("|".join(ROOM), lambda found: escaped(next(said)[: ROOM[found[0]]]), text)


def shelf(folder: Path, said: Sequence[str]) -> Path:
    """Fill the user's folder with a scenario and three blocks of these texts; give the scenario."""
    own = folder / "sessions/scenarios"
    (own / "blocks").mkdir(parents=True)
    turns = cycle(said)
    blocks = {f"blocks/{name}": BLOCK for name in ("een", "twee", "erbij")}
    for name, text in {"avond": SCENARIO, **blocks}.items():
        (own / f"{name}.toml").write_text(filled(text, turns), encoding="utf-8")
    return own / "avond.toml"


def in_turn(turn: int) -> list[str]:
    """Give the payloads, beginning with this one."""
    return [PAYLOADS[name] for name in (*ONES[turn:], *ONES[:turn])]


NO_NAME = re.compile(r'[\x00-\x1f<>:"|?*\\]')
"""What Windows takes in no name."""


def as_name(said: str) -> str:
    """Give a text as it can be in the name of a file: no slash, no NUL, and not too long."""
    said = NO_NAME.sub("-", said) if platform_marks.WINDOWS else said
    return said.replace("/", "-").replace("\0", "-")[:60]


def session(folder: Path, said: str, name: str) -> Path:
    """Put a session with this text everywhere among those at home, under any name."""
    path = folder / "sessions/wijk" / f"{name}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(with_payload("first", said), encoding="utf-8")
    return path


def prepared(walk: Tour) -> None:
    """Prepare a session from home on, add a block, and begin it."""
    walk.look("preparing")
    walk.press("Down")
    walk.look("earlier sessions to follow")
    walk.press("Down", "Enter")
    walk.terminal.wait_for("Komt mee")
    walk.look("what comes along")
    walk.press("Enter", "Enter", "Enter", "Enter")
    walk.terminal.wait_for("Enter beginnen")
    walk.look("the programme before it begins")
    walk.press("b")
    walk.terminal.wait_for("een bouwsteen erbij")
    walk.press(*["Down"] * 80)  # the user's own are the last ones
    walk.look("blocks to add, and why one is there")
    walk.press("Enter")
    walk.terminal.wait_gone("een bouwsteen erbij")
    walk.look("a block was added")
    walk.press("Enter")
    walk.terminal.wait_for("stap 1 van")
    walk.look("a session that follows another")
    walk.leave()


def at_home(walk: Tour, of: Path) -> None:
    """See home with its sentences, and open a session whose file is then changed by someone else."""
    walk.look("home")
    walk.press("F1")
    walk.terminal.wait_for("Esc sluiten")
    walk.press("Escape", "Down", "Enter")
    walk.terminal.wait_for("fout:")
    walk.look("home, a session that is refused")
    for _ in range(4):
        walk.press("Down", "p", "r")  # what is asked first is what to print, or what to make of a session
        walk.terminal.wait_still()
        if any(asked in walk.terminal.screen() for asked in ("Voor hoeveel mensen?", "Wat wilt u maken?")):
            walk.look("what is printed of a programme, or made of a session", marked=False)
            walk.press("Enter")
        walk.look("home, papers", marked=False)
    walk.press(*["Up"] * 40)
    for key, told in (("r Enter", "Het staat in"), ("v", "Nog eens v")):
        walk.press(*key.split())
        walk.terminal.wait_for(told)
        walk.look(f"home, {key}")
    walk.press("Enter")
    walk.terminal.wait_for("stap 1 van")
    of.write_bytes(of.read_bytes() + b"# iemand anders\n")
    walk.press("p")
    walk.night.say("regel")
    walk.terminal.wait_for("tweede bestand")
    walk.look("someone else changed the file")
    walk.press("q")
    walk.terminal.wait_for("meer bestanden")
    walk.look("home, which file is which")
    walk.leave()


def fill_home(folder: Path, said: Sequence[str]) -> Path:
    """Give a home on which all is hostile: names and texts of scenarios, of sessions, of what is neither."""
    shelf(folder, said)
    names = cycle(map(as_name, said))
    kept = session(folder, said[0], next(names))
    for text in ("", "format = ", SCENARIO):
        kept.with_name(f"{next(names)} stuk.toml").write_text(
            text.replace("MARK", escaped(said[1 % len(said)]))
        )
    (folder / f"sessions/scenarios/{next(names)} stuk.toml").write_text(
        "format = 1\n[[x]]\n", encoding="utf-8"
    )
    return kept


@pytest.mark.parametrize("turn", TURNS)
def test_nothing_on_home_acts(tmp_path: Path, turn: int, figure: Callable[[str], None]) -> None:
    kept = fill_home(tmp_path, in_turn(turn))
    with tour(tmp_path, wait="Proefronde") as walk:
        at_home(walk, kept)
    figure(f"hostile text and names at home, spread: {len(walk.seen)} places, 0 acted")


def test_home_shows_the_texts_and_names_of_its_files(tmp_path: Path) -> None:
    kept = fill_home(tmp_path, [HARMLESS])
    with tour(tmp_path, mark=HARMLESS, wait="Proefronde") as walk:
        at_home(walk, kept)


def previewed(walk: Tour) -> None:
    for number in range(3):
        walk.look(f"preview {number + 1}")
        walk.press("i")
        walk.look(f"preview {number + 1}, notes")
        walk.press("Escape", "F7")
        walk.terminal.wait_for("Enter hierheen")
        walk.look(f"preview {number + 1}, programme")
        walk.press("Escape", "Enter")
    walk.leave(0, 1)  # it also says what does not fit


@pytest.mark.parametrize("turn", TURNS)
def test_nothing_in_a_preview_acts(tmp_path: Path, turn: int, figure: Callable[[str], None]) -> None:
    scenario = shelf(tmp_path, in_turn(turn))
    with tour(tmp_path, "preview", str(scenario)) as walk:
        previewed(walk)
    figure(f"hostile text in a preview, spread: {len(walk.seen)} places, 0 acted")


@pytest.mark.parametrize("turn", TURNS)
def test_nothing_in_a_scenario_acts_while_it_is_prepared(
    tmp_path: Path, turn: int, figure: Callable[[str], None]
) -> None:
    scenario = shelf(tmp_path, in_turn(turn))
    session(tmp_path, PAYLOADS[ONES[turn]], "eerder")
    with tour(tmp_path, "run", str(scenario)) as walk:
        prepared(walk)
    figure(f"hostile text in a scenario, spread: {len(walk.seen)} places before a session, 0 acted")


def test_what_is_prepared_shows_the_texts_of_its_files(tmp_path: Path) -> None:
    scenario = shelf(tmp_path, [HARMLESS])
    session(tmp_path, HARMLESS, "eerder")
    with tour(tmp_path, "run", str(scenario), mark=HARMLESS) as walk:
        prepared(walk)

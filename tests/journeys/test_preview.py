"""Walking through a programme in a real terminal, without a session."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from facilitator.cli import main
from tests import platform_marks
from tests.journeys.evening import evening

pytestmark = platform_marks.ptys

BLOCK = """
format = 1
title = "Blok"
why = "Daarom."
source_status = "derived"

[[step]]
id = "kaart"
kind = "card"
minutes = 3
title = "De kaart"
text = "Dit leest de zaal."

[[step]]
id = "vraag"
kind = "questions"
minutes = 3
title = "De vraag"

[[step.questions]]
id = "goed"
text = "Wat gaat hier goed?"
"""


def test_a_block_is_walked_through_and_nothing_is_left(tmp_path: Path) -> None:
    path = tmp_path / "blok.toml"
    path.write_text(BLOCK, encoding="utf-8")
    with evening(tmp_path / "night", "preview", str(path), wait="Dit leest de zaal.") as night:
        night.see("Blok · proefloop")
        night.press("Enter")
        night.see("Wat gaat hier goed?")
        night.type("alles")
        night.press("Enter", "Escape", "q")
        assert night.terminal.wait_exit() == 0
    left = [each for each in (tmp_path / "night").rglob("*") if each.is_file()]
    assert left == [], "a rehearsal keeps nothing"


def preview(path: Path, block: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """Preview a block where there is no terminal; give the exit code and what was said."""
    path.write_text(block, encoding="utf-8")
    code = main(["preview", str(path), "--folder", str(path.parent)])
    said = capsys.readouterr()
    return code, said.out + said.err


def test_without_a_terminal_only_what_fits_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = preview(tmp_path / "blok.toml", BLOCK, capsys)
    assert (code, said) == (0, "Alle 2 werkvormen passen op een scherm van 64 bij 18.\n")


def test_what_does_not_fit_is_said_with_its_step(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    long = BLOCK.replace('"Dit leest de zaal."', '"""' + "Nog een regel.\n" * 14 + '"""')
    code, said = preview(tmp_path / "blok.toml", long, capsys)
    assert code == 1
    assert said.startswith("De kaart: ")
    assert "14" in said


def test_a_block_with_mistakes_is_not_walked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = preview(tmp_path / "blok.toml", BLOCK.replace('"card"', '"kard"'), capsys)
    assert code == 1
    assert "blok.toml:9:8" in said
    assert "card" in said


def test_as_many_are_there_as_the_programme_is_for(tmp_path: Path) -> None:
    path = tmp_path / "avond.toml"
    text = (Path(__file__).parents[2] / "scenarios/proefronde.toml").read_text(encoding="utf-8")
    path.write_text(text.replace("people = 9", "people = 13"), encoding="utf-8")
    with evening(tmp_path / "night", "preview", str(path), wait="Dit is Oosterlinde") as night:
        night.press("Enter")
        night.see("beleid            4", "bewoners          4", "professionals     5")
        night.press("q")
        assert night.terminal.wait_exit() == 0


TALL_SET = """\
format = 1
title = "Lange stellingen"
source_status = "derived"

[[statement]]
id = "lang"
text = "{text}"
ask = "{text}"
"""
VOTE = """
[[step]]
id = "stemmen"
kind = "statements"
title = "Stemmen"
minutes = 5
sets = ["lang"]
"""


@pytest.mark.parametrize("length", [41, 100, 300])
def test_a_block_with_a_long_title_is_walked_and_its_title_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], length: int
) -> None:
    title = ("Een lange titel " * 20)[:length].strip()
    long = re.sub('^title = ".*"', f'title = "{title}"', BLOCK, count=1, flags=re.MULTILINE)
    code, said = preview(tmp_path / "blok.toml", long, capsys)
    assert code == 1
    assert said == f"{title}: {said.removeprefix(f'{title}: ')}"
    assert f"{len(title)} tekens" in said


def test_a_statement_that_does_not_fit_is_said_with_its_set(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "statements").mkdir()
    text = TALL_SET.format(text=("Er is nog veel meer nodig. " * 20)[:300].strip())
    (tmp_path / "statements" / "lang.toml").write_text(text, encoding="utf-8")
    (tmp_path / "blocks").mkdir()
    code, said = preview(tmp_path / "blocks" / "blok.toml", BLOCK + VOTE, capsys)
    assert "onverwacht" not in said
    assert (code, said.startswith("Lange stellingen: ")) == (1, True), said


def test_a_remote_and_a_mouse_turn_the_pages_in_a_real_terminal(tmp_path: Path) -> None:
    path = tmp_path / "blok.toml"
    path.write_text(BLOCK, encoding="utf-8")
    with evening(tmp_path / "night", "preview", str(path), wait="Dit leest de zaal.") as night:
        night.terminal.send(b"\x1b[6~")  # PgDn
        night.see("Wat gaat hier goed?")
        night.terminal.send(b"\x1b[5~")
        night.see("Dit leest de zaal.")
        night.terminal.send(b".")
        night.terminal.wait_gone("Dit leest de zaal.")
        night.terminal.send(b".")
        night.see("Dit leest de zaal.")
        row, column = night.terminal.find("verder")
        for end in b"Mm":
            night.terminal.send(b"\x1b[<0;%d;%d%c" % (column + 1, row + 1, end))
        night.see("Wat gaat hier goed?")
        night.press("Ctrl+Q")
        assert night.terminal.wait_exit() == 0

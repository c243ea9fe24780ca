"""``facilitator figures --into`` a scenario: the figures, and not one other thing, are in the file then."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import tomli

from facilitator.cli import main
from facilitator.kinds import kinds
from facilitator.scenario.composition import load_scenario
from facilitator.scenario.library import Library, built_in
from tests import platform_marks
from tests.figures.asking import Capture, ask, refused
from tests.figures.country import AREA, DISTRICT

STEP = "cijfers-en-verhalen"
USE = f"""
[[use]]
block = "{STEP}"
"""


def facts_in(path: Path, step: str = STEP) -> Sequence[Any]:
    """Give the figures that the group is offered, as the app reads them."""
    scenario = load_scenario(path, Library.of(path, path.parent), kinds(), "nl")
    return [fact for _, each in scenario.places() if each.id == step for fact in getattr(each, "facts", [])]


def without(text: str) -> dict[str, Any]:
    """Give what a scenario says besides figures."""
    said = tomli.loads(text)
    return {**said, "use": [{k: v for k, v in use.items() if k != "facts"} for use in said["use"]]}


def test_the_group_is_offered_each_figure_with_all_that_is_known_of_it(
    capsys: Capture, csv: Path, own: Path
) -> None:
    before = own.read_text(encoding="utf-8")
    code, out, err = ask(capsys, csv, "--area", AREA, "--into", "onze-start")
    assert (code, out, err) == (0, f"8 cijfers staan er nu in: {own}\n", "")
    first, *others = facts_in(own)
    assert first.model_dump() == {
        "what": "Mensen in dit gebied",
        "value": "1.240",
        "source": "CBS, Kerncijfers wijken en buurten",
        "year": "2024",
        "area": "Hoge Vucht Zuid-Oost",
        "compared": "de gemeente: 24.100",
    }
    assert len(others) == 7
    assert all(fact.compared.startswith("de gemeente: ") for fact in others)
    after = own.read_text(encoding="utf-8")
    assert without(after) == without(before)
    kept = [line for line in after.splitlines() if line in before.splitlines()]
    assert [line for line in kept if line.strip()] == [line for line in before.splitlines() if line.strip()]
    assert main(["check", str(own)]) == 0


def test_a_second_time_nothing_is_there_twice(capsys: Capture, csv: Path, own: Path) -> None:
    for _ in range(2):
        code, out, _ = ask(capsys, csv, "--area", AREA, "--into", own)
    before = own.read_bytes()
    assert (code, out) == (0, f"Deze cijfers staan er al: {own}\n")
    assert len(facts_in(own)) == 8
    ask(capsys, csv, "--area", DISTRICT, "--into", own)
    ask(capsys, csv, "--area", AREA, "--into", own)
    assert own.read_bytes() == before, "there and back leaves not one blank line more"


def test_another_year_takes_the_place_of_the_one_before(capsys: Capture, csv: Path, own: Path) -> None:
    ask(capsys, csv, "--area", AREA, "--into", own)
    out = ask(capsys, csv, "--area", AREA, "--year", "2025", "--into", own)[1]
    assert out == "8 cijfers zijn vernieuwd.\n"
    assert {fact.year for fact in facts_in(own)} == {"2025"}


def test_figures_of_ones_own_stay(capsys: Capture, csv: Path, own: Path) -> None:
    mine = f'\n[[use.facts.{STEP}]]\nwhat = "Fietsen op de stoep"  # geteld op 3 mei\nvalue = "14"\n'
    mine += f'\n[[use.facts.{STEP}]]\nwhat = "Auto’s"\nsource = "CBS, Kerncijfers wijken en buurten"\n'
    text = own.read_text(encoding="utf-8").replace(USE, USE + mine)
    own.write_text(text, encoding="utf-8")
    for area in (AREA, DISTRICT, AREA):
        assert ask(capsys, csv, "--area", area, "--into", own)[0] == 0
    assert facts_in(own)[0].what == "Fietsen op de stoep"
    assert len(facts_in(own)) == 10, "another figure of the same source is one's own too"
    assert "# geteld op 3 mei" in own.read_text(encoding="utf-8")


def test_more_than_a_step_has_room_for_is_refused(capsys: Capture, csv: Path, own: Path) -> None:
    mine = "".join(f'\n[[use.facts.{STEP}]]\nwhat = "Nummer {n}"\n' for n in range(6))
    text = own.read_text(encoding="utf-8").replace(USE, USE + mine)
    own.write_text(text, encoding="utf-8")
    err = refused(capsys, csv, "--area", AREA, "--into", own)
    assert "passen 12 cijfers" in err
    assert "Haal er daar 2 weg" in err
    assert own.read_text(encoding="utf-8") == text


def test_a_scenario_in_two_languages_gets_them_in_both(capsys: Capture, csv: Path, own: Path) -> None:
    text = (built_in() / "proefronde.toml").read_text(encoding="utf-8")
    text = text.replace("minutes = 20", "minutes = 32") + USE
    path = own.with_name("beide.toml")
    path.write_text(text, encoding="utf-8")
    ask(capsys, csv, "--area", AREA, "--into", "beide", language="en")
    facts = tomli.loads(path.read_text(encoding="utf-8"))["use"][-1]["facts"][STEP]
    assert facts[0]["what"] == {"nl": "Mensen in dit gebied", "en": "People in this area"}
    assert facts[0]["source"] == "CBS, Kerncijfers wijken en buurten"
    assert ask(capsys, csv, "--area", AREA, "--into", "beide")[1].startswith("Deze cijfers staan er al")


@pytest.mark.parametrize(("ends", "bom"), [("\r\n", ""), ("\n", "\ufeff"), ("\r\n", "\ufeff")])
def test_line_ends_and_marks_stay_as_an_editor_made_them(
    capsys: Capture, csv: Path, own: Path, ends: str, bom: str
) -> None:
    text = own.read_text(encoding="utf-8")
    own.write_bytes((bom + text.replace("\n", ends)).encode())
    for area in (DISTRICT, AREA):
        assert ask(capsys, csv, "--area", area, "--into", own)[0] == 0
    data = own.read_bytes()
    assert data.startswith(bom.encode())
    assert data.count(b"\n") == data.count(ends.encode())
    assert len(facts_in(own)) == 8


def test_a_line_with_another_end_keeps_it(capsys: Capture, csv: Path, own: Path) -> None:
    before = own.read_text(encoding="utf-8").encode().replace(b"\n", b"\r\n", 5)
    own.write_bytes(before)
    for area in (DISTRICT, AREA):
        assert ask(capsys, csv, "--area", area, "--into", own)[0] == 0
    assert own.read_bytes().startswith(before[:200])
    assert len(facts_in(own)) == 8


def test_a_last_line_without_an_end_is_no_trouble(capsys: Capture, csv: Path, own: Path) -> None:
    text = own.read_text(encoding="utf-8").replace(USE, "")
    own.write_text(text.rstrip() + "\n" + USE.rstrip(), encoding="utf-8")
    assert ask(capsys, csv, "--area", AREA, "--into", own)[0] == 0
    assert len(facts_in(own)) == 8


@pytest.mark.parametrize(
    "said",
    [
        f'[[use]]\nblock = "{STEP}"\nfacts = {{ {STEP} = [{{ what = "Een eigen cijfer" }}] }}',
        f'[[use]]\nblock = "{STEP}"\nfacts.{STEP} = [{{ what = "Een eigen cijfer" }}]',
    ],
)
def test_a_file_that_is_written_otherwise_is_left_as_it_is(
    capsys: Capture, csv: Path, own: Path, said: str
) -> None:
    text = own.read_text(encoding="utf-8").replace(USE, f"\n{said}\n")
    own.write_text(text, encoding="utf-8")
    err = refused(capsys, csv, "--area", AREA, "--into", own)
    assert "anders geschreven" in err
    assert own.read_text(encoding="utf-8") == text


def test_a_programme_of_the_app_stays_as_it_is(capsys: Capture, csv: Path) -> None:
    path = built_in() / "startbijeenkomst.toml"
    before = path.read_bytes()
    for name in ("startbijeenkomst", path):
        assert "hoort bij de app" in refused(capsys, csv, "--area", AREA, "--into", name)
    assert path.read_bytes() == before


def test_a_programme_in_which_nobody_names_figures(capsys: Capture, csv: Path, own: Path) -> None:
    text = own.read_text(encoding="utf-8").replace(USE, "")
    own.write_text(text.replace("minutes = 120", "minutes = 115"), encoding="utf-8")
    assert "geen cijfers genoemd" in refused(capsys, csv, "--area", AREA, "--into", own)


def test_a_scenario_with_a_mistake_is_told_and_left(capsys: Capture, csv: Path, own: Path) -> None:
    text = own.read_text(encoding="utf-8").replace('block = "checkin"', 'block = "chekin"')
    own.write_text(text, encoding="utf-8")
    assert "Bedoelt u checkin?" in refused(capsys, csv, "--area", AREA, "--into", own)
    assert own.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("name", ["", ".", "..", "/", "~", "a" * 5000, "nul\0", "../weg.toml", "\x1b[31m"])
def test_names_that_are_none(capsys: Capture, csv: Path, name: str) -> None:
    assert "\x1b" not in refused(capsys, csv, "--area", AREA, f"--into={name}")


def test_nothing_of_that_name(capsys: Capture, csv: Path, tmp_path: Path) -> None:
    other = tmp_path / "iets.toml"
    other.write_text("a = 1\n", encoding="utf-8")
    assert "geen sessie en geen eigen scenario" in refused(capsys, csv, "--area", AREA, "--into", "nergens")
    assert "geen scenario en geen sessie" in refused(capsys, csv, "--area", AREA, "--into", other)
    assert refused(capsys, csv, "--area", AREA, "--into", tmp_path / "weg.toml")
    assert other.read_text(encoding="utf-8") == "a = 1\n"


def test_a_bad_area_changes_nothing(capsys: Capture, csv: Path, own: Path) -> None:
    before = own.read_bytes()
    refused(capsys, csv, "--area", "BU00030192", "--into", own)
    assert own.read_bytes() == before


def test_what_cannot_be_written_is_said_and_nothing_has_changed(
    capsys: Capture, csv: Path, own: Path
) -> None:
    before = own.read_bytes()
    own.with_name(f".~{own.name}~").mkdir()  # in the way of whoever writes, also of who may do everything
    assert "kan niet worden geschreven" in refused(capsys, csv, "--area", AREA, "--into", own)
    assert own.read_bytes() == before


@platform_marks.modes
def test_a_file_that_is_to_stay_as_it_is(capsys: Capture, csv: Path, own: Path) -> None:
    before = own.read_bytes()
    own.chmod(0o444)
    assert "kan niet worden geschreven" in refused(capsys, csv, "--area", AREA, "--into", own)
    assert own.read_bytes() == before
    own.chmod(0o664)
    assert ask(capsys, csv, "--area", AREA, "--into", own)[0] == 0
    assert own.stat().st_mode & 0o777 == 0o664, "who may read it stays as well"
    assert [path.name for path in own.parent.iterdir()] == [own.name], "nothing is left beside it"

"""Whose block is taken, and how uses of it are told apart."""

from __future__ import annotations

from pathlib import Path

from facilitator.kinds import kinds
from facilitator.scenario.composition import load_scenario
from facilitator.scenario.library import Library, headings
from tests.scenario.shelf import BLOCK, GOOD, change, check, told


def test_a_users_block_replaces_a_built_in_one_for_the_user_alone(shelf: Path) -> None:
    change(shelf / "avond.toml", 'block = "praten"', 'block = "pauze"')
    path, own = shelf / "avond.toml", shelf / "eigen"
    assert load_scenario(path, Library.of(path, own), kinds(), "nl").uses[0].title == "Pauze"

    (own / "blocks").mkdir(parents=True)
    (own / "blocks/pauze.toml").write_text(BLOCK, encoding="utf-8")
    assert load_scenario(path, Library.of(path, own), kinds(), "nl").uses[0].title == "Praten"

    (shelf / "blocks/pauze.toml").write_text(BLOCK.replace("Praten", "Naast het scenario"), encoding="utf-8")
    assert load_scenario(path, Library.of(path, own), kinds(), "nl").uses[0].title == "Naast het scenario"

    built_in = Path(__file__).parents[2] / "scenarios/netwerk-en-bijdragen.toml"
    scenario = load_scenario(built_in, Library.of(built_in, own), kinds(), "nl")
    assert "Pauze" in {use.title for use in scenario.uses}


def test_a_set_of_the_user_is_found_from_a_block_alone(shelf: Path, tmp_path: Path) -> None:
    own = tmp_path / "eigen"
    (own / "statements").mkdir(parents=True)
    (shelf / "statements/drie.toml").rename(own / "statements/drie.toml")
    assert [each.code for each in check(shelf / "blocks/stemmen.toml")] == ["scenario.no_set"]
    assert check(shelf / "blocks/stemmen.toml", own) == []


def test_one_bad_file_hides_no_other(shelf: Path) -> None:
    (shelf / "stuk.toml").write_text("title = ", encoding="utf-8")
    found, problems = headings(shelf, "nl", own=True)
    assert [(each.title, each.minutes) for each in found] == [("Avond in de Kerkstraat", 20)]
    assert [each.code for each in problems] == ["scenario.syntax_nothing"]


def test_the_same_block_twice_needs_a_name_of_its_own(shelf: Path) -> None:
    path = change(shelf / "avond.toml", "minutes = 20", "minutes = 30")
    path.write_text(path.read_text(encoding="utf-8") + '\n[[use]]\nblock = "praten"\n', encoding="utf-8")
    assert told(check(path)) == [("scenario.used_twice", 15, "use[2].block", "")]
    path.write_text(path.read_text(encoding="utf-8") + 'id = "weer-praten"\n', encoding="utf-8")
    assert check(path) == []


def test_a_built_in_programme_does_not_see_what_the_user_has(shelf: Path) -> None:
    built_in = Path(__file__).parents[2] / "scenarios/proefronde.toml"
    assert "praten" in Library.of(shelf / "avond.toml", shelf).names("blocks")
    assert Library.of(built_in, shelf).find("blocks", "praten") is None


def test_uses_on_one_line_are_told_in_their_order(shelf: Path) -> None:
    path = shelf / "avond.toml"
    uses = ", ".join(f'{{ block = "weg-{n}" }}' for n in range(1, 12))
    path.write_text(GOOD[: GOOD.index("[[perspective]]")] + f"use = [{uses}]\n", encoding="utf-8")
    keys = [problem.key for problem in check(path) if problem.code == "scenario.no_block"]
    assert keys == [f"use[{n}].block" for n in range(1, 12)]

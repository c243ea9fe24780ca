"""What comes with the app is there in Dutch and in English, wholly, and reads as one language at a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from facilitator.cli import main
from facilitator.kinds import kinds
from facilitator.scenario.composition import load_scenario
from facilitator.scenario.file_check import Checker
from facilitator.scenario.library import Library, built_in
from facilitator.scenario.toml_files import read_toml
from facilitator.scenario.translations import languages_of
from facilitator.words import Words
from tests.report.reading import Page
from tests.walks.dutch import dutch_in

FILES = sorted(built_in().rglob("*.toml"))
PROGRAMMES = sorted(built_in().glob("*.toml"))
NAMES = frozenset({"Platform31, 2018", "professionals", "Check-in", "Buurt Eigen 5: plan"})
"""What reads the same in both."""


def pairs(data: Any) -> Iterator[tuple[str, str]]:
    """Give every text of a file in Dutch and in English."""
    if isinstance(data, dict) and {"nl", "en"} & data.keys():
        yield data.get("nl", ""), data.get("en", "")
    elif isinstance(data, dict | list):
        for each in data.values() if isinstance(data, dict) else data:
            yield from pairs(each)


def sources(data: dict[str, Any]) -> Iterator[str]:
    """Give the sources that read the same in both languages."""
    said = [data.get("source"), *data.get("sources", [])]
    yield from (each for each in said if isinstance(each, str))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_text_is_there_in_both(path: Path) -> None:
    raw = read_toml(path)
    assert languages_of(raw) == ["nl", "en"]
    assert all(dutch.strip() and english.strip() for dutch, english in pairs(raw))
    for lang in ("nl", "en"):
        found = Checker(None, kinds(), Words(lang)).check(path)
        assert [problem.line(Words(lang)) for problem in found] == []
    assert [each for each in sources(raw) if dutch_in(each)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_english_is_english_and_dutch_is_dutch(path: Path) -> None:
    for dutch, english in pairs(read_toml(path)):
        assert not dutch_in(english), english
        assert dutch != english or dutch in NAMES, dutch
        rows = len(dutch.strip().split("\n")), len(english.strip().split("\n"))
        assert abs(rows[0] - rows[1]) <= 1, f"{dutch}\n{english}"


@pytest.mark.parametrize("path", PROGRAMMES, ids=lambda path: path.stem)
def test_a_programme_is_one_whichever_language_it_is_led_in(path: Path) -> None:
    """All but the texts is the same: what is compared, kept and counted is known by its name."""
    dutch, english = (load_scenario(path, Library.of(path), kinds(), lang) for lang in ("nl", "en"))
    assert (dutch.language, english.language) == ("nl", "en")
    assert dutch.scale.unknown != english.scale.unknown
    assert [each.id for each in dutch.perspectives] == [each.id for each in english.perspectives]
    for (use, one), (same_use, other) in zip(dutch.places(), english.places(), strict=True):
        assert (use.id, one.id, one.kind, one.minutes) == (same_use.id, other.id, other.kind, other.minutes)
    for one_set, same_set in zip(dutch.statement_sets, english.statement_sets, strict=True):
        assert (one_set.id, one_set.title, one_set.also) == (same_set.id, same_set.also, same_set.title)
        for statement, same in zip(one_set.statements, same_set.statements, strict=True):
            assert (statement.id, statement.text, statement.also) == (same.id, same.also, same.text)


@pytest.mark.parametrize("path", PROGRAMMES, ids=lambda path: path.stem)
def test_what_is_printed_in_english_is_english(path: Path, tmp_path: Path) -> None:
    """Ballots, the run sheet with its notes, cards and sheets."""
    out = tmp_path / "paper.html"
    assert main(["print", path.stem, "--lang", "en", "--folder", str(tmp_path), "--out", str(out)]) == 0
    assert dutch_in(Page(out.read_text(encoding="utf-8")).text) == []


def test_a_statement_reads_the_same_wherever_it_stands() -> None:
    texts: dict[str, tuple[str, str]] = {}
    for path in sorted((built_in() / "statements").glob("*.toml")):
        for each in read_toml(path)["statement"]:
            said = (each["text"]["nl"], each["text"]["en"])
            assert texts.setdefault(each["id"], said) == said


def test_a_programme_in_one_language_stays_so_for_who_asks_for_another(tmp_path: Path) -> None:
    path = tmp_path / "eigen.toml"
    path.write_text(
        'format = 1\nlanguages = ["nl"]\ntitle = "Eigen"\npurpose = "Waar beginnen wij?"\nminutes = 7\n'
        '[[perspective]]\nid = "bewoners"\ntitle = "bewoners"\n[[use]]\nblock = "checkin"\n',
        encoding="utf-8",
    )
    library = Library.of(built_in() / "proefronde.toml", tmp_path)
    dutch, asked = (load_scenario(path, library, kinds(), lang) for lang in ("nl", "en"))
    assert asked == dutch
    assert asked.uses[0].steps[0].title == "Vanuit wie antwoordt u?"

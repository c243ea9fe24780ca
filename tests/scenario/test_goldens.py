"""Every wrong file in ``mistakes/``: pointed at exactly, and told as it was agreed.

A wrong file says on its first lines where it must be pointed at, apart from the text it is compared with::

    # mistake: 6:11 minutes -> 20
    # warning: blocks/praten.toml:9:8 step[1].title

that is: a line and column (of another file, when the mistake stands there), the key, and the word that was
probably meant. A file without such a line is right, and is there for the others.

After a sentence was changed on purpose, ``REWRITE_GOLDENS=1 pytest tests/scenario/test_goldens.py`` writes
the texts anew; where a mistake is can't be changed that way.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from facilitator.cli import main
from facilitator.kinds import kinds
from facilitator.problems import Problem
from facilitator.scenario.check_session import CheckSession
from facilitator.scenario.file_check import Checker
from facilitator.words import LANGUAGES, Language, Words

FOLDER = Path(__file__).parent / "mistakes"
MARK = re.compile(r"# (mistake|warning): (\S*?):?(\d+:\d+)(?: (\S+))?(?: -> (.+))?")
WORST = {
    *("vraag-voor-werkvorm", "vraag-zonder-werkvorm", "titel-onderaan", "titel-onder-perspectief"),
    *("minuten-onderaan", "minuten-bij-de-vraag", "minuten-met-komma", "minuten-met-punt", "slordig"),
    *("soort-antwoord-in-het-nederlands", "soort-met-meer-fouten", "prompts-bij-vragen", "dubbele-punt"),
    *("kamer", "blok-in-de-verkeerde-map", "set-als-bouwsteen", "bouwsteen-als-set", "verdwaald"),
    *("stemming-zonder-checkin", "kiezen-zonder-iets", "bijdragen-zonder-partijen", "deel-zonder-reeks"),
    *("reeks-zonder-deel", "geen-stellingen", "nummer-en-adres", "moeilijke-woorden"),
    *("word-in-het-hele-bestand", "twee-versies", "twee-versies-in-een-tekst"),
}
"""What once was told worst, or not at all."""
ENGLISH = WORST | {
    "english-label",
    "taal-ontbreekt",
    "veel-in-twee-talen",
    "een-taal-in-plaats-van-twee",
    "soort-misspeld",
    "veel-in-een-blok",
}
BARE = {
    "leeg": b"",
    "word": b"PK\x03\x04\x14\x00\x06\x00[Content_Types].xml",
    "utf-16": 'title = "Welkom"\n'.encode("utf-16"),
    "latin-1": '# één avond\ntitle = "Café"\n'.encode("latin-1"),
    "gewone-tekst": b"Beste allemaal,\n\nWelkom in onze buurt.\n",
    "zonder-soort": b'title = "Welkom"\nminutes = 20\n',
}
"""Files that can't say on their first line what is wrong with them."""

NAMED = {
    "tekst-bij-naam": ("blocks/kamer.toml.txt", "kamer", "blocks"),
    "tekst-bij-pad": ("blocks/kamer.toml.txt", "kamer.toml", "blocks"),
    "tekst-zelf": ("blocks/kamer.toml.txt", "kamer.toml.txt", "blocks"),
    "tekst-van-elders": ("blocks/kamer.toml.txt", "kamer", ""),
    "naam-met-toml": ("blocks/kamer.toml", "kamer.toml", ""),
    "naam-met-map": ("blocks/kamer.toml", "blocks/kamer.toml", "blocks"),
    "naam-van-niets": ("blocks/kamer.toml", "keuken.toml", ""),
}
"""A file of an author, what is asked, and in which of the author's folders one stands then."""

Mark = tuple[str, str, str, str]
"""Severity, place, key, and the word that was probably meant."""


def marks(path: Path) -> list[Mark]:
    """Give what a file says is wrong with it; nothing when it is right."""
    found: list[Mark] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        mark = MARK.fullmatch(line)
        if mark is None:
            break
        severity, file, place, key, near = (each or "" for each in mark.groups())
        where = f"{file or path.relative_to(FOLDER).as_posix()}:{place}"
        found.append(("error" if severity == "mistake" else severity, where, key, near))
    return found


FILES = sorted(path.relative_to(FOLDER) for path in FOLDER.rglob("*.toml"))
WRONG = [path for path in FILES if marks(FOLDER / path)]
RIGHT = [
    path for path in FILES if not marks(FOLDER / path) and path.stem not in {"stemt-over-fout", "veel-mis"}
]


@pytest.fixture(autouse=True)
def _there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER)


def check(path: Path) -> list[Problem]:
    return Checker(None, kinds(), Words("nl")).check(path)


def told(path: Path, language: Language) -> str:
    """Give what ``facilitator check`` prints."""
    said: list[str] = []
    CheckSession([path], FOLDER / "own", kinds(), Words(language), said.append).once()
    return as_posix_says("".join(f"{line}\n" for line in said), *FILES)


def as_posix_says(text: str, *paths: Path) -> str:
    """Give a text with these paths as they are agreed: with slashes, where Windows says them otherwise."""
    for path in paths:
        text = text.replace(str(path), path.as_posix())
    return text


def compare(golden: Path, text: str) -> None:
    if os.environ.get("REWRITE_GOLDENS"):
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8")


def test_there_is_a_wrong_file_for_every_sort_of_mistake() -> None:
    counts = [len(marks(FOLDER / path)) for path in WRONG]
    assert sum(count == 1 for count in counts) >= 45
    assert sum(count >= 8 for count in counts) >= 5


@pytest.mark.parametrize("path", WRONG, ids=Path.as_posix)
def test_each_mistake_is_pointed_at_exactly(path: Path) -> None:
    found = [
        (each.severity, as_posix_says(str(each.place), *FILES), each.key, each.nearest)
        for each in check(path)
    ]
    assert found == marks(FOLDER / path)


@pytest.mark.parametrize("path", WRONG, ids=Path.as_posix)
def test_each_mistake_is_told_as_agreed(path: Path) -> None:
    compare(path.with_suffix(".nl.txt"), told(path, "nl"))
    if path.stem in ENGLISH:
        compare(path.with_suffix(".en.txt"), told(path, "en"))


@pytest.mark.parametrize("path", RIGHT, ids=Path.as_posix)
def test_what_stands_beside_them_is_right(path: Path) -> None:
    assert check(path) == []


@pytest.mark.parametrize("name", BARE)
def test_what_is_no_scenario_is_told_in_one_sentence(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / f"{name}.toml").write_bytes(BARE[name])
    monkeypatch.chdir(tmp_path)
    compare(FOLDER / f"{name}.nl.txt", told(Path(f"{name}.toml"), "nl"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMED)
def test_a_name_that_is_nearly_right_is_told_as_agreed(
    name: str,
    language: Language,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What Notepad made of it, seen from the folder and from elsewhere."""
    file, asked, here = NAMED[name]
    own = tmp_path / "scenarios"
    (own / "blocks").mkdir(parents=True)
    (own / file).write_text((FOLDER / "kamer.toml").read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.chdir(own / here)
    main(["check", asked, "--folder", str(tmp_path), "--lang", language])
    heard = capsys.readouterr()
    said = (heard.out + heard.err).replace(str(tmp_path), "MAP")
    paths = [Path("MAP", "scenarios", file), Path("MAP", "scenarios", "blocks"), Path(file)]
    compare(FOLDER / f"{name}.{language}.txt", as_posix_says(said, *paths, Path("MAP", "scenarios")))


def test_every_agreed_text_belongs_to_a_file() -> None:
    texts = {path.relative_to(FOLDER) for path in FOLDER.rglob("*.txt")}
    expected = {path.with_suffix(".nl.txt") for path in WRONG} | {Path(f"{name}.nl.txt") for name in BARE}
    expected |= {Path(f"{name}.{language}.txt") for name in NAMED for language in LANGUAGES}
    assert texts == expected | {path.with_suffix(".en.txt") for path in WRONG if path.stem in ENGLISH}


@pytest.mark.parametrize("path", WRONG, ids=Path.as_posix)
def test_a_mark_stands_under_what_is_meant(path: Path) -> None:
    """No row is wider than a terminal, and nothing but the mark stands on its row."""
    for language in ("nl", "en"):
        rows = told(path, language).splitlines()
        marked = [row for row in rows if re.fullmatch(r" +\| +\^+|\s+\| \^+", row)]
        assert len(marked) == sum(bool(each.place and each.place.line) for each in check(path))
        assert all(len(row) <= 80 for row in rows if ": " not in row[:60] or row.startswith(" "))

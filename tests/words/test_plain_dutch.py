"""Plain Dutch, measured: what programmes are held to holds for screens, manuals and reports as well.

The measure is that of ``facilitator check``: sentences of at most twenty words, few words of offices, and no
label for people. Programmes themselves are in ``tests/scenario/test_programmes.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import time
from pathlib import Path
from typing import Final

import pytest

import facilitator
from facilitator.cli import main
from facilitator.orders import DOCUMENTS, FORMS_OF, PRODUCTS, Order, Product, Reader
from facilitator.report.print_file import print_html
from facilitator.session.state import State
from facilitator.words import Words
from tests.report.full_evening import full
from tests.report.made_up import bare, evening, scenario
from tests.report.neighbourhood import LATER, Neighbourhood, voted
from tests.report.session_folder import folder_of
from tests.words.plain_reading import Piece, in_catalogue, in_manual, in_page, wrong

HOUSE: Final = Path(facilitator.__file__).parent
CHECKOUT: Final = HOUSE.parent
CATALOGUES: Final = sorted(path.relative_to(HOUSE).as_posix() for path in HOUSE.rglob("nl.toml"))
MANUALS: Final = ("LEESMIJ.md", "scenarios/LEESMIJ.md", "packaging/windows/LEESMIJ.txt")
"""Every page that is written in Dutch; the other documents are in English."""
NOT_SAID: Final[Mapping[str, str]] = {
    "words/nl.toml: read": "what people type as a day, and no sentence of ours",
    "words/nl.toml: rhythm": "what people type for how often",
    "steps/tasks/nl.toml: words.vague": "the words of offices that a task is asked about",
}
"""Keys that are no sentences, with why."""
READ: Final = [name for name in PRODUCTS if FORMS_OF[name] == DOCUMENTS or name == "poster"]
STATES: Final[Mapping[str, Callable[[], State]]] = {"bare": bare, "evening": evening, "full": full}


def told(pieces: Iterable[Piece]) -> list[str]:
    return [line for piece in pieces for line in wrong(piece)]


@pytest.mark.parametrize("name", CATALOGUES)
def test_what_the_app_says_is_plain(name: str) -> None:
    pieces = list(in_catalogue(HOUSE / name, name))
    assert len(pieces) > 5
    assert told(piece for piece in pieces if not piece.place.startswith(tuple(NOT_SAID))) == []


@pytest.mark.parametrize("name", MANUALS)
def test_a_manual_is_plain(name: str) -> None:
    pieces = list(in_manual((CHECKOUT / name).read_text(encoding="utf-8"), name))
    assert len(pieces) > 15
    assert told(pieces) == []


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("reader", ["everyone", "facilitator"])
def test_a_report_is_plain(reader: Reader, state: str, tmp_path: Path) -> None:
    (made,) = folder_of(STATES[state](), tmp_path).make(Order.of("verslag", "html", reader))
    assert told(in_page(made.decode(), f"{state}, {reader}")) == []


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("name", READ)
def test_what_goes_out_besides_is_plain(name: Product, state: str, tmp_path: Path) -> None:
    (made,) = folder_of(STATES[state](), tmp_path).make(Order.of(name, "html"))
    assert told(in_page(made.decode(), f"{state}, {name}")) == []


def test_sessions_side_by_side_are_plain(tmp_path: Path) -> None:
    there = Neighbourhood(tmp_path / "there", voted(), voted(LATER))
    out = tmp_path / "told.html"
    assert main(["compare", "vogelbuurt", "--folder", str(there.places.sessions), "--out", str(out)]) == 0
    pieces = in_page(out.read_text(encoding="utf-8"), "compare")
    assert len(pieces) > 10
    assert told(pieces) == []


def test_the_paper_is_plain() -> None:
    pieces = in_page(print_html(scenario(), Words("nl"), people=4, starts=time(19, 30)), "print")
    assert len(pieces) > 100
    assert told(pieces) == []


def test_the_privacy_page_is_plain(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["privacy", "--folder", str(tmp_path)]) == 0
    assert told(in_manual(capsys.readouterr().out, "privacy")) == []


# -- that it would be seen


LONG: Final = "Dit is een zin die maar doorgaat en doorgaat " * 3 + "en dan eindelijk ophoudt."


def test_a_long_sentence_is_told_with_its_key_and_in_a_plural_too(tmp_path: Path) -> None:
    path = tmp_path / "nl.toml"
    path.write_text(f'[a.b]\none = "Kort."\nother = "{LONG}"\nlist = ["Kort.", "{LONG}"]\n', encoding="utf-8")
    places = [line.split(": ")[1] for line in told(in_catalogue(path, "x/nl.toml"))]
    assert places == ["a.b.other", "a.b.list"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"# Kop\n\n{LONG}", 3),
        (f"Kort.\n- een\n- {LONG.replace('gaat en', 'gaat' + chr(10) + '  en')}", 3),
        (f"| a | b |\n|---|---|\n| kort | {LONG} |", 3),
        (f"```\n{LONG}\n```\n\n`kort` {LONG}", 5),
        ("Kort.\n\nDe kansarmen.", 3),
        ("Kort.\n\nDe stakeholders en de governance.", 3),
    ],
)
def test_what_is_wrong_in_a_manual_is_told_with_its_line(text: str, line: int) -> None:
    assert {each.split(": ")[0] for each in told(in_manual(text, "x.md"))} == {f"x.md:{line}"}


def test_what_is_typed_is_one_word_and_an_example_is_none() -> None:
    assert told(in_manual(f"Typ `{LONG}` en dan Enter.\n\n```\n{LONG}\n```\nKort.", "x.md")) == []


def test_what_is_wrong_in_a_report_is_told_with_its_heading() -> None:
    page = f'<h2>Afspraken</h2><p>Kort.</p><ul><li>{LONG}</li></ul><h2>Later</h2><img alt="{LONG}"/>'
    assert [each.split(": ")[0] for each in told(in_page(page, "x"))] == ["x, Afspraken", "x, Later"]


def test_what_is_no_sentence_is_still_there() -> None:
    there = {piece.place for name in CATALOGUES for piece in in_catalogue(HOUSE / name, name)}
    for key in NOT_SAID:
        assert any(place.startswith(key) for place in there), key

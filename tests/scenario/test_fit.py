"""A text that the check lets through stands whole on the smallest screen; one row more, and it is told."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.content import Content

from facilitator.line_breaks import cells, count_rows, packed, rows
from facilitator.scenario.screen_fit import HEIGHT, LEAST, WIDTH, ScreenPage, Written, find_tall, scale_rows
from facilitator.text import clean
from facilitator.ui.kit.screen_sizes import SMALLEST_ROOM
from tests.scenario.shelf import change, check
from tests.steps.running import running

SMALLEST = (64, 18)
BLOCK = """\
format = 1
title = "Passen"
why = "Omdat het moet passen."
source_status = "derived"

[[step]]
id = "stap"
title = "De titel"
minutes = 5
"""
KINDS = {
    "card": 'kind = "card"\ntext = """\n{}"""\n',
    "break": 'kind = "card"\npause = true\ntext = """\n{}"""\n',
    "vote": 'kind = "statements"\nsets = ["urgentie"]\ntext = """\n{}"""\n',
    "checkin": 'kind = "checkin"\ntext = """\n{}"""\n',
    "formal": 'kind = "actors"\nask = "formal"\ntext = """\n{}"""\n',
    "informal": 'kind = "actors"\nask = "informal"\ntext = """\n{}"""\n',
    "interests": 'kind = "actors"\nask = "interests"\ntext = """\n{}"""\n',
    "rings": 'kind = "actors"\nask = "rings"\ntext = """\n{}"""\n',
    "offers": 'kind = "contributions"\nask = "offers"\ntext = """\n{}"""\n',
    "tasks": 'kind = "contributions"\nask = "tasks"\ntext = """\n{}"""\n',
    "roles": 'kind = "contributions"\nask = "roles"\ntext = """\n{}"""\n',
    "agreements": 'kind = "agreements"\ntext = """\n{}"""\n',
    "gate": 'kind = "gate"\ntext = """\n{}"""\n'
    'questions = [{{ id = "a", text = "Is het zo?", if_no = "Dan niet." }}]\n',
    "question": 'kind = "questions"\ntext = """\n{}"""\n'
    'questions = [{{ id = "a", text = "Wat?", hint = "Dit." }}]\n',
    "groups": 'kind = "questions"\ngroups = true\ntext = """\n{}"""\n'
    'questions = [{{ id = "a", text = "Wat?" }}, {{ id = "b", text = "Wie?" }}]\n',
}


def block(folder: Path, step: str, lines: int) -> Path:
    path = folder / "blocks" / f"blok{lines}.toml"
    path.parent.mkdir(exist_ok=True)
    text = "".join(f"Regel {n}.\n" for n in range(1, lines + 1))
    path.write_text(BLOCK + step.format(text), encoding="utf-8")
    return path


def too_tall(path: Path) -> list[tuple[str, object, object]]:
    """Give the key of each text that is too tall, the rows it takes and those there are."""
    found = [each for each in check(path) if each.code == "scenario.too_tall"]
    return [(each.key, each.values["rows"], each.values["most"]) for each in found]


@pytest.mark.parametrize("name", KINDS)
async def test_what_passes_stands_whole_on_the_smallest_screen(tmp_path: Path, name: str) -> None:
    fitting = next(n for n in range(HEIGHT, 0, -1) if not too_tall(block(tmp_path, KINDS[name], n)))
    assert fitting >= LEAST
    assert too_tall(block(tmp_path, KINDS[name], fitting + 1)) == [("step[1].text", fitting + 1, fitting)]
    async with running(block(tmp_path, KINDS[name], fitting), tmp_path, size=SMALLEST) as app:
        assert f"Regel {fitting}." in app.text
        assert app.view.max_scroll_y == 0, app.text


def too_tall_in_room(path: Path) -> list[tuple[str, object, object]]:
    """Give the same for the screen with the largest letters."""
    found = [each for each in check(path) if each.code == "scenario.too_tall_room"]
    assert all(each.severity == "warning" for each in found)
    return [(each.key, each.values["rows"], each.values["most"]) for each in found]


async def test_so_tall_a_text_is_read_at_once_with_the_largest_letters(tmp_path: Path) -> None:
    card = KINDS["card"]
    assert too_tall_in_room(block(tmp_path, card, 8)) == []
    assert too_tall_in_room(block(tmp_path, card, 9)) == [("step[1].text", 9, 8)]
    async with running(block(tmp_path, card, 8), tmp_path, size=SMALLEST_ROOM) as app:
        assert "Regel 8." in app.text
        assert app.view.max_scroll_y == 0, app.text


async def test_a_long_statement_stands_there_with_what_people_choose_from(tmp_path: Path) -> None:
    sentences = " ".join(["Een woord, en nog een woord."] * 6)
    statements = tmp_path / "blocks" / "statements" / "passen.toml"
    statements.parent.mkdir(parents=True)
    statements.write_text(
        'format = 1\ntitle = "Passen"\nsource_status = "derived"\n\n'
        f'[[statement]]\nid = "a1"\ntext = "{sentences}"\n',
        encoding="utf-8",
    )
    assert too_tall_in_room(statements) == []
    vote = 'kind = "statements"\nsets = ["passen"]\ntext = """\n{}"""\n'
    async with running(block(tmp_path, vote, 1), tmp_path, size=SMALLEST_ROOM) as app:
        assert app.text.count("woord") == 12
        assert "? weet ik niet" in app.text, app.text


def test_what_a_team_reads_by_itself_fits_with_its_title_and_outcome(tmp_path: Path) -> None:
    step = 'kind = "card"\noutcome = "Een lijst."\nalone = """\n{}"""\n'
    assert too_tall(block(tmp_path, step, 9)) == []
    assert too_tall(block(tmp_path, step, 10)) == [("step[1].alone", 10, 9)]


def test_titles_fit_where_they_stand(shelf: Path) -> None:
    change(shelf / "avond.toml", "Avond in de Kerkstraat", "Avond in de Kerkstraat!")
    change(shelf / "avond.toml", "Wat willen wij?", "Wat willen wij hier allemaal?")
    change(shelf / "avond.toml", 'title = "bewoners"', 'title = "wie er al lang woont"')
    change(shelf / "blocks/praten.toml", 'title = "Praten"', f'title = "{"Praat " * 8}"')
    change(shelf / "blocks/praten.toml", 'title = "Welkom"', f'title = "{"Welkom " * 6}"')
    found = [(each.key, each.values) for each in check(shelf / "avond.toml")]
    assert found == [
        ("title", {"cells": 23, "most": 22}),
        ("purpose", {"cells": 29, "most": 25}),
        ("perspective[1].title", {"cells": 20, "most": 16}),
        ("title", {"cells": 47, "most": 40}),
        ("step[1].title", {"cells": 41, "most": 40}),
    ]


# -- cells and rows, as on the screen


def test_a_character_is_as_wide_as_on_the_screen() -> None:
    known = (chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000)
    shown = [
        char
        for char in known
        if unicodedata.category(char) not in {"Cn", "Co"} and clean(f"a{char}a") in {f"a{char}a", "a a"}
    ]
    assert len(shown) > 100_000
    assert [char for char in shown if cells(char) != cell_len(char)] == []


LINES = st.text(st.sampled_from("ab éëあ漢–'\u0301🏠 "), max_size=80)


@given(LINES, st.integers(2, 30))
def test_rows_cover_a_text_and_are_no_wider_than_the_screen(text: str, width: int) -> None:
    found = rows(text, width)
    assert "".join(text[start:end] for start, end in found) == text
    assert all(cells(text[start:end].rstrip(" ")) <= max(width, 2) for start, end in found)


@given(st.lists(st.text(st.sampled_from("abc dé"), min_size=1, max_size=40), max_size=6))
def test_a_text_takes_the_rows_that_the_screen_gives_it(parts: list[str]) -> None:
    text = clean(" ".join(parts), lines=True)
    assert count_rows(text, WIDTH) == (len(Content(text).wrap(WIDTH)) if text else 0)


def test_points_of_a_scale_stay_whole() -> None:
    assert packed(["1 oneens", "2 eens"], 20) == ["1 oneens   2 eens"]
    assert packed(["1 oneens", "2 eens"], 16) == ["1 oneens", "2 eens"]
    assert scale_rows(["oneens", "eens", "helemaal"], "weet ik niet") == 1
    assert scale_rows(["helemaal oneens", "oneens", "eens", "helemaal eens"], "weet ik niet") == 2
    assert scale_rows(["a" * 130] * 3, "b") == 13


def test_the_longest_text_of_a_page_is_told() -> None:
    short, long = Written("a", "x"), Written("b", "\n".join("y" * 12))
    assert find_tall(ScreenPage([short, long], besides=0)) is None
    found = find_tall(ScreenPage([short, long], besides=1))
    assert found is not None
    assert (found[0].key, found[1].values) == ("b", {"rows": 12, "most": 11})
    assert find_tall(ScreenPage([Written("a", "x\nx")], besides=40)) is None  # two rows are always allowed

"""From strips to pages: nothing lost, nothing too full, and no page with next to nothing on it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.kinds.paper_elements import CELL, HANGING, LABEL, LINE, ROW, field, grid, writing
from facilitator.kinds.paper_faces import FACES, PLAIN, css_of
from facilitator.kinds.paper_letters import count_lines, width
from facilitator.kinds.paper_sheets import sheet
from facilitator.kinds.paper_strips import COLUMN, WIDE, Strip, clinging, together, under
from facilitator.markup import h
from facilitator.report.html import style
from facilitator.report.paper import flow
from facilitator.report.paper.flow import ROOM, filled, paginate, sides_of
from facilitator.report.print_file import print_html
from facilitator.steps.statements.paper import (
    ballot_layout,
    easy_sheets,
    vote_slips,
    vote_tally,
)
from facilitator.steps.statements.paper.answer_row import CIRCLE
from facilitator.steps.statements.paper.reading_cards import NUMBER as READING_NUMBER
from facilitator.words import Words
from tests.report.folding import rules
from tests.report.made_up import scenario
from tests.report.test_folding import PROGRAMMES, programme

NL = Words("nl")
CSS = rules(f"<style>{style('paper.css')}</style>")

heights = st.lists(st.floats(2, 60), min_size=1, max_size=60)


def strip(high: float, name: str = "x") -> Strip:
    return Strip(h("p", name), high)


def high(page: list[Strip]) -> float:
    return sum(each.high for each in page)


# -- pages


@given(heights, st.sets(st.integers(0, 59)))
def test_every_block_is_there_once_in_order_and_no_page_is_too_full(
    given: list[float], cling: set[int]
) -> None:
    strips = [strip(each, str(n)) for n, each in enumerate(given)]
    strips = [clinging(each) if n in cling and n % 3 else each for n, each in enumerate(strips)]
    pages = paginate(strips)
    assert [each for page in pages for each in page] == strips
    assert all(high(page) <= ROOM for page in pages)
    assert not any(page[-1].clings for page in pages[:-1])


@given(heights)
def test_there_are_as_few_pages_as_can_be(given: list[float]) -> None:
    used, greedy = ROOM, 0
    for each in given:
        greedy += used + each > ROOM
        used = each if used + each > ROOM else used + each
    assert len(paginate([strip(each) for each in given])) == greedy


def test_a_last_line_alone_takes_others_with_it() -> None:
    pages = paginate([strip(ROOM / 20) for _ in range(21)])
    assert [len(page) for page in pages] in ([10, 11], [11, 10])


def test_a_page_begins_where_something_begins_and_else_says_what_goes_on() -> None:
    again = strip(5, "again")
    steps = [under([strip(10, "head")], [strip(ROOM / 8)] * 6, again) for _ in range(2)]
    pages = paginate([each for step in steps for each in step])
    assert [str(page[0].html) for page in pages] == ["<p>head</p>", "<p>head</p>"]
    longer = under([strip(10, "head")], [strip(ROOM / 8)] * 12, again)
    assert [str(page[0].html) for page in paginate(longer)] == ["<p>head</p>", "<p>again</p>"]


def test_what_is_higher_than_a_page_has_one_to_itself() -> None:
    pages = paginate([strip(20, "a"), strip(ROOM + 50, "b"), strip(20, "c")])
    assert [[str(each.html) for each in page] for page in pages] == [["<p>a</p>"], ["<p>b</p>"], ["<p>c</p>"]]


def test_the_rest_of_a_page_is_for_writing() -> None:
    page = filled([field("Wat"), writing(4, grows=True), writing(4, grows=True)])
    lines = [str(each.html).count('class="line"') for each in page]
    assert lines[0] == 1
    assert abs(lines[1] - lines[2]) <= 1
    assert ROOM - LINE < high(page) <= ROOM
    assert [each.high for each in filled([field("Wat"), writing(4)])] == [field("Wat").high, 4 * LINE]


def test_a_small_sheet_shares_a_page_and_a_large_one_does_not() -> None:
    small, large = sheet("Klein", [writing(5)]), sheet("Groot", [writing(20)])
    assert [str(side.pieces[0]).count("<h2") for side in sides_of([small, small, large, small])] == [2, 1, 1]


@pytest.mark.parametrize("name", PROGRAMMES)
def test_no_page_holds_only_a_line_or_two(name: str) -> None:
    made = print_html(programme(name), NL)
    for page in re.findall(r'<section class="page flow (?:front|back)".*?</section>', made, re.DOTALL):
        texts = [each for each in re.findall(r">([^<>]+)<", page) if each.strip()]
        lines = page.count('class="line"') + page.count("<td>") + len(texts)
        assert lines >= 8, texts


# -- heights


def test_together_grows_where_one_of_its_blocks_grows() -> None:
    whole = together([field("Wat"), writing(2, grows=True)], more=3)
    assert whole.high == field("Wat").high + 2 * LINE + 3
    assert str(whole.grown(2).html).count('class="line"') == 1 + 4
    assert whole.grown(2).high == whole.high + 2 * LINE


def test_a_table_is_as_high_as_its_head_and_rows() -> None:
    table = grid(["Wat", "Wie"], 4, (70, 30))
    assert table.high == PLAIN.line + CELL + 4 * ROW
    long = grid(["Wat", "Wie komt erop terug, en wie helpt?"], 4, (85, 15))
    assert long.high > table.high


@pytest.mark.parametrize(
    ("said", "bold", "wide"), [("helemaal", False, 17.18), ("helemaal", True, 18.12), ("€ 12", False, 8.24)]
)
def test_words_are_as_wide_as_in_helvetica(said: str, bold: bool, wide: float) -> None:
    assert width(said, 12, bold=bold) == pytest.approx(wide, abs=0.01)


@given(st.text(st.characters(codec="utf-8"), max_size=200), st.floats(5, 200))
def test_a_text_takes_no_more_lines_in_a_wider_column(said: str, wide: float) -> None:
    lines = count_lines(said, 12, wide)
    assert lines >= max(1, said.count("\n") + 1)
    assert lines * wide >= max(width(each, 12) for each in said.split("\n")) - 1e-6 - lines * width(" ", 12)
    assert count_lines(said, 12, wide * 2) <= lines


def test_lines_break_at_blanks_and_a_long_word_is_broken() -> None:
    assert count_lines("een twee", 12, width("een twee", 12)) == 1
    assert count_lines("een twee", 12, width("een twee", 12) - 0.1) == 2
    assert count_lines("a" * 100, 12, width("a" * 10, 12)) == 10
    assert count_lines("een\n\ntwee", 12, 100) == 3


# -- the style sheet has the sizes that are counted with


def test_the_style_sheet_is_given_every_face() -> None:
    made = print_html(scenario(), NL)
    assert css_of() in made
    assert len({face.name for face in FACES}) == len(FACES)
    for face in FACES:
        assert f"font-size:{face.points}pt;line-height:{face.line}mm" in face.css


@pytest.mark.parametrize(
    ("selector", "name", "counted"),
    [
        (".flow .piece", "width", WIDE),
        (".column", "margin-left", WIDE - COLUMN),
        (".line", "height", LINE),
        (".grid td", "height", ROW),
        (".field > b", "width", LABEL),
        (".hanging > b", "width", HANGING),
        (".gap", "height", flow.GAP),
        (".halves .piece", "height", ballot_layout.HIGH),
        (".bar", "height", ballot_layout.BAR),
        (".statement > b", "width", ballot_layout.NUMBER),
        (".answers i", "width", CIRCLE),
        (".quarters .piece", "width", vote_slips.WIDE),
        (".result td", "height", vote_tally.ROW),
        (".easy-ballot .answers i", "width", easy_sheets.CIRCLE),
        (".easy-ballot .statement > b", "width", easy_sheets.NUMBER),
        (".blocks", "height", easy_sheets.BLOCKS),
        (".whole .piece", "width", easy_sheets.A4.wide),
        (".whole .piece", "height", easy_sheets.A4.high),
        (".strip > [dir]", "padding-left", easy_sheets.NUMBER),
        (".twice > [dir]", "padding-left", ballot_layout.NUMBER),
        (".marked > i", "width", READING_NUMBER),
        (".marked-other", "padding-left", READING_NUMBER),
    ],
)
def test_the_style_sheet_has_the_lengths_that_are_counted_with(
    selector: str, name: str, counted: float
) -> None:
    assert CSS[selector][name] == f"{counted:g}mm"


def test_pages_follow_each_other_without_a_gap_and_have_room_for_their_number() -> None:
    page, piece, folio = CSS[".page"], CSS[".flow .piece"], CSS[".folio"]
    high = float(piece["height"].removesuffix("mm")) - float(folio["line-height"].removesuffix("mm"))
    assert high >= ROOM + 4
    assert 290 < float(page["height"].removesuffix("mm")) < 297
    assert page["overflow"] == "hidden"
    assert page["break-after"] == "page"

"""Rows of dots: as many as there are answers, never wider than the page, in columns that line up."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.content import Content

from facilitator.scenario.model import Scale
from facilitator.steps.statements.drawing.dot_plot import (
    SMALL,
    DotLine,
    StackedBar,
    bars,
    columns_of,
    picture,
)
from facilitator.steps.statements.drawing.row_blocks import Block, balanced, larger, stack, wrapped
from facilitator.steps.statements.drawing.scales import head_rows, scale_rows

FOUR = Scale(
    points=["helemaal oneens", "oneens", "eens", "helemaal eens"],
    unknown="weet ik niet",
)
SEVEN = Scale(
    points=[
        "helemaal mee oneens",
        "grotendeels mee oneens",
        "een beetje mee oneens",
        "niet mee eens en niet mee oneens",
        "een beetje mee eens",
        "grotendeels mee eens",
        "helemaal mee eens",
    ],
    unknown="dat weet ik niet",
)
SIZES = [(60, 13), (76, 19), (120, 38)]
"""The room for a page at 64x18, 80x24 and 160x45."""

titles = st.text(st.characters(min_codepoint=32, max_codepoint=0x2FF, exclude_characters="\x7f"), min_size=1)
small_groups = st.lists(st.integers(0, 4), min_size=5, max_size=5)


def plain(rows: Sequence[Content]) -> list[str]:
    return [row.plain for row in rows]


@given(st.lists(st.tuples(titles, small_groups), min_size=1, max_size=6), st.sampled_from(SIZES))
def test_every_answer_is_one_dot_where_there_is_height(
    groups: list[tuple[str, list[int]]], size: tuple[int, int]
) -> None:
    lines = [DotLine("groep", counts) for _, counts in groups]
    rows = plain(picture(lines, FOUR, size[0], 100))
    drawn = " ".join(rows).split()
    large = drawn.count("████") / 2 + drawn.count("██████") / 3
    assert sum(word.count("●") for word in drawn) + large == sum(sum(line.counts) for line in lines)


@given(
    st.lists(st.tuples(titles, st.lists(st.integers(0, 60), min_size=8, max_size=8)), min_size=1, max_size=8),
    st.sampled_from(SIZES),
    st.booleans(),
)
def test_a_picture_is_never_wider_than_the_page(
    groups: list[tuple[str, list[int]]], size: tuple[int, int], faint: bool
) -> None:
    lines = [DotLine(title, counts, faint=faint, end="17→16") for title, counts in groups]
    for row in picture(lines, SEVEN, *size, ends="eens"):
        assert row.cell_length <= size[0]


def test_a_cell_that_is_too_full_is_a_number_only_when_nothing_else_fits() -> None:
    lines = [DotLine(title, [0, 0, 0, 18, 0]) for title in ("beleid", "bewoners", "professionals")]
    assert "18 ●" not in "\n".join(plain(picture(lines, FOUR, 60, 11)))
    assert "\n".join(plain(picture(lines, FOUR, 60, 6))).count("18 ●") == 3
    assert len(picture(lines, FOUR, 60, 6, numbers=False)) > 6


def test_dots_grow_with_the_page() -> None:
    lines = [DotLine("beleid", [1, 2, 6, 1, 0])]
    assert "●●●●●●" in "\n".join(plain(picture(lines, FOUR, 60, 3)))
    assert "● ● ●" in "\n".join(plain(picture(lines, FOUR, 60, 5)))
    assert "████ ████ ████" in "\n".join(plain(picture(lines, FOUR, 120, 38)))


def test_names_of_points_stand_above_their_columns() -> None:
    columns = columns_of(["beleid"], 4, 60)
    head = head_rows(FOUR, columns.label, columns.cell)
    assert head is not None
    names = head[-1].plain
    for point in range(4):
        counts = [int(number == point) for number in range(5)]
        row = plain(picture([DotLine("beleid", counts)], FOUR, 60, 3))[-1]
        start = columns.label + point * columns.cell
        name = names[start : start + columns.cell]
        middle = start + name.index(name.strip()) + len(name.strip()) / 2
        assert abs(row.index("●") + 0.5 - middle) <= 1


def test_names_that_do_not_fit_give_way_to_numbers_and_what_the_ends_mean() -> None:
    rows = plain(picture([DotLine("beleid", [1] * 8)], SEVEN, 60, 10))
    assert rows[0].split() == ["1", "2", "3", "4", "5", "6", "7", "?"]
    assert "1 helemaal mee oneens   7 helemaal mee eens" in rows[-2]


def test_a_group_of_one_mind_has_words_and_no_dots() -> None:
    rows = plain(picture([DotLine("bewoners", [0, 0, 0, 3, 0], said="deze groep is het eens")], FOUR, 60, 10))
    assert "●" not in "".join(rows)
    assert "bewoners  deze groep is het eens" in " ".join("\n".join(rows).split(" ")).replace("   ", "  ")


# -- bars


@given(
    st.lists(st.tuples(titles, st.integers(0, 150), st.integers(0, 150)), min_size=1, max_size=6),
    st.sampled_from(SIZES),
)
def test_bars_fit_and_some_is_never_none_and_not_all_is_never_all(
    groups: list[tuple[str, int, int]], size: tuple[int, int]
) -> None:
    rows = [StackedBar("groep", min(a, b), max(a, b), f"{min(a, b)} van {max(a, b)}") for _, a, b in groups]
    drawn = bars(rows, *size)
    assert all(row.cell_length <= size[0] for row in drawn)
    found = [row.plain for row in drawn if row.plain.startswith("groep")]
    for bar, row in zip(rows, found, strict=True):
        filled = any(mark in row for mark in ("●", "█"))
        open_ = any(mark in row for mark in ("○", "▁", "┌", "│"))
        if bar.of:
            assert filled == (bar.agree > 0)
            assert open_ == (bar.agree < bar.of)


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), min_size=2, max_size=6))
def test_numbers_of_bars_line_up(groups: list[tuple[int, int]]) -> None:
    rows = [
        StackedBar("groep", min(pair), max(pair) + 1, f"{min(pair)} van {max(pair) + 1}") for pair in groups
    ]
    assert len({len(row.plain) for row in bars(rows, 60, 12) if "van" in row.plain}) == 1


def test_a_dot_is_an_answer_while_all_fit() -> None:
    (row,) = plain(bars([StackedBar("beleid", 15, 18, "15 van 18")], 60, 1))
    assert row.count(SMALL.filled[0]) == 15
    assert row.count(SMALL.hollow[0]) == 3


# -- pages


@given(st.lists(st.integers(0, 5), max_size=8), st.integers(1, 40))
def test_a_page_never_has_more_air_than_room(heights: list[int], height: int) -> None:
    blocks = [Block([Content("x")] * high) for high in heights]
    page = stack(blocks, height)
    text = sum(heights)
    assert sum(bool(row.plain) for row in page) == text
    assert len(page) <= max(height, text)


def test_what_is_not_needed_goes_first() -> None:
    blocks = [Block([Content("a")]), Block([Content("b")], needed=False), Block([Content("c")])]
    assert plain(stack(blocks, 3)) == ["a", "b", "c"]
    assert plain(stack(blocks, 2)) == ["a", "c"]


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=200), st.integers(4, 80))
def test_text_is_wrapped_without_losing_a_word(text: str, width: int) -> None:
    rows = plain(wrapped(text, width))
    assert "".join("".join(rows).split()) == "".join(text.split())
    assert all(cell_len(row) <= width for row in rows)


def test_a_balanced_text_leaves_no_word_alone() -> None:
    text = "In deze wijk moet meer gebeuren dan er nu al gebeurt."
    assert plain(wrapped(text, 46))[-1] == "gebeurt."
    first, second = plain(balanced(text, 46))
    assert abs(len(first) - len(second)) < 12


@pytest.mark.parametrize("scale", [FOUR, SEVEN], ids=["four", "seven"])
@pytest.mark.parametrize("size", SIZES)
def test_a_scale_is_shown_whole(scale: Scale, size: tuple[int, int]) -> None:
    rows = scale_rows(scale, *size)
    text = " ".join(" ".join(plain(rows)).replace("│", " ").split())
    assert all(row.cell_length <= size[0] for row in rows)
    for name in [*scale.points, scale.unknown]:
        assert all(word in text for word in name.split())


# -- a text in larger letters


BIGGER = [Content("GROTE"), Content("VRAAG")]
SMALLER = [Content("vraag")]


def page_of(
    height: int, drawing: Callable[[int], list[Content]]
) -> Callable[[Sequence[Content]], list[Content]]:
    """Give a page on which a drawing takes the room that a question leaves."""

    def page(question: Sequence[Content]) -> list[Content]:
        room = height - len(question) - 1
        return stack([Block(drawing(room), gap=0), Block(question)], height)

    return page


def test_a_text_is_larger_where_all_else_is_drawn_as_before() -> None:
    page = page_of(8, lambda _: [Content("● ● ●")])
    assert larger(page, [BIGGER], SMALLER, 8) == BIGGER
    assert larger(page, [], SMALLER, 8) == SMALLER


def test_a_text_stays_as_it_is_where_dots_would_shrink_for_it() -> None:
    page = page_of(8, lambda room: [Content("███" if room > 5 else "●")])
    assert page(BIGGER) != page(SMALLER)
    assert larger(page, [BIGGER], SMALLER, 8) == SMALLER


def test_a_text_stays_as_it_is_where_it_would_cling_to_what_is_over_it() -> None:
    rows = [Content(f"rij {n}") for n in range(6)]
    assert larger(page_of(8, lambda _: rows), [BIGGER], SMALLER, 8) == SMALLER
    assert larger(page_of(9, lambda _: rows), [BIGGER], SMALLER, 9) == BIGGER

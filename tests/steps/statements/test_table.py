"""Rows with bars, and squares per set: as large as fits, never wider, and true to the numbers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitator.steps.statements.drawing.bar_table import Cell, TableRow, table
from facilitator.steps.statements.drawing.dot_plot import BIG
from facilitator.steps.statements.drawing.entry_page import EMPTY, FULL, squares
from facilitator.steps.statements.drawing.row_blocks import TALL


def cell(agree: int, of: int) -> Cell:
    if not of:
        return Cell(0, 0, "nog niet getoond", "–")
    return Cell(agree, of, f"{agree} van {of}", f"{agree}/{of}")


answers = st.tuples(st.integers(0, 120), st.integers(0, 120)).map(lambda pair: cell(min(pair), max(pair)))
words = st.text("abcdefgh ", min_size=1, max_size=60).filter(str.strip)


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[TableRow], list[str]]:
    groups = draw(st.integers(1, 6))
    heads = draw(st.lists(st.text("abcdefgh", min_size=1, max_size=30), min_size=groups, max_size=groups))
    rows = draw(
        st.lists(
            st.builds(
                TableRow,
                words,
                st.lists(answers, min_size=groups, max_size=groups),
                st.sampled_from(["", "stevig", "in opbouw"]),
                st.sampled_from(["", "in maart: 4 van 7 eens"]),
                st.sampled_from([None, True, False]),
            ),
            min_size=1,
            max_size=8,
        )
    )
    return rows, heads


@given(tables(), st.sampled_from([(60, 8), (60, 13), (76, 19), (120, 38)]))
def test_a_table_is_never_wider_than_the_page(
    made: tuple[list[TableRow], list[str]], size: tuple[int, int]
) -> None:
    rows, heads = made
    drawn = table(rows, heads, *size, tall=size[1] >= TALL)
    assert max(row.cell_length for row in drawn) <= size[0]


@given(tables())
def test_every_number_of_a_table_is_on_it(made: tuple[list[TableRow], list[str]]) -> None:
    rows, heads = made
    text = "\n".join(row.plain for row in table(rows, heads, 120, 38, tall=True))
    for row in rows:
        for each in row.cells:
            assert each.said in text or each.short in text


def test_titles_are_kept_whole_before_bars_are_kept_long() -> None:
    rows = [TableRow("Wendbaar programma met afspraken", [cell(12, 34)], "aandacht") for _ in range(7)]
    drawn = [row.plain for row in table(rows, ["ons team"], 60, 8, tall=False)]
    assert len(drawn) == 7
    assert all("Wendbaar programma met afspraken" in row and "12/34" in row for row in drawn)


HEADS = [
    "bestuur",
    "bewoners van de Molenhoek",
    "ondernemers",
    "jongeren",
    "vrijwilligers",
    "zorg en welzijn",
]


def test_groups_that_do_not_fit_beside_each_other_stand_under_each_other() -> None:
    rows = [
        TableRow("Coalitie van partners", [cell(n, 18) for n in range(6)], below="in maart: 9 van 20 eens")
    ]
    drawn = [row.plain for row in table(rows, HEADS, 60, 13, tall=False)]
    assert drawn[0] == "Coalitie van partners"
    for n, head in enumerate(HEADS):
        assert any(head in row and f"{n} van 18" in row for row in drawn)


def test_long_names_of_groups_go_on_at_a_next_row() -> None:
    rows = [TableRow("Coalitie van partners", [cell(n, 18) for n in range(6)])]
    drawn = [row.plain for row in table(rows, HEADS, 120, 38, tall=True)]
    first = next(number for number, row in enumerate(drawn) if "Coalitie van partners" in row)
    assert first > 1
    words = " ".join(drawn[:first]).split()
    assert sorted(words) == sorted(" ".join(HEADS).split())
    assert max(map(len, drawn)) <= 120


def test_a_bar_that_is_neither_none_nor_all_never_looks_so() -> None:
    def bar(agree: int) -> str:
        (row,) = table([TableRow("a", [cell(agree, 100)])], ["x"], 60, 1, tall=False)
        return "".join(each for each in row.plain if each in "▆▁")

    assert "▆" not in bar(0)
    assert "▁" not in bar(100)
    assert {"▆", "▁"} == set(bar(1)) == set(bar(99))


def test_a_large_page_has_higher_bars() -> None:
    rows = [TableRow(f"Onderdeel {n}", [cell(12, 34)]) for n in range(7)]
    assert any("█" in row.plain for row in table(rows, ["x"], 120, 36, tall=True))
    assert not any("█" in row.plain for row in table(rows, ["x"], 76, 18, tall=False))


# -- squares of a ballot


@given(
    st.lists(st.integers(1, 12), min_size=1, max_size=8),
    st.integers(0, 96),
    st.sampled_from([(FULL, EMPTY), (BIG.filled, BIG.hollow)]),
    st.sampled_from([60, 76, 120]),
)
def test_there_is_a_square_for_every_statement(
    counts: list[int], answered: int, shapes: tuple[list[str], list[str]], width: int
) -> None:
    answered = min(answered, sum(counts))
    rows = squares(counts, answered, shapes, width)
    full, open_ = shapes[0][0].strip(), shapes[1][0].strip()
    text = "\n".join(row.plain for row in rows)
    high = len(shapes[0])
    assert text.count(full) == answered * (high if shapes[0] == BIG.filled else 1)
    assert text.count(open_) == sum(counts) - answered
    assert max(row.cell_length for row in rows) <= width + 1


def test_a_set_is_not_broken_where_it_fits_on_the_next_row() -> None:
    (first, second) = (row.plain.rstrip() for row in squares([6] * 7, 9, (FULL, EMPTY), 60))
    assert first == "   ".join(["■ ■ ■ ■ ■ ■", "■ ■ ■ □ □ □", "□ □ □ □ □ □", "□ □ □ □ □ □"])
    assert second == "   ".join(["□ □ □ □ □ □"] * 3)

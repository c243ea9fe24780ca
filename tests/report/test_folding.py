"""Everything printed on both sides, turned over along the long edge and cut: is it right in the hand?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.kinds import kinds
from facilitator.report.print_file import ONLY, Only, print_html
from facilitator.scenario.composition import load_scenario
from facilitator.scenario.library import Library, built_in
from facilitator.scenario.model import Scenario
from facilitator.words import Words
from tests.report.folding import fold_and_cut, leaves, sheets
from tests.report.made_up import scenario

NL = Words("nl")
PROGRAMMES = sorted(path.stem for path in built_in().glob("*.toml"))
CROWD = {"beleid": 4, "bewoners": 13, "professionals": 1}
ONCE = "startbijeenkomst"


@cache
def programme(name: str) -> Scenario:
    path = built_in() / f"{name}.toml"
    return load_scenario(path, Library.of(path), kinds(), "nl")


@cache
def printed(name: str) -> str:
    return print_html(programme(name), NL)


@pytest.mark.parametrize("name", PROGRAMMES)
def test_every_programme_comes_out_right(name: str) -> None:
    fold_and_cut(printed(name))


@pytest.mark.parametrize("people", [1, 19, 40, CROWD, {"beleid": 0, "bewoners": 9, "professionals": 2}])
def test_it_comes_out_right_for_any_number_of_people(people: int | Mapping[str, int]) -> None:
    fold_and_cut(print_html(programme(ONCE), NL, people=people))


@pytest.mark.parametrize("only", ONLY)
def test_one_part_alone_comes_out_right(only: Only) -> None:
    fold_and_cut(print_html(programme(ONCE), NL, only=only))


@given(st.integers(1, 6), st.integers(3, 7), st.integers(1, 40))
def test_it_comes_out_right_whatever_is_voted_on(groups: int, points: int, statements: int) -> None:
    made = scenario()
    again = [
        made.perspectives[0].model_copy(update={"id": f"g{n}", "title": f"groep {n}"}) for n in range(groups)
    ]
    text = made.statement_sets[0].statements[0]
    asked = [text.model_copy(update={"id": f"s{n}"}) for n in range(statements)]
    sets = [made.statement_sets[0].model_copy(update={"statements": asked})]
    scale = made.scale.model_copy(update={"points": ["helemaal eens"] * points})
    made = made.model_copy(update={"perspectives": again, "statement_sets": sets, "scale": scale})
    fold_and_cut(print_html(made, NL, only="ballots", people=1))


def test_every_page_says_its_part_and_its_number_of_all() -> None:
    sides = sheets(printed(ONCE))
    total = len(sides)
    for number, side in enumerate(sides, 1):
        (folio,) = {piece.folio for piece in side.pieces}
        part = NL(f"report.paper.part.{side.part}")
        found = re.fullmatch(rf"{part} · pagina (\d+)(?: tot en met (\d+))? van (\d+)", folio)
        assert found, folio
        first, last = int(found[1]), int(found[2] or found[1])
        assert first <= number <= last
        assert int(found[3]) == total
        assert (first < last) == (side.part in {"ballots", "slips"}), "a number tells a ballot from another"


def test_the_cover_counts_leaves_and_names_pages_as_they_are() -> None:
    html = printed(ONCE)
    sides = sheets(html)
    cover = html[html.index('data-part="cover"') : html.index('data-part="ballots"')]
    assert f"{len(sides)} pagina&#x27;s. Dubbelzijdig zijn dat {len(leaves(sides))} vellen papier." in cover
    rows = re.findall(r"<tr><td><b>(.*?)</b>.*?</td><td>(.*?)</td><td>(\d+)</td>", cover)
    assert len(rows) == 6
    for name, said, count in rows:
        part = next(part for part in _parts() if name == NL(f"report.paper.part.{part}"))
        numbers = [number for number, side in enumerate(sides, 1) if side.part == part]
        assert said == f"{numbers[0]} tot en met {numbers[-1]}"
        assert int(count) == -(-len(numbers) // 2)


def _parts() -> list[str]:
    return ["ballots", "slips", "runsheet", "cards", "handouts", "sheets"]


def test_an_evening_takes_no_more_paper_than_it_needs() -> None:
    """Leaves of paper, printed as the cover says."""
    people = {"startbijeenkomst": 18, "zeven-bouwstenen": 12, "terugkomsessie": 18, "haarvaten": 20}
    most = {"startbijeenkomst": 36, "zeven-bouwstenen": 38, "terugkomsessie": 30, "haarvaten": 13}
    taken = {
        name: len(leaves(sheets(print_html(programme(name), NL, people=count))))
        for name, count in people.items()
    }
    assert all(taken[name] <= most[name] for name in most), taken


# -- a fold that can fail


def _pages(html: str) -> list[str]:
    return re.findall(r'<section class="page.*?</section>\n', html, re.DOTALL)


def _replaced(html: str, number: int, page: str) -> str:
    """Give the paper with another page in the place of one."""
    pages = _pages(html)
    start = html.index(pages[0])
    before, after = html[:start], html[start + len("".join(pages)) :]
    pages[number - 1] = page
    return before + "".join(pages) + after


def _first(part: str) -> int:
    return next(n for n, side in enumerate(sheets(printed(ONCE)), 1) if side.part == part)


@pytest.mark.parametrize("part", ["ballots", "slips", "runsheet", "cards", "handouts", "sheets"])
def test_a_page_that_is_lost_is_noticed(part: str) -> None:
    with pytest.raises(AssertionError):
        fold_and_cut(_replaced(printed(ONCE), _first(part) - 1, ""))


def test_a_back_of_another_group_is_noticed() -> None:
    pages = _pages(printed(ONCE))
    theirs = next(
        page
        for page in pages
        if 'data-part="ballots"' in page and "</svg>bewoners" in page and " back" in page
    )
    with pytest.raises(AssertionError, match="has bewoners behind it"):
        fold_and_cut(_replaced(printed(ONCE), _first("ballots") + 1, theirs))


def test_a_back_that_lies_on_its_head_is_noticed() -> None:
    html = printed(ONCE).replace("--turn: -90deg", "--turn: 90deg")
    with pytest.raises(AssertionError, match="on its head"):
        fold_and_cut(html)


def test_slips_back_to_back_are_noticed() -> None:
    first = _first("slips")
    slip = _pages(printed(ONCE))[first - 1].replace(" front", " back")
    with pytest.raises(AssertionError, match="on one side"):
        fold_and_cut(_replaced(printed(ONCE), first + 1, slip))


def test_two_questions_on_one_leaf_are_noticed() -> None:
    first = _first("handouts")
    other = _pages(printed(ONCE))[first + 1].replace(" front", " back")
    with pytest.raises(AssertionError):
        fold_and_cut(_replaced(printed(ONCE), first + 1, other))


def test_a_ballot_with_a_number_of_its_own_is_noticed() -> None:
    first = _first("ballots")
    numbered = _pages(printed(ONCE))[first - 1].replace("pagina 3 tot en met 10", "pagina 3")
    with pytest.raises(AssertionError, match="told from another"):
        fold_and_cut(_replaced(printed(ONCE), first, numbered))

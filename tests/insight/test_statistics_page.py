"""docs/statistics.md tells what the code does: every number in its marked tables is computed again."""

from __future__ import annotations

import re
from statistics import quantiles

import pytest

from facilitator.insight import chance_table
from facilitator.insight.chance import closeness
from facilitator.insight.levels import level
from facilitator.insight.statistics import (
    METHOD,
    agreeing,
    agreement,
    answered,
    consensus,
    median,
)
from facilitator.insight.suppression import Counted
from facilitator.session.rounds import Grouping, ShownGroup
from tests.architecture.pages import page, table

from .make_chance_table import Measure, outcomes, percentile
from .test_nobody_is_exposed import as_in_the_app, exposed, splits, total_beside_perspectives

PAGE = "docs/statistics.md"


def rows(mark: str) -> list[list[str]]:
    """Give the cells of a marked table, without the ticks round counts."""
    found = [[cell.strip("`") for cell in row] for row in table(PAGE, mark)]
    assert found
    return found


def counts_in(cell: str) -> list[int]:
    return [int(count) for count in cell.split()]


def written(value: float | None, form: str) -> str:
    assert value is not None
    return format(value, form)


@pytest.mark.parametrize("row", rows("vectors: four"), ids=lambda row: row[0])
def test_the_vectors_of_four_points(row: list[str]) -> None:
    counts = counts_in(row[0])
    agree, of = agreeing(counts)
    assert row[1:] == [
        written(agreement(counts), ".3f"),
        written(consensus(counts), ".3f"),
        written(median(counts), "g"),
        f"{agree}/{of}",
        level(agree, of),
        closeness(counts),
    ]


@pytest.mark.parametrize("row", rows("vectors: other"), ids=lambda row: row[0])
def test_the_vectors_of_other_scales(row: list[str]) -> None:
    counts = counts_in(row[0])
    assert row[1:] == [
        written(agreement(counts), ".3f"),
        written(consensus(counts), ".3f"),
        written(interquartile_range(counts), "g"),
        closeness(counts),
    ]


def interquartile_range(counts: list[int]) -> float:
    """Give what the page compares with, and the app does not use: quartiles by linear interpolation."""
    first, _, third = quantiles(
        [point for point, count in enumerate(counts) for _ in range(count)], n=4, method="inclusive"
    )
    return third - first


def test_the_levels_that_chance_gives() -> None:
    for people, *cells in rows("chance"):
        place = int(people) - chance_table.FEWEST
        a = chance_table.AGREEMENT
        cns = {points: percentile(int(people), points, consensus) for points in (4, 5)}
        found = [a[4][place], cns[4], a[5][place], cns[5], a[7][place]]
        assert cells == [f"{value:.2f}" for value in found]


def test_what_one_person_who_moves_one_step_changes() -> None:
    for people, *cells in rows("fragile"):
        found = [*moved(int(people), agreement), *moved(int(people), consensus)]
        assert cells == [f"{value:.2f}" for value in found]


def moved(people: int, measure: Measure, points: int = 4) -> tuple[float, float]:
    """Give the mean and the largest change, over random answers and over every move of one person."""
    values = {tuple(counts): measure(counts) or 0.0 for counts, _ in outcomes(people, points)}
    total, weight, most = 0.0, 0, 0.0
    for counts, ways in outcomes(people, points):
        for start, count in enumerate(counts):
            ends = [end for end in (start - 1, start + 1) if count and 0 <= end < points]
            changes = [abs(values[_after(counts, start, end)] - values[tuple(counts)]) for end in ends]
            most = max([most, *changes])
            total += ways * count * sum(changes) / max(len(changes), 1)
        weight += ways * people
    return total / weight, most


def _after(counts: list[int], start: int, end: int) -> tuple[int, ...]:
    return tuple(count - (point == start) + (point == end) for point, count in enumerate(counts))


def test_the_rules_of_delphi_studies_and_random_groups() -> None:
    reached = {"range": 0, "near": 0}
    for counts, ways in outcomes(5, 5):
        middle = median(counts)
        spread = interquartile_range(counts)
        assert middle is not None
        near = sum(count for point, count in enumerate(counts, 1) if abs(point - middle) <= 1)
        reached["range"] += ways * (spread <= 1)
        reached["near"] += ways * (4 * near >= 3 * answered(counts))
    said = re.search(r"at\s+most 1\" in (\d+) % of cases.*?in (\d+) %", page(PAGE), re.DOTALL)
    assert said
    assert [int(share) for share in said.groups()] == [round(100 * n / 5**5) for n in reached.values()]


def test_how_often_a_total_beside_perspectives_exposes_someone() -> None:
    of_three = [split for split in splits(3) if sum(split) <= 24]
    beside = [split for split in of_three if exposed(split, "perspective", 3, total_beside_perspectives)]
    repaired = [split for split in beside if exposed(split, "perspective", 3, second_hidden_as_well)]
    few = [split for split in of_three if sum(split) <= 8], [split for split in beside if sum(split) <= 8]
    said = [f"{len(few[1])} of the {len(few[0])} ways", f"{len(beside):,} of {len(of_three):,} up to"]
    text = " ".join(page(PAGE).split())
    assert [phrase for phrase in [*said, f"leaves {len(repaired)} of these"] if phrase not in text] == []


def second_hidden_as_well(counted: dict[str, Counted], grouping: Grouping, minimum: int) -> list[ShownGroup]:
    """Make the mistake that the usual repair leaves: hide a second group when exactly one is hidden."""
    apart, together = as_in_the_app(counted, "perspective", minimum), as_in_the_app(counted, "total", minimum)
    if sum(0 < one.ballots < minimum for one in counted.values()) == 1:
        apart = sorted(apart, key=lambda group: group.ballots)[1:]
    return apart + together


def test_the_method_that_is_told_is_the_one_there_is() -> None:
    assert f"Method {METHOD} " in page(PAGE)

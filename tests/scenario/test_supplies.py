"""Whether a programme has something to go on with is looked for in it, and in the meetings before it."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.scenario.library import built_in
from tests.scenario.shelf import GOOD, change, check

PARTIES = GOOD.replace('"praten"', '"netwerk"')
OFFERS = GOOD.replace('"praten"', '"bieden-en-zoeken"')


def needed(path: Path) -> list[str]:
    """Give what a scenario lacks, as it is told."""
    codes = [problem.code for problem in check(path)]
    return [code.removeprefix("scenario.needs_") for code in codes if "needs_" in code]


def in_series(text: str, part: int, series: str = "straat") -> str:
    return text.replace("minutes = 20", f'minutes = 20\nseries = "{series}"\npart = {part}')


@pytest.mark.parametrize(
    ("uses", "lacks"),
    [
        (["stemmen"], ["people"]),
        (["stemmen", "checkin"], ["people"]),
        (["checkin", "stemmen"], []),
        (["van-ons", "delen", "energie"], ["items"]),
        (["trots", "van-ons"], []),
        (["kiezen"], ["tasks"]),
        (["opgaven", "kiezen"], []),
        (["wat-hangt-samen"], ["items"]),
        (["wie-kent-wie"], ["actors"]),
        (["ringen"], ["actors"]),
        (["rollen", "ringen"], ["actors"]),
        (["netwerk", "ringen", "rollen"], []),
        (["volhouden"], ["agreements"]),
        (["afspraken", "volhouden", "zichtbaar"], []),
        (["rode-draad"], ["items"]),
        (["welk-stuk", "schaal"], []),
    ],
)
def test_what_a_step_goes_on_with_comes_before_it(shelf: Path, uses: list[str], lacks: list[str]) -> None:
    start = GOOD[: GOOD.index("[[use]]")]
    path = shelf / "avond.toml"
    path.write_text(start + "".join(f'[[use]]\nblock = "{name}"\n' for name in uses), encoding="utf-8")
    assert needed(path) == lacks


def test_an_earlier_part_of_the_series_counts(shelf: Path) -> None:
    first, second = shelf / "een.toml", shelf / "twee.toml"
    second.write_text(in_series(OFFERS, 2), encoding="utf-8")
    for before, lacks in (
        (in_series(PARTIES, 1), []),
        (in_series(PARTIES, 3), ["actors"]),
        (in_series(PARTIES, 1, "plein"), ["actors"]),
        (in_series(GOOD, 1), ["actors"]),
        ("= niets", ["actors"]),
    ):
        first.write_text(before, encoding="utf-8")
        assert needed(second) == lacks


def test_people_are_counted_anew_in_each_part(shelf: Path) -> None:
    (shelf / "een.toml").write_text(in_series(GOOD.replace('"praten"', '"checkin"'), 1), encoding="utf-8")
    path = shelf / "twee.toml"
    path.write_text(in_series(GOOD.replace('"praten"', '"stemmen"'), 2), encoding="utf-8")
    assert needed(path) == ["people"]


def test_what_a_scenario_follows_counts(shelf: Path) -> None:
    (shelf / "een.toml").write_text(PARTIES, encoding="utf-8")
    path = shelf / "twee.toml"
    path.write_text(OFFERS, encoding="utf-8")
    assert needed(path) == ["actors"]
    assert needed(change(path, "minutes = 20", 'minutes = 20\nfollows = ["een"]')) == []
    (problem,) = (each for each in check(change(path, '["een"]', '["een", "eem"]')))
    assert (problem.code, problem.key, problem.nearest) == ("scenario.no_scenario", "follows[2]", "een")


def test_a_block_by_itself_lacks_nothing(shelf: Path) -> None:
    assert check(shelf / "blocks/stemmen.toml") == []


@pytest.mark.parametrize("path", sorted(built_in().rglob("*.toml")), ids=lambda path: path.stem)
def test_what_comes_with_the_app_is_silent(path: Path) -> None:
    assert check(path) == []


# -- what a part promises to bring

CARD = """
format = 1
title = "Kaart"
why = "Om te lezen."
source_status = "derived"

[[step]]
id = "kaart"
kind = "card"
minutes = 20
title = "Kaart"
shows = ["ruimte"]
"""


def promising(shelf: Path, brings: str, before: str) -> list[tuple[str, str]]:
    """Give what is wrong with what the second part of a series brings, after this first part."""
    (shelf / "een.toml").write_text(in_series(before, 1), encoding="utf-8")
    (shelf / "blocks").mkdir(exist_ok=True)
    (shelf / "blocks" / "kaart.toml").write_text(CARD, encoding="utf-8")
    text = in_series(GOOD.replace('"praten"', '"kaart"'), 2).replace(
        "part = 2", f"part = 2\nbrings = {brings}"
    )
    path = shelf / "twee.toml"
    path.write_text(text, encoding="utf-8")
    return [
        (problem.code.removeprefix("scenario."), str(problem.values["name"]))
        for problem in check(path)
        if "brings" in problem.code
    ]


def test_what_a_part_promises_is_left_by_an_earlier_part_and_shown_here(shelf: Path) -> None:
    kept = GOOD.replace('"praten"', '"bestuur-en-wijk"')
    assert promising(shelf, '["ruimte"]', kept) == []
    assert promising(shelf, '["ruimte"]', PARTIES) == [("brings_nothing", "ruimte")]
    assert promising(shelf, '["actors"]', PARTIES) == [("brings_unseen", "actors")]
    assert promising(shelf, '["ruimte", "people", "taart"]', kept) == [
        ("brings_nothing", "people"),
        ("brings_nothing", "taart"),
    ]


def test_what_was_left_out_is_kept_by_nobody(shelf: Path) -> None:
    kept = GOOD.replace('"praten"', '"bestuur-en-wijk"\nleave_out = ["ruimte"]')
    assert promising(shelf, '["ruimte"]', kept) == [("brings_nothing", "ruimte")]

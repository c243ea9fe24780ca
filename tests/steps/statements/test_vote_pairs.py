"""Two votes under each other: the words get shorter before the numbers stand at the end of a row."""

from __future__ import annotations

from facilitator.session.rounds import Finding, Shown
from facilitator.steps.statements.drawing.vote_pairs import Pair
from facilitator.words import Words

TITLES = [("beleid", "beleid"), ("bewoners", "bewoners")]
NUMBERS = {
    "beleid-first-agree": 2,
    "beleid-first-of": 6,
    "beleid-now-agree": 5,
    "beleid-now-of": 6,
    "bewoners-first-agree": 1,
    "bewoners-first-of": 5,
    "bewoners-now-agree": 3,
    "bewoners-now-of": 4,
}


def pair(told: Finding | None) -> Pair:
    shown = Shown(minimum=3, points=4, grouping="perspective", groups=[])
    return Pair(shown, shown, "eerst", told)


def test_in_short_each_group_says_what_it_was_and_is() -> None:
    told = Finding(
        code="second-vote", about="ua1", wall="Er veranderde iets.\nWat hoorde u?", numbers=NUMBERS
    )
    whole, faint, short, ends = pair(told).ways(TITLES, 80, Words("nl"))
    assert [row.plain for row in whole.words] == ["Er veranderde iets."]
    said = " ".join(" ".join(row.plain for row in short.words).split())
    assert said == "beleid eerst 2, nu 5 van 6; bewoners eerst 1 van 5, nu 3 van 4"
    assert (whole.faint, faint.faint, short.faint, ends.ends) == (True, True, False, True)
    assert [pair(told).end(name) for name, _ in TITLES] == ["2→5", "1/5→3/4"]


def test_where_nothing_was_told_there_are_no_numbers() -> None:
    assert [way.ends for way in pair(None).ways(TITLES, 80, Words("nl"))] == [False, False]
    assert pair(None).end("beleid") == ""

"""A scan in a report: per set, never added up, and nothing of a group that is spared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, time
from typing import Any

import pytest

from facilitator.orders import Reader
from facilitator.report.html import render as html
from facilitator.report.plain_text import render
from facilitator.report.session_report import build
from facilitator.scenario.model import Scenario
from facilitator.session.fold import fold
from facilitator.session.rounds import Round, Shown
from facilitator.session.state import About, Before, EarlierVote, Note, State
from facilitator.steps.statements.commands import reveal
from facilitator.words import Words
from tests.steps.statements.scans import NAMES, agreeing, scan_scenario, scan_step, shown_scan

NL, DAY = Words("nl"), date(2026, 9, 10)


def evening(shown: Shown, whole: Scenario | None = None, **more: Any) -> State:
    """Give a session in which this was shown of the scan."""
    whole = whole or scan_scenario()
    about = About(
        id="session1",
        place="Molenhoek",
        day=DAY,
        starts=time(19, 30),
        keep_until=date(2027, 9, 10),
        made_with="0.1.0",
    )
    people = {group.group: group.ballots for group in shown.groups if group.group != "total"} or {
        "beleid": 10
    }
    vote = Round(
        id="round001",
        use="stemmen",
        step="stem",
        number=1,
        way="paper",
        grouping=shown.grouping,
        statements=NAMES,
        expected=people,
        status="closed",
        shown=shown,
    )
    state = State(about=about, scenario=whole, people=people, rounds={vote.id: vote}, **more)
    events = reveal(state, whole.uses[0], scan_step(), vote, NL)
    assert isinstance(events, Sequence)
    for each in events:
        state = fold(state, each, "2026-09-10T20:00:00")
    return state


def text(state: State, reader: Reader = "everyone") -> str:
    return " ".join(render(build(state, NL, DAY, reader), NL).split())


TEAM = shown_scan({"total": agreeing(10, 8, 9, 3, 4, 6, 5)}, "total")
GROUPS = shown_scan({"beleid": agreeing(6, 6, 5, 5, 5, 3, 3), "professionals": agreeing(7, 4, 3, 4, 4, 3, 4)})


def test_a_team_sees_its_sets_as_bars_the_strongest_first() -> None:
    said = text(evening(TEAM))
    assert "Ambitie: 17 van 20 eens (stevig). Leren: 11 van 20 eens (in opbouw)." in said
    assert said.index("1. Zin 1 over ambitie.") < said.index("5. Zin 1 over leren.")
    assert "Hier heeft geen bewoner geantwoord. Vraag het hun." in said
    assert "35 van 60" not in said  # never one number over all


def test_groups_stand_side_by_side_in_a_table() -> None:
    said = text(evening(GROUPS))
    assert "Ambitie 11 van 12 7 van 14" in said
    assert "Bewoners als partner: Hier heeft geen bewoner geantwoord." in said  # among what is not known


def test_a_set_says_where_it_comes_from() -> None:
    said = text(evening(TEAM))
    assert "Nagelezen in de bron Platform31, 2018: Leren." in said
    assert "Afgeleid, niet letterlijk uit een bron (Werkset): Ambitie, Bewoners als partner." in said
    own = text(evening(TEAM), "facilitator")
    assert own.index("5. Zin 1 over leren.") < own.index("Platform31, 2018 Bij iedereen samen")
    assert "werkset Bij iedereen samen: 17 van 20 eens." in own


def test_a_note_under_a_set_stands_there() -> None:
    notes = {"note0001": Note("stemmen", "stem", "set:leren", "Wij vieren te weinig")}
    said = text(evening(TEAM, notes=notes))
    assert said.count("Wij vieren te weinig") == 1
    assert (
        said.index("5. Zin 1 over leren.") < said.index("Wij vieren te weinig") < said.index("3. Zin 1 over")
    )


def test_our_team_is_called_so() -> None:
    said = text(evening(TEAM, scan_scenario(alone=True)))
    assert "Dit is één uitslag, van ons team." in said
    assert "iedereen samen" not in said


@pytest.mark.parametrize("other", [[0, 5, 0, 0, 0], [0, 0, 0, 5, 0]])
def test_how_a_small_team_of_one_mind_answered_is_nowhere(other: list[int]) -> None:
    def told(answers: list[int]) -> tuple[str, str]:
        rows = [answers, *agreeing(5, 2, 3, 1, 4, 2)]
        report = build(evening(shown_scan({"total": rows}, "total")), NL, DAY)
        return render(report, NL), html(report, NL)

    assert told([5, 0, 0, 0, 0]) == told(other)
    assert "Ambitie: geen optelsom" in " ".join(told(other)[0].split())


@pytest.mark.parametrize("other", [[0, 5, 0, 0, 0], [0, 0, 0, 5, 0]])
def test_how_a_small_group_of_one_mind_answered_beside_others_is_nowhere(other: list[int]) -> None:
    def told(answers: list[int]) -> list[str]:
        shown = shown_scan(
            {
                "beleid": [answers, *agreeing(5, 4, 4, 4, 2, 3)],
                "professionals": agreeing(7, 4, 3, 4, 4, 3, 4),
            }
        )
        both: tuple[Reader, ...] = ("everyone", "facilitator")
        reports = [build(evening(shown), NL, DAY, reader) for reader in both]
        return [form(report, NL) for report in reports for form in (render, html)]

    assert told([5, 0, 0, 0, 0]) == told(other)
    said = " ".join(told(other)[0].split())
    assert "Ambitie niet getoond 7 van 14" in said
    assert "1. Zin 1 over ambitie. allemaal gelijk 4 van 7 –" in said
    assert "Ambitie" not in said[: said.index("WAT WIJ AFSPRAKEN")], "no word for a part that is not known"


def test_an_earlier_session_stands_beside_it() -> None:
    whole = scan_scenario()
    texts = {each.id: each.text for one in whole.statement_sets for each in one.statements}
    texts["leren-2"] = "Iets anders."
    then = shown_scan({"total": agreeing(12, 8, 8, 3, 4, 6, 5)}, "total")
    before = Before(
        session="session0",
        title="Eerder",
        day=date(2026, 3, 12),
        votes=[EarlierVote(day=date(2026, 3, 12), texts=texts, shown=then)],
    )
    said = text(evening(TEAM, before=before))
    assert "iedereen samen, in maart: 16 van 24 eens." in said
    assert "1. Zin 1 over ambitie. 8 van 10 (8 van 12)" in said
    assert "Tussen haakjes: in maart." in said
    assert "6. Hier stond in maart een andere vraag: “Iets anders.”" in said


@pytest.mark.parametrize(
    ("name", "wide"),
    [("beleid", 13), ("wij uit de zorg", 13), ("wij van de woningbouw", 14), ("volkshuisvesting", 20)],
)
def test_a_column_is_as_wide_as_the_longest_word_of_the_name_of_a_group(name: str, wide: int) -> None:
    whole = scan_scenario()
    named = [
        each.model_copy(update={"title": name}) if each.id == "beleid" else each
        for each in whole.perspectives
    ]
    state = evening(GROUPS, whole.model_copy(update={"perspectives": named}))
    columns = re.findall(r'<col style="width:(\d+)%">', html(build(state, NL, DAY, "everyone"), NL))
    assert int(columns[1]) == wide

"""What an earlier session showed, beside what is told now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pytest

from facilitator.insight.suppression import Counted, close_round
from facilitator.session.rounds import Finding, Shown
from facilitator.session.state import Before, EarlierVote
from facilitator.steps.statements.findings.reveal import findings
from facilitator.steps.statements.result.comparison import Beside, say_month
from facilitator.words import Words
from tests.steps.statements.scans import agreeing, scan_scenario, scan_step, shown_scan
from tests.steps.statements.workshop import scenario, step

NL = Words("nl")
MARCH, TODAY = date(2026, 3, 12), date(2026, 9, 10)
NAMES = ["ua1", "ua2", "ua3", "ua4"]


def shown(points: int = 4, **groups: Sequence[int]) -> Shown:
    """Give a vote in which so many of a group agree with each of four statements; the last number is all."""
    counted = {
        name: Counted(
            ballots=of,
            answers={
                each: [of - agree, *[0] * (points - 2), agree, 0]
                for each, agree in zip(NAMES, agrees, strict=True)
            },
        )
        for name, (*agrees, of) in groups.items()
    }
    return close_round(counted, grouping="perspective", points=points, minimum=3).shown


def earlier(vote: Shown, texts: Mapping[str, str] | None = None) -> Before:
    same = {each.id: each.text for each in scenario().statement_sets[0].statements}
    votes = [EarlierVote(day=MARCH, texts={**same, **(texts or {})}, shown=vote)]
    return Before(session="session0", title="Start", day=MARCH, votes=votes)


THEN = shown(beleid=(5, 4, 4, 2, 6), bewoners=(4, 3, 4, 2, 7), professionals=(3, 3, 4, 5, 7))
NOW = shown(beleid=(3, 4, 3, 2, 6), bewoners=(4, 3, 5, 2, 7), professionals=(3, 2, 4, 5, 8))


def told(now: Shown = NOW, then: Before | None = None, **more: Any) -> list[Finding]:
    people = {"beleid": 6, "bewoners": 7, "professionals": 8}
    beside = Beside(people, earlier(THEN) if then is None else then, TODAY, more.get("returning"))
    return findings(now, step(), scenario(), NL, beside)


def about(found: list[Finding], name: str, code: str) -> Finding:
    return next(each for each in found if each.about == name and each.code == code)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 3, 12), "in maart"),
        (date(2025, 12, 1), "in december"),
        (date(2025, 9, 10), "in september 2025"),
        (date(2026, 9, 3), "op 3 september"),
        (date(2024, 3, 12), "in maart 2024"),
    ],
)
def test_an_earlier_session_is_called_by_its_month(day: date, said: str) -> None:
    assert say_month(day, TODAY, NL) == said


def test_beside_an_earlier_level_there_is_a_question_and_no_pattern() -> None:
    whole = told()[0]
    assert whole.code == "earlier"
    assert whole.wall.split("\n")[-1] == "Is er minder nodig, of letten wij minder op?"
    assert "Gedeelde urgentie" not in whole.notes
    assert "Bij beleid, in maart: 13 van 18 eens." in whole.notes
    assert "Bij beleid: 10 van 18 eens." in whole.notes
    assert whole.numbers["beleid-then-agree"] == 13
    assert whole.numbers["beleid-agree"] == 10


def test_only_when_every_group_asks_for_more_the_question_does() -> None:
    more = shown(beleid=(6, 5, 5, 2, 6), bewoners=(5, 5, 5, 2, 7), professionals=(6, 6, 6, 5, 8))
    assert told(more)[0].wall.endswith("Is er meer nodig, of letten wij beter op?")


@pytest.mark.parametrize(
    ("returning", "said"),
    [
        (7, "Andere mensen dan in maart: 7 van de 21 waren er toen ook."),
        (1, "Andere mensen dan in maart: 1 van de 21 was er toen ook."),
        (0, "Andere mensen dan in maart: 0 van de 21 waren er toen ook."),
        (21, "Alle 21 waren er in maart ook."),
        (None, "Wie er in maart ook was, is niet geteld."),
    ],
)
def test_it_is_said_how_many_were_there_both_times(returning: int | None, said: str) -> None:
    assert told(returning=returning)[0].wall.split("\n")[0] == said


def test_of_several_earlier_votes_it_is_said_who_was_at_the_newest() -> None:
    before = earlier(THEN)
    older = before.votes[0].model_copy(update={"day": date(2025, 11, 6)})
    newer = {"texts": {"ua2": before.votes[0].texts["ua2"]}}
    votes = [before.votes[0].model_copy(update=newer), older]
    around = Beside(
        {"beleid": 6, "bewoners": 7, "professionals": 8},
        before.model_copy(update={"votes": votes}),
        TODAY,
        returning=7,
    )
    whole = findings(NOW, step().model_copy(update={"level": []}), scenario(), NL, around)[0]
    assert whole.wall.split("\n")[0] == "Andere mensen dan in maart: 7 van de 21 waren er toen ook."


def test_without_an_earlier_session_there_is_a_pattern_as_ever() -> None:
    plain = findings(NOW, step(), scenario(), NL)
    assert plain[0].code not in {"earlier", "general"}
    assert not any(each.code == "earlier" for each in plain)


@pytest.mark.parametrize(
    "then",
    [
        earlier(THEN, {"ua2": "Een andere zin."}),
        earlier(shown(5, beleid=(5, 4, 4, 2, 6), bewoners=(4, 3, 4, 2, 7))),
        earlier(shown(beleid=(1, 1, 1, 1, 2))),
    ],
    ids=["a level statement in other words", "another scale", "nothing was shown"],
)
def test_a_level_that_does_not_compare_leaves_the_pattern(then: Before) -> None:
    assert told(then=then)[0].code not in {"earlier", "general"}


def test_a_statement_says_what_it_was_and_is() -> None:
    found = about(told(), "ua1", "earlier")
    assert found.wall.split("\n")[0] == "Bij beleid: in maart 5 van 6 eens, nu 3 van 6."
    assert found.wall.endswith("Wat is er veranderd, of wat zien wij nu anders?")
    assert found.numbers["beleid-first-agree"] == 5
    assert found.numbers["beleid-now-agree"] == 3
    assert "anders" not in found.notes  # other people answered: nothing is said of who changed


def test_other_words_under_the_same_name_are_another_question() -> None:
    found = told(then=earlier(THEN, {"ua4": "Het was hier vroeger beter."}))
    other = about(found, "ua4", "other-question")
    assert other.notes == "Hier stond in maart een andere vraag: “Het was hier vroeger beter.”"
    assert other.wall == ""
    assert not any(each.code == "earlier" and each.about == "ua4" for each in found)


def test_a_small_group_that_was_of_one_mind_then_is_spared_now() -> None:
    def found(answer: int) -> list[Finding]:
        vote = shown(beleid=(5, 4, 4, 2, 6), bewoners=(answer, 2, 2, 2, 5))
        return told(then=earlier(vote))

    assert found(0) == found(5)
    assert "koos iedereen hetzelfde" in about(found(5), "ua1", "earlier").wall
    assert "bewoners-then-agree" not in found(5)[0].numbers


def test_a_scan_says_first_that_others_are_here() -> None:
    rows = {"total": agreeing(10, 8, 9, 3, 4, 6, 5)}
    vote = shown_scan(rows, "total")
    whole = scan_scenario()
    texts = {each.id: each.text for one in whole.statement_sets for each in one.statements}
    before = Before(
        session="session0",
        title="Start",
        day=MARCH,
        votes=[EarlierVote(day=MARCH, texts=texts, shown=vote)],
    )
    found = findings(vote, scan_step(), whole, NL, Beside({"beleid": 10}, before, TODAY, 4))
    assert found[0].code == "scan"
    assert found[0].wall.startswith("Andere mensen dan in maart: 4 van de 10 waren er toen ook.\n")
    assert sum(each.code == "earlier" for each in found) == 6

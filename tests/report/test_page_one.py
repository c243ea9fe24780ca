"""Page one: always one page, in which nothing is lost, and which answers before it tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import pytest

from facilitator.document import Heading, Items, Paragraph, Part, Report, Table
from facilitator.insight.suppression import close_round
from facilitator.report.page_room import ROOM, lines_of_parts, lines_of_title
from facilitator.session.rounds import Shown
from facilitator.session.state import State
from facilitator.words import LANGUAGES, Language
from tests.insight.helpers import all_agreed
from tests.report.full_evening import AGREEMENTS, LONG, QUESTIONS, full
from tests.report.hostile import HOSTILE
from tests.report.made_up import a_round, bare, counted, evening, scenario, step, use
from tests.report.telling import chapter, report, told, under


def lines_on(page: Report) -> float:
    return lines_of_title(page.title) + lines_of_parts([*page.lead, *page.page_one])


def shown(page_one: Sequence[Part], title: str) -> list[str]:
    """Give the lines, or the rows as one line each, under a heading of the first page."""
    found: list[str] = []
    for part in under(title, page_one):
        if isinstance(part, Items):
            found += part.lines
        if isinstance(part, Table):
            found += [" ".join(row) for row in part.rows]
    return found


def counts(page_one: Sequence[Part]) -> list[int]:
    """Give the numbers in the sentences that say what is left out; differences stand in pictures anyway."""
    left = [part.text for part in page_one if isinstance(part, Paragraph) and LEFT_OUT.search(part.text)]
    said = [DIFFERENCES.sub("", each) for each in left]
    return sorted(int(number) for each in said for number in re.findall(r"\d+", each))


DIFFERENCES: Final = re.compile(r"En nog \d+ verschil.*|waar wij het verschillend zien \(.*?\)")
LEFT_OUT: Final = re.compile("verderop|op de volgende bladzijde|^Verderop staat")


def pieces(parts: Sequence[Part]) -> int:
    """Count the rows, lines and sentences, without those that say what is left out."""
    tables = sum(len(part.rows) for part in parts if isinstance(part, Table))
    lines = sum(len(part.lines) for part in parts if isinstance(part, Items))
    sentences = [part for part in parts if isinstance(part, Paragraph) and not LEFT_OUT.search(part.text)]
    return tables + lines + len(sentences)


# -- one page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("said", ["", *LONG, *HOSTILE])
def test_it_is_one_page_whatever_was_said(said: str, language: Language) -> None:
    page = report(full(LONG.get(said, said)), language)
    assert lines_on(page) <= ROOM
    assert page.page_one


@pytest.mark.parametrize("agreements", [0, 1, 6, 7, 12, 60])
@pytest.mark.parametrize("questions", [0, 1, 5, 40, 400])
def test_it_is_one_page_however_much_was_decided_and_asked(agreements: int, questions: int) -> None:
    page = report(full(agreements=agreements, questions=questions))
    assert lines_on(page) <= ROOM


def test_a_page_with_room_is_used() -> None:
    page = report(full())
    assert lines_on(page) > ROOM - 3
    assert len(shown(page.page_one, "Wat wij afspraken")) >= 6


# -- what has no room


def test_what_is_left_out_is_counted_and_stands_whole_after_it() -> None:
    page = report(full())
    agreed, asked = (shown(page.page_one, title) for title in ("Wat wij afspraken", "Wat wij niet weten"))
    (table,) = chapter(full(), "Wat wij afspraken")
    (items,) = chapter(full(), "Wat wij niet weten")
    assert isinstance(table, Table)
    assert isinstance(items, Items)
    assert 6 <= len(agreed) < AGREEMENTS
    assert 1 <= len(asked) < len(items.lines) == QUESTIONS + 3
    assert [row[0] for row in table.rows] == [str(n) for n in range(1, AGREEMENTS + 1)]
    assert [*items.lines][-QUESTIONS:] == [f"Vraag {n} aan de gemeente?" for n in range(QUESTIONS)]
    assert counts(page.page_one) == sorted([AGREEMENTS - len(agreed), len(items.lines) - len(asked)])


def test_what_stands_whole_on_it_is_not_told_again() -> None:
    page = report(evening())
    assert not FURTHER.keys() & {section.title for section in page.sections}
    assert counts(page.page_one) == []


FURTHER: Final = {
    "Het antwoord, met alles erbij": "",
    "Wat wij afspraken": "Wat wij afspraken",
    "Wat wij niet weten": "Wat wij niet weten",
    "Hoe het verder gaat": "Hoe het verder gaat",
}
"""What may stand after the first page, and under which heading its beginning stands there."""


@pytest.mark.parametrize("said", [*LONG, *HOSTILE])
def test_nothing_is_lost_however_long_it_is(said: str) -> None:
    state = full(LONG.get(said, said))
    whole, page = told(state), report(state)
    words = [each.what for each in state.agreements().values()]
    words += [line.text for line in state.parked().values()]
    words += [note.text for note in state.notes.values()]
    words += [f"Waarom: {state.result('praten/advies')['reason']}"]
    words += [f"Wie u kunt bellen: {state.contact.removesuffix('.')}."]
    assert [each for each in words if each not in whole] == []
    purpose = state.scenario.purpose
    left = [
        pieces(section.parts) - pieces(under(FURTHER[section.title] or purpose, page.page_one))
        for section in page.sections
        if section.title in FURTHER
    ]
    assert left
    assert 0 not in left
    assert counts(page.page_one) == sorted(left)


# -- what stands on it


def test_the_question_of_the_evening_stands_over_its_answer() -> None:
    heading, answer, grounds, *_ = report(evening()).page_one
    assert heading == Heading("Is hier meer nodig?", level=2)
    assert answer == Paragraph("Ons advies: dat weten wij nog niet.")
    assert isinstance(grounds, Items)
    assert grounds.lines[0] == "Waarom: de cijfers ontbreken"


def test_without_an_answer_that_is_said() -> None:
    assert told(bare(), "Is hier meer nodig?") == (
        "Op deze vraag is geen antwoord in één zin vastgelegd. Wat er is gezegd, staat hierna."
    )


def test_what_nobody_settled_is_said() -> None:
    said = told(bare(), "Hoe het verder gaat")
    assert "Wanneer wij elkaar weer zien, is niet afgesproken." in said
    assert "Wie u kunt bellen, is niet afgesproken." in said
    assert told(bare(), "Wat wij afspraken") == "Wij maakten geen afspraak."
    nobody = {"praten/advies": {"advice": "yes", "reason": "het is nodig"}}
    said = told(bare(results=nobody), "Is hier meer nodig?")
    assert "Wie beslist, en wanneer de wijk het hoort, is nog niet gezegd." in said


def test_who_can_be_called_stands_on_it() -> None:
    state = bare(results={"session/closing": {"contact": "de buurtbalie, 030 123 45 67."}})
    said = told(state, "Hoe het verder gaat")
    assert "Klopt iets niet? Zeg het vóór zaterdag 28 november." in said
    assert said.endswith("Wie u kunt bellen: de buurtbalie, 030 123 45 67.")
    soon = {"session/closing": {"contact": "de balie", "next_date": "2026-11-23"}}
    said = told(bare(results=soon), "Hoe het verder gaat")
    assert "Klopt iets niet, of wilt u meer weten? Wie u kunt bellen: de balie." in said


# -- differences


def several(*shares: tuple[int, int]) -> State:
    """Give a vote on so many statements in which of ten of either group so many agree."""
    names = ["meer", "slechter", "beter", "trots", "gehoord"][: len(shares)]

    def row(agree: int) -> list[int]:
        return [0, 10 - agree, agree - agree // 2, agree // 2, 0]

    votes = {
        group: counted({name: row(share[n]) for name, share in zip(names, shares, strict=True)})
        for n, group in enumerate(("beleid", "bewoners"))
    }
    vote = a_round(
        "round009",
        close_round(votes, grouping="perspective", points=4, minimum=3).shown,
        statements=names,
        expected={"beleid": 10, "bewoners": 10},
    )
    place = step("statements", "stem", part="vote", sets=["urgentie", "eigen"])
    return bare(scenario=scenario(uses=[use("urgentie", place)]), rounds={vote.id: vote})


DIFFER: Final = "Waar wij het verschillend zien"


def test_at_most_three_differences_the_largest_first_with_what_they_are_worth() -> None:
    page_one = report(several((9, 2), (10, 1), (9, 1), (8, 1), (5, 5))).page_one
    assert shown(page_one, DIFFER) == [
        f"“Stelling over {name}.” Bij beleid: {high} van 10 eens. Bij bewoners: {low} van 10 eens."
        " Het verschil tussen beleid en bewoners is groot."
        for name, high, low in (("slechter", 10, 1), ("beter", 9, 1), ("meer", 9, 2))
    ]
    assert "En nog 1 verschil. Dat staat verderop, bij de stellingen." in told(several(*[(9, 1)] * 4), DIFFER)
    assert "En nog" not in told(several(*[(9, 1)] * 3), DIFFER)


def test_where_no_difference_is_large_the_largest_is_told_with_its_doubt() -> None:
    (only,) = shown(report(several((6, 5), (7, 5), (5, 5))).page_one, DIFFER)
    assert only.startswith("“Stelling over slechter.”")
    assert only.endswith("Het verschil kan toeval zijn.")
    assert told(several((5, 5), (6, 6)), DIFFER) == "", "no difference"


# -- of whom nothing is told


def voted(bewoners: Sequence[int], *, agreed: bool = False, number: int = 5) -> State:
    """Give a vote in which residents answered like this on what is asked of how urgent it is."""
    votes = {
        "beleid": counted({"meer": [0, 2, 3, 3, 0], "slechter": [0, 0, 4, 4, 0]}),
        "professionals": counted({"meer": [1, 1, 4, 2, 0], "slechter": [4, 4, 0, 0, 0]}),
        "bewoners": counted({"meer": [*bewoners], "slechter": [1, 1, 1, number - 3, 0]}),
    }
    closed = close_round(votes, grouping="perspective", points=4, minimum=3)
    shown_of: Shown = all_agreed(closed) if agreed else closed.shown
    vote = a_round(
        "round009",
        shown_of,
        statements=["meer", "slechter"],
        expected={"beleid": 8, "professionals": 8, "bewoners": number},
    )
    return bare(rounds={vote.id: vote}, people={"beleid": 8, "professionals": 8, "bewoners": number})


@pytest.mark.parametrize("other", [[0, 0, 0, 5, 0], [0, 5, 0, 0, 0], [0, 0, 5, 0, 0]])
def test_nothing_on_it_comes_from_a_group_of_one_mind(other: list[int]) -> None:
    none = report(voted([5, 0, 0, 0, 0])).page_one
    assert none == report(voted(other)).page_one
    assert "bewoners" not in " ".join(shown(none, "Is hier meer nodig?")), "a level pools all answers"
    assert not [line for line in shown(none, DIFFER) if "bewoners" in line]
    agreed = report(voted([5, 0, 0, 0, 0], agreed=True)).page_one
    assert "“Stelling over meer.” Bij" in " ".join(shown(agreed, DIFFER)), "it would be told if they let it"
    assert "bewoners: laag (5 mensen)" in shown(agreed, "Is hier meer nodig?")


@pytest.mark.parametrize("other", [[0, 0, 2, 0, 0], [0, 1, 0, 1, 0], [1, 0, 0, 0, 1]])
def test_nothing_on_it_comes_from_a_group_that_is_too_small(other: list[int]) -> None:
    def small(answers: list[int]) -> State:
        votes = {
            "beleid": counted({"meer": [0, 2, 3, 3, 0]}),
            "professionals": counted({"meer": [4, 4, 0, 0, 0]}),
            "bewoners": counted({"meer": answers}),
        }
        closed = close_round(votes, grouping="perspective", points=4, minimum=3).shown
        expected = {"beleid": 8, "professionals": 8, "bewoners": 2}
        vote = a_round("round009", closed, statements=["meer"], expected=expected)
        return bare(rounds={vote.id: vote}, people=expected)

    page_one = report(small([2, 0, 0, 0, 0])).page_one
    assert page_one == report(small(other)).page_one
    assert "bewoners" not in " ".join([*shown(page_one, "Is hier"), *shown(page_one, DIFFER)])
    assert "Wat men bij bewoners vindt" in " ".join(shown(page_one, "Wat wij niet weten"))


# -- the story


def told_of(lines: int) -> State:
    """Give an evening that tells in so many lines how people tell of their neighbourhood."""
    asked = [{"id": "verhaal", "text": "Wat is het verhaal?", "headline": True}]
    said = [f"Wij groeten {n}." for n in range(lines)]
    answers = [{"id": f"answer{n:02}", "question": "verhaal", "text": each} for n, each in enumerate(said)]
    uses = [use("praten", step("questions", "vragen", questions=asked))]
    return bare(scenario=scenario(uses=uses), results={"praten/vragen": {"answers": answers}})


def test_the_story_stands_on_it_or_whole_after_it_and_once() -> None:
    title = "Zo vertellen wij over deze wijk"
    assert len(shown(report(told_of(3)).page_one, title)) == 3
    assert title not in [section.title for section in report(told_of(3)).sections]
    assert shown(report(told_of(30)).page_one, title) == []
    assert told(told_of(30)).count("Wij groeten 7.") == 1
    assert chapter(told_of(30), title)

"""The paper for an evening: enough of it, complete, and right on the clock."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from html import escape
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.kinds.paper_elements import COLOURS
from facilitator.kinds.paper_facet import Printing
from facilitator.kinds.paper_plan import places, timed
from facilitator.report.print_file import Plan, print_html
from facilitator.scenario.model import Scenario, Statement, StatementSet
from facilitator.steps.statements.kind import StatementsStep
from facilitator.steps.statements.paper.ballot_layout import ROOM, TITLE, WORDS, _height, sides_of
from facilitator.steps.statements.paper.ballot_sheets import ballots_for, votes
from facilitator.words import LANGUAGES, Language, Words
from tests.report.hostile import HOSTILE, contrast, with_text
from tests.report.made_up import DAY, bare, evening, scenario, step
from tests.report.reading import Page, squeezed

NL = Words("nl")


def _votes(of: Scenario, plan: Plan) -> list[StatementsStep]:
    """Give the steps of a programme for which there are ballots."""
    steps = [(use, step) for use, step in places(of, plan) if isinstance(step, StatementsStep)]
    return votes(Printing(steps, of, plan, NL))


def ballots(made: str) -> list[str]:
    """Give each piece of ballot paper: one side of one ballot."""
    return re.findall(r'<article class="ballot.*?</article>', made)


def of(group: str, made: str) -> list[str]:
    return [each for each in ballots(made) if f"<b>{group}</b>" in each]


@pytest.mark.parametrize(("people", "expected"), [(18, 8), (17, 8), (1, 4), (19, 10), (200, 70)])
def test_there_are_ballots_for_everyone_and_at_least_two_spare(people: int, expected: int) -> None:
    made = print_html(scenario(people=people), NL)
    assert ballots_for(scenario(people=people)) == expected >= people / 3 + 2
    for group in ("beleid", "professionals"):
        assert len(of(group, made)) == expected
    assert len(of("bewoners", made)) == 2 * expected  # front and back
    assert f"{expected} stembriefjes per perspectief" in made


def test_people_and_the_start_can_be_said_without_a_plan() -> None:
    made = print_html(scenario(), NL, people=30, starts=time(14, 0))
    assert len(of("beleid", made)) == 12
    assert "30 mensen samen" in made
    assert "Van 14.00 uur" in made


def test_every_ballot_has_every_statement_once_and_every_point_with_its_word() -> None:
    made = print_html(scenario(), NL)
    for group in ("beleid", "bewoners", "professionals"):
        for front in [each for each in of(group, made) if "Zet bij elke zin" in each]:
            for n, name in enumerate(("meer", "slechter", "beter"), 1):
                assert front.count(f"<b>{n}</b><span>Stelling over {name}.</span>") == 1
            for mark, word in (
                ("1", "helemaal oneens"),
                ("2", "oneens"),
                ("3", "eens"),
                ("?", "weet ik niet"),
            ):
                assert front.count(f"<i>{mark}</i><em>{word}</em>") == 3


def test_only_the_own_perspective_has_a_back_and_fronts_and_backs_take_turns() -> None:
    made = print_html(scenario(), NL)
    backs = [each for each in ballots(made) if "Stelling over trots." in each]
    assert len(backs) == 8
    assert all("<b>bewoners</b>" in each and "alleen voor bewoners" in each for each in backs)
    pages = re.findall(r'<div class="page (halves front|halves back|blank)">', made)
    assert [page.removeprefix("halves ") for page in pages[0::2]] == ["front"] * 12
    assert set(pages[1::2]) == {"blank", "halves back"}


def test_without_a_back_no_paper_is_left_blank() -> None:
    alone = scenario()
    use = alone.uses[1]
    vote = use.steps[0].model_copy(update={"back": {}})
    alone = alone.model_copy(
        update={"uses": [alone.uses[0], use.model_copy(update={"steps": [vote, *use.steps[1:]]})]}
    )
    assert 'class="page blank"' not in print_html(alone, NL)


def test_a_result_has_no_ballots_of_its_own() -> None:
    assert [each.id for each in _votes(scenario(), Plan())] == ["stem"]
    assert not _votes(scenario(), Plan(left_out=["urgentie"]))
    assert not ballots(print_html(scenario(), NL, plan=Plan(left_out=["urgentie"])))


texts = st.lists(st.text(min_size=1, max_size=300).filter(str.strip), min_size=1, max_size=60)


@given(texts, st.integers(3, 7))
def test_however_many_statements_there_are_they_fit_on_their_sides(said: list[str], points: int) -> None:
    made = scenario()
    statements = [
        Statement(id=f"s{n}", text="x").model_copy(update={"text": each}) for n, each in enumerate(said)
    ]
    urgency = made.statement_sets[0].model_copy(update={"statements": statements})
    scale = made.scale.model_copy(update={"points": ["punt"] * points})
    made = made.model_copy(update={"statement_sets": [urgency], "scale": scale})
    sides = sides_of(_votes(made, Plan())[0], made, made.perspectives[0])
    assert [number for _, side in sides for number, _ in side.statements] == list(range(1, len(said) + 1))
    for _, side in sides:
        high = sum(_height(each, side.size, many=points > 4) for _, each in side.statements)
        above = WORDS if side.size.beside else 0.0
        assert above + high <= ROOM or len(side.statements) == 1


def blocks(statements: int) -> Scenario:
    """Give a scan of seven sets with so many statements each."""
    sets = [
        StatementSet(
            id=f"blok-{n}",
            title=f"Bouwsteen {n}",
            statements=[
                Statement(id=f"b{n}-{m}", text=f"Wij weten genoeg over {n}-{m}.")
                for m in range(1, statements + 1)
            ],
        )
        for n in range(1, 8)
    ]
    made = scenario()
    vote = step("statements", "stem", sets=[each.id for each in sets])
    use = made.uses[1].model_copy(update={"steps": [vote]})
    return made.model_copy(update={"uses": [use], "statement_sets": sets})


def test_the_ballot_of_a_scan_is_one_leaf_with_the_titles_of_its_sets() -> None:
    made = of("beleid", print_html(blocks(3), NL, people=1))
    assert len(made) == 8  # four ballots of two sides
    front, back = made[0], made[2]
    assert "<h4>Bouwsteen 1</h4>" in front
    assert "<h4>Bouwsteen 7</h4>" in back
    assert "Draai het briefje om" in front
    assert "blad 1" not in front
    rows = re.findall(r'<div class="row">.*?</div></div>', front + back)
    assert len(rows) == 21
    assert all([f"<i>{mark}</i>" in each for mark in "1234?"] == [True] * 5 for each in rows)
    for side in (front, back):
        assert "<i>1</i><em>helemaal oneens</em>" in side  # what the circles mean stands on every side


def test_a_longer_scan_says_which_leaves_belong_together() -> None:
    made = of("beleid", print_html(blocks(6), NL, people=1))
    leaves = [re.findall(r"blad \d van \d", each) for each in made[::2]]
    assert leaves == ([["blad 1 van 2"]] * 2 + [["blad 2 van 2"]] * 2) * 2
    assert "Houd uw bladen bij elkaar" in made[2]


@given(st.lists(st.integers(1, 12), min_size=2, max_size=8), st.integers(3, 7))
def test_a_title_stands_above_every_set_and_wherever_it_goes_on(sizes: list[int], points: int) -> None:
    made = blocks(12)
    sets = [
        each.model_copy(update={"statements": each.statements[:size]})
        for each, size in zip(made.statement_sets, sizes, strict=False)
    ]
    vote = made.uses[0].steps[0].model_copy(update={"sets": [each.id for each in sets]})
    assert isinstance(vote, StatementsStep)
    scale = made.scale.model_copy(update={"points": ["punt"] * points})
    use = made.uses[0].model_copy(update={"steps": [vote]})
    made = made.model_copy(update={"statement_sets": sets, "uses": [use], "scale": scale})
    sides = [side for _, side in sides_of(vote, made, made.perspectives[0])]
    of_set = {each.id: one.title for one in sets for each in one.statements}
    for side in sides:
        high = sum(_height(each, side.size, many=points > 4) for _, each in side.statements)
        assert high + (WORDS if side.size.beside else 0) + TITLE * len(side.titles) <= ROOM
        if side.size.beside:
            first = dict(reversed([(of_set[each.id], number) for number, each in side.statements]))
            assert side.titles == {number: title for title, number in first.items()}


def test_each_perspective_has_a_colour_of_its_own_that_reads() -> None:
    assert len(set(COLOURS)) == 6
    assert all(contrast(colour) >= 7 for colour in COLOURS)
    made = print_html(scenario(), NL)
    for group, colour in zip(("beleid", "bewoners", "professionals"), COLOURS, strict=False):
        assert all(colour in each for each in of(group, made))


@pytest.mark.parametrize("starts", [time(19, 30), time(9, 0), time(23, 15)])
def test_the_times_on_the_run_sheet_add_up(starts: time) -> None:
    made = print_html(scenario(), NL, plan=Plan(starts=starts))
    clock = re.findall(r'<div class="when"><b>(\d+)\.(\d\d) uur</b><span>(\d+) minuten</span>', made)
    assert len(clock) == len(list(scenario().places()))
    now = datetime.combine(DAY, starts)
    for hour, minute, minutes in clock:
        assert (int(hour), int(minute)) == (now.hour, now.minute)
        now += timedelta(minutes=int(minutes))
    assert f"{now.hour}.{now.minute:02} uur: klaar." in made
    assert sum(int(minutes) for _, _, minutes in clock) == 112
    assert "Er zijn 3 minuten over." in made


def test_what_is_left_out_takes_no_time() -> None:
    steps = timed(scenario(), Plan(left_out=["praten"]))
    assert [each.use.id for each in steps].count("praten") == 0
    assert all(now.ends == later.begins for now, later in pairwise(steps))


def test_the_run_sheet_says_all_a_facilitator_needs() -> None:
    page = Page(print_html(scenario(), NL, plan=Plan(place="Vogelbuurt", venue="de Mus", day=DAY)))
    for words in (
        "Vogelbuurt, de Mus, zondag 22 november 2026",
        "Fijn dat u er bent.",
        "Lees elke stelling twee keer voor.",
        "Nog niet praten.",
        "Een briefje van iedereen.",
        "Vraag over geld?",
        "mag weg",
        "Neem mee",
    ):
        assert squeezed(words) in squeezed(page.text)


def test_with_the_projector_dark_there_is_paper_for_every_step() -> None:
    made = print_html(scenario(), NL)
    headings = [re.sub("<.*?>", "", each) for each in re.findall(r"<h2>.*?</h2>", made)]
    assert headings == [
        "Werkvorm welkom",
        "Zo antwoordt u",
        "Wie is er?",
        "Tellen: Werkvorm stem",
        "Werkvorm vragen",
        "Werkvorm advies",
        "Wie zijn er?",
        "Wie brengt wat, wie vraagt wat?",
        "Afspraken",
        "De parkeerlijst",
    ]


def test_there_is_a_slip_to_vote_again_for_every_ballot() -> None:
    made = print_html(scenario(), NL)
    slips = re.findall(r'<article class="slip">.*?</article>', made)
    assert len(slips) == 3 * 8


def test_agreement_sheets_follow_the_cap() -> None:
    assert print_html(scenario(), NL).count('class="agreement"') == 3
    one = scenario(uses=[scenario().uses[0].model_copy(update={"steps": [step("agreements", "a", most=1)]})])
    assert print_html(one, NL).count('class="agreement"') == 1
    none = scenario(uses=scenario().uses[:1])
    assert print_html(none, NL).count('class="agreement"') == 3


def test_a_sensitive_vote_is_counted_from_five() -> None:
    def told(*, sensitive: bool) -> str:
        vote = step("statements", "stem", sets=["urgentie"], sensitive=sensitive)
        return print_html(scenario(uses=[scenario().uses[0].model_copy(update={"steps": [vote]})]), NL)

    assert "minder dan 3 briefjes" in told(sensitive=False)
    assert "minder dan 5 briefjes" in told(sensitive=True)


def test_a_prepared_session_says_where_and_when_and_what_is_left_out() -> None:
    about = bare().about.model_copy(update={"left_out": ["netwerk"], "starts": time(20, 0)})
    made = print_html(scenario(), NL, state=bare(about=about))
    assert "Vogelbuurt, Buurthuis de Mus, zondag 22 november 2026" in made
    assert "Van 20.00 uur" in made
    assert "Wie brengt wat" not in made
    assert "2027" in print_html(scenario(), NL, state=bare(), plan=Plan(day=date(2027, 1, 2)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_paper_stands_alone_in_both_languages(language: Language) -> None:
    made = print_html(scenario(), Words(language))
    page = Page(made)
    assert f'<html lang="{language}">' in made
    assert "default-src 'none'" in made
    assert not {"script", "link", "img", "iframe"} & set(page.tags)
    assert not [name for name, _ in page.attributes if name in {"href", "src"} or name.startswith("on")]
    assert not re.search(r"https?:|url\(|@import", made)
    assert ({"nl": "Wat er dan is", "en": "What there is then"}[language]) in page.text
    assert made == print_html(scenario(), Words(language))


@pytest.mark.parametrize("said", HOSTILE)
def test_what_an_author_writes_is_never_html(said: str) -> None:
    def page(text: str) -> Page:
        return Page(print_html(_everywhere(text), NL, plan=Plan(place=text, venue=text)))

    assert set(page(said).tags) == set(page("gewoon").tags)
    assert {name for name, _ in page(said).attributes} == {name for name, _ in page("gewoon").attributes}
    assert squeezed(said) in squeezed(page(said).text)


def _everywhere(said: str) -> Scenario:
    """Give the scenario with one text in every place that takes a text."""
    made = with_text(evening(), said).scenario
    uses = []
    for use in made.uses:
        steps = []
        for each in use.steps:
            changes: dict[str, object] = {"text": said, "notes": said, "watch": said, "outcome": said}
            if hasattr(each, "questions"):
                changes["questions"] = [one.model_copy(update={"text": said}) for one in each.questions]
            steps.append(each.model_copy(update=changes))
        uses.append(use.model_copy(update={"steps": steps}))
    return made.model_copy(update={"uses": uses, "audience": said})


def test_a_word_with_a_quote_is_escaped_once() -> None:
    made = print_html(_everywhere('"Zeg & schrijf"'), NL)
    assert escape('"Zeg & schrijf"') in made
    assert "&amp;quot;" not in made

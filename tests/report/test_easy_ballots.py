"""Ballots for who reads little: large, a strip for each statement, blocks for how much, and secret."""

from __future__ import annotations

import re
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.kinds.paper_faces import EASY_HOW, EASY_ONWARD, FACES
from facilitator.kinds.paper_facet import Printing
from facilitator.kinds.paper_plan import Plan, places
from facilitator.report.print_file import print_html
from facilitator.scenario.model import Scenario, Statement
from facilitator.steps.statements.kind import StatementsStep
from facilitator.steps.statements.paper.ballot_layout import BAR, FOLIO
from facilitator.steps.statements.paper.easy_sheets import EasyVote, StripRoom, blocks
from facilitator.words import LANGUAGES, Language, Words
from tests.report.folding import fold_and_cut, sheets
from tests.report.made_up import scenario
from tests.report.second_tongue import LEFT, RIGHT, language, tongue
from tests.report.test_ballots import of
from tests.report.test_folding import programme
from tests.report.test_reading_cards import VOTING

NL: Final = Words("nl")


def easy(told: Scenario | None = None, plan: Plan | None = None, people: int | None = None) -> str:
    return print_html(told or scenario(), NL, only="easy-ballots", plan=plan, people=people)


def easy_of(made: str) -> list[str]:
    return re.findall(r'<article class="ballot easy-ballot".*?</article>', made)


def with_statements(texts: list[str], points: int = 4) -> Scenario:
    made = scenario()
    asked = [
        Statement(id=f"s{n}", text="x").model_copy(update={"text": text}) for n, text in enumerate(texts)
    ]
    one = made.statement_sets[0].model_copy(update={"statements": asked})
    scale = made.scale.model_copy(update={"points": [f"punt {n}" for n in range(points)]})
    return made.model_copy(update={"statement_sets": [one, made.statement_sets[1]], "scale": scale})


def vote_of(told: Scenario, plan: Plan | None = None) -> EasyVote:
    how = plan or Plan()
    steps = [(use, step) for use, step in places(told, how) if isinstance(step, StatementsStep)]
    return EasyVote.of(Printing(steps, told, how, NL), steps[0][1])


# -- what stands on it


def test_every_statement_has_a_strip_of_its_own_in_order() -> None:
    for group in ("beleid", "bewoners"):
        strips = [
            strip
            for each in easy_of(easy(people=3))
            if f"</svg>{group}</b>" in each
            for strip in strips_of(each)
        ]
        told = [re.findall(r"<b>(\d+)</b><span>(.*?)</span>", strip) for strip in strips]
        assert all(len(each) == 1 for each in told)
        common = [
            ("1", "Stelling over meer."),
            ("2", "Stelling over slechter."),
            ("3", "Stelling over beter."),
        ]
        own = [("1", "Stelling over trots."), ("2", "Stelling over gehoord.")] if group == "bewoners" else []
        assert {each[0] for each in told} == {*common, *own}
        assert [each[0] for each in told][:3] == common


def strips_of(ballot: str) -> list[str]:
    return re.findall(r'<div class="row strip">.*?</div></div>', ballot)


def test_as_many_blocks_are_filled_as_the_number_says_and_none_for_who_does_not_know() -> None:
    for ballot in easy_of(easy()):
        for strip in strips_of(ballot):
            cells = re.findall(
                r'<svg class="blocks"[^>]*>(.*?)</svg><i>(.)</i>.*?<em class="easy-answer">(.*?)</em>', strip
            )
            told = [
                (shapes.count('fill="currentColor"'), shapes.count("<rect"), mark)
                for shapes, mark, _ in cells
            ]
            assert told == [(1, 4, "1"), (2, 4, "2"), (3, 4, "3"), (4, 4, "4"), (0, 0, "?")]
            outlines = [shapes.count('stroke="currentColor"') for shapes, _, _ in cells]
            assert outlines == [4, 4, 4, 4, 0], "what is not filled is seen as well"
            assert [word for _, _, word in cells] == [
                "helemaal oneens",
                "oneens",
                "eens",
                "helemaal eens",
                "weet ik niet",
            ]


@pytest.mark.parametrize("points", range(3, 8))
def test_every_scale_has_its_blocks(points: int) -> None:
    for n in range(1, points + 1):
        told = str(blocks(n, points))
        assert (told.count('fill="currentColor"'), told.count("<rect")) == (n, points)
    made = easy(with_statements(["Het is hier stil."], points))
    for ballot in easy_of(made):
        for strip in strips_of(ballot):
            assert strip.count('class="blocks"') == points + 1


def test_the_pictures_are_squares_and_no_face_or_hand() -> None:
    drawn = "".join(re.findall(r'<svg class="blocks".*?</svg>', easy()))
    assert set(re.findall(r"<(\w+)", drawn)) == {"svg", "rect"}
    assert not re.search("[\U0001f000-\U0001faff☹☺👍👎]", easy())


def test_nothing_to_read_is_under_fourteen_points() -> None:
    sizes = {face.name: face.points for face in FACES}
    css = easy().split("</style>")[0]
    for ballot in easy_of(easy()):
        used = {name for names in re.findall(r'class="([^"]*)"', ballot) for name in names.split()}
        assert min(sizes[name] for name in used if name in sizes and name != "statement") >= 14
        for statement in re.findall(r'class="statement ([\w-]+)"', ballot):
            assert sizes[statement] >= 16
    for rule in (".easy-ballot .answers i", ".easy-ballot .bar span"):
        size = re.search(rf"{re.escape(rule)} {{[^}}]*font-size: (\d+)pt", css)
        assert size
        assert int(size[1]) >= 14
    assert css.index(".statement{") < css.index(".easy{"), "the later of two rules is the one that holds"


@pytest.mark.parametrize("language_", LANGUAGES)
def test_it_says_that_help_is_fine_and_asks_nobody_to_write_that_down(language_: Language) -> None:
    t = Words(language_)
    made = print_html(scenario(), t, only="easy-ballots")
    for ballot in easy_of(made):
        assert t("statements.paper.easy.help") in ballot
        assert 'class="line"' not in ballot
        assert 'class="tick"' not in ballot


# -- as secret as the others


@pytest.mark.parametrize("people", [1, 5, 18, 40])
def test_there_are_as_many_as_of_the_others_and_no_copy_can_be_told_from_another(people: int) -> None:
    fold_and_cut(easy(people=people))
    usual = print_html(scenario(), NL, only="ballots", people=people)
    for group in ("beleid", "professionals"):
        mine = [each for each in easy_of(easy(people=people)) if f"</svg>{group}</b>" in each]
        assert len(mine) == len(of(group, usual))
        assert len(set(mine)) == 1


@pytest.mark.parametrize("name", VOTING)
def test_all_perspectives_have_ballots_of_one_size_and_look(name: str) -> None:
    made = easy(programme(name), people=9)
    fold_and_cut(made)
    assert len({side.layout for side in sheets(made)}) == 1
    assert "Geef iedereen hetzelfde briefje." in made


def test_they_are_no_part_of_the_usual_paper() -> None:
    made = print_html(scenario(), NL)
    assert not easy_of(made)
    assert {"easy-ballots", "reading-cards"}.isdisjoint(side.part for side in sheets(made))


# -- how large


def test_one_leaf_of_a5_where_that_is_enough_and_else_a4_for_all() -> None:
    few, many = (with_statements([f"Zin {n}."] * n) for n in (3, 9))
    assert {side.layout for side in sheets(easy(few))} == {"halves"}
    assert {side.layout for side in sheets(easy(many))} == {"whole"}


strange = st.lists(st.text(min_size=1, max_size=300).filter(str.strip), min_size=1, max_size=20)


@given(strange, st.integers(3, 7))
def test_whatever_is_asked_is_there_once_and_fits(texts: list[str], points: int) -> None:
    told = with_statements(texts, points)
    vote = vote_of(told)
    for group in told.perspectives:
        sides = vote.sides(group)
        common = [entry.number for side in sides if not side.own for entry in side.entries]
        assert common == list(range(1, len(texts) + 1))
        said = NL("statements.paper.easy.how"), NL("statements.paper.easy.help")
        around = BAR + sum(EASY_HOW.high(each, vote.size.wide) for each in said) + EASY_ONWARD.above + FOLIO
        room = StripRoom(told.scale, vote.row, 0, None, vote.size.wide)
        for side in sides:
            assert around + sum(map(room.high_of, side.entries)) <= vote.size.high or len(side.entries) == 1


def test_words_that_are_too_wide_stand_on_a_line_each() -> None:
    told = with_statements(["Het is hier stil."], 7)
    scale = told.scale.model_copy(update={"points": [f"verantwoordelijkheid {n}" for n in range(7)]})
    (first, *_) = easy_of(easy(told.model_copy(update={"scale": scale})))
    assert "answers tile-lines" in first
    assert "verantwoordelijkheid 6" in first


# -- in two languages


@pytest.mark.parametrize(("code", "runs"), [(LEFT, "ltr"), (RIGHT, "rtl")])
def test_a_second_language_stands_under_each_line(code: str, runs: str) -> None:
    told = scenario()
    lines = tuple(NL(f"statements.paper.easy.{key}") for key in ("how", "help"))
    plan = Plan(language=language(told, code, lines))
    made = easy(told, plan)
    fold_and_cut(made)
    for ballot in easy_of(made):
        assert f'dir="{runs}">{tongue(lines[1], code)}</p>' in ballot
        for strip in strips_of(ballot):
            marks = re.findall(r"<i>(.)</i>", strip)
            others = re.findall(
                rf'<em class="easy-other-answer" lang="{code}" dir="{runs}">(.*?)</em>', strip
            )
            assert marks == list("1234?")
            assert others == [tongue(word, code) for word in [*told.scale.points, told.scale.unknown]]

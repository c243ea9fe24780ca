"""Ballots and slips: enough of them, every statement once, in letters that can be read."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.kinds import kinds
from facilitator.kinds.paper_faces import FACES, HOW, ONWARD
from facilitator.kinds.paper_facet import Printing
from facilitator.kinds.paper_groups import COLOURS, SHAPES
from facilitator.kinds.paper_plan import Plan, places
from facilitator.report.print_file import print_html
from facilitator.scenario.composition import load_scenario
from facilitator.scenario.library import Library, built_in
from facilitator.scenario.model import Scenario, Statement, StatementSet
from facilitator.steps.statements.kind import StatementsStep
from facilitator.steps.statements.paper.ballot_layout import BAR, FOLIO, HIGH, WIDE, Frame, Side, sides_of
from facilitator.steps.statements.paper.ballot_sheets import ballots_for, votes
from facilitator.words import Words
from tests.report.folding import sheets
from tests.report.hostile import contrast
from tests.report.made_up import scenario, step

NL = Words("nl")
SAID = "Zet bij elke zin een kruis in één rondje. Zet geen naam op dit briefje. Samen invullen mag."


def votes_of(of: Scenario, plan: Plan) -> list[StatementsStep]:
    """Give the steps of a programme for which there are ballots."""
    steps = [(use, step) for use, step in places(of, plan) if isinstance(step, StatementsStep)]
    return votes(Printing(steps, of, plan, NL))


def ballots(made: str) -> list[str]:
    """Give each piece of ballot paper: one side of one ballot."""
    return re.findall(r'<article class="ballot".*?</article>', made)


def of(group: str, made: str) -> list[str]:
    return [each for each in ballots(made) if f"</svg>{group}</b>" in each]


# -- how many


@pytest.mark.parametrize(("people", "expected"), [(18, 8), (17, 8), (1, 4), (19, 10), (200, 70)])
def test_there_are_ballots_for_everyone_and_at_least_two_spare(people: int, expected: int) -> None:
    told = scenario(people=people)
    made = print_html(told, NL)
    assert ballots_for(told, Plan(), told.perspectives[0]) == expected >= people / 3 + 2
    for group in ("beleid", "professionals"):
        assert len(of(group, made)) == expected
    assert len(of("bewoners", made)) == 2 * expected  # front and back
    counted = f"beleid {expected}, bewoners {expected}, professionals {expected}"
    many = "1 mens" if people == 1 else f"{people} mensen"
    assert f"Stembriefjes voor {many}, met reserve: {counted}." in made


def test_each_perspective_has_ballots_and_slips_for_who_comes_from_there() -> None:
    made = print_html(scenario(), NL, people={"beleid": 0, "bewoners": 13, "professionals": 4})
    assert [len(of(group, made)) for group in ("beleid", "bewoners", "professionals")] == [0, 2 * 16, 6]
    slips = [side.pieces[0].group for side in sheets(made) if side.part == "slips" and not side.blank]
    assert slips == ["bewoners"] * 4 + ["professionals"] * 2
    assert "Stembriefjes voor 17 mensen, met reserve: bewoners 16, professionals 6." in made


def test_there_is_a_slip_to_vote_again_for_every_ballot() -> None:
    made = print_html(scenario(), NL)
    assert len(re.findall(r'<article class="slip".*?</article>', made)) == 3 * 8
    assert 'class="slip"' not in print_html(scenario(), NL, plan=Plan(left_out=["urgentie"]))


def test_a_result_has_no_ballots_of_its_own() -> None:
    assert [each.id for each in votes_of(scenario(), Plan())] == ["stem"]
    assert not votes_of(scenario(), Plan(left_out=["urgentie"]))
    assert not ballots(print_html(scenario(), NL, plan=Plan(left_out=["urgentie"])))


# -- what stands on them


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
                assert front.count(f'<i>{mark}</i><em class="answer">{word}</em>') == 3


def test_only_the_own_perspective_has_a_back() -> None:
    made = print_html(scenario(), NL)
    backs = [each for each in ballots(made) if "Stelling over trots." in each]
    assert len(backs) == 8
    assert all("</svg>bewoners</b>" in each and "alleen voor bewoners" in each for each in backs)


def test_who_answered_on_both_sides_is_not_told_to_fold() -> None:
    """Whichever way such a ballot is folded, one answered side is outside."""
    made = print_html(scenario(), NL)
    assert all("Vouw het briefje dubbel" in each for each in of("beleid", made))
    assert not any("Vouw" in each for each in of("bewoners", made))
    last = [each for each in of("bewoners", made) if "Klaar?" in each]
    assert len(last) == 8
    assert all("Laat het aan niemand zien." in each for each in last)
    assert not any("Vouw" in each for each in ballots(print_html(blocks(3), NL)))


# -- how large


def test_answers_and_instructions_are_twelve_points_and_nothing_is_under_ten() -> None:
    css = re.sub(r"/\*.*?\*/", "", print_html(scenario(), NL).split("</style>")[0], flags=re.DOTALL)
    sizes = [float(size) for size in re.findall(r"([\d.]+)pt", css)]
    assert min(sizes) >= 10
    read = {"statement", "answer", "how", "onward", "plain", "strong", "why", "item", "note", "room", "lead"}
    assert {face.name for face in FACES if face.points >= 12} >= read
    assert read <= {face.name for face in FACES}


@pytest.mark.parametrize("name", ["startbijeenkomst", "zeven-bouwstenen", "terugkomsessie"])
def test_every_answer_of_our_programmes_stands_there_in_words(name: str) -> None:
    path = built_in() / f"{name}.toml"
    told = load_scenario(path, Library.of(path), kinds(), "nl")
    for each in ballots(print_html(told, NL, people=3)):
        statements = each.count('class="statement"')
        assert statements
        assert all(each.count(f">{word}</em>") == statements for word in told.scale.points)


def test_a_scan_uses_all_four_sides_of_its_two_leaves() -> None:
    path = built_in() / "zeven-bouwstenen.toml"
    told = load_scenario(path, Library.of(path), kinds(), "nl")
    sides = [each.count('class="statement"') for each in of("beleid", print_html(told, NL, people=3))[::2]]
    assert sum(sides[:4]) == 21
    assert min(sides[:4]) >= 4


def high(side: Side) -> float:
    """Give how high a side stands: what is said, the statements and what comes after, without air."""
    texts = sum(HOW.line * HOW.lines(SAID, WIDE) for _ in "1") + 2 * ONWARD.line
    bare = side.row.name == "bare"
    rows = sum(max(5.0, side.row.high) if bare else 5 + side.row.high for _ in side.entries)
    return BAR + texts + rows + FOLIO


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
    sides = sides_of(votes_of(made, Plan())[0], made, made.perspectives[0], Frame(SAID))
    assert [entry.number for side in sides for entry in side.entries] == list(range(1, len(said) + 1))
    assert all(high(side) <= HIGH or len(side.entries) == 1 for side in sides)


# -- many statements


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


def test_the_ballot_of_a_scan_has_the_titles_of_its_sets_and_says_which_leaf_is_which() -> None:
    made = of("beleid", print_html(blocks(3), NL, people=1))
    assert len(made) == 16  # four ballots of two leaves
    one = made[::2][:4]
    assert "Bouwsteen 1</h4>" in one[0]
    assert "Bouwsteen 7</h4>" in one[3]
    assert [re.findall(r"blad \d van \d", each) for each in one] == [["blad 1 van 2"]] * 2 + [
        ["blad 2 van 2"]
    ] * 2
    assert "Draai het briefje om" in one[0]
    assert "Houd uw bladen bij elkaar" in one[1]
    assert "Doe uw bladen samen in de doos" in one[3]


def test_a_longer_scan_is_a_list_with_the_words_of_the_points_on_every_side() -> None:
    made = of("beleid", print_html(blocks(6), NL, people=1))
    rows = [row for each in made[::2] for row in re.findall(r'<div class="row">.*?</div></div>', each)]
    assert len(rows) == 2 * 42
    assert all([f"<i>{mark}</i>" in each for mark in "1234?"] == [True] * 5 for each in rows)
    for side in made:
        assert '<i>1</i><em class="answer">helemaal oneens</em>' in side  # what the circles mean


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
    sides = sides_of(vote, made, made.perspectives[0], Frame(SAID))
    of_set = {each.id: one.title for one in sets for each in one.statements}
    for side in sides:
        assert high(side) <= HIGH
        first = dict(reversed([(of_set[each.statement.id], each.number) for each in side.entries]))
        assert {each.number: each.title for each in side.entries if each.title} == {
            number: title for title, number in first.items()
        }


# -- whose they are


def test_each_perspective_has_a_colour_that_reads_and_a_shape_for_where_all_is_grey() -> None:
    assert len(set(COLOURS)) == len(set(SHAPES)) == 6
    assert all(contrast(colour) >= 7 for colour in COLOURS)
    made = print_html(scenario(), NL)
    for group, colour, shape in zip(("beleid", "bewoners", "professionals"), COLOURS, SHAPES, strict=False):
        assert all(colour in each and str(shape) in each for each in of(group, made))
        named = re.findall(rf'<svg class="mark"[^>]*>(<[^<]*/>)</svg>{group}', made)
        assert set(named) == {str(shape)}
        parts = {side.part for side in sheets(made) if f"</svg>{group}" in unescape(made)}
        assert {"ballots", "slips", "sheets"} <= parts

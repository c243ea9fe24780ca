"""What a report never says: how a group answered that is too small, or small and of one mind.

The strongest way to say so: with other answers of such a group every format gives the same bytes.
"""

from __future__ import annotations

from datetime import timedelta

import pytest

from facilitator.document import Table
from facilitator.insight.suppression import close_round
from facilitator.kinds import kinds
from facilitator.session.carry_over import carry_over
from facilitator.session.rounds import Shown
from facilitator.session.state import State
from tests.insight.helpers import all_agreed
from tests.report.made_up import DAY, a_round, bare, counted, second_vote
from tests.report.telling import chapter, every_format, told


def everything(state: State) -> list[str]:
    """Give both copies in every format."""
    return [*every_format(state), *every_format(state, reader="facilitator")]


def small_groups(answers: list[int]) -> State:
    """Give an evening in which two residents answered like this: nobody may ever see how."""
    shown = close_round(
        {
            "beleid": counted({"meer": [0, 2, 3, 1, 0]}),
            "bewoners": counted({"meer": answers}),
        },
        grouping="perspective",
        points=4,
        minimum=3,
        silent=["professionals"],
    ).shown
    vote = a_round("round009", shown, statements=["meer"])
    return bare(rounds={vote.id: vote}, people={"beleid": 6, "bewoners": 2, "professionals": 1})


def test_a_group_that_is_too_small_is_named_and_nothing_else() -> None:
    first, second = small_groups([2, 0, 0, 0, 0]), small_groups([0, 0, 0, 1, 1])
    assert everything(first) == everything(second)
    assert "Van bewoners zijn er te weinig antwoorden." in told(first, "Hoe dringend")
    unknown = told(first, "Wat wij niet weten")
    assert "Wat men bij bewoners vindt van “Werkvorm stem”, weten wij niet" in unknown
    assert "Wat men bij professionals zou stemmen bij “Werkvorm stem”, weten wij niet" in unknown


def one_mind(answers: list[int], *, agreed: bool = False) -> State:
    """Give an evening in which five residents all answered the same; ``agreed``: they may be shown."""
    ballots = {"meer": answers, "slechter": [1, 1, 1, 2, 0], "beter": [0, 2, 1, 1, 1]}
    others = {"meer": [0, 2, 3, 1, 0], "slechter": [2, 2, 1, 1, 0], "beter": [0, 0, 3, 3, 0]}
    closed = close_round(
        {"beleid": counted(others), "bewoners": counted(ballots)},
        grouping="perspective",
        points=4,
        minimum=3,
    )
    vote = a_round("round009", all_agreed(closed) if agreed else closed.shown)
    return bare(rounds={vote.id: vote}, people={"beleid": 6, "bewoners": 5})


@pytest.mark.parametrize("other", [[0, 0, 0, 5, 0], [0, 5, 0, 0, 0], [0, 0, 4, 0, 1], [0, 0, 3, 0, 2]])
def test_a_small_group_of_one_mind_is_said_to_be_so_and_how_it_answered_is_not(other: list[int]) -> None:
    assert everything(one_mind([5, 0, 0, 0, 0])) == everything(one_mind(other))
    said = told(one_mind(other))
    assert "Bij bewoners koos iedereen hetzelfde. Welk antwoord dat was, kan de groep zelf vertellen." in said


@pytest.mark.parametrize("other", [[0, 0, 0, 5, 0], [0, 5, 0, 0, 0]])
def test_nor_in_the_table_of_a_session_that_follows(other: list[int]) -> None:
    def following(answers: list[int]) -> State:
        """Give a second evening like the first: of one mind again."""
        votes = carry_over(one_mind(answers), kinds()).before
        about = bare().about.model_copy(update={"day": DAY + timedelta(weeks=6)})
        return one_mind(answers).replace(about=about, before=votes)

    none = following([5, 0, 0, 0, 0])
    assert everything(none) == everything(following(other))
    (table,) = [part for part in chapter(none, "Hoe dringend") if isinstance(part, Table)]
    assert [row[:3] for row in table.rows] == [
        ["3. Stelling over beter.", "6 van 6\n(6 van 6)", "2 van 4\n(2 van 4)"],
        ["2. Stelling over slechter.", "2 van 6\n(2 van 6)", "3 van 5\n(3 van 5)"],
        ["1. Stelling over meer.", "4 van 6\n(4 van 6)", "allemaal gelijk"],
    ]
    assert table.rows[-1][3] == "–", "what the difference is worth would tell of it"
    agreed = one_mind([5, 0, 0, 0, 0], agreed=True).rounds
    now = told(none.replace(rounds=agreed), "Hoe dringend")
    assert "0 van 5\n(allemaal gelijk)" in now, "then they did not let it be told"


def test_a_small_group_of_one_mind_that_agreed_is_shown() -> None:
    said = told(one_mind([5, 0, 0, 0, 0], agreed=True))
    assert "Eens: beleid 4 van 6, bewoners 0 van 5." in said
    assert "bewoners 2 van 9" not in said
    assert "koos iedereen hetzelfde" not in said


def test_an_earlier_vote_of_one_mind_is_not_told_by_a_later_one() -> None:
    def twice(answers: list[int]) -> State:
        first = one_mind(answers).rounds["round009"]
        again = a_round("round010", second_vote(), number=2, statements=["meer"])
        return one_mind(answers).replace(rounds={"round009": first, "round010": again})

    assert everything(twice([5, 0, 0, 0, 0])) == everything(twice([0, 0, 0, 5, 0]))


def test_nothing_but_what_may_be_shown_can_be_shown() -> None:
    shown = small_groups([2, 0, 0, 0, 0]).rounds["round009"].shown
    assert isinstance(shown, Shown)
    assert [group.group for group in shown.groups] == ["beleid"]

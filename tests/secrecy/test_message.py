"""The message that nineteen people read names no perspective of fewer than three, and holds no vote."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from facilitator.report.message import message
from facilitator.session.registers import Agreement, Item, Objection, Story
from facilitator.words import LANGUAGES, Language, Words
from tests.report.made_up import DAY, a_round, bare, evening, first_vote, second_vote

WHO = ("beleid", "bewoners", "professionals")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("counts", list(product(range(5), repeat=3)))
def test_a_perspective_is_named_from_three_people_on(language: Language, counts: tuple[int, ...]) -> None:
    people = {who: count for who, count in zip(WHO, counts, strict=True) if count}
    objections = [
        Objection(id=f"object0{n}", reason="Te duur", perspective=who, there=people.get(who, 0))
        for n, who in enumerate(WHO)
    ]
    made = Agreement(
        what="Bankje", who="wij", due=date(2026, 12, 6), firmness="agreement", objections=objections
    )
    registers = {
        "agreements": {"agree001": made},
        "items": {"items001": Item(text="Plein", sort="worry", shared="shared", perspective="beleid")},
        "stories": {"story001": Story(text="Kou", perspective="beleid", recognised={"bewoners": "no"})},
    }
    said = message(bare(people=people, registers=registers), Words(language), DAY)
    for who in WHO:
        assert (who in said) == (people.get(who, 0) >= 3), said
    if people:
        assert any(letter.isdigit() for letter in said.split(".")[1]), "how many there were is told"


def test_no_vote_and_no_other_hat_is_in_the_message() -> None:
    """What the votes were makes no difference to a letter of it."""
    said = message(evening(), Words("nl"), DAY)
    other = {"round001": a_round("round001", second_vote(), statements=["meer"])}
    assert message(evening(rounds=other), Words("nl"), DAY) == said
    assert message(evening(rounds={}), Words("nl"), DAY) == said
    assert first_vote() != second_vote()
    assert "voetbalclub" not in said

"""Cards for who reads aloud: every word, with where to rest and what to lean on, and the answers once."""

from __future__ import annotations

import re
from html import unescape
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.kinds.paper_plan import Plan
from facilitator.problems import Refused
from facilitator.report.print_file import Only, print_html
from facilitator.steps.statements.paper.spoken_marks import spoken
from facilitator.words import LANGUAGES, Language, Words
from tests.report.folding import fold_and_cut, sheets
from tests.report.made_up import scenario
from tests.report.second_tongue import RIGHT, language, tongue
from tests.report.test_folding import PROGRAMMES, programme

NL: Final = Words("nl")
VOTING: Final = [
    name for name in PROGRAMMES if any(step.kind == "statements" for _, step in programme(name).places())
]
"""Programmes in which there is a vote."""


def cards(name: str) -> str:
    return print_html(programme(name), NL, only="reading-cards")


def marked(text: str, said: Language = "nl") -> str:
    """Give a text with its marks: ``*`` around what is leaned on, ``|`` for a rest."""
    return " ".join(
        f"{f'*{word.text}*' if word.leans else word.text}{' |' if word.rests else ''}"
        for word in spoken(text, said)
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "In deze wijk moet meer gebeuren dan er nu al gebeurt.",
            "In deze wijk moet *meer* gebeuren | dan er nu al *gebeurt.*",
        ),
        (
            "Gebeurt er niets extra's, dan wordt het hier slechter.",
            "Gebeurt er *niets* extra's, | dan wordt het hier *slechter.*",
        ),
        ("Deze wijk is de laatste jaren beter geworden.", "Deze wijk is de laatste jaren *beter* geworden."),
        ("Ik wil hier zelf iets aan doen.", "Ik wil hier *zelf* iets aan doen."),
        ("Er moet dit jaar iets extra's beginnen.", "Er moet dit jaar iets *extra's* beginnen."),
        ("Niemand zegt dat. Ik ook niet.", "*Niemand* zegt dat. | Ik ook *niet.*"),
        ("Wij en zij.", "Wij en zij."),
    ],
)
def test_where_a_voice_rests_and_leans(text: str, told: str) -> None:
    assert marked(text) == told


def test_english_is_spoken_as_english() -> None:
    assert (
        marked("It never gets better than this place was.", "en")
        == "It *never* gets better | than this *place* was."
    )


@pytest.mark.parametrize("said", LANGUAGES)
@given(st.text(max_size=120))
def test_no_word_is_lost_and_the_last_word_is_no_rest(said: Language, text: str) -> None:
    words = spoken(text, said)
    assert [word.text for word in words] == text.split()
    assert not words or not words[-1].rests


@pytest.mark.parametrize("name", VOTING)
def test_every_statement_of_a_programme_is_read(name: str) -> None:
    made = cards(name)
    fold_and_cut(made)
    rows = re.findall(r'<p class="aloud marked"><i>\d+</i><span>(.*?)</span></p>', made)
    read = {" ".join(unescape(re.sub(r"<s>\|</s>|<.*?>", "", row)).split()) for row in rows}
    usual = print_html(programme(name), NL, only="ballots", people=3)
    assert read == {unescape(text) for text in re.findall(r"<b>\d+</b><span>(.*?)</span></p>", usual)}
    assert all("<b>" in row for row in rows)


@pytest.mark.parametrize("only", ["reading-cards", "easy-ballots"])
def test_a_programme_without_a_vote_has_none(only: Only) -> None:
    for name in set(PROGRAMMES) - set(VOTING):
        with pytest.raises(Refused, match=r"report\.paper\.nothing"):
            print_html(programme(name), NL, only=only)


def test_the_answers_are_read_with_their_blocks_and_the_helper_is_told_what_to_do() -> None:
    made = cards("startbijeenkomst")
    points = re.findall(r'<p class="point"><i>(.)</i><svg.*?</svg><span>(.*?)</span></p>', made)
    assert points == [
        ("1", "helemaal oneens"),
        ("2", "oneens"),
        ("3", "eens"),
        ("4", "helemaal eens"),
        ("?", "weet ik niet"),
    ]
    assert all(line in made for line in NL.lines("statements.paper.aloud.how"))
    assert "Alleen voor bewoners" in made


def test_what_is_read_is_large() -> None:
    css = cards("startbijeenkomst").split("</style>")[0]
    for name in ("aloud", "aloud-other"):
        size = re.search(rf"\.{name}{{font-size:(\d+)pt", css)
        assert size
        assert int(size[1]) >= 20


def test_a_second_language_is_under_each_statement_without_marks() -> None:
    told = scenario()
    made = print_html(told, NL, plan=Plan(language=language(told, RIGHT)), only="reading-cards")
    fold_and_cut(made)
    for one in told.statement_sets:
        for statement in one.statements:
            other = tongue(statement.text, RIGHT)
            assert f'<p class="aloud-other marked-other" lang="qab" dir="rtl">{other}</p>' in made
    assert {side.part for side in sheets(made)} == {"reading-cards"}

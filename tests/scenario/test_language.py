"""Words that put a label on people, and sentences too long to follow: what is told, and what is not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.kinds import kinds
from facilitator.scenario.file_models import BlockFile, ScenarioFile
from facilitator.scenario.label_words import LABELS
from facilitator.scenario.plain_language import MOST_WORDS, labels, long_sentences, sentences, texts_of
from facilitator.words import LANGUAGES, Language, Words
from tests.scenario.shelf import change, check, told


@pytest.mark.parametrize(
    "text",
    [
        "Een probleemwijk is het niet.",
        "Twee achterstandswijken.",
        "Deze achterstandsbuurt.",
        "Ooit een krachtwijk, of een prachtwijk.",
        "De aandachtswijken van de stad.",
        "Een slechte wijk.",
        "Zwakke wijken eerst.",
        "Kansarme gezinnen.",
        "Voor kansarmen.",
        "Probleemgezinnen komen niet.",
        "Drie allochtonen en een allochtoon.",
        "Laagopgeleide ouders.",
        "Mensen aan de onderkant.",
        "De onderkant van de samenleving.",
        "Hangjongeren op het plein.",
        "Een multiprobleemgezin.",
        "Multiproblematiek komt voor.",
        "Laaggeletterden doen niet mee.",
        'Zeg: "Dit is een probleemwijk."',
    ],
)
def test_labels_in_dutch(text: str) -> None:
    assert list(labels(text, "nl"))


@pytest.mark.parametrize(
    "text",
    [
        "A problem area.",
        "Deprived neighbourhoods.",
        "It is a ghetto.",
        "Hard-to-reach groups.",
        "The underclass.",
        "Low-educated parents.",
        "Loitering youths.",
    ],
)
def test_labels_in_english(text: str) -> None:
    assert list(labels(text, "en"))


@pytest.mark.parametrize(
    "text",
    [
        'Praat niet over een "probleemwijk".',
        "Zeg nooit “kansarmen” of ‘hangjongeren’.",
        "Woorden als „de allochtonen” doen pijn.",
        "Dit is een probleem in de wijk.",
        "Er is een wijkagent, en een krachtig team.",
        "Plak de sticker op de onderkant van het briefje.",
        "Laag en hoog opgeleid, jong en oud.",
        "De multifunctionele zaal.",
        "Jongeren hangen de slingers op.",
        "Een wijk met veel aandacht voor elkaar.",
        "De probleemwijkaanpak van toen.",  # another word
        "",
    ],
)
def test_what_is_no_label(text: str) -> None:
    assert list(labels(text, "nl")) == []


def test_a_label_is_told_once_a_text_and_where_it_is_meant() -> None:
    text = 'Niet "kansarmen". Ook niet kansarmen, en kansarmen.'
    assert [(word, skip) for word, _, skip in labels(text, "nl")] == [("kansarmen", 1)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_better_is_no_label_itself(language: Language) -> None:
    for label in LABELS[language]:
        better = Words(language)(f"scenario.better.{label.better}")
        assert list(labels(better, language)) == []
        assert list(long_sentences(better)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kom om 19.30 uur. Ga om 21.30.", ["Kom om 19.30 uur.", "Ga om 21.30."]),
        ("Zeg het zo: dit is goed.", ["Zeg het zo:", "dit is goed."]),
        ("Echt? Ja! Nee...", ["Echt?", "Ja!", "Nee..."]),
        ("Regel een\nregel twee", ["Regel een", "regel twee"]),
        ("Een plek, bijv. de school, o.a. voor ouders.", ["Een plek, bijv. de school, o.a. voor ouders."]),
        ("Bankjes, bomen enz. Daarna koffie.", ["Bankjes, bomen enz.", "Daarna koffie."]),
        ("Bankjes, bomen enz. komen later.", ["Bankjes, bomen enz. komen later."]),
        ("Wacht ... nog even.", ["Wacht ... nog even."]),
        ('Vraag: "Wat ziet u?" Wacht dan.', ["Vraag:", '"Wat ziet u?"', "Wacht dan."]),
        ("Kijk op wijkwijzer.org/verdieping voor meer.", ["Kijk op wijkwijzer.org/verdieping voor meer."]),
        ("Zij zei ja. en ging (bijv. naar huis).", ["Zij zei ja.", "en ging (bijv. naar huis)."]),
        ("Bel mw. J. Jansen. Zij weet het.", ["Bel mw. J. Jansen.", "Zij weet het."]),
    ],
)
def test_where_a_sentence_ends(text: str, found: list[str]) -> None:
    assert [each for each in sentences(text) if each] == found


@given(st.text("aB .!?:\n\"'3", max_size=60))
def test_no_sign_is_lost_between_sentences(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


def test_how_many_words_a_sentence_may_have() -> None:
    words = "woord " * (MOST_WORDS - 1)
    assert list(long_sentences(f"{words}eind. {words}– eind.")) == []
    assert [count for _, count in long_sentences(f"{words}nog eind.")] == [MOST_WORDS + 1]


def test_every_text_that_people_read_is_looked_at() -> None:
    scenario = {
        "title": "t",
        "purpose": "p",
        "audience": "a",
        "sources": ["s"],
        "languages": ["nl"],
        "perspective": [{"id": "b", "title": "pt", "who": "w"}, 3],
        "scale": {"points": ["p1", "p2"], "unknown": "u"},
        "use": [{"block": "b"}],
    }
    found = {text for _, text in texts_of(ScenarioFile, scenario)}
    assert found == {"t", "p", "a", "pt", "w", "p1", "p2", "u"}
    assert {text for _, text in texts_of(BlockFile, {"title": "t", "why": "w", "source": "s"})} == {"t", "w"}


@pytest.mark.parametrize("kind", kinds())
def test_the_texts_of_every_kind_are_looked_at(kind: str) -> None:
    said = {"id": "i", "kind": kind, "title": "t", "text": "x", "notes": "n", "outcome": "o", "watch": "w"}
    found = {path[-1] for path, _ in texts_of(kinds()[kind].step, {**said, "alone": "a"})}
    assert {"title", "text", "notes", "outcome", "watch", "alone"} <= found
    assert not {"id", "kind"} & found


def test_a_source_may_be_called_what_it_is_called(shelf: Path) -> None:
    path = change(shelf / "avond.toml", "minutes = 20", 'minutes = 20\nsources = ["De probleemwijk, 2007"]')
    change(shelf / "blocks/praten.toml", "[[step]]", 'source = "De probleemwijk, 2007"\n\n[[step]]')
    assert check(path) == []


def test_a_text_in_no_language_is_held_against_the_words_of_both(shelf: Path) -> None:
    block = change(shelf / "blocks/praten.toml", 'title = "Welkom"', 'title = "Kansarm, deprived"')
    assert [each.values["word"] for each in check(block)] == ["Kansarm", "deprived"]
    assert [each.values["word"] for each in check(shelf / "avond.toml")] == ["Kansarm"]


def test_a_text_is_told_once_where_two_languages_share_it(shelf: Path) -> None:
    path = change(shelf / "avond.toml", '["nl"]', '["nl", "en"]')
    change(path, '"Wat willen wij?"', '{ nl = "Wat willen wij?", en = "What do we want?" }')
    change(shelf / "blocks/praten.toml", "minutes = 5", f'minutes = 5\nnotes = "{"woord " * 21}."')
    found = [each for each in told(check(path)) if each[0] == "scenario.long_sentence"]
    assert found == [("scenario.long_sentence", 11, "step[1].notes", "")]


@pytest.mark.parametrize("language", LANGUAGES)
@given(st.data())
def test_every_form_of_a_label_is_found(language: Language, data: st.DataObject) -> None:
    label = data.draw(st.sampled_from(LABELS[language]))
    word = data.draw(st.from_regex(re.compile(label.pattern, re.ASCII), fullmatch=True))
    assert any(stem in word for stem in label.stems)
    assert list(labels(word.upper(), language))

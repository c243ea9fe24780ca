"""Text is made fit to show, save and share, once, the same way everywhere."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from facilitator.records import LONGEST_LINE, FilledLine, Line, Prose
from facilitator.text import MOST_MARKS, REPLACEMENT, clean, folded, harmless, holds, is_found, mentions


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("  twee   blanken ", "twee blanken"),
        ("regel een\nregel twee", "regel een regel twee"),
        ("\x1b[2Jweg", f"{REPLACEMENT}[2Jweg"),
        ("\x9b31mrood", f"{REPLACEMENT}31mrood"),
        ("a\u202eb\u2066c\u200fd\u061ce", "abcde"),
        ("nul\u200bbreed\ufeff", "nulbreed"),
        ("vlag \u2764\ufe0f en duim \U0001f44d\U0001f3fd", "vlag \u2764 en duim \U0001f44d"),
        ("cafe\u0301", "café"),
        ("z" + "\u0301" * 200, unicodedata.normalize("NFC", "z" + "\u0301" * (MOST_MARKS + 1))),
        ("[/x] [bold] [@click=app.bell]", "[/x] [bold] [@click=app.bell]"),
        ("\ud800\udfff", REPLACEMENT * 2),
    ],
)
def test_cleans(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


def test_keeps_paragraphs_where_asked() -> None:
    assert clean("een\r\n\r\n\r\n\r\ntwee\rdrie", lines=True) == "een\n\ntwee\ndrie"
    assert clean("een\r\ntwee", lines=True) == "een\ntwee"


@pytest.mark.parametrize("mark", ["\u0301", "\u0941", "\u0488", "\u302e"])
def test_marks_of_every_sort_stack_no_higher_than_the_line(mark: str) -> None:
    """An accent, a vowel sign that Unicode gives no class, a circle, and a tone mark that takes room."""
    assert clean("x" + mark * 200) == "x" + mark * MOST_MARKS
    assert clean(mark * 200) == mark * MOST_MARKS


@given(st.text(max_size=200))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean(clean(text, lines=True), lines=True) == clean(text, lines=True)


@given(st.text(max_size=200))
def test_nothing_acts_on_a_terminal(text: str) -> None:
    assert not any(
        unicodedata.category(char) in {"Cc", "Cs"} or char in "\u2028\u2029" for char in clean(text)
    )


@given(st.text(max_size=400))
def test_what_is_taken_is_taken_again(text: str) -> None:
    """A text that was kept can always be read back."""
    adapter = TypeAdapter[str](Line)
    try:
        kept = adapter.validate_python(text)
    except ValidationError:
        return
    assert adapter.validate_python(kept) == kept


def test_a_text_that_grows_is_measured_as_it_is_kept() -> None:
    adapter = TypeAdapter[str](Line)
    assert len(adapter.validate_python("\u0958" * (LONGEST_LINE // 2))) == LONGEST_LINE
    with pytest.raises(ValidationError) as refused:
        adapter.validate_python("\u0958" * LONGEST_LINE)
    assert refused.value.errors()[0]["type"] == "string_too_long"


def test_an_empty_text_says_nothing() -> None:
    with pytest.raises(ValidationError):
        TypeAdapter[str](FilledLine).validate_python(" \u200b ")
    assert TypeAdapter[str](Prose).validate_python("") == ""


@given(st.text(max_size=200))
def test_a_name_that_is_shown_acts_on_nothing(text: str) -> None:
    shown = harmless(text)
    assert not any(unicodedata.category(char) in {"Cc", "Cs"} and char != "\n" for char in shown)
    assert harmless(shown) == shown


def test_a_name_that_is_shown_stays_as_it_is_spaced() -> None:
    assert harmless("a  b\u00a0c\nd") == "a  b\u00a0c\nd"
    assert harmless("e\x1b[2J\x9b\u202e\u200bf\ud800") == f"e{REPLACEMENT}[2J{REPLACEMENT}f{REPLACEMENT}"
    assert harmless("z" + "\u0301" * 200) == "z" + "\u0301" * MOST_MARKS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Wijkteam Zuid", "wijkteam  ZUID"),
        ("Één buurt", "een buurt"),
        ("Cafe\u0301", "café"),
        ("Vereniging 'De Brug'", "vereniging De Brug"),
        ("D'Oude Écluse", "d\u2019oude ecluse"),
        ("Oosterlinde-Zuid", "oosterlinde zuid"),
        ("C.O.A.", "COA"),
        ("Straße 5", "STRASSE 5"),
        ("Ørsted & Łódź", "orsted lodz"),
        ("İstanbul", "istanbul"),
        ("2026-11-29-proefronde", "2026 11 29 Proefronde"),
    ],
)
def test_names_are_the_same_whatever_case_accents_and_punctuation(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("groep 1", "groep 11"), ("C", "C+"), ("???", ""), ("???", "!"), ("\u0939\u093f", "\u0939\u0940")],
)
def test_what_differs_in_more_than_that_is_another_name(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@given(st.text(max_size=40))
def test_folding_twice_gives_what_folding_once_gave(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert bool(folded(text)) is bool(clean(text))


def test_words_are_found_whole() -> None:
    assert holds("Oosterlinde-Zuid, Proefronde", "zuid proefronde")
    assert not holds("Oosterlinde-Zuid", "linde")
    assert not holds("Oosterlinde", " ")


def test_what_is_typed_so_far_finds_what_it_is_a_part_of() -> None:
    assert is_found("Café De Brug, Proefronde", "proef CAFE")
    assert is_found("Café De Brug", "")
    assert is_found("Café De Brug", " ")
    assert not is_found("Café De Brug", "brug zuid")


def test_a_star_is_the_rest_of_a_word() -> None:
    assert mentions("Het Buurtcomite doet mee", ["buurtcomité"])
    assert mentions("de huurdersvereniging", ["huurder*"])
    assert mentions("wij gaan kijken naar de straat", ["kijken naar"])
    assert not mentions("de verhuurder", ["huurder*"])
    assert not mentions("bewonersgroep", ["bewoner"])

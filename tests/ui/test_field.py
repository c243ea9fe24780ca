"""A line that is being typed: nothing typed is ever out of sight, and nothing is lost by a slip."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitator.line_breaks import rows
from facilitator.ui.kit.field import Field


def typed(field: Field, *keys: str) -> Field:
    for key in keys:
        field.take(key, key if len(key) == 1 else None)
    return field


def test_types_where_the_cursor_is() -> None:
    field = typed(Field("x"), *"shool", "home", "right", "c")
    assert field.text == "school"


def test_deletes_a_letter_a_word_and_the_line() -> None:
    assert typed(Field("x"), *"een twee", "backspace").text == "een twe"
    assert typed(Field("x"), *"een twee", "ctrl+w").text == "een "
    assert typed(Field("x"), *"een twee", "ctrl+u").text == ""
    assert typed(Field("x"), *"een twee", "home", "delete").text == "en twee"


def test_takes_back_a_word_at_a_time() -> None:
    field = typed(Field("x"), *"een twee")
    field.take_back()
    assert field.text == "een "
    field.take_back()
    assert field.text == ""
    assert not field.can_take_back


def test_a_slip_that_wipes_everything_can_be_taken_back() -> None:
    field = typed(Field("x"), *"bij de school vragen", "ctrl+u")
    field.take_back()
    assert field.text == "bij de school vragen"


def test_leaves_keys_alone_that_are_no_text() -> None:
    field = Field("x")
    assert not field.take("enter", "\r")
    assert not field.take("tab", "\t")
    assert not field.take("f1", None)
    assert not field.take("up", None)
    assert field.text == ""


def test_typing_replaces_what_the_app_suggested() -> None:
    field = Field("x", value="vandaag")
    field.suggested = True
    assert typed(field, *"vrijdag").text == "vrijdag"
    field.take_back()
    assert field.text == "vandaag"


def test_a_suggestion_can_be_mended() -> None:
    field = Field("x", value="vandaag")
    field.suggested = True
    assert typed(field, "backspace", "s").text == "vandaas"


def test_takes_no_more_than_fits() -> None:
    field = typed(Field("x", limit=5), *"abcdefgh")
    assert field.text == "abcde"


def test_pastes_as_one_clean_line() -> None:
    field = Field("x")
    field.paste("een\ntwee\x1b[2Jdrie\u202e")
    assert field.text == "een twee\ufffd[2Jdrie"


def test_what_was_typed_before_is_shown_harmless() -> None:
    field = Field("x")
    field.begin("", "een \x1b[2Jtwee\nen ")
    assert field.text == "een \ufffd[2Jtwee en "
    assert field.draft == field.text


def test_what_stands_in_the_session_is_no_draft() -> None:
    field = Field("x")
    field.begin("het plein")
    assert (field.draft, field.unconfirmed) == ("", False)
    assert typed(field, "s").draft == "het pleins"
    field.hear("het pleins")
    assert field.draft == ""
    field.hear("het plein")
    assert field.text == "het plein", "it was taken back"


def test_what_is_being_typed_stays_when_the_session_changes() -> None:
    field = Field("x")
    field.begin("het plein")
    typed(field, "s")
    field.hear("de school")
    assert field.text == "het pleins"


@given(st.text(alphabet="ab é日 ", max_size=80), st.integers(min_value=2, max_value=30))
def test_rows_cover_the_text_once(text: str, width: int) -> None:
    found = rows(text, width)
    assert "".join(text[start:end] for start, end in found) == text
    assert [start for start, _ in found][1:] == [end for _, end in found][:-1]


@given(st.text(alphabet="ab é ", max_size=80), st.integers(min_value=4, max_value=30))
def test_rows_are_no_wider_than_asked(text: str, width: int) -> None:
    """A blank at the end of a row may stand outside it: it shows nothing."""
    assert all(len(text[start:end].rstrip(" ")) <= width for start, end in rows(text, width))


_KEYS = [
    *"ab ",
    "left",
    "right",
    "home",
    "end",
    "backspace",
    "delete",
    "ctrl+w",
    "ctrl+u",
    "ctrl+k",
    "ctrl+left",
]


@given(st.lists(st.sampled_from(_KEYS), max_size=60))
def test_the_cursor_stays_inside(keys: list[str]) -> None:
    field = typed(Field("x"), *keys)
    assert 0 <= field.cursor <= len(field.text)

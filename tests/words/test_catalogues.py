"""Sentences by key, and how they are filled in."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.words import LANGUAGES, Language, Words, catalogues

CATALOGUE = """
title = "Stellingen"
broken = "{n!r}"
looked_into = "{n.real}"
unnamed = "{}"
lines = ["een", "twee"]
[ballots]
one = "1 briefje"
other = "{n} briefjes"
[ask.group]
who = "Wie is {who}? {{zo}}"
[half_plural]
one = "een"
"""


@pytest.fixture
def t(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Words]:
    """Give the words of a house with one step, ``vote``, and an app, both in Dutch only."""
    for folder in ("steps/vote", "ui/app"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "steps/vote/nl.toml").write_text(CATALOGUE, encoding="utf-8")
    (tmp_path / "ui/app/nl.toml").write_text('quit = "Stoppen"', encoding="utf-8")
    (tmp_path / "nl.toml").write_text('secret = "no"', encoding="utf-8")
    monkeypatch.setattr(catalogues, "ROOT", tmp_path)
    catalogues._catalogue.cache_clear()
    yield Words("nl")
    catalogues._catalogue.cache_clear()


def test_a_key_names_a_room_and_a_sentence_in_it(t: Words) -> None:
    assert t.language == "nl"
    assert t("vote.title") == "Stellingen"
    assert t("app.quit") == "Stoppen"
    assert t("vote.ask.group.who", who="de wijk") == "Wie is de wijk? {zo}"


def test_n_chooses_between_one_and_many(t: Words) -> None:
    said = [t("vote.ballots", n=n) for n in (0, 1, 2)]
    assert said == ["0 briefjes", "1 briefje", "2 briefjes"]
    with pytest.raises(KeyError, match="n"):
        t("vote.ballots")


@pytest.mark.parametrize(
    "key",
    [
        *("", "vote", "vote.", "vote.none", "vote.ask", "vote.lines", "vote.half_plural", "vote.title.more"),
        *("nobody.title", "..secret", "../...secret", "vote.ask.group.who.n"),
    ],
)
def test_a_key_without_a_sentence_raises_with_its_name(t: Words, key: str) -> None:
    with pytest.raises(KeyError) as error:
        t(key, n=1, who="")
    assert error.value.args == (key,)


def test_a_missing_value_raises_with_its_name(t: Words) -> None:
    with pytest.raises(KeyError, match=r"vote\.ask\.group\.who needs a value for who"):
        t("vote.ask.group.who")


@pytest.mark.parametrize("key", ["vote.broken", "vote.looked_into", "vote.unnamed"])
def test_only_plain_names_stand_between_braces(t: Words, key: str) -> None:
    with pytest.raises(ValueError, match="plain names"):
        t(key, n=3)


def test_has_tells_what_can_be_said(t: Words) -> None:
    assert all(t.has(f"vote.{key}") for key in ("title", "ballots", "lines", "ask.group.who"))
    assert not any(t.has(key) for key in ("vote", "vote.ask", "vote.none", "nobody.title", ""))


def test_lines_gives_a_list(t: Words) -> None:
    assert t.lines("vote.lines") == ["een", "twee"]
    for key in ("vote.title", "vote.none"):
        with pytest.raises(KeyError, match=key):
            t.lines(key)


def test_a_language_we_do_not_speak_is_refused() -> None:
    with pytest.raises(ValueError, match="de"):
        Words(cast("Language", "de"))


@given(who=st.text())
def test_a_value_is_put_in_as_it_is(who: str) -> None:
    assert catalogues._fill("key", "[{who}]", {"who": who}) == f"[{who}]"


@given(name=st.text(max_size=12))
def test_our_own_names_are_there_in_every_language_and_no_others(name: str) -> None:
    for language in LANGUAGES:
        t = Words(language)
        assert len(t.lines("words.months.long")) == len(t.lines("words.months.short")) == 12
        assert not t.has(f"words.months.{name}") or name in {"long", "short"}


def test_importing_the_words_reads_no_catalogue_and_nothing_of_others() -> None:
    code = "import sys, facilitator.words.dates; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    modules = set(loaded.stdout.split())
    assert not modules & {"tomli", "pydantic", "textual", "rich"}
    ours = {name for name in modules if name.startswith("facilitator.")}
    assert {name for name in ours if not name.startswith("facilitator.words")} == set()

"""A crash file holds nothing that someone typed, whatever went wrong with whatever text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.crash import crash_text, write_crash
from facilitator.problems import Problem, Refused
from facilitator.records import FilledLine, Record
from facilitator.storage.save_errors import NotSaved
from facilitator.words import Words

NOW = datetime(2026, 11, 23, 21, 5, tzinfo=UTC)
SECRETS = ["Zandpoort-Noord", "Willemien", "Ik durf hier 's avonds niet", "06-12345678", "/home/willemien"]


class Held(Record):
    name: FilledLine


def _key(text: str) -> None:
    raise KeyError(text)


def _invalid(text: str) -> None:
    Held.model_validate({"name": 3, text: text})


def _toml(text: str) -> None:
    tomli.loads(f'{text} = "')


def _encoding(text: str) -> None:
    (text + "\udcff").encode()


def _file(text: str) -> None:
    Path("/nergens", text.replace("/", "")[:60], text.replace("\0", "")[:60]).read_bytes()


def _refused(text: str) -> None:
    raise Refused(Problem("storage.no_session", {"name": text}))


def _not_saved(text: str) -> None:
    raise NotSaved(Problem(text, {"why": text}))


def _words(text: str) -> None:
    Words("nl")(f"app.{text}")


def _compiled(text: str) -> None:
    exec(compile("raise ValueError(text)", text.replace("\0", ""), "exec"), {"text": text})


def _of_a_kind(text: str) -> None:
    raise type(text.replace("\0", ""), (Exception,), {})(text)


def _group(text: str) -> None:
    raise ExceptionGroup(text, [ValueError(text), KeyError(text)])


def _noted(text: str) -> None:
    error = ValueError(text)
    error.add_note(text)
    raise error


def _caused(text: str) -> None:
    try:
        _key(text)
    except KeyError as error:
        raise RuntimeError(text) from error


def _round(text: str) -> None:
    error = ValueError(text)
    error.__cause__ = error
    raise error


def _deep(text: str, more: int = 2000) -> None:
    _deep(text, more + 1)


RAISES: list[Callable[[str], Any]] = [
    *(_key, _invalid, _toml, _encoding, _file, _refused, _not_saved, _words, _compiled, _of_a_kind),
    *(_group, _noted, _caused, _round, _deep),
]


def caught(raises: Callable[[str], Any], text: str) -> BaseException:
    try:
        raises(text)
    except Exception as error:
        return error
    raise AssertionError("it was to go wrong")


@pytest.mark.parametrize("raises", RAISES, ids=lambda each: each.__name__.strip("_"))
@pytest.mark.parametrize("secret", SECRETS)
def test_no_word_of_a_session_is_in_a_crash_file(
    tmp_path: Path, raises: Callable[[str], Any], secret: str
) -> None:
    path = write_crash(tmp_path, caught(raises, secret), NOW)
    text = path.read_text(encoding="utf-8")
    assert text.startswith("facilitator ")
    assert len(text) < 100_000
    for word in (secret, *secret.replace("/", " ").split()):
        assert len(word) < 5 or word not in text


@settings(max_examples=150)
@given(
    st.sampled_from(RAISES[:-1]), st.text(st.characters(exclude_categories=["Cs"]), min_size=6, max_size=40)
)
def test_nor_is_any_other_text(raises: Callable[[str], Any], text: str) -> None:
    marked = f"qzx{text}qzx"
    assert "qzx" not in crash_text(caught(raises, marked))

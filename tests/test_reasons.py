"""Why the system refuses is said in words of ours, in both languages."""

from __future__ import annotations

import errno
import os

import pytest

from facilitator.problems import Problem
from facilitator.reasons import why
from facilitator.words import LANGUAGES, Language, Words

HAPPEN = [
    "ENOSPC",
    "EDQUOT",
    "EACCES",
    "EPERM",
    "EROFS",
    "ENOENT",
    "ENOTDIR",
    "EISDIR",
    "EEXIST",
    "ENAMETOOLONG",
    "ELOOP",
    "EBUSY",
    "EFBIG",
    "EIO",
    "ENODEV",
    "ESTALE",
    "ETIMEDOUT",
    "EHOSTDOWN",
    "EMFILE",
]


class OfWindowsError(OSError):
    """What Windows raises; elsewhere an OSError has no such number."""

    winerror = 0


@pytest.mark.parametrize("name", HAPPEN)
def test_what_happens_is_said_in_words(name: str) -> None:
    number = getattr(errno, name)
    said = {
        language: why(OSError(number, os.strerror(number))).say(Words(language)) for language in LANGUAGES
    }
    assert len(set(said.values())) == len(LANGUAGES)
    assert os.strerror(number) not in said.values()
    assert str(number) not in "".join(said.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_nobody_knows_is_said_as_a_number(language: Language) -> None:
    t = Words(language)
    assert "95" in why(OSError(95, "Operation not supported")).say(t)
    assert "supported" not in why(OSError(95, "Operation not supported")).say(t)
    assert why(OSError("broken pipe dream")).code == "words.reason.unknown"
    assert why(PermissionError()).code == "words.reason.unknown"


@pytest.mark.parametrize(
    ("number", "word"), [(112, "full"), (5, "denied"), (32, "busy"), (206, "name_too_long"), (53, "network")]
)
def test_windows_says_it_with_numbers_of_its_own(number: int, word: str) -> None:
    error = OfWindowsError(errno.EINVAL, "Het systeem...")
    error.winerror = number
    assert why(error) == Problem(f"words.reason.{word}")
    error.winerror = 9999
    assert why(error) == Problem("words.reason.number", {"n": 9999})

"""Asking for figures as one does on the command line."""

from __future__ import annotations

import pytest

from facilitator.cli import main
from facilitator.words import Language

Capture = pytest.CaptureFixture[str]


def ask(capsys: Capture, *words: object, language: Language = "nl") -> tuple[int, str, str]:
    """Give the exit code, what was said and what was complained."""
    try:
        code = main(["figures", *map(str, words), "--lang", language])
    except SystemExit as ended:
        code = int(str(ended.code))
    said = capsys.readouterr()
    return code, said.out, said.err


def refused(capsys: Capture, *words: object, language: Language = "nl") -> str:
    """Give why it was refused: one sentence or two, and nothing else."""
    code, out, err = ask(capsys, *words, language=language)
    assert (code, out) == (1, ""), err
    assert "Traceback" not in err
    return err

"""What no terminal or projector can be trusted with is nowhere in the house."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
import tomli

from tests.architecture.house import HOUSE, modules, shown, toml_files, tree_of

DISAGREEMENT = re.compile("[\u200d\u20e3\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]")
"""Joiners, keycaps, variation selectors and skin tones: terminals disagree on how wide these are."""

FADED = re.compile(r"\bdim\b|\bblink\d?\b|\$text-muted|(?<![\w-])(?:text-)?opacity\s*:|\$text-disabled")
"""What makes words too faint to read from ten metres, or move."""

CLEANER = HOUSE / "text.py"
"""The one file that has to name such characters, to take them out."""


def _texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for pair in value.items() for part in pair for text in _texts(part)]
    if isinstance(value, list):
        return [text for part in value for text in _texts(part)]
    return [value] if isinstance(value, str) else []


def _literals(path: Path) -> list[str]:
    nodes = ast.walk(tree_of(path))
    return [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def test_catalogues_and_scenarios_are_as_wide_everywhere() -> None:
    found = [
        f"{shown(path)}: {text!r}"
        for path in toml_files()
        for text in _texts(tomli.loads(path.read_text(encoding="utf-8")))
        if DISAGREEMENT.search(text)
    ]
    assert found == []


def test_code_is_as_wide_everywhere() -> None:
    found = [
        f"{shown(path)}: {text!r}"
        for path in modules()
        if path != CLEANER
        for text in _literals(path)
        if DISAGREEMENT.search(text)
    ]
    assert found == []


TOGETHER = ["\N{HEAVY BLACK HEART}\ufe0f", "1\ufe0f\u20e3", "\U0001f44d\U0001f3fd", "a\u200db"]


@pytest.mark.parametrize("text", TOGETHER)
def test_what_terminals_disagree_on(text: str) -> None:
    assert DISAGREEMENT.search(text)
    assert _texts({"steps": [{"title": text}], "minutes": 3}) == ["steps", "title", text, "minutes"]


def _without_comments(css: str) -> str:
    return re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)


def test_nothing_is_too_faint_to_read() -> None:
    found = [
        f"{shown(path)}: {match.group()}"
        for path in sorted(HOUSE.rglob("*.tcss"))
        for match in FADED.finditer(_without_comments(path.read_text(encoding="utf-8")))
    ]
    assert found == []


@pytest.mark.parametrize(
    ("css", "faint"),
    [
        ("text-style: bold dim;", True),
        ("text-style: blink;", True),
        ("color: $text-muted 60%;", True),
        ("opacity: 50%;", True),
        ("text-opacity: 0.5;", True),
        ("color: $text; /* never dim */", False),
        (".dimension { width: 1fr; }", False),
        ("color: $opacity-word;", False),
    ],
)
def test_what_is_too_faint(css: str, *, faint: bool) -> None:
    assert bool(FADED.search(_without_comments(css))) is faint

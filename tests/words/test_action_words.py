"""What can be done is called the same everywhere: by the kit, unless a room means something else."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import tomli

from facilitator.ui.kit.actions import Action
from facilitator.words import LANGUAGES, Language, Words, folder_of
from tests.architecture.house import HOUSE, shown, tree_of

KIT = "kit"
ROOMS = [KIT, "app", *sorted(path.parent.name for path in HOUSE.glob("steps/*/nl.toml"))]
Table = dict[str, str]


def folder(room: str) -> Path:
    return HOUSE / folder_of(room)


def words(room: str, language: Language, table: str) -> Table:
    found = tomli.loads((folder(room) / f"{language}.toml").read_text(encoding="utf-8"))
    return dict(found.get(table, {}))


def names(node: ast.expr) -> list[str]:
    """Give the names that an expression can be; of what is worked out, none."""
    if isinstance(node, ast.IfExp):
        return [*names(node.body), *names(node.orelse)]
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def actions_in(path: Path) -> Iterator[tuple[str, str]]:
    """Give the actions that a module makes, each with its room: empty for that of the view."""
    for call in ast.walk(tree_of(path)):
        if not isinstance(call, ast.Call) or not call.args:
            continue
        if isinstance(call.func, ast.Attribute) and call.func.attr == "action":
            yield from ((name, "") for name in names(call.args[0]))
        elif isinstance(call.func, ast.Name) and call.func.id == "Action" and len(call.args) > 3:
            rooms = names(call.args[3]) or [""]
            yield from ((name, rooms[0]) for name in names(call.args[0]))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("room", ROOMS)
def test_every_action_has_words(room: str, language: Language) -> None:
    known = {each: words(each, language, "action").keys() for each in (room, KIT)}
    missing = [
        f"{shown(path)}: {name}"
        for path in sorted(folder(room).glob("**/*.py"))
        for name, named in actions_in(path)
        if name != "digit" and name not in known.get(named or room, ()) and name not in known[KIT]
    ]
    assert missing == []


@cache
def said_in_code() -> set[object]:
    """Give every text and number that stands in the code."""
    trees = [tree_of(path) for path in HOUSE.rglob("*.py")]
    return {node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)}


@pytest.mark.parametrize("room", ROOMS)
def test_no_word_of_an_action_is_left_over(room: str) -> None:
    own = [tree_of(path) for path in folder(room).rglob("*.py")]
    made = {pattern(node) for tree in own for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)}
    by_pattern = re.compile("|".join(sorted(made)) or "(?!)")
    named = {*words(room, "nl", "action"), *words(room, "nl", "help")}
    assert [name for name in sorted(named - said_in_code()) if not by_pattern.fullmatch(name)] == []


def pattern(node: ast.JoinedStr) -> str:
    """Give what an f-string of names and underscores can make; nothing for a sentence."""
    parts = [part.value if isinstance(part, ast.Constant) else None for part in node.values]
    if all(part is None or part == "_" for part in parts):
        return "".join(".+" if part is None else re.escape(str(part)) for part in parts)
    return "(?!)"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("table", ["action", "help"])
def test_no_room_says_again_what_the_kit_says(table: str, language: Language) -> None:
    kit = words(KIT, language, table)
    again = [
        f"{room}: {name}"
        for room in ROOMS
        if room != KIT
        for name, text in words(room, language, table).items()
        if kit.get(name) == text
    ]
    assert again == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_deed_has_one_word(language: Language) -> None:
    """What three rooms call by the same name and the same word is for the kit to say."""
    counts = Counter(
        label for room in ROOMS if room != KIT for label in words(room, language, "action").items()
    )
    assert [label for label, rooms in counts.items() if rooms > 2] == []


def test_an_action_is_called_as_its_room_calls_it_or_else_as_the_kit_does() -> None:
    t = Words("en")
    keep = Action("keep", ("enter",), _nothing, "gate")
    assert (keep.label(t), keep.help(t)) == ("keep", "Keep what stands there.")
    named = Action("keep", ("enter",), _nothing, "actors")
    assert (named.label(t), named.help(t)) == (
        "keep",
        "Put this party on the map. With an empty field you go on.",
    )
    own = Action("later", ("down",), _nothing, "actors")
    assert own.label(t) == "next party"


async def _nothing() -> None:
    pass

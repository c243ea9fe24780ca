"""Every catalogue in the house: complete in both languages, used, and safe on any terminal."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
import tomli

import facilitator
from facilitator.words import LANGUAGES, folder_of
from facilitator.words.catalogues import ROOMS

HOUSE = Path(facilitator.__file__).parent

FORBIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f"  # controls, but for the line break
    "\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"  # invisible, joining, turning the text around
    "\u20e3\ufe00-\ufe0f\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff\U000e0000-\U000e0fff]"  # emoji in parts
)

Entries = dict[str, list[str]]
"""The sentences behind each key; two for a plural, several for a list."""


def check_catalogues(root: Path) -> list[str]:
    """Give everything that is wrong with the catalogues under this folder, one line each."""
    rooms = _rooms(root)
    strays = sorted(
        path.relative_to(root).as_posix()
        for language in LANGUAGES
        for path in root.rglob(f"{language}.toml")
        if path.parent not in rooms.values()
    )
    wrong = [f"{path}: no room keeps its catalogues here" for path in strays]
    entries: dict[str, Entries] = {}
    for room, folder in rooms.items():
        spoken = [_entries(folder / f"{language}.toml", room) for language in LANGUAGES]
        wrong += _differences(*spoken)
        wrong += [line for each in spoken for line in _bad_sentences(each)]
        entries |= {room: spoken[0] | spoken[1]}
    return wrong + _wrong_uses(root, rooms, entries)


def _rooms(root: Path) -> dict[str, Path]:
    """Give the rooms that have a catalogue, with their folders."""
    names = [*ROOMS, *(path.name for path in sorted((root / "steps").glob("*")) if path.is_dir())]
    folders = {name: root / folder_of(name) for name in names}
    return {
        name: folder
        for name, folder in folders.items()
        if any((folder / f"{language}.toml").is_file() for language in LANGUAGES)
    }


def _entries(path: Path, room: str) -> Entries:
    if not path.is_file():
        return {}
    return dict(_flat(tomli.loads(path.read_text(encoding="utf-8")), room))


def _flat(table: dict[str, object], at: str) -> Iterator[tuple[str, list[str]]]:
    for name, value in table.items():
        key = f"{at}.{name}"
        if isinstance(value, dict) and not set(value) & {"one", "other"}:
            yield from _flat(value, key)
        elif isinstance(value, dict):
            yield key, [str(value.get("one", "")), str(value.get("other", ""))] if len(value) == 2 else []
        else:
            yield key, [str(line) for line in value] if isinstance(value, list) else [str(value)]


def _differences(first: Entries, second: Entries) -> list[str]:
    one_sided = [f"{key}: in one language only" for key in sorted(first.keys() ^ second.keys())]
    return one_sided + [
        f"{key}: other values in the other language"
        for key in sorted(first.keys() & second.keys())
        if _asked(first[key]) != _asked(second[key])
    ]


def _asked(sentences: list[str]) -> set[str]:
    """Give the values the sentences ask for; a brace that does not fit counts as a value of its own."""
    try:
        return {name for line in sentences for _, name, _, _ in Formatter().parse(line) if name is not None}
    except ValueError as error:
        return {f"({error})"}


def _bad_sentences(entries: Entries) -> list[str]:
    wrong = [
        f"{key}: empty, or a plural that is not one and other" for key, told in entries.items() if not told
    ]
    wrong += [f"{key}: empty" for key, told in entries.items() if not all(line.strip() for line in told)]
    for key, sentences in entries.items():
        wrong += [f"{key}: not a plain name: {name}" for name in _asked(sentences) if not name.isidentifier()]
        found = FORBIDDEN.search("\n".join(sentences))
        wrong += [f"{key}: U+{ord(found[0]):04X} is not safe on a terminal"] if found else []
    return wrong


def _wrong_uses(root: Path, rooms: dict[str, Path], entries: dict[str, Entries]) -> list[str]:
    every = {key: told for each in entries.values() for key, told in each.items()}
    literals: set[str] = set()
    patterns: set[str] = set()
    wrong: list[str] = []
    for path in sorted(root.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        literals |= {_text(node) for node in ast.walk(tree)}
        patterns |= {_pattern(node) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)}
        wrong += [f"{path.relative_to(root).as_posix()}:{line}" for line in _wrong_calls(tree, every)]
    by_pattern = re.compile("|".join(sorted(filter(None, patterns))) or "(?!)")
    return wrong + [
        f"{key}: used nowhere"
        for room, told in entries.items()
        if _is_built(rooms[room])
        for key in told
        if key not in literals and not by_pattern.fullmatch(key)
    ]


def _is_built(folder: Path) -> bool:
    """Tell whether the code that says a room's sentences is there; those of a step may wait for its view."""
    return folder.parent.name != "steps" or (folder / "view.py").is_file()


def _text(node: ast.AST) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _pattern(node: ast.JoinedStr) -> str:
    """Give the keys that an f-string can make, or nothing when it does not look like a key."""
    parts = [_text(part) for part in node.values]
    told = "".join(parts)
    if not re.fullmatch(r"[a-z0-9_.]*[a-z][a-z0-9_.]*", told) or "." not in told:
        return ""
    return "".join(re.escape(part) or ".+" for part in parts)


def _wrong_calls(tree: ast.AST, every: Entries) -> Iterator[str]:
    """Give where a sentence is asked for that is not there, or without a value that it needs."""
    for call in ast.walk(tree):
        key = _text(call.args[0]) if isinstance(call, ast.Call) and call.args else ""
        if not key or not isinstance(call, ast.Call):
            continue
        called = call.func
        looked_up = isinstance(called, ast.Attribute) and called.attr in {"lines", "has"}
        if looked_up and isinstance(called, ast.Attribute):
            called = called.value
        name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
        if name not in {"t", "Problem"}:
            continue
        given = None if looked_up else _given(call, name)
        if key not in every:
            yield f"{call.lineno}: no sentence {key}"
        elif given is not None and not _asked(every[key]) <= given:
            yield f"{call.lineno}: {key} needs {', '.join(sorted(_asked(every[key]) - given))}"


def _given(call: ast.Call, name: str) -> set[str] | None:
    """Give the names of the values in ``t(key, n=3)`` or ``Problem(key, {"n": 3})``; None when not known."""
    named = {each.arg: each.value for each in call.keywords}
    if name == "t":
        return None if None in named else {each for each in named if each}
    values = call.args[1] if len(call.args) > 1 else named.get("values", ast.Dict(keys=[], values=[]))
    if not isinstance(values, ast.Dict) or None in values.keys:
        return None
    return {_text(each) for each in values.keys if each}


def test_every_word_in_the_house() -> None:
    assert check_catalogues(HOUSE) == []


def _house(root: Path, nl: str, en: str, code: str, folder: str = "report") -> Path:
    (root / folder).mkdir(parents=True)
    for name, text in (("nl.toml", nl), ("en.toml", en), ("view.py", code)):
        (root / folder / name).write_text(text, encoding="utf-8")
    return root


def test_a_house_in_order_has_nothing_wrong(tmp_path: Path) -> None:
    words = 'a = "A {x}"\nlist = ["p", "q"]\nd.e = "E"\nd.f = "F"\nn = {one = "1", other = "{n}"}\nz.u = "U"'
    code = "t('report.a', x=1); self.t.lines('report.list'); t(f'report.d.{x}'); t('report.n', n=2)"
    code += (
        "\nt(f'{r}.z.u'); t('report.a', **v); Problem('report.a', {'x': 1}); Problem('report.a', values=v)"
    )
    assert check_catalogues(_house(tmp_path, words, words, code)) == []


@pytest.mark.parametrize(
    ("nl", "en", "code", "wrong"),
    [
        ('a = "A"', "", "'report.a'", "report.a: in one language only"),
        ('a = "{x}"', 'a = "{y}"', "'report.a'", "report.a: other values in the other language"),
        ('a = "A"', 'a = "A"', "'report.ab'", "report.a: used nowhere"),
        ('a.b = "A"', 'a.b = "A"', "f'report.c.{x}'", "report.a.b: used nowhere"),
        ('a.b = "A"', 'a.b = "A"', "f'{x}. {y}'", "report.a.b: used nowhere"),
        (
            'a = "\U0001f44b\U0001f3fd"',
            'a = "A"',
            "'report.a'",
            "report.a: U+1F3FD is not safe on a terminal",
        ),
        ('a = "\u25b6\ufe0f"', 'a = "A"', "'report.a'", "report.a: U+FE0F is not safe on a terminal"),
        ('a = "\\u001b"', 'a = "A"', "'report.a'", "report.a: U+001B is not safe on a terminal"),
        ('a = ""', 'a = "A"', "'report.a'", "report.a: empty"),
        ('a = "{x.y}"', 'a = "{x.y}"', "'report.a'", "report.a: not a plain name: x.y"),
        (
            'a.one = "A"',
            'a = {one = "A", other = "B"}',
            "'report.a'",
            "report.a: empty, or a plural that is not one and other",
        ),
        ("", "", "t('report.a')", "report/view.py:1: no sentence report.a"),
        ("", "", "self.t.lines('report.a')", "report/view.py:1: no sentence report.a"),
        ('a = "{x}"', 'a = "{x}"', "t('report.a', y=1)", "report/view.py:1: report.a needs x"),
        ('a = "{x}"', 'a = "{x}"', "Problem('report.a', {'y': 1})", "report/view.py:1: report.a needs x"),
        ('a = "{x}"', 'a = "{x}"', "Problem('report.a')", "report/view.py:1: report.a needs x"),
        ("", "", "Problem('report.a')", "report/view.py:1: no sentence report.a"),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, nl: str, en: str, code: str, wrong: str) -> None:
    assert wrong in check_catalogues(_house(tmp_path, nl, en, code))


def test_a_catalogue_where_no_room_looks_is_told(tmp_path: Path) -> None:
    wrong = check_catalogues(_house(tmp_path, "", "", "", folder="ui/kit/cards"))
    assert "ui/kit/cards/nl.toml: no room keeps its catalogues here" in wrong


def test_the_words_of_a_step_may_wait_for_its_view(tmp_path: Path) -> None:
    house = _house(tmp_path, 'a = "A"', 'a = "A"', "", folder="steps/vote")
    assert check_catalogues(house) == ["vote.a: used nowhere"]
    (house / "steps/vote/view.py").rename(house / "steps/vote/kind.py")
    assert check_catalogues(house) == []

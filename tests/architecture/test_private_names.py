"""What the app uses of Textual that is not promised to stay: known by name, and in one folder.

Textual is pinned exactly, because private names may change in any version. Before the pin moves, this table
says where to look.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from tests import platform_marks
from tests.architecture.house import CHECKOUT, HOUSE, may_draw, modules, name_of, shown, tree_of

FOLDER = HOUSE / "ui" / "terminal"

PRIVATE: dict[str, dict[str, list[str]]] = {
    "driver.py": {
        "textual.app.App": ["_message_queue", "_post_message"],
        "textual.drivers.linux_driver.LinuxDriver": [
            "_app",
            "_file",
            "_key_thread",
            "_loop",
            "_must_signal_resume",
            "_query_in_band_window_resize",
            "_sigcont_application",
            "_sigtstp_application",
        ],
        "textual._xterm_parser.XTermParser": ["_timeout_time"],
    },
    "input_parser.py": {
        "textual": ["_ansi_sequences", "_parser", "_xterm_parser"],
        "textual._xterm_parser.XTermParser": ["_sequence_to_key_events"],
    },
    "large_letters/enlarged_frame.py": {"textual": ["_compositor"]},
    "large_letters/enlarging_app.py": {
        "textual.app.App": ["_display"],
        "textual.screen.Screen": ["_compositor"],
    },
    "plain_driver.py": {"textual.drivers.headless_driver.HeadlessDriver": ["_app", "_loop"]},
    "quiet_app.py": {
        "textual.app.App": ["_close_messages_no_wait", "_exception", "_fatal_error", "_return_code"],
    },
    "textual_repairs.py": {
        "textual.screen.Screen": ["_refresh_layout"],
        "textual.widget.Widget": ["_layout_required", "_layout_updates", "_styles_cache"],
    },
}
"""Per file of ``facilitator/ui/terminal/``: who has private names, and those that are used there."""

FROM_PRIVATE_MODULES = {
    "textual._ansi_sequences": {"ANSI_SEQUENCES_KEYS"},
    "textual._compositor": {"ChopsUpdate", "CompositorUpdate", "LayoutUpdate"},
    "textual._parser": {"ParseEOF", "ParseTimeout", "Peek1", "Read1"},
    "textual._xterm_parser": {"XTermParser"},
}
"""What is imported from modules that are private as a whole."""


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


# -- what there is


@cache
def own_names(owner: type) -> frozenset[str]:
    """Give the private names that a class has itself: in its body, or given to ``self`` in a method."""
    given = _given_to_self(owner.__module__).get(owner.__name__, set())
    return frozenset(filter(is_private, given | set(vars(owner))))


@cache
def _given_to_self(module: str) -> dict[str, set[str]]:
    """Give what the methods of each class of a module give a value to in ``self``."""
    tree = ast.parse(inspect.getsource(import_module(module)))
    return {
        part.name: {
            node.attr
            for node in ast.walk(part)
            if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and _is_self(node.value)
        }
        for part in ast.walk(tree)
        if isinstance(part, ast.ClassDef)
    }


def names_of_textual(owner: type) -> set[str]:
    """Give the private names that a class has from Textual."""
    theirs = [base for base in owner.__mro__ if base.__module__.partition(".")[0] == "textual"]
    return {name for base in theirs for name in own_names(base)}


def found_at(path: str) -> type | ModuleType:
    """Give the class or module at a dotted path."""
    module, _, name = path.rpartition(".")
    found: type | ModuleType = getattr(import_module(module), name) if module else import_module(path)
    return found


@pytest.mark.parametrize(
    ("owner", "names"),
    [
        pytest.param(owner, names, marks=[platform_marks.terminals] if "linux_driver" in owner else [])
        for owners in PRIVATE.values()
        for owner, names in owners.items()
    ],
    ids=str,
)
def test_each_name_is_there_in_the_textual_that_is_installed(owner: str, names: list[str]) -> None:
    found = found_at(owner)
    if isinstance(found, type):
        assert set(names) - names_of_textual(found) == set()
    else:
        for name in names:
            module = import_module(f"{owner}.{name}")
            assert FROM_PRIVATE_MODULES[module.__name__] - set(vars(module)) == set()


# -- what is used


def used_in(tree: ast.Module, module: ModuleType) -> Iterator[str]:
    """Give the private names that are used in a module and are not its own."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and is_private(node.attr) and not _is_self(node.value):
            yield node.attr  # ours are nowhere used from outside, which Ruff holds (SLF001)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("textual"):
            parts = [*(node.module or "").split("."), *(alias.name for alias in node.names)]
            yield from filter(is_private, parts)
        elif isinstance(node, ast.Import):
            yield from (part for alias in node.names for part in alias.name.split(".") if is_private(part))
        elif isinstance(node, ast.Call):
            yield from filter(is_private, _asked_by_name(node))
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            yield from _inherited(node, module)


def _inherited(node: ast.ClassDef, module: ModuleType) -> Iterator[str]:
    """Give the names of Textual that a class uses of itself or replaces, also by accident."""
    theirs = names_of_textual(getattr(module, node.name, object))
    for part in ast.walk(node):
        if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef) and part.name in theirs:
            yield part.name
        elif isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store) and part.id in theirs:
            yield part.id
        elif isinstance(part, ast.Attribute) and _is_self(part.value) and part.attr in theirs:
            yield part.attr


def _is_self(node: ast.expr) -> bool:
    """Tell whether this is the object itself: ``self``, ``cls`` or ``super()``."""
    if isinstance(node, ast.Call):
        node = node.func
    return isinstance(node, ast.Name) and node.id in {"self", "cls", "super"}


def _asked_by_name(node: ast.Call) -> Iterator[str]:
    """Give the name in a call such as ``getattr(thing, "name")``."""
    by_name = {"getattr", "setattr", "hasattr", "delattr"}
    if isinstance(node.func, ast.Name) and node.func.id in by_name:
        for part in node.args[1:2]:
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                yield part.value


def private_use(path: Path) -> set[str]:
    return set(used_in(tree_of(path), import_module(name_of(path))))


@platform_marks.terminals
def test_private_names_are_used_where_the_table_says_and_nowhere_else() -> None:
    drawing = (path for path in modules() if may_draw(path))
    used = {shown(path): names for path in drawing if (names := private_use(path))}
    listed = {
        (FOLDER / name).relative_to(CHECKOUT).as_posix(): {
            name for names in owners.values() for name in names
        }
        for name, owners in PRIVATE.items()
    }
    assert used == listed


SAMPLE = """
from textual import widget
from textual._parser import Read1
import textual._cells
from textual.widget import Widget

class Sample(Widget):
    _size = 3

    def _render(self):
        self._ours = 1
        return self._styles_cache, super()._refresh_styles

def look(widget):
    return widget._container_size, getattr(widget, "_repaint_regions", None), getattr(widget, "size")
"""


def test_every_way_to_use_a_private_name_is_seen() -> None:
    module = ModuleType("sample")
    exec(compile(SAMPLE, "sample", "exec"), vars(module))
    assert set(used_in(ast.parse(SAMPLE), module)) == {
        "_cells",
        "_container_size",
        "_parser",
        "_refresh_styles",
        "_render",
        "_repaint_regions",
        "_size",
        "_styles_cache",
    }

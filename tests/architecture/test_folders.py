"""Looking at folders goes through one module, so that what may not be seen is nowhere taken for nothing."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.house import HOUSE, modules, shown, tree_of

ONE_PLACE = HOUSE / "folders.py"

LOOKS = {
    *("iterdir", "glob", "rglob", "walk", "scandir", "listdir", "stat", "lstat", "lexists", "resolve"),
    *("is_file", "is_dir", "is_symlink", "isfile", "isdir", "islink", "exists", "expanduser", "home"),
}
"""How Python looks at a disk, by the name of what is called."""
OURS = {"files", "_files", "left"}
"""What storage calls its disk, and what is left of a box on it; that looks through the one module as well."""


def looks(tree: ast.Module) -> Iterator[int]:
    """Give the lines on which a disk is looked at."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        on = node.func.value
        of = on.attr if isinstance(on, ast.Attribute) else on.id if isinstance(on, ast.Name) else ""
        if node.func.attr in LOOKS and of not in OURS and (node.func.attr != "home" or of == "Path"):
            yield node.lineno


def test_only_one_module_looks_at_folders() -> None:
    found = [
        f"{shown(path)}:{line}" for path in modules() if path != ONE_PLACE for line in looks(tree_of(path))
    ]
    assert found == []


def test_looking_is_seen_when_it_is_there(tmp_path: Path) -> None:
    assert list(looks(tree_of(ONE_PLACE)))
    for written in ("path.is_file()", "os.path.exists(path)", "Path(x).glob('*')", "os.listdir(folder)"):
        assert list(looks(ast.parse(written))), written
    assert not list(looks(ast.parse("self._files.exists(path)")))

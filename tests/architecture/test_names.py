"""Names by one rule: modules and classes are nouns, each stands once, and what draws says so."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

from tests.architecture.house import HOUSE, may_draw, modules, shown, tree_of

OF_EVERY_KIND = {"__init__", "kind", "commands", "findings", "report", "paper", "view", "tables"}
"""What the folders of kinds have in common: ``facilitator/steps/<kind>/``."""
SHARED_BY_KINDS = {"page_view", "wording", "list_view", "overview_view", "message_parts"}
"""What more than one kind has, by one name for one thing."""
NOUNS_IN_ING = {"wording"}
PRONOUNS = {
    "all",
    "any",
    "each",
    "it",
    "one",
    "other",
    "own",
    "some",
    "that",
    "this",
    "told",
    "what",
    "who",
    "whole",
}


def test_a_module_is_called_by_a_noun() -> None:
    wrong = [
        shown(path)
        for path in modules()
        for word in path.stem.split("_")[-1:]
        if (path.stem in PRONOUNS) or (word.endswith("ing") and word not in NOUNS_IN_ING)
    ]
    assert wrong == []


def test_a_module_is_found_by_its_name() -> None:
    places = defaultdict(list)
    for path in modules():
        if path.stem not in OF_EVERY_KIND | {"__main__"}:
            places[path.stem].append(shown(path))
    of_kinds = {name for name in SHARED_BY_KINDS if all("/steps/" in place for place in places[name])}
    assert {name: found for name, found in places.items() if len(found) > 1 and name not in of_kinds} == {}


def test_a_class_is_found_by_its_name() -> None:
    places = defaultdict(list)
    for path in modules():
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.ClassDef):
                places[node.name].append(shown(path))
    assert {name: found for name, found in places.items() if len(found) > 1} == {}


def test_what_draws_says_so_and_nothing_else_does() -> None:
    """One sees from the tree what draws and what is pure."""
    steps = [path for path in modules() if HOUSE / "steps" in path.parents and path.stem != "__init__"]
    assert [shown(path) for path in steps if draws(path) != may_draw(path)] == []


def draws(path: Path) -> bool:
    """Tell whether a module stands on the kit, on Textual or on Rich, or on a module that does."""
    imported = [
        name
        for node in ast.walk(tree_of(path))
        for name in (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [each.name for each in node.names]
            if isinstance(node, ast.Import)
            else []
        )
    ]
    return any(
        name.split(".")[0] in ("textual", "rich")
        or name.startswith("facilitator.ui")
        or name.endswith(("_view", "_widget"))
        for name in imported
    )

"""Imports run one way, seen twice: in the text of the code, and in what is loaded when it runs.

The second look is needed because an import inside a function is the same as any other to import-linter, and
because what a library imports is invisible to it.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Collection, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.architecture.house import CHECKOUT, HOUSE, may_draw, modules, name_of, shown, tree_of
from tests.figures.country import AREA, short

SCREEN_LIBRARIES = {"textual", "rich"}

LOADED = """
import sys
from importlib import import_module
for name in {names!r}:
    import_module(name)
    loaded = {libraries!r} & set(sys.modules)
    if loaded:
        sys.exit(f"{{name}} loads {{', '.join(sorted(loaded))}}")
"""

CALLED = """
import sys
sys.argv = {argv!r}
from facilitator.cli import main
try:
    code = main()
except SystemExit as stop:
    code = stop.code
loaded = {libraries!r} & set(sys.modules)
if code:
    sys.exit(f"failed with {{code}}")
if loaded:
    sys.exit(f"loads {{', '.join(sorted(loaded))}}")
"""


def python(program: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, check=False
    )


def goes_well(program: str, folder: Path) -> None:
    """Fail with what the program said when it ends badly: ``LOADED`` and ``CALLED`` do on a library."""
    ran = python(program, folder)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_contracts() -> None:
    lint = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()"]
    ran = subprocess.run(
        [*lint, "--no-logo", "--no-cache"], cwd=CHECKOUT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert " 0 broken" in ran.stdout


def _imported(path: Path) -> set[str]:
    """Give the packages that a module imports anywhere in its text."""
    found: set[str] = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            found.add(node.module.split(".")[0])
    return found


# -- circles


def _imports_of(tree: ast.Module, known: Collection[str]) -> set[str]:
    """Give the modules of ours that a module imports: at its top, in a function, or for its types alone."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            full_names = [f"{node.module}.{alias.name}" for alias in node.names]
            found |= {name if name in known else node.module for name in full_names}
    return found & set(known)


def circle_in(trees: Mapping[str, ast.Module]) -> list[str]:
    """Give modules that lead from the first of them back to it; nothing when there is no such way."""
    graph = {name: _imports_of(tree, trees.keys()) - {name} for name, tree in trees.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        return circle
    return []


def test_no_module_leads_back_to_itself() -> None:
    """A circle is one module in several files; hiding half of it in a function or a type changes nothing."""
    assert circle_in({name_of(path): tree_of(path) for path in modules()}) == []


@pytest.mark.parametrize(
    "back",
    [
        "from house.ui.stage import Stage",
        "import house.ui.stage",
        "from house.ui import stage",
        "def later():\n    from house.ui.stage import Stage",
        "if TYPE_CHECKING:\n    from house.ui.stage import Stage",
    ],
)
def test_a_circle_is_seen_however_it_is_imported(back: str) -> None:
    texts = {
        "house.ui": "",
        "house.ui.stage": "from house.ui.keyboard import Keyboard",
        "house.ui.keyboard": back,
    }
    found = circle_in({name: ast.parse(text) for name, text in texts.items()})
    assert set(found) == {"house.ui.stage", "house.ui.keyboard"}


# -- screens


def test_only_what_draws_imports_textual_and_rich() -> None:
    found = [shown(path) for path in modules() if not may_draw(path) and _imported(path) & SCREEN_LIBRARIES]
    assert found == []


def test_nothing_opens_a_connection() -> None:
    """The app sends nothing and looks nothing up; what Textual brings along for the web is not used."""
    network = {
        "aiohttp",
        "ftplib",
        "http",
        "httpx",
        "imaplib",
        "requests",
        "smtplib",
        "socket",
        "ssl",
        "urllib",
    }
    connects = {"create_connection", "create_server", "open_connection", "open_url", "start_server"}
    found = [shown(path) for path in modules() if _imported(path) & network]
    found += [
        f"{shown(path)}: {node.attr}"
        for path in modules()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Attribute) and node.attr in connects
    ]
    assert found == []


def test_the_core_loads_no_screen(tmp_path: Path) -> None:
    core = [name_of(path) for path in modules() if not may_draw(path) and path.name != "__main__.py"]
    assert "facilitator.cli" in core
    assert "facilitator.steps.statements.kind" in core
    goes_well(LOADED.format(names=core, libraries=SCREEN_LIBRARIES), tmp_path)


def test_looking_in_what_is_loaded_can_fail(tmp_path: Path) -> None:
    ran = python(LOADED.format(names=["json", "rich"], libraries=SCREEN_LIBRARIES), tmp_path)
    assert ran.returncode == 1
    assert "rich loads rich" in ran.stderr


QUICK = [
    "facilitator.cli",
    "facilitator.storage.session_list",
    "facilitator.storage.places",
    "facilitator.scenario.library",
]


@pytest.mark.parametrize("name", QUICK)
def test_home_is_quick_to_load(name: str, tmp_path: Path) -> None:
    slow = {"pydantic"}
    goes_well(LOADED.format(names=[name], libraries=slow), tmp_path)


WRITERS = {
    "facilitator.report.calendar_file",
    "facilitator.report.csv_files",
    "facilitator.report.html",
    "facilitator.report.odt_file",
    "facilitator.report.pdf_file",
    "facilitator.report.session_report",
    "facilitator.storage.share_copy",
    "facilitator.xml_markup",
    "typst",
}
"""What writes a file of some sort: loaded where that file is made."""


def test_every_writer_is_there() -> None:
    there = {name_of(path) for path in modules()}
    assert {name for name in WRITERS if name.startswith("facilitator.")} <= there


@pytest.mark.parametrize("name", ["facilitator.ui.app.session_launcher", "facilitator.ui.app.closing_view"])
def test_the_app_loads_what_writes_a_file_where_it_is_made(name: str, tmp_path: Path) -> None:
    goes_well(LOADED.format(names=[name], libraries=WRITERS), tmp_path)


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_help_is_quick_to_load(argument: str, tmp_path: Path) -> None:
    slow = {"pydantic", *SCREEN_LIBRARIES}
    goes_well(CALLED.format(argv=["facilitator", argument], libraries=slow), tmp_path)


def test_check_loads_no_screen(tmp_path: Path) -> None:
    scenario = HOUSE.parent / "scenarios" / "proefronde.toml"
    argv = ["facilitator", "check", str(scenario)]
    goes_well(CALLED.format(argv=argv, libraries=SCREEN_LIBRARIES), tmp_path)


def test_figures_that_are_only_said_are_quick_to_load(tmp_path: Path) -> None:
    """The models of a scenario cost as much memory as the rest: loaded where figures are put in something."""
    file = short(tmp_path / "kwb-2024.csv")
    slow = {"pydantic", *SCREEN_LIBRARIES}
    argv = ["facilitator", "figures", str(file), "--area", AREA]
    goes_well(CALLED.format(argv=argv, libraries=slow), tmp_path)

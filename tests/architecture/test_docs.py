"""The pages for people tell the truth: about commands, keys, kinds, files, and the small scenario in them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from platformdirs.macos import MacOS
from platformdirs.unix import Unix

from facilitator import __version__
from facilitator.scenario.library import headings
from facilitator.session.state import State
from facilitator.ui.app.home_view import HomeView
from facilitator.ui.kit.actions import NAMES, key_name
from facilitator.usage import COMMANDS, THEMES
from facilitator.words import Language, Words
from tests.architecture.house import CHECKOUT, HOUSE, SCENARIOS
from tests.architecture.pages import named, page, pages, table
from tests.steps.running import running

PAGES = ["README.md", "LEESMIJ.md", "CONTRIBUTING.md", "CHANGELOG.md"]
SPOKEN: dict[str, Language] = {"README.md": "en", "LEESMIJ.md": "nl"}
LARGEST_IMAGE = 60_000
GUARDED = {"work": "docs/reliability.md", "privacy": "docs/privacy-model.md"}
"""The page that says what is promised, and which tests guard it."""

PLACES = {
    "home": ["ui/app/home_view.py"],
    "prepare": ["ui/app/preparation_view.py", "ui/app/programme_plan.py"],
    "check-in": ["steps/checkin/*.py", "ui/kit/people_list.py", "ui/kit/actions.py"],
    "statements": ["steps/statements/**/*.py"],
    "ballots": ["steps/statements/**/*.py"],
    "result": ["steps/statements/**/*.py"],
    "questions": ["steps/questions/*.py", "ui/kit/gather_view.py"],
    "network": ["steps/actors/*.py", "ui/kit/lists.py"],
    "contributions": ["steps/contributions/*.py", "ui/kit/lists.py"],
    "advice": ["steps/gate/*.py"],
    "worries and dreams": ["steps/collect/*.py"],
    "figures and stories": ["steps/facts/*.py"],
    "choosing": ["steps/choose/*.py"],
    "tasks": ["steps/tasks/*.py", "ui/kit/gather_view.py"],
    "looking back": ["steps/review/*.py"],
    "agreements": ["steps/agreements/*.py"],
    "closing": ["ui/app/closing_view.py"],
    "programme": ["ui/app/programme_panel.py"],
    "parked list": ["ui/app/parking_panel.py"],
}
"""Where the keys of each row of the README's table are declared."""


# -- commands


@pytest.mark.parametrize("name", SPOKEN)
def test_every_command_and_option_is_named(name: str) -> None:
    text = page(name)
    missing = [command for command in COMMANDS if f"facilitator {command}".strip() not in text]
    flags = {each.flag for arguments in COMMANDS.values() for each in arguments} | {"--help", "--version"}
    missing += [flag for flag in sorted(flags) if flag.startswith("-") and f"{flag}" not in text]
    assert missing + [theme for theme in THEMES if theme not in text] == []


@pytest.mark.parametrize("name", PAGES)
def test_no_command_or_option_is_made_up(name: str) -> None:
    said = re.findall(r"`(?:\S*[/\\])?facilitator ([^`]+)`", page(name))
    flags = {each.flag for arguments in COMMANDS.values() for each in arguments} | {"--help", "--version"}
    wrong = [line for line in said if re.match(r"[a-z]", line) and line.split()[0] not in COMMANDS]
    wrong += [line for line in said if set(re.findall(r"--\w+", line)) - flags]
    assert wrong == []


# -- keys


@pytest.mark.parametrize("name", SPOKEN)
async def test_the_keys_of_every_step_are_those_of_the_app(name: str, tmp_path: Path) -> None:
    async with running(SCENARIOS / "blocks" / "proefronde.toml", tmp_path) as app:
        own = {action.name for action in app.view.actions()}
        offered = [action for action in app.app.stage.actions() if action.name not in own]
    t = Words(SPOKEN[name])
    known = {frozenset(key_name(key, t) for key in action.keys) for action in offered}
    rows = table(name, "keys: everywhere")
    assert {frozenset(named(key) | named(typing)) for key, typing, _ in rows} == known


@pytest.mark.parametrize("name", SPOKEN)
def test_the_key_for_another_folder_is_the_one_on_the_screen(name: str) -> None:
    assert "f12" in set(constants(HOUSE / "ui" / "app" / "global_actions.py"))
    (row,) = (line for line in page(name).splitlines() if line.startswith("|") and "NIET OPGESLAGEN" in line)
    assert "`F12`" in row


@pytest.mark.parametrize("name", SPOKEN)
async def test_the_first_session_goes_as_the_page_says(name: str, tmp_path: Path) -> None:
    """All but the first row: a session in a test is prepared already."""
    rows = table(name, "keys: first session")[1:]
    said = [key for _, keys, _ in rows for key in re.findall(r"`([^`]+)`", keys)]
    pressed = {"Enter": "enter", "↓": "down"}
    block = SCENARIOS / "blocks" / "proefronde.toml"
    async with running(block, tmp_path, size=(80, 24), language=SPOKEN[name], prepare=nobody_yet) as app:
        for key in said:
            await (app.press(pressed[key]) if key in pressed else app.type(key))
        assert isinstance(app.view, HomeView)
        saved = app.path.read_text(encoding="utf-8")
    assert "closed = true" in saved
    assert 'heard = "no-objection"' in saved
    assert 'status = "revealed"' in saved
    assert [path.suffix for path in sorted(app.path.parent.rglob("*"))] == ["", ".txt", ".html", ".toml"]


def nobody_yet(state: State) -> State:
    return replace(state, people={})


def test_the_second_column_works_while_someone_types() -> None:
    for name in SPOKEN:
        rows = table(name, "keys: everywhere")
        assert [key for key, _, _ in rows if any(len(each) > 1 for each in named(key))] == []
        assert [key for _, key, _ in rows if any(len(each) == 1 for each in named(key))] == []


def declared(patterns: list[str]) -> set[str]:
    """Give the keys that stand in the code of these files, as people call them."""
    t = Words("en")
    return {
        key_name(key, t)
        for pattern in patterns
        for path in HOUSE.glob(pattern)
        for text in constants(path)
        for key in text.split()
        if key in NAMES or len(key) == 1 or key == "space"
    }


def constants(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_the_keys_of_each_place_are_declared_there() -> None:
    rows = table("README.md", "keys: places")
    assert [place for place, _, _ in rows] == list(PLACES)
    wrong = {place: named(keys) - declared(PLACES[place]) - {"←", "Enter"} for place, keys, _ in rows}
    assert {place: keys for place, keys in wrong.items() if keys} == {}


# -- sentences of the screen


@pytest.mark.parametrize("name", SPOKEN)
@pytest.mark.parametrize(
    "key", ["app.not_saved", "storage.in_use", "storage.conflict", "app.too_small", "cli.crashed"]
)
def test_trouble_is_called_as_the_screen_calls_it(name: str, key: str) -> None:
    said = Words(SPOKEN[name])(key, name="", width=64, height=18, path="")
    assert said.partition(".")[0] in page(name)


# -- scenarios


def test_the_table_of_programmes_is_that_of_the_app() -> None:
    found, problems = headings(SCENARIOS, "nl")
    assert problems == []
    told = [[next(iter(named(name))), *rest] for name, *rest in table("README.md", "programmes")]
    assert told == [[each.path.stem, str(each.minutes), each.purpose] for each in found]


# -- files


def test_images_are_shown_and_small() -> None:
    images = set((CHECKOUT / "docs" / "images").iterdir())
    shown = {CHECKOUT / link for name in SPOKEN for link in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", page(name))}
    assert images == shown
    assert [path.name for path in images if path.stat().st_size > LARGEST_IMAGE] == []


@pytest.mark.parametrize("mark", GUARDED)
def test_every_promise_is_guarded_by_tests_that_exist(mark: str) -> None:
    rows = table(GUARDED[mark], f"guards: {mark}")
    assert len(rows) > 10
    for promise, guards in rows:
        assert named(guards), promise
        assert [name for name in named(guards) if not _is_there(name)] == [], promise


def test_every_fault_is_proven_by_tests_that_exist() -> None:
    for fault, _, proofs in table("docs/reliability.md", "faults"):
        names = [name for name in named(proofs) if "::" in name]
        assert names, fault
        assert [name for name in names if not _is_there(name)] == [], fault


def _is_there(name: str) -> bool:
    """Tell whether a file is there, and in it the test that stands behind ``::``."""
    path, _, test = name.partition("::")
    if not test:
        return (CHECKOUT / path).exists()
    tree = ast.parse((CHECKOUT / path).read_text(encoding="utf-8"))
    return test in {
        node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


@pytest.mark.parametrize(
    ("name", "mark", "column"), [("docs/reliability.md", "faults", 1), ("docs/domain.md", "wall", 2)]
)
def test_what_users_see_is_quoted_as_the_screen_says_it(name: str, mark: str, column: int) -> None:
    catalogues = (path.read_text(encoding="utf-8") for path in HOUSE.rglob("en.toml"))
    said = " ".join(" ".join(catalogues).split())
    cells = [cell for row in table(name, mark) for cell in row[column:]]
    quoted = [quote for cell in cells for quote in re.findall(r'"([^"]+)"', cell)]
    assert len(quoted) > 10
    parts = [part.strip() for quote in quoted for part in quote.split("...")]
    assert [part for part in parts if part not in said] == []


def test_no_folder_of_one_machine_is_named() -> None:
    found = [name for name in pages() if re.search(r"(?<![\w.~])/(?:work|tmp|root|home)/", page(name))]
    assert found == []


@pytest.mark.parametrize(("system", "said"), [(Unix, ".local/state"), (MacOS, "Library/Application Support")])
def test_the_state_folder_is_where_the_page_says(system: type[Unix | MacOS], said: str) -> None:
    state = system("facilitator", appauthor=False).user_state_dir
    assert Path(state) == Path.home() / said / "facilitator"
    assert f"`~/{said}/facilitator`" in page("README.md")


def test_the_changelog_knows_this_version() -> None:
    assert f"## [{__version__}]" in page("CHANGELOG.md")

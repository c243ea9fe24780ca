"""Home says which session has more than one file, which is which, and that one can be chosen."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.storage.session_file import write_text
from facilitator.words import LANGUAGES, Language
from tests.storage.conftest import Room
from tests.storage.story import begin, folded, noted
from tests.ui.test_home_own import home, row

ENDED = {"session/closing": {"finished": True}}

TWICE = {
    "nl": "Van 1 sessie zijn er meer bestanden. (conflict) is wat in de app is ingevoerd. "
    "Het andere is ergens anders veranderd. Open ze en ga met één verder.",
    "en": "1 session has more than one file. (conflict) is what was entered in the app. "
    "The other was changed somewhere else. Open them and go on with one.",
}
COPIED = {
    "nl": "Van 1 sessie zijn er meer bestanden. Open ze en ga met één verder.",
    "en": "1 session has more than one file. Open them and go on with one.",
}
GO_ON = {"nl": "Verder met", "en": "Go on with"}
NEW = {"nl": "Nieuw", "en": "New"}


def twice(folder: Path, ours: str) -> Path:
    """Hold a session to its end in the file named, beside one that someone else changed; give theirs."""
    room = Room(folder)
    path = room.closed([noted(1, "een")])
    ended = folded(begin(), [noted(1, "een")])
    text = write_text(ended.replace(results={**ended.results, **ENDED}), 2)
    path.with_name(path.stem + ours).write_text(text, encoding="utf-8")
    other = begin("zzzz9999", "Dorp")
    room.begin("zzzz9999", "Dorp").close(other, 0)
    return path


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(64, 18), (80, 24), (160, 45)])
async def test_both_stand_together_and_it_is_said_which_is_which(
    tmp_path: Path, size: tuple[int, int], language: Language
) -> None:
    path = twice(tmp_path, " (conflict).toml")
    async with home(tmp_path, size, language) as app:
        assert TWICE[language] in flat(app.text)
        rows = [row(app, "Zandpoort, Startbijeenkomst (conflict)"), row(app, "Zandpoort, Startbijeenkomst  ")]
        assert abs(rows[0] - rows[1]) == 1, app.text
        assert row(app, GO_ON[language]) < min(rows) < max(rows) < row(app, NEW[language])
        seen = set()
        for _ in range(3):
            seen.add(app.status.strip())
            await app.press("down")
        assert {path.name, f"{path.stem} (conflict).toml"} <= seen


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_copy_of_a_sync_client_is_no_work_of_the_app(tmp_path: Path, language: Language) -> None:
    twice(tmp_path, "-LAPTOP-7.toml")
    async with home(tmp_path, (80, 24), language) as app:
        assert COPIED[language] in flat(app.text)


async def test_nothing_is_said_where_each_session_has_one_file(tmp_path: Path) -> None:
    twice(tmp_path, "-LAPTOP-7.toml").unlink()
    async with home(tmp_path, (80, 24)) as app:
        assert "bestanden" not in app.text
        assert app.status.strip() == app.app.stage.t("app.home.second_window")


@pytest.mark.parametrize("end", ["", " (conflict)"])
async def test_each_of_the_two_can_be_opened(tmp_path: Path, end: str) -> None:
    path = twice(tmp_path, " (conflict).toml")
    wanted = f"{path.stem}{end}.toml"
    async with home(tmp_path, (80, 24)) as app:
        while app.status.strip() != wanted:
            await app.press("down")
        await app.press("enter")
        assert app.opening.run is not None
        assert app.opening.run.desk.store.path == path.with_name(wanted)
        await app.press("q")
        assert TWICE["nl"] in flat(app.text), "both are still there"


async def test_who_forgets_one_hears_that_all_files_of_that_session_go(tmp_path: Path) -> None:
    path = twice(tmp_path, " (conflict).toml")
    async with home(tmp_path, (64, 18)) as app:
        while "Zandpoort" not in next(each for each in app.screen() if "▸" in each):
            await app.press("down")
        await app.press("v")
        assert "Ook de andere bestanden van deze sessie gaan weg." in flat(app.text)
        assert path.exists()


async def test_of_a_session_with_one_file_no_others_are_named(tmp_path: Path) -> None:
    twice(tmp_path, " (conflict).toml").unlink()
    async with home(tmp_path, (64, 18)) as app:
        await app.press("v")
        assert "Dit kan niet terug." in flat(app.text)
        assert "andere bestanden" not in flat(app.text)


@pytest.mark.parametrize("size", [(64, 18), (160, 45)])
async def test_three_files_are_three_different_lines(tmp_path: Path, size: tuple[int, int]) -> None:
    """One from a conflict, and one that somebody kept in a folder of his own under the same name."""
    path = twice(tmp_path, " (conflict).toml")
    kept = path.parent.parent / "bewaard" / path.name
    kept.parent.mkdir()
    kept.write_bytes(path.read_bytes())
    long = path.with_name(f"{path.stem} (Els de Boer's conflicted copy 2026-11-23).toml")
    async with home(tmp_path, size) as app:
        lines = [line.strip(" ▸") for line in app.text.splitlines() if "ndpoort, Startbijeenkomst (" in line]
        assert len(lines) == len(set(lines)) == 3, app.text
        assert all(name in app.text for name in ("(conflict)", "(bewaard)", "(zandpoort)"))
    long.write_bytes(path.read_bytes())
    async with home(tmp_path, size) as app:
        assert "conflicted copy 2026-11-23)" in app.text, app.text

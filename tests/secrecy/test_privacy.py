"""The page about privacy: one A4, and true on this computer."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.cli import main
from facilitator.privacy import KEEP, PARTS, privacy
from facilitator.session.commands import smallest
from facilitator.storage import earlier_copies
from facilitator.storage.places import Places
from facilitator.words import LANGUAGES, Language, Words
from tests.storage.conftest import Room
from tests.storage.story import begin

LONG = Path("/home/een-lange-naam-van-iemand/Documenten/werk/gemeente/wijkaanpak/2026/facilitator")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("folder", [Path("/s"), LONG], ids=["short", "long"])
def test_it_is_one_a4(language: Language, folder: Path) -> None:
    lines = privacy(Places(folder, folder / "state"), Words(language)).splitlines()
    assert len(lines) <= 60
    assert max(map(len, lines)) <= 78


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_what_is_set(language: Language) -> None:
    places = Places(Path("/a/sessies"), Path("/b/staat"))
    text = privacy(places, Words(language))
    for said in (
        str(places.sessions),
        str(places.state),
        f"{KEEP.days} da",
        f"{smallest(sensitive=False)} (",
        f"{smallest(sensitive=True)}",
        f"{earlier_copies.MOST} version" if language == "en" else f"{earlier_copies.MOST} versies",
        f"{round(earlier_copies.KEPT / 86400)} da",
    ):
        assert said in " ".join(text.split()), said


def test_it_says_what_is_added_of_tables() -> None:
    places = Places(Path("/s"), Path("/t"))
    assert "alleen op wat elke tafel mag tonen" in privacy(places, Words("nl"))
    assert "only what each table may show" in privacy(places, Words("en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_folder_of_the_app_is_named(tmp_path: Path, language: Language) -> None:
    """Also those that a session makes: a new folder has to be told of on the page."""
    room = Room(tmp_path)
    store = room.begin()
    store.rescue(begin(), 0, tmp_path / "stick")
    store.let_go()
    (room.places.state / "crashes").mkdir()
    text = privacy(room.places, Words(language))
    assert [each.name for each in room.places.state.iterdir() if each.name not in text] == []
    folders = [name for name, value in vars(Places).items() if isinstance(value, property)]
    named = [name for name in folders if getattr(room.places, name).is_relative_to(room.places.state)]
    assert len(named) >= 5
    for name in named:
        assert f"- {name}: " in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_plainly_what_who_copies_after_every_ballot_learns(
    capsys: pytest.CaptureFixture[str], language: str
) -> None:
    assert main(["privacy", "--lang", language]) == 0
    said = " ".join(capsys.readouterr().out.split())
    copies = {
        "nl": "trekt twee tellingen van elkaar af. Dan ziet hij elk briefje, en de volgorde.",
        "en": "can subtract one count from the next. Then they see each ballot, and the order.",
    }
    assert copies[language] in said
    raw = {
        "nl": [
            "over tellingen en hun sleutel heen",
            "SSD",
            "logboek",
            "wisselbestand",
            "versleutelde",
        ],
        "en": ["writes over counts and their key", "SSD", "journal", "swap file", "encrypted disk"],
    }
    assert [word for word in raw[language] if word not in said] == [], "what a disk may still hold"
    assert "facilitator forget" in said
    assert len(PARTS) == 6

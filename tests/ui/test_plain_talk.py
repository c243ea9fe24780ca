"""What is said after a typed line: what changed, where one is, and what can be done."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from facilitator.steps.statements.vote.ballots_view import BallotsView
from facilitator.ui.plain.conversation import Conversation
from facilitator.ui.plain.key_words import SAID, KeyWords
from facilitator.ui.terminal.typed_line import TypedLine
from facilitator.words import LANGUAGES, Language, Words
from tests.steps.running import Running, example, running

TYPED: Final = {
    "f3": "f3",
    "F10": "f10",
    "ctrl z": "ctrl+z",
    "Ctrl+Z": "ctrl+z",
    "shift tab": "shift+tab",
    "esc": "escape",
    "p": "p",
    "?": "question_mark",
    "+": "plus",
}


@dataclass
class Talking:
    """The app in lines, one after another."""

    app: Running
    talk: Conversation
    rows: list[str]

    async def type(self, *lines: str) -> list[str]:
        """Type lines; give what was said after the last."""
        for line in lines:
            self.rows.clear()
            self.app.app.post_message(TypedLine(line))
            await self.app.settle()
        return [row for row in self.rows if row]


@asynccontextmanager
async def talking(kind: str, folder: Path, language: Language = "nl") -> AsyncIterator[Talking]:
    async with running(example(kind), folder, size=Conversation.size, language=language) as app:
        rows: list[str] = []
        app.app.talk = talk = Conversation(app.app, Words(language))
        talk.speech.write = rows.append
        talk.narrator.tell()
        yield Talking(app, talk, rows)


def told(line: str, following: int) -> list[str]:
    """Give what is said when a line was kept."""
    return [line, f"U typt bij: regel {following}. Typ wat u hoort."]


async def test_a_line_in_a_field_is_kept_and_told_once(tmp_path: Path) -> None:
    async with talking("collect", tmp_path) as talking_:
        while talking_.app.app.stage.field is None:
            await talking_.type("")
        said = await talking_.type("de speeltuin")
        assert said == [*told("1. de speeltuin, bewoners", 2), "Ook: /aanwijzen."]
        assert await talking_.type("het plein") == told("2. het plein, bewoners", 3)


async def test_a_number_or_a_beginning_points_and_the_line_is_told(tmp_path: Path) -> None:
    async with talking("collect", tmp_path) as talking_:
        while talking_.app.app.stage.field is None:
            await talking_.type("")
        await talking_.type("de speeltuin", "het plein", "de school", "/aanwijzen")
        assert "1. Aangewezen: de speeltuin, bewoners" in await talking_.type("1")
        assert "3. Aangewezen: de school, bewoners" in await talking_.type("de sch")
        assert "3. Aangewezen: de school, bewoners" in await talking_.type("3")
        assert "2. Aangewezen: het plein, bewoners" in await talking_.type("omhoog")


async def test_a_number_counts_people_as_a_whole_each_time(tmp_path: Path) -> None:
    async with talking("checkin", tmp_path) as talking_:
        assert await talking_.type("bewoners 12") == ["Aangewezen: bewoners, 12"]
        assert (await talking_.type("7"))[0] == "Aangewezen: bewoners, 7"
        assert talking_.app.state.people["bewoners"] == 7


async def test_what_can_be_done_is_said_when_it_is_other(tmp_path: Path) -> None:
    async with talking("checkin", tmp_path) as talking_:
        said = await talking_.type("erbij")
        assert not [row for row in said if row.startswith("Enter")]
        assert [row for row in await talking_.type("lees") if row.startswith("Enter: verder. Ook: ")]


async def test_back_on_a_page_only_what_changed_there_is_said(tmp_path: Path) -> None:
    async with talking("checkin", tmp_path) as talking_:
        await talking_.type("wie is er", "beleid 9")
        said = await talking_.type("sluiten")
        assert "De rest is als daarnet. Typ lees om alles te horen." in said
        assert "Aangewezen: beleid, 9" in said
        assert not [row for row in said if row.startswith("professionals")]


@pytest.mark.parametrize("asked", ["hulp", "help", "?", "f1", "/"])
async def test_help_is_said_and_opens_nothing(tmp_path: Path, asked: str) -> None:
    async with talking("checkin", tmp_path) as talking_:
        said = await talking_.type(asked)
        assert "lees: Alles wat er nu staat nog eens zeggen." in said
        assert len(talking_.app.app.stage.views) == 1
        assert await talking_.type("/")
        assert talking_.app.key == "checkin/wie", "a slash alone is not Enter"


async def test_words_that_could_be_two_things_are_asked_about(tmp_path: Path) -> None:
    async with talking("checkin", tmp_path) as talking_:
        assert await talking_.type("park") == ["Wat bedoelt u: parkeren of parkeerlijst?"]


async def test_of_a_clock_minutes_are_told_and_no_seconds(tmp_path: Path) -> None:
    async with talking("checkin", tmp_path) as talking_:
        assert "Nog 2 minuten." in await talking_.type("tweetallen")

        def passed(seconds: int) -> list[str]:
            talking_.rows.clear()
            talking_.app.clock.go_on(seconds / 60)
            talking_.app.view.tick()
            talking_.talk.narrator.tell_meanwhile()
            return talking_.rows[:]

        assert passed(20) == []
        assert passed(41) == ["Nog 1 minuut."]
        assert passed(10) == []
        assert passed(60) == ["De tijd is om. Wie wil iets delen?"]


async def test_hands_are_told_with_the_one_that_is_counted(tmp_path: Path) -> None:
    async with talking("statements", tmp_path) as talking_:
        while "collect" not in talking_.app.page:
            await talking_.type("")
        said = await talking_.type("met de hand", "")
        assert [row for row in said if row.startswith("Aangewezen: beleid: 0 ") and ", nu " in row], said
        assert [row for row in await talking_.type("2") if row.startswith("Aangewezen: beleid: 2 ")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_has_a_word_that_is_understood(language: Language) -> None:
    words = KeyWords(Words(language))
    for key in SAID:
        assert words.key(words.said(key)) == key
    for said, key in TYPED.items():
        assert words.key(said) == key
    assert words.key("abc") == ""


async def test_a_number_that_chooses_on_a_screen_chooses_here(tmp_path: Path) -> None:
    async with talking("choose", tmp_path) as talking_:
        while talking_.app.page != "choose":
            await talking_.type("")
        said = await talking_.type("1")
        assert [row for row in said if row.startswith("1. ") and row.endswith("(gekozen)")], said


async def test_what_is_half_done_is_not_told(tmp_path: Path) -> None:
    """A ballot is in the box, and not yet off the page: a look at that moment says nothing."""
    async with talking("statements", tmp_path) as talking_:
        app = talking_.app.app
        while not isinstance(view := app.stage.view, BallotsView):
            await talking_.type("")
        await talking_.type("3" * (view.answers_left or 0))
        box = view.box
        assert box is not None
        told_meanwhile: list[str] = []

        async def look_in_between() -> None:
            while not app._one_at_a_time.locked():
                await asyncio.sleep(0)
            while not any(counts.ballots for counts in box.counts().values()):
                time.sleep(0.001)  # so that the app cannot go on before it was looked
            talking_.rows.clear()
            talking_.talk._look()
            told_meanwhile.extend(talking_.rows)

        app.post_message(TypedLine(""))
        await look_in_between()
        await talking_.app.settle()
        assert told_meanwhile == []
        assert any("briefje 2" in row for row in talking_.rows)

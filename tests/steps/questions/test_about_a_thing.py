"""Questions about one thing: the group chooses it, it stands above them, and the answers keep it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from facilitator.document import Items, Paragraph, Told
from facilitator.kinds import kinds
from facilitator.scenario.file_check import Checker
from facilitator.session.registers import Item
from facilitator.session.state import State
from facilitator.steps.questions.kind import QuestionsLeaves, QuestionsStep
from facilitator.steps.questions.report import REPORT
from facilitator.words import Words
from tests.steps.running import SIZES, Running, running

BLOCK = """
format = 1
title = "Bril"
why = "Wie eerst luistert, wordt beter begrepen."
source_status = "derived"

[[step]]
id = "bril"
kind = "questions"
about_{how} = "items"
sorts = ["worry"]
minutes = 10
title = "Andermans bril"

[[step.questions]]
id = "woont"
text = "Wat betekent dit voor wie hier woont?"

[[step.questions]]
id = "werkt"
text = "Wat betekent dit voor wie hier werkt?"
"""
ROUTE = """
format = 1
title = "Route"
why = "Wie iets zegt, hoort graag terug."
source_status = "derived"

[[step]]
id = "signaal"
kind = "questions"
minutes = 5
title = "Signaal"

[[step.questions]]
id = "signaal"
case = true
text = "Wat vroeg een bewoner?"

[[step]]
id = "route"
kind = "questions"
minutes = 5
title = "Route"

[[step.questions]]
id = "hoort"
text = "Wie hoort het?"

[[step.questions]]
id = "beslist"
text = "Wie beslist?"
"""
NL = Words("nl")


def _block(folder: Path, text: str) -> Path:
    path = folder / "blocks" / "bril.toml"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    return path


def _brought(state: State) -> State:
    items = [
        Item(text="hondenpoep", sort="worry"),
        Item(text="meer groen", sort="ambition"),
        Item(text="ruzie op straat", sort="worry", shared="one-side"),
    ]
    return state.replace(registers={"items": {f"item000{n}": item for n, item in enumerate(items)}})


def _answers(app: Running) -> list[tuple[str, str, str | None]]:
    found = QuestionsLeaves.model_validate({"answers": app.result("answers") or []})
    return [(answer.question, answer.text, answer.about) for answer in found.answers]


async def _say(app: Running, text: str) -> None:
    await app.type(text)
    await app.press("enter")


def _told(state: State) -> Sequence[Told]:
    use, step = next(state.scenario.places())
    assert isinstance(step, QuestionsStep)
    return REPORT.parts(state, use, step, NL)


@pytest.mark.parametrize("size", SIZES)
async def test_the_thing_stands_above_its_questions_and_stays_with_the_answers(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    block = _block(tmp_path, BLOCK.format(how="one"))
    async with running(block, tmp_path / "s", size=size, prepare=_brought) as app:
        assert "1  ruzie op straat" in app.text, "what one side sees stands first"
        assert "2  hondenpoep" in app.text
        assert "meer groen" not in app.text
        await app.press("2")
        assert "Het gaat over  hondenpoep" in app.text
        await _say(app, "omlopen")
        await app.press("enter")
        assert "Het gaat over  hondenpoep" in app.text
        assert "voor wie hier werkt?" in app.text
        await _say(app, "opruimen")
        assert _answers(app) == [("woont", "omlopen", "item0000"), ("werkt", "opruimen", "item0000")]
        await app.press("enter", "enter")
        assert app.key == "session/closing"


async def test_the_report_says_of_each_answer_what_it_is_about(tmp_path: Path) -> None:
    block = _block(tmp_path, BLOCK.format(how="each"))
    async with running(block, tmp_path / "s", prepare=_brought) as app:
        await app.press("1")
        await _say(app, "binnen blijven")
        await app.press("enter", "enter")
        assert "1 antwoord" in app.text
        assert any("▸ 2  hondenpoep" in row for row in app.body), "the next is pointed at"
        await app.press("enter")
        await _say(app, "omlopen")
        await app.press("enter", "enter")
        assert any(row.strip().startswith("▸ Klaar") for row in app.body), app.text
        assert _told(app.state) == [
            Paragraph("Over “ruzie op straat”:"),
            Paragraph("Wat betekent dit voor wie hier woont?", quiet=True),
            Items(["binnen blijven"]),
            Paragraph("Over “hondenpoep”:"),
            Paragraph("Wat betekent dit voor wie hier woont?", quiet=True),
            Items(["omlopen"]),
        ]
        await app.press("enter")
        assert "Wie ziet het anders?" in app.text
        assert "hondenpoep" in app.text
        await app.press("enter")
        assert app.key == "session/closing"


async def test_back_from_a_question_is_the_choice(tmp_path: Path) -> None:
    block = _block(tmp_path, BLOCK.format(how="one"))
    async with running(block, tmp_path / "s", prepare=_brought) as app:
        await app.press("1", "enter", "left", "left")
        assert "Waar gaat het over? Kies er één." in app.text


async def test_with_nothing_to_choose_the_questions_are_asked(tmp_path: Path) -> None:
    block = _block(tmp_path, BLOCK.format(how="each"))
    async with running(block, tmp_path / "s") as app:
        assert "Wat betekent dit voor wie hier woont?" in app.text
        await _say(app, "rust")
        assert _answers(app) == [("woont", "rust", None)]


async def test_what_is_gone_is_said_to_be_gone(tmp_path: Path) -> None:
    block = _block(tmp_path, BLOCK.format(how="one"))
    async with running(block, tmp_path / "s", prepare=_brought) as app:
        await app.press("1")
        await _say(app, "binnen blijven")
        gone = app.state.replace(registers={})
        assert _told(gone)[0] == Paragraph("Over “iets wat er niet meer staat”:")


@pytest.mark.parametrize("size", SIZES)
async def test_a_case_stays_in_sight_with_the_questions_after_it(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with running(_block(tmp_path, ROUTE), tmp_path / "s", size=size) as app:
        await _say(app, "een losse tegel bij de school")
        assert "Het gaat over" not in app.text
        await app.press("enter")
        if app.page == "?differs":
            await app.press("enter")
        for question in ("Wie hoort het?", "Wie beslist?"):
            assert question in app.text
            assert "Het gaat over  een losse tegel bij de school" in app.text
            await app.press("enter")


async def test_a_case_about_one_thing_is_not_shown_with_another(tmp_path: Path) -> None:
    text = BLOCK.format(how="each").replace('id = "woont"', 'id = "woont"\ncase = true')
    async with running(_block(tmp_path, text), tmp_path / "s", prepare=_brought) as app:
        await app.press("1")
        await _say(app, "binnen blijven")
        await app.press("enter")
        assert "Het gaat over  binnen blijven" in app.text
        await app.press("enter", "2", "enter")
        assert "Het gaat over  hondenpoep" in app.text
        assert "binnen blijven" not in app.text


async def test_a_long_case_leaves_room_to_type(tmp_path: Path) -> None:
    async with running(_block(tmp_path, ROUTE), tmp_path / "s") as app:
        await app.paste("een losse tegel bij de school waar het hele dorp over struikelt " * 4)
        await app.press("enter", "enter")
        if app.page == "?differs":
            await app.press("enter")
        assert "Wie hoort het?" in app.text
        assert "Typ wat u hoort" in app.text


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ('about_each = "tasks"', "about_one of about_each"),
        ("groups = true", "groups gaat niet samen"),
        ('about_one = "tasks"', "sorts hoort bij"),
    ],
)
def test_two_ways_at_once_are_told(tmp_path: Path, changed: str, said: str) -> None:
    text = BLOCK.format(how="one")
    if changed.startswith("about_one"):
        text = text.replace('about_one = "items"', changed)
    else:
        text = text.replace("minutes = 10", f"minutes = 10\n{changed}", 1)
    told = " ".join(problem.line(NL) for problem in Checker(None, kinds(), NL).check(_block(tmp_path, text)))
    assert said in told

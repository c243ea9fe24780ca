"""A second language on paper: under the Dutch, in its own direction, and never a way to count otherwise."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.cli import main
from facilitator.kinds.paper_faces import HOW, ONWARD
from facilitator.kinds.paper_plan import Plan
from facilitator.report.print_file import ONLY, TRANSLATED, Only, print_html
from facilitator.scenario.model import Scenario, Statement
from facilitator.scenario.paper_language import PaperLanguage, load_language
from facilitator.steps.statements.paper.answer_row import BETWEEN, answer_row
from facilitator.steps.statements.paper.ballot_layout import BAR, FOLIO, HIGH, WIDE, Frame, sides_of
from facilitator.words import Words
from tests.report.folding import fold_and_cut, sheets
from tests.report.hostile import HOSTILE
from tests.report.made_up import scenario
from tests.report.reading import Page
from tests.report.second_tongue import CHECKED, LEFT, RIGHT, language, table, tongue, write
from tests.report.test_ballots import SAID, ballots, of, votes_of
from tests.report.test_folding import programme
from tests.scenario.shelf import GOOD, SET, VOTE

NL: Final = Words("nl")
NAME: Final = "startbijeenkomst"
HOW_LINE: Final = NL("statements.paper.ballot.how")


def printed(code: str, only: Only | None = None, told: Scenario | None = None, people: int = 3) -> str:
    made = told or scenario()
    return print_html(
        made, NL, plan=Plan(language=language(made, code, (HOW_LINE,))), only=only, people=people
    )


def answers(ballot: str) -> list[list[tuple[str, str, str]]]:
    """Give of each statement its answers from left to right: what is in the circle, the Dutch, the other."""
    rows = re.findall(r'<div class="answers .*?</div>', ballot)
    cell = r'<i>(.)</i><em class="answer">(.*?)</em><em class="other-answer"[^>]*>(.*?)</em>'
    return [re.findall(cell, row) for row in rows]


# -- what is printed


@pytest.mark.parametrize(("code", "runs"), [(LEFT, "ltr"), (RIGHT, "rtl")])
def test_every_statement_stands_once_more_under_the_dutch(code: str, runs: str) -> None:
    made = ballots(printed(code))
    for statement in (each for one in scenario().statement_sets for each in one.statements):
        other = f'<p class="other" lang="{code}" dir="{runs}">{tongue(statement.text, code)}</p>'
        with_it = [each for each in made if f">{statement.text}<" in each]
        assert with_it
        assert all(f"<span>{statement.text}</span></p>{other}" in each for each in with_it)


@pytest.mark.parametrize("code", [LEFT, RIGHT])
def test_the_points_keep_their_order_whichever_way_a_language_runs(code: str) -> None:
    words = ["helemaal oneens", "oneens", "eens", "helemaal eens", "weet ik niet"]
    told = [row for each in ballots(printed(code)) for row in answers(each)]
    assert told
    assert all(
        row == [(mark, word, tongue(word, code)) for mark, word in zip("1234?", words, strict=True)]
        for row in told
    )


def test_no_order_in_the_file_turns_the_scale_around() -> None:
    made = scenario()
    said = table(made, RIGHT)
    said["answer"].reverse()
    turned = PaperLanguage(Path("x"), language(made).file.model_validate(said))
    straight = print_html(made, NL, plan=Plan(language=language(made, RIGHT)))
    assert print_html(made, NL, plan=Plan(language=turned)) == straight


def test_slips_and_the_card_of_the_scale_have_it_too() -> None:
    made = printed(RIGHT)
    slips = re.findall(r'<article class="slip".*?</article>', made)
    assert slips
    assert all([row[0] for row in answers(each)[0]] == list("1234?") for each in slips)
    (card,) = re.findall(r'<ul class="scale".*?</ul>', made)
    points = re.findall(
        r"<i>(.)</i><span>(.*?)<p class=\"card-other\" lang=\"qab\" dir=\"rtl\">(.*?)</p>", card
    )
    assert points[0] == ("1", "helemaal oneens", tongue("helemaal oneens", RIGHT))
    assert [mark for mark, _, _ in points] == list("1234?")


def test_a_line_of_the_ballot_can_be_said_too_and_what_is_not_stays_dutch() -> None:
    for each in ballots(printed(LEFT)):
        if HOW_LINE in each:
            assert f'dir="ltr">{tongue(HOW_LINE)}</p>' in each
    own = NL("statements.paper.ballot.own", group="{group}")
    made = scenario()
    plan = Plan(language=language(made, LEFT, (own,)))
    backs = [each for each in of("bewoners", print_html(made, NL, plan=plan)) if "alleen voor" in each]
    assert backs
    assert all('<p class="other-answer" lang="qaa" dir="ltr">' in each for each in backs)


def test_a_value_in_a_line_is_filled_in() -> None:
    made = scenario()
    said = table(made)
    said["line"] = [{"nl": NL("statements.paper.ballot.own", group="{group}"), "text": "μονο {group}."}]
    plan = Plan(language=PaperLanguage(Path("x"), language(made).file.model_validate(said)))
    assert "μονο bewoners." in print_html(made, NL, plan=plan)


def test_nothing_else_is_said_in_it_and_there_is_as_much_of_everything() -> None:
    alone, both = sheets(print_html(scenario(), NL, people=9)), sheets(printed(LEFT, people=9))
    for part in ("runsheet", "handouts", "sheets"):
        mine, its = ([side for side in sides if side.part == part] for sides in (alone, both))
        assert [piece.html for side in mine for piece in side.pieces] == [
            piece.html for side in its for piece in side.pieces
        ]
    count = {name: len(of(name, printed(LEFT, people=9))) for name in ("beleid", "professionals")}
    assert len(set(count.values())) == 1
    assert count["beleid"] >= len(of("beleid", print_html(scenario(), NL, people=9)))


@pytest.mark.parametrize("only", [None, *sorted(TRANSLATED)])
@pytest.mark.parametrize("code", [LEFT, RIGHT])
def test_it_comes_out_right_when_it_is_folded_and_cut(code: str, only: Only | None) -> None:
    fold_and_cut(printed(code, only, programme(NAME)))


def test_the_paper_says_who_checked_it_and_that_all_get_the_same() -> None:
    for made in (printed(LEFT), printed(LEFT, "ballots")):
        assert f"Nagekeken: {CHECKED}." in made
        assert "Geef iedereen hetzelfde briefje." in made
    assert "hetzelfde briefje" not in print_html(scenario(), NL)


long_texts = st.lists(
    st.text(st.sampled_from("abc ωλ מש ا中"), min_size=1, max_size=250).filter(str.strip),
    min_size=1,
    max_size=12,
)


@given(long_texts, st.integers(3, 7), st.sampled_from([LEFT, RIGHT]))
def test_however_much_there_is_it_fits_on_its_sides(said: list[str], points: int, code: str) -> None:
    made = scenario()
    asked = [Statement(id=f"s{n}", text="x").model_copy(update={"text": each}) for n, each in enumerate(said)]
    urgency = made.statement_sets[0].model_copy(update={"statements": asked})
    scale = made.scale.model_copy(update={"points": [f"punt {n}" for n in range(points)]})
    made = made.model_copy(update={"statement_sets": [urgency], "scale": scale})
    frame = Frame(SAID, language(made, code), 12.0)
    sides = sides_of(votes_of(made, Plan())[0], made, made.perspectives[0], frame)
    assert [entry.number for side in sides for entry in side.entries] == list(range(1, len(said) + 1))
    around = BAR + HOW.high(SAID, WIDE) + ONWARD.above + 2 * ONWARD.line + FOLIO + frame.other_high
    for side in sides:
        rows = len(side.entries) * (side.row.high if side.row.name != "bare" else 9)
        assert around + rows + 5 * len(side.entries) <= HIGH or len(side.entries) == 1


@pytest.mark.parametrize("wide", [90.0, 120.0, 170.0])
def test_where_answers_are_long_each_has_a_line_of_its_own_that_both_languages_share(wide: float) -> None:
    made = scenario()
    long = [f"daar zijn wij het met elkaar helemaal en volstrekt over eens nummer {n}" for n in range(4)]
    made = made.model_copy(update={"scale": made.scale.model_copy(update={"points": long})})
    row = answer_row(made.scale, wide, language(made))
    assert row is not None
    assert row.name == "in-lines"
    circle, dutch, other = row.columns
    assert circle + dutch + BETWEEN + other == pytest.approx(wide)
    assert dutch == pytest.approx(other)


@pytest.mark.parametrize("said", HOSTILE)
def test_what_a_translator_writes_is_never_html(said: str) -> None:
    def page(text: str) -> Page:
        made = scenario()
        told = table(made)
        for n, each in enumerate([*told["answer"], *told["statement"]]):
            each["text"] = f"{text} {n}"
        tongue_of = PaperLanguage(Path("x"), language(made).file.model_validate(told))
        return Page(print_html(made, NL, plan=Plan(language=tongue_of)))

    assert set(page(said).tags) == set(page("gewoon").tags)
    assert {name for name, _ in page(said).attributes} == {name for name, _ in page("gewoon").attributes}


def test_what_joins_letters_within_a_word_stays_and_what_turns_a_line_goes() -> None:
    made = scenario()
    said = table(made)
    said["statement"][0]["text"] = "\u202eمی\u200cخواهم \u200f\u200cکار\x00\u200c\ue000"
    (first, *_) = language(made).file.model_validate(said).statement
    assert first.text == "می\u200cخواهم کار\ufffd"


# -- by the command


class Folder:
    """The folder of a municipality, with a language in it."""

    def __init__(self, where: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.where = where
        self._capsys = capsys

    def put(self, code: str = LEFT, change: Callable[[Any], object] = lambda _: None, name: str = "") -> Path:
        said = table(programme(NAME), code)
        change(said)
        return write(self.where / "scenarios", said, name)

    def run(self, *words: str) -> tuple[int, str]:
        code = main([*words, "--folder", str(self.where)])
        said = self._capsys.readouterr()
        return code, said.out + said.err

    def print(self, code: str = LEFT, *more: str) -> tuple[int, str]:
        return self.run("print", NAME, "--language", code, *more)

    @property
    def made(self) -> list[str]:
        return sorted(path.name for path in self.where.rglob("*.html"))


@pytest.fixture
def folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Folder:
    return Folder(tmp_path / "mine", capsys)


def test_the_command_makes_it_beside_the_dutch(folder: Folder) -> None:
    folder.put(RIGHT)
    assert (
        folder.run("print", NAME)[0]
        == folder.print(RIGHT)[0]
        == folder.print("QAB", "--only", "cards")[0]
        == 0
    )
    assert folder.made == [f"{NAME}-print-kaarten-qab.html", f"{NAME}-print-qab.html", f"{NAME}-print.html"]
    page = (folder.where / f"{NAME}-print-qab.html").read_text(encoding="utf-8")
    assert page.count('dir="rtl"') > 100
    assert '<html lang="nl">' in page


def test_a_language_stands_beside_a_set_of_ones_own(folder: Folder) -> None:
    own = folder.where / "scenarios"
    for name, text in (("avond", GOOD), ("blocks/praten", VOTE), ("statements/drie", SET)):
        (own / name).parent.mkdir(parents=True, exist_ok=True)
        (own / f"{name}.toml").write_text(text, encoding="utf-8")
    said = table(programme(NAME))
    said["statement"] = [
        {"set": "drie", "id": "s1", "nl": "Het is hier stil.", "text": "ησυχο"},
        {"set": "drie", "id": "s2", "nl": "Het is hier schoon.", "text": "καθαρο"},
    ]
    write(own, said)
    assert folder.run("print", "avond", "--language", LEFT)[0] == 0
    assert "ησυχο" in next(folder.where.glob("*.html")).read_text(encoding="utf-8")
    assert folder.run("check", "languages/qaa.toml") == (0, f"{own}/languages/qaa.toml: in orde\n")


def test_a_dutch_programme_is_printed_in_dutch_whatever_the_screen_speaks(folder: Folder) -> None:
    folder.put()
    assert folder.run("print", NAME, "--language", LEFT, "--lang", "en", "--only", "ballots")[0] == 0
    page = next(folder.where.glob("*.html")).read_text(encoding="utf-8")
    assert HOW_LINE in page
    assert folder.run("print", NAME, "--language", "xx", "--lang", "en")[1].startswith(
        "There is no translation"
    )


def drop(name: str) -> Callable[[Any], object]:
    return lambda said: said[name].pop(0)


def put(key: str, value: str, table_: str = "statement") -> Callable[[Any], object]:
    return lambda said: said[table_][0].update({key: value})


WRONG: Final = {
    "a statement is missing": (
        drop("statement"),
        "Stelling ua1 van de set urgentie heeft nog geen vertaling.",
    ),
    "an answer is missing": (drop("answer"), "Het antwoord “helemaal oneens” heeft nog geen vertaling."),
    "an id is not there": (put("id", "ua11"), "De set urgentie heeft geen stelling met de naam ua11."),
    "the Dutch was changed": (
        put("nl", "Hier moet iets gebeuren."),
        "De Nederlandse tekst is veranderd sinds de",
    ),
    "an answer was changed": (put("nl", "heel oneens", "answer"), "Het antwoord “helemaal oneens” heeft nog"),
    "two answers are the same": (
        put("text", tongue("oneens"), "answer"),
        "“helemaal oneens” en “oneens” hebben dezelfde vertaling.",
    ),
    "a statement stands twice": (
        lambda said: said["statement"].append(said["statement"][0]),
        "Dit is twee keer vertaald.",
    ),
    "a line is nowhere": (
        lambda said: said["line"].append({"nl": "Wat fijn.", "text": "x"}),
        "Deze zin staat niet op een briefje.",
    ),
    "the file has another name": (
        lambda said: said.update(language="qac"),
        "Het bestand heet qaa.toml, en de taal is qac.",
    ),
    "nobody checked it": (lambda said: said.pop("checked"), "checked"),
    "a text is empty": (put("text", "  "), "Deze tekst is leeg."),
    "a key is unknown": (put("tekst", "x"), "tekst"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_told_and_nothing_is_printed(folder: Folder, name: str) -> None:
    change, sentence = WRONG[name]
    path = folder.put(LEFT, change, LEFT)
    code, said = folder.print()
    assert code == 1
    assert folder.made == []
    flat = " ".join(said.split())
    assert sentence in flat, flat
    assert said.startswith(str(path))
    assert said.count(": fout") == (2 if name == "an id is not there" else 1)


def test_what_stands_in_the_file_is_told_with_its_line(folder: Folder) -> None:
    path = folder.put(LEFT, put("nl", "Hier moet iets gebeuren."))
    lines = path.read_text(encoding="utf-8").split("\n")
    line = lines.index('nl = "Hier moet iets gebeuren."') + 1
    assert f"{path}:{line}:" in folder.print()[1]
    assert f"{path}:{line}:" in folder.run("check", str(path))[1]


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("turks!", "“turks!” is geen code van een taal."),
        ("../qaa", "is geen code van een taal."),
        ("nl", "Nederlands staat al op elk briefje."),
        ("xx", "Er is nog geen vertaling xx.toml."),
    ],
)
def test_a_language_that_cannot_be_is_one_sentence(folder: Folder, code: str, sentence: str) -> None:
    folder.put()
    exit_code, said = folder.print(code)
    assert (exit_code, len(said.splitlines()), folder.made) == (1, 1, [])
    assert sentence in said
    assert ("Kies uit: qaa." in said) == (code == "xx")


@pytest.mark.parametrize("only", [only for only in ONLY if only not in TRANSLATED])
def test_what_has_no_second_language_says_so(folder: Folder, only: str) -> None:
    folder.put()
    code, said = folder.print(LEFT, "--only", only)
    assert (code, len(said.splitlines()), folder.made) == (1, 1, [])
    assert "alleen op briefjes en kaarten" in said


def test_a_programme_without_a_vote_says_so(folder: Folder) -> None:
    folder.put()
    code, said = folder.run("print", "haarvaten", "--language", LEFT)
    assert (code, said) == (1, NL("report.paper.language.no_vote") + "\n")


def test_a_check_warns_of_a_set_that_is_half_done_and_finds_what_is_nowhere(folder: Folder) -> None:
    path = folder.put(LEFT, drop("statement"))
    code, said = folder.run("check", str(path))
    assert code == 0
    assert "let op" in said
    assert "Stelling ua1 van de set urgentie heeft nog geen vertaling." in " ".join(said.split())
    path = folder.put(LEFT, put("set", "urgent"))
    code, said = folder.run("check", str(path))
    assert code == 1
    assert "Er is geen set stellingen met de naam urgent." in " ".join(said.split())


def test_every_part_of_the_file_is_read(folder: Folder) -> None:
    found = load_language(folder.put(RIGHT))
    assert (found.code, found.direction, found.file.checked) == (RIGHT, "rtl", CHECKED)
    assert found.say("oneens") == tongue("oneens", RIGHT)
    assert found.say(escape("<niets>")) == ""

"""What an author hears when a file is wrong: all of it at once, where it is, and what was probably meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.kinds import kinds
from facilitator.problems import Place, Refused
from facilitator.scenario.composition import load_scenario
from facilitator.scenario.library import Library
from facilitator.scenario.parts import read_step
from facilitator.words import Words
from tests.scenario.shelf import SET, VOTE, Told, change, check, told


def test_files_that_are_right(shelf: Path) -> None:
    for name in ("avond.toml", "blocks/praten.toml", "blocks/stemmen.toml", "statements/drie.toml"):
        assert check(shelf / name) == []


@pytest.mark.parametrize(
    ("old", "new", "mistake"),
    [
        ("minutes = 20", "minuts = 20", ("unknown_key", 5, "minuts", "minutes")),
        ("minutes = 20", 'minutes = "20"', ("wants_number", 5, "minutes", "20")),
        ("minutes = 20", "minutes = 0", ("too_small", 5, "minutes", "")),
        ("minutes = 20", "minutes = 14", ("too_much", 5, "minutes", "")),
        ("minutes = 20", "minutes = 30", ("too_little", 5, "minutes", "")),
        ("minutes = 20", "minutes = 20\npeople = 500", ("too_great", 6, "people", "")),
        ("format = 1", "format = 2", ("newer", 1, "format", "")),
        ("format = 1", 'format = "1"', ("wants_number", 1, "format", "1")),
        ('["nl"]', '["nll"]', ("not_a_choice", 2, "languages[1]", "nl")),
        ('["nl"]', '"nl"', ("wants_list", 2, "languages", '["nl"]')),
        ('["nl"]', '[["nl"]]', ("not_a_choice", 2, "languages[1]", "")),
        ('title = "Avond in de Kerkstraat"', 'title = ""', ("empty_text", 3, "title", "")),
        ('title = "Avond in de Kerkstraat"', f'title = "{"a" * 301}"', ("too_long", 3, "title", "")),
        ('title = "Avond in de Kerkstraat"', 'title = { en = "Evening" }', ("no_language", 3, "title", "")),
        ('id = "bewoners"', 'id = "De bewoners"', ("bad_id", 8, "perspective[1].id", "de-bewoners")),
        ('id = "bewoners"', 'id = "total"', ("reserved", 8, "perspective[1].id", "")),
        ('title = "bewoners"', "", ("missing", 7, "perspective[1].title", "")),
        ("[[perspective]]", "[perspective]", ("wants_double_brackets", 7, "perspective", "")),
        ('block = "praten"', 'block = "pratten"', ("no_block", 12, "use[1].block", "praten")),
        (
            'block = "praten"',
            'block = "praten"\nleave_out = ["welkon"]',
            ("no_step", 13, "use[1].leave_out[1]", "welkom"),
        ),
        (
            'block = "praten"',
            'block = "praten"\nminutes = { vragg = 5 }',
            ("no_step", 13, "use[1].minutes.vragg", "vraag"),
        ),
        (
            'block = "praten"',
            'block = "praten"\nminutes = { vraag = 500 }',
            ("too_great", 13, "use[1].minutes.vraag", ""),
        ),
        (
            'block = "praten"',
            'block = "praten"\nleave_out = ["welkom", "vraag"]',
            ("nothing_left", 13, "use[1].leave_out", ""),
        ),
        ('block = "praten"', 'block = "praten"\nid = "session"', ("reserved", 13, "use[1].id", "")),
    ],
)
def test_a_mistake_in_a_scenario(shelf: Path, old: str, new: str, mistake: Told) -> None:
    code, *rest = mistake
    assert (f"scenario.{code}", *rest) in told(check(change(shelf / "avond.toml", old, new)))


@pytest.mark.parametrize(
    ("old", "new", "mistake"),
    [
        ('kind = "card"', 'kind = "cart"', ("no_kind", 8, "step[1].kind", "card")),
        ('kind = "card"', 'kind = "zzz"', ("no_kind", 8, "step[1].kind", "")),
        ('kind = "card"', "", ("missing_choice", 6, "step[1].kind", "")),
        ('kind = "card"', 'kin = "card"', ("unknown_key", 8, "step[1].kin", "kind")),
        ('kind = "card"', "kind = 3", ("wants_text", 8, "step[1].kind", "")),
        ("minutes = 5", "minutes = 5\npauze = true", ("unknown_key", 11, "step[1].pauze", "pause")),
        ("minutes = 5", 'minutes = 5\npause = "ja"', ("wants_yes_no", 11, "step[1].pause", "true")),
        ('id = "vraag"', 'id = "welkom"', ("double_id", 13, "step[2].id", "")),
        ('text = "Wat ziet u?"', "", ("missing", 18, "step[2].questions[1].text", "")),
        ('text = "Wat ziet u?"', 'tekst = "?"', ("unknown_key", 20, "step[2].questions[1].tekst", "text")),
        ('source_status = "derived"', 'source_status = "eigen"', ("not_a_choice", 4, "source_status", "")),
        ("[[step.questions]]", "[step.questions]", ("wants_double_brackets", 18, "step[2].questions", "")),
    ],
)
def test_a_mistake_in_a_block(shelf: Path, old: str, new: str, mistake: Told) -> None:
    code, *rest = mistake
    path = change(shelf / "blocks/praten.toml", old, new)
    assert (f"scenario.{code}", *rest) in told(check(path))
    assert {each.code for each in check(path)} <= {each.code for each in check(shelf / "avond.toml")}


@pytest.mark.parametrize(
    ("old", "new", "mistake"),
    [
        ('sets = ["drie"]', 'sets = ["dri"]', ("scenario.no_set", 28, "step[3].sets[1]", "drie")),
        ('level = ["s1"]', 'level = ["s11"]', ("statements.no_statement", 29, "step[3].level[1]", "s1")),
        (
            'level = ["s1"]',
            'level = ["s1"]\nonly = ["s2"]',
            ("statements.level_left_out", 29, "step[3].level[1]", ""),
        ),
        ('of = "stemmen"', "", ("statements.of_missing", 31, "step[4].of", "")),
        ('of = "stemmen"', 'of = "stemen"', ("statements.no_vote", 37, "step[4].of", "stemmen")),
        ('of = "stemmen"', 'of = "welkom"', ("statements.no_vote", 37, "step[4].of", "")),
        ('part = "result"', "", ("statements.of_no_result", 37, "step[4].of", "")),
        ('part = "result"\nof = "stemmen"', "", ("statements.no_result", 27, "step[3].part", "")),
        ('part = "vote"', 'part = "result"\nof = "uitslag"', ("statements.no_vote", 28, "step[3].of", "")),
        (
            'of = "stemmen"',
            'of = "stemmen"\nlevel = ["s2"]',
            ("statements.other_than_vote", 38, "step[4].level", ""),
        ),
    ],
)
def test_a_mistake_in_a_vote(shelf: Path, old: str, new: str, mistake: Told) -> None:
    assert mistake in told(check(change(shelf / "blocks/stemmen.toml", old, new)))


def test_a_result_needs_its_own_set(shelf: Path) -> None:
    (shelf / "statements/vier.toml").write_text(SET, encoding="utf-8")
    path = shelf / "blocks/stemmen.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.rindex('"drie"')] + '"vier"]\n', encoding="utf-8")
    assert told(check(path)) == [("statements.other_than_vote", 38, "step[4].sets", "")]


def test_a_result_comes_after_its_vote(shelf: Path) -> None:
    path = shelf / "blocks/stemmen.toml"
    vote, result = VOTE.index('[[step]]\nid = "stemmen"'), VOTE.index('[[step]]\nid = "uitslag"')
    path.write_text(VOTE[:vote] + VOTE[result:] + "\n" + VOTE[vote:result], encoding="utf-8")
    assert told(check(path)) == [("statements.no_vote", 28, "step[3].of", "")]


def test_a_vote_without_its_result_is_a_question_and_stops_nothing(shelf: Path) -> None:
    path = shelf / "avond.toml"
    change(path, "minutes = 20", "minutes = 30")
    uses = 'block = "checkin"\n[[use]]\nblock = "stemmen"\nleave_out = ["uitslag"]\nminutes = { stemmen = 5 }'
    change(path, 'block = "praten"', uses)
    assert [(each.code, each.severity) for each in check(path)] == [("statements.no_result", "warning")]
    assert load_scenario(path, Library.of(path), kinds(), "nl").uses[1].id == "stemmen"


def test_a_result_cannot_stay_without_its_vote(shelf: Path) -> None:
    path = shelf / "avond.toml"
    change(path, 'block = "praten"', 'block = "stemmen"\nleave_out = ["stemmen"]')
    assert told(check(path)) == [("scenario.needed", 13, "use[1].leave_out[1]", "")]


@pytest.mark.parametrize(
    ("old", "new", "mistake"),
    [
        ('id = "s2"', 'id = "s1"', ("double_id", 11, "statement[2].id", "")),
        ("ask =", "asks =", ("unknown_key", 8, "statement[1].asks", "ask")),
        ('text = "Het is hier stil."', "text = 3", ("wants_text", 7, "statement[1].text", '"3"')),
    ],
)
def test_a_mistake_in_a_set(shelf: Path, old: str, new: str, mistake: Told) -> None:
    code, *rest = mistake
    assert told(check(change(shelf / "statements/drie.toml", old, new))) == [(f"scenario.{code}", *rest)]


def test_all_mistakes_of_a_scenario_at_once_in_the_order_of_the_file(shelf: Path) -> None:
    path = shelf / "avond.toml"
    change(path, 'title = "Avond in de Kerkstraat"', 'title = { en = "Evening" }')
    change(path, "minutes = 20", "minuts = 20")
    change(path, 'block = "praten"', 'block = "pratten"\n\n[[use]]\nblok = "praten"')
    assert told(check(path)) == [
        ("scenario.no_language", 3, "title", ""),
        ("scenario.unknown_key", 5, "minuts", "minutes"),
        ("scenario.no_block", 12, "use[1].block", "praten"),
        ("scenario.unknown_key", 15, "use[2].blok", "block"),
    ]


def test_all_mistakes_of_a_block_at_once_and_once_each(shelf: Path) -> None:
    path = shelf / "blocks/praten.toml"
    change(path, "why =", "wy =")
    change(path, 'kind = "card"', 'kind = "cart"\nmost = 3')
    change(path, 'id = "vraag"', 'id = "welkom"')
    problems = told(check(path))
    assert problems == [
        ("scenario.unknown_key", 3, "wy", "why"),
        ("scenario.no_kind", 8, "step[1].kind", "card"),
        ("scenario.double_id", 14, "step[2].id", ""),
    ]
    change(shelf / "avond.toml", 'block = "praten"', 'block = "praten"\n[[use]]\nid = "n"\nblock = "praten"')
    assert told(check(shelf / "avond.toml")) == problems


def test_of_a_step_with_an_unknown_kind_nothing_else_is_told() -> None:
    with pytest.raises(Refused) as caught:
        read_step(
            {"id": "a", "kind": "question", "title": "A", "minutes": 1}, kinds(), Place("b"), ("step", 0)
        )
    assert told(list(caught.value.problems)) == [
        ("scenario.no_kind", 0, "step[1].kind", "questions"),
    ]


def test_each_language_that_a_scenario_declares_is_read(shelf: Path) -> None:
    path = change(shelf / "avond.toml", '["nl"]', '["nl", "en"]')
    change(path, 'purpose = "Wat willen wij?"', 'purpose = { nl = "Wat willen wij?" }')
    change(shelf / "blocks/praten.toml", 'title = "Welkom"', 'title = { en = "Welcome" }')
    problems = [each for each in check(path) if each.severity == "error"]
    assert [(each.key, each.values["language"]) for each in problems] == [
        ("purpose", "en"),
        ("step[1].title", "nl"),
    ]
    assert told(check(shelf / "blocks/praten.toml")) == []  # alone, the block is English


def test_every_problem_can_be_said_in_both_languages(shelf: Path) -> None:
    change(shelf / "blocks/praten.toml", 'kind = "card"', 'kind = "cart"')
    path = change(shelf / "avond.toml", "minutes = 20", "minuts = 20")
    for language in ("nl", "en"):
        for problem in check(path):
            assert problem.line(Words(language)).startswith(str(shelf))
    assert check(path)[0].line(Words("nl")).endswith("Bedoelt u minutes?")

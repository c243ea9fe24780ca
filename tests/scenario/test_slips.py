"""What who never wrote such a file types wrong: told where it is, with what to type instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.kinds import kinds
from facilitator.problems import Refused
from facilitator.scenario.block_library import load_use
from facilitator.scenario.composition import load_scenario
from facilitator.scenario.library import Library
from facilitator.words import LANGUAGES, Words
from tests.scenario.shelf import BLOCK, GOOD, change, check

TITLE = 'title = "Avond in de Kerkstraat"'
ASKED = '[step.prompts]\nsort = "worry"\ntext = "Wat?"\n'
Slip = tuple[str, int, int, str]
"""Code, line, column, and the word that was probably meant."""


def found(path: Path) -> list[Slip]:
    return [
        (each.code.removeprefix("scenario."), each.place.line, each.place.column, each.nearest)
        for each in check(path)
        if each.place
    ]


@pytest.mark.parametrize(
    ("old", "new", "slip"),
    [
        # commas
        ('["nl"]', '["nl" "en"]', ("syntax_comma", 2, 18, "")),
        ('["nl"]', '[\n"nl"\n"en"\n]', ("syntax_comma", 3, 5, "")),
        ('["nl"]', '[\n"nl"\n# both\n\n"en"\n]', ("syntax_comma", 3, 5, "")),
        ('["nl"]', '["nl"', ("syntax_bracket_open", 2, 18, "")),
        ('["nl"]', '["nl")', ("syntax_bracket", 2, 18, "")),
        ('"praten"', '"praten"\nminutes = { welkom = 5 vraag = 5 }', ("syntax_comma", 13, 23, "")),
        ("minutes = 20", "minutes = 20,", ("syntax_comma_last", 5, 13, "")),
        # quotation marks
        (TITLE, "title = “Avond”", ("syntax_curly", 3, 9, "")),
        (TITLE, "title = ‘Avond’", ("syntax_curly", 3, 9, "")),
        (TITLE, "title = „Avond”", ("syntax_curly", 3, 9, "")),
        (TITLE, 'title = "Avond”', ("syntax_curly", 3, 15, "")),
        ('["nl"]', "[“nl”]", ("syntax_curly", 2, 14, "")),
        (TITLE, 'title = "Een "fijne" avond"', ("syntax_inner_quote", 3, 15, "")),
        (TITLE, 'title = "Avond";', ("syntax_after", 3, 16, "")),
        (TITLE, "title = 'Wim's avond'", ("syntax_apostrophe", 3, 14, "")),
        (TITLE, 'title == "Avond"', ("syntax_equals_twice", 3, 8, "")),
        (TITLE, "title = Avond", ("syntax_value", 3, 9, '"Avond"')),
        (TITLE, "title =", ("syntax_nothing", 3, 8, "")),
        (TITLE, "title = # later", ("syntax_nothing", 3, 9, "")),
        # numbers, yes and no
        ("minutes = 20", "minutes = 20 min", ("syntax_number_only", 5, 14, "20")),
        ("minutes = 20", "minutes = 0:20", ("syntax_number_only", 5, 12, "")),
        ("minutes = 20", "minutes = 020", ("syntax_number_only", 5, 12, "20")),
        ("minutes = 20", "minutes = 20\ndatum = 12-03-2026", ("syntax_after", 6, 11, '"12-03-2026"')),
        ("minutes = 20", "minutes = 00:20", ("wants_number", 5, 11, "")),
        ("minutes = 20", "minutes = 20.0", ("wants_number", 5, 11, "20")),
        ("minutes = 20", 'minutes = 20\nsources = "Wij"', ("wants_list", 6, 11, '["Wij"]')),
        ("minutes = 20", "minutes = twintig", ("syntax_value", 5, 11, "")),
        ("minutes = 20", 'minutes = "20 min"', ("wants_number", 5, 11, "20")),
        ("minutes = 20", 'minutes = "20 minuten."', ("wants_number", 5, 11, "20")),
        ("minutes = 20", "minutes = 20\nalone = Ja", ("syntax_yes_no", 6, 9, "true")),
        ("minutes = 20", "minutes = 20\nalone = False  # not yet", ("syntax_yes_no", 6, 9, "false")),
        # names and signs
        (TITLE, 'title: "Avond"', ("syntax_colon", 3, 6, 'title = "Avond"')),
        ('"praten"', '"praten"\nleave out = ["vraag"]', ("syntax_key_space", 13, 7, "leave_out")),
        (TITLE, 'title\u00a0= "Avond"', ("syntax_invisible", 3, 6, "")),
        (TITLE, 'title =\u200b"Avond"', ("syntax_invisible", 3, 8, "")),
        (TITLE, f"// mine\n{TITLE}", ("syntax_comment", 3, 1, "")),
        ("[[use]]", "[[use]", ("syntax_header", 11, 6, "")),
        (TITLE, 'titel = "Avond"', ("unknown_key", 3, 1, "title")),
        (TITLE, 'Title = "Avond"', ("unknown_key", 3, 1, "title")),
        ("[[use]]", "[[uses]]", ("unknown_key", 11, 3, "use")),
        ("format = 1\n", "", ("missing_fixed", 1, 1, "")),
        ("format = 1", "formaat = 1", ("unknown_key", 1, 1, "format")),
        ('[[use]]\nblock = "praten"\n', "", ("missing_tables", 1, 1, "")),
        ('"praten"', '"praten.toml"', ("bad_id", 12, 9, "praten")),
        ('"praten"', '"blocks/praten"', ("bad_id", 12, 9, "praten")),
        ('"praten"', '"blocks\\\\Praten.toml"', ("bad_id", 12, 9, "praten")),
        ('block = "praten"', 'block = "praten"\n\n[[step]]\nid = "x"', ("step_elsewhere", 14, 3, "")),
    ],
)
def test_a_slip_in_a_scenario(shelf: Path, old: str, new: str, slip: Slip) -> None:
    path = change(shelf / "avond.toml", old, new)
    assert found(path) == [slip]
    for language in LANGUAGES:
        assert check(path)[0].say(Words(language))
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))  # as Windows writes it
    assert found(path) == [slip]


@pytest.mark.parametrize(
    ("changed", "slip"),
    [
        (BLOCK.replace("[[step]]", "[step]", 1), ("wants_double_brackets", 6, 1, "")),
        (
            BLOCK.replace('[[step]]\nid = "vraag"', '[step]\nid = "vraag"'),
            ("wants_double_brackets", 12, 1, ""),
        ),
        (BLOCK.replace("[[step]]", "[step]"), ("wants_double_brackets", 6, 1, "")),
        (f"{BLOCK}{ASKED}{ASKED}", ("wants_double_brackets", 21, 1, "")),
        (BLOCK.replace("[[step]]", "[[steps]]"), ("unknown_key", 6, 3, "step")),
        (BLOCK.replace("[[step]]", "[[steps]]", 1), ("unknown_key", 6, 3, "step")),
        (BLOCK.replace("[[step]]", "[[stap]]", 1), ("unknown_key", 6, 3, "step")),
        (BLOCK.replace('id = "vraag"', 'naam = "vraag"'), ("unknown_key", 13, 1, "id")),
        (f'{BLOCK}\n[[questions]]\nid = "q"\ntext = "Wie?"', ("unknown_key", 22, 3, "step.questions")),
        (BLOCK.replace("[[step", "[[steps"), ("unknown_key", 6, 3, "step")),
        (BLOCK.replace("[[step", "[[werkvorm"), ("unknown_key", 6, 3, "step")),
        (f'{BLOCK}\n[[statement]]\nid = "s"\ntext = "Het is stil."', ("statement_elsewhere", 22, 3, "")),
    ],
)
def test_a_slip_in_a_block(shelf: Path, changed: str, slip: Slip) -> None:
    (shelf / "blocks/praten.toml").write_text(changed, encoding="utf-8")
    assert found(shelf / "avond.toml") == [slip]


def test_a_tab_is_a_blank(shelf: Path) -> None:
    assert check(change(shelf / "avond.toml", TITLE, '\ttitle\t=\t"Avond\tin de straat"')) == []


def test_an_older_encoding_is_told_with_what_to_choose(shelf: Path) -> None:
    path = shelf / "avond.toml"
    path.write_bytes(GOOD.replace("Avond", "Één avond").encode("cp1252"))
    assert found(path) == [("encoding", 3, 10, "")]
    assert "codering UTF-8" in check(path)[0].say(Words("nl"))


def test_a_line_without_end_is_looked_at_soon(shelf: Path) -> None:
    for slip in (
        "title = " + " " * 200_000 + "ja",
        "[" + " " * 200_000 + "x",
        "[1\n" + "\n" * 200_000 + "a",
        "[1\n" + "#\n" * 200_000,
    ):
        (shelf / "avond.toml").write_text(f'purpose = "x"\n{slip}', encoding="utf-8")
        assert len(check(shelf / "avond.toml")) == 1


def test_a_kind_under_another_key_is_pointed_at_there(shelf: Path) -> None:
    path = change(shelf / "blocks/praten.toml", 'kind = "card"', 'soort = "kaart"')
    assert found(path) == [("unknown_key", 8, 1, "kind"), ("no_kind", 8, 9, "card")]


def test_a_text_left_empty_in_one_language_is_missing_there(shelf: Path) -> None:
    path = change(shelf / "avond.toml", '["nl"]', '["nl", "en"]\naudience = { nl = "Wie wil", en = "" }')
    assert ("no_language", 3, 35, "") in found(path)
    change(path, '{ nl = "Wie wil", en = "" }', '{ nl = "", en = "" }')
    assert "no_language" not in {code for code, *_ in found(path)}


@pytest.mark.parametrize("name", ["avond.toml", "blocks/praten.toml", "statements/drie.toml"])
def test_a_name_of_a_file_that_cannot_be_is_told_and_nothing_is_begun(shelf: Path, name: str) -> None:
    path = shelf / name
    path = path.rename(path.with_name(f"Mijn {path.name}"))
    (problem,) = check(path)
    near = f"mijn-{Path(name).name}"
    assert (problem.code, problem.severity, problem.nearest) == ("scenario.bad_file_name", "error", near)
    assert "Mijn" in problem.say(Words("nl"))
    if name == "avond.toml":
        with pytest.raises(Refused):
            load_scenario(path, Library.of(path), kinds(), "nl")
    if name == "blocks/praten.toml":
        with pytest.raises(Refused):
            load_use(path, shelf, kinds(), "nl")

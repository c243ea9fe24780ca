"""What helps who writes a scenario: a schema, a reference and files to begin with, all from the models."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import tomli

from facilitator.cli import main
from facilitator.kinds import kinds
from facilitator.scenario.authoring.keys import sheets
from facilitator.scenario.authoring.schema import json_schema
from facilitator.scenario.file_check import Checker
from facilitator.scenario.library import built_in
from facilitator.scenario.limits import LIMITS
from facilitator.words import LANGUAGES, Language, Words
from facilitator.words.catalogues import _catalogue

SHIPPED = sorted(built_in().rglob("*.toml"))
EXAMPLES = sorted((Path(__file__).parents[3] / "facilitator" / "steps").glob("*/example.toml"))
TEMPLATES = sorted((Path(__file__).parents[3] / "facilitator/scenario/authoring/templates").glob("*.toml"))
SORTS = ("scenario", "block", "statements")


@pytest.fixture(scope="module")
def schema() -> jsonschema.protocols.Validator:
    made = json_schema(kinds(), Words("nl"))
    jsonschema.Draft7Validator.check_schema(made)
    return jsonschema.Draft7Validator(made)


def told(schema: jsonschema.protocols.Validator, text: str) -> list[str]:
    return [error.message for error in schema.iter_errors(tomli.loads(text))]


# -- the schema


@pytest.mark.parametrize(
    "path", [*SHIPPED, *EXAMPLES, *TEMPLATES], ids=lambda path: f"{path.parent.name}/{path.stem}"
)
def test_the_schema_takes_every_file_that_is_right(
    schema: jsonschema.protocols.Validator, path: Path
) -> None:
    assert told(schema, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ('why = "Daarom."', 'why = ""\nwaarom = "Daarom."', "'waarom' was unexpected"),
        ("minutes = 5", 'minutes = "5"', "'5' is not of type 'integer'"),
        ('kind = "card"', 'kind = "kard"', "'kard' is not one of"),
        ('source_status = "derived"', "", "'source_status' is a required property"),
        ('title = "Welkom"', 'title = { nl = "Welkom", fr = "Bienvenue" }', "is not valid under any"),
        ('title = "Welkom"', f'title = "{"a" * 41}"', "is not valid under any"),
        ("minutes = 5", "minutes = 0", "0 is less than the minimum"),
        ('id = "welkom"', 'id = "Wel kom"', "does not match"),
        ("minutes = 5", "minutes = 5\npauze = true", "'pauze' was unexpected"),
    ],
)
def test_the_schema_finds_a_mistake(
    schema: jsonschema.protocols.Validator, before: str, after: str, message: str
) -> None:
    right = """
format = 1
title = "Blok"
why = "Daarom."
source_status = "derived"

[[step]]
id = "welkom"
kind = "card"
minutes = 5
title = "Welkom"
"""
    assert told(schema, right) == []
    errors = told(schema, right.replace(before, after, 1))
    assert len(errors) == 1
    assert message in errors[0]


def test_a_mistake_in_a_step_is_told_of_its_kind_alone(schema: jsonschema.protocols.Validator) -> None:
    """Other editors repeat a mistake for every kind there is; then nobody finds it back."""
    text = (built_in() / "blocks" / "trots.toml").read_text(encoding="utf-8").replace("most =", "moost =")
    assert len(told(schema, text)) == 1


def test_every_key_says_in_the_editor_what_it_means() -> None:
    def unexplained(part: dict[str, Any]) -> list[str]:
        return [key for key, said in part.get("properties", {}).items() if not said.get("description")]

    for language in LANGUAGES:
        parts = json_schema(kinds(), Words(language))["definitions"]
        assert {name: unexplained(part) for name, part in parts.items() if name != "text"} == {
            name: [] for name in parts if name != "text"
        }


def test_the_schema_that_is_shipped_is_that_of_the_models(capsys: pytest.CaptureFixture[str]) -> None:
    """Made anew with: python -m tests.regenerate."""
    assert main(["schema"]) == 0
    shipped = (built_in() / "scenario.schema.json").read_text(encoding="utf-8")
    assert capsys.readouterr().out == shipped
    json.loads(shipped)


# -- the words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_has_words_and_no_words_are_left_over(language: Language) -> None:
    tables = [table for sheet in sheets(kinds()) for table in sheet.tables]
    known = {table.explained(key.name) for table in tables for key in table.keys} | {"authoring.block.step"}
    others = {"reference", "sort", "people", "list"}
    said = {
        f"authoring.{table}.{key}"
        for table, keys in _catalogue("authoring", language).items()
        if isinstance(keys, dict) and table not in others
        for key in keys
    }
    for kind in kinds():
        explained = _catalogue(kind, language)["authoring"]
        assert isinstance(explained, dict)
        assert explained["does"]
        tables_of_keys = {table: keys for table, keys in explained.items() if table != "does"}
        said |= {f"{kind}.authoring.{table}.{key}" for table, keys in tables_of_keys.items() for key in keys}
    assert said == known


# -- the reference


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reference_names_every_key_and_kind(
    language: Language, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["schema", "--to", "md", "--lang", language]) == 0
    said = capsys.readouterr().out
    for sheet in sheets(kinds()):
        for table in sheet.tables:
            assert all(f"| `{key.name}` |" in said for key in table.keys)
    for name in kinds():
        assert f"{name}\n" in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_limit_is_that_of_a_key_and_is_told_where_an_author_meets_it(language: Language) -> None:
    page = (built_in() / {"nl": "LEESMIJ.md", "en": "README.md"}[language]).read_text(encoding="utf-8")
    first, _, reference = page.partition("<!-- reference -->")
    tables = [table for sheet in sheets(kinds()) for table in sheet.tables]
    explained = {table.explained(key.name) for table in tables for key in table.keys}
    for key, longest in LIMITS.items():
        said = Words(language)("authoring.reference.longest", most=longest)
        assert key in explained
        assert said in first
        assert said in reference


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_block_points_at_the_page_in_its_own_language(tmp_path: Path, language: Language) -> None:
    main(["new", "block", "x", "--folder", str(tmp_path), "--lang", language])
    text = (tmp_path / "scenarios/blocks/x.toml").read_text(encoding="utf-8")
    assert {"nl": "scenarios/LEESMIJ.md", "en": "scenarios/README.md"}[language] in text


# -- files to begin with


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sort", SORTS)
def test_a_new_file_is_right_at_once(
    tmp_path: Path, sort: str, language: Language, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = ["--folder", str(tmp_path), "--lang", language]
    assert main(["new", sort, "mijn-avond", *folder]) == 0
    (path,) = (tmp_path / "scenarios").rglob("mijn-avond.toml")
    assert str(path) in capsys.readouterr().out
    text = path.read_text(encoding="utf-8")
    assert "__" not in text
    assert tomli.loads(text)["title"] == "Mijn avond"
    named = text.split("\n")[0].removeprefix("#:schema ")
    schema = json.loads((path.parent / named).read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    assert told(jsonschema.Draft7Validator(schema), text) == []
    assert Checker(tmp_path / "scenarios", kinds(), Words(language)).check(path) == []


def test_a_new_file_never_takes_the_place_of_another(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["new", "block", "x", "--folder", str(tmp_path)]
    main(words)
    path = tmp_path / "scenarios" / "blocks" / "x.toml"
    path.write_text("mijn werk", encoding="utf-8")
    assert main(words) == 1
    assert str(path) in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == "mijn werk"


@pytest.mark.parametrize("name", ["Mijn Avond", "../weg", "", "a/b", "-x", "x" * 65, "é"])
def test_a_name_that_cannot_be_one_is_refused(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "block", "--folder", str(tmp_path), "--", name]) == 1
    assert "mijn-avond" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "scenarios").write_text("", encoding="utf-8")
    assert main(["new", "scenario", "x", "--folder", str(tmp_path)]) == 1
    assert "--folder" in capsys.readouterr().err


def test_a_wrong_sort_names_the_right_ones(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["new", "bloc", "x"])
    assert ended.value.code == 2
    assert "scenario, block, statements" in capsys.readouterr().err


def test_a_schema_is_made_without_the_screen() -> None:
    code = (
        "import sys; from facilitator.cli import main; main(['schema']); sys.exit('textual' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_file_names_the_schema_for_editors(path: Path) -> None:
    first = path.read_text(encoding="utf-8").split("\n")[0]
    assert first.startswith("#:schema ")
    assert (path.parent / first.removeprefix("#:schema ")).resolve() == built_in() / "scenario.schema.json"

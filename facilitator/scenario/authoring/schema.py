"""The JSON Schema of an author's files, by which editors complete and check while one types."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from facilitator.records import Record
from facilitator.scenario.authoring.keys import KeyTable, Sheet, by_name, plain, sheets
from facilitator.scenario.file_models import BlockFile, ScenarioFile, StatementsFile
from facilitator.scenario.model import Kinds
from facilitator.words import LANGUAGES, Words

NAME: Final = "scenario.schema.json"
DIALECT: Final = "http://json-schema.org/draft-07/schema#"
"""The newest dialect that the TOML editors there are all know."""

TEXT: Final = "text"
"""A text is one for all, or one per language."""


def json_schema(kinds: Kinds, t: Words) -> dict[str, Any]:
    """Give one schema for scenarios, blocks and statement sets, explained in the language of ``t``."""
    told = {sheet.name: sheet for sheet in sheets(kinds)}
    parts: dict[str, Any] = {TEXT: _text()}
    for name, model in (("scenario", ScenarioFile), ("block", BlockFile), ("set", StatementsFile)):
        parts |= _parts(name, model, told[name], t)
    for name, kind in kinds.items():
        parts |= _parts(f"step-{name}", kind.step, told[name], t)
        _explain(parts[f"step-{name}"], told["block"].tables[1], t)
    parts["block"]["properties"]["step"]["items"] = _any_step(list(kinds), t)
    return {
        "$schema": DIALECT,
        "title": t("authoring.title"),
        "type": "object",
        "required": ["format"],
        "properties": {"format": {"const": 1, "description": t("authoring.scenario.format")}},
        "additionalProperties": True,  # what else may stand here is said by the part that fits
        "allOf": [
            {"if": {"required": [mark]}, "then": _ref(name)}
            for mark, name in (("use", "scenario"), ("step", "block"), ("statement", "set"))
        ],
        "definitions": parts,
    }


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/definitions/{name}"}


def _text(longest: int | None = None) -> dict[str, Any]:
    one = {"type": "string", "maxLength": longest} if longest else {"type": "string"}
    per_language = dict.fromkeys(LANGUAGES, one)
    return {
        "anyOf": [
            one,
            {
                "type": "object",
                "properties": per_language,
                "additionalProperties": False,
                "minProperties": 1,
            },
        ]
    }


def _any_step(names: list[str], t: Words) -> dict[str, Any]:
    """Give the schema of a step: by its kind, so that a mistake is told about that kind alone."""
    kind = {"enum": names, "description": t("authoring.step.kind")}
    return {
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": kind},
        "additionalProperties": True,
        "allOf": [
            {
                "if": {"properties": {"kind": {"const": name}}, "required": ["kind"]},
                "then": _ref(f"step-{name}"),
            }
            for name in names
        ],
    }


def _parts(name: str, model: type[Record], sheet: Sheet, t: Words) -> dict[str, Any]:
    """Give a model and those in it as definitions, with what every key means."""
    whole = model.model_json_schema(ref_template=f"#/definitions/{name}.{{model}}")
    inner = whole.pop("$defs", {})
    parts = {name: whole, **{f"{name}.{model}": part for model, part in inner.items()}}
    described = [(table, whole) for table in sheet.tables[:1]]
    for table in sheet.tables[1:]:
        path, _, key = table.words.rpartition("-")
        for outer, schema in described:
            if outer.words == path:
                described.append((table, parts[_named(schema["properties"][key])]))
                break
    for part in parts.values():
        _tidy(part)
    for table, schema in described:
        _explain(schema, table, t)
    return parts


def _named(said: Mapping[str, Any]) -> str:
    one = plain(by_name(plain(said)))
    one = plain(one["items"]) if one.get("type") == "array" else one
    return str(one["$ref"]).removeprefix("#/definitions/")


def _explain(part: dict[str, Any], table: KeyTable, t: Words) -> None:
    for key, said in part["properties"].items():
        if longest := table.longest(key):
            said.clear()
            said.update(_text(longest))
        if t.has(table.explained(key)):
            said["description"] = t(table.explained(key))


def _tidy(part: dict[str, Any]) -> None:
    """Leave out what no author needs, and let a text be given per language."""
    part.pop("title", None)
    part.pop("description", None)
    part["properties"] = {key: _tidied(said) for key, said in part.get("properties", {}).items()}


def _tidied(said: Mapping[str, Any]) -> dict[str, Any]:
    one = {key: each for key, each in plain(said).items() if key not in {"title", "description", "default"}}
    if said.get("default") not in (None, "", [], {}):
        one["default"] = said["default"]
    if one.get("type") == "array":
        return {**one, "items": _tidied(one["items"])}
    if one == {"type": "string"}:
        one = _ref(TEXT)
    # beside a $ref this dialect sees nothing, and what a key means has to stand there
    return {"allOf": [{"$ref": one.pop("$ref")}], **one} if "$ref" in one else one

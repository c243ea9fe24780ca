"""Every key an author may write, read from the models: for the JSON Schema and for the reference alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from typing import Any, Final, Literal

from facilitator.records import Record
from facilitator.scenario.file_models import BlockFile, ScenarioFile, StatementsFile
from facilitator.scenario.limits import LIMITS
from facilitator.scenario.model import Kinds, Step

Sort = Literal["text", "name", "number", "yes_no", "choice", "table", "names"]
"""What stands after ``=``. Of a list it is what the list holds."""

TEXTS: Final = {"type": "string"}
"""How the models say text that an author may give per language; a name has a pattern, a choice an enum."""


@dataclass(frozen=True)
class Key:
    """One key of a table."""

    name: str
    sort: Sort
    many: bool = False
    """Whether it is a list."""
    choices: Sequence[str] = ()
    least: int | None = None
    most: int | None = None
    """Limits of a number, or of how many a list holds."""
    required: bool = False
    usual: Any = None
    """What holds when it is left out; None: nothing."""


@dataclass(frozen=True)
class KeyTable:
    """A table of a file."""

    heading: str
    """As an author writes it: ``[[step.questions]]``; empty for the top of a file."""
    words: str
    """Where a catalogue explains its keys."""
    kind: str = ""
    """The kind of step that it belongs to, which explains it in its own catalogue."""
    keys: Sequence[Key] = field(default_factory=list)

    def explained(self, key: str) -> str:
        """Give where a catalogue says what a key means."""
        if self.kind:
            return f"{self.kind}.authoring.{self.words}.{key}"
        return f"authoring.{self.words}.{key}"

    def longest(self, key: str) -> int | None:
        """Give how many characters a text has room for, where its place sets that."""
        return LIMITS.get(self.explained(key))


@dataclass(frozen=True)
class Sheet:
    """A sort of file, or a kind of step, with its tables from the top down."""

    name: str
    tables: Sequence[KeyTable]


def sheets(kinds: Kinds) -> list[Sheet]:
    """Give the three sorts of files, then the kinds of step by name."""
    files = [
        Sheet("scenario", list(_tables(ScenarioFile, "", "scenario"))),
        Sheet("block", [*_tables(BlockFile, "", "block", but={"step"}), _step()]),
        Sheet("set", list(_tables(StatementsFile, "", "set"))),
    ]
    return files + [_kind(name, kinds[name].step) for name in kinds]


def _step() -> KeyTable:
    return KeyTable("[[step]]", "step", keys=_keys(Step.model_json_schema(), {}))


def _kind(name: str, model: type[Record]) -> Sheet:
    own = set(model.model_fields) - set(Step.model_fields)
    tables = _tables(model, "[[step]]", "step", but=set(Step.model_fields))
    return Sheet(name, [replace(table, kind=name) for table in tables] if own else [])


def _tables(
    model: type[Record], heading: str, words: str, but: AbstractSet[str] = frozenset()
) -> Iterator[KeyTable]:
    whole = model.model_json_schema()
    yield from _inside(whole, whole.get("$defs", {}), heading, words, but)


def _inside(
    schema: Mapping[str, Any], models: Mapping[str, Any], heading: str, words: str, but: AbstractSet[str]
) -> Iterator[KeyTable]:
    """Give the table of a model, and after it those of the models in it."""
    keys = [key for key in _keys(schema, models) if key.name not in but]
    yield KeyTable(heading, words, keys=keys)
    for key in keys:
        inner = _model(schema["properties"][key.name], models)
        if inner is not None:
            path = f"{heading.strip('[]')}.{key.name}".strip(".")
            said = schema["properties"][key.name]
            path = path if by_name(said) is said else f"{path}.STEP"
            under = f"[[{path}]]" if plain(by_name(said)).get("type") == "array" else f"[{path}]"
            yield from _inside(inner, models, under, f"{words}-{key.name}", set())


def _keys(schema: Mapping[str, Any], models: Mapping[str, Any]) -> list[Key]:
    needed = schema.get("required", [])
    return [_key(name, said, models, required=name in needed) for name, said in schema["properties"].items()]


def _key(name: str, said: Mapping[str, Any], models: Mapping[str, Any], *, required: bool) -> Key:
    one = plain(said)
    many = one.get("type") == "array"
    inside = plain(one["items"]) if many else one
    limits = ("minItems", "maxItems") if many else ("minimum", "maximum")
    return Key(
        name=name,
        sort=_sort(inside, models),
        many=many,
        choices=[
            str(choice) for choice in inside.get("enum", [inside["const"]] if "const" in inside else [])
        ],
        least=one.get(limits[0]),
        most=one.get(limits[1]),
        required=required,
        usual=said.get("default") or None,
    )


def _sort(said: Mapping[str, Any], models: Mapping[str, Any]) -> Sort:
    if "enum" in said or "const" in said:
        return "choice"
    if by_name(said) is not said:
        return "names"
    if _model(said, models) is not None:
        return "table"
    if said == TEXTS or (said.get("type") == "string" and "pattern" not in said):
        return "text"
    sorts: dict[str, Sort] = {"string": "name", "integer": "number", "boolean": "yes_no"}
    return sorts.get(str(said.get("type")), "names")


def plain(said: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give what a property says when it is there: a key that may be left out says that in ``anyOf``."""
    options = [option for option in said.get("anyOf", []) if option.get("type") != "null"]
    return options[0] if len(options) == 1 else said


def by_name(said: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give what stands under each name of a table of names; of anything else that itself."""
    inside: Mapping[str, Any] = next(iter(said.get("patternProperties", {}).values()), said)
    return inside


def _model(said: Mapping[str, Any], models: Mapping[str, Any]) -> Mapping[str, Any] | None:
    one = plain(by_name(plain(said)))
    if one.get("type") == "array":
        one = plain(one["items"])
    name = str(one.get("$ref", "")).rpartition("/")[2]
    found: Mapping[str, Any] | None = models.get(name)
    return found

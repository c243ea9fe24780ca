"""From a scenario's file and the blocks and statement sets it names to one scenario in one language."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from facilitator.problems import Place, Problem, Refused, nearest
from facilitator.scenario.files import BlockFile, ScenarioFile, StatementsFile, UseLine
from facilitator.scenario.library import Library
from facilitator.scenario.model import Kind, Kinds, Scale, Scenario, StatementSet, Step, Use, key_of
from facilitator.scenario.reading import read_toml
from facilitator.scenario.validation import MOST, key_path, localise, shown, validate
from facilitator.words import LANGUAGES, Language, Words

SPARE: Final = 10
"""Minutes that a programme may leave open before that is a mistake in adding up."""
RESERVED: Final = {"total", "listeners"}
"""What the app itself calls a count of people beside those of the perspectives."""


def load_scenario(path: Path, library: Library, kinds: Kinds, language: Language) -> Scenario:
    """Read and compose a scenario, in the language asked for or else in its own.

    Raises Refused with every problem found in it and in the blocks and sets it names.
    """
    raw, place = read_toml(path), Place(str(path))
    language = _spoken(raw, language)
    problems: list[Problem] = []
    data = localise(raw, language, place, problems)
    file: ScenarioFile | None = _collect(problems, validate, ScenarioFile, data, place)
    uses = [
        use
        for n, line in _readable_uses(data)
        if (use := _collect(problems, _compose_use, line, n, place, library, kinds, language))
    ]
    sets = [
        found
        for name, key in named_sets(uses).items()
        if (found := _collect(problems, load_set, name, library, language, place, key))
    ]
    if problems or file is None:
        raise Refused(*tidy(problems))
    scenario = Scenario(
        id=path.stem,
        language=language,
        title=file.title,
        purpose=file.purpose,
        minutes=file.minutes,
        audience=file.audience,
        people=file.people,
        alone=file.alone,
        series=file.series,
        part=file.part,
        perspectives=file.perspective,
        scale=file.scale or standard_scale(language),
        uses=uses,
        statement_sets=sets,
        sources=file.sources,
    )
    problems = [problem for problem in check_whole(scenario, kinds, place) if problem.severity == "error"]
    if problems:
        raise Refused(*problems)
    return scenario


def _spoken(raw: dict[str, Any], language: Language) -> Language:
    """Give the language asked for when the scenario has it, and else the first that it has."""
    said = raw.get("languages")
    spoken = [each for each in said if each in LANGUAGES] if isinstance(said, list) else []
    return language if language in spoken or not spoken else spoken[0]


def _readable_uses(data: dict[str, Any]) -> list[tuple[int, UseLine]]:
    """Give the uses that can be read, so that what is wrong in them is told even when others can't."""
    uses = data.get("use")
    lines = [
        (n, _collect([], validate, UseLine, raw, Place("")))
        for n, raw in enumerate(uses[:MOST] if isinstance(uses, list) else [])
    ]
    return [(n, line) for n, line in lines if line is not None]


def standard_scale(language: Language) -> Scale:
    """Four points without a middle, and an opt-out (domain.md 6.1)."""
    t = Words(language)
    return Scale(points=t.lines("scenario.scale.points"), unknown=t("scenario.scale.unknown"))


def _collect(problems: list[Problem], make: Any, *arguments: Any) -> Any:
    """Make something, or keep the problems and go on, so that an author sees all of them at once."""
    try:
        return make(*arguments)
    except Refused as refused:
        problems.extend(refused.problems)
        return None


def _compose_use(
    line: UseLine, n: int, place: Place, library: Library, kinds: Kinds, language: Language
) -> Use:
    path = library.find("blocks", line.block)
    if path is None:
        near = nearest(line.block, library.names("blocks"))
        raise Refused(
            Problem("scenario.no_block", {"name": line.block}, place, f"use[{n + 1}].block", near),
        )
    block, steps = load_block(path, kinds, language)
    names = [step.id for step in steps]
    problems = [
        Problem("scenario.no_step", {"name": name}, place, f"use[{n + 1}]", nearest(name, names))
        for name in [*line.leave_out, *line.minutes]
        if name not in names
    ]
    if problems:
        raise Refused(*problems)
    kept = [
        step.model_copy(update={"minutes": line.minutes.get(step.id, step.minutes)})
        for step in steps
        if step.id not in line.leave_out
    ]
    if not kept:
        raise Refused(Problem("scenario.nothing_left", {"name": line.block}, place, f"use[{n + 1}]"))
    return Use(
        id=line.id or line.block,
        block=line.block,
        title=block.title,
        why=block.why,
        source=block.source,
        source_status=block.source_status,
        steps=kept,
    )


def load_block(path: Path, kinds: Kinds, language: Language) -> tuple[BlockFile, list[Step]]:
    """Read a block and its steps, in one language. Raises Refused with every problem in the file."""
    place = Place(str(path))
    problems: list[Problem] = []
    data = localise(read_toml(path), language, place, problems)
    block: BlockFile | None = _collect(problems, validate, BlockFile, data, place)
    raws = _tables(data, "step")[:MOST]
    steps = [
        step
        for n, raw in enumerate(raws)
        if (step := _collect(problems, read_step, raw, kinds, place, ("step", n)))
    ]
    problems += _doubles([raw.get("id") for raw in raws], place, "step")
    if problems or block is None:
        raise Refused(*tidy(problems))
    return block, steps


def read_step(raw: dict[str, Any], kinds: Kinds, place: Place, inside: tuple[str | int, ...]) -> Step:
    """Read one step by the kind it names; with an unknown kind also by the kind that looks most like it."""
    said, where = raw.get("kind"), key_path((*inside, "kind"))
    if said is None:
        raise Refused(Problem("scenario.missing", {"name": "kind"}, place, where))
    if not isinstance(said, str):
        raise Refused(Problem("scenario.wants_text", {}, place, where))
    kind: Kind | None = kinds.get(said)
    if kind is not None:
        return validate(kind.step, raw, place, inside)
    near = nearest(said, list(kinds))
    problem = Problem(
        "scenario.no_kind", {"name": shown(said), "kinds": ", ".join(kinds)}, place, where, near
    )
    if not near:
        raise Refused(problem)
    try:
        validate(kinds[near].step, {**raw, "kind": near}, place, inside)
    except Refused as refused:
        raise Refused(problem, *refused.problems) from refused
    raise Refused(problem)


def load_set(name: str, library: Library, language: Language, place: Place, key: str = "") -> StatementSet:
    """Read a statement set by its name; place and key say where it was named. Raises Refused."""
    path = library.find("statements", name)
    if path is None:
        near = nearest(name, library.names("statements"))
        raise Refused(Problem("scenario.no_set", {"name": name}, place, key, near))
    return read_set(path, language)


def read_set(path: Path, language: Language) -> StatementSet:
    """Read a statement set from its file. Raises Refused with every problem in the file."""
    place = Place(str(path))
    problems: list[Problem] = []
    data = localise(read_toml(path), language, place, problems)
    file: StatementsFile | None = _collect(problems, validate, StatementsFile, data, place)
    problems += _doubles([raw.get("id") for raw in _tables(data, "statement")], place, "statement")
    if problems or file is None:
        raise Refused(*tidy(problems))
    return StatementSet(
        id=path.stem,
        title=file.title,
        about=file.about,
        source=file.source,
        source_status=file.source_status,
        statements=file.statement,
    )


def _tables(data: dict[str, Any], name: str) -> list[dict[str, Any]]:
    found = data.get(name)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def named_sets(uses: list[Use]) -> dict[str, str]:
    """Give the statement sets that steps name, each with the place (use/step) that names it first."""
    named: dict[str, str] = {}
    for use in uses:
        for step in use.steps:
            for name in [*getattr(step, "sets", []), *getattr(step, "back", {}).values()]:
                named.setdefault(name, key_of(use, step))
    return named


def _doubles(names: Sequence[object], place: Place, key: str) -> list[Problem]:
    seen: set[str] = set()
    problems: list[Problem] = []
    for n, name in enumerate(names, 1):
        if not isinstance(name, str):
            continue
        if name in seen:
            problems.append(Problem("scenario.double_id", {"name": shown(name)}, place, f"{key}[{n}].id"))
        seen.add(name)
    return problems


def _reserved(names: list[str], taken: set[str], place: Place, key: str) -> list[Problem]:
    return [
        Problem("scenario.reserved", {"name": name}, place, f"{key}[{n}].id")
        for n, name in enumerate(names, 1)
        if name in taken
    ]


def tidy(problems: list[Problem]) -> list[Problem]:
    """Leave out what was told before, such as a mistake in a block that is used twice; keep at most MOST."""
    kept: list[Problem] = []
    for problem in problems:
        if len(kept) == MOST:
            break
        if problem not in kept:
            kept.append(problem)
    return kept


def check_whole(scenario: Scenario, kinds: Kinds, place: Place) -> list[Problem]:
    """Find what can only be seen in the composed scenario: double ids, times, what kinds miss in it."""
    problems = _doubles([use.id for use in scenario.uses], place, "use")
    problems += _doubles([each.id for each in scenario.perspectives], place, "perspective")
    problems += _reserved([use.id for use in scenario.uses], {"session"}, place, "use")
    problems += _reserved([each.id for each in scenario.perspectives], RESERVED, place, "perspective")
    total = sum(step.minutes for _, step in scenario.places())
    if total > scenario.minutes:
        problems.append(
            Problem("scenario.too_much", {"total": total, "minutes": scenario.minutes}, place, "minutes"),
        )
    elif total < scenario.minutes - SPARE:
        values: dict[str, str | int] = {"total": total, "minutes": scenario.minutes}
        problems.append(Problem("scenario.too_little", values, place, "minutes", severity="warning"))
    for use, step in scenario.places():
        found = kinds[step.kind].check(step, scenario)
        problems += [
            Problem(each.code, each.values, place, f"{use.id}/{step.id}", each.nearest, each.severity)
            for each in found
        ]
    return problems

"""From a scenario's file and the blocks and statement sets it names to one scenario in one language."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from facilitator.problems import Place, Problem, Refused, nearest
from facilitator.scenario.files import BlockFile, ScenarioFile, StatementsFile, UseLine
from facilitator.scenario.library import Library
from facilitator.scenario.model import Kind, Kinds, Scale, Scenario, StatementSet, Step, Use
from facilitator.scenario.reading import read_toml
from facilitator.scenario.validation import localise, validate
from facilitator.words import Language, Words

SPARE = 10
"""Minutes that a programme may leave open before that is a mistake in adding up."""


def load_scenario(path: Path, library: Library, kinds: Kinds, language: Language) -> Scenario:
    """Read and compose a scenario, in the language asked for or else in its own.

    Raises Refused with every problem found in it and in the blocks and sets it names.
    """
    raw = read_toml(path)
    place = Place(str(path))
    spoken = raw.get("languages")
    if isinstance(spoken, list) and spoken and language not in spoken and spoken[0] in {"nl", "en"}:
        language = spoken[0]
    file = validate(ScenarioFile, localise(raw, language, place), place)
    problems: list[Problem] = []
    uses = [
        use
        for n, line in enumerate(file.use)
        if (use := _collect(problems, _compose_use, line, n, place, library, kinds, language))
    ]
    sets = [
        found
        for name in _named_sets(uses)
        if (found := _collect(problems, load_set, name, library, language, place))
    ]
    if problems:
        raise Refused(*problems)
    scenario = Scenario(
        id=path.stem,
        language=language,
        title=file.title,
        purpose=file.purpose,
        minutes=file.minutes,
        audience=file.audience,
        people=file.people,
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
    block = validate(BlockFile, localise(read_toml(path), language, place), place)
    problems: list[Problem] = []
    steps = [
        step
        for n, raw in enumerate(block.step)
        if (step := _collect(problems, read_step, raw, kinds, place, ("step", n)))
    ]
    problems += _doubles([step.id for step in steps], place, "step")
    if problems:
        raise Refused(*problems)
    return block, steps


def read_step(raw: dict[str, Any], kinds: Kinds, place: Place, inside: tuple[str | int, ...]) -> Step:
    """Read one step by the kind it names; with an unknown kind also by the kind that looks most like it."""
    name = str(raw.get("kind", ""))
    kind: Kind | None = kinds.get(name)
    if kind is not None:
        return validate(kind.step, raw, place, inside)
    near = nearest(name, list(kinds))
    said = ".".join(["step[" + str(int(inside[-1]) + 1) + "]", "kind"])
    problem = Problem("scenario.no_kind", {"name": name, "kinds": ", ".join(kinds)}, place, said, near)
    if not near:
        raise Refused(problem)
    try:
        validate(kinds[near].step, {**raw, "kind": near}, place, inside)
    except Refused as refused:
        raise Refused(problem, *refused.problems) from refused
    raise Refused(problem)


def load_set(name: str, library: Library, language: Language, place: Place) -> StatementSet:
    """Read a statement set by its name. Raises Refused."""
    path = library.find("statements", name)
    if path is None:
        near = nearest(name, library.names("statements"))
        raise Refused(Problem("scenario.no_set", {"name": name}, place, nearest=near))
    here = Place(str(path))
    file = validate(StatementsFile, localise(read_toml(path), language, here), here)
    doubles = _doubles([statement.id for statement in file.statement], here, "statement")
    if doubles:
        raise Refused(*doubles)
    return StatementSet(
        id=name,
        title=file.title,
        source=file.source,
        source_status=file.source_status,
        statements=file.statement,
    )


def _named_sets(uses: list[Use]) -> list[str]:
    names = [
        name
        for use in uses
        for step in use.steps
        for name in [*getattr(step, "sets", []), *getattr(step, "back", {}).values()]
    ]
    return list(dict.fromkeys(names))


def _doubles(names: list[str], place: Place, key: str) -> list[Problem]:
    return [
        Problem("scenario.double_id", {"name": name}, place, f"{key}[{n + 1}].id")
        for n, name in enumerate(names)
        if name in names[:n]
    ]


def check_whole(scenario: Scenario, kinds: Kinds, place: Place) -> list[Problem]:
    """Find what can only be seen in the composed scenario: double ids, times, what kinds miss in it."""
    problems = _doubles([use.id for use in scenario.uses], place, "use")
    problems += _doubles([each.id for each in scenario.perspectives], place, "perspective")
    problems += [
        Problem("scenario.reserved", {"name": name}, place, "perspective.id")
        for name in ("total", "listeners")
        if scenario.perspective(name)
    ]
    if any(use.id == "session" for use in scenario.uses):
        problems.append(Problem("scenario.reserved", {"name": "session"}, place, "use.id"))
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

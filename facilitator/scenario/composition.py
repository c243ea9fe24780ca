"""From a scenario's file and the blocks and statement sets it names to one scenario in one language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from facilitator.problems import Place, Problem, Refused
from facilitator.scenario.composer import Composer, ReadTable, Texts
from facilitator.scenario.cross_checks import check_steps, check_whole
from facilitator.scenario.file_models import ScenarioFile, UseLine
from facilitator.scenario.library import Library
from facilitator.scenario.limits import PERSPECTIVE, PURPOSE, TITLE
from facilitator.scenario.localisation import localise
from facilitator.scenario.model import Kinds, Perspective, Scale, Scenario, StatementSet, Use
from facilitator.scenario.origins import Origin, Origins, UseOrigin
from facilitator.scenario.parts import UNREAD, check_name, collect, doubles, tables
from facilitator.scenario.placement import Placement
from facilitator.scenario.reader import Reader
from facilitator.scenario.screen_fit import find_wide
from facilitator.scenario.supply_checks import brought_along, check_brings, check_follows, check_supplies
from facilitator.scenario.validation import MOST, validate
from facilitator.text import clean
from facilitator.words import LANGUAGES, Language, Words

RESERVED: Final = {"total", "listeners"}
"""What the app itself calls a count of people beside those of the perspectives."""


USUAL: Final = [Perspective(id=name, title=name) for name in ("beleid", "bewoners", "professionals")]
"""The perspectives that a block is checked with when no scenario says which there are."""


@dataclass(frozen=True)
class Composed:
    """What could be made of a scenario, and what is wrong in it and in the blocks and sets it names."""

    language: Language
    scenario: Scenario | None
    problems: Sequence[Problem]
    """Errors and warnings, with their keys and without their lines."""
    texts: Sequence[Texts]


class Sketch(Scenario, defer_build=True):
    """A scenario of which not all is known, such as a block by itself: any perspective may be in it."""

    def perspective(self, name: str) -> Perspective | None:
        return super().perspective(name) or Perspective.model_construct(id=name, title=name)


def load_scenario(path: Path, library: Library, kinds: Kinds, language: Language) -> Scenario:
    """Read and compose a scenario, in the language asked for or else in its own.

    Raises Refused with every error found in it and in the blocks and sets it names, each with its place.
    """
    composed = compose(path, library, Reader(kinds), language)
    errors = [problem for problem in composed.problems if problem.severity == "error"]
    if errors or composed.scenario is None:
        placing = Placement(path)
        placed = [placing.place(problem, composed.language) for problem in errors[: 2 * MOST]]
        raise Refused(*placing.in_order(placed))
    return composed.scenario


def compose(path: Path, library: Library, reader: Reader, language: Language) -> Composed:
    """Compose a scenario as far as it can be. Raises Refused when its file is no TOML."""
    raw, place, kinds = reader.toml(path), Place(str(path)), reader.kinds
    composer = Composer(library, reader, _spoken(raw, language))
    problems = composer.problems
    problems += check_name(path)
    data = localise(raw, composer.language, place, problems)
    composer.texts.append(Texts(path, [ReadTable(ScenarioFile, data)]))
    file = collect(problems, validate, ScenarioFile, data, place)
    problems += [*_check_ids(data, place), *_check_bars(data, Origin(str(path)))]
    uses = _uses(data, composer, str(path))
    sets, of_sets = composer.sets(uses)
    origins = Origins(Origin(str(path)), [origin for _, origin in uses], of_sets)
    made = [use for use, _ in uses]
    scenario = None
    if file is not None and composer.whole:
        scenario = _scenario(file, path.stem, composer.language, made, sets)
        problems += check_whole(scenario, kinds, origins)
        earlier = brought_along(path, file, library, reader, composer.language)
        problems += [*_check_part(file, origins.scenario), *check_supplies(scenario, kinds, origins, earlier)]
        problems += map(origins.scenario.put, check_brings(scenario, kinds, earlier))
        problems += map(origins.scenario.put, check_follows(path, file))
    elif made:
        problems += check_steps(sketch(file, composer.language, made, sets), kinds, origins)
    return Composed(composer.language, scenario, problems, composer.texts)


def _spoken(raw: dict[str, Any], language: Language) -> Language:
    """Give the language asked for when the scenario has it, and else the first that it has."""
    said = raw.get("languages")
    spoken = [language for language in said if language in LANGUAGES] if isinstance(said, list) else []
    return language if language in spoken or not spoken else spoken[0]


def _uses(data: dict[str, Any], composer: Composer, scenario: str) -> list[tuple[Use, UseOrigin]]:
    """Make the uses that can be read, so that what is wrong in them is told even when others can't."""
    raws = data.get("use")
    made: list[tuple[Use, UseOrigin]] = []
    for number, raw in enumerate(raws[:MOST] if isinstance(raws, list) else [], 1):
        line = collect([], validate, UseLine, raw, Place(scenario))
        use = composer.use(line, number, scenario) if line else None
        if use is None:
            composer.whole = False
        else:
            made.append(use)
    return made


def _scenario(
    file: ScenarioFile, name: str, language: Language, uses: list[Use], sets: list[StatementSet]
) -> Scenario:
    return Scenario.model_construct(  # of parts that were checked already
        id=name,
        language=language,
        title=file.title,
        purpose=file.purpose,
        minutes=file.minutes,
        audience=file.audience,
        group=file.group,
        brings=file.brings,
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


def sketch(
    file: ScenarioFile | None, language: Language, uses: list[Use], sets: list[StatementSet]
) -> Scenario:
    """Make a scenario of what there is, to look at its steps; without a file any perspective may be in it."""
    make = Sketch if file is None else Scenario
    return make.model_construct(  # of parts that were checked already
        id="sketch",
        language=language,
        title=UNREAD,
        purpose=UNREAD,
        minutes=1,
        perspectives=file.perspective if file else USUAL,
        scale=(file.scale if file else None) or standard_scale(language),
        uses=uses,
        statement_sets=sets,
    )


def standard_scale(language: Language) -> Scale:
    """Four points without a middle, and an opt-out (docs/domain.md 6.1)."""
    t = Words(language)
    return Scale(points=t.lines("scenario.scale.points"), unknown=t("scenario.scale.unknown"))


# -- what the file shows by itself


def _check_part(file: ScenarioFile, origin: Origin) -> list[Problem]:
    """Find a part without its series, and a part of a series without its number."""
    found = None
    if file.part and file.series is None:
        found = Problem("scenario.part_alone", {"part": file.part}, key="part", severity="warning", aim="key")
    elif file.series and file.part is None:
        values = {"name": file.series}
        found = Problem("scenario.series_alone", values, key="series", severity="warning", aim="key")
    return [origin.put(found)] if found else []


def _check_ids(data: Mapping[str, Any], place: Place) -> list[Problem]:
    """Find names that are there twice, or that the app uses itself."""
    problems = doubles([raw.get("id") for raw in tables(data, "perspective")], place, "perspective")
    problems += _reserved(data, "perspective", RESERVED, place)
    problems += _reserved(data, "use", {"session"}, place)
    uses = tables(data, "use")[:MOST]
    for problem in doubles([raw.get("id", raw.get("block")) for raw in uses], place, "use"):
        number = int(problem.key[4:].partition("]")[0])
        own = "id" in uses[number - 1]
        problems.append(
            problem if own else replace(problem, code="scenario.used_twice", key=f"use[{number}].block")
        )
    return problems


def _reserved(data: Mapping[str, Any], key: str, taken: set[str], place: Place) -> list[Problem]:
    return [
        Problem("scenario.reserved", {"name": name}, place, f"{key}[{n}].id")
        for n, raw in enumerate(tables(data, key), 1)
        for name in taken
        if raw.get("id") == name
    ]


def _check_bars(data: Mapping[str, Any], origin: Origin) -> list[Problem]:
    """Find titles that are wider than where they stand on the smallest screen."""
    places = [("title", data.get("title"), TITLE), ("purpose", data.get("purpose"), PURPOSE)]
    places += [
        (f"perspective[{n}].title", raw.get("title"), PERSPECTIVE)
        for n, raw in enumerate(tables(data, "perspective")[:MOST], 1)
    ]
    return [
        origin.put(problem)
        for key, said, most in places
        if isinstance(said, str)
        for problem in find_wide(key, clean(said), most)
    ]

"""What the group brought up in a report: per sort, under its headings; and what hangs together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from facilitator.document import Backstage, Items, Paragraph, Part, Told
from facilitator.kinds.report_facet import Answering, Chapter, KindReport
from facilitator.scenario.item_sorts import ITEM_SORTS, ItemSort
from facilitator.scenario.model import Use, key_of
from facilitator.session.concentration import say_spots
from facilitator.session.items import items_of
from facilitator.session.provenance import say_origin, say_shared
from facilitator.session.registers import HANDS, Item
from facilitator.session.state import State
from facilitator.steps.collect.chains import arrows, chains
from facilitator.steps.collect.findings import (
    acquaintances,
    actors_in_turn,
    by_energy,
    felt_without_energy,
    no_bridge,
)
from facilitator.steps.collect.kind import CollectStep
from facilitator.steps.collect.message_parts import MESSAGE
from facilitator.steps.collect.wording import begin_and_end, link_sentence, missing_lines, question
from facilitator.words import Words

HANDS_OF_ITEMS: Final = ("energy", "items")
"""The look at who wants to work on what."""


def _parts(state: State, use: Use, step: CollectStep, t: Words) -> Sequence[Told]:
    """Give what this step brought to the table; what two steps look at is told once, at the first."""
    listed = _items(state, _sorts_told(state, step), t)
    look = _look_of(step)
    if step is not next(each for each in _looks(state) if _look_of(each) == look):
        return listed
    tell = _TOLD.get(look)
    return [*listed, *(tell(state, step, t) if tell else []), *_felt(state, use, step, t)]


def _look_of(step: CollectStep) -> tuple[str, str]:
    return step.ask, step.among


# -- items


def _looks(state: State) -> list[CollectStep]:
    return [step for _, step in state.scenario.places() if isinstance(step, CollectStep)]


def _sorts_told(state: State, step: CollectStep) -> list[ItemSort]:
    """Give the sorts of items told at this step: what it asks first, and at the first step what none asks."""
    looks = _looks(state)
    asked: dict[ItemSort, int] = {}
    for number, look in enumerate(looks):
        for prompt in look.prompts:
            asked.setdefault(prompt.sort, number)
    first = next((number for number, look in enumerate(looks) if look.among == "items"), None)
    number = next(number for number, look in enumerate(looks) if look is step)
    return [sort for sort in ITEM_SORTS if asked.get(sort, first) == number]


def _together(state: State, t: Words) -> list[Part]:
    """Give where things come together; where there are tasks it stands with these."""
    said = "" if state.tasks() else say_spots(state, t)
    return [Paragraph(said)] if said else []


def _items(state: State, sorts: Sequence[ItemSort], t: Words) -> list[Part]:
    """Give items per sort: those without a heading first, then heading by heading."""
    found: list[Part] = []
    for sort in sorts:
        items = items_of(state, [sort])
        if items:
            found.append(Paragraph(t(f"collect.report.sort.{sort}")))
        for theme in sorted({item.theme for item in items.values()}, key=_in_order(items)):
            if theme:
                found.append(Paragraph(t("collect.report.theme", theme=theme), quiet=True))
            lines = [_line(name, item, state, t) for name, item in items.items() if item.theme == theme]
            found.append(Items(lines))
    return found


def _in_order(items: Mapping[str, Item]) -> Callable[[str], tuple[bool, int]]:
    """Let headings stand in the order in which they were found, after what has none."""
    found = list(dict.fromkeys(item.theme for item in items.values()))
    return lambda theme: (bool(theme), found.index(theme))


def _line(name: str, item: Item, state: State, t: Words) -> str:
    said = (say_origin(name, state, t, item.perspective), say_shared(name, state, t), item.where)
    more = [part for part in said if part]
    return t("collect.report.line", text=item.text, more=", ".join(more)) if more else item.text


# -- the other looks


def _shared(state: State, step: CollectStep, t: Words) -> list[Part]:
    found: list[Part] = []
    for side in ("shared", "one-side"):
        here = [item.text for item in items_of(state, step.sorts).values() if item.shared == side]
        if here:
            found += [Paragraph(t(f"collect.report.{side}")), Items(here)]
    return found


def _hangs_together(state: State, _step: CollectStep, t: Words) -> list[Part]:
    """Give a sentence for each link, chain after chain, where to begin, and what is felt most."""
    lines = [link_sentence(arrow, state, t) for chain in chains(arrows(state)) for arrow in chain.arrows]
    said = [Paragraph(line) for line in begin_and_end(state, t)]
    return [*([Items(lines)] if lines else []), *said]


def _knows(state: State, _step: CollectStep, t: Words) -> list[Part]:
    actors, turn = state.actors(), actors_in_turn(state)
    pairs = [sorted(pair, key=turn.index) for pair in acquaintances(state).values()]
    if not pairs:
        return []
    lines = [
        t("collect.report.knows", one=actors[one].name, other=actors[other].name) for one, other in pairs
    ]
    said = [missing_lines(state, t), question(no_bridge(state), t)]
    return [Items(lines), *(Paragraph(line) for line in said if line)]


def _energy_of_items(state: State, step: CollectStep, t: Words) -> list[Part]:
    """Give the items on which most want to work first, and under them those for which no hand was seen."""
    items = items_of(state, step.sorts)
    lines = [
        t("collect.report.line", text=items[name].text, more=t(f"collect.answer.energy.{items[name].energy}"))
        for name in by_energy(state, list(items))
        if items[name].energy
    ]
    return [Paragraph(t("collect.result.energy")), Items(lines)] if lines else []


def _energy_of_actors(state: State, _step: CollectStep, t: Words) -> list[Part]:
    actors = state.actors()
    lines = [
        t(
            "collect.report.line",
            text=actors[name].name,
            more=t(f"collect.answer.energy_actors.{actors[name].energy}"),
        )
        for name in by_energy(state, actors_in_turn(state))
        if actors[name].energy in HANDS
    ]
    return [Items(lines)] if lines else []


def _felt(state: State, use: Use, step: CollectStep, t: Words) -> list[Told]:
    """Give the question about what is felt and carried by nobody, when the group came to asking for hands."""
    if _look_of(step) != HANDS_OF_ITEMS or key_of(use, step) not in state.begun:
        return []
    asked = question(felt_without_energy(state, step.sorts), t)
    return [Backstage([Paragraph(asked)])] if asked else []


Tell = Callable[[State, CollectStep, Words], list[Part]]

_TOLD: Final[Mapping[tuple[str, str], Tell]] = {
    ("shared", "items"): _shared,
    ("links", "items"): _hangs_together,
    ("links", "actors"): _knows,
    HANDS_OF_ITEMS: _energy_of_items,
    ("energy", "actors"): _energy_of_actors,
}


def _answer(state: State, use: Use, step: CollectStep, t: Words) -> list[str]:
    """Give what was found to be shared."""
    if step.ask != "shared" or key_of(use, step) not in state.begun:
        return []
    here = [item.text for item in items_of(state, step.sorts).values() if item.shared == "shared"]
    return [t("collect.report.shared"), *here] if here else []


REPORT: Final = KindReport[CollectStep](
    chapter=Chapter.SAID,
    message=MESSAGE,
    answering=lambda _step: Answering.SHARES,
    answer=_answer,
    parts=_parts,
    registers=_together,
)

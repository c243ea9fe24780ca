"""A group that goes through a programme: it reads what is asked, answers in its own words, and goes on."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, cast

from facilitator.scenario.compose import load_scenario
from facilitator.scenario.library import Library, built_in
from facilitator.scenario.model import Scenario, Step
from facilitator.session.after import carry_over
from facilitator.session.state import CLOSING, State
from facilitator.steps import kinds
from facilitator.steps.choose.kind import ChooseStep
from facilitator.steps.collect.kind import CollectStep
from facilitator.steps.statements.kind import StatementsStep, statements_of
from tests.steps.running import Running, example, running

ROOM: Final = {"beleid": 6, "bewoners": 5, "professionals": 7}
TEAM: Final = {"beleid": 2, "professionals": 3}
"""A team by itself, too small to be shown per perspective."""

LINES: Final = [
    "de speeltuin is nat",
    "buren kennen elkaar",
    "de bushalte is ver",
    "elke vrijdag soep",
    "het plein is donker",
    "de moestuin groeit",
    "jongeren zoeken een plek",
    "de school doet mee",
    "het riool gaat open",
    "de winkels blijven",
]
SAID: Final = {
    "what": "Een bank bij de school zetten",
    "who": "wijkteam",
    "when": "over 2 weken",
    "look_on": "over 4 weken",
    "value": "12 van de 100",
    "year": "2024",
    "next_date": "over 6 weken",
}
"""What is typed in fields that want something particular."""
BALLOTS: Final = ("3", "4", "2", "3", "1", "4")
CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "gate": ("1",),
    "review": ("1",),
    "facts": ("1",),
    "actors": ("2",),
    "contributions offers": ("1", "b"),
    "contributions tasks": ("1",),
    "contributions roles": ("1",),
    "collect energy": ("2",),
    "collect shared": ("1",),
    "collect links": ("1", "2", "1", "enter"),
    "collect cluster": ("plus", *"Samen buiten", "enter"),
}
"""Keys that choose something where nothing is typed, once on each page; by kind, and by what it asks."""
AGAIN: Final = {"answer": 2, "item": 3, "party": 4}
"""Fields in which more lines are typed, and how many."""
MOST_KEYS: Final = 900


@dataclass
class Group:
    """What a group does with what it sees; it remembers where it answered already."""

    app: Running
    scenario: Scenario
    answered: set[tuple[str, ...]] = field(default_factory=set)
    typed: list[str] = field(default_factory=list)
    visited: list[str] = field(default_factory=list)

    async def walk(self) -> None:
        """Go from where the app is to the closing screen."""
        same = 0
        for _ in range(MOST_KEYS):
            if self.app.key not in self.visited:
                self.visited.append(self.app.key)
            if self.app.key == CLOSING:
                return
            self.look()
            before = self.app.text
            await self.act()
            same = same + 1 if self.app.text == before else 0
            if same:
                await self.app.press(*_OTHER[min(same, len(_OTHER)) - 1])
            assert same < len(_OTHER), f"no way on from {self.app.key} {self.app.page}:\n{self.app.text}"
        raise AssertionError(f"no end at {self.app.key} {self.app.page}:\n{self.app.text}")

    def look(self) -> None:
        """See that nothing of what stands on the screen is cut off."""
        cut = [row for row in self.app.body if row.rstrip(" │▁▂▃▄▅▆▇█").endswith("…")]
        cut = [row for row in cut if row.strip() not in {"↑ …", "↓ …"}]
        assert not cut, f"{self.app.key} {self.app.page}:\n{self.app.text}"

    @property
    def step(self) -> Step:
        found = self.app.state.find(self.app.key)
        assert found is not None
        return found[1]

    async def act(self) -> None:
        """Do the next thing: fill in a ballot, type a line, choose something, or go on."""
        step = self.step
        if self.app.state.open_round() is not None and self.app.page == "enter" and not self._all_in():
            await self._ballot(cast("StatementsStep", step))
        elif self.app.view.field is not None and self._new_line(str(self.app.view.field.name)):
            await self._type(str(self.app.view.field.name))
        elif step.kind == "agreements" and not self.app.page and self._agreed():
            await self.app.press(*["down"] * 8, "enter")
        elif self.app.view.field is None and self._new("choose"):
            await self.app.press(*_choice(step))
        else:
            await self.app.press("enter")

    def _new(self, *what: str) -> bool:
        """Tell whether this was not done yet on this page."""
        here = (self.app.key, self.app.page, *what)
        if here in self.answered:
            return False
        self.answered.add(here)
        return True

    def _new_line(self, name: str) -> bool:
        """Tell whether there is still something to say in a field."""
        return any(self._new("type", name, str(n)) for n in range(AGAIN.get(name, 1)))

    def _agreed(self) -> bool:
        """Tell whether there is an agreement that is not done yet."""
        return any(each.status == "open" for each in self.app.state.agreements().values())

    def _all_in(self) -> bool:
        return "zijn binnen" in self.app.text or "Klopt dit" in self.app.text

    async def _ballot(self, step: StatementsStep) -> None:
        count = len(statements_of(step, self.scenario))
        start = len(self.answered)
        self.answered.add(("ballot", str(start)))
        digits = [BALLOTS[(start + n) % len(BALLOTS)] for n in range(count)]
        await self.app.press(*digits, "enter")

    async def _type(self, name: str) -> None:
        line = SAID.get(name) or LINES[len(self.typed) % len(LINES)]
        if name not in SAID and line in self.typed:
            line = f"{line} {len(self.typed)}"
        self.typed.append(line)
        await self.app.type(line)
        await self.app.press("enter")


def _choice(step: Step) -> tuple[str, ...]:
    """Give the keys that choose something in a step."""
    if isinstance(step, ChooseStep):
        return ("1", "2")[: step.most]
    if isinstance(step, CollectStep) and step.among == "actors" and step.ask == "links":
        return ("space",)
    return CHOICES.get(f"{step.kind} {getattr(step, 'ask', '')}", CHOICES.get(step.kind, ("enter",)))


_OTHER: Final = (("a",), ("end",), ("o",), ("escape",), ("down",), ("enter",))
"""What a group tries when a screen stays as it is."""


def state_of(name: str, state: State, after: State | None) -> State:
    """Give a session of a programme, just begun; after an earlier one with what comes over from it."""
    path = built_in() / f"{name}.toml"
    scenario = load_scenario(path, Library.of(path), kinds(), "nl")
    people = TEAM if scenario.alone else ROOM
    known = {each.id for each in scenario.perspectives}
    begun = replace(state, scenario=scenario, people={who: n for who, n in people.items() if who in known})
    if after is None:
        return begun
    carried = carry_over(after)
    return replace(begun, registers=carried.registers, before=carried.before)


@asynccontextmanager
async def evening_of(
    name: str, folder: Path, size: tuple[int, int], *, after: State | None = None
) -> AsyncIterator[Group]:
    """Run a programme from its first step; give the group that goes through it."""
    prepare = lambda state: state_of(name, state, after)  # noqa: E731
    async with running(example("card"), folder, size=size, prepare=prepare) as app:
        assert app.opening.run is not None
        await app.opening.run.go_to(app.state.keys()[0])
        await app._settle()
        yield Group(app, app.state.scenario)

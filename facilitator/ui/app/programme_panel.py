"""The programme of the evening: where we are, what comes, and going anywhere without losing anything."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from textual.app import ComposeResult

from facilitator.problems import Problem
from facilitator.scenario.model import StatementSet, Use, key_of
from facilitator.session.clock import plus
from facilitator.session.commands import insert_block
from facilitator.session.expectation import tight_to_come
from facilitator.session.session_leaves import CLOSING
from facilitator.session.state import State
from facilitator.ui.app.blocks_view import BlockShelf, ask_block
from facilitator.ui.app.panels import Panel
from facilitator.ui.app.programme_plan import say_tight
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.lists import pointing
from facilitator.ui.kit.view import StageHost
from facilitator.ui.kit.widgets import Option, Pick, Say
from facilitator.words import Words
from facilitator.words.dates import say_clock, say_time


def options(state: State, t: Words, tight: Set[str] = frozenset()) -> list[Option]:
    """Give a line per step with its time as planned; what was begun is marked, by when it began.

    ``tight``: the steps to come that have less time than they take.
    """
    at = state.about.starts
    lines: list[Option] = []
    for use, step in state.places():
        key = key_of(use, step)
        begun = state.begun.get(key)
        mark = "▶" if key == state.at.key else "✓" if begun else " "
        end = t("app.programme.minutes", n=step.minutes)
        if key in tight:
            end = t("app.prepare.tight", minutes=end)
        if use.id in state.inserted:
            end = f"{t('app.programme.inserted')}  {end}"
        when = f"{mark} {say_clock(at, t.language)}"
        lines.append(Option(key, step.title, end, quiet=bool(begun), tag=when))
        at = plus(at, step.minutes)
    mark = "▶" if state.at.key == CLOSING else " "
    when = f"{mark} {say_clock(at, t.language)}"
    lines.append(Option(CLOSING, t("app.programme.closing"), tag=when))
    return lines


class ProgrammePanel(Panel):
    """Choose where to go, or add a block that was not planned."""

    title = "programme"

    def __init__(self, desk: Desk, stage: StageHost, blocks: BlockShelf) -> None:
        super().__init__(desk, stage)
        self.blocks = blocks
        self.wanted: str | None = desk.state.at.key
        """The step to point at next."""
        self.pick = Pick()
        self.tight = Say(classes="ask")
        self.tight.styles.dock = "bottom"

    def compose(self) -> ComposeResult:
        yield self.pick
        yield self.tight

    def show(self) -> None:
        tight = {
            key_of(each.use, each.step): each for each in tight_to_come(self.desk.state, self.desk.kinds)
        }
        self.pick.put(options(self.desk.state, self.t, tight.keys()), at=self.wanted)
        self.wanted = None
        here = tight.get(self.pick.chosen.id) if self.pick.chosen else None
        self.tight.say(say_tight([here] if here else list(tight.values()), len(tight), self.t))

    def actions(self) -> Sequence[Action]:
        up, down = pointing(self.pick, self.show)
        return [
            self.action("go", "enter", self._go, 1),
            self.action("add_block", "b", self._add, 2),
            self.action("close", "escape", self.stage.close_panel, 5),
            replace(up, rank=3),
            replace(down, rank=4),
        ]

    async def _go(self) -> None:
        chosen = self.pick.chosen
        await self.stage.close_panel()
        if chosen:
            await self.stage.go_to(chosen.id)

    async def _add(self) -> None:
        language = self.desk.state.scenario.language
        await ask_block(self.stage, self.t, self.blocks, language, self._insert)

    async def _insert(self, use: Use, sets: list[StatementSet]) -> Problem | None:
        """Add the block after the one where the group is, point at it, and say when we stop now."""
        outcome = insert_block(self.desk.state, self.desk.kinds, use, sets)
        if isinstance(outcome, Problem):
            return outcome
        if not await self.desk.act("block", outcome):
            return self.desk.problem
        state = self.desk.state
        added = next(each for each in state.scenario.uses if each.id == state.inserted[-1])
        self.wanted = key_of(added, added.steps[0])
        ends = say_time(state.ends, self.t.language)
        self.stage.tell(self.t("app.blocks.added", title=added.title, n=added.minutes, time=ends))
        return None

"""The programme as it is being settled: a line per block with its time, and whether it all fits."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence, Set
from datetime import time

from facilitator.problems import Problem
from facilitator.scenario.model import Kinds, Scenario, StatementSet, Use
from facilitator.scenario.tight_steps import TightStep
from facilitator.session.clock import plus
from facilitator.session.programme import MOST_BLOCKS, Programme, misfit, with_block, with_free_id
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.widgets import Option, Pick, Say
from facilitator.words import Words
from facilitator.words.dates import say_clock, say_time

TakeBlock = Callable[[Use, list[StatementSet]], Awaitable[Problem | None]]
"""What is done with a block that was chosen; gives why it cannot be."""


class ProgrammePlan:
    """The list of blocks, and what can be done to it."""

    def __init__(
        self,
        t: Words,
        scenario: Scenario,
        kinds: Kinds,
        choose_block: Callable[[TakeBlock], Awaitable[None]],
        changed: Callable[[], None],
    ) -> None:
        self.t = t
        self.programme = Programme.of(scenario)
        self.kinds = kinds
        self.choose_block = choose_block
        self.changed = changed
        self.pick = Pick()
        self.pick.styles.min_height = 3
        self.done = Say()
        self.tight = Say(classes="ask")
        self.there: Mapping[str, int] = {}
        """What an earlier session brings along, by what it is."""

    def show(self, starts: time, *, active: bool) -> None:
        self.pick.pointing = active
        self.pick.styles.height = "1fr" if active else "auto"
        self.pick.styles.max_height = len(self.programme.scenario.uses)
        tight = self.programme.tight(self.kinds, self.there)
        self.pick.put(block_lines(self.programme, starts, self.t, {each.use.id for each in tight}))
        here = [each for each in tight if active and each.use.id == self._here]
        self.tight.say(say_tight(here or tight, len(tight), self.t))
        self.done.say(done_at(self.programme, starts, self.t))
        self.done.set_class(self.programme.over < 0, "ask")

    def actions(
        self, action: Callable[[str, str, Callable[[], Awaitable[None]], int], Action]
    ) -> list[Action]:
        """Give what can be done to the block that is pointed at, most important first."""
        return [
            action("add_block", "b", self._add, 2),
            action("higher", "h shift+up alt+up ctrl+up", self._higher, 3),
            action("lower", "l shift+down alt+down ctrl+down", self._lower, 4),
            action("leave_out", "space", self._leave_out, 5),
            action("shorter", "minus", self._shorter, 6),
            action("longer", "plus equals_sign", self._longer, 7),
        ]

    @property
    def _here(self) -> str:
        return self.pick.chosen.id if self.pick.chosen else ""

    def mean_for(self, people: int) -> None:
        """Hear for how many people it is."""
        self.programme = self.programme.with_people(people)

    def _settle(self, programme: Programme) -> None:
        self.programme = programme
        self.changed()

    async def _leave_out(self) -> None:
        self._settle(self.programme.leave_out(self._here))

    async def _shorter(self) -> None:
        self._settle(self.programme.resize(self._here, -1))

    async def _longer(self) -> None:
        self._settle(self.programme.resize(self._here, 1))

    async def _higher(self) -> None:
        self._settle(self.programme.move(self._here, -1))

    async def _lower(self) -> None:
        self._settle(self.programme.move(self._here, 1))

    async def _add(self) -> None:
        await self.choose_block(self._take)

    async def _take(self, use: Use, sets: list[StatementSet]) -> Problem | None:
        """Put a block from the library under the one that is pointed at, and point at it."""
        scenario = self.programme.scenario
        if len(scenario.uses) >= MOST_BLOCKS:
            return Problem("session.programme_full", {"most": MOST_BLOCKS})
        use = with_free_id(scenario, use)
        if problem := misfit(with_block(scenario, use, sets, self._here), use, self.kinds):
            return problem
        here = self._here
        self._settle(self.programme.add(use, sets, here))
        self.pick.point(use.id)
        return None


def block_lines(programme: Programme, starts: time, t: Words, tight: Set[str]) -> Sequence[Option]:
    """Give a line per block, with when it begins; what is left out takes no time.

    ``tight``: the blocks in which a step has less time than it takes.
    """
    at = starts
    lines: list[Option] = []
    for use in programme.scenario.uses:
        out = use.id in programme.left_out
        mark, when = ("○", "     ") if out else ("●", say_clock(at, t.language))
        length = _length(use, programme, t)
        said = t("app.prepare.tight", minutes=length) if use.id in tight else length
        lines.append(Option(use.id, f"{use.title}  ({said})", quiet=out, tag=f"{mark} {when}"))
        if not out:
            at = plus(at, use.minutes)
    return lines


def _length(use: Use, programme: Programme, t: Words) -> str:
    minutes = t("app.programme.minutes", n=use.minutes)
    before = sum(programme.lengths[use.id])
    if use.id in programme.added:
        return t("app.prepare.added", minutes=minutes)
    return minutes if before == use.minutes else t("app.prepare.was", minutes=minutes, before=before)


def say_tight(steps: Sequence[TightStep], n: int, t: Words) -> str:
    """Say of the first step how long it takes and what helps, and how many of all are like it."""
    if not steps:
        return ""
    first = steps[0]
    said = f"{first.problem.say(t)} {t(first.easier)}"
    return f"{said} {t('app.prepare.more_tight', n=n - 1)}" if n > 1 else said


def done_at(programme: Programme, starts: time, t: Words) -> str:
    """Say when all is done, and how that stands to the length of the scenario."""
    done = t("app.prepare.stops", time=say_time(plus(starts, programme.total), t.language))
    if not programme.over:
        return done
    fits = t("app.prepare.over", n=programme.over)
    return f"{done} {fits if programme.over > 0 else t('app.prepare.too_long', n=-programme.over)}"

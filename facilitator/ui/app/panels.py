"""Small panels over a step: who is here, what matters, the clock, the facilitator's notes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Final

from textual.app import ComposeResult

from facilitator.session.clock import plus
from facilitator.session.commands import stop_at
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.lists import pointing
from facilitator.ui.kit.people_list import PeopleList
from facilitator.ui.kit.screen_sizes import SMALLEST_ROOM
from facilitator.ui.kit.view import DeskView, StageHost
from facilitator.ui.kit.widgets import Option, Pick, Say
from facilitator.words.dates import say_time

TALK: Final = 10
"""Minutes for something that matters."""


class Panel(DeskView):
    """A view over another one."""

    room = "app"
    smallest = SMALLEST_ROOM
    title = ""

    def heading(self) -> str:
        return self.t(f"app.panel.{self.title}")

    def close_action(self) -> Action:
        return self.action("close", "enter escape", self.stage.close_panel, 1)

    def actions(self) -> Sequence[Action]:
        return [self.close_action()]


class PeoplePanel(Panel):
    """Who is here now. What was voted before keeps its own numbers."""

    b_is_own = True

    title = "people"

    def __init__(self, desk: Desk, stage: StageHost) -> None:
        super().__init__(desk, stage)
        self.people = PeopleList(desk, stage)

    def compose(self) -> ComposeResult:
        yield LargeSay(self.t("app.people.lead"))
        yield self.people

    def show(self) -> None:
        self.people.show()

    def begin_number(self) -> None:
        self.people.begin_number()

    def actions(self) -> Sequence[Action]:
        return [self.close_action(), *self.people.actions()]


class ImportantPanel(Panel):
    """Something came up that matters: go on about it now, park it, or take a break (docs/domain.md 6.5)."""

    title = "important"

    def __init__(
        self,
        desk: Desk,
        stage: StageHost,
        park: Callable[[], Awaitable[None]],
        count: Callable[[str, int], Awaitable[None]],
    ) -> None:
        """``park`` asks for a line, ``count`` gives so many minutes for something."""
        super().__init__(desk, stage)
        self.park = park
        self.count = count
        self.pick = Pick(
            [Option(name, desk.t(f"app.important.{name}")) for name in ("talk", "park", "pause")]
        )

    def compose(self) -> ComposeResult:
        yield LargeSay(self.t("app.important.lead"))
        yield self.pick
        yield Say(self.t("app.important.later"), classes="quiet gap")

    def actions(self) -> Sequence[Action]:
        return [
            self.action("choose", "enter", self._choose, 1),
            self.action("close", "escape", self.stage.close_panel, 2),
            *pointing(self.pick, tab=True),
        ]

    async def _choose(self) -> None:
        chosen = self.pick.chosen.id if self.pick.chosen else ""
        await self.stage.close_panel()
        if chosen == "park":
            await self.park()
        elif chosen:
            await move_end(self.desk, TALK)
            await self.count(chosen, TALK)


async def move_end(desk: Desk, minutes: int) -> None:
    """Let the group stop so many minutes later, or sooner."""
    await desk.act("clock", stop_at(desk.state, plus(desk.state.ends, minutes)))


class ClockPanel(Panel):
    """The exact time, for the facilitator: when we stop, how far we are, and moving the end."""

    title = "clock"

    def __init__(self, desk: Desk, stage: StageHost) -> None:
        super().__init__(desk, stage)
        self.times = LargeSay()
        self.plan = Say()

    def compose(self) -> ComposeResult:
        yield self.times
        yield self.plan
        yield Say(self.t("app.clock.how"), classes="quiet gap")

    def show(self) -> None:
        state, language = self.desk.state, self.t.language
        now = self.desk.now().time()
        self.times.say(
            self.t("app.clock.times", now=say_time(now, language), ends=say_time(state.ends, language))
        )
        begun = state.begun.get(state.at.key)
        found = state.find(state.at.key)
        if begun and found:
            values = {"title": found[1].title, "n": found[1].minutes, "begun": begun.replace(":", ".")}
            self.plan.say(self.t("app.clock.step", **values))

    def tick(self) -> None:
        self.show()

    def actions(self) -> Sequence[Action]:
        return [
            self.close_action(),
            self.action("later", "plus equals_sign", self._later, 2),
            self.action("sooner", "minus", self._sooner, 3),
        ]

    async def _later(self) -> None:
        await self._move_end(5)

    async def _sooner(self) -> None:
        await self._move_end(-5)

    async def _move_end(self, minutes: int) -> None:
        await move_end(self.desk, minutes)
        self.stage.refresh_view()


class GuidePanel(Panel):
    """What the facilitator reads. On the screen only when asked for."""

    title = "guide"

    def compose(self) -> ComposeResult:
        found = self.desk.state.find(self.desk.state.at.key)
        if found is None:
            yield Say(self.t("app.guide.nothing"))
            return
        step = found[1]
        yield LargeSay(step.title)
        yield Say(step.notes or self.t("app.guide.nothing"), classes="below")
        for key, text in (("watch", step.watch), ("outcome", step.outcome)):
            if text:
                yield Say(f"{self.t(f'app.guide.{key}')} {text}", classes="quiet below")


class TogetherPanel(Panel):
    """How a team without a facilitator does this step: who reads, what to do, how long."""

    title = "together"

    def compose(self) -> ComposeResult:
        found = self.desk.state.find(self.desk.state.at.key)
        if found is None:
            yield Say(self.t("app.together.nothing"))
            return
        step = found[1]
        yield LargeSay(step.title)
        yield Say(step.alone or self.t("app.together.nothing"), classes="below")
        if step.outcome:
            yield Say(f"{self.t('app.guide.outcome')} {step.outcome}", classes="quiet")

    def status(self) -> str:
        found = self.desk.state.find(self.desk.state.at.key)
        return self.t("app.together.minutes", n=found[1].minutes) if found else ""

    def actions(self) -> Sequence[Action]:
        return [
            self.action("to_step", "enter escape", self.stage.close_panel, 1),
            Action("back", ("left",), self._back, "kit", 2),
        ]

    async def _back(self) -> None:
        await self.stage.close_panel()
        await self.stage.go_back()

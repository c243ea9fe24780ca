"""Ik bied, ik zoek: choose who speaks, and say what is brought or asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from typing import Final

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from facilitator.session.actor_names import same_name
from facilitator.session.choices import tasks_at_hand
from facilitator.session.commands import Outcome, drop, put
from facilitator.session.registers import Actor, Contribution
from facilitator.session.state import State
from facilitator.steps.contributions.commands import reword
from facilitator.steps.contributions.findings import Direction
from facilitator.steps.contributions.kind import ContributionsStep
from facilitator.steps.contributions.lane_view import lane_of
from facilitator.steps.contributions.names import actor_name
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.hanging_rows import HangingRow, HangingRows
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.lists import DOT, ColumnPick, Lane, Lanes, NumberKeys, pointing
from facilitator.ui.kit.pasted_text import EntryForm
from facilitator.ui.kit.step_view import StepContext, StepView
from facilitator.ui.kit.widgets import Option, Say

OVERVIEW: Final = "all"
"""The page on which everything is read back."""


class OffersView(StepView[ContributionsStep]):
    """A list of actors; b or z opens a field for the one that is pointed at. Page: ``actor/direction``.

    After something was kept, who speaks next is chosen.
    """

    b_is_own = True
    room = "contributions"
    follows = True

    def __init__(self, context: StepContext[ContributionsStep]) -> None:
        super().__init__(context)
        self.lead = LargeSay()
        self.tasks = HangingRows(classes="quiet below")
        self.speaker = Say(classes="ask")
        self.what = Field("what", limit=200)
        self.gap = Say()
        self.actors = ColumnPick()
        self.number_keys = NumberKeys(self.actors)
        self.said = Lanes()
        self.nothing = Say(classes="quiet")
        self._typed_at = ""
        """The context.page whose words the field holds."""

    def compose(self) -> ComposeResult:
        yield self.lead
        yield self.tasks
        yield self.speaker
        yield self.what
        yield self.gap
        yield self.nothing
        with Horizontal() as side_by_side:
            yield self.actors
            yield self.said
        side_by_side.styles.height = "1fr"
        self.said.styles.width = "2fr"
        self.actors.styles.width = "1fr"
        self.actors.styles.margin = (0, 3, 0, 0)

    # -- where we are

    def _offer(self) -> tuple[str, Direction] | None:
        """Give who speaks, and whether something is brought or asked for; None while nobody does."""
        actor, _, way = self.page.partition("/")
        if actor in self.desk.state.actors() and way in {"brings", "asks"}:
            return actor, "brings" if way == "brings" else "asks"
        return None

    @property
    def about(self) -> str:
        offer = self._offer()
        return offer[0] if offer else ""

    @property
    def draft_key(self) -> str:
        return f"{self.key}/{self.page}" if self._offer() else ""

    # -- what is shown

    def show(self) -> None:
        state, offer = self.desk.state, self._offer()
        reading = self.page == OVERVIEW
        self.lead.say(
            self.step.title if self.short and (reading or offer) else self.step.text or self.step.title
        )
        self.tasks.put([] if reading else self._tasks())
        self.speaker.say(self._speaks(*offer) if offer else "")
        self.what.display = self.gap.display = offer is not None
        self.gap.say(" " if offer else "")
        if offer and self._typed_at != self.page:
            self.load(self.what)
        self._typed_at = self.page
        if offer and self.field is None:
            self.enter_field(self.what)
        elif not offer and self.field is not None:
            self.enter_field(None)
        self._show_actors(offer[0] if offer else None)
        self.said.put([self._lane("brings"), self._lane("asks")])
        self.said.pointing = reading
        self.actors.display = self.wide or not reading
        self.said.display = self.wide or reading
        self.nothing.say("" if state.actors() else self.t("contributions.nobody"))

    def _tasks(self) -> list[HangingRow]:
        """Give the tasks to which people bring something, where they choose one of them."""
        state = self.desk.state
        tasks = tasks_at_hand(state) if self.step.tasks_in_sight else []
        names = [Content.assemble(DOT, (state.tasks()[name].name, "$label")) for name in tasks]
        return [HangingRow(Content(""), names)] if names else []

    def _speaks(self, actor: str, way: Direction) -> str:
        return self.t(f"contributions.speaks.{way}", who=actor_name(self.desk.state, actor, self.t))

    def _show_actors(self, at: str | None) -> None:
        state = self.desk.state
        counts = Counter(
            (contribution.actor, contribution.direction) for contribution in state.contributions().values()
        )
        options = []
        for number, (name, actor) in enumerate(state.actors().items(), 1):
            digit = f"{number:>{len(str(len(state.actors())))}}"
            ways: tuple[Direction, Direction] = ("brings", "asks")
            ends = [
                self.t(f"contributions.count.{way}", n=counts[name, way]) for way in ways if counts[name, way]
            ]
            options.append(Option(name, f"{digit}  {actor.name}", " ".join(ends)))
        self.actors.put(options, at=at)
        self.actors.pointing = self.page != OVERVIEW

    def _lane(self, way: Direction) -> Lane:
        everything = self.desk.state.contributions().items()
        said = {name: contribution for name, contribution in everything if contribution.direction == way}
        return lane_of(self.desk.state, way, said, self.t)

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        if self._offer():
            return [
                self.action("keep", "enter", self._keep, 1),
                self.action("leave", "escape" if self.what.text else "escape left", self.go, 2),
            ]
        if self.page == OVERVIEW:
            return self._overview_actions()
        offered = [
            self.action("group", "a", partial(self._new_actor, "informal"), 4),
            self.action("organisation", "f", partial(self._new_actor, "formal"), 5),
            self.back_action(),
        ]
        if self.actors.chosen:
            offered = [
                self.action("brings", "b", partial(self._speak, "brings"), 1),
                self.action("asks", "z", partial(self._speak, "asks"), 1),
                *offered,
                *pointing(self.actors),
                *self.number_keys.actions(self.stage.refresh_view),
            ]
        if self.desk.state.contributions():
            offered.append(self.action("overview", "o", partial(self.go, OVERVIEW), 3))
        return [*offered, self.action("on", "enter", self._on, 1)]

    def _overview_actions(self) -> list[Action]:
        offered = [
            self.on_action(),
            self.action("page_back", "left escape o", self.go, 2),
        ]
        if self.said.chosen:
            offered += [
                self.action("change", "e", partial(self._reword, self.said.chosen), 3),
                self.action("remove", "delete backspace", self._remove, 4),
                *pointing(self.said),
            ]
        return offered

    async def _on(self) -> None:
        """Go on; where there is no room for the overview it is read first."""
        if self.desk.state.contributions() and not self.wide:
            await self.go(OVERVIEW)
        else:
            await self.stage.go_on()

    def line_numbered(self, number: int) -> Callable[[], Awaitable[None]] | None:
        """On a large screen the actors stand numbered beside the field."""
        offer, there = self._offer(), list(self.desk.state.actors())
        if offer is None or not self.actors.display or not 0 < number <= len(there):
            return None
        return partial(self.go, f"{there[number - 1]}/{offer[1]}")

    async def _speak(self, way: Direction) -> None:
        if self.actors.chosen:
            await self.go(f"{self.actors.chosen.id}/{way}")

    def entering(self) -> EntryForm | None:
        offer = self._offer()
        if offer is None:
            return None
        actor, way = offer

        def make(state: State, name: str, line: str) -> Outcome:
            return put(state, "contributions", name, Contribution(actor=actor, direction=way, what=line))

        return EntryForm(f"contributions.{way}", make, self.what.limit)

    async def _keep(self) -> None:
        """Keep what was said, and go back to who speaks next."""
        if self.what.value:
            if not await self.keep_typed(self.what):
                self.stage.refresh_view()
                return
            self.what.clear()
        await self.go()

    def lines_asked(self) -> Mapping[str, Callable[[str], Awaitable[None]]]:
        return {"new_actor": self._new_actor, "reword": self._reword}

    async def _new_actor(self, side: str) -> None:
        """Put a party on the map that turns out to be missing."""

        async def keep(name: str) -> bool:
            actors = self.desk.state.actors()
            new = same_name(actors, name) or self.desk.new_id()
            if new not in actors:
                actor = Actor(name=name, side="informal" if side == "informal" else "formal")
                outcome = put(self.desk.state, "actors", new, actor)
                if not await self.desk.act("contributions.actor", outcome):
                    return False
            self._show_actors(new)
            return True

        await self.ask_for("new_actor", side, self.t(f"contributions.new.{side}"), keep)

    async def _reword(self, name: str) -> None:
        found = self.desk.state.contributions().get(name)
        if found is None:
            return

        async def keep(what: str) -> bool:
            return await self.desk.act("contributions.reworded", reword(self.desk.state, name, what))

        question = self._speaks(found.actor, found.direction)
        await self.ask_for("reword", name, question, keep, found.what, self.what.limit)

    async def _remove(self) -> None:
        outcome = drop(self.desk.state, "contributions", self.said.chosen or "")
        await self.desk.act("contributions.removed", outcome)
        self.stage.refresh_view()

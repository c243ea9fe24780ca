"""Ik bied, ik zoek: choose who speaks, and say what is brought or asked for."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial

from facilitator.session.commands import Outcome, drop, put
from facilitator.session.registers import Actor, Contribution, same_name
from facilitator.session.state import State
from facilitator.steps.contributions.commands import reword
from facilitator.steps.contributions.findings import Direction
from facilitator.steps.contributions.offers_page_view import OVERVIEW, OffersPage
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.lists import pointing
from facilitator.ui.kit.pasted_text import EntryForm


class OffersView(OffersPage):
    """b or z opens a field for who is pointed at; after it was kept, who speaks next is chosen."""

    def actions(self) -> Sequence[Action]:
        if self._offer():
            return [
                self.action("keep", "enter", self._keep, 1),
                self.action("leave", "escape", self._to_list, 2),
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
            ]
        if self.desk.state.contributions():
            offered.append(self.action("overview", "o", self._to_overview, 3))
        return [*offered, self.action("on", "enter", self._on, 1)]

    def _overview_actions(self) -> list[Action]:
        offered = [
            self.on_action(),
            self.action("list", "left escape o", self._to_list, 2),
        ]
        if self.said.chosen:
            offered += [
                self.action("reword", "e", partial(self._reword, self.said.chosen), 3),
                self.action("remove", "delete backspace", self._remove, 4),
                *pointing(self.said),
            ]
        return offered

    async def _on(self) -> None:
        """Go on; where there is no room for the overview it is read first."""
        if self.desk.state.contributions() and not self.wide:
            await self._to_overview()
        else:
            await self.stage.go_on()

    async def _speak(self, way: Direction) -> None:
        if self.actors.chosen:
            await self.stage.go_to(self.key, f"{self.actors.chosen.id}/{way}")

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
        await self._to_list()

    async def _to_list(self) -> None:
        await self.stage.go_to(self.key)

    async def _to_overview(self) -> None:
        await self.stage.go_to(self.key, OVERVIEW)

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

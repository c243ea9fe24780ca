"""The network on the stage: naming who there is, first the organisations, then who has no office."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from typing import Final

from textual.app import ComposeResult

from facilitator.kinds.room_question import RoomQuestion
from facilitator.session.actor_names import same_name
from facilitator.session.commands import Outcome, drop, put
from facilitator.session.registers import Actor
from facilitator.session.state import State
from facilitator.steps.actors.commands import change, next_perspective
from facilitator.steps.actors.findings import questions
from facilitator.steps.actors.interests_view import InterestsView
from facilitator.steps.actors.kind import ActorsStep
from facilitator.steps.actors.rings_view import RingsView
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.form_view import FormView
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.lists import ColumnPick, pointing
from facilitator.ui.kit.pasted_text import EntryForm
from facilitator.ui.kit.step_view import StepContext, StepView
from facilitator.ui.kit.view_facet import KindView
from facilitator.ui.kit.widgets import Option, Say

LONGEST_NAME: Final = 56
"""So that a name is never cut off on the smallest screen."""
CROWDED: Final = 4
"""With so many names a short screen needs its rows for them, and the text makes room."""


class ActorNamesView(StepView[ActorsStep], FormView):
    """Names are typed one after another. Beside the field, a name can be pointed at and changed."""

    b_is_own = True
    room = "actors"

    def __init__(self, context: StepContext[ActorsStep]) -> None:
        super().__init__(context)
        self.side = self.step.ask
        self.lead = LargeSay()
        self.party = Field("party", self.t("actors.party"), limit=LONGEST_NAME)
        self.form = {"party": self.party}
        self.names = ColumnPick(classes="below")
        self.detail = Say(classes="quiet below")
        self.question = Say()

    def compose(self) -> ComposeResult:
        yield self.lead
        yield self.party
        yield self.detail
        yield self.names
        yield self.question

    # -- what is shown

    @property
    def here(self) -> dict[str, Actor]:
        """The actors of this side."""
        return {name: actor for name, actor in self.desk.state.actors().items() if actor.side == self.side}

    @property
    def pointed(self) -> str | None:
        """The actor that is pointed at; none while a name is typed."""
        return self.names.chosen.id if self.names.chosen and self.field is None else None

    def show(self) -> None:
        here = self.here
        crowded = len(here) >= CROWDED and self.short
        self.lead.say(self.step.title if crowded else self.step.text or self.step.title)
        self.names.pointing = self.field is None
        self.names.put([Option(name, actor.name) for name, actor in here.items()])
        self.detail.say(self._about(here[self.pointed]) if self.pointed else self.t("actors.no_people"))
        self._show_question()

    def _about(self, actor: Actor) -> str:
        perspective = self.desk.state.scenario.perspective(actor.perspective or "")
        said = self.t("actors.sure") if actor.sure else self.t("actors.unsure")
        parts = [actor.name, *([perspective.title] if perspective else []), said]
        return " · ".join(parts)

    def _show_question(self) -> None:
        """Ask one thing quietly, only with the groups that are easily overlooked."""
        asked = questions(self.desk.state) if self.side == "informal" and not self.pointed else []
        first = asked[0] if asked else None
        prompt = self.side == "informal" and (first is None or first.code == "no_informal")
        said = self.t("actors.think_of") if prompt else self._ask(first) if first else ""
        self.question.set_class(not prompt, "ask")
        self.question.set_class(prompt, "quiet")
        self.question.say(said)

    def _ask(self, asked: RoomQuestion) -> str:
        return self.t(f"actors.ask.{asked.code}", **asked.values)

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        if self.field is not None:
            named = self.action("keep", "enter", self._add, 1)
            return [
                named if self.party.value else self.on_action(),
                self.action("point", "down up escape", partial(self.type_in, None), 2),
                self.action("tab", "tab", self._stay, 0),
                *([] if self.party.text else [self.way_back()]),
            ]
        offered = [
            self.on_action(),
            self.action("type", "a tab plus equals_sign", partial(self.type_in, self.party), 1),
        ]
        if self.pointed:
            offered += [
                self.action("change", "e", partial(self._rename, self.pointed), 2),
                self.action("remove", "delete backspace", self._remove, 2),
                self.action("sure", "s", self._sure, 5),
                self.action("perspective", "b", self._perspective, 5),
                self.action("top", "up", self._up, 0),
                *pointing(self.names, self.show),
            ]
        return [*offered, self.way_back()]

    async def _add(self) -> None:
        """Put a name on the map, unless it is there."""
        name = self.party.value
        there = same_name(self.desk.state.actors(), name)
        if there is not None:
            self.party.clear()
            self.stage.refresh_view()
            self._tell_there(there)
            return
        if await self.keep_typed(self.party):
            self.party.clear()
        self.stage.refresh_view()

    def entering(self) -> EntryForm | None:
        return EntryForm("actors.named", self._named, LONGEST_NAME) if self.field else None

    def _named(self, state: State, new: str, name: str) -> Outcome:
        """Put a name on the map; nothing where it is there."""
        if same_name(state.actors(), name) is not None:
            return []
        actor = Actor(name=name, side="informal" if self.side == "informal" else "formal")
        return put(state, "actors", new, actor)

    def _tell_there(self, there: str) -> None:
        known = self.desk.state.actors()[there]
        self.stage.tell(self.t(f"actors.there.{known.side}", name=known.name))

    async def _stay(self) -> None:
        """Do nothing: Tab has no other field to go to."""

    async def _up(self) -> None:
        """Go up, and from the first name back to the field."""
        if self.names.index == 0:
            await self.type_in(self.party)
        else:
            self.names.move(-1)
            self.show()

    def lines_asked(self) -> Mapping[str, Callable[[str], Awaitable[None]]]:
        return {"rename": self._rename}

    async def _rename(self, name: str) -> None:
        async def keep(text: str) -> bool:
            there = same_name(self.desk.state.actors(), text)
            if there is not None and there != name:
                self._tell_there(there)
                return False
            return await self.desk.act("actors.renamed", change(self.desk.state, name, name=text))

        if name in self.here:
            self.enter_field(None)
            self.names.point(name)
            self.stage.refresh_view()
            await self.ask_for(
                "rename", name, self.t("actors.party"), keep, self.here[name].name, LONGEST_NAME
            )

    async def _remove(self) -> None:
        await self.desk.act("actors.removed", drop(self.desk.state, "actors", self.pointed or ""))
        if not self.here:
            self.enter_field(self.party)
        self.stage.refresh_view()

    async def _sure(self) -> None:
        name = self.pointed or ""
        outcome = change(self.desk.state, name, sure=not self.here[name].sure)
        await self.desk.act("actors.sure", outcome)
        self.stage.refresh_view()

    async def _perspective(self) -> None:
        outcome = next_perspective(self.desk.state, self.pointed or "")
        await self.desk.act("actors.perspective", outcome)
        self.stage.refresh_view()


def view_of(context: StepContext[ActorsStep]) -> StepView[ActorsStep]:
    """Give the view of what this step asks."""
    asks: dict[str, type[StepView[ActorsStep]]] = {"interests": InterestsView, "rings": RingsView}
    return asks.get(context.step.ask, ActorNamesView)(context)


VIEW: Final = KindView(ActorsStep, view_of)

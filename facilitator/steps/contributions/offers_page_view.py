"""What is shown of who brings and asks for what: who speaks, a field, and everything side by side."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from textual.app import ComposeResult
from textual.containers import Horizontal

from facilitator.scenario.model import Step, Use
from facilitator.steps.contributions.findings import Direction
from facilitator.steps.contributions.lane_view import lane_of
from facilitator.steps.contributions.names import actor_name
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.lists import ColumnPick, Lane, Lanes
from facilitator.ui.kit.view import StageHost, StepView
from facilitator.ui.kit.widgets import Option, Say

if TYPE_CHECKING:
    from textual.events import Key

OVERVIEW: Final = "all"
"""The page on which everything is read back."""
WIDE: Final = 100
SHORT_SCREEN: Final = 24
DIGITS: Final = "123456789"


class OffersPage(StepView):
    """A list of actors; b or z opens a field for the one that is pointed at. Page: ``actor/direction``."""

    room = "contributions"

    def __init__(self, desk: Desk, stage: StageHost, use: Use, step: Step) -> None:
        super().__init__(desk, stage, use, step)
        self.lead = Say(classes="lead")
        self.speaker = Say(classes="ask")
        self.what = Field("what", limit=200)
        self.gap = Say()
        self.actors = ColumnPick()
        self.said = Lanes()
        self.nothing = Say(classes="quiet")
        self._typed_at = ""
        """The page whose words the field holds."""

    def compose(self) -> ComposeResult:
        yield self.lead
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

    def on_resize(self) -> None:
        self.show()

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

    @property
    def wide(self) -> bool:
        return self.app.size.width >= WIDE

    # -- what is shown

    def show(self) -> None:
        state, offer = self.desk.state, self._offer()
        reading = self.page == OVERVIEW
        short = self.app.size.height < SHORT_SCREEN
        self.lead.say(self.step.title if short and (reading or offer) else self.step.text or self.step.title)
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

    def _speaks(self, actor: str, way: Direction) -> str:
        return self.t(f"contributions.speaks.{way}", who=actor_name(self.desk.state, actor, self.t))

    def _show_actors(self, at: str | None) -> None:
        state = self.desk.state
        counts = Counter(
            (contribution.actor, contribution.direction) for contribution in state.contributions().values()
        )
        options = []
        for number, (name, actor) in enumerate(state.actors().items(), 1):
            digit = str(number) if number <= len(DIGITS) else " "
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

    def typed(self, event: Key) -> bool:
        """Point at an actor by its digit."""
        digit = event.character or ""
        number = DIGITS.find(digit) if digit else -1
        if self.page == OVERVIEW or not 0 <= number < len(self.actors.options):
            return False
        self.actors.point(self.actors.options[number].id)
        return True

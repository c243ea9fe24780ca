"""A card on the stage: something to read or listen to, or a break with the time it ends.

After its own text come the words that earlier meetings kept, under who said them and when.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time
from typing import Final

from textual.app import ComposeResult

from facilitator.session.clock import plus
from facilitator.session.kept_words import kept_before
from facilitator.session.provenance import say_meeting
from facilitator.steps.card.kind import CardStep
from facilitator.steps.card.wording import say_kept_line
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.lines import Lines
from facilitator.ui.kit.lists import pointing
from facilitator.ui.kit.step_view import StepContext, StepView
from facilitator.ui.kit.view_facet import KindView
from facilitator.ui.kit.widgets import BLANK, Option, Say
from facilitator.words.dates import say_time

EARLIER: Final = "earlier"
"""The page with what earlier meetings kept; the pages after it have a number behind this."""


class CardPage(StepView[CardStep]):
    """A page of a card."""

    room = "card"

    @property
    def pages(self) -> Sequence[str]:
        count = len(list(kept_before(self.desk.state, self.step.shows)))
        return ["", *(f"{EARLIER}{number}" for number in range(1, count + 1))]

    def actions(self) -> Sequence[Action]:
        return [self.way_on(), self.way_back()]


class CardView(CardPage):
    """One text, large."""

    def __init__(self, context: StepContext[CardStep]) -> None:
        super().__init__(context)
        self.until = Say(classes="ask gap")

    def compose(self) -> ComposeResult:
        yield Say(self.step.title, classes="lead")
        yield LargeSay(self.step.text, classes="")
        yield self.until

    def show(self) -> None:
        if self.step.pause:
            self.until.say(self.t("card.until", time=say_time(self._ends(), self.t.language)))

    def _ends(self) -> time:
        """Give when the break is over, counted from when the group came here."""
        begun = self.desk.state.begun.get(self.key)
        since = time.fromisoformat(begun) if begun else self.desk.now().time()
        return plus(since, self.step.minutes)


class EarlierWordsView(CardPage):
    """What one earlier meeting said at one step: its questions, with the answers under each."""

    def __init__(self, context: StepContext[CardStep]) -> None:
        super().__init__(context)
        self.meeting, self.words = list(kept_before(self.desk.state, self.step.shows))[
            self.pages.index(self.own_page) - 1
        ]
        self.list = Lines()

    def compose(self) -> ComposeResult:
        yield LargeSay(self.words.title)
        yield Say(say_meeting(self.meeting, self.desk.state, self.t), classes="ask below")
        yield self.list

    def show(self) -> None:
        options: list[Option] = []
        about = ""
        for number, line in enumerate(self.words.lines):
            if line.about != about:
                blank = [BLANK] if options and self.tall else []
                options += [*blank, Option(f"about{number}", line.about)]
                about = line.about
            options.append(Option(str(number), say_kept_line(line, self.t), heading=bool(about)))
        self.list.put(options)

    def actions(self) -> Sequence[Action]:
        return [*super().actions(), *pointing(self.list, self.stage.refresh_view)]


def view_of(context: StepContext[CardStep]) -> CardPage:
    """Give the view of the page that the group is at; an unknown page is the first."""
    page = EarlierWordsView if context.page in CardPage(context).pages[1:] else CardView
    return page(context if page is EarlierWordsView else context.at(""))


VIEW: Final = KindView(CardStep, view_of)

"""Who recognises this? One figure or story at a time, and an answer per perspective or of all together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final, get_args

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.content import Content

from facilitator.problems import Problem
from facilitator.session.registers import Fact, Recognised
from facilitator.steps.facts.commands import recognise
from facilitator.steps.facts.findings import (
    Card,
    asked_about,
    cards,
    figure,
    recognition_question,
    replaced,
    said_earlier,
    said_now,
    who_say,
)
from facilitator.steps.facts.kind import FactsStep
from facilitator.steps.facts.page_view import FactsPage
from facilitator.steps.facts.wording import about, answers, group, teller
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.hanging_rows import BETWEEN, HangingRow, HangingRows
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.lines import Lines
from facilitator.ui.kit.lists import pointing
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.widgets import POINTED, Option, Say, mark

ANSWERS: Final[tuple[Recognised, ...]] = get_args(Recognised)


class RecognitionView(FactsPage):
    """A figure or story, large, with who recognises it."""

    def __init__(self, context: StepContext[FactsStep]) -> None:
        super().__init__(context)
        self.how = Say(classes="below")
        self.card_text = Say(classes="ask")
        self.details = Say(classes="quiet")
        self.gap = Say()
        self.rows = HangingRows()
        self.at = 0
        """Who is asked now, among those who say it."""
        self.asks_again = False
        """Whether the room is asked if it changes what was said in an earlier meeting."""
        self.wish: Recognised | None = None
        """What would be said then; None: nothing any more."""
        self.question = Say(classes="gap")
        self.others = Lines()
        self.others.pointing = False
        self.others.styles.margin = (2, 0, 0, 0)
        """On a high screen: what was said of the other cards."""

    def compose(self) -> ComposeResult:
        yield LargeSay(self.t("facts.ask.recognition"))
        yield self.how
        yield self.card_text
        yield self.details
        yield self.gap
        yield self.rows
        yield self.question
        yield self.others

    @property
    def card(self) -> Card | None:
        return cards(self.desk.state).get(self.name_of)

    # -- what is shown

    def show(self) -> None:
        card = self.card
        self.gap.say(" " if card else "")
        if card is None:
            self.card_text.say(self.t("facts.nothing"))
            self.details.say("")
            self.rows.say("")
            self.question.say("")
            self.others.display = False
            return
        self.how.say(self.step.text if self.opens and not card.recognised else "")
        self.card_text.say(_text(card))
        self.details.say(self._details(card))
        who = who_say(self.desk.state)
        titles = {perspective: group(self.desk.state, perspective, self.t) for perspective in who}
        width = max(cell_len(title) for title in titles.values())
        self.at = min(self.at, len(who) - 1)
        earlier = said_earlier(self.desk.state, card)
        rows: list[HangingRow] = []
        for number, perspective in enumerate(who):
            found = self._answers(card.recognised.get(perspective), earlier=perspective in earlier)
            rows += self._rows(titles[perspective], width, found, pointed=number == self.at)
        self.rows.put(rows)
        self.question.say(self._asked(card, who))
        self._show_others(who, titles)

    def _asked(self, card: Card, who: Sequence[str]) -> str:
        """Ask whether what was said earlier changes; else what the answers of now make us ask."""
        state, pointed = self.desk.state, who[self.at]
        goes = replaced(state, card, pointed)
        if goes:
            said = answers(state, card, goes, self.t)
            if not self.asks_again:
                return self.t("facts.earlier.now", said=said)
            new = self.t(f"facts.answer.{self.wish}" if self.wish else "facts.earlier.nothing")
            return self.t("facts.earlier.change", said=said, new=new)
        asked = recognition_question(said_now(state, card), who)
        return self.t(f"facts.recognised.{asked}") if asked else ""

    def _show_others(self, who: Sequence[str], titles: Mapping[str, str]) -> None:
        """Show what was said of the other cards, where there is room for it."""
        found = []
        for name, card in asked_about(self.desk.state, self.step).items():
            said = [
                f"{titles[perspective]}: {self.t(f'facts.answer.{card.recognised[perspective]}')}"
                for perspective in who
                if perspective in card.recognised
            ]
            if said and name != self.name_of:
                found.append(Option(name, _text(card), ", ".join(said), quiet=True))
        self.others.display = bool(found) and self.roomy
        self.others.put(found)

    def watch_virtual_size(self) -> None:
        """Keep the answers in sight, when a long story takes more rows than there are."""
        self.scroll_end(animate=False, immediate=True)

    def _details(self, card: Card) -> str:
        if isinstance(card, Fact):
            return "\n".join(about(card, self.t))
        title = teller(self.desk.state, card.perspective)
        return self.t("facts.told_from", who=title) if title else ""

    def _rows(
        self, title: str, width: int, found: Sequence[Content], *, pointed: bool
    ) -> Sequence[HangingRow]:
        """Give who is asked with the answers, with a mark where it is pointed at."""
        before, who = mark(pointed=pointed), Content.styled(title, POINTED if pointed else "")
        if self.small:
            return [HangingRow(before, [who]), HangingRow(Content("    "), found)]
        blank = " " * (width - cell_len(title))
        return [HangingRow(Content.assemble(before, who, blank, BETWEEN), found)]

    def _answers(self, said: Recognised | None, *, earlier: bool) -> Sequence[Content]:
        """Give the answers there are; only what was answered now stands out."""
        found: list[Content] = []
        for number, answer in enumerate(ANSWERS, 1):
            dot = "○" if answer != said else "◐" if earlier else "●"
            text = f"{dot} {number} {self.t(f'facts.answer.{answer}')}"
            found.append(Content.styled(text, POINTED if dot == "●" else ""))
        return found

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        if self.card is None:
            return [self.way_on(), self.way_back()]
        if self.asks_again:
            return [
                self.action("change_it", "enter", self._change, 1),
                self.action("leave_it", "escape left", self._leave, 2),
            ]
        digits = [
            self.action(answer, f"{number} {keys}", partial(self._say, answer), 0)
            for number, (answer, keys) in enumerate(zip(ANSWERS, ("j y", "", ""), strict=True), 1)
        ]
        return [
            self.way_on(),
            self.way_back(),
            *digits,
            self.action("empty", "delete backspace", partial(self._say, None), 0),
            *pointing(self, self.stage.refresh_view, tab=True),
        ]

    def move(self, by: int) -> None:
        """Point at another who is asked; ``show`` stops at the last."""
        self.at = max(self.at + by, 0)

    async def _say(self, said: Recognised | None) -> None:
        """Keep the answer of who is pointed at, and point at the next."""
        who = who_say(self.desk.state)[self.at]
        outcome = recognise(self.desk.state, self.name_of, who, said)
        if isinstance(outcome, Problem) and outcome.code == "facts.said_earlier":
            self.asks_again, self.wish = True, said
        elif await self.desk.act("facts.recognised", outcome) and said:
            self.at += 1
        self.stage.refresh_view()

    async def _change(self) -> None:
        """Write over what was said in an earlier meeting, now that the room said yes to that."""
        who = who_say(self.desk.state)[self.at]
        outcome = recognise(self.desk.state, self.name_of, who, self.wish, sure=True)
        if await self.desk.act("facts.recognised", outcome) and self.wish:
            self.at += 1
        self.asks_again = False
        self.stage.refresh_view()

    async def _leave(self) -> None:
        """Leave what was said as it stands."""
        self.asks_again = False
        self.stage.refresh_view()


def _text(card: Card) -> str:
    return figure(card) if isinstance(card, Fact) else card.text

"""Figures and stories side by side: what fits, what contradicts, and what no figure tells."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final, get_args

from textual.app import ComposeResult
from textual.content import Content

from facilitator.steps.facts.commands import lay_beside
from facilitator.steps.facts.findings import Beside, figure, how_beside, is_new, meets, side_question
from facilitator.steps.facts.kind import FactsStep
from facilitator.steps.facts.page_view import FactsPage
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.hanging_rows import HangingRow, HangingRows
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.lists import Lane, Lanes, pointing
from facilitator.ui.kit.rows_beside import rows_beside
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.widgets import Option, Say

HOW: Final[tuple[Beside, ...]] = get_args(Beside)


class StoryView(FactsPage):
    """One story beside all figures; a digit says how it lies beside the figure that is pointed at."""

    def __init__(self, context: StepContext[FactsStep]) -> None:
        super().__init__(context)
        self.how = Say(classes="below")
        self.lanes = Lanes(close=True)
        self.choices = HangingRows()

    def compose(self) -> ComposeResult:
        yield LargeSay(self.t("facts.ask.beside"))
        yield self.how
        yield self.lanes
        yield self.choices

    # -- what is shown

    def show(self) -> None:
        state = self.desk.state
        story = state.stories().get(self.name_of)
        if story is None:
            self.lanes.put([])
            self.choices.say(self.t("facts.gone"))
            return
        said = any(how_beside(state, self.name_of, fact) for fact in state.facts())
        self.how.say(self.step.text if self.opens and not said else "")
        told = Option(self.name_of, Content.styled(story.text, "bold"))
        lanes = [Lane(self.t("facts.lane.facts"), self._figures()), Lane(self.t("facts.lane.story"), [told])]
        self.lanes.put(lanes, at=self._pointed())
        self.choices.put([HangingRow(Content("  "), self._choices())])
        self._set_apart()

    def _set_apart(self) -> None:
        """Leave a blank row over what can be answered, where the longest text leaves one."""
        width, height, blank = self.size.width, self.size.height, self.choices.styles.margin.top
        rest = rows_beside(self.lanes, self.size, self.size, width) - blank
        wanted = int(self.lanes.rows_needed(width) + rest < height)
        if wanted != blank:
            self.choices.styles.margin = (wanted, 0, 0, 0)

    def _pointed(self) -> str:
        """Give the figure that is pointed at; the story itself never is."""
        figures = list(self.desk.state.facts())
        return self.lanes.at if self.lanes.at in figures else next(iter(figures), "")

    def _figures(self) -> list[Option]:
        """Give the figures, each with how the story lies beside it quietly under it."""
        state = self.desk.state
        found: list[Option] = []
        for name, fact in state.facts().items():
            found.append(Option(name, figure(fact)))
            how = how_beside(state, self.name_of, name)
            if how:
                found.append(Option("", self.t(f"facts.how.{how}"), heading=True))
        return found

    def _choices(self) -> list[Content]:
        chosen = how_beside(self.desk.state, self.name_of, self._pointed())
        return [self._choice(number, how, chosen=how == chosen) for number, how in enumerate(HOW, 1)]

    def _choice(self, number: int, how: Beside, *, chosen: bool) -> Content:
        row = f"{'●' if chosen else '○'} {number} {self.t(f'facts.choice.{how}')}"
        return Content.styled(row, "bold $accent" if chosen else "")

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        if self.name_of not in self.desk.state.stories():
            return [self.way_on(), self.way_back()]
        return [
            self.way_on(),
            self.way_back(),
            *(self.action(how, str(number), partial(self._lay, how), 0) for number, how in enumerate(HOW, 1)),
            self.action("empty", "delete backspace", partial(self._lay, None), 0),
            *pointing(self, self.show, tab=True),
        ]

    def move(self, by: int) -> None:
        """Point at another figure, stopping at the ends; the story itself is never pointed at."""
        figures = list(self.desk.state.facts())
        if figures:
            at = min(max(figures.index(self._pointed()) + by, 0), len(figures) - 1)
            self.lanes.at = figures[at]

    async def _lay(self, how: Beside | None) -> None:
        outcome = lay_beside(self.desk.state, self.desk.new_id(), self.name_of, self._pointed(), how)
        await self.desk.act("facts.beside", outcome)
        self.stage.refresh_view()


class TableView(FactsPage):
    """All figures and all stories side by side, to read back."""

    def __init__(self, context: StepContext[FactsStep]) -> None:
        super().__init__(context)
        self.lanes = Lanes(close=True)
        self.lanes.pointing = False
        self.question = Say(classes="ask gap")

    def compose(self) -> ComposeResult:
        yield LargeSay(self.t("facts.ask.table"))
        yield self.lanes
        yield self.question

    def show(self) -> None:
        state = self.desk.state
        numbers = {name: number for number, name in enumerate(state.facts(), 1)}
        figures = [
            Option(name, f"{number}  {figure(state.facts()[name])}") for name, number in numbers.items()
        ]
        self.lanes.put(
            [
                Lane(self.t("facts.lane.facts"), figures),
                Lane(self.t("facts.lane.stories"), self._stories(numbers)),
            ]
        )
        asked = side_question(state)
        empty = not state.facts() and not state.stories()
        said = self.t(f"facts.side.{asked.code}", n=numbers.get(asked.about, 0)) if asked else ""
        self.question.say(self.t("facts.nothing") if empty else said)

    def _stories(self, numbers: dict[str, int]) -> list[Option]:
        state = self.desk.state
        found: list[Option] = []
        for name, story in state.stories().items():
            found.append(Option(name, story.text))
            said = [self.t(f"facts.lies.{how}", n=numbers[fact]) for fact, how in meets(state, name)]
            said += [self.t("facts.lies.new")] if is_new(state, name) else []
            found += [Option("", line, heading=True) for line in said]
        return found

    def actions(self) -> Sequence[Action]:
        offered = [self.way_on(), self.way_back()]
        if not self.lanes.pointing:
            return [*offered, self.action("point", "down up", self._point, 3)]
        offered += pointing(self.lanes)
        if self.lanes.chosen in self.desk.state.stories() and self.desk.state.facts():
            offered.append(self.action("lay", "e", self._open, 3))
        return offered

    async def _point(self) -> None:
        """Point at a line; before that nothing but the question stands out."""
        self.lanes.pointing = True
        self.stage.refresh_view()

    async def _open(self) -> None:
        await self.go(f"{self.part}/{self.lanes.chosen}")

"""The first page of a result: how the groups stand. The sentence under it is a question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from textual.content import Content

from facilitator.insight.groups import group_of
from facilitator.insight.levels import GroupLevel
from facilitator.session.rounds import Round
from facilitator.steps.statements.drawing.dot_plot import StackedBar, bars
from facilitator.steps.statements.drawing.row_blocks import Block, left_for, stack, wrapped
from facilitator.steps.statements.findings.reveal import overview
from facilitator.steps.statements.result.result_view import ResultView
from facilitator.ui.kit.actions import Action


class ResultOverviewView(ResultView):
    """Per group how many answers agree."""

    def heading(self) -> str:
        return self.t("statements.result")

    @property
    def names(self) -> list[str]:
        """The statements that are taken together here."""
        return self.vote.level or [statement.id for statement in self.statements]

    def draw(self, width: int, height: int) -> Sequence[Content]:
        before, ask = self.told_of_all()

        def page(question: Sequence[Content]) -> list[Content]:
            around = [
                Block([*self._head(width), *wrapped(before, width)], gap=0),
                Block(wrapped(self.hidden(), width, "$quiet")),
                Block(question),
                *self.notes(width),
            ]
            rows = bars(self._bars(), width, left_for(around, height, air=True))
            return stack([around[0], Block(rows), *around[1:]], height)

        return self.around_question(ask, page, width, height)

    def _head(self, width: int) -> list[Content]:
        """Say what was voted on, and what the dots count."""
        found = self.desk.state.scenario.find_set(self.vote.sets[0])
        title = found.title if found else self.step.title
        counts = self.t(f"statements.overview{self.saying.upper}", n=len(self.names), which=self._which())
        row = Content.assemble((title, "bold"), (f"   {counts}", "$quiet"))
        return (
            [row]
            if row.cell_length <= width
            else [*wrapped(title, width, "bold"), *wrapped(counts, width, "$quiet")]
        )

    def _which(self) -> str:
        """Name the statements that are taken together by their numbers on the ballot."""
        return self.numbers_of(self.names)

    def _bars(self) -> list[StackedBar]:
        earlier = self._earlier()
        found: list[StackedBar] = []
        for row in overview(self.shown, self.vote, self.desk.state.scenario):
            level, below = row.level, earlier.get(row.group, "")
            short = self.title_of(row.group)
            title = self.t("statements.of_people", group=short, n=level.ballots)
            if level.standing == "told":
                said = self.t("statements.part_of", part=level.agree, whole=level.of)
                found.append(StackedBar(title, level.agree, level.of, said, below, short))
            else:
                found.append(StackedBar(title, 0, 0, self._why_no_bar(level), below, short))
        return found

    def _why_no_bar(self, level: GroupLevel) -> str:
        if level.standing == "spared":
            group = group_of(self.shown, level.group)
            return self.t("statements.same_on", which=self.numbers_of(group.same if group else []))
        if level.standing == "unsure":
            return self.too_unsure(level.unsure, level.of + level.unsure)
        held_back = level.standing in {"withdrawn", "partly"}
        return self.t(f"statements.{level.standing if held_back else 'not_asked'}")

    def _earlier(self) -> dict[str, str]:
        """Give per group what an earlier session showed of the same statements."""
        asked = [statement for statement in self.statements if statement.id in self.names]
        return self.earlier_words(asked)

    def looked_at(self) -> Sequence[tuple[Round, Sequence[str]]]:
        return [(self.first, self.names)]

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        return [
            self.action("per_statement", "enter right", self._per_statement, 1),
            *self.show_action(),
            self.skip_action(4),
            replace(self.back_action(), rank=9),
            *self.back_side_action(0),
        ]

    async def _per_statement(self) -> None:
        found = self.order()
        await (self.go(f"one:{found[0]}") if found else self.stage.go_on())

"""How the answers come in: on paper, by passing the keyboard, or by hands. Small groups are settled first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from textual.content import Content

from facilitator.session.commands import choose_small_groups, too_small, unsettled
from facilitator.session.rounds import TOTAL, Grouping
from facilitator.session.todays_votes import votes_of_today
from facilitator.steps.statements.drawing.row_blocks import Block, stack, wrapped
from facilitator.steps.statements.kind import StatementsStep, is_scan
from facilitator.steps.statements.vote.vote_view import WAYS, VoteView
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.hanging_rows import answer_row
from facilitator.ui.kit.lists import pointing
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.widgets import POINTED, hanging, mark

FEW: Final = 6
"""In a group under this people can sometimes guess who chose what (docs/domain.md 6.2)."""


class VoteMethodView(VoteView):
    """The ways to vote, and what has to be settled before."""

    def __init__(self, context: StepContext[StatementsStep]) -> None:
        super().__init__(context)
        self.b_is_own = True
        self.at = 0
        """The way that is pointed at."""

    # -- how it looks

    def draw(self, width: int, height: int) -> Sequence[Content]:
        return stack(
            [
                Block(wrapped(self.t("statements.collect"), width, "bold"), gap=0),
                Block([row for number in range(len(WAYS)) for row in self._way(number, width)]),
                Block(wrapped(self.t(f"statements.way_why.{WAYS[self.at]}"), width, "$quiet"), needed=False),
                Block(wrapped(self._warning(), width, "bold $accent" if self._in_the_way else "")),
                Block(self._choices(width), gap=0),
            ],
            height,
        )

    def _way(self, number: int, width: int) -> list[Content]:
        here = number == self.at
        rows = wrapped(self.t(f"statements.way.{WAYS[number]}"), width - 2, POINTED if here else "")
        return hanging(mark(pointed=here), rows)

    @property
    def _groupings(self) -> set[Grouping]:
        """How was voted today on these statements; empty: not yet."""
        names = [statement.id for statement in self.statements]
        return {vote.grouping for vote in votes_of_today(self.desk.state, names)}

    @property
    def _one_result(self) -> bool:
        """Whether a team is so small that there is one result, of all (docs/domain.md S7)."""
        state = self.desk.state
        if self._groupings:
            return False
        team = is_scan(self.vote) or state.scenario.alone
        return team and 0 < state.present < FEW and not self._chosen

    @property
    def _unsettled(self) -> bool:
        if self._groupings or self._one_result:
            return False
        return bool(unsettled(self.desk.state, self.minimum))

    @property
    def _in_the_way(self) -> bool:
        """Whether something has to be settled before a vote can begin."""
        return not self.desk.state.present or self._unsettled

    def _warning(self) -> str:
        """Say what has to be settled first, or what a small group means."""
        state = self.desk.state
        if not state.present:
            return self.t("statements.count_first")
        if self._groupings:
            how = "both" if len(self._groupings) > 1 else next(iter(self._groupings))
            return self.t(f"statements.voted_before.{how}")
        if self._one_result:
            said = self.t("statements.one_result", n=state.present, group=self.title_of(TOTAL))
            return f"{said}\n{self.t('statements.guess')}"
        small = too_small(state, self.minimum)
        if small:
            groups = self.t("statements.and").join(
                f"{self.title_of(group)} ({state.people[group]})" for group in small
            )
            return self.t("statements.small", groups=groups)
        few = any(0 < count < FEW for count in state.people.values())
        return self.t("statements.guess") if few and not self._chosen else ""

    @property
    def _chosen(self) -> str:
        """What was chosen for small groups: ``a`` one result, ``b`` they tell; empty: neither."""
        small = self.desk.state.small_groups()
        return "a" if small.grouping == "total" else "b" if small.silent else ""

    @property
    def _offered(self) -> list[str]:
        """What can be chosen for small groups; ``c`` is each group apart, once all are large enough."""
        if not self.desk.state.present or self._one_result or self._groupings:
            return []
        if too_small(self.desk.state, self.minimum):
            return ["a", "b"]
        return ["a", "c"] if self._chosen == "a" else ["b", "c"] if self._chosen == "b" else []

    def _choices(self, width: int) -> list[Content]:
        settled = not self._unsettled
        rows = [
            answer_row(letter, self._choice(letter), chosen=settled and letter == self._chosen)
            for letter in self._offered
        ]
        return [piece for row in rows for piece in row.wrapped(width)]

    def _choice(self, letter: str) -> str:
        if letter == "a":
            alone = self.desk.state.scenario.alone
            return self.t("statements.one_team") if alone else self.t("kit.people.together")
        if letter == "c":
            return self.t("statements.apart")
        state = self.desk.state
        groups = too_small(state, self.minimum) or state.small_groups().silent
        names = self.t("statements.and").join(self.title_of(group) for group in groups)
        return self.t("kit.people.tell", groups=names)

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        choose = {"a": "together", "b": "tell", "c": "apart"}
        up, down = pointing(self, self.show, tab=True)
        return [
            self.action("begin", "enter", self._begin, 1),
            *(self.action(choose[key], key, partial(self._choose, key), 1) for key in self._offered),
            self.action("reread", "left", self._reread, 2),
            replace(up, rank=3),
            replace(down, rank=4),
        ]

    async def _begin(self) -> None:
        if not self.desk.state.present:
            self.stage.tell(self.t("statements.count_first"))
        elif self._unsettled:
            self.stage.tell(self.t("statements.settle_first"))
        else:
            if self._one_result:
                await self._choose("a")
            await self.begin(WAYS[self.at])

    async def _choose(self, letter: str) -> None:
        """Settle what happens with groups that are too small to be shown apart."""
        state = self.desk.state
        small = (too_small(state, self.minimum) or state.small_groups().silent) if letter == "b" else []
        outcome = choose_small_groups(state, self.desk.kinds, together=letter == "a", silent=small)
        await self.desk.act("small_groups", outcome)
        self.stage.refresh_view()

    async def _reread(self) -> None:
        await self.go(f"read:{len(self.statements) - 1}")

    def move(self, by: int) -> None:
        """Point at another way to vote, stopping at the ends."""
        self.at = min(max(self.at + by, 0), len(WAYS) - 1)

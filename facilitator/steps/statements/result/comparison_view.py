"""Which statement is looked at, and the vote that stands under its last one."""

from __future__ import annotations

from facilitator.insight.earlier_votes import earlier_vote
from facilitator.session.rounds import Round
from facilitator.steps.statements.drawing.vote_pairs import Pair
from facilitator.steps.statements.kind import is_scan, sets_of
from facilitator.steps.statements.result.comparison import say_month
from facilitator.steps.statements.result.result_view import ResultView


class ComparingView(ResultView):
    """What is known of one statement: its vote of now, a later one, or one of an earlier session."""

    @property
    def statement(self) -> str:
        said = self.page.partition(":")[2]
        found = super().order()
        return said if said in found else found[0]

    @property
    def set_name(self) -> str:
        """The set of the statement, in a scan."""
        sets = sets_of(self.vote, self.desk.state.scenario)
        return next(statement_set.id for statement_set in sets if statement_set.find(self.statement))

    def order(self) -> list[str]:
        """Give the statements in order of difference; in a scan those of the set alone."""
        found = super().order()
        if not is_scan(self.vote):
            return found
        one = self.desk.state.scenario.find_set(self.set_name)
        return [name for name in found if one is None or one.find(name)]

    @property
    def ask(self) -> str:
        """The question to the room: where two votes stand beside each other that of the change."""
        pair = self.pair
        found = (pair.told if pair else None) or self.finding(self.statement, self.first)
        return found.wall.split("\n")[-1] if found else ""

    @property
    def other_question_then(self) -> str:
        """Say that an earlier session asked something else under this name; not under a later vote."""
        found = next((statement for statement in self.statements if statement.id == self.statement), None)
        return self.another_question(found) if found and not self.later else ""

    @property
    def pair(self) -> Pair | None:
        """The vote that is shown with the one before it: of this evening, or else of an earlier session."""
        later = self.later
        if later is not None and later.shown is not None:
            told = self.finding(self.statement, later)
            return Pair(later.shown, self.shown, self.t("statements.first"), told)
        state = self.desk.state
        found = next((statement for statement in self.statements if statement.id == self.statement), None)
        vote = earlier_vote(state.before, found, self.shown.points) if found else None
        if vote is None:
            return None
        called = say_month(vote.day, state.about.day, self.t)
        told = self.finding(self.statement, self.first, "earlier")
        return Pair(self.shown, vote.shown, called, told, of_earlier_session=True)

    @property
    def later(self) -> Round | None:
        """The last vote that was held again on this statement."""
        votes = [result for result in self.results if result.number > 1]
        return next((vote for vote in reversed(votes) if self.statement in vote.statements), None)

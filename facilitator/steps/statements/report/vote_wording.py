"""What a report may tell of a vote: names of groups, who is spared, and counts in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.insight.difference import GroupChange
from facilitator.insight.groups import answers_to, has_base, unsure_about
from facilitator.insight.statistics import agreeing
from facilitator.scenario.model import Scenario, Use, key_of
from facilitator.session.rounds import TOTAL, Round, Shown, ShownGroup, Side
from facilitator.session.state import Note, State
from facilitator.steps.statements.kind import StatementsStep
from facilitator.words import Words


@dataclass(frozen=True)
class ReportWording:
    """The words of one step's votes in one language."""

    state: State
    t: Words
    keys: Sequence[str]
    """Of the step with the vote, and of the steps that show its result."""

    @classmethod
    def of(cls, state: State, use: Use, vote: StatementsStep, t: Words) -> ReportWording:
        shows = [step for step in use.steps if isinstance(step, StatementsStep) and step.of == vote.id]
        return cls(state, t, [key_of(use, step) for step in [vote, *shows]])

    @property
    def scenario(self) -> Scenario:
        return self.state.scenario

    def rounds(self, side: Side) -> list[Round]:
        """Give the votes that count, oldest first, those that are not closed included."""
        return [vote for key in self.keys for vote in self.state.rounds_of(key, side)]

    def votes(self, side: Side) -> list[tuple[Round, Shown]]:
        """Give the closed votes with what may be shown of them."""
        return [(vote, vote.shown) for vote in self.rounds(side) if vote.shown is not None]

    def notes(self) -> list[Note]:
        return [note for note in self.state.notes.values() if f"{note.use}/{note.step}" in self.keys]

    @property
    def upper(self) -> str:
        """Which words to choose: "agree" is only said of the scale that asks for agreement."""
        standard = Words(self.scenario.language).lines("scenario.scale.points")
        return "" if list(self.scenario.scale.points) == standard else "_upper"

    def name(self, group: str) -> str:
        """Give the title of a perspective, or "everyone together" or "our team"."""
        if group == TOTAL:
            alone = self.scenario.alone
            return self.t("statements.report.our_team") if alone else self.t("statements.report.everyone")
        found = self.scenario.perspective(group)
        return found.title if found else group

    def in_order(self, groups: Sequence[ShownGroup]) -> list[ShownGroup]:
        """Give groups in the order in which the scenario names them."""
        order = [perspective.id for perspective in self.scenario.perspectives]
        return sorted(groups, key=lambda group: order.index(group.group) if group.group in order else -1)

    def group(self, group: ShownGroup, statement: str, minimum: int) -> str:
        """Say what a group answered: "beleid: 4 van 6 eens."; otherwise why no more may be said."""
        t, name = self.t, self.name(group.group)
        if statement in group.same:
            return t("statements.report.of_one_mind", group=name)
        if statement in group.withdrawn:
            return t("statements.report.withdrawn", group=name)
        part, whole = agreeing(answers_to(group, statement))
        unsure, unknown = unsure_about(group, statement), self.scenario.scale.unknown
        if not has_base(group, statement, minimum):
            values = {"n": unsure, "of": group.ballots, "unknown": unknown}
            return t("statements.report.unsure", group=name, **values)
        key = f"statements.report.group{'_unsure' if unsure else ''}{self.upper}"
        return t(key, group=name, part=part, whole=whole, unsure=unsure, unknown=unknown)

    def share(self, agree: int, of: int) -> str:
        """Give "4 van 7 eens"."""
        return self.t(f"statements.finding.share{self.upper}", agree=agree, of=of)

    def change(self, change: GroupChange) -> str:
        """Say what a second vote changed: "Eerst 4 van 7 eens, nu 6 van 7."."""
        if change.before is None or change.after is None:
            return ""
        said = self.t(
            f"statements.report.again{self.upper}",
            before=change.before.agree,
            before_of=change.before.of,
            after=change.after.agree,
            after_of=change.after.of,
        )
        if not change.at_least_changed:
            return said
        return f"{said} {self.t('statements.report.changed', n=change.at_least_changed)}"

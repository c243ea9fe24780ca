"""What a report may tell of a vote: names of groups, who is spared, and counts in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.insight.difference import GroupChange
from facilitator.insight.groups import shown_too_little, unsure_about
from facilitator.scenario.model import Scenario, Use, key_of
from facilitator.session.rounds import TOTAL, Round, Shown, ShownGroup, Side
from facilitator.session.state import Note, State
from facilitator.steps.statements.findings.one_statement import gap_of
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

    def shares(self, shares: Sequence[str]) -> str:
        """Give "Eens: beleid 4 van 6, bewoners 3 van 5."."""
        return self.t(f"statements.report.shares{self.upper}", shares=", ".join(shares))

    def share_of(self, group: str, part: int, whole: int) -> str:
        """Give "beleid 4 van 6"."""
        return self.t("statements.report.share_of", group=self.name(group), part=part, whole=whole)

    def without_share(self, group: ShownGroup, statement: str) -> str:
        """Say why it is not said how many of a group agree."""
        t, name = self.t, self.name(group.group)
        if statement in group.same:
            return t("statements.report.of_one_mind", group=name)
        if statement in group.withdrawn:
            return t("statements.report.withdrawn", group=name)
        values = {
            "n": unsure_about(group, statement),
            "of": group.ballots,
            "unknown": self.scenario.scale.unknown,
        }
        return t("statements.report.unsure", group=name, **values)

    def partly(self, group: ShownGroup, statement: str) -> str:
        """Say of how many ballots tables that were merged show the answers to a statement."""
        few = "few_" if shown_too_little(group, statement) else ""
        values = {"n": group.partly[statement], "of": group.ballots}
        return self.t(f"statements.report.{few}partly", group=self.name(group.group), **values)

    @property
    def ends(self) -> tuple[str, str]:
        """What the two ends of a bar stand for."""
        none, every = (f"statements.report.{name}{self.upper}" for name in ("none_agrees", "all_agree"))
        return self.t(none), self.t(every)

    def share(self, agree: int, of: int) -> str:
        """Give "4 van 7 eens"."""
        return self.t(f"statements.finding.share{self.upper}", agree=agree, of=of)

    def worth(self, shown: Shown, statement: str) -> list[str]:
        """Say what the difference between groups on a statement is worth, where that may be said."""
        if (found := gap_of(shown, statement)) is None:
            return []
        gap, highest, lowest = found
        return [self.t(f"statements.report.worth.{gap}", high=self.name(highest), low=self.name(lowest))]

    def change(self, change: GroupChange) -> str:
        """Say what a second vote changed: "Bij beleid: eerst 4 van 7 eens, nu 6 van 7."; else nothing."""
        before, after = change.before, change.after
        if before is None or after is None:
            return ""
        if (before, after.agree, after.of) == (
            after,
            before.agree,
            before.of,
        ) and not change.at_least_changed:
            return ""
        said = self.t(
            f"statements.report.again{self.upper}",
            group=self.name(change.group),
            before=before.agree,
            before_of=before.of,
            after=after.agree,
            after_of=after.of,
        )
        if not change.at_least_changed:
            return said
        return f"{said} {self.t('statements.report.changed', n=change.at_least_changed)}"

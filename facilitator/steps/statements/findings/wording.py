"""Names of groups and shares in words, for what a group is told of a vote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from facilitator.scenario.model import Scenario
from facilitator.session.rounds import TOTAL, ShownGroup
from facilitator.words import Words

LONGEST_NAME: Final = 60
"""A title is one or two words; a longer one is cut, so that a finding always fits."""

ROLES: Final = {
    "beleid": "policy",
    "policy": "policy",
    "bewoners": "residents",
    "residents": "residents",
    "professionals": "professionals",
}
"""Perspectives with advice of their own (docs/domain.md 6.2), by the ids that scenarios use for them."""


@dataclass(frozen=True)
class VoteWording:
    """The words of findings, for one scenario in one language."""

    scenario: Scenario
    t: Words

    def name(self, group: str) -> str:
        """Give the title of a perspective, or "everyone together"; never the first word of a sentence."""
        if group == TOTAL:
            alone = self.scenario.alone
            return self.t("statements.finding.our_team") if alone else self.t("statements.finding.everyone")
        found = self.scenario.perspective(group)
        title = found.title if found else group
        return title if len(title) <= LONGEST_NAME else title[: LONGEST_NAME - 1] + "…"

    def names(self, groups: Sequence[str]) -> str:
        """Give titles in a row: "beleid, bewoners en professionals"."""
        *others, last = [self.name(group) for group in groups]
        return self.t("statements.finding.and", others=", ".join(others), last=last) if others else last

    def role(self, group: str) -> str:
        """Give under which name the catalogue keeps advice about this perspective."""
        return ROLES.get(group, "other")

    @property
    def upper(self) -> str:
        """Which words to choose: "agree" is only said of the scale that asks for agreement."""
        standard = Words(self.scenario.language).lines("scenario.scale.points")
        return "" if list(self.scenario.scale.points) == standard else "_upper"

    def share(self, agree: int, of: int) -> str:
        """Give "4 van 7 eens"."""
        return self.t(f"statements.finding.share{self.upper}", agree=agree, of=of)

    def too_unsure(self, group: str, unsure: int, of: int) -> str:
        """Say of a group with too few answers to claim anything how many did not know, of all answers."""
        values = {"n": unsure, "of": of, "unknown": self.scenario.scale.unknown}
        return self.t("statements.finding.too_unsure", group=self.name(group), **values)

    def in_order(self, groups: Sequence[ShownGroup]) -> list[ShownGroup]:
        """Give groups in the order in which the scenario names them."""
        return sorted(groups, key=lambda group: self.rank(group.group))

    def rank(self, group: str) -> int:
        """Give the place of a group; one that the scenario does not name comes last."""
        order = [perspective.id for perspective in self.scenario.perspectives]
        return order.index(group) if group in order else len(order)

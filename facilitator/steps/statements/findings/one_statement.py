"""What a group is told of one statement: a question for the room, and grounds for the facilitator.

Of a small group of one mind nothing else is known here, and a group of which too few chose a point of the
scale makes no claim: what is said then is how many did not know.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

from facilitator.insight.chance import closeness, could_be_chance, shown_agreement
from facilitator.insight.difference import Difference, minority
from facilitator.insight.groups import answers_to, has_base, unsure_about, was_asked
from facilitator.insight.levels import GroupLevel, level, urgency
from facilitator.insight.pattern import differ
from facilitator.insight.statistics import METHOD, agreeing
from facilitator.scenario.model import Statement
from facilitator.session.rounds import Finding, Shown, ShownGroup
from facilitator.steps.statements.findings.wording import VoteWording

Seen = Literal["differ", "unsure", "minority", "agree", "disagree", "vary", "talk"]
"""What stands out in the answers to a statement.

differ: one group is high, another low, at least 50 points apart. unsure: at least half of a group says "?".
minority: one or two answers far from the rest. agree, disagree: at least two thirds of every group. vary:
anything else with different answers. talk: nothing to go by.
"""


def statement_finding(shown: Shown, statement: Statement, saying: VoteWording, *, headline: bool) -> Finding:
    """Give the finding about one statement; ``headline`` says that groups differ most on this one."""
    seen = what_is_seen(shown, statement.id)
    told = [
        line
        for group in saying.in_order(shown.groups)
        for line in _of_group(group, statement.id, shown.minimum, saying)
    ]
    told += gap_words(shown, statement.id, saying)
    if any(minority(answers_to(group, statement.id)) for group in open_groups(shown, statement.id)):
        told.append(saying.t("statements.finding.minority"))
    return Finding(
        code="most-different" if headline else seen,
        about=statement.id,
        wall=statement.ask or saying.t(f"statements.finding.ask.{seen}{_wording(seen, saying)}"),
        notes="\n".join(told),
        numbers=numbers(open_levels(shown, statement.id)),
    )


def _wording(seen: Seen, saying: VoteWording) -> str:
    return saying.upper if seen in {"agree", "disagree"} else ""


def open_groups(shown: Shown, statement: str) -> list[ShownGroup]:
    """Give the groups of which a sentence may speak: those with a base for a claim."""
    return [group for group in shown.groups if has_base(group, statement, shown.minimum)]


def open_levels(shown: Shown, statement: str) -> list[GroupLevel]:
    """Give the level of these groups on one statement."""
    return [level for level in urgency(shown, [statement]) if level.standing == "told"]


def groups_differ(shown: Shown, difference: Difference) -> bool:
    """Tell whether it may be said that groups differ on this statement."""
    levels = open_levels(shown, difference.statement)
    return {difference.highest, difference.lowest} <= {each.group for each in levels} and differ(levels)


def numbers(levels: Sequence[GroupLevel]) -> dict[str, int]:
    """Give "<group>-agree" and "<group>-of" as they are stored with a finding."""
    return {
        f"{each.group}-{name}": number
        for each in levels
        for name, number in (("agree", each.agree), ("of", each.of))
    }


def what_is_seen(shown: Shown, statement: str) -> Seen:
    """Give what stands out, so that the question fits it."""
    counts = [answers_to(group, statement) for group in open_groups(shown, statement)]
    if differ(open_levels(shown, statement)):
        return "differ"
    if any(2 * unsure_about(group, statement) >= group.ballots for group in shown.groups):
        return "unsure"
    if any(minority(count) for count in counts):
        return "minority"
    if counts and all(level(*agreeing(count)) == "high" for count in counts):
        return "agree"
    if counts and all(level(*agreeing(count[::-1])) == "high" for count in counts):
        return "disagree"
    chosen = [point for point in zip(*counts, strict=True) if any(point)]
    return "vary" if len(chosen) > 1 else "talk"


def _of_group(group: ShownGroup, statement: str, minimum: int, saying: VoteWording) -> list[str]:
    """Give one line about a group: its share, how close its answers are, and from eight answers on A."""
    t, name, counts = saying.t, saying.name(group.group), answers_to(group, statement)
    if statement in group.same:
        return [t("statements.finding.spared", group=name)]
    if statement not in group.answers:
        return []
    if not has_base(group, statement, minimum):
        return [saying.too_unsure(group.group, unsure_about(group, statement), group.ballots)]
    agree, of = agreeing(counts)
    said = [
        t("statements.finding.group", group=name, share=saying.share(agree, of)),
        t(f"statements.finding.amount.{level(agree, of)}"),
        *_closeness(counts, saying),
    ]
    unsure = unsure_about(group, statement)
    if unsure:
        said.append(t("statements.finding.unsure", n=unsure, unknown=saying.scenario.scale.unknown))
    return [" ".join(said)]


def _closeness(counts: Sequence[int], saying: VoteWording) -> list[str]:
    """Say how close answers are; under eight the word only describes the dots, so chance is named too."""
    t, word, value = saying.t, closeness(counts), shown_agreement(counts)
    said = [t(f"statements.finding.close.{word}")]
    if word in {"same", "close"} and could_be_chance(counts):
        said.append(t("statements.finding.by_chance"))
    if value is not None:
        decimal = t("statements.finding.decimal")
        shown = str(value).replace(".", decimal)
        said.append(t("statements.finding.measure", value=shown, method=METHOD))
    return said


Gap = Literal["large", "chance", "none"]


def gap_of(shown: Shown, statement: str) -> tuple[Gap, str, str] | None:
    """Give what the difference between the highest and the lowest group is worth, and which these are.

    Only a large difference is named (docs/domain.md 6.2). Anything else is told of all groups, so it is
    not where one of them is spared; nor where there are no two groups of which it may be told.
    """
    levels = open_levels(shown, statement)
    asked = [group for group in shown.groups if was_asked(group, statement)]
    if len(levels) <= 1 or (len(levels) < len(asked) and not differ(levels)):
        return None
    shares = {each.group: Fraction(each.agree, each.of) for each in levels}
    highest, lowest = max(shares, key=shares.__getitem__), min(shares, key=shares.__getitem__)
    if differ(levels):
        return "large", highest, lowest
    return ("none" if shares[highest] == shares[lowest] else "chance"), highest, lowest


def gap_words(shown: Shown, statement: str, saying: VoteWording) -> list[str]:
    """Say in words how far the groups are apart, where that may be said."""
    found = gap_of(shown, statement)
    if found is None:
        return []
    gap, highest, lowest = found
    return [saying.t(f"statements.finding.gap.{gap}", high=saying.name(highest), low=saying.name(lowest))]

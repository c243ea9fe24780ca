"""How urgent each group finds it, as bars: pooled answers, with those of an earlier session beside them."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.document import Bar, Bars, Paragraph, Part
from facilitator.insight.levels import GroupLevel, urgency
from facilitator.scenario.model import Statement
from facilitator.session.rounds import Shown
from facilitator.steps.statements.report.earlier_vote_part import earlier_bars
from facilitator.steps.statements.report.vote_wording import ReportWording


def level_bars(shown: Shown, statements: Sequence[Statement], telling: ReportWording) -> list[Part]:
    """Give the pooled answers per group, with those of an earlier session where they compare.

    A group that is spared on one of the statements has no bar: with the other statements beside it, its
    pooled count would give away what that one answer was.
    """
    t, bars, words = telling.t, [], []
    level = [statement.id for statement in statements]
    then = earlier_bars(statements, telling)
    pooled = {each.group: each for each in urgency(shown, level)}
    for group in telling.in_order(shown.groups):
        name, found = telling.name(group.group), pooled[group.group]
        earlier = then.get(group.group)
        if found.standing == "told":
            bars.append(Bar(name, found.agree, found.of, t("statements.report.now") if earlier else ""))
        words += _level_words(name, found, telling)
        if earlier:
            bars.append(earlier[0])
            words.append(earlier[1])
    if not words:
        return []
    title = (
        t("statements.report.level_upper") if telling.upper else t("statements.report.level", n=len(level))
    )
    ends = (
        t(f"statements.report.none_agrees{telling.upper}"),
        t(f"statements.report.all_agree{telling.upper}"),
    )
    return [Bars(title, bars, " ".join(words), ends)] if bars else [Paragraph(" ".join(words))]


def _level_words(name: str, found: GroupLevel, telling: ReportWording) -> list[str]:
    """Say the level of a group with what it rests on, or why there is none."""
    t = telling.t
    if found.level:
        word, key = (
            t(f"statements.report.levels.{found.level}"),
            f"statements.report.level_words{telling.upper}",
        )
        return [t(key, group=name, part=found.agree, whole=found.of, level=word, n=found.ballots)]
    if found.standing == "unsure":
        values = {"n": found.unsure, "of": found.of + found.unsure, "unknown": telling.scenario.scale.unknown}
        return [t("statements.report.unsure", group=name, **values)]
    if found.standing == "not-asked":
        return []
    return [t(f"statements.report.level_{found.standing}", group=name)]

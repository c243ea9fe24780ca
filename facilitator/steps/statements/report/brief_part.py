"""What page one tells of votes: how urgent it is or how the parts stand, and where groups differ."""

from __future__ import annotations

from itertools import islice
from typing import Final

from facilitator.insight.block_results import BlockResult
from facilitator.insight.difference import Difference, by_difference
from facilitator.insight.levels import urgency
from facilitator.scenario.model import Use
from facilitator.session.rounds import Shown
from facilitator.session.state import State
from facilitator.steps.statements.findings.one_statement import groups_differ, open_levels
from facilitator.steps.statements.findings.scan import scan
from facilitator.steps.statements.kind import StatementsStep, is_scan, sets_of, statements_of
from facilitator.steps.statements.report.vote_wording import ReportWording
from facilitator.words import Words

GRADES: Final = ("firm", "building", "attention")


def answer(state: State, use: Use, step: StatementsStep, t: Words) -> list[str]:
    """Give the level of each group, or of a scan how the parts stand; nothing while nothing is shown."""
    if step.part == "result":
        return []
    telling = ReportWording.of(state, use, step, t)
    votes = telling.votes("front")
    if not votes:
        return []
    if is_scan(step):
        return _parts_of_scan(votes[0][1], step, telling)
    measured = [shown for vote, shown in votes if step.level and set(step.level) <= set(vote.statements)]
    return _levels(measured[-1], step, telling) if measured else []


def _parts_of_scan(shown: Shown, step: StatementsStep, telling: ReportWording) -> list[str]:
    """Name the parts by the word that fits every group; those without such a word last."""
    titles = {one.id: one.title for one in sets_of(step, telling.scenario)}
    results = scan(shown, step, telling.scenario)
    told = [(grade, [titles[each.name] for each in results if each.grade == grade]) for grade in GRADES]
    lines = [
        telling.t(f"statements.report.brief.{grade}", parts=", ".join(parts))
        for grade, parts in told
        if parts
    ]
    lines += _without_word(results, titles, telling)
    return [telling.t("statements.report.brief.parts"), *lines] if len(lines) > 1 else lines


def _without_word(results: list[BlockResult], titles: dict[str, str], telling: ReportWording) -> list[str]:
    """Name the parts about which groups differ, where that may be said."""
    apart = [titles[each.name] for each in results if each.grade is None and each.between]
    return [telling.t("statements.report.brief.apart", parts=", ".join(apart))] if apart else []


def _levels(shown: Shown, step: StatementsStep, telling: ReportWording) -> list[str]:
    found = {level.group: level for level in urgency(shown, step.level)}
    said = [
        telling.t(
            "statements.report.brief.level",
            group=telling.name(group.group),
            level=telling.t(f"statements.report.levels.{level.level}"),
            n=level.ballots,
        )
        for group in telling.in_order(shown.groups)
        if (level := found[group.group]).level
    ]
    return [telling.t("statements.report.brief.levels"), *said] if said else []


def differences(state: State, use: Use, step: StatementsStep, t: Words) -> list[str]:
    """Give a sentence for each statement on which groups differ, as they answered it last, largest first.

    Where a difference is too large for chance those are told alone; otherwise the largest, with its doubt.
    """
    if step.part == "result":
        return []
    telling = ReportWording.of(state, use, step, t)
    last = {name: shown for vote, shown in telling.votes("front") for name in vote.statements}
    found = [
        (difference, shown)
        for name, shown in last.items()
        for difference in by_difference(shown, [name])
        if difference.gap
    ]
    found.sort(key=lambda pair: -(pair[0].gap or 0))
    large = [_sentence(*pair, step, telling) for pair in found if groups_differ(pair[1], pair[0])]
    return large or [*islice((line for pair in found if (line := _sentence(*pair, step, telling))), 1)]


def _sentence(difference: Difference, shown: Shown, step: StatementsStep, telling: ReportWording) -> str:
    """Say who are furthest apart on a statement and what that is worth; nothing where it may not be said."""
    levels = {level.group: level for level in open_levels(shown, difference.statement)}
    high, low = levels.get(difference.highest or ""), levels.get(difference.lowest or "")
    worth = telling.worth(shown, difference.statement)
    if high is None or low is None or not worth:
        return ""
    texts = {statement.id: statement.text for statement in statements_of(step, telling.scenario)}
    return telling.t(
        "statements.report.brief.differ",
        text=texts.get(difference.statement, ""),
        high=telling.name(high.group),
        high_share=telling.share(high.agree, high.of),
        low=telling.name(low.group),
        low_share=telling.share(low.agree, low.of),
        worth=" ".join(worth),
    )

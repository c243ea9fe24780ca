"""What a group is told of a scan: per set its grounds, and a question; never one number over all sets."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from facilitator.insight.block_results import (
    FEWEST_FOR_A_GRADE,
    BlockResult,
    block_results,
    grade,
    most_different_block,
    strongest_first,
)
from facilitator.insight.levels import GroupLevel
from facilitator.scenario.model import RESIDENTS, Scenario, StatementSet
from facilitator.session.rounds import Finding, Shown
from facilitator.steps.statements.findings.whole_round import open_vote, why_unknown
from facilitator.steps.statements.findings.wording import VoteWording
from facilitator.steps.statements.kind import StatementsStep, sets_of
from facilitator.steps.statements.result.comparison import Beside, nobody_answered


def about_set(name: str) -> str:
    """Give what a finding about a set says it is about; no statement can have such an id."""
    return f"set:{name}"


def scan(shown: Shown, step: StatementsStep, scenario: Scenario) -> list[BlockResult]:
    """Give how the sets of a vote came out, the strongest first."""
    names = {
        statement_set.id: [one.id for one in statement_set.statements]
        for statement_set in sets_of(step, scenario)
    }
    return strongest_first(block_results(shown, names))


def spared_anywhere(shown: Shown) -> list[str]:
    """Give the groups that are small and of one mind on some statement."""
    return [group.group for group in shown.groups if group.same]


def scan_findings(shown: Shown, step: StatementsStep, saying: VoteWording, beside: Beside) -> list[Finding]:
    """Give the finding of the round (``about`` is empty, code "scan"), then one per set, strongest first.

    The code of a set is its grade (``block_results.Grade``), or "set" without one. A set about a perspective
    from which nobody answered has a second one, with code "nobody".
    """
    results = scan(shown, step, saying.scenario)
    sets = {statement_set.id: statement_set for statement_set in sets_of(step, saying.scenario)}
    titles = {name: statement_set.title for name, statement_set in sets.items()}
    return [
        _of_round(results, titles, shown, saying),
        *(
            found
            for result in results
            for found in (
                _of_set(result, sets[result.name], saying),
                *_of_nobody(sets[result.name], shown, saying, beside),
            )
        ),
    ]


def _of_round(
    results: Sequence[BlockResult], titles: dict[str, str], shown: Shown, saying: VoteWording
) -> Finding:
    t, kept = saying.t, {group.group for group in shown.groups}
    absent = [perspective.id for perspective in saying.scenario.perspectives if perspective.id not in kept]
    missing = [] if shown.grouping == "total" else absent
    notes = [
        t("statements.finding.advice.scan"),
        *([t("statements.finding.spared_scan")] if spared_anywhere(shown) else []),
        *why_unknown(missing, [], shown, saying),
        *open_vote(shown, saying),
    ]
    return Finding(code="scan", wall=_wall(results, titles, shown, saying), notes="\n".join(notes))


def _wall(results: Sequence[BlockResult], titles: dict[str, str], shown: Shown, saying: VoteWording) -> str:
    if not shown.groups:
        return saying.t("statements.finding.wall.quiet")
    most = most_different_block(results)
    if most is None:
        return saying.t("statements.finding.wall.scan")
    where = "groups" if most.between else "answers"
    return saying.t(f"statements.finding.wall.scan-{where}", title=titles[most.name])


def _of_set(result: BlockResult, one: StatementSet, saying: VoteWording) -> Finding:
    t = saying.t
    groups = sorted(result.groups, key=lambda level: saying.rank(level.group))
    notes = [_grounds(group, saying) for group in groups if group.standing == "told"]
    texts = {each.id: each for each in one.statements}
    notes += [
        t(f"statements.finding.level_{group.standing}", group=saying.name(group.group))
        for group in groups
        if group.standing in {"spared", "withdrawn", "partly"}
    ]
    notes += [
        saying.too_unsure(group.group, group.unsure, group.of + group.unsure)
        for group in groups
        if group.standing == "unsure"
    ]
    wall = t("statements.finding.ask.set")
    if result.differs is not None:
        statement = texts[result.differs.statement]
        wall = statement.ask or t(f"statements.finding.ask.{'differ' if result.between else 'vary'}")
        notes.append(t("statements.finding.most_in_set", text=statement.text))
    numbers = {
        f"{group.group}-{name}": number
        for group in groups
        if group.standing == "told"
        for name, number in (("agree", group.agree), ("of", group.of))
    }
    return Finding(
        code=result.grade or "set",
        about=about_set(one.id),
        wall=wall,
        notes="\n".join(notes),
        numbers=numbers,
    )


def _of_nobody(one: StatementSet, shown: Shown, saying: VoteWording, beside: Beside) -> list[Finding]:
    """Say that those whom a set is about did not answer it; where nothing is shown, nothing is said."""
    if not one.about or not shown.groups:
        return []
    if not nobody_answered(one.about, shown, saying.scenario, beside.people):
        return []
    said = (
        saying.t("statements.finding.no_resident")
        if one.about in RESIDENTS
        else saying.t("statements.finding.nobody_from", group=saying.name(one.about))
    )
    return [Finding(code="nobody", about=about_set(one.id), wall=said)]


def _grounds(share: GroupLevel, saying: VoteWording) -> str:
    """Give a group's share of the answers, with a word for it where enough people answered."""
    name = saying.name(share.group)
    line = saying.t("statements.finding.group", group=name, share=saying.share(share.agree, share.of))
    if share.ballots < FEWEST_FOR_A_GRADE:
        return line
    word = saying.t(f"statements.grade.{grade(Fraction(share.agree, share.of))}")
    return f"{line} {word[:1].upper()}{word[1:]}."

"""A scan in a report: the sets beside each other, never added up, and then each set with its statements."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.document import Backstage, Bar, Bars, Items, Paragraph, Part, Table, Told
from facilitator.insight.block_results import BlockResult
from facilitator.insight.levels import GroupLevel
from facilitator.scenario.model import StatementSet
from facilitator.session.rounds import Round, Shown, ShownGroup
from facilitator.steps.statements.findings.scan import about_set, scan
from facilitator.steps.statements.kind import StatementsStep, sets_of
from facilitator.steps.statements.report.earlier_vote_part import earlier_bars
from facilitator.steps.statements.report.vote_wording import ReportWording


def in_order(shown: Shown, step: StatementsStep, telling: ReportWording) -> list[StatementSet]:
    """Give the sets of a vote, the strongest first."""
    sets = {statement_set.id: statement_set for statement_set in sets_of(step, telling.scenario)}
    return [sets[block_result.name] for block_result in scan(shown, step, telling.scenario)]


def sets_side_by_side(shown: Shown, step: StatementsStep, telling: ReportWording) -> list[Part]:
    """Give per set the share of the answers that agree: bars for one group, and for several a table."""
    results = scan(shown, step, telling.scenario)
    sets = {statement_set.id: statement_set for statement_set in sets_of(step, telling.scenario)}
    groups = telling.in_order(shown.groups)
    if not groups:
        return []
    if len(groups) == 1:
        return _bars(results, sets, groups[0], telling)
    t = telling.t
    head = [t("statements.report.scan.part"), *(telling.name(group.group) for group in groups)]
    rows = [
        [sets[result.name].title, *(_share(result, group, telling) for group in groups)] for result in results
    ]
    title = t("statements.report.scan.title_upper") if telling.upper else t("statements.report.scan.title")
    return [Table(head, rows, title)]


def _bars(
    results: Sequence[BlockResult], sets: dict[str, StatementSet], group: ShownGroup, telling: ReportWording
) -> list[Part]:
    t, bars, words = telling.t, [], []
    for result in results:
        one = sets[result.name]
        share = next(found for found in result.groups if found.group == group.group)
        if share.standing in {"spared", "withdrawn", "partly"}:
            words.append(t("statements.report.scan.held_back", title=one.title))
            continue
        if share.standing == "unsure":
            words.append(f"{one.title}: {_too_unsure(share, telling)}.")
        if share.standing != "told":
            continue
        bars.append(Bar(one.title, share.agree, share.of))
        said = f"{one.title}: {telling.share(share.agree, share.of)}"
        words.append(f"{said} ({t(f'statements.grade.{result.grade}')})." if result.grade else f"{said}.")
    title = t("statements.report.scan.title_upper") if telling.upper else t("statements.report.scan.title")
    if not bars:
        return [Paragraph(" ".join(words))] if words else []
    ends = (
        t(f"statements.report.none_agrees{telling.upper}"),
        t(f"statements.report.all_agree{telling.upper}"),
    )
    return [Bars(title, bars, " ".join(words), ends)]


def _share(result: BlockResult, group: ShownGroup, telling: ReportWording) -> str:
    share = next(found for found in result.groups if found.group == group.group)
    if share.standing in {"spared", "withdrawn", "partly"}:
        return telling.t("statements.report.scan.not_shown")
    if share.standing == "unsure":
        return _too_unsure(share, telling)
    if share.standing == "not-asked":
        return telling.t("statements.report.account.nothing")
    return telling.t("statements.report.cell.share", part=share.agree, whole=share.of)


def _too_unsure(share: GroupLevel, telling: ReportWording) -> str:
    unknown, of = telling.scenario.scale.unknown, share.of + share.unsure
    return telling.t("statements.report.too_unsure", n=share.unsure, of=of, unknown=unknown)


def about_one(vote: Round, one: StatementSet, telling: ReportWording) -> list[Told]:
    """Give what was said of a set: where it comes from, its grounds, and what was noted.

    Its question is that of its first statement, and stands there.
    """
    t, about = telling.t, about_set(one.id)
    source = t("statements.scan.derived") if one.source_status == "derived" else one.source
    told = [finding for finding in vote.findings if finding.about == about]
    found: list[Told] = []
    found += [Backstage([Paragraph(source, quiet=True)])] if source else []
    found += [Paragraph(finding.wall) for finding in told if finding.code == "nobody"]
    found += [Backstage([Paragraph(finding.notes, quiet=True)]) for finding in told if finding.notes]
    then = earlier_bars(one.statements, telling)
    found += [
        Paragraph(f"{bar.label}, {bar.when}: {telling.share(bar.part, bar.whole)}.", quiet=True)
        for bar, _ in then.values()
    ]
    notes = [note.text for note in telling.notes() if note.about == about]
    return [*found, Items(notes)] if notes else found


def nobody_asked(votes: Sequence[Round], step: StatementsStep, telling: ReportWording) -> list[str]:
    """Name the sets of which those whom they are about did not answer."""
    titles = {
        about_set(statement_set.id): statement_set.title for statement_set in sets_of(step, telling.scenario)
    }
    return [
        f"{titles[finding.about]}: {finding.wall}"
        for vote in votes
        for finding in vote.findings
        if finding.code == "nobody" and finding.about in titles
    ]

"""How votes were held and how close answers are; and what stays unknown after them."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.document import Backstage, Heading, Paragraph, Table, Told
from facilitator.insight.chance import FEWEST_FOR_A_NUMBER, closeness, shown_agreement, shown_number
from facilitator.insight.groups import answers_to, has_base, unsure_about, was_asked
from facilitator.insight.statistics import answered, consensus, median
from facilitator.session.rounds import Round, Shown, ShownGroup
from facilitator.steps.statements.kind import StatementsStep, statements_of
from facilitator.steps.statements.report.vote_wording import ReportWording


def unknown(step: StatementsStep, telling: ReportWording) -> list[str]:
    """Give a sentence for each thing the votes of a step leave open."""
    t = telling.t
    lines: list[str] = []
    texts = {each.id: each.text for each in statements_of(step, telling.scenario)}
    for vote in telling.rounds("front"):
        if vote.shown is None:
            lines.append(t("statements.report.unknown.open", step=step.title))
            continue
        small = [telling.name(group) for group in vote.shown.too_small]
        lines += [t("statements.report.unknown.too_few", group=name, step=step.title) for name in small]
        silent = [telling.name(group) for group in vote.shown.silent]
        lines += [t("statements.report.unknown.silent", group=name, step=step.title) for name in silent]
        for statement in vote.statements:
            for shown in telling.in_order(vote.shown.groups):
                lines += _unsure(shown, statement, texts.get(statement, ""), telling)
    return lines


def _unsure(group: ShownGroup, statement: str, text: str, telling: ReportWording) -> list[str]:
    """Name a statement about which at least a third of a group, and two people, did not know."""
    count = unsure_about(group, statement)
    if count < 2 or 3 * count < group.ballots:
        return []
    name = telling.name(group.group)
    return [
        telling.t("statements.report.unknown.unsure", group=name, n=count, all=group.ballots, statement=text)
    ]


def account(step: StatementsStep, telling: ReportWording) -> list[Told]:
    """Give way, numbers, minimum and method per vote, and a table with closeness in words and numbers."""
    t = telling.t
    fronts, backs = telling.votes("front"), telling.votes("back")
    if not fronts and not backs:
        return []
    asked = [statement.id for statement in statements_of(step, telling.scenario)]
    scale = telling.scenario.scale
    found: list[Told] = [Heading(step.title)]
    found += [Paragraph(_held(vote, shown, telling), quiet=True) for vote, shown in [*fronts, *backs]]
    points = ", ".join(f"{number} {point}" for number, point in enumerate(scale.points, 1))
    found.append(
        Paragraph(t("statements.report.account.scale", points=points, unknown=scale.unknown), quiet=True)
    )
    if step.level:
        numbers = ", ".join(str(asked.index(each) + 1) for each in step.level if each in asked)
        found.append(
            Paragraph(t("statements.report.account.level", n=len(step.level), numbers=numbers), quiet=True)
        )
    tables = [_table(vote, shown, asked, telling) for vote, shown in fronts]
    return [*found, Backstage([*tables, Paragraph(t("statements.report.account.numbers"), quiet=True)])]


def _held(vote: Round, shown: Shown, telling: ReportWording) -> str:
    t = telling.t
    way = t(f"statements.report.way.{vote.way}")
    if vote.side == "back":
        said = [t("statements.report.account.back", way=way)]
    else:
        said = [t("statements.report.account.round", number=vote.number, way=way)]
    if shown.groups:
        counted = ", ".join(_ballots(group, telling) for group in telling.in_order(shown.groups))
        said.append(t("statements.report.account.counted", groups=counted))
    said += [t("statements.report.too_few", group=telling.name(group)) for group in shown.too_small]
    said += [t("statements.report.silent", group=telling.name(group)) for group in shown.silent]
    said.append(t("statements.report.account.minimum", n=shown.minimum))
    if vote.method:
        said.append(t("statements.report.account.method", version=vote.method))
    return " ".join(said)


def _ballots(group: ShownGroup, telling: ReportWording) -> str:
    name, n, before = telling.name(group.group), group.ballots, group.beforehand
    if not before:
        return telling.t("statements.report.account.ballots", group=name, n=n)
    key = "statements.report.account.beforehand"
    return telling.t(key, group=name, n=n, here=n - before, before=before)


def _table(vote: Round, shown: Shown, asked: Sequence[str], telling: ReportWording) -> Table:
    t = telling.t
    names = ("statement", "group", "n", "median", "close", "a", "cns")
    rows = [
        _row(str(asked.index(statement) + 1), group, statement, shown.minimum, telling)
        for statement in vote.statements
        if statement in asked
        for group in telling.in_order(shown.groups)
        if was_asked(group, statement)
    ]
    head = [t(f"statements.report.account.head.{name}") for name in names]
    return Table(head, rows, t("statements.report.account.caption", number=vote.number))


def _row(number: str, group: ShownGroup, statement: str, minimum: int, telling: ReportWording) -> list[str]:
    t = telling.t
    nothing = t("statements.report.account.nothing")
    name, counts = telling.name(group.group), answers_to(group, statement)
    if statement in group.same:
        return [number, name, nothing, nothing, t("statements.report.closeness.same"), nothing, nothing]
    if not has_base(group, statement, minimum):
        few = t("statements.report.closeness.few")
        return [number, name, str(answered(counts)), nothing, few, nothing, nothing]
    close = t(f"statements.report.closeness.{closeness(counts)}")
    agreement, spread = shown_agreement(counts), consensus(counts)
    enough = answered(counts) >= FEWEST_FOR_A_NUMBER and spread is not None
    return [
        number,
        name,
        str(answered(counts)),
        _median(counts, telling),
        close,
        nothing if agreement is None else _decimal(agreement, telling),
        _decimal(shown_number(spread or 0.0), telling) if enough else nothing,
    ]


def _decimal(value: float, telling: ReportWording) -> str:
    said = f"{value:.1f}"
    return said.replace(".", telling.t("statements.report.decimal"))


def _median(counts: Sequence[int], telling: ReportWording) -> str:
    middle = median(counts)
    if middle is None:
        return telling.t("statements.report.account.nothing")
    points = telling.scenario.scale.points
    if middle == int(middle):
        return telling.t("statements.report.median.at", point=points[int(middle) - 1])
    low, high = int(middle), int(middle) + 1
    return telling.t("statements.report.median.between", low=points[low - 1], high=points[high - 1])

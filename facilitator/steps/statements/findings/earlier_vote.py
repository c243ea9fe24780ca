"""What a group is told of a vote beside that of an earlier session: counts then and now, and no pattern."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from facilitator.insight.earlier_votes import EarlierShare, earlier_shares, earlier_vote, other_question
from facilitator.insight.levels import GroupLevel, urgency
from facilitator.scenario.model import Statement
from facilitator.session.rounds import Finding, Shown
from facilitator.steps.statements.findings.change import Votes, change_finding
from facilitator.steps.statements.findings.whole_round import grounds, open_vote, why_unknown
from facilitator.steps.statements.findings.wording import VoteWording
from facilitator.steps.statements.result.comparison import Beside, say_month, say_returning


def earlier_level_finding(
    shown: Shown, level: Sequence[Statement], saying: VoteWording, beside: Beside
) -> Finding | None:
    """Give what an earlier level makes us ask, not a pattern (docs/domain.md S8); code "earlier".

    None when the level was not measured then in the same words, or no group was shown both times.
    """
    found = earlier_shares(beside.before, level, shown.points)
    if found is None:
        return None
    day, then = found
    names = [statement.id for statement in level]
    now = {each.group: each for each in urgency(shown, names)}
    both = [earlier_share for earlier_share in then if earlier_share.group in now]
    if not both:
        return None
    tellable = [level for level in now.values() if level.standing == "told"]
    t, kept = saying.t, {group.group for group in shown.groups}
    absent = [perspective.id for perspective in saying.scenario.perspectives if perspective.id not in kept]
    notes = [
        t("statements.finding.advice.earlier"),
        *_then(both, day, saying, beside),
        *grounds(list(now.values()), saying),
        *why_unknown([] if shown.grouping == "total" else absent, [], shown, saying),
        *open_vote(shown, saying),
    ]
    ask = t(f"statements.finding.wall.earlier-{_way(both, tellable)}")
    return Finding(
        code="earlier",
        wall=f"{say_returning(beside, day, t)}\n{ask}",
        notes="\n".join(notes),
        numbers=_numbers(both, tellable),
    )


def _way(then: Sequence[EarlierShare], now: Sequence[GroupLevel]) -> str:
    """Give which question fits: "more" only when every group that can be compared says so."""
    before = {
        earlier_share.group: Fraction(earlier_share.agree, earlier_share.of)
        for earlier_share in then
        if earlier_share.of
    }
    pairs = [(before[level.group], Fraction(level.agree, level.of)) for level in now if level.group in before]
    return "more" if pairs and all(first < second for first, second in pairs) else "less"


def _then(shares: Sequence[EarlierShare], day: date, saying: VoteWording, beside: Beside) -> list[str]:
    when = say_month(day, beside.day, saying.t)
    return [
        saying.t(
            "statements.finding.then",
            group=saying.name(share.group),
            when=when,
            share=saying.share(share.agree, share.of),
        )
        for share in sorted(shares, key=lambda earlier_share: saying.rank(earlier_share.group))
        if share.of
    ]


def _numbers(then: Sequence[EarlierShare], now: Sequence[GroupLevel]) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for share in then:
        if share.of:
            numbers |= {f"{share.group}-then-agree": share.agree, f"{share.group}-then-of": share.of}
    for level in now:
        numbers |= {f"{level.group}-agree": level.agree, f"{level.group}-of": level.of}
    return numbers


def earlier_findings(
    shown: Shown, statements: Sequence[Statement], saying: VoteWording, beside: Beside
) -> list[Finding]:
    """Give per statement what an earlier session showed of it: code "earlier", or "other-question"."""
    found: list[Finding] = []
    for statement in statements:
        vote = earlier_vote(beside.before, statement, shown.points)
        if vote is not None:
            when = say_month(vote.day, beside.day, saying.t)
            told = change_finding(Votes("earlier", vote.shown, shown, when), statement.id, saying)
            found += [told] if told else []
            continue
        other = other_question(beside.before, statement, shown.points)
        if other is not None:
            when = say_month(other.day, beside.day, saying.t)
            said = saying.t("statements.finding.other_question", when=when, text=other.texts[statement.id])
            found.append(Finding(code="other-question", about=statement.id, notes=said))
    return found


def say_who_was_there(
    shown: Shown, statements: Sequence[Statement], saying: VoteWording, beside: Beside
) -> str:
    """Say that other people answered than on the newest day that something here is compared with."""
    votes = [earlier_vote(beside.before, statement, shown.points) for statement in statements]
    days = [vote.day for vote in votes if vote is not None]
    return say_returning(beside, max(days), saying.t) if days else ""

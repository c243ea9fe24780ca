"""What a group is told of a whole round: an observation and a question; pattern and advice in the notes."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.insight.chance import FEWEST_FOR_A_WORD
from facilitator.insight.difference import by_difference, most_different
from facilitator.insight.groups import answers_to
from facilitator.insight.levels import GroupLevel, urgency
from facilitator.insight.pattern import Pattern, differ, pattern
from facilitator.insight.statistics import agreeing
from facilitator.scenario.model import Statement
from facilitator.session.rounds import Finding, Shown
from facilitator.steps.statements.findings.one_statement import groups_differ, numbers, open_groups
from facilitator.steps.statements.findings.wording import VoteWording


def pattern_finding(shown: Shown, level_statements: Sequence[str], saying: VoteWording) -> Finding:
    """Give the pattern of the level statements, in the words of docs/domain.md 6.2."""
    levels = urgency(shown, level_statements)
    found = pattern(levels, [perspective.id for perspective in saying.scenario.perspectives])
    tellable = [level for level in levels if level.standing == "told"]
    notes = [
        *_advice(found, saying),
        *why_unknown(found.missing, found.unsure if found.code == "unknown" else [], shown, saying),
        *grounds(levels, saying),
        *open_vote(shown, saying),
    ]
    return Finding(
        code=found.code,
        wall=_wall(found, shown, level_statements, tellable, saying),
        notes="\n".join(notes),
        numbers=numbers(tellable),
    )


def open_vote(shown: Shown, saying: VoteWording) -> list[str]:
    return [saying.t("statements.finding.open_vote")] if shown.open_vote else []


def _wall(
    found: Pattern,
    shown: Shown,
    statements: Sequence[str],
    tellable: Sequence[GroupLevel],
    saying: VoteWording,
) -> str:
    t = saying.t
    if found.group and found.code in {"one-low", "one-high"}:
        return t(f"statements.finding.wall.{found.code}", group=saying.name(found.group))
    if found.code == "split":
        names = {"high": saying.names(found.high), "low": saying.names(found.low)}
        return t("statements.finding.wall.split", **names)
    if found.code == "mixed":
        return _wall_of_mixed(shown, statements, saying)
    if found.code == "unknown":
        return _wall_of_unknown(found, shown, saying)
    if found.code == "single" and tellable:
        return t(f"statements.finding.wall.single-{tellable[0].level}")
    if found.code == "total" and tellable and _may_be_counted(tellable[0]):
        share = saying.share(tellable[0].agree, tellable[0].of)
        return t("statements.finding.wall.total", share=share)
    if found.code in {"single", "total"}:
        return t("statements.finding.wall.together")
    return t(f"statements.finding.wall.{found.code}")


def _may_be_counted(total: GroupLevel) -> bool:
    """Tell whether a sentence with the count is fit for the wall: it sets no one or two answers apart."""
    return total.agree >= FEWEST_FOR_A_WORD and total.of - total.agree not in {1, 2}


def _wall_of_mixed(shown: Shown, statements: Sequence[str], saying: VoteWording) -> str:
    """Choose what is true: groups against groups, differences inside groups, or only that answers vary."""
    levels = urgency(shown, statements)
    if differ(levels) and all(level.level != "divided" for level in levels):
        return saying.t("statements.finding.wall.mixed-split")
    shares = [[agreeing(answers_to(group, statement)) for statement in statements] for group in shown.groups]
    inside = [group for group in shares if any(0 < agree < of for agree, of in group)]
    if len(inside) > 1:
        return saying.t("statements.finding.wall.mixed")
    return saying.t("statements.finding.wall.mixed-vary")


def _wall_of_unknown(found: Pattern, shown: Shown, saying: VoteWording) -> str:
    """Ask for who is not heard first (docs/domain.md 6.2)."""
    t = saying.t
    if not shown.groups:
        return t("statements.finding.wall.quiet")
    unheard = [group for group in found.missing if group not in shown.silent]
    if unheard:
        return t("statements.finding.wall.missing", groups=saying.names(unheard))
    if found.missing:
        return t("statements.finding.wall.silent", groups=saying.names(found.missing))
    if found.held_back:
        return t("statements.finding.wall.held_back", groups=saying.names(found.held_back))
    if found.unsure:
        return t("statements.finding.wall.unsure", groups=saying.names(found.unsure))
    return t("statements.finding.wall.quiet")


def _advice(found: Pattern, saying: VoteWording) -> list[str]:
    """Give the name of the pattern with its advice, and what else fits one group.

    With two groups that is the advice for the other one; with others that are divided that for each that
    stands alone, and where to begin with the divided ones. With a group that is held back it is the advice
    for a single low one: that follows from its own answers, whatever those of the other are.
    """
    if found.code == "split":
        return [_named("split", "", saying), *_of_sides(found, saying), _of_divided(found, saying)]
    if found.code == "unknown" and found.held_back and not (found.missing or found.unsure):
        sides = found.low if len(found.low) == 1 and (found.high or found.divided) else []
        return [_named("unknown", "", saying), *(_look_at("one-low", name, saying) for name in sides)]
    if found.code not in {"one-low", "one-high"} or not found.group:
        return [_named(found.code, "", saying)]
    told = [_named(found.code, found.group, saying)]
    if found.code == "one-high" and len(found.high) == len(found.low) == 1:
        advice = _advice_for("one-low", found.low[0], saying)
        told.append(saying.t("statements.finding.other_side", group=saying.name(found.low[0]), advice=advice))
    return told


def _of_sides(found: Pattern, saying: VoteWording) -> list[str]:
    """Give advice for each group that is alone on its side; the low one first: it saw what others did not."""
    sides = (("one-low", found.low), ("one-high", found.high))
    return [_look_at(code, groups[0], saying) for code, groups in sides if len(groups) == 1]


def _look_at(code: str, group: str, saying: VoteWording) -> str:
    advice = _advice_for(code, group, saying)
    return saying.t("statements.finding.look_at", group=saying.name(group), advice=advice)


def _of_divided(found: Pattern, saying: VoteWording) -> str:
    return saying.t("statements.finding.divided", groups=saying.names(found.divided))


def _named(code: str, group: str, saying: VoteWording) -> str:
    own = f"statements.finding.name.{code}-{saying.role(group)}"
    name = saying.t(own if saying.t.has(own) else f"statements.finding.name.{code}", group=saying.name(group))
    return f"{name}. {_advice_for(code, group, saying)}"


def _advice_for(code: str, group: str, saying: VoteWording) -> str:
    key = f"{code}-{saying.role(group)}" if group else code
    return saying.t(f"statements.finding.advice.{key}")


def why_unknown(
    missing: Sequence[str], unsure: Sequence[str], shown: Shown, saying: VoteWording
) -> list[str]:
    """Say of which groups there is nothing to see, and why. A group that is too small gets no number."""
    reasons = {
        "few": shown.too_small,
        "silent": shown.silent,
        "absent": [each for each in missing if each not in {*shown.too_small, *shown.silent}],
        "unsure": unsure,
    }
    return [
        saying.t(f"statements.finding.why.{reason}", groups=saying.names(groups))
        for reason, groups in reasons.items()
        if groups
    ]


def grounds(levels: Sequence[GroupLevel], saying: VoteWording) -> list[str]:
    """Give a line per group: its share, or why there is none."""
    t, told = saying.t, []
    for found in sorted(levels, key=lambda one: saying.rank(one.group)):
        name = saying.name(found.group)
        if found.level:
            line = t("statements.finding.group", group=name, share=saying.share(found.agree, found.of))
            told.append(f"{line} {t(f'statements.finding.amount.{found.level}')}")
        elif found.standing == "unsure":
            told.append(saying.too_unsure(found.group, found.unsure, found.of + found.unsure))
        elif found.standing != "not-asked":
            told.append(t(f"statements.finding.level_{found.standing}", group=name))
    return told


def general_finding(shown: Shown, statements: Sequence[Statement], saying: VoteWording) -> Finding:
    """Give where to begin, for a step that measures no level."""
    t = saying.t
    wall = _where_to_begin(shown, statements, saying) if shown.groups else t("statements.finding.wall.quiet")
    kept = {group.group for group in shown.groups}
    perspectives = [perspective.id for perspective in saying.scenario.perspectives]
    missing = [] if shown.grouping == "total" else [name for name in perspectives if name not in kept]
    why = why_unknown(missing, [], shown, saying)
    notes = [t("statements.finding.advice.general"), *why, *open_vote(shown, saying)]
    return Finding(code="general", wall=wall, notes="\n".join(notes))


def _where_to_begin(shown: Shown, statements: Sequence[Statement], saying: VoteWording) -> str:
    """Name the statement that differs most; why it is that one only when that sets no spared group apart."""
    t, names = saying.t, [statement.id for statement in statements]
    if not most_different(shown, names):
        return t("statements.finding.wall.nothing")
    first = by_difference(shown, names)[0]
    text = next(statement.text for statement in statements if statement.id == first.statement)
    if first.gap and groups_differ(shown, first):
        return t("statements.finding.wall.general-groups", text=text)
    if first.gap is None and open_groups(shown, first.statement):
        return t("statements.finding.wall.general-answers", text=text)
    return t("statements.finding.wall.general-begin", text=text)

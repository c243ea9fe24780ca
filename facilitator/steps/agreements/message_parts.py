"""Agreements in the message: tonight's with how each stands, and what became of those of before."""

from __future__ import annotations

from datetime import date
from typing import Final

from facilitator.kinds.message_facet import KindMessage, MessagePart, Topic
from facilitator.session.agreement_numbers import numbers
from facilitator.session.agreement_versions import changed_since, owner_before, standing_objections
from facilitator.session.conditions import NOT_PUT, conditions, say_conditions, says_when
from facilitator.session.due_dates import say_due
from facilitator.session.registers import ENDED, Agreement
from facilitator.session.state import State
from facilitator.steps.agreements.kind import AgreementsStep
from facilitator.words import Words

STANDING_IN_FULL: Final = frozenset({"open", "postponed"})
"""An open agreement needs no word for it; that it is postponed is a condition, with its dates."""
HELD_UP: Final = frozenset({"postponed", "unknown"})
"""What does not just go on, also where that was said at an earlier meeting."""
LAST: Final = frozenset({"objection", "later"})
"""Conditions that are told last, because more is said of them."""


def _registers(state: State, t: Words, today: date) -> list[MessagePart]:
    """Give tonight's agreements in their order, those that ended last; then what changed in earlier ones."""
    now = state.made_now()
    told = [name for name, made in now.items() if _is_told(made)]
    told.sort(key=lambda name: now[name].status in ENDED)
    parts = [_part(Topic.DECIDED, name, state, t, today) for name in told]
    ideas = sum(not _is_told(made) for made in now.values() if made.status not in ENDED)
    return [*parts, *_earlier(state, t, today), *_ideas(ideas, t)]


def _is_told(agreement: Agreement) -> bool:
    """Tell whether it is told by itself: an idea only counts, until it is done."""
    return agreement.firmness != "idea" or agreement.status == "done"


def _earlier(state: State, t: Words, today: date) -> list[MessagePart]:
    now = state.made_now()
    came = {name: agreement for name, agreement in state.agreements().items() if name not in now}
    changed = [
        name
        for name, agreement in came.items()
        if _is_told(agreement) and (agreement.status in HELD_UP or changed_since(agreement, state.about.day))
    ]
    changed.sort(key=lambda name: (came[name].status != "done", came[name].status in ENDED))
    running = [name for name, agreement in came.items() if _is_told(agreement) and name not in changed]
    return [
        *(_part(Topic.EARLIER, name, state, t, today) for name in changed),
        *(_part(Topic.RUNNING, name, state, t, today) for name in running),
    ]


def _part(topic: Topic, name: str, state: State, t: Words, today: date) -> MessagePart:
    agreement = state.agreements()[name]
    number = numbers(state).get(name)

    def line(details: list[str]) -> str:
        told = ", ".join(part for part in details if part)
        key = f"agreements.message.{'line' if number else 'idea'}{'' if told else '_bare'}"
        return t(key, number=number, what=agreement.what, details=told)

    said, short = (line(_details(name, state, t, today, in_full=in_full)) for in_full in (True, False))
    return MessagePart(topic, said, short if short != said else "")


def _details(name: str, state: State, t: Words, today: date, *, in_full: bool) -> list[str]:
    """Give who, when and how it stands; of what ended only that.

    A date that was before this session is not told: it would only say that someone is late. Nor, of what is
    over since an earlier meeting, that it once changed: nobody is asked to live with it any more.
    """
    agreement, day = state.agreements()[name], state.about.day
    past = agreement.status in ENDED and name not in state.made_now()
    codes = [condition.code for condition in conditions(agreement, day)]
    under = list(zip(codes, say_conditions(agreement, day, today, t), strict=True))
    said = [
        words for code, words in under if not (code in LAST or code == "idea" or (past and code in NOT_PUT))
    ]
    if in_full:
        last = [_objected(code, words, agreement, state, t) for code, words in under if code in LAST]
    else:
        last = [words for code, words in under if code in LAST]
    status = agreement.status
    stands = "" if status in STANDING_IN_FULL else t(f"agreements.message.stands.{status}")
    if status in ENDED:
        return [stands, *said, *last]
    coming = agreement.due is not None and (agreement.due >= day or bool(agreement.every))
    dated = coming and not says_when(agreement, day)
    due = say_due(agreement, t.language, today) if dated else ""
    firmness = agreement.firmness
    firm = t(f"agreements.message.firmness.{firmness}") if firmness in {"intention", "decision"} else ""
    return [_owner(agreement, state, t), due, firm, stands, *said, *last]


def _owner(agreement: Agreement, state: State, t: Words) -> str:
    before = owner_before(agreement, state.about.day)
    return t("agreements.message.owner", who=agreement.who, before=before) if before else agreement.who


def _objected(code: str, words: str, agreement: Agreement, state: State, t: Words) -> str:
    """Give what is objected, and from which perspective where that may be said."""
    status = "open" if code == "objection" else "later"
    here = [each for each in standing_objections(agreement) if each.status == status]
    groups = [state.scenario.perspective(each.perspective or "") for each in here]
    who = list(dict.fromkeys(found.title for found in groups if found))
    whose = t("agreements.message.objection_from", said=words, who=", ".join(who)) if who else words
    reasons = "; ".join(each.reason.rstrip(".") for each in here if each.reason)
    return t("agreements.message.objection", said=whose, reasons=reasons) if reasons else whose


def _ideas(count: int, t: Words) -> list[MessagePart]:
    return [MessagePart(Topic.COUNTED, t("agreements.message.ideas", n=count))] if count else []


MESSAGE: Final = KindMessage[AgreementsStep](registers=_registers)

"""When an agreement is done, in words: one day, or how often and from which day. Pure."""

from __future__ import annotations

from datetime import date

from facilitator.session.registers import Agreement
from facilitator.words.catalogues import Language
from facilitator.words.dates import say_date
from facilitator.words.rhythms import say_rhythm


def say_due(agreement: Agreement, language: Language, today: date | None, *, short: bool = False) -> str:
    """Give its date in words, or nothing; ``today`` decides whether a year is said, None: always."""
    if agreement.due is None:
        return ""
    if agreement.every:
        return say_rhythm(agreement.every, agreement.due, language, today, short=short)
    return say_date(agreement.due, language, today, short=short)

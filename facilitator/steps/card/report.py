"""A card in a report: what it showed of earlier meetings. A break that was not held is not missed."""

from __future__ import annotations

from typing import Final

from facilitator.document import Backstage, Items, Paragraph, Told
from facilitator.kinds.message_facet import NOTHING_TO_TELL
from facilitator.kinds.report_facet import Chapter, KindReport
from facilitator.scenario.model import Use
from facilitator.session.earlier_meetings import KeptWords, Meeting
from facilitator.session.kept_words import kept_before
from facilitator.session.provenance import say_meeting
from facilitator.session.state import State
from facilitator.steps.card.kind import CardStep
from facilitator.steps.card.wording import say_kept_line
from facilitator.words import Words


def _parts(state: State, _use: Use, step: CardStep, t: Words) -> list[Told]:
    """Give what earlier meetings kept, each under who said it and when: their own reports have it too."""
    shown = [
        part
        for meeting, words in kept_before(state, step.shows)
        for part in _of_meeting(meeting, words, state, t)
    ]
    return [Backstage(shown)] if shown else []


def _of_meeting(meeting: Meeting, words: KeptWords, state: State, t: Words) -> list[Paragraph | Items]:
    when = say_meeting(meeting, state, t)
    found: list[Paragraph | Items] = [Paragraph(t("card.report.earlier", title=words.title, meeting=when))]
    for about in dict.fromkeys(line.about for line in words.lines):
        found += [Paragraph(about, quiet=True)] if about else []
        found.append(Items([say_kept_line(line, t) for line in words.lines if line.about == about]))
    return found


REPORT: Final = KindReport[CardStep](
    chapter=Chapter.SAID, parts=_parts, message=NOTHING_TO_TELL, is_missed=lambda step: not step.pause
)

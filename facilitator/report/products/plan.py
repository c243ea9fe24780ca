"""The plan of a neighbourhood, gathered from all meetings of a series: what the last one holds of them.

The border and the name, what lives there with figures and stories, what is shared, what was chosen, the
points with who and when, and who decides. What is over stays in the reports of its own meetings.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from facilitator.document import Heading, Items, Paragraph, Part, Report, Section, Table
from facilitator.kinds import kinds
from facilitator.kinds.report_facet import Answering, report_of
from facilitator.report.products.agreement_rows import agreement_rows, going, heads
from facilitator.report.products.product_frame import ahead
from facilitator.session.choices import chosen_first, waiting
from facilitator.session.disclosure import to_share
from facilitator.session.items import items_of
from facilitator.session.kept_words import newest_words
from facilitator.session.provenance import say_meeting, say_origin, say_waits
from facilitator.session.registers import Fact, Task
from facilitator.session.state import State
from facilitator.words import Words
from facilitator.words.dates import say_date

PLACE: Final = ("buurt", "schaal", "verhaal")
"""What steps keep of the neighbourhood itself: its border and name, its size, and how people tell of it."""
SPACE: Final = ("ruimte", "wijkwethouder", "plek", "ritme")
"""What they keep of who decides and what is allowed, and of how often people meet."""
SORTS: Final = ("pride", "asset", "worry", "ambition", "chance", "unsaid")
WIDTHS: Final = (6, 40, 20, 16, 18)


def plan(state: State, t: Words, called: str) -> Report:
    """Give the plan; ``called``: under which name the field knows it, ``wijkplan`` or ``buurtagenda``."""
    state = to_share(state)
    sections = [
        Section(t("report.product.plan.place"), _kept(PLACE, state, t)),
        Section(t("report.product.plan.lives"), [*_items(state, t), *_facts(state, t)]),
        Section(t("report.product.plan.shared"), _shared(state)),
        Section(t("report.product.plan.chosen"), _chosen(state, t)),
        Section(t("report.product.plan.points"), _points(state, t)),
        Section(t("report.product.plan.space"), [*_deciders(state, t), *_kept(SPACE, state, t)]),
        Section(t("report.topic.ahead"), [*map(Paragraph, ahead(state, t))]),
    ]
    return Report(
        t(f"report.product.title.{called}", place=state.about.place),
        [Paragraph(t("report.product.plan.meetings", meetings=_meetings(state, t)))],
        sections=[section for section in sections if section.parts],
    )


def _meetings(state: State, t: Words) -> str:
    day = say_date(state.about.day, t.language, state.about.day, short=True)
    now = t("session.origin.of", who=state.scenario.group or state.scenario.title, day=day)
    return "; ".join([*(say_meeting(meeting, state, t) for meeting in state.meetings), now])


def _kept(topics: Sequence[str], state: State, t: Words) -> list[Part]:
    """Give what was said last under each of these topics, under the questions that asked it."""
    found: list[Part] = []
    for words in newest_words(state, kinds(), topics):
        for about in dict.fromkeys(line.about for line in words.lines):
            lines = [
                t("report.product.differs", text=line.text) if line.differs else line.text
                for line in words.lines
                if line.about == about
            ]
            found += [Paragraph(about or words.title), Items(lines)]
    return found


def _items(state: State, t: Words) -> list[Part]:
    found: list[Part] = []
    for sort in SORTS:
        items = items_of(state, [sort])
        lines = [
            t("report.letter.from", text=item.text, who=origin)
            if (origin := say_origin(name, state, t, item.perspective))
            else item.text
            for name, item in items.items()
        ]
        found += [Paragraph(t(f"report.letter.sort.{sort}")), Items(lines)] if lines else []
    return found


def _facts(state: State, t: Words) -> list[Part]:
    found: list[Part] = []
    if state.facts():
        head = [t("report.product.head.figure"), t("report.product.head.source")]
        found.append(Table(head, [_fact(fact) for fact in state.facts().values()], widths=(60, 40)))
    if stories := [t("report.product.story", text=story.text) for story in state.stories().values()]:
        found += [Paragraph(t("report.product.plan.stories")), Items(stories)]
    return found


def _fact(fact: Fact) -> list[str]:
    said = f"{fact.what}: {fact.value}" if fact.value else fact.what
    beside = ", ".join(part for part in (said, fact.compared) if part)
    return [beside, ", ".join(part for part in (fact.source, fact.year, fact.area) if part)]


def _shared(state: State) -> list[Part]:
    """Give what this meeting or an earlier one found that more than one side sees."""
    earlier = {name for meeting in state.meetings for name in meeting.shared}
    lines = [item.text for name, item in state.items().items() if item.shared == "shared" or name in earlier]
    return [Items(lines)] if lines else []


def _chosen(state: State, t: Words) -> list[Part]:
    texts = {name: item.text for name, item in state.items().items()}
    texts |= {name: task.name for name, task in state.tasks().items()}
    chosen = [texts[name] for name in chosen_first(state) if name in texts]
    later = [(texts[name], say_waits(name, state, t)) for name in waiting(state) if name in texts]
    lines = [t("report.letter.from", text=text, who=why) if why else text for text, why in later]
    found: list[Part] = [Items(chosen)] if chosen else []
    if lines:
        found += [Paragraph(t("report.product.plan.later")), Items(lines)]
    return found


def _points(state: State, t: Words) -> list[Part]:
    """Give each task with what was said of it, who does what, and its agreements; then the others."""
    found: list[Part] = []
    open_ones = going(state)
    for name, task in state.tasks().items():
        here = [agreement for agreement in open_ones if state.agreements()[agreement].task == name]
        lines = [*_about(task, t), *_roles(name, state, t)]
        found += [Heading(task.name), *([Items(lines)] if lines else [])]
        found += [Table(heads(t), agreement_rows(here, state, t), widths=WIDTHS)] if here else []
    rest = [name for name in open_ones if state.agreements()[name].task not in state.tasks()]
    if rest:
        title = [Heading(t("report.product.plan.elsewhere"))] if state.tasks() else []
        found += [*title, Table(heads(t), agreement_rows(rest, state, t), widths=WIDTHS)]
    return found


def _about(task: Task, t: Words) -> list[str]:
    said = {"for_whom": task.for_whom, "why_now": task.why_now, "wanted": task.wanted, "where": task.where}
    return [t(f"report.product.task.{name}", text=text) for name, text in said.items() if text]


def _roles(task: str | None, state: State, t: Words) -> list[str]:
    """Say who leads, decides and takes part in a task, or in the neighbourhood as a whole."""
    lines: list[str] = []
    for role in ("leads", "decides", "takes-part", "guards"):
        who = [
            state.actors()[each.actor].name
            for each in state.roles().values()
            if each.task == task and each.role == role and each.actor in state.actors()
        ]
        lines += [t(f"report.product.role.{role}", who=", ".join(who))] if who else []
    return lines


def _deciders(state: State, t: Words) -> list[Part]:
    """Say what was advised, who decides on it, and who does what in the neighbourhood as a whole."""
    advice = [
        line
        for use, step in state.scenario.places()
        if (report := report_of(step.kind)).answering(step) is Answering.ADVISES
        for line in report.answer(state, use, step, t)
    ]
    lines = [*advice, *_roles(None, state, t)]
    return [Items(lines)] if lines else []

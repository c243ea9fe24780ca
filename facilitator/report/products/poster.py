"""A poster of A3 for the wall of the community centre: what was agreed, who does it, and the next time."""

from __future__ import annotations

from typing import Final

from facilitator.markup import Markup, h
from facilitator.report.html import page, style
from facilitator.report.products.agreement_rows import going
from facilitator.session.agreement_numbers import numbers
from facilitator.session.disclosure import to_share
from facilitator.session.due_dates import say_due
from facilitator.session.next_time import next_time, say_next
from facilitator.session.state import State
from facilitator.words import Words
from facilitator.words.dates import say_date

MOST: Final = 8
"""Agreements that can be read from some metres away; of more it is said how many."""
FEW: Final = 4
"""With so few their letters are larger."""


def poster(state: State, t: Words) -> str:
    """Give the poster as a page that stands alone; tonight's agreements first, then what goes on."""
    state = to_share(state)
    names = sorted(going(state), key=lambda name: state.came_from(name) is not None)
    shown, left = names[:MOST], len(names) - MOST
    more = h("p", t("report.product.poster.more", n=left), class_="more") if left > 0 else None
    lines = h(
        "ol", *(_agreement(name, state, t) for name in shown), class_="few" if len(shown) <= FEW else None
    )
    nothing = h("p", t("report.product.nothing")) if not shown else None
    head = h(
        "header",
        h("h1", t("report.product.title.poster", place=state.about.place)),
        h("p", f"{state.scenario.title}, {say_date(state.about.day, t.language)}"),
    )
    body = Markup(head, h("main", nothing, lines if shown else None, more), _foot(state, t))
    title = t("report.product.title.poster", place=state.about.place)
    return page(title, body, t.language, style("poster.css"))


def _agreement(name: str, state: State, t: Words) -> Markup:
    agreement = state.agreements()[name]
    when = say_due(agreement, t.language, state.about.day)
    said = ", ".join(part for part in (agreement.who, when) if part)
    number = numbers(state)[name]
    return h("li", h("b", agreement.what), h("span", said) if said else None, data_number=number)


def _foot(state: State, t: Words) -> Markup:
    following = next_time(state)
    lines = [t("report.next", when=say_next(following, t))] if following else []
    lines += [t("report.call", contact=state.contact)] if state.contact else []
    return h("footer", *(h("p", line) for line in lines))

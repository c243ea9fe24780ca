"""A deal between parties: who they are, what each brings and asks, what they agreed, for how long, signed."""

from __future__ import annotations

from typing import Final

from facilitator.document import Paragraph, Part, Report, Section, Table
from facilitator.report.products.agreement_rows import agreement_rows, going, heads
from facilitator.report.products.product_frame import ahead, opening
from facilitator.session.disclosure import to_share
from facilitator.session.state import State
from facilitator.words import Words

PARTIES: Final = (34, 33, 33)
WIDTHS: Final = (6, 40, 20, 16, 18)
SIGNED: Final = (40, 30, 30)
ROOM: Final = "\u00a0\n\u00a0"
"""Two lines high, in every form: room for a hand that writes."""
FEWEST_LINES: Final = 4
"""Lines to sign on, where the map of the network holds fewer parties."""


def deal(state: State, t: Words) -> Report:
    """Give the deal; the term and the signatures are left to be filled in by hand."""
    state = to_share(state)
    rows = agreement_rows(going(state), state, t)
    agreed: Part = Table(heads(t), rows, widths=WIDTHS) if rows else Paragraph(t("report.product.nothing"))
    sections = [
        Section(t("report.product.deal.parties"), _parties(state, t)),
        Section(t("report.product.decided"), [agreed]),
        Section(t("report.product.deal.term"), [*map(Paragraph, t.lines("report.product.deal.fill_in"))]),
        Section(t("report.topic.ahead"), [*map(Paragraph, ahead(state, t))]),
        Section(t("report.product.deal.signatures"), [_signatures(state, t)]),
    ]
    return Report(
        t("report.product.title.dorpendeal", place=state.about.place),
        [*map(Paragraph, opening(state, t))],
        sections=[section for section in sections if section.parts],
    )


def _parties(state: State, t: Words) -> list[Part]:
    """Give what each party brings and asks; parties that said nothing stand there too."""
    if not state.actors():
        return [Paragraph(t("report.product.deal.no_parties"))]
    said = state.contributions().values()
    rows = [
        [
            actor.name,
            *(
                "; ".join(each.what for each in said if each.actor == name and each.direction == direction)
                for direction in ("brings", "asks")
            ),
        ]
        for name, actor in state.actors().items()
    ]
    head = [t(f"report.product.head.{column}") for column in ("party", "brings", "asks")]
    return [Table(head, rows, widths=PARTIES)]


def _signatures(state: State, t: Words) -> Table:
    names = [actor.name for actor in state.actors().values()]
    names += [""] * max(FEWEST_LINES - len(names), 0)
    head = [t(f"report.product.head.{column}") for column in ("party", "function", "signature")]
    return Table(head, [[name, ROOM, ROOM] for name in names], widths=SIGNED)

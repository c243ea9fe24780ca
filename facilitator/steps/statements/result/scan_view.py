"""The result of a scan: how the sets stand side by side, and where we differ most (docs/domain.md 6.3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property, partial

from textual.content import Content

from facilitator.insight.block_results import BlockResult
from facilitator.insight.earlier_votes import earlier_shares
from facilitator.insight.groups import answers_to, has_base
from facilitator.insight.levels import GroupLevel
from facilitator.insight.statistics import agreeing
from facilitator.scenario.model import Statement, StatementSet
from facilitator.session.rounds import TOTAL, Finding, Round, ShownGroup
from facilitator.steps.statements.drawing.bar_table import Cell, TableRow, table
from facilitator.steps.statements.drawing.row_blocks import TALL, Block, left_for, stack, wrapped
from facilitator.steps.statements.findings.scan import about_set, scan
from facilitator.steps.statements.kind import sets_of
from facilitator.steps.statements.result.comparison import say_month
from facilitator.steps.statements.result.result_view import ResultView
from facilitator.ui.kit.actions import Action


class ScanPages(ResultView):
    """What the pages of a scan share."""

    @cached_property
    def sets(self) -> dict[str, StatementSet]:
        """The sets in the order of the ballot, each with the statements that were voted on."""
        return {
            statement_set.id: statement_set for statement_set in sets_of(self.vote, self.desk.state.scenario)
        }

    @property
    def scan(self) -> list[BlockResult]:
        """How the sets came out, the strongest first."""
        return scan(self.shown, self.vote, self.desk.state.scenario)

    @property
    def shown_groups(self) -> list[ShownGroup]:
        return self.saying.in_order(self.shown.groups)

    @property
    def heads(self) -> list[str]:
        """The groups; a single one with how many people answered, of several the cells say enough."""
        groups = self.shown_groups
        if len(groups) == 1:
            return [self.t("statements.of_people", group=self.title_of(groups[0].group), n=groups[0].ballots)]
        return [self.title_of(group.group) for group in groups]

    def nobody(self, one: StatementSet) -> Finding | None:
        """Give what was said where those whom the set is about did not answer it."""
        return self.finding(about_set(one.id), self.first, "nobody")

    def cell(self, agree: int, of: int) -> Cell:
        if not of:
            return Cell(0, 0, self.t("statements.no_point"), "–")
        return Cell(agree, of, self.t("statements.part_of", part=agree, whole=of), f"{agree}/{of}")

    def unsure_cell(self, unsure: int, of: int) -> Cell:
        """Say how many did not know, where too few chose a point to draw a share."""
        short = self.t("statements.too_unsure_short", n=unsure, of=of)
        return Cell(0, 0, self.too_unsure(unsure, of), short)

    def source_of(self, one: StatementSet) -> str:
        """Say where a set comes from: a working set, or the source it was checked against."""
        if one.source_status == "derived":
            return self.t("statements.scan.derived")
        return one.source

    def held_back_here(self) -> str:
        """Ask a small group of one mind whether its answers may be shown; empty when none has to be asked."""
        asked = self.consent()
        if asked is None:
            return ""
        n, name = len(asked.statements), self.saying.name(asked.group)
        key = "may_we_show_ours" if asked.group == TOTAL else "may_we_show"
        return self.t(f"statements.scan.{key}", n=n, group=name)

    def earlier_row(self, statements: Sequence[Statement]) -> str:
        """Say in one line what an earlier session showed of these statements; empty when nothing."""
        state = self.desk.state
        found = earlier_shares(state.before, statements, self.shown.points)
        if found is None:
            return ""
        shares = {earlier_share.group: earlier_share for earlier_share in found[1] if earlier_share.of}
        if len(self.heads) == 1:
            return self.earlier_words(statements).get(self.shown_groups[0].group, "")
        said = [
            f"{self.title_of(name)} {self.t('statements.part_of', part=share.agree, whole=share.of)}"
            for name in (group.group for group in self.shown_groups)
            if (share := shares.get(name))
        ]
        when = say_month(found[0], state.about.day, self.t)
        return self.t("statements.earlier.share", when=when, share=", ".join(said)) if said else ""

    @property
    def pages(self) -> Sequence[str]:
        """How the sets stand, where we differ most if we do, and each set, the strongest first."""
        differs = self.own_page == "differ" or any(result.differs for result in self.scan)
        sets = [f"set:{result.name}" for result in self.scan]
        return ["overview", *(["differ"] if differs else []), *sets]


class ScanView(ScanPages):
    """Per set the share of the answers that agree, the strongest first; never one number over all."""

    def heading(self) -> str:
        return self.t("statements.result")

    def draw(self, width: int, height: int) -> Sequence[Content]:
        before, ask = self.told_of_all()
        page = partial(self._page, before, width=width, height=height)
        return self.around_question(self.held_back_here() or ask, page, width, height)

    def _page(self, before: str, question: Sequence[Content], width: int, height: int) -> list[Content]:
        """Draw the sets as roomily as leaves some blank rows; what explains gives way before they do."""
        page: list[Content] = []
        for head, foot, air in ((True, True, 2), (True, False, 2), (True, False, 0), (False, False, 0)):
            around = self._around(before, question, width, head=head, foot=foot)
            room = left_for(around, height)
            for earlier in (True, False):
                rows = table(self._rows(earlier=earlier), self.heads, width, room - air, tall=height >= TALL)
                gap = int(len(rows) + 1 < room)  # a single blank row stands before the question
                page = stack([*around[:2], Block(rows, gap=gap), *around[2:]], height)
                if len(rows) <= room - air:
                    return page
        return page

    def _around(
        self, before: str, question: Sequence[Content], width: int, *, head: bool, foot: bool
    ) -> list[Block]:
        """Give what stands around the sets; what comes first is above them."""
        source = self._sources()
        top = self._head(width, source) if head else []
        said = any(source in row.plain for row in top)
        return [
            Block(top, gap=0),
            Block(wrapped(before, width), gap=0),
            Block(wrapped(self.hidden(), width, "$quiet")),
            Block(question),
            *self.notes(width),
            Block(wrapped(source, width, "$quiet") if foot and not said else []),
        ]

    def _head(self, width: int, source: str) -> list[Content]:
        """Say what is shown, whose answers where they are of one group, and where the sets come from."""
        counts = self.t(f"statements.scan.counts{self.saying.upper}")
        if len(self.heads) == 1:
            counts = f"{self.heads[0]}: {counts}"
        for said in (f"{counts} · {source}" if source else counts, counts):
            row = Content.assemble((self.step.title, "bold"), (f"   {said}", "$quiet"))
            if row.cell_length <= width:
                return [row]
        return wrapped(counts, width, "$quiet")

    def _rows(self, *, earlier: bool) -> list[TableRow]:
        return [
            self._row(block_result, self.sets[block_result.name], earlier=earlier)
            for block_result in self.scan
        ]

    def _row(self, result: BlockResult, one: StatementSet, *, earlier: bool) -> TableRow:
        shares = {share.group: share for share in result.groups}
        cells = [self._share(shares[group.group]) for group in self.shown_groups]
        nobody = self.nobody(one)
        below = [nobody.wall] if nobody else []
        below += [self.earlier_row(one.statements)] if earlier else []
        alone = result.grade if len(self.heads) == 1 else None  # of several groups the bars say it
        end = self.t(f"statements.grade.{alone}") if alone else ""
        return TableRow(one.title, cells, end, "  ".join(line for line in below if line))

    def _share(self, share: GroupLevel) -> Cell:
        if share.standing in {"spared", "withdrawn", "partly"}:
            return Cell(0, 0, self.t("statements.scan.held_back"), "–")
        if share.standing == "unsure":
            return self.unsure_cell(share.unsure, share.of + share.unsure)
        return self.cell(share.agree, share.of)

    def _sources(self) -> str:
        """Say quietly where the sets come from: those of one source together."""
        tags = {one.title: self.source_of(one) for one in self.sets.values()}
        if len(set(tags.values())) == 1:
            return next(iter(tags.values()))
        derived = self.t("statements.scan.derived")
        others = [f"{title}: {tag}" for title, tag in tags.items() if tag and tag != derived]
        rest = self.t("statements.scan.others_derived") if derived in tags.values() else ""
        return ". ".join(part for part in ["; ".join(others), rest] if part)

    def looked_at(self) -> Sequence[tuple[Round, Sequence[str]]]:
        return [(self.first, [statement.id for statement in self.statements])]

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        return [
            self.action("per_set", "enter right", self.on, 1),
            *self.show_action(),
            *self.vote_again_action(),
            self.skip_action(4),
            replace(self.back_action(), rank=9),
            *self.back_side_action(0),
        ]


class DifferView(ScanPages):
    """Per set the statement on which we ourselves differ most, the largest difference first."""

    def heading(self) -> str:
        return self.t("statements.result")

    def draw(self, width: int, height: int) -> Sequence[Content]:
        page = partial(self._page, width=width, height=height)
        return self.around_question(self.t("statements.finding.ask.vary"), page, width, height)

    def _page(self, question: Sequence[Content], width: int, height: int) -> list[Content]:
        """Draw as many of them as there is room for."""
        around = [
            Block(wrapped(self.t("statements.scan.where_we_differ"), width, "bold"), gap=0),
            Block(question),
            *self.notes(width),
        ]
        entries = [self._entry(block_result, width) for block_result in self._differing()]
        room = left_for(around, height, air=True)
        rows = entries[0] if entries else []
        for number, entry in enumerate(entries[1:], 2):
            spread = sum(map(len, entries[number:])) + 2 * len(entries) <= room
            if len(rows) + len(entry) + int(spread) > room:
                break
            rows = [*rows, *([Content("")] * int(spread)), *entry]
        return stack([around[0], Block(rows), *around[1:]], height)

    def _differing(self) -> list[BlockResult]:
        found = [block_result for block_result in self.scan if block_result.differs is not None]
        return sorted(found, key=_difference)

    def _entry(self, result: BlockResult, width: int) -> list[Content]:
        """Give the statement, and under it its set and how the groups answered."""
        name = result.differs.statement if result.differs else ""
        counts = ", ".join(
            self._count(group, name)
            for group in self.shown_groups
            if has_base(group, name, self.shown.minimum)
        )
        said = self.t(f"statements.scan.agree{self.saying.upper}", counts=counts)
        under = f"{self.sets[result.name].title} · {said}"
        text = wrapped(self.text_of(name), width, "bold")
        return [*text, *(Content.assemble("  ", row) for row in wrapped(under, width - 2, "$quiet"))]

    def _count(self, group: ShownGroup, statement: str) -> str:
        agree, of = agreeing(answers_to(group, statement))
        share = self.t("statements.part_of", part=agree, whole=of)
        return share if len(self.heads) == 1 else f"{self.title_of(group.group)} {share}"

    def actions(self) -> Sequence[Action]:
        return [
            self.action("per_set", "enter right", self.on, 1),
            self.action("overview", "left", self.back, 2),
            *self.vote_again_action(),
            self.skip_action(4),
        ]


def _difference(result: BlockResult) -> tuple[bool, float, float]:
    """Sort differences between groups before those within them, and each by their size."""
    found = result.differs
    gap = float(found.gap) if found and found.gap and result.between else 0.0
    spread = found.consensus if found and found.consensus is not None else 1.0
    return not result.between, -gap, round(spread, 9)

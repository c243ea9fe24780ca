"""What groups answered to statements over many sessions, as far as it may be told, in tables and in short."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from facilitator.community.collection import ALL, AskedStatement, Collection, Sum
from facilitator.document import Paragraph, Part
from facilitator.kinds.column_tables import Row, column_tables
from facilitator.session.rounds import TOTAL
from facilitator.words import Words


class AnswerTables:
    """The answers of a collection; what may not be told is not in them."""

    def __init__(self, found: Collection, t: Words) -> None:
        self.found = found
        self.told = found.told()
        self.groups = {**found.perspectives(t.language), TOTAL: t("community.everyone")}
        self.overall: Mapping[AskedStatement, Mapping[str, Sum]] = {
            statement: overall
            for statement, groups in self.told.items()
            if (overall := {group: sums[ALL] for group, sums in groups.items() if ALL in sums})
        }
        """Of all sessions together."""
        self.t = t

    def in_short(self) -> Iterator[str]:
        """Name the statement on which groups differ most, and the one on which they all agree most."""
        several = [each for each in self._by_difference() if len(self.overall[each]) > 1]
        if not several or not _gap(self.overall[several[0]]):
            return
        first = several[0]
        yield self.t("community.differ_most", statement=self._said(first), groups=self._all_groups(first))
        agreed = max(several[1:], key=lambda each: _least(self.overall[each]), default=None)
        if agreed and _least(self.overall[agreed]) > Fraction(1, 2):
            yield self.t(
                "community.agree_most", statement=self._said(agreed), groups=self._all_groups(agreed)
            )

    def differences(self) -> list[Part]:
        """Give the statements with all groups beside each other, the largest difference first."""
        columns = [group for group in self.groups if any(group in cells for cells in self.overall.values())]
        rows: list[Row] = [
            (self._said(statement), [self._cell(self.overall[statement].get(group)) for group in columns])
            for statement in self._by_difference()
        ]
        heads = [self.groups[group] for group in columns]
        how = f"{self.t('community.cells')} {self.t('community.order')}"
        return self._explained(how, column_tables(self.t("community.statement"), heads, rows))

    def beside(self, names: Sequence[str], wanted: Sequence[str] = ()) -> list[Part]:
        """Give a table for each group: how many agree in each of these sums, where it may be told.

        Args:
            names: the sums, a column each.
            wanted: the sums without which a row says nothing; without these any two.
        """
        heads = [self._named(name) for name in names]
        tables: list[Part] = []
        for group, title in self.groups.items():
            cells = {statement: groups.get(group, {}) for statement, groups in self.told.items()}
            rows: list[Row] = [
                (self._said(statement), [self._cell(sums.get(name)) for name in names])
                for statement, sums in cells.items()
                if (sums.keys() >= {*wanted} if wanted else len(sums.keys() & {*names}) > 1)
            ]
            tables += column_tables(title, heads, rows)
        return self._explained(self.t("community.cells"), tables)

    def _by_difference(self) -> list[AskedStatement]:
        return sorted(self.overall, key=lambda each: (-_gap(self.overall[each]), each))

    def _all_groups(self, statement: AskedStatement) -> str:
        cells = self.overall[statement]
        return ", ".join(
            self.t("community.group", group=title, part=cells[group].agree, whole=cells[group].of)
            for group, title in self.groups.items()
            if group in cells
        )

    def _said(self, statement: AskedStatement) -> str:
        return self.found.say(statement.text, self.t.language)

    def _explained(self, how: str, tables: Sequence[Part]) -> list[Part]:
        return [Paragraph(how), *tables] if tables else []

    def _cell(self, found: Sum | None) -> str:
        if found is None:
            return self.t("community.none")
        return self.t("community.cell", part=found.agree, whole=found.of, n=found.sessions)

    def _named(self, name: str) -> str:
        return self.t("community.all") if name == ALL else name.partition(":")[2]


def _shares(sums: Mapping[str, Sum]) -> list[Fraction]:
    return [Fraction(each.agree, each.of) for each in sums.values()]


def _gap(sums: Mapping[str, Sum]) -> Fraction:
    """Give how far the shares that agree of two groups are apart at most; 0 for one group."""
    return max(_shares(sums)) - min(_shares(sums))


def _least(sums: Mapping[str, Sum]) -> Fraction:
    """Give the share that agrees in the group in which it is smallest."""
    return min(_shares(sums))

"""One statement: a dot is a person's answer, and the eye sees where they stand. Voting again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from textual.content import Content

from facilitator.insight.groups import group_of
from facilitator.session.rounds import Round, Shown
from facilitator.steps.statements.drawing.dot_plot import DotLine, picture
from facilitator.steps.statements.drawing.row_blocks import Block, left_for, stack, wrapped
from facilitator.steps.statements.drawing.vote_pairs import Pair, Way
from facilitator.steps.statements.kind import is_scan
from facilitator.steps.statements.result.comparison_view import ComparingView
from facilitator.ui.kit.actions import Action


class StatementResultView(ComparingView):
    """Where each answer stands; after a second vote the first one faintly under it, and in words."""

    def shows(self, page: str) -> bool:
        return page.partition(":")[0] == "one"

    @property
    def about(self) -> str:
        return self.statement

    def heading(self) -> str:
        found = self.order()
        return self.t("statements.result_of", n=found.index(self.statement) + 1, total=len(found))

    def status(self) -> str:
        if self.again:
            return self.t("statements.chosen_again", n=len(self.again))
        found = self.finding(self.statement, self.first)
        return self.t("statements.most") if found and found.code == "most-different" else ""

    # -- how it looks

    def draw(self, width: int, height: int) -> Sequence[Content]:
        """Draw the change as roomily as fits; words get shorter before dots become numbers."""
        page: list[Content] = []
        for numbers in (False, True):
            for way in self._ways(width):
                for air in (True, False):
                    page = self._page(width, height, way, numbers=numbers, air=air)
                    if len(page) <= height:
                        return page
        return page

    def _ways(self, width: int) -> list[Way]:
        """Give the ways to show a change, from roomy to short."""
        pair = self.pair
        titles = [(name, self.title_of(name)) for name in self._names(pair)]
        return pair.ways(titles, width, self.t) if pair else [Way()]

    def _page(self, width: int, height: int, way: Way, *, numbers: bool, air: bool) -> list[Content]:
        mark = "↻ " if self.statement in self.again else ""
        around = [
            Block(wrapped(f"{mark}{self.text_of(self.statement)}", width, "bold"), gap=0),
            Block(way.words),
            Block(wrapped(self.other_question_then, width, "$quiet"), needed=False),
            Block(wrapped(self.ask, width, "bold $accent")),
            *self.notes(width),
        ]
        room = left_for(around, height, air=air)
        pair = self.pair
        ends = self.t("statements.earlier.ends") if pair and pair.of_earlier_session else ""
        ends = ends or self.t(f"statements.ends{self.saying.upper}")
        scale = self.desk.state.scenario.scale
        rows = picture(self._lines(way), scale, width, room, numbers=numbers, ends=ends)
        over = [Content("")] if len(rows) > room else []
        return [*stack([around[0], Block(rows), *around[1:]], height), *over]

    def _names(self, pair: Pair | None) -> list[str]:
        """Give the groups that are shown, in the order of the scenario; not those of an earlier session."""
        named = [group.group for group in (pair.now if pair else self.shown).groups]
        if pair and not pair.of_earlier_session:
            named += [group.group for group in pair.then.groups]
        return sorted(dict.fromkeys(named), key=self.saying.rank)

    def _lines(self, way: Way) -> list[DotLine]:
        """Give a line per group, and with ``faint`` its earlier answers under it."""
        pair = self.pair
        lines: list[DotLine] = []
        for name in self._names(pair):
            title = self.title_of(name)
            now = pair.now if pair else self.shown
            if pair and group_of(now, name) is None:
                lines.append(self._line(pair.then, name, title, faint=True))
                continue
            end = pair.end(name) if pair and way.ends else ""
            lines.append(replace(self._line(now, name, title), end=end))
            if way.faint and pair and group_of(pair.then, name) is not None:
                lines.append(self._line(pair.then, name, f"  {pair.called}", faint=True))
        return lines

    def _line(self, shown: Shown, name: str, title: str, *, faint: bool = False) -> DotLine:
        group = group_of(shown, name)
        if group is None:
            return DotLine(title, [], faint=faint)
        said = ""
        if self.statement in group.same:
            said = self.t("statements.of_one_mind")
        elif self.statement in group.withdrawn:
            said = self.t("statements.withdrawn")
        return DotLine(title, group.answers.get(self.statement, []), faint=faint, said=said)

    def looked_at(self) -> Sequence[tuple[Round, Sequence[str]]]:
        votes = [*([self.later] if self.later else []), self.first]
        return [(vote, [self.statement]) for vote in votes]

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        chosen = self.statement in self.again
        return [
            self.action("next_result", "enter right", self._next, 1),
            *self.vote_again_action(),
            self.action("not_again" if chosen else "again", "s", self._choose, 2),
            *self.show_action(),
            self.action("previous_result", "left", self._previous, 4),
            self.action("per_group", "o", self._overview, 9),
        ]

    async def _next(self) -> None:
        await self._turn(1)

    async def _previous(self) -> None:
        await self._turn(-1)

    async def _turn(self, by: int) -> None:
        found = self.order()
        at = found.index(self.statement) + by
        if 0 <= at < len(found):
            await self.go_page(f"one:{found[at]}")
        elif at < 0 or is_scan(self.vote):
            await self._overview()
        else:
            await self.go_on_unless_again()

    async def _overview(self) -> None:
        """Go to what this statement belongs to: the overview, or in a scan its set."""
        await self.go_page(f"set:{self.set_name}" if is_scan(self.vote) else "overview")

    async def _choose(self) -> None:
        """Choose the statement for a second vote, or not."""
        if self.statement in self.again:
            self.again.remove(self.statement)
        else:
            self.again.append(self.statement)
            self.stage.tell(self.t("statements.again_how"))
        await self.keep_again()
        self.show()

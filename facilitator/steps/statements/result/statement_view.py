"""One statement: a dot is a person's answer, and the eye sees where they stand. Voting again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from textual.content import Content

from facilitator.insight.earlier_votes import earlier_vote
from facilitator.insight.groups import group_of, may_be_drawn, shown_too_little, unsure_about
from facilitator.session.rounds import Round, Shown
from facilitator.steps.statements.drawing.dot_plot import DotLine, picture
from facilitator.steps.statements.drawing.row_blocks import Block, larger, left_for, stack, wrapped
from facilitator.steps.statements.drawing.vote_pairs import Pair, Way
from facilitator.steps.statements.kind import is_scan, sets_of
from facilitator.steps.statements.result.comparison import say_month
from facilitator.steps.statements.result.result_view import ResultView
from facilitator.ui.kit.actions import Action


class StatementResultView(ResultView):
    """Where each answer stands; after a second vote the first one faintly under it, and in words."""

    follows = True

    def shows(self, page: str) -> bool:
        return page.partition(":")[0] == "one"

    # -- which statement, and which votes of it

    @property
    def own_page(self) -> str:
        return f"one:{self.statement}"

    @property
    def pages(self) -> Sequence[str]:
        return [f"one:{name}" for name in self.order()]

    @property
    def statement(self) -> str:
        said = self.page.partition(":")[2]
        found = super().order()
        return said if said in found else found[0]

    @property
    def set_name(self) -> str:
        """The set of the statement, in a scan."""
        sets = sets_of(self.vote, self.desk.state.scenario)
        return next(statement_set.id for statement_set in sets if statement_set.find(self.statement))

    def order(self) -> list[str]:
        """Give the statements in order of difference; in a scan those of the set alone."""
        found = super().order()
        if not is_scan(self.vote):
            return found
        one = self.desk.state.scenario.find_set(self.set_name)
        return [name for name in found if one is None or one.find(name)]

    @property
    def ask(self) -> str:
        """The question to the room: where two votes stand beside each other that of the change."""
        pair = self.pair
        found = (pair.told if pair else None) or self.finding(self.statement, self.first)
        return found.wall.split("\n")[-1] if found else ""

    @property
    def other_question_then(self) -> str:
        """Say that an earlier session asked something else under this name; not under a later vote."""
        found = next((statement for statement in self.statements if statement.id == self.statement), None)
        return self.another_question(found) if found and not self.later else ""

    @property
    def pair(self) -> Pair | None:
        """The vote that is shown with the one before it: of this evening, or else of an earlier session."""
        later = self.later
        if later is not None and later.shown is not None:
            told = self.finding(self.statement, later)
            return Pair(later.shown, self.shown, self.t("statements.first"), told)
        state = self.desk.state
        found = next((statement for statement in self.statements if statement.id == self.statement), None)
        vote = earlier_vote(state.before, found, self.shown.points) if found else None
        if vote is None:
            return None
        called = say_month(vote.day, state.about.day, self.t)
        told = self.finding(self.statement, self.first, "earlier")
        return Pair(self.shown, vote.shown, called, told, of_earlier_session=True)

    @property
    def later(self) -> Round | None:
        """The last vote that was held again on this statement."""
        votes = [result for result in self.results if result.number > 1]
        return next((vote for vote in reversed(votes) if self.statement in vote.statements), None)

    # -- where we are

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
        page = partial(self._roomiest, width, height)
        mark = "↻ " if self.statement in self.again else ""
        said = f"{mark}{self.text_of(self.statement)}"
        text, ask = wrapped(said, width, "bold"), wrapped(self.ask, width, "bold $accent")
        large = self.large(self.ask, width, "bold $accent")
        asked = larger(partial(page, text), large, ask, height)
        return page(larger(lambda rows: page(rows, asked), self.large(said, width), text, height), asked)

    def _roomiest(
        self, width: int, height: int, text: Sequence[Content], ask: Sequence[Content]
    ) -> list[Content]:
        """Draw the change as roomily as fits; words get shorter before dots become numbers."""
        page: list[Content] = []
        for numbers in (False, True):
            for way in self._ways(width):
                for air in (True, False):
                    page = self._page(width, height, way, text, ask, numbers=numbers, air=air)
                    if len(page) <= height:
                        return page
        return page

    def _ways(self, width: int) -> list[Way]:
        """Give the ways to show a change, from roomy to short."""
        pair = self.pair
        titles = [(name, self.title_of(name)) for name in self._names(pair)]
        return pair.ways(titles, width, self.t) if pair else [Way()]

    def _page(
        self,
        width: int,
        height: int,
        way: Way,
        text: Sequence[Content],
        ask: Sequence[Content],
        *,
        numbers: bool,
        air: bool,
    ) -> list[Content]:
        around = [
            Block(text, gap=0),
            Block(way.words),
            Block(wrapped(self.other_question_then, width, "$quiet"), needed=False),
            Block(ask),
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
        said, answers = "", group.answers.get(self.statement, [])
        if self.statement in group.same:
            said = self.t("statements.of_one_mind")
        elif self.statement in group.withdrawn:
            said = self.t("statements.withdrawn")
        elif shown_too_little(group, self.statement):
            said = self.t("statements.partly")
        elif not may_be_drawn(group, self.statement, shown.minimum):
            said, answers = self.too_unsure(unsure_about(group, self.statement), group.ballots), []
        return DotLine(title, answers, faint=faint, said=said)

    def looked_at(self) -> Sequence[tuple[Round, Sequence[str]]]:
        votes = [*([self.later] if self.later else []), self.first]
        return [(vote, [self.statement]) for vote in votes]

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        chosen = self.statement in self.again
        return [
            self.action("next_result", "enter right", self.on, 1),
            *self.vote_again_action(),
            self.action("not_again" if chosen else "again", "s", self._choose, 2),
            *self.show_action(),
            self.action("previous_result", "left", self.back, 4),
            self.action("overview", "o", self._overview, 9),
        ]

    async def go_beyond(self) -> None:
        """Go on after the last statement; after the last of a set back to it."""
        await (self._overview() if is_scan(self.vote) else self.go_on_unless_again())

    async def back(self) -> None:
        await (self._overview() if self.opens else super().back())

    async def _overview(self) -> None:
        """Go to what this statement belongs to: the overview, or in a scan its set."""
        await self.go(f"set:{self.set_name}" if is_scan(self.vote) else "overview")

    async def _choose(self) -> None:
        """Choose the statement for a second vote, or not."""
        if self.statement in self.again:
            self.again.remove(self.statement)
        else:
            self.again.append(self.statement)
            self.stage.tell(self.t("statements.again_how"))
        await self.keep_again()
        self.show()

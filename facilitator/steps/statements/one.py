"""One statement: a dot is a person's answer, and the eye sees where they stand. Voting again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from textual.content import Content

from facilitator.insight.groups import group_of
from facilitator.scenario.model import Step, Use
from facilitator.session.rounds import Finding, Round, Shown
from facilitator.steps.statements.pictures import Line, picture
from facilitator.steps.statements.result import ResultView
from facilitator.steps.statements.stacking import Block, left_for, stack, wrapped
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.view import Stage


@dataclass(frozen=True)
class Way:
    """A way to show what a second vote changed."""

    words: Sequence[Content] = ()
    faint: bool = False
    """Whether the earlier answers stand faintly under the later ones."""
    ends: bool = False
    """Whether the numbers that agree stand at the end of the rows, as 4→6."""


@dataclass(frozen=True)
class Change:
    """How many of a group agreed, and agree now."""

    before: int
    before_of: int
    after: int
    after_of: int


def _change(told: Finding, group: str) -> Change | None:
    """Give the numbers of a group as they were told; None where they were not."""
    keys = ("first-agree", "first-of", "now-agree", "now-of")
    found = [told.numbers[f"{group}-{key}"] for key in keys if f"{group}-{key}" in told.numbers]
    return Change(*found) if len(found) == len(keys) else None


class OneView(ResultView):
    """Where each answer stands; after a second vote the first one faintly under it, and in words."""

    def __init__(self, desk: Desk, stage: Stage, use: Use, step: Step) -> None:
        super().__init__(desk, stage, use, step)
        self.again = desk.draft(self._again_key).split()
        """Statements that were chosen for a second vote."""
        self._reminded = False

    def shows(self, page: str) -> bool:
        return page.partition(":")[0] == "one"

    @property
    def statement(self) -> str:
        said = self.page.partition(":")[2]
        found = self.order()
        return said if said in found else found[0]

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
        later = self._later
        told = self.finding(self.statement, later) if later else None
        if later is None:
            return [Way()]
        if told is None:
            return [Way(faint=True), Way()]
        lines = told.wall.split("\n")[:-1]
        whole = [row for line in lines for row in wrapped(line, width)]
        short = wrapped("; ".join(self._in_short(told)), width)
        return [Way(whole, faint=True), Way(short, faint=True), Way(short), Way(ends=True)]

    def _page(self, width: int, height: int, way: Way, *, numbers: bool, air: bool) -> list[Content]:
        mark = "↻ " if self.statement in self.again else ""
        around = [
            Block(wrapped(f"{mark}{self.text_of(self.statement)}", width, "bold"), gap=0),
            Block(way.words),
            Block(wrapped(self._ask, width, "bold $accent")),
            *self.notes(width),
        ]
        room = left_for(around, height, air=air)
        ends = self.t(f"statements.ends{self.saying.upper}")
        scale = self.desk.state.scenario.scale
        rows = picture(self._lines(way), scale, width, room, numbers=numbers, ends=ends)
        over = [Content("")] if len(rows) > room else []
        return [*stack([around[0], Block(rows), *around[1:]], height), *over]

    @property
    def _ask(self) -> str:
        """The question to the room: after a second vote that of the change."""
        later = self._later
        changed = self.finding(self.statement, later) if later else None
        found = changed or self.finding(self.statement, self.first)
        return found.wall.split("\n")[-1] if found else ""

    @property
    def _later(self) -> Round | None:
        """The last vote that was held again on this statement."""
        votes = [each for each in self.results if each.number > 1]
        return next((each for each in reversed(votes) if self.statement in each.statements), None)

    def _in_short(self, told: Finding) -> list[str]:
        """Give per group what it was and is, in as few words as can be."""
        said: list[str] = []
        for name in self._names(self._later):
            found = _change(told, name)
            if found is not None:
                same = "_same" if found.before_of == found.after_of else ""
                values = {"group": self.title_of(name), **asdict(found)}
                said.append(self.t(f"statements.then_now{same}", **values))
        return said

    def _names(self, later: Round | None) -> list[str]:
        """Give the groups that are shown, in the order of the scenario."""
        named = [each.group for each in self.shown.groups]
        if later is not None and later.shown is not None:
            named += [each.group for each in later.shown.groups]
        return sorted(dict.fromkeys(named), key=self.saying.rank)

    def _lines(self, way: Way) -> list[Line]:
        """Give a line per group, and with ``faint`` its earlier answers under it."""
        later = self._later
        told = self.finding(self.statement, later) if later and way.ends else None
        lines: list[Line] = []
        for name in self._names(later):
            title = self.title_of(name)
            now = later.shown if later is not None else None
            if now is None or group_of(now, name) is None:
                lines.append(self._line(self.shown, name, title, faint=now is not None))
                continue
            change = _change(told, name) if told else None
            end = f"{change.before}→{change.after}" if change else ""
            lines.append(replace(self._line(now, name, title), end=end))
            if way.faint and group_of(self.shown, name) is not None:
                lines.append(self._line(self.shown, name, f"  {self.t('statements.first')}", faint=True))
        return lines

    def _line(self, shown: Shown, name: str, title: str, *, faint: bool = False) -> Line:
        group = group_of(shown, name)
        if group is None:
            return Line(title, [], faint=faint)
        said = self.t("statements.of_one_mind") if self.spared(group, self.statement) else ""
        return Line(title, group.answers.get(self.statement, []), faint=faint, said=said)

    def spared_here(self) -> list[str]:
        votes = [self.first, *([self._later] if self._later else [])]
        groups = [group for each in votes if each.shown for group in each.shown.groups]
        return list(dict.fromkeys(each.group for each in groups if self.spared(each, self.statement)))

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        chosen = self.statement in self.again
        return [
            self.action("next_result", "enter right", self._next, 1),
            *([self.action("vote_again", "v", self._vote_again, 1)] if self.again else []),
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
        if at < 0:
            await self.go_page("overview")
        elif at < len(found):
            await self.go_page(f"one:{found[at]}")
        elif self.again and not self._reminded:
            self._reminded = True
            self.stage.tell(self.t("statements.again_waits"))
        else:
            await self.stage.go_on()

    async def _overview(self) -> None:
        await self.go_page("overview")

    @property
    def _again_key(self) -> str:
        return f"{self.vote_key}/again"

    async def _keep_again(self) -> None:
        await self.desk.keep_draft(self._again_key, " ".join(self.again))

    async def _choose(self) -> None:
        """Choose the statement for a second vote, or not."""
        if self.statement in self.again:
            self.again.remove(self.statement)
        else:
            self.again.append(self.statement)
            self.stage.tell(self.t("statements.again_how"))
        await self._keep_again()
        self.show()

    async def _vote_again(self) -> None:
        """Hold a vote on the statements that were chosen, in the way of the first."""
        chosen = [each.id for each in self.statements if each.id in self.again]
        if self.desk.state.open_round() is None:
            self.again = []
            await self._keep_again()
        await self.begin(self.first.way, chosen)

"""The result: first how the groups stand, then per statement a dot per answer, and voting again."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import JsonValue
from textual.app import ComposeResult
from textual.content import Content

from facilitator.insight.difference import unanimous
from facilitator.insight.groups import group_of
from facilitator.scenario.model import Step, Use
from facilitator.session.commands import set_result
from facilitator.session.rounds import TOTAL, Finding, Round, Shown
from facilitator.steps.statements.commands import vote_key
from facilitator.steps.statements.findings import order, overview
from facilitator.steps.statements.pictures import WIDEST_BAR, Line, bar, dots, scale_head
from facilitator.steps.statements.reading import VoteView
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.view import Stage
from facilitator.ui.kit.widgets import Say

NARROW = 60


class ResultView(VoteView):
    """What the pages of a result share."""

    @property
    def first(self) -> Round:
        """The first vote, which has every statement."""
        return next(each for each in self.votes if each.shown is not None)

    @property
    def last(self) -> Round:
        return [each for each in self.votes if each.shown is not None][-1]

    @property
    def shown(self) -> Shown:
        found = self.first.shown
        if found is None:
            raise LookupError("no result to show")
        return found

    def finding(self, about: str, of: Round) -> Finding | None:
        return next((each for each in of.findings if each.about == about), None)

    def order(self) -> list[str]:
        return order(self.shown, self.vote, self.desk.state.scenario)

    def notes(self) -> Content:
        """Give the lines that were written under what is shown here."""
        found = self.desk.state.notes_of(self.key, self.about)
        return Content("\n").join(Content(f"„{note.text}”") for note in found.values())

    def title_of(self, group: str) -> str:
        if group == TOTAL:
            return self.t("statements.everyone")
        found = self.desk.state.scenario.perspective(group)
        return found.title if found else group

    @property
    def agreed_to_show(self) -> list[str]:
        found = self.desk.state.result(vote_key(self.use, self.said)).get("agreed_to_show", [])
        return [str(each) for each in found] if isinstance(found, list) else []


class OverviewView(ResultView):
    """Per group how many agree. The difference is the headline, and the sentence is a question."""

    def __init__(self, desk: Desk, stage: Stage, use: Use, step: Step) -> None:
        super().__init__(desk, stage, use, step)
        self.rows = Say(classes="below")
        self.hidden = Say(classes="quiet")
        self.ask = Say(classes="ask gap")
        self.noted = Say(classes="quiet gap")

    def compose(self) -> ComposeResult:
        yield Say(self.t("statements.overview"), classes="lead")
        yield self.rows
        yield self.hidden
        yield self.ask
        yield self.noted

    def heading(self) -> str:
        return self.t("statements.result")

    def shows(self, page: str) -> bool:
        return page == "overview"

    def show(self) -> None:
        width = max(self.size.width, NARROW) - 34
        lines: list[Content] = []
        rows = overview(self.shown, self.vote, self.desk.state.scenario)
        widest = min(max((row.of for row in rows), default=0), width, WIDEST_BAR)
        for row in rows:
            title = f"{self.title_of(row.group):<16}"
            if row.held_back and row.group not in self.agreed_to_show:
                lines.append(Content.assemble((title, "bold"), (self.t("statements.of_one_mind"), "$accent")))
            elif row.of:
                said = self.t("statements.part_of", part=row.agree, whole=row.of)
                dots_of = bar(row.agree, row.of, width)
                pad = " " * max(widest - dots_of.cell_length, 0)
                lines.append(Content.assemble((title, "bold"), dots_of, pad, f"   {said}"))
            else:
                lines.append(Content.assemble((title, "bold"), (self.t("statements.no_point"), "$quiet")))
        self.rows.say(Content("\n\n" if self.size.height > 20 else "\n").join(lines))
        self.hidden.say("\n".join(self._hidden()))
        found = self.finding("", self.first)
        self.ask.say(found.wall if found else "")
        self.noted.say(self.notes())

    def _hidden(self) -> list[str]:
        """Say of which groups nothing is shown, and that hands are not blind."""
        lines = [self.t("statements.too_few", group=self.title_of(each)) for each in self.shown.too_small]
        lines += [self.t("statements.silent", group=self.title_of(each)) for each in self.shown.silent]
        if self.shown.open_vote:
            lines.append(self.t("statements.open_vote"))
        return lines

    def actions(self) -> Sequence[Action]:
        return [
            self.action("per_statement", "enter right", self._per_statement, 1),
            self.action("back", "left", self.stage.go_back, 2),
            self.action("skip_on", "o", self.stage.go_on, 3),
        ]

    async def _per_statement(self) -> None:
        found = self.order()
        await (self.go_page(f"one:{found[0]}") if found else self.stage.go_on())


class OneView(ResultView):
    """One statement: where each answer stands; after a second vote the first one faintly under it."""

    def __init__(self, desk: Desk, stage: Stage, use: Use, step: Step) -> None:
        super().__init__(desk, stage, use, step)
        self.again: list[str] = []
        """Statements that were chosen for a second vote."""
        self.text = Say(classes="lead")
        self.picture = Say()
        self.ask = Say(classes="ask")
        self.change = Say()
        self.noted = Say(classes="quiet")

    def compose(self) -> ComposeResult:
        yield self.text
        yield self.picture
        yield self.change
        yield self.ask
        yield self.noted

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
        return self.t(
            "statements.result_of", n=self.order().index(self.statement) + 1, total=len(self.order())
        )

    def status(self) -> str:
        if self.again:
            return self.t("statements.chosen_again", n=len(self.again))
        found = self.finding(self.statement, self.first)
        return self.t("statements.most") if found and found.code == "most-different" else ""

    def show(self) -> None:
        text = next((each.text for each in self.statements if each.id == self.statement), "")
        mark = "↻ " if self.statement in self.again else ""
        self.text.say(f"{mark}{text}")
        self.picture.say(self._picture())
        later = self._later()
        changed = self.finding(self.statement, later) if later else None
        self.change.say(changed.wall if changed else "")
        found = self.finding(self.statement, self.first)
        self.ask.say(found.wall if found and not changed else "")
        self.noted.say(self.notes())

    def _later(self) -> Round | None:
        """Give the last vote that was held again on this statement."""
        votes = [each for each in self.votes if each.number > 1 and each.shown is not None]
        return next((each for each in reversed(votes) if self.statement in each.statements), None)

    def _picture(self) -> Content:
        scale = self.desk.state.scenario.scale
        lines: list[Line] = []
        later = self._later()
        for group in self.shown.groups:
            if later is not None and later.shown is not None:
                now = group_of(later.shown, group.group)
                if now is not None:
                    lines.append(self._line(later.shown, group.group, self.title_of(group.group)))
                    lines.append(self._line(self.shown, group.group, self.t("statements.first"), faint=True))
                    continue
            lines.append(self._line(self.shown, group.group, self.title_of(group.group)))
        width = max(self.size.width, NARROW)
        rows, label, cell = dots(lines, len(scale.points), width)
        return Content("\n").join([*scale_head(scale.points, scale.unknown, label, cell), *rows])

    def _line(self, shown: Shown, name: str, title: str, *, faint: bool = False) -> Line:
        group = group_of(shown, name)
        if group is None:
            return Line(title, [], faint=faint)
        said = ""
        if unanimous(group, self.statement) and name not in self.agreed_to_show:
            said = self.t("statements.of_one_mind")
        return Line(title, group.answers.get(self.statement, []), faint=faint, said=said)

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        offered = [
            self.action("next_result", "enter right", self._next, 1),
            self.action("previous_result", "left", self._previous, 2),
            self.action("again", "s", self._choose, 3),
            self.action("per_group", "o", self._overview, 0),
        ]
        if self.again:
            offered.append(self.action("vote_again", "v", self._vote_again, 1))
        if self._of_one_mind():
            offered.append(self.action("show_group", "a", self._show_group, 4))
        return offered

    def _of_one_mind(self) -> list[str]:
        return [
            group.group
            for group in self.shown.groups
            if unanimous(group, self.statement) and group.group not in self.agreed_to_show
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
        elif self.again:
            await self._vote_again()
        else:
            await self.stage.go_on()

    async def _overview(self) -> None:
        await self.go_page("overview")

    async def _choose(self) -> None:
        """Choose the statement for a second vote, or not."""
        if self.statement in self.again:
            self.again.remove(self.statement)
        else:
            self.again.append(self.statement)
            self.stage.tell(self.t("statements.again_how"))
        self.show()

    async def _vote_again(self) -> None:
        chosen = [each.id for each in self.statements if each.id in self.again]
        await self.begin(self.first.way, chosen)

    async def _show_group(self) -> None:
        """Show the answers of a small group of one mind, because it agreed to that."""
        groups: list[JsonValue] = [*sorted({*self.agreed_to_show, *self._of_one_mind()})]
        key = vote_key(self.use, self.said)
        outcome = set_result(self.desk.state, self.desk.kinds, key, "agreed_to_show", groups)
        await self.desk.act("statements.agreed_to_show", outcome)
        self.stage.refresh_view()

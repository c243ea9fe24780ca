"""What belongs together? Headings in the group's own words, found afterwards."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Final

from textual.app import ComposeResult
from textual.content import Content

from facilitator.session.concentration import MOST_TOLD, say_spots
from facilitator.session.registers import Item
from facilitator.steps.collect.commands import LONGEST_HEADING, put_under, reword_heading
from facilitator.steps.collect.findings import headings
from facilitator.steps.collect.kind import CollectStep
from facilitator.steps.collect.page_view import ItemsView
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.hanging_rows import HangingRow, HangingRows
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.lines import Lines
from facilitator.ui.kit.lists import GAP, Lane, Lanes, pointing
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.widgets import Option, Say

MOST_DIGITS: Final = 9
NARROWEST_LANE: Final = 18


class ClusterView(ItemsView):
    """One list, with the heading behind each line; as lanes where there is room for all of them."""

    def __init__(self, context: StepContext[CollectStep]) -> None:
        super().__init__(context)
        self.lead = LargeSay()
        self.legend = HangingRows(classes="below")
        self.list = Lines()
        self.lanes = Lanes(close=True)
        self.spots = Say(classes="quiet gap")
        self._known: list[str] = []
        """The headings in the order in which they came up here."""
        self.lanes.display = False  # both take the height that is left, so only one may be there

    def compose(self) -> ComposeResult:
        yield self.lead
        yield self.legend
        yield self.list
        yield self.lanes
        yield self.spots

    @property
    def headings(self) -> list[str]:
        """The headings, also of other sorts of items; each keeps its number while this page is shown."""
        now = headings(self.desk.state)
        known = [heading for heading in self._known if heading in now]
        return [*known, *(heading for heading in now if heading not in known)]

    @property
    def pointed(self) -> str | None:
        """The item that is pointed at."""
        if self.in_lanes:
            return self.lanes.chosen
        return self.list.chosen.id if self.list.chosen else None

    @property
    def about(self) -> str:
        return self.pointed or ""

    @property
    def in_lanes(self) -> bool:
        """Whether there is room for a lane per heading, and one for what has none."""
        count = len(self.headings) + 1
        room = self.content_size.width
        return self.wide and count > 1 and (room - GAP * (count - 1)) // count >= NARROWEST_LANE

    # -- what is shown

    def show(self) -> None:
        items = self.items
        self._known = self.headings
        begun = any(item.theme for item in items.values())
        self.lead.say(self.lead_text(begun=begun))
        self.legend.set_class(not begun, "quiet")
        self._show_legend()
        self.spots.say(say_spots(self.desk.state, self.t, MOST_TOLD))
        self.list.display = bool(items) and not self.in_lanes
        self.lanes.display = bool(items) and self.in_lanes
        here = self.lanes.at if self.list.options else next(self._loose(), None)  # begins where work is
        self.list.put([self._line(name, item) for name, item in items.items()], at=here)
        self.lanes.put(self._lanes(), at=self.list.chosen.id if self.list.chosen else None)

    def status(self) -> str:
        """Say how many have no heading: that is fine."""
        loose = len(list(self._loose()))
        return self.t("collect.loose", n=loose) if self.headings and loose else ""

    def _show_legend(self) -> None:
        if not self.items:
            self.legend.say(self.t("collect.nothing.items"))
        elif not self.headings:
            self.legend.say(self.t("collect.no_headings"))
        elif self.in_lanes:
            self.legend.say("")
        else:
            names = [Content.assemble((f"{n} ", "bold"), name) for n, name in self._numbered()]
            self.legend.put([HangingRow(Content(""), names)])

    def _numbered(self) -> list[tuple[str, str]]:
        return [(str(n) if n <= MOST_DIGITS else " ", name) for n, name in enumerate(self.headings, 1)]

    def _line(self, name: str, item: Item) -> Option:
        if not item.theme:
            return Option(name, item.text, self.sort_of(item))
        under = next(f"{number} {heading}" for number, heading in self._numbered() if heading == item.theme)
        return Option(name, item.text, f"→ {under}", quiet=True)

    def _lanes(self) -> list[Lane]:
        """Give a lane for what has no heading, and one for each heading."""
        lanes = [self._lane(self.t("collect.lane.loose"), "")]
        return [*lanes, *(self._lane(f"{number} {name}", name) for number, name in self._numbered())]

    def _lane(self, heading: str, theme: str) -> Lane:
        lines = [
            Option(name, Content.assemble(item.text, (f"  {self.sort_of(item)}", "$quiet")))
            for name, item in self.items.items()
            if item.theme == theme
        ]
        return Lane.open(heading, lines)

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        if not self.pointed:
            return [self.on_action(), self.back_action()]
        offered = [
            self.on_action(),
            self.action("new_heading", "plus equals_sign a", partial(self._new_heading, self.pointed), 1),
            *self._digits(),
            self.back_action(),
        ]
        if self.items[self.pointed].theme:
            offered += [
                self.action("no_heading", "0", partial(self._put, ""), 4),
                self.action("reword_heading", "v", partial(self._reword_heading, self.pointed), 5),
            ]
        return [
            *offered,
            self.action("change", "e", partial(self.ask_reword, self.pointed), 4),
            self.action("where", "s", partial(self.ask_where, self.pointed), 5),
            self.action("remove", "delete backspace", partial(self.take_line, self.pointed), 5),
            *pointing(self.lanes if self.in_lanes else self.list, self._follow),
        ]

    def _digits(self) -> list[Action]:
        """Let a digit put the line under the heading of that number."""
        there = self.headings[:MOST_DIGITS]
        shown = f"1-{len(there)}" if len(there) > 1 else "1"
        return [
            Action("under", (str(n),), partial(self._put, heading), self.room, 2 if n == 1 else 0, shown)
            for n, heading in enumerate(there, 1)
        ]

    def _follow(self) -> None:
        """Let the list that is not shown point at the same line."""
        if self.in_lanes:
            self.list.point(self.lanes.at)
        else:
            self.lanes.at = self.pointed

    def _point(self, name: str) -> None:
        self.list.point(name)
        self.lanes.at = name
        self.stage.refresh_view()

    async def _put(self, heading: str) -> None:
        """Put the line that is pointed at under a heading."""
        await self._put_line(self.pointed or "", heading)

    async def _put_line(self, name: str, heading: str) -> bool:
        """Put a line under a heading, and point at the next that has none; tell whether it is kept."""
        kept = await self.desk.act("collect.theme", put_under(self.desk.state, name, heading))
        if kept and heading:
            self._point(self._next_loose(name))
        self.stage.refresh_view()
        return kept

    def _loose(self) -> Iterator[str]:
        return (name for name, item in self.items.items() if not item.theme)

    def _next_loose(self, after: str) -> str:
        """Give the next line without a heading, round and round; without one it stays where it is."""
        names = list(self.items)
        at = names.index(after)
        order = [*names[at + 1 :], *names[:at]]
        return next((other for other in order if not self.items[other].theme), after)

    def lines_asked(self) -> Mapping[str, Callable[[str], Awaitable[None]]]:
        own = {"new_heading": self._new_heading, "reword_heading": self._reword_heading}
        return {**super().lines_asked(), **own}

    async def _new_heading(self, name: str) -> None:
        if name in self.items:
            self._point(name)
            keep = partial(self._put_line, name)
            await self.ask_for(
                "new_heading", name, self.t("collect.ask_heading"), keep, limit=LONGEST_HEADING
            )

    async def _reword_heading(self, name: str) -> None:
        old = self.items[name].theme if name in self.items else ""

        async def keep(text: str) -> bool:
            return await self.desk.act("collect.heading", reword_heading(self.desk.state, old, text))

        if old:
            self._point(name)
            question = self.t("collect.ask_heading")
            await self.ask_for("reword_heading", name, question, keep, old, LONGEST_HEADING)

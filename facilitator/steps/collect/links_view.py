"""What hangs together? Choose an item, choose another, say whether the first makes it worse or better."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final, get_args

from textual.app import ComposeResult
from textual.containers import Horizontal

from facilitator.session.commands import drop
from facilitator.steps.collect.chains import Arrow, Chain, How, arrows, arrows_at, chains
from facilitator.steps.collect.commands import connect
from facilitator.steps.collect.kind import CollectStep
from facilitator.steps.collect.page_view import ItemsView
from facilitator.steps.collect.wording import begin_and_end, link_sentence
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.lines import Lines
from facilitator.ui.kit.lists import number_tag, pointing
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.widgets import BLANK, Option, Say

OVERVIEW: Final = "all"
"""The page on which the chains are read back."""
HOWS: Final[tuple[How, ...]] = get_args(How)
MOST_DIGITS: Final = 9


class LinksView(ItemsView):
    """Enter goes on; a digit or the space bar begins a link, and then Enter chooses too.

    Pages: none to choose where a link begins; an item, to choose where it ends; two items, to say how.
    On ``OVERVIEW`` the chains are read back; a large screen has them beside the list all the time.
    """

    follows = True

    def __init__(self, context: StepContext[CollectStep]) -> None:
        super().__init__(context)
        self.lead = LargeSay()
        self.start_line = Say(classes="ask")
        self.ask_line = Say()
        self.end_line = Say(classes="ask below")
        self.from_list = Lines(name="from")
        self.found = Lines(name="found")
        self.most = Say(classes="quiet below")
        self._page = ""

    def compose(self) -> ComposeResult:
        yield self.lead
        yield self.start_line
        yield self.ask_line
        yield self.end_line
        yield self.most
        with Horizontal() as side_by_side:
            yield self.from_list
            yield self.found
        side_by_side.styles.height = "1fr"
        for lines, width in ((self.from_list, "1fr"), (self.found, "1fr")):
            lines.styles.height, lines.styles.width, lines.styles.min_height = "1fr", width, 3
        self.from_list.styles.margin = (0, 3, 0, 0)

    # -- where we are

    @property
    def start(self) -> str | None:
        """Where the link begins that is being made."""
        name = self.page.partition("/")[0]
        return name if name in self.items else None

    @property
    def end(self) -> str | None:
        """Where it ends."""
        name = self.page.partition("/")[2]
        return name if self.start and name in self.items and name != self.start else None

    @property
    def reading(self) -> bool:
        return self.page == OVERVIEW

    @property
    def about(self) -> str:
        return self.start or ""

    # -- what is shown

    def show(self) -> None:
        came, self._page = self._page != self.page, self.page
        found = arrows(self.desk.state)
        items = self.items
        working = self.start is not None
        self.lead.say("" if working else self._lead(begun=bool(found)))
        self.start_line.say(items[self.start].text if self.start else "")
        self.ask_line.set_class(self.end is None, "below")
        self.ask_line.say(self._asked())
        self.end_line.say(items[self.end].text if self.end else "")
        self.from_list.display = self.wide or not self.reading
        self.from_list.pointing = not self.reading
        self.from_list.put(self._choices(), at=next(iter(self._names()), None) if came else None)
        self.found.display = bool(found) and (self.wide or self.reading) and not (working and not self.wide)
        self.found.pointing = self.reading
        self.found.put(self._chains())
        self.most.say("" if working else " ".join(begin_and_end(self.desk.state, self.t)))

    def _lead(self, *, begun: bool) -> str:
        return self.t("collect.result.links") if self.reading else self.lead_text(begun=begun)

    def _asked(self) -> str:
        if len(self.items) < 2:
            return self.t("collect.nothing.items") if not self.items else self.t("collect.links.too_few")
        if self.end:
            return self.t("collect.links.makes")
        return self.t("collect.links.to") if self.start else ""

    def _names(self) -> list[str]:
        """Give what can be chosen now, without where the link begins."""
        return [name for name in self.items if name != self.start]

    def _choices(self) -> list[Option]:
        """Give what can be chosen, each under the number that it has throughout."""
        if self.end:
            return [
                Option(how, self.t(f"collect.links.how.{how}"), tag=f"{n}") for n, how in enumerate(HOWS, 1)
            ]
        found = arrows(self.desk.state)
        return [
            Option(name, item.text, self._count(arrows_at(found, name)), tag=f"{number_tag(number):>2}")
            for number, (name, item) in enumerate(self.items.items(), 1)
            if name != self.start
        ]

    def _tag(self, how: How) -> str:
        """Give what stands before where an arrow ends, as wide for every arrow."""
        words = {how: self.t(f"collect.links.arrow.{how}") for how in HOWS}
        return f"    → {words[how]:<{max(map(len, words.values()))}}"

    def _count(self, count: int) -> str:
        return self.t("collect.links.arrows", n=count) if count else ""

    def _chains(self) -> list[Option]:
        """Give the chains one after the other, with a blank line between them where there is room."""
        blank = [BLANK] if not self.short else []
        made = [self._chain(chain) for chain in chains(arrows(self.desk.state))]
        return [row for number, chain in enumerate(made) for row in [*(blank if number else []), *chain]]

    def _chain(self, chain: Chain) -> list[Option]:
        """Give where a chain begins, and then each arrow as a line of its own, which can be pointed at."""
        texts = {name: item.text for name, item in self.desk.state.items().items()}
        rows = [Option("", texts[chain.start], heading=True)]
        for number, arrow in enumerate(chain.arrows, 1):
            last = number == len(chain.arrows)
            end = self.t("collect.links.round") if last and chain.round else ""
            rows.append(Option(arrow.link, texts[arrow.end], end, tag=self._tag(arrow.how)))
        return rows

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        if self.start and self.end:
            return [
                self.action("keep_link", "enter", self._choose_pointed, 1),
                *(
                    self.action(how, str(number), partial(self._connect, how), 0)
                    for number, how in enumerate(HOWS, 1)
                ),
                self.action("leave_link", "escape left", partial(self.go, self.start), 2),
                *pointing(self.from_list),
            ]
        if self.start:
            return [
                self.action("to", "enter space", self._choose_pointed, 1),
                *self._digits("to_number"),
                self.action("leave_link", "escape left", partial(self.go, ""), 2),
                *pointing(self.from_list),
            ]
        if self.reading:
            return self._overview_actions()
        offered = [self.action("on", "enter", self._on, 1), self.back_action()]
        if len(self.items) > 1:
            offered += [
                self.action("from", "space", self._choose_pointed, 1),
                *self._digits("from_number"),
                self.action("change", "e", self._reword, 4),
                *pointing(self.from_list),
            ]
        if arrows(self.desk.state):
            offered.append(self.action("overview", "o", partial(self.go, OVERVIEW), 3))
        return offered

    def _overview_actions(self) -> list[Action]:
        offered = [
            self.on_action(),
            self.action("page_back", "left escape o", partial(self.go, ""), 2),
        ]
        if self.found.chosen:
            offered += [
                self.action("remove", "delete backspace", self._unlink, 3),
                *pointing(self.found),
            ]
        return offered

    def _digits(self, name: str) -> list[Action]:
        """Let a digit choose the item under that number; where the link begins is no end of it."""
        numbered = list(self.items)[:MOST_DIGITS]
        return [
            self.action(name, str(number), partial(self._choose, item), 0)
            for number, item in enumerate(numbered, 1)
            if item != self.start
        ]

    async def _on(self) -> None:
        """Go on; where there is no room for the chains they are read first."""
        if arrows(self.desk.state) and not self.wide:
            await self.go(OVERVIEW)
        else:
            await self.stage.go_on()

    async def _choose_pointed(self) -> None:
        if self.from_list.chosen:
            await self._choose(self.from_list.chosen.id)

    async def _choose(self, name: str) -> None:
        """Take what was chosen as where the link begins, where it ends, or how it is."""
        how = next((how for how in HOWS if how == name), None)
        if how is not None:
            await self._connect(how)
        else:
            await self.go(f"{self.start}/{name}" if self.start else name)

    async def _connect(self, how: How) -> None:
        """Keep the link, and point at where it ends: what hangs together often goes on from there."""
        if not (self.start and self.end):
            return
        start, end, new = self.start, self.end, self.desk.new_id()
        outcome = connect(self.desk.state, new, start, end, how)
        if await self.desk.act("collect.linked", outcome):
            await self.go("")
            self.from_list.point(end)
            self.stage.tell(link_sentence(Arrow(new, start, end, how), self.desk.state, self.t))
        else:
            self.stage.refresh_view()

    async def _unlink(self) -> None:
        if self.found.chosen:
            outcome = drop(self.desk.state, "links", self.found.chosen.id)
            await self.desk.act("collect.unlinked", outcome)
        self.stage.refresh_view()

    async def _reword(self) -> None:
        if self.from_list.chosen:
            await self.ask_reword(self.from_list.chosen.id)

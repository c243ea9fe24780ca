"""What is shown of what hangs together: what to choose from, the two that are linked, the chains so far."""

from __future__ import annotations

from typing import Final, get_args

from textual.app import ComposeResult
from textual.containers import Horizontal

from facilitator.scenario.model import Step, Use
from facilitator.steps.collect.chains import Chain, How, arrows, arrows_at, chains
from facilitator.steps.collect.page_view import ItemsView
from facilitator.steps.collect.wording import most_hangs_on
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.lines import Lines
from facilitator.ui.kit.view import StageHost
from facilitator.ui.kit.widgets import Option, Say

OVERVIEW: Final = "all"
"""The page on which the chains are read back."""
HOWS: Final[tuple[How, ...]] = get_args(How)


class LinksPage(ItemsView):
    """Pages: none to choose where a link begins; an item, to choose where it ends; two items, to say how.

    On ``OVERVIEW`` the chains are read back; a large screen has them beside the list all the time.
    """

    def __init__(self, desk: Desk, stage: StageHost, use: Use, step: Step) -> None:
        super().__init__(desk, stage, use, step)
        self.lead = Say(classes="lead")
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
        self.most.say("" if working else most_hangs_on(self.desk.state, self.t))

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
            Option(name, item.text, self._count(arrows_at(found, name)), tag=f"{number:>2}")
            for number, (name, item) in enumerate(self.items.items(), 1)
            if name != self.start
        ]

    def _tag(self, how: How) -> str:
        """Give what stands before where an arrow ends, as wide for every arrow."""
        words = {each: self.t(f"collect.links.arrow.{each}") for each in HOWS}
        return f"    → {words[how]:<{max(map(len, words.values()))}}"

    def _count(self, count: int) -> str:
        return self.t("collect.links.arrows", n=count) if count else ""

    def _chains(self) -> list[Option]:
        """Give the chains one after the other, with a blank line between them where there is room."""
        blank = [Option("", "", heading=True)] if not self.short else []
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

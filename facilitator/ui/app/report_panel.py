"""What can be made of a session: a report to read, to work in or to keep, a calendar, lists, a copy."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Final

from textual.app import ComposeResult

from facilitator.orders import Order
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.lists import pointing
from facilitator.ui.kit.view import View
from facilitator.ui.kit.widgets import Option, Pick
from facilitator.words import Words

CHOICES: Final[Mapping[str, Order]] = {
    "html": Order(),
    "odt": Order(form="odt"),
    "pdf": Order(form="pdf"),
    "ics": Order(form="ics"),
    "csv": Order(form="csv"),
    "besluitenlijst": Order("besluitenlijst", "odt"),
    "brief": Order("brief", "odt"),
    "terugkoppeling": Order("terugkoppeling", "odt"),
    "buurtagenda": Order("buurtagenda", "odt"),
    "wijkplan": Order("wijkplan", "odt"),
    "dorpendeal": Order("dorpendeal", "odt"),
    "poster": Order("poster", "html"),
    "plaatjes": Order("plaatjes", "svg"),
    "toml": Order(form="toml"),
    "own": Order(reader="facilitator"),
}
"""In the order in which they stand: the page for everyone is the first, and Enter makes it."""


class ReportPanel(View):
    """A line for each thing that can be made; Enter makes it and says where it stands."""

    room = "app"

    def __init__(
        self,
        t: Words,
        make: Callable[[Order], Awaitable[None]],
        close: Callable[[], Awaitable[None]],
        choices: Mapping[str, Order] = CHOICES,
    ) -> None:
        super().__init__(t)
        self.choices = choices
        self.make = make
        self.close = close
        self.pick = Pick()

    def compose(self) -> ComposeResult:
        yield LargeSay(self.t("app.report.lead"))
        yield self.pick

    def heading(self) -> str:
        return self.t("app.panel.report")

    def show(self) -> None:
        self.pick.put([self._option(name) for name in self.choices])

    def _option(self, name: str) -> Option:
        from facilitator.report.pdf_file import can_be_made

        if name == "pdf" and not can_be_made():
            return Option(name, self.t("app.report.no_pdf"), quiet=True)
        return Option(name, self.t(f"app.report.{name}"), self.choices[name].form)

    def actions(self) -> Sequence[Action]:
        return [
            self.action("make", "enter", self._choose, 1),
            self.action("close", "escape", self.close, 2),
            *pointing(self.pick, tab=True),
        ]

    async def _choose(self) -> None:
        chosen = self.pick.chosen
        await self.close()
        if chosen is not None:
            await self.make(self.choices[chosen.id])

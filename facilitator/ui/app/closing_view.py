"""The end: the next date, the message that goes out tonight, and where everything is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from textual.app import ComposeResult
from textual.content import Content

from facilitator.folders import short
from facilitator.line_breaks import rows
from facilitator.problems import Refused
from facilitator.report.message import message
from facilitator.session.commands import set_result
from facilitator.session.parked_lines import open_lines
from facilitator.session.state import CLOSING
from facilitator.storage.drafts import CHOICE
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.date_field import DateField
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.form_view import FormView
from facilitator.ui.kit.line_request import LINE
from facilitator.ui.kit.view import StageHost
from facilitator.ui.kit.widgets import Say
from facilitator.words.dates import say_date

SMALLEST_WIDTH: Final = 60
MOST: Final = 1000
"""Characters of the message; it has to fit in a chat."""


class ClosingView(FormView):
    """What goes out tonight, read by everyone before it goes."""

    room = "app"

    def __init__(self, desk: Desk, stage: StageHost) -> None:
        super().__init__(desk, stage)
        self.next_date = self._date_field("next-date", self.t("app.closing.next"))
        self.keep = self._date_field("keep-until", self.t("app.closing.keep"))
        self.keep.display = False
        self.form = {"next_date": self.next_date, "keep_until": self.keep}
        self.message = Say(classes="below")
        self.where = Say(classes="quiet")
        self.left = Say(classes="ask")
        self.warned = False
        """Whether it was said that what was typed and not kept goes with the end."""

    def _date_field(self, name: str, label: str) -> DateField:
        field = DateField(name, label, self.t, lambda: self.today, label_width=14, limit=40)
        field.styles.margin = (0, 0, 1, 0)
        return field

    def compose(self) -> ComposeResult:
        yield Say(self.t("app.closing.lead"), classes="lead")
        yield from self.form.values()
        yield self.message
        yield self.left
        yield self.where

    def kept(self, name: str) -> str:
        return self.desk.state.closing().next_date if name == "next_date" else ""

    def first_field(self) -> Field | None:
        if not self.next_date.kept or self.next_date.unconfirmed:
            return self.next_date
        return self.keep if self.keep.unconfirmed else None

    @property
    def draft_key(self) -> str:
        return CLOSING

    def heading(self) -> str:
        return self.t("app.closing.heading")

    def status(self) -> str:
        return "" if self.field else self.t("app.closing.characters", n=len(self._message()), most=MOST)

    def show(self) -> None:
        super().show()
        for field in self.form.values():
            field.display = self.field is field or field.unconfirmed
        self.message.say(self._quoted())
        parked = [line for line in open_lines(self.desk.state).values() if not line.who]
        self.left.say(self.t("app.closing.parked", n=len(parked)) if parked else "")
        where = self.t("app.closing.where", folder=short(self.desk.store.path.parent))
        until = say_date(self.desk.state.keep_until, self.t.language)
        self.where.say(f"{where}\n{self.t('app.closing.kept', date=until)}")

    def _typed(self) -> str:
        """Say what was typed in the session and is not kept, the last of it in full."""
        found = {key: text for key, text in self.desk.drafts().items() if not key.startswith(CHOICE)}
        if not found:
            return ""
        key, text = next(reversed(found.items()))
        place = self.desk.state.find("/".join(key.removeprefix(LINE).split(" ")[0].split("/")[:2]))
        where = f" ({place[1].title})" if place else ""
        return self.t("app.closing.typed", n=len(found), text=text, where=where)

    def _quoted(self) -> Content:
        """Give the message with a bar before every row, wrapped or not."""
        bar = Content.styled("│ ", "$rule")
        width = max((self.content_size.width or SMALLEST_WIDTH) - 4, 20)  # beside the bar, and what scrolls
        lines = self._message().splitlines()
        return Content("\n").join(
            [Content.assemble(bar, line[start:end]) for line in lines for start, end in rows(line, width)]
        )

    def on_resize(self) -> None:
        """Break the message anew; the first time its width is known only now."""
        self.message.say(self._quoted())

    def _message(self) -> str:
        return message(self.desk.state, self.t, self.today)

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        if self.field is not None:
            keep = self._keep_date if self.field is self.next_date else self._keep_until
            return [
                self.action("keep_date", "enter tab", keep, 1),
                self.action("leave_line", "escape", partial(self.type_in, None), 2),
                self._back(),
            ]
        return [
            self.action("finish", "enter", self._finish, 1),
            self.action("copy", "c", self._copy, 2),
            self.action("report", "r", self._report, 3),
            self.action("date", "d", partial(self._open, self.next_date), 4),
            self.action("keep_until", "k", partial(self._open, self.keep), 4),
            self._back(),
        ]

    def _back(self) -> Action:
        return Action("back", ("left",), self.stage.go_back, "kit", 5)

    async def _open(self, field: Field) -> None:
        field.display = True
        await self.type_in(field)

    async def _keep_date(self) -> None:
        """Keep the date, or go on without one; what can't be read is said, there."""
        await self._keep("next_date", self.next_date)

    async def _keep_until(self) -> None:
        """Keep until when the session stays; without a date it stays as long as it would."""
        if self.keep.day and self.keep.day < self.desk.state.about.day:
            self.stage.tell(self.t("app.closing.too_early"))
        elif self.keep.value:
            await self._keep("keep_until", self.keep)
        else:
            await self.type_in(None)

    async def _keep(self, name: str, field: DateField) -> None:
        if field.wrong:
            self.stage.tell(field.wrong)
            return
        value = field.day.isoformat() if field.day else None
        outcome = set_result(self.desk.state, self.desk.kinds, CLOSING, name, value)
        if await self.desk.act(name, outcome):
            field.begin(self.kept(name), mark=field.mark)
            self.enter_field(None)
        self.stage.refresh_view()

    async def _copy(self) -> None:
        self.app.copy_to_clipboard(self._message())
        self.stage.tell(self.t("app.closing.copied"))

    async def _report(self) -> None:
        self.stage.tell(await self._written(lambda path: self.t("app.closing.reported", path=path.name)))

    async def _written(self, where: Callable[[Path], str]) -> str:
        """Write message and report beside the session; say where, or why not."""
        try:
            return where(await self.desk.write_reports())
        except Refused as refused:
            return self.t("app.closing.not_reported", why=refused.problems[0].value("why", self.t))

    async def _finish(self) -> None:
        """Write message and report beside the session, and go home; ask first where text would go lost."""

        def where(path: Path) -> str:
            return self.t("app.closing.where", folder=short(path.parent))

        if not self.warned and (typed := self._typed()):
            self.warned = True
            self.stage.tell(typed)
            return
        outcome = set_result(self.desk.state, self.desk.kinds, CLOSING, "finished", value=True)
        if await self.desk.act("finish", outcome):
            await self.stage.finish(await self._written(where), for_good=True)

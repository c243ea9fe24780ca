"""The end: the next date, the message that goes out tonight, and where everything is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from textual.app import ComposeResult
from textual.content import Content

from facilitator.folders import short
from facilitator.line_breaks import rows
from facilitator.problems import Refused
from facilitator.report.message import message
from facilitator.session.commands import set_result
from facilitator.session.state import CLOSING
from facilitator.storage.drafts import CHOICE
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.line_request import LINE
from facilitator.ui.kit.view import DeskView, StageHost
from facilitator.ui.kit.widgets import Say
from facilitator.words.dates import read_date, say_date

SMALLEST_WIDTH: Final = 60
MOST: Final = 1000
"""Characters of the message; it has to fit in a chat."""


class ClosingView(DeskView):
    """What goes out tonight, read by everyone before it goes."""

    room = "app"

    def __init__(self, desk: Desk, stage: StageHost) -> None:
        super().__init__(desk, stage)
        self.next_date = Field("next-date", self.t("app.closing.next"), label_width=14, limit=40)
        self.next_date.styles.margin = (0, 0, 1, 0)
        self.keep = Field("keep-until", self.t("app.closing.keep"), label_width=14, limit=40)
        self.keep.styles.margin = (0, 0, 1, 0)
        self.keep.display = False
        self.message = Say(classes="below")
        self.where = Say(classes="quiet")
        self.left = Say(classes="ask")
        self.warned = False
        """Whether it was said that what was typed and not kept goes with the end."""

    def compose(self) -> ComposeResult:
        yield Say(self.t("app.closing.lead"), classes="lead")
        yield self.next_date
        yield self.keep
        yield self.message
        yield self.left
        yield self.where

    def on_mount(self) -> None:
        said = self.desk.state.closing().next_date
        self.load(self.next_date, said)
        self.load(self.keep)
        if not said or self.next_date.unconfirmed:
            self.enter_field(self.next_date)
        elif self.keep.unconfirmed:
            self.enter_field(self.keep)

    @property
    def draft_key(self) -> str:
        return CLOSING

    def heading(self) -> str:
        return self.t("app.closing.heading")

    def status(self) -> str:
        return "" if self.field else self.t("app.closing.characters", n=len(self._message()), most=MOST)

    def show(self) -> None:
        for field in (self.next_date, self.keep):
            self.edited(field)
            field.display = self.field is field or field.unconfirmed
        self.message.say(self._quoted())
        parked = [line for line in self.desk.state.parked().values() if not line.who]
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
        return message(self.desk.state, self.t, self.desk.now().date())

    def edited(self, field: Field) -> None:
        today = self.desk.now().date()
        read = read_date(field.value, today, self.t.language)
        field.after = say_date(read.day, self.t.language, today) if read.day else ""
        field.refresh(layout=True)

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        if self.field is not None:
            keep = self._keep_date if self.field is self.next_date else self._keep_until
            return [
                self.action("keep_date", "enter tab", keep, 1),
                self.action("leave_line", "escape", self._leave, 2),
                self._back(),
            ]
        return [
            self.action("finish", "enter", self._finish, 1),
            self.action("copy", "c", self._copy, 2),
            self.action("report", "r", self._report, 3),
            self.action("date", "d", self._date, 4),
            self.action("keep_until", "k", self._until, 4),
            self._back(),
        ]

    def _back(self) -> Action:
        return Action("back", ("left",), self.stage.go_back, "kit", 5)

    async def _leave(self) -> None:
        """Leave the field that is being typed in; what was settled before stays."""
        self.enter_field(None)
        self.stage.refresh_view()

    async def _date(self) -> None:
        self.next_date.display = True
        self.enter_field(self.next_date)

    async def _until(self) -> None:
        self.keep.display = True
        self.enter_field(self.keep)

    async def _keep_date(self) -> None:
        """Keep the date, or go on without one; what can't be read is said, there."""
        await self._keep(self.next_date, "next_date")

    async def _keep_until(self) -> None:
        """Keep until when the session stays; without a date it stays as long as it would."""
        read = read_date(self.keep.value, self.desk.now().date(), self.t.language)
        if read.day and read.day < self.desk.state.about.day:
            self.stage.tell(self.t("app.closing.too_early"))
        elif self.keep.value:
            await self._keep(self.keep, "keep_until")
        else:
            await self._leave()

    async def _keep(self, field: Field, name: str) -> None:
        read = read_date(field.value, self.desk.now().date(), self.t.language)
        if field.value and read.day is None:
            self.stage.tell(self.t(f"kit.date.{read.why}"))
            return
        value = read.day.isoformat() if read.day else None
        outcome = set_result(self.desk.state, self.desk.kinds, CLOSING, name, value)
        if await self.desk.act(name, outcome):
            field.begin(value or "" if field is self.next_date else "", mark=field.mark)
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

"""The end: the next date, the message that goes out tonight, and where everything is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from textual.app import ComposeResult
from textual.content import Content

from facilitator.folders import short
from facilitator.line_breaks import rows
from facilitator.orders import Order
from facilitator.problems import Refused
from facilitator.report.message import message
from facilitator.session.commands import set_result
from facilitator.session.parked_lines import open_lines
from facilitator.session.personal_details import to_choose, undecided
from facilitator.session.session_leaves import CLOSING
from facilitator.storage.drafts import CHOICE
from facilitator.ui.app.app import FacilitatorApp
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.date_field import DateField, TimeField
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.form_view import FormView, lined_up
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.line_request import LINE
from facilitator.ui.kit.screen_sizes import SMALLEST_ROOM
from facilitator.ui.kit.view import StageHost
from facilitator.ui.kit.widgets import Say
from facilitator.words.dates import say_date

SMALLEST_WIDTH: Final = 60
MOST: Final = 1000
"""Characters of the message; it has to fit in a chat."""


class ClosingView(FormView):
    """What goes out tonight, read by everyone before it goes."""

    b_is_own = True
    room = "app"
    smallest = SMALLEST_ROOM

    def __init__(self, desk: Desk, stage: StageHost) -> None:
        super().__init__(desk, stage)
        self.next_date = self._date_field("next_date", self.t("app.closing.next"))
        self.next_time = TimeField("next_time", self.t("app.closing.at"), self.t, limit=20)
        self.next_venue = Field("next_venue", self.t("app.closing.venue"), limit=80)
        self.contact = Field(
            "contact", self.t("app.closing.contact"), hint=self.t("app.closing.role"), limit=100
        )
        self.keep = self._date_field("keep_until", self.t("app.closing.keep"))
        self.form = lined_up([self.next_date, self.next_time, self.next_venue, self.contact, self.keep])
        for field in self.form.values():
            field.styles.margin = (0, 0, 1, 0)
        self.message = Say(classes="below")
        self.where = Say(classes="quiet")
        self.left = Say(classes="ask")
        self.warned = False
        """Whether it was said that what was typed and not kept goes with the end."""

    def _date_field(self, name: str, label: str) -> DateField:
        return DateField(name, label, self.t, lambda: self.today, limit=40)

    def compose(self) -> ComposeResult:
        yield LargeSay(self.t("app.closing.lead"))
        yield from self.form.values()
        yield self.message
        yield self.left
        yield self.where

    def kept(self, name: str) -> str:
        if name == "contact":
            return self.desk.state.contact
        return "" if name == "keep_until" else str(getattr(self.desk.state.closing(), name))

    def first_field(self) -> Field | None:
        """Give the field that someone typed in last, or else the date where there is none yet."""
        typing = [field for field in self.form.values() if field.unconfirmed]
        return next(iter(typing), None if self.next_date.kept else self.next_date)

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
            return [
                self.action("keep_date", "enter tab", partial(self._keep, self.field), 1),
                self.action("leave_line", "escape", partial(self.type_in, None), 2),
                self._back(),
            ]
        return [
            self.action("finish", "enter", self._finish, 1),
            *self._to_copy(),
            self.action("report", "r", self._report, 3),
            self.action("date", "d", partial(self._open, self.next_date), 4),
            self.action("contact", "b", partial(self._open, self.contact), 4),
            self.action("feedback", "a", self._feedback, 4),
            self.action("keep_until", "k", partial(self._open, self.keep), 4),
            *self._of_details(),
            self._back(),
        ]

    def _to_copy(self) -> Sequence[Action]:
        """Offer the clipboard, which only a terminal that is painted on has."""
        plain = isinstance(self.app, FacilitatorApp) and self.app.talk is not None
        return [] if plain else [self.action("copy", "c", self._copy, 2)]

    def _of_details(self) -> Sequence[Action]:
        """Where names and numbers were seen: choosing again what of it may leave the room."""
        if not to_choose(self.desk.state):
            return []
        return [self.action("details", "v", partial(self._details, self._show), 4)]

    async def _show(self) -> None:
        self.stage.refresh_view()

    def _back(self) -> Action:
        return Action("back", ("left",), self.stage.go_back, "kit", 5)

    async def _open(self, field: Field) -> None:
        field.display = True
        await self.type_in(field)

    async def _keep(self, field: Field) -> None:
        """Keep what was typed and go on to what is asked next; what can't be read is said, there."""
        name = field.name or ""
        if wrong := self._wrong(field):
            self.stage.tell(wrong)
            return
        if self._said(field) != self.kept(name):
            outcome = set_result(self.desk.state, self.desk.kinds, CLOSING, name, self._said(field) or None)
            if not await self.desk.act(name, outcome):
                self.stage.refresh_view()
                return
        field.begin(self.kept(name), mark=field.mark)
        await self._ask_next(name)

    def _wrong(self, field: Field) -> str:
        """Say why what was typed cannot be kept; empty where it can."""
        if isinstance(field, TimeField):
            return self.t("app.prepare.no_time") if field.value and field.moment is None else ""
        if not isinstance(field, DateField):
            return ""
        early = field is self.keep and field.day is not None and field.day < self.desk.state.about.day
        return self.t("app.closing.too_early") if early else field.wrong

    def _said(self, field: Field) -> str:
        """Give what was typed as the session keeps it."""
        if isinstance(field, DateField):
            return field.day.isoformat() if field.day else ""
        if isinstance(field, TimeField):
            return f"{field.moment:%H:%M}" if field.moment else ""
        return field.value

    async def _ask_next(self, name: str) -> None:
        """Ask hour and place of a next time, and who to call where nobody said so yet."""
        about, closing = self.desk.state.about, self.desk.state.closing()
        asked = {
            "next_date": (self.next_time, f"{about.starts:%H:%M}"),
            "next_time": (self.next_venue, about.venue),
        }
        if name in asked and closing.next_date:
            field, usual = asked[name]
            if not self.kept(field.name or ""):
                field.suggest(usual)
            await self._open(field)
        elif name in {"next_date", "next_venue"} and not self.desk.state.contact:
            await self._open(self.contact)
        else:
            await self.type_in(None)

    async def _details(self, then: Callable[[], Awaitable[None]]) -> None:
        """Ask which names, numbers and addresses may leave the room, and go on."""
        from facilitator.ui.app.details_panel import DetailsPanel

        await self.stage.open_panel(DetailsPanel(self.desk, self.stage, then))

    async def _feedback(self) -> None:
        from facilitator.ui.app.feedback_panel import FeedbackPanel

        await self.stage.open_panel(FeedbackPanel(self.desk, self.stage))

    async def _copy(self) -> None:
        self.app.copy_to_clipboard(self._message())
        self.stage.tell(self.t("app.closing.copied"))

    async def _report(self) -> None:
        if undecided(self.desk.state):
            await self._details(self._report)
            return
        from facilitator.ui.app.report_panel import ReportPanel

        await self.stage.open_panel(ReportPanel(self.t, self._make, self.stage.close_panel))

    async def _make(self, order: Order) -> None:
        """Make what was chosen, and say how its files are called; with the page comes the message."""
        if order == Order():
            self.stage.tell(await self._written(lambda path: self.t("app.report.made", names=path.name)))
            return
        try:
            paths = await self.desk.make(order)
        except Refused as refused:
            self.stage.tell(refused.problems[0].say(self.t))
        else:
            several = self.t("app.report.made_in", n=len(paths), folder=paths[0].parent.name)
            self.stage.tell(several if len(paths) > 1 else self.t("app.report.made", names=paths[0].name))

    async def _written(self, where: Callable[[Path], str]) -> str:
        """Write message and report beside the session; say where, or why not."""
        try:
            return where(await self.desk.write_reports())
        except Refused as refused:
            return self.t("app.closing.not_reported", why=refused.problems[0].value("why", self.t))

    async def _finish(self) -> None:
        """Write message and report beside the session, and go home; ask first where text would go lost."""

        def where(_: Path) -> str:
            return self.t("app.closing.where", folder=short(self.desk.store.path.parent))

        if undecided(self.desk.state):
            await self._details(self._finish)
            return
        if not self.warned and (typed := self._typed()):
            self.warned = True
            self.stage.tell(typed)
            return
        outcome = set_result(self.desk.state, self.desk.kinds, CLOSING, "finished", value=True)
        if await self.desk.act("finish", outcome):
            await self.stage.finish(await self._written(where), for_good=True)

"""Terugkoppeling: everything that was put forward, what has no answer yet first, and what became of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial

from textual.app import ComposeResult

from facilitator.orders import Order
from facilitator.problems import Refused
from facilitator.session.put_forward import PutForward, answer, put_forward
from facilitator.session.replies import Reply
from facilitator.text import clean
from facilitator.ui.app.panels import Panel
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.lists import pointing
from facilitator.ui.kit.view import StageHost
from facilitator.ui.kit.widgets import Option, Pick
from facilitator.words.dates import say_date


class FeedbackPanel(Panel):
    """A line for each thing; Enter asks what was done with it, and then by whom."""

    title = "feedback"

    def __init__(self, desk: Desk, stage: StageHost) -> None:
        super().__init__(desk, stage)
        self.lead = LargeSay()
        self.pick = Pick()
        self.order: list[str] = []
        """In which things came at first: one that is answered stays where it is."""

    def compose(self) -> ComposeResult:
        yield self.lead
        yield self.pick

    def show(self) -> None:
        every = self._every()
        open_ones = sum(not each.answered for each in every)
        lead = self.t("app.feedback.lead", n=len(every), open=open_ones)
        self.lead.say(lead if every else self.t("app.feedback.nothing"))
        self.pick.put([Option(each.name, self._text(each), below=self._below(each)) for each in every])

    def _every(self) -> list[PutForward]:
        found = put_forward(self.desk.state, self.today)
        self.order += [each.name for each in found if each.name not in self.order]
        return sorted(found, key=lambda each: self.order.index(each.name))

    def _text(self, each: PutForward) -> str:
        mark = "✓" if each.answered else "○"
        return f"{mark} {each.text or self.t('report.letter.no_reason')}"

    def _below(self, each: PutForward) -> str:
        """Say what was answered, by whom and when; else what is known of it, or who would come back to it."""
        if each.reply:
            day = say_date(each.reply.day, self.t.language, self.today, short=True) if each.reply.day else ""
            who = each.reply.who or self.t("app.feedback.ask_who")
            return " · ".join(part for part in (each.reply.text, who, day) if part)
        if each.fate:
            day = say_date(each.day, self.t.language, self.today) if each.day else ""
            return self.t(f"report.letter.fate.{each.fate}", about=each.about, day=day)
        sort = self.t(f"report.letter.sort.{each.sort}")
        return f"{sort} · {self.t('report.comes_back', who=each.comes_back)}" if each.comes_back else sort

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        offered = [
            self.action("letter", "b", self._letter, 3),
            self.action("close", "escape", self.stage.close_panel, 5),
        ]
        if self.pick.chosen:
            name = self.pick.chosen.id
            offered = [
                self.action("answer", "enter", partial(self._answer, name), 1),
                self.action("by_whom", "o", partial(self._who, name), 2),
                self.action("no_answer", "delete backspace", partial(self._wipe, name), 4),
                *offered,
                *pointing(self.pick, tab=True),
            ]
        return offered

    def lines_asked(self) -> Mapping[str, Callable[[str], Awaitable[None]]]:
        return {"answer": self._answer, "by_whom": self._who}

    def _reply(self, name: str) -> Reply | None:
        return next((each.reply for each in self._every() if each.name == name), None)

    async def _answer(self, name: str) -> None:
        """Ask what was done with it; by whom is asked after that, where nobody said so yet."""
        before = self._reply(name)

        async def keep(text: str) -> bool:
            who = before.who if before else ""
            return await self._keep(name, Reply(text=text, who=who, day=self.today) if clean(text) else None)

        self.pick.point(name)
        ask = self.t("app.feedback.ask_answer")
        await self.ask_for("answer", name, ask, keep, before.text if before else "")

    async def _who(self, name: str) -> None:
        before = self._reply(name)

        async def keep(who: str) -> bool:
            if before is None:
                return False
            return await self._keep(name, before.model_copy(update={"who": clean(who)}))

        if before is None:
            await self._answer(name)
            return
        self.pick.point(name)
        await self.ask_for("by_whom", name, self.t("app.feedback.ask_who"), keep, before.who, 100)

    async def _keep(self, name: str, reply: Reply | None) -> bool:
        kept = await self.desk.act("feedback", answer(self.desk.state, name, reply))
        self.stage.refresh_view()
        self.pick.point(name)
        return kept

    async def _wipe(self, name: str) -> None:
        await self._keep(name, None)

    async def _letter(self) -> None:
        """Write the letter, and keep that it was made today."""
        try:
            paths = await self.desk.make(Order("terugkoppeling"))
        except Refused as refused:
            self.stage.tell(refused.problems[0].say(self.t))
        else:
            self.stage.tell(self.t("app.feedback.made", path=paths[0].name))

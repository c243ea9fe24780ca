"""What is typed in a session and not confirmed: kept after every key, and asked for again on return."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from facilitator.ui.app.line_entry import AskedLine
from facilitator.ui.app.stage import Stage
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.line_request import LineRequest, lines_in
from facilitator.ui.kit.view import DeskView

Lines = Mapping[str, Callable[[str], Awaitable[None]]]
"""What can be asked for under the screen, as ``DeskView.lines_asked``."""


class SessionDrafts:
    """Carries what is typed on the stage to the drafts of the session, and back."""

    def __init__(self, stage: Stage, desk: Desk) -> None:
        self.stage = stage
        self.desk = desk

    def keep(self) -> None:
        """Let what is being typed be kept, in fields and in the line that is asked for."""
        texts = {
            f"{view.draft_key}/{field.name}": field.draft
            for view in self.stage.views
            if view.draft_key
            for field in view.query(Field)
            if field.kept is not None  # before it is filled there is nothing to keep
        }
        line = self.stage.line
        if line is not None and line.key:
            texts[line.key] = line.field.draft
        self.desk.keep_drafts(texts)

    async def ask_line(
        self,
        asked: LineRequest | None,
        question: str,
        answer: Callable[[str], Awaitable[bool]],
        value: str,
        limit: int,
    ) -> None:
        """Ask for a line, with what was typed there before; once it is kept it is no draft any more."""
        key = asked.key if asked else ""

        async def keep(text: str) -> bool:
            kept = await answer(text)
            if kept and key:
                self.desk.keep_drafts({key: ""})
            return kept

        draft = self.desk.draft(key) if key else ""
        await self.stage.ask_line(
            AskedLine(question, keep, value, key, draft, self.desk.t("kit.not_kept"), limit)
        )

    async def ask_again(self, everywhere: Lines) -> None:
        """Ask for the line that was being typed when the app ended, the last one typed.

        ``everywhere``: what can be asked for wherever the group is.
        """
        for asked in reversed(lines_in(self.desk.drafts())):
            ask = (self._here(asked.where) if asked.where else everywhere).get(asked.name)
            if ask is not None:
                await ask(asked.subject)
            if self.stage.line is not None:
                return

    def _here(self, where: str) -> Lines:
        """Give what can be asked for at a place, when the group is there."""
        view = self.stage.views[0]
        if isinstance(view, DeskView) and where == self.desk.state.at.where:
            return view.lines_asked()
        return {}

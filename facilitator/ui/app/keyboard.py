"""From a key to what it does: text goes to the field, the rest to the action that answers it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual.events import Key, Paste

from facilitator.ui.app.line_entry import AskedChoice
from facilitator.ui.app.remote import turn
from facilitator.ui.app.stage import Stage
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.pasted_text import enter_list, list_in
from facilitator.ui.kit.view import DeskView, View
from facilitator.ui.terminal.input_parser import MOST_PASTED, TooMuchPasted


class Keyboard:
    """Lets a key do its work, wholly, before the next one."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage

    async def press(self, event: Key) -> None:
        """Edit the field with the key, or carry out what answers it."""
        view, field = self.stage.view, self.stage.field
        if view is None or (self.stage.too_small and event.key != "ctrl+q"):
            return
        text = field.text if field else ""
        if field is not None and _edit(field, event):
            self._edited(view, field, text)
        else:
            await self._act(view, event, typing=field is not None)
        self.stage.key_before = event.key
        self.stage.on_typed()

    async def _act(self, view: View, event: Key, *, typing: bool) -> None:
        self.stage.said = ""
        offered = self.stage.actions()
        found = next((action for action in offered if action.answers(event.key, typing=typing)), None)
        choice, self.stage.choice = self.stage.choice, None
        if choice is not None and found is None:
            self.stage.ask_choice(choice)
        elif found is not None:
            await found.run()
        elif not view.typed(event):
            await self._scroll(view, event.key)
        self.stage.refresh_bars()

    async def press_named(self, key: str) -> None:
        """Do what a key of this name does, where someone asked for it without a keyboard."""
        await self.press(Key(key, key if len(key) == 1 else None))

    async def carry_out(self, action: Action) -> None:
        """Do what a word asks for that is offered here, as its key would."""
        self.stage.said = ""
        await action.run()
        self.stage.refresh_bars()
        self.stage.on_typed()

    async def _scroll(self, view: View, key: str) -> None:
        """Let what does not fit be seen; where all is seen, PgDn and PgUp turn the page."""
        if key in {"pagedown", "pageup"}:
            await turn(self.stage, 1 if key == "pagedown" else -1)
        elif key == "down":
            view.scroll_down(animate=False)
        elif key == "up":
            view.scroll_up(animate=False)

    async def paste(self, event: Paste) -> None:
        """Put pasted text in the field that is typed in; of a list it is asked whether it is more lines.

        What does not fit, or has no place to go, is said.
        """
        field, view = self.stage.field, self.stage.view
        if view is None or self.stage.too_small:
            return
        t = self.stage.t
        if isinstance(event, TooMuchPasted):
            self.stage.tell(t("kit.paste.too_much", most=MOST_PASTED))
        elif self.stage.choice is not None:
            self.stage.ask_choice(self.stage.choice)
        elif field is None:
            self.stage.tell(t("kit.paste.nowhere"))
        else:
            text = field.text
            field.paste(event.text)
            self._edited(view, field, text)
            lines = list_in(event.text) if self.stage.line is None else []
            if lines and isinstance(view, DeskView) and view.entering() is not None:
                self._ask_about(view, field, lines, text)
        self.stage.on_typed()

    def _ask_about(self, view: DeskView, field: Field, lines: Sequence[str], text: str) -> None:
        """Ask whether a pasted list is as many entries; until then, and otherwise, it is in the field.

        ``text``: what stood in the field before.
        """
        entries = Action("as_entries", ("enter",), partial(self._enter, view, field, lines, text), "kit", 1)
        one = Action("as_one_line", ("escape",), self._leave_as_line, "kit", 2)
        question = self.stage.t("kit.paste.ask", n=len(lines))
        self.stage.ask_choice(AskedChoice(question, [entries, one]))

    async def _enter(self, view: DeskView, field: Field, lines: Sequence[str], text: str) -> None:
        """Keep each line as an entry; what was being typed stays where it is."""
        entering = view.entering()
        if field.text != text:
            field.take_back()
        said = await enter_list(view.desk, lines, entering) if entering is not None else ""
        self.stage.refresh_view()
        self.stage.tell(said)

    async def _leave_as_line(self) -> None:
        self.stage.refresh_view()

    def _edited(self, view: View, field: Field, text: str) -> None:
        """Let the view hear that its field changed, and say what there was no room for; ``text``: before."""
        before = self.stage.said
        full = self.stage.t("kit.full", n=field.left_out, most=field.limit) if field.left_out else ""
        self.stage.said = full
        nothing = bool(full) and field.text == text
        if self.stage.line is not None:
            self.stage.line.follow()
        elif not nothing:
            view.edited(field)
        if self.stage.said != before:
            self.stage.refresh_bars()


def _edit(field: Field, event: Key) -> bool:
    if event.key == "ctrl+z" and field.can_take_back:
        field.take_back()
        return True
    return field.take(event.key, event.character)

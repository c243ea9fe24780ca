"""The calm wall: a dark screen, the time, or what is asked, while people look at each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key
from textual.widget import Widget

from facilitator.line_breaks import rows
from facilitator.ui.app.panels import Panel
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.large_digits import large
from facilitator.ui.kit.large_text import enlarged, enlarges
from facilitator.ui.kit.step_view import StepView
from facilitator.ui.kit.told_line import ToldLine
from facilitator.ui.kit.view import StageHost, View
from facilitator.words.dates import say_clock, say_time

PICTURES: Final = ("nothing", "time", "question")
HINTED: Final = 10
"""Half seconds that it is said how the screen comes back; after that nothing is said."""
MOST_SAID: Final = 72
"""Cells after which a question goes on at a next row: short rows are read fast."""


class CalmPicture(Widget):
    """Rows in the middle of the screen, and at the bottom how the screen comes back."""

    can_focus = False

    def __init__(
        self, draw: Callable[[int, int], Sequence[Content]], tell: Callable[[], Sequence[str]]
    ) -> None:
        super().__init__(classes="calm-picture")
        self.draw = draw
        self.tell = tell
        self.hint = ""

    def told(self) -> Sequence[ToldLine]:
        return [ToldLine(line) for line in (*self.tell(), self.hint) if line]

    def render(self) -> Content:
        width, height = self.size
        style = "$night-ink" if self.has_class("-dark") else "$quiet"
        hint = [_beside(row, width - row.cell_length) for row in _broken(self.hint, width - 4, style)]
        room = max(height - len(hint) - 2, 1)
        drawn = list(self.draw(width - 6, room))
        if len(drawn) > room:
            drawn = [*drawn[: room - 1], Content("…")]
        left = width - max((row.cell_length for row in drawn), default=0)
        above = [Content("")] * ((height - len(hint) - len(drawn)) // 2)
        below = [Content("")] * (height - len(above) - len(drawn) - len(hint))
        return Content("\n").join([*above, *(_beside(row, left) for row in drawn), *below, *hint])


def _beside(row: Content, left: int) -> Content:
    """Give a row with half of what is left before it; an even number, so that large letters begin there."""
    return Content.assemble(" " * (left // 4 * 2), row)


def _broken(text: str, room: int, style: str) -> list[Content]:
    lines = [line[start:end].rstrip() for line in text.split("\n") for start, end in rows(line, room)]
    return [Content.styled(line, style) for line in lines] if text else []


class CalmWall(Panel):
    """Hides the screen. Whatever goes on brings it back; what runs, runs on."""

    title = "calm"
    whole_screen = True

    def __init__(
        self, desk: Desk, stage: StageHost, under: View, chosen: str, keep: Callable[[str], None]
    ) -> None:
        """``under``: what is hidden; ``chosen``: the picture of the last time; ``keep`` hears of another."""
        super().__init__(desk, stage)
        self.add_class("calm")
        self.under = under
        self.chosen = chosen
        self.keep = keep
        self.picture = CalmPicture(self._draw, self._tell)
        self._said = 0
        """Half seconds for which the hint is there still."""

    def compose(self) -> ComposeResult:
        yield self.picture

    def show(self) -> None:
        dark = self.chosen == "nothing"
        self.set_class(dark, "-dark")
        self.picture.set_class(dark, "-dark")
        self.picture.hint = self.t("app.calm.hint") if self._said else ""
        self.picture.refresh()

    def on_mount(self) -> None:
        self._say_how()

    def tick(self) -> None:
        self._said = max(self._said - 1, 0)
        if self.chosen == "time" or not self._said:
            self.show()

    def _say_how(self) -> None:
        self._said = HINTED
        self.show()

    # -- the pictures

    def _draw(self, width: int, height: int) -> list[Content]:
        draw = {"time": self._time, "question": self._question}.get(self.chosen)
        return draw(width, height) if draw else []

    def _tell(self) -> list[str]:
        """Give what the picture says, in lines to be read aloud."""
        if self.chosen == "time":
            ends = say_time(self.desk.state.ends, self.t.language)
            return [say_time(self.desk.now().time(), self.t.language), self.t("app.stops", time=ends)]
        return [*self._asked] if self.chosen == "question" else []

    @property
    def _asked(self) -> tuple[str, str]:
        """The title of this step, and what the room is asked there: never what was answered."""
        found = self.desk.state.find(self.desk.state.at.key)
        asked = self.under.question_now if isinstance(self.under, StepView) else ""
        return found[1].title if found else self.t("app.programme.closing"), asked

    def _time(self, width: int, height: int) -> list[Content]:
        """Give the time large, and when we stop under it where there is room."""
        language = self.t.language
        clock = self.desk.now()
        now = say_clock(clock.time(), language)
        stops = self.t("app.stops", time=say_time(self.desk.state.ends, language))
        digits = [Content.styled(row, "$accent") for row in large(now, width, height - 2)]
        gap = (digits[0].cell_length - len(stops)) // 2
        return [*digits, Content(""), Content.styled(f"{' ' * gap}{stops}", "$quiet")]

    def _question(self, width: int, height: int) -> list[Content]:
        """Give what the room is asked in this step, under the title of the step."""
        room = min(width, MOST_SAID)
        title, asked = self._asked
        if not asked:
            return _broken(title, room, "bold")
        head, said = _broken(title, room, "$quiet"), _broken(asked, room, "bold")
        larger = enlarged(Content.styled(asked, "bold"), width) if enlarges(self) else []
        if larger and len(head) + 1 + len(larger) <= height:
            said = [row.pad_right(row.cell_length) for row in larger]  # so wide are they really
        return [*head, Content(""), *said] if len(head) + 1 + len(said) <= height else said

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        keys = "enter full_stop b ctrl+b escape space pagedown"
        return [
            self.action("to_screen", keys, self.stage.close_panel, 1),
            self.action("next_picture", "right", partial(self._turn, 1), 2),
            self.action("previous_picture", "left pageup", partial(self._turn, -1), 3),
        ]

    async def _turn(self, by: int) -> None:
        self.chosen = PICTURES[(PICTURES.index(self.chosen) + by) % len(PICTURES)]
        self.keep(self.chosen)
        self._say_how()

    def typed(self, _event: Key) -> bool:
        """Let no other key do anything, and say how the screen comes back."""
        self._say_how()
        return True

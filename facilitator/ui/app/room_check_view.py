"""The room looked over before people come: letters, colours, keys and texts, a page for each."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from textual.app import ComposeResult
from textual.content import Content

from facilitator.storage.room_note import Left
from facilitator.ui.app.letters_question import LettersQuestion
from facilitator.ui.app.room_code import beside, can_be_drawn, code_rows
from facilitator.ui.app.room_measures import farthest, most_rows
from facilitator.ui.kit.actions import Action, key_name
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.screen_sizes import SMALLEST_ROOM
from facilitator.ui.kit.view import View
from facilitator.ui.kit.widgets import Say, broken
from facilitator.words import Words

PAGES: Final = ("letters", "larger", "code", "colours", "keys", "texts", "done")
KEYS: Final = ("f1", "f3", "f5", "f7", "f8", "f9", "pagedown", "pageup", "ctrl+z")
"""Keys of the app that some terminals and keyboards keep for themselves."""
GREYS: Final = ("$paper", "$bar", "$rule", "$quiet", "$ink")
FARTHEST: Final = 60
"""Metres."""
TALLEST: Final = 1000
"""Centimetres."""


@dataclass
class RoomFindings:
    """What was seen in a room, page by page."""

    distance: int = 0
    """From the back row to the picture, in metres; 0: not said."""
    height: int = 0
    """Of the picture, in centimetres; 0: not said."""
    code: bool | None = None
    """Whether a phone in the back row read the code."""
    greys: bool | None = None
    """Whether five greys were seen."""
    came: set[str] = field(default_factory=set)
    """The keys that arrived."""

    def rows(self) -> int:
        """Give how many rows may be on the screen; 0 while that is not known."""
        return most_rows(self.distance, self.height / 100) if self.distance and self.height else 0

    def left(self, rows: int) -> list[Left]:
        """Name what is not right yet, of a screen with so many rows."""
        letters: list[Left] = ["letters"] if not self.rows() or rows > self.rows() else []
        colours: list[Left] = [] if self.greys else ["colours"]
        code: list[Left] = ["code"] if self.code is False else []
        return [*letters, *colours, *code]


class RoomCheckView(View):
    """A page for each thing to look at, of which the last says what is left."""

    room = "app"
    smallest = SMALLEST_ROOM

    def __init__(
        self,
        t: Words,
        texts: Sequence[str],
        question: LettersQuestion,
        keep: Callable[[Sequence[Left]], None],
        close: Callable[[], Awaitable[None]],
    ) -> None:
        """Begin to look.

        Args:
            t: the words of the user's language.
            texts: what does not fit the screen with the largest letters, in a sentence each.
            question: whether letters twice as high are seen.
            keep: keeps what is left, by name.
            close: ends it.
        """
        super().__init__(t)
        self.texts = texts
        self.question = question
        self.keep = keep
        self.close = close
        self.found = RoomFindings()
        self.page = PAGES[0]
        self.lead = Say(classes="lead")
        self.how = Say(classes="below")
        width = max(len(t(f"app.room.{name}")) for name in ("distance", "height")) + 2
        self.distance = Field("distance", t("app.room.distance"), limit=2, label_width=width, numbers=True)
        self.height = Field("height", t("app.room.height"), limit=4, label_width=width, numbers=True)
        self.sample = LargeSay()
        self.shown = Say(classes="gap")
        self.asked = Say(classes="ask gap")

    def compose(self) -> ComposeResult:
        yield from (self.lead, self.how, self.distance, self.height)
        yield from (self.sample, self.shown, self.asked)

    def on_mount(self) -> None:
        self.enter_field(self.distance)

    @property
    def pages(self) -> list[str]:
        """The pages that there are: large letters and a code need room. The one that is shown stays."""
        there = {"larger": self.question.can_be_asked, "code": can_be_drawn()}
        left_out = {page for page, can in there.items() if self.small or not can} - {self.page}
        return [page for page in PAGES if page not in left_out]

    @property
    def at(self) -> int:
        """Which page this is, from 0."""
        return self.pages.index(self.page)

    def heading(self) -> str:
        return self.t("app.room.heading", n=self.at + 1, total=len(self.pages))

    def help_text(self) -> str:
        return self.t("app.room.help")

    # -- what is shown

    def show(self) -> None:
        self.lead.say("" if self.page == "code" else self.t(f"app.room.lead.{self.page}"))
        measured = self.page == "letters" and self.small and self.found.rows() > 0
        silent = measured or self.page in {"code", "done"}
        self.how.say("" if silent else self.t(f"app.room.how.{self.page}"))
        self.distance.display = self.height.display = self.page == "letters"
        tried = self.page == "larger" and (self.question.trying or self.question.seen)
        self.sample.say(self.t("app.room.sample") if tried and not self.small else "")
        self.shown.set_class(self.page != "code", "gap")  # there every row counts
        shown, asked = getattr(self, f"_{self.page}")()
        self.shown.say(shown)
        self.asked.say(asked)

    def edited(self, _field: Field) -> None:
        self.found.distance = _number(self.distance.value, FARTHEST)
        self.found.height = _number(self.height.value, TALLEST)
        self.show()

    def _letters(self) -> tuple[str, str]:
        most, now = self.found.rows(), self.app.size.height
        if not most:
            return "", ""
        if most < SMALLEST_ROOM[1]:
            metres = int(farthest(SMALLEST_ROOM[1], self.found.height / 100))
            return self.t("app.room.most", n=most), self.t("app.room.too_far", metres=metres)
        said = "app.room.enough" if now <= most else "app.room.larger"
        return self.t("app.room.most", n=most), self.t(said, n=now, most=most)

    def _larger(self) -> tuple[str, str]:
        if self.small:  # the window became so while it was asked
            return "", ""
        if self.question.trying:
            return "", self.t("app.room.larger_seen")
        said = {None: "larger_try", True: "larger_on", False: "larger_off"}
        return "", self.t(f"app.room.{said[self.question.seen]}")

    def _code(self) -> tuple[Content, str]:
        code = code_rows(self.t("app.room.code.text"), self.size.height)
        room = max(self.size.width - code[0].cell_length - 8, 20)
        told = [("bold", "lead"), ("", "how"), ("bold $accent", "ask")]
        said = {None: "", True: "read", False: "not_read"}[self.found.code]
        told += [("bold $accent", said)] if said else []
        rows = [
            Content.styled(row.plain.rstrip(), style)
            for style, name in told
            for row in [*broken(Content(self.t(f"app.room.code.{name}")), room), Content("")]
        ]
        return beside(code, rows[:-1]), ""

    def _colours(self) -> tuple[Content, str]:
        blocks = [
            Content.assemble((f" {number}  ", f"{'$ink' if number < 4 else '$paper'} on {grey}"), " ")
            for number, grey in enumerate(GREYS, 1)
        ]
        samples = [(self.t("app.room.quiet"), "$quiet"), (self.t("app.room.accent"), "bold $accent")]
        rows = [Content.assemble(*blocks), Content(""), *(Content.styled(*sample) for sample in samples)]
        said = {None: "", True: self.t("app.room.seen"), False: self.t("app.room.not_seen")}
        return Content("\n").join(rows), said[self.found.greys]

    def _keys(self) -> tuple[Content, str]:
        rows = [
            Content.assemble(("● " if key in self.found.came else "○ ", "$accent"), key_name(key, self.t))
            for key in KEYS
        ]
        half = (len(rows) + 1) // 2
        beside = [*rows[half:], *[Content("")] * (half - len(rows[half:]))]
        lines = [
            Content.assemble(left.pad_right(18 - left.cell_length), right)
            for left, right in zip(rows[:half], beside, strict=True)
        ]
        return Content("\n").join(lines), ""

    def _texts(self) -> tuple[str, str]:
        if not self.texts:
            return self.t("app.room.all_fit"), ""
        return "\n".join(f"- {text}" for text in self.texts), self.t("app.room.scrolls")

    def _done(self) -> tuple[str, str]:
        left = self.found.left(self.app.size.height)
        lines = [self.t(f"app.room.left.{name}") for name in left]
        missing = [key_name(key, self.t) for key in KEYS if key not in self.found.came]
        if self.found.came and missing:
            lines.append(self.t("app.room.left.keys", keys=", ".join(missing)))
        return "\n".join(f"- {line}" for line in lines), "" if lines else self.t("app.room.all_well")

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        offered = [self.action("room_on" if self.page != "done" else "room_end", "enter", self._on, 1)]
        if self.at:
            offered.append(Action("back", ("left",), self._back, "kit", 2))
        offered.append(self.action("room_leave", "escape", self._leave, 4))
        if self.page == "letters":
            offered.append(self.action("next_field", "tab down up shift+tab", self._tab, 3))
        elif self.page == "larger" and not self.small:
            offered += self._answers_about_letters()
        elif self.page in {"colours", "code"}:
            offered.append(self.action("room_yes", "1 j y", partial(self._say, seen=True), 1))
            offered.append(self.action("room_no", "2 n", partial(self._say, seen=False), 1))
        elif self.page == "keys":
            offered += [self.action("room_key", key, partial(self._see, key), 0) for key in KEYS]
        return offered

    def _answers_about_letters(self) -> list[Action]:
        no = self.action("room_not_larger", "2 n", partial(self._say_letters, seen=False), 1)
        if self.question.trying:
            return [self.action("room_larger", "1 j y", partial(self._say_letters, seen=True), 1), no]
        return [no] if self.question.seen else [self.action("room_try", "space", self._try_letters, 1)]

    async def _try_letters(self) -> None:
        self.question.try_out()
        self.show()

    async def _say_letters(self, *, seen: bool) -> None:
        self.question.answer(seen=seen)
        self.show()

    async def _leave(self) -> None:
        self.question.leave()
        await self.close()

    async def _on(self) -> None:
        if self.field is self.distance and not self.found.height:
            self.enter_field(self.height)
            return
        if self.page == "done":
            self.keep(self.found.left(self.app.size.height))
            await self.close()
            return
        await self._to(1)

    async def _back(self) -> None:
        await self._to(-1)

    async def _to(self, by: int) -> None:
        self.question.leave()
        self.page = self.pages[self.at + by]
        self.enter_field(self.distance if self.page == "letters" else None)
        self.show()

    async def _tab(self) -> None:
        self.next_field()

    async def _say(self, *, seen: bool) -> None:
        if self.page == "code":
            self.found.code = seen
        else:
            self.found.greys = seen
        self.show()

    async def _see(self, key: str) -> None:
        self.found.came.add(key)
        self.show()


def _number(typed: str, most: int) -> int:
    """Give a whole number from 1 to ``most``; 0 for anything else."""
    number = int(typed) if typed.isascii() and typed.isdigit() else 0
    return number if number <= most else 0

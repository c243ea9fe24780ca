"""Who is here, per perspective: counted, never named. Used by the check-in and from every step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from facilitator.scenario.model import RESIDENTS
from facilitator.session.commands import (
    SMALLEST_SHOWN,
    choose_small_groups,
    count_people,
    holds_votes,
    too_small,
    unsettled,
)
from facilitator.session.fold import LISTENERS
from facilitator.ui.kit.actions import Action, count_keys
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.hanging_rows import HangingRows, answer_row
from facilitator.ui.kit.lists import pointing
from facilitator.ui.kit.view import StageHost
from facilitator.ui.kit.widgets import Option, Pick, Say


class PeopleList(Vertical):
    """A row per perspective with its people as dots, and the choice that small groups ask for."""

    DEFAULT_CSS = "PeopleList { height: auto; width: 100%; }"
    can_focus = False

    def __init__(self, desk: Desk, stage: StageHost) -> None:
        super().__init__()
        self.desk = desk
        self.stage = stage
        self.t = desk.t
        self.pick = Pick()
        self.question = Say(classes="gap")
        self.choices = HangingRows()
        self._typed = ""

    def compose(self) -> ComposeResult:
        yield self.pick
        yield self.question
        yield self.choices

    def show(self) -> None:
        state = self.desk.state
        rows = [
            self._row(perspective.id, perspective.title, state.people.get(perspective.id, 0))
            for perspective in state.scenario.perspectives
        ]
        self.pick.put([*rows, self._row(LISTENERS, self.t("kit.people.listeners"), state.listeners)])
        self._show_small_groups()

    def _row(self, name: str, title: str, count: int) -> Option:
        dot = "○" if name == LISTENERS else "●"
        dots = dot * count if count <= 25 else dot * 25 + "…"
        text = Content.assemble((f"{title:<16}", ""), (f"{count:>3}   ", "bold"), dots)
        return Option(name, text)

    def _show_small_groups(self) -> None:
        state = self.desk.state
        small = state.small_groups()
        groups = self._small()
        if not groups:
            self.question.say(self._who_is_missing())
            self.choices.say("")
            return
        titles = {perspective.id: perspective.title for perspective in state.scenario.perspectives}
        self.question.say(self._too_small(groups, titles))
        chosen = "a" if small.grouping == "total" else "" if unsettled(state, SMALLEST_SHOWN) else "b"
        tell = self.t(
            "kit.people.tell", groups=self.t("kit.people.and").join(titles[group] for group in groups)
        )
        said = {"a": self.t("kit.people.together"), "b": tell}
        self.choices.put([answer_row(key, text, chosen=key == chosen) for key, text in said.items()])
        self.call_after_refresh(self.choices.scroll_visible, animate=False)

    def _small(self) -> list[str]:
        """Give the groups about which the room has to choose: none where nothing is voted on."""
        state = self.desk.state
        return too_small(state, SMALLEST_SHOWN) if holds_votes(state.places()) else []

    def _too_small(self, groups: Sequence[str], titles: Mapping[str, str]) -> str:
        """Say what is not shown; of several groups in one sentence, so that both choices stay in sight."""
        people = self.desk.state.people
        if len(groups) == 1:
            return self.t("kit.people.small", n=people[groups[0]], group=titles[groups[0]])
        named = self.t("kit.people.and").join(f"{titles[group]} ({people[group]})" for group in groups)
        return self.t("kit.people.several_small", groups=named)

    def _who_is_missing(self) -> str:
        """Ask about residents when they are under a third; the warning itself is for the notes."""
        state = self.desk.state
        theirs = [
            perspective.id for perspective in state.scenario.perspectives if perspective.id in RESIDENTS
        ]
        residents = sum(state.people.get(perspective, 0) for perspective in theirs)
        if theirs and 3 * residents < state.present:
            return self.t("kit.people.missing")
        return ""

    # -- what can be done

    def actions(self) -> list[Action]:
        offered = [*count_keys(self._change, self.type_digit, self._erase), *pointing(self, tab=True)]
        if self._small():
            offered += [
                Action("together", ("a",), self._together, "kit", 0),
                Action("tell", ("b",), self._tell, "kit", 0),
            ]
        return offered

    async def type_digit(self, digit: str) -> None:
        """Count by typing: 1 and then 2 makes 12."""
        self._typed = str(int((self._typed + digit)[-3:]))
        typed = self._typed
        await self.count(int(typed))
        self._typed = typed
        self.stage.refresh_view()

    async def count(self, number: int) -> None:
        """Say how many there are of the perspective that is pointed at."""
        if self.pick.chosen:
            outcome = count_people(self.desk.state, self.pick.chosen.id, number)
            await self.desk.act("people", outcome)

    async def _change(self, by: int) -> None:
        self._typed = ""
        if not self.pick.chosen:
            return
        await self.count(max(self._now(self.pick.chosen.id) + by, 0))
        self.stage.refresh_view()

    async def _erase(self) -> None:
        """Take the last digit away: of 97 stays 9, to which another can be typed."""
        if self.pick.chosen:
            left = self._now(self.pick.chosen.id) // 10
            await self.count(left)
            self._typed = str(left) if left else ""
            self.stage.refresh_view()

    def _now(self, who: str) -> int:
        state = self.desk.state
        return state.listeners if who == LISTENERS else state.people.get(who, 0)

    def move(self, by: int) -> None:
        """Point at another perspective; a number is typed anew there."""
        self._typed = ""
        self.pick.move(by)

    def begin_number(self) -> None:
        """Hear that the digits that come now are a number of their own."""
        self._typed = ""

    async def _together(self) -> None:
        await self._choose(together=True)

    async def _tell(self) -> None:
        await self._choose(together=False, silent=self._small())

    async def _choose(self, *, together: bool, silent: Sequence[str] = ()) -> None:
        outcome = choose_small_groups(self.desk.state, self.desk.kinds, together=together, silent=silent)
        await self.desk.act("small_groups", outcome)
        self.stage.refresh_view()

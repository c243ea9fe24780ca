"""Typing ballots over, and passing the keyboard: digits in, whole ballots into the box."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from string import ascii_letters
from typing import Final

from facilitator.session.commands import count_people
from facilitator.session.rounds import TOTAL
from facilitator.steps.statements.vote.ballot import Ballot
from facilitator.steps.statements.vote.counting_view import CountingView
from facilitator.storage.save_errors import NotSaved
from facilitator.ui.kit.actions import Action

ELSEWHERE: Final = (
    *ascii_letters,
    "f2",
    "f3",
    "f4",
    "f5",
    "f6",
    "f7",
    "f8",
    "f10",
    "ctrl+q",
    "ctrl+y",
    "left",
)
"""Keys that do something else than answer. Who types over looks at paper: in the middle of a ballot such a
key is a slip, and would count people, begin a note or leave with half a ballot."""


class BallotsView(CountingView):
    """Ballot by ballot, digits only."""

    def actions(self) -> Sequence[Action]:
        enter = self.action(self._enter_means, "enter", self.enter, 1 if self._enter_works else 0)
        offered = [
            *([enter] if self.ballot.full or not self.takes_a_ballot else []),
            *self._digits(),
            self.action("take_back", "backspace ctrl+z", self.take_back, 2 if self.ballot.begun else 0),
            *([enter] if not self.ballot.full and self.takes_a_ballot else []),
            self.void_action(),
        ]
        if len(self.groups) > 1:
            offered.append(self.action("other_group", "tab down", partial(self._turn, 1), 3))
            offered.append(self.action("previous_group", "shift+tab up", partial(self._turn, -1), 0))
        if self.open_to_more and not self.passing:
            offered.append(self.action("beforehand", "v", self._beforehand, 4))
        if self.open_to_more and self.group != TOTAL and not self.takes_a_ballot:
            offered.append(self.action("place", "plus equals_sign", self._one_more, 2))
        if self.pending == "fewer":
            offered.append(self.action("close_fewer", "s", self.close, 1))
        return [*offered, *(self._guards() if self.ballot.begun else self.leave_actions())]

    @property
    def _enter_works(self) -> bool:
        return self.ballot.full or not self.ballot.begun

    @property
    def _enter_means(self) -> str:
        """What Enter does now, as an action is called."""
        if self.ballot.full:
            return "keep_ballot"
        if self.pending in {"close", "more"}:
            return "yes_close" if self.pending == "close" else "place"
        return "finish_entry" if self.takes_a_ballot or self.all_in else "next_group"

    def _digits(self) -> list[Action]:
        """The keys that answer: a digit per point, and ? or 0 for the opt-out; other digits say so."""
        points = len(self.desk.state.scenario.scale.points)
        said = self.t("statements.digits", points=points)
        keys = [(str(number + 1),) for number in range(points)] + [("0", "question_mark", "slash")]
        first = Action("answer", keys[0], partial(self.answer, 0), "statements", 1, said)
        rest = [
            Action("digit", each, partial(self.answer, point), "statements", 0)
            for point, each in enumerate(keys)
            if point
        ]
        others = tuple(str(number) for number in range(points + 1, 10))
        wrong = [Action("digit", others, self._not_on_scale, "statements", 0)] if others else []
        return [first, *rest, *wrong]

    def _guards(self) -> list[Action]:
        """Let a key that does something else ask first, as long as a ballot is not in the box."""
        kept = {"v", "x"} if self.open_to_more and not self.passing else {"x"}
        return [
            Action("digit", (key,), partial(self._guard, key), "statements", 0)
            for key in ELSEWHERE
            if key not in kept and self.pending != f"leave:{key}"
        ]

    async def _guard(self, key: str) -> None:
        self.pending = f"leave:{key}"
        self.stage.tell(self.t("statements.first_this"))

    async def _not_on_scale(self) -> None:
        self.stage.tell(self.t("statements.not_on_scale", points=len(self.desk.state.scenario.scale.points)))

    async def answer(self, point: int) -> None:
        """Take an answer; the digit after a full ballot casts it and begins the next of the same group."""
        if not await self.open_box():
            self.stage.refresh_view()
            return
        if self.ballot.full and self.passing:
            self.stage.tell(self.t("statements.pass_on"))
            return
        if self.ballot.full and not await self.cast():
            return
        if not self.ballot.begun and not self.takes_a_ballot:
            self._ask_for_a_place()
            return
        self.pending = ""
        self.ballot = self.ballot.add(point)
        self.show()

    def _ask_for_a_place(self) -> None:
        """Say that this group has all its ballots; whose is this one?"""
        group = self.title_of(self.group)
        if not self.open_to_more:
            self.stage.tell(self.t("statements.enough", group=group))
        elif self.group == TOTAL:
            self.stage.tell(self.t("statements.enough_in_all"))
        elif self.all_in:
            self.pending = "more"
        else:
            self.stage.tell(self.t("statements.not_counted"))
        self.show()

    async def cast(self) -> bool:
        """Put the ballot at hand in the box; True when it is safe on disk."""
        if self.box is None:
            return False
        group = next(iter(self.round.expected)) if self.group == TOTAL else self.group
        try:
            work = partial(self.box.cast, group, self.ballot.as_cast(), beforehand=self.beforehand)
            await self.desk.write(work)
        except NotSaved as failure:
            self.desk.problem = failure.problem
            self.stage.refresh_view()
            return False
        self.desk.problem = None
        self.ballot = Ballot(self.round.statements)
        self.pending = ""
        self.show()
        return True

    async def take_back(self) -> None:
        """Take back the last digit; a ballot in the box stays secret and so stays as it is."""
        self.pending = ""
        if self.ballot.begun:
            self.ballot = self.ballot.take_back()
        else:
            self.stage.tell(self.t("statements.cannot_take_back"))
        self.show()

    async def enter(self) -> None:
        """Confirm what is asked, cast a full ballot, go to the next group, or ask whether this is all."""
        if self.ballot.full:
            await self.cast()
        elif self.ballot.begun:
            self.stage.tell(self.t("statements.not_full"))
        elif self.pending == "more":
            await self._one_more()
        elif self.pending == "close":
            await self.close()
            return
        elif self.all_in:
            self.pending = "close"
        elif not self.takes_a_ballot:
            self.group = self.next_group()
        elif self.came(TOTAL):
            self.pending = "fewer"
        else:
            self.stage.tell(self.t("statements.none_yet"))
        self.show()

    async def _one_more(self) -> None:
        """Let there be one more person in the group at hand."""
        outcome = count_people(self.desk.state, self.group, self.places(self.group) + 1)
        await self.desk.act("people", outcome)
        self.pending = ""
        self.show()

    async def _turn(self, by: int) -> None:
        """Go to another group, between two ballots."""
        if self.ballot.begun and not self.ballot.full:
            self.stage.tell(self.t("statements.not_full"))
            return
        if self.ballot.full and not await self.cast():
            return
        self.pending, self.beforehand = "", False
        self.group = self.groups[(self.groups.index(self.group) + by) % len(self.groups)]
        self.show()

    async def _beforehand(self) -> None:
        """Type over ballots that were collected before the session; such ballots are counted apart."""
        self.pending = ""
        self.beforehand = not self.beforehand
        self.show()

"""Typing ballots over, and passing the keyboard: digits in, whole ballots into the box."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from string import ascii_letters
from typing import Final

from textual.content import Content

from facilitator.session.commands import count_people
from facilitator.session.rounds import TOTAL
from facilitator.steps.statements.drawing.entry_page import EntryPage, SetRow
from facilitator.steps.statements.kind import StatementsStep, is_scan, sets_of
from facilitator.steps.statements.vote.ballot import Ballot
from facilitator.steps.statements.vote.ballot_tally import BallotTally
from facilitator.steps.statements.vote.casting_view import CastingView
from facilitator.steps.statements.vote.entry_wording import EntryWording
from facilitator.storage.save_errors import NotSaved
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.step_view import StepContext

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
    "full_stop",
    "ctrl+b",
    "ctrl+n",
    "ctrl+q",
    "ctrl+y",
    "left",
)
"""Keys that do something else than answer. Who types over looks at paper: in the middle of a ballot such a
key is a slip, and would count people, begin a note or leave with half a ballot."""


class BallotsView(CastingView):
    """Ballot by ballot, digits only. A kept ballot is counted, and nothing else is known of it."""

    def __init__(self, context: StepContext[StatementsStep]) -> None:
        super().__init__(context)
        self.ballot = Ballot(self.round.statements)
        self.group = self.groups[0]
        self.beforehand = False
        """Whether the ballots that are typed over now were collected before the session."""

    def opened(self) -> None:
        if not self.tally.lacks(self.group):
            self.group = self.tally.next_group(self.group)

    @property
    def passing(self) -> bool:
        """Whether the keyboard goes round, so that people have to read the statements here."""
        return self.round.way == "keyboard"

    @property
    def tally(self) -> BallotTally:
        """How many ballots there are, and how many can come."""
        counts = self.box.counts() if self.box and self.round.side == "front" else {}
        return BallotTally(
            places={group: self.places(group) for group in self.groups},
            ballots=self.box.progress() if self.box else {},
            from_before={group: counted.beforehand for group, counted in counts.items()},
        )

    @property
    def takes_a_ballot(self) -> bool:
        """Whether there is a place for a ballot of the group at hand."""
        return self.beforehand or self.tally.lacks(self.group)

    # -- how it looks

    def draw(self, width: int, height: int) -> Sequence[Content]:
        reads = self.passing and not self.ballot.full and self.takes_a_ballot
        text = self.text_of(self.round.statements[len(self.ballot.answers)]) if reads else ""
        words = EntryWording(self.t, self.tally, self.title_of, self.group, beforehand=self.beforehand)
        page = EntryPage(
            t=self.t,
            title=self.title_of(self.group),
            at_hand=words.at_hand(begun=self.ballot.begun),
            answered=len(self.ballot.answers),
            total=len(self.round.statements),
            statement=self.sizes(text, width),
            scale=self.desk.state.scenario.scale if self.passing else None,
            sets=self._sets(),
            groups=words.tally.rows(self.title_of, self.group),
            question=self._asked(words) or self._question(words),
            show_groups=not self.passing or not self.ballot.begun,
            typing=self.ballot.begun or self.takes_a_ballot,
        )
        return page.draw(width, height)

    def status(self) -> str:
        return self.t("statements.kept") if self.tally.came(TOTAL) else ""

    def _sets(self) -> list[SetRow]:
        """Give the sets of a scan that the ballot is of; a later vote and a back are too short for it."""
        if not is_scan(self.vote) or self.round.statements != [statement.id for statement in self.statements]:
            return []
        sets = sets_of(self.vote, self.desk.state.scenario)
        return [SetRow(statement_set.title, len(statement_set.statements)) for statement_set in sets]

    def _asked(self, words: EntryWording) -> str:
        """Say what waits for a second key, and whose earlier answers go with that."""
        asked = words.asked(self.pending)
        if self.pending not in {"close", "fewer"}:
            return asked
        came = {group: words.tally.came(group) for group in self.groups}
        return f"{asked}\n{self.dropped_out(came)}".strip()

    def _question(self, words: EntryWording) -> str:
        """Say what there is to do between two ballots."""
        if self.ballot.full and self.passing:
            return self.t("statements.pass_on")
        if self.ballot.begun or self.box is None:
            return ""
        if self.box.damaged and not words.tally.came(TOTAL):
            return self.t("statements.box_damaged")
        return "" if self.takes_a_ballot else words.group_is_in()

    # -- what can be done

    @property
    def answers_left(self) -> int | None:
        return self.ballot.room

    def actions(self) -> Sequence[Action]:
        takes = self.takes_a_ballot
        halfway = self.ballot.begun and not self.ballot.full
        enter = self.action(self._enter_means, "enter", self.enter, 0 if halfway else 1)
        offered = [
            *([enter] if self.ballot.full or not takes else []),
            *self._digits(),
            self.action("take_back", "backspace ctrl+z", self.take_back, 2 if self.ballot.begun else 0),
            *([enter] if takes and not self.ballot.full else []),
            self.void_action(),
        ]
        if len(self.groups) > 1:
            offered.append(self.action("other_group", "tab down", partial(self._turn, 1), 3))
            offered.append(self.action("previous_group", "shift+tab up", partial(self._turn, -1), 0))
        if self.open_to_more and not self.passing:
            offered.append(self.action("beforehand", "v", self._beforehand, 4))
        if self.open_to_more and self.group != TOTAL and not takes:
            offered.append(self.action("place", "plus equals_sign", self._one_more, 2))
        if self.pending == "fewer":
            offered.append(self.action("close_fewer", "s", self.close, 1))
        return [*offered, *(self._guards() if self.ballot.begun else self.leave_actions())]

    @property
    def _enter_means(self) -> str:
        """What Enter does now, as an action is called."""
        if self.ballot.full:
            return "keep_ballot"
        if self.pending in {"close", "more"}:
            return "yes_close" if self.pending == "close" else "place"
        return "finish_entry" if self.takes_a_ballot or self.tally.all_in else "next_group"

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
        self.pending, self.ballot = "", self.ballot.add(point)
        self.show()

    def _ask_for_a_place(self) -> None:
        """Say that this group has all its ballots; whose is this one?"""
        group = self.title_of(self.group)
        if not self.open_to_more:
            self.stage.tell(self.t("statements.enough", group=group))
        elif self.group == TOTAL:
            self.stage.tell(self.t("statements.enough_in_all"))
        elif self.tally.all_in:
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
        self.ballot, self.pending = Ballot(self.round.statements), ""
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
        elif self.tally.all_in:
            self.pending = "close"
        elif not self.takes_a_ballot:
            self.group = self.tally.next_group(self.group)
        elif self.tally.came(TOTAL):
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
        self.pending, self.beforehand = "", not self.beforehand
        self.show()

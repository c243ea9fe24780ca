"""All agreements of last time on the stage: where going through them begins, and where it ends."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from textual.app import ComposeResult

from facilitator.session.agreement_numbers import numbers
from facilitator.session.conditions import says_when
from facilitator.session.provenance import say_origin
from facilitator.session.registers import ENDED
from facilitator.steps.review.findings import carried, how_many, next_unsaid, to_go_through
from facilitator.steps.review.kind import ReviewStep
from facilitator.steps.review.page_view import ON, ReviewPage
from facilitator.steps.review.wording import conditions_of, details, nothing_came_over, since
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.lists import pointing
from facilitator.ui.kit.rows_beside import rows_beside
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.widgets import BLANK, Option, Pick, Say

LEAST: Final = 4


class EarlierAgreementsView(ReviewPage):
    """Every agreement with who, when and what was said of it today; then the way on."""

    def __init__(self, context: StepContext[ReviewStep]) -> None:
        super().__init__(context)
        self.lead = LargeSay()
        self.how = Say(classes="below")
        self.when = Say(classes="quiet below")
        self.pick = Pick()
        self.question = Say(classes="gap")

    def compose(self) -> ComposeResult:
        yield self.lead
        yield self.how
        yield self.when
        yield self.pick
        yield self.question

    # -- what is shown

    def show(self) -> None:
        state = self.desk.state
        came = carried(state)
        said = bool(self.left.said)
        self.lead.say(self.t("review.ask.agreements") if came else nothing_came_over(state, self.t))
        self.how.say(self.step.text if came and not said else "")
        self.when.say(since(came, state, self.today, self.t) if came and not said else "")
        self.pick.display = bool(came)
        first = not self.pick.options
        between = [BLANK] if self.tall else []
        options = [option for name in came for option in (self._option(name), *between)]
        self.pick.put([*options, Option(ON, self.t("review.on"))], at=self._start() if first else None)
        asked = how_many(state, self.key, self.step.most)
        most = self.step.most
        many = len(to_go_through(state, self.key))
        self.question.say(self.t(f"review.{asked}", n=many, most=most) if asked else "")
        self._fit()

    def _start(self) -> str:
        """Give what is pointed at first: the first agreement to go through, or the way on.

        Who went past the last one is led on, also where one was passed over in silence.
        """
        if self.made_for == ON:
            return ON
        enough = how_many(self.desk.state, self.key, self.step.most) == "enough"
        return ON if enough else next_unsaid(self.desk.state, self.key) or ON

    def _option(self, name: str) -> Option:
        """Give an agreement as a line of the list; what stood in an earlier session is not said again.

        Of what is finished the date says nothing any more.
        """
        agreement = carried(self.desk.state)[name]
        status = "done" if agreement.status == "done" else self.left.said.get(name, "")
        stands = self.t(f"review.stands.{status}") if status else ""
        who_and_when = agreement.who
        if status not in ENDED:
            who_and_when = details(agreement, self.today, self.t, short=not self.wide)
        number = numbers(self.desk.state).get(name)
        under = conditions_of(agreement, self.desk.state, self.today, self.t, said=status)
        if status == "postponed":
            stands = ""  # the condition says so, with both dates where there is a new one
            who_and_when = agreement.who if says_when(agreement, self.today) else who_and_when
        below = " · ".join(part for part in (who_and_when, stands, *under) if part) or self.t("review.nobody")
        if not since(carried(self.desk.state), self.desk.state, self.today, self.t):
            below = f"{below} · {say_origin(name, self.desk.state, self.t)}"
        return Option(name, agreement.what, tag=str(number or "–"), below=below)

    def _fit(self) -> None:
        """Let the list take the room there is, and no more."""
        if self.size.height:
            room = self.size.height - rows_beside(self.pick, self.size, self.size, self.size.width)
            self.pick.styles.max_height = max(room, LEAST)

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        chosen = self.pick.chosen.id if self.pick.chosen and self.pick.display else ON
        if not carried(self.desk.state):
            return [self.on_action(), self.way_back()]
        offered = [*pointing(self.pick, self.stage.refresh_view), self.way_back()]
        offered += [
            self.action("number", str(number), partial(self.go, name), 0)
            for name, number in numbers(self.desk.state).items()
            if number <= 9
        ]
        if chosen == ON:
            return [self.on_action(), *offered]
        return [self.action("open", "enter", partial(self.go, chosen), 1), *offered]

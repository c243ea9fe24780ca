"""The agreements so far on the stage, and one of them as it stands."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from typing import Final

from textual.app import ComposeResult

from facilitator.line_breaks import count_rows
from facilitator.session.agreement_numbers import numbers
from facilitator.session.agreement_versions import standing_objections
from facilitator.session.provenance import say_origin
from facilitator.session.registers import Agreement, Objection
from facilitator.steps.agreements.commands import (
    choose_firmness,
    explain,
    is_firm,
    meet,
    set_first_step,
    take_away,
)
from facilitator.steps.agreements.findings import findings, standing
from facilitator.steps.agreements.kind import AgreementsStep
from facilitator.steps.agreements.page_view import FOR, NEW, AgreementPage, AgreementsPage
from facilitator.steps.agreements.wording import changes, details, heard, objections, versions
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.lists import pointing
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.widgets import BLANK, Option, Pick, Say

ASKED: Final = "asked"
"""The page of the list once the room was asked for a first step: it is asked once."""
ON: Final = "on"
OLDER: Final = "older"
"""The line under which the agreements of earlier meetings are folded, and the page on which they stand."""


class AgreementListView(AgreementsPage):
    """Every agreement with who, when and how it stands; then a new one, and the way on."""

    def __init__(self, context: StepContext[AgreementsStep]) -> None:
        super().__init__(context)
        self.lead = LargeSay(self.step.title)
        self.text = Say(classes="below")
        self.question = Say(classes="quiet gap")
        self.pick = Pick()

    def compose(self) -> ComposeResult:
        yield self.lead
        yield self.text
        yield self.pick
        yield self.question

    def listed(self) -> Sequence[str]:
        """Give the agreements that stand here, ideas last: those of this meeting."""
        state = self.desk.state
        return sorted(state.made_now(), key=lambda name: name not in numbers(state))

    def older(self) -> Sequence[str]:
        """Give those of earlier meetings, which stand folded under these."""
        now = self.desk.state.made_now()
        return [name for name in self.desk.state.agreements() if name not in now]

    @property
    def enough(self) -> bool:
        """Whether the way on is pointed at, and not another agreement."""
        firm = numbers(self.desk.state)
        return sum(name in firm for name in self.listed()) >= self.step.most

    def way_on_name(self) -> str:
        """Give the line that goes on."""
        return self.t("agreements.on")

    def show(self) -> None:
        firm, listed = numbers(self.desk.state), self.listed()
        self.text.say("" if listed else self.step.text)
        first = not self.pick.options
        options = [option for name in listed for option in self._options(name, firm.get(name))]
        if older := self.older():
            options.append(Option(OLDER, self.t("agreements.older", n=len(older)), quiet=True))
        options += [Option(NEW, self.t("agreements.new")), Option(ON, self.way_on_name())]
        enough = bool(listed) and self.enough
        self.pick.put(options, at=(ON if enough or self.own_page == ASKED else NEW) if first else None)
        self.fit()

    def fit(self) -> None:
        """Let the list take the room there is, and ask a question under it where one fits."""
        if not self.size.height:
            return
        width = self.size.width
        above = (
            1
            + count_rows(self.lead.said.plain, max(width, 1))
            + (len(self.text.said.plain.splitlines()) + 1 if self.text.display else 0)
        )
        room = self.size.height - above
        wanted = self.pick.get_content_height(self.size, self.size, width)
        self.pick.styles.max_height = max(room, 4)
        asked = [
            finding.wall
            for finding in findings(self.desk.state, self.step, self.t)
            if not finding.about and finding.code != "no-first-step"  # that is asked when the group goes on
        ]
        together = not self.own_page.startswith(FOR)
        self.question.say(asked[0] if asked and together and wanted + 2 <= room else "")

    def _options(self, name: str, number: int | None) -> list[Option]:
        """Give an agreement as a line of the list, with a blank one after it where there is room."""
        agreement = self.desk.state.agreements()[name]
        state, t = self.desk.state, self.t
        said = (details(agreement, state, self.today, t, short=not self.wide), say_origin(name, state, t))
        below = " · ".join(part for part in said if part)
        line = Option(name, agreement.what, tag=f"{number or '–'}", below=below)
        return [line, BLANK] if self.tall else [line]

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        chosen = self.pick.chosen.id if self.pick.chosen else ON
        offered = [
            *pointing(self.pick, tab=True),
            self.action("write", "plus a", partial(self.go, self.form_page), 0),
            self.way_back(),
        ]
        offered += [
            self.action("number", str(number), partial(self.go, f"one/{name}"), 0)
            for name, number in numbers(self.desk.state).items()
            if number <= 9 and name in self.listed()
        ]
        if chosen == ON:
            return [self.action("on", "enter", self.on, 1), *offered]
        if chosen == OLDER:
            return [self.action("open", "enter", partial(self.go, OLDER), 1), *offered]
        if chosen == NEW:
            return [self.action("write", "enter", partial(self.go, self.form_page), 1), *offered]
        return [
            self.action("open", "enter", partial(self.go, f"one/{chosen}"), 1),
            self.action("change", "e", partial(self.go, f"form/{chosen}"), 3),
            self.action("remove", "delete backspace", partial(self._drop, chosen), 4),
            *offered,
        ]

    async def _drop(self, name: str) -> None:
        if await self.desk.act("agreements.drop", take_away(self.desk.state, name, self.today)):
            self.stage.refresh_view()
            self.tell_taken(name)

    async def on(self) -> None:
        """Go on with a first step, or with the choice to make no agreement."""
        state = self.desk.state
        firm = [agreement for agreement in state.made_now().values() if is_firm(agreement)]
        if not firm and state.result(self.key).get("no_agreement") is not True:
            await self.go("none")
        elif firm and not any(agreement.first_step for agreement in firm) and self.own_page != ASKED:
            await self.go("first")
        else:
            await self.stage.go_on()


class OlderAgreementsView(AgreementListView):
    """The agreements of earlier meetings, each with where it comes from; and the way back to tonight's."""

    def show(self) -> None:
        firm, older = numbers(self.desk.state), self.older()
        self.lead.say(self.t("agreements.older_lead"))
        self.text.say("")
        self.question.say("")
        self.pick.put([option for name in older for option in self._options(name, firm.get(name))])

    def listed(self) -> Sequence[str]:
        return self.older()

    def actions(self) -> Sequence[Action]:
        chosen = self.pick.chosen.id if self.pick.chosen else ""
        to_open = self.action("open", "enter", partial(self.go, f"one/{chosen}"), 1)
        return [*([to_open] if chosen else []), self.to_list(), *pointing(self.pick, tab=True)]


class AgreementView(AgreementPage):
    """One agreement with all that was said about it, and what can be done with it."""

    b_is_own = True

    asks = False

    def __init__(self, context: StepContext[AgreementsStep]) -> None:
        super().__init__(context)
        self.more = Say(classes="gap")
        self.question = Say(classes="ask gap")
        self.earlier = Say(classes="quiet gap")

    def under(self) -> ComposeResult:
        yield self.more
        yield self.question
        yield self.earlier

    def fill(self, agreement: Agreement) -> None:
        state, t = self.desk.state, self.t
        first = t("agreements.first_step", step=agreement.first_step) if agreement.first_step else ""
        task = state.tasks().get(agreement.task or "")
        belongs = t("agreements.belongs", task=task.name) if task else ""
        lines = [belongs, first, changes(agreement, state, self.today, t), heard(agreement, state, t)]
        lines += objections(agreement, state, t)
        self.more.say("\n".join(line for line in lines if line))
        asked = [finding.wall for finding in findings(state, self.step, t) if finding.about == self.name_of]
        self.question.say(asked[0] if asked else "")
        self.earlier.say("\n".join(versions(agreement, self.today, t)))

    def offers(self, agreement: Agreement) -> Sequence[Action]:
        complete = bool(agreement.who and agreement.due)
        offered = [
            self.action("change", "e", partial(self.go_about, "form"), 2),
            self.action("first_step", "s", partial(self._first_step, ""), 3),
            self.action("remove", "delete backspace", self._drop, 5),
            self.to_list(),
        ]
        if self.desk.state.tasks():
            offered.append(self.action("belong", "b", partial(self.go_about, "task"), 4))
        if not complete:
            return [self.action("complete", "enter", partial(self.go_about, "form"), 1), *offered]
        offered.insert(0, self.action("hear", "enter", partial(self.go_about, "clear"), 1))
        offered.append(self.action("firm" if not is_firm(agreement) else "idea", "f", self._firmness, 0))
        if standing(agreement) == "later":
            offered.append(self.action("reason", "r", partial(self._reason, ""), 4))
        if standing_objections(agreement):
            offered.append(self.action("met", "o", self._met, 4))
        return offered

    def lines_asked(self) -> Mapping[str, Callable[[str], Awaitable[None]]]:
        return {"first_step": self._first_step, "reason": self._reason}

    async def _first_step(self, _subject: str) -> None:
        async def keep(text: str) -> bool:
            outcome = set_first_step(self.desk.state, self.name_of, text)
            return await self.desk.act("agreements.first_step", outcome)

        value = self.agreement.first_step if self.agreement else ""
        await self.ask_for("first_step", "", self.t("agreements.ask.first_step"), keep, value)

    async def _drop(self) -> None:
        if await self.desk.act("agreements.drop", take_away(self.desk.state, self.name_of, self.today)):
            await self.go_to_list()
            self.tell_taken(self.name_of)

    async def _firmness(self) -> None:
        found = self.agreement
        wanted = choose_firmness(
            self.desk.state, self.name_of, "idea" if found and is_firm(found) else "agreement", self.today
        )
        await self.desk.act("agreements.firmness", wanted)
        self.stage.refresh_view()

    async def _reason(self, _subject: str) -> None:
        """Hear the reason that was to follow later, of the first that waits for it."""
        waiting = [objection for objection in self._standing() if objection.status == "later"]

        async def keep(reason: str) -> bool:
            outcome = explain(self.desk.state, self.name_of, waiting[0].id, reason, self.today)
            kept = await self.desk.act("agreements.reason", outcome)
            if kept:
                await self.go_about("needed")
            return kept

        if waiting:
            await self.ask_for("reason", "", self.t("agreements.ask.reason"), keep)

    async def _met(self) -> None:
        """Keep that the objection that stands longest is met."""
        standing = self._standing()
        if standing:
            outcome = meet(self.desk.state, self.name_of, standing[0].id, self.today)
            await self.desk.act("agreements.met", outcome)
            self.stage.refresh_view()

    def _standing(self) -> list[Objection]:
        return standing_objections(self.agreement) if self.agreement else []

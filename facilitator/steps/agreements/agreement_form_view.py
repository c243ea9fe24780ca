"""Writing an agreement on the stage: what, who, when."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual.app import ComposeResult
from textual.content import Content

from facilitator.session.agreement_numbers import numbers
from facilitator.session.commands import Outcome
from facilitator.session.registers import Agreement
from facilitator.steps.agreements.commands import change, is_firm, make
from facilitator.steps.agreements.due_field_view import DueField
from facilitator.steps.agreements.kind import AgreementsStep
from facilitator.steps.agreements.page_view import NEW, AgreementsPage
from facilitator.steps.agreements.wording import objections, title, when
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.form_view import FormView, lined_up
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.widgets import Say


class AgreementFormView(AgreementsPage, FormView):
    """Three fields. From the last one the agreement is kept at once, and objections are asked for.

    With the most characters they take, an agreement and the questions about it fit on the smallest screen.
    """

    def __init__(self, context: StepContext[AgreementsStep]) -> None:
        super().__init__(context)
        self.name_of = [*self.own_page.split("/"), NEW][1]
        self.head = LargeSay()
        self.hint = Say(classes="quiet gap")
        self.wrong = Say(classes="ask gap")
        self.before = Say(classes="quiet gap")
        self.what = Field("what", self.t("agreements.field.what"), limit=200)
        self.who = Field("who", self.t("agreements.field.who"), limit=100)
        label = self.t("agreements.field.when")
        self.when = DueField("when", label, self.t, lambda: self.today, limit=60)
        self.form = lined_up([self.what, self.who, self.when])

    def compose(self) -> ComposeResult:
        yield self.head
        yield from self.form.values()
        yield self.hint
        yield self.wrong
        yield self.before
        yield self.others

    @property
    def agreement(self) -> Agreement | None:
        """The agreement that is written differently; None for a new one."""
        return self.desk.state.agreements().get(self.name_of)

    def kept(self, name: str) -> str:
        found = self.agreement
        if found is None:
            return ""
        return {"what": found.what, "who": found.who, "when": when(found, self.today, self.t)}[name]

    def first_field(self) -> Field:
        return super().first_field() or self.what

    def show(self) -> None:
        state, found = self.desk.state, self.agreement
        self.when.settled = found.due if found else None
        self.when.settled_rhythm = found.every if found else ""
        super().show()
        number = max(numbers(state).values(), default=0) + 1
        head = title(state, self.name_of, self.t) if found else self.t("agreements.title", n=number)
        task = f"   {state.tasks()[self.for_task].name}" if self.for_task else ""
        self.head.say(Content.assemble(head, (task, "$quiet not bold")))
        self.before.say("\n".join(objections(found, state, self.t)) if found else "")
        name = self.field.name if self.field else "what"
        self.hint.say("" if self.wrong.display else self.t(f"agreements.hint.{name}"))
        self.show_others(self.name_of)

    def edited(self, field: Field) -> None:
        self.wrong.say("")
        super().edited(field)

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        last = self.in_last_field
        on = partial(self._to_field, 1)
        return [
            self.action("keep" if last else "next_field", "enter", self._keep if last else on, 1),
            self.action("next_field", "tab down", on, 0 if not last else 3),
            self.action("previous_field", "shift+tab up", partial(self._to_field, -1), 0),
            self.to_list("escape" if self.field and self.field.text else "left escape", 4),
        ]

    async def _to_field(self, by: int) -> None:
        self.wrong.say("")
        await self.to_field(by)

    async def _keep(self) -> None:
        """Keep the agreement; what can't be kept is said, and stays to be mended."""
        if not self.what.value:
            await self._mend(self.what, self.t("agreements.what_first"))
        elif self.when.wrong:
            await self._mend(self.when, self.when.wrong)
        else:
            name = self.name_of if self.agreement else self.desk.new_id()
            if await self.desk.act(*self._outcome(name)):
                for field in self.form.values():
                    field.begin("")
                await self._go_on(name)

    async def _mend(self, field: Field, wrong: str) -> None:
        self.wrong.say(wrong)
        await self.type_in(field)

    def _outcome(self, name: str) -> tuple[str, Outcome]:
        what, who = self.what.value, self.who.value
        due, every = self.when.day, self.when.rhythm
        if self.agreement:
            return "agreements.change", change(self.desk.state, name, what, who, due, self.today, every=every)
        return "agreements.make", make(self.desk.state, name, what, who, due, self.for_task, every=every)

    async def _go_on(self, name: str) -> None:
        """Ask for objections, where that is still to be done; an idea waits for its owner and its date."""
        kept = self.desk.state.agreements()[name]
        ask = is_firm(kept) and kept.heard != "no-objection"
        await self.go(f"clear/{name}" if ask else self.list_page)
        if not is_firm(kept):
            self.stage.tell(self.t("agreements.kept_as_idea"))

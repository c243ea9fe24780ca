"""Writing an agreement on the stage: what, who, when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual.app import ComposeResult

from facilitator.scenario.model import Step, Use
from facilitator.session.commands import Outcome
from facilitator.session.registers import Agreement
from facilitator.steps.agreements.commands import change, is_firm, make
from facilitator.steps.agreements.findings import numbers
from facilitator.steps.agreements.page_view import NEW, AgreementsPage, label_width
from facilitator.steps.agreements.wording import objections, title, when
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.view import StageHost
from facilitator.ui.kit.widgets import Say
from facilitator.words.dates import read_date, say_date

LONGEST = {"what": 200, "who": 100, "when": 60}
"""Characters; with these an agreement and the questions about it fit on the smallest screen."""


class FormView(AgreementsPage):
    """Three fields. From the last one the agreement is kept at once, and objections are asked for."""

    def __init__(self, desk: Desk, stage: StageHost, use: Use, step: Step) -> None:
        super().__init__(desk, stage, use, step)
        self.name_of = self.made_for.partition("/")[2] or NEW
        self.head = Say(classes="lead")
        self.hint = Say(classes="quiet gap")
        self.wrong = Say(classes="ask gap")
        self.before = Say(classes="quiet gap")
        width = label_width(self.t)
        self.asked = {
            name: Field(name, self.t(f"agreements.field.{name}"), label_width=width, limit=limit)
            for name, limit in LONGEST.items()
        }

    def compose(self) -> ComposeResult:
        yield self.head
        yield from self.asked.values()
        yield self.hint
        yield self.wrong
        yield self.before
        yield self.others

    @property
    def draft_key(self) -> str:
        """What is typed for a new agreement never lands in another one."""
        return f"{self.key}/{self.name_of}"

    @property
    def agreement(self) -> Agreement | None:
        """The agreement that is written differently; None for a new one."""
        return self.desk.state.agreements().get(self.name_of)

    def on_mount(self) -> None:
        for name, field in self.asked.items():
            self.load(field, self._written(name))
        self.edited(self.asked["when"])
        self._enter(self._where_to_type())

    def _where_to_type(self) -> Field:
        """Give the field that an agreement still lacks; of a new one, where someone was typing."""
        fields = list(self.asked.values())
        if self.agreement is None:
            return next((field for field in reversed(fields) if field.text), fields[0])
        return next((field for field in fields if not field.text), fields[0])

    def _written(self, name: str) -> str:
        """Give what the agreement says in this field now."""
        found = self.agreement
        if found is None:
            return ""
        return {"what": found.what, "who": found.who, "when": when(found, self.today, self.t)}[name]

    def show(self) -> None:
        state, found = self.desk.state, self.agreement
        number = max(numbers(state).values(), default=0) + 1
        self.head.say(title(state, self.name_of, self.t) if found else self.t("agreements.title", n=number))
        self.before.say("\n".join(objections(found, state, self.t)) if found else "")
        self._say_hint(self.wrong.said.plain)
        self.show_others()

    def _say_hint(self, wrong: str = "") -> None:
        """Say what the field is for, or what is wrong with it."""
        name = self.field.name if self.field else "what"
        self.hint.say("" if wrong else self.t(f"agreements.hint.{name}"))
        self.wrong.say(wrong)

    def _enter(self, field: Field) -> None:
        self.enter_field(field)
        self._say_hint()

    def edited(self, field: Field) -> None:
        """Say back which day is meant, behind what was typed."""
        self._say_hint()
        if field is not self.asked["when"]:
            return
        read = read_date(field.value, self.today, self.t.language)
        said = say_date(read.day, self.t.language, self.today) if read.day else ""
        field.after = said if said != field.value else ""
        field.refresh(layout=True)

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        last = self.field is self.asked["when"]
        return [
            self.action("keep" if last else "next", "enter", self._keep if last else self._next, 1),
            self.action("next", "tab down", self._next, 0 if not last else 3),
            Action("previous", ("shift+tab", "up"), self._previous, "kit", 0),
            self.to_list("escape", 4),
        ]

    async def _next(self) -> None:
        self._step(1)

    async def _previous(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        self.next_field(by)
        self._say_hint()

    async def _keep(self) -> None:
        """Keep the agreement; what can't be kept is said, and stays to be mended."""
        if not self.asked["what"].value:
            self._mend("what", self.t("agreements.what_first"))
            return
        due = self._due()
        if isinstance(due, str):
            self._mend("when", due)
            return
        name = self.name_of if self.agreement else self.desk.new_id()
        if await self.desk.act(*self._outcome(name, due)):
            for field in self.asked.values():
                field.begin("")
            await self._go_on(name)

    def _mend(self, name: str, wrong: str) -> None:
        self.enter_field(self.asked[name])
        self._say_hint(wrong)

    def _due(self) -> date | str | None:
        """Give the day that is meant, None without one, or a sentence when it can't be read."""
        text, found = self.asked["when"].value, self.agreement
        if not text:
            return None
        if found and found.due and text == self._written("when"):
            return found.due
        read = read_date(text, self.today, self.t.language)
        return read.day or self.t(f"kit.date.{read.why}")

    def _outcome(self, name: str, due: date | None) -> tuple[str, Outcome]:
        what, who = self.asked["what"].value, self.asked["who"].value
        if self.agreement:
            return "agreements.change", change(self.desk.state, name, what, who, due, self.today)
        return "agreements.make", make(self.desk.state, name, what, who, due)

    async def _go_on(self, name: str) -> None:
        """Ask for objections, where that is still to be done; an idea waits for its owner and its date."""
        kept = self.desk.state.agreements()[name]
        ask = is_firm(kept) and kept.heard != "no-objection"
        await self.stage.go_to(self.key, f"clear/{name}" if ask else "")
        if not is_firm(kept):
            self.stage.tell(self.t("agreements.kept_as_idea"))

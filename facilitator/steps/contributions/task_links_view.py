"""What each contribution is for: name the tasks, link one by one, and read per task what there is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from typing import Final

from textual.app import ComposeResult

from facilitator.session.choices import tasks_at_hand
from facilitator.session.commands import Outcome, drop, put
from facilitator.session.registers import Contribution, Task
from facilitator.session.state import State
from facilitator.steps.contributions.commands import link
from facilitator.steps.contributions.findings import Direction, at_task, one_sided, places
from facilitator.steps.contributions.kind import ContributionsStep
from facilitator.steps.contributions.lane_view import lane_of
from facilitator.steps.contributions.names import actor_name, task_name
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.form_view import FormView
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.lists import ColumnPick, Lane, Lanes, NumberKeys, pointing
from facilitator.ui.kit.pasted_text import EntryForm
from facilitator.ui.kit.step_view import StepContext, StepView
from facilitator.ui.kit.widgets import Option, Say

WHOLE: Final = "whole"
"""Names the neighbourhood as a whole among the tasks."""
SHEET: Final = "sheet/"
"""Before the task on the pages where is read what there is."""
LONGEST_NAME: Final = 120
MOST_DIGITS: Final = 9


class TaskLinksView(StepView[ContributionsStep], FormView):
    """Enter goes on from page to page: naming, then each contribution, then what there is per task.

    Pages: none for naming, where tasks are made; a contribution to link; ``SHEET`` and a task to read.
    """

    room = "contributions"
    follows = True

    def __init__(self, context: StepContext[ContributionsStep]) -> None:
        super().__init__(context)
        self.lead = LargeSay()
        self.naming_field = Field("task", self.t("contributions.task"), limit=LONGEST_NAME)
        self.form = {"task": self.naming_field}
        self.above = Say(classes="quiet")
        self.subject = Say(classes="ask below")
        self.gap = Say(" ")
        self.list = ColumnPick()
        self.number_keys = NumberKeys(self.list)
        self.sheet = Lanes()
        self.question = Say(classes="quiet gap")
        self._page = ""
        """The context.page that is shown; coming to a context.page begins at its beginning."""

    def compose(self) -> ComposeResult:
        yield self.lead
        yield self.naming_field
        yield self.above
        yield self.subject
        yield self.gap
        yield self.list
        yield self.sheet
        yield self.question

    def first_field(self) -> Field | None:
        return self.naming_field if self.naming and self.step.make else None

    @property
    def draft_key(self) -> str:
        """The only field is that of the naming, whatever page is shown."""
        return self.key

    # -- where we are

    @property
    def contribution(self) -> str | None:
        """The contribution that is linked on this page."""
        return self.own_page if self.own_page in self.desk.state.contributions() else None

    @property
    def reading(self) -> str | None:
        """The task that is read on this page, or the whole."""
        name = self.own_page.removeprefix(SHEET)
        known = {*self.desk.state.tasks(), WHOLE}
        return name if self.own_page.startswith(SHEET) and name in known else None

    @property
    def naming(self) -> bool:
        return self.contribution is None and self.reading is None

    @property
    def about(self) -> str:
        return self.contribution or (self.reading or "").replace(WHOLE, "")

    @property
    def pages(self) -> Sequence[str]:
        state = self.desk.state
        linking = list(state.contributions()) if state.tasks() else []
        sheets = [f"{SHEET}{task or WHOLE}" for task in places(state)] if state.contributions() else []
        makes = self.step.make or not linking  # with nothing to link the page says what there is
        return [*([""] if makes else []), *linking, *sheets]

    # -- what is shown

    def show(self) -> None:
        came, self._page = self._page != self.own_page, self.own_page
        self.naming_field.display = self.naming and self.step.make
        self.lead.say((self.step.text or self.step.title) if self.naming else "")
        self.list.display = self.reading is None
        self.sheet.display = self.reading is not None
        self.gap.display = self.naming
        self.list.pointing = self.field is None
        for say in (self.above, self.subject, self.question):
            say.say("")
        if self.contribution:
            self._show_linking(self.desk.state.contributions()[self.contribution], came=came)
        elif self.reading:
            self._show_sheet(self.reading)
        else:
            self.list.put([Option(name, text) for name, text in self._numbered()])
            missing = "contributions" if self.desk.state.tasks() else "tasks"
            self.above.say("" if self.step.make else self.t(f"contributions.none.{missing}"))

    def _numbered(self) -> list[tuple[str, str]]:
        state = self.desk.state
        return [
            (name, f"{n if n <= MOST_DIGITS else ' '}  {state.tasks()[name].name}")
            for n, name in enumerate(tasks_at_hand(state), 1)
        ]

    def line_numbered(self, number: int) -> Callable[[], Awaitable[None]] | None:
        names = tasks_at_hand(self.desk.state)[:MOST_DIGITS]
        return partial(self._point, names[number - 1]) if 0 < number <= len(names) else None

    async def _point(self, task: str) -> None:
        self.list.point(task)
        await self.type_in(None)

    def _show_linking(self, found: Contribution, *, came: bool) -> None:
        who = actor_name(self.desk.state, found.actor, self.t)
        names = list(self.desk.state.contributions())
        progress = self.t("contributions.progress", n=names.index(self.own_page) + 1, total=len(names))
        self.above.say(f"{self.t(f'contributions.speaks.{found.direction}', who=who)}   {progress}")
        self.subject.say(found.what)
        whole = Option(WHOLE, f"0  {self.t('contributions.report.whole')}")
        options = [*(Option(name, text) for name, text in self._numbered()), whole]
        self.list.put(options, at=(found.task or WHOLE) if came else None)
        asks = "" if self.step.make else self.step.text
        self.lead.say(asks or self.t("contributions.which_task"))

    def _show_sheet(self, task: str) -> None:
        state = self.desk.state
        sheets = [page for page in self.pages if page.startswith(SHEET)]
        at = sheets.index(self.own_page) + 1 if self.own_page in sheets else 1
        self.above.say(self.t("contributions.progress", n=at, total=max(len(sheets), 1)))
        place = None if task == WHOLE else task
        self.subject.say(task_name(state, place, self.t))
        self.sheet.put([self._lane(place, "brings"), self._lane(place, "asks")])
        asked = one_sided(state, place)
        self.question.say(self.t(f"contributions.ask.{asked.code}") if asked else "")

    def _lane(self, task: str | None, way: Direction) -> Lane:
        state = self.desk.state
        return lane_of(state, way, at_task(state, task, way), self.t)

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        if self.contribution:
            return self._linking_actions()
        if self.reading:
            return self._sheet_actions()
        if self.field is not None:
            return [
                self.action("keep", "enter", self._add, 1)
                if self.naming_field.value
                else self.action("next", "enter", self.on, 1),
                self.action("point", "down up escape", partial(self.type_in, None), 2),
                *([] if self.naming_field.text else [self.way_back()]),
            ]
        if not self.step.make:
            return [self.way_on(), self.way_back()]
        offered = [
            self.action("next", "enter", self.on, 1),
            self.action("type", "a tab plus equals_sign", partial(self.type_in, self.naming_field), 1),
        ]
        if self.list.chosen:
            offered += [
                self.action("change", "e", partial(self._rename, self.list.chosen.id), 2),
                self.action("remove", "delete backspace", self._drop, 2),
                *pointing(self.list),
                *self.number_keys.actions(self.stage.refresh_view),
            ]
        return [*offered, self.way_back()]

    def _linking_actions(self) -> list[Action]:
        digits = tasks_at_hand(self.desk.state)[:MOST_DIGITS]
        links = [
            self.action("link", str(n), partial(self._link, task), 0) for n, task in enumerate(digits, 1)
        ]
        return [
            self.action("keep_link", "enter", self._link_pointed, 1),
            *links,
            self.action("link_whole", "0", partial(self._link, WHOLE), 3),
            self.way_back(),
            *pointing(self.list),
        ]

    def _sheet_actions(self) -> list[Action]:
        offered = [
            self.action("next", "enter", self.on, 1),
            self.way_back(),
        ]
        if self.sheet.chosen:
            offered += [self.action("relink", "v", self._relink, 3), *pointing(self.sheet)]
        return offered

    async def go(self, page: str = "") -> None:
        self.enter_field(None)
        await super().go(page)

    def entering(self) -> EntryForm | None:
        return EntryForm("contributions.task", _named, LONGEST_NAME) if self.naming and self.field else None

    async def _add(self) -> None:
        if await self.keep_typed(self.naming_field):
            self.naming_field.clear()
        self.stage.refresh_view()
        self.list.point(next(reversed([*self.desk.state.tasks()]), None))

    def lines_asked(self) -> Mapping[str, Callable[[str], Awaitable[None]]]:
        return {"rename": self._rename}

    async def _rename(self, name: str) -> None:
        task = self.desk.state.tasks().get(name)
        if task is None:
            return

        async def keep(text: str) -> bool:
            outcome = put(self.desk.state, "tasks", name, task.model_copy(update={"name": text}))
            return await self.desk.act("contributions.task_renamed", outcome)

        self.list.point(name)
        await self.type_in(None)
        await self.ask_for("rename", name, self.t("contributions.task"), keep, task.name, LONGEST_NAME)

    async def _drop(self) -> None:
        name = self.list.chosen.id if self.list.chosen else ""
        await self.desk.act("contributions.task_dropped", drop(self.desk.state, "tasks", name))
        self.stage.refresh_view()

    async def _link_pointed(self) -> None:
        if self.list.chosen:
            await self._link(self.list.chosen.id)

    async def _link(self, task: str) -> None:
        outcome = link(self.desk.state, self.own_page, None if task == WHOLE else task)
        if await self.desk.act("contributions.linked", outcome):
            await self.on()
        else:
            self.stage.refresh_view()

    async def _relink(self) -> None:
        if self.sheet.chosen and self.desk.state.tasks():
            await self.go(self.sheet.chosen)


def _named(state: State, name: str, line: str) -> Outcome:
    return put(state, "tasks", name, Task(name=line))

"""What is shown of tasks: their names, a contribution to link, and per task what there is."""

from __future__ import annotations

from typing import Final

from textual.app import ComposeResult

from facilitator.scenario.model import Step, Use
from facilitator.session.registers import Contribution
from facilitator.steps.contributions.findings import Direction, at_task, one_sided, places
from facilitator.steps.contributions.lane_view import lane_of
from facilitator.steps.contributions.names import actor_name, task_name
from facilitator.ui.kit.desk import Desk
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.lists import ColumnPick, Lane, Lanes
from facilitator.ui.kit.view import StageHost, StepView
from facilitator.ui.kit.widgets import Option, Say

WHOLE: Final = "whole"
"""Names the neighbourhood as a whole among the tasks."""
SHEET: Final = "sheet/"
"""Before the task on the pages where is read what there is."""
LONGEST_NAME: Final = 120
MOST_DIGITS: Final = 9


class TaskLinksPage(StepView):
    """Pages: none for naming; a contribution to link; ``sheet/`` and a task to read."""

    room = "contributions"

    def __init__(self, desk: Desk, stage: StageHost, use: Use, step: Step) -> None:
        super().__init__(desk, stage, use, step)
        self.lead = Say(classes="lead")
        self.naming_field = Field("task", self.t("contributions.task"), limit=LONGEST_NAME)
        self.above = Say(classes="quiet")
        self.subject = Say(classes="ask below")
        self.gap = Say(" ")
        self.list = ColumnPick()
        self.sheet = Lanes()
        self.question = Say(classes="quiet gap")
        self._page = ""
        """The page that is shown; coming to a page begins at its beginning."""

    def compose(self) -> ComposeResult:
        yield self.lead
        yield self.naming_field
        yield self.above
        yield self.subject
        yield self.gap
        yield self.list
        yield self.sheet
        yield self.question

    def on_mount(self) -> None:
        self.load(self.naming_field)
        if self.naming:
            self.enter_field(self.naming_field)

    # -- where we are

    @property
    def contribution(self) -> str | None:
        """The contribution that is linked on this page."""
        return self.page if self.page in self.desk.state.contributions() else None

    @property
    def reading(self) -> str | None:
        """The task that is read on this page, or the whole."""
        name = self.page.removeprefix(SHEET)
        known = {*self.desk.state.tasks(), WHOLE}
        return name if self.page.startswith(SHEET) and name in known else None

    @property
    def naming(self) -> bool:
        return self.contribution is None and self.reading is None

    @property
    def about(self) -> str:
        return self.contribution or (self.reading or "").replace(WHOLE, "")

    def _pages(self) -> list[str]:
        """Give every page of this step, in order."""
        state = self.desk.state
        linking = list(state.contributions()) if state.tasks() else []
        sheets = [f"{SHEET}{task or WHOLE}" for task in places(state)] if state.contributions() else []
        return ["", *linking, *sheets]

    # -- what is shown

    def show(self) -> None:
        came, self._page = self._page != self.page, self.page
        self.naming_field.display = self.naming
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

    def _numbered(self) -> list[tuple[str, str]]:
        tasks = enumerate(self.desk.state.tasks().items(), 1)
        return [(name, f"{n if n <= MOST_DIGITS else ' '}  {task.name}") for n, (name, task) in tasks]

    def _show_linking(self, found: Contribution, *, came: bool) -> None:
        who = actor_name(self.desk.state, found.actor, self.t)
        names = list(self.desk.state.contributions())
        progress = self.t("contributions.progress", n=names.index(self.page) + 1, total=len(names))
        self.above.say(f"{self.t(f'contributions.speaks.{found.direction}', who=who)}   {progress}")
        self.subject.say(found.what)
        whole = Option(WHOLE, f"0  {self.t('contributions.report.whole')}")
        options = [*(Option(name, text) for name, text in self._numbered()), whole]
        self.list.put(options, at=(found.task or WHOLE) if came else None)
        self.lead.say(self.t("contributions.which_task"))

    def _show_sheet(self, task: str) -> None:
        state = self.desk.state
        sheets = [page for page in self._pages() if page.startswith(SHEET)]
        at = sheets.index(self.page) + 1 if self.page in sheets else 1
        self.above.say(self.t("contributions.progress", n=at, total=max(len(sheets), 1)))
        place = None if task == WHOLE else task
        self.subject.say(task_name(state, place, self.t))
        self.sheet.put([self._lane(place, "brings"), self._lane(place, "asks")])
        asked = one_sided(state, place)
        self.question.say(self.t(f"contributions.ask.{asked.code}") if asked else "")

    def _lane(self, task: str | None, way: Direction) -> Lane:
        state = self.desk.state
        return lane_of(state, way, at_task(state, task, way), self.t)

    def edited(self, _field: Field) -> None:
        """Enter means another thing once there is something to keep."""
        self.stage.refresh_view()

"""One question about one task, large, with what was said of it already."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from textual.app import ComposeResult
from textual.content import Content

from facilitator.steps.tasks.commands import answer, answer_to, to_pick
from facilitator.steps.tasks.findings import about_one
from facilitator.steps.tasks.kind import Question, TasksStep
from facilitator.steps.tasks.page_view import TasksView, read_page
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.field import Field
from facilitator.ui.kit.form_view import FormView
from facilitator.ui.kit.large_say import LargeSay
from facilitator.ui.kit.lines import Lines
from facilitator.ui.kit.lists import pointing
from facilitator.ui.kit.step_view import StepContext
from facilitator.ui.kit.widgets import Option, Say

DIGITS: Final = 9
BRINGS: Final[dict[Question, str]] = {"wanted": "vague", "for_whom": "everyone"}
"""Which question an answer can bring."""


class TaskQuestionView(TasksView, FormView):
    """Enter keeps the answer and goes on; an answer with a big word in it brings a question first."""

    def __init__(self, context: StepContext[TasksStep]) -> None:
        super().__init__(context)
        self.name_of, self.question = _read(context)
        self.how = Say(classes="quiet below")
        self.subject = Say(classes="below")
        self.entry = Field("answer", "   ", hint=self.t(f"tasks.hint.{self.question}"))
        self.form = {"answer": self.entry}
        self.gap = Say(" ")
        self.list = Lines()
        self.asked = Say(classes="ask gap")
        self.said_before = Say(classes="quiet gap")
        self.others = Say(classes="quiet gap")
        self._warned = False
        """Whether the question about the answer was on the screen already: it is asked once."""

    def compose(self) -> ComposeResult:
        yield self.how
        yield self.subject
        yield LargeSay(self.t(f"tasks.question.{self.question}"))
        yield self.entry
        yield self.gap
        yield self.list
        yield self.asked
        yield self.said_before
        yield self.others

    # -- what is shown

    @property
    def about(self) -> str:
        return self.name_of

    @property
    def answered(self) -> str:
        """The answer as it is kept; empty when there is none, or no longer a task."""
        task = self.tasks.get(self.name_of)
        return answer_to(task, self.question) if task else ""

    def kept(self, _name: str) -> str:
        return self.answered

    def load_form(self) -> None:
        """A heading is one or two words: who types another means another, and not both in one."""
        super().load_form()
        self.entry.suggested = self.question == "theme" and bool(self.answered) and not self.entry.unconfirmed

    def first_field(self) -> Field:
        return self.entry

    def heading(self) -> str:
        names = list(self.tasks)
        at = names.index(self.name_of) + 1 if self.name_of in names else 1
        return self.t("tasks.heading", n=at, total=max(len(names), 1))

    def show(self) -> None:
        task = self.tasks.get(self.name_of)
        if task is None:
            return
        super().show()
        first = self.pages[0] == self.own_page
        self.how.say(self.step.text if first and not self.answered else "")
        self.subject.say(Content.assemble((f"{self.t('tasks.task')}  ", "$quiet"), task.name))
        self._show_list()
        brought = self._brings() if self._warned or not self.answered else ""
        self.asked.say(self.t(f"tasks.find.{brought}", text=task.wanted or task.name) if brought else "")
        self.said_before.say("" if self.list.display else self._before())
        roomy = self.roomy and not self.list.display
        self.others.say(self._of_others() if roomy else "")

    def _brings(self) -> str:
        """Give the question that the answer brings, or before there is one the name; empty: none."""
        task, code = self.tasks.get(self.name_of), BRINGS.get(self.question, "")
        return code if task and code in about_one(task, self.t) else ""

    def _show_list(self) -> None:
        """Show what was found or named before, each under the number that answers with it."""
        found = to_pick(self.desk.state, self.question)
        self.list.display = self.gap.display = bool(found)
        self.list.pointing = self.field is None
        self.list.put(
            [Option(text, text, tag=str(n) if n <= DIGITS else " ") for n, text in enumerate(found, 1)]
        )

    def _before(self) -> str:
        """Give what was answered of this task besides, a row each."""
        task = self.tasks[self.name_of]
        others = [other for other in self.step.ask if other != self.question and answer_to(task, other)]
        return "\n".join(f"{self.t(f'tasks.label.{other}')}: {answer_to(task, other)}" for other in others)

    def _of_others(self) -> str:
        """Give what was answered to this question of the other tasks."""
        said = [
            f"{task.name}: {answer_to(task, self.question)}"
            for name, task in self.tasks.items()
            if name != self.name_of and answer_to(task, self.question)
        ]
        return "\n".join([self.t("tasks.of_others"), *said]) if said else ""

    # -- what can be done

    def actions(self) -> Sequence[Action]:
        if self.field is not None:
            name = {"theme": "headings", "where": "places"}.get(self.question, "chances")
            to_list = self.action(name, "down up", partial(self.type_in, None), 2)
            return [
                self.action("keep" if self.entry.unconfirmed else "next", "enter", self._keep, 1),
                *([to_list] if self.list.display else []),
                self._way_back(),
                self.leave_action(),
            ]
        if self.list.display:
            picks = [
                self.action("pick", str(n), partial(self._pick, option.id), 0)
                for n, option in enumerate(self.list.options[:DIGITS], 1)
            ]
            return [
                self.action("pick", "enter", self._pick_pointed, 1),
                self.action("type", "e tab escape", partial(self.type_in, self.entry), 2),
                self._way_back(),
                *picks,
                *pointing(self.list),
            ]
        return [
            self.action("next", "enter", self._keep, 1),
            self.action("type", "e tab", partial(self.type_in, self.entry), 2),
            self._way_back(),
        ]

    def _way_back(self) -> Action:
        """Give the way back; in a text the left arrow goes through the text."""
        back = self.way_back()
        keys = ("up",) if self.entry.text and self.field else ("left", "up")
        return replace(back, keys=keys if not self.list.display else keys[:1])

    async def _keep(self) -> None:
        """Keep the answer and go on; stay once where it brings a question."""
        if not await self._store(self.entry.value):
            return
        if self.answered and self._brings() and not self._warned:
            self._warned = True
            self.stage.refresh_view()
        else:
            await self.on()

    async def _store(self, text: str) -> bool:
        """Keep this as the answer; tell whether it is on disk."""
        outcome = answer(self.desk.state, self.name_of, self.question, text)
        if not await self.desk.act(f"tasks.{self.question}", outcome):
            self.stage.refresh_view()
            return False
        self.entry.begin(self.answered, mark=self.entry.mark)
        self.desk.keep_drafts({f"{self.draft_key}/{self.entry.name}": ""})
        return True

    async def _pick_pointed(self) -> None:
        if self.list.chosen:
            await self._pick(self.list.chosen.id)

    numbers_choose = True

    def line_numbered(self, number: int) -> Callable[[], Awaitable[None]] | None:
        picks = self.list.options[:DIGITS] if self.list.display else []
        return partial(self._pick, picks[number - 1].id) if 0 < number <= len(picks) else None

    async def _pick(self, text: str) -> None:
        """Answer with a heading or a chance that is there already."""
        if await self._store(text):
            await self.on()


def _read(context: StepContext[TasksStep]) -> tuple[str, Question]:
    found = read_page(context.state, context.step, context.page)
    if found is None:
        raise LookupError(context.page)
    return found

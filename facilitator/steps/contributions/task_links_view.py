"""What each contribution is for: name the tasks, link one by one, and read per task what there is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial

from facilitator.session.commands import Outcome, drop, put
from facilitator.session.registers import Task
from facilitator.session.state import State
from facilitator.steps.contributions.commands import link
from facilitator.steps.contributions.task_links_page_view import (
    LONGEST_NAME,
    MOST_DIGITS,
    WHOLE,
    TaskLinksPage,
)
from facilitator.ui.kit.actions import Action
from facilitator.ui.kit.lists import pointing
from facilitator.ui.kit.pasted_text import EntryForm


class TaskLinksView(TaskLinksPage):
    """Enter goes on from page to page: naming, then each contribution, then what there is per task."""

    def actions(self) -> Sequence[Action]:
        if self.contribution:
            return self._linking_actions()
        if self.reading:
            return self._sheet_actions()
        if self.field is not None:
            return [
                self.action("add", "enter", self._add, 1)
                if self.naming_field.value
                else self.action("further", "enter", partial(self._turn, 1), 1),
                self.action("point", "down up escape", self._point, 2),
            ]
        offered = [
            self.action("further", "enter", partial(self._turn, 1), 1),
            self.action("more", "a tab plus equals_sign", self._type, 1),
        ]
        if self.list.chosen:
            offered += [
                self.action("rename", "e", partial(self._rename, self.list.chosen.id), 2),
                self.action("drop_task", "delete backspace", self._drop, 2),
                *pointing(self.list),
            ]
        return [*offered, self.back_action()]

    def _linking_actions(self) -> list[Action]:
        digits = [*list(self.desk.state.tasks())[:MOST_DIGITS]]
        links = [
            self.action("link", str(n), partial(self._link, task), 0) for n, task in enumerate(digits, 1)
        ]
        return [
            self.action("keep_link", "enter", self._link_pointed, 1),
            *links,
            self.action("link_whole", "0", partial(self._link, WHOLE), 3),
            self.action("before", "left", partial(self._turn, -1), 2),
            *pointing(self.list),
        ]

    def _sheet_actions(self) -> list[Action]:
        offered = [
            self.action("further", "enter", partial(self._turn, 1), 1),
            self.action("before", "left", partial(self._turn, -1), 2),
        ]
        if self.sheet.chosen:
            offered += [self.action("relink", "v", self._relink, 3), *pointing(self.sheet)]
        return offered

    async def _turn(self, by: int) -> None:
        """Go to the next page or the one before, and beyond them to another step."""
        pages = self._pages()
        at = pages.index(self.page) if self.page in pages else 0
        if at + by >= len(pages):
            await self.stage.go_on()
            return
        self.enter_field(None)
        await self.stage.go_to(self.key, pages[max(at + by, 0)])

    def entering(self) -> EntryForm | None:
        return EntryForm("contributions.task", _named, LONGEST_NAME) if self.naming and self.field else None

    async def _add(self) -> None:
        if await self.keep_typed(self.naming_field):
            self.naming_field.clear()
        self.stage.refresh_view()
        self.list.point(next(reversed([*self.desk.state.tasks()]), None))

    async def _point(self) -> None:
        self.enter_field(None)
        self.stage.refresh_view()

    async def _type(self) -> None:
        self.enter_field(self.naming_field)
        self.stage.refresh_view()

    def lines_asked(self) -> Mapping[str, Callable[[str], Awaitable[None]]]:
        return {"rename": self._rename}

    async def _rename(self, name: str) -> None:
        task = self.desk.state.tasks().get(name)
        if task is None:
            return

        async def keep(text: str) -> bool:
            outcome = put(self.desk.state, "tasks", name, task.model_copy(update={"name": text}))
            return await self.desk.act("contributions.task_renamed", outcome)

        self.enter_field(None)
        self.list.point(name)
        self.stage.refresh_view()
        await self.ask_for("rename", name, self.t("contributions.task"), keep, task.name, LONGEST_NAME)

    async def _drop(self) -> None:
        name = self.list.chosen.id if self.list.chosen else ""
        await self.desk.act("contributions.task_dropped", drop(self.desk.state, "tasks", name))
        self.stage.refresh_view()

    async def _link_pointed(self) -> None:
        if self.list.chosen:
            await self._link(self.list.chosen.id)

    async def _link(self, task: str) -> None:
        outcome = link(self.desk.state, self.page, None if task == WHOLE else task)
        if await self.desk.act("contributions.linked", outcome):
            await self._turn(1)
        else:
            self.stage.refresh_view()

    async def _relink(self) -> None:
        if self.sheet.chosen and self.desk.state.tasks():
            await self.stage.go_to(self.key, self.sheet.chosen)


def _named(state: State, name: str, line: str) -> Outcome:
    return put(state, "tasks", name, Task(name=line))

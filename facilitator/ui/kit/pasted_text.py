"""Pasted text: a list becomes entries where lines are collected, and what does not fit is said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from facilitator.text import clean
from facilitator.words import Words

if TYPE_CHECKING:
    from facilitator.session.commands import Outcome
    from facilitator.session.state import State
    from facilitator.ui.kit.desk import Desk

SHOWN: Final = 20
"""Characters of a line by which it is known."""


@dataclass(frozen=True)
class EntryForm:
    """How a view that collects lines keeps one."""

    did: str
    """The name of the act; undo says it."""
    make: Callable[[State, str, str], Outcome]
    """The command: the state, the id of the entry, the line."""
    limit: int
    """Characters of a line."""
    ask: Callable[[Sequence[str]], str] = lambda _: ""
    """What is to be asked about lines that were kept at once."""


def list_in(text: str) -> list[str]:
    """Give the lines of a pasted list; nothing when it is one line."""
    lines = [line for line in clean(text, lines=True).split("\n") if line]
    return lines if len(lines) > 1 else []


async def enter_list(desk: Desk, lines: Sequence[str], entering: EntryForm) -> str:
    """Keep each line as an entry, all in one action; give what there is to say about it."""
    from facilitator.session.command_chain import together

    short = [line for line in lines if len(line) <= entering.limit]
    commands = [partial(_make, entering, desk.new_id(), line) for line in short]
    found = together(desk.state, commands)
    if found.events and not await desk.act(entering.did, found.events):
        return ""  # why not is said by itself
    said = [_said(desk.t, found.done, found.idle)]
    too_long = [line for line in lines if len(line) > entering.limit]
    if too_long:
        begins = f"{too_long[0][:SHOWN].rstrip()}…"
        said.append(desk.t("kit.paste.too_long", n=len(too_long), most=entering.limit, begins=begins))
    if found.problem is not None:
        left = len(short) - found.done - found.idle
        said += [found.problem.say(desk.t), desk.t("kit.paste.left", n=left)]
    kept = short[: found.done + found.idle]
    return " ".join(part for part in [*said, entering.ask(kept)] if part)


def _make(entering: EntryForm, name: str, line: str, state: State) -> Outcome:
    return entering.make(state, name, line)


def _said(t: Words, done: int, idle: int) -> str:
    kept = t("kit.paste.kept", n=done) if done else ""
    there = t("kit.paste.there", n=idle) if idle else ""
    return " ".join(part for part in (kept, there) if part)

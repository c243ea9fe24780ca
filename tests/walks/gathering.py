"""How a group brings things up: in its own words, with figures and stories, and as tasks."""

from __future__ import annotations

from tests.walks.walk import Walk

TASKS = 2
"""Tasks that are typed, besides one that is made from what was said before."""


# -- what the group brings up


async def play_collect(walk: Walk) -> None:
    """Take one of the looks at what the group brings up."""
    asks = getattr(walk.step, "ask", "")
    if asks == "gather":
        await _gather(walk)
    elif asks == "cluster":
        await _cluster(walk)
    elif asks == "links":
        await (_acquaint if getattr(walk.step, "among", "") == "actors" else _link)(walk)
    else:
        await _one_by_one(walk)


async def _gather(walk: Walk) -> None:
    """Say two things under a question; after those who speak first, one more."""
    others = walk.page.endswith("-others")
    prompts = getattr(walk.step, "prompts", [])
    number = walk.page.removesuffix("-others")
    sort = prompts[int(number) - 1 if number else 0].sort
    for _ in range(1 if others else 2):
        await walk.say(sort)
    await walk.press("enter")


async def _cluster(walk: Walk) -> None:
    """Find two headings, and put a line under the first."""
    if "+" in walk.app.keys or "▸" in walk.text:
        await walk.press("plus")
        await walk.say("heading")
        await walk.press("1", "plus")
        await walk.say("heading")
    await walk.press("enter")


async def _link(walk: Walk) -> None:
    """Draw two links between what was said, and read the chains."""
    if walk.page == "" and not walk.visit():
        await walk.press("2", "1", "1")
        await walk.press("1", "3", "2")
    await walk.press("enter")


async def _acquaint(walk: Walk) -> None:
    """Say of each party that it knows the first of the others."""
    if walk.page != "result":
        await walk.press("1")
    await walk.press("enter")


async def _one_by_one(walk: Walk) -> None:
    """Answer about each thing with a digit, in turn; then read what came out."""
    if walk.page != "result":
        key, page = walk.key, walk.page
        await walk.press("12"[walk.visit("answers") % 2])
        if (walk.key, walk.page) != (key, page):
            return
    await walk.press("enter")


# -- figures and stories


async def play_facts(walk: Walk) -> None:
    """Lay a figure and stories on the table, say who recognises them and what nobody knows."""
    page = walk.page or getattr(walk.view, "own_page", "")
    part, _, one = page.partition("/")
    if part == "given":
        await walk.press("1")
    elif part == "facts" and one:
        for sort in ("source", "year", "area", "compared"):
            await walk.say(sort)
    elif part == "facts" and walk.visit(page) < 2:
        await walk.say("fact")
        await walk.say("value")
    elif part == "recognition" and one:
        await walk.press("1", "1", "2", "enter")
    elif part == "beside" and one:
        await walk.press("12"[walk.visit("beside") % 2], "enter")
    else:
        if part == "stories":
            await walk.say("story")
            await walk.say("story")
        elif part == "unknown":
            await walk.say("unknown")
            await walk.say("who", walk.sayings.give_known("who"))
        await walk.press("enter")


# -- tasks


async def play_tasks(walk: Walk) -> None:
    """Make tasks, from what was said and in other words; answer what is asked of each; read them back."""
    page = getattr(walk.view, "own_page", "")
    if page.startswith("from/"):
        await walk.press("ctrl+u")
        await walk.say("task")
    elif page == "names":
        for _ in range(TASKS):
            await walk.say("task")
        await walk.press("enter")
    elif "/" in page:
        await _tell(walk, page)
    else:
        await walk.press("enter")


async def _tell(walk: Walk, page: str) -> None:
    """Answer one question about one task; a heading that is there already is pointed at."""
    if page.endswith("/theme") and "▸" not in walk.text and "1  " in walk.text and walk.visit("theme"):
        await walk.press("down", "1")
        return
    await walk.say("theme" if page.endswith("/theme") else "told")
    if getattr(walk.view, "own_page", "") == page:  # what was said brings a question, which is asked once
        await walk.press("enter")

"""A presenter's remote: its two keys go on and back, wherever that does nothing but show another page.

Most remotes send PgDn and PgUp, ``.`` or ``b`` for a dark screen, and F5 or Escape to begin or end a show.
Whoever holds one walks about and does not look at the keys: what is kept, closed, shown for the first time or
confirmed waits for Enter, and so does text that is not kept yet.
"""

from __future__ import annotations

from facilitator.ui.app.stage import Stage
from facilitator.ui.kit.actions import LEADS_BACK, LEADS_ON, Action


def page_action(stage: Stage, by: int) -> tuple[Action | None, bool]:
    """Give what the key does that goes on or back here, and whether that is no more than turning a page.

    Args:
        stage: what is on the wall.
        by: 1 is on, with Enter; -1 is back, with the left arrow.
    """
    key, names = ("enter", LEADS_ON) if by > 0 else ("left", LEADS_BACK)
    typing = stage.field is not None
    found = next((each for each in stage.actions() if each.answers(key, typing=typing)), None)
    return found, found is not None and found.name in names


async def turn(stage: Stage, by: int) -> None:
    """Scroll a page on or back where something scrolls; where nothing does, go a page on or back."""
    view = stage.view
    if view is None:
        return
    if view.scroll_offset.y == (view.max_scroll_y if by > 0 else 0):
        await _turn_page(stage, by)
    elif by > 0:
        view.scroll_page_down(animate=False)
    else:
        view.scroll_page_up(animate=False)


async def _turn_page(stage: Stage, by: int) -> None:
    """Go a page on or back, where that is all that Enter or the left arrow does; else say what waits."""
    view = stage.view
    if view is None or stage.line is not None:
        return
    found, turns = page_action(stage, by)
    if found is not None and turns and not any(field.unconfirmed for field in view.fields()):
        await found.run()
    elif found is not None and by > 0:
        stage.tell(_waiting(found, stage))


def _waiting(found: Action, stage: Stage) -> str:
    return stage.t("app.remote.waits", label=found.label(stage.t))

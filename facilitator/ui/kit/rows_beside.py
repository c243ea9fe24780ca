"""The rows that the others in a view leave for one widget, which is as large as there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, Protocol, runtime_checkable

from textual.geometry import Size
from textual.layouts.horizontal import HorizontalLayout
from textual.widget import Widget

LEAST: Final = 3
"""Rows that are taken where there is no room at all: the view scrolls then."""


def rows_beside(widget: Widget, container: Size, viewport: Size, width: int) -> int:
    """Give the rows that the widgets in the same view take, with what stands open between them."""
    shown = [sibling for sibling in _siblings(widget) if sibling.display]
    heights = [_height(other, container, viewport, width) for other in shown if other is not widget]
    margins = [sibling.styles.margin for sibling in shown]
    between = [max(over.bottom, under.top) for over, under in pairwise(margins)]
    ends = margins[0].top + margins[-1].bottom if margins else 0
    return sum(heights) + sum(between) + ends


@runtime_checkable
class Fitting(Protocol):
    """What takes as many rows as there is room for: a list fewer than it needs, large letters more."""

    def rows_needed(self, width: int) -> int:
        """Give the rows that show all of it in ordinary letters."""


def _height(widget: Widget, container: Size, viewport: Size, width: int) -> int:
    """Give the rows that a widget needs; of two that fit themselves in neither can wait for the other.

    What takes the height that is left needs what it shows: lists beside each other what the longest does.
    """
    rows = _rows_needed(widget, container, viewport, width)
    height = widget.styles.height
    return max(rows, LEAST) if height is not None and height.is_fraction else rows


def _rows_needed(widget: Widget, container: Size, viewport: Size, width: int) -> int:
    if isinstance(widget, Fitting):
        return widget.rows_needed(width)
    children = [child for child in widget.children if child.display]
    if children and isinstance(widget.layout, HorizontalLayout):
        room = width // len(children)
        return max(_height(child, container, viewport, room) for child in children)
    return widget.get_content_height(container, viewport, width)


def _siblings(widget: Widget) -> Sequence[Widget]:
    """Give what stands in the same view, itself included."""
    return list(widget.parent.children) if isinstance(widget.parent, Widget) else [widget]

"""What is raised when something could not be made safe."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from facilitator.folders import short
from facilitator.problems import Problem
from facilitator.reasons import why
from facilitator.storage.places import Places


class NotSaved(Exception):  # noqa: N818  it says what is the case, as the screen does
    """What was asked is not safe on disk. Nothing of it may be shown as saved."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def own_unseen(places: Places, error: OSError) -> Problem:
    """Give the problem of the app's own folder, in which it keeps what was not closed yet."""
    return Problem("storage.own_folder", {"folder": short(places.state), "why": why(error)})


@contextmanager
def cannot_begin(places: Places, *, own: bool = False) -> Iterator[None]:
    """Turn what the system says into what a person can do about it, and name the folder it is about.

    ``own``: that of the app, whatever the system says; else the one of the file that it names.
    """
    try:
        yield
    except NotSaved as error:
        values = {**error.problem.values, "folder": short(places.sessions)}
        raise NotSaved(Problem("storage.cannot_begin", values)) from error
    except OSError as error:
        named = error.filename if isinstance(error.filename, str) else ""
        if own or Path(named).is_relative_to(places.state):
            raise NotSaved(own_unseen(places, error)) from error
        values = {"why": why(error), "folder": short(places.sessions)}
        raise NotSaved(Problem("storage.cannot_begin", values)) from error


@contextmanager
def rescue_failed() -> Iterator[None]:
    """Say that another folder does not do either, and why."""
    try:
        yield
    except NotSaved as error:
        raise NotSaved(Problem("storage.rescue_failed", error.problem.values)) from error
    except OSError as error:
        raise NotSaved(Problem("storage.rescue_failed", {"why": why(error)})) from error

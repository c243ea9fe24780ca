"""What is raised when something could not be made safe."""

from __future__ import annotations

from facilitator.problems import Problem


class NotSaved(Exception):  # noqa: N818  it says what is the case, as the screen does
    """What was asked is not safe on disk. Nothing of it may be shown as saved."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def why(error: OSError) -> str:
    """Give the reason of the operating system, in its own words."""
    return error.strerror or type(error).__name__

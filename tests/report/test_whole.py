"""What leaves the room, whole, as it was agreed: the made-up evening in every form, and paper for every kind.

After a change on purpose ``python -m tests.regenerate`` writes the texts in ``whole/`` anew; read the diff.
"""

from __future__ import annotations

import os
import re
from base64 import b64decode
from collections.abc import Callable, Mapping
from datetime import time
from functools import partial
from pathlib import Path
from typing import Final

import pytest

from facilitator.kinds import kinds
from facilitator.report import html, markdown, plain_text
from facilitator.report.message import message
from facilitator.report.print_file import print_html
from facilitator.report.session_report import build
from facilitator.words import Words
from tests.report.made_up import DAY, evening, scenario
from tests.report.reading import PICTURE
from tests.steps.running import evening as programme_of
from tests.steps.running import example

NL: Final = Words("nl")
WHOLE: Final = Path(__file__).parent / "whole"
STYLE: Final = re.compile(r"<style>.*?</style>", re.DOTALL)
"""What it looks like, which other tests look at."""
DATA: Final = re.compile(f"{re.escape(PICTURE)}([A-Za-z0-9+/=]+)")
"""A picture in a page, of which the golden shows the SVG itself."""


def _print(kind: str) -> str:
    """Give the paper of the example of a kind of step."""
    return print_html(programme_of(example(kind)), NL, people=4, starts=time(14, 5))


FORMS: Final[Mapping[str, Callable[[], str]]] = {
    "report.txt": lambda: plain_text.render(build(evening(), NL, DAY), NL),
    "report.md": lambda: markdown.render(build(evening(), NL, DAY), NL),
    "report.html": lambda: html.render(build(evening(), NL, DAY), NL),
    "report-own.txt": lambda: plain_text.render(build(evening(), NL, DAY, "facilitator"), NL),
    "message.txt": lambda: message(evening(), NL, DAY),
    "print.html": lambda: print_html(scenario(), NL, people=4, starts=time(19, 30)),
    **{f"print-{kind}.html": partial(_print, kind) for kind in kinds()},
}


@pytest.mark.parametrize("name", FORMS)
def test_it_is_as_it_was_agreed(name: str) -> None:
    said = _by_line(STYLE.sub("<style></style>", FORMS[name]()))
    path = WHOLE / name
    if "REWRITE_GOLDENS" in os.environ:
        path.parent.mkdir(exist_ok=True)
        path.write_text(said, encoding="utf-8", newline="\n")
    assert said == path.read_text(encoding="utf-8")


def _by_line(text: str) -> str:
    """Give HTML with a line for each element, so that a difference is seen; other text as it is."""
    text = DATA.sub(lambda found: b64decode(found[1]).decode("utf-8"), text)
    return text.replace("><", ">\n<").rstrip("\n") + "\n"

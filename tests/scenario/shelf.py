"""A folder as an author has it, right to begin with, and what the tests do with it."""

from __future__ import annotations

from pathlib import Path

from facilitator.kinds import kinds
from facilitator.problems import Problem
from facilitator.scenario.file_check import Checker
from facilitator.words import Words

GOOD = """\
format = 1
languages = ["nl"]
title = "Avond in de Kerkstraat"
purpose = "Wat willen wij?"
minutes = 20

[[perspective]]
id = "bewoners"
title = "bewoners"

[[use]]
block = "praten"
"""
BLOCK = """\
format = 1
title = "Praten"
why = "Omdat het helpt."
source_status = "derived"

[[step]]
id = "welkom"
kind = "card"
title = "Welkom"
minutes = 5

[[step]]
id = "vraag"
kind = "questions"
title = "Een vraag"
minutes = 10

[[step.questions]]
id = "wat"
text = "Wat ziet u?"
"""
SET = """\
format = 1
title = "Drie"
source_status = "derived"

[[statement]]
id = "s1"
text = "Het is hier stil."
ask = "Wanneer wel?"

[[statement]]
id = "s2"
text = "Het is hier schoon."
"""
VOTE = (
    BLOCK
    + """
[[step]]
id = "stemmen"
kind = "statements"
title = "Stemmen"
minutes = 3
part = "vote"
sets = ["drie"]
level = ["s1"]

[[step]]
id = "uitslag"
kind = "statements"
title = "Uitslag"
minutes = 2
part = "result"
of = "stemmen"
sets = ["drie"]
"""
)

Told = tuple[str, int, str, str]
"""Code, line, key and nearest word of a problem."""


def check(path: Path, own: Path | None = None) -> list[Problem]:
    return Checker(own, kinds(), Words("nl")).check(path)


def told(problems: list[Problem]) -> list[Told]:
    return [(each.code, each.place.line if each.place else 0, each.key, each.nearest) for each in problems]


def change(path: Path, old: str, new: str) -> Path:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")
    return path

"""The two pages for authors: what is made in them, and what their files are.

``python -m tests.regenerate`` writes the made parts anew.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import tempfile
from pathlib import Path
from typing import Final

from facilitator.cli import main
from facilitator.kinds import kinds
from facilitator.scenario.authoring.reference import kinds_table, limits_table
from facilitator.scenario.library import built_in
from facilitator.words import Language, Words

PAGES: Final[dict[Language, str]] = {"nl": "LEESMIJ.md", "en": "README.md"}
WRONG: Final = (("minutes = 10", 'minutes = "10"'), ('kind = "statements"', 'kind = "statments"'))
"""Two mistakes in the block of the page, to show how they are told."""

_FILE: Final = re.compile(r"<!-- file: (\S+) -->\n```toml\n(.*?)```", re.DOTALL)
_MISTAKES: Final = re.compile(r"(?<=<!-- mistakes -->\n).*?(?=<!-- end -->)", re.DOTALL)
_KINDS: Final = re.compile(r"(?<=<!-- kinds -->\n).*?(?=<!-- end kinds -->)", re.DOTALL)
_LIMITS: Final = re.compile(r"(?<=<!-- limits -->\n).*?(?=<!-- end limits -->)", re.DOTALL)
_REFERENCE: Final = re.compile(r"(?<=<!-- reference -->\n).*", re.DOTALL)


def page(language: Language) -> Path:
    return built_in() / PAGES[language]


def files_of(text: str) -> dict[str, str]:
    """Give the files that a page lets its reader write, by their path in the scenario folder."""
    return dict(_FILE.findall(text))


def write_files(text: str, folder: Path) -> None:
    for name, content in files_of(text).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")


def made(text: str, language: Language) -> str:
    """Give a page with the parts that are made as they should be now."""
    text = _MISTAKES.sub(lambda _: f"\n```\n{mistakes(text, language)}```\n\n", text)
    text = _LIMITS.sub(lambda _: limits_table(kinds(), Words(language)), text)
    text = _KINDS.sub(lambda _: kinds_table(kinds(), Words(language)), text)
    return _REFERENCE.sub(lambda _: f"\n{said('schema', '--to', 'md', '--lang', language)}", text)


def mistakes(text: str, language: Language) -> str:
    """Give what the check says of the page's block with two mistakes in it."""
    with tempfile.TemporaryDirectory() as folder:
        write_files(text, Path(folder))
        block = Path(folder) / "blocks" / "tuin.toml"
        content = block.read_text(encoding="utf-8")
        for before, after in WRONG:
            assert before in content
            content = content.replace(before, after, 1)
        block.write_text(content, encoding="utf-8")
        here = Path.cwd()
        os.chdir(folder)
        try:
            told = said("check", "blocks/tuin.toml", "--lang", language, "--folder", folder)
            return told.replace(str(Path("blocks/tuin.toml")), "blocks/tuin.toml")  # as Windows says it
        finally:
            os.chdir(here)


def said(*words: str) -> str:
    """Give what a command prints."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        main(words)
    return out.getvalue()


def write_pages() -> None:
    """Write what is made in the pages anew."""
    for language in PAGES:
        path = page(language)
        path.write_text(made(path.read_text(encoding="utf-8"), language), encoding="utf-8", newline="\n")

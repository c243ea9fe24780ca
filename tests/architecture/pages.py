"""The pages for people, as the tests read them: text, headings, links, marked tables, citations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.house import CHECKOUT, shown


def pages() -> list[str]:
    """Give every Markdown page of the project, seen from the checkout."""
    own = CHECKOUT.glob("*.md")
    inside = (path for folder in ("docs", "scenarios", "tests") for path in (CHECKOUT / folder).rglob("*.md"))
    return sorted(shown(path) for path in [*own, *inside])


def page(name: str) -> str:
    return (CHECKOUT / name).read_text(encoding="utf-8")


def table(name: str, mark: str) -> list[list[str]]:
    """Give the rows of the table under a mark, without its head."""
    found = re.search(rf"^<!-- {mark} -->\n\n((?:\|.*\n)+)", page(name), re.MULTILINE)
    assert found, f"no table marked {mark} in {name}"
    return [[cell.strip() for cell in line.split("|")[1:-1]] for line in found[1].splitlines()[2:]]


def named(cell: str) -> set[str]:
    """Give what stands between backticks."""
    return set(re.findall(r"`([^`]+)`", cell))


def prose(name: str) -> str:
    """Give a page without its blocks of code."""
    return re.sub(r"^(```|~~~).*?^\1", "", page(name), flags=re.MULTILINE | re.DOTALL)


def headings(name: str) -> list[str]:
    return re.findall(r"^#+ (.+?)\s*$", prose(name), re.MULTILINE)


def anchors(name: str) -> set[str]:
    """Give the names under which the headings of a page can be linked to."""
    plain = (re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", heading) for heading in headings(name))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in plain}


def links(name: str) -> list[str]:
    return re.findall(r"\]\(([^)\s]+)\)", prose(name))


def leads_somewhere(name: str, link: str) -> bool:
    """Tell whether a link on a page leads to a file that is there, and to a heading in it."""
    target, _, anchor = link.partition("#")
    if link.startswith("https://"):
        return True
    path = ((CHECKOUT / name).parent / target).resolve() if target else CHECKOUT / name
    if not path.exists() or not path.is_relative_to(CHECKOUT):
        return False
    return not anchor or (path.suffix == ".md" and anchor in anchors(shown(path)))


_NUMBER = r"(?:\d+(?:\.\d+)*|[PS]\d+)"
CITATION = re.compile(
    rf"\b(?P<page>docs/(?:\w+/)?[\w-]+\.md)(?: (?P<numbers>{_NUMBER}(?:(?:, | and ){_NUMBER})*))?"
)
"""A page that is cited, and the numbers of the headings that are meant: ``docs/domain.md 4.3, P8``."""


def citations(path: Path) -> Iterator[tuple[str, str]]:
    """Give each page in docs/ that a file cites, with each number; ``""`` where the page alone is cited."""
    text = re.sub(r"\s+", " ", path.read_text(encoding="utf-8"))
    for found in CITATION.finditer(text):
        numbers = re.findall(_NUMBER, found["numbers"] or "")
        yield from ((found["page"], number) for number in numbers or [""])

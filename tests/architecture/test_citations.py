"""What code and pages cite of docs/ is there: each page by its path, each number as a heading."""

from __future__ import annotations

import re
from pathlib import Path

from tests.architecture.house import CHECKOUT, shown
from tests.architecture.pages import citations, headings

PAPERS = sorted(shown(path) for path in (CHECKOUT / "docs").rglob("*.md"))
ELSEWHERE = ("design", "engineering", "facilitation", "findings", "house", "next", "screens")
"""Pages that were never part of the project."""


def sources() -> list[Path]:
    """Give everything in which a page may be cited: code, catalogues, scenarios, pages."""
    folders = ("facilitator", "tests", "scenarios", "docs")
    inside = (path for folder in folders for path in (CHECKOUT / folder).rglob("*"))
    own = [*CHECKOUT.glob("*.md"), *CHECKOUT.glob("*.toml")]
    return sorted(path for path in [*own, *inside] if path.suffix in {".py", ".toml", ".md", ".tcss", ".css"})


def test_every_citation_leads_to_a_heading() -> None:
    there = {(name, number) for name in PAPERS for number in ("", *_numbers(name))}
    cited = [(shown(path), *citation) for path in sources() for citation in citations(path)]
    assert len(cited) > 50
    assert [citation for citation in cited if citation[1:] not in there] == []


def _numbers(name: str) -> set[str]:
    """Give the numbers with which headings of a page begin: ``6.2``, ``P8``."""
    found = (re.match(r"([PS]?\d+(?:\.\d+)*)\.? ", heading) for heading in headings(name))
    return {match[1] for match in found if match}


def test_no_page_is_cited_without_its_folder_or_from_elsewhere() -> None:
    names = [*(Path(name).stem for name in PAPERS if not name.endswith("README.md")), *ELSEWHERE]
    bare = re.compile(rf"(?<![\w/-])(?:{'|'.join(names)})\.md\b")
    outside = [path for path in sources() if not path.is_relative_to(CHECKOUT / "docs")]
    found = [
        f"{shown(path)}: {match[0]}"
        for path in outside
        if path != Path(__file__)
        for match in bare.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []

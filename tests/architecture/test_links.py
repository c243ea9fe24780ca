"""Links and paths in pages lead somewhere, and pages stay as short as they promise."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.architecture.house import CHECKOUT
from tests.architecture.pages import headings, leads_somewhere, links, page, pages, prose

PAPERS = sorted(path.name for path in (CHECKOUT / "docs").glob("*.md"))
DECISIONS = sorted((CHECKOUT / "docs" / "decisions").glob("[0-9]*.md"))
MOST_WORDS = {"CONTRIBUTING.md": 900}
MOST_IN_A_DECISION = 250


@pytest.mark.parametrize("name", pages())
def test_every_link_leads_to_a_file_and_a_heading(name: str) -> None:
    assert [link for link in links(name) if not leads_somewhere(name, link)] == []


@pytest.mark.parametrize(
    "name", [name for name in pages() if not name.startswith(("scenarios/", "CHANGELOG"))]
)
def test_every_path_that_is_named_is_there(name: str) -> None:
    """The pages for authors speak of files that they make, the changelog of what there was."""
    named = re.findall(r"`((?:tests|facilitator|scenarios|docs)/[^`<*: {]+)(?:::\w+)?`", prose(name))
    assert [path for path in named if not (CHECKOUT / path).exists()] == []


def test_no_number_has_two_headings() -> None:
    for name in PAPERS:
        found = [
            match[1]
            for heading in headings(f"docs/{name}")
            if (match := re.match(r"([PS]?[\d.]+) ", heading))
        ]
        assert sorted(found) == sorted(set(found)), name


@pytest.mark.parametrize("name", MOST_WORDS)
def test_what_a_newcomer_reads_first_stays_short(name: str) -> None:
    assert len(page(name).split()) < MOST_WORDS[name]


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_says_why_what_and_at_what_cost(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["Context", "Decision", "Consequences"]
    assert len(text.split()) < MOST_IN_A_DECISION


def test_decisions_are_numbered_and_listed_under_their_own_titles() -> None:
    titles = [path.read_text(encoding="utf-8").splitlines()[0].removeprefix("# ") for path in DECISIONS]
    listed = re.findall(r"^(\d+)\. \[(.+)\]\((.+)\)$", page("docs/decisions/README.md"), re.MULTILINE)
    assert [f"{number}. {title}" for number, title, _ in listed] == titles
    assert [link for _, _, link in listed] == [path.name for path in DECISIONS]
    assert [int(path.name[:4]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1))


def test_every_paper_is_in_the_index() -> None:
    assert set(PAPERS) - {"README.md"} <= set(links("docs/README.md"))

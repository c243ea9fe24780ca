"""The HTML on a phone, on a screen and on A4: nothing too wide, what is technical folded, page one first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Final

import pytest

from facilitator.document import Heading, Items, Paragraph, Report, Section, Table
from facilitator.orders import Reader
from facilitator.report import html, markdown, plain_text
from facilitator.report.page_room import TITLE_LINES, is_long
from facilitator.report.svg_shapes import WIDE
from facilitator.session.state import State
from facilitator.words import Words
from tests.report.full_evening import LONG, full
from tests.report.hostile import HOSTILE
from tests.report.made_up import evening
from tests.report.reading import Page
from tests.report.telling import every_format

NL: Final = Words("nl")
PHONE: Final = 320
MARGIN: Final = 1.1 * 16
"""In pixels: the narrowest phone, and what the style sheet leaves free on either side."""


class Tables(HTMLParser):
    """The tables of a page: of each its class, the names of its columns, and those that its cells say."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, list[str], set[str]]] = []
        self._head = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "table":
            self.found.append((said.get("class", ""), [], set()))
        elif tag == "th" and said.get("scope") == "col":
            self._head = True
            self.found[-1][1].append("")
        elif tag == "td" and "data-name" in said:
            self.found[-1][2].add(said["data-name"])

    def handle_endtag(self, tag: str) -> None:
        self._head = self._head and tag != "th"

    def handle_data(self, data: str) -> None:
        if self._head:
            self.found[-1][1][-1] += data


def pages() -> Iterator[str]:
    """Give the HTML of evenings with everything, for both readers."""
    readers: tuple[Reader, ...] = ("everyone", "facilitator")
    states: list[State] = [evening(), full(), *(full(LONG.get(said, said)) for said in (*LONG, *HOSTILE[:3]))]
    yield from (every_format(state, reader=reader)[2] for state in states for reader in readers)


def test_a_table_of_many_columns_becomes_blocks_that_name_them_on_a_phone() -> None:
    seen = set()
    for page in pages():
        for style, head, named in Tables(page).found:
            seen.add(style)
            assert (style == "many") == (len(head) > 2), head
            assert named <= set(head[1:])
            assert bool(named) == (len(head) > 2)
    assert seen == {"", "many"}
    phone = re.search(r"@media \(max-width: 30rem\) \{(.*?)\n\}", html.style("style.css"), re.DOTALL)
    assert phone
    assert re.search(r"\.many tr, .*\{ display: block;", phone[1])
    assert 'content: attr(data-name) ": "' in phone[1]
    assert ".many thead, .many colgroup { display: none; }" in phone[1]
    assert "overflow-wrap: anywhere" in phone[1]


def test_no_picture_is_wider_than_a_phone() -> None:
    widths = {value for page in pages() for name, value in Page(page).attributes if name == "width"}
    assert widths == {str(WIDE)}
    assert WIDE <= PHONE - 2 * MARGIN, "its letters would become smaller"
    assert f"padding: 2rem {MARGIN / 16}rem 4rem;" in html.style("style.css")
    assert re.search(
        r"^img \{.*width: 100%; max-width: 24rem; height: auto; \}", html.style("style.css"), re.MULTILINE
    )
    widest = re.findall(r"minmax\(([\d.]+)rem", html.style("style.css"))
    assert widest
    assert all(float(each) * 16 <= PHONE - 2 * MARGIN for each in widest)


def test_how_it_was_measured_is_folded_and_open_on_paper() -> None:
    page = every_format(evening())[2]
    assert page.count("<details>") == page.count("<summary>") == 1, "without open"
    folded = page[page.index("<details>") : page.index("</details>")]
    assert re.search(r'<summary><h2 id="s\d+">Hoe dit is gemeten</h2></summary>', folded)
    assert "Groepen van minder dan 3 mensen" in folded
    assert "Over dit verslag" in folded
    printed = html.style("style.css").split("@media print")[1]
    assert "details::details-content { content-visibility: visible; block-size: auto; }" in printed
    for text in every_format(evening())[:2]:
        assert "Over dit verslag" in text


def test_the_first_page_ends_before_the_next_begins() -> None:
    page = every_format(evening())[2]
    first = page[page.index('<header class="one">') : page.index("</header>")]
    assert "<h2>Hoe het verder gaat</h2>" in first
    assert page.index("</header>") < page.index("<nav") < page.index("<main>")
    printed = html.style("style.css").split("@media print")[1]
    assert "header.one { break-after: page; }" in printed
    assert "nav { display: none; }" in printed
    alone = html.render(Report("x", [Paragraph("y")], [Heading("z", level=2)]), NL)
    assert '<header class="one">' not in alone, "no page follows"
    assert "<nav" not in alone


@pytest.mark.parametrize(("words", "long"), [(3, False), (40, True)])
def test_a_long_title_is_set_in_the_letters_of_the_text(words: int, long: bool) -> None:
    title = "woorden " * words
    assert is_long(title) is long
    made = html.render(Report(title, [], sections=[Section("s", [Paragraph("y")])]), NL)
    assert ('<h1 class="long">' in made) is long
    assert TITLE_LINES * 24.6 < 40 * 4.5


def test_a_heading_of_the_first_page_is_one_of_the_page() -> None:
    report = Report("x", [], [Heading("Wat wij afspraken", level=2), Items(["y"]), Heading("z")])
    assert "\n## Wat wij afspraken\n" in markdown.render(report, NL)
    assert "\n### z\n" in markdown.render(report, NL)
    assert "\nWAT WIJ AFSPRAKEN\n-----------------\n" in plain_text.render(report, NL)
    assert "\nz\n.\n" in plain_text.render(report, NL)
    assert "<h2>Wat wij afspraken</h2>" in html.render(report, NL)


def test_widths_of_columns_are_those_that_were_counted_with() -> None:
    table = Table(["Nr.", "Wat", "Wie"], [["1", "x", "y"]], widths=[10, 60, 30])
    made = html.render(Report("x", [], [table]), NL)
    assert re.findall(r'<col style="width:(\d+)%">', made) == ["10", "60", "30"]
    printed = html.style("style.css").split("@media print")[1]
    assert "table:has(col) { table-layout: fixed; }" in printed

"""Text, Markdown and HTML: the same content, and nothing that someone said is markup."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.document import (
    Bar,
    Bars,
    Dots,
    Heading,
    Items,
    Paragraph,
    Part,
    Report,
    Row,
    Section,
    Table,
    named,
)
from facilitator.orders import Reader
from facilitator.report import html, markdown, plain_text
from facilitator.report.session_report import build
from facilitator.report.svg_shapes import MOST_DOTS
from facilitator.text import clean
from facilitator.words import LANGUAGES, Language, Words
from tests.report.hostile import HOSTILE, contrast, with_text
from tests.report.made_up import DAY, agreement, evening
from tests.report.reading import Page, markdown_text, parse_markdown, squeezed, token_types

NL = Words("nl")


@pytest.mark.parametrize("said", HOSTILE)
def test_what_people_say_is_never_html(said: str) -> None:
    said = clean(said)
    plain = Page(html.render(build(with_text(evening(), "gewoon"), NL, DAY), NL))
    page = Page(html.render(build(with_text(evening(), said), NL, DAY), NL))
    assert set(page.tags) == set(plain.tags)
    assert {name for name, _ in page.attributes} == {name for name, _ in plain.attributes}
    assert squeezed(said) in squeezed(page.text)


@pytest.mark.parametrize("said", HOSTILE)
def test_what_people_say_is_never_markdown(said: str) -> None:
    said = clean(said)
    plain = markdown.render(build(with_text(evening(), "gewoon"), NL, DAY), NL)
    made = markdown.render(build(with_text(evening(), said), NL, DAY), NL)
    assert token_types(parse_markdown(made)) - {"text_special"} == token_types(parse_markdown(plain))
    assert squeezed(said) in squeezed(markdown_text(made))


@pytest.mark.parametrize("said", HOSTILE)
def test_plain_text_says_it_as_it_is(said: str) -> None:
    said = clean(said)
    made = plain_text.render(build(with_text(evening(), said), NL, DAY), NL)
    assert squeezed(said) in squeezed(made)


@given(st.text(min_size=1, max_size=60).map(clean).filter(bool))
def test_any_line_comes_out_of_markdown_as_it_went_in(said: str) -> None:
    tokens = parse_markdown(markdown.escape(said))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert {child.type for child in tokens[1].children or []} <= {"text", "text_special"}
    assert squeezed("".join(child.content for child in tokens[1].children or [])) == squeezed(said)


@given(st.text(max_size=60).map(lambda said: clean(said, lines=True)))
def test_any_text_comes_out_of_html_as_it_went_in(said: str) -> None:
    parts: list[Part] = [Items([said]), Table([said], [[said]], said)]
    report = Report("x", [Paragraph(said)], sections=[Section("s", parts)])
    page = Page(html.render(report, NL))
    assert squeezed(page.text).count(squeezed(said) or "x") >= 5 or not said
    assert "script" not in page.tags


def test_every_number_is_in_every_format() -> None:
    report = build(evening(), NL, DAY)
    plain, marked, page = (each.render(report, NL) for each in (plain_text, markdown, html))
    spoken = Page(page).spoken
    rows = [
        (part, row)
        for section in report.sections
        for part in section.parts
        if isinstance(part, Dots)
        for row in part.rows
    ]
    assert len(rows) == 12
    for part, row in rows:
        figures = [str(count) for count in row.counts]
        assert [each for each in plain.split("\n") if _figures(each, row) == [f for f in figures if f != "0"]]
        assert [each for each in marked.split("\n") if _cells(each) == [named(row).lower(), *figures]]
        names = zip(part.columns, figures, strict=True)
        assert f"{named(row)}: {', '.join(f'{name} {count}' for name, count in names)}." in spoken
    bars = [each for s in report.sections for p in s.parts if isinstance(p, Bars) for each in p.bars]
    assert bars
    for bar in bars:
        assert re.search(rf"{bar.label} .*{bar.part}/{bar.whole}", plain)
        assert re.search(rf"{bar.label}: .*{bar.part}/{bar.whole}", marked)
        assert f"{bar.label}: {bar.part} / {bar.whole}." in spoken


def _figures(line: str, row: Row) -> list[str] | None:
    return re.findall(r"\d+", line) if named(row) in line or not line.strip()[:1].isalpha() else None


def _cells(line: str) -> list[str]:
    cells = [re.sub(r"[●○]", "", cell).strip().lower() for cell in line.strip("| ").split("|")]
    return [cell for cell in cells if cell]


@pytest.mark.parametrize("reader", get_args(Reader))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_in_every_format(language: Language, reader: Reader) -> None:
    t = Words(language)
    report = build(evening(), t, DAY, reader)
    made = [
        squeezed(plain_text.render(report, t)).lower(),
        squeezed(markdown_text(markdown.render(report, t))).lower(),
        squeezed(Page(html.render(report, t)).text).lower(),
    ]
    told = [report.title, *_sentences([*report.lead, *report.page_one])]
    for section in report.sections:
        told += [section.title, *_sentences(section.parts)]
    for sentence in told:
        for each in made:
            assert squeezed(sentence).lower() in each
    for cell in _cells_of([*report.page_one, *(part for each in report.sections for part in each.parts)]):
        for each in made[1:]:
            assert squeezed(cell).lower() in each
        for word in cell.split():  # in columns a cell goes on under itself
            assert word.lower() in made[0]


def _cells_of(parts: Sequence[Part]) -> list[str]:
    return [cell for part in parts if isinstance(part, Table) for row in part.rows for cell in row]


def _sentences(parts: Sequence[Part]) -> list[str]:
    found: list[str] = []
    for part in parts:
        if isinstance(part, Heading | Paragraph):
            found.append(part.text)
        if isinstance(part, Items):
            found += [re.sub(r"\s", " ", line) for line in part.lines]
        if isinstance(part, Dots | Bars):
            found += [part.title, part.words]
        if isinstance(part, Dots):
            found += [*part.notes, part.asked]
    return found


def test_text_is_at_most_76_columns_wide() -> None:
    for said in ("gewoon", "w" * 120, "漢字かな交じり文" * 12, *HOSTILE):
        made = plain_text.render(build(with_text(evening(), said), NL, DAY), NL)
        assert max(map(plain_text.width, made.split("\n"))) <= 76
        assert made.endswith("\n")
        assert not [line for line in made.split("\n") if line != line.rstrip()]


def test_a_table_that_fits_stands_in_columns_and_a_wide_one_is_narrowed() -> None:
    def told(*cells: str) -> list[str]:
        report = Report("x", [Table([f"kop {n}" for n, _ in enumerate(cells)], [list(cells)])])
        return plain_text.render(report, NL).split("\n")[3:]

    assert told("een", "twee")[2] == "een    twee"
    narrow = told("woord " * 20, "kort")
    assert len(narrow) > 4
    assert narrow[2].endswith("kort")
    assert told(*["breed woord"] * 12)[0] == "kop 0: breed woord"
    nine_wide = told(*["negen1234"] * 5, *["zeszes"] * 3)
    assert nine_wide[0] == "kop 0: negen1234", "columns of nine are not made narrower"


def test_a_table_that_cannot_be_narrowed_is_a_block_per_row_in_which_no_word_is_lost() -> None:
    words = [f"woord{n}" for n in range(30)]
    rows = [[" ".join(words), *["breed woord"] * 11], ["", *["nog een"] * 11]]
    report = Report("x", [Table([f"kop {n}" for n in range(12)], rows, "Bijschrift")])
    made = plain_text.render(report, NL)
    assert [word for word in made.split() if word in words] == words
    assert "\nkop 0: woord0 " in made
    assert re.search(r"\n  woord\d", made), "what goes on stands in"
    assert "kop 11: breed woord\n\nkop 1: nog een" in made, "a blank row between them, and no empty cell"
    assert "Bijschrift\n\nkop 0" in made


def test_a_crowd_is_told_in_figures_when_dots_would_not_fit() -> None:
    crowd = Dots("Veel", ["laag", "hoog", "?"], [Row("wijk", [120, MOST_DOTS, 0])], "")
    report = Report("x", [], sections=[Section("s", [crowd, Bars("b", [Bar("wijk", 500, 900)], "")])])
    page = Page(html.render(report, NL))
    for made in (plain_text.render(report, NL), markdown.render(report, NL), *page.pictures, page.spoken):
        assert "●" * 41 not in made
    for made in (plain_text.render(report, NL), markdown.render(report, NL), page.spoken):
        assert "120" in made
        assert re.search(r"500 ?/ ?900", made)
    dots, bars = page.pictures
    assert dots.count("<circle") == MOST_DOTS
    assert ">120</text>" in dots
    assert ">500/900</text>" in bars


def test_forty_dots_are_drawn_and_more_are_a_figure() -> None:
    crowd = Dots("Veel", ["laag", "hoog", "?"], [Row("wijk", [40, 41, 1])], "")
    (made,) = Page(html.render(Report("x", [], sections=[Section("s", [crowd])]), NL)).pictures
    assert made.count("<circle") == 41
    assert ">41</text>" in made


def test_a_row_without_answers_and_a_picture_without_rows() -> None:
    empty = [
        Dots("Niets", ["a", "b", "?"], [Row("wijk", [0, 0, 0])], "Geen."),
        Dots("Leeg", ["a", "?"], [], "W"),
    ]
    report = Report("x", [], sections=[Section("s", [*empty, Bars("b", [], "V")])])
    for each in (plain_text, markdown, html):
        made = each.render(report, NL)
        assert "Geen." in made
        assert "Leeg" in made


def test_the_page_stands_alone() -> None:
    made = html.render(build(evening(), NL, DAY), NL)
    page = Page(made)
    attributes = dict(page.attributes)
    assert "default-src 'none'; style-src 'unsafe-inline'; img-src data:" in made
    assert attributes["lang"] == "nl"
    assert "width=device-width" in made
    assert not {"script", "link", "iframe", "object", "embed", "base", "form"} & set(page.tags)
    assert not [name for name, _ in page.attributes if name.startswith("on")]
    assert all(value.startswith("#") for name, value in page.attributes if name == "href")
    assert page.pictures
    without = re.sub(r"data:image/svg\+xml;base64,[A-Za-z0-9+/=]+", "", made).replace("<!doctype html>", "")
    for each in (without, *(svg.replace(' xmlns="http://www.w3.org/2000/svg"', "") for svg in page.pictures)):
        assert not re.search(r"https?:|//|url\(|@import", each)
        assert "<script" not in each


def test_headings_tables_and_pictures_speak_to_a_screen_reader() -> None:
    page = Page(html.render(build(evening(), NL, DAY), NL))
    levels = [int(tag[1]) for tag in page.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(deeper - higher <= 1 for higher, deeper in pairwise(levels))
    assert "svg" not in page.tags
    spoken = [value for name, value in page.attributes if name == "alt"]
    assert page.tags.count("img") == len(spoken) == len(page.pictures) == 4
    for alt, picture in zip(spoken, page.pictures, strict=True):
        assert alt
        assert f"<desc>{escape(alt)}</desc>" in picture
    assert all(value in {"col", "row"} for name, value in page.attributes if name == "scope")
    assert page.tags.count("th") == len([1 for name, _ in page.attributes if name == "scope"])
    ids = [value for name, value in page.attributes if name == "id"]
    assert len(ids) == len(set(ids))
    named = [name for key, value in page.attributes if key == "aria-labelledby" for name in value.split()]
    assert set(named) <= set(ids)
    links = [value.removeprefix("#") for name, value in page.attributes if name == "href"]
    assert links
    assert set(links) <= set(ids)


def test_colours_are_at_least_seven_to_one_on_white() -> None:
    for name in ("style.css", "paper.css"):
        colours = dict(re.findall(r"--(ink|soft|deep): (#[0-9a-f]{6})", html.style(name)))
        assert colours
        for colour in colours.values():
            assert contrast(colour) >= 7
    assert contrast("#0b4a4f", on="#f1f5f4") >= 7


def test_an_agreement_of_many_lines_stays_one_item_in_markdown() -> None:
    state = evening(registers={"agreements": {"agree001": agreement("- [ ] koffie | thee", who="a\\|b")}})
    made = markdown.render(build(state, NL, DAY), NL)
    assert "task" not in " ".join(token_types(parse_markdown(made)))
    assert "- [ ] koffie | thee" in markdown_text(made)

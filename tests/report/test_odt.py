"""The report as an OpenDocument text: a package that any office program opens, in which text stays text."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import pairwise
from xml.etree import ElementTree as ET
from zipfile import ZIP_STORED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.document import Bars, Dots, Heading, Items, Paragraph, Report, Row, Section, Table
from facilitator.report.odt_body import PICTURES, WIDE
from facilitator.report.odt_file import render
from facilitator.report.session_report import build
from facilitator.text import clean
from facilitator.words import LANGUAGES, Language, Words
from tests.report.hostile import WILD, with_text
from tests.report.made_up import DAY, evening
from tests.report.reading import squeezed
from tests.report.telling import report

NL = Words("nl")
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
LINK = "{http://www.w3.org/1999/xlink}href"
PLAIN = 0o600 << 16
"""Who may read a file, where a system asks for that: the same everywhere."""
DC = "{http://purl.org/dc/elements/1.1/}"


class Package:
    """What an office program finds in the file."""

    def __init__(self, data: bytes) -> None:
        self.zip = ZipFile(BytesIO(data))
        self.content, self.styles, self.meta, self.manifest = (
            ET.fromstring(self.zip.read(name))
            for name in ("content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml")
        )
        found = self.content.find(f"{OFFICE}body/{OFFICE}text")
        assert found is not None
        self.body = found

    @property
    def text(self) -> str:
        return " ".join(self.body.itertext())

    def tags(self) -> set[str]:
        return {each.tag for each in self.content.iter()}

    def names_of(self, element: ET.Element) -> set[str]:
        """Give the names of the styles that stand under an element."""
        return {each.attrib[f"{STYLE}name"] for each in element.iter() if f"{STYLE}name" in each.attrib}


def made(language: Language = "nl") -> Package:
    return Package(render(report(evening(), language), Words(language)))


def test_it_is_known_by_its_first_bytes() -> None:
    data = render(report(evening()), NL)
    assert data[30:].startswith(b"mimetypeapplication/vnd.oasis.opendocument.text")
    first = ZipFile(BytesIO(data)).infolist()[0]
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", ZIP_STORED, b"")


def test_everything_in_it_is_named_once_and_dated_never() -> None:
    package = made()
    names = [entry.filename for entry in package.zip.infolist()]
    listed = [
        each.attrib[key] for each in package.manifest for key in each.attrib if key.endswith("full-path")
    ]
    assert listed == ["/", *(name for name in names if name not in {"mimetype", "META-INF/manifest.xml"})]
    assert {entry.date_time for entry in package.zip.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert {(entry.create_system, entry.external_attr) for entry in package.zip.infolist()} == {(0, PLAIN)}


def test_nothing_says_who_made_it_or_when() -> None:
    said = {each.tag: each.text for each in made().meta.iter() if each.text and each.text.strip()}
    assert said == {f"{DC}title": "Vogelbuurt: Startbijeenkomst", f"{DC}language": "nl-NL"}


@pytest.mark.parametrize(("language", "country"), [("nl", "NL"), ("en", "GB")])
def test_it_says_its_language(language: Language, country: str) -> None:
    letters = made(language).styles.find(f".//{STYLE}default-style/{STYLE}text-properties")
    assert letters is not None
    assert (letters.attrib[f"{FO}language"], letters.attrib[f"{FO}country"]) == (language, country)
    assert letters.attrib[f"{FO}font-size"] == "12pt"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_in_it(language: Language) -> None:
    whole = report(evening(), language)
    said = squeezed(made(language).text)
    for part in [*whole.lead, *whole.page_one, *(part for each in whole.sections for part in each.parts)]:
        for sentence in _sentences(part):
            assert squeezed(sentence) in said
    assert all(squeezed(section.title) in said for section in whole.sections)


def _sentences(part: object) -> list[str]:
    match part:
        case Heading() | Paragraph():
            return [part.text]
        case Items():
            return list(part.lines)
        case Table():
            return [part.caption, *part.head, *(cell for row in part.rows for cell in row)]
        case Dots():
            return [part.title, part.words, *part.notes, part.asked]
        case Bars():
            return [part.title, part.words]
    raise AssertionError(part)


def test_headings_leave_out_no_level_and_the_first_is_the_title() -> None:
    levels = [int(each.attrib[f"{TEXT}outline-level"]) for each in made().body.iter(f"{TEXT}h")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert set(levels) == {1, 2, 3}
    assert all(deeper - higher <= 1 for higher, deeper in pairwise(levels))


def test_after_page_one_a_new_page_begins_and_nowhere_else() -> None:
    package = made()
    broken = [
        each.attrib[f"{STYLE}name"]
        for each in package.content.iter(f"{STYLE}style")
        for look in each
        if look.attrib.get(f"{FO}break-before") == "page"
    ]
    used = [each for each in package.body.iter() if each.attrib.get(f"{TEXT}style-name") in broken]
    assert [each.text for each in used] == [report(evening()).sections[0].title]
    plain = Package(render(Report("x", [], sections=[Section("s", [Paragraph("p")])]), NL))
    assert [each.attrib[f"{TEXT}style-name"] for each in plain.body.iter(f"{TEXT}h")] == [
        "Heading_20_1",
        "Heading_20_2",
    ]


def test_every_look_that_is_used_is_there() -> None:
    package = made()
    there = package.names_of(package.content) | package.names_of(package.styles)
    keys = [f"{space}style-name" for space in (TEXT, TABLE, DRAW)]
    used = {each.attrib[key] for each in package.body.iter() for key in keys if key in each.attrib}
    assert used <= there
    parents = {
        each.attrib[f"{STYLE}parent-style-name"]
        for root in (package.content, package.styles)
        for each in root.iter(f"{STYLE}style")
        if f"{STYLE}parent-style-name" in each.attrib
    }
    assert parents <= there


def test_a_heading_is_larger_the_more_it_is_over_and_nearer_to_what_it_is_over() -> None:
    styles = {each.attrib[f"{STYLE}name"]: each for each in made().styles.iter(f"{STYLE}style")}
    sizes = []
    for level in (1, 2, 3):
        style = styles[f"Heading_20_{level}"]
        letters, paragraph = style.find(f"{STYLE}text-properties"), style.find(f"{STYLE}paragraph-properties")
        assert letters is not None
        assert paragraph is not None
        sizes.append(_points(letters.attrib[f"{FO}font-size"]))
        above, below = (_points(paragraph.attrib[f"{FO}margin-{side}"]) for side in ("top", "bottom"))
        assert level == 1 or above > below
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] > 11


def _points(length: str) -> float:
    unit = {"pt": 1, "cm": 72 / 2.54}[length[-2:]]
    return float(length[:-2]) * unit


def test_tables_have_a_head_and_columns_that_fill_the_page() -> None:
    package = made()
    widths = {
        each.attrib[f"{STYLE}name"]: look.attrib[f"{STYLE}rel-column-width"]
        for each in package.content.iter(f"{STYLE}style")
        for look in each.iter(f"{STYLE}table-column-properties")
    }
    every = package.body.iter(f"{TABLE}table")
    tables = [each for each in every if not each.attrib[f"{TABLE}name"].startswith(PICTURES)]
    wanted = [part for part in _parts(report(evening())) if isinstance(part, Table)]
    assert len(tables) == len(wanted)
    for table, part in zip(tables, wanted, strict=True):
        columns = [widths[each.attrib[f"{TABLE}style-name"]] for each in table.iter(f"{TABLE}table-column")]
        shares = [int(width.removesuffix("*")) for width in columns]
        assert sum(shares) == 1000
        assert not part.widths or shares == [10 * width for width in part.widths]
        head = table.findall(f"{TABLE}table-header-rows/{TABLE}table-row")
        assert [" ".join(cell.itertext()) for cell in head[0]] == list(part.head)
        assert len(table.findall(f"{TABLE}table-row")) == len(part.rows)


def _parts(whole: Report) -> list[object]:
    return [*whole.lead, *whole.page_one, *(part for each in whole.sections for part in each.parts)]


def test_pictures_are_files_of_their_own_with_all_they_show_in_words() -> None:
    package = made()
    drawn = [part for part in _parts(report(evening())) if isinstance(part, Dots | Bars)]
    frames = list(package.body.iter(f"{DRAW}frame"))
    assert len(frames) == len(drawn) > 3
    for frame, part in zip(frames, drawn, strict=True):
        image = frame.find(f"{DRAW}image")
        assert image is not None
        picture = ET.fromstring(package.zip.read(image.attrib[LINK]))
        assert picture.tag == "{http://www.w3.org/2000/svg}svg"
        assert image.attrib[f"{DRAW}mime-type"] == "image/svg+xml"
        assert frame.findtext(f"{SVG}title") == part.title
        told = frame.findtext(f"{SVG}desc") or ""
        counts = [str(n) for row in part.rows for n in row.counts] if isinstance(part, Dots) else []
        assert counts == re.findall(r"(\d+)[,.]", told) if counts else told


@pytest.mark.parametrize("said", WILD)
def test_what_people_say_is_text(said: str) -> None:
    said = clean(said)
    plain = Package(render(build(with_text(evening(), "gewoon"), NL, DAY), NL))
    package = Package(render(build(with_text(evening(), said), NL, DAY), NL))
    assert package.tags() == plain.tags()
    assert [each.tag for each in package.meta.iter()] == [each.tag for each in plain.meta.iter()]
    assert squeezed(said.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")) in squeezed(package.text)


@given(st.text(max_size=60).map(lambda said: clean(said, lines=True)))
def test_any_text_comes_out_as_it_went_in(said: str) -> None:
    whole = Report("x", [Paragraph(said)], [], [Section("s", [Items([said]), Table([said], [[said]], said)])])
    package = Package(render(whole, NL))
    wanted = squeezed(said.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd"))
    assert squeezed(package.text).count(wanted or "x") >= 5 or not said


def test_a_line_break_and_blanks_are_kept() -> None:
    package = Package(render(Report("x", [Paragraph("een\ntwee   drie\n\nvier")]), NL))
    paragraphs = list(package.body.iter(f"{TEXT}p"))
    assert len(paragraphs) == 2
    assert [each.tag for each in paragraphs[0]] == [f"{TEXT}line-break", f"{TEXT}s"]
    assert paragraphs[0][1].attrib == {f"{TEXT}c": "2"}


def test_a_picture_without_rows_is_told() -> None:
    whole = Report("x", [], [], [Section("s", [Dots("Leeg", ["a", "?"], [], "W"), Bars("b", [], "V")])])
    package = Package(render(whole, NL))
    assert not list(package.body.iter(f"{DRAW}frame"))
    assert {"Leeg", "W", "b", "V"} <= set(package.text.split())


def test_pictures_that_follow_each_other_stand_two_to_a_row() -> None:
    dots = [Dots(f"{n}.", ["a", "?"], [Row("wij", [3, 0])], f"W{n}") for n in range(1, 6)]
    package = Package(render(Report("x", [], sections=[Section("s", [*dots, Paragraph("p"), dots[0]])]), NL))
    rows = [row.findall(f"{TABLE}table-cell") for row in package.body.iter(f"{TABLE}table-row")]
    titles = [[cell.findtext(f"{TEXT}p") or "" for cell in row] for row in rows]
    assert titles == [["1.", "2."], ["3.", "4."], ["5.", ""]]
    assert all(cell.find(f".//{DRAW}frame") is not None for row in rows for cell in row if cell[0].text)
    widths = {float(each.attrib[f"{SVG}width"][:-2]) for each in package.body.iter(f"{DRAW}frame")}
    assert max(widths) * 2 < WIDE

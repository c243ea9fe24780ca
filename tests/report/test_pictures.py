"""Pictures of votes: well-formed and legible in every case, with nothing over anything else."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.document import Bar, Bars, Dots, Part, Report, Row, Section, named
from facilitator.report import html
from facilitator.report.page_room import BOLD, em
from facilitator.report.svg import picture
from facilitator.report.svg_shapes import MOST_DOTS, WIDE
from facilitator.text import clean
from facilitator.words import LANGUAGES, Language, Words
from tests.report.hostile import HOSTILE
from tests.report.reading import Page

NL: Final = Words("nl")
SVG: Final = "{http://www.w3.org/2000/svg}"
SMALLEST: Final = 12

texts = st.one_of(
    st.sampled_from(
        ["nu", "weet ik niet", "Bewonersorganisatievergadering", "W" * 300, "漢字" * 40, *HOSTILE]
    ),
    st.text(max_size=60).map(clean),
)
counts = st.one_of(st.integers(0, 45), st.sampled_from([0, MOST_DOTS, MOST_DOTS + 1, 99, 100, 500]))


@st.composite
def dots(draw: st.DrawFn) -> Dots:
    """Draw a picture of three to seven points and the opt-out, with groups at several moments."""
    columns = draw(st.lists(texts, min_size=4, max_size=8))
    row = st.builds(
        Row,
        texts,
        st.lists(counts, min_size=len(columns), max_size=len(columns)),
        st.one_of(st.just(""), st.sampled_from(["nu", "eerst", "in september 2025"]), texts),
        st.booleans(),
    )
    return Dots(draw(texts), columns, draw(st.lists(row, max_size=7)), draw(texts))


@st.composite
def bars(draw: st.DrawFn) -> Bars:
    def bar(label: str, part: int, more: int, when: str, faint: bool) -> Bar:
        return Bar(label, part, part + more, when, faint)

    moments = st.sampled_from(["", "nu", "in september 2025"])
    each = st.builds(bar, texts, counts, counts, moments, st.booleans())
    language: Language = draw(st.sampled_from(LANGUAGES))
    ends = [
        tuple(Words(language)(f"statements.report.{name}{upper}") for name in ("none_agrees", "all_agree"))
        for upper in ("", "_upper")
    ]
    low, high = draw(st.sampled_from([("", ""), *((low, high) for low, high in ends)]))
    return Bars(draw(texts), draw(st.lists(each, max_size=7)), draw(texts), (low, high))


def read(part: Dots | Bars) -> ET.Element:
    """Give what an XML reader makes of a picture."""
    return ET.fromstring(picture(part).svg)


def letters(root: ET.Element) -> list[tuple[str, float, float, float]]:
    """Give each text with where it begins and ends, and on which height."""
    found: list[tuple[str, float, float, float]] = []
    for each in root.iter(f"{SVG}text"):
        text, x, y = each.text or "", float(each.attrib["x"]), float(each.attrib["y"])
        wide = em(text) * SMALLEST * (BOLD if each.get("font-weight") else 1)
        begin = x - wide if each.get("text-anchor") == "end" else x
        found.append((text, begin, begin + wide, y))
    return found


def check(part: Dots | Bars) -> None:
    root = read(part)
    assert root.tag == f"{SVG}svg"
    drawn = picture(part)
    assert root.attrib["viewBox"] == f"0 0 {WIDE} {drawn.height}"
    assert (root.attrib["width"], root.attrib["height"]) == (str(WIDE), str(drawn.height))
    sizes = [float(each.attrib["font-size"]) for each in root.iter() if "font-size" in each.attrib]
    assert sizes == [SMALLEST], "said once, for all"
    assert not [each for each in root.iter() if "transform" in each.attrib]
    (group,) = root.findall(f"{SVG}g")
    assert list(root.iter(f"{SVG}text")) == list(group.iter(f"{SVG}text")), "all in the group with that size"
    placed = letters(root)
    for text, begin, end, y in placed:
        assert begin >= -0.5, (text, begin)
        assert end <= WIDE + 0.5, (text, end)
        assert 0 < y < drawn.height
    for n, (text, begin, end, y) in enumerate(placed):
        for other, starts, stops, height in placed[n + 1 :]:
            beside = stops <= begin + 0.5 or end <= starts + 0.5
            assert beside or abs(y - height) >= 11, (text, other)


@given(dots())
def test_a_picture_of_dots_is_well_formed_and_legible_in_every_case(part: Dots) -> None:
    check(part)


@given(bars())
def test_a_picture_of_bars_is_well_formed_and_legible_in_every_case(part: Bars) -> None:
    check(part)


@given(dots())
def test_every_count_is_a_figure_before_its_dots_and_in_the_words(part: Dots) -> None:
    root = read(part)
    shown = [text for text, *_ in letters(root)]
    figures = [str(n) for row in part.rows for n in row.counts if n]
    assert [text for text in shown if text in set(figures)][-len(figures) or len(shown) :] == figures
    drawn = sum(n for row in part.rows for n in row.counts if n <= MOST_DOTS)
    assert len(list(root.iter(f"{SVG}circle"))) == drawn
    words = picture(part).words
    for row in part.rows:
        cells = ", ".join(f"{point} {n}" for point, n in zip(part.columns, row.counts, strict=True))
        assert f"{named(row)}: {cells}." in words


@pytest.mark.parametrize("points", range(3, 8))
def test_both_ends_of_the_scale_and_the_opt_out_are_named(points: int) -> None:
    columns = [f"punt{n}" for n in range(1, points + 1)]
    shown = [text for text, *_ in letters(read(Dots("x", [*columns, "geen"], [], "")))]
    assert shown == ["punt1", f"punt{points}", "geen"]


def test_each_moment_of_a_group_says_of_when_it_is_and_the_group_is_named_once() -> None:
    rows = [
        Row("beleid", [1, 2, 3, 0], "nu"),
        Row("beleid", [3, 2, 1, 0], "eerst", faint=True),
        Row("beleid", [0, 2, 1, 3], "in maart", faint=True),
        Row("bewoners", [0, 0, 3, 0]),
    ]
    shown = [text for text, *_ in letters(read(Dots("x", ["laag", "midden", "hoog", "?"], rows, "")))]
    assert [text for text in shown if text in {"beleid", "bewoners", "nu", "eerst", "in maart"}] == [
        *("beleid", "nu", "eerst", "in maart"),
        "bewoners",
    ]


def test_an_earlier_vote_and_the_opt_out_differ_without_colour() -> None:
    rows = [Row("wijk", [1, 0, 0, 1], "nu"), Row("wijk", [1, 0, 0, 1], "eerst", faint=True)]
    root = read(Dots("x", ["laag", "midden", "hoog", "?"], rows, ""))
    looks = [
        (group.get("fill") != "#fff", bool(group.get("stroke-dasharray")), group.get("stroke"))
        for group in root.iter(f"{SVG}g")
        if group.find(f"{SVG}circle") is not None
    ]
    assert len({look[:2] for look in looks[:2]}) == 2
    assert len(set(looks)) == 3


@pytest.mark.parametrize("said", ["a\ufffeb", "a\uffffb", *HOSTILE])
def test_a_text_with_signs_of_its_own_is_well_formed_and_stays_text(said: str) -> None:
    part = Dots(said, [said, "midden", "hoog", said], [Row(said, [1, 0, 0, 1], said)], said)
    root = read(part)
    kept = re.sub("[\ufffe\uffff]", "\ufffd", said)
    assert (root.findtext(f"{SVG}title"), root.findtext(f"{SVG}desc")) == (
        kept,
        f"{kept}, {kept}: {kept} 1, midden 0, hoog 0, {kept} 1.",
    )
    assert {each.tag for each in root.iter()} == {
        f"{SVG}{name}" for name in ("svg", "title", "desc", "g", "text", "line", "circle")
    }
    check(part)


def test_a_name_that_is_too_long_says_so_and_stands_whole_in_the_words() -> None:
    name = "woord " * 30 + "eind"
    part = Dots("x", ["laag", "midden", "hoog", "?"], [Row(name, [1, 0, 0, 0])], "")
    shown = [text for text, *_ in letters(read(part))]
    assert [text for text in shown if text.endswith("…")] == ["woord woord…"]
    assert name in picture(part).words


def test_an_html_page_holds_the_picture_with_its_words_at_the_width_of_a_phone() -> None:
    part = Dots("Vraag", ["laag", "midden", "hoog", "?"], [Row('"><b>', [1, 0, 0, 0])], "Zo.")
    page = Page(html.render(Report("x", [], sections=[Section("s", [part])]), NL))
    (svg,) = page.pictures
    assert svg == picture(part).svg
    attributes = dict(page.attributes)
    assert attributes["alt"] == picture(part).words == '"><b>: laag 1, midden 0, hoog 0, ? 0.'
    assert int(attributes["width"]) == WIDE <= 320 - 2 * 18
    assert "b" not in page.tags


def test_pictures_that_follow_each_other_stand_together_and_others_apart() -> None:
    one = Dots("Een", ["laag", "midden", "hoog", "?"], [Row("wijk", [1, 0, 0, 0])], "")
    parts: list[Part] = [one, replace(one, title="Twee"), Bars("b", [Bar("wijk", 1, 2)], "")]
    made = html.render(Report("x", [], sections=[Section("s", parts)]), NL)
    together = made[made.index('<div class="pictures">') : made.index("</div>")]
    assert together.count("<figure>") == 2
    assert made.count("<figure>") == 3

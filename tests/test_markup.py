"""HTML is escaped by the way it is made: what text says never becomes an element or an attribute."""

from __future__ import annotations

import operator
from html.parser import HTMLParser
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.markup import Child, Markup, broken_lines, document, h

TEXTS = st.text(
    st.sampled_from("ab <>&\"'/=;-!\n\u00e9") | st.characters(codec="utf-8", exclude_categories=["C"])
)


class Reader(HTMLParser):
    """What a browser makes of it: elements with their attributes, and the text between them."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


@given(TEXTS, TEXTS)
def test_text_is_read_as_it_was_written_in_an_element_and_in_an_attribute(text: str, value: str) -> None:
    read = Reader(str(h("p", text, h("b", text), title=value)))
    assert read.tags == [("p", {"title": value}), ("b", {})]
    assert read.text == text + text


@given(TEXTS)
def test_text_stays_text_however_it_becomes_markup(text: str) -> None:
    assert Reader(str(Markup(text))).tags == []
    assert Reader(str(Markup(Markup(text)))).text == text
    assert Markup(text) == Markup(Markup(text))
    assert Reader(str(h("p", f"{Markup(text)}"))).tags == [("p", {})]


@pytest.mark.parametrize(
    ("markup", "html"),
    [
        (h("p"), "<p></p>"),
        (h("p", "a < b & \"c\" 'd'"), "<p>a &lt; b &amp; &quot;c&quot; &#x27;d&#x27;</p>"),
        (h("p", "one", h("br"), "two"), "<p>one<br>two</p>"),
        (h("p", None, "", Markup()), "<p></p>"),
        (h("p", "x", class_="quiet", id="a"), '<p class="quiet" id="a">x</p>'),
        (h("p", aria_label="\"'<&", tabindex=0), '<p aria-label="&quot;\'&lt;&amp;" tabindex="0"></p>'),
        (h("p", class_=None, hidden=False), "<p></p>"),
        (h("p", hidden=True, title=""), '<p hidden title=""></p>'),
        (h("col", style="width:5%"), '<col style="width:5%">'),
        (h("circle", r="3"), '<circle r="3"/>'),
        (h("circle", h("title", "x")), "<circle><title>x</title></circle>"),
        (h("svg", viewBox="0 0 1 1"), '<svg viewBox="0 0 1 1"></svg>'),
        (h("style", "a > b { c: 'd' }\n"), "<style>a > b { c: 'd' }\n</style>"),
        (Markup(h("i"), "<", h("b")), "<i></i>&lt;<b></b>"),
        (broken_lines("a\n\n<"), "a<br><br>&lt;"),
        (broken_lines(""), ""),
        (document(h("body"), lang="nl"), '<!doctype html>\n<html lang="nl"><body></body></html>\n'),
    ],
)
def test_elements(markup: Markup, html: str) -> None:
    assert str(markup) == html


@pytest.mark.parametrize("tag", ["", "P", "a b", "a>", "1", "a\n", "a-b/"])
def test_a_tag_is_a_name(tag: str) -> None:
    with pytest.raises(ValueError, match="no name of an element"):
        h(tag)


@pytest.mark.parametrize("name", ["", "_", "a b", "a=", "a>", 'a"', "a\n", "1"])
def test_an_attribute_is_a_name(name: str) -> None:
    with pytest.raises(ValueError, match="no name of an attribute"):
        h("p", **{name: "x"})


def test_what_has_no_content_takes_none() -> None:
    with pytest.raises(ValueError, match="no content"):
        h("br", "x")


@pytest.mark.parametrize("child", ["</style><p>", "<", h("p"), Markup("a")])
def test_a_style_sheet_cannot_end_its_element(child: Child) -> None:
    with pytest.raises(ValueError, match="text without"):
        h("style", "a {}", child)


def test_markup_is_no_string() -> None:
    with pytest.raises(TypeError):
        operator.add("<b>", h("p"))
    with pytest.raises(TypeError):
        "".join(cast("list[str]", [h("p")]))
    assert h("p") != "<p></p>"
    assert not Markup()
    assert not Markup("", None)
    assert h("p")
    assert len({h("p"), h("p"), Markup()}) == 2

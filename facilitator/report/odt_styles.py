"""The looks of an OpenDocument text: named styles, so that a secretary changes each in one place."""

from __future__ import annotations

from functools import cache
from typing import Final

from facilitator.words import Language, Words
from facilitator.xml_markup import Xml, x, xml_file

NAMES: Final = {
    "xmlns__office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "xmlns__style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "xmlns__text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "xmlns__table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "xmlns__draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "xmlns__fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "xmlns__svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "xmlns__meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "xmlns__dc": "http://purl.org/dc/elements/1.1/",
    "xmlns__xlink": "http://www.w3.org/1999/xlink",
}
VERSION: Final = "1.3"
FONT: Final = "Arial"
INK: Final = "#1c2326"
SOFT: Final = "#3f4a4f"
DEEP: Final = "#0b4a4f"
MARGIN: Final = "1.8cm"

BODY: Final = "Text_20_body"
FIRST: Final = "Heading_20_on_20_page_20_one"
QUIET: Final = "Quiet"
LEAD_IN: Final = "Lead-in"
FIGURE: Final = "Figure"
CAPTION: Final = "Caption"
CELL: Final = "Table_20_Contents"
HEAD: Final = "Table_20_Heading"
POINT: Final = "List_20_1"
POINTS: Final = "Points"
FOOTER: Final = "Footer"
"""Names that office programs know themselves are theirs, and are shown in the language of the program."""
SOFT_LETTERS: Final = {"fo__color": SOFT}
_ON_PAGE_ONE: Final = "_20_on_20_page_20_one"
_LARGER: Final = {BODY: "body", LEAD_IN: "lead_in", POINT: "point", CELL: "cell"}
"""What is set in 12 points on page one and in 11 after it, as in HTML, by the word for it in a name."""


def on_page_one(style: str) -> str:
    """Give the name of a style as it is on page one, in larger letters."""
    return f"{style}{_ON_PAGE_ONE}" if style in _LARGER else style


def heading_style(level: int) -> str:
    """Give the name of the style of a heading."""
    return f"Heading_20_{level}"


@cache
def styles_xml(language: Language) -> bytes:
    """Give ``styles.xml``: every named style, and the page with its number at the foot."""
    t = Words(language)
    return xml_file(
        x(
            "office:document-styles",
            _fonts(),
            x("office:styles", _defaults(t), *_paragraphs(t), _bullets()),
            x("office:automatic-styles", _page()),
            x("office:master-styles", _master(t)),
            **NAMES,
            office__version=VERSION,
        )
    )


def _fonts() -> Xml:
    face = x(
        "style:font-face",
        style__name=FONT,
        svg__font_family="Arial, 'Liberation Sans', Helvetica",
        style__font_family_generic="swiss",
        style__font_pitch="variable",
    )
    return x("office:font-face-decls", face)


def _defaults(t: Words) -> Xml:
    letters = x(
        "style:text-properties",
        style__font_name=FONT,
        fo__font_size="12pt",
        fo__color=INK,
        fo__language=t.language,
        fo__country=t("report.country"),
    )
    lines = x("style:paragraph-properties", fo__orphans=2, fo__widows=2, fo__line_height="106%")
    return Xml(
        x("style:default-style", lines, letters, style__family="paragraph"),
        x("style:default-style", x("style:table-properties"), style__family="table"),
    )


def _paragraphs(t: Words) -> list[Xml]:
    bold = {"fo__font_weight": "bold"}
    eleven, twelve = {"fo__font_size": "11pt"}, {"fo__font_size": "12pt"}
    keep = {"fo__keep_with_next": "always"}
    small = {"fo__margin_bottom": "0.12cm"}
    quiet, lead_in, figure = (t(f"report.style.{name}") for name in ("quiet", "lead_in", "figure"))
    return [
        _style("Standard", ""),
        _style(BODY, "Standard", paragraph={"fo__margin_bottom": "0.08cm"}, letters=eleven),
        *_headings(t),
        _style(
            QUIET, BODY, shown=quiet, paragraph=small, letters={"fo__font_size": "10.5pt", **SOFT_LETTERS}
        ),
        _style(LEAD_IN, BODY, shown=lead_in, paragraph=keep, letters=bold),
        _style(FIGURE, BODY, shown=figure, paragraph={"fo__margin_top": "0.1cm", **keep}),
        _style(CAPTION, BODY, paragraph={"fo__margin_top": "0.3cm", **keep}, letters=bold),
        _style(POINT, BODY, paragraph={"fo__margin_bottom": "0.06cm"}),
        _style(CELL, "Standard", letters={"fo__hyphenate": "true", **eleven}),
        _style(HEAD, CELL, paragraph=keep, letters={"fo__font_size": "11pt", **bold, **SOFT_LETTERS}),
        _style(FOOTER, "Standard", letters={"fo__font_size": "10pt", **SOFT_LETTERS}),
        *(
            _style(on_page_one(style), style, shown=t(f"report.style.page_one.{word}"), letters=twelve)
            for style, word in _LARGER.items()
        ),
    ]


def _headings(t: Words) -> list[Xml]:
    first = _style(
        FIRST,
        heading_style(2),
        following=BODY,
        shown=t("report.style.first"),
        level=2,
        paragraph={"fo__margin_top": "0.26cm", "fo__margin_bottom": "0.05cm"},
        letters={"fo__font_size": "13pt"},
    )
    return [
        _heading(1, "20pt", "0cm", "0.15cm", DEEP),
        _heading(2, "14.5pt", "0.5cm", "0.18cm", DEEP),
        _heading(3, "12.5pt", "0.35cm", "0.08cm", INK),
        first,
    ]


def _heading(level: int, size: str, above: str, below: str, colour: str) -> Xml:
    return _style(
        heading_style(level),
        "Standard",
        following=BODY,
        level=level,
        paragraph={"fo__margin_top": above, "fo__margin_bottom": below, "fo__keep_with_next": "always"},
        letters={"fo__font_size": size, "fo__font_weight": "bold", "fo__color": colour},
    )


def _style(
    name: str,
    parent: str,
    *,
    shown: str | None = None,
    following: str | None = None,
    level: int | None = None,
    paragraph: dict[str, str] | None = None,
    letters: dict[str, str] | None = None,
) -> Xml:
    return x(
        "style:style",
        x("style:paragraph-properties", **paragraph) if paragraph else None,
        x("style:text-properties", **letters) if letters else None,
        style__name=name,
        style__display_name=shown or (name.replace("_20_", " ") if "_20_" in name else None),
        style__family="paragraph",
        style__parent_style_name=parent or None,
        style__next_style_name=following,
        style__default_outline_level=level,
        style__class="text",
    )


def _bullets() -> Xml:
    place = x(
        "style:list-level-label-alignment",
        text__label_followed_by="listtab",
        text__list_tab_stop_position="0.6cm",
        fo__text_indent="-0.5cm",
        fo__margin_left="0.6cm",
    )
    room = x(
        "style:list-level-properties",
        place,
        text__list_level_position_and_space_mode="label-alignment",
    )
    level = x("text:list-level-style-bullet", room, text__level=1, text__bullet_char="•")
    return x("text:list-style", level, style__name=POINTS)


def _page() -> Xml:
    size = {"fo__page_width": "21cm", "fo__page_height": "29.7cm", "style__print_orientation": "portrait"}
    edges = {"fo__margin_top": "1.6cm", "fo__margin_left": MARGIN, "fo__margin_right": MARGIN}
    foot = x("style:header-footer-properties", fo__min_height="0.7cm", fo__margin_top="0.2cm")
    return x(
        "style:page-layout",
        x("style:page-layout-properties", **size, **edges, fo__margin_bottom="0.9cm"),
        x("style:footer-style", foot),
        style__name="Page",
    )


def _master(t: Words) -> Xml:
    """Give the page with "bladzijde 1 van 6" at its foot; the program that opens it fills in the numbers."""
    number = x("text:page-number", "1", text__select_page="current")
    before, between, after = t("report.page_of", page="\0", pages="\0").split("\0")
    words = (before, number, between, x("text:page-count", "1"), after)
    foot = x("style:footer", x("text:p", *words, text__style_name=FOOTER))
    return x("style:master-page", foot, style__name="Standard", style__page_layout_name="Page")

"""A letter in a municipality's own ODT: each place named in square brackets gets what the letter says there.

A place that is a paragraph by itself becomes as many paragraphs as there are lines, in its own style; within
a sentence the lines stand one after another. The program that made the template may have cut a name into
pieces, as office programs do at every correction: that is why a paragraph is read as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any, Final
from xml.dom.minidom import Element, Node, Text, parseString
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile

from facilitator.problems import Problem, Refused
from facilitator.report.odt_file import MIMETYPE, package, properties
from facilitator.report.products.board_letter import Letter, Piece
from facilitator.words import Words

NEEDED: Final[tuple[Piece, ...]] = ("answer", "asked")
"""Without these it is no letter to who decides."""
LARGEST: Final = 50_000_000
"""Bytes of a template, unpacked: room for a coat of arms on each page."""
WRITTEN: Final = ("content.xml", "styles.xml")
"""What has text in it: the letter itself, and what stands at the head and the foot of each page."""
LEFT_OUT: Final = ("meta.xml", "Thumbnails/", "META-INF/documentsignatures.xml", "META-INF/manifest.xml")
"""Who made the template and how it looked; the manifest is made anew."""
_PLACE: Final = re.compile(r"\[([^\[\]]{1,40})\]")
_PRINTER: Final = re.compile(
    rb'<config:config-item config:name="Printer(?:Name|Setup)"[^>]*?(?:/>|>.*?</config:config-item>)',
    re.DOTALL,
)


def fill_in(template: bytes, said: Letter, title: str, t: Words) -> bytes:
    """Give the template with what the letter says at its places, and without who made it.

    ``title``: of the document. Raises Refused when it is no ODT, or a place is not there that has to be.
    """
    files = _opened(template)
    places = {t(f"report.product.place.{piece}"): lines for piece, lines in said.items()}
    found: set[str] = set()
    for name in WRITTEN:
        if name in files:
            files[name] = _filled(files[name], places, found)
    missing = [place for piece in NEEDED if (place := t(f"report.product.place.{piece}")) not in found]
    if missing:
        raise Refused(
            Problem(
                "report.template.no_place",
                {"missing": _bracketed(missing), "places": _bracketed(list(places))},
            )
        )
    if "settings.xml" in files:
        files["settings.xml"] = _PRINTER.sub(b"", files["settings.xml"])
    return package({**files, "meta.xml": properties(title, t)})


def _bracketed(places: Sequence[str]) -> str:
    return ", ".join(f"[{place}]" for place in places)


def _opened(template: bytes) -> dict[str, bytes]:
    """Give what is packed in the template."""
    try:
        with ZipFile(BytesIO(template)) as packed:
            if packed.read("mimetype").strip() != MIMETYPE.encode():
                raise Refused(Problem("report.template.no_odt"))
            if sum(entry.file_size for entry in packed.infolist()) > LARGEST:
                raise Refused(Problem("report.template.too_large", {"most": LARGEST // 1_000_000}))
            names = [name for name in packed.namelist() if not name.endswith("/") and name != "mimetype"]
            return {name: packed.read(name) for name in names if not name.startswith(LEFT_OUT)}
    except (BadZipFile, KeyError, NotImplementedError, RuntimeError, OSError) as error:
        raise Refused(Problem("report.template.no_odt")) from error


def _filled(xml: bytes, places: Mapping[str, Sequence[str]], found: set[str]) -> bytes:
    try:
        document = parseString(xml)  # noqa: S318  expat fetches nothing, and stops what grows without end
    except (ExpatError, ValueError) as error:
        raise Refused(Problem("report.template.no_odt")) from error
    for note in list(document.getElementsByTagName("office:annotation")):
        _parent(note).removeChild(note)
    for tag in ("text:p", "text:h"):
        for paragraph in list(document.getElementsByTagName(tag)):
            _fill(paragraph, places, found)
    return bytes(document.toxml(encoding="UTF-8"))


def _parent(element: Element) -> Any:
    """Give in what an element stands: each that was found in a document stands in something."""
    return element.parentNode


def _fill(paragraph: Element, places: Mapping[str, Sequence[str]], found: set[str]) -> None:
    texts = list(_texts(paragraph))
    whole = "".join(text.data for text in texts)
    here = [place for place in _PLACE.finditer(whole) if _name(place) in places]
    found.update(map(_name, here))
    if len(here) == 1 and whole.strip() == here[0][0]:
        _become_paragraphs(paragraph, texts, places[_name(here[0])])
        return
    for place in reversed(here):
        _replace(texts, place.start(), place.end(), " ".join(places[_name(place)]))


def _name(place: re.Match[str]) -> str:
    return " ".join(place[1].split()).casefold()


def _texts(element: Element) -> Iterator[Text]:
    """Give the texts of a paragraph in order, those of a paragraph in it (a text box) not among them."""
    for child in element.childNodes:
        if child.nodeType == Node.TEXT_NODE:
            yield child
        elif child.nodeType == Node.ELEMENT_NODE and child.tagName not in ("text:p", "text:h"):
            yield from _texts(child)


def _become_paragraphs(paragraph: Element, texts: Sequence[Text], lines: Sequence[str]) -> None:
    """Put a copy of the paragraph, or of the point of a list that it is, for each line.

    With nothing to say one stays, empty, as the cell of a table needs one.
    """
    first = next(at for at, text in enumerate(texts) if text.data.strip())
    parent = _parent(paragraph)
    is_point = parent.tagName == "text:list-item" and len(parent.childNodes) == 1
    repeated = parent if is_point else paragraph
    for line in lines[:-1]:
        copy: Any = repeated.cloneNode(deep=True)
        _say(list(_texts(copy.firstChild if is_point else copy)), first, line)
        _parent(repeated).insertBefore(copy, repeated)
    _say(texts, first, lines[-1] if lines else "")


def _say(texts: Sequence[Text], where: int, line: str) -> None:
    for at, text in enumerate(texts):
        text.data = line if at == where else ""


def _replace(texts: Sequence[Text], start: int, end: int, said: str) -> None:
    """Put words in the place of letters that may be spread over several texts."""
    at = 0
    for text in texts:
        size = len(text.data)
        left, right = max(start - at, 0), min(end - at, size)
        if left < right:
            text.data = text.data[:left] + said + text.data[right:]
            said = ""
        at += size

"""The report as PDF: what people type is text, nothing depends on the machine, and no typst is told.

That it is made as PDF/UA-1 and PDF/A-2a typst looks at itself while it makes it: it refuses what it cannot.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from facilitator.cli import main
from facilitator.document import Bars, Dots, Heading, Paragraph, Report, Row, Section, Table
from facilitator.orders import made_folder
from facilitator.report import pdf_file
from facilitator.report.pdf_file import NO_LETTER, render
from facilitator.report.session_report import build
from facilitator.text import clean
from facilitator.words import LANGUAGES, Language, Words
from tests.report.hostile import WILD, with_text
from tests.report.made_up import DAY, evening
from tests.report.reading import squeezed
from tests.report.session_folder import folder_of
from tests.report.telling import report

NL = Words("nl")
SHOWN_NOWHERE = re.compile("[\U0001f600\u6f22\u5b57\ufffe\uffff\uff1d]")
"""For these typst has no letter."""

needs_typst = pytest.mark.skipif(not pdf_file.can_be_made(), reason="typst is an extra, and is not here")


def inside(pdf: bytes) -> bytes:
    """Give the file with what is packed in it."""
    found = [pdf]
    for packed in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        try:
            found.append(zlib.decompress(packed))
        except zlib.error:
            continue
    return b"\n".join(found)


def texts(pdf: bytes) -> set[str]:
    """Give every text that is kept as one: the title, the words of pictures. Not what is drawn as letters."""
    found = re.sub(rb"stream\r?\n.*?endstream", b"", pdf, flags=re.DOTALL)
    by_number = (bytes.fromhex(each.decode()) for each in re.findall(rb"<((?:[0-9A-Fa-f]{2})+)>", found))
    return {_decoded(each) for each in (*_literals(found), *by_number)}


def _literals(found: bytes) -> Iterator[bytes]:
    """Give what stands between brackets, which may stand in pairs in it."""
    depth = start = 0
    for sign in re.finditer(rb"\\.|[()]", found, re.DOTALL):
        if sign[0] == b"(":
            start = start if depth else sign.end()
            depth += 1
        elif sign[0] == b")" and depth:
            depth -= 1
            if not depth:
                yield _unescaped(found[start : sign.start()])


def _unescaped(text: bytes) -> bytes:
    plain = re.sub(rb"\\([0-7]{3})", lambda found: bytes([int(found[1], 8)]), text)
    names = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
    return re.sub(rb"\\(.)", lambda found: names.get(found[1], found[1]), plain, flags=re.DOTALL)


def _decoded(text: bytes) -> str:
    if text.startswith(b"\xfe\xff"):
        return text[2:].decode("utf-16-be", "replace")
    return text.decode("latin-1")


def said(whole: Report) -> list[str]:
    """Give every text that typst is given."""
    return list(_strings(pdf_file._data(whole, NL, DAY)["parts"]))


def _strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for key, each in value.items() if key != "svg" for text in _strings(each)]
    return [text for each in value for text in _strings(each)] if isinstance(value, list) else []


@needs_typst
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_tagged_and_says_what_it_is(language: Language) -> None:
    found = inside(render(report(evening(), language), Words(language), DAY))
    assert b"/MarkInfo" in found
    assert b"<pdfuaid:part>1</pdfuaid:part>" in found
    assert b"<pdfaid:part>2</pdfaid:part>" in found
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in found
    assert f"/Lang({language}".encode() in found.replace(b" ", b"")


@needs_typst
def test_pictures_have_all_they_show_in_words() -> None:
    rows = [Row("bewoners", [0, 1, 3, 1]), Row("één groep", [2, 1, 0, 0])]
    picture = Dots("1. Een stelling", ["oneens", "midden", "eens", "?"], rows, "Woorden.")
    found = texts(render(Report("Titel", [], sections=[Section("s", [picture])]), NL, DAY))
    assert "bewoners: oneens 0, midden 1, eens 3, ? 1. één groep: oneens 2, midden 1, eens 0, ? 0." in found


@needs_typst
def test_its_day_is_that_of_the_session_and_nothing_else_depends_on_the_moment() -> None:
    first = render(report(evening()), NL, DAY)
    assert first == render(report(evening()), NL, DAY)
    assert b"20261122" in inside(first)
    other = inside(render(report(evening()), NL, date(2025, 1, 2)))
    assert b"20250102" in other
    assert b"20261122" not in other


@needs_typst
@pytest.mark.parametrize("text", WILD)
def test_what_people_type_is_no_typst(text: str) -> None:
    whole = build(with_text(evening(), clean(text)), NL, DAY)
    assert squeezed(clean(text)) in squeezed(" ".join(said(whole)).replace("\u200b", ""))
    shown = SHOWN_NOWHERE.sub(NO_LETTER, clean(text))
    found = {each.replace("\u200b", "") for each in texts(render(whole, NL, DAY))}
    assert f"{shown}: {shown}" in found, "the title"
    assert any(each.startswith(f"{shown}: {shown} 0, ") for each in found), "the words of a picture"


@needs_typst
def test_letters_that_are_not_there_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[str] = []

    def note(said: str, day: date) -> bytes:
        given.append(said)
        return make(said, day)

    make = pdf_file._made
    monkeypatch.setattr(pdf_file, "_made", note)
    render(Report("漢字 en gewoon", [Paragraph("😀")]), NL, DAY)
    assert NL("report.pdf.left_out") not in given[0]
    assert NL("report.pdf.left_out") in given[-1]
    assert "□□ en gewoon" in given[-1]
    given.clear()
    render(Report("gewoon", [Paragraph("€ ë")]), NL, DAY)
    assert len(given) == 1


@needs_typst
def test_what_typst_refuses_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import typst

    def refuse(*_: object, **__: object) -> bytes:
        raise typst.TypstError("te veel", "te veel")

    monkeypatch.setattr(typst, "compile", refuse)
    folder = folder_of(evening(), tmp_path)
    assert main(["report", str(folder.path), "--to", "pdf"]) == 1
    assert folder.names == {folder.path.name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_typst_one_sentence_says_what_to_do(
    language: Language, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    folder = folder_of(evening(), tmp_path)
    assert main(["report", str(folder.path), "--to", "pdf", "--lang", language]) == 1
    heard = capsys.readouterr()
    assert heard.err.strip() == Words(language)("report.pdf.missing")
    assert heard.err.count("\n") == 1
    assert 'pip install "facilitator[pdf]"' in heard.err
    assert heard.out == ""
    assert folder.names == {folder.path.name}


@needs_typst
def test_the_command_says_as_what_it_was_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = folder_of(evening(), tmp_path)
    assert main(["report", str(folder.path), "--to", "pdf"]) == 0
    out = capsys.readouterr().out
    assert "Gemaakt als PDF/UA-1 en PDF/A-2a, bij het maken nagekeken met typst." in out
    assert (made_folder(folder.path) / "2026-11-22-avond-rapport.pdf").read_bytes().startswith(b"%PDF-1.7")


def test_typst_is_loaded_where_a_pdf_is_made_and_nowhere_else() -> None:
    program = (
        "import sys, facilitator.report.pdf_file as pdf, facilitator.session_files; pdf.can_be_made(); "
        "sys.exit('typst' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


# -- what typst is given


def test_no_level_of_headings_is_left_out_and_page_one_ends_with_its_page() -> None:
    whole = Report(
        "Titel",
        [Paragraph("waar")],
        [Heading("op bladzij een"), Paragraph("x")],
        [Section("Deel", [Heading("kop"), Heading("hoger", 2), Paragraph("y", quiet=True)])],
    )
    parts = pdf_file._data(whole, NL, DAY)["parts"]
    assert [(part["sort"], part.get("level")) for part in parts] == [
        ("heading", 1),
        ("paragraph", None),
        ("heading", 2),
        ("paragraph", None),
        ("page", None),
        ("heading", 2),
        ("heading", 3),
        ("heading", 2),
        ("paragraph", None),
    ]


def test_a_word_that_fits_on_no_line_may_be_broken_anywhere() -> None:
    given = said(Report("x", [Paragraph("w" * 300), Paragraph("w" * 39), Table(["k"], [["c" * 60]])]))
    assert "\u200b".join("w" * 300) in given
    assert "w" * 39 in given
    assert "\u200b".join("c" * 60) in given


def test_a_picture_without_rows_is_told() -> None:
    whole = Report("x", [], sections=[Section("s", [Dots("Leeg", ["a", "?"], [], "W"), Bars("b", [], "")])])
    assert [text for text in said(whole) if text in {"Leeg", "W", "b"}] == ["Leeg", "W", "b"]
    assert "picture" not in json.dumps(pdf_file._data(whole, NL, DAY)["parts"])


@needs_typst
def test_pictures_that_follow_each_other_stand_two_to_a_row() -> None:
    dots = [Dots(f"{n}.", ["a", "?"], [Row("wij", [3, 0])], f"W{n}") for n in range(1, 13)]
    together = Report("x", [], sections=[Section("s", dots)])
    apart = [part for each in dots for part in (each, Paragraph("en"))]
    assert pages(together) < pages(Report("x", [], sections=[Section("s", apart)]))
    (_, _, row) = pdf_file._data(together, NL, DAY)["parts"]
    assert [cell[0]["title"] for cell in row["cells"]] == [each.title for each in dots]


def pages(whole: Report) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", inside(render(whole, NL, DAY))))

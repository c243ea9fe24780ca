"""A municipality's own letter: its places get what the letter says, and nothing of who made it stays."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from facilitator.cli import main
from tests.report.made_up import evening
from tests.report.session_folder import folder_of

MIMETYPE = "application/vnd.oasis.opendocument.text"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
NEEDED = "<text:p>[antwoord]</text:p><text:p>[wat wij vragen]</text:p>"


def odt(body: str, mimetype: str = MIMETYPE, **more: str) -> bytes:
    """Give a template as an office program writes it; ``more``: its other files, without ``.xml``."""
    names = f'xmlns:office="{OFFICE}" xmlns:text="{TEXT}"'
    made = BytesIO()
    with ZipFile(made, "w") as package:
        package.writestr("mimetype", mimetype)
        package.writestr(
            "content.xml",
            f"<office:document-content {names}><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
        )
        for name, text in more.items():
            package.writestr(f"{name}.xml", text)
    return made.getvalue()


class Letter:
    """A letter that is made from a template by command, as the secretary does it."""

    def __init__(self, folder: Path) -> None:
        self.session = folder_of(evening(), folder)
        self.template = folder / "sjabloon.odt"
        self.out = folder / "brief.odt"

    def make(self, template: bytes) -> int:
        self.template.write_bytes(template)
        told = ["--as", "brief", "--template", str(self.template), "--out", str(self.out)]
        return main(["report", str(self.session.path), *told])

    def part(self, name: str = "content") -> str:
        with ZipFile(self.out) as package:
            return package.read(f"{name}.xml").decode()

    @property
    def paragraphs(self) -> list[str]:
        found = re.findall(r"<text:[ph][ >].*?</text:[ph]>", self.part())
        return [re.sub(r"<[^>]+>", "", each) for each in found]


@pytest.fixture
def letter(tmp_path: Path) -> Letter:
    return Letter(tmp_path)


def test_a_place_in_a_sentence_and_one_that_is_a_paragraph(letter: Letter) -> None:
    assert letter.make(odt(f"<text:p>Betreft [plaats], vraag: [vraag]</text:p>{NEEDED}")) == 0
    assert letter.paragraphs[0] == "Betreft Vogelbuurt, vraag: Is hier meer nodig?"
    assert letter.paragraphs[1].startswith("Ons advies: dat weten wij nog niet.")
    asked = letter.paragraphs[-3:]
    assert [line.split()[0] for line in asked] == ["Neem", "Laat", "Zeg"]


def test_a_place_that_was_cut_in_pieces_is_found(letter: Letter) -> None:
    cut = '<text:p><text:span text:style-name="T1">[pla</text:span><text:span>ats</text:span>] ja</text:p>'
    assert letter.make(odt(cut + NEEDED)) == 0
    assert letter.paragraphs[0] == "Vogelbuurt ja"


def test_capitals_and_blanks_in_a_place_make_no_difference(letter: Letter) -> None:
    assert letter.make(odt(f"<text:p>In [ Plaats ]</text:p>{NEEDED}")) == 0
    assert letter.paragraphs[0] == "In Vogelbuurt"


def test_the_point_of_a_list_becomes_as_many_points_as_there_are_lines(letter: Letter) -> None:
    point = "<text:list><text:list-item><text:p>[wat wij vragen]</text:p></text:list-item></text:list>"
    assert letter.make(odt(f"<text:p>[antwoord]</text:p>{point}")) == 0
    assert letter.part().count("<text:list-item>") == 3


def test_what_has_nothing_to_say_leaves_an_empty_paragraph_and_other_brackets_stay(letter: Letter) -> None:
    body = f"<text:p>[wat wij niet weten]</text:p><text:p>[handtekening]</text:p>{NEEDED}"
    template = letter.session
    assert letter.make(odt(body)) == 0
    assert "[handtekening]" in letter.paragraphs
    assert "[wat wij niet weten]" not in letter.paragraphs
    assert template.names == {template.path.name}


def test_head_and_foot_of_the_pages_are_filled_in_too(letter: Letter) -> None:
    head = f'<office:document-styles xmlns:office="{OFFICE}" xmlns:text="{TEXT}"><text:p>[plaats]</text:p>'
    assert letter.make(odt(NEEDED, styles=f"{head}</office:document-styles>")) == 0
    assert "<text:p>Vogelbuurt</text:p>" in letter.part("styles")


def test_what_people_wrote_is_text_and_never_xml(letter: Letter) -> None:
    letter.session.path.write_text(
        letter.session.path.read_text(encoding="utf-8").replace("Wijkkrant", "<b>&"), encoding="utf-8"
    )
    assert letter.make(odt(f"<text:p>[wat wij doen]</text:p>{NEEDED}")) == 0
    assert "&lt;b&gt;&amp;: stukje" in letter.part()


def test_nothing_of_who_made_the_template_stays(letter: Letter) -> None:
    note = "<office:annotation><text:p>van Jan</text:p></office:annotation>"
    settings = (
        '<config:config xmlns:config="urn:x"><config:config-item config:name="PrinterName" '
        'config:type="string">Printer van Jan</config:config-item></config:config>'
    )
    made = odt(f"<text:p>Beste{note}</text:p>{NEEDED}", meta="<meta>Jan Jansen</meta>", settings=settings)
    assert letter.make(made) == 0
    with ZipFile(letter.out) as package:
        assert all(b"Jan" not in package.read(name) for name in package.namelist())
        assert package.namelist()[0] == "mimetype"
        assert b"content.xml" in package.read("META-INF/manifest.xml")


def test_the_same_template_gives_the_same_bytes(letter: Letter) -> None:
    made = []
    for _ in range(2):
        assert letter.make(odt(NEEDED)) == 0
        made.append(letter.out.read_bytes())
    assert made[0] == made[1]


BROKEN = odt(NEEDED)[:200]


@pytest.mark.parametrize(
    ("template", "why"),
    [
        (b"dit is tekst", "Dit is geen ODT-bestand."),
        (b"", "Dit is geen ODT-bestand."),
        (BROKEN, "Dit is geen ODT-bestand."),
        (odt(NEEDED, mimetype="application/vnd.oasis.opendocument.spreadsheet"), "Dit is geen ODT-bestand."),
        (odt("<text:p>"), "Dit is geen ODT-bestand."),
        (odt("<text:p>Beste</text:p>"), "In dit sjabloon staat [antwoord], [wat wij vragen] niet."),
        (odt("<text:p>[antwoord]</text:p>"), "In dit sjabloon staat [wat wij vragen] niet."),
    ],
)
def test_what_is_no_template_is_said_and_nothing_is_written(
    letter: Letter, template: bytes, why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert letter.make(template) == 1
    assert why in capsys.readouterr().err
    assert not letter.out.exists()


def test_a_template_that_is_not_there_is_said(letter: Letter, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["report", str(letter.session.path), "--as", "brief", "--template", "nergens.odt"]
    assert main(words) == 1
    assert "nergens.odt" in capsys.readouterr().err


def test_only_the_letter_takes_a_template(letter: Letter, capsys: pytest.CaptureFixture[str]) -> None:
    letter.template.write_bytes(odt(NEEDED))
    assert main(["report", str(letter.session.path), "--template", str(letter.template)]) == 1
    assert "Typ daarbij: --as brief" in capsys.readouterr().err

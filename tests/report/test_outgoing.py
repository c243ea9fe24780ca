"""What a session is made into: names, folders, the same bytes, and from which version of a file it comes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from facilitator.cli import main
from facilitator.orders import DOCUMENTS, FORMS, PRODUCTS, Form, Order, endings, made_folder
from facilitator.outputs import report_session
from facilitator.problems import Refused
from facilitator.report.pdf_file import can_be_made
from facilitator.storage.session_file import seal_in
from facilitator.words import LANGUAGES, Language, Words
from tests.report.made_up import DAY, evening
from tests.report.session_folder import folder_of
from tests.steps.running import example, running
from tests.ui.test_closing import at_the_end

NL = Words("nl")
MADE = [form for form in FORMS if form != "svg" and (form != "pdf" or can_be_made())]
"""What the report of a session is made into."""
TEXTS: tuple[Form, ...] = ("txt", "md", "html")


@pytest.mark.parametrize("form", MADE)
def test_the_same_session_gives_the_same_bytes(form: Form, tmp_path: Path) -> None:
    folder = folder_of(evening(), tmp_path)
    first = folder.make(Order(form=form))
    assert first == folder.make(Order(form=form))
    assert all(first)


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_stands_in_one_folder_under_a_name_of_its_own(language: Language, tmp_path: Path) -> None:
    folder = folder_of(evening(), tmp_path)
    t = Words(language)
    for product in PRODUCTS:
        folder.make(Order.of(product), language)
    for form in MADE:
        folder.make(Order(form=form), language)
        if form in DOCUMENTS:
            folder.make(Order(form=form, reader="facilitator"), language)
    assert folder.names == {folder.path.name, folder.path.stem}
    pictures = {name for name in folder.made if name.startswith(f"-{t('report.file.plaatjes')}")}
    orders = [*(Order.of(product) for product in PRODUCTS if product != "plaatjes")]
    orders += [Order(form=form) for form in MADE]
    orders += [Order(form=form, reader="facilitator") for form in MADE if form in DOCUMENTS]
    assert folder.made - pictures == {ending for order in orders for ending in endings(order, t)}
    assert len(pictures) >= 3


def test_a_copy_of_ones_own_is_a_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = folder_of(evening(), tmp_path)
    own = report_session(folder.path, folder.places, NL, DAY, Order(form="txt", reader="facilitator")).paths[
        0
    ]
    assert own.name == "2026-11-22-avond-rapport-begeleider.txt"
    assert "HET PROGRAMMA: GEPLAND EN GEDAAN" in own.read_text(encoding="utf-8")
    assert b"HET PROGRAMMA: GEPLAND EN GEDAAN" not in folder.make(Order(form="txt"))[0]
    assert main(["report", str(folder.path), "--for", "facilitator", "--to", "csv"]) == 1
    assert "kies bij --to uit: html, odt, pdf, txt, md." in capsys.readouterr().err


# -- where it goes


def test_two_files_go_in_a_folder_that_is_named(tmp_path: Path) -> None:
    folder = folder_of(evening(), tmp_path)
    out = tmp_path / "elders" / "lijsten"
    assert main(["report", str(folder.path), "--to", "csv", "--out", str(out)]) == 0
    names = {path.name for path in out.iterdir()}
    assert names == {"2026-11-22-avond-besluiten.csv", "2026-11-22-avond-uitslag.csv"}
    assert folder.names == {folder.path.name}


@pytest.mark.parametrize("form", [form for form in MADE if form != "csv"])
def test_where_nothing_can_be_written_that_is_said_and_nothing_is_there(
    form: Form, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = folder_of(evening(), tmp_path)
    (tmp_path / "bestand").write_text("x")
    before = sorted(tmp_path.rglob("*"))
    assert main(["report", str(folder.path), "--to", form, "--out", str(tmp_path / "bestand" / "x")]) == 1
    assert "kan niet worden geschreven" in capsys.readouterr().err
    assert sorted(tmp_path.rglob("*")) == before


def test_two_files_do_not_go_in_what_is_named_like_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = folder_of(evening(), tmp_path)
    out = tmp_path / "besluiten.csv"
    assert main(["report", str(folder.path), "--to", "csv", "--out", str(out)]) == 1
    assert "Dit worden 2 bestanden. Noem bij --out een map" in capsys.readouterr().err
    assert not out.exists()


def test_a_folder_that_is_a_file_takes_no_lists(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = folder_of(evening(), tmp_path)
    (tmp_path / "bestand").write_text("x")
    assert main(["report", str(folder.path), "--to", "csv", "--out", str(tmp_path / "bestand")]) == 1
    assert "kan niet worden geschreven" in capsys.readouterr().err
    assert (tmp_path / "bestand").read_text() == "x"


# -- from which file it comes


@pytest.mark.parametrize("form", TEXTS)
def test_a_report_names_its_file_and_the_seal_at_its_end(form: Form, tmp_path: Path) -> None:
    folder = folder_of(evening(), tmp_path)
    seq, crc32 = seal_in(folder.path.read_text(encoding="utf-8"))
    said = folder.make(Order(form=form))[0].decode().replace("\\", "")
    assert re.search(rf"2026-11-22-avond\.toml,\s+zegel\s+{crc32}\s+\({seq}\)", said)
    assert (seq, len(crc32)) == (41, 8)


def test_another_version_of_the_file_has_another_seal(tmp_path: Path) -> None:
    first = folder_of(evening(), tmp_path / "a").make(Order(form="txt"))
    other = folder_of(evening(listeners=3), tmp_path / "b").make(Order(form="txt"))
    assert _seals(first[0]) != _seals(other[0])


def _seals(report: bytes) -> list[bytes]:
    return re.findall(rb"zegel\s+([0-9a-f]{8})", report)


def test_a_file_that_was_changed_by_hand_has_no_seal_that_fits(tmp_path: Path) -> None:
    folder = folder_of(evening(), tmp_path)
    text = folder.path.read_text(encoding="utf-8")
    folder.path.write_text(text.replace("Een buurtfeest", "Een straatfeest"), encoding="utf-8")
    said = " ".join(folder.make(Order(form="txt"))[0].decode().split())
    assert "Dit verslag komt uit 2026-11-22-avond.toml. Dat bestand heeft geen zegel dat erbij past" in said
    assert not _seals(folder.make(Order(form="txt"))[0])


async def test_the_report_of_the_evening_has_the_seal_of_the_file_that_is_closed(tmp_path: Path) -> None:
    async with running(example("card"), tmp_path, prepare=at_the_end) as app:
        await app.press("enter", "enter", "enter")
        assert "wijkaanpak in de zaal" in app.text
        path = app.path
    report = (made_folder(path) / f"{path.stem}-rapport.html").read_bytes()
    seq, crc32 = seal_in(path.read_text(encoding="utf-8"))
    assert _seals(report) == [crc32.encode()]
    assert f"({seq})".encode() in report


async def test_of_a_session_that_is_open_it_is_the_seal_of_what_is_written_next(tmp_path: Path) -> None:
    async with running(example("card"), tmp_path, prepare=at_the_end) as app:
        before = app.path.read_text(encoding="utf-8")
        await app.type("23 april")
        await app.press("enter", "escape")
        said = report_session(app.path, app.opening.places, NL, DAY, Order(form="txt")).paths[0].read_bytes()
    after = app.path.read_text(encoding="utf-8")
    assert _seals(said) == [seal_in(after)[1].encode()]
    assert seal_in(before) != seal_in(after)


def test_what_cannot_be_read_is_refused(tmp_path: Path) -> None:
    folder = folder_of(evening(), tmp_path)
    folder.path.write_text("dit is geen sessie")
    with pytest.raises(Refused):
        folder.make(Order(form="odt"))
    assert folder.names == {folder.path.name}

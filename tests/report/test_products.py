"""What the field expects besides a report: what stands in it, in which forms, and what is refused."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise, product
from pathlib import Path
from typing import get_args
from zipfile import ZipFile

import pytest

from facilitator.cli import main
from facilitator.kinds import kinds
from facilitator.orders import DOCUMENTS, FORMS_OF, PRODUCTS, Form, Order, Product, made_folder
from facilitator.scenario.item_sorts import ItemSort
from facilitator.session.registers import Agreement, Item
from facilitator.session.state import State
from facilitator.storage.session_file import read_text
from facilitator.words import LANGUAGES, Words
from tests.report.made_up import DAY, agreement, bare, evening
from tests.report.reading import Page
from tests.report.session_folder import SessionFolder, folder_of

NL = Words("nl")
READ: tuple[Product, ...] = tuple(name for name in PRODUCTS if FORMS_OF[name] == DOCUMENTS)
"""What is read on its own, besides the report."""


def said(folder: SessionFolder, name: Product) -> str:
    """Give a product as text, in one row."""
    (made,) = folder.make(Order(name, "txt"))
    return " ".join(made.decode().split())


def page(folder: SessionFolder, name: Product) -> Page:
    (made,) = folder.make(Order(name, "html"))
    return Page(made.decode())


def with_agreements(many: int) -> State:
    made: dict[str, Agreement] = {
        f"agree{n:03}": agreement(f"Ding {n} doen", who=f"groep {n}", due=date(2026, 12, n))
        for n in range(1, many + 1)
    }
    return evening().replace(registers={**evening().registers, "agreements": made})


# -- in which forms


@pytest.mark.parametrize(("name", "form"), [*product(READ, DOCUMENTS)])
def test_the_same_session_gives_the_same_bytes(name: Product, form: Form, tmp_path: Path) -> None:
    pytest.importorskip("typst") if form == "pdf" else None
    folder = folder_of(evening(), tmp_path)
    order = Order.of(name, form)
    first = folder.make(order)
    assert first == folder.make(order)
    assert all(first)


@pytest.mark.parametrize("name", READ)
@pytest.mark.parametrize("state", [bare(), evening(), with_agreements(12)], ids=["bare", "evening", "twelve"])
def test_no_row_is_headed_by_nothing(name: Product, state: State, tmp_path: Path) -> None:
    (made,) = folder_of(state, tmp_path).make(Order(name, "html"))
    assert not re.search(r"<th\b[^>]*>\s*</th>", made.decode())


@pytest.mark.parametrize("name", [*READ, "poster"])
@pytest.mark.parametrize("state", [bare(), evening()], ids=["bare", "evening"])
def test_a_screen_reader_finds_the_text_and_no_level_is_left_out(
    name: Product, state: State, tmp_path: Path
) -> None:
    read = page(folder_of(state, tmp_path), name)
    levels = [int(tag[1]) for tag in read.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(deeper - higher <= 1 for higher, deeper in pairwise(levels))
    assert read.tags.count("main") == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [*READ, "poster"])
def test_of_an_evening_in_which_nothing_happened_there_is_a_page_too(
    name: Product, language: str, tmp_path: Path
) -> None:
    folder = folder_of(bare(), tmp_path)
    assert main(["report", str(folder.path), "--as", name, "--lang", language]) == 0
    (made,) = made_folder(folder.path).iterdir()
    read = Page(made.read_text(encoding="utf-8"))
    assert "Vogelbuurt" in read.text
    assert "{" not in read.text


@pytest.mark.parametrize("name", READ)
def test_an_office_program_gets_it_too(name: Product, tmp_path: Path) -> None:
    folder = folder_of(evening(), tmp_path)
    assert main(["report", str(folder.path), "--as", name, "--to", "odt"]) == 0
    (made,) = made_folder(folder.path).iterdir()
    assert made.name == f"{folder.path.stem}-{NL(f'report.file.{name}')}.odt"
    with ZipFile(made) as package:
        assert "Vogelbuurt" in package.read("content.xml").decode()


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["--as", "poster", "--to", "pdf"], "poster wordt niet gemaakt als pdf. Kies bij --to uit: html."),
        (["--as", "brief", "--to", "csv"], "brief wordt niet gemaakt als csv."),
        (
            ["--as", "plaatjes", "--to", "html"],
            "plaatjes wordt niet gemaakt als html. Kies bij --to uit: svg.",
        ),
        (["--as", "brief", "--for", "facilitator"], "Een eigen kopie van de begeleider is er alleen van het"),
        (["--to", "ics", "--for", "facilitator"], "Een eigen kopie van de begeleider is er alleen van het"),
    ],
)
def test_what_is_not_made_is_said_with_what_is(
    words: list[str], why: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = folder_of(evening(), tmp_path)
    assert main(["report", str(folder.path), *words]) == 1
    assert why in capsys.readouterr().err
    assert folder.names == {folder.path.name}


def test_a_product_that_is_not_known_is_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = folder_of(evening(), tmp_path)
    with pytest.raises(SystemExit) as ended:
        main(["report", str(folder.path), "--as", "krant"])
    assert ended.value.code == 2
    assert "Kies uit: verslag, terugkoppeling," in capsys.readouterr().err


# -- what stands in them


def test_the_list_of_decisions_has_number_who_and_when_and_ideas_apart(tmp_path: Path) -> None:
    text = said(folder_of(evening(), tmp_path), "besluitenlijst")
    assert re.search(r"1 Wijkkrant: stukje redactie dinsdag 1 december over vanavond", text)
    assert re.search(r"2 Bij de school wijkteam, met de zondag 6 december", text)
    decided, _, ideas = text.partition("Ideeën, nog geen afspraken")
    assert "Een buurtfeest" not in decided
    assert "Een buurtfeest" in ideas


def test_what_is_over_is_no_decision_any_more(tmp_path: Path) -> None:
    over = with_agreements(2)
    ended = over.agreements()["agree001"].model_copy(update={"status": "stopped"})
    registers = {**over.registers, "agreements": {**over.agreements(), "agree001": ended}}
    text = said(folder_of(over.replace(registers=registers), tmp_path), "besluitenlijst")
    assert "Ding 2 doen" in text
    assert "Ding 1 doen" not in text


def test_the_letter_to_who_decides_has_the_answer_what_we_do_and_what_is_asked(tmp_path: Path) -> None:
    text = said(folder_of(evening(), tmp_path), "brief")
    begin = [
        "Aan wie hierover beslist",
        "Is hier meer nodig?",
        "Wat wij zelf al gaan doen",
        "Wat wij u vragen",
    ]
    at = [text.index(each) for each in begin]
    assert at == sorted(at)
    assert "Wijkkrant: stukje over vanavond (redactie)" in text
    assert "Een buurtfeest" not in text, "an idea is no promise"
    assert 1 <= text.count("Het verschil tussen") <= 3


@pytest.mark.parametrize(("name", "title"), [("buurtagenda", "Buurtagenda"), ("wijkplan", "Wijkplan")])
def test_a_plan_has_what_lives_the_points_and_who_decides(name: Product, title: str, tmp_path: Path) -> None:
    read = page(folder_of(evening(), tmp_path), name)
    assert f"{title} Vogelbuurt" in read.text
    for part in ("Droge huizen", "Voor wie: huurders", "Wijkkrant: stukje over vanavond", "de wethouder"):
        assert part in read.text, part


def test_a_plan_has_everything_that_was_put_on_the_table(tmp_path: Path) -> None:
    items = {
        f"item{n:04}": Item(text=f"dit is {sort}", sort=sort) for n, sort in enumerate(get_args(ItemSort))
    }
    state = evening()
    read = page(folder_of(state.replace(registers={**state.registers, "items": items}), tmp_path), "wijkplan")
    assert [item.text for item in items.values() if item.text not in read.text] == []


def test_a_deal_has_each_party_with_what_it_brings_and_lines_to_sign_on(tmp_path: Path) -> None:
    read = page(folder_of(evening(), tmp_path), "dorpendeal")
    for part in ("Corporatie", "een vakman", "Wandelclub", "een zaal", "Handtekening", "Van: ...."):
        assert part in read.text, part
    signed = read.text[read.text.index("Naam en functie") :]
    assert signed.count("\u00a0") >= 4 * 4, "four lines at least, two high in two columns"


def test_a_poster_has_what_can_be_read_from_afar_and_says_how_much_is_left(tmp_path: Path) -> None:
    read = page(folder_of(with_agreements(10), tmp_path), "poster")
    shown = [n for n in range(1, 11) if f"Ding {n} doen" in read.pieces]
    assert shown == [1, 2, 3, 4, 5, 6, 7, 8]
    assert "En nog 2 afspraken, in de besluitenlijst." in read.text


def test_the_reply_is_made_by_command_and_its_day_is_kept(tmp_path: Path) -> None:
    folder = folder_of(evening(), tmp_path)
    first = page(folder, "terugkoppeling").text
    assert "De bus" in first
    assert "Nieuw sinds de vorige brief" not in first, "made twice on one day it is the same letter"
    kept = read_text(folder.path.read_text(encoding="utf-8"), kinds()).state
    assert kept.letters() == [DAY], "the session knows when a letter went out"


# -- pictures


def test_each_picture_stands_alone_with_title_n_and_day(tmp_path: Path) -> None:
    folder = folder_of(evening(), tmp_path)
    assert main(["report", str(folder.path), "--as", "plaatjes"]) == 0
    drawn = sorted(made_folder(folder.path).glob("*.svg"))
    assert len(drawn) >= 3
    for number, path in enumerate(drawn, 1):
        assert re.fullmatch(rf"{folder.path.stem}-plaatje-{number:02}-[a-z0-9-]+\.svg", path.name)
        assert len(path.name) <= 120
        read = Page(path.read_text(encoding="utf-8"))
        assert "zondag 22 november 2026" in read.text
        assert re.search(r"Antwoorden: .*\d", read.text.replace("\n", " ")), path.name
        assert "<image" not in path.read_text(encoding="utf-8")


def test_where_typst_is_there_is_a_png_beside_each_picture(tmp_path: Path) -> None:
    pytest.importorskip("typst")
    folder = folder_of(evening(), tmp_path)
    assert main(["report", str(folder.path), "--as", "plaatjes"]) == 0
    names = {
        path.suffix: {each.stem for each in made_folder(folder.path).glob(f"*{path.suffix}")}
        for path in made_folder(folder.path).iterdir()
    }
    assert names[".png"] == names[".svg"]
    assert all(
        path.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n" for path in made_folder(folder.path).glob("*.png")
    )


def test_without_a_picture_that_is_said_and_nothing_is_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = folder_of(bare(), tmp_path)
    assert main(["report", str(folder.path), "--as", "plaatjes"]) == 1
    assert "staat geen plaatje" in capsys.readouterr().err
    assert folder.names == {folder.path.name}

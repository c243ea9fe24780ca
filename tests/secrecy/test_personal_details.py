"""What looks like it belongs to one person leaves the room only where the group chose so."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from facilitator.orders import DOCUMENTS, FORMS_OF, PRODUCTS, Order, made_folder
from facilitator.report.message import message
from facilitator.session.personal_details import details_in
from facilitator.session.registers import Actor, Agreement, Item, Parked
from facilitator.session.session_leaves import CLOSING
from facilitator.session.state import Note, Position, State
from facilitator.session_files import Source, contents
from facilitator.words import Words
from tests.steps.running import Running, example, running
from tests.ui.beginning import saved

NL = Words("nl")
DAY = date(2026, 3, 12)
HIDDEN = ("Fatima", "de Vries", "0612345678", "k.jansen@post.nl", "Merelstraat 12")


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Jan de Vries belt iedereen", {"Jan de Vries", "Jan"}),
        ("mevrouw Van den Berg weet het", {"mevrouw Van den Berg"}),
        ("vraag Fatima van de buurtkeuken", {"Fatima"}),
        ("bel 06 12345678", {"06 12345678"}),
        ("mail k.jansen@post.nl", {"k.jansen@post.nl"}),
        ("op Merelstraat 12 is het nat", {"Merelstraat 12"}),
        ("basisschool De Kring doet mee", set[str]()),
        ("Wij gaan naar Het Plein", set[str]()),
        ("Politie Rotterdam komt in Mei", set[str]()),
        ("in de Merelstraat is het nat", set[str]()),
        ("it is damp in Blackbird Street", set[str]()),
        ("it leaks at 12 Blackbird Street", {"12 Blackbird Street"}),
        ("Housing Association and Circle School join in", set[str]()),
        ("John Street knows everyone", {"John"}),
        ("om 19.30 uur, 12 maart 2026", set[str]()),
        ("", set[str]()),
    ],
)
def test_what_looks_like_it_belongs_to_one_person(text: str, seen: set[str]) -> None:
    assert {detail.text for detail in details_in(text)} == seen


def at_the_end(state: State) -> State:
    """Give an evening in which people named each other, at its end."""
    key = next(iter(state.keys()))
    use, _, step = key.partition("/")
    registers = {
        "actors": {"actor001": Actor(name="Café Johanna", side="informal")},
        "agreements": {
            "agree001": Agreement(
                what="Fatima kookt", who="Jan de Vries", due=date(2026, 4, 2), firmness="agreement"
            ),
        },
        "items": {"item0001": Item(text="Bij Merelstraat 12 lekt het, en bij Johanna ook", sort="worry")},
        "parked": {"park0001": Parked(text="bel 0612345678 of k.jansen@post.nl")},
    }
    notes = {"note0001": Note(use, step, "", "Fatima lachte")}
    return state.replace(
        registers=registers,
        notes=notes,
        at=Position(*CLOSING.split("/")),
        results={CLOSING: {"next_date": "2026-04-02", "contact": "Karin van het wijkteam"}},
    )


def all_outputs(state: State) -> dict[str, str]:
    """Give everything that can leave the room, unpacked; a PDF says what the other forms of it say."""
    source = Source(state, Path("2026-03-12-avond.toml"))
    orders = [Order(product, form) for product in PRODUCTS for form in FORMS_OF[product]]
    orders += [Order(form=form, reader="facilitator") for form in DOCUMENTS]
    made = {"message": message(state, NL, DAY).encode()}
    for order in orders:
        if order.form not in ("pdf", "svg"):
            made |= {f"{order.reader}{name}": data for name, data in contents(source, order, NL, DAY).items()}
    return {name: _unpacked(data).replace("\\", "") for name, data in made.items()}


def _unpacked(data: bytes) -> str:
    if not data.startswith(b"PK"):
        return data.decode("utf-8-sig")
    with ZipFile(BytesIO(data)) as package:
        return "\n".join(f"{name}\n{package.read(name).decode()}" for name in package.namelist())


async def _at_the_end(folder: Path) -> State:
    async with running(example("card"), folder, prepare=at_the_end) as app:
        return app.state


async def test_it_is_left_out_of_everything_that_leaves_the_room(tmp_path: Path) -> None:
    state = await _at_the_end(tmp_path)
    for name, text in all_outputs(state).items():
        assert [hidden for hidden in HIDDEN if hidden in text] == [], name
    assert "[naam] kookt" in all_outputs(state)["message"]
    text = all_outputs(state)["everyone-rapport.txt"]
    assert "[telefoonnummer]" in text
    assert "Karin van het wijkteam" in all_outputs(state)["message"], "who can be called was chosen"
    assert "Johanna" in text, "so a party on the map is called"
    assert len(all_outputs(state)) > 30


async def finish(app: Running) -> None:
    await app.press("escape", "enter")


async def test_the_group_chooses_once_before_anything_is_written(tmp_path: Path) -> None:
    async with running(example("card"), tmp_path, prepare=at_the_end, size=(80, 24)) as app:
        await finish(app)
        assert "Wat mag buiten de zaal getoond worden?" in app.text
        assert not made_folder(app.path).exists()
        assert [line.split()[-1] for line in app.body if line.endswith("weglaten")] == ["weglaten"] * 5
        assert "Fatima" in app.text
        await app.press("space", "enter")
        report = next(made_folder(app.path).glob("*-rapport.html")).read_text(encoding="utf-8")
    chosen = app.path.read_text(encoding="utf-8")
    assert saved(app.path).state.details().shown == ["Fatima"]
    assert "Jan de Vries" in chosen, "the session itself loses nothing"
    assert "Dat is zo gekozen." in report
    assert "Fatima kookt" in report
    assert "de Vries" not in report
    async with running(example("card"), tmp_path, size=(80, 24)) as app:
        await finish(app)
        assert "Wat mag buiten de zaal" not in app.text, "that was asked"


async def test_nothing_is_asked_where_nobody_is_named(tmp_path: Path) -> None:
    def nobody(state: State) -> State:
        return at_the_end(state).replace(registers={}, notes={})

    async with running(example("card"), tmp_path, prepare=nobody) as app:
        await finish(app)
        assert list(made_folder(app.path).glob("*-rapport.html"))

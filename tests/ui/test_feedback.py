"""What became of everything that people put forward: answered afterwards, and told in a letter."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from facilitator.orders import made_folder
from facilitator.session.registers import Actor, Agreement, Contribution, Item, Objection, Parked, Task
from facilitator.session.session_leaves import CLOSING
from facilitator.session.state import Position, State
from tests.report.reading import Page
from tests.steps.running import Running, example, running

DAY = date(2026, 3, 12)


def put_forward(state: State) -> State:
    """Give an evening in which something of every sort was put forward, at its end."""
    registers = {
        "items": {
            "item0001": Item(text="Er wordt te hard gereden", sort="worry"),
            "item0002": Item(text="Meer groen", sort="ambition"),
            "item0003": Item(text="De voetbalclub", sort="pride"),
        },
        "tasks": {"task0001": Task(name="Een groene straat", item="item0002")},
        "parked": {"park0001": Parked(text="De bushalte", who="gemeente")},
        "actors": {"actor001": Actor(name="De Kring", side="formal")},
        "contributions": {
            "offer001": Contribution(actor="actor001", direction="brings", what="Een zaal", task="task0001"),
            "offer002": Contribution(actor="actor001", direction="asks", what="Vrijwilligers"),
        },
        "agreements": {
            "agree001": Agreement(
                what="Een buurtfeest",
                who="De Kring",
                due=date(2026, 4, 2),
                firmness="agreement",
                objections=[Objection(id="object01", reason="Te duur", status="open")],
            ),
        },
    }
    return state.replace(registers=registers, at=Position(*CLOSING.split("/")))


async def open_panel(app: Running) -> None:
    await app.press("escape", "a")


async def answered(app: Running, text: str, who: str = "") -> None:
    await app.press("enter")
    await app.type(text)
    await app.press("enter")
    if who:
        await app.press("o")
        await app.type(who)
        await app.press("enter")


async def test_what_has_no_answer_comes_first_and_pride_asks_nothing(tmp_path: Path) -> None:
    async with running(example("card"), tmp_path, prepare=put_forward, size=(80, 30)) as app:
        await open_panel(app)
        assert "Er zijn 7 dingen naar voren gebracht. Nog geen antwoord: 4." in app.text
        lines = [line.strip() for line in app.body]
        marks = [line[:1] for line in (each.lstrip("▸ ") for each in lines) if line[:1] in "○✓"]
        assert [mark for mark in marks if mark] == ["○"] * 4 + ["✓"] * 3
        assert "Dit werd een opgave: Een groene straat." in app.text
        assert "Dit loopt. Klaar op: donderdag 2 april." in app.text
        assert "De voetbalclub" not in app.text


async def test_an_answer_stays_where_it_is_with_by_whom_and_when(tmp_path: Path) -> None:
    async with running(example("card"), tmp_path, prepare=put_forward, size=(80, 30)) as app:
        await open_panel(app)
        await answered(app, "Er komen drempels", "de gemeente")
        assert "Nog geen antwoord: 3." in app.text
        assert "Er komen drempels · de gemeente · 12 mrt" in app.text
        reply = app.state.items()["item0001"].answer
        assert reply is not None
        assert (reply.text, reply.who, reply.day) == ("Er komen drempels", "de gemeente", DAY)
        await app.press("delete")
        assert app.state.items()["item0001"].answer is None
        assert "Nog geen antwoord: 4." in app.text
        await app.press("escape", "ctrl+z")
        assert "Teruggenomen: een antwoord." in app.status
    async with running(example("card"), tmp_path) as app:
        reply = app.state.items()["item0001"].answer
        assert reply is not None
        assert reply.who == "de gemeente"


async def test_every_sort_can_be_answered(tmp_path: Path) -> None:
    async with running(example("card"), tmp_path, prepare=put_forward, size=(80, 40)) as app:
        await open_panel(app)
        for number in range(7):
            await answered(app, f"antwoord {number}")
            await app.press("down")
        assert "Nog geen antwoord: 0." in app.text
        agreement = app.state.agreements()["agree001"]
        assert agreement.answer
        assert agreement.objections[0].answer
        assert agreement.objections[0].status == "open", "only a room can say that it is met"
        assert app.state.contributions()["offer002"].answer
        assert app.state.parked()["park0001"].answer


async def test_a_letter_tells_what_is_new_since_the_one_before(tmp_path: Path) -> None:
    async with running(example("card"), tmp_path, prepare=put_forward, size=(80, 30)) as app:
        await open_panel(app)
        await answered(app, "Er komen drempels")
        await app.press("b")
        assert "De brief staat klaar:" in app.status
        letter = made_folder(app.path) / f"{app.path.stem}-terugkoppeling.html"
        first = Page(letter.read_text(encoding="utf-8")).text
        assert first.index("Nog geen antwoord") < first.index("Wat ermee is gedaan")
        assert "Nieuw sinds" not in first
        app.clock.go_on(60 * 24 * 21)
        await app.press("down")
        await answered(app, "Die komt in juni terug", "vervoerder")
        await app.press("b")
        second = Page(letter.read_text(encoding="utf-8")).text
        new = second[second.rindex("Nieuw sinds de vorige brief") : second.rindex("Wat u al wist")]
        assert "Die komt in juni terug. (vervoerder, donderdag 2 april 2026)" in new
        assert "Er komen drempels" not in new
        assert "Er komen drempels" in second


async def test_of_an_agreement_that_is_late_nobody_said_what_became(tmp_path: Path) -> None:
    async with running(example("card"), tmp_path, prepare=put_forward, size=(80, 30)) as app:
        app.clock.go_on(60 * 24 * 40)
        await open_panel(app)
        assert "Nog geen antwoord: 5." in app.text

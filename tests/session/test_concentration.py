"""Where things come together: places are counted over all that was told, whatever the capitals."""

from __future__ import annotations

from facilitator.session.concentration import places_named, say_spots, spots
from facilitator.session.registers import Fact, Item, Task
from facilitator.session.state import State
from facilitator.words import Words
from tests.report.made_up import bare

NL = Words("nl")


def _told() -> State:
    items = {
        "item0001": Item(text="donker", sort="worry", where="Het plein", theme="veilig"),
        "item0002": Item(text="vuil", sort="worry", where="het  PLEIN", theme="schoon"),
        "item0003": Item(text="fijn", sort="pride", where="de brug"),
        "item0004": Item(text="nergens", sort="worry"),
    }
    facts = {"fact0001": Fact(what="meldingen", value="40", where="het plein")}
    return bare(registers={"items": items, "facts": facts})


def test_places_count_together_whatever_the_capitals_and_are_said_as_first_written() -> None:
    state = _told()
    assert places_named(state) == ["Het plein", "de brug"]
    assert [(spot.name, spot.count, dict(spot.themes)) for spot in spots(state)] == [
        ("Het plein", 3, {"veilig": 1, "schoon": 1})
    ]
    assert say_spots(state, NL) == "Hier komt het samen: Het plein (3: veilig 1, schoon 1)."


def test_what_is_said_once_of_a_place_does_not_come_together() -> None:
    only = bare(registers={"items": {"item0001": Item(text="a", sort="worry", where="de brug")}})
    assert spots(only) == []
    assert say_spots(only, NL) == ""


def test_a_task_and_the_item_it_was_made_from_count_once() -> None:
    item = Item(text="donker", sort="worry", where="de brug")
    task = Task(name="licht", item="item0001", where="De brug")
    both = bare(registers={"items": {"item0001": item}, "tasks": {"task0001": task}})
    assert spots(both) == []
    more = bare(
        registers={
            "items": {"item0001": item},
            "tasks": {"task0001": task, "task0002": Task(name="bankjes", where="de brug", theme="groen")},
        }
    )
    assert say_spots(more, NL) == "Hier komt het samen: De brug (2: groen 1)."

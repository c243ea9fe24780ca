"""What a following session knows of the meetings before it, and of whom what came over is."""

from __future__ import annotations

from datetime import date

import pytest

from facilitator.kinds import kinds
from facilitator.session.carry_over import carry_over
from facilitator.session.choices import chosen_at, chosen_first, chosen_now
from facilitator.session.kept_words import kept_before
from facilitator.session.provenance import say_chosen, say_energy, say_origin, say_shared, say_waits
from facilitator.session.registers import Actor, Fact, Item, Task
from facilitator.session.state import State
from facilitator.steps.questions.kind import QuestionsStep
from facilitator.storage.session_file import read_text, write_text
from facilitator.words import Words
from tests.steps.running import begun, example

NL = Words("nl")
QUIET, PLAY, DOOR = "item0001", "item0002", "item0003"
WORDS = {"answers": [{"id": "answer01", "question": "vast", "text": "Blok C gaat weg"}]}


def first_evening(**changes: object) -> State:
    """Give an evening at which residents and others spoke, shared, chose and recognised."""
    state = begun(example("choose"))
    items = {
        QUIET: Item(text="Rust in de straat", sort="worry", perspective="bewoners", there=6, energy="much"),
        PLAY: Item(text="Een plek om te spelen", sort="ambition", shared="shared"),
        DOOR: Item(text="Elke deur staat open", sort="ambition", shared="one-side"),
    }
    facts = {
        "fact0001": Fact(
            what="Huizen met vocht", value="38 %", recognised={"bewoners": "yes"}, answered={"bewoners": 6}
        )
    }
    use, step = next((use, step) for use, step in state.places() if step.kind == "choose")
    chosen = {"chosen": [PLAY], "texts": {PLAY: "x", QUIET: "y"}, "waits": {QUIET: "eerst het plein"}}
    return state.replace(
        registers={
            "items": items,
            "facts": facts,
            "actors": {"actor001": Actor(name="De bakker", side="informal", energy="some")},
        },
        people={"bewoners": 6},
        results={f"{use.id}/{step.id}": chosen},
        **changes,
    )


def next_evening(earlier: State, day: date = date(2026, 4, 9)) -> State:
    carried = carry_over(earlier, kinds())
    state = begun(example("card"))
    about = state.about.model_copy(update={"day": day})
    following = state.replace(about=about, registers=carried.registers, before=carried.before)
    loaded = read_text(write_text(following, 0), kinds())
    assert (loaded.state, loaded.seal) == (following, "ok")
    return loaded.state


def test_a_choice_is_known_at_the_next_meetings_with_who_made_it() -> None:
    state = next_evening(first_evening())
    assert chosen_now(first_evening()) == [PLAY]
    assert chosen_now(state) == []
    assert chosen_first(state) == [PLAY]
    meeting = chosen_at(state, PLAY)
    assert meeting is not None
    assert meeting.waits == {QUIET: "eerst het plein"}
    assert say_chosen(PLAY, state, NL) == f"gekozen ({first_evening().scenario.title}, 12 mrt)"
    assert say_chosen(QUIET, state, NL) == ""
    title = first_evening().scenario.title
    assert say_waits(QUIET, state, NL) == f"wacht sinds {title}, 12 mrt: eerst het plein"
    assert say_waits(PLAY, state, NL) == say_waits(DOOR, state, NL) == ""
    again = next_evening(state, date(2027, 1, 7))
    assert say_chosen(PLAY, again, NL).endswith("12 mrt 2026)"), "of another year it says which"


def test_what_holds_only_for_who_said_it_is_asked_again() -> None:
    """Nobody speaks for who was not asked: what was said of the words stays with who said it."""
    state = next_evening(first_evening())
    assert [item.shared for item in state.items().values()] == ["", "", ""]
    assert [item.energy for item in state.items().values()] == ["", "", ""]
    assert state.actors()["actor001"].energy == ""
    assert state.facts()["fact0001"].recognised == {"bewoners": "yes"}, "that has its own day"
    (meeting,) = state.meetings
    assert (meeting.shared, meeting.one_side) == ([PLAY], [DOOR])
    assert meeting.energy == {QUIET: "much", "actor001": "some"}
    assert say_shared(PLAY, state, NL).startswith("gedeeld door ")
    assert say_shared(DOOR, state, NL).startswith("van één kant gezien door ")
    assert say_shared(QUIET, state, NL) == ""
    assert say_energy(QUIET, state, NL).startswith("handen bij ")
    assert say_energy(PLAY, state, NL) == ""


def test_what_came_over_says_of_whom_and_when_and_what_is_new_only_of_whom() -> None:
    state = next_evening(first_evening())
    assert say_origin(QUIET, state, NL, "bewoners") == "bewoners, 12 mrt"
    assert say_origin(PLAY, state, NL) == f"{first_evening().scenario.title}, 12 mrt"
    new = state.replace(registers={"items": {"item0009": Item(text="Nieuw", sort="worry")}})
    assert say_origin("item0009", new, NL, "bewoners") == "bewoners"
    assert say_origin("item0009", new, NL) == ""


def test_a_group_with_a_name_is_called_so() -> None:
    earlier = first_evening()
    named = earlier.replace(scenario=earlier.scenario.model_copy(update={"group": "bestuurders"}))
    assert say_origin(PLAY, next_evening(named), NL) == "bestuurders, 12 mrt"


def asked(text: str, topic: str = "ruimte") -> State:
    """Give an evening with one answer, that its step keeps for later."""
    state = begun(example("questions"))
    uses = [
        use.model_copy(update={"steps": [step.model_copy(update={"keep": topic}) for step in use.steps]})
        for use in state.scenario.uses
    ]
    use, step = next((use, step) for use, step in state.places() if isinstance(step, QuestionsStep))
    question = step.questions[0].id
    answers = [
        {"id": "answer01", "question": question, "text": text},
        {"id": "answer02", "question": question, "text": "Niet alles", "differs": True},
    ]
    scenario = state.scenario.model_copy(update={"uses": uses})
    return state.replace(scenario=scenario, results={f"{use.id}/{step.id}": {"answers": answers}})


def test_what_a_step_keeps_is_known_later_under_its_name() -> None:
    state = next_evening(asked("Blok C gaat weg"))
    ((meeting, words),) = kept_before(state, ["ruimte"])
    assert meeting.title == asked("").scenario.title
    assert [(line.text, line.differs) for line in words.lines] == [
        ("Blok C gaat weg", False),
        ("Niet alles", True),
    ]
    assert all(line.about for line in words.lines)
    assert list(kept_before(state, ["anders"])) == []
    assert list(kept_before(next_evening(begun(example("questions"))), ["ruimte"])) == [], "nothing was said"


def test_of_a_topic_the_newest_words_come_along() -> None:
    carried = carry_over(asked("Eerst zo"), kinds())
    later = asked("Toch anders").replace(before=carried.before)
    found = [words.lines[0].text for _, words in kept_before(next_evening(later), ["ruimte"])]
    assert found == ["Toch anders"]
    beside = asked("Iets anders", "ritme").replace(before=carried.before)
    found = [words.lines[0].text for _, words in kept_before(next_evening(beside), ["ruimte", "ritme"])]
    assert found == ["Eerst zo", "Iets anders"]


@pytest.mark.parametrize("gone", [PLAY, DOOR])
def test_of_what_was_taken_out_nothing_is_said_any_more(gone: str) -> None:
    state = next_evening(first_evening())
    items = {name: item for name, item in state.items().items() if name != gone}
    after = next_evening(state.replace(registers={**state.registers, "items": items}))
    assert gone not in write_text(after, 0)


def test_a_meeting_of_which_nothing_is_left_is_forgotten_and_the_last_is_not() -> None:
    state = next_evening(first_evening())
    empty = next_evening(state.replace(registers={"tasks": {"task0001": Task(name="Schoon plein")}}))
    assert [meeting.made for meeting in empty.meetings] == [["task0001"]]


def test_what_was_chosen_later_does_not_wait_any_more() -> None:
    state = next_evening(first_evening())
    use, step = next((use, step) for use, step in first_evening().places() if step.kind == "choose")
    chosen = {"chosen": [QUIET], "texts": {QUIET: "y"}}
    later = first_evening().replace(
        registers=state.registers, before=state.before, results={f"{use.id}/{step.id}": chosen}
    )
    assert say_waits(QUIET, next_evening(later), NL) == ""
    assert say_chosen(QUIET, next_evening(later), NL) != ""

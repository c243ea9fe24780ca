"""Nothing of a session says that it comes from a group that is too small."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from facilitator.kinds import kinds
from facilitator.problems import Problem
from facilitator.report.message import message
from facilitator.scenario.model import Perspective
from facilitator.session.carry_over import carry_over
from facilitator.session.commands import put, set_result
from facilitator.session.disclosure import for_outside, named, spared
from facilitator.session.events import RegisterPut
from facilitator.session.registers import Actor, Agreement, Entry, Fact, Item, Objection, Story
from facilitator.session.state import About, Before, State
from facilitator.session_files import report_text
from facilitator.steps.agreements.commands import object_to, stand_beside
from facilitator.steps.facts.commands import recognise
from facilitator.storage.places import Places
from facilitator.storage.session_file import _end, write_text
from facilitator.storage.store import Store
from facilitator.words import Words
from tests.report.made_up import scenario, step, use

NL = Words("nl")
DAY = date(2026, 11, 22)
WHO = "wethouders"
COUNTS = range(6)
TIED: dict[str, tuple[Any, Entry]] = {
    "objection": (
        "agreements",
        Agreement(
            what="Een bankje",
            who="wij",
            due=date(2026, 12, 1),
            firmness="agreement",
            heard="objection",
            objections=[Objection(id="object01", reason="Geen geld", perspective=WHO)],
        ),
    ),
    "story": ("stories", Story(text="Het was koud", perspective=WHO)),
    "recognised story": ("stories", Story(text="Het was koud", recognised={WHO: "no"})),
    "figure": ("facts", Fact(what="Huizen met vocht", recognised={WHO: "no", "bewoners": "yes"})),
    "item": ("items", Item(text="Herrie", sort="worry", perspective=WHO)),
    "actor": ("actors", Actor(name="Bestuur", side="formal", perspective=WHO)),
}


def untied(entry: Any) -> Any:
    """Give the same entry as if nobody had asked from where it came."""
    changes: dict[str, Any] = {}
    if isinstance(entry, Agreement):
        changes["objections"] = [each.model_copy(update={"perspective": None}) for each in entry.objections]
    if getattr(entry, "perspective", None):
        changes["perspective"] = None
    if isinstance(entry, Fact | Story):
        changes["recognised"] = {who: said for who, said in entry.recognised.items() if who != WHO}
    return entry.model_copy(update=changes)


def session(count: int, **registers: Any) -> State:
    """Give a session with so many of one perspective, and enough of the others."""
    made = scenario(
        perspectives=[Perspective(id=each, title=each) for each in (WHO, "bewoners", "professionals")],
        uses=[
            use("begin", step("checkin", "wie", 7)),
            use("kijken", step("facts", "cijfers"), step("collect", "halen", ask="cluster")),
            use("netwerk", step("actors", "kaart", ask="formal")),
            use("slot", step("agreements", "afspraken", 15)),
        ],
        statement_sets=[],
    )
    about = About(
        id="abcd1234",
        place="Vogelbuurt",
        day=DAY,
        starts=time(19, 30),
        keep_until=date(2027, 11, 22),
        made_with="0.1.0",
    )
    people = {WHO: count, "bewoners": 5, "professionals": 7}
    people = {who: number for who, number in people.items() if number}
    return State(about=about, scenario=made, people=people, registers=registers)


def everything(state: State, folder: Path) -> list[str]:
    """Give all that is made of an older file that holds this: also the file when it is closed again."""
    places = Places(folder / "sessions", folder / "state")
    path = places.sessions / "avond.toml"
    path.parent.mkdir(parents=True)
    path.write_text(write_text(state, 0), encoding="utf-8")
    opened = Store.open(places, path, kinds(), today=DAY)
    screen = str(opened.history.state.registers)
    opened.store.close(opened.history.state, 0)
    file = path.read_text(encoding="utf-8")
    papers = [report_text(state, NL, DAY, sort) for sort in ("txt", "md", "html")]
    carried = carry_over(state, kinds())
    following = session(9).replace(
        registers=carried.registers, before=carried.before, people={WHO: 9, "bewoners": 5}
    )
    return [file, *papers, message(state, NL, DAY), screen, report_text(following, NL, DAY, "txt")]


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("kind", TIED)
def test_from_too_few_nothing_leaves_the_room(kind: str, count: int, tmp_path: Path) -> None:
    """A file that holds it says, wherever it is read, to the letter what it would say without."""
    register, entry = TIED[kind]
    said = everything(session(count, **{register: {"entry001": entry}}), tmp_path / "a")
    without = everything(session(count, **{register: {"entry001": untied(entry)}}), tmp_path / "b")
    large = count >= 3 or (kind == "actor" and not count)
    assert (said == without) != large


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("kind", TIED)
def test_no_command_ties_anything_to_too_few(kind: str, count: int) -> None:
    register, entry = TIED[kind]
    outcome = put(session(count), register, "entry001", entry)
    if count >= 3 or (kind == "actor" and not count):
        assert not isinstance(outcome, Problem)
    else:
        assert outcome == Problem("session.points_at", {"minimum": 3})


@pytest.mark.parametrize("count", COUNTS)
def test_what_was_said_by_enough_stays_theirs_when_some_leave(count: int, tmp_path: Path) -> None:
    """What counts is how many there were when it was said, not how many there are at the end."""
    for number, (register, entry) in enumerate(each for kind, each in TIED.items() if kind != "actor"):
        outcome = put(session(4), register, "entry001", entry)
        assert not isinstance(outcome, Problem)
        (event,) = outcome
        assert isinstance(event, RegisterPut)
        state = session(count, **{register: {"entry001": event.entry}})
        assert spared(state) is state
        without = session(count, **{register: {"entry001": untied(entry)}})
        assert everything(state, tmp_path / f"{number}a") != everything(without, tmp_path / f"{number}b")


@pytest.mark.parametrize(("heard", "there"), [(0, False), (1, False), (2, False), (3, True)])
def test_an_older_file_knows_who_were_there_when_an_objection_was_heard(heard: int, there: bool) -> None:
    """Six are there now; at the objection there were fewer."""
    entry = TIED["objection"][1].model_copy(update={"present": {WHO: heard, "bewoners": 5}})
    state = spared(session(6, agreements={"entry001": entry}))
    assert (state.agreements()["entry001"].objections[0].perspective == WHO) == there


def test_who_is_offered_is_who_is_taken() -> None:
    for count in COUNTS:
        state = session(count, agreements={"entry001": untied(TIED["objection"][1])})
        assert (WHO in named(state)) == (count >= 3)
        outcome = stand_beside(state, "entry001", "object01", WHO)
        assert isinstance(outcome, Problem) == (count < 3)
        fact = session(count, facts={"entry001": Fact(what="Huizen")})
        assert isinstance(recognise(fact, "entry001", WHO, "no"), Problem) == (count < 3)
        assert not isinstance(object_to(state, "entry001", "object02", "Te duur"), Problem)


def test_a_session_that_follows_counts_who_were_there_then() -> None:
    before = Before(session="aaaaaaaa", title="Eerst", day=date(2026, 10, 1), people={WHO: 4})
    entry = TIED["item"][1]
    state = session(0, items={"entry001": entry})
    assert spared(state).items()["entry001"].perspective is None
    assert spared(state.replace(before=before)).items()["entry001"].perspective == WHO


# -- other hats


def hats(state: State) -> str:
    return report_text(state, NL, DAY, "txt")


@pytest.mark.parametrize("count", COUNTS)
def test_a_hat_leaves_the_room_when_three_share_it(count: int, tmp_path: Path) -> None:
    outcome = set_result(session(5), kinds(), "session/hats", "counted", {"decides": count, "lives": 4})
    assert not isinstance(outcome, Problem)
    state = session(5).replace(results={"session/hats": {"counted": {"decides": count, "lives": 4}}})
    assert ("bestuurt of beslist" in hats(state)) == (count >= 3)
    assert "woont hier 4" in hats(state)
    places = Places(tmp_path / "sessions", tmp_path / "state")
    store = Store.begin(places, state, kinds())
    store.close(state, 0)
    assert ("decides" in store.path.read_text(encoding="utf-8")) == (count >= 3)
    assert state.hats()["decides"] == count, "in the room they are seen"
    assert for_outside(for_outside(state)) == for_outside(state)


def test_a_hat_in_the_words_of_who_wears_it_goes_when_the_file_is_closed(tmp_path: Path) -> None:
    """Files of before held what people typed: an office of one person, for instance."""
    places = Places(tmp_path / "sessions", tmp_path / "state")
    state = session(5)
    store = Store.begin(places, state, kinds())
    store.close(state, 0)
    body = store.path.read_text(encoding="utf-8").partition("\n[end]")[0]
    typed = '[results."begin/wie"]\nhats = ["voorzitter van de schaakclub"]\n\n[scenario]'
    old = body.replace("[scenario]", typed, 1)
    store.path.write_text(_sealed(old), encoding="utf-8")
    opened = Store.open(places, store.path, kinds(), today=DAY)
    assert opened.news == []
    assert "voorzitter" not in hats(opened.history.state)
    opened.store.close(opened.history.state, 0)
    assert "voorzitter" not in store.path.read_text(encoding="utf-8")


def test_a_file_with_nothing_too_much_is_left_as_it_is(tmp_path: Path) -> None:
    places = Places(tmp_path / "sessions", tmp_path / "state")
    state = session(5, items={"entry001": TIED["item"][1]})
    store = Store.begin(places, state, kinds())
    store.close(state, 0)
    before = store.path.read_bytes(), store.path.stat().st_mtime_ns
    opened = Store.open(places, store.path, kinds(), today=DAY)
    opened.store.close(opened.history.state, 0)
    assert (store.path.read_bytes(), store.path.stat().st_mtime_ns) == before


def _sealed(body: str) -> str:
    return body + _end(body, 0)

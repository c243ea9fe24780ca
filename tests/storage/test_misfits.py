"""What the app would not have written is refused when it is read: one sentence, with its line."""

from __future__ import annotations

import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.cli import main
from facilitator.kinds import kinds
from facilitator.problems import Place, Problem, Refused
from facilitator.session.events import (
    Event,
    JournalEntry,
    Noted,
    PeopleChanged,
    RegisterPut,
    ResultSet,
    RoundClosed,
    RoundOpened,
)
from facilitator.session.history import History
from facilitator.session.registers import MOST_ENTRIES, Actor, Parked
from facilitator.session.rounds import ShownGroup
from facilitator.session.state import Before, EarlierVote
from facilitator.storage.consistency import MOST_UNDER, count_fitting, misfits
from facilitator.storage.frames import frame, read_header, unframe
from facilitator.storage.session_file import Loaded, read_text, write_text
from facilitator.words import LANGUAGES, Language, Words
from tests.report.made_up import DAY, evening, first_vote
from tests.storage.conftest import Room, codes, refusals
from tests.storage.story import KINDS, a_shown_result, act, begin, folded, noted
from tests.ui.test_home_own import home

EARLIER = EarlierVote(day=DAY, texts={"meer": "Is er meer nodig?"}, shown=first_vote())
EVENING = evening(before=Before(session="zzzzzzzz", title="Eerder", day=DAY, votes=[EARLIER]))
TEXT = write_text(EVENING, 7)
ROUND = "rounds.round001"
GROUP = f"{ROUND}.shown.groups[1]"
AGREED = "agreements.agree002"
EXPECTED = "beleid = 6\nbewoners = 5\nprofessionals"


def sealed(text: str) -> str:
    """Give a text with the seal that belongs to it, as someone makes it who knows how."""
    body, _, _ = text.rpartition("\n[end]\n")
    last = f"{body}\n[end]\nseq = 7\n"
    return f'{last}crc32 = "{zlib.crc32(last.encode()):08x}"\n'


def refused(text: str) -> list[Problem]:
    with pytest.raises(Refused) as caught:
        read_text(text, kinds(), Place("avond.toml"))
    assert codes(caught.value.problems)
    return list(caught.value.problems)


WRONG = [
    ("meer = [0, 1, 3, 2, 0]", "meer = [0, 1, 3, 2]", "row", f"{GROUP}.answers.meer"),
    ("meer = [0, 1, 3, 2, 0]", "meer = [0, 1, 3, 2, 0, 0]", "row", f"{GROUP}.answers.meer"),
    ("meer = [0, 1, 3, 2, 0]", "meer = []", "row", f"{GROUP}.answers.meer"),
    ("meer = [0, 1, 3, 2, 0]", "meer = [0, 1, 3, 3, 0]", "sum", f"{GROUP}.answers.meer"),
    ("meer = [0, 1, 3, 2, 0]", "meer = [0, 1, 2, 2, 0]", "sum", f"{GROUP}.answers.meer"),
    ("meer = [0, 1, 3, 2, 0]", "anders = [0, 1, 3, 2, 0]", "no_statement", f"{GROUP}.answers.anders"),
    ("ballots = 6\n", "ballots = 2\n", "small_group", f"{GROUP}.ballots"),
    ("ballots = 6\n", "ballots = 600\n", "too_many_people", f"{GROUP}.ballots"),
    ("beforehand = 2\n", "beforehand = 10\n", "beforehand", f"{ROUND}.shown.groups[3].beforehand"),
    ('group = "bewoners"', 'group = "beleid"', "twice", f"{ROUND}.shown.groups[2].group"),
    ('group = "bewoners"', 'group = "total"', "grouping", f"{ROUND}.shown.groups[2].group"),
    ('group = "bewoners"', 'group = "buren"', "no_perspective", f"{ROUND}.shown.groups[2].group"),
    ("points = 4\nminimum", "points = 5\nminimum", "points", f"{ROUND}.shown.points"),
    (
        'minimum = 3\n\n[[rounds.round001',
        'minimum = 3\nsilent = ["beleid"]\n\n[[rounds.round001',
        "shown_and_not",
        f"{ROUND}.shown.silent[1]",
    ),
    (
        'minimum = 3\n\n[[rounds.round001',
        'minimum = 3\ntoo_small = ["buren"]\n\n[[rounds.round001',
        "no_perspective",
        f"{ROUND}.shown.too_small[1]",
    ),
    (
        '[rounds.round001.shown]\ngrouping = "perspective"',
        '[rounds.round001.shown]\ngrouping = "total"',
        "grouping",
        f"{ROUND}.shown.grouping",
    ),
    ('way = "paper"', 'way = "hands"', "open_vote", f"{ROUND}.way"),
    ('status = "revealed"', 'status = "open"', "status", f"{ROUND}.status"),
    ('status = "revealed"', 'status = "closed"', "status", f"{ROUND}.status"),
    ('step = "stem"', 'step = "weg"', "no_step", f"{ROUND}.step"),
    ('step = "stem"', 'step = "pauze"', "no_vote", f"{ROUND}.step"),
    ('statements = ["meer", ', 'statements = ["trots", ', "no_statement", f"{ROUND}.statements[1]"),
    ('statements = ["meer", ', 'statements = ["beter", ', "twice", f"{ROUND}.statements[3]"),
    (EXPECTED, "buren = 6\nprofessionals", "no_perspective", f"{ROUND}.expected.buren"),
    (EXPECTED, "beleid = 501\nprofessionals", "too_many_people", f"{ROUND}.expected.beleid"),
    ("[people]\nbeleid = 6", "[people]\nbeleid = 501", "too_many_people", "people.beleid"),
    ("[people]\nbeleid = 6", "[people]\nburen = 6", "no_perspective", "people.buren"),
    ("listeners = 2", "listeners = 900", "too_many_people", "people.listeners"),
    ("present]\nbeleid = 6", "present]\nbeleid = 700", "too_many_people", f"{AGREED}.present.beleid"),
    ("[parked.park0002]", "[parked.actor001]", "twice", "parked.actor001"),
    ('{ id = "answer02"', '{ id = "answer01"', "twice", "results.praten/vragen.answers[2].id"),
    ('[notes.note0004]\nuse = "netwerk"', '[notes.note0004]\nuse = "weg"', "no_step", "notes.note0004.use"),
    ('[results."praten/vragen"]', '[results."praten/weg"]', "no_step", "results.praten/weg"),
    ("steps = 11", 'left_out = ["weg"]\nsteps = 11', "no_block", "left_out[1]"),
    ('{ id = "bewoners", title', '{ id = "beleid", title', "twice", "scenario.perspectives[2].id"),
    ('{ id = "bewoners", title', '{ id = "total", title', "reserved", "scenario.perspectives[2].id"),
    ('id = "slot"', 'id = "begin"', "twice", "scenario.uses[5].id"),
    ('id = "einde"', 'id = "afspraken"', "twice", "scenario.uses[5].steps[2].id"),
    ('{ id = "gehoord"', '{ id = "trots"', "twice", "scenario.statement_sets[2].statements[2].id"),
    ('bewoners = "eigen"', 'bewoners = "weg"', "no_set", "scenario.uses[2].steps[1].back.bewoners"),
    ('of = "stem"', 'of = "weg"', "shows_nothing", "scenario.uses[2].steps[3].of"),
    ('of = "stem"', 'of = "pauze"', "shows_nothing", "scenario.uses[2].steps[3].of"),
    ('of = "stem"\n', "", "shows_nothing", "scenario.uses[2].steps[3].of"),
]  # fmt: skip


def test_what_was_written_can_be_read() -> None:
    loaded = read_text(TEXT, kinds())
    assert loaded == Loaded(EVENING, 7, "ok", marks=loaded.marks)
    assert sealed(TEXT) == TEXT


@pytest.mark.parametrize(("old", "new", "code", "key"), WRONG, ids=lambda each: each[:40])
def test_what_cannot_be_right_is_told_at_its_line_whether_the_file_is_sealed_or_not(
    old: str, new: str, code: str, key: str
) -> None:
    assert old in TEXT
    text = TEXT.replace(old, new, 1)
    for wrong in (text, sealed(text)):
        told = refused(wrong)
        found = next((each for each in told if (each.code, each.key) == (f"storage.{code}", key)), None)
        assert found, [(each.code, each.key) for each in told]
        assert found.place
        assert found.place.line > 1
        last = wrong.splitlines()[found.place.line - 1]
        assert (
            new == "" or last.split(" ")[0].strip("[]") in new or last in new or new.splitlines()[-1] in last
        )


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("ballots = 5", "ballots = 2", "small_group"),
        ("meer = [0, 0, 1, 4, 0]", "meer = [0, 0, 1, 4]", "row"),
        ("meer = [0, 0, 1, 4, 0]", "meer = [9, 0, 1, 4, 0]", "sum"),
    ],
)
def test_an_earlier_vote_is_looked_at_as_well(old: str, new: str, code: str) -> None:
    head, mark, before = TEXT.partition("[before]")
    told = refused(sealed(head + mark + before.replace(old, new, 1)))
    assert f"storage.{code}" in {each.code for each in told}
    assert all(each.key.startswith("before.votes[1].shown.groups[2].") for each in told)


def test_a_sensitive_step_shows_no_group_under_five() -> None:
    text = TEXT.replace('sets = ["urgentie"]\nlevel', 'sensitive = true\nsets = ["urgentie"]\nlevel', 1)
    assert {each.code for each in refused(sealed(text))} == {"storage.minimum"}


def test_a_group_without_counts_for_some_statement_is_no_mistake() -> None:
    """Not every statement of a round needs counts in every group."""
    text = TEXT.replace("meer = [0, 1, 3, 2, 0]\n", "", 1)
    assert read_text(sealed(text), kinds()).seal == "ok"


@pytest.mark.parametrize("name", ["actors", "agreements", "parked", "notes", "rounds"])
def test_what_is_too_much_is_refused_before_anything_is_made_of_it(name: str) -> None:
    """An entry that means nothing is not even looked at: there are too many."""
    most = MOST_UNDER[name]
    entries = "".join(f'\n[{name}.x{n:07d}]\nniets = "x"\n' for n in range(most + 1))
    body, _, end = TEXT.rpartition("\n[end]\n")
    told = refused(f"{body}{entries}\n[end]\n{end}")
    here = len({**EVENING.registers, "notes": EVENING.notes, "rounds": EVENING.rounds}[name])
    assert [(each.code, each.key, each.values) for each in told] == [
        ("storage.too_many", name, {"n": most + 1 + here, "most": most})
    ]


@pytest.mark.parametrize(
    "one", ['\n[actors.x{n:07d}]\nname = "B"\nside = "informal"\n', "\nk{n} = {{b = 1}}"]
)
def test_what_is_very_much_is_refused_before_it_is_read_as_toml(one: str) -> None:
    """It is no TOML at all: were it read, that would be said."""
    huge = TEXT + "".join(one.format(n=n) for n in range(100_000)) + "\n]]\n"
    (told,) = refused(huge)
    actors = "actors" in one
    assert told.code == ("storage.too_many" if actors else "storage.too_much")
    assert told.values == ({"n": 100_002, "most": MOST_ENTRIES} if actors else {})


# -- through the doors


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_command_says_what_is_wrong_and_where(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: Language
) -> None:
    path = tmp_path / "avond.toml"
    text = sealed(TEXT.replace("meer = [0, 1, 3, 2, 0]", "meer = [0, 1, 3, 2]", 1))
    path.write_text(text, encoding="utf-8")
    line = text[: text.index("meer = [0, 1, 3, 2]")].count("\n") + 1
    for words in (
        ["report", str(path), "--to", "txt"],
        ["run", "proefronde", "--after", str(path)],
    ):
        assert main([*words, "--lang", language, "--folder", str(tmp_path)]) == 1
        err = " ".join(capsys.readouterr().err.split())
        assert f"avond.toml:{line}:8" in err
        assert Words(language)("storage.row", n=5, found=4) in err
        assert "meer = [0, 1, 3, 2]" in err
    assert path.read_text(encoding="utf-8") == text


async def test_home_says_it_and_goes_on_with_the_rest(tmp_path: Path) -> None:
    room = Room(tmp_path)
    room.closed([noted(1, "een")])
    path = room.places.sessions / "vogelbuurt" / "2026-11-30-avond.toml"
    path.parent.mkdir()
    path.write_text(sealed(TEXT.replace("ballots = 6\n", "ballots = 2\n", 1)), encoding="utf-8")
    async with home(tmp_path, (64, 18)) as app:
        await app.press("down", "enter")
        assert "▸ Vogelbuurt" in app.text
        flat = " ".join(app.text.split())
        assert "2026-11-30-avond.toml:" in flat
        assert "Deze groep heeft 2 briefjes." in flat
        await app.press("up", "enter")
        assert app.state.about.place == "Zandpoort"


# -- a journal


WRONG_ACTIONS: list[list[Event]] = [
    [PeopleChanged(who="buren", count=3)],
    [PeopleChanged(who="residents", count=501)],
    [Noted(id="n0000009", use="weg", step="vote", text="x")],
    [ResultSet(use="weg", step="ask", field="answers", value=[])],
    [ResultSet(use="urgency", step="ask", field="answers", value=3)],
    [RegisterPut(register_name="parked", id="aaaaaaaa", entry=Parked(text="x")),
     RegisterPut(register_name="actors", id="aaaaaaaa", entry=Actor(name="x", side="formal"))],
    [RoundClosed(id="r0000001", shown=a_shown_result().model_copy(update={"points": 5}))],
    [RoundClosed(id="r0000001", shown=a_shown_result().model_copy(update={
        "groups": [ShownGroup(group="residents", ballots=2, answers={"s1": [1, 1, 0, 0, 0]})]}))],
]  # fmt: skip
OPENED = act(
    2,
    RoundOpened(
        id="r0000001", use="urgency", step="vote", way="paper", grouping="perspective",
        statements=["s1", "s2"], expected={"residents": 4},
    ),
)  # fmt: skip


@pytest.mark.parametrize("events", WRONG_ACTIONS, ids=lambda each: each[-1].event)
def test_a_journal_ends_where_it_says_what_no_command_does(room: Room, events: list[Event]) -> None:
    good = [noted(1, "een"), OPENED, noted(3, "drie")]
    path = room.crashed([*good, act(4, *events), noted(5, "vijf")])
    again = room.open(path)
    assert again.history.state == folded(begin(), good)
    assert codes(again.news) == ["storage.recovered", "storage.torn"]
    kept = room.places.journals / str(again.news[1].values["name"])
    assert b"vijf" in kept.read_bytes()
    again.store.close(again.history.state, 3)
    assert read_text(path.read_text(encoding="utf-8"), KINDS).state == again.history.state


def test_a_journal_in_which_more_is_put_than_fits_ends_there(room: Room) -> None:
    def many(count: int) -> list[JournalEntry]:
        entries = (Parked(text=f"{n}") for n in range(count))
        return [
            act(n, RegisterPut(register_name="parked", id=f"x{n:07d}", entry=entry))
            for n, entry in enumerate(entries, 1)
        ]

    base = History.from_state(begin())
    assert count_fitting(base, many(MOST_ENTRIES), KINDS) == MOST_ENTRIES
    assert count_fitting(base, many(MOST_ENTRIES + 40), KINDS) == MOST_ENTRIES


def test_a_journal_that_begins_with_what_cannot_be_is_refused_and_everything_stays(room: Room) -> None:
    path = room.crashed([noted(1, "een")])
    header, *lines = room.journal.read_bytes().splitlines(keepends=True)
    read = read_header(unframe(header) or b"")
    assert read is not None
    base = sealed(read.base.replace("policy", "total"))
    room.journal.write_bytes(frame(replace(read, base=base).payload()) + b"".join(lines))
    files = {each: each.read_bytes() for each in (path, room.journal)}
    assert refusals(lambda: room.open(path)) == ["storage.reserved"]
    assert {each: each.read_bytes() for each in files} == files


def test_what_the_app_begins_with_fits() -> None:
    assert [*misfits(begin(), KINDS)] == []

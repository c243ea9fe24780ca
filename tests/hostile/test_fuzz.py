"""Any bytes as a scenario, a session or a journal: problems that can be told, and never a crash.

What once crashed a loader stays in ``tests/crashers/``, in hexadecimals, and is read again in every run.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from textual.events import Resize

from facilitator.kinds import kinds
from facilitator.problems import Place, Refused
from facilitator.scenario.check_session import CheckSession
from facilitator.scenario.library import built_in
from facilitator.session.events import JournalEntry, Moved, RegisterPut
from facilitator.session.registers import Parked
from facilitator.storage.files import Files
from facilitator.storage.frames import Header, frame, unframe
from facilitator.storage.journal import action_line, read_journal
from facilitator.storage.session_file import read_data, write_text
from facilitator.storage.session_list import read_heading
from facilitator.ui.terminal.input_parser import InputParser
from facilitator.words import Words
from tests.report.made_up import evening

CRASHERS = Path(__file__).parents[1] / "crashers"
KINDS = kinds()
NL = Words("nl")
PIECES = [
    *(
        b'"',
        b"'",
        b'"""',
        b"[",
        b"]",
        b"[[",
        b"{",
        b"}",
        b"=",
        b",",
        b".",
        b"#",
        b"\\",
        b"\n",
        b"\r\n",
        b"\0",
    ),
    *(
        b"0",
        b"-1",
        b"999999999999999999999",
        b"1e400",
        b"nan",
        b"true",
        b"2026-13-45",
        b"19:30",
        b"1979-05-27",
    ),
    *(
        b"\xff",
        b"\xc3",
        b"\x1b[2J",
        b"\xe2\x80\xae",
        b"\\u0000",
        b"\\ud800",
        b"\xef\xbb\xbf",
        b"null",
        b"[]",
        b"{}",
    ),
    *(b"[end]\n", b"seq = 1\n", b"[[use]]\n", b"id", b"kind", b"a.b.c.d.e = 1\n", b"[" * 200, b'{"a":' * 50),
]


def as_scenario(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    said: list[str] = []
    CheckSession([path], path.parent / "own", KINDS, NL, said.append).once()
    assert said
    assert "\x1b" not in "".join(said)


def as_session(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    heading = read_heading(path, Files())
    assert heading.problem is None or heading.problem.line(NL)
    try:
        loaded = read_data(data, KINDS, Place(str(path)))
    except Refused as refused:
        told = [each.line(NL) for each in refused.problems]
        if not told or "\x1b" in "".join(told):
            raise
    else:
        assert write_text(loaded.state, loaded.seq)


def as_journal(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    read = read_journal(Files(), path, KINDS)
    assert read.size + read.lost == len(data) or read.header is None
    assert all(isinstance(each, JournalEntry) for each in read.actions)


def as_payload(path: Path, data: bytes) -> None:
    """A journal of which each line is whole, whatever it says: as only an attacker writes it."""
    as_journal(path, b"".join(frame(line) for line in data.split(b"\n")))


def as_input(path: Path, data: bytes) -> None:
    """What a terminal sends."""
    incoming = InputParser()
    for message in incoming.feed(data.decode("latin-1")) if data else ():
        assert not isinstance(message, Resize)


LOADERS: dict[str, Callable[[Path, bytes], None]] = {
    "scenario": as_scenario,
    "session": as_session,
    "journal": as_journal,
    "payload": as_payload,
    "input": as_input,
}


@cache
def good(loader: str) -> list[bytes]:
    """Give files that are as they should be."""
    if loader == "scenario":
        found = sorted(built_in().rglob("*.toml"), key=lambda each: each.stat().st_size)
        return [each.read_bytes() for each in found[:40:4]]
    if loader == "session":
        return [write_text(evening(), 7).encode()]
    if loader == "input":
        return [
            b"Oosterlinde\r\x1b[A\x1b[<0;12;3M\x1b[M !!\x1b[200~plakken\x1b[201~\x1b]11;rgb:0/0/0\x1b\\\x1bOP"
        ]
    at = "2026-03-12T19:30:00"
    parked = RegisterPut(register_name="parked", id="abcd1234", entry=Parked(text="licht"))
    actions = [
        JournalEntry(seq=1, at=at, name="move", events=[Moved(use="begin", step="wie")]),
        JournalEntry(seq=2, at=at, name="park", where="begin/wie", events=[parked]),
        JournalEntry(seq=3, at=at, name="undo", undo=2),
    ]
    header = frame(Header("abcd1234", "avond.toml", 0, "format = 1\n").payload())
    lines = [header, *map(action_line, actions)]
    return [b"\n".join(unframe(each) or b"" for each in lines) if loader == "payload" else b"".join(lines)]


def harmed(data: bytes, chance: random.Random) -> bytes:
    """Give a file after a few accidents."""
    for _ in range(chance.randint(1, 4)):
        at, other = sorted((chance.randint(0, len(data)), chance.randint(0, len(data))))
        other = min(other, at + 80)
        how = chance.randint(0, 5)
        if how == 0:
            data = data[:at] + chance.choice(PIECES) + data[at:]
        elif how == 1:
            data = data[:at] + chance.choice(PIECES) + data[other:]
        elif how == 2:
            data = data[:at] + data[other:]
        elif how == 3 and at < len(data):
            data = data[:at] + bytes([data[at] ^ 1 << chance.randint(0, 7)]) + data[at + 1 :]
        elif how == 4:
            data = data[:other] + data[at:other] + data[other:]
        else:
            data = data[:at] if chance.random() < 0.1 else data[:at] + chance.randbytes(3) + data[at:]
    return data


def look(loader: str, path: Path, data: bytes) -> None:
    """Read it; keep what crashes."""
    try:
        LOADERS[loader](path, data)
    except Exception:
        name = f"{loader}-{abs(hash(data)):x}.hex"
        (path.parent / name).write_text(data.hex() + "\n", encoding="utf-8")
        print(f"put in tests/crashers: {path.parent / name}")
        raise


def test_the_good_files_are_good(tmp_path: Path) -> None:
    path = tmp_path / "good"
    for loader in ("journal", "payload"):
        LOADERS[loader](path, good(loader)[0])
        assert len(read_journal(Files(), path, KINDS).actions) == 3
    assert read_data(good("session")[0], KINDS, Place("")).seal == "ok"


@pytest.mark.parametrize("loader", LOADERS)
def test_accidents_in_every_run(tmp_path: Path, loader: str, figure: Callable[[str], None]) -> None:
    count = 150 if loader == "scenario" else 400
    chance = random.Random(20261123)
    for _ in range(count):
        look(loader, tmp_path / "avond.toml", harmed(chance.choice(good(loader)), chance))
    figure(f"accidents in a {loader}: {count}, no crash")


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.binary(max_size=400), st.sampled_from(sorted(LOADERS)))
def test_any_bytes(tmp_path: Path, data: bytes, loader: str) -> None:
    look(loader, tmp_path / "bytes.toml", data)


@pytest.mark.slow
def test_two_hundred_thousand(tmp_path: Path, figure: Callable[[str], None]) -> None:
    """Accidents in small files and bytes, most in those that are read soonest."""
    shares = {"scenario": 20_000, "session": 30_000, "journal": 75_000, "payload": 75_000}
    chance = random.Random(time.time_ns())
    begun = time.monotonic()
    for loader, count in shares.items():
        for _ in range(count):
            look(loader, tmp_path / "avond.toml", harmed(chance.choice(good(loader)), chance))
    total = sum(shares.values())
    figure(f"accidents in all: {total:,}, {total / (time.monotonic() - begun):.0f} a second, no crash")


@pytest.mark.parametrize("kept", sorted(each.name for each in CRASHERS.glob("*.hex")))
def test_what_once_crashed(tmp_path: Path, kept: str) -> None:
    LOADERS[kept.partition("-")[0]](
        tmp_path / "avond.toml", bytes.fromhex((CRASHERS / kept).read_text(encoding="utf-8"))
    )

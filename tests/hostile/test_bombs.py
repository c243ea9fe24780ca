"""Small files that cost a reader seconds and gigabytes are refused as any other that is no session."""

from __future__ import annotations

import pytest

from facilitator.kinds import kinds
from facilitator.problems import Place, Refused
from facilitator.storage.files import Files, TooLargeError
from facilitator.storage.session_file import read_data
from facilitator.storage.session_list import read_heading
from facilitator.words import Words

BOMBS = {
    "dotted key": b".".join([b"a"] * 20_000) + b" = 1",
    "dotted header": b"[" + b".".join([b"a"] * 20_000) + b"]",
    "open lists": b"a = " + b"[" * 100_000,
    "lists": b"a = " + b"[" * 500 + b"]" * 500,
    "open tables": b"a = " + b"{a = " * 5_000,
    "digits": b"a = " + b"9" * 5_000,
    "deep keys": b"\n".join(b"a." * 250 + b"b%d = 1" % n for n in range(200)),
    "keys": b"\n".join(b"k%d = 1" % n for n in range(40_000)),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_no_session(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    with pytest.raises(Refused) as refused:
        read_data(BOMBS[name], kinds(), Place("avond.toml"))
    assert len(refused.value.problems) <= 50
    assert sum(len(each.line(Words("nl"))) for each in refused.value.problems) < 20_000
    path = tmp_path_factory.mktemp("bombs") / "avond.toml"
    path.write_bytes(BOMBS[name])
    assert read_heading(path, Files()).problem is not None
    with pytest.raises(TooLargeError):
        Files().read(path, len(BOMBS[name]) - 1)

"""A zip is the same whenever it is made, and in whichever order its files come."""

from __future__ import annotations

import zipfile
from pathlib import Path

from shipping.archive import DAY, pack, read

FILES = {"b/two.txt": b"two", "a.txt": b"one", "run": b"#!/bin/sh\n"}


def test_order_and_day_make_no_difference(tmp_path: Path) -> None:
    pack(FILES, tmp_path / "one.zip")
    pack(dict(reversed(FILES.items())), tmp_path / "two.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as packed:
        assert packed.namelist() == ["a.txt", "b/two.txt", "run"]
        assert {about.date_time for about in packed.infolist()} == {DAY}


def test_all_of_it_comes_out_again(tmp_path: Path) -> None:
    pack(FILES, tmp_path / "deep" / "one.zip", programs=frozenset({"run"}))
    assert read(tmp_path / "deep" / "one.zip") == FILES
    with zipfile.ZipFile(tmp_path / "deep" / "one.zip") as packed:
        assert [about.filename for about in packed.infolist() if about.external_attr >> 16 & 0o100] == ["run"]

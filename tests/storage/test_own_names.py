"""Files of one session never look the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.storage.own_names import own_names

STARTS = Path("zandpoort/2026-11-23-start.toml")
TEXTS = st.sampled_from(["", " (2)", "-2", " 2", ".", "-conflict", " (Jans laptop's conflicted copy)"])
PATHS = st.builds(
    lambda folder, name, end: Path(folder) / f"{name}{end}.toml",
    st.sampled_from(["zandpoort", "usb/zandpoort", "molenhoek", "zandpoort-oud"]),
    st.sampled_from(["2026-11-23-start", "oud", "2026"]),
    TEXTS,
)


@pytest.mark.parametrize(
    ("others", "names"),
    [
        (["zandpoort/2026-11-23-start (conflict).toml"], ["", "conflict"]),
        (["oud/2026-11-23-start.toml"], ["zandpoort", "oud"]),
        (
            ["oud/2026-11-23-start.toml", "zandpoort/2026-11-23-start (conflict).toml"],
            ["zandpoort", "oud", "conflict"],
        ),
        (
            ["zandpoort/2026-11-23-start (2).toml", "zandpoort/2026-11-23-start-2.toml"],
            ["", "2 zandpoort 1", "2 zandpoort 2"],
        ),
        (["usb/zandpoort/2026-11-23-start.toml"], ["zandpoort 2", "zandpoort 1"]),
        (["zandpoort/kopie.toml"], ["2026-11-23-start", "kopie"]),
    ],
)
def test_each_is_told_by_what_is_its_own(others: list[str], names: list[str]) -> None:
    paths = [STARTS, *map(Path, others)]
    found = own_names(paths)
    assert [found[path] for path in paths] == names


@given(st.lists(PATHS, min_size=2, max_size=6, unique=True))
def test_no_two_are_told_alike(paths: list[Path]) -> None:
    assert len(set(own_names(paths).values())) == len(paths)

"""The systems for which wheels go along in the folder for computers without internet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

PYTHONS: Final = ("3.11", "3.12", "3.13", "3.14")


@dataclass(frozen=True)
class Target:
    """A system, as pip names it: the names of wheels that fit it."""

    name: str
    platforms: tuple[str, ...]


TARGETS: Final = (
    Target("Linux, Intel/AMD", ("manylinux_2_17_x86_64", "manylinux2014_x86_64")),
    Target("Linux, ARM", ("manylinux_2_17_aarch64", "manylinux2014_aarch64")),
    Target("macOS, Apple", ("macosx_11_0_arm64",)),
    Target("macOS, Intel", ("macosx_10_12_x86_64",)),
)

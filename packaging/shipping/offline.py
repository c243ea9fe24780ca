"""The folder for Linux and macOS computers without internet: wheels, and two lines that install from them."""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from shipping.archive import fingerprint, pack
from shipping.packages import Pip, own_wheel
from shipping.places import DIST, NEEDS
from shipping.targets import PYTHONS, TARGETS

NAME: Final = "facilitator-offline"
LINES: Final = (
    "python3 -m venv .venv",
    ".venv/bin/pip install --no-index --find-links wheels facilitator",
)
READ_ME: Final = """\
facilitator {version} zonder internet, voor Linux en macOS

U hebt Python 3.11 of nieuwer nodig (typ: python3 --version). Open een terminal
in deze map, en typ deze twee regels:

{lines}

Daarna start u de app met: .venv/bin/facilitator
Oefenen: .venv/bin/facilitator run proefronde


In English: the same two lines install it, from the wheels in this folder alone.
For: {systems}; Python {pythons}.
"""


def main() -> None:
    """Make the folder, and a zip of it."""
    parser = argparse.ArgumentParser(description=f"Make dist/{NAME} and dist/{NAME}.zip.")
    parser.add_argument("--out", type=Path, default=DIST, help="the folder they come to stand in")
    out: Path = parser.parse_args().out
    files = contents()
    folder = out / NAME
    shutil.rmtree(folder, ignore_errors=True)
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    packed = out / f"{NAME}.zip"
    pack({f"{NAME}/{name}": data for name, data in files.items()}, packed)
    size = packed.stat().st_size
    print(f"{packed}: {size:,} bytes, {len(files)} files, SHA-256 {fingerprint(packed.read_bytes())}")


def contents() -> dict[str, bytes]:
    """Give every file of the folder, by its path in it."""
    with TemporaryDirectory(prefix="facilitator-build-") as folder:
        work = Path(folder)
        pip = Pip(work / "venv")
        own = own_wheel(pip, work / "own")
        wheels = work / "wheels"
        for python in PYTHONS:
            for target in TARGETS:
                pip.download(NEEDS, wheels, python=python, platforms=target.platforms)
        found = {f"wheels/{path.name}": path.read_bytes() for path in [own, *wheels.glob("*.whl")]}
    sums = "".join(f"{fingerprint(found[name])}  {name}\n" for name in sorted(found))
    read_me = READ_ME.format(
        version=own.name.split("-")[1],
        lines="\n".join(f"    {line}" for line in LINES),
        systems=", ".join(target.name for target in TARGETS),
        pythons=", ".join(PYTHONS),
    )
    return {**found, "SHA256SUMS": sums.encode(), "LEESMIJ.txt": read_me.encode()}

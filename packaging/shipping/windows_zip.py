"""The zip for Windows: Python, the packages and the app, unpacked and ready to be started."""

from __future__ import annotations

import argparse
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from string import Template
from tempfile import TemporaryDirectory
from typing import Final

from shipping.archive import fingerprint, pack, read
from shipping.it_page import it_page
from shipping.packages import Pip, embeddable, embeddable_from, own_wheel, windows_wheels
from shipping.places import CHECKOUT, DIST, NEEDS, WINDOWS
from shipping.signatures import CHECKED, CHECKER, is_program, known, taken

OUT: Final = DIST / "facilitator-windows.zip"
MOST: Final = 20_000_000
"""Bytes that the zip may have: it is sent by mail."""
DEEPEST: Final = 110
"""Characters of a path in it: Windows allows 260, and people unpack in folders with long names."""
PYTHON: Final = "3.13.2"
MARK: Final = b"\xef\xbb\xbf"
"""Before a text, so that the oldest Notepad takes it for UTF-8."""
PATHS: Final = "python313.zip\n.\n..\\lib\n"
"""Where Python looks for code, and nowhere else: with this file it reads no variable and no registry."""

SAY_PRIVACY: Final = """
from pathlib import Path
from facilitator.privacy import privacy
from facilitator.storage.places import Places
from facilitator.words import Words
in_a_folder = chr(92) + "facilitator"
places = Places(Path("Documenten" + in_a_folder), Path("%LOCALAPPDATA%" + in_a_folder))
print(privacy(places, Words("nl")))
"""


def main() -> None:
    """Build the zip; say what is in it."""
    parser = argparse.ArgumentParser(description="Make dist/facilitator-windows.zip.")
    parser.add_argument("--out", type=Path, default=OUT, help="where it comes to stand")
    parser.add_argument("--python", type=Path, help="the embeddable zip of python.org, when you have it")
    asked = parser.parse_args()
    files = contents(asked.python)
    pack(files, asked.out)
    size = asked.out.stat().st_size
    if size > MOST:
        raise SystemExit(f"{size:,} bytes, at most {MOST:,}")
    print(f"{asked.out}: {size:,} bytes, {len(files)} files, SHA-256 {fingerprint(asked.out.read_bytes())}")
    signed = {f"app/python/{each.name}" for each in known() if each.signer}
    print(
        "Not signed:", *sorted(name for name in files if is_program(name) and name not in signed), sep="\n  "
    )
    if not CHECKED:
        print(f"Signatures were not looked at: {CHECKER} is not installed. The hashes were.")


def contents(python_zip: Path | None = None) -> dict[str, bytes]:
    """Give every file of the zip, by its path in it."""
    with TemporaryDirectory(prefix="facilitator-build-") as folder:
        work = Path(folder)
        pip = Pip(work / "venv")
        own = own_wheel(pip, work / "own")
        there = embeddable_from(python_zip) if python_zip else embeddable(pip, work / "python")
        wheels = [own, *windows_wheels(pip, work / "wheels")]
        return _with_pages(_app(there, wheels), own.name.split("-")[1], _privacy(pip))


def _app(there: Mapping[str, bytes], wheels: list[Path]) -> dict[str, bytes]:
    """Put Python and the packages where they belong. Raises ValueError when two have the same file."""
    files = {f"app/python/{name}": data for name, data in taken(there, known()).items()}
    files["app/python/python313._pth"] = _windows_text(PATHS)
    files["app/start.py"] = (WINDOWS / "start.py").read_bytes()
    files["facilitator.cmd"] = _windows_text((WINDOWS / "facilitator.cmd").read_text(encoding="ascii"))
    for instead in sorted((WINDOWS / "instead").glob("*.py")):
        files[f"app/lib/{instead.name}"] = instead.read_bytes()
    for wheel in wheels:
        for name, data in read(wheel).items():
            path = f"app/lib/{name}"
            if path in files:
                raise ValueError(f"two packages have {name}")
            files[path] = data
    if deep := [name for name in files if len(name) > DEEPEST]:
        raise ValueError(f"too long for Windows: {deep}")
    return files


def _with_pages(files: dict[str, bytes], version: str, privacy: str) -> dict[str, bytes]:
    read_me = Template((WINDOWS / "LEESMIJ.txt").read_text(encoding="utf-8")).substitute(version=version)
    page = it_page(files, known(), version, PYTHON, privacy)
    return {
        **files,
        "LEESMIJ.txt": MARK + _windows_text(read_me),
        "Voor-de-ICT-afdeling.html": page.encode(),
    }


def _windows_text(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode()


def _privacy(pip: Pip) -> str:
    """Let the app say what it keeps, with the folders that hold on Windows."""
    pip.install(NEEDS)
    plain = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "FACILITATOR"))
    }
    ran = subprocess.run(
        [pip.python, "-X", "utf8", "-B", "-c", SAY_PRIVACY],
        cwd=CHECKOUT,
        env=plain,
        capture_output=True,
        check=True,
    )
    return ran.stdout.decode("utf-8").rstrip("\n")

"""The worst files that could be made: told soon, and within 300 MB.

Soon is 2 seconds on a machine of today for each, in a program of its own, which the slow tests measure. In
every run one program reads them all, in so long that no machine needs it, and that a reader who goes over all
of a file for each part would. Windows has no limits to set: there they are told, and nothing is measured.
"""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Collection
from pathlib import Path

import pytest

from facilitator.scenario import positions
from facilitator.scenario.toml_files import LARGEST
from tests import platform_marks
from tests.scenario.shelf import BLOCK, GOOD, SET

SOON = 2
ANY_MACHINE = 60
"""Seconds of a processor, for all files together."""
MEGABYTES = 300
CHECKED = f"""
import re, sys
from pathlib import Path
if sys.platform != "win32":
    import resource
    resource.setrlimit(resource.RLIMIT_CPU, (int(sys.argv[1]), int(sys.argv[1])))
from facilitator.cli import main
codes = [main(["check", path, "--folder", sys.argv[2]]) for path in sys.argv[3:]]
status = Path("/proc/self/status")
if status.exists():  # what getrusage says begins with what the process that started this one used
    used = 1024 * int(re.search(r"VmHWM:\\s+(\\d+)", status.read_text())[1])
elif sys.platform == "win32":
    used = 0
else:
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
if used > {MEGABYTES * 1_000_000}:
    sys.exit(f"{{used}} bytes")
sys.exit(codes[0] if codes.count(codes[0]) == len(codes) else str(codes))
"""
"""Checks files in so many seconds of a processor, however busy the machine is; what takes more is ended."""


def fill(start: str, unit: str, end: str = "", *, size: int = LARGEST - 100) -> str:
    """Repeat something until a file is as large as it may be."""
    return start + unit * ((size - len(start) - len(end)) // len(unit)) + end


def numbered(start: str, unit: str, end: str = "") -> str:
    """Repeat something with a number in it until a file is nearly as large as it may be."""
    return start + "".join(unit.format(n) for n in range((LARGEST - 10_000) // (len(unit) + 4))) + end


MANY = 2_000_000
SCANNED = positions.LARGEST
"""What is longer than this is not looked through for the place of a mistake."""
WHOLE = GOOD[: GOOD.index("[[perspective]]")]
WORST = {
    "two million brackets": "a = " + "[" * MANY,
    "brackets": fill("a = ", "["),
    "brackets that close": fill("a = ", "[", "]" * (LARGEST // 2)),
    "tables in tables": fill("a = ", "{a=", size=LARGEST),
    "deep enough to read": "a = " + "[" * 900 + "]" * 900,
    "a dotted key": ".".join(["a"] * 20_000) + " = 1",
    "many dotted keys": numbered("", "b{}." + "a." * 240 + "c = 1\n"),
    "dotted keys with blanks": numbered("", "b{} ." + "a ." * 240 + "c = 1\n"),
    "a megabyte on one line": WHOLE + 'audience = "' + "x" * 1_000_000 + '"\n',
    "a long line": fill(WHOLE + 'audiense = "', "a b. ", '"\n'),
    "a long key": fill(GOOD + '\n[x]\n"', "x", '" = 1\n'),
    "a long number": fill("minutes = ", "9"),
    "a long hexadecimal": fill("minutes = 0x", "f"),
    "quotation marks": fill("", '"'),
    "texts of many lines": fill("", 'a="""'),
    "letters": fill("", "a"),
    "marks on one letter": fill('title = "e', "\u0301", '"\n', size=LARGEST // 2 - 100),
    "keys": numbered(GOOD, "x{} = 1\n"),
    "keys inside": numbered(GOOD, "x{} = {{ en = 'a' }}\n"),
    "tables": numbered(GOOD, "[a.b{}.c]\nx = 1\n"),
    "uses": fill(GOOD, "[[use]]\n"),
    "uses of nothing": fill(GOOD, '[[use]]\nblock = "prateN"\n'),
    "uses on a line": fill("use = [", '{ block = "x" }, ', "]\n"),
    "perspectives": fill(GOOD, '[[perspective]]\nid = "bewoners"\n'),
    "steps": fill(BLOCK, '[[step]]\nkind = "cart"\n'),
    "doubles": fill(SET, '[[statement]]\nid = "s1"\n'),
    "left out": numbered(GOOD + "leave_out = [", '"x{}", ', "]\n"),
    "labels": fill(BLOCK + 'notes = """', "Een probleemwijk met kansarmen.\n", '"""\n'),
    "remarks": fill(GOOD + "x = 1\n", "#\n", size=SCANNED),
    "quotation marks in a text": fill(GOOD + 'x = """\n', '""x', '"""\n', size=SCANNED),
    "backslashes in a text": fill(GOOD + 'x = "', "\\\\", '"\n', size=SCANNED),
    "lists on rows": fill(GOOD + "x = [\n", "[[],\n[ ]\n],#\n", "]\n", size=SCANNED),
}
"""Texts by what is bad about them; those that fit in LARGEST are read wholly."""


def check(folder: Path, names: Collection[str], seconds: int) -> str:
    """Let one program check these files as blocks of a library; give what it says: something of each."""
    blocks = folder / "blocks"
    blocks.mkdir()
    paths = {name: blocks / f"worst-{number}.toml" for number, name in enumerate(names)}
    for name, path in paths.items():
        path.write_text(WORST[name], encoding="utf-8", newline="\n")
    command = [sys.executable, "-c", CHECKED, str(seconds), str(folder), *map(str, paths.values())]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert (ran.returncode, ran.stderr) == (1, "")
    assert [name for name, path in paths.items() if str(path) not in ran.stdout] == []
    return ran.stdout


def test_the_worst_files_are_told(tmp_path: Path) -> None:
    said = check(tmp_path, WORST, ANY_MACHINE)
    assert len(said) < 60_000 * len(WORST)


@pytest.mark.slow
@platform_marks.limits
@pytest.mark.parametrize("name", WORST)
def test_the_worst_files_are_told_soon(name: str, tmp_path: Path) -> None:
    assert len(check(tmp_path, [name], SOON)) < 60_000


@platform_marks.limits
@pytest.mark.parametrize(
    ("waste", "killed"), [("bytearray(400_000_000) and 0", False), ("sum(n for n in range(10**10))", True)]
)
def test_time_and_room_are_really_bounded(waste: str, killed: bool, tmp_path: Path) -> None:
    import resource

    ends = -signal.SIGKILL if killed else 1
    wasting = CHECKED.replace("from facilitator.cli import main", f"main = lambda _: {waste}")
    command = [sys.executable, "-c", wasting, "1", str(tmp_path), "any.toml"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == ends, ran.stderr
    assert ends != 1 or ran.stderr.endswith(" bytes\n")
    assert resource.getrlimit(resource.RLIMIT_CPU)[0] != 1  # only there

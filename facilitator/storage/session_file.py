"""A session as a text file that people can read, compare and mend, with a seal to know it whole."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final, Literal

from facilitator.problems import Place, Problem, Refused
from facilitator.reasons import why
from facilitator.scenario.edit_conflict import find_conflict
from facilitator.scenario.model import Kinds
from facilitator.session.programme import MOST_BLOCKS
from facilitator.session.state import State
from facilitator.storage.consistency import MOST_UNDER, check, overfull, too_many
from facilitator.storage.files import Files, LinkError, TooLargeError
from facilitator.storage.format_one import without_withheld
from facilitator.storage.hand_edits import check_by_hand
from facilitator.storage.migrations import FORMAT, migrated
from facilitator.storage.session_model import SECTIONS, session_state, session_text
from facilitator.storage.shared_files import shared_copy
from facilitator.storage.toml_text import as_comment, as_toml
from facilitator.words import Words

LARGEST: Final = 20_000_000
"""Bytes."""

MOST_SAID: Final = 150_000
"""Keys and tables in a text. A session of which every register is full has fewer, an evening a thousand."""
_ENTRY: Final = re.compile(r"^\[(\w+)\.\w+\]", re.MULTILINE)

Seal = Literal["ok", "broken", "missing"]

_END: Final = "\n[end]\n"
_SEAL: Final = re.compile(r'\n\[end\]\nseq = (\d{1,9})\ncrc32 = "([0-9a-f]{8})"\n*\Z')


@dataclass(frozen=True)
class Loaded:
    """A session file that could be read."""

    state: State
    seq: int
    """The last action in it; 0 when the file does not say so."""
    seal: Seal
    """``broken``: someone changed the file by hand. ``missing``: its end is not there."""
    earlier: bool = False
    """Whether it has an earlier format, and so is to be written again when it is closed."""
    marks: Mapping[str, str] = field(default_factory=dict)
    """Per agreement by what is seen that it was changed by hand."""


def write_text(state: State, seq: int) -> str:
    """Give the session file: TOML 1.0 in the session's language, ordered for reading, sealed at its end.

    The same state and ``seq`` give the same text, and a text that was read gives itself again.
    """
    t = Words(state.scenario.language)
    plain = session_text(state)
    head = {name: value for name, value in plain.items() if name not in SECTIONS}
    parts = [f"{as_comment(t('storage.comment'))}\n{as_toml(head)}"]
    for name in SECTIONS:
        if name in plain:
            body = as_toml({name: plain[name]}, multiline_strings=True)
            parts.append(f"{as_comment(t(f'storage.section.{name}'))}\n\n{body}")
    body = "\n".join(parts)
    return body + _end(body, seq)


def _end(body: str, seq: int) -> str:
    """Give the seal: the checksum of everything before it, the number of the last action included."""
    last = f"{_END}seq = {seq}\n"
    return f'{last}crc32 = "{zlib.crc32((body + last).encode()):08x}"\n'


def seal_in(text: str) -> tuple[int, str]:
    """Give what stands in the end of a session file: its last action and its checksum; 0 and "" without."""
    found = _SEAL.search(text)
    return (int(found[1]), found[2]) if found else (0, "")


def read_bytes(files: Files, path: Path) -> bytes:
    """Give the file as it stands. Raises Refused when it cannot be opened or is too large."""
    place = Place(str(path))
    try:
        return files.read(path, LARGEST)
    except FileNotFoundError as error:
        raise Refused(Problem("storage.no_file", {}, place)) from error
    except LinkError as error:
        raise Refused(Problem("storage.link", {}, place)) from error
    except TooLargeError as error:
        raise Refused(Problem("storage.too_large", {"most": LARGEST // 1_000_000}, place)) from error
    except OSError as error:
        raise Refused(Problem("storage.unreadable", {"why": why(error)}, place)) from error


def read_data(data: bytes, kinds: Kinds, place: Place) -> Loaded:
    """Give the session in the bytes of a file. Raises Refused."""
    if not data.strip():
        raise Refused(Problem("storage.empty", {}, place))
    try:
        return read_text(data.decode("utf-8-sig"), kinds, place)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Refused(Problem("storage.encoding", {}, Place(place.path, line))) from error


def read_text(text: str, kinds: Kinds, place: Place | None = None, *, lines: bool = True) -> Loaded:
    """Give the session in a text; a BOM and Windows line ends are allowed.

    Raises Refused with every problem, each at its line: no TOML, made by a newer app, or nothing that the app
    would have written. A text of which the end is missing is refused when a part of the programme is missing
    with it. Without ``lines`` problems have none: the text is not what stands at ``place``.
    """
    place = place or Place("")
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    try:
        return _read(text, kinds, place)
    except Refused as refused:
        if not lines:
            raise
        raise Refused(*_at_their_lines(refused.problems, text)) from refused


def _read(text: str, kinds: Kinds, place: Place) -> Loaded:
    _check_size(text, place)
    raw = _parse(text, place)
    if "shared" in raw:
        raise Refused(shared_copy(raw.get("copy_of"), place))
    made = raw.get("format")
    if isinstance(made, int) and made > FORMAT:
        raise Refused(Problem("storage.newer", {}, place))
    end = raw.pop("end", None)
    seal, seq = _seal(text, end)
    if seal == "missing" and raw.get("steps") != _steps(raw):
        raise Refused(Problem("storage.cut_off", {}, place))
    if problems := [replace(problem, place=place) for problem in _overfull(raw)]:
        raise Refused(*problems)
    state = session_state(migrated(raw), kinds, place)
    if made == 1:
        state = without_withheld(state)
    state = check(state, kinds, place)
    if seal != "ok":
        state = check_by_hand(state, place).replace(changed_by_hand=True)
    marks = raw.get("marks")
    kept = marks if isinstance(marks, dict) else {}
    return Loaded(state, seq, seal, earlier=made != FORMAT, marks=kept)


def _at_their_lines(problems: Sequence[Problem], text: str) -> Iterator[Problem]:
    """Give problems with the line that each is about, where the text shows it."""
    from facilitator.scenario.positions import Positions

    positions: Positions | None = None
    for problem in problems:
        if not problem.key or problem.place is None or problem.place.line:
            yield problem
            continue
        positions = positions or Positions(text)
        _, span = positions.find(problem.key, problem.aim)
        path = problem.place.path
        place = Place(path, span.line, span.column, span.length) if span else problem.place
        yield replace(problem, place=place)


def _check_size(text: str, place: Place) -> None:
    """Raise Refused, before anything is read, when a text says much more than a session can."""
    if text.count("=") + text.count("\n[") <= MOST_SAID:
        return
    found = Counter(_ENTRY.findall(text)).most_common(1)
    name, count = found[0] if found else ("", 0)
    if name in MOST_UNDER and count > MOST_UNDER[name]:
        raise Refused(replace(too_many(name, count, MOST_UNDER[name]), place=place))
    raise Refused(Problem("storage.too_much", {}, place))


def _overfull(raw: dict[str, Any]) -> Iterator[Problem]:
    """Find tables that hold more than the app keeps, before any of it is made."""
    yield from overfull(raw)
    scenario = raw.get("scenario")
    uses = scenario.get("uses") if isinstance(scenario, dict) else None
    if isinstance(uses, list) and len(uses) > MOST_BLOCKS:
        yield too_many("scenario.uses", len(uses), MOST_BLOCKS)


def _parse(text: str, place: Place) -> dict[str, Any]:
    import tomli

    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        here = Place(place.path, error.lineno, error.colno)
        conflict = find_conflict(text, Path(place.path))
        raise Refused(conflict or Problem("storage.syntax", {}, here)) from error
    except (RecursionError, ValueError) as error:
        raise Refused(Problem("storage.not_a_session", {}, place)) from error


def _seal(text: str, end: object) -> tuple[Seal, int]:
    body, found, _ = text.rpartition(_END)
    if not found or not isinstance(end, dict):
        return "missing", 0
    seq = end.get("seq")
    if not isinstance(seq, int) or isinstance(seq, bool) or seq < 0:
        return "broken", 0
    whole = (body + _end(body, seq)).rstrip("\n")
    return ("ok" if text.rstrip("\n") == whole else "broken"), seq


def _steps(raw: dict[str, Any]) -> int:
    """Count the steps in a file that are not left out, as far as they are there."""
    scenario = raw.get("scenario")
    uses = scenario.get("uses") if isinstance(scenario, dict) else None
    left_out = raw.get("left_out", [])
    if not isinstance(uses, list) or not isinstance(left_out, list):
        return 0
    return sum(
        len(use["steps"])
        for use in uses
        if isinstance(use, dict) and isinstance(use.get("steps"), list) and use.get("id") not in left_out
    )

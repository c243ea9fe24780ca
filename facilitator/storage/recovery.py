"""What to go on with when a session is opened: its file, its journal, or both, and what to say of it.

The journal is the truth while a session is open, the file once it is closed. A journal that is still there
was not closed; its file is then one of these:

- gone, or damaged: the journal makes it again; a damaged file is kept aside
- as the journal found it, or as we wrote it ourselves in the meantime: the journal goes on
- changed by hand after everything in the journal was in it: the file is the new base
- newer than a journal of which the end is lost: the file is the new base
- anything else is the work of someone else: it stays, and ours is written beside it

An action after which the session is none that the app would have written ends the journal, as a line that is
not whole does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import reduce
from itertools import islice
from pathlib import Path
from typing import Final

from facilitator.problems import Place, Problem, Refused
from facilitator.scenario.model import Kinds
from facilitator.session.disclosure import for_outside, spared
from facilitator.session.events import JournalEntry
from facilitator.session.history import History
from facilitator.session.state import State
from facilitator.storage.conflicts import beside, conflict
from facilitator.storage.consistency import count_fitting
from facilitator.storage.earlier_copies import Earlier
from facilitator.storage.files import Files, put_aside
from facilitator.storage.fingerprints import noticed
from facilitator.storage.frames import Header, digest
from facilitator.storage.journal import JournalRead, action_line, cut
from facilitator.storage.session_file import Loaded, read_bytes, read_data, read_text, write_text
from facilitator.words.dates import say_time

_NAMES: Final = 50
"""How many names are tried beside a file; a disk that fails at all of them is not to be asked for ever."""


@dataclass(frozen=True)
class Ground:
    """What a session goes on from."""

    header: Header
    history: History
    path: Path
    """Where the session file is to be written from now on."""
    known: str = ""
    """Fingerprint of what stands there now; empty when there is nothing."""
    saved: int = -1
    """The last action in a file that needs no writing as long as nothing is done; -1 when it does."""
    lines: Sequence[bytes] = ()
    """What its journal begins with."""
    lost: JournalRead | None = None
    """The journal, when not all of it can be gone on with."""
    resumed: bool = False
    """Whether the session was not closed before."""
    spare: Path | None = None
    """Where a rescue may have left a journal that is not needed any more."""
    news: list[Problem] = field(default_factory=list)


def from_file(files: Files, path: Path, kinds: Kinds, copies: Earlier, today: date) -> Ground:
    """Begin from a file alone. Raises Refused when it cannot be read; it is left as it is.

    When it was changed by hand, what that did to agreements is noted as seen ``today``, beside how they read
    in the newest copy.
    """
    data = read_bytes(files, path)
    loaded = read_data(data, kinds, Place(str(path)))
    before = None
    if loaded.seal != "ok":
        kept = _whole_copies(copies, loaded.state.about.id, kinds)
        before = next((copy.state for _, copy in kept), None)
    return _on_file(path, data, loaded, before, today)


def _whole_copies(copies: Earlier, session: str, kinds: Kinds) -> Iterator[tuple[Path, Loaded]]:
    """Give the copies of a session that are whole, the newest first, each with where its file stood."""
    for where, data in copies.newest_first():
        try:
            loaded = read_data(data, kinds, Place(str(where)))
        except Refused:
            continue
        if loaded.seal == "ok" and loaded.state.about.id == session:
            yield where, loaded


def _on_file(path: Path, data: bytes, loaded: Loaded, before: State | None, today: date) -> Ground:
    news = {
        "ok": [],
        "broken": [Problem("storage.hand_edit", {}, Place(str(path)), severity="warning")],
        "missing": [Problem("storage.no_end", {}, Place(str(path)), severity="warning")],
    }
    whole = loaded.seal == "ok"
    state = spared(loaded.state if whole else noticed(loaded.state, loaded.marks, before, today))
    base = write_text(state, loaded.seq)
    found = digest(data)
    return Ground(
        header=Header(loaded.state.about.id, str(path), loaded.seq, base, found),
        history=History.from_state(state),
        path=path,
        known=found,
        saved=loaded.seq
        if whole and not loaded.earlier and for_outside(loaded.state) is loaded.state
        else -1,
        news=news[loaded.seal],
    )


def from_earlier(
    files: Files, copies: Earlier, session: str, path: Path | None, kinds: Kinds
) -> Ground | None:
    """Begin from the newest copy that is whole; None when there is none.

    ``path``: where the file is to stand, unless where it stood. A damaged file there is put aside; raises
    OSError when that fails.
    """
    for where, loaded in _whole_copies(copies, session, kinds):
        target = path or where
        name = put_aside(files, target).name if files.exists(target) else target.name
        made = datetime.fromtimestamp(copies.changed(), UTC).astimezone()
        when = say_time(made.time(), loaded.state.scenario.language)
        told = Problem("storage.from_earlier", {"name": name, "time": when}, severity="warning")
        state = spared(loaded.state)
        header = Header(session, str(target), loaded.seq, write_text(state, loaded.seq))
        history = History.from_state(state)
        return Ground(header, history, target, resumed=True, news=[told])
    return None


def from_journal(
    files: Files, path: Path, read: JournalRead, header: Header, kinds: Kinds, today: date
) -> Ground:
    """Begin from a journal and the file beside it, if there is one. Raises Refused.

    May put a damaged file aside; raises OSError when that fails.
    """
    recovery = _Recovery(files, path, read, header, kinds, today)
    ground = with_later(recovery.ground(), recovery.read.after, kinds)
    return replace(ground, lost=recovery.read) if recovery.read.lost else ground


def with_later(ground: Ground, after: Sequence[JournalEntry], kinds: Kinds) -> Ground:
    """Add the actions that follow on what a session goes on from, of those that were whole in themselves.

    What such an action took back before that stays as it is: nobody knows any more what it was.
    """
    seq = ground.header.seq + len(ground.lines)
    follow: list[JournalEntry] = []
    for action in after:
        if action.seq == seq + len(follow) + 1:
            follow.append(action)
    follow = follow[: count_fitting(ground.history, follow, kinds)]
    if not follow:
        return ground
    history, back = reduce(History.add, follow, ground.history), len(follow)
    lines = [*ground.lines, *map(action_line, follow)]
    told = Problem("storage.recovered", {"n": back}, severity="warning")
    others = [new for new in ground.news if new.code != told.code]
    return replace(ground, history=history, lines=lines, saved=-1, resumed=True, news=[told, *others])


class _Recovery:
    def __init__(
        self, files: Files, path: Path, read: JournalRead, header: Header, kinds: Kinds, today: date
    ) -> None:
        self._files = files
        self._today = today
        self._path = path
        self._header = header
        self._kinds = kinds
        self._base = read_text(header.base, kinds, Place(str(path)), lines=False).state
        fitting = count_fitting(History.from_state(self._base), read.actions, kinds)
        self.read = cut(read, fitting)
        self._last = header.seq + fitting

    def ground(self) -> Ground:
        try:
            data = read_bytes(self._files, self._path)
        except Refused as refused:
            if refused.problems[0].code == "storage.no_file":
                return self._go_on(self._path, since=self._header.seq)
            return self._beside()
        if (saved := self._ours(data)) is not None:
            return self._go_on(self._path, since=saved, known=digest(data))
        try:
            loaded = read_data(data, self._kinds, Place(str(self._path)))
        except Refused as refused:
            return self._beside() if _is_newer(refused.problems) else self._again()
        if loaded.state.about.id != self._header.session:
            return self._beside()
        return self._on(data, loaded)

    def _on(self, data: bytes, loaded: Loaded) -> Ground:
        """Go on from a file of this session that is not to the letter what we wrote."""
        if loaded.seal == "missing":
            return self._again()
        if self._is_as_then(loaded):
            return self._go_on(self._path, since=loaded.seq, known=digest(data))
        if self._holds_all(loaded):
            return _on_file(self._path, data, loaded, self._at(self._last).state, self._today)
        return self._beside()

    def _is_as_then(self, loaded: Loaded) -> bool:
        """Tell whether a whole file says what we knew then: another version of the app wrote it."""
        if loaded.seal != "ok" or not self._header.seq <= loaded.seq <= self._last:
            return False
        return loaded.state == self._at(loaded.seq).state.replace(withheld={})

    def _holds_all(self, loaded: Loaded) -> bool:
        """Tell whether a file that we did not write ourselves holds all that is in the journal."""
        if not self.read.actions and not self.read.lost:
            return True
        if loaded.seal == "broken":
            return loaded.seq == self._last and not self.read.lost
        return loaded.seq > self._last and self.read.lost > 0

    def _ours(self, data: bytes) -> int | None:
        """Give the last action in a file that we found or wrote ourselves; None when it is someone else's.

        What we write follows from the actions alone, so that it can be written again and compared.
        """
        if digest(data) == self._header.found:
            return self._header.seq
        try:
            text = data.decode()
        except UnicodeDecodeError:
            return None
        said = text[text.rfind("\nseq = ") + 7 :].split("\n", 1)[0]
        seq = int(said) if said.isascii() and said.isdigit() and len(said) < 10 else -1
        if not self._header.seq <= seq <= self._last:
            return None
        state = self._at(seq).state
        ours = (for_outside(state), state)  # an older app wrote all it had
        return seq if any(write_text(sound, seq) == text for sound in ours) else None

    def _at(self, seq: int) -> History:
        return History.replay(self._base, self.read.actions[: seq - self._header.seq])

    def _go_on(self, path: Path, *, since: int, known: str = "", news: Sequence[Problem] = ()) -> Ground:
        back = sum(1 for action in self.read.actions if action.seq > since)
        said = [Problem("storage.recovered", {"n": back}, severity="warning")] if back else []
        return Ground(
            self._header,
            self._at(self._last),
            path,
            known,
            lines=self.read.lines,
            resumed=True,
            news=[*said, *news],
        )

    def _again(self) -> Ground:
        """Put a damaged file aside, and write the session again in its place."""
        kept = put_aside(self._files, self._path)
        told = Problem("storage.damaged", {"name": kept.name}, Place(str(self._path)), severity="warning")
        return self._go_on(self._path, since=self._header.seq, news=[told])

    def _beside(self) -> Ground:
        """Leave a file that someone else changed, and write ours beside it."""
        failed = Refused(Problem("storage.no_file", {}, Place(str(self._path))))
        for path in islice(beside(self._path), _NAMES):
            try:
                data = read_bytes(self._files, path)
            except Refused as refused:
                if refused.problems[0].code != "storage.no_file":
                    failed = refused
                    continue
                return self._go_on(path, since=self._header.seq, news=[conflict(self._path, path)])
            if (saved := self._ours(data)) is not None:
                news = [conflict(self._path, path)]
                return self._go_on(path, since=saved, known=digest(data), news=news)
        raise failed


def _is_newer(problems: Sequence[Problem]) -> bool:
    return any(problem.code == "storage.newer" for problem in problems)

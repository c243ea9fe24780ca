"""Forgetting a session: everything the app keeps of it on this computer, found, shown and taken away."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from facilitator.folders import unseen
from facilitator.lookup import find_session
from facilitator.orders import beside_endings, made_folder
from facilitator.problems import Problem, Refused
from facilitator.reasons import why
from facilitator.storage.erasable_file import erase
from facilitator.storage.files import Files, aside
from facilitator.storage.lock import Lock
from facilitator.storage.places import Places, find_index
from facilitator.storage.relocations import find_moved
from facilitator.storage.rescue import rescued_places
from facilitator.storage.save_errors import own_unseen
from facilitator.storage.session_list import (
    SAME_STATEMENTS,
    SessionHeading,
    find_journals,
    find_sessions,
    read_heading,
)
from facilitator.text import clean, folded
from facilitator.words import Words

LARGEST = 100_000_000
"""Bytes of a file that is searched for the votes it names."""


@dataclass(frozen=True)
class Traces:
    """A session, and the files there are of it, in the order in which they are to go."""

    heading: SessionHeading
    files: list[Path]
    others: list[Path] = field(default_factory=list)
    """The files among these that are the same session too, and not the one that was meant."""


@dataclass(frozen=True)
class Forgotten:
    """What became of the files of a session."""

    removed: list[Path] = field(default_factory=list)
    left: list[tuple[Path, Problem]] = field(default_factory=list)
    """What could not be taken away, with the reason of the system."""


def find_traces(places: Places, path: Path, files: Files | None = None) -> Traces:
    """Give everything there is of a session, from its file or from the journal that names that file.

    Raises Refused when the file is no session and no journal names it.
    """
    files = files or Files()
    heading = _heading(places, path, files)
    states = _states(places, path)
    same = _same_session(places, path, heading.id, files)
    copies = [path, *(twin for twin in same if twin != path)]
    own = [kept for state in states for kept in _kept_of(state, heading.id, files)]
    texts = [_bytes(files, kept) for kept in (*own, *copies)]
    boxes = [box for state in states for box in _boxes(state, texts, files)]
    beside = [left for copy in copies for left in _beside(copy, files)]
    found = [*boxes, *own, *beside, *reversed(copies)]
    return Traces(heading, list(dict.fromkeys(trace for trace in found if files.exists(trace))), copies[1:])


def forget(places: Places, traces: Traces, files: Files | None = None) -> Forgotten:
    """Take all files of a session away; its own file last, so that it can be found again when one stays.

    Raises Refused when the session is open elsewhere, and then nothing is gone.
    """
    files = files or Files()
    done = Forgotten()
    boxes = {state.ballots for state in _states(places, traces.heading.path)}
    locks = _claim(places, traces, files)
    try:
        for path in traces.files:
            try:
                _remove(files, path, boxes)
            except OSError as error:
                done.left.append((path, why(error)))
            else:
                done.removed.append(path)
    finally:
        for lock in locks:
            lock.release()
    made = {made_folder(path) for path in traces.files}
    for folder in sorted({path.parent for path in traces.files}, key=lambda folder: -len(folder.parts)):
        _tidy(folder, places, files, ours=folder in made)
    with suppress(OSError):
        find_index().unlink()  # what was counted of it with many others: it is made anew
    return done


def _remove(files: Files, path: Path, boxes: Container[Path]) -> None:
    """Take a file away; of a ballot box nothing stays on the disk either, as far as the disk lets itself."""
    if path.parent in boxes:
        with suppress(OSError):
            erase(files, path)
    files.remove(path)


def _heading(places: Places, path: Path, files: Files) -> SessionHeading:
    heading = read_heading(path, files)
    if heading.id:
        return heading
    for header in find_journals(places, files):
        if Path(header.file) == path:
            return SessionHeading(path, id=header.session)
    raise Refused(heading.problem or Problem("storage.not_a_session"))


def _same_session(places: Places, path: Path, session: str, files: Files) -> Iterator[Path]:
    """Give the files that are this session too: copies after a conflict or a sync, what a rescue left."""
    folders = (path.parent, made_folder(path))
    near = [folder / name for folder in folders for name in _names(folder, files) if name.endswith(".toml")]
    left = [moved.old for moved in find_moved(files, places).values()]
    listed = [heading.path for heading in find_sessions(places, files=files).sessions]
    for listed_path in dict.fromkeys([*near, *left, *listed]):
        if read_heading(listed_path, files).id == session:
            yield listed_path


def _beside(session: Path, files: Files) -> Iterator[Path]:
    """Give what stands beside a session file because of it: what went out, and what was put aside."""
    folder = made_folder(session)
    made = [folder / name for name in _names(folder, files) if name.startswith(f"{session.stem}-")]
    went_out = [*(session.with_name(session.stem + ending) for ending in beside_endings()), *made]
    yield from went_out
    yield from map(aside, [*went_out, session])
    begin = f"{session.name}.broken-"
    yield from (session.with_name(name) for name in _names(session.parent, files) if name.startswith(begin))


def _kept_of(state: Places, session: str, files: Files) -> Iterator[Path]:
    """Give what the app's own folders keep of a session; not the lock, which is taken meanwhile."""
    begins = (f"{session}.", f".~{session}.")
    for folder in (state.journals, state.drafts, state.wall):
        for name in _names(folder, files, state):
            if name.startswith(begins) and folder / name != state.lock(session):
                yield folder / name
    yield state.note_of_move(session)
    kept = state.kept(session)
    yield from (kept / name for name in _names(kept, files, state))


def _boxes(state: Places, texts: Iterable[bytes], files: Files) -> Iterator[Path]:
    """Give the ballot boxes of votes that a text of the session names; what opens them first."""
    texts = list(texts)
    for name in sorted(_names(state.ballots, files, state), key=lambda name: ".key" not in name):
        vote = name.removeprefix(".~").split(".")[0]
        if vote and any(vote.encode() in text for text in texts):
            yield state.ballots / name


def _bytes(files: Files, path: Path) -> bytes:
    with suppress(OSError):
        return files.read(path, LARGEST)
    return b""


def _names(folder: Path, files: Files, own: Places | None = None) -> list[str]:
    """Give what is in a folder; ``own``: it is one of the app's own.

    Raises Refused when it may not be seen: what stays unseen would stay.
    """
    try:
        return files.names(folder)
    except NotADirectoryError:
        return []
    except OSError as error:
        raise Refused(own_unseen(own, error) if own else unseen(folder, error)) from error


def _states(places: Places, path: Path) -> list[Places]:
    return [places, *(rescued_places(folder) for folder in list(path.parents)[:2])]


def _claim(places: Places, traces: Traces, files: Files) -> list[Lock]:
    """Claim the session, so that nobody opens it meanwhile; where no lock can be kept, go on without."""
    locks: list[Lock] = []
    for state in _states(places, traces.heading.path):
        if files.exists(state.journals):
            with suppress(OSError):
                locks.append(files.lock(state.lock(traces.heading.id)))
    return locks


def _tidy(folder: Path, places: Places, files: Files, *, ours: bool) -> None:
    """Make durable what went, and take away a folder that is empty now and was ``ours``.

    What was chosen for the sessions in it goes with the last of them.
    """
    with suppress(OSError):
        if files.names(folder) == [SAME_STATEMENTS]:
            files.remove(folder / SAME_STATEMENTS)
        if ours or places.sessions in folder.parents or folder.parent == places.earlier:
            folder.rmdir()  # only when it is empty
            folder = folder.parent
    with suppress(OSError):
        files.sync_folder(folder)


# -- on the command line


def forget_by_name(
    places: Places, name: str, t: Words, say: Callable[[str], None], ask: Callable[[str], str] | None = None
) -> bool:
    """Show what there is of a session, ``ask`` for its place, and forget it; tell whether all went.

    Without ``ask`` nothing is asked. Raises Refused.
    """
    traces = find_traces(places, find_session(name, places))
    say(t("cli.forget.there_is", n=len(traces.files)))
    for path in traces.files:
        say(f"  {clean(str(path))}")
    word = traces.heading.place or traces.heading.id
    if ask is not None and _answer(ask, t("cli.forget.ask", word=word)) != folded(word):
        raise Refused(Problem("cli.forget.not_asked", {"word": word}))
    done = forget(places, traces)
    say(t("cli.forget.removed", n=len(done.removed)))
    for path, reason in done.left:
        say(t("cli.forget.left", path=clean(str(path)), why=reason.say(t)))
    say(t("cli.forget.elsewhere"))
    return not done.left


def _answer(ask: Callable[[str], str], question: str) -> str:
    """Ask a question; the answer is empty when there is nobody to give one."""
    try:
        return folded(ask(question))
    except EOFError:
        return ""

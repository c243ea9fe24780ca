"""Going on with a journal elsewhere when its own folder fails, and tidying up after that."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from facilitator.folders import short
from facilitator.problems import Problem
from facilitator.reasons import why
from facilitator.scenario.model import Kinds
from facilitator.storage.files import Files
from facilitator.storage.frames import digest
from facilitator.storage.journal import LARGEST, Journal, read_journal
from facilitator.storage.places import Places

RESCUED: Final = ".facilitator"
"""The folder, in the folder of rescued sessions, that holds their journals when ours could not."""


def rescued_places(folder: Path) -> Places:
    """Give the places of sessions that were rescued to a folder together with their journals."""
    return Places(folder, folder / RESCUED)


def renewed(files: Files, journal: Journal) -> Journal:
    """Give a new journal in place of one that failed, with all that it acknowledged. Raises OSError.

    The old one is closed first: Windows replaces no file that is open.
    """
    with suppress(OSError):
        journal.close()
    files.make_folder(journal.path.parent)
    return Journal(files, journal.path, journal.header, journal.lines)


def begin_again(files: Files, journal: Journal, path: Path, folder: Path) -> Journal:
    """Give a new journal with all that the old one acknowledged, for a session file that moved to ``path``.

    In place of the old one, or else in the folder of the rescue. Raises OSError when both fail.
    """
    left = ""
    with suppress(OSError):
        journal.close()
    with suppress(OSError):
        left = digest(files.read(journal.path, LARGEST))
    header = replace(journal.header, file=str(path), found="", left=left)
    try:
        return Journal(files, journal.path, header, journal.lines)
    except OSError:
        there = rescued_places(folder)
        files.make_folder(there.journals)
        return Journal(files, there.journal(header.session), header, journal.lines)


def drop_journals(files: Files, journal: Journal, usual: Path, kinds: Kinds) -> list[Problem]:
    """Take a journal away that is no longer needed, and the one a rescue left if nobody went on with that.

    Gives a problem for each that the disk did not let go: everything that was typed stands in it.
    """
    stay: list[Problem] = []
    for path in dict.fromkeys([usual, journal.path]):
        try:
            if path == journal.path or _is_spare(files, path, journal, kinds):
                files.remove(path)
                files.sync_folder(path.parent)
        except FileNotFoundError:
            continue
        except OSError as error:
            stay.append(
                Problem(
                    "storage.journal_stays",
                    {"path": short(path), "why": why(error)},
                    severity="warning",
                )
            )
    return stay


def _is_spare(files: Files, path: Path, journal: Journal, kinds: Kinds) -> bool:
    if digest(files.read(path, LARGEST)) == journal.header.left:
        return True
    read = read_journal(files, path, kinds)
    if read.header is None or read.header.base != journal.header.base:
        return False
    return journal.lines[: len(read.lines)] == read.lines

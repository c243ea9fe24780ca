"""Looking at folders and what is in them: the one way in which the app asks a disk what there is.

A folder that is not there is empty. What may not be seen, or is no folder, is never taken for nothing: it is
an OSError here, and ``unseen`` says it in one sentence.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path
from typing import Final

from facilitator.problems import Problem, Refused
from facilitator.reasons import why

LONGEST: Final = 255
"""Letters that Windows takes for one name."""
TEXT: Final = ".txt"
UNSEEN: Final = "words.unseen"
_NOTHING: Final = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG, errno.EINVAL})
"""What the system says of a name that no file has, or that none can have."""


def names(folder: Path) -> list[str]:
    """Give the names in a folder, sorted; none when it is not there. Raises OSError, also for a file."""
    try:
        return sorted(path.name for path in folder.iterdir())
    except FileNotFoundError as error:
        demand_possible(folder, error)
        return []


def demand_possible(path: Path, error: FileNotFoundError) -> None:
    """Raise OSError where nothing can ever stand: in a file, or under a name that is too long.

    Windows says of these that they are not there, and nobody would hear why.
    """
    if any(len(part) > LONGEST for part in path.parts):
        raise OSError(errno.ENAMETOOLONG, "too long", str(path)) from error
    there = next((part for part in path.parents if is_there(part)), None)
    if there is not None and not is_folder(there) and not is_link(there):
        raise NotADirectoryError(errno.ENOTDIR, "no folder", str(there)) from error


def tomls(folder: Path) -> list[Path]:
    """Give the TOML files in a folder, by name. Raises Refused when it may not be seen."""
    try:
        return [folder / name for name in names(folder) if name.endswith(".toml") and name != ".toml"]
    except OSError as error:
        raise Refused(unseen(folder, error)) from error


def tomls_within(folder: Path) -> tuple[list[Path], list[Problem]]:
    """Give the TOML files in a folder and all folders in it, by path, and which of these may not be seen.

    What is hidden is not looked into. Raises Refused when the folder itself may not be seen or is not there.
    """
    failed: list[OSError] = []
    found: list[Path] = []
    for where, inner, there in os.walk(folder, onerror=failed.append):
        inner[:] = [name for name in inner if not name.startswith(".")]
        found += [Path(where, name) for name in there if name.endswith(".toml") and not name.startswith(".")]
    problems = [unseen(Path(error.filename or folder), error) for error in failed]
    if problems and not found:
        raise Refused(*problems[:1])
    return sorted(found), problems


def text_named(path: Path) -> Path | None:
    """Give the file that was meant to have this name and got .txt behind it, as Notepad does."""
    named = path.with_name(f"{path.name}{TEXT}")
    return named if is_file(named) else None


def text_tomls(folder: Path) -> list[Path]:
    """Give the files in a folder that were meant as TOML and got .txt behind it. Raises Refused."""
    try:
        return [folder / name for name in names(folder) if name.endswith(f".toml{TEXT}")]
    except OSError as error:
        raise Refused(unseen(folder, error)) from error


def is_there(path: Path) -> bool:
    """Tell whether something has this name, be it a link that leads nowhere."""
    return os.path.lexists(path)


def is_link(path: Path) -> bool:
    return path.is_symlink()


def is_file(path: Path) -> bool:
    """Tell whether this is a file. Raises Refused when its folder does not let anyone see that."""
    try:
        return stat.S_ISREG(about(path).st_mode)
    except ValueError:  # a zero byte, which no name has
        return False
    except OSError as error:
        if error.errno in _NOTHING:
            return False
        raise Refused(unseen(path.parent, error)) from error


def is_folder(path: Path) -> bool:
    """Tell whether this is a folder, as far as that may be seen; Windows lets nobody open one."""
    try:
        return stat.S_ISDIR(about(path).st_mode)
    except (OSError, ValueError):
        return False


def about(path: Path) -> os.stat_result:
    """Give what the system knows of a file, such as its age and size. Raises OSError."""
    return path.stat()


def unseen(folder: Path, error: OSError) -> Problem:
    """Give the problem of a folder that could not be looked at."""
    return Problem(UNSEEN, {"folder": short(folder), "why": why(error)})


def real(path: Path) -> Path:
    """Give a path without the links in it; one that leads round in a circle stays as it is."""
    return Path(os.path.realpath(path))


def typed(path: str) -> Path:
    """Give a path that someone typed; ``~`` is their own folder, where there is one."""
    try:
        return Path(path).expanduser()
    except RuntimeError:  # "~who", of whom nobody knows
        return Path(path)


def short(path: Path, platform: str = sys.platform) -> str:
    """Give a path as people know it: their own folder is ``~``, but on Windows, which has no such sign."""
    home = typed("~")
    known = platform != "win32" and path.is_relative_to(home)
    return f"~/{path.relative_to(home).as_posix()}" if known else str(path)

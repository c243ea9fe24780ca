"""Telling an author what is wrong with files: once, or again whenever one of them changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from facilitator.folders import about, tomls
from facilitator.problems import Problem, Refused
from facilitator.scenario.excerpt import Excerpts
from facilitator.scenario.file_check import Checker
from facilitator.scenario.library import Library
from facilitator.scenario.model import Kinds
from facilitator.text import harmless
from facilitator.words import Words

CLEAR: Final = "\x1b[2J\x1b[3J\x1b[H"
"""Wipes a terminal, with what was scrolled away."""

Stamps = Mapping[Path, tuple[int, int]]
"""When each file was written last, and how large it is."""


@dataclass(frozen=True)
class CheckSession:
    """Checks files and says what is wrong with them."""

    files: Sequence[Path]
    own: Path
    """The folder with the user's own scenarios."""
    kinds: Kinds
    t: Words
    say: Callable[[str], None]
    aloud: bool = False
    """Whether it is told as well which statements are hard to read aloud."""

    def once(self) -> bool:
        """Say everything that is wrong with each file, and how it stands; tell whether a workshop can run."""
        checker = Checker(self.own, self.kinds, self.t, aloud=self.aloud)
        found = [self._check(path, checker) for path in self.files]
        return all(found)

    def _check(self, path: Path, checker: Checker) -> bool:
        problems = checker.check(path)
        excerpts = Excerpts(self.t)
        for problem in problems:
            self.say(f"{excerpts.say(problem)}\n")
        errors = sum(problem.severity == "error" for problem in problems)
        self.say(self._standing(path, errors, problems))
        return not errors

    def _standing(self, file: Path, errors: int, problems: Sequence[Problem]) -> str:
        """Say in a line how a file stands."""
        path = harmless(str(file))
        if errors:
            return self.t("scenario.with_errors", path=path, n=errors)
        if problems:
            return self.t("scenario.with_warnings", path=path, n=len(problems))
        return self.t("scenario.all_well", path=path)

    def watch(self, wait: Callable[[], None], *, clear: bool) -> bool:
        """Check again whenever a file changes, until ``wait`` is interrupted; tell how it stood last.

        With ``clear`` the terminal is wiped before each check.
        """
        well = False
        seen: Stamps | None = None
        try:
            while True:
                now = self._stamps()
                if now != seen:
                    seen = now
                    if clear:
                        self.say(CLEAR)
                    well = self.once()
                    self.say(self.t("scenario.watching"))
                wait()
        except KeyboardInterrupt:
            return well

    def _stamps(self) -> Stamps:
        stamps: dict[Path, tuple[int, int]] = {}
        for path in self._watched():
            with suppress(OSError):
                known = about(path)
                stamps[path] = (known.st_mtime_ns, known.st_size)
        return stamps

    def _watched(self) -> Iterator[Path]:
        """Give each file, and the blocks and sets that it can name, also those that it doesn't name yet."""
        yield from self.files
        for path in self.files:
            for home in (path, path.parent):  # a scenario, or a block or a set on its shelf
                for folder in Library.of(home, self.own).folders:
                    for shelf in ("blocks", "statements", "languages"):
                        with suppress(Refused):  # what may not be seen is told by the check itself
                            yield from tomls(folder / shelf)

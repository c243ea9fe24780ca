"""Reading the files of a library once, however many scenarios name them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from facilitator.problems import Refused
from facilitator.scenario.model import Kinds
from facilitator.scenario.parts import ReadBlock, ReadSet, read_block, read_set_file
from facilitator.scenario.toml_files import read_toml
from facilitator.scenario.validation import MOST
from facilitator.words import Language


@dataclass
class Reader:
    """What was read so far. It does not see that a file changes: each check has one of its own."""

    kinds: Kinds
    _raw: dict[Path, dict[str, Any] | Refused] = field(default_factory=dict)
    _blocks: dict[tuple[Path, Language], ReadBlock] = field(default_factory=dict)
    _sets: dict[tuple[Path, Language], ReadSet] = field(default_factory=dict)

    def toml(self, path: Path) -> dict[str, Any]:
        """Give what a file says. Raises Refused when it is no TOML."""
        if path not in self._raw:
            try:
                self._raw[path] = read_toml(path, MOST)
            except Refused as refused:
                self._raw[path] = refused
        found = self._raw[path]
        if isinstance(found, Refused):
            raise Refused(*found.problems)
        return found

    def block(self, path: Path, language: Language) -> ReadBlock:
        """Give as much of a block as can be read. Raises Refused when it is no TOML."""
        if (path, language) not in self._blocks:
            self._blocks[path, language] = read_block(path, self.toml(path), self.kinds, language)
        return self._blocks[path, language]

    def set(self, path: Path, language: Language) -> ReadSet:
        """Give as much of a statement set as can be read. Raises Refused when it is no TOML."""
        if (path, language) not in self._sets:
            self._sets[path, language] = read_set_file(path, self.toml(path), language)
        return self._sets[path, language]

"""A new kind of step to begin with: it works, it passes all tests, and says TODO where a sentence belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

TEMPLATES: Final = Path(__file__).parent / "kind"
FOLDERS: Final = {"code": "facilitator/steps", "tests": "tests/steps"}
"""Where each part of a kind stands in a checkout."""
NAME: Final = re.compile(r"[a-z]+")
"""One word, because it is the name of a folder, of a Python module and of a kind in scenarios."""


def scaffold(name: str, checkout: Path) -> Iterator[Path]:
    """Write a new kind of step into a checkout; give each file that was written.

    Args:
        name: one lower-case English word, a plural noun where that is what the group makes: ``memories``.
        checkout: the folder that holds ``facilitator/`` and ``tests/``.

    Raises:
        ValueError: the name is not one lower-case word.
        FileExistsError: there is such a kind already; nothing was written.
    """
    if not NAME.fullmatch(name):
        raise ValueError(f"{name!r} is not one word in lower case, such as memories")
    targets = {part: checkout / folder / name for part, folder in FOLDERS.items()}
    for target in targets.values():
        if target.exists():
            raise FileExistsError(f"{target} is there already")
    for part, target in targets.items():
        target.mkdir()
        for template in sorted((TEMPLATES / part).iterdir()):
            path = target / template.stem
            path.write_text(
                _filled(template.read_text(encoding="utf-8"), name), encoding="utf-8", newline="\n"
            )
            yield path


def _filled(template: str, name: str) -> str:
    return template.replace("{name}", name).replace("{Name}", name.capitalize())

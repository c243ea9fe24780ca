"""Where things stand in the checkout, for everything that packs it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

PACKAGING: Final = Path(__file__).parents[1]
CHECKOUT: Final = PACKAGING.parent
DIST: Final = CHECKOUT / "dist"
WINDOWS: Final = PACKAGING / "windows"

NEEDS: Final = PACKAGING / "needs.txt"
"""What the app needs to run, each package with the only files that are taken."""
TOOLS: Final = PACKAGING / "tools.txt"
"""What builds the wheel of the app."""
EMBEDDABLE: Final = WINDOWS / "embeddable.txt"
"""Where Python for Windows comes from."""
PYTHON: Final = WINDOWS / "python.txt"
"""The files of Python that go along, and who signed them."""

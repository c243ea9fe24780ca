"""``python -m tests.regenerate``: everything that is made from something else is written anew.

The schema for editors, the tables in the pages for authors, what ``facilitator check`` says of each mistake,
and the made-up evening as it leaves the room. After a change of a model, of a kind of step, or of a sentence;
read the diff.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

from facilitator.kinds import kinds
from facilitator.scenario.authoring.templates import schema_text
from facilitator.scenario.library import built_in
from facilitator.words import Words
from tests.scenario.authoring.handbook import write_pages

CHECKOUT: Final = Path(__file__).parents[1]
GOLDENS: Final = ("tests/scenario/test_goldens.py", "tests/report/test_whole.py")


def main() -> int:
    """Write all of it; give the exit code of writing the goldens, which are checked at once."""
    schema = built_in() / "scenario.schema.json"
    schema.write_text(schema_text(kinds(), Words("nl")), encoding="utf-8", newline="\n")
    write_pages()
    pytest = [sys.executable, "-m", "pytest", "-q", "-k", "told or agreed", *GOLDENS]
    environment = {**os.environ, "REWRITE_GOLDENS": "1"}
    return subprocess.run(pytest, cwd=CHECKOUT, env=environment, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())

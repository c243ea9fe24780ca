"""``python -m tests.scaffold NAME``: a new kind of step, and everything that is generated made anew."""

from __future__ import annotations

import subprocess
import sys

from tests.scaffold import TEMPLATES, scaffold

NEXT = """
Now:
  1. grep -rn TODO facilitator/steps/{name}     every sentence that is still to be written
  2. python -m tests.regenerate                 after each change of a model or of words for authors
  3. pytest tests/steps/{name} tests/steps      and then all: pytest -n auto
"""


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print("Give the name of the new kind: python -m tests.scaffold memories", file=sys.stderr)
        return 2
    checkout = TEMPLATES.parents[2]
    try:
        for path in scaffold(arguments[0], checkout):
            print(path.relative_to(checkout))
    except (ValueError, FileExistsError) as error:
        print(error, file=sys.stderr)
        return 1
    # In a process of its own: the kinds of this one were counted before there was a new one.
    made = subprocess.run([sys.executable, "-m", "tests.regenerate"], cwd=checkout, check=False)
    print(NEXT.format(name=arguments[0]))
    return made.returncode


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

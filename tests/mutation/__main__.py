"""Break the code by hand: ``python -m tests.mutation --seed 7 --count 48 [PATH...]``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.mutation.sample import CHECKOUT, SAMPLED, sample
from tests.mutation.trial import summed_up, survivors, try_all
from tests.mutation.workbench import Verdict


def main(arguments: list[str]) -> int:
    """Try a sample, telling each verdict; give 1 when something survived."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--count", type=int, default=48, help="how many changes are tried")
    parser.add_argument("--jobs", type=int, default=1, help="how many at a time")
    parser.add_argument("--own", action="store_true", help="without the wider set of tests")
    parser.add_argument("--list", action="store_true", help="tell the changes without trying them")
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="files or folders of facilitator/"
    )
    asked = parser.parse_args(arguments)
    try:
        paths = [path.resolve().relative_to(CHECKOUT) for path in asked.paths]
        mutants = sample(asked.seed, asked.count, paths or SAMPLED)
    except (FileNotFoundError, ValueError) as wrong:
        parser.error(str(wrong))
    if asked.list:
        print("\n".join(mutant.told for mutant in mutants))
        return 0
    done: list[Verdict] = []

    def tell(verdict: Verdict) -> None:
        done.append(verdict)
        became = f"killed by {verdict.killed_by}" if verdict.killed_by else "SURVIVED"
        print(f"{len(done)}/{len(mutants)}  {verdict.mutant.told}\n      {became}", flush=True)

    verdicts = try_all(mutants, asked.jobs, tell, wider=not asked.own)
    print("\n".join(["", *survivors(verdicts), "", *summed_up(verdicts)]))
    return 1 if survivors(verdicts) else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

"""At most one in ten of the changes that can be made in steps, report, session and kinds goes unnoticed."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Final

import pytest

from tests.mutation.sample import sample
from tests.mutation.trial import summed_up, survivors, try_all
from tests.mutation.workbench import Verdict

SEED: Final = 20261129
COUNT: Final = 200


def tell(verdict: Verdict) -> None:
    if not verdict.killed_by:
        print(verdict.mutant.told, flush=True)


@pytest.mark.slow
def test_at_most_one_change_in_ten_goes_unnoticed(figure: Callable[[str], None]) -> None:
    """Takes an hour or two. For each that is printed a test is missing, or the code does nothing."""
    verdicts = try_all(sample(SEED, COUNT), os.cpu_count() or 1, tell)
    figure(f"changes that no test noticed, of {COUNT} with seed {SEED}: {'; '.join(summed_up(verdicts))}")
    assert len(survivors(verdicts)) <= COUNT / 10, "\n".join(survivors(verdicts))

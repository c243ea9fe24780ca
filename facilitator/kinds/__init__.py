"""The kinds of step, found by their folders: what the rest of the house asks of each is one typed value.

``steps/<kind>/`` holds four of them, each in a module of its name, loaded when it is first asked for:

=========== ========== ============================== =====================================
module      value      its type                       who asks
=========== ========== ============================== =====================================
``kind``    ``KIND``   ``scenario.model.Kind``        scenarios, sessions, files
``report``  ``REPORT`` ``kinds.report_facet``         the report
``paper``   ``PAPER``  ``kinds.paper_facet``          the run sheet and the sheets on paper
``view``    ``VIEW``   ``ui.kit.view.KindView``       the screen
=========== ========== ============================== =====================================
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Final, TypeVar

from facilitator.folders import is_file, names
from facilitator.scenario.model import Kind, Kinds

STEPS: Final = Path(__file__).parent.parent / "steps"

Facet = TypeVar("Facet")


@cache
def kinds() -> Kinds:
    """Give every kind there is, by its name."""
    there = [name for name in names(STEPS) if is_file(STEPS / name / "kind.py")]
    return {name: facet(name, "kind", Kind) for name in there}


def facet(kind: str, module: str, sort: type[Facet]) -> Facet:
    """Give what a kind has to say to one part of the house: the value ``NAME`` of its module ``name``.

    Raises ImportError, AttributeError or TypeError where the folder of the kind does not hold it: a mistake
    of whoever wrote the kind, which a test finds (``tests/steps/test_contract.py``).
    """
    value = getattr(import_module(f"facilitator.steps.{kind}.{module}"), module.upper())
    if not isinstance(value, sort):
        raise TypeError(f"{module.upper()} of {kind} is no {sort.__name__}")
    return value

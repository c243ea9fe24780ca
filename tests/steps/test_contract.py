"""Each kind of step is one folder that holds all that the rest of the house asks of it."""

from __future__ import annotations

from typing import get_args

import pytest

from facilitator.kinds import facet, kinds
from facilitator.kinds.message_facet import KEPT_LONGEST, KindMessage, Topic
from facilitator.kinds.paper_facet import paper_of
from facilitator.kinds.report_facet import Chapter, KindReport, report_of
from facilitator.scenario.model import Kind
from facilitator.ui.kit.view_facet import KindView
from tests.steps.running import STEPS
from tests.walks.player import player_of

FOLDERS = sorted(path.name for path in STEPS.iterdir() if path.is_dir() and path.name != "__pycache__")


def test_every_folder_is_a_kind() -> None:
    assert sorted(kinds()) == FOLDERS


@pytest.mark.parametrize("name", FOLDERS)
def test_a_kind_is_one_whole_folder(name: str) -> None:
    there = {path.stem for path in (STEPS / name).iterdir()}
    assert {"__init__", "kind", "report", "paper", "view", "nl", "en", "example"} <= there


@pytest.mark.parametrize("name", FOLDERS)
def test_a_kind_says_all_that_is_asked_of_it(name: str) -> None:
    kind = facet(name, "kind", Kind)
    assert kind.name == name
    assert get_args(kind.step.model_fields["kind"].annotation) == (name,)
    assert isinstance(report_of(name).chapter, Chapter)
    assert isinstance(report_of(name).message, KindMessage)
    for said in (paper_of(name), facet(name, "view", KindView), player_of(name)):
        assert said is not None


def test_every_topic_of_the_message_has_its_place_in_the_order_of_leaving_out() -> None:
    assert sorted(KEPT_LONGEST) == sorted(Topic)


def test_what_is_no_facet_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A kind cannot be silent by mistake: what it says is there, and of the right type."""
    from facilitator.steps.card import report

    with pytest.raises(TypeError, match="REPORT of card is no Kind"):
        facet("card", "report", Kind)
    monkeypatch.delattr(report, "REPORT")
    with pytest.raises(AttributeError):
        facet("card", "report", KindReport)
    with pytest.raises(ImportError):
        facet("card", "raport", Kind)

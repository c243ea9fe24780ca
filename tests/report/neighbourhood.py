"""A neighbourhood with several sessions, as they stand in its folder on a laptop."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from facilitator.scenario.model import Statement
from facilitator.session.disclosure import for_outside
from facilitator.session.state import State
from facilitator.storage.places import Places
from facilitator.storage.session_file import write_text
from facilitator.words import Language
from tests.report.made_up import DAY, a_round, about, bare, first_vote, scenario, statements

LATER: Final = DAY + timedelta(days=100)


def voted(when: date = DAY, text: str = "", **changes: Any) -> State:
    """Give a session with a vote; ``text``: other words for its first statement."""
    whole = scenario()
    urgency, own = whole.statement_sets
    worded = [each.model_copy(update={"text": text}) if text else each for each in statements("meer")]
    asked = urgency.model_copy(update={"statements": [*worded, *statements("slechter", "beter")]})
    here = {"day": when, "id": f"id{when:%m%d}aa", **changes.pop("about", {})}
    return bare(
        scenario=whole.model_copy(update={"statement_sets": [asked, own]}),
        about=about(**here),
        **{
            "rounds": {"round001": a_round("round001", first_vote())},
            "people": {"beleid": 6, "bewoners": 5, "professionals": 9},
            **changes,
        },
    )


def known_in_english(state: State) -> State:
    """Give a session of which each statement is known in English as well."""
    return _worded(state, lambda each: each.model_copy(update={"also": in_english(each.text)}), "nl")


def led_in_english(state: State) -> State:
    """Give a session as it would be had the group read English."""
    return _worded(
        state, lambda each: each.model_copy(update={"text": in_english(each.text), "also": each.text}), "en"
    )


def in_english(text: str) -> str:
    return text.replace("Stelling over", "Statement about")


def _worded(state: State, worded: Callable[[Statement], Statement], language: Language) -> State:
    sets = [
        one.model_copy(update={"statements": [*map(worded, one.statements)]})
        for one in state.scenario.statement_sets
    ]
    changes = {"language": language, "statement_sets": sets}
    return state.replace(scenario=state.scenario.model_copy(update=changes))


class Neighbourhood:
    """The folder in which its sessions stand."""

    def __init__(self, folder: Path, *states: State) -> None:
        self.places = Places(folder / "sessions", folder / "state")
        self.folder = self.places.sessions / "vogelbuurt"
        self.folder.mkdir(parents=True)
        for number, state in enumerate(states, 1):
            file = self.folder / f"{state.about.day}-avond-{number}.toml"
            file.write_text(write_text(for_outside(state), 9), encoding="utf-8")

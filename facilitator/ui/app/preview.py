"""Walking through a programme without a session: the real steps, in a folder that is gone afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import cycle
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory
from typing import Final

from facilitator import __version__
from facilitator.entry_ids import new_id
from facilitator.scenario.authoring.trial import Tight, Trial
from facilitator.scenario.model import Kinds, Scenario
from facilitator.session.commands import SMALLEST_SHOWN
from facilitator.session.history import History
from facilitator.session.state import About, State
from facilitator.storage.places import Places
from facilitator.storage.store import Store
from facilitator.ui.app.app import Appearance, FacilitatorApp
from facilitator.ui.app.bars import Status
from facilitator.ui.app.blocks_view import BlockShelf
from facilitator.ui.app.global_actions import start_session
from facilitator.ui.app.session_controller import SessionController
from facilitator.ui.kit.desk import Desk, Surroundings
from facilitator.words import Words

PRESENT: Final = (6, 5, 7)
"""How many answer from each perspective, round and round: large enough to show a result."""


class Rehearsal(SessionController):
    """A run that says what does not fit, and of which nothing is left."""

    tight: Sequence[Tight] = ()

    def status(self) -> Status:
        """Say of the step that is shown what is too long for the smallest screen."""
        found = next((tight for tight in self.tight if tight.key == self.desk.state.at.key), None)
        status = super().status()
        if found is None or status.said:
            return status
        return replace(status, said=found.problem.say(self.t), urgent=True)


def preview(t: Words, trial: Trial, kinds: Kinds, looks: Appearance) -> int:
    """Walk through a programme until someone leaves; give the exit code."""
    with TemporaryDirectory(prefix="facilitator-") as folder:
        app = FacilitatorApp(t, looks)
        rehearsal: list[Rehearsal] = []

        async def on_start() -> None:
            rehearsal.append(_rehearse(app, t, trial, kinds, Path(folder)))
            await start_session(rehearsal[0])

        async def on_leave() -> None:
            if rehearsal:
                await rehearsal[0].close()

        app.on_start, app.on_leave = on_start, on_leave
        app.take_over()
    if app.crash is not None:
        raise app.crash
    return app.return_code or 0


def _rehearse(app: FacilitatorApp, t: Words, trial: Trial, kinds: Kinds, folder: Path) -> Rehearsal:
    places = Places(folder / "sessions", folder / "state")
    state = _begun(trial.scenario, t)
    store = Store.begin(places, state, kinds)
    desk = Desk(t, kinds, store, History.from_state(state), Surroundings(datetime.now, new_id))

    async def leave() -> None:
        app.leave()

    rehearsal = Rehearsal(app, desk, leave, SimpleQueue(), BlockShelf(folder, kinds))
    rehearsal.tight = trial.tight
    return rehearsal


def _begun(scenario: Scenario, t: Words) -> State:
    now = datetime.now()  # noqa: DTZ005  the room's own clock
    about = About(
        id=new_id(),
        place=t("app.preview.place"),
        day=now.date(),
        starts=now.time().replace(second=0, microsecond=0),
        keep_until=date.max - timedelta(days=1),
        made_with=__version__,
    )
    return State(about=about, scenario=scenario, people=_people(scenario))


def _people(scenario: Scenario) -> dict[str, int]:
    """Give as many as the scenario is for, spread over the perspectives, and of each enough to be shown."""
    groups = [perspective.id for perspective in scenario.perspectives]
    if not scenario.people:
        return dict(zip(groups, cycle(PRESENT), strict=False))
    shares = [(scenario.people + number) // len(groups) for number in range(len(groups))]
    return {group: max(share, SMALLEST_SHOWN) for group, share in zip(groups, shares, strict=True)}

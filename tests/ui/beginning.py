"""The real app from home on: a small shelf of scenarios, preparing, and the session that begins."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from itertools import count
from pathlib import Path

from facilitator.kinds import kinds
from facilitator.storage.places import Places
from facilitator.storage.session_file import Loaded, read_text
from facilitator.ui.app.app import FacilitatorApp
from facilitator.ui.app.session_launcher import SessionLauncher
from facilitator.words import Language, Words
from tests.steps.running import DAY, STARTS, Clock, Running

HEAD = """\
format = 1
languages = ["nl", "en"]
minutes = 40
purpose = {{ nl = "Waarom?", en = "Why?" }}
title = {{ nl = "{nl}", en = "{en}" }}
{more}
"""
PEOPLE = """
[[perspective]]
id = "bewoners"
title = { nl = "bewoners", en = "residents" }
"""
USES = [("welkom", "Welkom", [5]), ("praten", "Praten", [10, 10]), ("slot", "Slot", [10])]
"""The blocks of the small evening, with the minutes of their steps: five are over."""

BLOCK = """\
format = 1
title = {{ nl = "{title}", en = "{title} (en)" }}
why = {{ nl = "Daarom {title}.", en = "For {title}." }}
source_status = "derived"
"""
STEP = """
[[step]]
id = "stap-{n}"
kind = "card"
title = {{ nl = "{title} {n}", en = "{title} {n}" }}
minutes = {minutes}
text = {{ nl = "Wij doen {title} {n}.", en = "We do {title} {n}." }}
"""
FOR_CHILDREN = """
[[step]]
id = "stemmen"
kind = "statements"
title = { nl = "Stemmen", en = "Vote" }
minutes = 5
sets = ["urgentie"]
back = { kinderen = "urgentie" }
"""


MORE = """
[[statement]]
id = "meer"
text = { nl = "Er is meer nodig.", en = "More is needed." }
"""


def put(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def stock(folder: Path) -> Path:
    """Fill the user's folder: an evening, a series of two, a block to add, and one that does not fit."""
    own = folder / "sessions" / "scenarios"
    (own / "blocks").mkdir(parents=True, exist_ok=True)
    (own / "statements").mkdir(exist_ok=True)
    uses = "".join(f'\n[[use]]\nblock = "{name}"\n' for name, _, _ in USES)
    for name, nl, en, more in (
        ("avond", "Avond", "Evening", ""),
        ("deel-1", "Plan een", "Plan one", 'series = "plan"\npart = 1'),
        ("deel-2", "Plan twee", "Plan two", 'series = "plan"\npart = 2'),
    ):
        put(own / f"{name}.toml", HEAD.format(nl=nl, en=en, more=more) + PEOPLE + uses)
    for name, title, minutes in [*USES, ("zingen", "Zingen", [4, 3])]:
        steps = [STEP.format(n=n, title=title, minutes=each) for n, each in enumerate(minutes, 1)]
        put(own / "blocks" / f"{name}.toml", BLOCK.format(title=title) + "".join(steps))
    put(own / "blocks" / "kinderen.toml", BLOCK.format(title="Kinderraad") + FOR_CHILDREN)
    head = BLOCK.format(title="Urgentie").replace("why", "# why")
    put(own / "statements" / "urgentie.toml", head + MORE)
    return own


def stock_vote(folder: Path) -> None:
    """Add an evening with a vote of six minutes: enough for eighteen people, and not for thirty."""
    own = stock(folder)
    head = HEAD.format(nl="Stemming", en="Voting", more="").replace("minutes = 40", "minutes = 15")
    put(own / "stemming.toml", head + PEOPLE + '\n[[use]]\nblock = "welkom"\n\n[[use]]\nblock = "stemmen"\n')
    vote = STEP.format(n=1, title="Stemmen", minutes=6).replace('"card"', '"statements"\nsets = ["urgentie"]')
    vote = vote.replace("Stemmen 1", "Stemmen", 1).replace("Stemmen 1", "Voting", 1)
    put(own / "blocks" / "stemmen.toml", BLOCK.format(title="Stemmen") + vote)


@asynccontextmanager
async def at_home(
    folder: Path,
    *,
    scenario: str = "",
    after: Path | None = None,
    size: tuple[int, int] = (64, 18),
    language: Language = "nl",
) -> AsyncIterator[Running]:
    """Run the app at home, or where one of the user's scenarios is prepared."""
    own = stock(folder)
    clock = Clock(datetime.combine(DAY, STARTS))
    t = Words(language)
    app = FacilitatorApp(t)
    used = len(list(folder.rglob("*.toml")))
    numbers = count(1000 * used)
    places = Places(folder / "sessions", folder / "state")
    opening = SessionLauncher(app, t, places, now=clock, new_id=lambda: f"id{next(numbers):06}")

    async def on_start() -> None:
        await opening.home()
        if scenario:
            await opening.prepare(own / f"{scenario}.toml", after)

    app.on_start = on_start
    async with app.run_test(size=size) as pilot:
        running = Running(app, opening, pilot, clock, folder)
        await running.settle()
        yield running
        if opening.run is not None:
            await opening.run.close()


def session_file(folder: Path, place: str = "molenhoek") -> Path:
    """Give the newest session file of a place."""
    found = (folder / "sessions" / place).glob("*.toml")
    return max(found, key=lambda path: (path.stat().st_mtime_ns, len(path.name), path.name))


def saved(path: Path) -> Loaded:
    return read_text(path.read_text(encoding="utf-8"), kinds())

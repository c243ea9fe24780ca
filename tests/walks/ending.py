"""How an evening begins and ends: at the door, at the closing screen, and in the files that are left."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from html import unescape
from pathlib import Path
from typing import Final

from facilitator.kinds import kinds
from facilitator.orders import made_folder
from facilitator.report.message import MOST
from facilitator.session.disclosure import for_outside
from facilitator.session.session_leaves import CLOSING
from facilitator.session.state import State
from facilitator.storage.session_file import read_text, write_text
from facilitator.words import Words
from tests.report.reading import Page
from tests.steps.running import SIZES
from tests.walks.agreed import MESSAGES, SCREENS, as_agreed
from tests.walks.dutch import dutch_in
from tests.walks.player import player_of
from tests.walks.walk import Walk, squeezed
from tests.walks.words import in_words

"""What goes out after each programme that comes with the app, played on the small screen."""
CONTACT: Final = "de buurtbalie"
TO_THE_END: Final = 6
"""So often a page of a message has to be turned at most."""


@dataclass(frozen=True)
class Ended:
    """A session that was closed: as it was, and its file."""

    state: State
    file: Path

    def made(self, what: str, form: str) -> Path:
        """Give the file of what was made of it, which has a name in the language of the session."""
        name = Words(self.state.scenario.language)(f"report.file.{what}")
        return made_folder(self.file) / f"{self.file.stem}-{name}.{form}"


# -- at the door


async def prepare(walk: Walk, place: str, earlier: Ended | None = None) -> None:
    """Say where, after which session and when, and begin. What is filled in already is taken as it is."""
    while walk.field is not None:
        name, filled = walk.field.name, bool(walk.field.value)
        if name in {"place", "after"} and not filled and (name == "place" or earlier):
            await walk.app.type(place)
        elif name == "venue":
            await walk.app.type(walk.sayings.give("venue"))
        await walk.app.press("enter")
        if name == "after" and earlier:
            walk.sees(walk.words("Komt mee:"), earlier.state.scenario.title)
    planned = walk.text
    await walk.app.press("enter")
    ends = datetime.combine(walk.state.about.day, walk.state.about.starts) + _length(walk.state)
    assert walk.words("{time} uur klaar", time=_time(ends, walk)) in planned, planned


def _time(of: time | datetime, walk: Walk) -> str:
    """Give a time as it is said in the language of a group."""
    return f"{of:%H.%M}" if walk.language == "nl" else f"{of:%H:%M}"


def _length(state: State) -> timedelta:
    return timedelta(minutes=sum(step.minutes for _, step in state.places()))


# -- at the end


async def close(walk: Walk) -> Ended:
    """Settle the next time and who to call, read the message to its end, and close; give what is left.

    Hour and place are taken as they are filled in; who to call is asked once per neighbourhood.
    """
    state = walk.state
    known = state.contact
    _kept_its_time(walk)
    walk.sees(walk.words("Dit bericht gaat naar iedereen"))
    await walk.app.type(walk.words("over {n} weken", n=6))
    await walk.press("enter")
    asked: list[str] = []
    while walk.field is not None:
        asked.append(walk.field.name or "")
        if not walk.field.value:
            await walk.app.type(walk.words(CONTACT))
        await walk.press("enter")
    assert asked == ["next_time", "next_venue", *([] if known else ["contact"])]
    walk.sees(walk.words("van {most} tekens", most=MOST))
    for _ in range(TO_THE_END):
        await walk.press("pagedown")
    at, venue = _time(state.about.starts, walk), state.about.venue
    walk.sees(walk.words("Volgende keer:"), walk.words("{time} uur, {venue}.", time=at, venue=venue))
    walk.sees(walk.words(CONTACT))
    shown = walk.looks.pop(walk.key)
    desk = walk.app.opening.run.desk if walk.app.opening.run else None
    assert desk is not None
    await walk.press("enter")
    if walk.small:  # home is for who prepares
        await walk.resize(SIZES[0])
    walk.sees(walk.words("Sessie en rapport"))
    assert desk.state.closing().finished
    ended = Ended(desk.state, desk.store.path)
    _reads_back(ended)
    _message_as_shown(ended, shown)
    _message_as_agreed(walk, ended)
    _screens_as_agreed(walk, ended)
    _report_is_whole(walk, ended)
    _reads_in_its_language(walk, ended)
    assert state.agreements() == ended.state.agreements()
    return ended


def _kept_its_time(walk: Walk) -> None:
    """Demand that the minutes that were planned are what the programme says it takes, step by step."""
    state = walk.state
    at = datetime.combine(state.about.day, state.about.starts)
    for use, step in state.places():
        assert state.begun[f"{use.id}/{step.id}"] == f"{at:%H:%M}", f"{use.id}/{step.id}"
        at += timedelta(minutes=step.minutes)
    assert walk.app.clock() == at
    assert at.time() <= state.ends
    assert timedelta(0) <= timedelta(minutes=state.scenario.minutes) - _length(state) <= timedelta(minutes=10)


def _reads_back(ended: Ended) -> None:
    """Demand that the file gives the session as it was, and that writing it again gives the same bytes."""
    text = ended.file.read_bytes()
    loaded = read_text(text.decode("utf-8"), kinds())
    assert (loaded.state, loaded.seal) == (_as_kept(ended.state), "ok")
    assert write_text(loaded.state, loaded.seq).encode() == text


def _as_kept(state: State) -> State:
    """Give a session as its file has it.

    What a small group did not agree to show is gone; who can be called stands with what was settled.
    """
    closing = {name: value for name, value in state.result(CLOSING).items() if name != "contact"}
    about = state.about.model_copy(update={"contact": state.contact})
    results = {**state.results, CLOSING: closing}
    return for_outside(state).replace(withheld={}, about=about, results=results)


def _message_as_shown(ended: Ended, shown: list[str]) -> None:
    """Demand that what goes out is what everyone could read, line by line."""
    message = ended.made("message", "txt").read_text(encoding="utf-8")
    assert len(message.strip()) <= MOST
    whole = "".join(shown)  # a page goes on where the one before it ended
    for line in message.splitlines():
        assert squeezed(line) in whole, f"sent, and never read: {line}"
    for each in ended.state.made_now().values():
        assert each.firmness == "idea" or each.what in message, each.what


def _message_as_agreed(walk: Walk, ended: Ended) -> None:
    """Demand that the message of a played evening is, to the letter, the one that was read and found good.

    With a large screen fewer people come, and other things are said.
    """
    if not walk.pastes:
        sent = ended.made("message", "txt")
        as_agreed(MESSAGES / f"{_evening(ended.state)}.txt", sent.read_text(encoding="utf-8"))


def _screens_as_agreed(walk: Walk, ended: Ended) -> None:
    """Demand that each page looks as it did when it was found good: every row, title and key bar too."""
    if not walk.pastes:
        seen = [f"=== {page.strip()}\n{text}" for page, text in walk.screens.items() if CLOSING not in page]
        as_agreed(SCREENS / f"{_evening(ended.state)}.txt", "\n".join(seen))


def _evening(state: State) -> str:
    """Give a name for this evening: the programme, and after how many others where it can follow several."""
    meetings = len(state.meetings)
    return state.scenario.id if state.scenario.series or meetings <= 1 else f"{state.scenario.id}-{meetings}"


def _report_is_whole(walk: Walk, ended: Ended) -> None:
    """Demand that the report has its chapters, and every word that was typed."""
    html = ended.made("verslag", "html").read_text(encoding="utf-8")
    text = squeezed(Page(html).text)
    for key, lines in walk.typed.items():
        missing = [line for line in lines if squeezed(line) not in text]
        assert not missing, f"typed at {key}, and not in the report: {missing}"
    first = [unescape(each) for each in re.findall(r"<h2>(.*?)</h2>", html)]
    further = [unescape(each) for each in re.findall(r'<h2 id="s\d+">(.*?)</h2>', html)]
    language = ended.state.scenario.language
    chapters = {in_words(title, language): there for title, there in _chapters(ended.state).items()}
    assert ended.state.scenario.purpose in first
    assert [each for each in chapters if each in further] == further
    missing = [each for each, there in chapters.items() if there and each not in (*first, *further)]
    assert not missing, f"no such chapter: {missing}"


def _reads_in_its_language(walk: Walk, ended: Ended) -> None:
    """Demand that who reads English meets no Dutch: on a screen, in the report and in the message."""
    if walk.language != "nl":
        page = Page(ended.made("verslag", "html").read_text(encoding="utf-8")).text
        walk.dutch.update(("report", row) for row in dutch_in(page))
        walk.dutch.update(
            ("message", row) for row in dutch_in(ended.made("message", "txt").read_text("utf-8"))
        )
        assert not walk.dutch, "\n".join(": ".join(each) for each in sorted(walk.dutch))


def _chapters(state: State) -> dict[str, bool]:
    """Give the chapters in their order, and whether each has to be there: on the first page or after it."""
    steps = {step.kind for _, step in state.places()}
    level = any(getattr(step, "level", []) for _, step in state.places())
    about = "Hoe dringend het is, per perspectief" if level else "Wat wij vinden, per perspectief"
    asked = [question for _, step in state.places() for question in getattr(step, "questions", [])]
    came = [name for register in ("agreements", "parked") for name in state.registers.get(register, {})]
    return {
        "Zo vertellen wij over deze wijk": any(getattr(question, "headline", False) for question in asked),
        "Het antwoord, met alles erbij": False,
        "Wat wij afspraken": True,
        "Wat er kwam van wat wij eerder zeiden": any(state.came_from(name) for name in came),
        "Meer over de afspraken": bool(state.made_now()),
        "Wat er is gezegd, en wie het anders ziet": any(player_of(kind).reported for kind in steps),
        about: "statements" in steps,
        "De opgaven": "tasks" in steps,
        "Wie er zijn, en wat zij bijdragen": "actors" in steps,
        "De parkeerlijst": any(
            not line.unknown for name, line in state.parked().items() if not state.came_from(name)
        ),
        "Wat wij niet weten": True,  # that there were few residents
        "Hoe het verder gaat": True,
        "Hoe dit is gemeten": True,
    }

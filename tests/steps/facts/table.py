"""What lies on a made-up table, for the tests of this kind."""

from __future__ import annotations

from facilitator.session.registers import Fact, Link, Story
from facilitator.session.state import Position, State
from tests.steps.running import begun, example

EXAMPLE = example("facts")
KEY = "facts/alles"
AFTER = "facts/herkennen"
"""The next step of the example."""

DAMP, NOISE = "figure01", "figure02"
COUGH, PARTY = "story001", "story002"

FACTS = {
    DAMP: Fact(what="Huizen met vocht", value="38 %", source="corporatie", year="2025"),
    NOISE: Fact(what="Meldingen over overlast", value="12"),
}
STORIES = {
    COUGH: Story(text="Mijn kleinzoon hoest elke winter."),
    PARTY: Story(text="Op het plein is het feest.", perspective="bewoners"),
}


def laid(state: State, page: str = "") -> State:
    """Give a session with two figures and two stories on the table, on a page of the first step."""
    use, step = KEY.split("/")
    return state.replace(registers={"facts": FACTS, "stories": STORIES}, at=Position(use, step, page))


def table() -> State:
    return laid(begun(EXAMPLE))


def with_links(state: State, **hows: str) -> State:
    """Give the state with links; ``figure01_story001="fits"`` says how the story lies beside the figure."""
    links = {}
    for number, (pair, how) in enumerate(hows.items()):
        fact, story = pair.split("_")
        links[f"link{number:04}"] = Link.model_validate({"start": story, "end": fact, "how": how})
    return state.replace(registers={**state.registers, "links": links})

"""What came over from a made-up evening, for the tests of this kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from facilitator.session.earlier_meetings import Meeting
from facilitator.session.registers import Agreement, Objection
from facilitator.session.state import Before, Position, State
from tests.steps.running import begun, example

EXAMPLE = example("review")
CELEBRATE, AGREEMENTS, OPEN, LEARN = (f"review/{step}" for step in ("vieren", "afspraken", "vragen", "leren"))

PAPER, SCHOOL, LAMPS, PARTY = "agree001", "agree002", "agree003", "agree004"

AGREED = {
    PARTY: Agreement(what="Een buurtfeest"),
    PAPER: Agreement(
        what="Wijkkrant: stukje over de avond", who="redactie", due=date(2026, 1, 20), firmness="agreement"
    ),
    SCHOOL: Agreement(
        what="Bij de school vragen wat nodig is",
        who="wijkteam",
        due=date(2026, 2, 6),
        firmness="agreement",
        proof="een lijst in de hal",
        objections=[Objection(id="object01", status="later")],
    ),
    LAMPS: Agreement(
        what="De lantaarns laten branden",
        who="gemeente",
        due=date(2026, 3, 1),
        firmness="agreement",
        status="postponed",
        postponed=2,
    ),
}
BEFORE = Before(session="before01", title="Startbijeenkomst", day=date(2026, 1, 12))


def following(
    key: str = CELEBRATE, page: str = "", agreed: Mapping[str, Agreement] = AGREED
) -> Callable[[State], State]:
    """Give what makes of a session one that follows another, at this page of a step."""
    use, step = key.split("/")

    def prepare(state: State) -> State:
        meeting = Meeting(day=BEFORE.day, title=BEFORE.title, made=[*agreed])
        before = BEFORE.model_copy(update={"meetings": [meeting]})
        return state.replace(
            registers={"agreements": dict(agreed)}, before=before, at=Position(use, step, page)
        )

    return prepare


def back_again() -> State:
    return following()(begun(EXAMPLE))


def many(count: int) -> dict[str, Agreement]:
    return {
        f"agree{number:03}": Agreement(
            what=f"Ding {number} doen", who="wij", due=date(2026, 2, number), firmness="agreement"
        )
        for number in range(1, count + 1)
    }

"""The message that goes out tonight."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.report.message import MOST, message
from facilitator.session.agreement_status import Status
from facilitator.session.next_time import object_before
from facilitator.session.registers import Agreement
from facilitator.session.state import State
from facilitator.text import clean
from facilitator.words import Words
from tests.report.made_up import DAY, about, agreement, bare, evening

NL = Words("nl")


def test_the_message_of_an_evening() -> None:
    assert message(evening(), NL, DAY) == (
        "Vogelbuurt, zondag 22 november. Met beleid (6), bewoners (5) en professionals (7).\n\n"
        "Wij spraken af:\n"
        "1. Wijkkrant: stukje over vanavond (redactie, dinsdag 1 december)\n"
        "2. Bij de school vragen wat ouders nodig hebben "
        "(wijkteam, met de bewonersgroep, zondag 6 december)\n\n"
        "Ons advies: dat weten wij nog niet. Waarom: de cijfers ontbreken. "
        "Wie het uitzoekt: de wijkregisseur. Wie beslist: de wethouder. "
        "Wanneer de wijk het hoort, is nog niet gezegd.\n\n"
        "Dit zijn onze opgaven:\n"
        "- Droge huizen\n\n"
        "Dit wacht:\n"
        "- Het parkeren (de gemeente komt erop terug, uiterlijk zondag 13 december)\n"
        "- De bus (nog niemand komt erop terug)\n\n"
        "Er is ook 1 idee. Dat staat in het verslag.\n\n"
        "Volgende keer: zaterdag 13 februari.\n"
        "Klopt iets niet? Zeg het vóór zondag 29 november."
    )


def test_the_message_in_english() -> None:
    said = message(evening(), Words("en"), DAY)
    assert said.startswith("Vogelbuurt, Sunday 22 November. With beleid (6)")
    assert "We agreed:" in said
    assert said.endswith("Say so before Sunday 29 November.")


def test_without_people_and_agreements_it_says_so() -> None:
    said = message(bare(), NL, DAY)
    assert said == (
        "Vogelbuurt, zondag 22 november.\n\nWij maakten geen afspraak.\n\n"
        "Klopt iets niet? Zeg het vóór zaterdag 28 november."
    )


def test_an_agreement_without_owner_or_date_is_told_as_it_is() -> None:
    state = bare(
        registers={"agreements": {"agree001": agreement("Bankje"), "agree002": agreement("Boom", who="wij")}}
    )
    assert "1. Bankje\n2. Boom (wij)\n" in message(state, NL, DAY)


@pytest.mark.parametrize(
    ("closing", "expected"),
    [
        ({}, date(2026, 11, 28)),
        ({"object_until": "2026-12-24"}, date(2026, 12, 24)),
        ({"next_date": "2027-01-10"}, date(2026, 11, 28)),
        ({"next_date": "2026-11-25"}, date(2026, 11, 24)),
        ({"next_date": "2026-11-23"}, None),
        ({"next_date": "ooit", "object_until": "straks"}, date(2026, 11, 28)),
    ],
)
def test_the_day_before_which_people_object(closing: dict[str, str], expected: date | None) -> None:
    assert object_before(bare(results={"session/closing": closing})) == expected


def test_when_it_is_too_soon_to_name_a_day_people_can_still_object() -> None:
    state = bare(results={"session/closing": {"next_date": "2026-11-23"}})
    assert message(state, NL, DAY).endswith("Klopt iets niet? Laat het weten.")


def test_the_last_agreements_are_counted_when_they_do_not_fit() -> None:
    entries = {f"agree00{n}": agreement("x" * 250, who="wij", due=date(2026, 12, n)) for n in range(1, 7)}
    said = message(evening(registers={"agreements": entries}), NL, DAY)
    assert len(said) <= MOST
    assert said.count("x" * 250) == 2
    assert "En nog 4 afspraken in het verslag." in said
    assert "Met 18 mensen." in said


def test_at_every_length_the_last_agreement_is_whole_or_counted() -> None:
    for length in range(1, 301):
        entries = {f"agree00{n}": agreement("x" * 270, who="wij") for n in range(1, 3)}
        entries["agree003"] = agreement("y" * length)
        said = message(evening(registers={"agreements": entries}), NL, DAY)
        assert len(said) <= 1000
        assert ("y" * length in said) != ("En nog 1 afspraak in het verslag." in said)


lines = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=300).map(clean)
filled = lines.filter(bool).map(lambda said: said[:300])
longest = st.sampled_from(["w" * 300, "een twee drie " * 21, "ééé" * 100])
agreements = st.builds(
    Agreement,
    what=filled | longest,
    who=lines.map(lambda said: said[:300]) | longest,
    due=st.dates(date(1999, 1, 1), date(2999, 12, 31)) | st.none(),
    firmness=st.sampled_from(["idea", "agreement", "intention", "decision"]),
)


def _session(made: list[Agreement], place: str, title: str, closing: dict[str, str]) -> State:
    state = evening(about=about(place=place), results={"session/closing": closing})
    groups = [each.model_copy(update={"title": title}) for each in state.scenario.perspectives]
    scenario = state.scenario.model_copy(update={"perspectives": groups})
    entries = {f"agree{n:03}": each for n, each in enumerate(made)}
    return state.replace(scenario=scenario, registers={"agreements": entries})


@given(
    st.lists(agreements, max_size=9),
    filled | longest,
    filled | longest,
    st.sampled_from(
        [{}, {"next_date": "2027-02-13"}, {"next_date": "2027-02-13", "object_until": "2026-12-01"}]
    ),
    st.sampled_from(["nl", "en"]),
)
def test_it_is_never_too_long_and_an_agreement_is_whole_or_counted(
    made: list[Agreement], place: str, title: str, closing: dict[str, str], language: str
) -> None:
    t = Words("nl" if language == "nl" else "en")
    state = _session(made, place, title, closing)
    said = message(state, t, DAY)
    assert len(said) <= MOST
    firm = [each for each in made if each.firmness != "idea"]
    # Alone, without anything to take its room, each agreement is told in full: that is what it looks like.
    whole = [
        message(_session([each], "x", "x", {}), t, DAY).split("\n")[3].removeprefix("1. ") for each in firm
    ]
    told = [line for line in said.split("\n")[3:] if line.partition(". ")[0].isdigit()][: len(firm)]
    assert told == [f"{n}. {line}" for n, line in enumerate(whole, 1)][: len(told)]
    rest = len(firm) - len(told)
    assert (t("report.message.more", n=rest) in said) == bool(rest)
    assert not firm or told


# -- how agreements stand


def test_what_ended_after_all_comes_last() -> None:
    entries = {
        "agree001": agreement("Bankje", who="wij", due=date(2026, 12, 1), status="stopped"),
        "agree002": agreement("Boom", who="wij", due=date(2026, 12, 2), status="postponed", postponed=2),
        "agree003": agreement("Krant", who="redactie", status="done"),
        "agree004": agreement("Feest", firmness="idea", status="done"),
        "agree005": agreement("Lamp", who="gemeente", due=date(2026, 11, 1), status="busy"),
        "agree006": agreement("Hek", status="unknown"),
        "agree007": agreement("Plein", firmness="idea", status="not-needed"),
    }
    assert message(bare(registers={"agreements": entries}), NL, DAY).split("\n\n")[1].split("\n") == [
        "Wij spraken af:",
        "2. Boom (wij, woensdag 2 december, uitgesteld)",
        "4. Lamp (gemeente, bezig)",
        "5. Hek (hoe het staat vragen wij na)",
        "1. Bankje (hiermee stoppen wij)",
        "3. Krant (dit is af)",
        "- Feest (dit is af)",
    ]


def test_without_room_for_all_what_goes_on_is_told_longest() -> None:
    entries = {f"agree00{n}": agreement(f"{n}" * 250, status="done") for n in range(1, 5)}
    entries["agree005"] = agreement("y" * 250, who="wij")
    said = message(bare(registers={"agreements": entries}), NL, DAY)
    assert "5. " + "y" * 250 in said
    assert "En nog 2 afspraken in het verslag." in said


statuses = st.sampled_from(["open", "busy", "done", "stopped", "postponed", "not-needed", "unknown"])


@given(st.lists(st.tuples(agreements, statuses), max_size=9))
def test_however_agreements_stand_each_is_told_whole_or_counted(
    made: list[tuple[Agreement, Status]],
) -> None:
    standing = [each.model_copy(update={"status": status}) for each, status in made]
    said = message(_session(standing, "x", "x", {}), NL, DAY)
    assert len(said) <= MOST
    wanted = [each for each in standing if each.firmness != "idea" or each.status == "done"]
    counts = [n for n in range(len(wanted)) if NL("report.message.more", n=n + 1) in said.split("\n")]
    untold = counts[0] + 1 if counts else 0
    assert sum(each.what in said for each in wanted) >= len(wanted) - untold

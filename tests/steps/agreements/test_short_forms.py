"""A short form never drops a condition: whatever stands in the long form stands in every shorter one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from typing import Any, get_args

import pytest

from facilitator.kinds import kinds
from facilitator.report.message import MOST, message
from facilitator.session.agreement_status import Status
from facilitator.session.conditions import conditions, say_conditions, under_condition
from facilitator.session.registers import ENDED, MOST_ENTRIES, Agreement, Hearing, Objection, Version
from facilitator.session.state import State
from facilitator.session_files import report_text
from facilitator.steps.agreements.wording import details, objections
from facilitator.steps.review.wording import conditions_of
from facilitator.storage.session_file import read_text, write_text
from facilitator.words import LANGUAGES, Language, Words
from tests.report.made_up import DAY, bare

LATER = DAY + timedelta(days=11)
EARLIER = DAY - timedelta(days=30)
OBJECTIONS: dict[str, list[dict[str, str]]] = {
    "none": [],
    "met": [{"reason": "Te ver", "status": "met"}],
    "open": [{"reason": "Te duur", "status": "open"}],
    "later": [{"status": "later"}],
    "open and later": [{"reason": "Te duur", "status": "open"}, {"status": "later"}],
}
VERSIONS: dict[str, list[dict[str, Any]]] = {
    "none": [],
    "amended": [{"what": "Anders", "heard": "objection"}],
    "changed": [{"what": "Anders", "heard": "no-objection", "changed_on": LATER}],
    "changed long ago": [{"what": "Anders", "changed_on": EARLIER}],
    "by hand": [{"changed_on": LATER, "how": "by-hand", "parts": ["who"], "heard": "no-objection"}],
    "added": [{"changed_on": LATER, "how": "added"}],
    "withdrawn": [{"what": "Een bankje", "changed_on": LATER, "how": "withdrawn"}],
    "postponed": [{"what": "Een bankje", "due": DAY, "changed_on": LATER, "how": "postponed"}],
    "by hand, then postponed": [
        {"changed_on": EARLIER, "how": "by-hand", "parts": ["who"], "heard": "no-objection"},
        {"what": "Een bankje", "due": DAY, "changed_on": LATER, "how": "postponed"},
    ],
}
IN_THE_REPORT: dict[str, dict[Language, str]] = {
    "objection": {"nl": "(nog niet opgelost)", "en": "(not met yet)"},
    "later": {"nl": "(wordt later uitgelegd)", "en": "(will be explained later)"},
    "idea": {"nl": "Dit zijn nog geen afspraken.", "en": "These are not agreements yet."},
}


def every_agreement() -> Iterator[tuple[str, Agreement]]:
    combined = product(get_args(Status), get_args(Hearing), OBJECTIONS, VERSIONS, ("idea", "agreement"))
    for status, heard, objected, before, firmness in combined:
        yield (
            f"{firmness}, {status}, {heard or 'not heard'}, {objected}, {before}",
            Agreement(
                what="Een bankje",
                who="wijkteam",
                due=date(2026, 12, 24),
                firmness=firmness,
                status=status,
                heard=heard,
                heard_on=DAY if heard else None,
                objections=[
                    Objection.model_validate({"id": f"object0{n}", **each})
                    for n, each in enumerate(OBJECTIONS[objected], 1)
                ],
                versions=[Version.model_validate(each) for each in VERSIONS[before]],
            ),
        )


def from_a_file(every: dict[str, Agreement]) -> dict[str, Agreement]:
    """Give agreements as session files give them back: as many to a file as a session can hold."""
    numbered = [(f"a{number:07}", agreement) for number, agreement in enumerate(every.values())]
    found: list[Agreement] = []
    for start in range(0, len(numbered), MOST_ENTRIES):
        entries = dict(numbered[start : start + MOST_ENTRIES])
        loaded = read_text(write_text(bare(registers={"agreements": entries}), 1), kinds()).state
        assert loaded.agreements() == entries
        found += loaded.agreements().values()
    return dict(zip(every, found, strict=True))


EVERY = from_a_file(dict(every_agreement()))


def session(agreement: Agreement) -> State:
    return bare(registers={"agreements": {"agree001": agreement}})


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_short_form_drops_a_condition(language: Language) -> None:
    t = Words(language)
    for name, agreement in EVERY.items():
        state = session(agreement)
        wanted = say_conditions(agreement, DAY, LATER, t)
        sent = message(state, t, LATER)
        if agreement.firmness != "idea":
            assert all(each in sent for each in wanted), (name, sent)
            assert under_condition(state) == bool(wanted and agreement.status not in ENDED), name
        elif agreement.status == "done":
            assert all(each in sent for each in wanted[1:]), (name, sent)
        short = say_conditions(agreement, DAY, LATER, t, short=True)
        listed = details(agreement, state, LATER, t, short=True)
        own = [each for each in short if each != t("session.condition.idea")]
        assert all(each in listed for each in own), (name, listed)
        assert agreement.firmness != "idea" or t("agreements.title_idea").lower() in listed.lower(), name
        assert conditions_of(agreement, state, LATER, t, said=agreement.status) == short, name


def test_the_long_form_holds_what_the_conditions_say() -> None:
    """And nothing stands in the long form without a condition in the short ones."""
    for language in LANGUAGES:
        t = Words(language)
        for name, agreement in list(EVERY.items())[::41]:
            state = session(agreement)
            said = " ".join(report_text(state, t, LATER, "txt").split())
            codes = {each.code for each in conditions(agreement, DAY)}
            for code, words in IN_THE_REPORT.items():
                if code == "later" and not agreement.objections:
                    continue  # it was heard that it follows, and says so
                assert (words[language] in said) == (code in codes), (name, code)
            not_put = t("agreements.report.heard.not-put") in said
            unheard = bool(agreement.versions) and not agreement.heard
            unheard = unheard and agreement.firmness != "idea" and agreement.status not in ENDED
            assert not_put == unheard, name
            assert not unheard or codes - {"idea", "objection", "later"}, (name, codes)


def test_the_screen_of_one_agreement_tells_its_objections() -> None:
    for name, agreement in EVERY.items():
        standing = sum(each.status != "met" for each in agreement.objections)
        assert len(objections(agreement, session(agreement), Words("nl"))) == standing, name


def test_with_all_of_them_the_message_fits_and_every_line_is_whole() -> None:
    every = list(EVERY.values())
    for start in range(0, len(every), 12):
        entries = {f"agree{n:03}": each for n, each in enumerate(every[start : start + 12])}
        state = bare(registers={"agreements": entries})
        sent = message(state, Words("nl"), LATER)
        assert len(sent) <= MOST
        lines = [row for row in sent.splitlines() if row[:1].isdigit()]
        firm = [each for each in entries.values() if each.firmness != "idea"]
        for row in lines:
            number = int(row.partition(".")[0])
            under = say_conditions(firm[number - 1], DAY, LATER, Words("nl"))
            assert all(each in row for each in under), row

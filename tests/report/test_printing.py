"""The paper for an evening: enough of it, complete, and right on the clock."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from html import escape
from itertools import pairwise

import pytest

from facilitator.kinds.paper_plan import timed
from facilitator.report.print_file import Plan, print_html
from facilitator.scenario.model import Scenario
from facilitator.words import LANGUAGES, Language, Words
from tests.report.hostile import HOSTILE, with_text
from tests.report.made_up import DAY, bare, evening, scenario, step
from tests.report.reading import Page, squeezed

NL = Words("nl")


def test_the_start_can_be_said_without_a_plan() -> None:
    assert "Van 14.00 uur" in print_html(scenario(), NL, people=30, starts=time(14, 0))


@pytest.mark.parametrize("starts", [time(19, 30), time(9, 0), time(23, 15)])
def test_the_times_on_the_run_sheet_add_up(starts: time) -> None:
    made = print_html(scenario(), NL, plan=Plan(starts=starts))
    clock = re.findall(r'<div class="when"><b>(\d+)\.(\d\d) uur</b><span>(\d+) minuten</span>', made)
    assert len(clock) == len(list(scenario().places()))
    now = datetime.combine(DAY, starts)
    for hour, minute, minutes in clock:
        assert (int(hour), int(minute)) == (now.hour, now.minute)
        now += timedelta(minutes=int(minutes))
    assert f"{now.hour}.{now.minute:02} uur: klaar." in made
    assert sum(int(minutes) for _, _, minutes in clock) == 112
    assert "Er zijn 3 minuten over." in made


def test_what_is_left_out_takes_no_time() -> None:
    steps = timed(scenario(), Plan(left_out=["praten"]))
    assert [each.use.id for each in steps].count("praten") == 0
    assert all(now.ends == later.begins for now, later in pairwise(steps))


def test_the_run_sheet_says_all_a_facilitator_needs() -> None:
    page = Page(print_html(scenario(), NL, plan=Plan(place="Vogelbuurt", venue="de Mus", day=DAY)))
    for words in (
        "Vogelbuurt, de Mus, zondag 22 november 2026",
        "Fijn dat u er bent.",
        "Lees elke stelling twee keer voor.",
        "Nog niet praten.",
        "Een briefje van iedereen.",
        "Vraag over geld?",
        "mag weg",
        "Neem mee",
    ):
        assert squeezed(words) in squeezed(page.text)


def test_with_the_projector_dark_there_is_paper_for_every_step() -> None:
    made = print_html(scenario(), NL)
    headings = [re.sub("<.*?>", "", each) for each in re.findall(r"<h2.*?</h2>", made)]
    assert headings == [
        "Startbijeenkomst",
        "Werkvorm welkom",
        "Zo antwoordt u",
        "Wie is er?",
        "Tellen: Werkvorm stem",
        "Werkvorm vragen",
        "Werkvorm advies",
        "Wie zijn er?",
        "Wie brengt wat, wie vraagt wat?",
        "Afspraken",
        "De parkeerlijst",
        "De volgende keer",
        "Het bericht van vanavond",
    ]


def test_agreement_sheets_follow_the_cap() -> None:
    assert print_html(scenario(), NL).count('class="form"') == 3
    one = scenario(uses=[scenario().uses[0].model_copy(update={"steps": [step("agreements", "a", most=1)]})])
    assert print_html(one, NL).count('class="form"') == 1
    steps = [step("agreements", "a", most=1), step("agreements", "b", most=2)]
    two = scenario(uses=[scenario().uses[0].model_copy(update={"steps": steps})])
    assert print_html(two, NL).count('class="form"') == 2, "enough for the step that has most"
    none = scenario(uses=scenario().uses[:1])
    assert print_html(none, NL).count('class="form"') == 3


def test_a_sensitive_vote_is_counted_from_five() -> None:
    def told(*, sensitive: bool) -> str:
        vote = step("statements", "stem", sets=["urgentie"], sensitive=sensitive)
        return print_html(scenario(uses=[scenario().uses[0].model_copy(update={"steps": [vote]})]), NL)

    assert "minder dan 3 briefjes" in told(sensitive=False)
    assert "minder dan 5 briefjes" in told(sensitive=True)


def test_a_prepared_session_says_where_and_when_and_what_is_left_out() -> None:
    about = bare().about.model_copy(update={"left_out": ["netwerk"], "starts": time(20, 0)})
    made = print_html(scenario(), NL, state=bare(about=about))
    assert "Vogelbuurt, Buurthuis de Mus, zondag 22 november 2026" in made
    assert "Van 20.00 uur" in made
    assert "Wie brengt wat" not in made
    assert "2027" in print_html(scenario(), NL, state=bare(), plan=Plan(day=date(2027, 1, 2)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_paper_stands_alone_in_both_languages(language: Language) -> None:
    made = print_html(scenario(), Words(language))
    page = Page(made)
    assert f'<html lang="{language}">' in made
    assert "default-src 'none'" in made
    assert not {"script", "link", "img", "iframe"} & set(page.tags)
    assert not [name for name, _ in page.attributes if name in {"href", "src"} or name.startswith("on")]
    assert not re.search(r"https?:|url\(|@import", made)
    assert ({"nl": "Wat er dan is", "en": "What there is then"}[language]) in page.text
    assert made == print_html(scenario(), Words(language))


@pytest.mark.parametrize("said", HOSTILE)
def test_what_an_author_writes_is_never_html(said: str) -> None:
    def page(text: str) -> Page:
        return Page(print_html(_everywhere(text), NL, plan=Plan(place=text, venue=text)))

    assert set(page(said).tags) == set(page("gewoon").tags)
    assert {name for name, _ in page(said).attributes} == {name for name, _ in page("gewoon").attributes}
    assert squeezed(said) in squeezed(page(said).text)


def _everywhere(said: str) -> Scenario:
    """Give the scenario with one text in every place that takes a text."""
    made = with_text(evening(), said).scenario
    uses = []
    for use in made.uses:
        steps = []
        for each in use.steps:
            changes: dict[str, object] = {"text": said, "notes": said, "watch": said, "outcome": said}
            if hasattr(each, "questions"):
                changes["questions"] = [one.model_copy(update={"text": said}) for one in each.questions]
            steps.append(each.model_copy(update=changes))
        uses.append(use.model_copy(update={"steps": steps}))
    return made.model_copy(update={"uses": uses, "audience": said})


def test_a_word_with_a_quote_is_escaped_once() -> None:
    made = print_html(_everywhere('"Zeg & schrijf"'), NL)
    assert escape('"Zeg & schrijf"') in made
    assert "&amp;quot;" not in made

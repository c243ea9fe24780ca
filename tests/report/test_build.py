"""What stands in a report, in which order, and what never does."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from facilitator.document import Dots, Heading, Paragraph, Table
from facilitator.insight.suppression import close_round
from facilitator.report import plain_text
from facilitator.report.session_report import build
from facilitator.session.registers import Actor, Agreement, Contribution, Role, Task
from facilitator.session.rounds import Finding
from facilitator.words import LANGUAGES, Language, Words
from tests.report.made_up import DAY, a_round, agreement, bare, counted, evening, scenario
from tests.report.telling import chapter, every_format, report, strings, told

NL = Words("nl")


def test_the_sections_stand_in_the_order_of_who_reads_them() -> None:
    assert [part.text for part in report(evening()).page_one if isinstance(part, Heading)] == [
        "Is hier meer nodig?",
        "Wat wij afspraken",
        "Waar wij het verschillend zien",
        "Wat wij niet weten",
        "Hoe het verder gaat",
    ]
    everyone = [
        "Meer over de afspraken",
        "Wat er is gezegd, en wie het anders ziet",
        "Hoe dringend het is, per perspectief",
        "De opgaven",
        "Wie er zijn, en wat zij bijdragen",
        "De parkeerlijst",
        "Hier kwamen wij niet aan toe",
    ]
    last = "Hoe dit is gemeten"
    assert [section.title for section in report(evening()).sections] == [*everyone, last]
    own = [section.title for section in report(evening(), reader="facilitator").sections]
    assert own == [*everyone, "Het programma: gepland en gedaan", last]


def test_a_section_with_nothing_in_it_is_left_out_but_no_agreement_is_said() -> None:
    titles = [section.title for section in report(bare()).sections]
    assert titles == ["Hier kwamen wij niet aan toe", "Hoe dit is gemeten"]
    assert told(bare(), "Wat wij afspraken") == "Wij maakten geen afspraak."
    chosen = bare(results={"slot/afspraken": {"no_agreement": True}})
    assert "koos ervoor om geen afspraak te maken" in told(chosen, "Meer over de afspraken")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_format_speaks_both_languages(language: Language) -> None:
    expected = {"nl": "Wat wij afspraken", "en": "What we agreed"}[language]
    for each in every_format(evening(), language):
        assert expected.lower() in each.lower()
    assert f'<html lang="{language}">' in every_format(evening(), language)[2]


def test_the_report_opens_with_who_is_missing_when_no_resident_was_there() -> None:
    opening = report(evening(people={"beleid": 6, "professionals": 7}, rounds={})).lead[0]
    assert opening == Paragraph("Zonder bewoners. Dit is niet het beeld van de wijk.")


def test_residents_who_were_counted_in_a_vote_were_there() -> None:
    assert "Zonder bewoners" not in told(evening(people={"beleid": 6, "professionals": 7}))
    assert "Zonder bewoners" not in told(evening())
    assert "Zonder bewoners" not in told(bare())


def test_an_agreement_has_its_owner_date_first_step_objection_and_earlier_version() -> None:
    (table,) = [part for part in report(evening()).page_one if isinstance(part, Table)]
    assert [list(row) for row in table.rows] == [
        ["1", "Wijkkrant: stukje over vanavond", "redactie", "dinsdag 1 december", "nog niet gevraagd"],
        [
            "2",
            "Bij de school vragen wat ouders nodig hebben",
            "wijkteam, met de bewonersgroep",
            "zondag 6 december",
            "was er, is opgelost",
        ],
    ]
    said = told(evening(), "Meer over de afspraken")
    for words in (
        "Eerste stap: De directeur bellen",
        "Hoort bij de opgave: Droge huizen",
        "Er was een bezwaar. Daarbij waren: beleid (6), bewoners (5).",
        "Bezwaar van bewoners: Ouders zijn moe van vragen (opgelost",
        "Zo stond het er eerder: Alle ouders bezoeken",
        "Veranderd omdat: Dat is te veel",
        "Ideeën. Dit zijn nog geen afspraken. Een buurtfeest",
    ):
        assert words in said


def test_a_second_vote_stands_faintly_under_the_group_with_what_changed_in_words() -> None:
    pictures = [part for part in chapter(evening(), "Hoe dringend") if isinstance(part, Dots)]
    voted = next(part for part in pictures if part.title == "1. Stelling over meer.")
    assert [(row.label, row.when, list(row.counts), row.faint) for row in voted.rows][-2:] == [
        ("professionals", "nu", [1, 1, 3, 2, 2], False),
        ("professionals", "eerst", [3, 2, 1, 1, 2], True),
    ]
    changed = "Bij professionals: eerst 2 van 7 eens, nu 5 van 7. Ten minste 3 antwoorden zijn anders."
    assert changed in voted.words


def test_the_statement_that_differs_most_comes_first_under_its_number_on_the_ballot() -> None:
    parts = chapter(evening(), "Hoe dringend")
    assert [part.title for part in parts if isinstance(part, Dots)] == [
        "3. Stelling over beter.",
        "1. Stelling over meer.",
        "2. Stelling over slechter.",
    ]


def test_the_back_of_a_ballot_is_a_table_that_spares_who_are_of_one_mind() -> None:
    (back,) = [part for part in chapter(evening(), "Hoe dringend") if isinstance(part, Table)]
    assert back.caption == "Achterkant van het briefje: bewoners"
    assert [list(row) for row in back.rows] == [
        ["Stelling over trots.", "4 van 5 eens"],
        ["Stelling over gehoord.", "iedereen koos hetzelfde"],
    ]


def test_a_statement_on_the_back_about_which_many_did_not_know_is_told() -> None:
    shown = close_round(
        {"bewoners": counted({"trots": [0, 1, 1, 0, 4], "gehoord": [0, 2, 2, 2, 0]})},
        grouping="perspective",
        points=4,
        minimum=3,
    ).shown
    vote = a_round("round009", shown, side="back", statements=["trots", "gehoord"])
    said = told(bare(rounds={vote.id: vote}), "Hoe dringend")
    assert "Stelling over trots. vaak “weet ik niet” Stelling over gehoord. 4 van 6 eens" in said


def test_findings_are_told_as_the_group_was_told_them() -> None:
    parts, own = (chapter(evening(), "Hoe dringend", reader) for reader in ("everyone", "facilitator"))
    wall, advice = (
        Paragraph("Ook binnen groepen verschilt het."),
        Paragraph("Verdeeld: begin klein.", quiet=True),
    )
    assert wall in parts
    assert advice not in parts
    assert own.index(advice) == own.index(wall) + 1
    for told_of, asked in ((parts, ""), (own, "Hier verschillen wij het meest.")):
        found = next(part for part in told_of if isinstance(part, Dots) and part.title.startswith("1."))
        assert found.asked == asked


def test_hands_a_total_and_a_vote_that_was_not_shown_are_called_what_they_are() -> None:
    shown = close_round(
        {"beleid": counted({"meer": [2, 1, 1, 0, 0]}), "bewoners": counted({"meer": [0, 1, 1, 1, 0]})},
        grouping="total",
        points=4,
        minimum=3,
        open_vote=True,
    ).shown
    vote = a_round("round009", shown, statements=["meer"], way="hands", grouping="total", status="closed")
    said = told(bare(rounds={vote.id: vote}), "Hoe dringend")
    assert "Open gestemd" in said
    assert "één uitslag voor iedereen samen" in said
    assert "in de zaal niet getoond" in said
    assert "Eens: iedereen samen 3 van 7." in said
    assert "open gestemd, met handen" in told(bare(rounds={vote.id: vote}), "Hoe dit is gemeten")


def test_no_number_for_closeness_under_eight_answers() -> None:
    own = report(evening(), reader="facilitator").sections[-1].parts
    rows = [row for table in own if isinstance(table, Table) for row in table.rows]
    assert rows
    for row in rows:
        assert (row[5] == "–") == (row[6] == "–")
        assert (row[5] == "–") == (row[2] == "–" or int(row[2]) < 8)
    assert ["3", "professionals", "9", "helemaal eens", "dicht bij elkaar", "0,7", "0,7"] in rows
    english = report(evening(), "en", "facilitator").sections[-1].parts
    assert "0.7" in strings(english)
    assert not [part for part in report(evening()).sections[-1].parts if isinstance(part, Table)]


def test_the_account_says_how_and_from_where() -> None:
    said = told(evening(), "Hoe dit is gemeten")
    for words in (
        "professionals 9 (aanwezig 7, vooraf opgehaald 2)",
        "minder dan 3 mensen",
        "versie 1",
        "briefjes op papier",
        "Andere petten, los van wie: woont hier 4, doet vrijwilligerswerk 3.",
        "Nagelezen in de bron Platform31: Urgentie.",
        "Zonder bron: Bouwsteen begin, Bouwsteen urgentie",
        "Een boek, 2018",
        "facilitator 0.1.0",
    ):
        assert words in said


def test_the_report_opens_with_where_when_and_who() -> None:
    assert report(evening()).lead == [
        Paragraph(
            "Buurthuis de Mus, op zondag 22 november 2026, van 19.30 uur tot 21.25 uur."
            " Met 18 mensen: beleid (6), bewoners (5) en professionals (7)."
            " Er waren 2 toehoorders; die tellen niet mee."
        )
    ]


def test_one_who_came_alone_is_one() -> None:
    assert "Met 1 mens: bewoners (1)." in told(bare(people={"bewoners": 1}))


def test_names_of_groups_that_would_fill_the_page_stand_at_the_end() -> None:
    groups = [each.model_copy(update={"title": "lang " * 60}) for each in scenario().perspectives]
    state = evening(scenario=scenario(perspectives=groups))
    assert "Met 18 mensen. Hoeveel vanuit elk perspectief, staat aan het eind." in str(report(state).lead)
    assert f"Met 18 mensen: {groups[0].title} (6)" in told(state, "Hoe dit is gemeten")


def test_the_network_with_its_questions() -> None:
    said = told(evening(), "Wie er zijn")
    for words in ("Beslist", "Corporatie", "Voor zichzelf: goede huizen.", "Wandelclub", "informeel"):
        assert words in said
    own = told(evening(), "Wie er zijn", reader="facilitator")
    for asked in (
        "Hier wordt iets geboden, en niemand zoekt iets.",
        "Hier wordt iets gezocht, en niemand biedt iets.",
        "Droge huizen: Nog niemand trekt dit. Wie begint?",
    ):
        assert asked in own
        assert asked not in said


def test_who_was_not_there_reads_when_the_next_time_is() -> None:
    assert "Volgende keer: zaterdag 13 februari 2027." in told(evening(), "Hoe het verder gaat")
    nothing = told(evening(results={}), "Hoe het verder gaat")
    assert "Volgende keer" not in nothing
    assert "Wanneer wij elkaar weer zien, is niet afgesproken." in nothing


def test_two_leads_and_too_much_to_lead_are_asked_about() -> None:
    actors = {f"actor00{n}": Actor(name=f"Partij {n}", side="formal") for n in (1, 2)}
    tasks = {f"task000{n}": Task(name=f"Opgave {n}") for n in (1, 2, 3)}
    roles = {f"role000{n}": Role(actor="actor001", task=f"task000{n}", role="leads") for n in (1, 2, 3)}
    roles["role0004"] = Role(actor="actor002", task="task0001", role="leads")
    asks = Contribution(actor="actor001", direction="asks", what="tijd", task="task0001")
    brings = Contribution(actor="actor002", direction="brings", what="geld", task="task0001")
    said = told(
        bare(
            registers={
                "actors": actors,
                "tasks": tasks,
                "roles": roles,
                "contributions": {"contr001": asks, "contr002": brings},
            }
        ),
        "Wie er zijn",
        reader="facilitator",
    )
    assert "Opgave 1: Er zijn er 2 die trekken." in said
    assert "Partij 1 trekt 3 opgaven." in said
    assert "Geen" not in said
    assert "niemand zoekt" not in said
    assert said.count("Partij 1 trekt 3 opgaven.") == 1
    assert "zonder kantoor" in said


def test_what_was_said_keeps_who_sees_it_differently() -> None:
    said = told(evening(), "Wat er is gezegd")
    assert "Niet iedereen ziet het zo: Bij mij niet" in said
    assert "De kerk is weg" in said


def test_an_advice_answers_the_question_of_the_evening() -> None:
    assert told(evening(), "Is hier meer nodig?").startswith(
        "Ons advies: dat weten wij nog niet. Waarom: de cijfers ontbreken Wie beslist: de wethouder"
    )


def test_grounds_without_an_advice_are_told_with_the_replies() -> None:
    results = {"praten/advies": {"replies": {"extra": "yes"}, "reason": "te vroeg", "decides": "de raad"}}
    said = told(evening(results=results), "Wat er is gezegd")
    assert "Waarom: te vroeg Wie beslist: de raad" in said


def test_every_note_is_told_once() -> None:
    said = told(evening())
    for note in evening().notes.values():
        assert said.count(note.text) == 1


def test_the_parking_list_says_who_comes_back_to_it_and_when() -> None:
    said = told(evening(), "De parkeerlijst")
    assert "Het parkeren. Hier komt op terug: de gemeente. Uiterlijk zondag 13 december 2026." in said
    assert "De bus. Nog niemand komt hierop terug." in said


def test_what_was_not_reached_and_what_was_left_out() -> None:
    assert told(evening(), "Hier kwamen") == "Werkvorm bieden (10 minuten) Werkvorm einde (3 minuten)"
    about = evening().about.model_copy(update={"left_out": ["netwerk"]})
    without = evening(about=about, begun={})
    assert "Vooraf weggelaten uit het programma: Werkvorm kaart" in told(without, "Hier kwamen")
    assert "pauze" not in told(without, "Hier kwamen")


def test_what_is_not_known() -> None:
    here = {"beleid": 12, "bewoners": 5}
    said = told(evening(people=here, rounds={}), "Wat wij niet weten")
    assert "Niemand antwoordde als professionals." in said
    assert "Van de 17 mensen die er waren, is minder dan een derde bewoner: 5." in said
    assert "Vraag over geld? Dat weten wij niet." in said
    assert "Wie het uitzoekt: de wijkregisseur." in said


def test_many_who_did_not_know_are_named_few_are_not() -> None:
    def unsure(count: int) -> str:
        answers = [0, 3, 6 - count, 0, count]
        shown = close_round(
            {"beleid": counted({"meer": answers})}, grouping="perspective", points=4, minimum=3
        ).shown
        vote = a_round("round009", shown, statements=["meer"])
        return told(bare(rounds={vote.id: vote}), "Wat wij niet weten")

    assert "Bij beleid wisten 3 van de 9 het niet" in unsure(3)
    assert "het niet" not in unsure(2)


def test_a_vote_that_was_begun_without_a_result_says_so() -> None:
    assert "is geen uitslag" in told(bare(begun={"urgentie/stem": "19:42"}), "Hoe dringend")
    vote = a_round("round009", None)
    assert "nog niet afgerond" in told(bare(rounds={vote.id: vote}), "Wat wij niet weten")


def test_a_scale_that_does_not_ask_for_agreement_is_not_called_agreeing() -> None:
    scale = evening().scenario.scale.model_copy(update={"points": ["nooit", "soms", "vaak", "altijd"]})
    said = told(
        evening(scenario=evening().scenario.model_copy(update={"scale": scale})), "Hoe dringend het is"
    )
    assert "van 6 in de bovenste helft" in said
    assert " eens" not in said.replace("deze groep is het eens", "").replace("Deze groep is het eens", "")


def test_the_same_session_gives_the_same_bytes() -> None:
    assert every_format(evening()) == every_format(evening())
    later = build(evening(), NL, DAY + timedelta(days=1))
    assert plain_text.render(later, NL) != plain_text.render(build(evening(), NL, DAY), NL)
    assert date(2026, 11, 22) == DAY


def test_an_objection_that_is_not_met_stays_in_sight() -> None:
    open_one = agreement(heard="later")
    state = bare(registers={"agreements": {"agree001": open_one}})
    assert "is een bezwaar nog niet opgelost" in told(state, "Wat wij niet weten")
    heard = agreement(heard="no-objection", present={"bewoners": 4})
    said = told(bare(registers={"agreements": {"agree001": heard}}), "Meer over de afspraken")
    assert "Geen bezwaar gehoord. Daarbij waren: bewoners (4)." in said
    assert isinstance(heard, Agreement)


def test_a_voided_vote_is_nowhere() -> None:
    state = evening()
    gone = state.rounds["round001"].model_copy(
        update={"status": "voided", "shown": None, "findings": [Finding(code="x", wall="Weg.")]}
    )
    said = told(state.replace(rounds={"round001": gone}), "Hoe dringend")
    assert "Weg." not in said
    assert not [row for row in said.split() if row.isdigit()]


# -- who answered and who was there are two numbers


def test_who_came_after_the_vote_did_not_answer() -> None:
    people = {"beleid": 6, "bewoners": 6, "professionals": 7}
    said = told(evening(people=people), "Wat wij niet weten")
    assert "Na de stemming kwam er nog 1 mens bij (bewoners). Die stemde niet mee." in said
    assert "Van de 20 mensen die antwoordden, is minder dan een derde bewoner: 5." in said


@pytest.mark.parametrize("come", range(4))
@pytest.mark.parametrize("left", range(4))
def test_however_many_come_or_leave_who_answered_stays_the_same(come: int, left: int) -> None:
    people = {"beleid": 6 - left, "bewoners": 5 + come, "professionals": 7}
    said = told(evening(people=people), "Wat wij niet weten")
    assert "Van de 20 mensen die antwoordden, is minder dan een derde bewoner: 5." in said
    assert ("Na de stemming kwam" in said) == bool(come)


def test_who_voted_and_went_home_is_not_called_absent() -> None:
    said = told(evening(people={"bewoners": 5, "professionals": 7}), "Wat wij niet weten")
    assert "Niemand antwoordde als" not in said


def test_without_a_vote_nobody_came_after_it() -> None:
    said = told(evening(people={"beleid": 12, "bewoners": 5}, rounds={}), "Wat wij niet weten")
    assert "Na de stemming" not in said


def test_who_tells_rather_than_votes_is_not_late() -> None:
    vote = a_round(
        "round001",
        close_round(
            {"bewoners": counted({"meer": [0, 1, 1, 3, 0]})}, grouping="perspective", points=4, minimum=3
        ).shown,
        expected={"bewoners": 5},
        silent=["beleid"],
    )
    said = told(evening(people={"beleid": 2, "bewoners": 5}, rounds={"round001": vote}), "Wat wij niet weten")
    assert "Na de stemming" not in said

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.insight.difference import by_difference
from facilitator.insight.groups import asked_of, has_base
from facilitator.insight.levels import GroupLevel
from facilitator.insight.suppression import Counted, close_round
from facilitator.session.rounds import Finding, Grouping, Shown
from facilitator.steps.statements.findings.reveal import (
    OverviewRow,
    findings,
    order,
    overview,
    second_findings,
)
from facilitator.steps.statements.findings.wording import VoteWording
from facilitator.words import LANGUAGES, Language, Words
from facilitator.words.catalogues import ROOT
from tests.insight.helpers import closed, leaning
from tests.steps.statements.workshop import ASK, TITLES, scenario, step

FOUR = ["beleid", "bewoners", "professionals", "scholen"]
HIGH, LOW, HALF = [0, 1, 3, 4, 0], [4, 3, 1, 0, 0], [2, 2, 2, 2, 0]


def shown(groups: Mapping[str, Mapping[str, Sequence[int]]], *, grouping: Grouping = "perspective") -> Shown:
    """Give what is shown of these counts; no small group of one mind agreed to more."""
    return closed(groups, grouping=grouping).shown


def everywhere(counts: Sequence[int]) -> dict[str, Sequence[int]]:
    """Give the same counts on all four statements."""
    return {f"ua{number}": counts for number in range(1, 5)}


def vote(groups: Mapping[str, Sequence[int]], grouping: Grouping = "perspective") -> Shown:
    return shown({name: everywhere(counts) for name, counts in groups.items()}, grouping=grouping)


def whole(result: Shown, language: Language = "nl", names: Sequence[str] = FOUR[:3]) -> Finding:
    """Give the finding of the whole round."""
    return findings(result, step(), scenario(language, perspectives=names), Words(language))[0]


def about(result: Shown, statement: str = "ua1", language: Language = "nl") -> Finding:
    told = findings(result, step(), scenario(language), Words(language))
    return next(each for each in told if each.about == statement)


def one(counts: Sequence[int], others: Sequence[int], group: str) -> Shown:
    return vote({name: counts if name == group else others for name in FOUR[:3]})


def test_all_high_and_all_low() -> None:
    every = vote(dict.fromkeys(FOUR[:3], HIGH))
    assert whole(every).wall == "Alle groepen zien dat er meer nodig is. Wat komt het eerst?"
    assert whole(every).notes.startswith("Gedeelde urgentie. Ga door naar de ambitie")
    assert whole(every).code == "shared"
    none = whole(vote(dict.fromkeys(FOUR[:3], LOW)))
    assert none.wall == "Geen enkele groep vraagt nu om iets extra's. Wat gaat goed en moet zo blijven?"
    assert none.notes.startswith("Geen extra impuls. Dat is een goede uitkomst.")
    assert none.code == "all-low"


WALLS = {
    ("one-low", "nl"): "De antwoorden van {} zijn anders. Wat zien zij dat de anderen niet zien?",
    ("one-low", "en"): "The answers from {} are different. What do they see that the others do not see?",
    ("one-high", "nl"): "Volgens {} is er meer nodig. Wat hebben zij gezien?",
    ("one-high", "en"): "According to {}, more is needed. What have they seen?",
}
ADVICE = {
    ("one-low", "beleid", "nl"): "Signaal uit de wijk. Maak één bladzijde voor het bestuur",
    ("one-low", "bewoners", "nl"): "Eén groep vraagt nu niet om meer: bewoners. Stop met plannen",
    (
        "one-low",
        "professionals",
        "nl",
    ): "Eén groep vraagt nu niet om meer: professionals. Misschien zien prof",
    ("one-high", "beleid", "nl"): "Van bovenaf. De kans op een valse start is groot.",
    ("one-high", "bewoners", "nl"): "Eén groep vraagt om meer: bewoners. Geef bewoners snel antwoord.",
    (
        "one-high",
        "professionals",
        "nl",
    ): "Eén groep vraagt om meer: professionals. Vraag professionals om cij",
    ("one-low", "beleid", "en"): "Signal from the neighbourhood. Write one page for the board",
    ("one-low", "bewoners", "en"): "One group does not ask for more now: residents. Stop planning",
    ("one-low", "professionals", "en"): "One group does not ask for more now: professionals. Perhaps prof",
    ("one-high", "beleid", "en"): "From above. A false start is likely.",
    ("one-high", "bewoners", "en"): "One group asks for more: residents. Give residents an answer soon.",
    ("one-high", "professionals", "en"): "One group asks for more: professionals. Ask professionals for fig",
}


@pytest.mark.parametrize(("code", "group", "language"), ADVICE)
def test_one_against_the_rest(code: str, group: str, language: Language) -> None:
    result = one(LOW, HIGH, group) if code == "one-low" else one(HIGH, LOW, group)
    found = whole(result, language)
    assert found.code == code
    assert found.wall == WALLS[code, language].format(TITLES[language][group])
    assert found.notes.startswith(ADVICE[code, group, language])
    assert not re.search("Er zijn twee groepen|There are two groups", found.notes)
    assert found.numbers == {
        f"{name}-{key}": number
        for name in FOUR[:3]
        for key, number in (("agree", 21 if (name == group) == (code == "one-high") else 3), ("of", 24))
    }


def test_a_perspective_without_advice_of_its_own() -> None:
    result = vote({"scholen": LOW, "bewoners": HIGH, "zorg": HIGH})
    found = whole(result, names=["scholen", "bewoners", "zorg"])
    assert found.notes.startswith(
        "Eén groep vraagt nu niet om meer: scholen. Laat deze groep eerst vertellen"
    )
    found = whole(vote({"scholen": HIGH, "zorg": LOW, "wijk": LOW}), names=["scholen", "zorg", "wijk"])
    assert found.notes.startswith("Eén groep vraagt om meer: scholen. Laat deze groep eerst vertellen")


def test_of_two_groups_the_notes_look_at_both() -> None:
    found = whole(vote({"beleid": HIGH, "bewoners": LOW}), names=FOUR[:2])
    assert found.wall == "Volgens beleid is er meer nodig. Wat hebben zij gezien?"
    assert found.notes.splitlines()[:2] == [
        "Van bovenaf. De kans op een valse start is groot. "
        "Ga terug naar de vier vragen voordat u plannen maakt.",
        "Er zijn twee groepen. Kijk dus ook naar bewoners. Stop met plannen, en ga eerst luisteren. "
        "Misschien zijn bewoners trots op hun buurt, of zijn zij bang voor een stempel. Vraag wat goed gaat.",
    ]


START: Mapping[str, Mapping[str, Sequence[int]]] = {
    "beleid": everywhere([0, 0, 2, 2, 0]),
    "bewoners": everywhere([3, 2, 2, 1, 0]),
    "professionals": everywhere([2, 3, 0, 0, 0]),
}
"""The meeting of the source: policy sees it, residents are divided, who works there does not see it."""

SPLIT = {
    "nl": (
        "Volgens beleid is er meer nodig, volgens professionals nu niet. "
        "Wat ziet de een dat de ander niet ziet?",
        [
            "Geen gedeelde urgentie. ",
            "Kijk naar professionals. Misschien zien professionals dat het al beter gaat. ",
            "Kijk naar beleid. De kans op een valse start is groot. ",
            "Bij bewoners zijn de antwoorden verdeeld. ",
            "Bij beleid: 12 van 12 eens. Dat is veel.",
            "Bij bewoners: 9 van 24 eens. Dat is verdeeld.",
            "Bij professionals: 0 van 15 eens. Dat is weinig.",
        ],
    ),
    "en": (
        "According to policy, more is needed; according to professionals, not now. "
        "What does one see that the other does not see?",
        [
            "No shared urgency. ",
            "Look at professionals. Perhaps professionals see that things are getting better. ",
            "Look at policy. A false start is likely. ",
            "Among residents, the answers are divided. ",
            "For policy: 12 of 12 agree. ",
            "For residents: 9 of 24 agree. ",
            "For professionals: 0 of 15 agree. ",
        ],
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_works_there_is_heard_while_residents_are_divided(language: Language) -> None:
    found = whole(shown(START), language)
    wall, lines = SPLIT[language]
    assert (found.code, found.wall) == ("split", wall)
    told = found.notes.splitlines()
    assert len(told) == len(lines)
    assert [line for line, begin in zip(told, lines, strict=True) if not line.startswith(begin)] == []


def test_a_side_with_more_groups_is_named_and_gets_no_advice_of_one() -> None:
    yes, no = [0, 0, 3, 4, 0], [3, 4, 0, 0, 0]
    found = whole(vote(dict(zip(FOUR, [yes, yes, no, HALF], strict=True))), names=FOUR)
    assert found.wall.startswith("Volgens beleid en bewoners is er meer nodig, volgens professionals nu niet")
    assert "Kijk naar professionals." in found.notes
    assert not re.search("Kijk naar (beleid|bewoners|scholen)", found.notes)
    assert "Bij scholen zijn de antwoorden verdeeld." in found.notes


@pytest.mark.parametrize("policy", range(4))
def test_the_low_group_is_heard_while_another_is_spared(policy: int) -> None:
    """Policy is small and of one mind on one statement; whatever that answer is, the same is told."""
    same = [4 * (point == policy) for point in range(5)]
    found = whole(shown({**START, "beleid": {**START["beleid"], "ua1": same}}))
    assert (found.code, found.wall) == (
        "unknown",
        "Van beleid zijn niet alle antwoorden te zien. Wat willen zij zelf vertellen?",
    )
    assert "Kijk naar professionals. Misschien zien professionals dat het al beter gaat." in found.notes
    assert "Kijk naar beleid" not in found.notes


def test_of_a_group_that_is_not_here_nothing_is_put_beside() -> None:
    found = whole(shown({name: START[name] for name in ("bewoners", "professionals")}))
    assert (found.code, "Kijk naar" in found.notes) == ("unknown", False)


def test_mixed_says_only_what_is_true() -> None:
    inside = whole(vote(dict.fromkeys(FOUR[:3], HALF)))
    assert inside.wall == "Ook binnen groepen verschilt het. Wie wil vertellen wat hij of zij ziet?"
    assert inside.notes.startswith("Verdeeld. Begin bij het antwoord dat het minst is gekozen.")
    yes, no = [0, 0, 3, 4, 0], [3, 4, 0, 0, 0]
    split = whole(vote(dict(zip(FOUR, [yes, yes, no, no], strict=True))), names=FOUR)
    assert (split.code, split.wall) == (
        "mixed",
        "De groepen zien niet allemaal hetzelfde. Wat ziet elke groep?",
    )
    within = {"ua1": yes, "ua2": no, "ua3": [0, 0, 7, 0, 0], "ua4": yes}
    other = within | {"ua3": [0, 7, 0, 0, 0]}
    vary = whole(shown({"beleid": within, "bewoners": other, "professionals": within}))
    assert (vary.code, vary.wall) == (
        "mixed",
        "De antwoorden lopen uiteen. Wie wil vertellen wat hij of zij ziet?",
    )


def test_who_is_missing_is_asked_for_first() -> None:
    found = whole(vote({"beleid": HIGH, "professionals": LOW}))
    assert found.code == "unknown"
    assert found.wall == "Van bewoners is er geen uitslag. Wie vraagt het hun, en wanneer?"
    assert found.notes.startswith("Niet vast te stellen. Trek nog geen conclusie.")
    assert "Hier stemde niemand vanuit: bewoners." in found.notes
    two = whole(vote({"beleid": HIGH}))
    assert two.wall == "Van bewoners en professionals is er geen uitslag. Wie vraagt het hun, en wanneer?"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("group", FOUR[:3])
def test_a_group_that_is_too_small_gets_no_number(group: str, language: Language) -> None:
    few = [0, 0, 0, 2, 0]
    result = vote({name: few if name == group else HIGH for name in FOUR[:3]})
    assert result.too_small == [group]
    title = TITLES[language][group]
    for each in findings(result, step(), scenario(language), Words(language)):
        assert not any(key.startswith(group) for key in each.numbers)
        assert not re.search(rf"\d[^.]*{title}|{title}[^.]*\d", each.wall + each.notes)
    assert title in whole(result, language).wall
    assert title in whole(result, language).notes


def test_who_chose_to_tell_is_invited_to() -> None:
    counted = {name: Counted(8, answers=everywhere(HIGH)) for name in FOUR[1:3]}
    result = close_round(counted, grouping="perspective", points=4, minimum=3, silent=["beleid"]).shown
    found = whole(result)
    assert found.wall == "Van beleid zijn er geen stemmen, maar wel verhalen. Wat willen zij vertellen?"
    assert "Niet gestemd, maar wel aan het woord: beleid." in found.notes


def test_who_does_not_know_is_asked_what_is_needed() -> None:
    found = whole(vote({"beleid": HIGH, "bewoners": [0, 0, 0, 0, 8], "professionals": HIGH}))
    assert found.wall == "Van bewoners is er nog geen duidelijk antwoord. Wat is daarvoor nodig?"
    assert "Geen antwoord op alle stellingen: bewoners." in found.notes


@pytest.mark.parametrize("grouping", ["perspective", "total"])
def test_nothing_to_show(grouping: Grouping) -> None:
    found = findings(vote({"bewoners": [0, 1, 1, 0, 0]}, grouping), step(), scenario(), Words("nl"))
    assert [each.wall for each in found] == [
        "Er zijn te weinig antwoorden om te laten zien. Wie wil vertellen wat hij of zij ziet?"
    ]
    assert "Te weinig antwoorden om apart te tonen: bewoners." in found[0].notes


def test_a_total_says_how_many_agree_and_no_pattern() -> None:
    result = vote({"beleid": HIGH, "bewoners": LOW}, "total")
    assert whole(result).wall == "Alle antwoorden samen: 24 van 48 eens. Wat valt u op?"
    assert whole(result, "en").wall == "All answers together: 24 of 48 agree. What do you notice?"
    assert whole(result).code == "total"
    assert "Bij iedereen samen: 24 van 48 eens. Dat is verdeeld." in whole(result).notes


@pytest.mark.parametrize("counts", [[0, 0, 5, 0, 0], [8, 0, 0, 0, 0]])
def test_a_total_that_would_set_someone_apart_has_no_count(counts: list[int]) -> None:
    assert whole(vote({"bewoners": counts}, "total")).wall == (
        "Dit is de uitslag van iedereen samen. Wat valt u op?"
    )
    almost = shown({"bewoners": {"ua1": [0, 1, 7, 1, 0]}}, grouping="total")
    found = findings(almost, step(level=["ua1"]), scenario(), Words("nl"))[0]
    assert found.wall == "Dit is de uitslag van iedereen samen. Wat valt u op?"


@pytest.mark.parametrize(
    ("counts", "wall"),
    [
        (HIGH, "Veel antwoorden zeggen dat er meer nodig is. Wat komt het eerst?"),
        (HALF, "De antwoorden verschillen. Wie wil vertellen wat hij of zij ziet?"),
        (LOW, "De meeste antwoorden vragen nu niet om iets extra's. Wat gaat goed en moet zo blijven?"),
    ],
)
def test_one_perspective(counts: list[int], wall: str) -> None:
    found = whole(vote({"professionals": counts}), names=["professionals"])
    assert (found.code, found.wall) == ("single", wall)


def test_one_perspective_that_is_spared_is_asked_to_tell() -> None:
    found = whole(vote({"professionals": [0, 0, 0, 4, 0]}), names=["professionals"])
    assert (found.code, found.wall) == (
        "unknown",
        "Van professionals zijn niet alle antwoorden te zien. Wat willen zij zelf vertellen?",
    )


def test_open_votes_are_called_so() -> None:
    counted = {name: Counted(8, answers=everywhere(HIGH)) for name in FOUR[:3]}
    hands = close_round(counted, grouping="perspective", points=4, minimum=3, open_vote=True).shown
    said = "Open gestemd: mensen zagen elkaars antwoord."
    assert whole(hands).notes.endswith(said)
    assert said not in whole(vote(dict.fromkeys(FOUR[:3], HIGH))).notes
    assert findings(hands, step(level=[]), scenario(), Words("nl"))[0].notes.endswith(said)
    assert second_findings(hands, hands, step(), scenario(), Words("nl"))[0].notes == said


def small_group(first: Sequence[int]) -> Shown:
    """Give a vote in which four residents may be of one mind on the first statement only."""
    mixed = everywhere([0, 1, 2, 1, 0])
    return shown(
        {"beleid": everywhere(HIGH), "bewoners": mixed | {"ua1": first}, "professionals": everywhere(HALF)}
    )


def test_a_small_group_of_one_mind_is_spared() -> None:
    result = small_group([4, 0, 0, 0, 0])
    found = whole(result)
    assert {key for key in found.numbers if key.startswith("bewoners")} == set()
    said = "Bij bewoners: geen optelsom. Op een van deze stellingen koos iedereen hetzelfde"
    assert said in found.notes
    assert "geen aantallen" not in found.notes  # of the other statements they are shown
    assert found.code == "unknown"
    assert found.wall == ("Van bewoners zijn niet alle antwoorden te zien. Wat willen zij zelf vertellen?")
    one_of = about(result)
    assert not any(key.startswith("bewoners") for key in one_of.numbers)
    assert one_of.code != "most-different"  # the others' share would say where this group stands
    assert (
        "Bij bewoners: iedereen koos hetzelfde. Toon het pas als de groep dat goed vindt."
        in one_of.notes.splitlines()
    )
    assert about(result, "ua2").numbers["bewoners-of"] == 4


def test_a_spared_group_cannot_be_read_from_any_sentence() -> None:
    """Whatever the one answer of the group is, all that is told reads the same, in the same order."""
    votes = [small_group([4 * (point == own) for point in range(5)]) for own in range(4)]
    told = [findings(vote, step(), scenario(), Words("nl")) for vote in votes]
    assert all(findings_ == told[0] for findings_ in told)


def test_nothing_is_said_of_all_groups_while_one_is_spared() -> None:
    spared = about(small_group([0, 4, 0, 0, 0]))
    assert "het verschil tussen de groepen" not in spared.notes.lower()
    assert "Het verschil tussen de groepen kan toeval zijn." in about(small_group([0, 2, 2, 0, 0])).notes


def test_the_question_of_the_scenario_goes_before_ours() -> None:
    assert about(one(LOW, HIGH, "beleid"), "ua2").wall == ASK


@pytest.mark.parametrize(
    ("groups", "code", "wall"),
    [
        (
            {"beleid": HIGH, "bewoners": HIGH},
            "agree",
            "Hier is het antwoord vaak: eens. Waar ziet u dat aan?",
        ),
        (
            {"beleid": LOW, "bewoners": LOW},
            "disagree",
            "Hier is het antwoord vaak: oneens. Waar ziet u dat aan?",
        ),
        (
            {"beleid": HIGH, "bewoners": [0, 1, 1, 1, 3]},
            "unsure",
            "Niet iedereen weet dit. Wat weten wij nog niet, en wie kan het ons vertellen?",
        ),
        (
            {"beleid": HIGH, "bewoners": [1, 0, 3, 4, 0]},
            "minority",
            "Niet iedereen ziet dit zo. "
            "Wie wil de andere kant verdedigen, ook zonder het ermee eens te zijn?",
        ),
        (
            {"beleid": HIGH, "bewoners": HALF},
            "vary",
            "De antwoorden lopen uiteen. Wie wil vertellen wat hij of zij ziet?",
        ),
        ({"beleid": [0, 0, 4, 0, 0]}, "talk", "Wie wil hier iets over vertellen?"),
    ],
)
def test_a_question_that_fits(groups: dict[str, list[int]], code: str, wall: str) -> None:
    found = about(vote(groups))
    assert (found.code, found.wall) == (code, wall)


def test_only_the_largest_gap_is_called_most_different() -> None:
    answers = {"ua1": HIGH, "ua2": HIGH, "ua3": HIGH, "ua4": HIGH}
    lower = {"ua1": HALF, "ua2": [3, 4, 1, 0, 0], "ua3": [4, 4, 0, 0, 0], "ua4": HIGH}
    result = shown({"beleid": answers, "bewoners": lower})
    told = findings(result, step(), scenario(perspectives=FOUR[:2]), Words("nl"))
    assert [(each.about, each.code) for each in told[1:]] == [
        ("ua3", "most-different"),
        ("ua2", "differ"),
        ("ua1", "vary"),
        ("ua4", "agree"),
    ]
    assert "Het verschil tussen beleid en bewoners is groot." in told[1].notes
    assert "Het verschil tussen de groepen kan toeval zijn." in told[3].notes
    assert "De groepen liggen hier even hoog." in told[4].notes
    assert order(result, step(), scenario()) == ["ua3", "ua2", "ua1", "ua4"]


@pytest.mark.parametrize(
    ("counts", "line"),
    [
        (
            [0, 1, 3, 3, 0],
            "Bij bewoners: 6 van 7 eens. Dat is veel. De antwoorden zijn verspreid.",
        ),
        (
            [0, 0, 3, 2, 1],
            "Bij bewoners: 5 van 5 eens. Dat is veel. De antwoorden liggen dicht bij elkaar. "
            "Dat kan toeval zijn. 1 keer “weet ik niet”.",
        ),
        (
            [2, 2, 2, 2, 0],
            "Bij bewoners: 4 van 8 eens. Dat is verdeeld. "
            "Hoe dicht de antwoorden bij elkaar liggen, kan toeval zijn. "
            "A = 0,0 (van der Eijk, rekenwijze 3).",
        ),
        (
            [6, 0, 0, 6, 0],
            "Bij bewoners: 6 van 12 eens. Dat is verdeeld. De antwoorden vallen in twee delen uiteen. "
            "A = -1,0 (van der Eijk, rekenwijze 3).",
        ),
        (
            [0, 12, 0, 0, 0],
            "Bij bewoners: 0 van 12 eens. Dat is weinig. Alle antwoorden zijn gelijk. "
            "A = 1,0 (van der Eijk, rekenwijze 3).",
        ),
        (
            [1, 1, 0, 0, 3],
            "Bij bewoners: 3 van de 5 keer “weet ik niet”. Te weinig antwoorden om meer te zeggen.",
        ),
    ],
)
def test_words_for_closeness_know_how_few_answered(counts: list[int], line: str) -> None:
    assert about(vote({"bewoners": counts})).notes == line


def test_a_minority_is_asked_for_and_never_named() -> None:
    found = about(vote({"bewoners": [1, 0, 3, 4, 0]}))
    said = "Een klein deel antwoordt heel anders dan de rest."
    assert said in found.notes
    line = next(line for line in found.notes.splitlines() if said in line)
    assert "bewoners" not in line
    assert not re.search(r"\d", line)


def test_agreeing_is_only_said_of_the_scale_that_asks_for_it() -> None:
    other = scenario(points=["nooit", "soms", "vaak", "altijd"])
    result = vote(dict.fromkeys(FOUR[:3], HIGH))
    told = findings(result, step(), other, Words("nl")) + second_findings(
        result, result, step(), other, Words("nl")
    )
    assert not any(re.search(r"\b(on)?eens\b", each.wall + each.notes) for each in told)
    assert "Bij bewoners: 7 van 8 in de bovenste helft." in told[1].notes


def general(groups: Mapping[str, Mapping[str, Sequence[int]]], grouping: Grouping = "perspective") -> Finding:
    return findings(shown(groups, grouping=grouping), step(level=[]), scenario(), Words("nl"))[0]


def test_without_level_the_finding_says_where_to_begin() -> None:
    high, low = everywhere(HIGH), everywhere(HIGH) | {"ua3": LOW}
    found = general({"beleid": high, "bewoners": low})
    assert found.code == "general"
    assert found.wall == ("Bij deze stelling verschillen de groepen het meest: “Dit is zin 3.” Wat ziet u?")
    assert found.notes.startswith("Bespreek hooguit twee stellingen.")
    assert "Hier stemde niemand vanuit: professionals." in found.notes
    assert general({"beleid": high, "bewoners": low}, "total").wall == (
        "Bij deze stelling lopen de antwoorden het meest uiteen: “Dit is zin 3.” Wat ziet u?"
    )
    assert general({"beleid": high, "bewoners": everywhere(HALF)}).wall == (
        "Wij beginnen bij deze stelling: “Dit is zin 1.” Wat ziet u?"
    )
    assert general({"beleid": everywhere([0, 0, 4, 0, 0])}).wall == "Dit is de uitslag. Wat valt u op?"
    assert general({"beleid": everywhere([0, 0, 1, 0, 0])}).wall.startswith("Er zijn te weinig antwoorden")


def test_without_level_a_spared_group_is_no_headline() -> None:
    found = general({"beleid": everywhere(HIGH), "bewoners": everywhere(HIGH) | {"ua3": [4, 4, 0, 0, 0]}})
    assert found.wall.startswith("Bij deze stelling verschillen de groepen")
    few = {name: [0, 1, 2, 1, 0] for name in ("ua1", "ua2", "ua4")} | {"ua3": [4, 0, 0, 0, 0]}
    found = general({"beleid": everywhere(HIGH), "bewoners": few})
    assert found.wall == "Wij beginnen bij deze stelling: “Dit is zin 1.” Wat ziet u?"


def again(
    before: Mapping[str, Sequence[int]], after: Mapping[str, Sequence[int]], language: Language = "nl"
) -> list[Finding]:
    first = vote(before)
    second = shown({name: {"ua1": counts} for name, counts in after.items()})
    return second_findings(first, second, step(), scenario(language), Words(language))


def test_a_second_vote_compares_totals() -> None:
    before = {"bewoners": leaning(4, 7), "beleid": leaning(3, 6), "professionals": leaning(3, 7)}
    after = {"bewoners": leaning(6, 7), "beleid": leaning(4, 6), "professionals": leaning(4, 6)}
    (found,) = again(before, after)
    assert (found.code, found.about) == ("second-vote", "ua1")
    assert found.wall.splitlines() == [
        "Bij beleid: eerst 3 van 6 eens, nu 4 van 6.",
        "Bij bewoners: eerst 4 van 7 eens, nu 6 van 7.",
        "Bij professionals: eerst 3 van 7 eens, nu 4 van 6.",
        "Wat hoorde u dat nieuw was?",
    ]
    assert found.notes.splitlines() == [
        "Bij beleid is ten minste 1 antwoord anders.",
        "Bij bewoners zijn ten minste 2 antwoorden anders.",
    ]
    assert found.numbers["bewoners-first-agree"] == 4
    assert found.numbers["bewoners-now-of"] == 7
    (english,) = again(before, after, "en")
    assert english.wall.splitlines()[1] == "For residents: first 4 of 7 agreed, now 6 of 7."


def test_a_finding_fits_whatever_the_titles_are() -> None:
    names = [f"p{number}" for number in range(6)]
    wide = scenario(perspectives=names)
    scale = wide.scale.model_copy(update={"unknown": "?!" * 150})
    long = [each.model_copy(update={"title": "Ij" * 150}) for each in wide.perspectives]
    result = vote({name: [*counts[:4], 1] for name, counts in zip(names, [HIGH, LOW] * 3, strict=True)})
    told = findings(
        result, step(), wide.model_copy(update={"perspectives": long, "scale": scale}), Words("nl")
    )
    assert len(told) == 5


@pytest.mark.parametrize(
    ("before", "after", "line", "numbers"),
    [
        (leaning(4, 4), leaning(2, 4), "eerst koos iedereen hetzelfde, nu 2 van 4 eens.", {"now"}),
        (leaning(2, 4), leaning(4, 4), "eerst 2 van 4 eens, nu koos iedereen hetzelfde.", {"first"}),
        (leaning(4, 4), leaning(0, 4), "eerst koos iedereen hetzelfde, en nu ook.", set()),
    ],
)
def test_a_second_vote_spares_a_small_group(
    before: list[int], after: list[int], line: str, numbers: set[str]
) -> None:
    (found,) = again({"bewoners": before}, {"bewoners": after})
    assert found.wall.splitlines()[0] == f"Bij bewoners: {line}"
    assert found.notes == ""
    assert {key.split("-")[1] for key in found.numbers} == numbers


def test_a_second_vote_without_a_common_group_says_nothing() -> None:
    assert again({"bewoners": HIGH}, {"beleid": HIGH}) == []
    assert again({"bewoners": [0, 1, 1, 0, 6]}, {"bewoners": HIGH}) == []


def test_the_overview_pools_and_holds_back() -> None:
    assert overview(small_group([0, 0, 0, 4, 0]), step(), scenario("en")) == [
        OverviewRow("beleid", "policy", GroupLevel("beleid", 21, 24, 0, 8, "told", "high")),
        OverviewRow("bewoners", "residents", GroupLevel("bewoners", 0, 0, 0, 4, "spared", None)),
        OverviewRow(
            "professionals", "professionals", GroupLevel("professionals", 12, 24, 0, 8, "told", "divided")
        ),
    ]
    assert overview(small_group([0, 1, 0, 3, 0]), step(), scenario())[1].level.agree == 9
    assert overview(small_group([0, 1, 0, 3, 0]), step(level=[]), scenario())[1].level.of == 16
    total = overview(vote({"beleid": HIGH, "bewoners": LOW}, "total"), step(), scenario())
    pooled = GroupLevel("total", 24, 48, 0, 16, "told", "divided")
    assert total == [OverviewRow("total", "iedereen samen", pooled)]


COUNTS = st.integers(0, 12).flatmap(
    lambda people: st.lists(
        st.lists(st.integers(0, 4), min_size=people, max_size=people), min_size=4, max_size=4
    ).map(lambda rows: {f"ua{n}": [row.count(point) for point in range(5)] for n, row in enumerate(rows, 1)})
)


@st.composite
def votes(draw: st.DrawFn) -> Shown:
    """Give any vote that the app could close, with groups that are missing, small, silent or of one mind."""
    counted: dict[str, Counted] = {}
    silent: list[str] = []
    for name in FOUR[: draw(st.integers(1, 4))]:
        answers = draw(COUNTS)
        counted[name] = Counted(sum(answers["ua1"]), answers=answers)
        if not counted[name].ballots and draw(st.booleans()):
            silent.append(name)
    return close_round(
        counted,
        grouping=draw(st.sampled_from(["perspective", "total"])),
        points=4,
        minimum=draw(st.sampled_from([3, 5])),
        silent=silent,
        open_vote=draw(st.booleans()),
    ).shown


def pattern_names(language: Language) -> list[str]:
    catalogue = tomli.loads((ROOT / f"steps/statements/{language}.toml").read_text("utf-8"))
    return [name.split(":")[0] for name in catalogue["finding"]["name"].values()]


NAMED = st.integers(1, 4).map(lambda n: FOUR[:n])
LEVELS = st.sampled_from([[], ["ua1"], ["ua1", "ua2", "ua3"]])


@settings(max_examples=150)
@given(votes(), NAMED, LEVELS, st.sampled_from(LANGUAGES))
def test_whatever_the_vote(result: Shown, names: list[str], level: list[str], language: Language) -> None:
    told = findings(result, step(level=level), scenario(language, perspectives=names), Words(language))
    assert told[0].about == ""
    assert told[0].wall
    assert [each.about for each in told[1:]] == [
        each.statement
        for each in by_difference(result, ["ua1", "ua2", "ua3", "ua4"])
        if any(each.statement in asked_of(group) for group in result.groups)
    ]
    assert [each.code for each in told[2:]].count("most-different") == 0
    for each in told:
        text = f"{each.wall}\n{each.notes}"
        assert "signific" not in text
        assert not re.search(r"gemiddeld \d|average \d|mean", each.wall)
        assert not any(name in each.wall for name in pattern_names(language))
        assert all(row[:1] == row[:1].upper() for row in text.splitlines())
        assert not re.search(r"[?.!] [a-z]", text)
        assert each.wall.rstrip("”").endswith("?")
        assert not re.search(r"\b[12] (van|of) ", each.wall)


@given(votes(), LEVELS)
def test_no_number_of_a_group_that_is_spared_or_small(result: Shown, level: list[str]) -> None:
    for each in findings(result, step(level=level), scenario(perspectives=FOUR), Words("nl")):
        asked = [each.about] if each.about else level
        for group in result.groups:
            if not all(has_base(group, name, result.minimum) for name in asked):
                assert f"{group.group}-of" not in each.numbers
                name = "iedereen samen" if group.group == "total" else group.group
                assert not re.search(rf"Bij {name}: \d+ van \d", each.notes)
        assert not any(key.startswith(f"{name}-") for name in result.too_small for key in each.numbers)


@given(votes(), votes(), st.sampled_from(LANGUAGES))
def test_whatever_the_second_vote(before: Shown, after: Shown, language: Language) -> None:
    told = second_findings(before, after, step(), scenario(language, perspectives=FOUR), Words(language))
    for each in told:
        assert each.wall
        assert each.about
        for shown_, key in ((before, "first"), (after, "now")):
            for group in shown_.groups:
                if each.about in group.same:
                    assert f"{group.group}-{key}-agree" not in each.numbers


@given(votes(), LEVELS)
def test_whatever_the_overview(result: Shown, level: list[str]) -> None:
    rows = overview(result, step(level=level), scenario(perspectives=FOUR))
    assert {row.group for row in rows} == {group.group for group in result.groups}
    assert all(0 <= row.level.agree <= row.level.of for row in rows)
    for row in rows:
        assert row.title
        assert not (row.level.standing == "spared" and row.level.of)
    assert sorted(order(result, step(level=level), scenario())) == ["ua1", "ua2", "ua3", "ua4"]


@pytest.mark.parametrize(
    ("group", "role"), [("bewoners", "residents"), ("residents", "residents"), ("school", "other")]
)
def test_advice_about_a_perspective_is_found_by_its_name_in_either_language(group: str, role: str) -> None:
    assert VoteWording(scenario(), Words("nl")).role(group) == role

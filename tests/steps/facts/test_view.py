"""Figures and stories in the real app."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from facilitator.session.registers import Fact, Story
from facilitator.session.session_leaves import CLOSING
from facilitator.session.state import Position, State
from facilitator.words import LANGUAGES, Language
from tests.steps.facts.table import AFTER, COUGH, DAMP, EXAMPLE, FACTS, KEY, NOISE, PARTY, STORIES, laid
from tests.steps.running import SIZES, Running, running


def figures(app: Running) -> list[Fact]:
    return list(app.state.facts().values())


def stories(app: Running) -> list[str]:
    return [each.text for each in app.state.stories().values()]


def empty_at(page: str) -> Callable[[State], State]:
    use, step = KEY.split("/")
    return lambda state: state.replace(at=Position(use, step, page))


def at(page: str) -> Callable[[State], State]:
    return lambda state: laid(state, page)


async def say(app: Running, *texts: str) -> None:
    """Type texts, with Enter after each."""
    for text in texts:
        await app.type(text)
        await app.press("enter")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_walk_through(tmp_path: Path, size: tuple[int, int], language: Language) -> None:
    """From the first key to the closing: given, named, told, recognised, side by side, not known."""
    nl = language == "nl"
    async with running(EXAMPLE, tmp_path, size=size, language=language) as app:
        assert ("Hoort dit op tafel?" if nl else "Does this belong on the table?") in app.text
        assert ("Een verhaal laat zien" if nl else "A story shows") in app.text
        await app.press("1")
        assert app.page == "facts"
        await say(app, "Meldingen over overlast", "12 per maand", "politie", "2025", "", "", "het plein")
        assert app.page == "facts"
        assert figures(app)[1] == Fact(
            what="Meldingen over overlast",
            value="12 per maand",
            source="politie",
            year="2025",
            where="het plein",
        )
        await app.press("enter")
        await say(app, "Mijn kleinzoon hoest elke winter.")
        assert stories(app) == ["Mijn kleinzoon hoest elke winter."]
        await app.press("enter")
        assert app.page.startswith("recognition/")
        await app.press("1", "2", "3")
        assert figures(app)[0].recognised == {"bewoners": "yes", "beleid": "partly", "professionals": "no"}
        await app.press("enter", "enter", "1", "enter")
        assert app.page.startswith("beside/")
        await app.press("1", "down", "2", "enter")
        assert [link.how for link in app.state.links().values()] == ["fits", "contradicts"]
        assert app.page == "beside"
        assert ("≠ spreekt cijfer 2 tegen" if nl else "≠ contradicts figure 2") in app.text
        await app.press("enter")
        await say(app, "Hoe oud is dat?", "wijkagent")
        assert [line.who for line in app.state.parked().values()] == ["wijkagent"]
        await app.press("enter")
        assert app.key == AFTER
        await app.press("enter", "enter", "enter")
        assert app.key == CLOSING


# -- figures


async def test_a_figure_that_was_looked_up_is_left_aside(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await app.press("2")
        assert (app.page, figures(app)) == ("facts", [])
        await app.press("left")
        assert "● 2  nee, nu niet" in app.text
        await app.press("1", "left")
        assert "● 1  ja, op tafel" in app.text
        assert [each.what for each in figures(app)] == ["Huizen met vocht"]
        await app.press("ctrl+z")
        assert figures(app) == []
        assert "● 2  nee, nu niet" in app.text


async def test_what_was_said_of_a_given_figure_is_not_asked_again(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path) as app:
        await app.press("2")
        await app.press(*["enter"] * 5)
        assert app.key == AFTER
        await app.press("left")
        assert "Welke cijfers kennen wij?" in app.text


async def test_a_figure_is_kept_after_two_fields(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=empty_at("facts")) as app:
        await say(app, "Lege winkels", "5")
        assert figures(app) == [Fact(what="Lege winkels", value="5")]
        await app.press("escape")
        assert "1  Lege winkels: 5  van wie? uit welk jaar?" in app.text
        await app.press("enter")
        assert app.page == "stories"


async def test_what_is_known_of_a_figure_is_completed_later(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=at("facts")) as app:
        await app.press("up", "e")
        await say(app, "politie")
        await app.type("2025")
        await app.press("escape")
        assert app.state.facts()[NOISE].source == "politie"
        assert app.state.facts()[NOISE].year == "2025"
        assert "Meldingen over overlast: 12  politie, 2025" in app.text
        await app.press("ctrl+z")
        assert "politie · uit welk jaar?" in app.text


async def test_a_figure_without_what_it_counts_is_asked_about(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=at(f"facts/{NOISE}")) as app:
        await app.press("up", "up", "ctrl+e", "ctrl+u", "enter")
        assert "Wat is er geteld? Vul dat eerst in." in app.text
        assert app.state.facts()[NOISE].what == "Meldingen over overlast"


async def test_a_figure_that_was_taken_back_leads_to_the_others(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=empty_at("facts")) as app:
        await say(app, "Lege winkels", "5")
        await app.press("ctrl+z")
        assert "Dit ligt niet meer op tafel." in app.text
        await app.press("enter")
        assert app.page == "facts"


async def test_more_figures_than_enough_bring_a_question(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=at("facts")) as app:
        await say(app, "Lege winkels", "5")
        await app.press("escape")
        assert "Welke zeggen het meest?" not in app.text
        await say(app, "Volle winkels", "6")
        await app.press("escape")
        assert "Er staan nu 4 cijfers. Welke zeggen het meest?" in app.text
        assert len(figures(app)) == 4


async def test_a_figure_is_taken_off_the_table(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=at("facts")) as app:
        await app.press("up", "up", "delete")
        assert list(app.state.facts()) == [NOISE]
        await app.press("ctrl+z")
        assert list(app.state.facts()) == [DAMP, NOISE]
        assert "het weghalen van een cijfer of verhaal" in app.status


async def test_two_fields_are_gone_through_up_and_down(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=at("facts")) as app:
        await app.press("tab")
        await app.type("5")
        await app.press("enter")
        assert len(figures(app)) == 2, "what it counts comes first"
        await say(app, "Lege winkels")
        await app.press("up", "escape")
        assert "▸  2  Meldingen" in app.text
        await app.press("down")
        await app.press("enter", "enter")
        assert figures(app)[2] == Fact(what="Lege winkels", value="5")


async def test_what_was_being_typed_survives_a_crash(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=empty_at("facts")) as app:
        await say(app, "Lege winkels")
        await app.type("5 van de")
        await app.crash()
    async with running(EXAMPLE, tmp_path) as app:
        assert "Lege winkels" in app.text
        await app.type(" 9")
        await app.press("enter")
        assert figures(app) == [Fact(what="Lege winkels", value="5 van de 9")]
        await app.type("poli")
        await app.crash()
    async with running(EXAMPLE, tmp_path) as app:
        await app.type("tie")
        await app.press("enter")
        assert figures(app)[0].source == "politie"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_how_much_is_asked_once_where_no_digit_says_so(
    tmp_path: Path, size: tuple[int, int], language: Language
) -> None:
    asked = "Is hier ook een getal bij?" if language == "nl" else "Is there a number with this?"
    async with running(EXAMPLE, tmp_path, size=size, language=language, prepare=empty_at("facts")) as app:
        await say(app, "Huizen met vocht", "veel")
        assert figures(app) == []
        assert asked in app.text
        await app.press("enter")
        assert figures(app) == [Fact(what="Huizen met vocht", value="veel")]
        await app.press("escape")
        assert asked not in app.text
        await say(app, "Lege winkels", "weinig")
        await app.press("ctrl+u")
        await say(app, "1 op de 5")
        assert figures(app)[1].value == "1 op de 5"
        await app.press("up", "ctrl+e", "ctrl+u")
        await say(app, "heel wat")
        assert figures(app)[1].value == "heel wat"
        assert asked in app.status


async def test_a_figure_of_which_nobody_knows_how_much_is_kept_at_once(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=empty_at("facts")) as app:
        await say(app, "Lege winkels", "")
        assert figures(app) == [Fact(what="Lege winkels")]


async def test_with_what_a_figure_was_compared_stands_in_the_list(tmp_path: Path) -> None:
    def compared(state: State) -> State:
        state = laid(state, "facts")
        damp = FACTS[DAMP].model_copy(update={"compared": "de hele stad: 20 %"})
        return state.replace(registers={**state.registers, "facts": {**FACTS, DAMP: damp}})

    async with running(EXAMPLE, tmp_path, prepare=compared) as app:
        assert "Vergeleken met: de hele stad: 20 %" in " ".join(app.text.split())


# -- stories


async def test_from_whom_a_story_comes_is_asked_after_it_and_may_stay_open(tmp_path: Path) -> None:
    asked = "Mag erbij vanuit wie dit is verteld?"
    async with running(EXAMPLE, tmp_path, prepare=empty_at("stories")) as app:
        assert asked not in app.text
        await say(app, "Het is stil.")
        assert asked in app.text
        await app.press("up", "b")
        (story,) = app.state.stories().values()
        assert (story.perspective, story.there) == ("beleid", 6)
        assert asked not in app.text

    def few(state: State) -> State:
        return empty_at("stories")(state).replace(people={"beleid": 2, "bewoners": 1})

    async with running(EXAMPLE, tmp_path / "few", prepare=few) as app:
        await say(app, "Het is stil.")
        assert asked not in app.text


async def test_before_the_first_story_all_hear_how_to_tell_it(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=empty_at("stories")) as app:
        assert "niemand te herkennen" in app.text
        await say(app, "Het is stil.")
        assert "niemand te herkennen" not in app.text


async def test_a_telephone_number_is_asked_about_and_never_refused(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=empty_at("stories")) as app:
        await say(app, "Bel 06-12345678")
        assert stories(app) == []
        assert "telefoonnummer" in app.text
        assert "Kan het verhaal zonder?" in app.text
        await app.press("enter")
        assert stories(app) == ["Bel 06-12345678"]
        assert "telefoonnummer" not in app.text


async def test_a_story_is_asked_about_again_when_it_changed(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=empty_at("stories")) as app:
        await say(app, "Bel 06-12345678")
        await app.type(" of mail a@b.nl")
        assert "Kan het verhaal zonder?" not in app.text
        await app.press("enter")
        assert "e-mailadres" in app.text
        await app.press("ctrl+u")
        await say(app, "Het is stil.")
        assert stories(app) == ["Het is stil."]


async def test_a_story_in_other_words_is_asked_about_too(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=at("stories")) as app:
        await app.press("up", "up", "e", "ctrl+u")
        await say(app, "Geboren op 3-4-1950")
        assert app.state.stories()[COUGH].text == "Geboren op 3-4-1950"
        assert "geboortedatum" in app.status


async def test_from_where_a_story_is_told_only_when_that_points_at_nobody(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=at("stories")) as app:
        await app.press("up", "up", "b", "b")
        assert app.state.stories()[COUGH].perspective == "bewoners"
        assert app.text.count("verteld vanuit bewoners") == 2

    def few(state: State) -> State:
        return laid(state, "stories").replace(people={"beleid": 2, "bewoners": 1})

    async with running(EXAMPLE, tmp_path / "few", prepare=few) as app:
        await app.press("up", "up", "b")
        assert app.state.stories()[COUGH].perspective is None
        assert "vanuit wie" not in app.keys
        await app.press("delete")
        assert COUGH not in app.state.stories(), "it can be taken away all the same"


# -- recognition


async def test_a_group_that_is_too_small_answers_with_all_the_others(tmp_path: Path) -> None:
    def few(state: State) -> State:
        return laid(state, f"recognition/{DAMP}").replace(people={"beleid": 6, "bewoners": 2})

    async with running(EXAMPLE, tmp_path, prepare=few) as app:
        assert "▸ iedereen samen   ○ 1 ja" in app.text
        assert "bewoners" not in app.text
        await app.press("2")
        assert app.state.facts()[DAMP].recognised == {"total": "partly"}


async def test_with_few_columns_the_answers_stand_together_under_who_gives_them(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, size=(40, 12), prepare=at(f"recognition/{DAMP}")) as app:
        at_who = next(number for number, row in enumerate(app.body) if "▸ bewoners" in row)
        assert app.body[at_who].strip() == "▸ bewoners"
        assert "○ 1 ja   ○ 2 deels   ○ 3 nee" in app.body[at_who + 1]
        await app.press("2")
        assert "● 2 deels" in app.body[at_who + 1]


async def test_who_sees_it_differently_is_asked_for(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=at(f"recognition/{DAMP}")) as app:
        await app.press("1", "3")
        assert "Wat ziet de ander?" in app.text
        await app.press("up", "delete")
        assert app.state.facts()[DAMP].recognised == {"bewoners": "yes"}
        await app.press("up", "3")
        assert "Niemand herkent dit" not in app.text, "others were not asked yet"
        await app.press("3", "3")
        assert "Niemand herkent dit. Wat zien wij dan wel?" in app.text


async def test_on_a_high_screen_what_was_said_of_the_others_stays(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, size=(120, 40), prepare=at(f"recognition/{DAMP}")) as app:
        await app.press("1", "3", "enter")
        assert "Huizen met vocht: 38 %  bewoners: ja, beleid: nee" in app.text
        await app.press("left")
        assert "bewoners: ja" not in app.text


async def test_every_card_is_asked_about_and_left_goes_back(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=at("stories")) as app:
        await app.press("enter")
        seen = []
        for _ in range(4):
            seen.append(app.page.partition("/")[2])
            await app.press("enter")
        assert seen == [DAMP, NOISE, COUGH, PARTY]
        assert app.page == f"beside/{COUGH}"
        await app.press("left")
        assert app.page == f"recognition/{PARTY}"
        assert "Op het plein is het feest." in app.text
        assert "verteld vanuit bewoners" in app.text


async def test_with_nothing_on_the_table_the_way_on_is_free(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=empty_at("stories")) as app:
        await app.press("enter")
        assert "Er ligt nog niets op tafel." in app.text
        await app.press("1", "enter")
        assert "Er ligt nog niets op tafel." in app.text
        await app.press("enter")
        assert app.page == "unknown"


# -- side by side


async def test_how_a_story_lies_is_changed_and_taken_away(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=at(f"beside/{COUGH}")) as app:
        await app.press("down", "3")
        assert "~ iets anders" in app.text
        await app.press("1")
        assert [(link.start, link.end, link.how) for link in app.state.links().values()] == [
            (COUGH, NOISE, "fits")
        ]
        await app.press("delete")
        assert app.state.links() == {}
        await app.press("ctrl+z")
        assert len(app.state.links()) == 1


async def test_the_story_itself_is_never_pointed_at(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=at(f"beside/{COUGH}")) as app:
        await app.press("down", "down", "down", "2")
        assert [link.end for link in app.state.links().values()] == [NOISE]
        await app.press("up", "up", "1")
        assert [link.end for link in app.state.links().values()] == [NOISE, DAMP]


async def test_the_table_is_read_back_and_a_story_laid_again(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=at("beside")) as app:
        assert "+ nieuw" in app.text
        await app.press("down", "down", "down", "e")
        assert app.page == f"beside/{COUGH}"
        await app.press("1", "enter", "enter")
        assert app.page == "beside"
        assert "= past bij cijfer 1" in app.text


async def test_an_empty_table_says_so_and_one_with_only_a_figure_or_a_story_does_not(tmp_path: Path) -> None:
    """A page with one of the two asks what that one calls for."""
    nothing = "Er ligt nog niets op tafel. Dat mag."
    tables: list[tuple[dict[str, dict[str, Any]], bool]] = [
        ({}, True),
        ({"facts": FACTS}, False),
        ({"stories": STORIES}, False),
    ]
    for number, (registers, empty) in enumerate(tables):
        use, step = KEY.split("/")
        place = Position(use, step, "beside")

        def on(state: State, registers: dict[str, dict[str, Any]] = registers, at: Position = place) -> State:
            return state.replace(registers=registers, at=at)

        async with running(EXAMPLE, tmp_path / str(number), prepare=on) as app:
            assert app.page == "beside"
            assert (nothing in app.text) is empty, app.text


@pytest.mark.parametrize("size", SIZES)
async def test_the_longest_figures_and_stories_are_read_whole(tmp_path: Path, size: tuple[int, int]) -> None:
    words = "de straat waar iedereen elkaar groet "
    figure = Fact(what=(words * 5)[:150].strip(), value="4 van de 10")
    story = Story(text=(words * 8)[:215].strip() + " EINDE")

    def long(state: State) -> State:
        registers = {"facts": {**FACTS, DAMP: figure}, "stories": {**STORIES, PARTY: story}}
        use, step = KEY.split("/")
        return state.replace(registers=registers, at=Position(use, step, f"recognition/{PARTY}"))

    async with running(EXAMPLE, tmp_path, size=size, prepare=long) as app:
        await app.press("1", "3")
        assert "EINDE" in app.text
        assert "professionals" in app.text
        assert "Wat ziet de ander?" in app.text
        await app.press("enter")
        while app.page != f"beside/{PARTY}":
            await app.press("enter")
        assert "EINDE" in app.text
        assert "○ 3 iets anders" in app.text


# -- what nobody knows


async def test_who_finds_out_can_follow(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=at("unknown")) as app:
        assert "Van 1 cijfer weten wij nog niet de bron" in app.text
        await say(app, "Hoe oud is dat?", "")
        assert "1  Hoe oud is dat?  wie zoekt het uit?" in app.text
        await app.press("up", "z")
        await say(app, "wijkagent")
        assert "1  Hoe oud is dat?  wijkagent" in app.text
        await app.press("e")
        await say(app, " Echt?")
        assert [line.text for line in app.state.parked().values()] == ["Hoe oud is dat? Echt?"]
        await app.press("a")
        await say(app, "van 1931")
        assert "antwoord: van 1931" in app.text
        await app.press("delete")
        assert app.state.parked() == {}


async def test_a_note_is_about_what_is_looked_at(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=at(f"recognition/{DAMP}")) as app:
        await app.press("n")
        await say(app, "mooi")
        assert [note.text for note in app.state.notes_of(KEY, DAMP).values()] == ["mooi"]

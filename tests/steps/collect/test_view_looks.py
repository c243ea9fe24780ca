"""Looking at what was brought up in the real app: headings, what is shared, links, who knows whom, energy."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.session.registers import Item
from facilitator.steps.collect.chains import arrows
from facilitator.steps.collect.findings import acquaintances, headings
from facilitator.words import LANGUAGES, Language
from tests.steps.collect.brought import EXAMPLE, STREET, having, item, knows, link, network, worries
from tests.steps.running import SIZES, Running, running

MIXED = [*worries("herrie", "ruzie"), item("meer groen", "ambition")]


def _pointed(app: Running) -> str:
    return next((row.partition("▸")[2].strip() for row in app.body if "▸" in row), "")


def _themes(app: Running) -> list[str]:
    return [each.theme for each in app.state.items().values()]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_look_from_the_first_key_to_the_last(
    tmp_path: Path, size: tuple[int, int], language: Language
) -> None:
    prepare = having(MIXED, actors=network(), at="koppen")
    async with running(EXAMPLE, tmp_path, size=size, language=language, prepare=prepare) as app:
        await app.press("+")
        await app.type("straat")
        await app.press("enter", "1", "enter")
        assert _themes(app) == ["straat", "straat", ""]
        assert app.key == "collect/delen"
        await app.press("1", "2", "1", "enter")
        assert [each.shared for each in app.state.items().values()] == ["shared", "one-side", "shared"]
        assert app.key == "collect/samenhang"
        await app.press("1", "2", "1", "enter")
        if app.page == "all":
            await app.press("enter")
        assert [(each.start, each.end, each.how) for each in arrows(app.state)] == [
            ("item0000", "item0001", "worsens")
        ]
        assert app.key == "collect/wie-kent-wie"
        await app.press("2", "enter", "enter", "enter", "enter", "enter")
        assert list(acquaintances(app.state).values()) == [("actor002", "actor000")]
        assert app.key == "collect/energie"
        await app.press("3", "1", "2", "enter")
        assert [each.energy for each in app.state.items().values()] == ["much", "none", "some"]
        assert app.key == "collect/energie-partijen"
        await app.press("3", "2", "1", "1", "enter")
        assert [each.energy for each in app.state.actors().values()] == ["none", "none", "much", "some"]
        assert app.key == "session/closing"


# -- headings


async def test_headings_are_found_reused_renamed_and_left(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=having(worries(*STREET), at="koppen")) as app:
        assert "Geen kop mag ook." in app.text
        assert "los" not in app.status, "while there is no heading that is not said of a line"
        await app.press("+")
        await app.type("op straat")
        await app.press("enter")
        assert _pointed(app) == "ruzie op straat", "the next line without a heading has its turn"
        assert "1 op straat" in app.text
        assert "3 regels staan nog los. Dat mag." in app.status
        await app.press("1", "a")
        await app.type("OP STRAAT")
        await app.press("enter")
        assert _themes(app) == ["op straat", "op straat", "op straat", ""]
        await app.press("up", "v")
        assert "Kop" in app.text
        await app.type("!")
        await app.press("enter")
        assert headings(app.state) == ["op straat!"]
        await app.press("0")
        assert _themes(app) == ["op straat!", "op straat!", "", ""]
        await app.press("ctrl+z", "ctrl+z")
        assert headings(app.state) == ["op straat"]
        assert "Teruggenomen: een andere naam voor een kop." in app.status


async def test_a_line_is_reworded_and_taken_out_where_it_stands(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=having(worries(*STREET), at="koppen")) as app:
        await app.press("down", "e")
        await app.type("!")
        await app.press("enter", "up", "delete")
        assert [each.text for each in app.state.items().values()] == ["ruzie op straat!", *STREET[2:]]


async def test_a_heading_keeps_its_number_whatever_is_put_under_it(tmp_path: Path) -> None:
    gathered = having(
        [
            item("herrie", "worry"),
            item("ruzie", "worry", theme="straat"),
            item("stil", "worry", theme="thuis"),
        ],
        at="koppen",
    )
    async with running(EXAMPLE, tmp_path, prepare=gathered) as app:
        assert "1 straat   2 thuis" in app.text
        await app.press("2")
        assert _themes(app) == ["thuis", "straat", "thuis"]
        assert "1 straat   2 thuis" in app.text


async def test_on_a_wide_screen_headings_are_lanes(tmp_path: Path) -> None:
    items = [item("a", theme="straat"), item("b", theme="groen"), item("c")]
    async with running(EXAMPLE, tmp_path, size=(120, 40), prepare=having(items, at="koppen")) as app:
        heads = next(row for row in app.body if "Nog los" in row)
        assert "1 straat" in heads
        assert "2 groen" in heads
        assert _pointed(app).startswith("c"), app.text
        await app.press("2")
        assert _themes(app) == ["straat", "groen", "groen"]


async def test_many_headings_go_back_to_one_list_on_a_wide_screen(tmp_path: Path) -> None:
    items = [item(f"regel {n}", theme=f"kop {n}") for n in range(11)]
    async with running(EXAMPLE, tmp_path, size=(120, 40), prepare=having(items, at="koppen")) as app:
        assert "Nog los" not in app.text
        assert "regel 10  →   kop 10" in app.text, "a heading without a digit is there too"
        await app.press("9")
        assert _themes(app)[0] == "kop 8"


async def test_only_the_sorts_that_are_asked_for_are_there(tmp_path: Path) -> None:
    items = [item("herrie"), item("het plein", "pride")]
    async with running(EXAMPLE, tmp_path, prepare=having(items, at="koppen")) as app:
        assert "herrie" in app.text
        assert "het plein" not in app.text


@pytest.mark.parametrize("size", [*SIZES, (64, 20), (200, 50)])
async def test_who_is_pointed_at_is_always_seen(tmp_path: Path, size: tuple[int, int]) -> None:
    items = [item(f"regel {n}", theme=("a", "b", "")[n % 3]) for n in range(30)]
    async with running(EXAMPLE, tmp_path, size=size, prepare=having(items, at="koppen")) as app:
        await app.press(*["up"] * 30)
        seen = set()
        for _ in range(30):
            seen.add(_pointed(app).split("  ")[0])
            await app.press("down")
        assert {f"regel {n}" for n in range(30)} <= seen


# -- what is shared


async def test_what_was_passed_is_said_and_an_answer_can_be_changed(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=having(worries("a", "b", "c"), at="delen")) as app:
        assert "1 van 3" in app.text
        await app.press("2", "enter", "enter")
        assert app.page == "result"
        assert "Over 2 regels spraken wij nog niet." in app.status
        assert "Wat ziet de ene kant dat de andere niet ziet?" in app.text
        await app.press("1")
        assert app.state.items()["item0000"].shared == "shared"
        assert "Wat ziet de ene kant" not in app.text
        await app.press("left")
        assert app.page == "item0002"
        await app.press("1", "up")
        assert "Delen wij dit" in app.text


async def test_an_answer_can_be_taken_away(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=having(worries("a", shared="shared"), at="delen")) as app:
        assert "Wij delen dit  1" in app.text, "where all was said, what came out is read"
        await app.press("left", "0")
        assert app.state.items()["item0000"].shared == ""


async def test_the_two_stand_side_by_side(tmp_path: Path) -> None:
    items = [item("a", shared="shared"), item("b", shared="one-side")]
    async with running(EXAMPLE, tmp_path, prepare=having(items, at="delen")) as app:
        heads = next(row for row in app.body if "Wij delen dit  1" in row)
        assert "Eén kant ziet dit  1" in heads


# -- links


async def test_a_link_goes_on_from_where_the_last_one_ended(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=having(worries(*STREET), at="samenhang")) as app:
        await app.press("space")
        assert "Wat wordt daardoor erger of beter?" in app.text
        assert _pointed(app).endswith("ruzie op straat"), "nothing hangs on itself"
        await app.press("enter")
        assert "maakt" in app.text
        await app.press("enter")
        assert "Hondenpoep maakt ruzie op straat erger." in app.status
        assert "ruzie op straat" in _pointed(app)
        await app.press("space", "4", "2")
        assert [(each.start, each.end, each.how) for each in arrows(app.state)] == [
            ("item0000", "item0001", "worsens"),
            ("item0001", "item0003", "improves"),
        ]
        assert "de meeste pijlen" not in app.text, "one arrow is no news"
        await app.press("escape", "2", "3", "1")
        assert "Hiervandaan gaan de meeste pijlen: ruzie op straat (2)." in app.text


async def test_chains_are_read_before_the_group_goes_on_and_a_link_can_go(tmp_path: Path) -> None:
    links = [link(0, 1, "worsens"), link(1, 0, "worsens"), link(2, 3, "improves")]
    async with running(EXAMPLE, tmp_path, prepare=having(worries(*STREET), links, at="samenhang")) as app:
        await app.press("enter")
        assert app.page == "all"
        assert "→ maakt erger:  ruzie op straat" in app.text
        assert "hondenpoep  en zo gaat het rond" in app.text
        assert "→ maakt beter:  mensen blijven binnen" in app.text
        await app.press("down", "delete")
        assert len(arrows(app.state)) == 2
        assert "en zo gaat het rond" not in app.text
        await app.press("left")
        assert app.page == ""
        await app.press("o", "enter")
        assert app.key == "collect/wie-kent-wie"


async def test_a_link_that_is_begun_can_be_left(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=having(worries(*STREET), at="samenhang")) as app:
        await app.press("1", "2", "escape")
        assert app.page == "item0000"
        await app.press("left")
        assert app.page == ""
        await app.press("enter")
        assert app.state.links() == {}
        assert app.key == "collect/wie-kent-wie"


async def test_on_a_wide_screen_the_chains_stand_beside_the_lines(tmp_path: Path) -> None:
    prepare = having(worries(*STREET), [link(0, 1, "worsens")], at="samenhang")
    async with running(EXAMPLE, tmp_path, size=(120, 40), prepare=prepare) as app:
        assert "→ maakt erger:  ruzie op straat" in app.text
        await app.press("enter")
        assert app.key == "collect/wie-kent-wie"


@pytest.mark.parametrize("items", [[], worries("a")])
async def test_too_few_lines_stop_nobody(tmp_path: Path, items: list[Item]) -> None:
    async with running(EXAMPLE, tmp_path, prepare=having(items, at="samenhang")) as app:
        await app.press("space", "1", "e", "o", "enter")
        assert app.key == "collect/wie-kent-wie"


async def test_a_line_that_goes_while_a_link_is_made_leaves_the_link(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=having(worries("a", "b"), at="koppen")) as app:
        await app.press("delete")
        assert app.opening.run is not None
        await app.opening.run.go_to("collect/samenhang", "item0000/item0001")
        await app.settle()
        assert "Voor een verband zijn er twee regels nodig." in app.text


# -- who knows whom


async def test_who_is_known_knows_and_the_connection_is_asked_about(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=having(actors=network(), at="wie-kent-wie")) as app:
        assert "Appgroep: wie kennen zij?" in app.text
        await app.press("1", "enter")
        assert "Koor: wie kennen zij?" in app.text
        assert "● 1  Appgroep" in app.text
        await app.press("o")
        assert "Wie legt de verbinding?" in app.text
        assert "Appgroep – Koor" in app.text
        await app.press("left", "left")
        assert "Gemeente: wie kennen zij?" in app.text
        await app.press("down", "space")
        assert list(acquaintances(app.state).values())[-1] == ("actor000", "actor003")
        await app.press("o")
        assert "Wie legt de verbinding?" not in app.text
        assert "Groep en organisatie  1" in app.text
        assert "Onderling  1" in app.text


async def test_two_who_know_each_other_can_be_taken_apart(tmp_path: Path) -> None:
    prepare = having(links=[knows(2, 0)], actors=network(), at="wie-kent-wie")
    async with running(EXAMPLE, tmp_path, prepare=prepare) as app:
        assert "Appgroep – Gemeente" in app.text, "where something was said, what came out is read"
        await app.press("delete")
        assert app.state.links() == {}
        await app.press("ctrl+z")
        assert "Teruggenomen: wie elkaar kennen." in app.status


async def test_a_map_with_one_party_stops_nobody(tmp_path: Path) -> None:
    prepare = having(actors=network()[:1], at="wie-kent-wie")
    async with running(EXAMPLE, tmp_path, prepare=prepare) as app:
        assert "te weinig partijen" in app.text
        await app.press("space", "1", "o", "enter")
        assert app.key == "collect/energie"


# -- energy


async def test_what_most_want_to_work_on_is_first_and_what_is_felt_without_hands_is_asked(
    tmp_path: Path,
) -> None:
    items = worries("a", "b", "c", shared="shared")
    async with running(EXAMPLE, tmp_path, prepare=having(items, at="energie")) as app:
        assert "Waar wilt u zelf aan werken?" in app.text
        await app.press("1", "2", "3")
        rows = [row.strip(" ▸") for row in app.body if "○○" in row or "●" in row]
        assert rows == ["●● veel handen      c", "●○ een paar handen  b", "○○ nu geen handen   a"]
        assert "Dit delen wij: a. Wij zagen geen handen. Wat is er nodig?" in app.text
        await app.press("down", "down", "2")
        assert app.state.items()["item0000"].energy == "some"
        assert "Wat is er nodig?" not in app.text
        await app.press("left")
        assert app.page == "item0002"


async def test_under_what_is_at_hand_stands_who_said_it_and_where(tmp_path: Path) -> None:
    said = [item("het is er donker", "worry", perspective="bewoners", where="bij de school")]
    async with running(EXAMPLE, tmp_path, prepare=having(said, at="energie")) as app:
        assert "bewoners" in app.text
        assert "bij de school" in app.text


async def test_what_nobody_wants_is_another_thing_than_what_was_not_asked(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=having(worries("a", "b"), at="energie")) as app:
        await app.press("1", "enter")
        rows = [row.strip(" ▸") for row in app.body if "○○" in row or "··" in row]
        assert rows == ["○○ nu geen handen     a", "·· nog niet gevraagd  b"]
        await app.press("down", "1")
        assert "nog niet gevraagd" not in app.text
        assert [each.energy for each in app.state.items().values()] == ["none", "none"]
    async with running(EXAMPLE, tmp_path) as again:
        assert [each.energy for each in again.state.items().values()] == ["none", "none"]


async def test_a_group_without_a_line_to_an_organisation_stands_under_who_knows_whom(tmp_path: Path) -> None:
    prepare = having(actors=network(), links=[knows(2, 0), knows(2, 3)], at="wie-kent-wie")
    async with running(EXAMPLE, tmp_path, prepare=prepare) as app:
        assert "Nog geen lijn met een organisatie: Koor. Wie stelt hen voor?" in " ".join(
            row.strip() for row in app.body
        )


async def test_what_came_out_is_read_from_the_top(tmp_path: Path) -> None:
    prepare = having(worries("a", "b", "c"), at="energie")
    async with running(EXAMPLE, tmp_path, size=(120, 40), prepare=prepare) as app:
        await app.press("2", "1", "3")
        assert _pointed(app) == "●● veel handen      c"


async def test_hands_can_be_passed_and_come_back_to(tmp_path: Path) -> None:
    async with running(EXAMPLE, tmp_path, prepare=having(worries("a", "b"), at="energie")) as app:
        await app.press("enter", "up", "e")
        await app.type("!")
        await app.press("enter", "3")
        assert app.state.items()["item0000"].text == "a!"
        assert app.page == "item0001"
        await app.press("enter", "enter")
        assert app.key == "collect/energie-partijen"


@pytest.mark.parametrize("size", [*SIZES, (80, 24)])
@pytest.mark.parametrize("at", ["delen", "energie"])
async def test_a_long_line_is_read_whole_with_its_answers(
    tmp_path: Path, size: tuple[int, int], at: str
) -> None:
    long = item("de straat waar iedereen elkaar groet " * 8)
    async with running(EXAMPLE, tmp_path, size=size, prepare=having([long], at=at)) as app:
        assert "○ 2" in app.text
        assert "…" not in "\n".join(app.body)


@pytest.mark.parametrize("size", SIZES)
async def test_beside_the_headings_stands_where_things_come_together(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    placed = [
        item(text, "worry", where=where) for text, where in (("herrie", "Het plein"), ("vuil", "het plein"))
    ]
    async with running(EXAMPLE, tmp_path, size=size, prepare=having(placed, at="koppen")) as app:
        assert "Hier komt het samen: Het plein (2)." in app.text
        await app.press("+")
        await app.type("straat")
        await app.press("enter")
        assert "Hier komt het samen: Het plein (2: straat 1)." in app.text
        await app.press("s", "ctrl+u")
        await app.type("de brug")
        await app.press("enter")
        assert "Hier komt het samen" not in app.text

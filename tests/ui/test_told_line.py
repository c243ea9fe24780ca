"""What is painted, as lines to be read aloud: no columns, no boxes, dots as words."""

from __future__ import annotations

import pytest

from facilitator.ui.kit.told_line import ToldLine, joined, told_option, told_row, told_rows


@pytest.mark.parametrize(
    ("painted", "told"),
    [
        ("  Wat spreken wij af?", ToldLine("Wat spreken wij af?")),
        ("beleid             6   ●●●●●●", ToldLine("beleid, 6")),
        ("bewoners         111   ●●●●●●●●●●●●…", ToldLine("bewoners, 111")),
        ("beleid (6)   ● ● ● ● ○ ○   4 van 6", ToldLine("beleid (6), 4 van 6")),
        ("■ ■ ■ □ □   stelling 4 van 5", ToldLine("stelling 4 van 5")),
        ("▆▆▆▁▁▁ 12 van 15", ToldLine("12 van 15")),
        ("────────", ToldLine("")),
        ("│ Vogelbuurt, 22 november.", ToldLine("Vogelbuurt, 22 november.")),
        ("▸ op papier", ToldLine("op papier", pointed=True)),
        ("   ● a  één uitslag", ToldLine("één uitslag", number="a", mark="chosen")),
        ("   ○ b  eerst vertellen", ToldLine("eerst vertellen", number="b")),
        ("●  3   een straat   van naam", ToldLine("een straat, van naam", number="3", mark="chosen")),
        ("12  de kapper", ToldLine("de kapper", number="12")),
        ("✓ bij de school vragen", ToldLine("bij de school vragen", mark="done")),
        ("▶ 19.30  Welkom", ToldLine("19.30, Welkom", mark="here")),
        ("wijkteam   ✓ klaar", ToldLine("wijkteam, klaar")),
        ("≠  op straat merken wij weinig", ToldLine("op straat merken wij weinig", mark="differs")),
        ("↻ Wij vieren het.", ToldLine("Wij vieren het.", mark="again")),
        ("Startbijeenkomst · Vogelbuurt", ToldLine("Startbijeenkomst, Vogelbuurt")),
        ("●○ een beetje", ToldLine("een beetje")),
        ("bewoners   ○ 1 ja   ● 2 nee", ToldLine("bewoners: 2 nee")),
        ("bewoners   ○ 1 ja   ○ 2 nee", ToldLine("bewoners: 1 ja, 2 nee")),
        ("1 oneens   2 eens", ToldLine("1 oneens, 2 eens")),
    ],
)
def test_a_row_is_told_without_what_is_only_seen(painted: str, told: ToldLine) -> None:
    assert told_row(painted) == told


def test_answers_beside_each_other_are_lines_of_their_own() -> None:
    assert told_rows("● 1  klaar      ○ 4  uitgesteld\n\n○ 2  bezig") == [
        ToldLine("klaar", number="1", mark="chosen"),
        ToldLine("uitgesteld", number="4"),
        ToldLine("bezig", number="2"),
    ]


def test_a_line_of_a_list_is_told_with_all_that_stands_beside_and_under_it() -> None:
    line = told_option(["huisbezoek", "12 maart", "van vorige keer"], pointed=True, number="3")
    assert line == ToldLine("huisbezoek, 12 maart, van vorige keer", True, True, "3")


def test_no_comma_comes_after_another_sign() -> None:
    assert (
        joined(["Wat is er?", "niets", "(20 min)", "klaar:", "ja"]) == "Wat is er? niets (20 min), klaar: ja"
    )

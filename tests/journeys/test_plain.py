"""Everything without a screen: lines in, lines out, through a pipe (docs/decisions/0032-a-plain-twin.md)."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pytest

from facilitator.scenario.library import built_in
from facilitator.words import LANGUAGES, Language
from tests import platform_marks
from tests.journeys.evening import PROGRAM
from tests.journeys.talk import CONTROLS, DRAWN, Heard, environment, only, talk
from tests.journeys.terminal import PATIENCE, Terminal

ENTER: Final = ""
PREPARED: Final = ["Oosterlinde", "morgen", "19.30", ENTER, ENTER]
"""What is asked before a session: place, day, hour, people, where. Tomorrow no clock runs out meanwhile."""
COUNTED: Final[dict[Language, list[str]]] = {
    "nl": ["beleid 3", "bewoners 3", "professionals 3"],
    "en": ["policy 3", "residents 3", "professionals 3"],
}
BALLOTS: Final = [["444", "343", "334"], ["433", "24?", "340"], ["112", "221", "122"]]
WHAT: Final = "huisbezoek bij de vochtige huizen"
FIRST: Final = "corporatie maakt een brief"


def to_the_vote(language: Language) -> list[str]:
    """Give what is typed from preparing until ballots come in."""
    prepared = [{"morgen": "tomorrow"}.get(line, line) for line in PREPARED] if language == "en" else PREPARED
    return [*prepared, ENTER, ENTER, *COUNTED[language], ENTER, ENTER, ENTER, ENTER, ENTER]


def typed(ballots: Sequence[Sequence[str]]) -> list[str]:
    """Give what is typed of the ballots of each group, up to the question whether these are all."""
    lines: list[str] = []
    for group in ballots:
        lines += [*group, ENTER, ENTER]
    return lines


def whole(language: Language) -> list[str]:
    """Give all lines of a trial run, from the first word to the report."""
    return [
        *to_the_vote(language),
        *typed(BALLOTS),
        ENTER,  # these are all
        ENTER,  # on, to the result
        ENTER,  # we are ready
        {"nl": "notitie", "en": "note"}[language],
        "bewoners beginnen",
        ENTER,  # per statement
        *[ENTER] * 3,
        "woningcorporatie",
        ENTER,
        "buurtapp",
        ENTER,
        ENTER,  # a new agreement
        WHAT,
        "corporatie",
        {"nl": "over 2 weken", "en": "in 2 weeks"}[language],
        ENTER,  # clear to all
        ENTER,  # nobody objects
        {"nl": "klaar", "en": "done"}[language],
        ENTER,
        FIRST,
        ENTER,
        ENTER,  # no next time
        ENTER,  # nobody to call
        {"nl": "afsluiten", "en": "finish"}[language],
        {"nl": "stoppen", "en": "quit"}[language],
    ]


def say_all(folder: Path, language: Language, lines: Sequence[str]) -> Heard:
    return talk(folder, lines, "run", "proefronde", "--plain", "--lang", language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_evening_goes_from_first_word_to_report_through_a_pipe(tmp_path: Path, language: Language) -> None:
    heard = say_all(tmp_path, language, whole(language))
    assert (heard.complained, heard.code) == ("", 0), heard
    assert not CONTROLS.search(heard.said)
    assert not DRAWN.search(heard.said), DRAWN.findall(heard.said)
    session = only(tmp_path, "sessions/*/*.toml").read_text(encoding="utf-8")
    assert f'what = "{WHAT}"' in session
    assert 'text = "bewoners beginnen"' in session
    report = only(tmp_path, "*.html").read_text(encoding="utf-8")
    for words in (WHAT, FIRST, "woningcorporatie", "buurtapp", "bewoners beginnen"):
        assert words in report


def test_what_is_seen_on_a_screen_is_told_in_words(tmp_path: Path) -> None:
    said = say_all(tmp_path, "nl", whole("nl")).said
    assert "\n\nProefronde, Oosterlinde. Stap 1 van 8.\nDit is Oosterlinde\n" in said
    assert "\nAangewezen: beleid, 0\nbewoners, 0\n" in said, "what is pointed at"
    assert "\nbeleid (3), 3 van 3\n" in said, "dots as numbers"
    assert "\nbewoners: 1 oneens, 1 eens, 1 helemaal eens\n" in said, "a picture of dots as counts"
    assert "\nEnter: verder. Ook: terug, parkeren, notitie, wie is er, tweetallen, hulp.\n" in said
    assert "\nU typt bij: Partij.\nAlleen Enter: verder. Ook: /aanwijzen, /terug, /hulp.\n" in said
    assert "\nWat: huisbezoek bij de vochtige huizen\n" in said, "what was typed in a field is confirmed"
    assert "\nU typt bij: Wie.\n" in said
    assert said.count("Wij stoppen om 19.50 uur") < 5, "what stays as it is is not said again and again"


@pytest.mark.parametrize("scenario", sorted(path.stem for path in built_in().glob("*.toml")))
def test_every_programme_can_be_begun_and_its_first_steps_done(tmp_path: Path, scenario: str) -> None:
    read_how = [ENTER] if scenario.endswith("-alleen") else []  # a team alone reads how before each step
    words = [*read_how, "/lees", "/hulp", "/parkeren", "dit komt later", "/terug", "/naar begin", "/lees"]
    heard = talk(tmp_path, [*PREPARED, ENTER, ENTER, ENTER, *words], "run", scenario, "--plain")
    assert (heard.complained, heard.code) == ("", 0), heard
    assert not DRAWN.search(heard.said), DRAWN.findall(heard.said)
    assert "Geparkeerd. Op de lijst: 1" in heard.after("Hier kan dit:")
    assert "\nVerder met\n" in heard.said, "home has the session that was begun"
    assert "dit komt later" in only(tmp_path, "sessions/*/*.toml").read_text(encoding="utf-8")


# -- what nobody may see


def on_the_clock(said: str) -> str:
    """Give what was said without the hour, which is not the same in two runs."""
    return re.sub(r"\d\d\.\d\d", "", said)


def test_ballots_leave_no_trace_in_what_is_said(tmp_path: Path) -> None:
    others = [["111", "242", "000"], ["222", "4?4", "121"], ["433", "334", "443"]]
    heard = [
        say_all(tmp_path / name, "nl", [*to_the_vote("nl"), *typed(ballots)])
        for name, ballots in (("one", BALLOTS), ("other", others))
    ]
    assert on_the_clock(heard[0].said) == on_the_clock(heard[1].said)
    assert "Klopt dit: 9 briefjes? Enter: ja, sluiten." in heard[0].said
    digits = [ballot for group in [*BALLOTS, *others] for ballot in group]
    assert not [ballot for ballot in digits for each in heard if ballot in each.said]


def test_a_slip_among_ballots_is_not_said_back_and_fills_in_nothing(tmp_path: Path) -> None:
    slips = ["4x1", "4141", "44114411", "geheim 41"]
    said = say_all(tmp_path, "nl", [*to_the_vote("nl"), *slips, "44", "144"]).after("briefje 1 van 3")
    assert "x1" not in said
    assert "geheim" not in said
    assert "41" not in said
    assert said.count("Op dit briefje passen nog 3 antwoorden. U typte er meer. Er is niets ingevuld.") == 2
    assert "\nstelling 3 van 3\n" in said, "the two digits that fit were taken"
    assert "Op dit briefje past nog 1 antwoord." in said
    assert "briefje 2 van 3" not in said, "no digit ran on into the next ballot"


@platform_marks.ptys
def test_a_terminal_does_not_show_ballots_that_are_typed(tmp_path: Path) -> None:
    command = [*PROGRAM, "run", "proefronde", "--plain"]
    with Terminal(command, size=(100, 60), env=environment(tmp_path)) as terminal:
        terminal.wait_for("U typt bij: Wijk of buurt.")
        for line in to_the_vote("nl"):
            terminal.type(f"{line}\n")
        terminal.wait_for("briefje 1 van 3")
        terminal.wait_still()
        terminal.type("143\n")
        terminal.wait_for("vol. Typ door")
        assert "143" not in terminal.screen()
        terminal.type("ronde vervalt\n")
        terminal.type("x\n")
        terminal.wait_for("Hoe komen de antwoorden binnen?")
        terminal.wait_still()
        terminal.type("stellingen\n")
        terminal.wait_for("stellingen")


# -- words


def test_a_word_that_is_not_known_is_answered_with_one_sentence(tmp_path: Path) -> None:
    said = talk(tmp_path, ["abracadabra"], "--plain").said
    assert said.endswith("\nDit kan hier niet, of ik ken dit woord niet. Typ hulp voor alle woorden.\n")
    assert "abracadabra" not in said


def test_help_lists_all_that_can_be_done_here(tmp_path: Path) -> None:
    lines = [*PREPARED, ENTER, "help"]
    said = talk(tmp_path, lines, "run", "proefronde", "--plain").after("Hier kan dit:")
    for line in (
        "verder (Enter): Naar de volgende werkvorm.",
        "parkeren (p of F3): Iets op de parkeerlijst zetten, voor later.",
        "terug (pijl links): Naar de vorige werkvorm. Er gaat niets verloren.",
        "lees: Alles wat er nu staat nog eens zeggen.",
    ):
        assert f"\n{line}\n" in said


def test_in_a_field_a_slash_stands_before_a_word(tmp_path: Path) -> None:
    begun = [*PREPARED, ENTER, "parkeren"]
    lines = [*begun, "/laten", "parkeren", "terug", "terug", "/abc", "parkeren", "//half 8", "parkeerlijst"]
    said = talk(tmp_path, lines, "run", "proefronde", "--plain").said
    assert "Bedoelt u het woord? Typ dan /terug. Is het uw tekst? Typ het nog eens." in said
    assert "Geparkeerd. Op de lijst: 1" in said
    assert "Geparkeerd. Op de lijst: 2" in said
    assert "1. Aangewezen: terug" in said
    assert re.search(r"\n2\. /half 8", said)


# -- the end of the input, and what is wrong with it


def test_the_end_of_the_input_keeps_everything_and_resume_goes_on(tmp_path: Path) -> None:
    lines = [*to_the_vote("nl"), "444", "343"]
    assert say_all(tmp_path, "nl", [*lines, "33"]).code == 0
    heard = talk(tmp_path, ["334", ENTER, "parkeren", "dit komt later"], "resume", "--plain")
    assert "beleid, briefje 3 van 3" in heard.said, "two ballots are in the box; of the third half was typed"
    assert "Geparkeerd. Op de lijst: 1" in heard.said
    again = talk(tmp_path, ["parkeerlijst"], "resume", "--plain")
    assert "dit komt later" in again.said
    assert "beleid, 3 van 3, klaar" in again.said


def test_who_stops_listening_ends_the_app_and_nothing_is_lost(tmp_path: Path) -> None:
    command = [*PROGRAM, "run", "proefronde", "--plain"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, env=environment(tmp_path), **pipes) as program:  # type: ignore[call-overload]
        program.stdin.write("\n".join([*PREPARED, ENTER, ENTER, ""]).encode())
        program.stdin.flush()
        while b"Stap 2 van 8." not in program.stdout.readline():
            pass
        program.stdout.close()
        program.stdin.write(b"beleid 3\nlees\nlees\n")
        program.stdin.flush()
        assert program.wait(PATIENCE) == 143
        program.stdin.close()
    assert "Stap 2 van 8." in talk(tmp_path, [], "resume", "--plain").said


def test_any_bytes_are_read_and_none_act(tmp_path: Path) -> None:
    begun = "\r\n".join(["\ufeffOosterlinde", *PREPARED[1:], ENTER]).encode()
    parked = [b"rood \x1b[31m\x07\x00 plein", b"caf\xe9", b"x" * 100_000]
    typed_bytes = b"\n".join([begun, *(b"parkeren\n" + each for each in parked), b"", b"parkeerlijst", b""])
    heard = talk(tmp_path, typed_bytes, "run", "proefronde", "--plain")
    assert heard.code == 0, heard
    assert not CONTROLS.search(heard.said)
    assert "Hier passen 300 tekens." in heard.said
    assert "café" in heard.said
    assert "Oosterlinde" in heard.said
    assert "\ufeff" not in heard.said


def test_where_signs_cannot_be_written_it_is_said_in_letters_that_can(tmp_path: Path) -> None:
    lines = [*PREPARED, ENTER, "parkeren", "één plein"]
    done = talk(tmp_path, lines, "run", "proefronde", "--plain", PYTHONIOENCODING="ascii")
    assert done.said.isascii()
    assert "Dit is Oosterlinde" in done.said


def test_plain_lines_can_be_asked_for_by_a_variable(tmp_path: Path) -> None:
    heard = talk(tmp_path, ["q"], FACILITATOR_PLAIN="1")
    assert heard.said.startswith("facilitator, in gewone regels.")
    assert heard.code == 0
    assert talk(tmp_path, ["q"], FACILITATOR_PLAIN="0").code == 1


def test_a_preview_is_walked_through_in_plain_lines(tmp_path: Path) -> None:
    heard = talk(tmp_path, [ENTER, "naar begin"], "preview", "proefronde", "--plain")
    assert heard.code == 0
    assert "Stap 2 van 8." in heard.said

"""What the command line says, and its exit codes: 0 fine, 1 bad input, 2 wrong usage."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from facilitator import cli
from facilitator.cli import main
from facilitator.report.print_file import ONLY
from facilitator.usage import COMMANDS, PAPER, Argument, help_text, parse
from facilitator.words import LANGUAGES, Words


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """Give the exit code, and what was said and complained."""
    try:
        code = main(words)
    except SystemExit as ended:
        code = int(str(ended.code))
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(capsys: pytest.CaptureFixture[str], command: str, language: str) -> None:
    words = [word for word in (command, "--help", "--lang", language) if word]
    code, out, _ = run(capsys, *words)
    assert code == 0
    for argument in COMMANDS[command]:
        assert argument.flag in out


def test_lists_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "list")
    assert (code, err) == (0, "")
    first, *others = [line for line in out.splitlines() if line and not line.startswith(" ")]
    assert first == "proefronde", "the shortest comes first"
    assert {"netwerk-en-bijdragen", "startbijeenkomst", "terugkomsessie"} <= set(others)
    told = out.split("\nstartbijeenkomst\n")[1].split("\n\n")[0]
    for words in ("120 minuten", "18 mensen", "Voor wie: Bewoners", "Bron: Platform31, 2018"):
        assert words in told
    assert "deel 2 van 5 van buurt-eigen" in out
    assert "Trial run" in run(capsys, "list", "--lang", "en")[1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["check"], "Achter facilitator check hoort nog: een bestand."),
        (["new", "block"], "Achter facilitator new hoort nog: hoe het bestand gaat heten"),
        (["check", "proefrond"], "Bedoelt u proefronde?"),
        (["run", "Proef ronde"], "Bedoelt u proefronde?"),
    ],
)
def test_who_forgets_or_misspells_something_is_told_what(
    capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    assert said in run(capsys, *words)[2]


def test_options_may_stand_before_the_command() -> None:
    asked = parse(["--lang", "en", "run", "proefronde", "--theme", "laptop"], Words("en"))
    assert (asked.command, asked.scenario, asked.theme, asked.lang) == ("run", "proefronde", "laptop", "en")


@pytest.mark.parametrize(
    "words",
    [
        ["loop"],
        ["run"],
        ["run", "proefronde", "--kleur"],
        ["run", "proefronde", "--theme", "roze"],
        ["report", "x", "--to", "docx"],
        ["check"],
        ["--theme"],
        ["run", "a", "b"],
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_wrong_usage_is_one_sentence(
    capsys: pytest.CaptureFixture[str], words: list[str], language: str
) -> None:
    code, out, err = run(capsys, *words, "--lang", language)
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert "facilitator --help" in err
    english = ("argument", "required", "invalid", "expected", "unrecognized")
    assert not any(word in err for word in english), err


def test_bad_input_is_one_sentence(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    broken = tmp_path / "kapot.toml"
    broken.write_text("format = 1\ntitel = 'x'\n", encoding="utf-8")
    for words in (
        ["run", "bestaat-niet"],
        ["resume"],
        ["resume", "nergens"],
        ["report", "nergens", "--to", "txt"],
        ["print", "bestaat-niet"],
        ["check", str(tmp_path / "weg.toml")],
        ["check", str(broken)],
        ["print", "proefronde", "--start", "half acht"],
        ["run", "proefronde"],  # no terminal here
        ["run", str(broken)],
    ):
        code, out, err = run(capsys, *words)
        assert code == 1, words
        assert (out + err).strip(), words
        assert "Traceback" not in out + err


def test_checks_what_it_carries(capsys: pytest.CaptureFixture[str]) -> None:
    folder = Path(__file__).parent.parent / "scenarios"
    code, out, _ = run(capsys, "check", *(str(path) for path in sorted(folder.rglob("*.toml"))))
    assert code == 0
    assert all(line.endswith(": in orde") for line in out.splitlines())


def test_prints_for_an_evening(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = tmp_path / "avond.html"
    code, said, _ = run(
        capsys, "print", "startbijeenkomst", "--out", str(out), "--people", "30", "--start", "20.00"
    )
    assert (code, str(out) in said) == (0, True)
    page = out.read_text(encoding="utf-8")
    assert "20.00" in page
    assert "Gebeurt er niets extra" in page


@pytest.mark.parametrize("people", [3, 7, 18, 24, 40, 200])
def test_paper_says_of_as_many_people_as_it_is_made_for(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, people: int
) -> None:
    out = tmp_path / "avond.html"
    assert run(capsys, "print", "proefronde", "--out", str(out), "--people", str(people))[0] == 0
    page = out.read_text(encoding="utf-8")
    said = re.search(r"Stembriefjes voor (\d+) mensen, met reserve: ([^.]+)\.", page)
    assert said
    counts = [int(count) for count in re.findall(r"\d+", said[2])]
    assert int(said[1]) == people
    assert len(counts) == 3
    assert all(count >= people / 3 + 2 for count in counts)


def test_paper_for_as_many_as_come_from_each_perspective(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = tmp_path / "avond.html"
    turnout = "Bewoners=12, beleid=4,professionals=5"
    assert run(capsys, "print", "startbijeenkomst", "--out", str(out), "--people", turnout)[0] == 0
    said = "Stembriefjes voor 21 mensen, met reserve: beleid 6, bewoners 14, professionals 8."
    assert said in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("turnout", "why"),
    [
        ("bewoners=12,burgers=3", "burgers is geen perspectief"),
        ("=12", "is geen perspectief"),
        ("bewoners=veel,beleid=1", "Bij bewoners hoort een aantal van 0 tot 200."),
        ("bewoners=,beleid=1", "Bij bewoners hoort een aantal"),
        ("bewoners=201", "Bij bewoners hoort een aantal"),
        ("bewoners=1,Bewoners=2", "Bewoners staat er twee keer."),
        ("bewoners=1", "van beleid"),
        ("bewoners=0,beleid=0,professionals=0", "Samen zijn dat 0 mensen."),
        ("bewoners=99,beleid=99,professionals=99", "Samen zijn dat 297 mensen."),
        ("bewoners", "bewoners kan hier niet."),
    ],
)
def test_who_come_is_refused_in_one_sentence_that_names_the_perspectives(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, turnout: str, why: str
) -> None:
    out = str(tmp_path / "x.html")
    code, said, err = run(capsys, "print", "startbijeenkomst", "--out", out, "--people", turnout)
    assert (code, said, len(err.splitlines())) == (1, "", 1)
    assert why in err
    assert all(name in err for name in ("beleid", "bewoners", "professionals"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("only", "there", "gone"),
    [
        ("ballots", "Zet bij elke zin een kruis", "Neem mee"),
        ("runsheet", "Neem mee", "Zet bij elke zin een kruis"),
        ("cards", "Koffie en thee staan klaar.", "Neem mee"),
        ("sheets", "De parkeerlijst", "Neem mee"),
        ("easy-ballots", "Helpt iemand u?", "Zet bij elke zin een kruis in"),
        ("reading-cards", "Voorlezen:", "Zet bij elke zin een kruis"),
    ],
)
def test_one_part_is_printed_alone_beside_the_others(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, only: str, there: str, gone: str
) -> None:
    code, said, _ = run(capsys, "print", "startbijeenkomst", "--folder", str(tmp_path), "--only", only)
    assert code == 0
    (made,) = tmp_path.rglob("*.html")
    assert str(made) in said
    assert made.name != "startbijeenkomst-print.html"
    page = made.read_text(encoding="utf-8")
    assert there in page
    assert gone not in page
    assert 'data-part="cover"' not in page


def test_what_can_be_printed_alone_is_what_the_paper_knows(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert PAPER == ONLY
    code, _, err = run(capsys, "print", "haarvaten", "--only", "ballots", "--folder", str(tmp_path))
    assert (code, len(err.splitlines())) == (1, 1)
    assert "Stembriefjes" in err
    assert list(tmp_path.rglob("*.html")) == []


@pytest.mark.parametrize("people", ["0", "-3", "201", "999999999", "9" * 5000, "²", "veel", "1.5"])
def test_for_so_many_there_is_no_paper(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, people: str
) -> None:
    code, _, err = run(capsys, "print", "proefronde", "--out", str(tmp_path / "x.html"), f"--people={people}")
    assert code == 1
    assert "1 tot 200" in err
    assert list(tmp_path.iterdir()) == []


def test_says_where_it_cannot_write(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("", encoding="utf-8")
    code, _, err = run(capsys, "print", "proefronde", "--out", str(tmp_path / "bestand" / "x.html"))
    assert code == 1
    assert len(err.splitlines()) == 1
    assert "--out" in err


@pytest.mark.parametrize("name", ["nergens", "kapot.toml", "boodschappen.toml"])
def test_an_earlier_session_that_cannot_be_read_is_told_in_one_sentence(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str
) -> None:
    (tmp_path / "kapot.toml").write_text(
        'format = 1\nid = "abcd1234"\nplace = 3\n[end]\nseq = 1\n', encoding="utf-8"
    )
    (tmp_path / "boodschappen.toml").write_text("brood\n", encoding="utf-8")
    named = tmp_path / name if name.endswith(".toml") else name
    for language in LANGUAGES:
        code, out, err = run(capsys, "run", "proefronde", "--after", str(named), "--lang", language)
        assert (code, out) == (1, "")
        assert len(err.splitlines()) == 1
        assert "terminal" not in err.casefold()


def test_help_is_in_both_languages() -> None:
    assert help_text("", Words("nl")) != help_text("", Words("en"))


def test_a_broken_scenario_is_told_whole_before_the_screen_is_taken(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    broken = tmp_path / "kapot.toml"
    broken.write_text("format = 1\ntitel = 'x'\nminutes = 'veel'\n", encoding="utf-8")
    code, out, err = run(capsys, "run", str(broken))
    assert (code, out) == (1, "")
    assert err.count(f"{broken}:") > 3
    assert "Bedoelt u title?" in err
    assert "3 | minutes = 'veel'" in err


@pytest.mark.parametrize("words", [["--lang", "EN"], ["--lang=En"]])
def test_names_of_choices_are_folded_too(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    assert "What facilitator keeps" in run(capsys, "privacy", *words)[1]
    code, out, err = run(capsys, "schema", "--to", "MD")
    assert (code, out.startswith("#"), err) == (0, True, "")


def test_a_scenario_is_found_whatever_its_capitals_accents_and_punctuation(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in (
        "Proefronde",
        "Netwerk en bijdragen",
        "NETWERK-EN-BIJDRAGEN",
        "prófronde.",
        "zeven_bouwstenen",
    ):
        code, _, err = run(capsys, "check", name)
        assert (code, err) == ((0, "") if "ó" not in name else (1, err)), name
        assert "ó" not in name or "Bedoelt u proefronde?" in err


def _needed(command: str) -> list[str]:
    """Give the words with which a command is asked for, and no more than these."""
    needed = [argument for argument in COMMANDS[command] if argument.required]
    words = [command]
    for argument in needed:
        words += [argument.flag] if argument.shown else []
        words.append(argument.choices[0] if argument.choices else "x")
    return [word for word in words if word]


def _break(*_: object) -> int:
    raise RuntimeError


@pytest.fixture
def crashes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder of crash files, which is not there yet."""
    monkeypatch.setenv("FACILITATOR_STATE", str(tmp_path))
    return tmp_path / "crashes"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_that_breaks_says_so_in_one_line_and_keeps_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, crashes: Path, command: str
) -> None:
    monkeypatch.setitem(cli._COMMANDS, command, _break)
    code, out, err = run(capsys, *_needed(command))
    [kept] = crashes.iterdir()
    assert (code, out) == (1, "")
    assert err.startswith("De app is onverwacht gestopt.")
    assert err.endswith(f"Wat er gebeurde, staat in {kept}\n")
    assert len(err.splitlines()) == 1
    assert "RuntimeError" in kept.read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_so_does_its_help(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, crashes: Path, command: str
) -> None:
    monkeypatch.setitem(COMMANDS, command, [Argument("--unheard-of")])
    code, out, err = run(capsys, *[word for word in (command, "--help") if word])
    assert (code, out, len(err.splitlines())) == (1, "", 1)
    assert len(list(crashes.iterdir())) == 1


def test_a_crash_file_that_breaks_as_well_is_no_more_than_that_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, crashes: Path
) -> None:
    """An error of which even the kind cannot be told."""
    odd = type("Odd", (Exception,), {"__module__": []})

    def breaks(*_: object) -> int:
        raise odd

    monkeypatch.setitem(cli._COMMANDS, "schema", breaks)
    code, out, err = run(capsys, "schema")
    assert (code, out, len(err.splitlines())) == (1, "", 1)
    assert "Wat er gebeurde (Odd), kon niet worden bewaard" in err
    assert list(crashes.iterdir()) == []


def test_a_crash_that_cannot_be_kept_says_why_in_our_words(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What nobody foresaw: a command that breaks, where the folder of the app is none."""
    (tmp_path / "bestand").write_text("", encoding="utf-8")
    monkeypatch.setenv("FACILITATOR_STATE", str(tmp_path / "bestand" / "staat"))
    monkeypatch.setitem(cli._COMMANDS, "list", lambda *_: 1 / 0)
    code, _, err = run(capsys, "list")
    assert code == 1
    assert "(ZeroDivisionError), kon niet worden bewaard: een deel van het pad is geen map." in err


def test_what_belongs_nowhere_is_said_in_our_words(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["forget", "x", "--yes=ja"])
    assert "Achter --yes hoort niets." in capsys.readouterr().err

"""Sessions of one neighbourhood side by side, by the command: each figure as its own meeting was shown it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import pytest

from facilitator.cli import main
from facilitator.session.disclosure import for_outside
from facilitator.session.earlier_meetings import Meeting
from facilitator.session.merged_tables import Merged, MergedTable
from facilitator.session.state import Before
from facilitator.storage.session_file import write_text
from facilitator.storage.session_list import SAME_STATEMENTS, sessions
from tests.report.made_up import DAY, a_round, agreement, first_vote
from tests.report.neighbourhood import LATER, Neighbourhood, known_in_english, led_in_english, voted

AGREED: Final = "agree001"


def made(status: str, **more: Any) -> dict[str, dict[str, Any]]:
    return {"agreements": {AGREED: agreement("De lantaarns maken", who="gemeente", status=status, **more)}}


class Compared(Neighbourhood):
    """And what the command makes of them."""

    def compare(self, *words: str) -> int:
        return main(["compare", *(words or ["vogelbuurt"]), "--folder", str(self.places.sessions)])

    def told(self, *words: str) -> str:
        out = self.folder.parent / "told.txt"
        assert self.compare(*(words or ["vogelbuurt"]), "--to", "txt", "--out", str(out)) == 0
        return out.read_text(encoding="utf-8")


def rows(told: str, title: str) -> list[list[str]]:
    """Give the rows of the table with this head, as cells that stand apart."""
    lines = told.splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith(title) and "2026" in line)
    body = lines[at + 2 :]
    end = next((n for n, line in enumerate(body) if not line.strip()), len(body))
    return [[cell.strip() for cell in line.split("  ") if cell.strip()] for line in body[:end]]


def answers(told: str, group: str) -> dict[str, list[str]]:
    """Give what a group answered to each statement, at each meeting."""
    return {name: cells for name, *cells in rows(told[told.index(f"\n{group}\n...") :], "Stelling")}


def test_every_figure_stands_under_its_own_day(tmp_path: Path) -> None:
    told = Compared(tmp_path, voted(LATER), voted()).told()
    assert told.index("zondag 22 november 2026") < told.index("dinsdag 2 maart 2027"), "the oldest first"
    assert answers(told, "beleid")["Stelling over meer."] == ["5 van 6", "5 van 6"]
    assert answers(told, "professionals")["Stelling over beter."] == ["9 van 9", "9 van 9"]
    assert rows(told, "Hoe dringend")[0] == ["beleid", "hoog (9 van 12)", "hoog (9 van 12)"]


def test_a_group_of_one_mind_stays_spared(tmp_path: Path) -> None:
    spared = first_vote()
    groups = [
        each.model_copy(
            update={"answers": {n: r for n, r in each.answers.items() if n != "meer"}, "same": ["meer"]}
        )
        if each.group == "bewoners"
        else each
        for each in spared.groups
    ]
    held = {"round001": a_round("round001", spared.model_copy(update={"groups": groups}))}
    text = Compared(tmp_path, voted(), voted(LATER, rounds=held)).told()
    assert answers(text, "bewoners")["Stelling over meer."] == ["5 van 5", "allemaal gelijk"]
    (level,) = [row for row in rows(text, "Hoe dringend") if row[0] == "bewoners"]
    assert level == ["bewoners", "hoog (9 van 9)", "–"], "its sum would give the answer away"


def test_what_was_read_in_another_language_is_one_line_in_the_language_of_the_report(tmp_path: Path) -> None:
    old, dutch = voted(DAY - timedelta(days=50)), known_in_english(voted())
    here = Compared(tmp_path, old, dutch, led_in_english(voted(LATER)))
    told = here.told()
    assert answers(told, "beleid")["Stelling over meer."] == ["5 van 6", "5 van 6", "5 van 6"]
    assert len(rows(told, "Hoe dringend")[0]) == 4, "the level is that of the same statements"
    assert "als dezelfde telt" not in told
    english = here.told("vogelbuurt", "--lang", "en")
    assert "Statement about meer." in english
    assert "Stelling over" not in english


def test_what_counts_as_the_same_holds_whichever_language_comes_next(tmp_path: Path) -> None:
    later = known_in_english(voted(LATER, text="Hier is meer nodig."))
    here = Compared(tmp_path, known_in_english(voted()), later)
    here.told("vogelbuurt", "--same", "meer", "--lang", "en")
    again = led_in_english(voted(LATER + timedelta(days=9), text="Hier is meer nodig."))
    (here.folder / "derde.toml").write_text(write_text(for_outside(again), 9), encoding="utf-8")
    assert answers(here.told(), "beleid")["Hier is meer nodig."] == ["5 van 6"] * 3


def test_a_statement_in_other_words_begins_a_line_of_its_own(tmp_path: Path) -> None:
    here = Compared(tmp_path, voted(), voted(LATER, text="Hier is meer nodig."))
    told = here.told()
    assert "Stelling over meer.  " not in told
    assert "2 stellingen zijn één keer gevraagd" in told
    assert "Elke tekst is een eigen regel" in told.replace("\n", " ")
    assert "staat niet naast elkaar" in told, "the level rests on it too"


def test_someone_can_say_that_it_counts_as_the_same_and_that_is_kept(tmp_path: Path) -> None:
    here = Compared(tmp_path, voted(), voted(LATER, text="Hier is meer nodig."))
    first = here.told("vogelbuurt", "--same", "meer")
    assert answers(first, "beleid")["Hier is meer nodig."] == ["5 van 6", "5 van 6"]
    assert "als dezelfde telt" in first
    assert here.told() == first
    assert (here.folder / SAME_STATEMENTS).exists()
    assert len(sessions(here.places)) == 2, "it is no session"


def test_agreements_say_how_they_stood_each_time(tmp_path: Path) -> None:
    meeting = Meeting(day=DAY, title="Startbijeenkomst", made=[AGREED])
    before = Before(session="before01", title="Startbijeenkomst", day=DAY, meetings=[meeting])
    told = Compared(
        tmp_path,
        voted(registers=made("open")),
        voted(LATER, registers=made("postponed", postponed=2), before=before),
    ).told()
    assert "Uitgesteld: 1" in told
    assert "22 nov 2026" in told
    squeezed = " ".join(told.split())
    assert "22 nov 2026 open; 2 mrt uitgesteld." in squeezed
    assert "2 keer verzet." in squeezed


def test_who_was_missing_is_seen(tmp_path: Path) -> None:
    told = Compared(tmp_path, voted(), voted(LATER, people={"beleid": 4})).told()
    table = {name: rest for name, *rest in rows(told, "Perspectief")}
    assert table == {"beleid": ["6", "4"], "bewoners": ["5", "niemand"], "professionals": ["9", "niemand"]}


def test_more_sessions_than_a_page_has_room_for_are_told_in_a_next_table(tmp_path: Path) -> None:
    told = Compared(tmp_path, *(voted(DAY + timedelta(days=n)) for n in range(7))).told()
    heads = [line for line in told.splitlines() if line.startswith("Perspectief")]
    assert [line.count("nov") for line in heads] == [5, 2]


@pytest.mark.parametrize("form", ["html", "odt", "pdf", "txt", "md"])
def test_it_stands_in_the_folder_of_the_newest_and_is_the_same_each_time(form: str, tmp_path: Path) -> None:
    pytest.importorskip("typst") if form == "pdf" else None
    here = Compared(tmp_path, voted(), voted(LATER))
    assert here.compare("vogelbuurt", "--to", form) == 0
    made = here.folder / f"{LATER}-avond-2" / f"{LATER}-avond-2-vergelijking.{form}"
    first = made.read_bytes()
    assert first
    assert here.compare("vogelbuurt", "--to", form) == 0
    assert made.read_bytes() == first


def test_tables_are_not_laid_beside_the_evening_that_they_became(tmp_path: Path) -> None:
    table = voted()
    made_of = MergedTable(day=DAY, title="Startbijeenkomst", session=table.about.id, file="tafel-1.toml")
    evening = voted(about={"id": "evening1"}, merged=Merged(tables=[made_of]))
    told = Compared(tmp_path, table, evening, voted(LATER)).told()
    assert told.startswith("Vogelbuurt: wat er veranderde")
    assert "2 bijeenkomsten" in told


# -- what is refused


@pytest.mark.parametrize(
    ("lang", "one", "places"),
    [
        ("nl", "Bij vogelbuurt hoort er maar één", "niet van één plek"),
        ("en", "Only one belongs", "not of one place"),
    ],
)
def test_one_session_or_two_places_are_refused(
    lang: str, one: str, places: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    here = Compared(tmp_path, voted())
    assert here.compare("vogelbuurt", "--lang", lang) == 1
    assert one in capsys.readouterr().err
    elsewhere = voted(LATER, about={"place": "Molenhoek"})
    (here.folder / "elders.toml").write_text(write_text(for_outside(elsewhere), 9), encoding="utf-8")
    assert here.compare("vogelbuurt", "molenhoek", "--lang", lang) == 1
    assert places in capsys.readouterr().err


def test_two_files_of_one_session_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    here = Compared(tmp_path, voted(), voted())
    assert here.compare() == 1
    assert "Van één sessie zijn er twee bestanden" in capsys.readouterr().err


def test_a_statement_that_kept_its_words_cannot_be_chosen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    here = Compared(tmp_path, voted(), voted(LATER, text="Hier is meer nodig."))
    assert here.compare("vogelbuurt", "--same", "beter") == 1
    assert "kies uit: meer" in capsys.readouterr().err
    assert not (here.folder / SAME_STATEMENTS).exists()


@pytest.mark.parametrize(
    ("spoiled", "told"),
    [
        (b"same = 3", "Herstel dat bestand"),
        (b"[same]\nmeer = [1]", "Herstel dat bestand"),
        (b"[same", "haken kloppen niet"),
        (b"\xff\xfe", "UTF-8"),
    ],
)
def test_a_file_of_choices_that_cannot_be_read_is_said(
    spoiled: bytes, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    here = Compared(tmp_path, voted(), voted(LATER))
    (here.folder / SAME_STATEMENTS).write_bytes(spoiled)
    assert here.compare() == 1
    said = capsys.readouterr().err
    assert told in said
    assert SAME_STATEMENTS in said


def test_wrong_usage_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["compare"])
    assert ended.value.code == 2
    assert "compare" in capsys.readouterr().err


def test_with_the_last_session_of_a_place_what_was_chosen_for_it_goes_too(tmp_path: Path) -> None:
    here = Compared(tmp_path, voted(), voted(LATER, text="Hier is meer nodig."))
    here.told("vogelbuurt", "--same", "meer")
    folder = ("--folder", str(here.places.sessions), "--yes")
    assert main(["forget", f"{DAY}-avond-1", *folder]) == 0
    assert (here.folder / SAME_STATEMENTS).exists(), "another session is still there"
    assert main(["forget", f"{LATER}-avond-2", *folder]) == 0
    assert not here.folder.exists()

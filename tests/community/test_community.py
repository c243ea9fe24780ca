"""A community of cities in one report, by the command: what returns, and nothing of one or two sessions."""

from __future__ import annotations

import os
import sqlite3
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from facilitator.cli import main
from facilitator.community import session_folder
from facilitator.session.disclosure import for_outside
from facilitator.session.merged_tables import Merged, MergedTable
from facilitator.session.registers import Actor
from facilitator.session.state import Before, State
from facilitator.storage.session_file import write_text
from tests.report.made_up import DAY, agreement
from tests.report.neighbourhood import known_in_english, led_in_english, voted

CLOSED = {"session/closing": {"finished": True}}


def held(number: int, days: int = 0, **more: Any) -> State:
    """Give a session that was closed, another one for each number."""
    return voted(
        DAY + timedelta(days=days),
        **{
            "about": {"id": f"id{number:06}"},
            "registers": {
                "agreements": {f"agree{number:03}": agreement("De lantaarns maken", status="done")}
            },
            "results": CLOSED,
            **more,
        },
    )


class Community:
    """A folder with a folder for each city."""

    def __init__(self, where: Path, **cities: list[State]) -> None:
        self.where = where
        for city, states in cities.items():
            for number, state in enumerate(states):
                self.put(state, city, f"{state.about.day}-{number}")

    def put(self, state: State, city: str, name: str, seq: int = 9) -> Path:
        file = self.where / city / f"{name}.toml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(write_text(for_outside(state), seq), encoding="utf-8")
        return file

    def told(self, *words: str) -> str:
        out = self.where.parent / "told.txt"
        assert main(["community", str(self.where), "--to", "txt", "--out", str(out), *words]) == 0
        return " ".join(out.read_text(encoding="utf-8").split())


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACILITATOR_STATE", str(tmp_path / "cache"))


@pytest.fixture
def three_cities(tmp_path: Path) -> Community:
    return Community(
        tmp_path / "all",
        Zwolle=[held(n) for n in range(3)],
        Almere=[held(n, 400) for n in range(3, 6)],
        Breda=[held(9)],
    )


def test_sums_are_over_all_sessions_and_cities_stand_by_name(three_cities: Community) -> None:
    told = three_cities.told()
    assert "Dit komt uit 7 bijeenkomsten. In 3 steden: Almere 3, Breda 1, Zwolle 3." in told
    assert "Stelling over meer. 35 van 42 (7) 35 van 35 (7) 14 van 49 (7)" in told, (
        "seven times 5 of 6, 5, 2 of 7"
    )
    assert told.index("Stelling over beter.") < told.index("Stelling over meer."), (
        "0 of 4 and 9 of 9 differ most"
    )
    assert "Klaar: 7, in 7 bijeenkomsten" in told


def test_who_read_english_is_added_to_who_read_dutch(tmp_path: Path) -> None:
    states = [*(held(n) for n in range(2)), known_in_english(held(2)), led_in_english(held(3))]
    community = Community(tmp_path / "all", Breda=states)
    assert "Stelling over meer. 20 van 24 (4)" in community.told()
    english = community.told("--lang", "en")
    assert "Statement about meer. 20 of 24 (4)" in english
    assert "Stelling over" not in english


def test_a_city_beside_all_gives_the_only_session_of_another_not_away(three_cities: Community) -> None:
    """All less Almere less Zwolle is Breda: so one of the two is not told."""
    shown = [
        "Stelling over meer. 35 van 42 (7) 15 van 18 (3)" in three_cities.told("--city", city)
        for city in ("Almere", "Zwolle")
    ]
    assert sorted(shown) == [False, True]
    assert "Van Breda is het te weinig om te tonen" in three_cities.told("--city", "Breda")


def test_under_three_sessions_there_is_no_figure_and_no_sentence(tmp_path: Path) -> None:
    told = Community(tmp_path / "all", Breda=[held(1), held(2)]).told()
    assert "Dit komt uit 2 bijeenkomsten. Dit is te weinig om iets van te tellen" in told
    assert "Stelling over" not in told
    assert "Klaar" not in told


def test_an_agreement_that_came_over_is_counted_once(tmp_path: Path) -> None:
    first = Before(session="id000001", title="Eerste", day=DAY)
    states = [
        held(n, n * 30, registers={"agreements": {"agree001": agreement("X", status=status)}}, before=before)
        for n, status, before in ((1, "open", None), (2, "busy", first), (3, "done", first))
    ]
    told = Community(tmp_path / "all", Breda=[*states, *(held(n) for n in range(10, 13))]).told()
    assert "Klaar: 4, in 4 bijeenkomsten" in told
    assert "Open" not in told


def test_years_stand_beside_each_other(three_cities: Community) -> None:
    told = three_cities.told()
    assert "PER JAAR" in told
    assert "beleid 2026 2027" in told


def test_what_cannot_be_counted_is_named_with_its_reason(three_cities: Community) -> None:
    where = three_cities.where / "Breda"
    (where / "kapot.toml").write_text("made_with = ", encoding="utf-8")
    (where / "leeg.toml").write_text("", encoding="utf-8")
    (where / "scenario.toml").write_text('title = "Iets"\n', encoding="utf-8")
    three_cities.put(held(0), "Zwolle", "ouder", seq=3)
    three_cities.put(held(50, results={}), "Zwolle", "open")
    told = three_cities.told()
    assert "35 van 42 (7)" in told, "none of them stops the others"
    for name, why in {
        "kapot.toml": "niet te lezen",
        "leeg.toml": "dit is geen sessie",
        "scenario.toml": "dit is geen sessie",
        "ouder.toml": "even nieuw of nieuwer",
        "open.toml": "nog niet afgesloten",
    }.items():
        assert f"{name}: " in told.replace("- ", "-")
        assert why in told


def test_of_two_versions_the_newer_counts_wherever_it_lies(tmp_path: Path) -> None:
    community = Community(tmp_path / "all", Almere=[held(n) for n in range(3)])
    community.put(
        held(0, registers={"agreements": {"agree000": agreement("X", status="open")}}), "A", "nieuw", seq=20
    )
    told = community.told()
    assert "0.toml" in told.split("WAT NIET IS MEEGETELD")[1]
    assert "In 2 steden: A 1, Almere 2." in told


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_word_is_there_in_both_languages(three_cities: Community, lang: str) -> None:
    told = three_cities.told("--lang", lang)
    assert ("Wat er terugkomt" if lang == "nl" else "What returns") in told


def test_what_one_would_talk_about_first_stands_on_top(tmp_path: Path) -> None:
    """Six sessions: where perspectives differ most, and of which parts and people something was missing."""
    evenings = [
        held(
            n,
            people={"beleid": 5, "professionals": 4},
            rounds={},
            registers={
                "agreements": {f"agree{n:03}": agreement("X", status="done" if n % 2 else "open")},
                "actors": {f"actor{n:03}": Actor(name="De gemeente", side="formal")},
            },
        )
        for n in range(6)
    ]
    votes = [held(n + 10) for n in range(3)]
    lead = Community(tmp_path / "all", Breda=evenings, Almere=votes).told().split("WIE ER NIET WAREN")[0]
    assert "verschillen perspectieven het meest: “Stelling over beter.”" in lead
    assert "Van 9 afspraken zijn er 6 klaar." in lead
    assert "Op 6 van 6 kaarten van het netwerk staan alleen formele partijen." in lead
    assert "Uit het perspectief bewoners was er niemand in 6 bijeenkomsten." in lead


# -- copies to share


def sent(community: Community, where: Path) -> Community:
    """Give a folder with of each session the copy that its city would send."""
    for path in sorted(community.where.rglob("*.toml")):
        out = where / path.relative_to(community.where)
        out.parent.mkdir(parents=True, exist_ok=True)
        assert main(["report", str(path), "--to", "toml", "--out", str(out)]) == 0
    return Community(where)


def test_copies_to_share_count_as_their_sessions_do(tmp_path: Path, three_cities: Community) -> None:
    copies = sent(three_cities, tmp_path / "gestuurd")
    assert copies.told() == three_cities.told()
    assert "35 van 42 (7)" in copies.told()


def test_a_copy_beside_its_session_is_passed_over_without_a_word(three_cities: Community) -> None:
    before = three_cities.told()
    session = next((three_cities.where / "Breda").iterdir())
    copy = three_cities.where / "Zwolle" / "kopie.toml"
    assert main(["report", str(session), "--to", "toml", "--out", str(copy)]) == 0
    assert three_cities.told() == before


def test_a_copy_that_cannot_be_counted_says_why(tmp_path: Path, three_cities: Community) -> None:
    copies = sent(three_cities, tmp_path / "gestuurd")
    older, damaged, *_ = sorted(copies.where.rglob("*.toml"))
    text = older.read_text(encoding="utf-8")
    older.write_text(text.replace("[counted]\nversion = ", "[counted]\nversion = 9"), encoding="utf-8")
    text = damaged.read_text(encoding="utf-8")
    damaged.write_text(text.replace("[counted]\n", "[counted]\nplace = 3\n"), encoding="utf-8")
    opened = three_cities.put(held(50, results={}), "Zwolle", "open")
    out = copies.where / "open.toml"
    assert main(["report", str(opened), "--to", "toml", "--out", str(out)]) == 0
    told = copies.told()
    assert f"{older.name}: deze kopie is van een andere versie van de app" in told
    assert f"{damaged.name}: deze kopie is beschadigd" in told
    assert (
        "open.toml: deze kopie is van een andere versie van de app, of van een sessie die nog open was"
        in told
    )
    assert "Zwolle 3." in told


# -- many files


def many(tmp_path: Path) -> Community:
    return Community(tmp_path / "all", Almere=[held(n, n % 300) for n in range(session_folder.DIRECTLY + 5)])


def test_of_many_files_only_what_changed_is_read_again(tmp_path: Path) -> None:
    """A file with the time and size that it had is not opened: what is spoiled in it is not seen."""
    community = many(tmp_path)
    first = community.told()
    spoiled, changed = sorted((community.where / "Almere").iterdir())[:2]
    seen = spoiled.stat()
    spoiled.write_bytes(b"#" * seen.st_size)
    os.utime(spoiled, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    assert community.told() == first
    changed.write_text("made_with = ", encoding="utf-8")
    assert f"{changed.name}: niet te lezen" in community.told()


def test_a_cache_that_is_damaged_is_made_anew(tmp_path: Path) -> None:
    community = many(tmp_path)
    first = community.told()
    (cache,) = (tmp_path / "cache").rglob("community.sqlite")
    cache.write_bytes(b"no database")
    assert community.told() == first


def test_a_python_without_a_database_reads_everything_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "sqlite3", None)
    community = many(tmp_path)
    assert community.told() == community.told()
    assert not [*(tmp_path / "cache").rglob("community.sqlite")]


def test_what_was_read_is_kept_when_it_is_broken_off(tmp_path: Path) -> None:
    from facilitator.kinds import kinds

    community, index = many(tmp_path), tmp_path / "index.sqlite"

    def stop(read: int, _of: int) -> None:
        if read == 100:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        session_folder.read_folder(community.where, kinds(), index, stop)
    kept = sqlite3.connect(index)
    assert kept.execute("SELECT count(*) FROM counted").fetchone() == (99,)
    kept.close()


# -- what is refused


def test_a_folder_without_sessions_and_a_city_that_is_not_there(
    tmp_path: Path, three_cities: Community, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "leeg"
    empty.mkdir()
    assert main(["community", str(empty)]) == 1
    assert "geen sessie om te tellen" in capsys.readouterr().err
    assert main(["community", str(tmp_path / "nergens")]) == 1
    assert capsys.readouterr().err
    assert main(["community", str(three_cities.where), "--city", "Utrecht"]) == 1
    assert "Kies uit: Almere, Breda, Zwolle" in capsys.readouterr().err


def test_without_a_folder_it_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["community"])
    assert ended.value.code == 2
    assert "community" in capsys.readouterr().err


def test_forgetting_a_session_takes_what_was_counted_along(tmp_path: Path) -> None:
    community = many(tmp_path)
    community.told()
    folder = ("--folder", str(community.where), "--yes")
    assert main(["forget", "2026-11-22-0", *folder]) == 0
    assert not [*(tmp_path / "cache").rglob("community.sqlite")]


def test_tables_of_an_evening_do_not_count_beside_it(tmp_path: Path) -> None:
    tables = [
        MergedTable(day=DAY, title="Startbijeenkomst", session=f"id{n:06}", file=f"tafel-{n}.toml")
        for n in (1, 2)
    ]
    evening = held(9, merged=Merged(tables=tables))
    told = Community(tmp_path / "all", Breda=[held(1), held(2), evening, held(5), held(6)]).told()
    assert "Wat er terugkomt in Breda" in told
    assert "Dit komt uit 3 bijeenkomsten." in told
    assert "15 van 18 (3)" in told, "the evening and the two that were no table"
    assert told.count("dit is een tafel") == 2

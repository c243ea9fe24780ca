"""The counts as Parquet, and the queries: the same totals from Python, DuckDB and PostgreSQL."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import duckdb
import pytest

from facilitator.cli import main
from facilitator.community import count_tables
from facilitator.community.collection import Categories, Collection, Sayings
from facilitator.community.count_tables import QUERIES, TABLES, query
from facilitator.community.session_folder import read_folder
from facilitator.kinds import kinds
from facilitator.session.registers import Actor, Contribution
from facilitator.session.rounds import Finding
from facilitator.session.state import Before, State
from tests.community.test_community import CLOSED, Community, held
from tests.report.made_up import DAY, agreement
from tests.report.test_evening_answer import answering

Row = tuple[str, ...]
SOMEBODY: Final = 65534
"""Who runs the database when root runs the tests: it refuses root."""


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACILITATOR_STATE", str(tmp_path / "cache"))


@pytest.fixture
def community(tmp_path: Path) -> Community:
    """Give cities with what queries stumble over: quotes, lines that return, agreements that come over."""
    first = Before(session="id000003", title="Eerste", day=DAY)
    again = {"registers": {"agreements": {"agree003": agreement("De lantaarns maken", status="busy")}}}
    return Community(
        tmp_path / "alle steden, 'samen'",
        Zwolle=[held(n) for n in range(3)],
        Almere=[held(n, 400) for n in range(3, 6)],
        Breda=[held(9)],
        Den_Haag=[held(10 + n, 500 + n, before=first, **again) for n in range(3)],
        Gouda=[whole(20 + n) for n in range(4)],
    )


def whole(number: int) -> State:
    """Give an evening with a pattern, a scan, actors, and words that a CSV could break on."""
    state = answering()
    asked = Contribution(what="Een \"zaal\", groot; met 'licht'", direction="asks", actor=f"actor{number:03}")
    found = Finding(code="mixed", wall="Verdeeld.", notes="Begin klein.")
    return state.replace(
        about=state.about.model_copy(update={"id": f"whole{number:03}"}),
        people={"beleid": 8},
        results={
            **state.results,
            **CLOSED,
            "alles/terug": {"learnt": [{"id": "learnt01", "text": "Eerst; dan, zei zij"}]},
        },
        rounds={
            name: vote.model_copy(
                update={"expected": {"beleid": 8}, "findings": [found] if name == "round001" else []}
            )
            for name, vote in state.rounds.items()
        },
        registers={
            "agreements": {f"agree{number:03}": agreement("Bellen", status="open")},
            "actors": {f"actor{number:03}": Actor(name="Bewonersgroep", side="informal")},
            "contributions": {"asked001": asked},
        },
    )


@pytest.fixture
def tables(community: Community, tmp_path: Path) -> Path:
    where = tmp_path / "getallen van 'nu'"
    community.told("--parquet", str(where))
    return where


def python_rows(community: Community) -> dict[str, list[Row]]:
    """Give what the report is made of, in the shape of what each query gives."""
    found = read_folder(community.where, kinds(), community.where / "no-index", lambda _read, _of: None)
    collection = found.collection
    return {
        "answers": _answers(collection),
        "patterns": _sessions(collection.patterns),
        "absent": _sessions(collection.absent),
        "networks": _sessions(collection.maps),
        "blocks": [(title, *row) for title, grades in collection.blocks.items() for row in _sessions(grades)],
        "agreements": _categories(collection.agreements.categories),
        "actors": _categories(collection.actors.categories),
        "sayings": [*_sayings("lesson", collection.lessons), *_sayings("asked", collection.asked)],
    }


def _answers(collection: Collection) -> list[Row]:
    return [
        (*map(str, statement), group, whole, *map(str, found))
        for statement, groups in collection.told().items()
        for group, sums in groups.items()
        for whole, found in sums.items()
    ]


def _categories(categories: Categories) -> list[Row]:
    return [(tally.name, str(tally.n), str(tally.sessions)) for tally in categories.tallies().told]


def _sessions(categories: Categories) -> list[Row]:
    return [(tally.name, str(tally.sessions)) for tally in categories.tallies().told]


def _sayings(sort: str, sayings: Sayings) -> list[Row]:
    return [(sort, line, str(sayings.lines[line])) for line in sayings.told]


def duckdb_rows(where: Path, name: str) -> list[Row]:
    with duckdb.connect() as base:
        base.execute(f"SET file_search_path = '{str(where).replace(chr(39), chr(39) * 2)}'")
        base.execute(query("views"))
        return [tuple(map(str, row)) for row in base.execute(query(name)).fetchall()]


def test_duckdb_gives_the_totals_of_the_report(community: Community, tables: Path) -> None:
    expected = python_rows(community)
    for name in QUERIES:
        assert sorted(duckdb_rows(tables, name)) == sorted(expected[name]), name
    assert all(expected.values()), "there is something to compare"


def test_a_table_that_may_not_be_told_is_not_in_what_queries_give(tmp_path: Path) -> None:
    """Two sessions: they are in the tables, and in no answer."""
    two = Community(tmp_path / "twee", Breda=[held(1), held(2)])
    where = tmp_path / "getallen"
    two.told("--parquet", str(where))
    assert len(duckdb.read_parquet(str(where / "answer.parquet"))) > 0
    assert not [row for name in QUERIES for row in duckdb_rows(where, name)]


def test_the_tables_say_their_version_and_have_the_columns_that_are_written_down(tables: Path) -> None:
    with duckdb.connect() as base:
        base.execute(query("schema"))
        for table, columns in TABLES.items():
            described = base.execute(f"DESCRIBE {table}").fetchall()
            assert {row[0]: row[1] for row in described} == columns
            made = base.read_parquet(str(tables / f"{table}.parquet"))
            assert dict(zip(made.columns, map(str, made.types), strict=True)) == columns
            path = str(tables / f"{table}.parquet").replace("'", "''")
            (pair,) = base.execute(
                f"SELECT key, value FROM parquet_kv_metadata('{path}') WHERE key = 'facilitator_counts'"
            ).fetchall()
            assert bytes(pair[1]) == str(count_tables.VERSION).encode()


def test_the_queries_stand_beside_the_tables_and_nothing_else(tables: Path) -> None:
    expected = {f"{table}.parquet" for table in TABLES}
    expected |= {f"{name}.sql" for name in (*count_tables.HELPS, *QUERIES)}
    assert {path.name for path in tables.iterdir()} == expected


def test_a_second_time_replaces_the_first(community: Community, tables: Path) -> None:
    community.put(held(20), "Breda", "nog-een")
    community.told("--parquet", str(tables))
    assert len(duckdb.read_parquet(str(tables / "session.parquet"))) == 15


def test_without_duckdb_it_says_what_to_type(
    community: Community, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(count_tables, "find_spec", lambda _name: None)
    assert main(["community", str(community.where), "--parquet", "x"]) == 1
    assert 'pip install "facilitator[data]"' in capsys.readouterr().err


def test_a_place_where_nothing_can_be_written_is_said(
    community: Community, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "bestand"
    file.write_text("x", encoding="utf-8")
    assert main(["community", str(community.where), "--parquet", str(file)]) == 1
    assert "kan niets worden geschreven" in capsys.readouterr().err


# -- PostgreSQL


def _programs() -> str | None:
    """Give where PostgreSQL's programs are looked for; None where the server's are not there."""
    debian = map(str, sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True))
    found = os.pathsep.join((*debian, os.environ["PATH"]))
    return found if shutil.which("initdb", path=found) else None


class Database:
    """A PostgreSQL that runs on a socket in a folder."""

    def __init__(self, where: Path, programs: str) -> None:
        self.where, self.programs = where, programs
        self.user = SOMEBODY if os.geteuid() == 0 else None

    def run(self, program: str, *words: str) -> str:
        """Give what a program of the server says."""
        return self._run(program, *words, user=self.user)

    def ask(self, *words: str) -> str:
        return self._run("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", "postgres", *words)

    def _run(self, program: str, *words: str, user: int | None = None) -> str:
        ran = subprocess.run(
            [shutil.which(program, path=self.programs) or program, *words],
            check=False,
            cwd=self.where,
            user=user,
            capture_output=True,
            text=True,
            env={**os.environ, "HOME": str(self.where), "PGHOST": str(self.where), "PGUSER": "tester"},
        )
        assert ran.returncode == 0, ran.stderr
        return ran.stdout


@pytest.fixture
def database() -> Iterator[Database]:
    programs = _programs()
    if programs is None:
        pytest.skip("PostgreSQL is not on this machine (Debian: apt install postgresql)")
    # A socket's path has at most some hundred characters.
    where = Path(subprocess.run(["mktemp", "-d"], check=True, capture_output=True, text=True).stdout.strip())
    if os.geteuid() == 0:
        os.chown(where, SOMEBODY, SOMEBODY)
    database = Database(where, programs)
    try:
        database.run("initdb", "-D", "data", "-U", "tester", "--auth=trust", "--no-sync", "-E", "UTF8")
        options = f"-c listen_addresses= -c fsync=off -k {where}"
        database.run("pg_ctl", "-D", "data", "-w", "-l", "log", "-o", options, "start")
        try:
            yield database
        finally:
            database.run("pg_ctl", "-D", "data", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(where)


def test_postgresql_gives_the_totals_of_the_report(
    community: Community, tables: Path, database: Database
) -> None:
    """As the page for stewards says: to CSV with DuckDB, then the schema, then the rows."""
    command = "import duckdb; duckdb.sql(open('to_csv.sql').read())"
    subprocess.run([sys.executable, "-c", command], cwd=tables, check=True)
    for file in (*tables.glob("*.csv"), *tables.glob("*.sql")):
        shutil.copy(file, database.where)  # whose user may not see the folders of this one
    for name in ("schema", "load"):
        database.ask("-f", f"{name}.sql")
    expected = python_rows(community)
    for name in QUERIES:
        told = database.ask("--csv", "-t", "-f", f"{name}.sql")
        assert sorted(map(tuple, csv.reader(io.StringIO(told)))) == sorted(expected[name]), name

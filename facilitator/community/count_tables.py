"""The counts of a community as tables in Parquet files, for databases; made with DuckDB, an optional extra.

``queries/schema.sql`` says what each column holds. Beside the tables stand the queries of the report, which
run unchanged on DuckDB and on PostgreSQL: they give the same totals as ``collection``.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from datetime import date
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, Final

from facilitator import __version__
from facilitator.community.collection import Categories, Collection, CountedSession
from facilitator.community.session_counts import sides_of
from facilitator.problems import Problem, Refused
from facilitator.reasons import why
from facilitator.storage.files import Files, write_whole

VERSION: Final = 1
"""Of these tables; raised when a column changes. It stands in ``export`` and in each Parquet file."""

WHOLE: Final = "-"
"""Stands for a part where there are none: an empty text comes out of a CSV as NULL."""

Rows = Iterable[tuple[object, ...]]

_STATEMENT: Final = {
    "statement": "VARCHAR",
    "wording": "VARCHAR",
    "points": "INTEGER",
    "perspective": "VARCHAR",
}
TABLES: Final[Mapping[str, Mapping[str, str]]] = {
    "export": {"version": "INTEGER", "made_with": "VARCHAR", "made_on": "DATE"},
    "session": {"session": "VARCHAR", "city": "VARCHAR", "day": "DATE"},
    "answer": {"session": "VARCHAR", **_STATEMENT, "agree": "INTEGER", "answers": "INTEGER"},
    "absent": {"session": "VARCHAR", "perspective": "VARCHAR"},
    "network": {"session": "VARCHAR", "sides": "VARCHAR"},
    "pattern": {"session": "VARCHAR", "pattern": "VARCHAR"},
    "block": {"session": "VARCHAR", "block": "VARCHAR", "grade": "VARCHAR"},
    "agreement": {"session": "VARCHAR", "agreement": "VARCHAR", "status": "VARCHAR"},
    "actor": {"session": "VARCHAR", "actor": "VARCHAR", "side": "VARCHAR"},
    "saying": {"session": "VARCHAR", "sort": "VARCHAR", "line": "VARCHAR"},
    "told_sum": {**_STATEMENT, "whole": "VARCHAR"},
    "told_category": {"sort": "VARCHAR", "part": "VARCHAR", "category": "VARCHAR"},
    "told_saying": {"sort": "VARCHAR"},
}
"""The columns of each table, and their types in SQL."""

QUERIES: Final = ("answers", "patterns", "absent", "blocks", "agreements", "actors", "networks", "sayings")
"""What the report tells, each in a file of this name."""
FOR_EACH: Final[Mapping[str, tuple[str, str]]] = {
    "views": (
        "-- For DuckDB, in the folder with the Parquet files: the queries can be asked then.",
        "CREATE VIEW {table} AS SELECT * FROM '{table}.parquet';",
    ),
    "to_csv": (
        "-- For DuckDB, in the folder with the Parquet files: the tables as CSV, which PostgreSQL loads.",
        "COPY (SELECT * FROM '{table}.parquet') TO '{table}.csv' (HEADER, FORCE_QUOTE *);",
    ),
    "load": (
        "-- For psql, after schema.sql and in the folder with the CSV files: fills the tables.",
        "\\copy {table} FROM '{table}.csv' WITH (FORMAT csv, HEADER)",
    ),
}
"""The SQL that makes the tables ready for them: what it is for, and its line for each table."""
HELPS: Final = ("schema", *FOR_EACH)


def query(name: str) -> str:
    """Give the SQL of this name."""
    if name in FOR_EACH:
        what_for, line = FOR_EACH[name]
        return "\n".join([what_for, *(line.format(table=table) for table in TABLES), ""])
    return (resources.files(__package__) / "queries" / f"{name}.sql").read_text(encoding="utf-8")


class CountTables:
    """Tables that are filled session by session, in a folder beside the place where they come.

    Raises Refused when DuckDB is not there, and when the folder cannot be made.
    """

    def __init__(self, where: Path) -> None:
        if find_spec("duckdb") is None:
            raise Refused(Problem("community.no_duckdb"))
        self.where = where
        self._open = ExitStack()
        try:
            where.mkdir(parents=True, exist_ok=True)
            self._beside = Path(self._open.enter_context(TemporaryDirectory(dir=where, prefix=".counts-")))
            self._files = {table: self._file(table) for table in TABLES}
        except OSError as error:
            self._open.close()
            raise _not_written(where, error) from error
        self._writers = {table: csv.writer(file) for table, file in self._files.items()}

    def __enter__(self) -> CountTables:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for file in self._files.values():
            file.close()
        self._open.close()

    def _file(self, table: str) -> Any:
        path = self._beside / f"{table}.csv"
        return self._open.enter_context(path.open("w", encoding="utf-8", newline=""))

    def add(self, counted: CountedSession) -> None:
        """Add what is counted of a session. Raises Refused."""
        self._fill(_of_session(counted))

    def write(self, collection: Collection, today: date) -> None:
        """Write every table, with which sums of them may be told; those of an earlier time are replaced.

        Raises Refused when a file cannot be written.
        """
        self._fill({"export": [(VERSION, __version__, today)], **_told(collection)})
        try:
            for file in self._files.values():
                file.close()
            self._to_parquet()
            for name in (*HELPS, *QUERIES):
                write_whole(Files(), self.where / f"{name}.sql", query(name).encode())
        except OSError as error:
            raise _not_written(self.where, error) from error

    def _fill(self, tables: Mapping[str, Rows]) -> None:
        try:
            for table, rows in tables.items():
                self._writers[table].writerows(rows)
        except OSError as error:
            raise _not_written(self.where, error) from error

    def _to_parquet(self) -> None:
        import duckdb

        with duckdb.connect() as base:
            # Rows pass through: no bar over what we say ourselves, and no memory for each core.
            base.execute("SET enable_progress_bar = false; SET threads = 1")
            for table, columns in TABLES.items():
                source, made = self._beside / f"{table}.csv", self._beside / f"{table}.parquet"
                types = ", ".join(f"'{name}': '{sort}'" for name, sort in columns.items())
                base.execute(
                    f"COPY (SELECT * FROM read_csv('{_quoted(source)}', columns = {{{types}}}, "  # noqa: S608  our own names
                    "auto_detect = false, header = false, delim = ',', quote = '\"', escape = '\"')) "
                    f"TO '{_quoted(made)}' "
                    f"(FORMAT parquet, COMPRESSION zstd, KV_METADATA {{facilitator_counts: '{VERSION}'}})"
                )
                made.replace(self.where / made.name)


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")


def _not_written(where: Path, error: OSError) -> Refused:
    return Refused(Problem("community.not_written", {"path": str(where), "why": why(error)}))


def _of_session(counted: CountedSession) -> dict[str, Rows]:
    city, counts = counted
    of = counts.session
    return {
        "session": [(of, city, counts.day)],
        "answer": (
            (of, vote.statement, vote.text, vote.points, vote.group, vote.agree, vote.of)
            for vote in counts.votes
        ),
        "absent": ((of, perspective) for perspective in dict.fromkeys(counts.absent)),
        "network": [(of, sides)] if (sides := sides_of(counts)) else [],
        "pattern": ((of, pattern) for pattern in dict.fromkeys(counts.patterns)),
        "block": ((of, block.title, block.grade) for block in counts.blocks),
        "agreement": ((of, name, status) for name, status in counts.agreements.items()),
        "actor": ((of, name, side) for name, side in counts.actors.items()),
        "saying": (
            (of, sort, line)
            for sort, lines in (("lesson", counts.lessons), ("asked", counts.asked))
            for line in dict.fromkeys(lines)
        ),
    }


def _told(collection: Collection) -> dict[str, Rows]:
    """Give which sums, categories and words may be told of these sessions together."""
    parts: list[tuple[str, str, Categories]] = [
        ("pattern", WHOLE, collection.patterns),
        ("absent", WHOLE, collection.absent),
        ("network", WHOLE, collection.maps),
        ("agreement", WHOLE, collection.agreements.categories),
        ("actor", WHOLE, collection.actors.categories),
        *(("block", title, grades) for title, grades in collection.blocks.items()),
    ]
    sayings = {"lesson": collection.lessons, "asked": collection.asked}
    return {
        "told_sum": _told_sums(collection),
        "told_category": (
            (sort, part, tally.name) for sort, part, found in parts for tally in found.tallies().told
        ),
        "told_saying": ((sort,) for sort, said in sayings.items() if said.told),
    }


def _told_sums(collection: Collection) -> Iterator[tuple[object, ...]]:
    for statement, groups in collection.told().items():
        for group, sums in groups.items():
            yield from ((*statement, group, whole) for whole in sums)

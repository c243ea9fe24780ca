"""What stands around figures in a scenario stays, wherever remarks are and whoever writes meanwhile."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.figures.into_scenario import put_in_scenario
from facilitator.figures.into_session import Done
from facilitator.kinds import kinds
from facilitator.problems import Refused
from facilitator.scenario.given_fact import GivenFact
from facilitator.scenario.library import built_in
from facilitator.words import Words

LINES = (built_in() / "startbijeenkomst.toml").read_text(encoding="utf-8").splitlines()
REMARKS = st.lists(
    st.tuples(st.integers(0, len(LINES)), st.sampled_from(["", "  ", "# een woord", "#[[use]]", '# "hek"'])),
    max_size=12,
)


def made(count: int, year: str, t: Words) -> Sequence[GivenFact]:
    """Give as many figures as there are names for."""
    names = ("people", "households", "alone", "older", "young", "rented", "housing", "benefits")
    source = t("figures.source")
    return [
        GivenFact(what=t(f"figures.what.{name}"), value='"1" \\ é', source=source, year=year)
        for name in names[:count]
    ]


def put(path: Path, count: int, year: str) -> Done:
    return put_in_scenario(path, path.parent, kinds(), lambda t: made(count, year, t), Words("nl"))


@given(remarks=REMARKS, counts=st.lists(st.integers(1, 8), min_size=1, max_size=3))
def test_every_remark_and_blank_line_stays(remarks: Sequence[tuple[int, str]], counts: Sequence[int]) -> None:
    lines = list(LINES)
    for at, remark in sorted(remarks, reverse=True):
        lines.insert(at, remark)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "onze-start.toml"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        for number, count in enumerate(counts):
            put(path, count, str(2022 + number))
        after = path.read_text(encoding="utf-8").splitlines()
    said = iter(line for line in after if line.strip())
    assert all(line in said for line in lines if line.strip()), "in the order in which they were"
    assert sum(line.startswith("[[use.facts.") for line in after) == counts[-1]


def test_what_someone_else_wrote_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "onze-start.toml"
    path.write_text("\n".join(LINES), encoding="utf-8")

    def meanwhile(t: Words) -> Sequence[GivenFact]:
        path.write_text("# van een ander\n" + "\n".join(LINES), encoding="utf-8")
        return made(8, "2024", t)

    with pytest.raises(Refused) as refused:
        put_in_scenario(path, tmp_path, kinds(), meanwhile, Words("nl"))
    assert refused.value.problems[0].code == "figures.changed_meanwhile"
    left = path.read_text(encoding="utf-8")
    assert left.startswith("# van een ander\n")
    assert "use.facts" not in left

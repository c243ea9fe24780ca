"""The blocks a facilitator can add: the built-in ones and her own, read as a programme uses them."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.kinds import kinds
from facilitator.problems import Refused
from facilitator.scenario.block_library import block_headings, load_use
from facilitator.scenario.library import built_in, headings
from facilitator.text import folded

BLOCK = """\
format = 1
title = "Zingen"
why = "Samen zingen maakt wakker."
source_status = "derived"

[[step]]
id = "lied"
kind = "card"
title = "Een lied"
minutes = 4
text = "Wij zingen."

[[step]]
id = "stem"
kind = "statements"
title = "Stemmen"
minutes = 6
sets = ["klank"]
"""
SET = """\
format = 1
title = "Klank"
source_status = "derived"

[[statement]]
id = "mooi"
text = "{text}"
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    for shelf in ("blocks", "statements"):
        (tmp_path / shelf).mkdir()
    (tmp_path / "blocks" / "zingen.toml").write_text(BLOCK, encoding="utf-8")
    (tmp_path / "statements" / "klank.toml").write_text(SET.format(text="Het klinkt."), encoding="utf-8")
    return tmp_path


def test_own_blocks_stand_among_the_built_in_ones(own: Path) -> None:
    found = block_headings(own, "nl")
    assert [each.title for each in found] == sorted((each.title for each in found), key=folded)
    names = {each.name: each for each in found}
    assert (names["zingen"].minutes, names["zingen"].own) == (10, True)
    assert names["zingen"].why == "Samen zingen maakt wakker."
    assert not names["pauze"].own


def test_an_own_block_stands_for_the_built_in_one_of_its_name(own: Path) -> None:
    (own / "blocks" / "zingen.toml").rename(own / "blocks" / "pauze.toml")
    assert [each.title for each in block_headings(own, "nl") if each.name == "pauze"] == ["Zingen"]


@pytest.mark.parametrize(
    "text", ["", "title = ", 'title = "X"', 'title.en = "X"\nstep = [1]', "title = 3\nstep = []"]
)
def test_a_block_that_cannot_be_read_or_is_not_in_this_language_is_not_offered(own: Path, text: str) -> None:
    (own / "blocks" / "stuk.toml").write_text(text, encoding="utf-8")
    assert "stuk" not in {each.name for each in block_headings(own, "nl")}


def test_a_folder_that_is_not_there_offers_what_is_built_in(tmp_path: Path) -> None:
    assert {each.own for each in block_headings(tmp_path / "nergens", "nl")} == {False}


def test_a_block_comes_with_its_statement_sets(own: Path) -> None:
    use, sets = load_use(own / "blocks" / "zingen.toml", own, kinds(), "nl")
    assert (use.id, use.block, use.title, use.minutes) == ("zingen", "zingen", "Zingen", 10)
    assert [each.statements[0].text for each in sets] == ["Het klinkt."]


def test_a_built_in_block_takes_built_in_statements(own: Path) -> None:
    (own / "statements" / "urgentie.toml").write_text(SET.format(text="Van mij."), encoding="utf-8")
    _, sets = load_use(built_in() / "blocks" / "urgentie.toml", own, kinds(), "nl")
    assert "urgentie" in {each.id for each in sets}
    assert "Van mij." not in {one.text for each in sets for one in each.statements}


def test_a_broken_block_is_refused(own: Path) -> None:
    path = own / "blocks" / "zingen.toml"
    path.write_text(BLOCK.replace('kind = "card"', 'kind = "kaart"'), encoding="utf-8")
    with pytest.raises(Refused):
        load_use(path, own, kinds(), "nl")


@pytest.mark.parametrize("path", sorted((built_in() / "blocks").glob("*.toml")), ids=lambda path: path.stem)
def test_every_built_in_block_can_be_added(path: Path, tmp_path: Path) -> None:
    use, _ = load_use(path, tmp_path, kinds(), "nl")
    heading = next(each for each in block_headings(tmp_path, "nl") if each.path == path)
    assert (heading.title, heading.minutes) == (use.title, use.minutes)


def test_a_series_stands_together_in_the_order_of_its_parts(tmp_path: Path) -> None:
    for name, title, minutes, more in (
        ("a", "Twee", 60, 'series = "plan"\npart = 2'),
        ("b", "Een", 90, 'series = "plan"\npart = 1'),
        ("c", "Lang", 120, ""),
        ("d", "Kort", 15, ""),
        ("e", "Raar", 20, 'series = 3\npart = "x"'),
    ):
        text = f'format = 1\ntitle = "{title}"\nminutes = {minutes}\n{more}\n'
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    found, _ = headings(tmp_path, "nl")
    assert [(each.title, each.series, each.part) for each in found] == [
        ("Kort", "", 0),
        ("Raar", "", 0),
        ("Lang", "", 0),
        ("Een", "plan", 1),
        ("Twee", "plan", 2),
    ]

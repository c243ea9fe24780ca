"""How a spared group answered is nowhere: not on the wall, in a report, on paper, in the file or next time.

The strongest way to say so: an evening is held by its keys, once for every answer the group can have, and
everything that comes out of it is the same to the byte.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.kinds import kinds
from facilitator.report.print_file import print_html
from facilitator.session.carry_over import carry_over
from facilitator.session.state import State
from facilitator.storage.places import Places
from facilitator.storage.session_finder import look_at
from facilitator.words import Words
from tests.report.telling import every_format
from tests.steps.running import Running, begun, example, running
from tests.steps.statements.voting import hold, with_people

Evening = Mapping[str, Sequence[str]]

PEOPLE = {"beleid": 3, "bewoners": 3, "professionals": 3}
OTHERS: Evening = {"bewoners": ["421", "313", "412"], "professionals": ["234", "144", "243"]}


def evening(policy: str, others: Evening = OTHERS) -> Evening:
    """Give the ballots of an evening; ``policy`` is what each of policy answers to the first statement."""
    return {"beleid": [f"{policy}{rest}" for rest in ("13", "23", "24")], **others}


async def walls(app: Running) -> list[str]:
    """Give every page of the result, and the help on each."""
    seen = [app.text]
    for _ in range(4):
        await app.press("enter")
        if app.page.startswith("one"):
            seen.append(app.text)
    return seen


async def comes_out(folder: Path, ballots: Evening) -> tuple[list[str], bytes, State]:
    """Hold an evening; give what the wall showed, the closed file, and the session as it is read again."""
    async with running(example("statements"), folder, prepare=with_people(**PEOPLE)) as app:
        await hold(app, ballots)
        seen = await walls(app)
        path = app.path
    state, news = look_at(Places(folder / "sessions", folder / "state"), path, kinds())
    assert news == []
    return seen, path.read_bytes(), state


async def next_time(folder: Path, earlier: State, ballots: Evening) -> list[str]:
    """Hold an evening that follows; give what its wall showed and every format of its report."""

    def follows(state: State) -> State:
        carried = carry_over(earlier, kinds())
        return with_people(**PEOPLE)(state).replace(registers=carried.registers, before=carried.before)

    async with running(example("statements"), folder, prepare=follows) as app:
        await hold(app, ballots)
        return [*await walls(app), *every_format(app.state)]


async def all_of_it(folder: Path, ballots: Evening) -> tuple[list[str], bytes]:
    """Give all that comes out of an evening and of the one that follows."""
    seen, file, state = await comes_out(folder / "first", ballots)
    paper = print_html(state.scenario, Words("nl"))
    after = await next_time(folder / "next", state, evening("1"))
    return [*seen, *every_format(state), *every_format(state, "en"), paper, *after], file


async def test_whatever_a_spared_group_chose_everything_is_the_same(tmp_path: Path) -> None:
    reference, file = await all_of_it(tmp_path / "reference", evening("4"))
    assert any("koos hetzelfde" in said for said in reference)
    assert b"withheld" not in file
    for spared in "123":
        assert await all_of_it(tmp_path / spared, evening(spared)) == (reference, file)


@pytest.mark.parametrize("few", [["{}13", "023", "024"], ["{}13", "123", "024"]], ids=["one", "two"])
async def test_whatever_the_few_chose_where_the_others_did_not_know(tmp_path: Path, few: list[str]) -> None:
    """What one or two people answered beside those who did not know stands on no wall and in no report."""

    async def told(point: str) -> list[str]:
        ballots = {**evening("4"), "beleid": [ballot.format(point) for ballot in few]}
        return (await all_of_it(tmp_path / point, ballots))[0]

    reference = await told("4")
    assert any("3: weet ik niet" in said for said in reference)
    for point in "23":
        assert await told(point) == reference


async def test_these_comparisons_see_a_group_that_is_not_spared(tmp_path: Path) -> None:
    def ballots(point: str) -> Evening:
        return {**evening("4"), "bewoners": [f"{point}21", "313", "412"]}

    first, first_file = await all_of_it(tmp_path / "first", ballots("4"))
    second, second_file = await all_of_it(tmp_path / "second", ballots("1"))
    assert first != second
    assert first_file != second_file


async def test_with_dont_knows_among_them_it_is_the_same_too(tmp_path: Path) -> None:
    """The number of people who did not know is part of how a spared group answered."""
    known, file = await all_of_it(tmp_path / "known", evening("3"))
    ballots = evening("3")
    unsure = {**ballots, "beleid": ["?13", *ballots["beleid"][1:]]}
    assert (known, file) == await all_of_it(tmp_path / "unsure", unsure)


POINTS = st.sampled_from("1234?")
BALLOTS = st.lists(st.tuples(POINTS, POINTS, POINTS).map("".join), min_size=3, max_size=3)


@settings(max_examples=3)
@given(BALLOTS, BALLOTS, st.sampled_from("123"))
async def test_whatever_the_others_chose(
    tmp_path_factory: pytest.TempPathFactory, residents: list[str], workers: list[str], spared: str
) -> None:
    others = {"bewoners": residents, "professionals": workers}
    reference = await comes_out(tmp_path_factory.mktemp("a"), evening("4", others))
    other = await comes_out(tmp_path_factory.mktemp("b"), evening(spared, others))
    assert other[:2] == reference[:2]
    assert every_format(other[2]) == every_format(reference[2])


async def test_what_was_not_agreed_to_by_the_end_is_gone(tmp_path: Path) -> None:
    _, _, state = await comes_out(tmp_path, evening("4"))
    async with running(example("statements"), tmp_path) as app:
        await app.press("enter")
        group = next(vote.shown for vote in app.state.rounds.values() if vote.shown).groups[0]
        assert (group.same, "ua1" in group.answers) == (["ua1"], False)
        assert "groep tonen" not in app.keys
    assert state.withheld == {}


async def test_consent_holds_for_that_statement_and_that_vote_alone(tmp_path: Path) -> None:
    ballots = {"beleid": ["411", "411", "412"], **OTHERS}  # of one mind on the first two statements
    async with running(example("statements"), tmp_path, prepare=with_people(**PEOPLE)) as app:
        await hold(app, ballots)
        await app.press("enter")
        while app.page != "one:ua1":
            await app.press("right")
        await app.press("a")
        (vote,) = app.state.rounds.values()
        assert vote.shown is not None
        assert vote.shown.groups[0].answers["ua1"] == [0, 0, 0, 3, 0]
        assert vote.shown.groups[0].same == ["ua2"]
        assert "4 van 6" not in app.text
        await app.press("s", "v")
        for number, group in enumerate(("444", "431", "223")):
            await app.press(*(["enter"] if number else []))
            for point in group:
                await app.press(point, "enter")
        await app.press("enter", "enter")
        again = list(app.state.rounds.values())[-1]
        assert again.number == 2
        assert again.shown is not None
        assert again.shown.groups[0].same == ["ua1"]  # the same group, the same answer: asked once more


async def test_consent_changes_what_is_told_and_undo_takes_both_back(tmp_path: Path) -> None:
    async with running(example("statements"), tmp_path, prepare=with_people(**PEOPLE)) as app:
        await hold(app, evening("4"))
        told = next(iter(app.state.rounds.values())).findings
        assert told[0].code == "unknown"
        await app.press("a")
        disclosed = next(iter(app.state.rounds.values()))
        assert disclosed.findings[0].code != "unknown"
        await app.press("ctrl+z")
        assert next(iter(app.state.rounds.values())).findings == told


def test_a_session_is_begun_without_anything_withheld() -> None:
    assert begun(example("statements")).withheld == {}

"""A copy of a session to share: readable by itself, without what is nobody else's; the app passes it by."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import tomli

from facilitator.cli import main
from facilitator.insight.suppression import close_round
from facilitator.kinds import kinds
from facilitator.orders import Order, made_folder
from facilitator.problems import Refused
from facilitator.session.file_seal import FileSeal
from facilitator.session.state import Before, EarlierVote, State
from facilitator.storage.files import Files
from facilitator.storage.session_file import read_text, seal_in
from facilitator.storage.session_finder import see
from facilitator.storage.session_list import file_of_session, find_sessions
from facilitator.storage.share_copy import share_text
from facilitator.text import clean
from facilitator.traces import find_traces, forget
from tests.report.hostile import WILD, with_text
from tests.report.made_up import DAY, a_round, bare, counted, evening
from tests.report.session_folder import SessionFolder, folder_of
from tests.report.test_spared import one_mind, small_groups

SEAL = FileSeal("2026-11-22-avond.toml", 41, "0badcafe")


def copy(state: State) -> dict[str, Any]:
    return tomli.loads(share_text(state, SEAL))


def shared(tmp_path: Path) -> tuple[SessionFolder, Path]:
    """Give a session with a copy to share beside it."""
    folder = folder_of(evening(), tmp_path)
    folder.make(Order(form="toml"))
    return folder, made_folder(folder.path) / "2026-11-22-avond-delen.toml"


# -- what is in it


def test_it_begins_by_saying_that_it_is_a_copy_and_of_which_file(tmp_path: Path) -> None:
    folder, path = shared(tmp_path)
    text = path.read_text(encoding="utf-8")
    seq, crc32 = seal_in(folder.path.read_text(encoding="utf-8"))
    assert text.startswith(
        f"# Dit is een kopie om te delen, van de sessie 2026-11-22-avond.toml, zegel {crc32} ({seq})."
    )
    said = tomli.loads(text)
    assert (said["shared"], said["copy_of"], said["seq"], said["crc32"]) == (2, folder.path.name, seq, crc32)
    assert str(tmp_path) not in text


def test_what_a_group_did_is_in_it_and_can_be_read_without_the_programme() -> None:
    said = copy(evening())
    whole = evening().registers
    assert {name: list(said[name]) for name in whole} == {name: list(each) for name, each in whole.items()}
    assert said["purpose"] == "Is hier meer nodig?"
    assert said["rounds"]["round001"]["texts"]["meer"] == "Stelling over meer."
    assert said["rounds"]["round003"]["texts"]["trots"] == "Stelling over trots."
    assert said["rounds"]["round001"]["findings"][0]["wall"] == "Ook binnen groepen verschilt het."
    assert said["perspectives"]["bewoners"] == "bewoners"
    assert said["scale"]["unknown"] == "weet ik niet"
    assert said["steps"]["urgentie/stem"] == "Werkvorm stem"
    assert said["results"]["praten/advies"]["advice"] == "unknown"


def test_the_programme_and_what_is_the_apps_or_the_facilitators_own_is_not() -> None:
    text = share_text(evening(), SEAL)
    for word in (
        "Lees elke stelling twee keer voor.",
        "Nog niet praten.",
        "Verdeeld: begin klein.",
        "Daarom.",
    ):
        assert word not in text
    said = tomli.loads(text)
    assert {"scenario", "marks", "format", "at", "page", "end"}.isdisjoint(said)
    assert not [each for each in said["rounds"].values() if "expected" in each]
    assert "decides" not in said["results"]["session/hats"]["counted"], "one who decides is one person"


def test_a_vote_that_is_void_or_open_is_not_in_it() -> None:
    state = evening(rounds={"round001": a_round("round001", None), **_voided()})
    assert "rounds" not in copy(state)


def _voided() -> dict[str, Any]:
    vote = evening().rounds["round002"]
    return {"round002": vote.model_copy(update={"status": "voided", "shown": None})}


def test_however_a_spared_group_answered_the_text_is_the_same() -> None:
    for other in ([0, 0, 0, 5, 0], [0, 5, 0, 0, 0], [0, 0, 4, 0, 1]):
        assert share_text(one_mind([5, 0, 0, 0, 0]), SEAL) == share_text(one_mind(other), SEAL)
    assert share_text(small_groups([2, 0, 0, 0, 0]), SEAL) == share_text(small_groups([0, 0, 0, 1, 1]), SEAL)


@pytest.mark.parametrize("earlier", [False, True])
def test_answers_that_nobody_draws_are_not_in_it(earlier: bool) -> None:
    def told(answers: list[int]) -> str:
        ballots = {"meer": answers, "beter": [1, 1, 2, 2, 0]}
        shown = close_round({"beleid": counted(ballots)}, grouping="perspective", points=4, minimum=3).shown
        vote = a_round("round009", shown, statements=["meer", "beter"])
        if not earlier:
            return share_text(bare(rounds={vote.id: vote}), SEAL)
        then = EarlierVote(day=DAY, texts={"meer": "M", "beter": "B"}, shown=shown)
        return share_text(bare(before=Before(session="bbbbbbbb", title="x", day=DAY, votes=[then])), SEAL)

    assert told([1, 0, 0, 0, 5]) == told([0, 0, 0, 2, 4])
    assert 'too_few_chose = ["meer"]' in told([1, 0, 0, 0, 5])
    assert "beter = [1, 1, 2, 2, 0]" in told([1, 0, 0, 0, 5])
    assert "meer = [0, 0, 3, 0, 3]" in told([0, 0, 3, 0, 3])


@pytest.mark.parametrize("said", WILD)
def test_what_people_type_is_a_value(said: str) -> None:
    said = clean(said)
    plain, made = copy(with_text(evening(), "gewoon")), copy(with_text(evening(), said))
    assert plain.keys() == made.keys()
    assert made["agreements"]["agree001"]["what"] == said
    assert made["rounds"]["round001"]["texts"] == dict.fromkeys(["meer", "slechter", "beter"], said)


def test_a_name_of_a_file_writes_no_line_of_its_own() -> None:
    seal = FileSeal.of(Path('x"\nshared = 2\n.toml'), 1, "0badcafe")
    assert tomli.loads(share_text(evening(), seal))["shared"] == 2


# -- what the app makes of it


def test_home_and_commands_pass_it_by(tmp_path: Path) -> None:
    folder, _ = shared(tmp_path)
    assert [each.path for each in find_sessions(folder.places).sessions] == [folder.path]
    assert file_of_session(folder.places, "aaaaaaaa", Files()) == folder.path
    assert main(["report", "vogelbuurt", "--folder", str(folder.places.sessions), "--to", "txt"]) == 0


def test_it_is_not_opened_as_a_session(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, path = shared(tmp_path)
    with pytest.raises(Refused) as refused:
        read_text(path.read_text(encoding="utf-8"), kinds())
    assert [problem.code for problem in refused.value.problems] == ["storage.shared"]
    with pytest.raises(Refused):
        see(folder.places, path, kinds())
    assert main(["report", str(path), "--to", "txt"]) == 1
    told = capsys.readouterr().err
    assert "Dit is een kopie om te delen." in told
    assert "2026-11-22-avond.toml" in told


def test_forgetting_finds_it_under_any_name(tmp_path: Path) -> None:
    folder, path = shared(tmp_path)
    path.rename(path.with_name("kopie van Jan.toml"))
    forget(folder.places, find_traces(folder.places, folder.path))
    assert not folder.path.parent.exists()

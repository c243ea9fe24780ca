"""Who reads a session hears it when its file was changed, or when what was told does not fit the counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.cli import main
from facilitator.insight.statistics import METHOD
from facilitator.kinds import kinds
from facilitator.report.doubts import doubts, doubts_in_brief
from facilitator.session.carry_over import carry_over
from facilitator.session.events import RoundRevealed
from facilitator.session.rounds import Finding, Round
from facilitator.session.state import State
from facilitator.session_files import report_text
from facilitator.steps.statements.commands import reveal
from facilitator.steps.statements.kind import StatementsStep
from facilitator.storage.places import Places
from facilitator.storage.session_file import read_text, write_text
from facilitator.words import LANGUAGES, Language, Words
from tests.report.made_up import DAY, evening
from tests.report.telling import told as told_of
from tests.storage.test_misfits import sealed
from tests.ui.test_home_own import home


def told(state: State, language: Language = "nl") -> State:
    """Give the evening with what the group was really told of each vote that was shown."""
    for name, vote in state.rounds.items():
        if vote.status != "revealed":
            continue
        use, step = next((use, step) for use, step in state.scenario.places() if step.id == vote.step)
        assert isinstance(step, StatementsStep)
        closed = vote.model_copy(update={"status": "closed", "findings": []})
        outcome = reveal(
            state.replace(rounds={**state.rounds, name: closed}),
            use,
            step,
            closed,
            Words(language),
        )
        assert isinstance(outcome, list)
        (event,) = outcome
        assert isinstance(event, RoundRevealed)
        after = closed.model_copy(
            update={"status": "revealed", "method": event.method, "findings": event.findings}
        )
        state = state.replace(rounds={**state.rounds, name: after})
    return state


EVENING = told(evening())
TEXT = write_text(EVENING, 7)
BY_HAND = {
    "nl": "Het bestand van deze sessie is buiten de app veranderd.",
    "en": "The file of this session was changed outside the app.",
}
UNFIT = {
    "nl": "stemming 1: de zinnen en de getallen in het bestand passen niet bij elkaar.",
    "en": "vote 1: the sentences and the numbers in the file do not fit each other.",
}


def said(text: str) -> list[str]:
    return doubts(read_text(text, kinds()).state, Words("nl"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_no_doubt_about_what_the_app_kept(language: Language) -> None:
    """In whatever language the group was told it: the counts are the same."""
    assert doubts(told(evening(), language), Words("nl")) == []
    assert said(TEXT) == []


def test_what_was_told_by_this_method_before_is_not_doubted_now() -> None:
    """Where other counts or codes come of the same votes, METHOD goes up, and one more file stands here."""
    for number in range(1, int(METHOD) + 1):
        path = Path(__file__).with_name(f"told-{number}.toml")
        loaded = read_text(path.read_text(encoding="utf-8"), kinds())
        assert str(number) in {vote.method for vote in loaded.state.rounds.values()}
        assert (loaded.seal, doubts(loaded.state, Words("nl"))) == ("ok", [])


CHANGED = [
    ('place = "Vogelbuurt"', 'place = "Vogelbuur"'),
    ("meer = [0, 1, 3, 2, 0]", "meer = [0, 1, 2, 3, 0]"),
    ("seq = 7\n", "seq = 8\n"),
]


@pytest.mark.parametrize(("old", "new"), CHANGED)
def test_a_broken_seal_is_said_in_every_form_and_on_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], old: str, new: str
) -> None:
    path = tmp_path / "avond.toml"
    path.write_text(TEXT.replace(old, new, 1), encoding="utf-8")
    for language in LANGUAGES:
        for sort in ("txt", "md", "html"):
            out = tmp_path / f"uit.{sort}"
            words = ["report", str(path), "--to", sort, "--out", str(out), "--lang", language]
            assert main([*words, "--folder", str(tmp_path)]) == 0
            assert BY_HAND[language] in capsys.readouterr().err
            page = " ".join(out.read_text(encoding="utf-8").split())
            assert BY_HAND[language] in page
            measured = Words(language)("report.measured")
            assert page.index(BY_HAND[language]) > page.casefold().rindex(measured.casefold())


def test_it_stays_said_when_the_app_seals_the_file_again() -> None:
    changed = read_text(TEXT.replace(*CHANGED[0], 1), kinds()).state
    again = read_text(write_text(changed, 8), kinds())
    assert (again.seal, again.state.changed_by_hand) == ("ok", True)
    assert BY_HAND["nl"] in told_of(again.state, Words("nl")("report.measured"))


def test_a_next_session_says_it_of_the_one_before() -> None:
    changed = read_text(TEXT.replace(*CHANGED[0], 1), kinds()).state
    following = told(evening(before=carry_over(changed, kinds()).before))
    after_that = told(evening(before=carry_over(following, kinds()).before))
    for state in (following, after_that):
        (line,) = doubts(state, Words("nl"))
        assert line.startswith("Het bestand van de vorige sessie is buiten de app veranderd.")
        assert read_text(write_text(state, 1), kinds()).state == state


UNLIKE = [
    ("meer = [0, 1, 3, 2, 0]", "meer = [1, 2, 3, 0, 0]"),
    ("meer = [0, 0, 1, 4, 0]", "meer = [4, 1, 0, 0, 0]"),
    ("Bij beleid: 9 van 12 eens.", "Bij beleid: 12 van 12 eens."),
    ("Bij beleid: 9 van 12 eens.", "Bij bewoners: 9 van 12 eens."),
    ("beleid-agree = 9", "beleid-agree = 12"),
    ('code = "mixed"', 'code = "shared-high"'),
    ('about = "meer"', 'about = "slechter"'),
]


@pytest.mark.parametrize(("old", "new"), UNLIKE, ids=lambda each: each[:30])
def test_what_does_not_fit_the_counts_is_said_even_where_the_seal_is_whole(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], old: str, new: str
) -> None:
    assert old in TEXT
    text = sealed(TEXT.replace(old, new, 1))
    path = tmp_path / "avond.toml"
    path.write_text(text, encoding="utf-8")
    for language in LANGUAGES:
        out = tmp_path / "uit.txt"
        words = ["report", str(path), "--to", "txt", "--out", str(out), "--lang", language]
        assert main([*words, "--folder", str(tmp_path)]) == 0
        err = capsys.readouterr().err
        assert UNFIT[language] in err
        assert BY_HAND[language] not in err
        assert UNFIT[language] in " ".join(out.read_text(encoding="utf-8").split())


def _told_with(method: str) -> State:
    def other(vote: Round) -> Round:
        if vote.status != "revealed":
            return vote
        found = [Finding(code="anders", wall="Dat zegt deze app niet: 3 van 4.", numbers={"a": 3})]
        return vote.model_copy(update={"method": method, "findings": found})

    return EVENING.replace(rounds={name: other(vote) for name, vote in EVENING.rounds.items()})


def test_what_another_method_told_is_not_judged_and_that_is_said() -> None:
    state = _told_with("0.9")
    assert doubts(state, Words("nl")) == []
    text = " ".join(report_text(state, Words("nl"), DAY, "txt").split())
    assert "De groep hoorde zinnen van rekenwijze 0.9." in text
    assert len(doubts(_told_with(METHOD), Words("nl"))) == 2


def test_a_second_vote_of_which_the_first_is_gone_is_not_judged() -> None:
    first = EVENING.rounds["round001"].model_copy(update={"status": "voided", "shown": None, "findings": []})
    assert doubts(EVENING.replace(rounds={**EVENING.rounds, "round001": first}), Words("nl")) == []


# -- on the screen


@pytest.mark.parametrize("size", [(64, 18), (80, 24)])
async def test_the_screen_says_it_when_the_session_is_opened_reported_and_followed(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    places = Places(tmp_path / "sessions", tmp_path / "state")
    path = places.sessions / "vogelbuurt" / "2026-11-22-avond.toml"
    path.parent.mkdir(parents=True)
    unlike = sealed(TEXT.replace(*UNLIKE[0], 1))
    path.write_text(unlike, encoding="utf-8")
    async with home(tmp_path, size) as app:
        await app.press("r", "enter")
        assert "passen niet bij elkaar" in " ".join(app.text.split())
        await app.press("enter")
        assert "passen niet bij elkaar" in " ".join(app.text.split())
    other = tmp_path / "other" / "sessions" / "2026-11-22-avond.toml"
    other.parent.mkdir(parents=True)
    other.write_text(TEXT.replace(*CHANGED[0], 1), encoding="utf-8")
    async with home(tmp_path / "other", size) as app:
        await app.press("r", "enter")
        assert "met de hand veranderd" in " ".join(app.text.split())
        scenario = Path(__file__).parents[2] / "scenarios" / "proefronde.toml"
        await app.opening.prepare(scenario, other)
        await app.press()
        assert "met de hand veranderd" in " ".join(app.text.split())


def test_who_follows_it_from_the_command_line_hears_it_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "avond.toml"
    path.write_text(TEXT.replace(*CHANGED[0], 1), encoding="utf-8")
    main(["run", "proefronde", "--after", str(path), "--folder", str(tmp_path)])
    assert capsys.readouterr().err.startswith(BY_HAND["nl"])


def test_in_brief_nothing_is_said_of_a_session_in_order_nor_what_is_known_already() -> None:
    t = Words("nl")
    assert doubts_in_brief(EVENING, t) == ""
    changed = EVENING.replace(changed_by_hand=True)
    assert doubts_in_brief(changed, t) != ""
    assert doubts_in_brief(changed, t, known=True) == ""

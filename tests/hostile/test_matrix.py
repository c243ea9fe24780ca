"""Hostile text wherever text is shown, in a real terminal: nothing but the app's own sequences gets there.

In every run each of the payloads stands at some texts of each evening, and so each place shows some of them;
under ``slow`` each payload stands at each text.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from facilitator.kinds import kinds
from tests import platform_marks
from tests.hostile.evenings import BARE, EVENINGS, with_each, with_payload
from tests.hostile.payloads import HARMLESS, ONES, OWN, PAYLOADS, TOGETHER, acts
from tests.hostile.tour import Tour, tour
from tests.journeys.evening import evening


def walked(folder: Path, text: str, name: str, mark: str = "") -> Tour:
    """Walk through a whole session file; nothing in it is to act on the terminal."""
    path = folder / "sessions/wijk/avond.toml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    with tour(folder, "resume", str(path), mark=mark) as walk:
        walk.session(list(EVENINGS[name]().keys()), BARE)
        walk.leave()
    assert 'at = "session/closing"' in path.read_text(encoding="utf-8"), "every step was come to"
    return walk


def places(walk: Tour) -> str:
    return f"{len(walk.seen)} pages and panels"


def test_the_evenings_come_to_every_kind_of_step() -> None:
    there = {step.kind for make in EVENINGS.values() for _, step in make().places()}
    assert there == set(kinds())


@platform_marks.ptys
@pytest.mark.parametrize("name", EVENINGS)
def test_a_text_from_a_file_is_shown_at_every_place_and_acts_at_none(
    tmp_path: Path, name: str, figure: Callable[[str], None]
) -> None:
    """The walk waits at each place for the mark that stands before each payload: it was shown there."""
    text, texts = with_each(name, 0, mark=f"{HARMLESS} ")
    assert texts > 4 * len(ONES)
    walk = walked(tmp_path, text, name, HARMLESS)
    shown = [place for place, screen in walk.seen.items() if HARMLESS in screen.split("\n", 1)[1]]
    assert len(shown) > 50
    if name == "first":
        assert "in september" in walk.seen["urgentie/uitslag, 1 on"], "an earlier result stands beside it"
    figure(
        f"hostile text, spread: {len(ONES)} payloads over {texts} texts of the {name} evening, "
        f"at {places(walk)}: 0 acted"
    )


@platform_marks.ptys
@pytest.mark.slow
def test_texts_beside_each_other_do_not_act_together(tmp_path: Path, figure: Callable[[str], None]) -> None:
    """Also where the same text has to come back, as with an earlier vote."""
    walk = walked(tmp_path, with_payload("first", TOGETHER), "first")
    figure(f"hostile text, all {len(ONES)} in each text of the first evening, at {places(walk)}: 0 acted")


@platform_marks.ptys
@pytest.mark.slow
@pytest.mark.parametrize("payload", ONES)
@pytest.mark.parametrize("name", EVENINGS)
def test_no_payload_at_any_text_acts_on_the_terminal(
    tmp_path: Path, name: str, payload: str, figure: Callable[[str], None]
) -> None:
    walk = walked(tmp_path, with_payload(name, PAYLOADS[payload]), name)
    figure(
        f"hostile text, one by one: {payload} in each text of the {name} evening, at {places(walk)}: 0 acted"
    )


@pytest.mark.parametrize("name", PAYLOADS)
def test_what_acts_is_seen(name: str) -> None:
    """The matrix would be red if a text came through as it is."""
    if name not in {"markup", "long", "other screen"}:  # the app uses the other screen too; once
        assert acts(PAYLOADS[name].encode()) - OWN


def test_each_payload_is_in_each_evening_as_it_is() -> None:
    """What is read is what an attacker wrote: nothing was cleaned before it came to the app."""
    import tomli

    for name in EVENINGS:
        text = str(tomli.loads(with_each(name, 0)[0]))
        assert [each for each in ONES if repr(PAYLOADS[each])[1:-1] not in text] == []


@platform_marks.ptys
def test_a_word_that_is_too_long_is_told_and_nothing_more(tmp_path: Path) -> None:
    path = tmp_path / "sessions/wijk/avond.toml"
    path.parent.mkdir(parents=True)
    path.write_text(with_payload("first", PAYLOADS["long"]), encoding="utf-8")
    before = path.read_bytes()
    with evening(tmp_path, "resume", str(path)) as night:
        night.terminal.wait_for("fout: place: Deze tekst is te lang.")
        night.press("Ctrl+Q")
        assert night.terminal.wait_exit() == 0
    assert path.read_bytes() == before


# -- the keyboard


@platform_marks.ptys
def test_nothing_from_the_keyboard_acts_on_the_terminal(tmp_path: Path) -> None:
    """Pasted, because no key gives these."""
    said = TOGETHER
    with evening(tmp_path, "run", "proefronde") as night:
        night.see("Wijk of buurt")
        for keys in (["Enter"] * 4, ["Enter"]):  # where, and in which building; between them when
            night.terminal.paste(said)
            night.terminal.wait_still()
            night.press(*keys)
        night.terminal.wait_for("Enter beginnen")
        night.press("Enter")
        night.see("Dit is Oosterlinde")
        for key, told in (("p", "Parkeren"), ("n", "otitie")):
            night.press(key)
            night.terminal.wait_for(told)
            night.terminal.paste(said)
            night.terminal.wait_still()
            night.press("Enter")
        night.press("l")
        night.terminal.wait_for("[bold]")
        night.press("Escape")
        night.press("Ctrl+Q")
        assert night.terminal.wait_exit() == 0
        assert acts(b"".join(data for _, data in night.terminal.arrivals)) <= OWN

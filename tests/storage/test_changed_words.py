"""An agreement that was changed after it was heard says so: in the file, in the report and in the message."""

from __future__ import annotations

import re
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from facilitator.kinds import kinds
from facilitator.report.message import message
from facilitator.session.registers import Agreement, Objection
from facilitator.session.state import State
from facilitator.session_files import report_text
from facilitator.storage.places import Places
from facilitator.storage.session_file import read_text, write_text
from facilitator.storage.session_finder import look_at
from facilitator.storage.store import Store
from facilitator.words import Words
from tests.report.made_up import DAY, bare

NL = Words("nl")
LATER = DAY + timedelta(days=11)
SEEN = "donderdag 3 december"
HEARD = "Geen bezwaar gehoord."
EDITS = {
    "what": ('what = "Een bankje bij de school"', 'what = "Twee bankjes bij de school"', "wat"),
    "who": ('who = "wijkteam"', 'who = "wethouder"', "wie"),
    "due": ("due = 2026-12-06", "due = 2026-12-20", "wanneer"),
    "firmness": (
        'firmness = "agreement"\nheard = "no-objection"',
        'firmness = "decision"\nheard = "no-objection"',
        "of het een idee of een afspraak is",
    ),
    "heard": ('reason = "Te ver"', 'reason = "Te dichtbij"', "wat er gehoord is"),
    "standing": ('status = "later"', 'status = "met"', "wat er gehoord is"),
}
"""What is changed in an editor, and what the document says was changed."""


def agreed(**changes: object) -> State:
    made = Agreement(
        what="Een bankje bij de school",
        who="wijkteam",
        due=date(2026, 12, 6),
        firmness="agreement",
        heard="no-objection",
        heard_on=DAY,
        present={"beleid": 6, "bewoners": 5, "professionals": 7},
        objections=[Objection(id="object01", reason="Te ver", status="met")],
    )
    other = Agreement(
        what="De bus",
        who="gemeente",
        due=date(2026, 12, 9),
        firmness="agreement",
        heard="later",
        heard_on=DAY,
        objections=[Objection(id="object02", status="later")],
    )
    registers = {"agreements": {"agree001": made.model_copy(update=changes), "agree002": other}}
    return bare(registers=registers, people={"beleid": 6, "bewoners": 5, "professionals": 7})


def closed(folder: Path, state: State) -> tuple[Places, Path]:
    places = Places(folder / "sessions", folder / "state")
    store = Store.begin(places, state, kinds())
    store.close(state, 0)
    return places, store.path


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), encoding="utf-8")


def reopened(places: Places, path: Path) -> tuple[State, str]:
    """Open and close a session on a later day; give what it knows, and its file."""
    opened = Store.open(places, path, kinds(), today=LATER)
    opened.store.close(opened.history.state, 0)
    return opened.history.state, path.read_text(encoding="utf-8")


def documents(state: State, today: date = LATER) -> list[str]:
    said = [report_text(state, NL, today, sort) for sort in ("txt", "md", "html")]
    return [re.sub(r"<[^>]+>|\\", " ", each) for each in said]


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("elsewhere", [False, True], ids=["here", "another laptop"])
@pytest.mark.parametrize("name", EDITS)
def test_a_hand_edit_is_a_dated_version_and_was_not_heard(name: str, elsewhere: bool, tmp_path: Path) -> None:
    places, path = closed(tmp_path, agreed())
    if elsewhere:
        places = Places(tmp_path / "there", tmp_path / "other")
        path = Path(shutil.copy(path, tmp_path / "there.toml"))
    old, new, part = EDITS[name]
    edit(path, old, new)
    looked, _ = look_at(places, path, kinds(), LATER)
    state, file = reopened(places, path)
    changed = "agree002" if name == "standing" else "agree001"
    found = state.agreements()[changed]
    assert looked == state, "who only makes a report of it sees the same"
    assert (found.heard, found.present, found.heard_on) == ("", {}, None)
    assert found.versions[-1].changed_on == LATER
    for said in documents(state):
        assert f"Buiten de bijeenkomst veranderd: {part}. Gezien op {SEEN} 2026." in flat(said)
        assert "Zo is dit niet voorgelegd." in flat(said)
        assert ("Hoe het er stond, is niet bewaard." in flat(said)) == elsewhere
    line = next(row for row in message(state, NL, LATER).splitlines() if row.startswith(f"{changed[-1]}. "))
    assert f"buiten de bijeenkomst veranderd, gezien op {SEEN}, zo niet voorgelegd" in line
    assert "changed_on = 2026-12-03" in file
    other = "agree001" if name == "standing" else "agree002"
    assert state.agreements()[other] == agreed().agreements()[other], "the other was not touched"
    assert reopened(places, path) == (state, file), "it is noticed once"


def test_what_was_heard_stays_with_the_words_that_were_heard(tmp_path: Path) -> None:
    places, path = closed(tmp_path, agreed())
    edit(path, 'who = "wijkteam"', 'who = "wethouder"')
    state, _ = reopened(places, path)
    version = state.agreements()["agree001"].versions[-1]
    assert (version.what, version.who, version.heard) == (
        "Een bankje bij de school",
        "wijkteam",
        "no-objection",
    )
    assert version.present == {"beleid": 6, "bewoners": 5, "professionals": 7}
    assert [each.reason for each in version.objections] == ["Te ver"]
    said = flat(documents(state)[0])
    assert (
        "Zo stond het er eerder: Een bankje bij de school (wie: wijkteam, wanneer: zondag 6 december 2026). "
        "Daarover: geen bezwaar gehoord. Daarbij waren: beleid (6), bewoners (5), professionals (7)." in said
    )
    assert "Een bankje bij de wethouder zondag 6 december" in said, "so it stands in the table"
    assert "Geen bezwaar gehoord. Daarbij" not in said


def test_an_objection_that_stands_goes_on_standing(tmp_path: Path) -> None:
    places, path = closed(tmp_path, agreed())
    edit(path, 'what = "De bus"', 'what = "De trein"')
    state, _ = reopened(places, path)
    assert [each.status for each in state.agreements()["agree002"].objections] == ["later"]
    line = next(row for row in message(state, NL, LATER).splitlines() if row.startswith("2. "))
    assert "bezwaar volgt nog" in line
    assert "buiten de bijeenkomst veranderd" in line


def test_what_was_put_there_by_hand_was_not_heard(tmp_path: Path) -> None:
    places, path = closed(tmp_path, agreed())
    made = '[agreements.handmade]\nwhat = "Een muur"\nwho = "wij"\ndue = 2026-12-24\nfirmness = "agreement"\n'
    edit(path, "[agreements.agree002]\n", f'{made}heard = "no-objection"\n\n[agreements.agree002]\n')
    state, _ = reopened(places, path)
    assert state.agreements()["handmade"].heard == ""
    assert f"Buiten de bijeenkomst erbij gezet. Gezien op {SEEN} 2026." in flat(documents(state)[0])
    assert f"buiten de bijeenkomst erbij gezet, gezien op {SEEN}" in message(state, NL, LATER)


def test_an_edit_elsewhere_leaves_agreements_as_they_are(tmp_path: Path) -> None:
    places, path = closed(tmp_path, agreed())
    edit(path, 'venue = "Buurthuis de Mus"', 'venue = "De Mus"')
    assert reopened(places, path)[0].agreements() == agreed().agreements()


def test_a_file_of_an_older_app_opens_and_a_copy_tells_what_was_changed(tmp_path: Path) -> None:
    """It has no marks: on this laptop the copy that was kept knows how it read, elsewhere nobody does."""
    places, path = closed(tmp_path, agreed())
    old = path.read_text(encoding="utf-8")
    marks = old[old.index("# Hieraan ziet") : old.index("\n[end]")]
    edit(path, marks, "")
    assert read_text(path.read_text(encoding="utf-8"), kinds()).marks == {}
    edit(path, 'who = "wijkteam"', 'who = "wethouder"')
    elsewhere = Path(shutil.copy(path, tmp_path / "there.toml"))
    other = Places(tmp_path / "there", tmp_path / "other")
    assert look_at(other, elsewhere, kinds(), LATER)[0].agreements()["agree001"].versions == []
    state, _ = reopened(places, path)
    assert state.agreements()["agree001"].versions[-1].who == "wijkteam"


def test_the_file_gives_itself_back_with_its_marks() -> None:
    state = agreed()
    loaded = read_text(write_text(state, 3), kinds())
    assert (loaded.state, loaded.seal, set(loaded.marks)) == (state, "ok", {"agree001", "agree002"})


def test_without_a_day_it_is_the_day_of_the_disk(tmp_path: Path) -> None:
    places, path = closed(tmp_path, agreed())
    edit(path, 'who = "wijkteam"', 'who = "wethouder"')
    assert look_at(places, path, kinds())[0].agreements()["agree001"].versions[-1].changed_on is not None

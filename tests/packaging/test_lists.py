"""The lists of what goes along: complete, with a hash for every file, and nothing of an index."""

from __future__ import annotations

import re

import pytest
import tomli
from shipping.packages import pins
from shipping.places import CHECKOUT, EMBEDDABLE, NEEDS, PACKAGING, TOOLS
from shipping.signatures import is_program, known, taken

HOST = re.compile(r"py[p]i\.|python[h]osted|--index[-]url|--extra[-]index|trusted[-]host", re.IGNORECASE)


def test_all_that_the_app_needs_is_listed() -> None:
    project = tomli.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    listed = {pin.name: pin.version for pin in pins(NEEDS)}
    asked = {re.split(r"[^\w-]", need)[0]: need for need in project["dependencies"]}
    assert set(asked) <= set(listed)
    exact = {name: need.split("==")[1] for name, need in asked.items() if "==" in need}
    assert exact.items() <= listed.items()
    assert "textual" in exact


@pytest.mark.parametrize("path", [NEEDS, TOOLS, EMBEDDABLE], ids=lambda path: path.name)
def test_every_package_is_taken_by_its_hash(path: object) -> None:
    listed = pins(next(each for each in (NEEDS, TOOLS, EMBEDDABLE) if each == path))
    assert listed
    for pin in listed:
        assert re.fullmatch(r"[\d.]+", pin.version), pin
        assert pin.hashes, pin
        assert all(re.fullmatch(r"[0-9a-f]{64}", each) for each in pin.hashes), pin


def test_one_file_of_each_pure_package_is_taken_and_tomli_is_pure() -> None:
    many = {pin.name for pin in pins(NEEDS) if len(pin.hashes) > 1}
    assert many == {"pydantic-core"}


def test_every_program_of_python_says_who_signed_it() -> None:
    listed = known()
    assert [each.name for each in listed if is_program(each.name) != bool(each.signer)] == []
    assert {each.name for each in listed} >= {"python.exe", "python313.dll", "python313.zip", "LICENSE.txt"}


@pytest.mark.parametrize("name", ["_socket.pyd", "_ssl.pyd", "libssl-3.dll", "libcrypto-3.dll", "_wmi.pyd"])
def test_what_reaches_elsewhere_stays_out(name: str) -> None:
    assert name not in {each.name for each in known()}


def test_another_file_than_the_one_that_is_listed_is_refused() -> None:
    wanted = [each for each in known() if each.name == "LICENSE.txt"]
    with pytest.raises(ValueError, match="not the file that is pinned"):
        taken({"LICENSE.txt": b"something else"}, wanted)
    with pytest.raises(ValueError, match="has no LICENSE"):
        taken({}, wanted)


def test_nothing_here_names_an_index() -> None:
    read = [path for path in PACKAGING.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    assert len(read) > 10
    assert [path.name for path in read if HOST.search(path.read_text(encoding="utf-8"))] == []

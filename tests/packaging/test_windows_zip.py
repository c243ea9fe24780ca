"""What is in the zip for Windows: the same every time, small, listed, and nothing that nobody knows."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from shipping.archive import fingerprint, pack
from shipping.it_page import licences
from shipping.signatures import CHECKED, CHECKER, is_program, known, signer_of
from shipping.windows_zip import DEEPEST, MOST, contents

pytestmark = pytest.mark.slow

UNSIGNED = {"facilitator.cmd", "app/lib/pydantic_core/_pydantic_core.cp313-win_amd64.pyd"}
PAGE = "Voor-de-ICT-afdeling.html"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def test_two_builds_give_the_same_bytes(files: dict[str, bytes], built: Path, tmp_path: Path) -> None:
    again = contents()
    assert {name for name in files if files[name] != again.get(name)} == set()
    pack(again, tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == built.read_bytes()


def test_it_can_be_sent(built: Path) -> None:
    assert built.stat().st_size <= MOST


def test_few_things_stand_where_one_clicks(files: dict[str, bytes]) -> None:
    assert {name.split("/")[0] for name in files} == {"app", "facilitator.cmd", "LEESMIJ.txt", PAGE}
    assert max(map(len, files)) <= DEEPEST


def test_two_programs_have_no_signature(files: dict[str, bytes]) -> None:
    signed = {f"app/python/{each.name}" for each in known() if each.signer}
    assert {name for name in files if is_program(name)} - signed == UNSIGNED


def test_nothing_is_run_that_does_not_look_it(files: dict[str, bytes]) -> None:
    assert [name for name in files if files[name][:2] == b"MZ" and not is_program(name)] == []


@pytest.mark.skipif(not CHECKED, reason=f"{CHECKER} is not installed")
def test_every_signature_is_of_its_file(files: dict[str, bytes]) -> None:
    signed = {each.name: each.signer for each in known() if each.signer}
    assert {name: signer_of(files[f"app/python/{name}"]) for name in signed} == signed
    broken = bytearray(files["app/python/python.exe"])
    broken[2000] ^= 1
    assert signer_of(bytes(broken)) == ""


def test_the_page_lists_every_program_with_its_hash(files: dict[str, bytes]) -> None:
    page = files[PAGE].decode("utf-8")
    programs = [name for name in files if is_program(name)]
    for name in programs:
        assert name.removeprefix("app/").removeprefix("lib/").replace("/", "\\") in page
        assert fingerprint(files[name]) in page
    assert len(re.findall(r">[0-9a-f]{64}<", page)) == len(programs)
    named = set(re.findall(r"[\w.-]+\.(?:exe|dll|pyd|cmd)\b", page))
    assert {name.rpartition("/")[2] for name in programs} == named
    assert page.count("niemand</td>") == len(UNSIGNED)


def test_the_page_tells_every_licence_and_what_is_kept(files: dict[str, bytes]) -> None:
    page = files[PAGE].decode("utf-8")
    assert [package for package in licences(files) if package not in page] == []
    for said in ("Wat niemand kan zien", r"%LOCALAPPDATA%\facilitator", "AppLocker", "WDAC", "Python 3.13"):
        assert said in page
    assert "$" not in page


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium to print with")
def test_the_page_is_one_a4(files: dict[str, bytes], tmp_path: Path) -> None:
    (tmp_path / PAGE).write_bytes(files[PAGE])
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    quiet = ["--disable-background-networking", f"--user-data-dir={tmp_path / 'profile'}"]
    to = tmp_path / "page.pdf"
    subprocess.run(
        [str(CHROMIUM), *options, *quiet, f"--print-to-pdf={to}", (tmp_path / PAGE).as_uri()],
        check=True,
        capture_output=True,
    )
    assert len(re.findall(rb"/Type\s*/Page\b", to.read_bytes())) == 1


def test_texts_have_lines_as_windows_wants(files: dict[str, bytes]) -> None:
    for name in ("LEESMIJ.txt", "facilitator.cmd", "app/python/python313._pth"):
        assert files[name].count(b"\n") == files[name].count(b"\r\n") > 2, name
    assert files["LEESMIJ.txt"].startswith(b"\xef\xbb\xbf")
    assert b"$" not in files["LEESMIJ.txt"]

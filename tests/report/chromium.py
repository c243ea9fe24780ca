"""A page as a browser prints it, and how wide it is on a phone. Only where Chromium is installed."""

from __future__ import annotations

import re
import subprocess
from html import escape
from pathlib import Path
from typing import Final

import pytest

BROWSER: Final = Path("/usr/bin/chromium")
NEEDED: Final = pytest.mark.skipif(not BROWSER.exists(), reason=f"no Chromium at {BROWSER}")
PATIENCE: Final = 120
"""Seconds for one page, on a machine that is busy."""


def printed_pages(html: str, folder: Path) -> int:
    """Give how many pages of paper this takes."""
    made = folder / "page.pdf"
    made.unlink(missing_ok=True)
    _run(folder, html, "--no-pdf-header-footer", f"--print-to-pdf={made}")
    return len(re.findall(rb"/Type\s*/Page\b", made.read_bytes()))


def width_on(html: str, pixels: int, folder: Path) -> int:
    """Give how wide this is where a screen is so many pixels wide: more than that has to be moved aside."""
    frame = f'<iframe width="{pixels}" height="600" style="border: 0" srcdoc="{escape(html)}"></iframe>'
    measure = "document.title = document.querySelector('iframe').contentDocument.documentElement.scrollWidth"
    wrapped = f"<!doctype html><title>none</title>{frame}<script>onload = () => {{ {measure} }}</script>"
    found = re.search(r"<title>(\d+)</title>", _run(folder, wrapped, "--dump-dom"))
    assert found, "the page was not measured"
    return int(found[1])


def _run(folder: Path, html: str, *asked: str) -> str:
    page = folder / "page.html"
    page.write_text(html, encoding="utf-8")
    alone = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking")
    command = [str(BROWSER), *alone, f"--user-data-dir={folder / 'browser'}", *asked, page.as_uri()]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=PATIENCE).stdout

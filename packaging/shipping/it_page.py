"""The page for an IT department: what is in the zip, who made and signed it, what it touches and keeps."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from html import escape
from string import Template
from typing import Final

from shipping.archive import fingerprint
from shipping.places import WINDOWS
from shipping.signatures import Known, is_program

SHORT: Final = {
    "Python Software Foundation": "PSF",
    "Microsoft Windows Software Compatibility Publisher": "Microsoft",
    "": "niemand",
}
"""How the page calls who signed; below the table stands who they are."""
OTHERS_IN_PYTHON: Final = "met libffi (MIT) en de C-runtime van Microsoft"
COLUMN: Final = "app/"


def it_page(files: Mapping[str, bytes], signed: list[Known], version: str, python: str, privacy: str) -> str:
    """Give the page as HTML: what of these files is run, and what holds for all of them."""
    signer = {f"{COLUMN}python/{each.name}": each.signer for each in signed}
    programs = {name: signer.get(name, "") for name in sorted(files) if is_program(name)}
    rows = [
        f"<tr><td>{escape(_shown(name))}</td><td>{escape(SHORT.get(who, who))}</td>"
        f'<td class="sum">{fingerprint(files[name])}</td></tr>'
        for name, who in programs.items()
    ]
    packages = licences(files)
    return Template((WINDOWS / "ict.html").read_text(encoding="utf-8")).substitute(
        version=escape(version),
        python=escape(python),
        count=len(packages),
        licences=_licences(packages, python),
        privacy="\n".join(_paragraphs(privacy)),
        programs=len(programs),
        unsigned=sum(not who for who in programs.values()),
        rows="\n".join(rows),
    )


def _shown(name: str) -> str:
    """Give a path as it fits a column, seen from ``app``."""
    inside = name.removeprefix(f"{COLUMN}lib/").removeprefix(COLUMN)
    return (inside if name.startswith(COLUMN) else f"../{name}").replace("/", "\\")


def licences(files: Mapping[str, bytes]) -> dict[str, str]:
    """Give the licence of each package, as it says itself. Raises ValueError when one says nothing."""
    found: dict[str, str] = {}
    for name, data in files.items():
        if not name.endswith(".dist-info/METADATA"):
            continue
        about = data.decode("utf-8").split("\n\n")[0]
        package, version = _field(about, "Name"), _field(about, "Version")
        licence = _field(about, "License-Expression") or _field(about, "License")
        licence = licence or _field(about, "Classifier: License :: OSI Approved :").removesuffix(" License")
        if not licence:
            raise ValueError(f"{package} does not say its licence")
        found[f"{package} {version}"] = licence
    return found


def _field(about: str, name: str) -> str:
    line = re.search(rf"^{re.escape(name)}: (.+)$", about, re.MULTILINE)
    return line[1].strip() if line else ""


def _licences(packages: Mapping[str, str], python: str) -> str:
    by_licence = defaultdict(list)
    for package, licence in sorted(packages.items(), key=lambda each: each[0].lower()):
        by_licence[licence].append(package)
    said = [f"{licence}: {', '.join(found)}" for licence, found in sorted(by_licence.items())]
    return escape(f"Python {python}: PSF-2.0, {OTHERS_IN_PYTHON}. {'. '.join(said)}.")


def _paragraphs(page: str) -> Iterator[str]:
    """Give what ``facilitator privacy`` prints as paragraphs and lists, without its title."""
    for part in page.split("\n\n")[1:]:
        heading, *lines = part.splitlines()
        yield f"<h3>{escape(heading)}</h3>"
        items = re.split(r"\n(?=- )", "\n".join(lines))
        texts = [" ".join(item.split()) for item in items]
        yield f"<p>{escape(texts[0])}</p>"
        if texts[1:]:
            yield "<ul>" + "".join(f"<li>{escape(text[2:])}</li>" for text in texts[1:]) + "</ul>"

"""Writing figures into a scenario that someone made: under the use of the block that asks for them.

The rest of the file stays as it was written, remarks and all. What comes out is read again before it is
written: nothing but the figures may have changed.
"""

from __future__ import annotations

import errno
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import tomli

from facilitator.figures.columns import MADE_OF
from facilitator.figures.into_session import Done, Make, facts_step
from facilitator.folders import about
from facilitator.problems import Place, Problem, Refused
from facilitator.reasons import why
from facilitator.scenario.composition import load_scenario
from facilitator.scenario.given_fact import MOST_GIVEN, GivenFact
from facilitator.scenario.library import Library
from facilitator.scenario.model import Kinds
from facilitator.scenario.toml_files import LARGEST
from facilitator.scenario.toml_scanner import Entry, TomlScanner
from facilitator.storage.files import Files, write_whole
from facilitator.words import LANGUAGES, Language, Words

BOM: Final = "\ufeff"
Fact = dict[str, Any]
"""A figure as a file says it: each text by itself, or per language."""


def put_in_scenario(path: Path, own: Path, kinds: Kinds, make: Make, t: Words) -> Done:
    """Write figures into a scenario; give what became of them. Raises Refused: nothing has changed then."""
    before = _read(path)
    scenario = load_scenario(path, Library.of(path, own), kinds, t.language)
    _check_unchanged(path, before)
    found = facts_step(scenario.places(), kinds)
    if found is None:
        raise Refused(Problem("figures.no_step", {}, Place(str(path))))
    use, step = found
    text = before.decode("utf-8-sig")
    raw = tomli.loads(text)
    number = [each.id for each in scenario.uses].index(use.id)
    facts = _in_languages(make, raw["languages"])
    there = raw["use"][number].get("facts", {}).get(step.id, [])
    kept = [n for n, fact in enumerate(there) if not _is_ours(fact)]
    if [fact for fact in there if _is_ours(fact)] == facts:
        return Done(path)
    if (over := len(kept) + len(facts) - MOST_GIVEN) > 0:
        values: dict[str, str | int] = {
            "step": step.title,
            "most": MOST_GIVEN,
            "there": len(kept),
            "over": over,
        }
        raise Refused(Problem("figures.too_many", values, Place(str(path))))
    after = _written(text, number, step.id, len(there), kept, facts)
    wanted = [there[n] for n in kept] + facts
    if after is None or not _is_so(after, raw, number, step.id, wanted):
        raise Refused(Problem("figures.not_as_tables", {"step": step.id}, Place(str(path))))
    _replace(path, before, after)
    ours = len(there) - len(kept)
    return Done(path, added=max(0, len(facts) - ours), renewed=min(len(facts), ours))


def _is_ours(fact: Mapping[str, Any]) -> bool:
    """Tell whether a figure was looked up by this command; one of the same source in other words was not."""
    words = [Words(language) for language in LANGUAGES]
    ours = {t(f"figures.what.{measure}") for t in words for measure in MADE_OF}
    sources = {t("figures.source") for t in words}
    return bool(sources & _texts(fact, "source")) and bool(ours & _texts(fact, "what"))


def _texts(fact: Mapping[str, Any], name: str) -> set[str]:
    """Give what a figure says under a name, in each language that it says it in."""
    said = fact.get(name, "")
    return set(said.values()) if isinstance(said, dict) else {said}


def _in_languages(make: Make, languages: Sequence[Language]) -> list[Fact]:
    """Give the figures as a file says them: a text that differs per language in each of its languages."""
    made = [make(Words(language)) for language in languages]
    return [_merged(dict(zip(languages, same, strict=True))) for same in zip(*made, strict=True)]


def _merged(same: Mapping[Language, GivenFact]) -> Fact:
    said: Fact = {}
    for name in GivenFact.model_fields:
        texts = {language: str(getattr(fact, name)) for language, fact in same.items()}
        one = next(iter(texts.values()))
        if one:
            said[name] = one if set(texts.values()) == {one} else texts
    return said


# -- the text


def _written(
    text: str, number: int, step: str, count: int, kept: Sequence[int], facts: Sequence[Fact]
) -> str | None:
    """Give the text with these figures in place of those of before; None where it is written otherwise."""
    scanner = TomlScanner(text)
    if not scanner.scan():
        return None
    use = _inside(scanner.top, "use", f"[{number + 1}]")
    if use is None or not text.startswith("[[", use.value[0]):
        return None
    newline = "\r\n" if "\r\n" in text else "\n"
    at = _line_end(text, _last(use))
    for n in reversed(range(count)):
        fact = _inside(use, "facts", step, f"[{n + 1}]")
        if n in kept:
            continue
        if fact is None or not text.startswith("[[", fact.value[0]):
            return None
        start, end = text.rfind("\n", 0, fact.value[0]) + 1, _line_end(text, _last(fact))
        while text.endswith(newline * 2, 0, start):
            start -= len(newline)
        text = text[:start] + text[end:]
        at -= (end - start) if end <= at else 0
    added = "".join(f"\n{_table(step, fact)}" for fact in facts)
    glue = "" if text[:at].endswith("\n") else "\n"
    return text[:at] + f"{glue}{added}".replace("\n", newline) + text[at:]


def _table(step: str, fact: Fact) -> str:
    lines = [f"{name} = {_said(value)}" for name, value in fact.items()]
    return "\n".join([f"[[use.facts.{step}]]", *lines, ""])


def _said(value: str | Mapping[str, str]) -> str:
    if isinstance(value, str):
        return _quoted(value)
    return "{ " + ", ".join(f"{language} = {_quoted(text)}" for language, text in value.items()) + " }"


def _quoted(text: str) -> str:
    import tomli_w

    return tomli_w.dumps({"x": text}).removeprefix("x = ").rstrip("\n")


def _inside(entry: Entry, *names: str) -> Entry | None:
    found: Entry | None = entry
    for name in names:
        found = found.inside.get(name) if found else None
    return found


def _last(entry: Entry) -> int:
    """Give where the last thing that belongs to a table ends."""
    ends = [entry.value[1]]
    waiting = list(entry.inside.values())
    while waiting:
        inner = waiting.pop()
        ends.append(inner.value[1])
        waiting += inner.inside.values()
    return max(ends)


def _line_end(text: str, at: int) -> int:
    """Give where the next line begins."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1


def _is_so(text: str, raw: Mapping[str, Any], number: int, step: str, wanted: Sequence[Fact]) -> bool:
    """Tell whether a text says what it said before, and these figures."""
    try:
        said = tomli.loads(text)
    except tomli.TOMLDecodeError:
        return False
    use = raw["use"][number]
    changed = {**use, "facts": {**use.get("facts", {}), step: list(wanted)}}
    uses = [changed if n == number else each for n, each in enumerate(raw["use"])]
    return said == {**raw, "use": uses}


# -- the disk


def _read(path: Path) -> bytes:
    try:
        return Files().read(path, LARGEST)
    except OSError as error:
        raise Refused(_cannot_write(path, error)) from error


def _replace(path: Path, before: bytes, text: str) -> None:
    """Write a file whole or not at all, never over what someone else wrote."""
    data = (BOM + text if before.startswith(BOM.encode()) else text).encode()
    _check_unchanged(path, before)
    try:
        if not about(path).st_mode & 0o200:  # its owner wants it to stay as it is
            raise PermissionError(errno.EACCES, "read-only", str(path))
        mode = about(path).st_mode & 0o777
        write_whole(Files(), path, data)
        path.chmod(mode)
    except OSError as error:
        raise Refused(_cannot_write(path, error)) from error


def _check_unchanged(path: Path, before: bytes) -> None:
    if _read(path) != before:
        raise Refused(Problem("figures.changed_meanwhile", {}, Place(str(path))))


def _cannot_write(path: Path, error: OSError) -> Problem:
    return Problem("figures.cannot_write", {"path": str(path), "why": why(error)})

"""What can be typed after ``facilitator``: one table for parsing, help and mistakes."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn

from facilitator import __version__
from facilitator.orders import DOCUMENTS, FORMS, PRODUCTS, READERS
from facilitator.text import folded, harmless
from facilitator.words import LANGUAGES, Language, Words

if TYPE_CHECKING:
    from facilitator.storage.places import Places

WRONG_USAGE: Final = 2
SORTS: Final = ("scenario", "block", "statements")
THEMES: Final = ("beamer-licht", "beamer-donker", "laptop")
PAPER: Final = ("ballots", "runsheet", "cards", "sheets", "easy-ballots", "reading-cards")
"""What can be printed by itself."""


@dataclass(frozen=True)
class Argument:
    """A word or an option of a command."""

    flag: str
    """``--out`` for an option, ``scenario`` for a word."""
    shown: str = ""
    """What stands for its value in the help; empty for a word."""
    choices: tuple[str, ...] = ()
    required: bool = False
    count: str = ""
    """argparse's ``nargs`` for a word: ``?`` or ``+``."""
    switch: bool = False
    """An option without a value."""

    @property
    def name(self) -> str:
        return self.flag.lstrip("-")


LANG: Final = Argument("--lang", "nl|en", LANGUAGES)
FOLDER: Final = Argument("--folder", "DIR")
THEME: Final = Argument("--theme", "NAME", THEMES)
PLAIN: Final = Argument("--plain", switch=True)
OUT: Final = Argument("--out", "FILE")
SCENARIO: Final = Argument("scenario", required=True)

COMMANDS: Final[dict[str, Sequence[Argument]]] = {
    "": (FOLDER, LANG, THEME, PLAIN),
    "run": (SCENARIO, Argument("--after", "FILE"), FOLDER, LANG, THEME, PLAIN),
    "resume": (Argument("session", count="?"), FOLDER, LANG, THEME, PLAIN),
    "room": (FOLDER, LANG, THEME, PLAIN),
    "check": (
        Argument("file", required=True, count="+"),
        Argument("--watch", switch=True),
        Argument("--aloud", switch=True),
        FOLDER,
        LANG,
    ),
    "print": (
        SCENARIO,
        Argument("--only", "|".join(PAPER), PAPER),
        Argument("--language", "CODE"),
        Argument("--people", "N"),
        Argument("--start", "TIME"),
        OUT,
        FOLDER,
        LANG,
    ),
    "report": (
        Argument("session", required=True),
        Argument("--as", "NAME", PRODUCTS),
        Argument("--to", "|".join(FORMS), FORMS),
        Argument("--for", "|".join(READERS), READERS),
        Argument("--template", "FILE"),
        OUT,
        FOLDER,
        LANG,
    ),
    "compare": (
        Argument("sessions", required=True, count="+"),
        Argument("--same", "NAME"),
        Argument("--to", "|".join(DOCUMENTS), DOCUMENTS),
        OUT,
        FOLDER,
        LANG,
    ),
    "community": (
        Argument("where", required=True),
        Argument("--city", "NAME"),
        Argument("--parquet", "DIR"),
        Argument("--to", "|".join(DOCUMENTS), DOCUMENTS),
        OUT,
        LANG,
    ),
    "merge": (
        Argument("table", required=True, count="+"),
        Argument("--yes", switch=True),
        Argument("--no", switch=True),
        FOLDER,
        LANG,
    ),
    "list": (FOLDER, LANG),
    "new": (Argument("sort", choices=SORTS, required=True), Argument("name", required=True), FOLDER, LANG),
    "preview": (SCENARIO, FOLDER, LANG, THEME, PLAIN),
    "notes": (LANG, THEME),
    "figures": (
        Argument("file", required=True),
        Argument("--area", "CODE", required=True),
        Argument("--into", "NAME"),
        Argument("--year", "YYYY"),
        FOLDER,
        LANG,
    ),
    "forget": (Argument("session", required=True), Argument("--yes", switch=True), FOLDER, LANG),
    "privacy": (FOLDER, LANG),
    "schema": (Argument("--to", "json|md", ("json", "md")), LANG),
}


class _Parser(argparse.ArgumentParser):
    """argparse, with mistakes and help in our words."""

    def __init__(self, t: Words, command: str = "", **kwargs: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, **kwargs)
        self.t = t
        self.command = command
        self.add_argument("-h", "--help", action="store_true")
        for argument in COMMANDS[command]:
            _add(self, argument)

    def error(self, message: str) -> NoReturn:
        _refuse(_why(message, self.command, self.t), self.t)


def say(sentence: str) -> None:
    """Say a sentence on the terminal; the name of a file in it does nothing there."""
    sys.stdout.write(harmless(sentence) + "\n")


def warn(sentences: Sequence[str]) -> None:
    """Say what is to be known besides what was asked for."""
    for sentence in sentences:
        sys.stderr.write(harmless(sentence) + "\n")


def places_of(asked: argparse.Namespace) -> Places:
    """Give where sessions and the app's own files stand, as was asked."""
    from facilitator.storage.places import find_places

    return find_places(Path(asked.folder) if asked.folder else None)


def _refuse(why: str, t: Words) -> NoReturn:
    sys.stderr.write(harmless(t("cli.wrong_usage", why=why, program="facilitator")) + "\n")
    raise SystemExit(WRONG_USAGE)


def _add(parser: argparse.ArgumentParser, argument: Argument) -> None:
    options: dict[str, Any] = {}
    if argument.choices:
        options["choices"] = argument.choices
        options["type"] = partial(_choice, argument.choices)
    if argument.switch:
        parser.add_argument(argument.flag, action="store_true")
    elif argument.flag.startswith("-"):
        parser.add_argument(argument.flag, required=argument.required, **options)
    elif argument.count:
        parser.add_argument(argument.flag, nargs=argument.count, **options)
    else:
        parser.add_argument(argument.flag, **options)


def _choice(choices: Sequence[str], word: str) -> str:
    """Give the choice that is meant, whatever its capitals and punctuation; another word as it is."""
    return next((choice for choice in choices if folded(choice) == folded(word)), word)


def _why(message: str, command: str, t: Words) -> str:
    """Say argparse's message in our words."""
    if found := re.search(r"unrecognized arguments: (.+)", message):
        return t("cli.unknown_option", word=found[1])
    if found := re.search(r"invalid choice: '?([^' ]+)'?", message):
        choices = re.search(r"choose from (.+)\)", message)
        said = choices[1].replace("'", "") if choices else ""
        return t("cli.bad_choice_of", word=found[1], choices=said)
    if found := re.search(r"required: (.+)", message):
        what = ", ".join(t(f"cli.help.{name.lstrip('-')}") for name in found[1].split(", "))
        return t("cli.wants_more", command=command, what=what)
    if found := re.search(r"argument (\S+?):? expected", message):
        return t("cli.wants_value", word=found[1].rstrip(":"))
    if found := re.search(r"argument (\S+?): ignored explicit argument", message):
        return t("cli.wants_nothing", word=found[1])
    return t("cli.not_understood")


def spoken(words: Sequence[str]) -> Language:
    """Find the language asked for before anything else is read, so that every mistake is said in it."""
    for number, word in enumerate(words):
        asked = word.removeprefix("--lang=") if word.startswith("--lang=") else ""
        if word == "--lang" and number + 1 < len(words):
            asked = words[number + 1]
        if folded(asked) == "en":
            return "en"
    return "nl"


def parse(words: Sequence[str], t: Words) -> argparse.Namespace:
    """Give what was asked, with ``command`` and ``help``. Ends the program with 2 on wrong usage."""
    if words and words[0] == "--version":
        return argparse.Namespace(command="--version", help=False)
    command = _command(words)
    if command not in COMMANDS:
        _refuse(t("cli.unknown_command", word=command), t)
    rest = list(words)
    if command:
        rest.remove(command)
    if {"-h", "--help"} & set(rest):
        return argparse.Namespace(command=command, help=True)
    asked = _Parser(t, command).parse_args(rest)
    asked.command = command
    return asked


def _command(words: Sequence[str]) -> str:
    """Give the first word that is no option and no option's value; options may stand before it."""
    options = {argument.flag for arguments in COMMANDS.values() for argument in arguments if argument.shown}
    before = ""
    for word in words:
        if not word.startswith("-") and before not in options:
            return word
        before = word
    return ""


def help_text(command: str, t: Words) -> str:
    """Give the help of a command, or of the whole program."""
    lines = [f"facilitator {__version__}", t("cli.description"), ""] if not command else []
    used = " ".join(["facilitator", *([command] if command else ["[" + "|".join(list(COMMANDS)[1:]) + "]"])])
    lines.append(
        f"{t('cli.usage')} {used} {' '.join(_usage(argument) for argument in COMMANDS[command])}".rstrip()
    )
    if not command:
        lines += ["", t("cli.no_command"), "", f"{t('cli.commands')}:"]
        lines += [f"  {name:<10} {t(f'cli.help.{name}')}" for name in COMMANDS if name]
    lines += ["", f"{t('cli.options')}:"]
    lines += [f"  {argument.flag:<10} {t(f'cli.help.{argument.name}')}" for argument in COMMANDS[command]]
    lines += [f"  {'--help':<10} {t('cli.help.help')}"]
    if not command:
        lines += [f"  {'--version':<10} {t('cli.help.version')}"]
    return "\n".join(lines)


def _usage(argument: Argument) -> str:
    word = argument.flag if argument.switch else argument.flag.upper()
    if argument.shown:
        word = f"{argument.flag} {argument.shown}"
    if argument.count == "+":
        word += "..."
    return word if argument.required else f"[{word}]"

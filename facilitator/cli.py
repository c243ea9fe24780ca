"""The command line. Each command imports only what it needs, so that help and checks are quick.

Exit codes: 0 fine, 1 bad input, 2 wrong usage, 143 ended by a signal.
"""

from __future__ import annotations

import sys
import time
from argparse import Namespace
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

from facilitator.cli_screens import asks_plain, home, looks_of, need_signs, notes, resume, room, run
from facilitator.cli_sessions import community, compare, merge, report
from facilitator.lookup import find_any, find_scenario
from facilitator.problems import Problem, Refused
from facilitator.signs import say_readably
from facilitator.text import harmless
from facilitator.usage import help_text, parse, places_of, say, spoken, warn
from facilitator.words import Words

BAD_INPUT: Final = 1
INTERRUPTED: Final = 130
LOOK_AGAIN: Final = 0.5
"""Seconds between two looks at files that are watched."""


def main(words: Sequence[str] | None = None) -> int:
    """Do what is asked on the command line; give the exit code."""
    words = sys.argv[1:] if words is None else list(words)
    say_readably([sys.stdout, sys.stderr])
    t = Words(spoken(words))
    try:
        return _do(words, t)
    except Refused as refused:
        _show(refused.problems, t)
        return BAD_INPUT
    except BrokenPipeError:
        # who reads us has gone; nothing is wrong with what was asked
        sys.stderr.close()
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001  top-level handler: write a crash file, say one line
        from facilitator.crash import tell_crash

        sys.stderr.write(harmless(tell_crash(error, datetime.now().astimezone(), t)) + "\n")
        return BAD_INPUT


def _do(words: Sequence[str], t: Words) -> int:
    """Do what is asked; raise what goes wrong."""
    asked = parse(words, t)
    if asked.command == "--version":
        from facilitator import __version__

        print(f"facilitator {__version__}")
        return 0
    if asked.help:
        print(help_text(asked.command, t))
        return 0
    return _COMMANDS[asked.command](asked, t)


def _complain(problems: Sequence[Problem], t: Words) -> None:
    """Say each problem in a line."""
    for problem in problems:
        print(problem.line(t) if problem.place else problem.say(t), file=sys.stderr)


def _show(problems: Sequence[Problem], t: Words) -> None:
    """Say why something was refused; of a file, with the lines that it is about."""
    if not any(problem.place and problem.place.line for problem in problems):
        _complain(problems, t)
        return
    from facilitator.scenario.excerpt import Excerpts

    excerpts = Excerpts(t)
    print("\n\n".join(excerpts.say(problem) for problem in problems), file=sys.stderr)


# -- the other commands


def _check(asked: Namespace, t: Words) -> int:
    from facilitator.kinds import kinds
    from facilitator.scenario.check_session import CheckSession

    own = places_of(asked).scenarios
    say = partial(print, flush=True)
    places = places_of(asked)
    checking = CheckSession(
        [find_any(name, places) for name in asked.file], own, kinds(), t, say, aloud=asked.aloud
    )
    if asked.watch:
        well = checking.watch(partial(time.sleep, LOOK_AGAIN), clear=sys.stdout.isatty())
    else:
        well = checking.once()
    return 0 if well else BAD_INPUT


def _print(asked: Namespace, t: Words) -> int:
    from facilitator.outputs import PaperOrder, print_scenario
    from facilitator.words.dates import read_time

    places = places_of(asked)
    starts = read_time(asked.start) if asked.start else None
    if asked.start and starts is None:
        raise Refused(Problem("cli.bad_choice", {"word": asked.start}))
    path = find_scenario(asked.scenario, places)
    out = Path(asked.out) if asked.out else None
    order = PaperOrder(asked.people or "", starts, asked.only, asked.language or "")
    written = print_scenario(path, places, t, order, out)
    say(t("cli.written", path=written))
    return 0


def _list(asked: Namespace, t: Words) -> int:
    from facilitator.scenario.authoring.scenario_list import list_scenarios
    from facilitator.scenario.library import built_in, headings

    own = places_of(asked).scenarios
    found, problems = headings(built_in(), t.language)
    mine, more = headings(own, t.language, own=True)
    for line in list_scenarios([*found, *mine], t):
        say(line)
    _complain([*problems, *more], t)
    return 0


def _new(asked: Namespace, t: Words) -> int:
    from facilitator.kinds import kinds
    from facilitator.scenario.authoring.templates import new_file

    path = new_file(asked.sort, asked.name, places_of(asked).scenarios, kinds(), t)
    say(t("cli.new", path=path))
    return 0


def _preview(asked: Namespace, t: Words) -> int:
    """Walk through a file; then say what does not fit the smallest screen."""
    from facilitator.kinds import kinds
    from facilitator.scenario.authoring.trial import try_out

    places = places_of(asked)
    path = find_any(asked.scenario, places)
    trial = try_out(path, places.scenarios, kinds(), t)
    code = 0
    plain = asks_plain(asked)
    if plain or (sys.stdin.isatty() and sys.stdout.isatty()):
        if not plain:
            need_signs()
        from facilitator.ui.app.preview import preview

        code = preview(t, trial, kinds(), looks_of(asked))
        if code:  # the window may be gone
            return code
    for tight in trial.tight:
        say(t("cli.tight", step=tight.title, why=tight.problem.say(t)))
    if trial.tight:
        return BAD_INPUT
    say(t("cli.all_fit", n=len(list(trial.scenario.places()))))
    return code


def _schema(asked: Namespace, t: Words) -> int:
    """Print what editors read, or what an author reads: both made from the models."""
    from facilitator.kinds import kinds
    from facilitator.scenario.authoring.reference import reference
    from facilitator.scenario.authoring.templates import schema_text

    print(reference(kinds(), t) if asked.to == "md" else schema_text(kinds(), t), end="")
    return 0


def _figures(asked: Namespace, t: Words) -> int:
    from facilitator.figures.command import figures

    warn(figures(Path(asked.file), asked.area, asked.year or "", asked.into, places_of(asked), t, say))
    return 0


def _forget(asked: Namespace, t: Words) -> int:
    from facilitator.traces import forget_by_name

    all_gone = forget_by_name(places_of(asked), asked.session, t, print, None if asked.yes else input)
    return 0 if all_gone else BAD_INPUT


def _privacy(asked: Namespace, t: Words) -> int:
    from facilitator.privacy import privacy

    print(privacy(places_of(asked), t))
    return 0


_COMMANDS: Final = {
    "": home,
    "run": run,
    "resume": resume,
    "room": room,
    "check": _check,
    "print": _print,
    "report": report,
    "compare": compare,
    "community": community,
    "merge": merge,
    "list": _list,
    "new": _new,
    "notes": notes,
    "preview": _preview,
    "figures": _figures,
    "forget": _forget,
    "privacy": _privacy,
    "schema": _schema,
}

if __name__ == "__main__":
    raise SystemExit(main())

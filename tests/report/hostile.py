"""Texts that would like to be more than text, put wherever a text can stand; and the contrast of colours."""

from __future__ import annotations

from typing import Any

from facilitator.session.rounds import Finding
from facilitator.session.state import State
from tests.report.made_up import about

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style></title></svg><script>x()</script>",
    "[/x] [a](javascript:x()) ![p](http://evil.example/p.png)",
    "| a | b | * _ # ` ~~x~~ **y**",
    "- een lijst",
    "1. een lijst",
    "# een kop",
    "> een citaat",
    "--- ",
    "=== ",
    "http://evil.example/ www.evil.example <http://evil.example>",
    "&lt;b&gt; &amp; &#60;",
    "\\*a\\* \\",
    "$x$ {y} @wie",
]

WILD = [
    *HOSTILE,
    '#import "x": * #let a = 1 // b /* c */ `d` @e <f> ~ -- [g] = h',
    "=1+1",
    "+31 10 123",
    "-2",
    "@SUM(A1:A9)",
    '=HYPERLINK("http://evil.example";"klik")',
    "\uff1d1+1",
    "a;\"b\";'c'",
    "BEGIN:VEVENT",
    "komma, puntkomma; en \\n",
    "]]> <!-- a --> <?b?>",
    "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
    "\U0001f600 \u6f22\u5b57",
    "\ufffe \uffff",
    "caf\u00e9 \u20ac 5",
    "w" * 300,
    "\u20ac" * 100,
]
"""Texts that would like to be more than text in a file of some other program too."""


def with_text(state: State, said: str) -> State:
    """Put a text wherever a session or a scenario can hold one."""
    scenario = state.scenario
    sets = [
        each.model_copy(
            update={
                "title": said,
                "source": said,
                "statements": [one.model_copy(update={"text": said}) for one in each.statements],
            }
        )
        for each in scenario.statement_sets
    ]
    uses = [
        use.model_copy(
            update={
                "title": said,
                "source": said,
                "steps": [one.model_copy(update={"title": said}) for one in use.steps],
            }
        )
        for use in scenario.uses
    ]
    scenario = scenario.model_copy(
        update={
            "title": said,
            "purpose": said,
            "uses": uses,
            "statement_sets": sets,
            "sources": [said],
            "perspectives": [each.model_copy(update={"title": said}) for each in scenario.perspectives],
            "scale": scenario.scale.model_copy(update={"points": [said] * 4, "unknown": said}),
        }
    )
    finding = Finding(code="a", wall=said, notes=f"{said}\n\n{said}\n{said}")
    rounds = {
        name: each.model_copy(update={"findings": [finding]}) if each.status == "revealed" else each
        for name, each in state.rounds.items()
    }
    return state.replace(
        scenario=scenario,
        about=about(place=said, venue=said),
        rounds=rounds,
        registers=_filled(state, said),
        notes={
            name: each.__class__(each.use, each.step, each.about, said) for name, each in state.notes.items()
        },
        results={
            **state.results,
            "praten/advies": {"replies": {"extra": "yes"}, "advice": "no", "reason": said, "hears": said},
            "praten/vragen": {
                "answers": [{"id": "answer01", "question": "wat", "text": said, "differs": True}],
            },
            "begin/wie": {"hats": [said]},
        },
    )


def _filled(state: State, said: str) -> dict[str, dict[str, Any]]:
    """Give the registers with every text in them replaced."""
    fixed = {
        "side",
        "ring",
        "direction",
        "actor",
        "task",
        "role",
        "firmness",
        "heard",
        "status",
        "perspective",
    }
    return {
        register: {
            name: entry.model_copy(
                update={
                    field: said
                    for field, value in entry
                    if isinstance(value, str) and value and field not in fixed
                }
            )
            for name, entry in entries.items()
        }
        for register, entries in state.registers.items()
    }


def contrast(colour: str, on: str = "#ffffff") -> float:
    """Give the contrast of WCAG 2 between two colours."""
    light, dark = sorted((_luminance(colour), _luminance(on)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

"""Words that put a label on a neighbourhood or on people, with what can be said instead (docs/domain.md P7).

What is looked for stands here and in no catalogue, because a list in two languages does not run parallel:
each language has its own labels.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from facilitator.words import Language


class Label(NamedTuple):
    """A label in all its forms."""

    stems: tuple[str, ...]
    """One of these stands in every form, in small letters: a text without them needs no closer look."""
    pattern: str
    """Fits a form as a whole."""
    better: str
    """What can be said instead: ``scenario.better.<this>`` in the catalogue."""


_WIJK: Final = "(?:wijk|buurt|gebied)(?:en|je|jes|s)?"
_AREA: Final = "(?:area|neighbou?rhood|estate|district)s?"
_NOT_A_PERSON: Final = "het|een|dit|uw|de (?:kaart|brug|poster|tafel|pagina|bladzijde)"

LABELS: Final[Mapping[Language, Sequence[Label]]] = {
    "nl": [
        Label(("probleem",), rf"probleem-?{_WIJK}", "area_and_matter"),
        Label(("achterstand",), rf"achterstands?-?{_WIJK}", "area_and_matter"),
        Label(
            ("krachtw", "krachtb", "krachtg", "kracht-", "prachtw", "prachtb", "prachtg", "pracht-"),
            rf"(?:kracht|pracht)-?{_WIJK}",
            "area",
        ),
        Label(
            ("vogelaar", "impuls", "focus", "signaal"),
            rf"(?:vogelaar|impuls|focus|signaal)-?{_WIJK}",
            "area",
        ),
        Label(("aandachts",), "aandachts-?(?:wijk|buurt)(?:en)?", "area"),
        Label(
            ("slechte ", "zwakke ", "arme ", "verpauperde ", "verloederde ", "kwetsbare "),
            rf"(?:slechte|zwakke|arme|verpauperde|verloederde|kwetsbare) {_WIJK}",
            "area_in_need",
        ),
        Label(("kansarm", "kansloze"), "kansarm(?:e|en)?|kansloze(?:n)?", "fewer_chances"),
        Label(("probleem",), "probleem-?gezin(?:nen)?", "family"),
        Label(
            ("multi",),
            "multi-?probleem(?:gezin(?:nen)?|huishoudens?|gevallen|geval|situaties?)?",
            "busy_family",
        ),
        Label(("multi",), "multi-?problematiek", "tangled"),
        Label(("probleem",), "probleem-?(?:jongeren?|jeugd|kinderen)", "young"),
        Label(
            ("hangj", "hangg", "hang-"),
            "hang-?(?:jongeren?|jeugd|groep(?:en)?)",
            "young_outdoors",
        ),
        Label(("allochto",), "allochto(?:on|ne|nen)", "origin"),
        Label(("opgeleid",), "laag-?opgeleid(?:e|en)?", "practical"),
        Label(("geletterde",), "laag-?geletterde(?:n)?", "readers"),
        Label(("geletterd",), "laag-?geletterd", "reading"),
        Label(
            ("de onderkant",),
            rf"de onderkant(?! van (?:{_NOT_A_PERSON}))",
            "little_money_or_chances",
        ),
        Label(("klasse",), "onder-?klasse", "little_money"),
        Label(("zwakkeren",), "(?:sociaal )?zwakkeren", "helped"),
        Label(("trekker",), "(?:uitkerings|bijstands|steun)-?trekkers?", "benefits"),
        Label(("tokkie",), "tokkies?", "residents"),
        Label(("getto",), "getto(?:'s)?", "area"),
        Label(
            ("moeilijk bereikbare",),
            "moeilijk bereikbare (?:groep(?:en)?|mensen|bewoners|doelgroep(?:en)?)",
            "not_reached",
        ),
    ],
    "en": [
        Label(("problem",), f"problem {_AREA}", "area_and_matter"),
        Label(("deprived",), "deprived", "in_need"),
        Label(("deprivation",), "deprivation", "too_little"),
        Label(
            ("disadvantaged", "underprivileged"),
            "disadvantaged|underprivileged",
            "fewer_chances",
        ),
        Label(("ghetto", "slum"), "ghettos?|ghettoes|slums?", "area"),
        Label(
            ("bad ", "weak ", "poor ", "rough ", "sink ", "run-down ", "vulnerable "),
            f"(?:bad|weak|poor|rough|sink|run-down|vulnerable) {_AREA}",
            "area_in_need",
        ),
        Label(("problem", "troubled"), "(?:problem|troubled) (?:family|families)", "family"),
        Label(
            ("problem", "loitering", "troubled"),
            "(?:problem|loitering|troubled) (?:youths?|kids|teenagers?)",
            "young",
        ),
        Label(("educated",), "(?:low|poorly|lower)[- ]educated|uneducated", "practical"),
        Label(("illiterate",), "illiterates?", "readers"),
        Label(("underclass", "lower class"), "underclass|lower class(?:es)?", "little_money"),
        Label(("the bottom of",), "the bottom of society", "little_money_or_chances"),
        Label(("hard",), "hard[- ]to[- ]reach", "not_reached"),
        Label(("scrounger",), "(?:benefit )?scroungers?", "benefits"),
    ],
}

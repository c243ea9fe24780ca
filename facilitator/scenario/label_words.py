"""Words that put a label on a neighbourhood or on people, with what can be said instead (docs/domain.md P7).

They stand here because a list in two languages does not run parallel: each language has its own labels.
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
    """What can be said instead."""


_WIJK: Final = "(?:wijk|buurt|gebied)(?:en|je|jes|s)?"
_AREA: Final = "(?:area|neighbou?rhood|estate|district)s?"
_NOT_A_PERSON: Final = "het|een|dit|uw|de (?:kaart|brug|poster|tafel|pagina|bladzijde)"

LABELS: Final[Mapping[Language, Sequence[Label]]] = {
    "nl": [
        Label(("probleem",), rf"probleem-?{_WIJK}", "deze wijk, of haar naam, en wat er speelt"),
        Label(("achterstand",), rf"achterstands?-?{_WIJK}", "deze wijk, of haar naam, en wat er speelt"),
        Label(
            ("krachtw", "krachtb", "krachtg", "kracht-", "prachtw", "prachtb", "prachtg", "pracht-"),
            rf"(?:kracht|pracht)-?{_WIJK}",
            "deze wijk, of haar naam",
        ),
        Label(
            ("vogelaar", "impuls", "focus", "signaal"),
            rf"(?:vogelaar|impuls|focus|signaal)-?{_WIJK}",
            "deze wijk, of haar naam",
        ),
        Label(("aandachts",), "aandachts-?(?:wijk|buurt)(?:en)?", "deze wijk, of haar naam"),
        Label(
            ("slechte ", "zwakke ", "arme ", "verpauperde ", "verloederde ", "kwetsbare "),
            rf"(?:slechte|zwakke|arme|verpauperde|verloederde|kwetsbare) {_WIJK}",
            "een wijk waar meer nodig is",
        ),
        Label(("kansarm", "kansloze"), "kansarm(?:e|en)?|kansloze(?:n)?", "wie minder kansen krijgt"),
        Label(("probleem",), "probleem-?gezin(?:nen)?", "een gezin met zorgen"),
        Label(
            ("multi",),
            "multi-?probleem(?:gezin(?:nen)?|huishoudens?|gevallen|geval|situaties?)?",
            "een gezin waar veel tegelijk speelt",
        ),
        Label(("multi",), "multi-?problematiek", "zorgen die in elkaar grijpen"),
        Label(("probleem",), "probleem-?(?:jongeren?|jeugd|kinderen)", "jongeren, en wat er speelt"),
        Label(
            ("hangj", "hangg", "hang-"),
            "hang-?(?:jongeren?|jeugd|groep(?:en)?)",
            "jongeren die elkaar buiten treffen",
        ),
        Label(("allochto",), "allochto(?:on|ne|nen)", "mensen, en hun afkomst alleen als die ertoe doet"),
        Label(("opgeleid",), "laag-?opgeleid(?:e|en)?", "praktisch opgeleid"),
        Label(("geletterde",), "laag-?geletterde(?:n)?", "wie moeite heeft met lezen en schrijven"),
        Label(("geletterd",), "laag-?geletterd", "met moeite lezen en schrijven"),
        Label(
            ("de onderkant",),
            rf"de onderkant(?! van (?:{_NOT_A_PERSON}))",
            "mensen met weinig geld of weinig kansen",
        ),
        Label(("klasse",), "onder-?klasse", "mensen met weinig geld"),
        Label(("zwakkeren",), "(?:sociaal )?zwakkeren", "wie hulp kan gebruiken"),
        Label(("trekker",), "(?:uitkerings|bijstands|steun)-?trekkers?", "mensen met een uitkering"),
        Label(("tokkie",), "tokkies?", "bewoners"),
        Label(("getto",), "getto(?:'s)?", "deze wijk, of haar naam"),
        Label(
            ("moeilijk bereikbare",),
            "moeilijk bereikbare (?:groep(?:en)?|mensen|bewoners|doelgroep(?:en)?)",
            "mensen die wij nog niet bereiken",
        ),
    ],
    "en": [
        Label(("problem",), f"problem {_AREA}", "this neighbourhood, or its name, and what is going on"),
        Label(("deprived",), "deprived", "where more is needed"),
        Label(("deprivation",), "deprivation", "having too little"),
        Label(
            ("disadvantaged", "underprivileged"),
            "disadvantaged|underprivileged",
            "people who get fewer chances",
        ),
        Label(("ghetto", "slum"), "ghettos?|ghettoes|slums?", "this neighbourhood, or its name"),
        Label(
            ("bad ", "weak ", "poor ", "rough ", "sink ", "run-down ", "vulnerable "),
            f"(?:bad|weak|poor|rough|sink|run-down|vulnerable) {_AREA}",
            "a neighbourhood where more is needed",
        ),
        Label(("problem", "troubled"), "(?:problem|troubled) (?:family|families)", "a family with worries"),
        Label(
            ("problem", "loitering", "troubled"),
            "(?:problem|loitering|troubled) (?:youths?|kids|teenagers?)",
            "young people, and what is going on",
        ),
        Label(("educated",), "(?:low|poorly|lower)[- ]educated|uneducated", "people who learnt on the job"),
        Label(("illiterate",), "illiterates?", "people who find reading and writing hard"),
        Label(("underclass", "lower class"), "underclass|lower class(?:es)?", "people with little money"),
        Label(("the bottom of",), "the bottom of society", "people with little money or few chances"),
        Label(("hard",), "hard[- ]to[- ]reach", "people we have not reached yet"),
        Label(("scrounger",), "(?:benefit )?scroungers?", "people on benefits"),
    ],
}

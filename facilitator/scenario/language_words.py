"""Words that put a label on a neighbourhood or on people, with what can be said instead (domain.md 5, P7).

A word is a pattern that has to fit as a whole. It stands here because a list in two languages does not run
parallel: each language has its own labels.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from facilitator.words import Language

_WIJK: Final = "(?:wijk|buurt|gebied)(?:en|je|jes|s)?"

LABELS: Final[Mapping[Language, Mapping[str, str]]] = {
    "nl": {
        rf"(?:probleem|achterstands?)-?{_WIJK}": "deze wijk, of haar naam, en wat er speelt",
        rf"(?:kracht|pracht|vogelaar|impuls|focus|signaal)-?{_WIJK}": "deze wijk, of haar naam",
        r"aandachts-?(?:wijk|buurt)(?:en)?": "deze wijk, of haar naam",
        rf"(?:slechte|zwakke|arme|verpauperde|verloederde|kwetsbare) {_WIJK}": "een wijk waar meer nodig is",
        r"kansarm(?:e|en)?": "wie minder kansen krijgt",
        r"kansloze(?:n)?": "wie minder kansen krijgt",
        r"probleem-?gezin(?:nen)?": "een gezin met zorgen",
        r"multi-?probleem(?:gezin(?:nen)?|huishoudens?|gevallen|geval|cliënten|klanten|situaties?)?": (
            "een gezin waar veel tegelijk speelt"
        ),
        r"multi-?problematiek": "zorgen die in elkaar grijpen",
        r"probleem-?(?:jongeren?|jeugd|kinderen)": "jongeren, en zeg erbij wat er speelt",
        r"hang-?(?:jongeren?|jeugd|groep(?:en)?)": "jongeren die elkaar buiten treffen",
        r"allochto(?:on|ne|nen)": "mensen, of waar zij of hun ouders vandaan komen als dat ertoe doet",
        r"laag-?opgeleid(?:e|en)?": "praktisch opgeleid",
        r"laag-?geletterde(?:n)?": "wie moeite heeft met lezen en schrijven",
        r"laag-?geletterd": "met moeite lezen en schrijven",
        r"de onderkant(?! van (?:het|een|dit|uw|de (?:kaart|brug|poster|tafel|pagina|bladzijde)))": (
            "mensen met weinig geld of weinig kansen"
        ),
        r"onder-?klasse": "mensen met weinig geld",
        r"(?:sociaal )?zwakkeren": "wie hulp kan gebruiken",
        r"(?:uitkerings|bijstands|steun)-?trekkers?": "mensen met een uitkering",
        r"tokkies?": "bewoners",
        r"getto(?:'s)?": "deze wijk, of haar naam",
        r"moeilijk bereikbare (?:groep(?:en)?|mensen|bewoners|doelgroep(?:en)?)": (
            "mensen die wij nog niet bereiken"
        ),
    },
    "en": {
        r"problem (?:area|neighbou?rhood|estate|district)s?": (
            "this neighbourhood, or its name, and what is going on"
        ),
        r"deprived": "where more is needed",
        r"(?:disadvantaged|underprivileged)": "people who get fewer chances",
        r"deprivation": "having too little",
        r"ghettos?|ghettoes|slums?": "this neighbourhood, or its name",
        r"(?:bad|weak|poor|rough|sink|run-down|vulnerable) (?:area|neighbou?rhood|estate|district)s?": (
            "a neighbourhood where more is needed"
        ),
        r"problem (?:family|families)|troubled (?:family|families)": "a family with worries",
        r"(?:problem|loitering|troubled) (?:youths?|kids|teenagers?)": "young people, and what is going on",
        r"(?:low|poorly|lower)[- ]educated|uneducated": "people who learnt a trade",
        r"illiterates?": "people who find reading and writing hard",
        r"underclass|lower class(?:es)?": "people with little money",
        r"the bottom of society": "people with little money or few chances",
        r"hard[- ]to[- ]reach": "people we have not reached yet",
        r"benefit scroungers?|scroungers?": "people on benefits",
    },
}

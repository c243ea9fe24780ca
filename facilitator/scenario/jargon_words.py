"""Words of offices that a room does not use (docs/domain.md P20); one may be meant, several make a riddle.

What is looked for stands here and in no catalogue: each language has words of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from facilitator.words import Language

FEW: Final = 2
"""So many of these words in one sentence are told."""

_WORDS: Final[Mapping[Language, str]] = {
    "nl": r"""integrale? integraliteit interventies? facilit(?:eren|eert|eerde|eer|erend|ering)
        participatie\w* burgerparticipatie stakeholders? implement\w+ transitie\w* governance
        domeinoverstijgende? ketenpartners? netwerkpartners? zelfredza(?:me?|amheid) samenredza(?:me?|amheid)
        empower\w* synergie\w* strategische? proactie[fv]\w* doelgroepen? maatwerk\w* beleidsmatige?
        borg(?:en|ing|t) uitrol(?:len)? opschal\w+ co-?creatie co-?creëren outreachende? regierol
        multidisciplinaire? intersectora(?:le|al) paradigma\w* holistische? gebiedsgerichte? programmatische?
        commitment evidence-based monitoring quickwins? vraaggestuurde? effectueren actualiseren optimaliseren
        positioner\w+ randvoorwaarden? verduurzam\w+ cohesie inclusieve? inclusiviteit""",
    "en": r"""integrated integral interventions? facilitat\w+ participatory stakeholders? implement\w+
        governance synerg\w+ empower\w* holistic leverag\w+ cross-sectoral multidisciplinary co-?creat\w+
        paradigms? strategic evidence-based upscal\w+ deliverables? optimi[sz]\w+ transitions? outreach
        monitoring capacity-building mainstream\w+ operationali[sz]\w+ inclusiv\w+ cohesion proactive\w*""",
}
_PATTERNS: Final[Mapping[Language, re.Pattern[str]]] = {
    language: re.compile(rf"(?<![\w-])(?:{'|'.join(words.split())})(?![\w-])", re.IGNORECASE)
    for language, words in _WORDS.items()
}


def jargon(text: str, language: Language) -> Iterator[str]:
    """Give the words of offices in a text, each once, in their order."""
    yield from dict.fromkeys(found[0].lower() for found in _PATTERNS[language].finditer(text))

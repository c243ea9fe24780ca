"""Whether a statement can be answered: it is no question, and it says one thing (docs/domain.md 6.1).

A guess by a few words, made so that it is rather silent than wrong: both halves have to show who does what.
What is looked for stands here and in no catalogue: each language has words of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from facilitator.problems import Place, Problem
from facilitator.scenario.validation import shown
from facilitator.words import Language


class Grammar(NamedTuple):
    """By what a language shows a question and a clause."""

    asks: str
    """How a question begins, also without its mark."""
    links: str
    """What stands between two clauses."""
    alone: str
    """Who does something, in one word."""
    article: str
    """What stands before a noun of which something is said."""
    verbs: str
    """What is done, in the forms that statements have."""


_GRAMMARS: Final[Mapping[Language, Grammar]] = {
    "nl": Grammar(
        asks=(
            "(?:bent|vindt|hebt|heeft|kunt|wilt|gaat|doet|voelt|kent|weet|ziet|denkt|durft|mag|moet)"
            " (?:u|je|jij)"
        ),
        links="en|maar|want",
        alone="ik|wij|we|u|jij|je|hij|zij|ze|men|er|iedereen|niemand|bewoners|mensen|jongeren|kinderen|ouderen",
        article="de|het|een|mijn|onze|ons|deze|dit|die|hun|elke|alle",
        verbs=(
            "ben|bent|is|zijn|was|waren|heb|hebt|heeft|hebben|had|word|wordt|worden|kan|kunnen|kunt|wil|wilt|willen"
            "|moet|moeten|mag|mogen|zal|zullen|ga|gaat|gaan|doe|doet|doen|kom|komt|komen|weet|weten|zie|ziet|zien"
            "|voel|voelt|voelen|ken|kent|kennen|help|helpt|helpen|krijg|krijgt|krijgen|werk|werkt|werken|woon|woont"
            "|wonen|vind|vindt|vinden|hoor|hoort|horen|spreek|spreekt|spreken|praat|praten|luistert|luisteren|blijf"
            "|blijft|blijven|geef|geeft|geven|maak|maakt|maken|neem|neemt|nemen|denk|denkt|denken|durf|durft|durven"
            "|houd|houdt|houden|staat|staan|ligt|liggen|loopt|lopen|speelt|spelen|leef|leeft|leven|gebeurt|vertrouw"
            "|vertrouwt|vertrouwen|merk|merkt|merken|vertelt|vertellen|groet|groeten|beslist|lukt"
        ),
    ),
    "en": Grammar(
        asks="(?:do|did|are|were|can|could|have|will|would|should) (?:you|we|they)",
        links="and|but",
        alone="i|we|you|he|she|they|it|there|everyone|everybody|nobody|people|residents|children",
        article="the|a|an|my|our|this|that|these|their|every",
        verbs=(
            "am|is|are|was|were|have|has|had|can|could|will|would|must|may|should|do|does|go|goes|come|comes|know"
            "|knows|see|sees|feel|feels|help|helps|get|gets|work|works|live|lives|find|finds|hear|hears|talk|talks"
            "|listen|listens|stay|stays|give|gives|make|makes|take|takes|think|thinks|dare|keep|keeps|play|plays"
            "|trust|trusts|want|wants|need|needs|tell|tells"
        ),
    ),
}


def check_statement(text: str, language: Language, place: Place, key: str) -> Iterator[Problem]:
    """Give a warning for a question, and for a statement with two thoughts."""
    if _is_question(text, _GRAMMARS[language]):
        yield Problem("scenario.question", {}, place, key, severity="warning")
    elif link := _link(text, _GRAMMARS[language]):
        values = {"word": shown(link)}
        yield Problem("scenario.two_thoughts", values, place, key, severity="warning", words=link)


def _is_question(text: str, grammar: Grammar) -> bool:
    said = text.strip()
    return said.endswith("?") or bool(re.match(rf"{grammar.asks}\b", said, re.IGNORECASE))


def _link(text: str, grammar: Grammar) -> str:
    """Give the word between two clauses with the one after it; nothing when there is one clause."""
    verb = rf"(?:{grammar.verbs})"
    who = rf"(?:(?:{grammar.alone})|(?:{grammar.article})(?: [\w-]+){{1,2}}?)"
    for found in re.finditer(rf"(?:^|\s)((?:{grammar.links}) \w+)", text, re.IGNORECASE):
        before, after = text[: found.start()], text[found.end(1) - len(found[1].split()[1]) :]
        own = re.match(rf"{who} {verb}\b", after, re.IGNORECASE)
        if own and re.search(rf"\b{verb}\b", before, re.IGNORECASE):
            return found[1]
    return ""

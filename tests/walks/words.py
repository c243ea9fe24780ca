"""What a group says on an evening, in each language: lines as people type them, no two of one walk the same.

And the few words of the app that a walk looks for, by how they read in Dutch.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from facilitator.words import Language

DUTCH_PLACES: Final = (
    "bij de school",
    "aan het plein",
    "in de Merelstraat",
    "langs het kanaal",
    "rond de flat",
    "bij de speeltuin",
    "achter het station",
    "in de Lijsterhof",
    "op de markt",
    "naast de sporthal",
    "bij de tramhalte",
    "in het park",
)
"""Where something is; behind a line that comes up again, so that it is another line."""

DUTCH: Final[Mapping[str, Sequence[str]]] = {
    "answer": (
        "het is hier rustiger sinds de straat is opgeknapt",
        "de buren kennen elkaar van de kinderen",
        "wie nieuw is, weet niet waar hij terecht kan",
        "het spreekuur is dicht als mensen tijd hebben",
        "er wordt veel over ons gepraat en weinig met ons",
        "een vast gezicht helpt meer dan een folder",
        "de ouderen blijven vaker binnen dan vroeger",
        "wij horen het pas als het al besloten is",
    ),
    "differs": (
        "op straat merken wij hier nog weinig van",
        "voor wie geen kinderen heeft, is dat anders",
        "ik zou juist met iets kleins beginnen",
    ),
    "pride": ("de voetbalclub en wie daar altijd klaarstaan", "samen eten op vrijdag", "de moestuin"),
    "worry": ("er wordt te hard gereden", "vocht en schimmel in de slaapkamers", "jongeren vervelen zich"),
    "ambition": ("een plek waar je zo binnenloopt", "straten waar kinderen spelen", "meer groen"),
    "asset": ("de buurtkeuken kookt voor wie alleen is", "de wijkbeheerder kent elke trap"),
    "chance": ("de straat gaat open voor het riool", "de school krijgt een nieuw gebouw"),
    "unsaid": ("wie betaalt het als het geld op is", "wij zijn moe van steeds opnieuw beginnen"),
    "heading": ("veilig op straat", "samen doen", "goed wonen"),
    "note": ("hier bleef het even stil", "daar moesten velen om lachen"),
    "parked": ("wie praat er met de winkeliers", "de lantaarns die 's nachts uit zijn"),
    "fact": ("huizen met vocht", "mensen die 65 of ouder zijn", "gezinnen met een wachtlijst"),
    "value": ("1 op de 4", "meer dan driehonderd", "elk jaar iets minder"),
    "source": ("de corporatie", "de gemeente", "de huisartsen"),
    "year": ("vorig jaar", "dit voorjaar"),
    "area": ("de hele wijk", "de straten rond het plein"),
    "compared": ("in de stad is het 1 op de 9", "vijf jaar geleden was het de helft"),
    "where": ("het plein bij de kerk", "de Merelstraat"),
    "story": (
        "een moeder belde drie keer over schimmel en kreeg geen antwoord",
        "een man van de overkant repareert fietsen voor wie het niet kan betalen",
    ),
    "unknown": ("of het in elke straat zo is", "wat jongeren er zelf van vinden"),
    "task": ("droge huizen", "veilig naar school", "een plek voor jongeren", "minder eenzaam zijn"),
    "told": ("voor de gezinnen die hier al lang wonen", "omdat de winter eraan komt", "de ramen staan open"),
    "theme": ("wonen", "opgroeien"),
    "formal": (
        "wijkteam",
        "corporatie",
        "basisschool De Kring",
        "politie",
        "jongerenwerk",
        "thuiszorg",
        "gemeente, wonen",
        "huisartsen",
        "bibliotheek",
        "sportservice",
        "schuldhulp",
        "woningbeheer",
    ),
    "informal": (
        "moskee",
        "buurtkeuken",
        "moeders van het plein",
        "voetbalclub",
        "kaartclub",
        "de kapper op de hoek",
        "hondenbezitters",
        "tuinploeg",
        "jongeren van de trap",
        "taalmaatjes",
        "koor",
        "buurtapp",
    ),
    "interest": ("minder dezelfde vragen aan de balie", "een eigen plek op vaste tijden"),
    "brings": (
        "elke week een ochtend aan tafel",
        "een zaal die 's avonds leeg staat",
        "koffie en een praatje",
    ),
    "asks": ("wie kent mensen die willen helpen", "een sleutel van het gebouw"),
    "what": (
        "een spreekuur in de straat houden",
        "samen eten voor wie dat wil",
        "langsgaan bij de vochtige huizen",
        "een bord maken met wie waarvoor te bellen is",
    ),
    "amended": ("vraagt eerst wie er overdag thuis zijn",),
    "who": ("wijkteam", "buurtkeuken", "corporatie", "moeders van het plein"),
    "first step": ("de school bellen over een lokaal", "een tafel zoeken voor buiten"),
    "reason": ("wie werkt, is dan niet thuis", "dat was er vorig jaar ook al"),
    "seen": ("er hangt een bord aan de straat", "de deur staat open"),
    "proof": ("wie langsloopt, kan naar binnen", "er staan tien namen op de lijst"),
    "needed": ("een vaste plek, en iemand die de sleutel heeft", "eerst de kosten weten"),
    "party": ("koffie op de stoep", "een foto in de wijkkrant"),
    "worked": ("de eerste ochtend kwamen er zes mensen", "de brief was nu wel te begrijpen"),
    "learnt": ("eerst bellen, dan pas een brief", "klein beginnen mag"),
    "waits": ("in het voorjaar, als er geld voor is", "eerst afmaken wat loopt"),
    "gate": ("het beeld verschilt nog te veel", "de wethouder en de corporatie samen", "na de zomer"),
    "venue": ("buurthuis De Schakel", "de aula van de school", "de bibliotheek"),
}
"""Per sort of thing what a group might say of it."""

ENGLISH_PLACES: Final = (
    "near the school",
    "on the square",
    "in the main street",
    "along the canal",
    "round the flats",
    "at the playground",
    "behind the station",
    "in the yard",
    "at the market",
    "next to the sports hall",
    "by the tram stop",
    "in the park",
)

ENGLISH: Final[Mapping[str, Sequence[str]]] = {
    "answer": (
        "it is quieter here since the street was done up",
        "neighbours know each other through the children",
        "who is new does not know where to go",
        "the drop-in hour is closed when people have time",
        "people talk a lot about us and little to us",
        "one face that stays helps more than a leaflet",
        "older people stay in more than they used to",
        "we only hear when it has been decided",
    ),
    "differs": (
        "in the street we notice little of it yet",
        "without children that is different",
        "I would rather begin with something small",
    ),
    "pride": ("the football club and who is always there", "eating together on Friday", "the garden"),
    "worry": ("cars go too fast", "damp and mould in bedrooms", "young people are bored"),
    "ambition": ("a place where anyone walks in", "streets where children play", "more green"),
    "asset": ("the street kitchen cooks for who is alone", "the warden knows every stair"),
    "chance": ("the street is dug up for a sewer", "the school gets a new building"),
    "unsaid": ("who pays when the money is gone", "we are tired of beginning again"),
    "heading": ("safe in the street", "doing things together", "good homes"),
    "note": ("it was quiet here for a moment", "many had to laugh at that"),
    "parked": ("who talks to the shopkeepers", "street lamps that are out at night"),
    "fact": ("homes with damp", "people of 65 or over", "families on a list"),
    "value": ("1 in 4", "more than three hundred", "a little less every year"),
    "source": ("the housing association", "the municipality", "the doctors"),
    "year": ("last year", "this spring"),
    "area": ("the whole area", "the streets round the square"),
    "compared": ("in the city it is 1 in 9", "five years ago it was half"),
    "where": ("the square at the church", "the main street"),
    "story": (
        "a mother rang three times about mould and got no answer",
        "a man from across the street mends bikes for who cannot pay",
    ),
    "unknown": ("whether it is so in every street", "what young people think of it"),
    "task": ("dry homes", "safe to school", "a place for young people", "less lonely"),
    "told": ("for families that have lived here long", "because winter is coming", "windows stand open"),
    "theme": ("housing", "growing up"),
    "formal": (
        "neighbourhood team",
        "housing association",
        "The Circle primary school",
        "police",
        "youth work",
        "home care",
        "municipality, housing",
        "doctors",
        "library",
        "sports service",
        "debt help",
        "housing office",
    ),
    "informal": (
        "mosque",
        "street kitchen",
        "mothers of the square",
        "football club",
        "card club",
        "the barber on the corner",
        "dog owners",
        "garden crew",
        "the boys on the stairs",
        "language friends",
        "choir",
        "chat group",
    ),
    "interest": ("fewer of the same questions at the desk", "a place of our own at fixed times"),
    "brings": ("a morning at the table every week", "a room that is empty at night", "coffee and a chat"),
    "asks": ("who knows people who want to help", "a key to the building"),
    "what": (
        "hold a drop-in hour in the street",
        "eat together with who would like that",
        "visit the damp homes",
        "make a board with whom to ring for what",
    ),
    "amended": ("first ask who is home by day",),
    "who": ("neighbourhood team", "street kitchen", "housing association", "mothers of the square"),
    "first step": ("ring the school about a room", "find a table for outside"),
    "reason": ("who works is not home then", "we had that last year already"),
    "seen": ("a board hangs in the street", "the door is open"),
    "proof": ("who walks past can go in", "there are ten names on the list"),
    "needed": ("a fixed place, and someone with the key", "first know what it costs"),
    "party": ("coffee on the doorstep", "a photo in the local paper"),
    "worked": ("six people came on the first morning", "the letter was clear this time"),
    "learnt": ("first ring, only then a letter", "beginning small is fine"),
    "waits": ("in spring, when there is money for it", "first finish what we have begun"),
    "gate": ("we still see it too differently", "the alderman with the association", "after summer"),
    "venue": ("The Link community centre", "the school hall", "the library"),
}

LINES: Final[Mapping[Language, Mapping[str, Sequence[str]]]] = {"nl": DUTCH, "en": ENGLISH}
PLACES: Final[Mapping[Language, Sequence[str]]] = {"nl": DUTCH_PLACES, "en": ENGLISH_PLACES}

OF_THE_APP: Final[Mapping[str, str]] = {
    "Komt mee:": "Comes along:",
    "{time} uur klaar": "Done at {time}",
    "{time} uur, {venue}.": "{time}, {venue}.",
    "Dit bericht gaat naar iedereen": "This message goes to everyone",
    "van {most} tekens": "of {most} characters",
    "Volgende keer:": "Next time:",
    "Sessie en rapport": "Session and report",
    "over {n} weken": "in {n} weeks",
    "over 1 week": "in 1 week",
    "de buurtbalie": "the front desk",
    "gekozen (": "chosen (",
    "nog geen afspraak": "no agreement yet",
    "Wie begrijpt het nog niet?": "Who does not understand it yet?",
    "Wie kan hier niet mee leven?": "Who can't live with this?",
    "Wij gaan verder om": "We go on at",
    "Dit is onze keuze": "This is our choice",
    "Dit is ons antwoord": "This is our answer",
    "Wat laat u er dan los?": "What do you let go of for it?",
    "Is hier ook een getal bij?": "Is there a number with this?",
    "Klopt dat?": "Is that right?",
    "Klopt dit: {n} briefjes": "Is this right: {n} ballots",
    "Zo vertellen wij over deze wijk": "What we say about this neighbourhood",
    "Het antwoord, met alles erbij": "The answer, with all that belongs to it",
    "Wat wij afspraken": "What we agreed",
    "Wat er kwam van wat wij eerder zeiden": "What became of what we said before",
    "Meer over de afspraken": "More about the agreements",
    "Wat er is gezegd, en wie het anders ziet": "What was said, and who sees it differently",
    "Hoe dringend het is, per perspectief": "How urgent it is, per perspective",
    "Wat wij vinden, per perspectief": "What we think, per perspective",
    "De opgaven": "The tasks",
    "Wie er zijn, en wat zij bijdragen": "Who there is, and what they contribute",
    "De parkeerlijst": "The parked list",
    "Wat wij niet weten": "What we do not know",
    "Hoe het verder gaat": "What happens next",
    "Hoe dit is gemeten": "How this was measured",
}
"""What the app says in Dutch, and in English; and what is typed of which the app makes something else."""


def in_words(said: str, language: Language, **values: object) -> str:
    """Give words that stand here in Dutch as a group reads or types them in a language."""
    return (said if language == "nl" else OF_THE_APP[said]).format(**values)


class Sayings:
    """Lines, each given once: when a list is through it comes again with another place behind it."""

    def __init__(self, language: Language = "nl") -> None:
        self.language = language
        self._given: Counter[str] = Counter()

    def give(self, sort: str) -> str:
        """Give a line of this sort that was not given before."""
        lines = LINES[self.language][sort]
        time, at = divmod(self._given[sort], len(lines))
        self._given[sort] += 1
        return lines[at] if time == 0 else f"{lines[at]} {self._place(time - 1)}"

    def _place(self, number: int) -> str:
        places = PLACES[self.language]
        return places[number % len(places)]

    def give_known(self, sort: str) -> str:
        """Give a line of this sort that may come up again, such as who does something."""
        lines = LINES[self.language][sort]
        self._given[sort] += 1
        return lines[(self._given[sort] - 1) % len(lines)]

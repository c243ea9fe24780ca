"""What a group says on an evening: lines as people type them, no two of one walk the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

PLACES: Final = (
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

LINES: Final[Mapping[str, Sequence[str]]] = {
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


class Sayings:
    """Lines, each given once: when a list is through it comes again with another place behind it."""

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def give(self, sort: str) -> str:
        """Give a line of this sort that was not given before."""
        lines = LINES[sort]
        time, at = divmod(self._given[sort], len(lines))
        self._given[sort] += 1
        return lines[at] if time == 0 else f"{lines[at]} {PLACES[(time - 1) % len(PLACES)]}"

    def give_known(self, sort: str) -> str:
        """Give a line of this sort that may come up again, such as who does something."""
        lines = LINES[sort]
        self._given[sort] += 1
        return lines[(self._given[sort] - 1) % len(lines)]

"""The statements as the background paper has them (domain.md 8), to hold the files against."""

from __future__ import annotations

SETS = {
    "urgentie": [
        "In deze wijk moet meer gebeuren dan er nu al gebeurt.",
        "Gebeurt er niets extra's, dan wordt het hier slechter.",
        "Er moet dit jaar iets extra's beginnen.",
        "Deze wijk is de laatste jaren beter geworden.",
        "Er komt iets aan in de wijk waar wij gebruik van kunnen maken.",
        "Wij hebben elkaar nodig om iets te veranderen.",
        "Ik wil hier zelf iets aan doen.",
        "Wat over deze wijk wordt gezegd, klopt met wat ik zie.",
    ],
    "urgentie-beleid": [
        "Ons bestuur wil dat deze wijk voorrang krijgt.",
        "Wij weten welke cijfers opvallen, goed en slecht.",
        "Onze afdelingen kijken samen naar deze wijk.",
        "Wij hebben tijd voor extra werk in deze wijk.",
        "Wij hebben geld voor extra werk in deze wijk.",
        "Wij hebben bewoners gevraagd wat zij belangrijk vinden.",
        "Wij hebben gezegd waar bewoners wel en niet over beslissen.",
        "Wij durven ons plan te veranderen als bewoners iets anders nodig hebben.",
    ],
    "urgentie-bewoners": [
        "Er is in mijn buurt iets dat niet kan wachten.",
        "Ik herken wat de gemeente over mijn buurt zegt.",
        "Ik ben trots op mijn buurt.",
        "Mensen van buiten praten goed over mijn buurt.",
        "Ik heb kunnen zeggen wat ik belangrijk vind.",
        "Ik zie dat er iets gebeurt met wat bewoners zeggen.",
        "Ik weet bij wie ik moet zijn met een plan.",
        "Ik weet waar bewoners wel en niet over beslissen.",
    ],
    "urgentie-professionals": [
        "Ik zie in mijn werk dat er iets extra's nodig is.",
        "Wat over deze wijk wordt gezegd, past bij mijn werk.",
        "Mijn organisatie vindt deze wijk belangrijk.",
        "Ik krijg tijd om met anderen samen te werken.",
        "Ik mag in de wijk zelf over kleine dingen beslissen.",
        "Ik weet wat andere organisaties in de wijk doen.",
        "Ik hoor vaak van bewoners wat zij belangrijk vinden.",
        "Ik kan in mijn werk iets doen met wat bewoners zeggen.",
    ],
    "terugkijken": [
        "Ik kon zeggen wat ik wilde zeggen.",
        "Er is naar iedereen geluisterd.",
        "Ik weet wat er nu gebeurt.",
        "Ik weet wat ik zelf ga doen.",
        "De bijeenkomst was mijn tijd waard.",
    ],
    "proefronde": [
        "In deze wijk moet meer gebeuren dan er nu al gebeurt.",
        "Deze wijk is de laatste jaren beter geworden.",
        "Ik wil hier zelf iets aan doen.",
    ],
}

IDS = {
    "urgentie": "ua",
    "urgentie-beleid": "ub",
    "urgentie-bewoners": "ui",
    "urgentie-professionals": "up",
    "terugkijken": "e",
}
"""What the ids of a set begin with, before a number."""

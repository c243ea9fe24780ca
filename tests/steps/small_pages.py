"""Pages of each kind of step on the smallest screen, and how tall a text may be there.

A kind counts in ``fits`` the rows that a page needs besides its texts, and a view draws them. What ties the
two is this table: ``test_fits.py`` asks the check and looks at the screen.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from facilitator.session.earlier_meetings import Meeting
from facilitator.session.registers import Actor, Agreement, Contribution, Fact, Item, Role, Story, Task
from facilitator.session.state import Before
from tests.steps.fitting import Page

TEXT: Final = 'text = "{tall}"\n'

ACTORS: Final = {f"actor00{n}": Actor(name=f"Partij {n}", side="formal") for n in range(1, 6)}
THREE_ACTORS: Final = {name: ACTORS[name] for name in [*ACTORS][:3]}
TASKS: Final = {f"task000{n}": Task(name=f"Opgave {n}") for n in range(1, 4)}
FACTS: Final = {
    "figure01": Fact(what="Huizen met vocht", value="38 %", source="corporatie", year="2025"),
    "figure02": Fact(what="Meldingen over overlast in de straten om het plein", value="12 in een maand"),
}
STORIES: Final = {"story001": Story(text="Mijn kleinzoon hoest elke winter, en de dokter zegt: het huis.")}
LINES: Final = {f"item000{n}": Item(text=f"Regel nummer {n}", sort="worry") for n in range(1, 5)}
LONG_LINE: Final = {
    "item0001": Item(text="Een regel die wat langer is dan een rij van het scherm breed is.", sort="worry")
}
AGREED: Final = {
    f"agree00{n}": Agreement(
        what=f"Afspraak {n}", who="wijkteam", due=date(2026, 2, 6), firmness="agreement", proof="een lijst"
    )
    for n in range(1, 4)
}
MEETING: Final = Meeting(day=date(2026, 1, 12), title="Startbijeenkomst", made=[*AGREED])
BEFORE: Final = Before(session="before01", title=MEETING.title, day=MEETING.day, meetings=[MEETING])
BRINGS: Final = {"contri01": Contribution(actor="actor001", direction="brings", what="geld")}
NO_LEAD: Final = {"role0001": Role(actor="actor001", task="task0001", role="takes-part")}

FACT_PAGES: Final = [
    Page("facts", TEXT + 'ask = ["facts"]', 8, ["Wat is er geteld?", "Hoeveel?"]),
    Page("facts", TEXT + 'ask = ["stories"]', 6, ["Typ wat u hoort", "geld van één mens"]),
    Page(
        *("facts", TEXT + 'ask = ["recognition"]', 2, ["corporatie, 2025", "professionals", "3 nee"]),
        spare=2,  # a figure of three rows
        registers={"facts": FACTS},
    ),
    Page(
        *("facts", TEXT + 'ask = ["beside"]', 4, ["Huizen met vocht", "het huis.", "3 iets anders"]),
        spare=1,
        registers={"facts": FACTS, "stories": STORIES},
    ),
    Page(
        "facts", TEXT + 'ask = ["unknown"]', 6, ["Typ wat wij nog niet weten", "Wie zoekt het uit?"], spare=2
    ),
    Page(
        "facts",
        'facts = [{ what = "{tall}", value = "38 %", source = "bron", year = "2025" }]',
        *(7, [": 38 %", "bron, 2025", "2  nee"]),
        key="facts[1].what",
    ),
    Page(
        *("facts", 'facts = [{ what = "{tall}", value = "38 %" }]', 7, ["van wie?", "2  nee"]),
        key="facts[1].what",
    ),
    Page(
        *("facts", 'facts = [{ what = "Huizen", compared = "{tall}" }]', 6, ["van wie?", "2  nee"]),
        key="facts[1].compared",
    ),
    Page(
        "facts", TEXT + 'facts = [{ what = "Huizen", value = "3" }]', 5, ["Huizen: 3", "van wie?", "2  nee"]
    ),
]
ACTOR_PAGES: Final = [
    Page("actors", TEXT + 'ask = "formal"', 5, ["Partij", "Geen namen van mensen."], spare=1),
    Page("actors", TEXT + 'ask = "informal"', 4, ["Partij", "school, scouting."]),
    Page(
        *("actors", TEXT + 'ask = "interests"', 5, ["Wil zelf", "Voor de wijk", "Hierna: Partij 2"]),
        registers={"actors": ACTORS},
    ),
    Page(
        *("actors", TEXT + 'ask = "rings"', 4, ["Partij 1", "4  wil het weten"]),
        spare=2,  # a question
        registers={"actors": ACTORS},
    ),
]
GATE: Final = 'questions = [{ id = "a", text = "Is het zo?", if_no = "Dan niet." }]\n'
GATE_PAGES: Final = [
    Page(
        *("gate", 'questions = [{ id = "a", text = "{tall}", if_no = "Dan." }]', 7, ["3  dat weten", "Dan."]),
        key="questions[1].text",
        keys=["2"],
    ),
    Page(
        *("gate", 'questions = [{ id = "a", text = "Is het?", if_no = "{tall}" }]', 7, ["Is het?", "3  dat"]),
        key="questions[1].if_no",
        keys=["2"],
    ),
    Page("gate", TEXT + GATE, 7, ["Is het zo?", "3  dat weten wij niet"]),
]
TASK_PAGES: Final = [
    Page("tasks", TEXT, 6, ["De titel", "Typ wat er moet veranderen"], spare=3),
    Page(
        *("tasks", TEXT + "make = false", 6, ["Opgave 1", "Voor wie is dit?", "Wie merkt er iets van?"]),
        spare=1,
        registers={"tasks": TASKS},
    ),
]
AGREEMENT_PAGES: Final = [
    Page("agreements", TEXT, 8, ["De titel", "Nieuwe afspraak", "Klaar met afspraken"]),
]
REVIEW_PAGES: Final = [
    Page(
        *("review", TEXT + 'ask = "celebrate"', 3, ["Is dit af?", "maandag 12 januari", "1  ja, dit is af"]),
        spare=1,
        registers={"agreements": AGREED},
        before=BEFORE,
    ),
    Page(
        *("review", TEXT + 'ask = "agreements"', 4, ["maandag 12 januari", "2  Afspraak 2"]),
        registers={"agreements": AGREED},
        before=BEFORE,
    ),
    Page(
        *("review", TEXT + 'ask = "learn"', 6, ["Wat leerden wij?", "Typ wat u hoort"]),
        spare=3,  # lines
        registers={"agreements": AGREED},
        before=BEFORE,
    ),
]
CONTRIBUTION_PAGES: Final = [
    Page(
        *("contributions", TEXT + 'ask = "offers"', 7, ["1  Partij 1", "5  Partij 5"]),
        spare=3,  # in columns
        registers={"actors": ACTORS},
    ),
    Page(
        *("contributions", TEXT + 'ask = "tasks"', 7, ["1  Opgave 1", "3  Opgave 3"]),
        registers={"actors": ACTORS, "tasks": TASKS, "contributions": BRINGS},
    ),
    Page(
        *("contributions", TEXT + 'ask = "roles"', 5, ["Opgave 1", "Partij 3", "Nog niemand trekt dit."]),
        registers={"actors": THREE_ACTORS, "tasks": TASKS, "roles": NO_LEAD},
    ),
]
CHECKIN_PAGES: Final = [
    Page("checkin", TEXT, 4, ["beleid", "toehoorders", "en hoe horen wij hen?"], spare=2),  # a small group
]
CARD_PAGES: Final = [
    Page("card", TEXT, 11, ["De titel"]),
    Page("card", TEXT + "pause = true", 9, ["De titel", "Wij gaan verder om"]),
]


def _gather(prompt: str, more: str = "") -> str:
    return f'ask = "gather"\n{more}prompts = [{{ sort = "worry", {prompt} }}]'


COLLECT_PAGES: Final = [
    Page(
        *("collect", TEXT + 'ask = "cluster"', 7, ["Wijs een regel aan.", "Regel nummer 2"]),
        registers={"items": LINES},
    ),
    Page(
        *("collect", TEXT + 'ask = "shared"', 6, ["Een regel die", "2  één kant"]),
        registers={"items": LONG_LINE},
    ),
    Page(
        *("collect", TEXT + 'ask = "links"', 7, ["1  Regel nummer 1", "4  Regel nummer 4"]),
        spare=1,  # a question
        registers={"items": LINES},
    ),
    Page(
        *("collect", TEXT + 'ask = "energy"', 5, ["Een regel die", "3  veel handen"]),
        registers={"items": LONG_LINE},
    ),
    Page(
        *("collect", _gather('text = "{tall}"'), 8, ["Regel nummer 4", "Typ wat u hoort"]),
        key="prompts[1].text",
        registers={"items": LINES},
    ),
    Page(
        *("collect", _gather('text = "Wat?", hint = "{tall}"'), 6, ["Regel nummer 4", "Typ wat u hoort"]),
        key="prompts[1].hint",
        registers={"items": LINES},
    ),
    Page(
        *(
            "collect",
            _gather('text = "{tall}"', "unsigned = true\n"),
            6,
            ["Niemand vraagt", "Regel nummer 4"],
        ),
        key="prompts[1].text",
        registers={"items": LINES},
    ),
    Page(
        "collect",
        'text = "Bij de eerste vraag."\nask = "gather"\nprompts = [{ sort = "worry", text = "Wat?" }, '
        '{ sort = "pride", text = "{tall}" }]',
        *(8, ["Typ wat u hoort"]),
        spare=None,  # the text of the step stands with the first question only
        key="prompts[2].text",
        keys=["enter"],
    ),
    Page("collect", TEXT + _gather('text = "Wat?"'), 9, ["Wat?", "Typ wat u hoort"]),
    Page(
        *("collect", TEXT + _gather('text = "Wat?", hint = "Dit."'), 7, ["Wat?", "Dit.", "Typ wat u hoort"]),
    ),
    Page(
        "collect",
        TEXT + _gather('text = "Wat?"', 'first = "bewoners"\n'),
        *(7, ["De anderen luisteren.", "Wat?", "Typ wat u hoort"]),
    ),
]


def _options(count: int) -> str:
    options = ", ".join(f'{{ id = "o{n}", text = "Optie {n}" }}' for n in range(1, count + 1))
    return f'among = "options"\nmost = 2\noptions = [{options}]'


def _questions(count: int) -> str:
    questions = ", ".join(f'{{ id = "q{n}", text = "Vraag {n}?" }}' for n in range(1, count + 1))
    return f"groups = true\nquestions = [{questions}]"


CHOOSE_PAGES: Final = [
    Page(
        *("choose", TEXT + 'among = "items"', 6, ["Kies eerst voor uzelf.", "4  Regel nummer 4"]),
        registers={"items": LINES},
    ),
    Page("choose", TEXT + _options(3), 7, ["Kies eerst", "3  Optie 3"]),
    Page("choose", TEXT + _options(5), 5, ["Kies eerst", "5  Optie 5"]),
    Page(
        "choose",
        'among = "options"\nmost = 1\noptions = [{ id = "a", text = "{tall}" }, { id = "b", text = "Twee" }]',
        *(4, ["2  Twee"]),
        spare=None,
        key="options[1].text",
        width=52,
        keys=["enter"],
    ),
]
QUESTION_PAGES: Final = [
    Page(
        *("questions", 'questions = [{ id = "a", text = "{tall}" }]', 8, ["Typ wat u hoort"]),
        spare=None,
        key="questions[1].text",
    ),
    Page(
        *(
            "questions",
            'questions = [{ id = "a", text = "{tall}", hint = "Dit." }]',
            6,
            ["Dit.", "Typ wat u hoort"],
        ),
        spare=None,
        key="questions[1].text",
    ),
    Page("questions", TEXT + 'questions = [{ id = "a", text = "Wat?" }]', 9, ["Wat?", "Typ wat u hoort"]),
    Page(
        "questions",
        TEXT + 'questions = [{ id = "a", text = "Wat?", hint = "Dit." }]',
        *(7, ["Wat?", "Dit.", "Typ wat u hoort"]),
    ),
    Page("questions", TEXT + _questions(2), 10, ["1  Vraag 1?", "2  Vraag 2?"]),
    Page("questions", TEXT + _questions(6), 6, ["1  Vraag 1?", "6  Vraag 6?"]),
]
ONE: Final = 'sets = ["passen"]'
SAID: Final = {"text": "Dit is een zin.", "ask": "Hoe komt dat?"}
VOTE: Final = '\n[[step]]\nid = "stem"\nkind = "statements"\ntitle = "Stem"\nminutes = 1\npart = "vote"\n'
BALLOTS: Final = [["1", "enter"] * 6, ["enter", *["2", "enter"] * 5], ["enter", *["4", "enter"] * 7]]
HELD: Final = ["enter", "enter", *(key for keys in BALLOTS for key in keys), "enter", "enter"]
"""The statement is read, the ballots are typed over, and there are no more."""
TO_THE_RESULT: Final = [*HELD, "enter", "enter"]
TO_THE_CURTAIN: Final = ["enter", *HELD, "enter"]
STATEMENT_PAGES: Final = [
    Page(
        *("statements", ONE, 6, ["Stelling 1 van 1", "4 helemaal eens", "Iedereen vult het briefje in."]),
        spare=None,
        statement={**SAID, "text": "{tall}"},
        key="statement[1].text",
    ),
    Page(
        *("statements", ONE, 6, ["helemaal", "professionals", "●●●●●●●"]),
        spare=1,
        statement={**SAID, "ask": "{tall}"},
        key="statement[1].ask",
        keys=TO_THE_RESULT,
    ),
    Page(
        *("statements", TEXT + ONE, 9, ["Dit is een zin.", "? weet ik niet"]),
        statement=SAID,
    ),
    Page(
        "statements",
        TEXT + ONE + '\npart = "result"\nof = "stem"',
        *(9, ["De antwoorden zijn geteld.", "Enter: dit kwam eruit."]),
        statement=SAID,
        spare=2,  # blank rows, which make room for a long text
        keys=TO_THE_CURTAIN,
        earlier=VOTE + ONE + "\n",
    ),
]

PAGES: Final = [
    *(*ACTOR_PAGES, *AGREEMENT_PAGES, *CARD_PAGES, *CHECKIN_PAGES, *CHOOSE_PAGES, *COLLECT_PAGES),
    *(*CONTRIBUTION_PAGES, *FACT_PAGES, *GATE_PAGES, *QUESTION_PAGES, *REVIEW_PAGES, *STATEMENT_PAGES),
    *TASK_PAGES,
]
MOVING: Final = [Page("choose", TEXT + _options(7), 5, []), Page("questions", TEXT + _questions(8), 6, [])]
"""Pages with a list so long that it moves: as tall a text as with a shorter list."""

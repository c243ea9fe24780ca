"""A small programme, and evenings that a group might have with it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time, timedelta
from typing import Any

from hypothesis import strategies as st

from facilitator.insight.suppression import Counted, close_round
from facilitator.scenario.model import Perspective, Scale, Scenario, Statement, StatementSet, Use
from facilitator.session.events import (
    BlockInserted,
    ClockSet,
    Event,
    JournalEntry,
    Moved,
    Noted,
    PeopleChanged,
    RegisterDropped,
    RegisterPut,
    ResultSet,
    RoundClosed,
    RoundOpened,
    RoundRevealed,
    RoundVoided,
    StatementWorded,
)
from facilitator.session.history import History
from facilitator.session.registers import (
    Actor,
    Agreement,
    Contribution,
    Fact,
    Item,
    Link,
    Objection,
    Parked,
    Role,
    Story,
    Task,
    Version,
)
from facilitator.session.replies import Reply
from facilitator.session.rounds import Finding, Grouping, Shown
from facilitator.session.session_leaves import CLOSING
from facilitator.session.state import About, Before, EarlierVote, State
from facilitator.steps.agreements.kind import KIND as AGREEMENTS
from facilitator.steps.card.kind import KIND as CARD
from facilitator.steps.questions.kind import KIND as QUESTIONS
from facilitator.steps.statements.kind import KIND as STATEMENTS
from facilitator.storage.consistency import misfits
from facilitator.text import clean

KINDS = {kind.name: kind for kind in (AGREEMENTS, CARD, QUESTIONS, STATEMENTS)}

KEYS = ["open/welcome", "urgency/vote", "urgency/ask", "end/agree"]
IDS = ["aaaaaaaa", "bbbbbbbb", "cccccccc", "dddddddd"]
PEOPLE = ["policy", "residents", "professionals"]


def programme() -> Scenario:
    card = CARD.step(
        id="welcome", kind="card", title="Welkom", minutes=5, text="Fijn dat u er bent.\n\nKoffie?"
    )
    vote = STATEMENTS.step.model_validate(
        {
            "id": "vote",
            "kind": "statements",
            "title": "Stemmen",
            "minutes": 10,
            "sets": ["eight"],
            "level": ["s1"],
        }
    )
    ask = QUESTIONS.step.model_validate(
        {
            "id": "ask",
            "kind": "questions",
            "title": "Vier vragen",
            "minutes": 10,
            "questions": [{"id": "why", "text": "Waarom?", "hint": "[end]"}],
        }
    )
    agree = AGREEMENTS.step(id="agree", kind="agreements", title="Afspraken", minutes=10)
    return Scenario(
        id="start",
        language="nl",
        title="Startbijeenkomst",
        purpose="Is de urgentie gedeeld?",
        minutes=40,
        perspectives=[Perspective(id=name, title=name.title()) for name in PEOPLE],
        scale=Scale(points=["helemaal oneens", "oneens", "eens", "helemaal eens"], unknown="weet ik niet"),
        uses=[
            Use(id="open", block="open", title="Opening", why="Om te beginnen.", steps=[card]),
            Use(id="urgency", block="urgency", title="Urgentie", why="Is zij gedeeld?", steps=[vote, ask]),
            Use(id="end", block="end", title="Einde", why="Om af te ronden.", steps=[agree]),
        ],
        statement_sets=[
            StatementSet(
                id="eight",
                title="Acht stellingen",
                statements=[
                    Statement(id="s1", text="Er is meer nodig."),
                    Statement(id="s2", text="Het gaat beter."),
                ],
            )
        ],
    )


def begin(session: str = "abcd1234", place: str = "Zandpoort") -> State:
    about = About(
        id=session,
        place=place,
        day=date(2026, 11, 23),
        starts=time(19, 30),
        keep_until=date(2027, 11, 23),
        made_with="0.1.0",
    )
    return State(about=about, scenario=programme())


def act(seq: int, *events: Event, **more: Any) -> JournalEntry:
    at = f"2026-11-23T{19 + seq // 3600 % 4:02}:{seq // 60 % 60:02}:{seq % 60:02}"
    return JournalEntry(seq=seq, at=at, name="test.act", where="urgency/vote", events=list(events), **more)


def noted(seq: int, text: str) -> JournalEntry:
    return act(seq, Noted(id=f"n{seq:07}", use="urgency", step="vote", text=text))


def folded(base: State, actions: Iterable[JournalEntry]) -> State:
    return History.replay(base, actions).state


def a_shown_result(grouping: Grouping = "perspective", residents: int = 4) -> Shown:
    row = [residents - 1, 0, 1, 0, 0]
    return close_round(
        {
            "residents": Counted(residents, 1, {"s1": row, "s2": row}),
            "policy": Counted(1, 0, {"s1": [1] + [0] * 4}),
        }
        if residents
        else {},
        grouping=grouping,
        points=4,
        minimum=3,
    ).shown


# -- anything a group might do

texts = st.text(max_size=40).map(clean)
filled = texts.filter(bool)
prose = st.text(max_size=60).map(lambda text: clean(text, lines=True))
ids = st.sampled_from(IDS)


def ids_in(register: str) -> st.SearchStrategy[str]:
    """Give names of entries of one register; no other register has them."""
    return ids.map(lambda name: register[:2] + name[2:])


days = st.dates(min_value=date(2026, 1, 1), max_value=date(2030, 1, 1))
plain = st.recursive(
    st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | prose,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)

_agreements = st.builds(
    Agreement,
    what=filled,
    who=texts,
    due=st.none() | days,
    firmness=st.sampled_from(["idea", "agreement"]),
    task=st.none() | ids_in("tasks"),
    present=st.dictionaries(st.sampled_from(PEOPLE), st.integers(0, 40), max_size=2),
    objections=st.lists(
        st.builds(Objection, id=ids, reason=texts), max_size=2, unique_by=lambda each: each.id
    ),
    versions=st.lists(st.builds(Version, what=filled, due=st.none() | days), max_size=2),
)
_answers_given = st.none() | st.builds(Reply, text=filled, who=texts, day=st.none() | days)
_recognised = st.dictionaries(st.sampled_from(PEOPLE), st.sampled_from(["yes", "no"]), max_size=2)
_entries: dict[str, st.SearchStrategy[Any]] = {
    "actors": st.builds(Actor, name=filled, side=st.sampled_from(["formal", "informal"]), interest=texts),
    "tasks": st.builds(Task, name=filled, why_now=texts),
    "contributions": st.builds(
        Contribution,
        actor=ids_in("actors"),
        direction=st.sampled_from(["brings", "asks"]),
        what=filled,
        task=st.none() | ids_in("tasks"),
    ),
    "roles": st.builds(Role, actor=ids_in("actors"), role=st.sampled_from(["leads", "decides"])),
    "agreements": _agreements,
    "facts": st.builds(Fact, what=filled, year=texts, recognised=_recognised),
    "stories": st.builds(Story, text=filled, perspective=st.none() | st.sampled_from(PEOPLE)),
    "items": st.builds(
        Item, text=filled, sort=st.sampled_from(["worry", "pride"]), theme=texts, answer=_answers_given
    ),
    "links": st.builds(
        Link, start=ids_in("items"), end=ids_in("items"), how=st.sampled_from(["worsens", "knows"])
    ),
    "parked": st.builds(Parked, text=filled, due=st.none() | days, answer=_answers_given),
}


@st.composite
def _puts(draw: st.DrawFn) -> RegisterPut:
    name: Any = draw(st.sampled_from(list(_entries)))
    return RegisterPut(register_name=name, id=draw(ids_in(name)), entry=draw(_entries[name]))


@st.composite
def _drops(draw: st.DrawFn) -> RegisterDropped:
    name: Any = draw(st.sampled_from(list(_entries)))
    return RegisterDropped(register_name=name, id=draw(ids_in(name)))


_answers = st.lists(
    st.fixed_dictionaries(
        {"id": ids, "question": st.just("why"), "text": filled}, optional={"differs": st.booleans()}
    ),
    max_size=3,
    unique_by=lambda each: each["id"],
)


_sets = st.builds(
    StatementSet,
    id=st.sampled_from(["eight", "more"]),
    title=filled,
    statements=st.lists(
        st.builds(Statement, id=st.sampled_from(["s1", "s3"]), text=filled),
        min_size=1,
        max_size=2,
        unique_by=lambda each: each.id,
    ),
)


@st.composite
def blocks(draw: st.DrawFn) -> Use:
    """Give a block that might be added, with steps of three kinds."""
    said: list[dict[str, Any]] = [
        {"kind": "card", "text": draw(prose), "pause": draw(st.booleans())},
        {"kind": "questions", "questions": [{"id": "why", "text": draw(filled)}]},
        {"kind": "statements", "sets": ["more"], "sensitive": draw(st.booleans())},
    ]
    steps = [
        KINDS[each["kind"]].step.model_validate(
            {"id": f"step-{n}", "title": draw(filled), "minutes": draw(st.integers(1, 30)), **each}
        )
        for n, each in enumerate(draw(st.lists(st.sampled_from(said), min_size=1, max_size=2)))
    ]
    return Use(
        id=draw(st.sampled_from(["extra", "extra-2"])),
        block="extra",
        title=draw(filled),
        why="Omdat het nu nodig is.",
        source=draw(texts),
        source_status=draw(st.sampled_from(["verified", "derived"])),
        steps=steps,
    )


_places = st.sampled_from([key.split("/") for key in KEYS])

undoable: st.SearchStrategy[Event] = st.one_of(
    _puts(),
    _drops(),
    st.builds(
        ResultSet, use=st.just("urgency"), step=st.just("ask"), field=st.just("answers"), value=_answers
    ),
    st.builds(
        lambda at, field, value: ResultSet(use=at[0], step=at[1], field=field, value=value),
        _places,
        st.sampled_from(["answers", "reason"]),
        st.none() | plain,
    ),
    st.builds(PeopleChanged, who=st.sampled_from([*PEOPLE, "listeners"]), count=st.integers(0, 40)),
    st.builds(
        lambda at, name, text, about: Noted(id=name, use=at[0], step=at[1], text=text, about=about),
        _places,
        ids,
        prose,
        st.sampled_from(["", "s1"]),
    ),
    st.builds(
        BlockInserted,
        after=st.sampled_from(["open", "urgency", "end", "gone"]),
        use=blocks(),
        sets=st.lists(_sets, max_size=2),
    ),
    st.builds(
        lambda name, text, instead: StatementWorded(
            set="eight", statement=Statement(id=f"op-de-avond-{name}", text=text), instead=instead
        ),
        ids,
        texts.filter(bool),
        st.sampled_from([None, "s1", "gone"]),
    ),
)
_findings = st.lists(
    st.builds(
        Finding,
        code=st.just("mixed"),
        wall=prose,
        numbers=st.dictionaries(texts, st.integers(0, 99), max_size=2),
    ),
    max_size=2,
)
lasting: st.SearchStrategy[Event] = st.one_of(
    st.builds(
        lambda at, page: Moved(use=at[0], step=at[1], page=page),
        st.sampled_from([key.split("/") for key in [*KEYS, "extra/step-0", "extra/step-1", CLOSING]]),
        st.sampled_from(["", "result"]),
    ),
    st.builds(ClockSet, ends=st.times().map(lambda at: at.replace(microsecond=0))),
    st.builds(
        RoundOpened,
        id=ids,
        use=st.just("urgency"),
        step=st.just("vote"),
        way=st.sampled_from(["paper", "hands"]),
        grouping=st.sampled_from(["perspective", "total"]),
        statements=st.just(["s1", "s2"]),
        expected=st.dictionaries(st.sampled_from(PEOPLE), st.integers(1, 9), max_size=3),
        silent=st.lists(st.sampled_from(PEOPLE), max_size=1),
    ),
    st.builds(RoundVoided, id=ids),
    st.builds(
        RoundClosed,
        id=ids,
        shown=st.builds(
            a_shown_result, st.sampled_from(["perspective", "total"]), st.sampled_from([0, 4, 18])
        ),
    ),
    st.builds(
        RoundRevealed,
        id=ids,
        method=st.just("1"),
        findings=_findings,
    ),
)
_UNDO, _REDO, _CLOSE, _REVEAL = "undo", "redo", "close", "reveal"


@st.composite
def evenings(draw: st.DrawFn, most: int = 25) -> list[JournalEntry]:
    """Give actions that may follow one another, as commands would allow them, undo and redo among them."""
    history = History.from_state(begin())
    actions: list[JournalEntry] = []
    moment = st.lists(undoable | lasting, min_size=1, max_size=3)
    for what in draw(st.lists(moment | st.sampled_from([_UNDO, _REDO, _CLOSE, _REVEAL]), max_size=most)):
        seq = len(actions) + 1
        if isinstance(what, list):
            action = act(seq, *what)
        elif what == _UNDO and (last := history.can_undo()):
            action = act(seq, undo=last.seq)
        elif what == _REDO and (again := history.can_redo()):
            action = act(seq, redo=again.seq)
        elif what == _CLOSE and (opened := history.state.open_round()):
            shown = a_shown_result(opened.grouping).model_copy(update={"open_vote": opened.way == "hands"})
            action = act(seq, RoundClosed(id=opened.id, shown=shown))
        elif what == _REVEAL and (closed := _closed(history.state)):
            action = act(seq, RoundRevealed(id=closed, method="1", findings=draw(_findings)))
        else:
            continue
        after = history.add(action)
        if any(misfits(after.state, KINDS)):
            continue
        history = after
        actions.append(action)
    return actions


def _closed(state: State) -> str:
    return next((name for name, vote in state.rounds.items() if vote.status == "closed"), "")


_votes = st.builds(
    EarlierVote,
    day=days,
    texts=st.dictionaries(st.sampled_from(["s1", "s2"]), filled, max_size=2),
    shown=st.builds(a_shown_result, st.sampled_from(["perspective", "total"]), st.sampled_from([0, 4, 18])),
)
befores = st.builds(
    Before,
    session=ids,
    title=filled,
    day=days,
    people=st.dictionaries(st.sampled_from(PEOPLE), st.integers(0, 40), max_size=3),
    votes=st.lists(_votes, max_size=3),
)
"""What a session may know of the one it follows."""


def in_days(count: int) -> date:
    return date(2026, 11, 23) + timedelta(days=count)

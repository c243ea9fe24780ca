"""The votes of tables as votes of one session: what each table may show is added. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from facilitator.entry_ids import derived_id
from facilitator.insight.statistics import METHOD
from facilitator.insight.table_sums import TableResult, Unadded, add_tables
from facilitator.kinds.tables_facet import tables_of
from facilitator.scenario.bilingual_text import BilingualText
from facilitator.scenario.model import Scenario, Step, key_of
from facilitator.session.merged_tables import LeftOut, LeftWhy
from facilitator.session.rounds import Round, Shown
from facilitator.session.state import State
from facilitator.words import Words


@dataclass(frozen=True)
class _Held:
    """A vote at one table."""

    table: int
    """Its number."""
    state: State
    vote: Round
    shown: Shown
    wordings: Mapping[str, BilingualText]


@dataclass
class AddedVotes:
    """The votes of a session that is made of tables."""

    rounds: dict[str, Round] = field(default_factory=dict)
    left_out: list[LeftOut] = field(default_factory=list)


def add_votes(base: State, tables: Sequence[State]) -> AddedVotes:
    """Add the votes of every step of ``base``: the first ones, the later ones, and the backs of ballots."""
    added = AddedVotes()
    for number, state in enumerate(tables, 1):
        keys = dict.fromkeys(f"{vote.use}/{vote.step}" for vote in state.rounds.values() if vote.shown)
        elsewhere = [key for key in keys if base.find(key) is None]
        added.left_out += [LeftOut(why="no-step", table=number, key=key) for key in elsewhere]
    for use, step in base.scenario.places():
        key = key_of(use, step)
        if held := _held(key, step, tables, added):
            _add_fronts(key, step, base, tables, held, added)
            _add_backs(key, step, base, tables, held, added)
    return added


def _held(key: str, step: Step, tables: Sequence[State], added: AddedVotes) -> list[_Held]:
    """Give the votes that were held at a step, oldest first at each table."""
    held: list[_Held] = []
    for number, state in enumerate(tables, 1):
        found = state.find(key)
        votes = [vote for side in ("front", "back") for vote in state.rounds_of(key, side)]
        if votes and (found is None or found[1].kind != step.kind):
            added.left_out.append(LeftOut(why="no-step", table=number, key=key))
            continue
        said = _wordings(state, found[1]) if found else {}
        held += [_Held(number, state, vote, vote.shown, said) for vote in votes if vote.shown is not None]
    return held


def _wordings(state: State, step: Step) -> dict[str, BilingualText]:
    """Give the statements of a step as they read at a table."""
    names = [*getattr(step, "sets", []), *getattr(step, "back", {}).values()]
    sets = [found for name in names if (found := state.scenario.find_set(name))]
    return {statement.id: statement.wording for one in sets for statement in one.statements}


def _add_fronts(
    key: str, step: Step, base: State, tables: Sequence[State], held: Sequence[_Held], added: AddedVotes
) -> None:
    fronts = [each for each in held if each.vote.side == "front"]
    first = _countable(key, base, [each for each in fronts if each.vote.number == 1], added)
    if not first:
        return
    added.rounds |= _vote(key, step, base, tables, first, added)
    counted = {each.table for each in first}
    later = sorted({each.vote.number for each in fronts if each.vote.number > 1})
    for number in later:
        again = [each for each in fronts if each.vote.number == number and each.table in counted]
        asked = {tuple(each.vote.statements) for each in again}
        if {each.table for each in again} != counted or len(asked) > 1:
            # beside the first vote of all, a second one of some would look like people who changed their mind
            added.left_out.append(LeftOut(why="again", key=key))
            return
        if len(same := _countable(key, base, again, added)) == len(counted):
            added.rounds |= _vote(key, step, base, tables, same, added)


def _add_backs(
    key: str, step: Step, base: State, tables: Sequence[State], held: Sequence[_Held], added: AddedVotes
) -> None:
    """Add the backs of ballots, which are of one perspective each."""
    backs: dict[str, list[_Held]] = {}
    for each in held:
        if each.vote.side == "back":
            backs.setdefault("/".join(each.vote.expected), []).append(each)
    for number, of_one in enumerate(backs.values(), 1):
        if same := _countable(key, base, of_one, added):
            added.rounds |= _vote(key, step, base, tables, same, added, number=number)


def _countable(key: str, base: State, held: Sequence[_Held], added: AddedVotes) -> list[_Held]:
    """Give the votes on the scale of all, and held in one way: blind where any table voted blind."""
    blind = any(not each.shown.open_vote for each in held)
    kept: list[_Held] = []
    for each in held:
        why: LeftWhy | None = None
        if not _same_scale(each.state.scenario, base.scenario):
            why = "scale"
        elif blind and each.shown.open_vote:
            why = "hands"
        if why is None:
            kept.append(each)
        else:
            added.left_out.append(LeftOut(why=why, table=each.table, key=key))
    return kept


def _same_scale(there: Scenario, here: Scenario) -> bool:
    """Tell whether two tables voted on one scale, which reads otherwise in another language."""
    translated = there.id == here.id and there.language != here.language
    return there.scale == here.scale or (translated and len(there.scale.points) == len(here.scale.points))


def _vote(
    key: str,
    step: Step,
    base: State,
    tables: Sequence[State],
    held: Sequence[_Held],
    added: AddedVotes,
    number: int = 0,
) -> dict[str, Round]:
    """Give one vote of those at the tables."""
    first = held[0].vote
    said = _wordings(base, step)
    asked = [name for name in said if any(name in each.vote.statements for each in held)]
    results = [
        TableResult(
            each.shown, [n for n in each.vote.statements if _reads_as(each.wordings.get(n), said.get(n))]
        )
        for each in held
    ]
    summed = add_tables(results, asked)
    numbers = {name: n for n, name in enumerate(_on_one_side(step, base, first), 1)}
    added.left_out += [_left_out(each, key, held, numbers) for each in summed.unadded]
    vote = Round(
        id=derived_id(*(each.vote.id for each in held)),
        use=first.use,
        step=first.step,
        number=number or first.number,
        side=first.side,
        way=first.way,
        grouping=summed.shown.grouping,
        statements=asked,
        expected=_expected(first, tables, held),
        silent=summed.shown.silent,
        status="revealed" if first.side == "front" else "closed",
        shown=summed.shown,
        method=METHOD if first.side == "front" else "",
    )
    return {vote.id: vote}


def _reads_as(there: BilingualText | None, here: BilingualText | None) -> bool:
    return there == here if there is None or here is None else there.is_same(here)


def _on_one_side(step: Step, base: State, vote: Round) -> Iterator[str]:
    """Give the statements in the order of their numbers on that side of the ballot."""
    backs = [getattr(step, "back", {}).get(who) for who in vote.expected]
    names = getattr(step, "sets", []) if vote.side == "front" else [name for name in backs if name]
    only = getattr(step, "only", []) if vote.side == "front" else []
    for found in (base.scenario.find_set(name) for name in names):
        for statement in found.statements if found else []:
            if not only or statement.id in only:
                yield statement.id


def _left_out(unadded: Unadded, key: str, held: Sequence[_Held], numbers: Mapping[str, int]) -> LeftOut:
    return LeftOut(
        why=unadded.why,
        table=0 if unadded.table is None else held[unadded.table].table,
        key=key,
        group=unadded.group,
        statements=sorted(numbers[name] for name in unadded.statements if name in numbers),
    )


def _expected(first: Round, tables: Sequence[State], held: Sequence[_Held]) -> dict[str, int]:
    """Give who were there when it was voted: of a table without this vote, who were there at all."""
    votes = {each.table: each.vote.expected for each in held}
    found: dict[str, int] = {}
    for number, state in enumerate(tables, 1):
        people = votes.get(number, state.people if first.side == "front" else {})
        for who, count in people.items():
            found[who] = found.get(who, 0) + count
    return found


def with_findings(state: State) -> State:
    """Give a session in which what its votes say is told, as it would be of one room."""
    t = Words(state.scenario.language)
    rounds = dict(state.rounds)
    for name, vote in state.rounds.items():
        found = state.find(f"{vote.use}/{vote.step}")
        if found and vote.side == "front":
            use, step = found
            told = tables_of(step.kind).told(state, use, step, vote, t)
            rounds[name] = vote.model_copy(update={"findings": list(told)})
    return state.replace(rounds=rounds)

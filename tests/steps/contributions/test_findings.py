"""What contributions and roles make us ask."""

from __future__ import annotations

import pytest

from facilitator.session.registers import Contribution, Role
from facilitator.steps.contributions.findings import (
    city_leads_all,
    one_sided,
    places,
    role_places,
    role_questions,
    who_first,
)
from tests.steps.contributions.offers import role as a_role
from tests.steps.contributions.offers import said, tasks, with_registers

T0, T1, T2 = tasks(3)


@pytest.mark.parametrize(
    ("contributions", "code"),
    [
        ([], "nothing"),
        ([said(0, "brings", "zaal", T0)], "not_asked"),
        ([said(0, "asks", "zaal", T0)], "not_offered"),
        ([said(0, "brings", "zaal", T0), said(0, "asks", "koffie", T0)], None),
        ([said(0, "brings", "zaal", T0), said(0, "asks", "koffie")], "not_asked"),
        ([said(0, "brings", "zaal", T1)], "nothing"),
    ],
)
def test_offered_and_not_asked(contributions: list[Contribution], code: str | None) -> None:
    asked = one_sided(with_registers(task_count=2, contributions=contributions), T0)
    assert (asked.code if asked else None) == code


@pytest.mark.parametrize(
    ("roles", "codes"),
    [
        ([], ["no_lead"]),
        ([a_role(0, T0, "decides"), a_role(0, T1, "leads")], ["no_lead"]),
        ([a_role(1, T0, "leads")], []),
        ([a_role(1, T0, "leads"), a_role(2, T0, "leads")], ["leads"]),
        ([a_role(1, each, "leads") for each in (T0, T1)], []),
        ([a_role(1, each, "leads") for each in (T0, T1, T2)], ["overload"]),
        ([a_role(0, each, "leads") for each in (T0, T1, T2)], ["city_leads_all", "overload"]),
        ([a_role(1, each, "leads") for each in (T1, T2, None)], ["no_lead"]),
    ],
)
def test_what_roles_make_us_ask(roles: list[Role], codes: list[str]) -> None:
    state = with_registers(task_count=3, roles=roles)
    assert [asked.code for asked in role_questions(state, T0)] == codes


def test_who_leads_much_is_named_and_counted() -> None:
    state = with_registers(task_count=3, roles=[a_role(1, each, "leads") for each in (T0, T1, T2)])
    (asked,) = role_questions(state, T0)
    assert (asked.about, asked.values) == ("actor001", {"n": 3})


def test_the_city_leads_all_only_when_it_does() -> None:
    both = [a_role(0, T0, "leads"), a_role(0, T1, "leads")]
    assert city_leads_all(with_registers(task_count=2, roles=both))
    assert not city_leads_all(with_registers(task_count=3, roles=both))
    assert city_leads_all(with_registers(task_count=1, roles=both[:1])), "of one task it is all too"
    assert not city_leads_all(with_registers(task_count=1))
    assert not city_leads_all(with_registers(task_count=2, roles=[*both, a_role(2, T1, "leads")]))
    assert not city_leads_all(with_registers(task_count=2, roles=[both[0], a_role(2, T1, "leads")]))


def test_the_whole_has_a_place_where_it_is_needed() -> None:
    assert places(with_registers()) == [None]
    assert places(with_registers(task_count=1)) == [T0]
    assert places(with_registers(task_count=1, contributions=[said(0, "asks", "koffie")])) == [T0, None]
    assert places(with_registers(task_count=1, contributions=[said(0, "asks", "koffie", T0)])) == [T0]
    assert role_places(with_registers()) == [None]
    assert role_places(with_registers(task_count=1, contributions=[said(0, "asks", "koffie")])) == [T0]


def test_who_brings_something_here_is_first() -> None:
    state = with_registers(
        task_count=1, contributions=[said(2, "asks", "koffie", T0), said(1, "brings", "zaal")]
    )
    assert who_first(state, T0) == ["actor002", "actor000", "actor001"]
    assert who_first(state, None) == ["actor001", "actor000", "actor002"]

"""Reports, the message and paper of evenings with every kind of step: what people said is never markup."""

from __future__ import annotations

from functools import cache

import pytest

from facilitator.kinds import kinds
from facilitator.report import html, markdown, plain_text
from facilitator.report.html import POLICY
from facilitator.report.message import message
from facilitator.report.print_file import print_html
from facilitator.report.session_report import build
from facilitator.session.state import State
from facilitator.storage.session_file import read_text
from facilitator.text import clean
from facilitator.words import Words
from tests.hostile.evenings import EVENINGS, with_payload
from tests.hostile.payloads import HARMLESS, PAYLOADS, acts
from tests.report.hostile import HOSTILE
from tests.report.made_up import DAY
from tests.report.reading import Page, parse_markdown, squeezed, token_types

NL = Words("nl")


@cache
def state(name: str, said: str) -> State:
    return read_text(with_payload(name, said), kinds()).state


@cache
def page(name: str, said: str) -> tuple[set[str], set[str], str]:
    made = html.render(build(state(name, said), NL, DAY), NL)
    assert POLICY in made
    return _parts(made)


@cache
def paper(name: str, said: str) -> tuple[set[str], set[str], str]:
    return _parts(print_html(state(name, said).scenario, NL))


def _parts(made: str) -> tuple[set[str], set[str], str]:
    read = Page(made)
    return set(read.tags), {name for name, _ in read.attributes}, squeezed(read.text)


@pytest.mark.parametrize("said", [*HOSTILE, PAYLOADS["markup"]])
@pytest.mark.parametrize("name", EVENINGS)
@pytest.mark.parametrize("made", [page, paper])
def test_no_text_of_a_session_is_html(made: object, name: str, said: str) -> None:
    assert callable(made)
    tags, attributes, read = made(name, said)
    plain = made(name, HARMLESS)
    assert tags == plain[0]
    assert attributes == plain[1]
    assert squeezed(clean(said)) in read


@pytest.mark.parametrize("said", [*HOSTILE, PAYLOADS["markup"]])
@pytest.mark.parametrize("name", EVENINGS)
def test_no_text_of_a_session_is_markdown(name: str, said: str) -> None:
    made, plain = (markdown.render(build(state(name, each), NL, DAY), NL) for each in (said, HARMLESS))
    assert token_types(parse_markdown(made)) - {"text_special"} == token_types(parse_markdown(plain))


@pytest.mark.parametrize("payload", [name for name in PAYLOADS if name != "long"])
@pytest.mark.parametrize("name", EVENINGS)
def test_nothing_acts_from_a_report_a_message_or_paper(name: str, payload: str) -> None:
    there = state(name, PAYLOADS[payload])
    report = build(there, NL, DAY)
    made = [render(report, NL) for render in (html.render, markdown.render, plain_text.render)]
    made += [message(there, NL, DAY), print_html(there.scenario, NL)]
    assert [acts(each.encode()) for each in made] == [set()] * 5

"""XML is escaped by the way it is made, and is always well-formed."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.xml_markup import Xml, possible, x, xml_file

TEXTS = st.text(
    st.sampled_from("ab <>&\"'/=;-!\n\t\r]\u00e9\ufffe\x00\x1b") | st.characters(exclude_categories=["Cs"])
)


@given(TEXTS, TEXTS)
def test_text_is_read_as_it_was_written_in_an_element_and_in_an_attribute(text: str, value: str) -> None:
    read = ET.fromstring(xml_file(x("a", text, x("b", text), c__d=value, xmlns__c="urn:c")))
    assert read.text == (possible(text) or None)
    assert read[0].text == (possible(text) or None)
    assert read.attrib == {"{urn:c}d": possible(value)}
    assert [each.tag for each in read.iter()] == ["a", "b"]


def test_how_it_is_written() -> None:
    made = x("text:p", "1 < 2", None, x("text:s", text__c=2), text__style_name='a"b', class_=None)
    assert str(made) == '<text:p text:style-name="a&quot;b">1 &lt; 2<text:s text:c="2"/></text:p>'
    assert str(Xml("a&b", made)).startswith("a&amp;b<text:p")
    assert not Xml()


@pytest.mark.parametrize("name", ["a b", "<a", "a:b:c", "1a", ""])
def test_what_is_no_name_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="no name"):
        x(name)


def test_what_is_no_name_of_an_attribute_is_refused() -> None:
    with pytest.raises(ValueError, match="no name"):
        x("a", **{'b="c': "d"})

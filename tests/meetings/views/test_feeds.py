"""The feed of what is published: to anybody, and of nothing else."""

import xml.etree.ElementTree as ET
from datetime import date

import pytest

from tests.factories import EditionFactory, RevisionFactory, StatementFactory

pytestmark = pytest.mark.django_db

PUBLISHED = {"state": "published", "published_on": date(2024, 12, 1)}
ATOM = "{http://www.w3.org/2005/Atom}"


def test_editions_are_told_to_all_and_drafts_to_nobody(anonymous, staff):
    said = StatementFactory(slug="said", title="Said & done", **PUBLISHED)
    EditionFactory(statement=said)
    EditionFactory(statement=said, reason="Six was seven <again>")
    RevisionFactory(statement=said, text="A correction in the making.")
    RevisionFactory(statement=StatementFactory(title="A draft"))
    EditionFactory(statement=StatementFactory(title="Withdrawn"))

    for browser in (anonymous, staff):
        answer = browser.get("/statements.atom")
        entries = ET.fromstring(answer.content).findall(f"{ATOM}entry")  # noqa: S314 ours

        assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
        assert [
            (row.find(f"{ATOM}title").text, row.find(f"{ATOM}link").get("href"))
            for row in entries
        ] == [
            (
                "Said & done: edition 2",
                "http://testserver/statements/said/editions/2/",
            ),
            ("Said & done", "http://testserver/statements/said/editions/1/"),
        ]
        assert entries[0].find(f"{ATOM}summary").text == (
            "Corrects edition 1: Six was seven <again>"
        )


@pytest.mark.parametrize("size", [1, 3])
def test_queries(anonymous, size, django_assert_num_queries):
    EditionFactory.create_batch(size, statement__published_on=date(2024, 12, 1))

    with django_assert_num_queries(1):
        anonymous.get("/statements.atom")


def test_a_sign_that_xml_cannot_carry_is_left_out(anonymous):
    said = StatementFactory(title="Said", **PUBLISHED)
    EditionFactory(statement=said)
    EditionFactory(statement=said, reason="A\x01 slip\x0b.")

    assert b"A  slip ." in anonymous.get("/statements.atom").content


def test_an_empty_feed_is_a_feed(anonymous, delegate):
    feed = ET.fromstring(anonymous.get("/statements.atom").content)  # noqa: S314 ours

    assert feed.findall(f"{ATOM}entry") == []
    assert 'href="/statements.atom"' in delegate.get("/statements/").content.decode()

"""The command that reads a statement: nothing is saved, and every way to fail is told."""

import io
import json
import sys

import pytest
from django.core.management import CommandError, call_command

from meetings.models import Meeting, Party
from tests.factories import BodyFactory, PartyFactory

TEXT = """\
Co-Chairs' Statement

On 3 March 2020 the Working Group on Trafficking in Persons (WG-TIP) met in Suva, Fiji, for
its Fifth Annual Meeting, co-chaired by Fiji and Samoa. It was attended by three members
(Fiji, Samoa and Freedonia). Tonga sent apologies.
"""

pytestmark = pytest.mark.django_db


@pytest.fixture
def statement(tmp_path):
    PartyFactory(name="Fiji", running_name="Fiji", kind="state")
    PartyFactory(name="Samoa", running_name="Samoa", kind="state")
    PartyFactory(name="Tonga", running_name="Tonga", kind="state")
    BodyFactory(abbreviation="WG-TIP", name="Working Group on Trafficking in Persons")
    path = tmp_path / "old.txt"
    path.write_text(TEXT, "utf-8")
    return path


def run(*arguments):
    said = io.StringIO()
    call_command("read_statement", *map(str, arguments), stdout=said)
    return said.getvalue()


def test_json_has_these_keys_and_values(statement):
    told = json.loads(run(statement, "--json"))

    assert told == {
        "title": "Fifth Annual Meeting",
        "ordinal": 5,
        "bodies": ["WG-TIP"],
        "start": "2020-03-03",
        "end": "2020-03-03",
        "city": "Suva",
        "country": "Fiji",
        "co_chairs": [
            {"party": "Fiji", "person": "", "title": ""},
            {"party": "Samoa", "person": "", "title": ""},
        ],
        "attendance": [
            {
                "party": party,
                "capacity": "member",
                "present": present,
                "level": None,
                "quote": party,
            }
            for party, present in (("Fiji", True), ("Samoa", True), ("Tonga", False))
        ],
        "counts": [
            {
                "says": 3,
                "listed": 3,
                "quote": "three members\n(Fiji, Samoa and Freedonia)",
            }
        ],
        "doubts": [
            {
                "kind": "unknown name",
                "quote": "Freedonia",
                "why": "The record does not know this name.",
            }
        ],
        "unknown": [{"words": "Freedonia", "quote": "Fiji, Samoa and Freedonia"}],
    }


def test_nothing_is_saved(statement):
    parties = Party.objects.count()

    run(statement, "--json")

    assert Meeting.objects.count() == 0
    assert Party.objects.count() == parties


def test_a_summary_for_people(statement):
    assert run(statement).splitlines() == [
        "Title: Fifth Annual Meeting",
        "Number in its series: 5",
        "Bodies: WG-TIP",
        "Days: 2020-03-03",
        "Place: Suva, Fiji",
        "Co-chair: Fiji",
        "Co-chair: Samoa",
        "Attended, member (2): Fiji, Samoa",
        "Apologies (1): Tonga",
        "Figure: 3 (3 listed): three members (Fiji, Samoa and Freedonia)",
        "Doubt (unknown name): The record does not know this name. “Freedonia”",
    ]


def test_from_standard_input(statement, monkeypatch):
    given = io.TextIOWrapper(io.BytesIO(TEXT.encode()))
    monkeypatch.setattr(sys, "stdin", given)

    assert run("-", "--json") == run(statement, "--json")


def test_a_file_that_is_not_there_is_told_of(tmp_path):
    with pytest.raises(CommandError, match="No such file"):
        run(tmp_path / "none.txt")


def test_a_file_without_text_is_told_of(tmp_path):
    path = tmp_path / "old.txt"
    path.write_bytes(b"")

    with pytest.raises(CommandError, match="The file is empty"):
        run(path)

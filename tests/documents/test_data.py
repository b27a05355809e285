"""What is exported is what the schema says, and nothing else."""

import json

import msgspec
import pytest
from django.core.management import CommandError, call_command

from meetings import gather
from meetings.documents import data, export
from meetings.facts import GatheringFacts
from meetings.models import Meeting, Statement
from tests.statements import facts


def documents(meetings):
    week = GatheringFacts("week", "A week", tuple(meetings))
    return [
        (data.MeetingAttendance, export.meeting_attendance(meetings[0])),
        (data.GatheringAttendance, export.gathering_attendance(week)),
        (data.BodyAttendance, export.body_attendance("BP", "Bali Process", meetings)),
    ]


def assert_decodes(kind, document):
    """Assert that the bytes are those of the type: read strictly and written again."""
    told = document.render("json")

    read = msgspec.json.decode(told, type=kind)

    assert isinstance(read, kind)
    assert data.encode(read) == told


def test_exports_of_small_facts_decode_strictly():
    for kind, document in documents([facts.meeting(), facts.meeting("other")]):
        assert_decodes(kind, document)
    assert_decodes(data.StatementRecord, export.statement(facts.statement()))


@pytest.mark.django_db
def test_exports_of_the_real_record_decode_strictly(records):
    statements = Statement.objects.all()[:3]
    assert statements
    for statement in statements:
        told = gather.statement_facts(statement)
        assert_decodes(data.StatementRecord, export.statement(told))
        for kind, document in documents(told.meetings):
            assert_decodes(kind, document)
    assert Meeting.objects.exists()


def test_a_field_too_many_or_too_few_is_no_document():
    told = json.loads(export.statement(facts.statement()).render("json"))
    for forged in (told | {"more": 1}, {k: v for k, v in told.items() if k != "text"}):
        with pytest.raises(msgspec.ValidationError):
            msgspec.convert(forged, data.StatementRecord)


def test_the_schema_names_every_kind_and_every_field(tmp_path):
    path = tmp_path / "schema.json"
    call_command("export_schema", output=str(path))
    schema = json.loads(path.read_text())

    kinds = [row["$ref"].removeprefix("#/$defs/") for row in schema["oneOf"]]
    assert kinds == [kind.__name__ for kind in data.DOCUMENTS]
    told = json.loads(export.statement(facts.statement()).render("json"))
    record = schema["$defs"]["StatementRecord"]
    assert set(record["properties"]) == set(record["required"]) == set(told)
    assert record["additionalProperties"] is False
    with pytest.raises(CommandError, match="Cannot write"):
        call_command("export_schema", output=str(tmp_path / "no" / "schema.json"))

"""A fault in the files is told by file, record and field, and nothing is loaded."""

import pytest
from django.core.management import CommandError, call_command

from meetings.models import Meeting, Party
from meetings.records.reading import in_plain_words
from workplans.models import WorkPlan

from . import small

pytestmark = pytest.mark.django_db


def refused(directory) -> str:
    """Load ``directory``, which must fail and leave nothing; return what is said."""
    with pytest.raises(CommandError) as failure:
        call_command("load_records", data=directory)
    assert not Party.objects.exists()
    assert not Meeting.objects.exists()
    assert not WorkPlan.objects.exists()
    return str(failure.value)


def changed(file: str, number: int, **fields) -> dict:
    files = small.records()
    files[file][number] |= fields
    return files


def without(file: str, number: int, field: str) -> dict:
    files = small.records()
    del files[file][number][field]
    return files


def more(file: str, record: dict) -> dict:
    files = small.records()
    files[file].append(record)
    return files


MEETING = small.RECORDS["meetings.json"][0]
FAULTS = {
    "wrong type": (
        changed("meetings.json", 0, city=7),
        "meetings.json, record 1 (wg-1): field city: should be a text, but is a whole number.",
    ),
    "unknown field": (
        changed("parties.json", 1, capital="Apia"),
        "parties.json, record 2 (Samoa): field capital: is not known here. Is it misspelt?",
    ),
    "missing field": (
        without("parties.json", 0, "kind"),
        "parties.json, record 1 (Fiji): field kind: is missing.",
    ),
    "a choice that is none": (
        changed("meetings.json", 0, kind="party"),
        "meetings.json, record 1 (wg-1): field kind: “party” is none of: annual_meeting,",
    ),
    "unknown party": (
        changed("meetings.json", 0, attendance=[{"party": "Fidji"}]),
        "meetings.json, record 1 (wg-1): field attendance[0].party: “Fidji” is not a known "
        "party. Did you mean “Fiji”?",
    ),
    "unknown field deep inside": (
        changed("meetings.json", 0, sessions=[{"title": "A", "kind": "panel", "x": 1}]),
        "meetings.json, record 1 (wg-1): field sessions[0].x: is not known here.",
    ),
    "overlap of memberships": (
        more(
            "memberships.json", {"body": "WG", "party": "Samoa", "since": "2022-01-01"}
        ),
        "memberships.json, record 2 (Samoa in WG): field body and party and since: "
        "This party already has a membership of the body in that period",
    ),
    "bad date": (
        changed("meetings.json", 0, starts_on="2024-02-30"),
        "meetings.json, record 1 (wg-1): field starts_on: should be a day such as 2024-11-19.",
    ),
    "ends before it begins": (
        changed("meetings.json", 0, ends_on="2024-05-01"),
        "meetings.json, record 1 (wg-1): field ends_on and starts_on: A meeting cannot end "
        "before it begins.",
    ),
    "slug given twice": (
        more("meetings.json", MEETING),
        "meetings.json, record 2 (wg-1): field slug: this has been given already: "
        "meetings.json, record 1 (wg-1).",
    ),
    "name given twice": (
        more("parties.json", small.FIJI | {"slug": "fidschi", "iso_code": ""}),
        "parties.json, record 3 (Fiji): field name: Party with this List name already exists.",
    ),
    "party twice on a list": (
        changed("meetings.json", 0, attendance=[{"party": "Fiji"}, {"party": "Fiji"}]),
        "meetings.json, record 1 (wg-1): field attendance[1].meeting and party: "
        "this has been given already",
    ),
    "country that is no state": (
        changed("parties.json", 1, kind="academic")
        | {"meetings.json": [MEETING | {"country": "Samoa"}]},
        "meetings.json, record 1 (wg-1): field country:",
    ),
    "person of another party": (
        changed("chair_terms.json", 0, party="Fiji"),
        "chair_terms.json, record 1 (Fiji for WG): field person: This person belongs to "
        "another party.",
    ),
    "session that is not there": (
        changed(
            "meetings.json", 0, outcomes=[{"kind": "agreed", "text": "a", "session": 2}]
        ),
        "meetings.json, record 1 (wg-1): field outcomes[0].session: there is no session 2;",
    ),
    "plan of an unknown session": (
        changed("meetings.json", 0, sessions=[]),
        "work_plans.json, record 1 (wg-plan): field versions[0].items[0].sessions[0]: "
        "“wg-1 1” is not a known session.",
    ),
    "text too long": (
        changed("parties.json", 0, formal_name="F" * 201),
        "parties.json, record 1 (Fiji): field formal_name:",
    ),
    "number out of range": (
        changed("work_plans.json", 0, since_year=10**30),
        "work_plans.json, record 1 (wg-plan): field since_year:",
    ),
}


@pytest.mark.parametrize(("files", "said"), FAULTS.values(), ids=FAULTS.keys())
def test_fault_is_told_by_file_record_and_field(tmp_path, files, said):
    assert said in refused(small.written(tmp_path, files))


CONTENTS = {
    "not JSON": (
        b'[\n  {"slug": "fiji",}\n]',
        "parties.json: is not valid JSON at line 2, column 19.",
    ),
    "cut off": (
        b'[{"slug": "fi',
        "parties.json: is not valid JSON: it ends too early.",
    ),
    "empty": (b"", "parties.json: is not valid JSON: it ends too early."),
    "not a list": (b'{"slug": "fiji"}', "parties.json: should be a list of records"),
    "not UTF-8": (
        b'[\n{"name": "C\xf4te d\'Ivoire"}]',
        "parties.json: line 2 is not in UTF-8. Save the file as UTF-8.",
    ),
    "a record that is a number": (
        b"[7]",
        "parties.json, record 1: should be a group {…}",
    ),
    "NUL": (b'[{"name": "Fi\\u0000ji"}]', "parties.json: has a NUL character"),
}


@pytest.mark.parametrize(("content", "said"), CONTENTS.values(), ids=CONTENTS.keys())
def test_file_that_cannot_be_read_is_told(tmp_path, content, said):
    small.written(tmp_path, small.records())
    (tmp_path / "parties.json").write_bytes(content)

    assert said in refused(tmp_path)


def test_faults_of_all_files_are_told_at_once(tmp_path):
    files = changed("meetings.json", 0, city=7) | {"parties.json": [{"slug": 1}]}

    said = refused(small.written(tmp_path, files))

    assert "meetings.json, record 1 (wg-1): field city" in said
    assert "parties.json, record 1: field slug" in said


def test_several_records_of_a_file_are_told_at_once(tmp_path):
    parties = [small.FIJI | {"kind": "x"}, small.SAMOA | {"kind": "y"}]

    said = refused(small.written(tmp_path, {"parties.json": parties}))

    assert "record 1 (Fiji): field kind: “x”" in said
    assert "record 2 (Samoa): field kind: “y”" in said


def test_directory_that_is_not_there_is_told(tmp_path):
    assert "is not a directory" in refused(tmp_path / "nowhere")


def test_directory_without_records_is_told(tmp_path):
    assert "has no file of records. Expected some of: activities.json" in refused(
        tmp_path
    )


def test_misspelt_file_is_told(tmp_path):
    small.written(tmp_path, small.records() | {"meeting.json": []})

    assert "meeting.json: is no file of records." in refused(tmp_path)


def test_byte_order_mark_of_other_programs_is_no_fault(tmp_path):
    small.written(tmp_path, small.records())
    path = tmp_path / "parties.json"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())

    call_command("load_records", data=tmp_path, verbosity=0)

    assert Party.objects.count() == 2


def test_an_error_that_has_no_translation_is_passed_on():
    assert in_plain_words("Something new - at `$.city`") == ("city", "Something new.")

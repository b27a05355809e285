"""Staff at the desk: a file chosen, looked at, asked about, confirmed."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import IntegrityError
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime, now

from meetings.exchange import applying
from meetings.models import Attendance, Delegate, Import, PartyAlias, Person
from meetings.models.imports import KEPT
from tests.factories import (
    AttendanceFactory,
    GatheringFactory,
    PartyFactory,
    PersonFactory,
)

from .desk import ADD, confirm, page_of, seen, upload
from .sheets import text, xlsx

HOUR = timedelta(hours=1)


def test_a_list_is_previewed_confirmed_and_on_record(desk, meeting, viet_nam, japan):
    content = xlsx(
        [
            ["Participant list", None, None],
            [],
            ["Country ", "Name", "Level", "Role", "Mode", "No. of delegates"],
            ["VIET NAM", "Ms NGUYEN Thi An", "Senior Official", "HoD", "In person", 2],
            [" Japan", None, "Official", None, "Online", "3"],
        ]
    )

    preview = upload(desk, content, meeting=meeting.pk)
    before = Attendance.objects.count(), Person.objects.count()
    result = confirm(desk, preview)

    assert before == (0, 0)
    assert result.status_code == 200
    assert list(
        Attendance.objects.values_list(
            "party__name", "presence", "level", "mode", "delegation_size"
        )
    ) == [
        ("Japan", "present", "official", "online", 3),
        ("Viet Nam", "present", "senior official", "in_person", 2),
    ]
    delegate = Delegate.objects.get()
    assert (delegate.person.honorific, delegate.person.name, delegate.role) == (
        "Ms",
        "NGUYEN Thi An",
        "head",
    )


def test_an_unknown_name_is_asked_about_and_remembered(desk, meeting, viet_nam):
    content = xlsx([["Country"], ["Socialist Republic of VN"]])
    preview = upload(desk, content, meeting=meeting.pk)
    target = preview.context["import"]

    assert preview.context["preview"].questions == 1
    assert "No party is known as" in preview.content.decode()
    assert confirm(desk, preview).status_code == 409

    answered = desk.post(
        page_of(target, "answer"),
        {
            "sheet-0": "",
            "name-0": str(viet_nam.pk),
            "name-0-key": "socialist republic of vn",
            "name-0-remember": "on",
        },
        follow=True,
    )
    confirm(desk, answered)

    assert PartyAlias.objects.get().name == "Socialist Republic of VN"
    assert Attendance.objects.get().party == viet_nam
    again = upload(desk, content, meeting=meeting.pk)
    assert again.context["preview"].counts["unchanged"] == 1


def test_a_change_in_between_is_shown_and_not_overwritten(desk, meeting, japan):
    row = AttendanceFactory(meeting=meeting, party=japan, level="official")
    content = xlsx([["Country", "Level"], ["Japan", "Minister"]])
    preview = upload(desk, content, meeting=meeting.pk)
    row.level = "expert"
    row.save()

    response = confirm(desk, preview)

    assert response.status_code == 409
    html = response.content.decode()
    assert "Nothing was imported: the record has changed" in " ".join(html.split())
    assert "changed: Level: Official → Minister" in html
    row.refresh_from_db()
    assert row.level == "expert"
    assert confirm(desk, response).status_code == 200
    row.refresh_from_db()
    assert row.level == "minister"


@pytest.mark.parametrize("cleared_by", ["another import", "a command"])
def test_previews_that_nobody_confirmed_are_discarded(desk, meeting, japan, cleared_by):
    content = xlsx([["Country"], ["Japan"]])
    confirm(desk, upload(desk, content, meeting=meeting.pk))
    young, old = (
        upload(desk, content, meeting=meeting.pk).context["import"] for _ in range(2)
    )
    page = desk.get(page_of(old)).content.decode()
    assert f"waits until {date_format(localtime(old.kept_until), 'j F Y')}" in page
    Import.objects.exclude(pk=young.pk).update(created_at=now() - KEPT - HOUR)
    Import.objects.filter(pk=young.pk).update(created_at=now() - KEPT + HOUR)

    if cleared_by == "a command":
        said = StringIO()
        call_command("discard_previews", stdout=said)
        assert said.getvalue() == "1 preview discarded.\n"
    else:
        upload(desk, content, meeting=meeting.pk)

    kept = Import.objects.order_by("pk").values_list("state", flat=True)
    assert list(kept)[:2] == ["applied", "previewed"]
    assert not Import.objects.filter(pk=old.pk).exists()
    assert desk.get(page_of(old)).status_code == 404
    assert desk.post(page_of(old, "apply"), {"seen": "x"}).status_code == 404


def test_rows_with_errors_are_left_out_only_when_one_says_so(desk, meeting, japan):
    PartyFactory(name="Nepal")
    content = xlsx([["Country", "No. of delegates"], ["Japan", 2], ["Nepal", -3]])
    preview = upload(desk, content, meeting=meeting.pk)

    refused = confirm(desk, preview)
    assert refused.status_code == 409
    assert "Some rows have errors" in refused.content.decode()
    assert Attendance.objects.count() == 0

    confirm(desk, preview, leave_out_errors="on")
    assert [row.party.name for row in Attendance.objects.all()] == ["Japan"]


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"", "empty.csv", "is empty"),
        (b"PK\x03\x04 cut off", "cut.xlsx", "is damaged"),
        (b"%PDF-1.7", "list.xlsx", "is a PDF"),
        (b"Country\nJapan\n", "list.docx", "neither an Excel workbook"),
        (b"x" * (5 * 1024 * 1024 + 1), "large.csv", "larger than 5 MB"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(desk, content, name, words):
    response = upload(desk, content, name)

    assert response.status_code == 200
    assert words in response.content.decode()
    assert Import.objects.count() == 0


def test_a_long_list_is_shown_in_progress(desk, meeting):
    parties = [PartyFactory() for _ in range(45)]
    rows = [
        [
            parties[n % 45].name,
            f"Adam Bede{chr(97 + n % 26)}{chr(97 + n // 26)}",
            "x" * 200,
        ]
        for n in range(1_100)
    ]
    small = text([["Country", "Name", "E-mail"], *rows])
    assert len(small) > 150 * 1024

    reading = desk.post(
        reverse(ADD),
        {"file": SimpleUploadedFile("long.csv", small), "meeting": meeting.pk},
    )
    words = b"".join(reading.streaming_content).decode()
    assert "The rows have been compared with the record" in words
    target = Import.objects.get()
    assert f'href="{page_of(target)}"' in words
    assert Attendance.objects.count() == 0

    preview = desk.get(page_of(target))
    saving = desk.post(page_of(target, "apply"), {"seen": seen(preview)})
    said = b"".join(saving.streaming_content).decode()
    assert "of 2,245 records saved" in said
    assert Delegate.objects.count() == 1_100

    person = Person.objects.first()
    Person.objects.filter(pk=person.pk).update(notes="Looked up by hand.")
    refused = desk.post(page_of(target, "undo"))
    said = b"".join(refused.streaming_content).decode()
    assert "Nothing was undone." in said
    assert f'href="{page_of(target)}?obstacles"' in said
    Person.objects.filter(pk=person.pk).update(notes="")

    undoing = desk.post(page_of(target, "undo"))
    b"".join(undoing.streaming_content)
    assert (Attendance.objects.count(), Person.objects.count()) == (0, 0)


def test_a_reader_who_leaves_halfway_leaves_nothing_half_saved(desk, meeting):
    parties = [PartyFactory() for _ in range(45)]
    rows = [[parties[n % 45].name, f"Ada {chr(97 + n % 26) * (n // 26 + 1)}"]
            for n in range(1_050)]  # fmt: skip
    upload(desk, text([["Country", "Name"], *rows]), "long.csv", meeting=meeting.pk)
    target = Import.objects.get()
    preview = desk.get(page_of(target))

    response = desk.post(page_of(target, "apply"), {"seen": seen(preview)})
    stream = response._iterator
    said = [next(stream).decode() for _ in range(3)]
    stream.close()

    assert "records saved" in said[-1]
    assert Person.objects.count() == 0
    target.refresh_from_db()
    assert target.state == Import.State.PREVIEWED


def test_nothing_is_imported_twice(desk, meeting, japan):
    preview = upload(desk, xlsx([["Country"], ["Japan"]]), meeting=meeting.pk)
    confirm(desk, preview)

    again = confirm(desk, preview)

    assert again.status_code == 409
    assert "This import was imported already" in again.content.decode()
    assert Attendance.objects.count() == 1


def test_a_rival_row_at_the_last_moment_stops_everything(
    desk, meeting, viet_nam, japan, monkeypatch
):
    content = xlsx([["Country", "Name"], ["Viet Nam", "Dr LE Minh"], ["Japan", ""]])
    preview = upload(desk, content, meeting=meeting.pk)
    save = applying.bulk_create_with_history

    def rival_first(rows, model, **kwargs):
        if model is Attendance:
            AttendanceFactory(meeting=meeting, party=japan)
        return save(rows, model, **kwargs)

    monkeypatch.setattr(applying, "bulk_create_with_history", rival_first)
    response = confirm(desk, preview)

    assert response.status_code == 409
    assert "the record has changed" in " ".join(response.content.decode().split())
    assert (Attendance.objects.count(), Person.objects.count()) == (0, 0)
    assert Import.objects.get().state == Import.State.PREVIEWED


def test_the_database_has_the_last_word(desk, meeting, japan, monkeypatch):
    preview = upload(desk, xlsx([["Country"], ["Japan"]]), meeting=meeting.pk)

    def refuse(*args, **kwargs):
        raise IntegrityError

    monkeypatch.setattr(applying, "bulk_create_with_history", refuse)
    response = confirm(desk, preview)

    assert response.status_code == 409
    assert "record has changed" in " ".join(response.content.decode().split())
    assert Attendance.objects.count() == 0


def test_a_preview_is_discarded_and_an_import_is_not(desk, meeting, japan):
    content = xlsx([["Country"], ["Japan"]])
    first = upload(desk, content, meeting=meeting.pk)
    desk.post(page_of(first.context["import"], "discard"))
    assert Import.objects.count() == 0

    result = confirm(desk, upload(desk, content, meeting=meeting.pk))
    again = desk.post(page_of(result.context["import"], "discard"))
    assert again.status_code == 404
    assert Import.objects.count() == 1


def test_the_same_file_twice_is_pointed_out(desk, meeting, japan):
    content = xlsx([["Country"], ["Japan"]])
    confirm(desk, upload(desk, content, meeting=meeting.pk))

    again = upload(desk, content, meeting=meeting.pk)

    assert "The same file was imported on" in again.content.decode()


@pytest.mark.parametrize("many", [1, 30])
def test_queries_do_not_grow_with_the_rows(
    desk, meeting, many, django_assert_num_queries
):
    rows = []
    for number in range(many):
        party = PartyFactory()
        person = PersonFactory(party=party, name=f"Ada {chr(97 + number)}o")
        rows.append([party.name, person.name, "Director"])
    content = xlsx([["Country", "Name", "Title"], *rows])
    target = upload(desk, content, meeting=meeting.pk).context["import"]

    with django_assert_num_queries(15):
        desk.get(page_of(target))


@pytest.mark.parametrize("show", ["", "new", "warned", "moved", "error", "nonsense"])
def test_every_filter_of_the_preview_answers(desk, meeting, japan, show):
    content = xlsx([["Country"], ["Japan"], ["Japan"], ["Nobody"]])
    target = upload(desk, content, meeting=meeting.pk).context["import"]

    assert desk.get(page_of(target), {"show": show, "page": "99"}).status_code == 200


def test_pages_of_meetings_and_weeks_lead_here(desk, meeting):
    week = GatheringFactory()
    for record, name in ((meeting, "meeting"), (week, "gathering")):
        page = desk.get(reverse(f"admin:meetings_{name}_change", args=[record.pk]))
        assert f"{reverse(ADD)}?{name}={record.pk}" in page.content.decode()
    page = desk.get(reverse("admin:meetings_attendance_changelist"))
    assert f'href="{reverse(ADD)}"' in page.content.decode()

"""Loading: all or nothing, again and again, and never over what people did."""

from datetime import date

import pytest
from django.apps import apps
from django.core.management import call_command

from meetings.models import Appointment, Attendance, Meeting, Outcome, Party, Session
from tests.factories import AttendanceFactory
from workplans.models import ActionItem

from . import small

pytestmark = pytest.mark.django_db


@pytest.fixture
def load(tmp_path, capsys):
    """Write the files, load them, and return what the command said."""

    def load_files(files=None) -> str:
        call_command(
            "load_records", data=small.written(tmp_path, files or small.records())
        )
        return capsys.readouterr().out

    return load_files


def everything() -> dict[str, int]:
    """How many rows each table of the two apps has, history included."""
    return {
        model._meta.label: model._base_manager.count()
        for app in ("meetings", "workplans")
        for model in apps.get_app_config(app).get_models(include_auto_created=True)
    }


def test_files_become_rows_with_all_that_hangs_on_them(load):
    load()

    meeting = Meeting.objects.get(slug="wg-1")
    item = ActionItem.objects.with_status().get()
    assert [body.abbreviation for body in meeting.bodies.all()] == ["WG"]
    assert [row.party.name for row in meeting.attendances.all()] == ["Fiji", "Samoa"]
    assert [party.name for party in Outcome.objects.get().asked_of.all()] == ["Fiji"]
    assert (item.status, item.sessions.get()) == ("completed", Session.objects.get())


def test_summary_counts_what_is_new(load):
    assert "Parties                         2        2        0" in load()


def test_a_second_load_changes_nothing_not_even_history(load):
    load()
    before = everything()

    said = load()

    assert everything() == before
    assert "Parties                         2        0        0" in said


def test_a_correction_in_a_file_reaches_the_row_and_its_history(load):
    load()
    files = small.records()
    files["meetings.json"][0]["city"] = "Apia"

    said = load(files)

    meeting = Meeting.objects.get(slug="wg-1")
    assert "Meetings                        1        0        1" in said
    assert (meeting.city, meeting.history.count()) == ("Apia", 2)


def test_an_edit_by_people_outlives_the_next_load(load):
    load()
    meeting = Meeting.objects.get(slug="wg-1")
    meeting.city = "Suva"
    meeting.save()

    said = load()

    assert Meeting.objects.get(slug="wg-1").city == "Suva"
    assert "meetings.json, record 1 (wg-1): changed by people, kept so (city)." in said


def test_leads_that_people_chose_outlive_the_next_load(load):
    load()
    item = ActionItem.objects.get()
    item.leads.set(Party.objects.filter(name="Samoa"))

    load()

    assert [party.name for party in item.leads.all()] == ["Samoa"]


def test_what_people_removed_stays_removed(load):
    load()
    Attendance.objects.get(party__name="Fiji").delete()

    said = load()

    assert [row.party.name for row in Attendance.objects.all()] == ["Samoa"]
    assert "field attendance[0]: people have removed or renamed it" in said


def test_what_people_added_stays(load):
    load()
    added = AttendanceFactory(meeting=Meeting.objects.get(slug="wg-1"))

    load()

    assert Attendance.objects.filter(pk=added.pk).exists()


def test_a_party_renamed_by_people_is_still_found(load):
    load()
    party = Party.objects.get(name="Fiji")
    party.name = "Republic of Fiji"
    party.save()
    files = small.records()
    files["memberships.json"] += [{"body": "WG", "party": "Fiji"}]

    load(files)

    assert party.memberships.count() == 1


def test_a_meeting_removed_by_people_takes_along_what_hung_on_it(load):
    load()
    Meeting.objects.get(slug="wg-1").delete()

    load()

    assert (Meeting.objects.count(), Attendance.objects.count()) == (0, 0)


def test_more_meetings_may_come_in_a_file_of_their_own(load, tmp_path):
    load()
    second = small.records()["meetings.json"][0] | {"slug": "wg-2"}
    other = tmp_path / "more"
    other.mkdir()

    call_command("load_records", data=small.written(other, {"meetings.json": [second]}))

    assert Meeting.objects.get(slug="wg-2").attendances.count() == 2


def test_titles_are_those_of_the_day(load):
    load()

    titles = {
        day.year: Appointment.objects.on(day).get().title
        for day in (date(2023, 6, 1), date(2024, 6, 1))
    }
    assert titles == {2023: "Director", 2024: "Director-General"}

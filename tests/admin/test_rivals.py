"""Two people edit one record: the second is shown both versions, and loses nothing."""

import re
from html import unescape

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile

from meetings import models as meetings
from meetings.models import Attendance, Meeting
from tests import factories
from tests.conftest import logged_in

from .forms import address, errors, posted, with_rows
from .test_pages import MAKE


@pytest.fixture
def meeting(db):
    return factories.MeetingFactory(city="Bangkok", theme="Old theme")


def opened(staff, record) -> dict:
    return posted(staff.get(address(record, "change", record.pk)))


def save(staff, record, data):
    return staff.post(address(record, "change", record.pk), data)


def again(response) -> dict:
    """What the page with both versions posts when nothing is chosen."""
    page = response.content.decode()
    found: dict = {}
    for tag in re.findall(r'<input type="hidden"[^>]*>', page):
        name, value = re.search(r'name="([^"]*)" value="([^"]*)"', tag).groups()
        found.setdefault(unescape(name), []).append(unescape(value))
    return found


def text(response) -> str:
    return " ".join(
        unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split()
    )


def change(record, **values):
    """What somebody else does meanwhile."""
    fresh = type(record)._base_manager.get(pk=record.pk)
    for name, value in values.items():
        setattr(fresh, name, value)
    fresh.save()


MODELS = sorted(
    (m for m in MAKE if m not in {meetings.Revision, meetings.Import}),
    key=lambda model: model.__name__,
)


TEXTS = ("notes", "note", "text", "name", "first_name")


@pytest.mark.parametrize("model", [*MODELS, Group], ids=lambda model: model.__name__)
def test_every_form_shows_both_versions_and_saves_the_chosen_one(staff, model):
    record = MAKE[model]() if model in MAKE else Group.objects.create(name="Clerks")
    name = next(name for name in TEXTS if hasattr(record, name))
    data = opened(staff, record)
    change(record, **{name: "Of the other"})

    response = save(staff, record, data | {name: "Of this one"})

    assert response.status_code == 409
    assert "Of the other" in text(response)
    assert "Of this one" in text(response)
    record.refresh_from_db()
    assert getattr(record, name) == "Of the other"

    response = save(staff, record, again(response) | {"choose-all": "mine"})
    assert response.status_code == 302
    record.refresh_from_db()
    assert getattr(record, name) == "Of this one"


def test_a_form_that_does_not_say_what_it_showed_saves_over_nothing(staff, meeting):
    data = opened(staff, meeting) | {"city": "Manila"}
    for forged in ({}, {"opened": "nonsense"}):
        data.pop("opened", None)
        assert save(staff, meeting, data | forged).status_code == 409

    meeting.refresh_from_db()
    assert meeting.city == "Bangkok"


def test_of_each_field_one_version_is_chosen(staff, superuser, meeting):
    data = opened(staff, meeting) | {"city": "Manila", "theme": "Mine", "number": ""}
    change(meeting, city="Jakarta", theme="Theirs", summary="Also theirs")

    page = save(staff, meeting, data)
    told = text(page)
    assert "City Bangkok Jakarta Manila" in told
    assert "Theme Old theme Theirs Mine" in told
    assert "Summary empty Also theirs empty (you left it)" in told
    undecided = save(staff, meeting, again(page))
    assert undecided.status_code == 409
    saved = save(
        staff,
        meeting,
        again(page)
        | {"choice:city": "mine", "choice:theme": "theirs", "choice:summary": "theirs"},
    )

    assert saved.status_code == 302
    meeting.refresh_from_db()
    assert (meeting.city, meeting.theme) == ("Manila", "Theirs")
    assert meeting.summary == "Also theirs"
    assert meeting.history.first().history_user == superuser


@pytest.mark.parametrize(
    ("choice", "city", "theme"),
    [("mine", "Manila", "Mine"), ("theirs", "Jakarta", "Mine")],
)
def test_or_one_version_everywhere(staff, meeting, choice, city, theme):
    """What only this editor changed is saved in any case."""
    data = opened(staff, meeting) | {"city": "Manila", "theme": "Mine"}
    change(meeting, city="Jakarta")

    page = save(staff, meeting, data)
    assert "Theme: Old theme → Mine" in text(page)
    save(staff, meeting, again(page) | {"choose-all": choice})

    meeting.refresh_from_db()
    assert (meeting.city, meeting.theme) == (city, theme)


def test_a_third_change_is_shown_before_it_is_decided(staff, meeting):
    data = opened(staff, meeting) | {"city": "Manila"}
    change(meeting, city="Jakarta")
    page = save(staff, meeting, data)
    change(meeting, city="Hanoi")

    page = save(staff, meeting, again(page) | {"choose-all": "mine"})
    assert page.status_code == 409
    assert "City Bangkok Hanoi Manila" in text(page)

    save(staff, meeting, again(page) | {"choose-all": "mine"})
    meeting.refresh_from_db()
    assert meeting.city == "Manila"


def test_what_is_wrong_in_what_was_typed_is_objected_to_once_it_is_decided(
    staff, meeting
):
    data = opened(staff, meeting) | {"starts_on": "31/31/2024", "theme": "Mine"}
    change(meeting, city="Jakarta")

    page = save(staff, meeting, data)
    form = save(staff, meeting, again(page) | {"choose-all": "theirs"})
    assert form.status_code == 200
    assert errors(form) == {"starts_on": ["Enter a valid date."]}
    mended = posted(form) | {"starts_on": meeting.starts_on}
    assert (mended["city"], mended["theme"]) == ("Jakarta", "Mine")
    assert save(staff, meeting, mended).status_code == 302


def test_what_both_made_alike_is_no_conflict(staff, meeting):
    data = opened(staff, meeting) | {"city": "Manila"}
    change(meeting, city="Manila")

    assert save(staff, meeting, data).status_code == 302


class TestRows:
    @pytest.fixture
    def rows(self, meeting):
        return [
            factories.AttendanceFactory(
                meeting=meeting, party__name=name, level="official", note=name
            )
            for name in ("Fiji", "Samoa", "Tonga")
        ]

    def test_of_a_row_both_versions_are_shown(self, staff, meeting, rows):
        data = opened(staff, meeting) | {"attendances-1-level": "minister"}
        change(rows[1], level="expert")
        change(rows[2], note="Late")

        page = save(staff, meeting, data)
        assert "attendance: Samoa" in text(page) or "Attendance: Samoa" in text(page)
        assert "Level of representation Official Expert Minister" in text(page)
        choices = {
            "choice:attendances-1-level": "mine",
            "choice:attendances-2-note": "theirs",
        }
        assert save(staff, meeting, again(page) | choices).status_code == 302

        levels = dict(meeting.attendances.values_list("party__name", "level"))
        assert levels == {"Fiji": "official", "Samoa": "minister", "Tonga": "official"}
        assert meeting.attendances.get(party__name="Tonga").note == "Late"

    @pytest.mark.parametrize(
        ("choice", "names"),
        [("theirs", {"Samoa", "Tonga"}), ("mine", {"Fiji", "Samoa", "Tonga"})],
    )
    def test_of_a_row_deleted_meanwhile(self, staff, meeting, rows, choice, names):
        new = factories.PartyFactory(name="Nauru")
        data = opened(staff, meeting) | {
            "attendances-0-level": "minister",
            "attendances-2-level": "expert",
        }
        data = with_rows(data, "attendances", {"party": new.pk, "presence": "present"})
        rows[0].delete()

        page = save(staff, meeting, data)
        assert "Deleted by" in text(page)
        assert "Level of representation Minister" in text(page)
        assert "attendance: 1 new row" in text(page).lower()
        done = save(staff, meeting, again(page) | {"choice:attendances-0": choice})

        assert done.status_code == 302
        now = dict(meeting.attendances.values_list("party__name", "level"))
        assert set(now) == names | {"Nauru"}
        assert now["Tonga"] == "expert"
        assert now.get("Fiji", "minister") == "minister"

    @pytest.mark.parametrize(("choice", "stays"), [("theirs", True), ("mine", False)])
    def test_of_a_row_one_deletes_and_the_other_changed(
        self, staff, meeting, rows, choice, stays
    ):
        data = opened(staff, meeting) | {"attendances-0-DELETE": "on"}
        change(rows[0], level="minister")

        page = save(staff, meeting, data)
        assert "You marked it to be deleted" in text(page)
        save(staff, meeting, again(page) | {"choice:attendances-0": choice})

        kept = meeting.attendances.filter(party__name="Fiji", level="minister")
        assert kept.exists() == stays

    def test_rows_that_both_deleted_are_gone(self, staff, meeting, rows):
        data = opened(staff, meeting) | {"attendances-0-DELETE": "on"}
        rows[0].delete()

        assert save(staff, meeting, data).status_code == 302
        assert meeting.attendances.count() == 2

    def test_rows_that_another_added_stay_and_are_told(self, staff, meeting, rows):
        data = opened(staff, meeting) | {"city": "Manila"}
        factories.AttendanceFactory(meeting=meeting, party__name="Nauru")

        response = staff.post(address(meeting, "change", meeting.pk), data, follow=True)
        assert "Added by somebody else meanwhile, and kept: Nauru" in text(response)
        assert meeting.attendances.count() == 4


def test_of_many_chosen_records_the_names_are_shown(staff):
    one, other = (factories.PartyFactory(name=name) for name in ("Fiji", "Tonga"))
    item = factories.ActionItemFactory(leads=[one])
    data = opened(staff, item) | {"leads": [one.pk, other.pk]}
    item.leads.set([other])

    page = save(staff, item, data)
    assert "Tonga Fiji, Tonga" in text(page)
    save(staff, item, again(page) | {"choose-all": "mine"})
    assert {*item.leads.all()} == {one, other}


class TestDeletedMeanwhile:
    def test_what_was_typed_is_shown_and_entered_again(self, staff, meeting):
        factories.AttendanceFactory(meeting=meeting, party__name="Fiji")
        data = opened(staff, meeting) | {"city": "Manila", "attendances-0-note": "Late"}
        Meeting.objects.all().delete()

        page = save(staff, meeting, data)
        assert page.status_code == 409
        assert "City Manila" in text(page)
        assert "Note Late" in text(page)
        done = staff.post(address(Meeting, "add"), again(page))

        assert done.status_code == 302, errors(done)
        assert Meeting.objects.get().city == "Manila"
        assert Attendance.objects.get().note == "Late"

    def test_is_shown_to_whoever_may_not_enter_it_again(self, meeting):
        user = factories.UserFactory(is_staff=True)
        user.user_permissions.set(
            Permission.objects.filter(codename__in=["change_meeting", "view_meeting"])
        )
        client = logged_in(user)
        data = opened(client, meeting) | {"city": "Manila"}
        Meeting.objects.all().delete()

        page = save(client, meeting, data)
        assert "City Manila" in text(page)
        assert "may not enter it again" in text(page)


def test_a_file_has_to_be_chosen_again_and_is_then_kept(staff):
    document = factories.DocumentFactory(title="Report")
    data = opened(staff, document) | {"title": "Mine"}
    upload = SimpleUploadedFile("report.pdf", b"%PDF-1.4")
    change(document, title="Theirs")

    page = save(staff, document, data | {"file": upload})
    assert "it was “report.pdf”" in text(page)
    upload.seek(0)
    done = save(staff, document, again(page) | {"choose-all": "mine", "file": upload})
    assert done.status_code == 302
    document.refresh_from_db()
    assert document.title == "Mine"
    assert document.file.name.endswith(".pdf")


@pytest.mark.parametrize("size", [1, 3])
def test_looking_for_rivals_costs_as_much_for_three_rows_as_for_one(
    staff, meeting, size, django_assert_num_queries
):
    for _ in range(size):
        factories.AttendanceFactory(meeting=meeting)
        factories.OutcomeFactory(meeting=meeting).asked_of.add(factories.PartyFactory())
    data = opened(staff, meeting)
    change(meeting, city="Hanoi")
    save(staff, meeting, data)  # the session and the content types are read once

    with django_assert_num_queries(18):
        assert save(staff, meeting, data | {"city": "Manila"}).status_code == 409

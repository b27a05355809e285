"""What the record does not take is said in plain words, beside the field to mend."""

from datetime import date

import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from meetings import models as meetings
from tests import factories
from tests.factories import UserFactory
from workplans import models as workplans

from .forms import address, errors, posted, with_rows


def objections(staff, record, changes=(), **rows):
    """Post the record's form with changes and rows; return what is objected to."""
    url = address(record, "change", record.pk)
    data = posted(staff.get(url)) | dict(changes)
    for prefix, added in rows.items():
        data = with_rows(data, prefix, *added)
    response = staff.post(url, data)
    return {} if response.status_code == 302 else errors(response)


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        (
            {"starts_on": "20/11/2024", "ends_on": "19/11/2024"},
            "ends_on",
            "A meeting cannot end before it begins.",
        ),
        (
            {"ends_on": ""},
            "starts_on",
            "Give the first and the last day (the same for one day), or neither.",
        ),
        (
            {"starts_on": "", "ends_on": ""},
            "starts_on",
            "A meeting that was held needs its days.",
        ),
        ({"number": 11}, "series", "A number needs the series it counts in."),
    ],
)
def test_of_a_meeting(staff, changes, field, words):
    meeting = factories.MeetingFactory()

    assert objections(staff, meeting, changes) == {field: [words]}


def test_of_an_override_without_a_reason_and_of_a_reason_without_one(staff):
    meeting = factories.MeetingFactory()
    one, other = factories.PartyFactory.create_batch(2)
    words = "Give a reason for another capacity than the derived one, and only then."

    assert objections(
        staff,
        meeting,
        attendances=[
            {"party": one.pk, "presence": "present", "capacity_override": "member"},
            {"party": other.pk, "presence": "present", "override_reason": "Because"},
        ],
    ) == {
        "attendances-0-override_reason": [words],
        "attendances-1-override_reason": [words],
    }


def test_of_a_party_entered_twice_and_of_one_there_already(staff):
    there = factories.AttendanceFactory()
    new = factories.PartyFactory()
    words = "This party is on the list already."

    twice = objections(
        staff,
        there.meeting,
        attendances=[{"party": new.pk, "presence": "present"}] * 2,
    )
    again = objections(
        staff,
        there.meeting,
        attendances=[{"party": there.party.pk, "presence": "present"}],
    )

    assert twice == {"attendances-2-party": [words]}
    assert [words] in again.values()
    assert there.meeting.attendances.count() == 1


@pytest.mark.parametrize(
    ("row", "where", "words"),
    [
        ({}, "group", "Name a party, a person or a group."),
        (
            {"group": "members", "as_role": "co_chair"},
            "as_body",
            "Give both the role and the body spoken for.",
        ),
    ],
)
def test_of_a_contribution(staff, row, where, words):
    session = factories.SessionFactory()
    row = {"position": 3, "role": "lead"} | row

    assert objections(staff, session, contributions=[row]) == {
        f"contributions-0-{where}": [words]
    }


def test_of_a_delegate_of_another_party(staff):
    meeting = factories.MeetingFactory()
    party, stranger = factories.PartyFactory(), factories.PersonFactory()
    data = posted(staff.get(address(meetings.Attendance, "add")))
    data |= {"meeting": meeting.pk, "party": party.pk, "presence": "present"}
    data = with_rows(data, "delegates", {"person": stranger.pk, "role": "head"})

    response = staff.post(address(meetings.Attendance, "add"), data)

    assert errors(response) == {
        "delegates-0-person": ["This person belongs to another party."]
    }
    assert not meeting.attendances.exists()


OVERLAP = (
    "This party already has a membership of the body in that period: "
    "end the earlier one first."
)


def test_of_memberships_that_overlap(staff):
    membership = factories.MembershipFactory(until=date(2022, 12, 31))
    other = factories.MembershipFactory(
        body=membership.body, party=membership.party, since=date(2023, 1, 1)
    )

    assert objections(staff, other, {"since": "31/12/2022"}) == {"since": [OVERLAP]}


def test_of_a_membership_that_ends_before_it_begins(staff):
    membership = factories.MembershipFactory()

    assert objections(
        staff, membership, {"since": "2/1/2024", "until": "1/1/2024"}
    ) == {"until": ["A membership cannot end before it begins."]}


def test_of_rows_that_overlap_each_other(staff):
    body, party = factories.BodyFactory(), factories.PartyFactory()

    found = objections(
        staff,
        body,
        memberships=[
            {"party": party.pk, "status": "observer", "until": "31/12/2022"},
            {"party": party.pk, "status": "member", "since": "31/12/2022"},
        ],
    )

    assert found == {"memberships-1-since": [OVERLAP]}
    assert not body.memberships.exists()


def test_of_nothing_when_the_earlier_row_ends_in_the_same_go(staff):
    earlier = factories.MembershipFactory(status="observer")

    found = objections(
        staff,
        earlier.body,
        {"memberships-0-until": "31/12/2022"},
        memberships=[
            {"party": earlier.party.pk, "status": "member", "since": "1/1/2023"}
        ],
    )

    assert found == {}
    assert [row.status for row in earlier.body.memberships.order_by("pk")] == [
        "observer",
        "member",
    ]


def test_of_appointments_that_overlap(staff):
    held = factories.AppointmentFactory()

    assert objections(
        staff, held.person, appointments=[{"title": "Head", "since": "1/1/2024"}]
    ) == {
        "appointments-1-since": [
            "This person already has an appointment in that period: "
            "end the earlier one first."
        ]
    }


def test_of_an_abbreviation_that_another_party_has(staff):
    factories.PartyFactory(abbreviation="IOM")
    party = factories.PartyFactory()

    assert objections(staff, party, {"abbreviation": "IOM"}) == {
        "abbreviation": ["Another party has this abbreviation."]
    }


def test_of_a_document_without_address_or_file(staff):
    document = factories.DocumentFactory()

    assert objections(staff, document, {"url": ""}) == {
        "file": ["Give an address or a file."]
    }


def test_of_an_item_whose_number_is_taken(staff):
    item = factories.ActionItemFactory(number="2.3")

    found = objections(
        staff,
        item.version,
        items=[{"position": 5, "number": "2.3", "text": "Another"}],
    )

    assert ["This number is taken."] in found.values()
    assert workplans.ActionItem.objects.count() == 1


def test_what_others_depend_on_is_not_deleted_and_all_of_it_is_linked(staff):
    attendance = factories.AttendanceFactory(
        party__name="Tonga", meeting__title="Dialogue"
    )
    speaking = factories.ContributionFactory(party=attendance.party)
    url = address(meetings.Party, "delete", attendance.party.pk)

    page = staff.get(url).content.decode()
    staff.post(url, {"post": "yes"})
    chosen = {"action": "delete_selected", "_selected_action": attendance.party.pk}
    several = staff.post(address(meetings.Party, "changelist"), chosen).content.decode()

    assert "“Tonga” cannot be deleted: other records depend on it." in page
    assert "Merge…" in page
    assert "Nothing was deleted: other records depend on what you chose." in several
    for told in (page, several):
        assert "<summary>Attendance (1)</summary>" in told
        assert f'"{address(attendance, "change", attendance.pk)}">Tonga at D' in told
        # A speaker has no page of its own: it is edited on that of its session.
        assert address(speaking.session, "change", speaking.session.pk) in told
    assert meetings.Party.objects.filter(pk=attendance.party.pk).exists()


def test_an_account_that_has_written_something_is_not_deleted_either(staff):
    revision = factories.RevisionFactory()

    page = staff.get(address(revision.author, "delete", revision.author.pk))
    assert address(revision, "change", revision.pk) in page.content.decode()


@pytest.fixture
def published(db):
    statement = factories.StatementFactory(meetings=[factories.MeetingFactory()])
    factories.RevisionFactory(statement=statement)
    statement.state, statement.published_on = "published", date(2024, 12, 1)
    statement.save()
    return statement


def test_a_published_statement_stays_as_it_is(staff, published):
    url = address(published, "change", published.pk)

    assert staff.get(url).status_code == 200
    assert staff.post(url, {"title": "Other"}).status_code == 403
    assert staff.post(address(published, "delete", published.pk)).status_code == 403


def test_a_statement_being_corrected_can_be_changed_but_not_deleted(staff, published):
    published.state = "drafting"
    published.save()

    assert objections(staff, published, {"house_style": "paragraph"}) == {}
    assert staff.post(address(published, "delete", published.pk)).status_code == 403


def test_a_revision_can_be_read_and_nothing_else(staff, published):
    revision = published.revisions.get()
    url = address(revision, "change", revision.pk)

    assert revision.text in staff.get(url).content.decode()
    assert staff.post(url, {"text": "Other"}).status_code == 403
    assert staff.post(address(revision, "delete", revision.pk)).status_code == 403
    assert staff.get(address(revision, "add")).status_code == 403


def test_only_a_superuser_hands_out_powers(superuser):
    clerk = UserFactory(is_staff=True)
    clerk.user_permissions.set(_permissions("add_user", "change_user", "delete_user"))
    client = Client()
    client.force_login(clerk)
    url = address(clerk, "change", clerk.pk)

    form = client.get(url).context["adminform"].form
    assert not {"is_superuser", "groups", "user_permissions"} & set(form.fields)
    assert (
        client.post(url, posted(client.get(url)) | {"is_superuser": "on"}).status_code
        == 302
    )
    clerk.refresh_from_db()
    assert not clerk.is_superuser
    for page in ["change", "delete"]:
        assert client.post(address(superuser, page, superuser.pk)).status_code == 403


def _permissions(*names):
    return Permission.objects.filter(codename__in=names)

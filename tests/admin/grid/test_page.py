"""The grid's page: entering, pasting, copying, saving, and two who do so at once."""

from datetime import date

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from meetings.admin.grid import desk, posted, saving
from meetings.models import Attendance, Party
from tests import factories
from tests.conftest import logged_in


def cell(party, meeting) -> str:
    return posted.cell_name((party.pk, meeting.pk))


def recorded() -> dict[tuple[str, int], tuple]:
    return {
        (row.party.name, row.meeting.starts_on.day): (row.presence, row.level)
        for row in Attendance.objects.select_related("party", "meeting")
    }


@pytest.fixture
def events(week):
    return list(week.meetings.order_by("starts_on"))


@pytest.fixture
def australia(week):
    return Party.objects.get(name="Australia")


def test_members_have_a_row_before_anything_is_recorded(opened, week):
    page = opened(week)

    assert [(g["label"], [r.name for r in g["rows"]]) for g in page.sheet.groups] == [
        ("Members of a convening body", ["Australia"])
    ]


def test_rows_are_the_parties_of_the_forum_by_capacity_then_guests(
    opened, week, events
):
    forum = factories.BodyFactory(abbreviation="BP")
    nepal = factories.PartyFactory(name="Nepal")
    factories.MembershipFactory(body=forum, party=nepal)
    former = factories.PartyFactory(name="Samoa")
    factories.MembershipFactory(body=forum, party=former, until=date(2025, 11, 30))
    guest = factories.PartyFactory(name="A Fund", kind="civil_society")
    factories.AttendanceFactory(meeting=events[0], party=guest)

    groups = opened(week).sheet.groups

    assert [(g["label"], [r.name for r in g["rows"]]) for g in groups] == [
        ("Members of a convening body", ["Australia"]),
        ("Other Bali Process members, as observers", ["Nepal"]),
        ("Civil society", ["A Fund"]),
    ]


def test_a_row_is_saved_with_its_values_and_its_history(
    opened, week, events, australia
):
    one, two = events
    page = opened(week).post(
        **{
            cell(australia, one): "present",
            cell(australia, two): "apologies",
            f"level-{australia.pk}": "minister",
            f"size-{australia.pk}": " 4 ",
        }
    )

    assert recorded() == {
        ("Australia", 1): ("present", "minister"),
        ("Australia", 2): ("apologies", ""),
    }
    assert Attendance.objects.get(meeting=one).delegation_size == 4
    past = Attendance.history.first()
    assert (past.history_user.username, past.history_change_reason) == (
        "clerk",
        saving.REASON,
    )
    assert page.messages == ["Attendance saved: 2 added, 0 changed, 0 removed."]


def test_who_is_marked_absent_leaves_the_list_and_is_remembered(
    opened, week, events, australia
):
    factories.AttendanceFactory(meeting=events[0], party=australia)

    opened(week).post(**{cell(australia, events[0]): ""})

    assert recorded() == {}
    assert [row.history_type for row in Attendance.history.all()] == ["-", "+"]


def test_a_delegation_with_named_delegates_is_not_taken_off(
    opened, week, events, australia
):
    row = factories.AttendanceFactory(meeting=events[0], party=australia)
    factories.DelegateFactory(attendance=row)

    page = opened(week).post(
        **{cell(australia, events[0]): "", cell(australia, events[1]): "present"}
    )

    assert recorded() == {("Australia", 1): ("present", "")}
    assert page.rows["Australia"].boxes[0].error.startswith("A delegate is named here")


def test_saving_untouched_changes_nothing(opened, week, events, australia):
    factories.AttendanceFactory(meeting=events[0], party=australia, level="minister")
    factories.AttendanceFactory(meeting=events[1], party=australia, level="official")
    before = Attendance.history.count()

    page = opened(week).post()

    assert page.messages == ["Nothing had changed, so nothing was saved."]
    assert Attendance.history.count() == before


def test_values_that_differ_by_event_are_said_and_kept(opened, week, events, australia):
    factories.AttendanceFactory(meeting=events[0], party=australia, level="minister")
    factories.AttendanceFactory(meeting=events[1], party=australia, level="official")
    page = opened(week)

    assert page.rows["Australia"].values["level"].by_event == (
        "WG-TIP 1 Dec: Minister; WG-TIP 2 Dec: Official"
    )
    page.post(**{f"mode-{australia.pk}": "online"})
    assert recorded() == {
        ("Australia", 1): ("present", "minister"),
        ("Australia", 2): ("present", "official"),
    }


def test_a_number_that_differs_stays_or_is_typed_over(opened, week, events, australia):
    for event, size in zip(events, (2, 3), strict=True):
        factories.AttendanceFactory(
            meeting=event, party=australia, delegation_size=size
        )
    page = opened(week)
    assert not page.rows["Australia"].values["size"].choices

    page.post(**{f"level-{australia.pk}": "expert"})
    sizes = Attendance.objects.order_by("meeting__starts_on")
    assert [row.delegation_size for row in sizes] == [2, 3]
    opened(week).post(**{f"size-{australia.pk}": "4"})
    assert [row.delegation_size for row in sizes.all()] == [4, 4]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"capacity": "other"}, saving.OVERRIDE),
        ({"reason": "Invited by the host"}, saving.OVERRIDE),
        ({"size": "many"}, saving.WHOLE),
        ({"size": "-1"}, saving.WHOLE),
        ({"size": "99999"}, saving.WHOLE),
        ({"size": "9" * 5000}, saving.WHOLE),
        (
            {"capacity": "other", "reason": "x" * 301},
            "Ensure this value has at most 300 characters (it has 301).",
        ),
    ],
)
def test_one_wrong_value_stops_all_and_is_kept_for_mending(
    opened, week, australia, wrong, message
):
    event = week.meetings.first()
    nepal = factories.PartyFactory(name="Nepal")
    page = opened(week).post("add", add="Nepal")

    page.post(
        **{cell(australia, event): "present", cell(nepal, event): "present"},
        **{f"{name}-{australia.pk}": value for name, value in wrong.items()},
    )

    assert recorded() == {}
    values = page.rows["Australia"].values
    assert {each.error for each in values.values()} - {""} == {message}
    assert [each["words"] for each in page.sheet.objections()] == [message]
    assert {name: values[name].value for name in wrong} == wrong
    assert [box.value for box in page.rows["Nepal"].boxes].count("present") == 1


def test_another_capacity_is_saved_with_its_reason(opened, week, events, australia):
    opened(week).post(
        **{
            cell(australia, events[0]): "present",
            f"capacity-{australia.pk}": "other",
            f"reason-{australia.pk}": "Spoke for the host alone",
        }
    )

    row = Attendance.objects.get()
    assert (row.capacity_override, row.override_reason) == (
        "other",
        "Spoke for the host alone",
    )


def test_values_of_a_party_that_is_nowhere_are_not_lost_silently(
    opened, week, australia
):
    page = opened(week).post(**{f"level-{australia.pk}": "minister"})

    assert page.rows["Australia"].errors == [posted.NOWHERE]
    assert page.rows["Australia"].values["level"].value == "minister"


# Names


def test_pasted_names_are_marked_and_nothing_is_saved_before_saving(
    opened, week, events, australia
):
    vietnam = factories.PartyFactory(name="Viet Nam")
    factories.PartyAliasFactory(party=vietnam, name="Vietnam")
    page = opened(week).post(
        "paste", paste="1. Vietnam\nAustralia", paste_at=[events[0].pk]
    )

    assert page.desk.notes == [
        "2 parties recognised, 2 marks set. Nothing is saved yet."
    ]
    assert recorded() == {}

    page.post()
    assert recorded() == {
        ("Australia", 1): ("present", ""),
        ("Viet Nam", 1): ("present", ""),
    }


def test_an_unknown_name_is_asked_about_before_saving(opened, week, events, australia):
    indonesia = factories.PartyFactory(name="Indonesia")
    page = opened(week).post(
        "paste",
        paste="University of Indonesia\nAtlantis",
        paste_at=[event.pk for event in events],
        paste_as="apologies",
    )
    questions = page.sheet.questions()
    assert [(q["text"], q["suggestions"]) for q in questions] == [
        ("University of Indonesia", [(indonesia.pk, "Indonesia")]),
        ("Atlantis", []),
    ]

    page.post(**{cell(australia, events[0]): "present"})
    assert recorded() == {}
    assert [q["error"] for q in page.sheet.questions()] == [desk.UNANSWERED] * 2

    page.post(**{"answer-0": str(indonesia.pk), "answer-1": "out"})
    assert recorded() == {
        ("Australia", 1): ("present", ""),
        ("Indonesia", 1): ("apologies", ""),
        ("Indonesia", 2): ("apologies", ""),
    }
    assert Party.objects.count() == 2


def test_a_party_is_added_by_its_alias(opened, week):
    vietnam = factories.PartyFactory(name="Viet Nam")
    factories.PartyAliasFactory(party=vietnam, name="Vietnam")

    page = opened(week).post("add", add="vietnam")

    assert list(page.rows) == ["Australia", "Viet Nam"]


def test_everything_to_mend_is_said_at_once(opened, week, australia):
    page = opened(week).post("paste", paste="Atlantis")
    event = week.meetings.first()

    page.post(**{cell(australia, event): "present", f"size-{australia.pk}": "many"})

    assert page.sheet.questions()[0]["error"] == desk.UNANSWERED
    assert [each["name"] for each in page.sheet.objections()] == [
        "answer-0",
        f"size-{australia.pk}",
    ]
    assert page.rows["Australia"].values["size"].error == saving.WHOLE


# Copying


@pytest.fixture
def last_year(week, events, australia):
    body = events[0].bodies.get()
    meeting = factories.MeetingFactory(bodies=[body], title="Last year's")
    factories.AttendanceFactory(meeting=meeting, party=australia, level="minister")
    excused = factories.PartyFactory(name="Nepal")
    factories.AttendanceFactory(meeting=meeting, party=excused, presence="apologies")
    return meeting


def test_an_earlier_list_is_a_proposal_until_it_is_confirmed(
    opened, week, last_year, events
):
    page = opened(week).post("copy", copy_from=f"meeting-{last_year.pk}")
    row = page.rows["Australia"]
    assert [(box.value, box.proposed) for box in row.boxes] == [("present", True)] * 2
    assert row.values["level"].value == ""

    page.post()
    assert Attendance.objects.filter(meeting__in=events).count() == 0
    assert page.desk.confirm_error == desk.UNCONFIRMED

    page.post(confirm="on")
    assert Attendance.objects.filter(meeting__in=events).count() == 2


def test_what_is_marked_already_is_not_proposed(opened, week, last_year, events):
    for event in events:
        party = last_year.attendances.get(presence="present").party
        factories.AttendanceFactory(meeting=event, party=party)

    page = opened(week).post("copy", copy_from=f"meeting-{last_year.pk}")

    assert page.desk.state.proposed == set()
    assert page.desk.notes == [
        "Nothing to propose: whoever attended then is marked already."
    ]


def test_only_earlier_lists_of_the_same_bodies_are_offered(opened, week, last_year):
    other = factories.MeetingFactory(bodies=[factories.BodyFactory()])
    factories.AttendanceFactory(meeting=other)

    page = opened(week)

    assert page.response.context["earlier"] == [
        (f"meeting-{last_year.pk}", "Last year's, 19 November 2024")
    ]
    page.post("copy", copy_from=f"meeting-{other.pk}")
    assert page.desk.notes == ["Choose an earlier week or meeting to copy from."]


# Two at once


def test_what_another_changed_elsewhere_is_kept_and_said(
    opened, week, events, australia
):
    page = opened(week)
    factories.AttendanceFactory(meeting=events[1], party=australia, level="expert")

    page.post(**{cell(australia, events[0]): "present"})

    assert recorded() == {
        ("Australia", 1): ("present", ""),
        ("Australia", 2): ("present", "expert"),
    }
    assert "Australia at " in page.messages[0]
    assert "(present, expert)" in page.messages[0]


@pytest.mark.parametrize(
    ("choice", "kept"),
    [("mine", ("present", "minister")), ("theirs", ("apologies", ""))],
)
def test_of_a_cell_that_both_changed_one_chooses(opened, week, australia, choice, kept):
    events = week.meetings.order_by("starts_on")
    page = opened(week)
    factories.AttendanceFactory(
        meeting=events[0], party=australia, presence="apologies"
    )
    entered = {
        cell(australia, events[0]): "present",
        f"level-{australia.pk}": "minister",
    }
    page.post(**entered)

    assert recorded() == {("Australia", 1): ("apologies", "")}
    box = page.rows["Australia"].boxes[0]
    assert (box.dispute["mine"], box.dispute["theirs"]) == (
        "Present, minister",
        "Apologies",
    )

    page.post()
    assert page.rows["Australia"].boxes[0].dispute["missing"]
    assert recorded() == {("Australia", 1): ("apologies", "")}

    page.post(**{f"keep-{australia.pk}-{events[0].pk}": choice})
    assert recorded() == {("Australia", 1): kept}


def test_a_third_change_is_noticed_as_well(opened, week, events, australia):
    page = opened(week)
    row = factories.AttendanceFactory(
        meeting=events[0], party=australia, presence="apologies"
    )
    page.post(**{cell(australia, events[0]): "present"})
    row.level = "expert"
    row.save()

    page.post(**{f"keep-{australia.pk}-{events[0].pk}": "mine"})

    assert recorded() == {("Australia", 1): ("apologies", "expert")}
    assert page.rows["Australia"].boxes[0].dispute["theirs"] == "Apologies, expert"


# Who may


def test_only_staff_who_may_change_attendance_see_it(week, staff_without):
    address = reverse("admin:meetings_gathering_attendance", args=[week.pk])

    assert staff_without.get(address).status_code == 403
    assert staff_without.post(address, {"action": "save"}).status_code == 403
    assert logged_in(factories.UserFactory()).get(address).status_code == 302
    assert Client().get(address).status_code == 302


@pytest.fixture
def staff_without(db):
    return logged_in(factories.UserFactory(is_staff=True, party=None))


def test_who_may_only_change_rows_adds_and_removes_none(
    opened, week, events, australia
):
    user = factories.UserFactory(is_staff=True, party=None)
    user.user_permissions.set(Permission.objects.filter(codename="change_attendance"))
    page = opened(week, logged_in(user))

    page.post(**{cell(australia, events[0]): "present"})

    assert recorded() == {}
    assert page.rows["Australia"].boxes[0].error == "You may not add parties to a list."


@pytest.mark.parametrize("state", ["", "forged", "e30:1:x"])
def test_a_page_that_is_not_ours_saves_nothing(clerk, week, events, australia, state):
    address = reverse("admin:meetings_gathering_attendance", args=[week.pk])

    response = clerk.post(
        address,
        {"action": "save", "state": state, cell(australia, events[0]): "present"},
    )

    assert "Nothing was saved" in response.content.decode()
    assert recorded() == {}


def test_pages_of_a_week_and_of_a_meeting_lead_to_it(client, week, events):
    user = factories.UserFactory(is_staff=True, is_superuser=True, party=None)
    client = logged_in(user)
    for record in (week, events[0]):
        name = record._meta.model_name
        page = client.get(reverse(f"admin:meetings_{name}_change", args=[record.pk]))
        grid = reverse(f"admin:meetings_{name}_attendance", args=[record.pk])
        assert f'href="{grid}"' in page.content.decode()
        assert client.get(grid).status_code == 200


def test_a_week_without_meetings_says_so(opened):
    page = opened(factories.GatheringFactory())

    assert "No meeting belongs to this week yet" in page.response.content.decode()


def test_the_wording_follows_what_was_entered(opened, week, events, australia):
    page = opened(week).post("preview", **{cell(australia, events[0]): "present"})

    assert "1 member (Australia)" in page.sheet.said()[0]["html"]
    assert "one member (Australia)" in page.sheet.said()[1]["html"]
    assert recorded() == {}

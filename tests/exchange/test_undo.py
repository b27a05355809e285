"""An import undone: what was put back, and what somebody changed since is left."""

from meetings.models import Attendance, Delegate, Import, Person
from tests.factories import (
    AttendanceFactory,
    PersonFactory,
)

from .desk import confirm, page_of, upload
from .sheets import xlsx


def test_undo_puts_back_what_was(desk, meeting, viet_nam, japan):
    row = AttendanceFactory(meeting=meeting, party=japan, level="official")
    content = xlsx(
        [
            ["Country", "Level", "Name"],
            ["Japan", "Minister", "Mr SATO Ken"],
            ["Viet Nam", "Expert", "Dr LE Minh"],
        ]
    )
    result = confirm(desk, upload(desk, content, meeting=meeting.pk))
    target = result.context["import"]

    undone = desk.post(page_of(target, "undo"), follow=True)

    assert "Undone by" in undone.content.decode()
    row.refresh_from_db()
    assert row.level == "official"
    assert (Attendance.objects.count(), Person.objects.count()) == (1, 0)
    assert Person.history.filter(history_type="-").count() == 2
    assert Attendance.history.first().history_change_reason.startswith("Undo of import")


def test_undo_says_what_was_changed_since(desk, superuser, meeting, japan):
    content = xlsx([["Country", "Name"], ["Japan", "Mr SATO Ken"]])
    result = confirm(desk, upload(desk, content, meeting=meeting.pk))
    target = result.context["import"]
    row = Attendance.objects.get()
    row.level = "minister"
    row._history_user = superuser
    row.save()

    refused = desk.post(page_of(target, "undo"))

    assert refused.status_code == 409
    assert [(each.label, each.words) for each in refused.context["obstacles"]] == [
        (
            "Japan at WG-TIP Annual Meeting",
            f"has been changed since by {superuser}: level of representation",
        )
    ]
    assert Delegate.objects.count() == 1
    target.refresh_from_db()
    assert target.state == Import.State.APPLIED


def test_undo_refuses_to_take_what_others_build_upon(desk, meeting, japan):
    content = xlsx([["Country"], ["Japan"]])
    result = confirm(desk, upload(desk, content, meeting=meeting.pk))
    person = PersonFactory(party=japan, name="Later Comer")
    Attendance.objects.get().delegates.create(person=person)

    refused = desk.post(page_of(result.context["import"], "undo"))

    assert [each.words for each in refused.context["obstacles"]] == [
        "is used by delegate “Later Comer, delegate”"
    ]
    assert Attendance.objects.count() == 1
    assert "There is nothing else to undo" in refused.content.decode()
    forced = desk.post(page_of(result.context["import"], "undo"), {"leave_changed": 1})
    assert "none can be undone" in forced.content.decode()


def test_undo_of_the_rest_leaves_what_was_changed_and_says_so(
    desk, superuser, meeting, viet_nam, japan
):
    rows = [["Country", "Name"], ["Japan", "Mr SATO Ken"], ["Viet Nam", "Ms LE Minh"]]
    result = confirm(desk, upload(desk, xlsx(rows), meeting=meeting.pk))
    target = result.context["import"]
    changed = Delegate.objects.get(person__name="SATO Ken")
    changed.role = "head"
    changed._history_user = superuser
    changed.save()

    asked = desk.get(page_of(target), {"obstacles": ""})
    assert "3 of the 6" in " ".join(asked.content.decode().split())
    undone = desk.post(page_of(target, "undo"), {"leave_changed": "on"}, follow=True)

    # What the changed delegate needs stays with it.
    assert [each.person.name for each in Delegate.objects.all()] == ["SATO Ken"]
    assert [each.party for each in Attendance.objects.all()] == [japan]
    assert [each.name for each in Person.objects.all()] == ["SATO Ken"]
    target.refresh_from_db()
    assert [(each["label"], each["left"]) for each in target.left] == [
        ("SATO Ken (Japan)", "is used by delegate “SATO Ken, head of delegation”"),
        (
            "Japan at WG-TIP Annual Meeting",
            "is used by delegate “SATO Ken, head of delegation”",
        ),
        ("SATO Ken, delegate", f"has been changed since by {superuser}: role"),
    ]
    assert "Left as they are: 3" in undone.content.decode()

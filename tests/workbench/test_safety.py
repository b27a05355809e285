"""What adversaries, races and a moving record must not do to a statement."""

import json
from datetime import date

import pytest
from django.core import mail
from django.urls import reverse

from meetings import workbench
from meetings.models import ChairTerm, Clearance, StaleRevisionError, Statement
from meetings.views.workbench.drafting import NewStatementForm
from meetings.workbench import RefusedError
from meetings.workbench.awaiting import awaited_seats
from tests.conftest import logged_in
from tests.factories import (
    AttendanceFactory,
    BodyFactory,
    ChairTermFactory,
    GatheringFactory,
    MeetingFactory,
    OutcomeFactory,
    PartyFactory,
    SessionFactory,
    UserFactory,
)
from tests.workbench.conftest import account
from tests.workbench.test_verbs import clear, edit, fresh

pytestmark = pytest.mark.django_db(transaction=False)
State = Statement.State
NEW = {"house_style": "bullets", "name_form": "everyday", "annex": "none"}


def at(name, *args):
    return reverse(f"meetings:{name}", args=args)


@pytest.fixture
def published(submitted, kathryn, retno, rso):
    clear(submitted, retno)
    clear(submitted, kathryn)
    workbench.publish(submitted, by=rso)
    submitted.refresh_from_db()
    return submitted


def test_a_seat_outlives_the_term_that_gave_it(submitted, group, indonesia, retno):
    ChairTerm.objects.filter(party=indonesia).update(until=date(2025, 12, 1))
    before = ChairTermFactory(body=group, until=date(2025, 11, 30)).party
    desk = logged_in(retno).post(
        at("statement-step", submitted.slug, "clear"),
        {"digest": fresh(submitted).digest},
        follow=True,
    )

    assert desk.status_code == 200
    assert Clearance.objects.get().seat == indonesia
    stranger = logged_in(UserFactory(party=before))
    assert stranger.get(submitted.get_desk_url()).status_code == 404
    assert stranger.get(submitted.get_absolute_url()).status_code == 404


def test_a_seat_that_comes_after_the_clearance_is_awaited_and_told(
    submitted, kathryn, retno, rso, django_capture_on_commit_callbacks
):
    clear(submitted, retno)
    clear(submitted, kathryn)
    third = ChairTermFactory(
        body=submitted.meetings.get().bodies.get(),
        party=PartyFactory(name="Fiji", running_name="Fiji"),
    ).party
    account(third, "fiji")
    paper = at("statement-document", submitted.slug, "html")

    assert [seat.party.name for seat in awaited_seats()] == ["Fiji"]
    for page in (paper, submitted.get_absolute_url()):
        assert b"have not cleared this text" in logged_in(rso).get(page).content
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        workbench.follow_record(submitted, by=kathryn, based_on=1)
    assert [
        (message.to, message.subject.partition(":")[0]) for message in mail.outbox
    ] == [
        (["kathryn@example.org"], "To be cleared again"),
        (["retno@example.org"], "To be cleared again"),
        (["fiji@example.org"], "For clearance"),
    ]


def test_what_is_for_the_secretariat_alone_never_comes_into_a_statement(
    statement, meeting, group, kathryn
):
    meeting.gathering = GatheringFactory()
    meeting.content_visibility = "secretariat"
    meeting.save()
    SessionFactory(meeting=meeting, title="SECRET", topics="SECRET")
    OutcomeFactory(meeting=meeting, text="SECRET")
    week = {"gathering": meeting.gathering, "starts_on": date(2025, 12, 2)}
    MeetingFactory(
        title="SECRET steering", bodies=[group], visibility="secretariat", **week
    )
    beside = MeetingFactory(title="Side event", bodies=[BodyFactory()], **week)
    AttendanceFactory(meeting=beside, party=PartyFactory(name="Unlisted"))
    told = MeetingFactory(title="Told event", bodies=[group], **week)
    SessionFactory(meeting=told, title="Untold session")

    page = logged_in(kathryn).get(
        at("statement-document", statement.slug, "json"), {"annex": "agenda"}
    )

    told = page.content.decode()
    for hidden in ("SECRET", "Unlisted", "Side event", "Untold session"):
        assert hidden not in told
    assert [row["title"] for row in json.loads(told)["facts"]["week"]] == [
        meeting.title,
        "Told event",
    ]


def test_a_correction_in_the_making_shows_nowhere(
    published, meeting, kathryn, anonymous, delegate
):
    other = MeetingFactory(
        title="Another",
        bodies=meeting.bodies.all(),
        starts_on=date(2025, 12, 2),
        visibility="public",
    )
    page, before = published.get_absolute_url(), published.title
    meeting.visibility = "public"
    meeting.save()
    workbench.correct(published, by=kathryn, reason="A slip.")
    with pytest.raises(RefusedError, match="ask the RSO to change it"):
        workbench.rescope(published, meetings=[other], by=kathryn, title="Rude")
    workbench.rescope(
        published, meetings=[other], by=kathryn, title=before, house_style="paragraph"
    )

    read = anonymous.get(page).content.decode()
    assert [word in read for word in ("Another", meeting.title, "Drafting")] == [
        False,
        True,
        False,
    ]
    assert b"Correction: drafting" in logged_in(kathryn).get(page).content
    listed = delegate.get(at("statement-list")).content.decode()
    assert [word in listed for word in ("Another", meeting.title, "Drafting")] == [
        False,
        True,
        False,
    ]
    home = delegate.get(reverse("meetings:home")).content.decode()
    assert before in home
    assert "Statements in preparation" not in home
    assert 'name="slug"' not in (
        logged_in(UserFactory(is_staff=True, is_superuser=True))
        .get(reverse("admin:meetings_statement_change", args=[published.pk]))
        .content.decode()
    )

    workbench.abandon(published, by=kathryn)

    published.refresh_from_db()
    assert list(published.meetings.all()) == [meeting]
    assert (published.house_style, fresh(published).changes) == ("bullets", ())


def test_an_edition_needs_no_file_of_ours_and_runs_nothing(
    published, anonymous, monkeypatch
):
    monkeypatch.delattr("meetings.views.statements.compose")
    page = anonymous.get(published.get_absolute_url()).content.decode()
    assert '<p class="prose-title">Co-Chair Statement</p>' in page

    answer = anonymous.get(at("edition", published.slug, 1, "html"))

    assert b"<style>" in answer.content
    assert b"stylesheet" not in answer.content
    assert answer["Content-Security-Policy"].startswith("default-src 'none'; ")


def test_a_text_begun_on_another_record_is_not_the_first_revision(
    statement, meeting, kathryn, as_australia
):
    page = at("statement-edit", statement.slug)
    form = {"based_on": "0", "section": ["Mine, on the record of before."]}
    form["seen"] = fresh(statement).digest
    meeting.city = "Cebu"
    meeting.save()

    answer = as_australia.post(page, form)

    assert answer.status_code == 409
    assert "composes another text now" in answer.content.decode()
    assert "Mine, on the record of before." in answer.content.decode()
    assert statement.revisions.count() == 0
    with pytest.raises(StaleRevisionError):
        workbench.save(statement, "x", by=kathryn, based_on=0, seen=form["seen"])
    form["seen"] = fresh(statement).digest
    assert as_australia.post(page, form).status_code == 302
    assert statement.revisions.count() == 1


def test_a_button_pressed_twice_begins_one_statement(
    statement, meeting, as_australia, monkeypatch
):
    monkeypatch.setattr(  # the other one is not there yet while the form is checked
        NewStatementForm, "clean_title", lambda form: form.cleaned_data["title"]
    )
    form = {"title": "WG-TIP", "meetings": [meeting.pk], **NEW}

    answer = as_australia.post(at("statement-new"), form)

    assert b"There is a statement of that title already." in answer.content
    assert Statement.objects.count() == 1


def test_what_is_closed_twice_is_closed_once(begun, kathryn, retno):
    edit(begun, kathryn, "4 civil society", "3 civil society")
    (finding,) = fresh(begun).errors
    accepted = workbench.accept_finding(begun, finding, reason="So.", by=kathryn)
    remark = workbench.comment(begun, "x", "y", by=kathryn)
    slower = begun.comments.get()

    for _ in range(2):
        workbench.reopen_finding(accepted, by=kathryn)
    workbench.resolve(remark, by=retno)
    workbench.resolve(slower, by=kathryn)

    assert slower.resolved_by == retno
    told = [event.words for event in workbench.timeline(begun)]
    says = "“3 civil society organisations”"
    assert [words for words in told if says in words] == [
        f"Opened {says} again",
        f"Accepted {says}: So.",
    ]
    assert remark.history.count() == 2


def test_a_title_of_two_lines_sends_its_mail(
    begun, kathryn, django_capture_on_commit_callbacks
):
    Statement.objects.update(title="WG-TIP\r\nBcc: everybody@example.org")

    with django_capture_on_commit_callbacks(execute=True):
        workbench.submit(begun, by=kathryn)

    assert {message.subject for message in mail.outbox} == {
        "For clearance: WG-TIP Bcc: everybody@example.org"
    }


def test_the_slower_of_two_does_not_undo_a_change_of_scope(statement, as_australia):
    page = at("statement-scope", statement.slug)
    form = {**NEW, "title": "Mine", "meetings": [statement.meetings.get().pk]}
    form["seen"] = workbench.scope_of(statement)
    assert form["seen"] in as_australia.get(page).content.decode()
    Statement.objects.update(house_style="paragraph")

    told = as_australia.post(page, form, follow=True).content.decode()

    assert "Somebody has changed scope or style" in told
    assert Statement.objects.get().title == "WG-TIP, December 2025"
    form["seen"] = workbench.scope_of(Statement.objects.get())
    as_australia.post(page, form)
    assert Statement.objects.get().title == "Mine"

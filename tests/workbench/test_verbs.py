import pytest
from django.core import mail
from django.core.files.base import ContentFile

from meetings import workbench
from meetings.models import (
    Attendance,
    ChairTerm,
    Edition,
    StaleRevisionError,
    Statement,
)
from meetings.workbench import RefusedError
from tests.factories import AttendanceFactory, PartyFactory, UserFactory
from tests.workbench.conftest import account

pytestmark = pytest.mark.django_db(transaction=False)
State = Statement.State


def fresh(statement):
    statement.refresh_from_db()
    return workbench.stand(statement)


def clear(statement, user):
    return workbench.clear(statement, by=user, digest=fresh(statement).digest)


def edit(statement, user, old, new):
    standing = fresh(statement)
    assert old in standing.text
    return workbench.save(
        statement, standing.text.replace(old, new), by=user, based_on=standing.number
    )


def seats(statement):
    return {
        seat.party.name: "cleared"
        if seat.clearance
        else "void"
        if seat.void
        else "awaited"
        for seat in fresh(statement).seats
    }


def test_the_composed_text_has_no_findings_and_nothing_blocks_it(begun):
    standing = fresh(begun)

    assert standing.checked.findings == ()
    assert standing.blockers == ()
    assert standing.checked.coverage.claims > 5
    assert seats(begun) == {"Australia": "awaited", "Indonesia": "awaited"}


def test_a_wrong_count_is_an_error_that_blocks_and_its_suggestion_mends_it(
    begun, kathryn
):
    edit(begun, kathryn, "4 civil society", "3 civil society")

    standing = fresh(begun)
    (finding,) = standing.errors
    mended = f"{standing.text[: finding.start]}{finding.suggestion}{standing.text[finding.end :]}"

    assert (finding.says, finding.kind) == ("3 civil society organisations", "count")
    assert all(name in finding.record for name in ("A21", "Walk Free"))
    assert "- 4 civil society organisations (A21," in mended
    with pytest.raises(RefusedError, match="The check has 1 open error"):
        workbench.submit(begun, by=kathryn)
    assert fresh(begun).statement.state == State.DRAFTING


def test_an_accepted_finding_no_longer_blocks_but_a_new_slip_does(begun, kathryn):
    edit(begun, kathryn, "4 civil society", "3 civil society")
    (finding,) = fresh(begun).errors

    workbench.accept_finding(begun, finding, reason="One left early.", by=kathryn)
    assert fresh(begun).blockers == ()

    edit(begun, kathryn, "3 civil society", "2 civil society")
    assert len(fresh(begun).errors) == 1


def test_a_finding_is_accepted_for_a_reason_and_once(begun, kathryn):
    edit(begun, kathryn, "4 civil society", "3 civil society")
    (finding,) = fresh(begun).errors

    with pytest.raises(RefusedError, match="cannot be blank"):
        workbench.accept_finding(begun, finding, reason="  ", by=kathryn)
    workbench.accept_finding(begun, finding, reason="So.", by=kathryn)
    with pytest.raises(RefusedError, match="accepted already"):
        workbench.accept_finding(begun, finding, reason="Again.", by=kathryn)


def test_saving_unchanged_saves_nothing_and_voids_nothing(submitted, kathryn, retno):
    clear(submitted, retno)
    standing = fresh(submitted)

    assert workbench.save(submitted, standing.text, by=kathryn, based_on=1) is None
    windows = standing.text.replace("\n", "\r\n") + "\r\n"
    assert workbench.save(submitted, windows, by=kathryn, based_on=1) is None

    assert submitted.revisions.count() == 1
    assert seats(submitted) == {"Australia": "awaited", "Indonesia": "cleared"}


def test_one_changed_character_voids_every_clearance(
    submitted, kathryn, retno, django_capture_on_commit_callbacks
):
    clear(submitted, retno)
    clear(submitted, kathryn)
    assert fresh(submitted).statement.state == State.CLEARED
    mail.outbox.clear()

    with django_capture_on_commit_callbacks(execute=True):
        edit(submitted, kathryn, "the answer", "The answer")

    assert seats(submitted) == {"Australia": "void", "Indonesia": "void"}
    assert fresh(submitted).statement.state == State.WITH_CO_CHAIRS
    assert [message.to for message in mail.outbox] == [
        ["kathryn@example.org"],
        ["retno@example.org"],
    ]
    assert "no longer counts" in mail.outbox[0].body


def test_going_back_to_the_cleared_words_makes_the_clearance_count_again(
    submitted, kathryn, retno
):
    clear(submitted, retno)
    edit(submitted, kathryn, "the answer", "an answer")
    assert seats(submitted)["Indonesia"] == "void"

    edit(submitted, kathryn, "an answer", "the answer")

    assert seats(submitted)["Indonesia"] == "cleared"


def test_going_back_to_words_that_all_have_cleared_can_be_published(
    submitted, kathryn, retno, rso
):
    clear(submitted, retno)
    clear(submitted, kathryn)
    edit(submitted, kathryn, "the answer", "an answer")
    edit(submitted, kathryn, "an answer", "the answer")
    assert fresh(submitted).statement.state == State.CLEARED

    workbench.withdraw(submitted, by=kathryn)
    workbench.submit(submitted, by=kathryn)

    assert fresh(submitted).statement.state == State.CLEARED
    assert workbench.publish(submitted, by=rso).number == 1


def test_a_correction_that_changes_nothing_is_refused_and_can_be_given_up(
    submitted, kathryn, retno, rso
):
    clear(submitted, retno)
    clear(submitted, kathryn)
    workbench.publish(submitted, by=rso)
    text = fresh(submitted).text
    with pytest.raises(RefusedError, match="no correction to give up"):
        workbench.abandon(submitted, by=kathryn)
    workbench.correct(submitted, by=kathryn, reason="A slip.")
    with pytest.raises(RefusedError, match="the text that is published"):
        workbench.submit(submitted, by=kathryn)
    edit(submitted, kathryn, "the answer", "an answer")

    workbench.abandon(submitted, by=kathryn)

    standing = fresh(submitted)
    assert (standing.statement.state, standing.text) == (State.PUBLISHED, text)
    assert (standing.number, standing.statement.correction_reason) == (3, "")
    assert submitted.editions.count() == 1


def test_the_slower_of_two_editors_is_told_and_nothing_is_lost(begun, kathryn, retno):
    standing = fresh(begun)
    mine, theirs = (standing.text.replace("the answer", word) for word in ("A", "B"))
    workbench.save(begun, theirs, by=retno, based_on=1)

    with pytest.raises(StaleRevisionError):
        workbench.save(begun, mine, by=kathryn, based_on=1)

    assert fresh(begun).text == theirs


def test_a_text_seen_before_a_change_cannot_be_cleared(submitted, kathryn, retno):
    seen = fresh(submitted).digest
    edit(submitted, kathryn, "the answer", "an answer")

    with pytest.raises(RefusedError, match="has changed since you opened it"):
        workbench.clear(submitted, by=retno, digest=seen)


def test_a_draft_is_not_cleared_before_it_is_submitted(begun, retno):
    with pytest.raises(RefusedError, match="not been submitted"):
        clear(begun, retno)


def test_only_a_seat_clears_and_once(submitted, kathryn, rso, australia):
    other = UserFactory(party=australia)
    clear(submitted, kathryn)

    with pytest.raises(RefusedError, match="has cleared this text already"):
        clear(submitted, other)
    with pytest.raises(RefusedError, match="belongs to no party"):
        clear(submitted, rso)
    with pytest.raises(RefusedError, match="has no seat"):
        clear(submitted, account(PartyFactory(name="Fiji"), "fiji"))


def test_the_rso_records_a_letter_with_its_scan(submitted, rso, retno, indonesia):
    standing = fresh(submitted)
    letter = workbench.Letter(ContentFile(b"%PDF-", "letter.pdf"), "Retno Lestari")

    with pytest.raises(RefusedError, match="Only the RSO"):
        workbench.record_letter(
            submitted, indonesia, letter, by=retno, digest=standing.digest
        )
    with pytest.raises(RefusedError, match="needs the scan"):
        workbench.record_letter(
            submitted,
            indonesia,
            workbench.Letter("", ""),
            by=rso,
            digest=standing.digest,
        )
    clearance = workbench.record_letter(
        submitted, indonesia, letter, by=rso, digest=standing.digest
    )

    assert (clearance.by_letter, clearance.signed_by) == (True, "Retno Lestari")
    assert seats(submitted)["Indonesia"] == "cleared"


def test_a_statement_without_seats_cannot_be_submitted(begun, kathryn):
    ChairTerm.objects.update(role=ChairTerm.Role.COORDINATOR)

    with pytest.raises(RefusedError, match="nobody to clear it"):
        workbench.submit(begun, by=kathryn)


def test_a_moved_record_blocks_until_the_text_follows(
    submitted, meeting, kathryn, retno
):
    AttendanceFactory(
        meeting=meeting,
        party=PartyFactory(name="IJM", running_name="IJM", kind="civil_society"),
    )

    standing = fresh(submitted)
    assert [change.words for change in standing.changes] == [
        "IJM: now present.",
        "Civil society organisations: 4 would become 5.",
    ]
    with pytest.raises(RefusedError, match="The record has changed"):
        clear(submitted, retno)

    workbench.follow_record(submitted, by=kathryn, based_on=1)

    assert "- 5 civil society organisations (A21, IJM," in fresh(submitted).text
    assert fresh(submitted).blockers == ()
    clear(submitted, retno)


def test_published_editions_are_frozen_and_corrected_for_a_public_reason(
    submitted, meeting, kathryn, retno, rso
):
    with pytest.raises(RefusedError, match="Every seat must clear"):
        workbench.publish(submitted, by=rso)
    clear(submitted, retno)
    clear(submitted, kathryn)
    with pytest.raises(RefusedError, match="Only the RSO publishes"):
        workbench.publish(submitted, by=kathryn)

    first = workbench.publish(submitted, by=rso)

    assert fresh(submitted).statement.is_published
    assert bytes(first.pdf).startswith(b"%PDF")
    assert "DRAFT – not" not in first.html
    assert [row["seat"] for row in first.cleared_by] == ["Australia", "Indonesia"]
    with pytest.raises(RefusedError, match="Begin a correction"):
        edit(submitted, kathryn, "the answer", "an answer")

    Attendance.objects.filter(meeting=meeting, party__name="A21").delete()
    assert "A21: no longer recorded." in [row.words for row in fresh(submitted).changes]
    with pytest.raises(RefusedError, match="Say, for the public"):
        workbench.correct(submitted, by=kathryn, reason=" ")
    workbench.correct(submitted, by=kathryn, reason="A21 did not attend.")
    workbench.follow_record(submitted, by=kathryn, based_on=1)
    workbench.submit(submitted, by=kathryn)
    clear(submitted, retno)
    clear(submitted, kathryn)
    second = workbench.publish(submitted, by=rso)

    assert (second.number, second.reason) == (2, "A21 did not attend.")
    assert Edition.objects.get(number=1).html == first.html
    assert "3 civil society" in second.html
    assert "4 civil society" in first.html


def test_every_step_stands_in_the_history(submitted, kathryn, retno):
    clear(submitted, retno)
    clear(submitted, kathryn)
    workbench.withdraw(submitted, by=kathryn)

    reasons = list(
        submitted.history.order_by("history_id").values_list(
            "state", "history_change_reason"
        )
    )

    assert reasons[1:] == [
        ("with_co_chairs", "Submitted by kathryn"),
        ("cleared", "Cleared by Australia, the last seat"),
        ("drafting", "Withdrawn by kathryn"),
    ]


def test_seats_are_told_by_mail_when_it_is_their_turn(
    begun, kathryn, retno, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        workbench.submit(begun, by=kathryn)
        clear(begun, retno)
        clear(begun, kathryn)

    assert [message.subject for message in mail.outbox] == [
        "For clearance: WG-TIP, December 2025",
        "For clearance: WG-TIP, December 2025",
        "Cleared: WG-TIP, December 2025",
        "Cleared: WG-TIP, December 2025",
    ]
    assert "/statements/wg-tip/" in mail.outbox[0].body


def test_comments_stay_with_their_paragraph_and_are_resolved(begun, kathryn, retno):
    passage = "Delegates discussed the answer to online scam centres."
    remark = workbench.comment(begun, passage, "Who said so?", by=retno)
    edit(begun, kathryn, "The meeting was attended", "The event was attended")

    workbench.resolve(remark, by=kathryn)

    assert (remark.resolved_by, remark.passage) == (kathryn, passage)
    with pytest.raises(RefusedError, match="cannot be blank"):
        workbench.comment(begun, passage, " ", by=retno)


def test_others_may_do_nothing(begun):
    stranger = UserFactory()

    for step in (
        lambda: workbench.save(begun, "x", by=stranger, based_on=1),
        lambda: workbench.follow_record(begun, by=stranger, based_on=1),
        lambda: workbench.submit(begun, by=stranger),
        lambda: workbench.withdraw(begun, by=stranger),
        lambda: workbench.correct(begun, by=stranger, reason="x"),
        lambda: workbench.abandon(begun, by=stranger),
        lambda: workbench.rescope(begun, meetings=[], by=stranger),
        lambda: workbench.comment(begun, "x", "y", by=stranger),
    ):
        with pytest.raises(RefusedError, match="Only the RSO and the co-chairs"):
            step()
    assert begun.revisions.count() == 1

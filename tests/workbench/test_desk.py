"""What the desk shows beside each passage, and what one can do from there."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.urls import reverse

from meetings import workbench
from meetings.models import Attendance, Session, Statement
from meetings.models.clearance import MAX_LETTER, check_scan
from tests.factories import MeetingFactory, SessionFactory
from tests.workbench.test_pages import at, step
from tests.workbench.test_verbs import clear, edit, fresh

pytestmark = pytest.mark.django_db

TOPIC = "Delegates discussed the answer to online scam centres."
LETTER = b"%PDF-1.7 a letter"


def desk(client, statement):
    return client.get(statement.get_desk_url()).content.decode()


def passage_of(page, words):
    """Return the part of the page that is on the passage with the words."""
    (found,) = (part for part in page.split('<div class="passage ') if words in part)
    return found


def test_each_passage_tells_the_records_it_comes_from(
    begun, meeting, as_australia, as_rso
):
    session = Session.objects.get()
    theirs = {
        words: passage_of(desk(as_australia, begun), words)
        for words in (TOPIC, "members (Aus", "held its 11th")
    }
    ours = passage_of(desk(as_rso, begun), TOPIC)

    assert f'{meeting.get_absolute_url()}#session-{session.pk}"' in theirs[TOPIC]
    listed = theirs["members (Aus"]
    assert f'{meeting.get_absolute_url()}#attendance"' in listed
    assert "Members of WG-TIP" in listed
    assert "Chairs of WG-TIP" in theirs["held its 11th"]
    assert (
        "<q>Australia and Indonesia co-chaired the meeting.</q>"
        in theirs["held its 11th"]
    )
    assert reverse("admin:meetings_session_change", args=[session.pk]) in ours


def test_a_link_follows_its_session_when_others_come_before(
    begun, meeting, as_australia
):
    session = Session.objects.get()
    SessionFactory(meeting=meeting, position=0, title="Opening", topics="the day")
    Session.objects.filter(pk=session.pk).update(position=9)

    assert f"#session-{session.pk}" in passage_of(desk(as_australia, begun), TOPIC)


def test_the_words_of_a_finding_are_marked_and_linked(begun, kathryn, as_australia):
    edit(begun, kathryn, "4 civil society", "**3** civil society")

    page = desk(as_australia, begun)

    assert '<strong><mark class="is-error" id="words-1">3</mark></strong>' in page
    assert 'href="#words-1"' in page
    assert 'href="#finding-1"' in page
    assert re.search(r"<strong>\d+ of \d+</strong> factual claims checked", page)


def test_an_acceptance_is_taken_back(begun, kathryn, as_australia):
    edit(begun, kathryn, "4 civil society", "3 civil society")
    (finding,) = fresh(begun).errors
    accepted = workbench.accept_finding(begun, finding, reason="So.", by=kathryn)
    assert "Open it again" in desk(as_australia, begun)

    for named, told in (
        ("x", b"nothing was changed"),
        (accepted.pk, b"The finding is open again."),
        (accepted.pk, b"nothing was changed"),
    ):
        page = step(as_australia, begun, "reopen", accepted=named)
        assert told in page.content

    assert fresh(begun).errors == (finding,)


@pytest.mark.parametrize("forged", ["", "x", "²", "9" * 30])
def test_a_forged_number_names_nothing(begun, as_australia, forged):
    for name, field in (("resolve", "comment"), ("reopen", "accepted")):
        page = step(as_australia, begun, name, **{field: forged})

        assert page.status_code == 200


def test_an_edited_passage_has_the_records_wording_beside_it(
    begun, kathryn, as_australia
):
    edit(begun, kathryn, "Delegates discussed", "Everybody spoke of")

    page = passage_of(desk(as_australia, begun), "Everybody spoke of")
    assert "Edited by hand" in page
    assert "New in the record" not in page
    composed = re.search(r'name="composed" value="([^"]+)"', page)[1]
    place = re.search(r'name="place" value="(\d+)"', page)[1]
    step(as_australia, begun, "restore", place=place, composed=composed, based_on=2)

    assert composed == TOPIC
    assert TOPIC in fresh(begun).text


@pytest.mark.parametrize("forged", [{"place": "999"}, {"place": "x"}, {"composed": ""}])
def test_only_what_was_offered_is_taken(begun, kathryn, as_australia, forged):
    edit(begun, kathryn, "Delegates discussed", "Everybody spoke of")
    rows = enumerate(fresh(begun).beside)
    (place,) = (number for number, row in rows if row.differs)
    named = {"place": place, "composed": TOPIC, "based_on": 2} | forged

    page = step(as_australia, begun, "restore", **named)

    assert b"nothing was changed" in page.content
    assert begun.revisions.count() == 2


def test_what_the_record_gained_stays_offered_until_somebody_writes_there(
    begun, kathryn, as_australia
):
    edit(begun, kathryn, "Delegates discussed", "Everybody spoke of")
    Session.objects.update(topics="money laundering")
    assert "New in the record" in desk(as_australia, begun)

    page = step(as_australia, begun, "follow", based_on=2)

    assert b"1 sentence is not written into the text" in page.content
    told = passage_of(desk(as_australia, begun), "Everybody spoke of")
    assert "New in the record" in told
    assert "Delegates discussed money laundering." in told
    edit(begun, kathryn, "Everybody spoke", "All of us spoke")
    assert "New in the record" not in desk(as_australia, begun)


def test_a_passage_left_out_can_be_put_in(begun, kathryn, as_australia):
    edit(begun, kathryn, f"{TOPIC}\n\n", "")
    page = desk(as_australia, begun)
    place = re.search(r'name="place" value="(\d+)"', page)[1]

    assert "1 passage of the record left out here" in page
    step(as_australia, begun, "restore", place=place, composed=TOPIC, based_on=2)

    assert fresh(begun).text == begun.revisions.get(number=1).text


def test_a_comment_stays_beside_its_paragraph_when_that_is_rewritten(
    begun, retno, kathryn, as_australia
):
    workbench.comment(begun, TOPIC, "Who said so?", by=retno)
    edit(begun, kathryn, "Delegates discussed the", "Delegates spoke of the")
    page = desk(as_australia, begun)

    assert "Who said so?" in passage_of(page, "Delegates spoke of the")
    assert "On an earlier wording" in page
    edit(
        begun, kathryn, "Delegates spoke of the answer to online scam centres.\n\n", ""
    )

    page = desk(as_australia, begun)
    assert "Comments on passages rewritten since" in page
    assert "Who said so?" in page


def test_scope_and_style_are_changed_and_the_text_follows_when_asked(
    begun, meeting, forum, as_australia, delegate
):
    page = at("statement-scope", begun.slug)
    other = MeetingFactory(bodies=meeting.bodies.all(), starts_on="2025-12-02")
    chosen = {
        "title": begun.title,
        "house_style": "paragraph",
        "name_form": "formal",
        "annex": "named",
        "meetings": [meeting.pk, other.pk],
    }

    assert delegate.get(page).status_code == 404
    told = as_australia.post(page, chosen, follow=True).content.decode()
    assert "The form is now a paragraph." in told
    assert f"{other.title} is now covered." in told
    assert "- 2 members" in fresh(begun).text
    step(as_australia, begun, "follow", based_on=1)
    standing = fresh(begun)
    assert standing.changes == ()
    assert standing.checked.findings == ()
    assert "attended by two members (" in standing.text
    assert f"{other.title}" in standing.text

    again = as_australia.post(page, chosen, follow=True)
    assert b"Nothing had changed." in again.content
    assert b"This field is required." in as_australia.post(page, {"title": "x"}).content


def test_a_published_statement_keeps_its_scope(begun, as_australia, meeting):
    Statement.objects.update(state="published", published_on="2025-12-10")
    page = at("statement-scope", begun.slug)
    chosen = {
        "title": "Another",
        "house_style": "paragraph",
        "name_form": "formal",
        "annex": "none",
        "meetings": [meeting.pk],
    }

    for answer in (
        as_australia.get(page, follow=True),
        as_australia.post(page, chosen, follow=True),
    ):
        assert b"Begin a correction to change it." in answer.content
    assert Statement.objects.get().title == begun.title


def test_who_must_clear_again_is_said_at_once(submitted, kathryn, retno, as_australia):
    clear(submitted, retno)
    clear(submitted, kathryn)

    page = as_australia.post(
        at("statement-edit", submitted.slug),
        {"section": [fresh(submitted).text + "More."], "based_on": 1},
        follow=True,
    ).content.decode()

    assert "Saved as revision 2. Australia and Indonesia must clear it again." in page
    assert "before=1&amp;after=2" in page


@pytest.fixture
def letter(submitted, rso, indonesia, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    scan = ContentFile(LETTER, "../Letter of <b>.pdf")
    return workbench.record_letter(
        submitted,
        indonesia,
        workbench.Letter(scan, "Retno Lestari"),
        by=rso,
        digest=fresh(submitted).digest,
    )


def test_a_letter_is_kept_safe_and_handed_to_those_who_draft(
    letter, as_australia, delegate, anonymous
):
    page = at("statement-letter", letter.statement.slug, letter.pk)

    answer = as_australia.get(page)

    assert re.fullmatch(r"letters/[0-9a-f]{32}\.pdf", letter.letter.name)
    assert page in desk(as_australia, letter.statement)
    assert b"".join(answer.streaming_content) == LETTER
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith('attachment; filename="letter-')
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert delegate.get(page).status_code == 404
    assert anonymous.get(page).status_code == 302
    letter.letter.storage.delete(letter.letter.name)
    assert as_australia.get(page).status_code == 404


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("letter.pdf", b"<html>", "not what its name says"),
        ("letter.png", LETTER, "not what its name says"),
        ("letter.html", b"<html>", "not allowed"),
        ("letter", LETTER, "not allowed"),
        ("letter.pdf", b"", "not what its name says"),
    ],
)
def test_what_is_no_scan_is_refused_in_words(submitted, as_rso, name, content, told):
    page = step(
        as_rso,
        submitted,
        "letter",
        seat="Indonesia",
        signed_by="Retno Lestari",
        digest=fresh(submitted).digest,
        letter=ContentFile(content, name),
    )

    assert told in page.content.decode()
    assert submitted.clearances.count() == 0


def test_too_large_a_scan_is_refused():
    scan = ContentFile(LETTER, "letter.pdf")
    scan.size = MAX_LETTER + 1

    with pytest.raises(ValidationError, match="larger than 10 MB"):
        check_scan(scan)


def test_all_that_was_done_stands_in_one_row(submitted, kathryn, retno, as_rso, rso):
    clear(submitted, retno)
    clear(submitted, kathryn)
    workbench.publish(submitted, by=rso)

    told = [event.words for event in workbench.timeline(submitted)][::-1]

    assert told == [
        "Now drafting",
        "Revision 1 saved",
        "Submitted by kathryn",
        "Indonesia cleared revision 1",
        "Australia cleared revision 1",
        "Cleared by Australia, the last seat",
        "Edition 1 published by rso",
    ]
    assert "All that was done (7)" in desk(as_rso, submitted)


def test_what_is_published_is_what_was_cleared(submitted, kathryn, retno, rso, meeting):
    clear(submitted, retno)
    clear(submitted, kathryn)
    Attendance.objects.filter(meeting=meeting).update(note="A note is no fact.")
    meeting.sources = "https://example.org/later"
    meeting.save()

    edition = workbench.publish(submitted, by=rso)

    assert b"example.org/later" not in bytes(edition.record)

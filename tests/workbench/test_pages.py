import re

import pytest
from django.urls import reverse

from meetings import workbench
from meetings.models import Attendance, User
from tests.factories import StatementFactory, UserFactory
from tests.workbench.test_verbs import clear, edit, fresh

pytestmark = pytest.mark.django_db


def at(name, *args):
    return reverse(f"meetings:{name}", args=args)


def step(client, statement, name, **data):
    return client.post(at("statement-step", statement.slug, name), data, follow=True)


@pytest.fixture
def desk(statement):
    return at("statement-desk", statement.slug)


@pytest.fixture
def published(begun, kathryn, retno, rso):
    workbench.submit(begun, by=kathryn)
    clear(begun, retno)
    clear(begun, kathryn)
    workbench.publish(begun, by=rso)
    return begun


@pytest.fixture
def published_earlier(meeting, kathryn, retno, rso):
    earlier = StatementFactory(
        slug="earlier", title="The year before", meetings=[meeting]
    )
    text = workbench.stand(earlier).text
    workbench.save(earlier, text, by=kathryn, based_on=0)
    workbench.submit(earlier, by=kathryn)
    clear(earlier, retno)
    clear(earlier, kathryn)
    workbench.publish(earlier, by=rso)
    return earlier


def test_the_desk_is_for_those_who_may_draft(
    statement, anonymous, delegate, as_australia, as_rso
):
    clients = (anonymous, delegate, as_australia, as_rso)
    desk = statement.get_desk_url()

    assert [client.get(desk).status_code for client in clients] == [302, 404, 200, 200]
    assert step(delegate, statement, "submit").status_code == 404


def test_the_desk_takes_a_draft_to_its_clearance(
    statement, as_australia, as_indonesia, as_rso
):
    page = step(as_australia, statement, "compose")
    assert b"saved as revision 1" in page.content
    page = step(as_australia, statement, "submit")
    assert b"with the co-chairs, who have been told" in page.content

    for client, name in ((as_australia, "Australia"), (as_indonesia, "Indonesia")):
        digest = re.search(
            r'name="digest" value="(\w+)"',
            client.get(page.request["PATH_INFO"]).content.decode(),
        )[1]
        page = step(client, statement, "clear", digest=digest)
        assert f"Cleared for {name}." in page.content.decode()

    page = step(as_rso, statement, "publish")
    assert b"Edition 1 is published." in page.content


def test_a_refused_step_says_why_and_changes_nothing(statement, as_australia):
    page = step(as_australia, statement, "submit")

    assert b"There is no revision yet" in page.content
    assert fresh(statement).statement.state == "drafting"


def test_a_step_is_posted_never_opened(statement, as_australia):
    assert (
        as_australia.get(at("statement-step", statement.slug, "submit")).status_code
        == 405
    )
    assert as_australia.post(f"{statement.get_desk_url()}destroy/").status_code == 404


def test_a_finding_is_shown_with_the_record_and_mended_with_one_click(
    begun, desk, kathryn, as_australia
):
    edit(begun, kathryn, "4 civil society", "3 civil society")
    (finding,) = fresh(begun).errors

    page = as_australia.get(desk).content.decode()
    assert "3 civil society organisations" in page
    assert "The check has 1 open error." in page

    named = {"kind": finding.kind, "start": finding.start, "end": finding.end}
    step(as_australia, begun, "apply", **named, based_on=2)

    assert fresh(begun).errors == ()
    assert "- 4 civil society organisations (A21," in fresh(begun).text


def test_a_finding_of_another_text_is_not_applied(begun, kathryn, as_australia):
    page = step(as_australia, begun, "apply", kind="count", start=1, end=2, based_on=1)

    assert b"Somebody has saved another revision" in page.content
    assert begun.revisions.count() == 1


def test_a_preview_saves_nothing(begun, as_australia):
    page = as_australia.post(
        at("statement-edit", begun.slug),
        {"section": ["Words *of* ours", "## More"], "based_on": 1, "preview": 1},
    )

    assert b"<p>Words <em>of</em> ours</p>" in page.content
    assert b"Words *of* ours</textarea>" in page.content
    assert begun.revisions.count() == 1


def test_sections_are_saved_as_one_text(begun, desk, as_australia):
    as_australia.post(
        at("statement-edit", begun.slug),
        {"section": ["One.\r\n\r\nTwo.", " ", "## More\r\n- a"], "based_on": 1},
    )

    assert fresh(begun).text == "One.\n\nTwo.\n\n## More\n- a\n"


def test_what_a_step_did_is_told_where_it_was_taken(begun, as_australia):
    passage = workbench.stand(begun).text.split("\n\n")[1]
    made = {"passage": passage, "text": "Is this right?", "number": 2}

    added = step(as_australia, begun, "comment", **made)
    pk = begun.comments.get().pk
    resolved = step(as_australia, begun, "resolve", comment=pk, number=2)
    elsewhere = step(as_australia, begun, "resolve", comment=pk, number=999)

    assert [page.context["told_at"] for page in (added, resolved, elsewhere)] == [
        "p2",
        "p2",
        "",
    ]
    assert added.redirect_chain == [(f"{begun.get_desk_url()}#told", 302)]
    for page in (added, resolved, elsewhere):
        assert page.content.count(b"The comment is ") == 1


def test_seats_that_no_mail_reaches_are_named(begun, as_australia):
    User.objects.filter(party__name="Indonesia").update(email="")

    page = step(as_australia, begun, "submit").content.decode()

    assert "No mail went to Indonesia: nobody there has an account" in page


def test_the_slower_editor_sees_both_texts(begun, retno, as_australia):
    edit(begun, retno, "the answer", "their answer")

    page = as_australia.post(
        at("statement-edit", begun.slug), {"section": ["My own text."], "based_on": 1}
    )

    assert page.status_code == 409
    assert b"retno saved revision 2" in page.content
    assert b"My own text.</textarea>" in page.content
    assert b"their answer" in page.content
    assert b'name="based_on" value="2"' in page.content
    assert begun.revisions.count() == 2


@pytest.mark.parametrize("based_on", ["", "-1", "99", "x", "9" * 30])
def test_a_forged_revision_number_is_a_conflict(begun, as_australia, based_on):
    page = as_australia.post(
        at("statement-edit", begun.slug), {"section": ["Text."], "based_on": based_on}
    )

    assert page.status_code == 409
    assert begun.revisions.count() == 1


def test_too_long_a_text_is_refused_and_kept(begun, as_australia):
    page = as_australia.post(
        at("statement-edit", begun.slug), {"section": ["a " * 150_001], "based_on": 1}
    )

    assert b"A statement may have 300,000." in page.content
    assert begun.revisions.count() == 1


def test_revisions_are_compared_by_word(begun, retno, as_australia):
    edit(begun, retno, "the answer", "an answer")

    page = as_australia.get(
        at("statement-compare", begun.slug), {"before": "1", "after": "2"}
    ).content.decode()
    same = as_australia.get(
        at("statement-compare", begun.slug), {"before": "composed", "after": "1"}
    )
    wrong = as_australia.get(at("statement-compare", begun.slug), {"before": "7"})

    assert "<del>the</del>" in page
    assert "<ins>an</ins>" in page
    assert b"Both texts are the same." in same.content
    assert b"is not one of the available choices" in wrong.content


def test_a_text_is_compared_with_last_years_as_published(
    begun, published_earlier, as_australia, kathryn
):
    workbench.correct(published_earlier, by=kathryn, reason="A word was wrong.")
    edit(published_earlier, kathryn, "the answer", "a secret answer")
    edit(begun, kathryn, "the answer", "an answer")
    page = at("statement-compare", begun.slug)

    plain = as_australia.get(page).content.decode()
    told = as_australia.get(page, {"before": "of-earlier", "after": "2"})

    assert "The year before with this one" in plain
    assert "From “The year before” to “Revision 2 by kathryn”" in told.content.decode()
    assert b"secret" not in told.content
    assert b"1 passage changed, 0 added, 0 taken out" in told.content


def test_what_moved_in_the_record_is_told_on_the_desk(begun, desk, as_australia):
    Attendance.objects.filter(party__name="A21").delete()

    page = as_australia.get(desk).content.decode()

    assert "A21: no longer recorded." in page
    assert "Let untouched passages follow the record" in page


def test_comments_stand_beside_their_paragraph(begun, desk, retno, as_australia):
    passage = "Delegates discussed the answer to online scam centres."
    workbench.comment(begun, passage, "Who <b>said</b> so?", by=retno)

    page = as_australia.get(desk).content.decode()

    assert "Who &lt;b&gt;said&lt;/b&gt; so?" in page
    assert "passages rewritten since" not in page


def test_everybody_reads_the_edition_while_a_correction_is_drafted(
    published, kathryn, anonymous
):
    workbench.correct(published, by=kathryn, reason="A word was wrong.")
    edit(published, kathryn, "the answer", "a secret answer")

    page = anonymous.get(published.get_absolute_url())
    file = anonymous.get(at("statement-document", published.slug, "html"), follow=True)

    for answer in (page, file):
        assert answer.status_code == 200
        assert b"secret" not in answer.content
        assert "DRAFT – not".encode() not in answer.content
    assert b"Kathryn Haigh" in page.content


def test_those_who_draft_are_told_that_the_record_differs_from_what_is_published(
    published, meeting, as_australia, anonymous, delegate
):
    page = published.get_absolute_url()
    told = b"The record differs from the published text in 2 places."

    assert told not in as_australia.get(page).content
    Attendance.objects.filter(party__name="A21").delete()

    assert told in as_australia.get(page).content
    assert told not in anonymous.get(page).content
    assert told not in delegate.get(page).content


def test_an_edition_keeps_its_bytes_and_says_when_it_is_superseded(
    published, kathryn, retno, rso, anonymous
):
    first = {
        form: anonymous.get(at("edition", published.slug, 1, form)).content
        for form in ("pdf", "html", "json")
    }
    workbench.correct(published, by=kathryn, reason="A word was wrong.")
    edit(published, kathryn, "the answer", "an answer")
    workbench.submit(published, by=kathryn)
    clear(published, retno)
    clear(published, kathryn)
    workbench.publish(published, by=rso)

    old = anonymous.get(at("edition-detail", published.slug, 1)).content.decode()
    new = anonymous.get(published.get_absolute_url()).content.decode()

    assert "This edition is superseded by" in old
    assert "A word was wrong." in old
    assert "the answer to online" in old
    assert "an answer to online" in new
    assert "is superseded by" not in new
    for form, content in first.items():
        assert anonymous.get(at("edition", published.slug, 1, form)).content == content
    assert anonymous.get(at("edition-detail", published.slug, 3)).status_code == 404
    assert anonymous.get(at("edition", published.slug, 3, "pdf")).status_code == 404


def test_a_new_statement_is_composed_of_the_meetings_chosen(
    meeting, as_australia, delegate
):
    page = at("statement-new")
    style = {"house_style": "bullets", "name_form": "everyday", "annex": "none"}

    answer = as_australia.post(
        page, {"title": "Ünser Text", "meetings": [meeting.pk], **style}, follow=True
    )
    again = as_australia.post(page, {"title": "Unser Text", "meetings": [], **style})

    assert b"co-chaired the meeting" in answer.content
    assert b"There is a statement of that title already." in again.content
    assert b"This field is required." in again.content
    assert delegate.get(page).status_code == 403


def test_a_stranger_sees_no_meetings_to_choose(meeting, kathryn, as_australia):
    meeting.visibility = "secretariat"
    meeting.save()
    other = UserFactory(party=None, is_staff=False)

    assert meeting.title in as_australia.get(at("statement-new")).content.decode()
    assert not other.party


@pytest.mark.parametrize("size", [1, 3])
def test_queries_of_the_desk_do_not_grow(
    begun, retno, as_australia, size, django_assert_num_queries
):
    for number in range(size):
        workbench.comment(begun, "Some passage", f"Remark {number}", by=retno)
        edit(begun, retno, "online scam centres", f"online scam centres {number}")

    with django_assert_num_queries(43):
        as_australia.get(begun.get_desk_url())

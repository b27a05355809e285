"""A ministry's Word file: what it changes is taken over passage by passage."""

import io
import re
import zipfile

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from meetings import workbench
from meetings.documents import export
from meetings.documents.word import answers
from tests.documents.ministry import Desk
from tests.factories import StatementFactory, UserFactory
from tests.workbench.test_verbs import edit, fresh

pytestmark = pytest.mark.django_db

TEXT = """\
## The meeting

Members spoke of their work.

- A plan was endorsed;
- a date was set.

The host was thanked.
"""


@pytest.fixture
def begun(statement, kathryn):
    workbench.save(statement, TEXT, by=kathryn, based_on=0)
    return statement


@pytest.fixture
def page(begun):
    return reverse("meetings:statement-return", args=[begun.slug])


def sent(statement):
    """Return the file as the desk gives it out now."""
    facts = fresh(statement).facts
    return Desk(export.statement(facts, statement.revisions.last()).render("docx"))


def upload(client, page, content, name="statement.docx"):
    return client.post(page, {"file": SimpleUploadedFile(name, content)})


def fields(answer, **chosen):
    """Return what a browser would post from the page, with the boxes ``chosen``."""
    context = answer.context
    return {
        "based_on": context["standing"].number,
        "base": context["base"],
        "reference": context["file"].reference,
        "statement": context["file"].statement,
        "changes": context["changes"],
        # A browser posts the lines of a field this way.
        "markup": context["file"].markup.replace("\n", "\r\n"),
        "remark": [told for _, told in context["remarks"]],
    } | chosen


def places(answer, *words):
    """Return the places of the differing passages that hold ``words``."""
    return [
        offer.place
        for offer in answer.context["returned"].offers
        if offer.passage.differs
        and any(one in offer.passage.before + offer.passage.after for one in words)
    ]


def returned(statement):
    desk = sent(statement)
    desk.insert(" in earnest", after="their work")
    desk.delete("A plan")
    desk.comment("The host", "Which *host*?")
    desk.type("The hosts were thanked.", instead_of=" was thanked.")
    return desk.saved()


def test_what_comes_back_unchanged_differs_in_nothing(begun, page, as_australia):
    answer = upload(as_australia, page, sent(begun).saved())

    assert b"Word tracked no changes in this file." in answer.content
    assert b"The text of the file is the text as it stands." in answer.content
    assert b'name="take"' not in answer.content
    assert b"did not keep track" not in answer.content


def test_the_page_tells_what_was_tracked_and_what_was_not(begun, page, as_australia):
    answer = upload(as_australia, page, returned(begun))
    told = answer.content.decode()

    assert "Word tracked 1 insertion and 1 deletion." in told
    assert "changed while Word did not keep track" in told
    assert "<ins> in earnest</ins>" in told
    assert "Which *host*?" in told
    assert told.count('name="take"') == 3
    assert begun.revisions.count() == 1


def test_only_what_is_ticked_is_taken_over(begun, page, as_australia, kathryn):
    answer = upload(as_australia, page, returned(begun))
    chosen = fields(answer, take=places(answer, "earnest"), keep=["0"])

    told = as_australia.post(page, chosen, follow=True)

    assert b"Saved as revision 2. 1 comment is added." in told.content
    assert fresh(begun).text == TEXT.replace("work.", "work in earnest.")
    (comment,) = begun.comments.all()
    assert comment.author == kathryn
    assert comment.text == "Siti, in the Word file: Which *host*?"
    assert comment.passage == "The host was thanked."


def test_everything_is_taken_over_at_once(begun, page, as_australia):
    answer = upload(as_australia, page, returned(begun))

    as_australia.post(page, fields(answer, all="1"))

    assert fresh(begun).text == (
        TEXT.replace("work.", "work in earnest.")
        .replace("- A plan was", "- was")
        .replace("host was", "hostThe hosts were")
    )
    assert begun.comments.count() == 0


def test_nothing_ticked_saves_nothing(begun, page, as_australia):
    answer = upload(as_australia, page, returned(begun))

    told = as_australia.post(page, fields(answer), follow=True)

    assert b"Nothing was ticked, so nothing was saved." in told.content
    assert begun.revisions.count() == 1


def test_of_a_text_not_saved_yet_the_first_revision_is_made(statement, as_australia):
    desk = sent(statement)
    desk.insert(" at length", after="online scam centres")
    page = reverse("meetings:statement-return", args=[statement.slug])
    answer = upload(as_australia, page, desk.saved())

    as_australia.post(page, fields(answer, all="1"))

    assert fresh(statement).number == 1
    assert "online scam centres at length" in fresh(statement).text


def test_what_changed_here_meanwhile_is_not_taken_for_the_ministrys(
    begun, page, retno, as_australia
):
    content = returned(begun)
    edit(begun, retno, "a date was set", "two dates were set")
    edit(begun, retno, "of their work", "about their work")

    answer = upload(as_australia, page, content)
    since = {
        offer.passage.before: offer.since
        for offer in answer.context["returned"].offers
        if offer.passage.differs
    }
    as_australia.post(page, fields(answer, all="1"))

    assert b"The file was made of revision 1" in answer.content
    assert b"Both changes together" in answer.content
    assert since["- two dates were set."] == "ours"
    assert since["Members spoke about their work."] == "both"
    assert since["The host was thanked."] == ""
    assert "- two dates were set." in fresh(begun).text
    assert "Members spoke about their work in earnest." in fresh(begun).text


def test_what_both_sides_changed_can_be_written_anew(begun, page, retno, as_australia):
    content = returned(begun)
    edit(begun, retno, "of their work", "of their tasks")

    answer = upload(as_australia, page, content)
    (offer,) = (row for row in answer.context["returned"].offers if row.is_contested)
    words = "Members spoke of their tasks and their work."
    told = as_australia.post(page, fields(answer, **{f"words-{offer.place}": words}))

    assert "These would replace ours" in answer.content.decode()
    assert told.status_code == 302
    assert words in fresh(begun).text
    assert "their tasks in earnest" not in fresh(begun).text


def test_a_file_of_another_statement_is_named_and_compared_all_the_same(
    begun, page, kathryn, as_australia, meeting
):
    for slug, covered in (("theirs", meeting), ("secret", None)):
        other = StatementFactory(slug=slug, title=slug.title())
        if covered:
            other.meetings.add(covered)
        workbench.save(other, TEXT, by=UserFactory(is_staff=True), based_on=0)
        told = upload(as_australia, page, sent(other).saved()).content.decode()

        assert "This file was not made of this statement" in told
        assert ("“Theirs”" in told) == (slug == "theirs")
        assert "secret" not in told.replace('value="secret"', "").lower()
        assert 'name="all"' not in told


def test_a_file_made_before_the_first_revision_has_its_own_base(
    statement, kathryn, as_australia
):
    content = sent(statement)
    content.insert(" at length", after="online scam centres")
    workbench.save(statement, fresh(statement).text, by=kathryn, based_on=0)
    edit(statement, kathryn, "A21", "A-21")
    page = reverse("meetings:statement-return", args=[statement.slug])

    answer = upload(as_australia, page, content.saved())

    since = {
        offer.since
        for offer in answer.context["returned"].offers
        if offer.passage.differs
    }
    assert since == {"", "ours"}
    assert b"The file was made of composed from the record" not in answer.content


def test_what_word_tracked_is_shown_with_its_author_and_the_rest_folded(
    begun, page, as_australia
):
    answer = upload(as_australia, page, returned(begun))
    again = as_australia.post(page, fields(answer) | {"base": "0"})

    for shown in (answer, again):
        told = shown.content.decode()
        assert "Tracked in Word: Siti" in told
        assert '<details class="same">' not in told  # too few to be worth it
    long = TEXT + "".join(f"\nParagraph {number}.\n" for number in range(9))
    workbench.save(begun, long, by=begun.revisions.get().author, based_on=1)
    assert b"9 passages the same" in upload(as_australia, page, returned(begun)).content


def test_the_slower_one_loses_nothing(begun, page, retno, as_australia):
    answer = upload(as_australia, page, returned(begun))
    edit(begun, retno, "a date was set", "two dates were set")

    beaten = as_australia.post(
        page, fields(answer, take=places(answer, "earnest"), keep=["0"])
    )

    assert beaten.status_code == 409
    assert b"retno saved revision 2" in beaten.content
    assert b"their work in earnest." in beaten.content
    assert begun.revisions.count() == 2
    assert begun.comments.count() == 1


@pytest.mark.parametrize(
    "forged", [{"based_on": "99"}, {"based_on": "x"}, {"base": "0"}]
)
def test_choices_beside_another_text_are_asked_for_again(
    begun, page, as_australia, forged
):
    answer = upload(as_australia, page, returned(begun))

    again = as_australia.post(page, fields(answer, all="1") | forged)

    assert b"so nothing was saved" in again.content
    assert b"<ins> in earnest</ins>" in again.content
    assert b"Which *host*?" in again.content
    assert begun.revisions.count() == 1


def test_forged_choices_and_comments_do_nothing(begun, page, as_australia):
    answer = upload(as_australia, page, returned(begun))
    forged = {
        "take": ["-1", "x", "²", "9" * 30, "7000"],
        "keep": ["0", "7"],
        "remark": ["{", "3", '{"author": 1}'],
    }

    told = as_australia.post(page, fields(answer, **forged), follow=True)

    assert b"Nothing was ticked" in told.content
    assert begun.comments.count() == 0


def bomb():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", b" " * (200 << 20))
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "This file is empty."),
        (b"%PDF-1.7", "This is a PDF"),
        (b"Dear all", "This is not a Word document."),
        (b"PK" + b"x" * answers.MAX_BYTES, "larger than 10 MB"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_beside_the_field(
    page, as_australia, content, told
):
    answer = upload(as_australia, page, content)

    (error,) = answer.context["form"].errors["file"]
    assert told in error
    assert error.split(".")[0] in answer.content.decode()
    assert b'aria-invalid="true"' in answer.content


def test_a_bomb_is_a_sentence(page, as_australia):
    answer = upload(as_australia, page, bomb())

    (error,) = answer.context["form"].errors["file"]
    assert re.search(r"too large|larger|unpack", error)


def test_a_published_text_takes_nothing_back(begun, page, as_australia):
    begun.state, begun.published_on = "published", "2025-12-10"
    begun.save()

    told = as_australia.get(page, follow=True)

    assert b"Begin a correction to change it." in told.content


def test_it_is_for_those_who_may_draft(page, delegate, anonymous):
    assert delegate.get(page).status_code == 404
    assert anonymous.get(page).status_code == 302


def test_the_desk_gives_out_what_comes_back(begun, as_australia, anonymous):
    desk = as_australia.get(begun.get_desk_url()).content.decode()
    address = reverse("meetings:statement-document", args=[begun.slug, "docx"])

    answer = as_australia.get(f"{address}?draft=1")

    assert f"{address}?draft=1" in desk
    assert reverse("meetings:statement-return", args=[begun.slug]) in desk
    assert answer["Content-Disposition"] == 'attachment; filename="wg-tip.docx"'
    words = [row.text for row in docx.Document(io.BytesIO(answer.content)).paragraphs]
    assert "Members spoke of their work." in words
    assert anonymous.get(address).status_code == 302

"""A ministry's Word file on the desk, in a browser."""

import pytest
from django.urls import reverse

from meetings import workbench
from meetings.models import Statement, User
from tests.documents.ministry import Desk

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def statement(records):
    statement = Statement.objects.get(slug="wg-tip-2025-12")
    rso = User.objects.create_superuser(username="rso")
    workbench.save(statement, workbench.stand(statement).text, by=rso, based_on=0)
    return statement


def test_a_file_goes_out_and_its_changes_come_back(
    page, sign_in, statement, assert_accessible, tmp_path
):
    sign_in(User.objects.get(username="rso"))
    page.goto(statement.get_desk_url())
    with page.expect_download() as download:
        page.get_by_role("link", name="Download as Word").click()
    desk = Desk(download.value.path().read_bytes())
    desk.insert(" of three days", after="A full day")
    desk.comment("civil society", "All of them?")
    file = tmp_path / "back.docx"
    file.write_bytes(desk.saved())

    page.get_by_role("link", name="Upload a Word file").click()
    assert_accessible(page)
    page.get_by_label("Word file that came back").set_input_files(
        {"name": "a.docx", "mimeType": "text/plain", "buffer": b"Dear all"}
    )
    page.get_by_role("button", name="Read the file").click()
    assert page.get_by_text("This is not a Word document.").is_visible()
    assert_accessible(page)

    page.get_by_label("Word file that came back").set_input_files(file)
    page.get_by_role("button", name="Read the file").click()
    assert page.get_by_text("Word tracked 1 insertion and 0 deletions.").is_visible()
    assert_accessible(page)
    page.get_by_role("checkbox", name="Take over this change").check()
    page.get_by_role("button", name="Save what is ticked").click()
    assert page.get_by_text("Saved as revision 2. 1 comment is added.").is_visible()
    text = page.locator(".desk-text").inner_text()
    assert "A full day of three days" in text
    assert "in the Word file: All of them?" in text
    assert page.url.endswith(reverse("meetings:statement-desk", args=[statement.slug]))

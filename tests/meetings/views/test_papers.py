"""Files of documents: for whom they open, and as what."""

import pytest
from django.core.files.base import ContentFile

from tests.factories import DocumentFactory, MeetingFactory

pytestmark = pytest.mark.django_db


def test_a_file_is_handed_out_to_those_who_see_its_document(
    anonymous, delegate, staff, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    given = {"url": "", "file": ContentFile(b"%PDF- as given", name="paper.pdf")}
    paper = DocumentFactory(**given)
    quiet = DocumentFactory(**given, visibility="secretariat")
    within = DocumentFactory(
        **given, meeting=MeetingFactory(content_visibility="secretariat")
    )

    page = delegate.get(paper.meeting.get_absolute_url()).content.decode()
    answer = delegate.get(paper.file.url)

    assert f'href="{paper.file.url}"' in page
    assert b"".join(answer.streaming_content) == b"%PDF- as given"
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment; ")
    assert answer["Cache-Control"] == "private, no-store"
    for hidden in (quiet, within):
        assert delegate.get(hidden.file.url).status_code == 404
        assert b"".join(staff.get(hidden.file.url).streaming_content)
        assert anonymous.get(hidden.file.url).status_code == 302
    assert anonymous.get(paper.file.url).url.startswith("/accounts/login/")


@pytest.mark.parametrize("name", ["", "none.pdf", "../settings.py", "documents/a\x00"])
def test_a_file_that_no_document_has_is_not_there(staff, name):
    DocumentFactory()

    assert staff.get(f"/media/{name}").status_code == 404


def test_a_file_that_was_lost_is_a_404(staff, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    document = DocumentFactory(url="", file="documents/lost.pdf")

    assert staff.get(document.file.url).status_code == 404

"""Who may import attendance, and who may not even look."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from meetings.models import Attendance, Import
from tests.factories import (
    UserFactory,
)

from .desk import ADD, confirm, page_of, upload
from .sheets import xlsx


class TestWhoMay:
    @pytest.fixture
    def browser(self, client, db):
        """The browser of staff who may do nothing yet."""
        self.user = UserFactory(is_staff=True, party=None)
        client.force_login(self.user)
        return client

    def allow(self, *names):
        ours = Permission.objects.filter(content_type__app_label="meetings")
        self.user.user_permissions.set(ours.filter(codename__in=names))

    @pytest.mark.parametrize("page", ["add", "changelist"])
    def test_staff_without_permission_may_not(self, browser, page):
        self.allow("view_attendance")

        assert browser.get(reverse(f"admin:meetings_import_{page}")).status_code == 403

    def test_a_delegate_is_sent_to_the_log_in(self, client, db):
        client.force_login(UserFactory())

        assert client.get(reverse(ADD)).status_code == 302

    @pytest.fixture
    def previewed(self, desk, meeting, japan):
        page = upload(desk, xlsx([["Country"], ["Japan"]]), meeting=meeting.pk)
        return page.context["import"]

    @pytest.mark.parametrize("name", ["answer", "apply", "undo", "discard"])
    def test_none_of_the_pages_takes_a_get(self, desk, previewed, name):
        assert desk.get(page_of(previewed, name)).status_code == 405

    @pytest.mark.parametrize("name", ["answer", "apply", "undo", "discard"])
    def test_nobody_else_posts(self, browser, previewed, name):
        self.allow("view_attendance")

        assert browser.post(page_of(previewed, name)).status_code == 403
        assert Import.objects.count() == 1

    def test_an_import_adds_nothing_that_its_owner_may_not_add(
        self, browser, meeting, japan
    ):
        self.allow("change_attendance", "add_attendance")
        content = xlsx([["Country", "Name"], ["Japan", "Mr SATO Ken"]])

        preview = upload(browser, content, meeting=meeting.pk)

        words = " ".join(preview.content.decode().split())
        assert "may not add people, delegates" in words
        assert confirm(browser, preview).status_code == 409
        assert Attendance.objects.count() == 0

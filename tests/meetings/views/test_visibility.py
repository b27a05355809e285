"""Who sees what, wherever it could show: page, list, count, search and document."""

import json
from datetime import date

import pytest
from django.urls import reverse

from tests.factories import (
    AttendanceFactory,
    BodyFactory,
    DelegateFactory,
    DocumentFactory,
    GatheringFactory,
    MeetingFactory,
    OutcomeFactory,
    PartyFactory,
    SessionFactory,
    StatedFigureFactory,
    StatementFactory,
)

pytestmark = pytest.mark.django_db

SIGNED_IN = ["delegate", "cochair", "staff"]
INSIDERS = {"cochair", "staff"}
LEVELS = ["public", "delegates", "secretariat"]


@pytest.fixture
def browser_of(request):
    return request.getfixturevalue


def attendance_of(meeting, suffix):
    return reverse("meetings:meeting-attendance", args=[meeting.slug, suffix])


def listed(answer):
    return [meeting.title for meeting in answer.context["meetings"]]


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("who", SIGNED_IN)
def test_a_meeting_exists_only_for_those_who_may_know_of_it(
    browser_of, body, who, level
):
    meeting = MeetingFactory(bodies=[body], visibility=level)
    seen = level != "secretariat" or who in INSIDERS
    browser = browser_of(who)

    pages = [
        browser.get(address).status_code
        for address in (
            meeting.get_absolute_url(),
            attendance_of(meeting, "html"),
            attendance_of(meeting, "json"),
        )
    ]

    assert pages == [200 if seen else 404] * 3
    assert len(listed(browser.get(reverse("meetings:meeting-list")))) == seen
    assert len(browser.get(reverse("meetings:home")).context["latest"]) == seen
    assert browser.get(body.get_absolute_url()).context["meeting_count"] == seen


@pytest.mark.parametrize("level", LEVELS)
def test_without_an_account_every_meeting_asks_for_a_log_in(anonymous, level):
    meeting = MeetingFactory(visibility=level)

    for address in (
        meeting.get_absolute_url(),
        attendance_of(meeting, "pdf"),
        "/meetings/there-is-none/",
    ):
        answer = anonymous.get(address)
        assert answer.status_code == 302
        assert answer.url == f"/accounts/login/?next={address}"


def test_cochairs_of_another_body_see_no_more_than_delegates(cochair):
    meeting = MeetingFactory(bodies=[BodyFactory()], visibility="secretariat")

    assert cochair.get(meeting.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("who", SIGNED_IN)
def test_a_hidden_attendance_shows_nowhere(browser_of, body, who):
    gathering = GatheringFactory()
    meeting = MeetingFactory(
        bodies=[body], gathering=gathering, attendance_visibility="secretariat"
    )
    party = PartyFactory(name="Atlantis")
    DelegateFactory(attendance=AttendanceFactory(meeting=meeting, party=party))
    StatedFigureFactory(meeting=meeting, label="quiet guests", value=77)
    seen = who in INSIDERS
    browser = browser_of(who)

    def shows(address, **data):
        return "Atlantis" in browser.get(address, data).content.decode()

    assert shows(meeting.get_absolute_url()) == seen
    assert shows(attendance_of(meeting, "html")) == seen
    assert shows(attendance_of(meeting, "json")) == seen
    assert shows(gathering.get_absolute_url()) == seen
    assert (
        shows(reverse("meetings:gathering-attendance", args=[gathering.slug, "json"]))
        == seen
    )
    assert shows(reverse("meetings:body-matrix", args=[body.slug])) == seen
    assert shows(reverse("meetings:body-attendance", args=[body.slug, "json"])) == seen
    assert browser.get(party.get_absolute_url()).context["present"] == seen
    assert (
        "quiet guests" in browser.get(meeting.get_absolute_url()).content.decode()
    ) == seen


def test_a_hidden_attendance_is_neither_counted_nor_found(delegate, staff):
    meeting = MeetingFactory(attendance_visibility="secretariat", list_status="partial")
    party = AttendanceFactory(meeting=meeting).party
    address = reverse("meetings:meeting-list")

    for asked in ({"attended_by": party.slug}, {"list_status": "partial"}):
        assert listed(delegate.get(address, asked)) == []
        assert listed(staff.get(address, asked)) == [meeting.title]
    (row,) = delegate.get(address).context["meetings"]
    assert (row.delegations, row.attendance_open) == (None, False)
    assert "withheld" in delegate.get(address).content.decode()


def test_hidden_content_is_neither_shown_nor_found(delegate, staff):
    meeting = MeetingFactory(content_visibility="secretariat", summary="Told in secret")
    SessionFactory(meeting=meeting, title="Whispers of session")
    OutcomeFactory(meeting=meeting, text="the whispered outcome")
    DocumentFactory(meeting=meeting, title="Whisper paper", visibility="public")
    words = ["Told in secret", "Whispers", "whispered", "Whisper paper"]
    address = reverse("meetings:meeting-list")

    for browser, seen in ((delegate, False), (staff, True)):
        page = browser.get(meeting.get_absolute_url()).content.decode()
        assert [word in page for word in words] == [seen] * 4
        assert len(listed(browser.get(address, {"q": "whispers"}))) == seen


def test_a_document_may_be_closer_kept_than_its_meeting(delegate, staff):
    paper = DocumentFactory(title="Closed paper", visibility="secretariat")
    address = paper.meeting.get_absolute_url()

    assert "Closed paper" not in delegate.get(address).content.decode()
    assert "Closed paper" in staff.get(address).content.decode()


def test_a_gathering_tells_only_of_its_visible_meetings(delegate, staff):
    gathering = GatheringFactory()
    MeetingFactory(gathering=gathering, starts_on=date(2024, 11, 19))
    MeetingFactory(
        gathering=gathering, starts_on=date(2024, 11, 25), visibility="secretariat"
    )
    hidden = MeetingFactory(gathering=GatheringFactory(), visibility="secretariat")
    address = reverse("meetings:gathering-list")

    (row,) = delegate.get(address).context["gatherings"]

    assert (row.meeting_count, row.ends_on) == (1, date(2024, 11, 19))
    assert len(staff.get(address).context["gatherings"]) == 2
    assert delegate.get(hidden.gathering.get_absolute_url()).status_code == 404


class TestStatements:
    @pytest.fixture
    def draft(self, body):
        return StatementFactory(
            title="Not yet said", meetings=[MeetingFactory(bodies=[body])]
        )

    @pytest.fixture
    def published(self, body):
        return StatementFactory(
            title="Said aloud",
            meetings=[MeetingFactory(bodies=[body], title="Covered meeting")],
            state="published",
            published_on=date(2024, 12, 1),
        )

    def addresses(self, statement):
        return [statement.get_absolute_url()] + [
            reverse("meetings:statement-document", args=[statement.slug, suffix])
            for suffix in ("html", "json")
        ]

    @pytest.mark.parametrize("who", ["anonymous", *SIGNED_IN])
    def test_a_published_one_is_open_to_everybody(self, browser_of, published, who):
        for address in self.addresses(published):
            assert browser_of(who).get(address).status_code == 200

    def test_its_page_does_not_tell_the_public_of_meetings_they_may_not_see(
        self, anonymous, delegate, published
    ):
        address = published.get_absolute_url()

        assert anonymous.get(address).context["statement"].covered == []
        assert len(delegate.get(address).context["statement"].covered) == 1

    @pytest.mark.parametrize("who", SIGNED_IN)
    def test_a_draft_is_for_the_secretariat_and_its_cochairs(
        self, browser_of, draft, who
    ):
        browser, seen = browser_of(who), who in INSIDERS
        meeting = draft.meetings.get()

        for address in self.addresses(draft):
            assert browser.get(address).status_code == (200 if seen else 404)
        for address in (
            reverse("meetings:statement-list"),
            reverse("meetings:home"),
            meeting.get_absolute_url(),
        ):
            page = browser.get(address).content.decode()
            assert ("Not yet said" in page) == seen

    def test_a_draft_and_no_statement_look_the_same_without_an_account(
        self, anonymous, draft
    ):
        missing = [
            "/statements/none/",
            "/statements/none.html",
            "/statements/none.json",
        ]
        for address in self.addresses(draft) + missing:
            answer = anonymous.get(address)
            assert answer.status_code == 302
            assert answer.url == f"/accounts/login/?next={address}"

    def test_the_list_of_statements_needs_an_account(self, anonymous):
        assert anonymous.get(reverse("meetings:statement-list")).status_code == 302

    def test_a_draft_says_that_it_is_one(self, staff, draft, published):
        told = [
            "DRAFT" in staff.get(address).content.decode()
            for statement in (draft, published)
            for address in self.addresses(statement)[:2]
        ]

        assert told == [True, True, False, False]


def test_only_staff_are_offered_the_admin(delegate, cochair, staff):
    meeting = MeetingFactory()
    link = reverse("admin:meetings_meeting_change", args=[meeting.pk])

    offers = [
        link in browser.get(meeting.get_absolute_url()).content.decode()
        for browser in (delegate, cochair, staff)
    ]

    assert offers == [False, False, True]


def test_json_of_a_meeting_names_what_scripts_count_on(delegate, body):
    row = AttendanceFactory(
        meeting=MeetingFactory(bodies=[body]), level="senior official"
    )

    record = json.loads(delegate.get(attendance_of(row.meeting, "json")).content)

    (told,) = record["attendance"]
    assert {key: told[key] for key in ("party", "capacity", "present", "level")} == {
        "party": row.party.name,
        "capacity": "other",
        "present": True,
        "level": "senior official",
    }

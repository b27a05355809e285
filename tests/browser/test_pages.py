"""Every kind of page in a browser: readable to all, on a phone and a laptop."""

from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.factories import (
    ActionItemFactory,
    ActivityFactory,
    ActivityFigureFactory,
    AttendanceFactory,
    BodyFactory,
    ChairTermFactory,
    ContributionFactory,
    DelegateFactory,
    DocumentFactory,
    GatheringFactory,
    MeetingFactory,
    MembershipFactory,
    OutcomeFactory,
    PartyFactory,
    PlanVersionFactory,
    PriorityAreaFactory,
    ProgressUpdateFactory,
    PublicationFactory,
    SessionFactory,
    StatedFigureFactory,
    StatementFactory,
    StrategyFactory,
    UserFactory,
    WorkPlanFactory,
)

SIZES = {"phone": (390, 844), "laptop": (1280, 800)}
LONG = "Democratic and Federal Republic with a Name of Many Letters, " * 2


@pytest.fixture
def record(transactional_db):
    """One of everything, some of it awkward."""
    body = BodyFactory(abbreviation="WG-TIP", slug="wg-tip", mandate="To meet.")
    office = BodyFactory(abbreviation="RSO", parent=body)
    gathering = GatheringFactory(slug="week", host=PartyFactory(name=LONG, slug="long"))
    meeting = MeetingFactory(
        slug="full",
        bodies=[body],
        gathering=gathering,
        theme="Türkiye to Timor-Leste",
        unverified=True,
        sources="https://example.org/a-very-long-address/" + "x" * 120,
        starts_on=date(2025, 12, 30),
        ends_on=date(2026, 1, 2),
    )
    MeetingFactory(slug="bare", bodies=[body], gathering=gathering, list_status="none")
    MeetingFactory.create_batch(26, bodies=[body])
    chair = ChairTermFactory(body=body, since=date(2015, 1, 1))
    MembershipFactory(body=body, party=chair.party)
    for party in (chair.party, gathering.host, *PartyFactory.create_batch(20)):
        AttendanceFactory(meeting=meeting, party=party, level="senior official")
    DelegateFactory(
        attendance=AttendanceFactory(
            meeting=meeting, capacity_override="other", override_reason="As agreed"
        )
    )
    AttendanceFactory(meeting=meeting, presence="apologies")
    StatedFigureFactory(meeting=meeting, of="states", source="https://example.org/x")
    DocumentFactory(meeting=meeting)
    statement = StatementFactory(slug="said", meetings=[meeting])
    _plans(body, meeting, chair.party)
    ActivityFigureFactory(body=office, year=2024)
    ActivityFactory(body=office, unverified=True)
    PublicationFactory(body=office)
    return statement


def _plans(body, meeting, party):
    plan = WorkPlanFactory(
        slug="plan", body=body, strategy=StrategyFactory(slug="strategy", body=body)
    )
    version = PlanVersionFactory(plan=plan)
    item = ActionItemFactory(
        version=version, area=PriorityAreaFactory(version=version), leads=[party]
    )
    ProgressUpdateFactory(item=item, text="Under way")
    session = SessionFactory(meeting=meeting, summary="All spoke.", unverified=True)
    ContributionFactory(session=session, as_role="co_chair", as_body=body)
    item.sessions.add(session)
    OutcomeFactory(meeting=meeting, state="open").asked_of.add(party)


@pytest.fixture
def staff(record):
    return UserFactory(is_staff=True, party=None, first_name="Ratu", username="ratu")


PAGES = [
    "/",
    "/meetings/",
    "/meetings/?kind=nonsense&year_from=soon",
    "/meetings/?q=nothing+like+it",
    "/meetings/full/",
    "/meetings/bare/",
    "/outcomes/",
    "/outcomes/?q=nothing+like+it",
    "/search/",
    "/search/?q=a",
    "/search/?q=a&in=sessions",
    "/gatherings/",
    "/gatherings/week/",
    "/bodies/",
    "/bodies/wg-tip/",
    "/bodies/wg-tip/?on=nonsense",
    "/bodies/wg-tip/attendance/",
    "/parties/",
    "/parties/long/",
    "/statements/",
    "/statements/said/",
    "/activity/",
    "/plans/",
    "/plans/plan/",
    "/strategies/strategy/",
    "/accounts/password_change/",
]


@pytest.mark.parametrize("size", SIZES)
def test_every_page_is_accessible_and_fits(
    page, sign_in, staff, assert_accessible, size
):
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    sign_in(staff)

    for address in PAGES:
        answer = page.goto(address)

        assert answer.status == 200, address
        assert_accessible(page)
        # Only a table's own frame may scroll sideways.
        assert page.evaluate("document.documentElement.scrollWidth") == width, address


def test_the_pages_are_accessible_in_the_dark(page, sign_in, staff, assert_accessible):
    page.emulate_media(color_scheme="dark")
    sign_in(staff)

    for address in ("/", "/meetings/full/", "/statements/said/", "/meetings/?kind=x"):
        page.goto(address)
        assert_accessible(page)


def test_the_keyboard_skips_to_the_content(page, sign_in, staff):
    sign_in(staff)
    page.goto("/meetings/")

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()
    page.keyboard.press("Tab")

    expect(page.get_by_role("link", name="Joint weeks")).to_be_focused()


def test_meetings_are_narrowed_with_the_keyboard_alone(page, sign_in, staff):
    MeetingFactory(title="Retreat on drones", slug="drones", kind="workshop")
    sign_in(staff)
    page.goto("/meetings/")

    page.get_by_label("Words").focus()
    page.keyboard.type("drones")
    for _ in range(4):  # body, both years, the fold
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Kind")).to_be_focused()
    page.keyboard.type("Work")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Show meetings").focus()
    page.keyboard.press("Enter")

    page.wait_for_url("**/meetings/?q=drones*kind=workshop*")
    expect(page.get_by_text("1 meeting", exact=True)).to_be_visible()
    page.get_by_role("link", name="Retreat on drones").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Retreat on drones")


def test_a_wide_table_scrolls_with_the_keyboard(page, sign_in, staff):
    page.set_viewport_size({"width": 390, "height": 844})
    sign_in(staff)
    page.goto(reverse("meetings:body-matrix", args=["wg-tip"]))
    frame = page.locator(".scroll")

    frame.focus()
    for _ in range(5):
        page.keyboard.press("ArrowRight")

    expect(frame).to_be_focused()
    page.wait_for_function("document.querySelector('.scroll').scrollLeft > 0")


def test_one_logs_out_from_any_page(page, sign_in, staff):
    sign_in(staff)
    page.goto("/parties/")

    page.get_by_role("button", name="Log out").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Log in")

"""A participant list imported and undone in a browser that runs no scripts."""

import pytest
from django.urls import reverse

from meetings.models import Attendance, PartyAlias
from tests.exchange.sheets import xlsx
from tests.factories import (
    BodyFactory,
    GatheringFactory,
    MeetingFactory,
    PartyFactory,
    UserFactory,
)

HEADINGS = ["Country", "Name", "Level", "Role", "Attendance", "No. of delegates"]


@pytest.fixture
def page(page, browser, live_server):
    """The page without scripts, for what must work without them."""
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    context.set_default_timeout(30_000)
    yield context.new_page()
    context.close()


@pytest.fixture
def week(transactional_db):
    week = GatheringFactory(title="Joint week")
    for number, name in enumerate(("WG-TIP", "DWG"), start=1):
        MeetingFactory(
            title=f"{number}st Annual Meeting of {name}",
            bodies=[BodyFactory(abbreviation=name)],
            gathering=week,
        )
    for name in ("Viet Nam", "Japan", "Fiji"):
        PartyFactory(name=name)
    return week


def week_of_lists() -> bytes:
    return xlsx(
        **{
            "WG-TIP": [
                ["List of participants"],
                HEADINGS,
                ["VIETNAM", "Ms LE Thi An", "Senior official", "HoD", "present", 2],
                [None, "Mr LE Van Binh", "Official", "Adviser", "present", None],
                ["Nippon", "", "Expert", "", "apologies", ""],
            ],
            "Day two": [
                HEADINGS,
                ["Fiji", "", "Expert", "", "x", -1],
                ["Japan", "", "", "", "x"],
            ],
        }
    )


def table_of_events() -> bytes:
    """One sheet with a column for each event, a mark that is none, a name nobody has."""
    return xlsx(
        [
            ["", "WG-TIP", "DWG", "A closing event"],
            ["VIETNAM", "Senior official", "x", ""],
            ["Nippon", "x", "", "x"],
            ["Fiji", "A", "", ""],
        ]
    )


def test_a_week_of_lists_from_file_to_undone(page, sign_in, week):
    sign_in(UserFactory(is_staff=True, is_superuser=True, party=None))
    page.goto(reverse("admin:meetings_gathering_change", args=[week.pk]))
    page.get_by_role("link", name="Import a participant list").click()
    page.get_by_label("Participant list").set_input_files(
        {"name": "week.xlsx", "mimeType": "", "buffer": week_of_lists()}
    )
    page.get_by_role("button", name="Read it and show a preview").click()
    assert page.get_by_text("Nothing is saved yet.").is_visible()
    assert page.get_by_role("button", name="Import").count() == 0

    page.get_by_label("Nippon", exact=True).select_option("Japan")
    page.get_by_label("Remember “Nippon”").check()
    page.get_by_label("Day two").select_option(index=3)
    page.get_by_role("button", name="Save the answers").click()
    page.get_by_label("Leave out the 1 row with errors").check()
    page.get_by_role("button", name="Import 4 rows").click()

    assert page.get_by_text("Imported by").is_visible()
    assert sorted(
        Attendance.objects.values_list("meeting__title", "party__name", "presence")
    ) == [
        ("1st Annual Meeting of WG-TIP", "Japan", "apologies"),
        ("1st Annual Meeting of WG-TIP", "Viet Nam", "present"),
        ("2st Annual Meeting of DWG", "Japan", "present"),
    ]
    assert PartyAlias.objects.get().name == "Nippon"

    page.get_by_role("button", name="Undo this import").click()
    assert page.get_by_text("Undone by").is_visible()
    assert (Attendance.objects.count(), PartyAlias.objects.count()) == (0, 0)


class TestWithScripts:
    @pytest.fixture
    def page(self, request, browser, live_server):
        context = browser.new_context(base_url=live_server.url)
        context.set_default_timeout(30_000)
        yield context.new_page()
        context.close()

    def press(self, page, name):
        """Press a button as somebody does who has no mouse."""
        page.get_by_role("button", name=name).focus()
        with page.expect_navigation():
            page.keyboard.press("Enter")

    def test_every_page_of_an_import_by_keyboard_and_accessible(
        self, page, sign_in, week, assert_accessible
    ):
        sign_in(UserFactory(is_staff=True, is_superuser=True, party=None))
        page.goto(f"{reverse('admin:meetings_import_add')}?gathering={week.pk}")
        assert_accessible(page)
        page.get_by_label("Participant list").set_input_files(
            {"name": "week.xlsx", "mimeType": "", "buffer": table_of_events()}
        )
        self.press(page, "Read it and show a preview")
        assert_accessible(page)
        page.set_viewport_size({"width": 390, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        page.emulate_media(color_scheme="dark")
        assert_accessible(page)

        for label in ("Nippon", "A closing event"):  # an arrow, or a letter of the name
            page.get_by_label(label, exact=True).focus()
            page.keyboard.type("Jap" if label == "Nippon" else "Leave")
        self.press(page, "Save the answers")
        page.get_by_label("Leave out the 1 row with errors").focus()
        page.keyboard.press("Space")
        self.press(page, "Import 3 rows")
        assert page.get_by_text("Imported by").is_visible()
        assert_accessible(page)

        Attendance.objects.filter(party__name="Japan").update(level="expert")
        self.press(page, "Undo this import")
        assert page.get_by_text("1 of the 3 records is no longer").is_visible()
        assert_accessible(page)
        self.press(page, "Undo all but this one")
        assert page.get_by_text("Left as they are: 1").is_visible()
        page.emulate_media(color_scheme="light")
        assert_accessible(page)
        assert [row.party.name for row in Attendance.objects.all()] == ["Japan"]

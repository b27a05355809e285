"""The December 2025 week entered from nothing, as the RSO would, to its statement."""

import sys

import pytest
from django.urls import reverse
from openpyxl import Workbook

from meetings.models import Attendance, Gathering, Meeting, Party, Statement
from tests.exchange.sheets import saved
from tests.factories import UserFactory

from .person import Person

pytestmark = pytest.mark.django_db(transaction=True)

SHEET = [
    ["BALI PROCESS – JOINT WEEK, MANILA"],
    ["Participants as of 5 December 2025 (draft, not for circulation)"],
    [],
    [
        "No.",
        "Country / Organisation ",
        "WG-TIP",
        "Joint",
        "TEG-RR",
        "E-mail",
        "Remarks",
    ],
    ["", "", "1 Dec", "Regional Event 2 Dec", "4–5 December", "", ""],
]
"""What stands above the marks: a title, a remark, headings on two lines."""
MARKS = ["x", "X ", "yes", "✓", "2", "Present", "3 pax", "SOM", "1", "official level"]
AS_WRITTEN = {
    "Viet Nam": "VIETNAM",
    "Philippines": "the Philippines\u00a0",
    "Lao People's Democratic Republic": "Lao PDR (Vientiane)",
    "United States of America": "U.S.A.",
    "Timor-Leste": "Timor Leste",
    "International Organization for Migration": "IOM – Regional Office",
    "United Nations Office on Drugs and Crime": "UNODC",
    "United Kingdom": "UK",
}
PASTED = """\
1. Australian National University
2. GI-TOC;  International Justice Mission
• Migrant Forum in Asia
Mixed Migration Centre
Pacific Immigration Development Community (PIDC)
Samoa Returnees Charitable Trust
Samoa Returnees Charitable Trust
ASEAN-ACT
Disruption Working Group
GABF, TFPP
The Bali Process RSO
Hotel reception
"""


def the_list(parties: list[str]) -> bytes:
    """Return the workbook of a secretariat: one sheet, a column for each event."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Participants"
    for row in SHEET:
        sheet.append(row)
    for number, name in enumerate(parties, start=1):
        written = AS_WRITTEN.get(name, f" {name.upper() if number % 5 == 0 else name} ")
        marks = [MARKS[(number + column) % len(MARKS)] for column in range(3)]
        sheet.append([number, written, *marks, f"delegation{number}@example.org", None])
    sheet.append([None, "TOTAL", *[len(parties)] * 3])
    sheet.merge_cells("A1:G1")
    sheet.merge_cells("B4:B5")
    hidden = book.create_sheet("lookups")
    hidden.sheet_state = "hidden"
    return saved(book)


MEETINGS = [
    {
        "title": "11th Annual Meeting of the Working Group on Trafficking in Persons",
        "kind": "Annual meeting",
        "days": ("2025-12-01", "2025-12-01"),
        "bodies": ["WG-TIP"],
    },
    {
        "title": "Joint Regional Event: Innovation and collaboration",
        "kind": "Regional event",
        "days": ("2025-12-02", "2025-12-02"),
        "bodies": ["WG-TIP", "TEG-RR"],
    },
    {
        "title": "Site visits in Manila",
        "kind": "Site visit",
        "days": ("2025-12-03", "2025-12-03"),
        "bodies": ["WG-TIP", "TEG-RR"],
    },
    {
        "title": "TEG-RR 8th Annual Meeting",
        "kind": "Annual meeting",
        "days": ("2025-12-04", "2025-12-05"),
        "bodies": ["TEG-RR"],
    },
]


def forget(week: Gathering) -> None:
    """Take the week out of the record, with all that was written of it."""
    Statement.objects.filter(meetings__gathering=week).delete()
    for meeting in week.meetings.all():
        meeting.progress_reports.all().delete()
    week.meetings.all().delete()
    week.delete()


def enter_meeting(person: Person, meeting: dict) -> None:
    person.type("Title:", meeting["title"])
    person.choose("#id_kind", meeting["kind"])
    for name, day in zip(("starts_on", "ends_on"), meeting["days"], strict=True):
        person.type_into(f"#id_{name}", day)
    person.type_into("#id_city", "Manila")
    person.search("country", "Philippines")
    person.search("gathering", "Joint week")
    for number, body in enumerate(meeting["bodies"]):
        person.open("Add another Body")
        person.search(f"convenings-{number}-body", body)


def enter_events(person: Person) -> Gathering:
    person.page.goto(reverse("admin:meetings_gathering_add"))
    person.type("Title:", "Joint week in Manila, December 2025")
    person.search("host", "Philippines")
    person.press("Save and continue editing")
    person.page.goto(reverse("admin:meetings_meeting_add"))
    for meeting in MEETINGS[:-1]:
        enter_meeting(person, meeting)
        person.press("Save and add another")
    enter_meeting(person, MEETINGS[-1])
    person.press("Save")
    week = Gathering.objects.get(title="Joint week in Manila, December 2025")
    assert week.meetings.count() == 4
    return week


def import_list(person: Person, week: Gathering, parties: list[str]) -> None:
    """Read in the list of the secretariat, which has a name to ask about."""
    person.page.goto(reverse("admin:meetings_gathering_change", args=[week.pk]))
    person.follow("Import a participant list")
    person.hand_in("Participant list", "list.xlsx", the_list(parties))
    person.press("Read it and show a preview")
    person.choose("#id_name-0", "International Organization for Migration")
    person.tick("Remember “IOM – Regional Office”")
    person.press("Save the answers and look again")
    assert person.page.get_by_text("A total: counted anew").is_visible()
    person.press(f"Import {3 * len(parties)} rows")


def paste_guests(person: Person) -> None:
    """Paste the guests of an e-mail into the grid: one name is unsure, one is nobody."""
    person.follow("Go on in the attendance grid")
    person.open("Paste a list of names")
    person.paste("Names, one a line", PASTED)
    person.tick("3 Dec Site visits in Manila", on=False)
    person.press("Mark the names")
    said = person.page.get_by_text(
        "11 parties recognised, 33 marks set; 2 to ask about"
    )
    assert said.is_visible()
    person.choose("#answer-0", "Regional Support Office of the Bali Process")
    person.choose("#answer-1", "Leave it out")


def finish_grid(person: Person, week: Gathering) -> None:
    """Mark the site visit by keyboard, and two parties that came as civil society."""
    keys = dict(Party.objects.values_list("name", "pk"))
    visits = week.meetings.get(kind=Meeting.Kind.SITE_VISIT)
    person.hit(f"#cell-{keys['Philippines']}-{visits.pk}", "p")
    for name in (
        "Australian National University",
        "Pacific Immigration Development Community",
    ):
        row = person.page.locator("tr", has=person.page.locator(f"#level-{keys[name]}"))
        person.open_in(row)
        person.choose(f"#capacity-{keys[name]}", "Civil society")
        person.type_into(f"#reason-{keys[name]}", "Came as civil society.")
    person.press("Save the attendance")
    person.page.get_by_text("Attendance saved: 37 added").wait_for()


def compose(person: Person) -> str:
    """Compose the statement, and return what its page says."""
    person.page.goto(reverse("meetings:statement-new"))
    person.type("Title", "Joint week of December 2025")
    for meeting in MEETINGS:
        person.tick(meeting["title"])
    person.press("Compose it")
    return person.page.locator("main").inner_text()


def test_the_december_2025_week_from_nothing(page, sign_in, records, record_property):
    sign_in(UserFactory(is_staff=True, is_superuser=True, party=None))
    old = Gathering.objects.get(meetings__slug="wgtip-11")
    rows = Attendance.objects.filter(meeting__slug="wgtip-11")
    kinds = ["state", "international_organisation"]
    listed = rows.filter(party__kind__in=kinds).order_by("party__sort_key")
    parties = list(listed.values_list("party__name", flat=True))
    forget(old)

    person = Person(page)
    week = enter_events(person)
    import_list(person, week, parties)
    paste_guests(person)
    finish_grid(person, week)
    told = compose(person)

    for words in (
        "17 WG-TIP and TEG-RR members",
        "12 additional Bali Process members as observers",
        "3 Bali Process observers",
        "7 civil society organisations",
    ):
        assert words in told
    record_property("a person needs", person.report)
    sys.stdout.write(f"\nThe week of December 2025: {person.report}\n")
    assert person.steps == 75  # README.md says so

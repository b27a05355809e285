"""The shipped records: complete, and telling what the statements of 2024 and 2025 tell."""

from django.apps import apps
from django.core.management import call_command

from meetings import gather, reports
from meetings.facts import Capacity, Level, MeetingFacts
from meetings.models import (
    Activity,
    ActivityFigure,
    Attendance,
    Body,
    Meeting,
    Party,
    Person,
    Statement,
)
from workplans.models import PlanVersion, Strategy

WEEK_2024 = ["wgtip-10d", "wgtip-10", "wgtip-10r"]
WEEK_2025 = ["wgtip-11", "wgtip-11r", "manila-site-2025"]

MEMBERS_OF_BOTH = [
    "Australia",
    "Bangladesh",
    "India",
    "Indonesia",
    "Malaysia",
    "Maldives",
    "New Zealand",
    "Philippines",
    "Sri Lanka",
    "Thailand",
    "United States of America",
    "Viet Nam",
    "International Labour Organization",
    "International Organization for Migration",
    "United Nations High Commissioner for Refugees",
    "United Nations Office on Drugs and Crime",
]


def meetings(*slugs: str) -> tuple[MeetingFacts, ...]:
    return gather.meetings_facts(Meeting.objects.filter(slug__in=slugs), None)


def names(slugs: list[str], capacity: Capacity) -> list[str]:
    """Who attended any of the meetings in that capacity, by name."""
    for group in reports.groups(reports.union(meetings(*slugs))):
        if group.capacity == capacity:
            return [row.party.name for row in group.rows]
    return []


def chairs(slug: str, body: str) -> set[tuple[str, str, str]]:
    (meeting,) = meetings(slug)
    return {
        (chair.party.name, chair.person.name, chair.person.title)
        for chair in meeting.chairs
        if chair.body == body and chair.person
    }


def test_everything_is_there(records):
    assert {
        model.__name__: model.objects.count()
        for model in (Party, Body, Person, Meeting, Attendance, Statement)
    } == {
        "Party": 112,
        "Body": 16,
        "Person": 50,
        "Meeting": 121,
        "Attendance": 1213,
        "Statement": 2,
    }
    assert PlanVersion.objects.count() + Strategy.objects.count() == 16


def test_a_second_load_changes_nothing_not_even_history(db):
    call_command("load_records", verbosity=0)
    tables = [
        table
        for app in ("meetings", "workplans")
        for table in apps.get_app_config(app).get_models(include_auto_created=True)
    ]
    before = [table._base_manager.count() for table in tables]

    call_command("load_records", verbosity=0)

    assert [table._base_manager.count() for table in tables] == before


def test_members_of_november_2024(records):
    assert (
        names(WEEK_2024, Capacity.MEMBER)
        == sorted(
            [*MEMBERS_OF_BOTH[:12], "United Arab Emirates"],
            key=lambda name: name.lower(),
        )
        + MEMBERS_OF_BOTH[12:]
    )
    assert len(names(WEEK_2024, Capacity.MEMBER)) == 17


def test_additional_members_of_november_2024(records):
    assert names(WEEK_2024, Capacity.BALI_PROCESS_MEMBER) == [
        "Cambodia",
        "Fiji",
        "Kiribati",
        "Lao People's Democratic Republic",
        "Papua New Guinea",
        "Samoa",
        "Solomon Islands",
        "Timor-Leste",
        "Vanuatu",
    ]


def test_other_groups_of_november_2024(records):
    groups = {
        group.capacity: [row.party.name for row in group.rows]
        for group in reports.groups(reports.union(meetings(*WEEK_2024)))
        if not group.states
    }

    assert groups == {
        Capacity.CIVIL_SOCIETY: [
            "A21",
            "Global Initiative Against Transnational Organized Crime",
            "International Justice Mission",
            "STOP THE TRAFFIK",
            "Walk Free",
        ],
        Capacity.PRIVATE_SECTOR: ["Meta"],
        Capacity.WORKSTREAM: [
            "Working Group on Disruption of Criminal Networks Involved in People "
            "Smuggling and Trafficking in Persons",
            "Government and Business Forum",
            "Regional Support Office of the Bali Process",
            "Task Force on Planning and Preparedness",
            "Technical Experts Group on Returns and Reintegration",
        ],
        Capacity.OTHER: ["ASEAN-Australia Counter Trafficking"],
    }


def test_senior_officials_of_november_2024(records):
    rows = reports.union(meetings(*WEEK_2024))

    assert [party.name for party in reports.at_level(rows, Level.SENIOR_OFFICIAL)] == [
        "Australia",
        "Bangladesh",
        "Cambodia",
        "Indonesia",
        "Maldives",
        "Sri Lanka",
    ]


def test_interview_figures_follow_from_the_list(records):
    (dialogue,) = meetings("wgtip-10d")
    totals = reports.totals(dialogue.attendance)

    assert (totals.states, totals.un_agencies) == (22, 4)


def test_members_of_december_2025(records):
    assert (
        names(WEEK_2025, Capacity.MEMBER)
        == sorted([*MEMBERS_OF_BOTH[:12], "Pakistan"], key=lambda name: name.lower())
        + MEMBERS_OF_BOTH[12:]
    )
    assert len(names(WEEK_2025, Capacity.MEMBER)) == 17


def test_additional_members_of_december_2025(records):
    assert names(WEEK_2025, Capacity.BALI_PROCESS_MEMBER) == [
        "Cambodia",
        "China",
        "Fiji",
        "Iraq",
        "Japan",
        "Lao People's Democratic Republic",
        "Palau",
        "Papua New Guinea",
        "Samoa",
        "Solomon Islands",
        "Timor-Leste",
        "Vanuatu",
    ]


def test_observers_and_civil_society_of_december_2025(records):
    assert names(WEEK_2025, Capacity.BALI_PROCESS_OBSERVER) == [
        "United Kingdom",
        "Intergovernmental Consultations on Migration, Asylum and Refugees",
        "International Centre for Migration Policy Development",
    ]
    assert names(WEEK_2025, Capacity.CIVIL_SOCIETY) == [
        "Australian National University",
        "Global Initiative Against Transnational Organized Crime",
        "International Justice Mission",
        "Migrant Forum in Asia",
        "Mixed Migration Centre",
        "Pacific Immigration Development Community",
        "Samoa Returnees Charitable Trust",
    ]


def test_ilo_observed_until_2022_and_is_a_member_from_2024(records):
    capacities = {
        meeting.slug: row.capacity
        for meeting in meetings("wgtip-07", "wgtip-08", "wgtip-10", "wgtip-11")
        for row in meeting.attendance
        if row.party.abbreviation == "ILO"
    }

    assert capacities == {
        "wgtip-07": Capacity.BALI_PROCESS_MEMBER,
        "wgtip-08": Capacity.BALI_PROCESS_MEMBER,
        "wgtip-10": Capacity.MEMBER,
        "wgtip-11": Capacity.MEMBER,
    }


def test_co_chairs_have_the_titles_of_the_day(records):
    assert chairs("wgtip-10", "WG-TIP") == {
        (
            "Indonesia",
            "Caka Alverdi Awal",
            "Director for International Security and Disarmament",
        ),
        ("Australia", "Kathryn Haigh", "First Assistant Secretary"),
    }
    assert chairs("wgtip-11", "WG-TIP") == {
        (
            "Indonesia",
            "Caka Alverdi Awal",
            "Director for International Peace and Security",
        ),
        ("Australia", "Kathryn Haigh", "First Assistant Secretary"),
    }
    assert {name for _, name, _ in chairs("wgtip-10r", "TFPP")} == {
        "Caka Alverdi Awal",
        "Anita Lewan",
    }


def test_few_capacities_are_set_by_hand(records):
    overridden = Attendance.objects.exclude(capacity_override="").count()

    assert overridden / Attendance.objects.count() < 0.05


def test_what_is_confidential_is_for_the_secretariat(records):
    meeting = Meeting.objects.get(slug="cm-2017")

    assert (meeting.visibility, meeting.content_visibility) == (
        "delegates",
        "secretariat",
    )


def test_the_office_in_2023(records):
    figures = ActivityFigure.objects.filter(year=2023, qualifier="")

    assert dict(figures.values_list("label", "value")) == {
        "multi-stakeholder dialogues": 17,
        "trainings": 7,
        "practitioners trained": 348,
        "Member States of the practitioners trained": 14,
        "publications": 12,
        "Bali Process meetings contributed to": 8,
        "external events": 21,
    }
    jeju = Activity.objects.get(meeting__slug="rso-jeju-2023")
    assert jeju.trainees.count() == 13


def test_figures_are_of_the_activity_of_their_own_year(records):
    figures = ActivityFigure.objects.exclude(activity=None)

    assert figures.exists()
    assert all(figure.activity.year == figure.year for figure in figures)

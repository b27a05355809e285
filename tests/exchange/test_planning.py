"""Rows against the record: parties, people and meetings found, doubts told."""

from datetime import date

import msgspec
import pytest

from meetings.exchange.outcomes import Plan
from meetings.exchange.planning import plan_of
from meetings.exchange.targets import Meetings
from meetings.models import Import
from tests.factories import (
    AppointmentFactory,
    AttendanceFactory,
    BodyFactory,
    DelegateFactory,
    GatheringFactory,
    MeetingFactory,
    PartyAliasFactory,
    PartyFactory,
    PersonFactory,
    UserFactory,
)

from .sheets import lists, text, xlsx

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return MeetingFactory(title="WG-TIP Annual Meeting")


def import_of(content: bytes, name="list.xlsx", **target) -> Import:
    made = Import(file_name=name, sha256="0" * 64, user=UserFactory(), **target)
    found = lists(content, name, Meetings(made).may_be_named)
    made.lists = msgspec.to_builtins(found)
    made.save()
    return made


def planned(*rows, **target) -> Plan:
    return plan_of(import_of(text(rows), "list.csv", **target))


def told(plan: Plan) -> list[tuple[str, list[str]]]:
    return [
        (outcome.status.value, [note.words for note in outcome.notes])
        for outcome in plan.outcomes
    ]


@pytest.mark.parametrize(
    "said",
    [
        "Viet Nam",
        "VIET NAM",
        "Vietnam",
        "vietnam ",
        "Viet-Nam",
        "SRV",
        "the Socialist Republic of Viet Nam",
        "VNM",
        "Viêt Nam",
    ],
)
def test_a_party_is_known_by_all_its_names(meeting, said):
    party = PartyFactory(
        name="Viet Nam",
        abbreviation="SRV",
        formal_name="Socialist Republic of Viet Nam",
    )
    PartyAliasFactory(party=party, name="VNM")

    plan = planned(["Country"], [said], meeting=meeting)

    assert told(plan) == [("new", [])]
    assert [write.party for write in plan.writes.attendances.values()] == [party]


@pytest.mark.parametrize(
    "said",
    [
        "UNODC (United Nations Office on Drugs and Crime)",
        "United Nations Office on Drugs and Crime (UNODC)",
        "UNODC (Observer)*",
        "3. UNODC",
    ],
)
def test_a_name_with_a_remark_is_read_and_said(meeting, said):
    PartyFactory(
        name="United Nations Office on Drugs and Crime",
        abbreviation="UNODC",
        kind="international_organisation",
    )

    plan = planned(["Organisation"], [said], meeting=meeting)

    assert told(plan) == [
        ("new", [f"“{said}” is read as United Nations Office on Drugs and Crime."])
    ]


def test_a_name_of_two_parties_is_asked_about(meeting):
    south, north = PartyFactory(name="South K"), PartyFactory(name="North K")
    PartyAliasFactory(party=south, name="Korea")
    PartyAliasFactory(party=north, name="KOREA.")

    plan = planned(["Country"], ["korea"], meeting=meeting)

    assert plan.outcomes[0].status == "question"
    assert set(plan.unknown[0].perhaps) == {south, north}
    assert not plan.is_ready


@pytest.mark.parametrize(
    ("said", "perhaps"),
    [
        ("Phillipines", ["Philippines"]),
        ("Government of the Philippines", ["Philippines"]),
        ("Embassy of Japan", ["Japan"]),
        ("Atlantis", []),
        ("?", []),
    ],
)
def test_an_unknown_name_comes_with_what_it_may_mean(meeting, said, perhaps):
    PartyFactory(name="Philippines", running_name="the Philippines")
    PartyFactory(name="Japan")

    plan = planned(["Country"], [said], meeting=meeting)

    assert [party.name for party in plan.unknown[0].perhaps] == perhaps
    assert plan.writes.attendances == {}


def test_an_organisation_beside_a_country_says_who_sent_them(meeting):
    PartyFactory(name="Thailand")
    PartyFactory(name="IOM", kind="international_organisation")

    plan = planned(
        ["Country", "Organisation"],
        ["Thailand", "Ministry of Justice"],
        ["Thailand", "IOM"],
        ["", "IOM"],
        meeting=meeting,
    )

    assert [outcome.party for outcome in plan.outcomes] == ["Thailand", "IOM", "IOM"]
    assert told(plan)[1][1] == ["“Thailand” and “IOM” are both named: read as IOM."]


def test_changes_show_old_and_new_and_empty_cells_change_nothing(meeting):
    AttendanceFactory(
        meeting=meeting,
        party=PartyFactory(name="Fiji"),
        level="official",
        mode="online",
        delegation_size=2,
        note="by letter",
    )

    plan = planned(
        ["Country", "Attendance", "Level", "Mode", "No. of delegates", "Note"],
        ["Fiji", "Apologies", "Expert", "", "2", ""],
        meeting=meeting,
    )

    assert [(c.what, c.old, c.new) for c in plan.outcomes[0].changes] == [
        ("Attendance", "Present", "Apologies"),
        ("Level", "Official", "Expert"),
    ]


def test_a_party_listed_twice_alike_is_taken_once(meeting):
    PartyFactory(name="Fiji")

    plan = planned(["Country"], ["Fiji"], ["FIJI"], meeting=meeting)

    assert told(plan) == [
        ("new", []),
        ("unchanged", ["Listed twice, in row 2 as well."]),
    ]
    assert plan.warnings == 1


def test_a_party_listed_twice_differently_is_an_error(meeting):
    PartyFactory(name="Fiji")

    plan = planned(
        ["Country", "Level"], ["Fiji", "Expert"], ["Fiji", "Minister"], meeting=meeting
    )

    words = "The rows of this party (2, 3) differ in the level."
    assert told(plan) == [("error", [words]), ("error", [words])]
    assert plan.writes.attendances == {}


def test_the_level_of_a_delegation_is_that_of_its_head(meeting):
    PartyFactory(name="Fiji")

    plan = planned(
        ["Country", "Name", "Level", "Role"],
        ["Fiji", "Ana One", "Expert", "Adviser"],
        ["Fiji", "Ben Two", "Official", "HoD"],
        meeting=meeting,
    )

    (write,) = plan.writes.attendances.values()
    assert write.values == {"presence": "present", "level": "official"}
    assert told(plan)[0][1] == [
        "The delegation’s rows differ in the level: Official, that of its head, is taken."
    ]


def test_the_number_of_delegates_is_never_counted(meeting):
    PartyFactory(name="Fiji")

    plan = planned(
        ["Country", "Name"], ["Fiji", "Ana One"], ["Fiji", "Ben Two"], meeting=meeting
    )

    (write,) = plan.writes.attendances.values()
    assert "delegation_size" not in write.values


def test_absent_records_nothing_and_removes_nothing(meeting):
    AttendanceFactory(meeting=meeting, party=PartyFactory(name="Fiji"))
    PartyFactory(name="Nepal")

    plan = planned(
        ["Country", "Attendance"],
        ["Fiji", "absent"],
        ["Nepal", "absent"],
        meeting=meeting,
    )

    assert [outcome.status.value for outcome in plan.outcomes] == [
        "unchanged",
        "skipped",
    ]
    assert plan.outcomes[0].is_warned
    assert not plan.is_ready


def test_a_capacity_needs_a_reason(meeting):
    PartyFactory(name="Fiji")

    plan = planned(
        ["Country", "Attends as"], ["Fiji", "Bali Process observer"], meeting=meeting
    )

    assert plan.outcomes[0].status == "error"


def test_people_are_known_by_name_alias_and_order_of_words(meeting):
    fiji = PartyFactory(name="Fiji")
    attendance = AttendanceFactory(meeting=meeting, party=fiji)
    ana = PersonFactory(party=fiji, name="Ana Vakatawa")
    ben = PersonFactory(party=fiji, name="Ben Naulu")
    ben.aliases.create(name="B. Naulu")
    DelegateFactory(attendance=attendance, person=ana)

    plan = planned(
        ["Country", "Name", "Role"],
        ["Fiji", "Ms VAKATAWA Ana", ""],
        ["Fiji", "b naulu", "HoD"],
        ["Fiji", "Cee New", ""],
        meeting=meeting,
    )

    assert told(plan) == [
        ("unchanged", ["Read as Ana Vakatawa, who is on record."]),
        ("new", ["Read as Ben Naulu, who is on record."]),
        ("new", []),
    ]
    assert [person.name for person in plan.writes.people.values()] == ["Cee New"]


def test_a_person_of_another_party_is_somebody_else(meeting):
    PartyFactory(name="Fiji")
    PersonFactory(party=PartyFactory(name="Tonga"), name="Ana Vaka")

    plan = planned(["Country", "Name"], ["Fiji", "Ana Vaka"], meeting=meeting)

    assert told(plan) == [("new", ["Somebody of that name is on record for Tonga."])]


def test_a_person_on_record_with_the_honorific_is_found(meeting):
    fiji = PartyFactory(name="Fiji")
    PersonFactory(party=fiji, name="Tan Sri Ahmad")

    plan = planned(["Country", "Name"], ["Fiji", "Tan Sri Ahmad"], meeting=meeting)

    assert plan.writes.people == {}


def test_a_person_named_twice_is_taken_once(meeting):
    PartyFactory(name="Fiji")

    plan = planned(
        ["Country", "Name"], ["Fiji", "Ana Vaka"], ["Fiji", "VAKA Ana"], meeting=meeting
    )

    assert told(plan)[1] == (
        "unchanged",
        ["Named twice, in row 2 as well: taken once."],
    )
    assert len(plan.writes.delegates) == 1


def test_one_new_person_at_two_meetings_is_made_once():
    PartyFactory(name="Fiji")
    week = GatheringFactory()
    for title in ("First Event", "Second Event"):
        MeetingFactory(title=title, gathering=week)
    rows = [["Country", "Name"], ["Fiji", "Ana Vaka"]]

    plan = plan_of(
        import_of(xlsx(**{"First Event": rows, "Second Event": rows}), gathering=week)
    )

    assert len(plan.writes.people) == 1
    assert len(plan.writes.delegates) == 2


def test_titles_are_compared_and_never_changed(meeting):
    fiji = PartyFactory(name="Fiji")
    ana = PersonFactory(party=fiji, name="Ana Vaka")
    AppointmentFactory(person=ana, title="Director", ministry="Ministry of Justice")

    plan = planned(
        ["Country", "Name", "Position"],
        ["Fiji", "Ana Vaka", "director"],
        ["Fiji", "Ben New", "Chief"],
        meeting=meeting,
    )
    other = planned(
        ["Country", "Name", "Position"], ["Fiji", "Ana Vaka", "Chief"], meeting=meeting
    )

    assert told(plan)[0] == ("new", [])
    assert [person.notes for person in plan.writes.people.values()] == [
        "Title in the list: Chief"
    ]
    assert (
        "the record has “Director, Ministry of Justice” on the day"
        in told(other)[0][1][0]
    )


def test_parties_on_record_that_the_file_lacks_are_told(meeting):
    PartyFactory(name="Fiji")
    AttendanceFactory(meeting=meeting, party=PartyFactory(name="Nepal"))

    plan = planned(["Country"], ["Fiji"], meeting=meeting)

    assert [(each.meeting, each.parties) for each in plan.missing] == [
        (meeting, ("Nepal",))
    ]


class TestWhichMeeting:
    @pytest.fixture(autouse=True)
    def week(self):
        PartyFactory(name="Fiji")
        self.week = GatheringFactory()
        tip, disruption = (
            BodyFactory(abbreviation="WG-TIP"),
            BodyFactory(abbreviation="DWG"),
        )
        self.tip = MeetingFactory(
            title="11th WG-TIP Annual Meeting",
            gathering=self.week,
            starts_on=date(2025, 12, 1),
            bodies=[tip],
        )
        self.joint = MeetingFactory(
            title="Joint Regional Event",
            gathering=self.week,
            starts_on=date(2025, 12, 2),
            bodies=[tip, disruption],
        )

    def targets(self, *heading, **sheets):
        rows = [*[[each] for each in heading], ["Country", "Level"], ["Fiji", "Expert"]]
        content = xlsx(**sheets) if sheets else xlsx(**{self.title: rows})
        plan = plan_of(import_of(content, gathering=self.week))
        return [sheet.target for sheet in plan.sheets]

    @pytest.mark.parametrize(
        ("title", "heading", "found"),
        [
            ("11th WG-TIP Annual Meeting", [], "tip"),
            ("Sheet1", ["Participants: Joint Regional Event (2 Dec)"], "joint"),
            ("WG-TIP", [], "tip"),
            ("DWG", [], "joint"),
            ("WG-TIP DWG", [], "joint"),
            ("2 Dec 2025", [], "joint"),
            ("Day 1", ["Manila, 1 December 2025"], "tip"),
            ("Tuesday", [], "joint"),
            ("Day 2", [], "joint"),
            ("2 Dec", ["Bali Process"], "joint"),
            ("Day 2", ["Manila, 1 December 2025"], None),
            ("WG-TIP", ["2 December 2025"], None),
            ("Joint Regional Event", ["1 December 2025"], None),
            ("Sheet1", [], None),
            ("TFPP", [], None),
        ],
    )
    def test_a_sheet_says_which_it_is_of(self, title, heading, found):
        self.title = title

        (target,) = self.targets(*heading)

        assert target.meeting == (getattr(self, found) if found else None)

    def test_nobody_knows_is_asked_and_the_answer_kept(self):
        rows = [["Country"], ["Fiji"]]
        target = import_of(xlsx(rows), gathering=self.week)

        asked = plan_of(target)
        target.answers = {"sheets": {"0": str(self.joint.pk)}}
        answered = plan_of(target)
        target.answers = {"sheets": {"0": "out"}}
        out = plan_of(target)

        assert (asked.outcomes[0].status, asked.sheets[0].asks) == ("question", True)
        assert answered.outcomes[0].meeting == "Joint Regional Event"
        assert out.outcomes[0].status == "skipped"

    @pytest.mark.parametrize("answer", ["999999", "x", "-1", "²"])
    def test_an_answer_from_nowhere_is_no_answer(self, answer):
        target = import_of(xlsx([["Country"], ["Fiji"]]), gathering=self.week)
        target.answers = {
            "sheets": {"0": answer},
            "names": {"fiji": {"party": answer, "remember": True}},
        }

        assert plan_of(target).outcomes[0].status == "question"

    def test_rows_may_name_their_meeting(self):
        rows = [
            ["Meeting", "Date", "Country"],
            ["Joint Regional Event", "2025-12-02", "Fiji"],
            [self.tip.slug, "", "Fiji"],
            ["Joint Regional Event", "2 December 2024", "Fiji"],
        ]

        plan = plan_of(import_of(xlsx(rows), gathering=self.week))

        assert [outcome.meeting for outcome in plan.outcomes] == [
            "Joint Regional Event",
            "11th WG-TIP Annual Meeting",
            "",
        ]
        assert plan.outcomes[2].notes[0].words == (
            "No one meeting is called “Joint Regional Event” on 2 December 2024. "
            "Choose above which meeting the list is of."
        )

    def test_a_list_of_another_day_is_doubted(self):
        rows = [["Manila, 1 December 2024"], ["Country", "Level"], ["Fiji", "Expert"]]

        plan = plan_of(import_of(xlsx(rows), meeting=self.tip))

        assert plan.sheets[0].target.doubt == (
            "The list says 1 December 2024, but 11th WG-TIP Annual Meeting began on "
            "1 December 2025."
        )

    def test_a_sheet_that_is_no_list_is_passed_over_beside_others(self):
        rows = [["Country", "Level"], ["Fiji", "Expert"]]
        content = xlsx(**{"WG-TIP": rows, "Rooms": [["101", "x"]]})

        plan = plan_of(import_of(content, gathering=self.week))
        alone = plan_of(import_of(xlsx(Rooms=[["101", "x"]]), gathering=self.week))

        assert [outcome.status.value for outcome in plan.outcomes] == ["new", "skipped"]
        assert plan.is_ready
        assert [outcome.status.value for outcome in alone.outcomes] == ["error"]

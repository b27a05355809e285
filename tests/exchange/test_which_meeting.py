"""For which meeting of a week each sheet of a file is read."""

from datetime import date

import pytest

from meetings.exchange.planning import plan_of
from tests.factories import (
    BodyFactory,
    GatheringFactory,
    MeetingFactory,
    PartyFactory,
)

from .plans import import_of
from .sheets import xlsx

pytestmark = pytest.mark.django_db


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

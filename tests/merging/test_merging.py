"""Two records that are one: all that points at them moves, or nothing does."""

from datetime import date

import pytest
from django.apps import apps
from django.db import IntegrityError
from simple_history.models import HistoricalChanges

from meetings.gather import statement_facts
from meetings.merging import NotMergedError, merge, preview
from meetings.merging.relations import naming, pointing
from meetings.models import (
    Attendance,
    Clearance,
    Edition,
    Membership,
    Party,
    PartyAlias,
    Person,
    Revision,
)
from meetings.workbench.standing import as_json
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept():
    return factories.PartyFactory(name="Viet Nam")


@pytest.fixture
def merged():
    return factories.PartyFactory(name="Vietnam")


def _merge(kept, merged, **choices):
    return merge(kept, merged, choices, preview(kept, merged, choices).fingerprint)


def _rows() -> dict:
    """Every row of every table, histories included."""
    return {
        model._meta.label: list(model._base_manager.order_by("pk").values())
        for app in ("meetings", "workplans")
        for model in apps.get_app_config(app).get_models(include_auto_created=True)
    }


def _pointed_at(party) -> list:
    """A row of each kind that points at a party, by every field that does."""
    gathering = factories.GatheringFactory(host=party)
    meeting = factories.MeetingFactory(gathering=gathering, country=party)
    person = factories.PersonFactory(party=party)
    session = factories.SessionFactory(meeting=meeting)
    outcome = factories.OutcomeFactory(meeting=meeting)
    outcome.asked_of.add(party)
    item = factories.ActionItemFactory(leads=[party], partners=[party])
    attendance = factories.AttendanceFactory(meeting=meeting, party=party)
    factories.DelegateFactory(attendance=attendance, person=person)
    factories.MembershipFactory(party=party)
    factories.ChairTermFactory(party=party, person=person)
    factories.ContributionFactory(session=session, party=party, person=person)
    factories.UserFactory(party=party, person=person)
    factories.PartyAliasFactory(party=party)
    factories.ProgressUpdateFactory(item=item, reported_by=party)
    factories.BodyFactory(party=party)
    activity = factories.ActivityFactory()
    activity.trainees.create(party=party)
    revision = factories.RevisionFactory()
    Clearance.objects.create(
        statement=revision.statement,
        revision=revision,
        seat=party,
        digest="0" * 64,
        cleared_by=revision.author,
    )
    return [meeting, outcome, item]


def _pointing_at(party) -> set[str]:
    """The fields by which anything but a history points at a party, by Django's word."""
    found = set()
    for model in apps.get_models(include_auto_created=True):
        if issubclass(model, HistoricalChanges):
            continue
        for field in model._meta.fields:
            if field.related_model is Party:
                rows = model._base_manager.filter(**{field.name: party.pk})
                if rows.exists():
                    found.add(f"{model._meta.label}.{field.name}")
    return found


def test_the_test_has_a_row_for_every_relation_there_is(merged):
    _pointed_at(merged)
    every = {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models(include_auto_created=True)
        if not issubclass(model, HistoricalChanges)
        for field in model._meta.fields
        if field.related_model is Party
    }

    assert _pointing_at(merged) == every
    assert len(list(pointing(Party))) + len(list(naming(Party))) == len(every)


def test_everything_moves_and_the_merged_record_goes(kept, merged):
    _pointed_at(merged)
    moved = _pointing_at(merged)
    found = _merge(kept, merged)

    assert found.ready
    assert _pointing_at(kept) == {*moved}
    assert _pointing_at(merged) == set()
    assert not Party.objects.filter(name="Vietnam").exists()


def test_the_old_name_is_an_alias_and_old_aliases_stay(kept, merged):
    merged.abbreviation = "VNM"
    merged.save()
    factories.PartyAliasFactory(party=merged, name="VIET NAM SR")
    found = _merge(kept, merged)

    assert found.aliases == ["Vietnam"]  # the abbreviation filled a gap instead
    assert {*kept.aliases.values_list("name", flat=True)} == {"Vietnam", "VIET NAM SR"}
    kept.refresh_from_db()
    assert kept.abbreviation == "VNM"


def test_the_history_of_both_is_kept_and_says_why(kept, merged):
    attendance = factories.AttendanceFactory(party=merged)
    old = merged.pk
    _merge(kept, merged)

    deleted = Party.history.filter(id=old).first()
    assert (deleted.history_type, deleted.name) == ("-", "Vietnam")
    assert deleted.history_change_reason == "Merged Vietnam into Viet Nam"
    new, before = attendance.history.all()
    assert (before.party_id, new.party_id) == (old, kept.pk)
    assert new.history_change_reason == "Merged Vietnam into Viet Nam"


def test_a_preview_saves_nothing(kept, merged):
    _pointed_at(merged)
    before = _rows()
    found = preview(kept, merged, {})

    assert found.moves
    assert _rows() == before


def test_what_names_both_names_the_kept_one_once(kept, merged):
    item = factories.ActionItemFactory(leads=[kept, merged])
    _merge(kept, merged)

    assert list(item.leads.all()) == [kept]


class TestBothOnOneList:
    @pytest.fixture
    def rows(self, kept, merged):
        meeting = factories.MeetingFactory()
        mine = factories.AttendanceFactory(meeting=meeting, party=kept, level="expert")
        theirs = factories.AttendanceFactory(
            meeting=meeting, party=merged, level="minister"
        )
        factories.DelegateFactory(attendance=mine)
        factories.DelegateFactory(attendance=theirs)
        return mine, theirs

    def test_is_asked_about_and_nothing_is_done_until_decided(self, kept, merged, rows):
        before = _rows()
        found = preview(kept, merged, {})

        assert not found.ready
        [difference] = found.open[0].differences
        assert (difference.kept, difference.merged) == ("Expert", "Minister")
        with pytest.raises(NotMergedError):
            merge(kept, merged, {}, found.fingerprint)
        assert _rows() == before

    @pytest.mark.parametrize(
        ("choice", "level"), [("kept", "expert"), ("merged", "minister")]
    )
    def test_the_chosen_row_stays_with_the_delegates_of_both(
        self, kept, merged, rows, choice, level
    ):
        key = f"meetings.attendance-{rows[1].pk}"
        _merge(kept, merged, **{key: choice})

        attendance = Attendance.objects.get()
        assert (attendance.party, attendance.level) == (kept, level)
        assert attendance.delegates.count() == 2

    def test_an_unknown_choice_is_none(self, kept, merged, rows):
        key = f"meetings.attendance-{rows[1].pk}"

        assert preview(kept, merged, {key: "both"}).open

    def test_one_choice_does_not_answer_for_another(self, kept, merged, rows):
        meeting = factories.MeetingFactory()
        factories.AttendanceFactory(meeting=meeting, party=kept)
        factories.AttendanceFactory(meeting=meeting, party=merged, mode="online")
        key = f"meetings.attendance-{rows[1].pk}"
        found = preview(kept, merged, {key: "merged"})

        assert [conflict.choice for conflict in found.conflicts] == ["merged", ""]
        assert found.refusals == []


def test_rows_alike_are_kept_once_without_asking(kept, merged):
    meeting = factories.MeetingFactory()
    for party in (kept, merged):
        factories.AttendanceFactory(meeting=meeting, party=party)
    found = _merge(kept, merged)

    assert len(found.dropped) == 1
    assert Attendance.objects.get().party == kept


def test_memberships_that_overlap_are_asked_about(kept, merged, body):
    factories.MembershipFactory(body=body, party=kept, until=date(2010, 1, 1))
    theirs = factories.MembershipFactory(body=body, party=merged, status="observer")
    assert len(preview(kept, merged, {}).open) == 1

    _merge(kept, merged, **{f"meetings.membership-{theirs.pk}": "merged"})
    row = Membership.objects.get()
    assert (row.party, row.status, row.until) == (kept, "observer", None)


def test_memberships_that_follow_each_other_both_stay(kept, merged, body):
    factories.MembershipFactory(body=body, party=kept, until=date(2010, 1, 1))
    factories.MembershipFactory(body=body, party=merged, since=date(2010, 1, 2))
    _merge(kept, merged)

    assert Membership.objects.filter(party=kept).count() == 2


def test_two_bodies_cannot_be_one_party(kept, merged):
    factories.BodyFactory(party=kept)
    factories.BodyFactory(party=merged)
    found = preview(kept, merged, {})

    assert "only one may be" in found.refusals[0].why
    with pytest.raises(NotMergedError):
        merge(kept, merged, {}, found.fingerprint)


def test_two_states_of_the_world_are_refused(kept, merged):
    for party, code in ((kept, "VN"), (merged, "TH")):
        party.iso_code = code
        party.save()

    [refusal] = preview(kept, merged, {}).refusals
    assert refusal.why == "Both are states, with the codes VN and TH."


def test_clearances_are_never_dropped(kept, merged):
    revision = factories.RevisionFactory()
    for party in (kept, merged):
        Clearance.objects.create(
            statement=revision.statement,
            revision=revision,
            seat=party,
            digest="0" * 64,
            cleared_by=factories.UserFactory(),
        )

    assert preview(kept, merged, {}).refusals


def test_a_record_that_changed_since_the_preview_is_not_merged(kept, merged):
    found = preview(kept, merged, {})
    factories.AttendanceFactory(party=merged)
    before = _rows()

    with pytest.raises(NotMergedError):
        merge(kept, merged, {}, found.fingerprint)
    assert _rows() == before


def test_a_failure_half_way_leaves_everything_as_it_was(kept, merged, monkeypatch):
    _pointed_at(merged)
    found = preview(kept, merged, {})
    before = _rows()

    def fail(*args, **kwargs):
        raise IntegrityError

    monkeypatch.setattr(PartyAlias, "save", fail)
    with pytest.raises((IntegrityError, NotMergedError)):
        merge(kept, merged, {}, found.fingerprint)
    monkeypatch.undo()
    assert _rows() == before


def test_an_alias_that_belongs_to_a_third_party_is_refused(kept, merged):
    factories.PartyAliasFactory(name="Vietnam")

    assert preview(kept, merged, {}).refusals


class TestPeople:
    def test_of_one_party_become_one_with_their_titles(self):
        one = factories.PersonFactory(name="Erika Diaz")
        two = factories.PersonFactory(name="Erica Diaz", party=one.party)
        factories.AppointmentFactory(person=one, until=date(2020, 1, 1))
        factories.AppointmentFactory(person=two, since=date(2020, 1, 2))
        factories.ChairTermFactory(person=two, party=one.party)
        found = _merge(one, two)

        assert found.aliases == ["Erica Diaz"]
        assert one.appointments.count() == 2
        assert one.chair_terms.count() == 1

    def test_of_two_parties_are_refused_where_the_party_counts(self):
        one, two = factories.PersonFactory(), factories.PersonFactory()
        factories.ChairTermFactory(person=two, party=two.party)

        found = preview(one, two, {})
        assert [row.why for row in found.refusals] == [
            "This person belongs to another party."
        ]

    def test_of_one_name_in_both_parties_are_asked_about(self, kept, merged):
        one = factories.PersonFactory(name="Erika Diaz", party=kept)
        two = factories.PersonFactory(name="Erika Diaz", party=merged, honorific="Ms")
        term = factories.ChairTermFactory(person=two, party=merged)
        _merge(kept, merged, **{f"meetings.person-{two.pk}": "kept"})

        assert Person.objects.get() == one
        term.refresh_from_db()
        assert (term.party, term.person) == (kept, one)


def test_chair_terms_that_overlap_are_asked_about(kept, merged, body):
    factories.ChairTermFactory(body=body, party=kept, until=date(2024, 1, 1))
    theirs = factories.ChairTermFactory(body=body, party=merged, since=date(2023, 1, 1))
    [conflict] = preview(kept, merged, {}).open
    assert {row.what for row in conflict.differences} >= {"since", "until"}

    _merge(kept, merged, **{conflict.key: "kept"})
    assert not type(theirs).objects.filter(pk=theirs.pk).exists()


def test_what_statements_were_written_from_and_published_stays_as_it_was(kept, merged):
    meeting = factories.MeetingFactory()
    factories.AttendanceFactory(meeting=meeting, party=merged)
    statement = factories.StatementFactory(meetings=[meeting])
    told = as_json(statement_facts(statement))
    revision = factories.RevisionFactory(statement=statement, facts=told)
    Edition.objects.create(
        statement=statement,
        number=1,
        revision=revision,
        html="<p>Vietnam</p>",
        pdf=b"%PDF",
        record=b"{}",
        cleared_by=[],
        published_by=revision.author,
    )
    frozen = (Revision, Edition)
    before = [list(model.objects.values()) for model in frozen]
    _merge(kept, merged)

    assert [list(model.objects.values()) for model in frozen] == before
    assert "Viet Nam" in str(as_json(statement_facts(statement)))

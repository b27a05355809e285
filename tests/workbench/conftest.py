"""A week like that of December 2025, small: two co-chairs, and the RSO."""

from datetime import date

import pytest

from meetings import workbench
from meetings.models import Coverage, Statement
from tests.conftest import logged_in
from tests.factories import (
    AppointmentFactory,
    AttendanceFactory,
    BodyFactory,
    ChairTermFactory,
    MeetingFactory,
    MembershipFactory,
    PartyFactory,
    PersonFactory,
    SeriesFactory,
    SessionFactory,
    UserFactory,
)

CIVIL_SOCIETY = ["A21", "Migrant Forum in Asia", "Mixed Migration Centre", "Walk Free"]


@pytest.fixture
def forum(db):
    return BodyFactory(
        abbreviation="BP", name="Bali Process", short_name="Bali Process"
    )


@pytest.fixture
def group(forum):
    return BodyFactory(
        abbreviation="WG-TIP",
        name="Working Group on Trafficking in Persons",
        short_name="Working Group",
    )


def chairing(group, name, adjective, official):
    party = PartyFactory(name=name, running_name=name, adjective=adjective)
    person = PersonFactory(name=official, honorific="Ms", party=party)
    AppointmentFactory(person=person, title="Director", ministry="Ministry of Justice")
    ChairTermFactory(body=group, party=party, person=person)
    MembershipFactory(body=group, party=party)
    return party


@pytest.fixture
def australia(group):
    return chairing(group, "Australia", "Australian", "Kathryn Haigh")


@pytest.fixture
def indonesia(group):
    return chairing(group, "Indonesia", "Indonesian", "Retno Lestari")


@pytest.fixture
def meeting(group, australia, indonesia):
    country = PartyFactory(name="Philippines", running_name="the Philippines")
    meeting = MeetingFactory(
        title="11th Annual Meeting of the Working Group on Trafficking in Persons",
        series=SeriesFactory(),
        number=11,
        bodies=[group],
        starts_on=date(2025, 12, 1),
        city="Manila",
        country=country,
    )
    for party in (australia, indonesia):
        AttendanceFactory(meeting=meeting, party=party)
    for name in CIVIL_SOCIETY:
        party = PartyFactory(name=name, running_name=name, kind="civil_society")
        AttendanceFactory(meeting=meeting, party=party)
    SessionFactory(
        meeting=meeting, kind="discussion", topics="the answer to online scam centres"
    )
    return meeting


@pytest.fixture
def statement(meeting):
    statement = Statement.objects.create(slug="wg-tip", title="WG-TIP, December 2025")
    Coverage.objects.create(statement=statement, meeting=meeting)
    return statement


def account(party, name, **rest):
    return UserFactory(username=name, party=party, email=f"{name}@example.org", **rest)


@pytest.fixture
def kathryn(australia):
    return account(australia, "kathryn")


@pytest.fixture
def retno(indonesia):
    return account(indonesia, "retno")


@pytest.fixture
def rso(db):
    return account(None, "rso", is_staff=True)


@pytest.fixture
def as_australia(kathryn):
    return logged_in(kathryn)


@pytest.fixture
def as_indonesia(retno):
    return logged_in(retno)


@pytest.fixture
def as_rso(rso):
    return logged_in(rso)


@pytest.fixture
def begun(statement, kathryn):
    """A statement whose composed text is saved as revision 1."""
    workbench.save(statement, workbench.stand(statement).text, by=kathryn, based_on=0)
    return statement


@pytest.fixture
def submitted(begun, kathryn):
    """A statement that is with the co-chairs."""
    workbench.submit(begun, by=kathryn)
    return begun

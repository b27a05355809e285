"""The page of a party: its attendance by body, and what is folded away."""

from datetime import date

import pytest
from django.urls import reverse

from tests.factories import (
    AttendanceFactory,
    BodyFactory,
    ChairTermFactory,
    MeetingFactory,
    PartyFactory,
)

pytestmark = pytest.mark.django_db


def test_attendance_by_body_is_what_the_list_of_meetings_finds(delegate):
    tonga = PartyFactory(slug="tonga")
    often, once, never = (
        BodyFactory(abbreviation=name, slug=name.lower()) for name in ("B", "A", "C")
    )
    for year, bodies, more in (
        (2019, [often], {}),
        (2021, [often, once], {}),
        (2022, [often], {"attendance_visibility": "secretariat"}),
    ):
        meeting = MeetingFactory(bodies=bodies, starts_on=date(year, 5, 1), **more)
        AttendanceFactory(party=tonga, meeting=meeting)
    AttendanceFactory(
        party=tonga, presence="apologies", meeting=MeetingFactory(bodies=[never])
    )

    answer = delegate.get(tonga.get_absolute_url())
    page = " ".join(answer.content.decode().split())

    assert [row[:2] for row in answer.context["bodies"]] == [(often, 2), (once, 1)]
    assert ">B</a> 2 (2019–2021)</span>" in page
    assert ">A</a> 1 (2021)</span>" in page
    for body, number, *_ in answer.context["bodies"]:
        asked = {"attended_by": "tonga", "body": body.slug}
        listed = delegate.get(reverse("meetings:meeting-list"), asked)
        assert listed.context["paginator"].count == number


def test_a_long_past_is_folded_away(delegate):
    tonga = PartyFactory()
    for _ in range(21):
        AttendanceFactory(party=tonga, meeting=MeetingFactory())
    ChairTermFactory.create_batch(8, party=tonga)

    page = delegate.get(tonga.get_absolute_url()).content.decode()

    assert "21 meetings" in page
    assert page.count("<details") == 1
    assert "<summary>1 earlier</summary>" in page
    assert page.split("<details")[1].count("is-title") == 1

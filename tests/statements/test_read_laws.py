"""Laws of the reader: it never raises, never invents, and reads what we write."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from meetings.facts import (
    AttendanceFact,
    Capacity,
    ChairFact,
    ConveningFact,
    HouseStyle,
    Level,
    MeetingFacts,
    StatementFacts,
)
from meetings.statements.compose import compose, markup
from meetings.statements.read import read
from meetings.statements.reading.plain import plain
from meetings.statements.recognise import Recogniser

from .vocabulary import shipped

VOCABULARY = shipped()
RECOGNISER = Recogniser(VOCABULARY)
PARTIES = VOCABULARY.parties
STATES = [party for party in PARTIES if party.is_state]
BODIES = {body.abbreviation: body for body in VOCABULARY.bodies}

FRAGMENTS = [
    "Co-Chairs' Statement\n\n",
    "The meeting was attended by ",
    "In attendance were representatives from ",
    "Apologies were received from ",
    "attended as observers. ",
    " could not attend. ",
    " were represented by senior officials. ",
    "17 members (",
    "nine additional Bali Process members as observers (",
    "Observers: ",
    "\n- ",
    "\n\n",
    "\r\n",
    "(",
    ")",
    "[",
    "]",
    ", ",
    " and ",
    "; ",
    ": ",
    ". ",
    " – ",
    "as well as ",
    "others",
    "H.E. Dr ",
    "Ms Lynn Bell, Australian Ambassador, ",
    "co-chaired by ",
    "Working Group Co-Chairs, ",
    "From 18 to 20 November 2024, ",
    "30 February 2020",
    "in Bangkok, ",
    "held the 10th Annual Meeting ",
    "10 ",
    "0",
    "999",
    "Trinidad and Tobago",
    "Korea",
    "the Friends of the Sea",
    "\x00",
    "\u00ad",
    "\ufb01",
    "\ud7ff",
    "’",
    *(party.name for party in PARTIES[:6]),
    *(party.abbreviation for party in PARTIES if party.abbreviation),
    *(body.name for body in VOCABULARY.bodies[:8]),
]
TEXTS = st.one_of(
    st.text(max_size=400),
    st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join),
)


def spelled(text, party):
    """Whether the words name the party, by a name or by its adjective."""
    named = any(mention.party == party for mention in RECOGNISER.parties(text))
    return named or bool(party.adjective and party.adjective in text)


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_no_text_is_too_odd_and_nothing_is_invented(text):
    proposal = read(text, VOCABULARY)

    said = [proposal.title, proposal.ordinal, proposal.start, proposal.end]
    said += [proposal.city, proposal.country, *proposal.bodies]
    quotes = [value.quote for value in said if value]
    quotes += [row.quote for row in proposal.co_chairs + proposal.attendance]
    quotes += [row.quote for row in proposal.counts + proposal.doubts]
    quotes += [quote for row in proposal.unknown for quote in (row.quote, row.around)]
    quotes += [quote for row in proposal.sections for quote in (row.heading, row.text)]
    for quote in quotes:
        assert text[quote.start : quote.end] == quote.words
    assert all(quote.words for quote in quotes)
    for row in proposal.attendance + proposal.co_chairs:
        assert spelled(text, row.party)
    assert isinstance(plain(proposal), dict)


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_each_party_is_proposed_once(text):
    names = [row.party.name for row in read(text, VOCABULARY).attendance]

    assert len(names) == len(set(names))


def rows(capacity, parties):
    return st.lists(st.sampled_from(parties), max_size=8, unique=True).map(
        lambda chosen: [(party, capacity) for party in chosen]
    )


ORGANISATIONS = [row for row in PARTIES if row.kind == "international_organisation"]
CIVIL = [row for row in PARTIES if row.kind == "civil_society"]
WORKSTREAMS = [row for row in PARTIES if row.kind == "workstream"]
COUNTED = st.tuples(
    rows(Capacity.MEMBER, STATES + ORGANISATIONS),
    rows(Capacity.BALI_PROCESS_MEMBER, STATES),
    rows(Capacity.BALI_PROCESS_OBSERVER, STATES + ORGANISATIONS),
    rows(Capacity.CIVIL_SOCIETY, CIVIL),
    rows(Capacity.WORKSTREAM, WORKSTREAMS),
).map(lambda groups: [row for group in groups for row in group])


@st.composite
def meetings(draw):
    listed = {party.name: (party, held) for party, held in draw(COUNTED)}
    first = draw(st.dates(date(2002, 1, 1), date(2030, 1, 1)))
    chairs = draw(
        st.lists(st.sampled_from(STATES), min_size=1, max_size=3, unique=True)
    )
    body = BODIES[draw(st.sampled_from(["WG-TIP", "TFPP", "DWG", "TEG-RR"]))]
    absent = draw(st.sets(st.sampled_from(STATES), max_size=3))
    return MeetingFacts(
        "held",
        "Annual Meeting",
        "annual_meeting",
        first,
        first + timedelta(days=draw(st.integers(0, 6))),
        number=draw(st.integers(1, 40)),
        city=draw(st.sampled_from(["Manila", "Bangkok", "Da Nang", "Nusa Dua"])),
        country=draw(st.sampled_from(STATES)),
        convenings=(ConveningFact(body, convenes=True),),
        chairs=tuple(ChairFact(body.abbreviation, "co_chair", row) for row in chairs),
        attendance=tuple(
            AttendanceFact(
                party,
                held,
                level=draw(
                    st.sampled_from([None, Level.SENIOR_OFFICIAL, Level.MINISTER])
                ),
            )
            for party, held in listed.values()
        )
        + tuple(
            AttendanceFact(party, Capacity.MEMBER, present=False)
            for party in sorted(absent, key=lambda row: row.name)
            if party.name not in listed
        ),
    )


@given(meetings(), st.sampled_from(HouseStyle))
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_composed_is_read_back(meeting, style):
    assume(any(row.capacity != Capacity.WORKSTREAM for row in meeting.present))
    facts = StatementFacts("held", style, BODIES["BP"], (meeting,))
    draft = compose(facts)
    head = [draft.title, draft.subtitle, draft.dateline]

    proposal = read("\n\n".join([*head, markup(draft)]), VOCABULARY)

    convening = {row.body.abbreviation for row in meeting.convenings}
    assert {said.value.abbreviation for said in proposal.bodies} == convening
    assert proposal.start
    assert proposal.end
    assert (proposal.start.value, proposal.end.value) == (
        meeting.starts_on,
        meeting.ends_on,
    )
    assert proposal.ordinal
    assert proposal.ordinal.value == meeting.number
    assert proposal.city
    assert proposal.city.value == meeting.city
    assert proposal.country
    assert proposal.country.value == meeting.country
    assert {row.party for row in proposal.co_chairs} == {
        chair.party for chair in meeting.chairs
    }
    assert {
        (row.party.name, row.capacity, row.present, row.level)
        for row in proposal.attendance
    } == {
        (row.party.name, row.capacity, row.present, row.level if row.present else None)
        for row in meeting.attendance
    }
    assert not [row for row in proposal.counts if row.says != row.listed]


HOSTILE = {
    "open brackets": "The meeting was attended by " + "17 members (" * 8000,
    "numbers": "attended by " + "1 2 3 4 " * 12000,
    "one word": "a" * 100_000,
    "names": "The meeting was attended by " + "Australia, Fiji and " * 5000,
    "dates": "On " + "1 May 2018 to " * 7000,
    "chairs": "co-chaired by Ms A B, of C, and " * 3000,
    "stops": "attended by Fiji which was to review. " * 2500,
    "lines": "- Fiji\n" * 14_000,
    "headings": "Observers\n\n" * 9000,
    "headers": "The Bali Process\n\n" * 5500,
    "spaces": "attended by" + " " * 99_000 + "Fiji",
    "new lines": "In attendance:" + "\n" * 99_000,
    "capitals": "held in " + "Aa Bb " * 16_000,
    "commas": "In attendance were " + ", " * 49_000,
    "ands": "In attendance were Fiji " + "and " * 24_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_are_read_and_nothing_is_invented(name):
    text = HOSTILE[name][:100_000]

    proposal = read(text, VOCABULARY)

    assert all(row.quote.words in text for row in proposal.attendance)

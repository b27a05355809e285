"""Facts in any combination, of names that are real: for laws of composing and checking."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from meetings.facts import (
    AppointmentFact,
    BodyFact,
    Capacity,
    ConveningFact,
    HouseStyle,
    Level,
    NameForm,
    OfficialFact,
    OutcomeFact,
    PartyFact,
    PlanFact,
    PlanItemFact,
    StatementFacts,
    Vocabulary,
)
from meetings.statements import prose
from tests.statements.facts import (
    AWAL,
    DWG,
    FORUM,
    HAIGH,
    ILO,
    IOM,
    RSO,
    TEG_RR,
    WALK_FREE,
    WG_TIP,
    apologies,
    by,
    chair,
    meeting,
    organisation,
    present,
    session,
    state,
)

STATES = (
    state("Australia", adjective="Australian", formal_name="the Commonwealth of Australia"),
    state("Indonesia", adjective="Indonesian", formal_name="the Republic of Indonesia"),
    state("Maldives", "the Maldives", adjective="Maldivian", aliases=("Republic of the Maldives",)),
    state("Philippines", "the Philippines", adjective="Philippine", formal_name="the Republic of the Philippines"),
    state("New Zealand", adjective="New Zealand"),
    state("Lao People's Democratic Republic", "Lao PDR", abbreviation="Lao PDR", aliases=("Laos",)),
    state("United Arab Emirates", "the UAE", abbreviation="UAE", aliases=("Emirates",)),
    state("United States of America", "the USA", abbreviation="USA", aliases=("United States",)),
    state("Iran (Islamic Republic of)", "Iran", formal_name="the Islamic Republic of Iran"),
    state("Viet Nam", aliases=("Vietnam",)),
    state("Timor-Leste", aliases=("East Timor",)),
    state("Türkiye", aliases=("Turkey",)),
    state("Papua New Guinea"),
    state("Sri Lanka", adjective="Sri Lankan"),
    state("Solomon Islands", "the Solomon Islands"),
    *(state(name) for name in ("Bangladesh", "Cambodia", "Fiji", "India", "Japan", "Malaysia", "Pakistan", "Palau", "Samoa", "Thailand", "Vanuatu")),
)  # fmt: skip
ORGANISATIONS = (
    IOM,
    ILO,
    organisation("United Nations Office on Drugs and Crime", "UNODC", un_system=True),
    organisation("Intergovernmental Consultations on Migration, Asylum and Refugees", "IGC"),
    organisation("Global Initiative Against Transnational Organized Crime", "GI-TOC", "civil_society"),
    PartyFact("International Justice Mission", "International Justice Mission", "civil_society", "ijm", abbreviation="IJM"),
    organisation("Samoa Returnees Charitable Trust", kind="civil_society"),
    organisation("Australian National University", "ANU", "academic"),
    organisation("Australia-ASEAN Counter Trafficking program", "ASEAN-ACT", "regional_forum"),
    PartyFact("Meta", "Meta", "private_sector", "meta"),
    PartyFact("Match Group", "Match Group", "private_sector", "match"),
    PartyFact("A21", "A21", "civil_society", "a21"),
    PartyFact("Stop the Traffik", "Stop the Traffik", "civil_society", "stop"),
    WALK_FREE,
    RSO,
    DWG,
)  # fmt: skip
TFPP = BodyFact("TFPP", "Task Force on Planning and Preparedness", "Task Force")
ABSENT = (state("Mongolia"), state("Nauru"), state("Kiribati"), state("Singapore"))
BODIES = (FORUM, WG_TIP, TEG_RR, TFPP)
OFFICIALS = tuple(
    OfficialFact(
        person.name,
        person.party,
        person.honorific,
        appointments=(AppointmentFact(person.title, person.unit, person.ministry),),
    )
    for person in (AWAL, HAIGH)
)
VOCABULARY = Vocabulary((*STATES, *ORGANISATIONS, *ABSENT), BODIES, OFFICIALS)

TOPICS = (
    "online scam centres",
    "the links between forced marriage and trafficking in persons",
    "safe, orderly and decent pathways",
    "what follows from research done in Canada, Nepal and Qatar",
)
SUMMARIES = (
    "",
    "Many stressed how much law enforcement depends on trust.",
    "The question came up of what the 348 trainees of 2023 do today.",
    "Victims from 14 countries had been found in Myanmar.",
)
THEMES = (
    "",
    "Breaking the cycle of exploitation together",
    "Safe: Why information matters",
)
PLAN = PlanFact("Forward Work Plan 2024-26", "WG-TIP", 2024, 2026, "2023 Adelaide Strategy for Cooperation")  # fmt: skip
CITIES = (
    ("Manila", STATES[3]),
    ("Bangkok", state("Thailand")),
    ("Da Nang", STATES[9]),
    ("", None),
)

_ROLES = ["presenter", "panellist", "moderator", "lead", "speaker"]
_KINDS = [
    "opening", "address", "update", "panel", "presentation", "case_study", "discussion",
    "small_groups", "workshop", "closing", "site_visit",
]  # fmt: skip


@st.composite
def attendances(draw):
    parties = draw(
        st.lists(
            st.sampled_from((*STATES, *ORGANISATIONS)),
            min_size=1,
            max_size=30,
            unique_by=lambda party: party.name,
        )
    )
    rows = []
    for party in parties:
        capacity = _capacity(draw, party)
        if draw(st.integers(0, 9)) == 0 and party.is_state:
            rows.append(apologies(party, capacity))
        else:
            level = (
                draw(st.sampled_from([None, None, *Level])) if party.is_state else None
            )
            rows.append(present(party, capacity, level=level))
    return tuple(rows)


def _capacity(draw, party):
    if party.is_state:
        return draw(st.sampled_from(list(Capacity)[:3]))
    if party.kind == "international_organisation":
        return draw(st.sampled_from([*list(Capacity)[:3], Capacity.OTHER]))
    return Capacity(party.kind)


@st.composite
def sessions(draw, rows):
    here = [row.party for row in rows if row.present]
    kind = draw(st.sampled_from(_KINDS))
    speakers = draw(
        st.lists(
            st.sampled_from(here or [RSO]),
            max_size=4,
            unique_by=lambda party: party.name,
        )
    )
    contributions = [by(party, draw(st.sampled_from(_ROLES))) for party in speakers]
    if draw(st.integers(0, 4)) == 0:
        contributions = [
            by(role="speaker", person=person, as_role="co_chair", as_body=WG_TIP)
            for person in (HAIGH, AWAL)
        ]
    elif not contributions and draw(st.booleans()):
        contributions = [by(group="members_and_observers")]
    items = (
        PlanItemFact(PLAN.title, draw(st.sampled_from(["1", "2.1", "10"])), "Links"),
    )
    return session(
        kind,
        *contributions,
        topics=draw(st.sampled_from(TOPICS)),
        summary=draw(st.sampled_from(SUMMARIES)),
        items=items if draw(st.booleans()) else (),
    )


@st.composite
def meetings_of(draw, number, bodies, day, place):
    rows = draw(attendances())
    kind = draw(
        st.sampled_from(["annual_meeting", "regional_event", "commemorative_dialogue"])
    )
    length = draw(st.integers(0, 2))
    ordinal = draw(st.integers(1, 30))
    name = bodies[0].name
    titles = {
        "annual_meeting": f"{prose.ordinal(ordinal)} Annual Meeting of the {name}",
        "regional_event": "Regional Event",
        "commemorative_dialogue": f"{prose.ordinal(ordinal)} Anniversary Commemorative Dialogue of the {name}",
    }
    convenings = [ConveningFact(body, convenes=True) for body in bodies]
    if draw(st.integers(0, 3)) == 0:
        convenings.append(ConveningFact(TFPP, convenes=False))
    city, country = place
    return meeting(
        f"meeting-{number}",
        bodies,
        kind=kind,
        title=titles[kind],
        number=ordinal if kind == "annual_meeting" else None,
        theme=draw(st.sampled_from(THEMES)),
        starts_on=day,
        ends_on=day + timedelta(days=length),
        city=city,
        country=country,
        format="in_person" if city else "virtual",
        convenings=tuple(convenings),
        chairs=draw(_chairs(bodies)),
        attendance=rows,
        sessions=tuple(draw(st.lists(sessions(rows), max_size=4))),
        outcomes=draw(_outcomes()),
        plans=(PLAN,) if WG_TIP in bodies else (),
        endorsed=(PLAN,) if WG_TIP in bodies and draw(st.booleans()) else (),
    )


@st.composite
def _chairs(draw, bodies):
    rows = []
    for body in bodies:
        named = draw(st.booleans()) and body == WG_TIP
        rows.append(chair(body, STATES[0], HAIGH if named else None))
        other = STATES[1] if body == WG_TIP else STATES[3]
        rows.append(chair(body, other, AWAL if named else None))
    return tuple(rows)


@st.composite
def _outcomes(draw):
    told = [
        OutcomeFact("agreed", "a roundtable on returns"),
        OutcomeFact("requested", "a report on 3 pilots", (IOM,), date(2026, 6, 30)),
        OutcomeFact("noted", "the progress of working groups"),
        OutcomeFact("priority", "supply chains"),
    ]
    return tuple(
        draw(
            st.lists(st.sampled_from(told), max_size=3, unique_by=lambda row: row.kind)
        )
    )


@st.composite
def statements(draw):
    """A statement on one meeting or several, with or without a week around them."""
    place = draw(st.sampled_from(CITIES))
    day = draw(st.dates(date(2010, 1, 1), date(2030, 12, 1)))
    count = draw(st.integers(1, 3))
    held = []
    for number in range(count + 1):
        bodies = draw(st.sampled_from([(WG_TIP,), (TEG_RR,), (WG_TIP, TEG_RR)]))
        row = draw(meetings_of(number, bodies, day, place))
        if number == count:  # told of in the opening, and nowhere else
            row = replace(row, convenings=row.convenings[: len(bodies)])
        held.append(row)
        day = held[-1].ends_on + timedelta(days=1)
    if draw(st.integers(0, 5)) == 0:
        precision = draw(st.sampled_from(["month", "year"]))
        held = [replace(row, precision=precision) for row in held]
    covered = tuple(held[:count])
    return StatementFacts(
        "statement",
        draw(st.sampled_from(HouseStyle)),
        FORUM,
        covered,
        week=draw(st.sampled_from([(), covered, tuple(held)])),
        host=place[1] if draw(st.booleans()) else None,
        names=draw(st.sampled_from(NameForm)),
    )

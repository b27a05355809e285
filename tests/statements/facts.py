"""Small facts for tests of the pure part: names are real, combinations are not."""

from datetime import date

from meetings.facts import (
    AttendanceFact,
    BodyFact,
    Capacity,
    ChairFact,
    ContributionFact,
    ConveningFact,
    HouseStyle,
    MeetingFacts,
    PartyFact,
    PersonFact,
    PlanFact,
    SessionFact,
    StatementFacts,
)

FORUM = BodyFact("BP", "Bali Process on People Smuggling", "Bali Process")
WG_TIP = BodyFact("WG-TIP", "Working Group on Trafficking in Persons", "Working Group")
TEG_RR = BodyFact(
    "TEG-RR", "Technical Experts Group on Returns and Reintegration", "Experts Group"
)


def state(name, running=None, **rest):
    return PartyFact(name, running or name, "state", name.lower(), **rest)


def organisation(name, abbreviation="", kind="international_organisation", **rest):
    return PartyFact(
        name, f"the {name}", kind, name.lower(), abbreviation=abbreviation, **rest
    )


AUSTRALIA = state("Australia", adjective="Australian", formal_name="Australia")
INDONESIA = state(
    "Indonesia", adjective="Indonesian", formal_name="the Republic of Indonesia"
)
MALDIVES = state("Maldives", "the Maldives")
PHILIPPINES = state("Philippines", "the Philippines", adjective="Philippine")
NEW_ZEALAND = state("New Zealand")
IOM = organisation("International Organization for Migration", "IOM", un_system=True)
ILO = organisation("International Labour Organization", "ILO", un_system=True)
WALK_FREE = PartyFact("Walk Free", "Walk Free", "civil_society", "walk free")
META = PartyFact("Meta", "Meta", "private_sector", "meta")
RSO = organisation(
    "Regional Support Office of the Bali Process", "RSO", kind="workstream"
)
DWG = organisation("Disruption Working Group", "DWG", kind="workstream")

AWAL = PersonFact(
    "Caka Alverdi Awal",
    INDONESIA,
    "Mr",
    "Director for International Peace and Security",
    "",
    "Ministry of Foreign Affairs",
)
HAIGH = PersonFact(
    "Kathryn Haigh",
    AUSTRALIA,
    "Ms",
    "First Assistant Secretary",
    "International Cooperation and Human Rights Division",
    "Attorney-General's Department",
)

PLAN = PlanFact(
    "Forward Work Plan 2024-26", "WG-TIP", 2024, 2026, "2023 Adelaide Strategy"
)


def present(party, capacity=Capacity.MEMBER, **rest):
    return AttendanceFact(party, capacity, **rest)


def apologies(party, capacity=Capacity.MEMBER):
    return AttendanceFact(party, capacity, present=False)


def chair(body, party, person=None):
    return ChairFact(body.abbreviation, "co_chair", party, person)


def meeting(slug="wgtip-11", bodies=(WG_TIP,), **rest):
    given = {
        "title": "11th Annual Meeting of the Working Group on Trafficking in Persons",
        "kind": "annual_meeting",
        "number": 11,
        "starts_on": date(2025, 12, 1),
        "ends_on": date(2025, 12, 1),
        "city": "Manila",
        "country": PHILIPPINES,
        "convenings": tuple(ConveningFact(body, convenes=True) for body in bodies),
        "chairs": (chair(WG_TIP, AUSTRALIA, HAIGH), chair(WG_TIP, INDONESIA, AWAL)),
        "attendance": (present(AUSTRALIA), present(INDONESIA)),
    }
    return MeetingFacts(slug, **(given | rest))


def session(kind="presentation", *contributions, **rest):
    given = {"title": "Online scam centres", "topics": "online scam centres"}
    return SessionFact(kind=kind, contributions=contributions, **(given | rest))


def by(party=None, role="presenter", **rest):
    return ContributionFact(role, party=party, **rest)


def statement(*meetings, style=HouseStyle.BULLETS, **rest):
    return StatementFacts(
        "wg-tip-2025-12", style, FORUM, meetings or (meeting(),), **rest
    )

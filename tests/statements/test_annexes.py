from dataclasses import replace

from meetings.facts import Capacity, DelegateFact
from meetings.statements.annexes import (
    Agenda,
    Annex,
    Annexes,
    Item,
    acronyms,
    agenda,
    annexes,
    participants,
)
from meetings.statements.compose import compose, markup
from tests.statements.facts import (
    AUSTRALIA,
    AWAL,
    HAIGH,
    INDONESIA,
    IOM,
    META,
    TEG_RR,
    apologies,
    by,
    meeting,
    present,
    session,
    statement,
)


def test_participants_are_those_present_once_each_by_capacity():
    one = meeting(attendance=(present(AUSTRALIA), apologies(INDONESIA)))
    other = meeting(
        "tegrr-9",
        (TEG_RR,),
        attendance=(present(AUSTRALIA), present(IOM, Capacity.BALI_PROCESS_OBSERVER)),
    )

    told = [
        (group.label, group.count, [row.party.name for row in group.rows])
        for group in participants(statement(one, other))
    ]

    assert told == [
        ("member", 1, ["Australia"]),
        ("Bali Process observer", 1, [IOM.name]),
    ]


def test_delegates_are_named_with_title_and_role_where_they_are_given():
    facts = statement(meeting(attendance=(present(AUSTRALIA), present(INDONESIA))))
    people = {"Australia": (DelegateFact(HAIGH, "head"), DelegateFact(AWAL))}

    (group,) = participants(facts, people)

    assert [row.people for row in group.rows] == [
        (
            "Ms Kathryn Haigh, First Assistant Secretary, International Cooperation and "
            "Human Rights Division, Attorney-General's Department (head of delegation)",
            "Mr Caka Alverdi Awal, Director for International Peace and Security, "
            "Ministry of Foreign Affairs",
        ),
        (),
    ]


def test_abbreviations_are_those_of_the_text_by_letter():
    facts = statement(
        meeting(attendance=(present(IOM, Capacity.OTHER), present(AUSTRALIA)))
    )

    assert acronyms(facts, "WG-TIP met, with IOM.") == (
        ("IOM", "International Organization for Migration"),
        ("WG-TIP", "Working Group on Trafficking in Persons"),
    )
    assert acronyms(facts, "TIP, IOMs and SIOM; the Bali Process (BP)") == ()


def test_a_brand_explains_nothing():
    brand = replace(META, abbreviation="Meta")
    facts = statement(meeting(attendance=(present(brand, Capacity.PRIVATE_SECTOR),)))

    assert acronyms(facts, "Meta spoke.") == ()


def test_what_compose_abbreviates_is_explained():
    facts = statement(
        meeting(
            attendance=(present(AUSTRALIA), present(IOM, Capacity.OTHER)),
            sessions=(session("update", by(IOM)),),
        )
    )

    explained = dict(acronyms(facts, markup(compose(facts))))

    assert explained["IOM"] == IOM.name


def test_the_agenda_tells_who_contributed_once_each():
    held = session(
        "case_study",
        by(AUSTRALIA, person=HAIGH),
        by(AUSTRALIA, person=HAIGH),
        by(IOM, "moderator"),
        by(group="members_and_observers"),
    )

    assert agenda(statement(meeting(sessions=(held,)), meeting("b"))) == (
        Agenda(
            "11th Annual Meeting of the Working Group on Trafficking in Persons",
            (
                Item(
                    "Online scam centres",
                    "Case study",
                    (
                        "Ms Kathryn Haigh, Australia",
                        f"{IOM.name} (moderator)",
                        "Members and observers",
                    ),
                ),
            ),
        ),
    )


def test_only_what_is_asked_for_is_annexed():
    made = annexes(statement(), "", frozenset({Annex.AGENDA}))

    assert made == Annexes(agenda=())

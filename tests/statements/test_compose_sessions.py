"""Who spoke of what, what came of it, and how a statement ends."""

from datetime import date

import pytest

from meetings.facts import (
    BodyFact,
    HouseStyle,
    OutcomeFact,
    PlanItemFact,
)
from tests.statements.composed import ATTENDANCE, sentences, text
from tests.statements.facts import (
    AUSTRALIA,
    AWAL,
    DWG,
    HAIGH,
    INDONESIA,
    IOM,
    MALDIVES,
    NEW_ZEALAND,
    PHILIPPINES,
    PLAN,
    RSO,
    WG_TIP,
    by,
    meeting,
    session,
)


def test_people_are_introduced_with_the_title_of_the_day_and_named_afterwards():
    held = meeting(
        sessions=(
            session(
                "panel",
                by(role="panellist", person=HAIGH),
                by(role="moderator", person=AWAL),
            ),
        )
    )

    told = text(held)

    assert (
        "Ms Kathryn Haigh, First Assistant Secretary, International Cooperation and Human "
        "Rights Division, Australian Attorney-General's Department, and Mr Caka Alverdi "
        "Awal, Director for International Peace and Security, Ministry of Foreign Affairs "
        "of the Republic of Indonesia, co-chaired the meeting." in told
    )
    assert (
        "A panel on online scam centres, moderated by Mr Caka Alverdi Awal, brought "
        "together Ms Kathryn Haigh." in told
    )


def test_officials_who_speak_in_one_office_stand_under_it():
    rows = [
        by(role="speaker", person=person, as_role="co_chair", as_body=WG_TIP)
        for person in (HAIGH, AWAL)
    ]
    held = meeting(
        chairs=(), sessions=(session("address", *rows, topics="the decade"),)
    )

    assert "The Working Group on Trafficking in Persons Co-Chairs, Ms" not in text(held)
    assert "The WG-TIP Co-Chairs, Ms Kathryn Haigh, First Assistant" in text(held)
    assert "the Republic of Indonesia, spoke on the decade." in text(held)


def test_a_party_speaks_in_the_capacity_of_its_contribution():
    dwg = BodyFact("DWG", "Disruption Working Group", "Disruption Working Group")
    held = meeting(
        sessions=(
            session(
                "presentation",
                by(NEW_ZEALAND, as_role="co_chair", as_body=dwg),
                by(
                    AUSTRALIA,
                    as_role="co_manager",
                    as_body=BodyFact("RSO", RSO.name, "RSO"),
                ),
                by(PHILIPPINES, unit="Department of Migrant Workers"),
            ),
            session("update", by(DWG)),
        )
    )

    told = text(held)

    assert "New Zealand (as Disruption Working Group (DWG) Co-Chair)" in told
    assert "the Australian Co-Manager of the Regional Support Office" in told
    assert "the Philippine Department of Migrant Workers gave presentations" in told
    assert "The DWG gave an update on online scam centres." in told


@pytest.mark.parametrize(
    ("kind", "rows", "told"),
    [
        ("opening", [], "The meeting opened with online scam centres."),
        (
            "opening",
            [by(PHILIPPINES)],
            "The Philippines opened the meeting, speaking on online scam centres.",
        ),
        ("address", [], "An address dealt with online scam centres."),
        ("update", [], "Updates were given on online scam centres."),
        (
            "update",
            [by(group="members_and_observers")],
            "Members and observers gave updates on online scam centres.",
        ),
        ("presentation", [], "A presentation dealt with online scam centres."),
        ("case_study", [by(PHILIPPINES)], "The Philippines presented a case study on online scam centres."),
        ("panel", [], "A panel dealt with online scam centres."),
        ("panel", [by(IOM, "lead")], "The International Organization for Migration led a panel on online scam centres."),
        (
            "panel",
            [by(NEW_ZEALAND, "moderator")],
            "A panel moderated by New Zealand dealt with online scam centres.",
        ),
        (
            "panel",
            [by(NEW_ZEALAND, "moderator"), by(MALDIVES, "panellist")],
            "A panel on online scam centres, moderated by New Zealand, brought together the Maldives.",
        ),
        ("discussion", [by(group="members")], "Members discussed online scam centres."),
        ("discussion", [by(INDONESIA)], "Delegates discussed online scam centres, led by Indonesia."),
        ("small_groups", [], "In small groups, delegates discussed online scam centres."),
        ("scenario", [], "A scenario session dealt with online scam centres."),
        ("workshop", [by(INDONESIA)], "A workshop session dealt with online scam centres, led by Indonesia."),
        ("closing", [], "The meeting closed with online scam centres."),
        ("site_visit", [], "The visits dealt with online scam centres."),
    ],
)  # fmt: skip
def test_each_kind_of_session_has_its_sentence(kind, rows, told):
    held = meeting(sessions=(session(kind, *rows),))

    assert sentences(held, about="meeting:wgtip-11/session:0") == [told]


def test_a_session_without_topics_falls_back_on_its_title():
    held = meeting(
        sessions=(session("discussion", topics="", title="Collaboration with others"),)
    )

    assert "Delegates discussed collaboration with others." in text(held)


def test_regional_events_of_2025_list_their_sessions_with_bold_topics():
    held = meeting(kind="regional_event", sessions=(session("panel", by(IOM, "lead")),))

    assert (
        "- The International Organization for Migration led a panel on **online scam "
        "centres**." in text(held)
    )
    assert "**" not in text(held, style=HouseStyle.PARAGRAPH)


def test_plans_are_endorsed_or_their_items_advanced_never_both():
    item = PlanItemFact(PLAN.title, "10", "Links")
    other = PlanItemFact(PLAN.title, "2.1", "Tools")
    sessions = (session("discussion", items=(item, other, item)),)

    endorsing = meeting(endorsed=(PLAN,), plans=(PLAN,), sessions=sessions)
    advancing = meeting(plans=(PLAN,), sessions=sessions)

    assert (
        "The meeting endorsed the Working Group on Trafficking in Persons Forward"
        not in text(endorsing)
    )
    assert (
        "The meeting endorsed the WG-TIP Forward Work Plan 2024-26, in line with the 2023 "
        "Adelaide Strategy." in text(endorsing)
    )
    assert "advanced" not in text(endorsing)
    assert (
        "The agenda advanced action items 2.1 and 10 of the WG-TIP Forward Work Plan "
        "2024-26, in line with the 2023 Adelaide Strategy." in text(advancing)
    )


def test_outcomes_are_gathered_by_what_was_done():
    held = meeting(
        endorsed=(PLAN,),
        outcomes=(
            OutcomeFact("endorsed", "the Forward Work Plan 2024-26"),
            OutcomeFact("agreed", "a roundtable"),
            OutcomeFact("agreed", "a review, in 2026"),
            OutcomeFact("requested", "a report", (IOM,), date(2026, 3, 1)),
            OutcomeFact("priority", "supply chains"),
        ),
    )

    assert sentences(held, about="meeting:wgtip-11/outcomes") == [
        "The meeting agreed a roundtable; and a review, in 2026.",
        "The meeting requested a report from the International Organization for Migration "
        "by 1 March 2026.",
        "Priorities identified were supply chains.",
    ]


def test_the_conclusion_thanks_those_who_were_there_and_the_host():
    held = meeting(attendance=ATTENDANCE, sessions=(session("update", by(IOM)),))

    assert sentences(held, about="conclusion")[1:] == [
        "The Co-Chairs thank members, observers and presenters for their part in the "
        "11th Annual Meeting."
    ]
    assert sentences(held, about="host", host=PHILIPPINES) == [
        "They thank the Government of the Philippines for hosting the meeting in Manila."
    ]
    assert sentences(held, about="host", host=IOM) == [
        "They thank IOM for hosting the meeting in Manila."
    ]


def test_the_conclusion_names_site_visits_whole():
    visit = meeting(
        "visit", kind="site_visit", number=None, title="Site visits on the response"
    )

    assert sentences(meeting(), visit, about="conclusion")[-1] == (
        "The Co-Chairs thank members for their part in the 11th Annual Meeting and site "
        "visits on the response."
    )


def test_officials_named_before_are_closed_off_by_a_comma_under_their_office():
    forum = BodyFact("BP", "Bali Process on People Smuggling", "Bali Process")
    rows = [
        by(role="speaker", person=person, as_role="co_chair", as_body=body)
        for body in (WG_TIP, forum)
        for person in (HAIGH, AWAL)
    ]
    held = meeting(
        sessions=(session("address", *rows[:2]), session("address", *rows[2:]))
    )

    told = text(held)

    assert (
        "The WG-TIP Co-Chairs, Ms Kathryn Haigh and Mr Caka Alverdi Awal, spoke" in told
    )
    assert "The Bali Process Co-Chairs, Ms Kathryn Haigh and Mr Caka" in told


@pytest.mark.parametrize("kind", ["presentation", "panel", "discussion", "case_study"])
def test_titles_at_the_end_of_a_clause_leave_no_stray_comma(kind):
    held = meeting(
        chairs=(),
        sessions=(session(kind, by(role="moderator", person=HAIGH), by(person=AWAL)),),
    )

    (told,) = sentences(held, about="meeting:wgtip-11/session:0")

    assert ",." not in told
    assert ",," not in told

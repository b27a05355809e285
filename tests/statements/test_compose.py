from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.facts import (
    BodyFact,
    Capacity,
    ConveningFact,
    HouseStyle,
    Level,
    NameForm,
    OutcomeFact,
    PlanItemFact,
)
from meetings.statements.compose import compose, markup
from tests.statements.facts import (
    AUSTRALIA,
    AWAL,
    DWG,
    HAIGH,
    ILO,
    INDONESIA,
    IOM,
    MALDIVES,
    META,
    NEW_ZEALAND,
    PHILIPPINES,
    PLAN,
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
    statement,
)


def text(*meetings, style=HouseStyle.BULLETS, **rest):
    return markup(compose(statement(*meetings, style=style, **rest)))


def sentences(*meetings, about, style=HouseStyle.BULLETS, **rest):
    draft = compose(statement(*meetings, style=style, **rest))
    return [
        sentence.text
        for block in draft.blocks
        for sentence in block.sentences
        if sentence.about == about
    ]


def test_one_meeting_opens_with_its_day_body_and_place():
    draft = compose(statement(meeting()))

    assert [sentence.text for sentence in draft.blocks[0].sentences] == [
        "On 1 December 2025, the Bali Process Working Group on Trafficking in Persons "
        "held its 11th Annual Meeting in Manila, the Philippines.",
        "Australia and Indonesia co-chaired the meeting.",
    ]
    assert draft.dateline == "Manila, the Philippines, December 2025"


def test_a_joint_week_opens_with_all_meetings_of_its_bodies_but_not_of_others():
    annual = meeting()
    joint = meeting(
        "wgtip-11r",
        (WG_TIP, TEG_RR),
        kind="regional_event",
        number=None,
        title="Joint Regional Event",
        theme="Breaking the cycle",
        starts_on=date(2025, 12, 2),
        ends_on=date(2025, 12, 2),
    )
    theirs = meeting(
        "tegrr-08",
        (TEG_RR,),
        title="TEG-RR 8th Annual Meeting",
        number=8,
        starts_on=date(2025, 12, 4),
        ends_on=date(2026, 1, 2),
        chairs=(chair(TEG_RR, PHILIPPINES),),
    )
    tfpp = BodyFact("TFPP", "Task Force on Planning and Preparedness", "Task Force")
    other = meeting("tfpp", (tfpp,), starts_on=date(2025, 11, 1))

    told = sentences(
        annual, joint, about="meetings", week=(annual, joint, theirs, other)
    )

    assert told == [
        "From 1 December 2025 to 2 January 2026, the Bali Process Working Group on "
        "Trafficking in Persons (WG-TIP) and the Technical Experts Group on Returns and "
        "Reintegration (TEG-RR) met in a joint week of events in Manila, the Philippines: "
        "the WG-TIP 11th Annual Meeting, the Joint Regional Event *Breaking the cycle* "
        "and the TEG-RR 8th Annual Meeting."
    ]


def test_a_cohost_is_named_but_the_statement_does_not_speak_for_it():
    tfpp = BodyFact("TFPP", "Task Force on Planning and Preparedness", "Task Force")
    held = meeting(
        convenings=(
            ConveningFact(WG_TIP, convenes=True),
            ConveningFact(tfpp, convenes=False),
        )
    )

    draft = compose(statement(held))

    assert draft.bodies == ("Working Group on Trafficking in Persons",)
    assert (
        "The 11th Annual Meeting was held jointly with the Task Force on Planning and "
        "Preparedness." in markup(draft)
    )


ATTENDANCE = (
    present(AUSTRALIA, level=Level.SENIOR_OFFICIAL),
    present(PHILIPPINES),
    present(IOM),
    present(ILO),
    present(MALDIVES, Capacity.BALI_PROCESS_MEMBER, level=Level.SENIOR_OFFICIAL),
    present(WALK_FREE, Capacity.CIVIL_SOCIETY),
    present(META, Capacity.PRIVATE_SECTOR),
    present(DWG, Capacity.WORKSTREAM),
    present(RSO, Capacity.WORKSTREAM),
    apologies(NEW_ZEALAND),
)


def test_attendance_in_a_paragraph_writes_words_below_ten_and_bare_names():
    (told,) = sentences(
        meeting(attendance=ATTENDANCE),
        about="attendance:counted",
        style=HouseStyle.PARAGRAPH,
    )

    assert told == (
        "The meeting was attended by four members (Australia, Philippines, International "
        "Labour Organization and International Organization for Migration), one "
        "additional Bali Process member as observer (Maldives) and one civil society "
        "organisation (Walk Free)."
    )


def test_states_are_listed_by_their_formal_names_where_that_is_chosen():
    thailand = state("Thailand", formal_name="the Kingdom of Thailand")
    rows = (present(thailand, level=Level.SENIOR_OFFICIAL), present(NEW_ZEALAND))
    formal, bare = (
        text(meeting(attendance=rows), style=style, names=NameForm.FORMAL)
        for style in (HouseStyle.BULLETS, HouseStyle.PARAGRAPH)
    )

    assert "- 2 members (New Zealand and the Kingdom of Thailand)." in formal
    assert "two members (New Zealand and Kingdom of Thailand)" in bare
    assert "Thailand was represented by a senior official." in formal


def test_attendance_in_bullets_writes_figures_and_articles():
    held = meeting(attendance=ATTENDANCE)

    assert text(held).split("\n\n")[1:3] == [
        "The meeting was attended by:",
        "- 4 members (Australia, the Philippines, the International Labour Organization "
        "and the International Organization for Migration);\n"
        "- 1 additional Bali Process member as observer (the Maldives);\n"
        "- 1 civil society organisation (Walk Free).",
    ]


def test_guests_levels_and_apologies_follow_the_counted_groups():
    held = meeting(attendance=ATTENDANCE)

    assert sentences(held, about="attendance:named") == [
        "Also in attendance: Meta, the Disruption Working Group and the Regional Support "
        "Office of the Bali Process."
    ]
    assert sentences(held, about="attendance:level") == [
        "Australia and the Maldives were represented by senior officials."
    ]
    assert sentences(held, about="attendance:apologies") == [
        "Apologies were received from New Zealand."
    ]


def test_several_workstreams_stand_in_one_bracket_apart_from_the_office():
    gabf = organisation("Government and Business Forum", kind="workstream")
    rows = [present(party, Capacity.WORKSTREAM) for party in (DWG, gabf, RSO)]

    assert sentences(meeting(attendance=tuple(rows)), about="attendance:named") == [
        "In attendance: other Bali Process workstreams (the Disruption Working Group and "
        "the Government and Business Forum) and the Regional Support Office of the Bali "
        "Process."
    ]


def test_several_companies_are_counted():
    match = replace(
        META, name="Match Group", running_name="Match Group", sort_key="match"
    )
    rows = tuple(present(party, Capacity.PRIVATE_SECTOR) for party in (META, match))

    assert "- 2 private sector organisations (Match Group and Meta)." in text(
        meeting(attendance=rows)
    )


def test_one_senior_official_is_singular_and_ministers_come_first():
    rows = (
        present(AUSTRALIA, level=Level.SENIOR_OFFICIAL),
        present(INDONESIA, level=Level.MINISTER),
    )

    assert sentences(meeting(attendance=rows), about="attendance:level") == [
        "Indonesia was represented by a minister.",
        "Australia was represented by a senior official.",
    ]


def test_an_abbreviation_is_introduced_only_if_it_is_used_again():
    held = meeting(
        attendance=(present(IOM), present(ILO), present(RSO, Capacity.WORKSTREAM)),
        sessions=(
            session("presentation", by(IOM)),
            session("discussion", summary="The RSO took part, as IOM did."),
        ),
    )

    told = text(held)

    assert "the International Organization for Migration (IOM)" in told
    assert "IOM gave a presentation on online scam centres." in told
    assert "the International Labour Organization" in told
    assert "(ILO)" not in told
    assert "the Regional Support Office of the Bali Process (RSO)" in told
    assert "The RSO took part, as IOM did." in told


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


def test_what_the_record_lacks_is_said_and_nothing_is_invented():
    bare = meeting(attendance=(), chairs=(), starts_on=None, ends_on=None)
    untitled = meeting(
        chairs=(
            chair(WG_TIP, AUSTRALIA),
            chair(WG_TIP, INDONESIA, replace(AWAL, title="")),
        )
    )

    assert compose(statement(bare)).gaps == (
        f"{bare.title}: no date is recorded.",
        f"{bare.title}: no attendance is recorded.",
        f"{bare.title}: no co-chair is recorded for its first day.",
    )
    assert compose(statement(untitled)).gaps == (
        "WG-TIP: the co-chair of Australia is not named.",
        "Caka Alverdi Awal: no title is recorded on the day.",
    )
    assert "attended" not in text(bare)
    assert compose(replace(statement(), meetings=())).gaps == (
        "The statement covers no meeting yet.",
    )


def test_typed_text_is_printed_as_typed():
    told = text(
        meeting(summary="*Not* bold; [link](javascript:x) <b>1</b>\n\n# no heading")
    )

    assert r"\*Not\* bold; \[link\](javascript:x) \<b\>1\</b\> \# no heading" in told


@given(
    st.lists(
        st.tuples(
            st.sampled_from(Capacity), st.booleans(), st.sampled_from([None, *Level])
        ),
        max_size=70,
    ),
    st.sampled_from(HouseStyle),
)
def test_any_attendance_composes_and_every_party_is_named_once(rows, style):
    attendance = tuple(
        present(state(f"State {number}x"), capacity, present=here, level=level)
        for number, (capacity, here, level) in enumerate(rows)
    )

    draft = compose(statement(meeting(attendance=attendance), style=style))

    listed = " ".join(
        sentence.text
        for block in draft.blocks
        for sentence in block.sentences
        if sentence.about.startswith("attendance") and "level" not in sentence.about
    )
    for row in attendance:
        assert listed.count(row.party.name) == 1


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_text_composes(summary, topics):
    held = meeting(summary=summary, sessions=(session("panel", topics=topics),))

    assert markup(compose(statement(held))).endswith("\n")


def test_titles_that_begin_with_an_ordinal_have_it_in_words_in_headings():
    held = meeting(
        kind="commemorative_dialogue",
        number=None,
        title=f"10th Anniversary Dialogue of the {WG_TIP.name}",
    )

    assert "## Tenth Anniversary Dialogue – 1 December 2025" in text(held)
    assert "held the 10th Anniversary Dialogue in Manila" in text(held)


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

"""How a statement begins and tells who attended; what no record and no text can break."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from meetings.facts import (
    BodyFact,
    Capacity,
    ConveningFact,
    HouseStyle,
    Level,
    NameForm,
)
from meetings.statements.compose import compose, markup
from tests.statements.composed import ATTENDANCE, sentences, text
from tests.statements.facts import (
    AUSTRALIA,
    AWAL,
    DWG,
    ILO,
    INDONESIA,
    IOM,
    META,
    NEW_ZEALAND,
    PHILIPPINES,
    RSO,
    TEG_RR,
    WG_TIP,
    by,
    chair,
    meeting,
    organisation,
    present,
    session,
    state,
    statement,
)


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

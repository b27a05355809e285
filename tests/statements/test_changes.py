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
    ParticipantAnnex,
)
from meetings.statements.changes import changes, follow, touched
from meetings.statements.compose import compose, markup
from tests.statements.facts import (
    AUSTRALIA,
    AWAL,
    HAIGH,
    INDONESIA,
    IOM,
    MALDIVES,
    PHILIPPINES,
    PLAN,
    WG_TIP,
    apologies,
    by,
    chair,
    meeting,
    present,
    session,
    statement,
)

TITLE = "11th Annual Meeting of the Working Group on Trafficking in Persons"


def words(old, new, **rest):
    return [change.words for change in changes(statement(old), statement(new, **rest))]


def test_nothing_moved_nothing_said():
    assert changes(statement(), statement()) == ()
    assert touched(markup(compose(statement())), statement(), statement()) == ()


def test_a_party_that_comes_later_changes_list_and_count():
    then = meeting(attendance=(present(AUSTRALIA),))
    now = meeting(
        attendance=(present(AUSTRALIA), present(MALDIVES, Capacity.BALI_PROCESS_MEMBER))
    )

    assert words(then, now) == [
        "Maldives: now present.",
        "Additional Bali Process members as observers: 0 would become 1.",
    ]
    assert words(now, then) == [
        "Maldives: no longer recorded.",
        "Additional Bali Process members as observers: 1 would become 0.",
    ]


def test_another_capacity_level_and_presence_are_told():
    then = meeting(attendance=(present(MALDIVES), present(IOM), present(INDONESIA)))
    now = meeting(
        attendance=(
            present(MALDIVES, Capacity.BALI_PROCESS_MEMBER),
            present(IOM, level=Level.SENIOR_OFFICIAL),
            apologies(INDONESIA),
        )
    )

    assert words(then, now) == [
        "Indonesia: now recorded with apologies.",
        "International Organization for Migration: now at the level of senior official, "
        "before not recorded.",
        "Maldives: now additional Bali Process member as observer, before member.",
        "Members: 3 would become 1.",
        "Additional Bali Process members as observers: 0 would become 1.",
    ]


def test_a_new_row_with_apologies_and_a_new_name_are_told():
    then = meeting(attendance=(present(MALDIVES),))
    now = meeting(
        attendance=(
            present(replace(MALDIVES, running_name="Maldives")),
            apologies(INDONESIA),
        )
    )

    assert words(then, now) == [
        "Indonesia: now recorded with apologies.",
        "Maldives: now called Maldives.",
    ]


@pytest.mark.parametrize(
    ("moved", "told"),
    [
        ({"title": "Another"}, "the title is now Another, before " + TITLE),
        (
            {"ends_on": date(2025, 12, 2)},
            "the days is now 1 to 2 December 2025, before 1 December 2025",
        ),
        (
            {"city": ""},
            "the place is now the Philippines, before Manila, the Philippines",
        ),
        ({"number": 12}, "the number is now 12, before 11"),
        ({"theme": "Tools"}, "the theme is now Tools, before empty"),
        (
            {"convenings": (ConveningFact(WG_TIP, convenes=False),)},
            "the convening bodies are others",
        ),
    ],
)
def test_particulars_of_a_meeting_are_told(moved, told):
    now = meeting(**moved)

    assert f"{now.title}: {told}." in words(meeting(), now)


def test_chairs_are_told():
    now = meeting(chairs=(chair(WG_TIP, AUSTRALIA, AWAL), chair(WG_TIP, PHILIPPINES)))

    assert words(meeting(), now) == [
        f"{TITLE}: Australia, for WG-TIP, is now represented by Caka Alverdi Awal, "
        "Director for International Peace and Security.",
        f"{TITLE}: Indonesia, for WG-TIP, no longer co-chairs.",
        f"{TITLE}: Philippines, for WG-TIP, now co-chairs.",
    ]
    nameless = meeting(
        chairs=(chair(WG_TIP, AUSTRALIA), chair(WG_TIP, INDONESIA, AWAL))
    )
    assert words(meeting(), nameless) == [
        f"{TITLE}: Australia, for WG-TIP, is now represented by nobody by name."
    ]


def test_sessions_and_outcomes_are_told():
    one, two = session(title="One"), session(title="Two")
    then = meeting(sessions=(one, two))

    assert words(then, meeting(sessions=(one,))) == [
        f"{TITLE}: session “Two” was removed."
    ]
    assert words(meeting(sessions=(one,)), then) == [
        f"{TITLE}: session “Two” was added."
    ]
    assert words(then, meeting(sessions=(two, one))) == [
        f"{TITLE}: the sessions stand in another order."
    ]
    spoken = replace(two, contributions=(by(IOM),))
    assert words(then, meeting(sessions=(one, spoken))) == [
        f"{TITLE}: session “Two” was changed."
    ]
    assert words(then, replace(then, outcomes=(OutcomeFact("agreed", "more"),))) == [
        f"{TITLE}: the outcomes were changed."
    ]
    assert words(then, replace(then, endorsed=()), host=IOM) == [
        "The host is now the International Organization for Migration."
    ]
    assert [change.words for change in changes(statement(host=IOM), statement())] == [
        "The host is now nobody."
    ]


def test_meetings_covered_are_told():
    other = meeting("other", title="Another")

    assert [
        change.words
        for change in changes(statement(meeting(attendance=())), statement(other))
        if "covered" in change.words
    ] == [f"{TITLE} is no longer covered.", "Another is now covered."]
    week = (meeting(), other)
    assert [
        change.words for change in changes(statement(), replace(statement(), week=week))
    ] == ["The events of the week, or their days, are others now."]


def test_another_style_is_told():
    now = statement(
        style=HouseStyle.PARAGRAPH,
        names=NameForm.FORMAL,
        annex=ParticipantAnnex.NAMED,
    )

    assert [change.words for change in changes(statement(), now)] == [
        "The form is now a paragraph.",
        "States are now listed by their formal names.",
        "The annex of participants is now one with the names of delegates.",
    ]


def test_whatever_else_is_printed_otherwise_is_told_too():
    renamed = replace(PHILIPPINES, running_name="Philippines")
    then, now = (
        statement(meeting(chairs=(chair(WG_TIP, party),), attendance=()))
        for party in (PHILIPPINES, renamed)
    )

    assert [change.words for change in changes(then, now)] == [
        "Names or other words of the record were changed."
    ]
    assert changes(then, then) == ()


def test_plans_are_told():
    assert words(meeting(), meeting(endorsed=(PLAN,))) == [
        f"{TITLE}: the plans in force or endorsed are others."
    ]


def test_the_sentences_touched_are_those_about_what_moved():
    then = statement(meeting(attendance=(present(AUSTRALIA),)))
    now = statement(meeting(attendance=(present(AUSTRALIA), present(PHILIPPINES))))
    text = markup(compose(then))

    (sentence,) = touched(text, then, now)

    assert sentence.before == "1 member (Australia)."
    assert sentence.after == "2 members (Australia and the Philippines)."
    assert (sentence.about, sentence.kept) == ("attendance:member", True)


def test_untouched_passages_follow_and_edited_ones_are_left_with_an_offer():
    then = statement(meeting(attendance=(present(AUSTRALIA),), sessions=(session(),)))
    now = statement(
        meeting(
            attendance=(present(AUSTRALIA), present(PHILIPPINES)),
            sessions=(replace(session(), topics="money laundering"),),
        )
    )
    edited = markup(compose(then)).replace("A presentation dealt", "Presenters dealt")

    text, offered = follow(edited, then, now)

    assert "- 2 members (Australia and the Philippines)." in text
    assert "Presenters dealt with online scam centres." in text
    assert [(row.before, row.after, row.kept) for row in offered] == [
        (
            "A presentation dealt with online scam centres.",
            "A presentation dealt with money laundering.",
            False,
        )
    ]


def test_a_body_known_by_another_name_touches_its_sentences():
    then = statement(meeting())
    renamed = ConveningFact(
        BodyFact("WG-TIP", "Group on Trafficking", "Group"), convenes=True
    )
    now = statement(meeting(convenings=(renamed,)))

    text, _ = follow(markup(compose(then)), then, now)

    assert "Bali Process Group on Trafficking held" in text
    assert HAIGH.name in text


ROWS = st.lists(
    st.tuples(
        st.sampled_from([AUSTRALIA, INDONESIA, MALDIVES, PHILIPPINES, IOM]),
        st.sampled_from(Capacity),
        st.booleans(),
    ),
    unique_by=lambda row: row[0].name,
)


def listed(rows):
    return statement(
        meeting(
            attendance=tuple(
                present(party, capacity, present=here) for party, capacity, here in rows
            )
        )
    )


@given(ROWS, ROWS)
def test_words_change_exactly_when_the_record_does(before, after):
    then, now = listed(before), listed(after)

    assert bool(changes(then, now)) == (
        sorted(before, key=str) != sorted(after, key=str)
    )


@given(ROWS, ROWS)
def test_what_was_touched_is_told_as_changed(before, after):
    then, now = listed(before), listed(after)

    if touched(markup(compose(then)), then, now):
        assert changes(then, now)

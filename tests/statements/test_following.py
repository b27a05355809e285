"""What nobody touched follows the record; what a person wrote stays to the letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.facts import Capacity, HouseStyle
from meetings.statements.compose import compose, markup
from meetings.statements.following import followed
from meetings.statements.passages import chunks
from meetings.statements.tracing import beside, parts, taken, traced
from tests.statements.facts import (
    AUSTRALIA,
    INDONESIA,
    IOM,
    MALDIVES,
    PHILIPPINES,
    WALK_FREE,
    meeting,
    present,
    session,
    statement,
)

SCAMS, MONEY, PORTS = (
    session(title=topic, topics=topic)
    for topic in ("online scam centres", "money laundering", "ports and fishing fleets")
)


ALONE = (present(AUSTRALIA),)


def draft(*sessions, attendance=ALONE, **rest):
    held = meeting(sessions=sessions, attendance=attendance)
    return compose(statement(held, **rest))


def follow(text, then, now):
    return followed(text, then, now).text


def offers(text, then, now):
    return [(row.before, row.after) for row in followed(text, then, now).offered]


def told(topic):
    return f"A presentation dealt with {topic}."


def test_a_new_passage_comes_in_at_its_place():
    then, now = draft(SCAMS, PORTS), draft(SCAMS, MONEY, PORTS)

    assert follow(markup(then), then, now) == markup(now)
    assert offers(markup(then), then, now) == []


def test_it_comes_in_beside_an_edited_neighbour_too():
    then, now = draft(SCAMS, PORTS), draft(SCAMS, MONEY, PORTS)
    text = markup(then).replace(told("online scam centres"), "Scams were deplored.")

    assert follow(text, then, now) == text.replace(
        "Scams were deplored.", f"Scams were deplored.\n\n{told('money laundering')}"
    )


def test_a_passage_that_the_record_no_longer_has_falls_away_unless_it_was_edited():
    then, now = draft(SCAMS, MONEY), draft(SCAMS)
    edited = markup(then).replace("with money laundering", "with the laundering")

    assert follow(markup(then), then, now) == markup(now)
    assert follow(edited, then, now) == edited
    assert offers(edited, then, now) == [(told("money laundering"), None)]


def test_sessions_in_another_order_follow_with_ones_own_words_between_them():
    then, now = draft(SCAMS, MONEY, PORTS), draft(PORTS, SCAMS, MONEY)
    own = f"{told('money laundering')}\n\nOur own words."
    text = markup(then).replace(told("money laundering"), own)

    assert follow(markup(then), then, now) == markup(now)
    assert follow(text, then, now) == markup(now).replace(told("money laundering"), own)


def test_an_edited_passage_stays_though_others_come_before_it():
    then, now = draft(SCAMS, MONEY), draft(PORTS, SCAMS, MONEY)
    text = markup(then).replace(told("money laundering"), "Money was followed.")

    text = follow(text, then, now)

    assert [chunk.text for chunk in chunks(text)][-5:-2] == [
        told("ports and fishing fleets"),
        told("online scam centres"),
        "Money was followed.",
    ]


def test_a_moved_passage_follows_where_it_was_put():
    now_listed = (present(AUSTRALIA), present(PHILIPPINES))
    then, now = draft(SCAMS, MONEY), draft(SCAMS, MONEY, attendance=now_listed)
    lead, bullet, rest = "The meeting was attended by:", "- 1 member (Australia).", ""
    text = markup(then).replace(f"{lead}\n\n{bullet}\n\n", rest)
    text = f"{text}\n{lead}\n\n{bullet}\n"

    after = follow(text, then, now)

    assert after == text.replace(bullet, "- 2 members (Australia and the Philippines).")


def test_a_section_taken_out_stays_out_and_is_offered():
    then, now = draft(SCAMS), draft(SCAMS, MONEY)
    start, end = (markup(then).index(f"## {name}") for name in ("Eleventh", "Concl"))
    text = markup(then)[:start] + markup(then)[end:]

    assert follow(text, then, now) == text
    assert offers(text, then, now) == [(None, told("money laundering"))]


def test_a_section_that_was_put_back_follows_again():
    then = draft(SCAMS)
    now = draft(session(title="Scams", topics="online scam centres and their owners"))
    start, end = (markup(then).index(f"## {name}") for name in ("Eleventh", "Concl"))
    section, rest = markup(then)[start:end], markup(then)[end:].rstrip()
    text = f"{markup(then)[:start]}{rest}\n\n{section}"

    assert told("online scam centres and their owners") in follow(text, then, now)
    assert offers(text, then, now) == []


def test_in_an_edited_paragraph_the_other_sentences_follow():
    rows = (present(AUSTRALIA), present(WALK_FREE, Capacity.CIVIL_SOCIETY))
    more = (*rows, present(PHILIPPINES), present(IOM, Capacity.OTHER))
    then, now = (
        draft(attendance=listed, style=HouseStyle.PARAGRAPH) for listed in (rows, more)
    )
    text = markup(then).replace("co-chaired the meeting.", "were in the chair.")

    after = follow(text, then, now)

    assert "were in the chair." in after
    assert "two members (Australia and Philippines)" in after


def test_another_style_recomposes_what_nobody_touched():
    then = draft(SCAMS)
    now = draft(SCAMS, style=HouseStyle.PARAGRAPH)
    text = markup(then).replace("1 member (Australia).", "Australia, alone.")

    assert follow(markup(then), then, now) == markup(now)
    assert "Australia, alone." in follow(text, then, now)
    assert "one member" not in follow(text, then, now)


def test_a_sentence_is_replaced_whole_never_within_another():
    then, now = draft(MONEY), draft(session(topics="money", title="Money"))
    longer = f"X{told('money laundering')}"
    text = markup(then).replace(told("money laundering"), longer)

    assert follow(text, then, now) == text


def test_each_passage_tells_whose_words_it_is():
    composed = draft(SCAMS, MONEY)
    text = markup(composed).replace("with online", "with the online")
    text = text.replace(f"{told('money laundering')}\n\n", "")
    text += "\nOur own words.\n"

    rows = {
        (row.text or row.part.text): row.origin
        for row in traced(text, parts(composed))
        if row.origin != "composed"
    }

    assert rows == {
        "A presentation dealt with the online scam centres.": "edited",
        told("money laundering"): "left out",
        "Our own words.": "own",
    }


def test_the_records_wording_is_taken_at_its_place():
    composed = draft(SCAMS, MONEY, PORTS)
    text = markup(composed).replace("with online", "with the online")
    text = text.replace(f"{told('money laundering')}\n\n", "")

    def take(text, words):
        rows = beside(text, composed, composed)
        (place,) = (
            n for n, row in enumerate(rows) if row.differs and words in row.composed
        )
        return taken(text, rows, place)

    assert take(take(text, "online"), "money") == markup(composed)
    assert take(take(text, "money"), "online") == markup(composed)


def test_the_wording_beside_is_that_of_today():
    then, now = (
        draft(SCAMS, MONEY),
        draft(session(title="Scams", topics="scam centres")),
    )
    text = markup(then).replace("dealt with online", "dwelt on online")

    offered = [
        (row.traced.origin, row.composed)
        for row in beside(text, then, now)
        if row.traced.origin != "composed"
    ]

    assert offered == [("edited", told("scam centres"))]


SESSIONS = st.lists(
    st.sampled_from(
        [SCAMS, MONEY, PORTS, session("panel", title="Aid", topics="aid to victims")]
    ),
    unique=True,
)
ROWS = st.lists(
    st.tuples(
        st.sampled_from([AUSTRALIA, INDONESIA, MALDIVES, PHILIPPINES, IOM, WALK_FREE]),
        st.sampled_from(Capacity),
    ),
    unique_by=lambda row: row[0].name,
    min_size=1,
)
DRAFTS = st.builds(
    lambda sessions, rows, style: draft(
        *sessions, attendance=tuple(present(*row) for row in rows), style=style
    ),
    SESSIONS,
    ROWS,
    st.sampled_from(HouseStyle),
)


@given(DRAFTS, DRAFTS)
def test_a_text_that_nobody_touched_becomes_what_the_record_composes(then, now):
    done = followed(markup(then), then, now)

    assert done.text == markup(now)
    assert done.offered == ()


@given(DRAFTS, DRAFTS, st.data())
def test_the_words_of_a_person_stay_to_the_letter(then, now, data):
    passages = [chunk.text for chunk in chunks(markup(then))]
    kept = data.draw(st.lists(st.sampled_from(passages), unique=True))
    own = [f"Own words {number}, as they are." for number in range(3)]
    text = "\n\n".join(data.draw(st.permutations([*kept, *own])))

    after = follow(text, then, now)

    assert [row for row in chunks(after) if row.text in own] == [
        row for row in chunks(after) if row.text.startswith("Own")
    ]
    assert all(after.count(words) == 1 for words in own)


@given(DRAFTS, DRAFTS)
def test_once_it_follows_it_stays(then, now):
    text = markup(then).replace("co-chaired", "chaired together")

    once = follow(text, then, now)

    assert follow(once, now, now) == once


@pytest.mark.parametrize("text", ["", "\n \n", "- \n- ", "#", "\x00\ue000", "a\r\rb"])
def test_any_text_may_follow(text):
    assert isinstance(follow(text, draft(SCAMS), draft(MONEY)), str)
    assert isinstance(traced(text, parts(draft(SCAMS))), tuple)

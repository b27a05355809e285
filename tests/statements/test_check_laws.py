"""Laws of the check: it accepts what is composed, finds what is false, and never fails."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meetings.statements.check import check
from meetings.statements.compose import compose, markup
from tests.statements.generated import VOCABULARY, statements
from tests.statements.planting import Truth, planted

SLOW = [
    HealthCheck.too_slow,
    HealthCheck.data_too_large,
    HealthCheck.large_base_example,
]

FRAGMENTS = (
    "attended by", "co-chaired by", "represented by senior officials", "17", "seventeen",
    "10th", "members", "(", ")", "[", "]", "*", "**", "- ", "#", "\\", "\n", "\n\n", "’s",
    "31 November 2025", "1 to 5 December", "32 May 20256", "0 0000", "9" * 30, "٣", "\u017f",
    "théme", "\u00ad", "\u202e", "\ud800", "\x00", "Mr ", "Ms. ", "(as DWG Co-Chair)",
    "Australia", "the Philippines", "Viet Nam", "Lao PDR,", "IOM", "(IOM)", "Taskforce",
    "2024-26", "Forward Work Plan", "Government of the", "civil society organisations (",
)  # fmt: skip
texts = st.one_of(
    st.text(),
    st.lists(
        st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=6)), max_size=50
    ).map(" ".join),
    st.lists(st.sampled_from(FRAGMENTS), max_size=50).map("".join),
)


@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
@given(statements())
def test_what_is_composed_is_accepted(facts):
    text = markup(compose(facts))

    assert check(text, facts, VOCABULARY).findings == ()


@settings(max_examples=25, deadline=None, suppress_health_check=SLOW)
@given(statements(), st.data())
def test_what_is_composed_and_changed_is_found(facts, data):
    truth = Truth("composed", markup(compose(facts)), facts, VOCABULARY)
    errors = list(planted(truth))
    for error in data.draw(st.lists(st.sampled_from(errors), max_size=3)):
        assert check(error.text, facts, VOCABULARY).findings, (error.was, error.now)


@settings(max_examples=150, deadline=None, suppress_health_check=SLOW)
@given(texts, statements())
def test_no_text_is_too_odd(text, facts):
    checked = check(text, facts, VOCABULARY)

    for finding in checked.findings:
        assert 0 <= finding.start <= finding.end <= len(text)
        assert finding.severity in {"error", "warning"}
        assert finding.record
    assert 0 <= checked.coverage.checked <= checked.coverage.claims


@settings(max_examples=40, deadline=None, suppress_health_check=SLOW)
@given(statements(), st.data())
def test_no_slip_of_the_keyboard_stops_it(facts, data):
    text = markup(compose(facts))
    for place, typed in data.draw(
        st.lists(
            st.tuples(st.integers(0, len(text)), st.sampled_from(FRAGMENTS)), max_size=9
        )
    ):
        text = text[:place] + typed + text[place + data.draw(st.integers(0, 9)) :]

    for finding in check(text, facts, VOCABULARY).findings:
        assert finding.start <= finding.end <= len(text)

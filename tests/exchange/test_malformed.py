"""Two hundred bad spreadsheets: each a clear error or a clean preview, never half a save."""

import random

import msgspec
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meetings.exchange.applying import NotAppliedError, apply
from meetings.exchange.files import read
from meetings.exchange.limits import UnreadableFileError
from meetings.exchange.lists import lists_of
from meetings.exchange.planning import plan_of
from meetings.exchange.undoing import undo
from meetings.models import Attendance, Delegate, Import, Party, Person
from tests.factories import AttendanceFactory, MeetingFactory, PartyFactory, UserFactory

from .malformed import COLUMNS, HAND_MADE, WHOLE, WORDS
from .sheets import text


def test_there_are_as_many_as_promised():
    assert len({content for content, _ in HAND_MADE.values()}) >= 200


@pytest.fixture
def record(db):
    """A meeting with one attendance, and whoever imports."""
    meeting = MeetingFactory()
    AttendanceFactory(
        meeting=meeting, party=PartyFactory(name="Japan"), level="minister"
    )
    PartyFactory(name="Fiji")
    return meeting


def state():
    """Return all that an import may touch, as it is."""
    return [
        sorted(model.objects.values_list(*fields))
        for model, fields in (
            (Attendance, ("pk", "party", "presence", "level", "mode", "note")),
            (Delegate, ("pk", "person", "role")),
            (Person, ("pk", "name", "honorific")),
            (Party, ("pk", "name")),
        )
    ]


@pytest.mark.parametrize("name", HAND_MADE)
def test_each_is_an_error_or_a_preview_and_nothing_is_saved(desk, record, name):
    content, file_name = HAND_MADE[name]
    before = state()

    response = desk.post(
        reverse("admin:meetings_import_add"),
        {"file": SimpleUploadedFile(file_name, content), "meeting": record.pk},
        follow=True,
    )

    assert response.status_code == 200
    assert state() == before
    html = response.content.decode()
    assert "<script>alert" not in html
    if "preview" not in response.context:
        (messages,) = response.context["form"].errors.values()
        assert all(len(message) > 12 and message.endswith(".") for message in messages)
        assert Import.objects.count() == 0
    else:
        for row in response.context["preview"].rows:
            assert row.outcome.changes or row.outcome.notes or row.word == "Unchanged"


def tried(content: bytes, name: str, meeting, user) -> str:
    """Import whatever comes, and take it back; say how far it went."""
    before = state()
    try:
        lists = lists_of(read(content, name))
    except UnreadableFileError as error:
        return f"refused: {error}"
    target = Import.objects.create(
        file_name=name,
        sha256="0" * 64,
        user=user,
        meeting=meeting,
        lists=msgspec.to_builtins(lists),
    )
    target.refresh_from_db()
    seen = plan_of(target).fingerprint()
    assert state() == before
    try:
        list(apply(target.pk, user=user, seen=seen, leave_out_errors=True))
    except NotAppliedError as error:
        assert state() == before
        return f"not applied: {error}"
    assert plan_of(target).counts["new"] == 0
    list(undo(target.pk, user=user))
    assert state() == before
    return "undone."


def ended(words: str) -> bool:
    """Whether it ended in one of three ways, told in a sentence."""
    return words.startswith(("refused", "not applied", "undone")) and words.endswith(
        "."
    )


QUIET = settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
HEADS = [COLUMNS, ["Country", "Day 1", "Site visit", "2 Dec"]]
CELLS = st.one_of(
    st.sampled_from([*WORDS, *COLUMNS, *HEADS[1]]),
    st.text(max_size=30),
    st.integers(),
    st.none(),
)
TABLES = st.lists(st.lists(CELLS, max_size=10), max_size=12)


@QUIET
@given(TABLES, st.sampled_from(",;\t"), st.sampled_from([None, *HEADS]))
def test_any_table_is_refused_or_imported_whole_and_undone(
    record, table, delimiter, headed
):
    user = UserFactory(is_superuser=True)
    rows = [headed, *table] if headed else table
    content = text([[c if c is not None else "" for c in row] for row in rows], delimiter,
                   "utf-8").replace(b"\0", b"")  # fmt: skip

    assert ended(tried(content, "a.csv", record, user))


@QUIET
@given(st.data())
def test_a_workbook_with_broken_bytes_never_breaks_us(record, data):
    user = UserFactory(is_superuser=True)
    seed = data.draw(st.integers(0, 2**32))
    wheel, content = random.Random(seed), bytearray(WHOLE)  # noqa: S311 - not a secret
    for _ in range(data.draw(st.integers(1, 40))):
        content[wheel.randrange(len(content))] = wheel.randrange(256)

    assert ended(tried(bytes(content), "a.xlsx", record, user))


@QUIET
@given(st.binary(max_size=400), st.sampled_from(["a.csv", "a.xlsx", "a.tsv"]))
def test_any_bytes_are_refused_or_read(record, content, name):
    user = UserFactory(is_superuser=True)

    assert ended(tried(content, name, record, user))


def test_a_good_list_among_them_is_imported_and_undone(record):
    user = UserFactory(is_superuser=True)

    assert tried(WHOLE, "a.xlsx", record, user) == "undone."

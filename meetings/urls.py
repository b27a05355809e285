"""The addresses of the record. Documents end in the name of their format."""

from django.contrib.auth.decorators import login_not_required
from django.urls import path, register_converter

from .views import (
    activity,
    bodies,
    documents,
    feeds,
    gatherings,
    home,
    meetings,
    outcomes,
    papers,
    parties,
    sheets,
    statements,
)
from .views.workbench import (
    comparing,
    desk,
    drafting,
    editing,
    editions,
    letters,
    returning,
    steps,
)


class FormatConverter:
    regex = "pdf|html|json"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class StatementFormatConverter(FormatConverter):
    regex = f"{FormatConverter.regex}|docx"


class SheetFormatConverter(FormatConverter):
    regex = "csv|xlsx"


class StepConverter(FormatConverter):
    regex = "|".join(steps.STEPS)


register_converter(FormatConverter, "format")
register_converter(StatementFormatConverter, "statement_format")
register_converter(SheetFormatConverter, "sheet_format")
register_converter(StepConverter, "step")

app_name = "meetings"
urlpatterns = [
    path("", home.HomeView.as_view(), name="home"),
    path("meetings.<sheet_format:file_format>", sheets.meetings, name="meeting-sheet"),
    path("meetings/", meetings.MeetingListView.as_view(), name="meeting-list"),
    path(
        "meetings/<slug:slug>/",
        meetings.MeetingView.as_view(),
        name="meeting-detail",
    ),
    path(
        "meetings/<slug:slug>/attendance.<sheet_format:file_format>",
        sheets.meeting_attendance,
        name="meeting-attendance-sheet",
    ),
    path(
        "meetings/<slug:slug>/attendance.<format:suffix>",
        documents.meeting_attendance,
        name="meeting-attendance",
    ),
    path("media/<path:name>", papers.paper, name="paper"),
    path("outcomes.<sheet_format:file_format>", sheets.outcomes, name="outcome-sheet"),
    path("outcomes/", outcomes.OutcomeListView.as_view(), name="outcome-list"),
    path("gatherings/", gatherings.GatheringListView.as_view(), name="gathering-list"),
    path(
        "gatherings/<slug:slug>/",
        gatherings.GatheringView.as_view(),
        name="gathering-detail",
    ),
    path(
        "gatherings/<slug:slug>/attendance.<sheet_format:file_format>",
        sheets.gathering_attendance,
        name="gathering-attendance-sheet",
    ),
    path(
        "gatherings/<slug:slug>/attendance.<format:suffix>",
        documents.gathering_attendance,
        name="gathering-attendance",
    ),
    path("bodies/", bodies.BodyListView.as_view(), name="body-list"),
    path("bodies/<slug:slug>/", bodies.BodyView.as_view(), name="body-detail"),
    path(
        "bodies/<slug:slug>/attendance/",
        bodies.BodyMatrixView.as_view(),
        name="body-matrix",
    ),
    path(
        "bodies/<slug:slug>/attendance.<sheet_format:file_format>",
        sheets.body_attendance,
        name="body-attendance-sheet",
    ),
    path(
        "bodies/<slug:slug>/attendance.<format:suffix>",
        documents.body_attendance,
        name="body-attendance",
    ),
    path("parties/", parties.PartyListView.as_view(), name="party-list"),
    path("parties/<slug:slug>/", parties.PartyView.as_view(), name="party-detail"),
    path(
        "statements.atom", login_not_required(feeds.EditionFeed()), name="edition-feed"
    ),
    path("statements/", statements.StatementListView.as_view(), name="statement-list"),
    path(
        "statements/<slug:slug>/",
        statements.StatementView.as_view(),
        name="statement-detail",
    ),
    path(
        "statements/<slug:slug>.<statement_format:suffix>",
        documents.statement,
        name="statement-document",
    ),
    path("statements/new", drafting.NewStatementView.as_view(), name="statement-new"),
    path(
        "statements/<slug:slug>/desk/", desk.DeskView.as_view(), name="statement-desk"
    ),
    path(
        "statements/<slug:slug>/desk/scope/",
        drafting.ScopeView.as_view(),
        name="statement-scope",
    ),
    path(
        "statements/<slug:slug>/desk/edit/",
        editing.EditView.as_view(),
        name="statement-edit",
    ),
    path(
        "statements/<slug:slug>/desk/compare/",
        comparing.CompareView.as_view(),
        name="statement-compare",
    ),
    path(
        "statements/<slug:slug>/desk/returned/",
        returning.ReturnView.as_view(),
        name="statement-return",
    ),
    path(
        "statements/<slug:slug>/desk/letters/<int:pk>/",
        letters.LetterView.as_view(),
        name="statement-letter",
    ),
    path(
        "statements/<slug:slug>/desk/<step:step>/",
        steps.StepView.as_view(),
        name="statement-step",
    ),
    path(
        "statements/<slug:slug>/editions/<int:number>/",
        statements.EditionView.as_view(),
        name="edition-detail",
    ),
    path(
        "statements/<slug:slug>/editions/<int:number>.<format:suffix>",
        editions.edition,
        name="edition",
    ),
    path("activity/", activity.ActivityView.as_view(), name="activity"),
]

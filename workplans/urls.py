"""The addresses of plans and strategies."""

from django.urls import path

from .views import plans

app_name = "workplans"
urlpatterns = [
    path("plans/", plans.PlanListView.as_view(), name="plan-list"),
    path("plans/<slug:slug>/", plans.PlanView.as_view(), name="plan-detail"),
    path(
        "strategies/<slug:slug>/",
        plans.StrategyView.as_view(),
        name="strategy-detail",
    ),
]

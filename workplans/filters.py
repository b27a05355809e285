"""What the list of plans can be narrowed by, validated from the address."""

import django_filters as filters
from django import forms

from meetings.models import Body

from .models import WorkPlan


class PlanFilter(filters.FilterSet):
    q = filters.CharFilter(
        "title",
        "icontains",
        label="Words in the title",
        max_length=200,
        widget=forms.SearchInput,
    )
    body = filters.ModelChoiceFilter(
        label="Body",
        queryset=Body.objects.filter(work_plans__isnull=False).distinct(),
        to_field_name="slug",
        empty_label="Any body",
    )

    class Meta:
        model = WorkPlan
        fields: list[str] = []  # every filter is spelled out above

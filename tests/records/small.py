"""A small set of records in files, sound as it is, for tests to break."""

import json
from copy import deepcopy
from pathlib import Path

FIJI = {
    "slug": "fiji",
    "name": "Fiji",
    "running_name": "Fiji",
    "kind": "state",
    "sort_key": "fiji",
    "iso_code": "FJ",
}
SAMOA = {
    "slug": "samoa",
    "name": "Samoa",
    "running_name": "Samoa",
    "kind": "state",
    "sort_key": "samoa",
    "aliases": ["Western Samoa"],
}
RECORDS = {
    "parties.json": [FIJI, SAMOA],
    "people.json": [
        {
            "slug": "sione",
            "name": "Sione",
            "party": "Samoa",
            "appointments": [
                {"title": "Director", "since": "2023-01-01", "until": "2023-12-31"},
                {"title": "Director-General", "since": "2024-01-01"},
            ],
        }
    ],
    "bodies.json": [
        {"abbreviation": "BP", "name": "Process", "short_name": "BP", "slug": "bp"},
        {
            "abbreviation": "WG",
            "name": "Working Group",
            "short_name": "Group",
            "slug": "wg",
            "parent": "BP",
        },
    ],
    "memberships.json": [{"body": "WG", "party": "Samoa", "since": "2020-01-01"}],
    "chair_terms.json": [{"body": "WG", "party": "Samoa", "person": "sione"}],
    "meetings.json": [
        {
            "slug": "wg-1",
            "title": "First meeting",
            "kind": "annual_meeting",
            "bodies": ["WG"],
            "starts_on": "2024-05-02",
            "ends_on": "2024-05-03",
            "attendance": [{"party": "Fiji"}, {"party": "Samoa"}],
            "sessions": [
                {
                    "title": "Panel",
                    "kind": "panel",
                    "contributions": [{"party": "Fiji", "role": "panellist"}],
                }
            ],
            "outcomes": [{"kind": "agreed", "text": "to meet", "asked_of": ["Fiji"]}],
        }
    ],
    "work_plans.json": [
        {
            "slug": "wg-plan",
            "title": "Plan",
            "body": "WG",
            "since_year": 2024,
            "versions": [
                {
                    "number": 1,
                    "items": [
                        {
                            "number": "1",
                            "text": "Meet",
                            "leads": ["Fiji"],
                            "sessions": [{"meeting": "wg-1", "number": 1}],
                            "updates": [
                                {"reported_on": "2024-05-03", "status": "completed"}
                            ],
                        }
                    ],
                }
            ],
        }
    ],
}


def records() -> dict[str, list[dict]]:
    """A copy of the small set, by file name, to be changed at will."""
    return deepcopy(RECORDS)


def written(directory: Path, files: dict[str, list[dict]]) -> Path:
    """Write ``files`` to ``directory`` and return it."""
    for name, content in files.items():
        (directory / name).write_text(json.dumps(content), encoding="utf-8")
    return directory

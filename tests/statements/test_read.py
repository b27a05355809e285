"""The reader on statements in the styles of 2002 to 2025."""

from datetime import date

from meetings.statements.read import read

from . import old_statements
from .told import chairs, kinds, listed, read_text, where
from .vocabulary import shipped

IOM = "International Organization for Migration"
ILO = "International Labour Organization"
UNHCR = "United Nations High Commissioner for Refugees"
UNODC = "United Nations Office on Drugs and Crime"
RSO = "Regional Support Office of the Bali Process"
TFPP = "Task Force on Planning and Preparedness"
DWG = (
    "Working Group on Disruption of Criminal Networks Involved in People Smuggling and "
    "Trafficking in Persons"
)


def test_2002_participants_then_observers():
    told = read_text(old_statements.FOUNDING)

    assert told["title"] == "Regional Ministerial Conference on People Smuggling"
    assert told["ordinal"] is None
    assert told["bodies"] == ["MC"]
    assert where(told) == ("2002-02-26", "2002-02-28", "Bali", "Indonesia")
    assert chairs(told) == [("Indonesia", "", ""), ("Australia", "", "")]
    assert listed(told) == {
        "member": [
            "Indonesia",
            "Australia",
            "Vanuatu",
            "Thailand",
            "Singapore",
            "Iran (Islamic Republic of)",
            "Republic of Korea",
            "Lao People's Democratic Republic",
            "Timor-Leste",
            "Brunei Darussalam",
            "Papua New Guinea",
            "Democratic People's Republic of Korea",
            "Türkiye",
            IOM,
        ],
        "bali_process_observer": [
            "Sweden",
            "United States of America",
            "ASEAN Secretariat",
            "European Union",
            "INTERPOL",
            "Asian Development Bank",
            "International Committee of the Red Cross",
        ],
    }
    assert told["counts"] == []
    assert told["unknown"] == []


def test_those_who_speak_as_we_attended_as_ministers_but_are_doubted():
    told = read_text(old_statements.FOUNDING)

    levels = {row["party"]: row["level"] for row in told["attendance"]}
    assert levels["Indonesia"] == levels["Australia"] == "minister"
    assert levels["Vanuatu"] is None
    assert kinds(told).count("co-chair not listed") == 2
    assert "observer" in kinds(told)


def test_2012_ad_hoc_group():
    told = read_text(old_statements.AD_HOC_GROUP)

    assert told["ordinal"] == 6
    assert told["bodies"] == ["AHG"]
    assert where(told) == ("2012-06-01", "2012-06-01", "Bali", "Indonesia")
    assert chairs(told) == []
    assert listed(told) == {
        "member": [
            "Viet Nam",
            "Sri Lanka",
            "Afghanistan",
            "Thailand",
            "Myanmar",
            "Maldives",
            "New Zealand",
            "Pakistan",
            "Philippines",
            UNHCR,
            IOM,
        ],
        "bali_process_observer": ["Canada", "United Arab Emirates"],
        "workstream": [RSO],
    }
    assert kinds(told) == ["capacity", "observer"]


def test_2017_numbered_paragraphs():
    told = read_text(old_statements.TASK_FORCE_2017)

    assert told["ordinal"] == 2
    assert told["bodies"] == ["TFPP"]
    assert where(told) == ("2017-05-18", "2017-05-18", "Bali", "Indonesia")
    assert chairs(told) == [("Australia", "", ""), ("Indonesia", "", "")]
    assert listed(told) == {
        "member": [
            "Thailand",
            "New Zealand",
            "Malaysia",
            "Bangladesh",
            UNODC,
            IOM,
            UNHCR,
        ],
        "workstream": [RSO],
        "bali_process_observer": ["Asia Dialogue on Forced Migration"],
        "apologies": ["Myanmar", "Sri Lanka"],
    }


def test_2020_groups_as_bullets():
    told = read_text(old_statements.EXPERTS_2020)

    assert told["ordinal"] == 3
    assert told["bodies"] == ["TEG-RR"]
    assert where(told) == ("2020-02-13", "2020-02-14", "Colombo", "Sri Lanka")
    assert chairs(told) == [("Australia", "", ""), ("Sri Lanka", "", "")]
    assert listed(told) == {
        "member": [
            "Pakistan",
            "Nauru",
            "Thailand",
            "Viet Nam",
            "Türkiye",
            "France",
            ILO,
            UNODC,
            IOM,
            UNHCR,
        ],
        "bali_process_observer": [
            "Canada",
            "United Kingdom",
            "International Centre for Migration Policy Development",
        ],
        "workstream": [RSO],
        "apologies": ["New Zealand", "Philippines"],
    }


def test_2020_names_line_by_line():
    told = read_text(old_statements.TASK_FORCE_2020)

    assert (
        told["title"] == "Fifth meeting of the Task Force on Planning and Preparedness"
    )
    assert told["ordinal"] == 5
    assert where(told) == ("2020-02-11", "2020-02-12", "Colombo", "Sri Lanka")
    assert listed(told) == {
        "member": ["Sri Lanka", "Viet Nam", "Türkiye", IOM, UNHCR],
        "bali_process_observer": ["Canada"],
    }
    assert [row["words"] for row in told["unknown"]] == [
        "Republic of Freedonia",
        "Korea",
    ]
    assert "ambiguous name" in kinds(told)
    proposal = read(old_statements.TASK_FORCE_2020, shipped())
    assert [row.heading.words for row in proposal.sections] == ["Theme"]


def test_a_page_with_counts_only_names_nobody_else():
    told = read_text(old_statements.WEB_PAGE)

    assert told["ordinal"] == 7
    assert told["bodies"] == ["WG-TIP"]
    assert where(told) == ("2021-09-21", "2021-09-23", None, None)
    assert chairs(told) == [("Australia", "", ""), ("Indonesia", "", "")]
    assert listed(told) == {"bali_process_member": ["Timor-Leste", "Singapore"]}
    assert [(row["says"], row["listed"]) for row in told["counts"]] == [(14, None)]


def test_2022_one_long_sentence():
    told = read_text(old_statements.WEBINAR_2022)

    assert told["ordinal"] == 8
    assert where(told) == ("2022-08-29", "2022-08-30", None, None)
    assert {group: len(names) for group, names in listed(told).items()} == {
        "member": 15,
        "bali_process_member": 6,
        "private_sector": 2,
        "civil_society": 3,
        "workstream": 1,
    }
    assert listed(told)["bali_process_member"][0] == ILO
    assert [(row["says"], row["listed"]) for row in told["counts"]] == [
        (15, 15),
        (6, 6),
        (2, 2),
        (3, 3),
    ]
    assert told["doubts"] == []


def test_2024_square_brackets_levels_and_four_chairs():
    told = read_text(old_statements.DIALOGUE_2024)

    assert told["ordinal"] == 10
    assert told["bodies"] == ["WG-TIP"]
    assert where(told) == ("2024-11-18", "2024-11-20", "Bangkok", None)
    assert listed(told) == {
        "member": ["United States of America", UNODC, "United Arab Emirates", ILO],
        "bali_process_member": ["Lao People's Democratic Republic", "Kiribati"],
        "civil_society": [
            "Global Initiative Against Transnational Organized Crime",
            "STOP THE TRAFFIK",
        ],
        "private_sector": ["Meta"],
        "workstream": ["Government and Business Forum", DWG, RSO],
    }
    assert [row["party"] for row in told["attendance"] if row["level"]] == [
        "United Arab Emirates",
        "Lao People's Democratic Republic",
    ]
    assert chairs(told) == [
        (
            "Indonesia",
            "Caka Alverdi Awal",
            "Director for International Security and Disarmament of the Ministry of "
            "Foreign Affairs of the Republic of Indonesia",
        ),
        (
            "Indonesia",
            "Tri Tharyat",
            "Indonesian Deputy Minister for Multilateral Cooperation",
        ),
        (
            "Australia",
            "Kathryn Haigh",
            "First Assistant Secretary, Australian Attorney-General’s Department",
        ),
        (
            "Australia",
            "Lynn Bell",
            "Australian Ambassador to Counter Modern Slavery, People Smuggling and Human "
            "Trafficking",
        ),
    ]
    assert kinds(told) == ["co-host"]


def test_2024_sections_are_proposed_with_their_days():
    sections = read(old_statements.DIALOGUE_2024, shipped()).sections

    assert [(row.heading.words, row.start) for row in sections] == [
        ("Tenth Annual Meeting – 19 November 2024", date(2024, 11, 19)),
        ("Conclusion", None),
    ]
    assert sections[1].text.words == "The Co-Chairs are grateful to all."


def test_2025_bullets_and_the_six_that_are_seven():
    told = read_text(old_statements.MANILA_2025)

    assert told["title"] == (
        "WG-TIP 11th Annual Meeting, and Joint Regional Event: Breaking the cycle"
    )
    assert told["ordinal"] == 11
    assert told["bodies"] == ["WG-TIP", "TEG-RR"]
    assert where(told) == ("2025-12-01", "2025-12-05", "Manila", "Philippines")
    assert listed(told) == {
        "member": ["Pakistan", "United States of America", ILO],
        "bali_process_member": ["Iraq", "Palau"],
        "bali_process_observer": [
            "Intergovernmental Consultations on Migration, Asylum and Refugees"
        ],
        "civil_society": [
            "Mixed Migration Centre",
            "International Justice Mission",
            "Migrant Forum in Asia",
            "Samoa Returnees Charitable Trust",
            "Global Initiative Against Transnational Organized Crime",
            "Pacific Immigration Development Community",
            "Australian National University",
        ],
        "other": ["ASEAN-Australia Counter Trafficking"],
        "workstream": [TFPP, DWG, RSO],
    }
    assert [(row["says"], row["listed"]) for row in told["counts"]] == [
        (3, 3),
        (2, 2),
        (1, 1),
        (6, 7),
    ]
    assert [row["why"] for row in told["doubts"] if row["kind"] == "count"] == [
        "The text says 6 and lists 7."
    ]
    assert [row["person"] for row in told["co_chairs"]] == [
        "Caka Alverdi Awal",
        "Kathryn Haigh",
        "",
    ]


def test_unknown_ambiguous_and_repeated_names_are_asked_about():
    told = read_text(old_statements.KUALA_LUMPUR_2024)

    assert told["ordinal"] == 17
    assert told["bodies"] == ["AHG"]
    assert where(told) == ("2024-05-02", "2024-05-03", "Kuala Lumpur", "Malaysia")
    assert chairs(told) == [
        (
            "Indonesia",
            "Tri Tharyat",
            "Director General for Multilateral Cooperation of Indonesia",
        ),
        ("Australia", "Lynn Bell", ""),
    ]
    assert listed(told) == {
        "member": [
            "Viet Nam",
            "United States of America",
            "Republic of Korea",
            "Bangladesh",
        ]
    }
    assert [row["words"] for row in told["unknown"]] == [
        "Kenya",
        "Trinidad and Tobago",
        "Friends of the Sea",
    ]
    assert sorted(kinds(told)) == [
        "count",
        "incomplete list",
        "listed twice",
        "unknown name",
        "unknown name",
        "unknown name",
    ]

"""Statements and pages in further styles, and what is to be read in each.

The sentences are ours; names, bodies, places and most dates are those of the forum.
"""

STATEMENTS = {}

STATEMENTS["DATES_OF_AMERICA"] = (
    """\
Co-Chairs' Statement

The Sixth Meeting of the Task Force on Planning and Preparedness (TFPP) was held in Jakarta, Indonesia, on March 9-11, 2023. It was co-chaired by Australia and Indonesia and attended by Bangladesh, Malaysia, New Zealand, Sri Lanka, the US and PNG. The UK and Russia observed. Nepal sent its apologies.
""",
    {
        "title": "Sixth Meeting of the Task Force on Planning and Preparedness (TFPP)",
        "number": 6,
        "bodies": ["TFPP"],
        "days": "2023-03-09 to 2023-03-11",
        "place": ("Jakarta", "Indonesia"),
        "chairs": ["Australia", "Indonesia"],
        "attended": {
            "member": [
                "Bangladesh",
                "Malaysia",
                "New Zealand",
                "Sri Lanka",
                "USA",
                "Papua New Guinea",
            ],
            "bali_process_observer": ["United Kingdom", "Russian Federation"],
            "absent": ["Nepal"],
        },
        "doubts": ["capacity", "observer"],
    },
)

STATEMENTS["MINISTERS_CHAIR"] = (
    """\
Co-Chairs\u2019 Statement

Second Regional Ministerial Conference

1. The Conference was co-chaired by H.E. Dr Hassan Wirajuda, Minister for Foreign Affairs of the Republic of Indonesia, and the Hon Alexander Downer MP, Minister for Foreign Affairs of Australia, and was held in Bali, Indonesia, on 28-30 April 2003.

2. Ministers from Malaysia, Thailand and Fiji and senior officials from Japan and India attended.
""",
    {
        "title": "Second Regional Ministerial Conference",
        "number": 2,
        "bodies": ["MC"],
        "days": "2003-04-28 to 2003-04-30",
        "place": ("Bali", "Indonesia"),
        "chairs": [
            (
                "Indonesia",
                "Hassan Wirajuda",
                "Minister for Foreign Affairs of the Republic of Indonesia",
            ),
            (
                "Australia",
                "Alexander Downer",
                "Minister for Foreign Affairs of Australia",
            ),
        ],
        "attended": {
            "member, minister": ["Malaysia", "Thailand", "Fiji"],
            "member, senior official": ["Japan", "India"],
        },
        "doubts": ["capacity"],
    },
)

STATEMENTS["LEVELS_IN_ONE_LIST"] = (
    """\
The Twelfth Ad Hoc Group Senior Officials' Meeting was held in Suva, Fiji, on 1 and 2 April 2019. The meeting was attended by ministers from Fiji and Samoa, senior officials from Japan and Nepal, and experts from IOM. New Zealand and Tonga were represented at the level of senior officials. Apologies were received from India and the UAE.
""",
    {
        "title": "Twelfth Ad Hoc Group Senior Officials' Meeting",
        "number": 12,
        "bodies": ["AHG"],
        "days": "2019-04-01 to 2019-04-02",
        "place": ("Suva", "Fiji"),
        "attended": {
            "member, minister": ["Fiji", "Samoa"],
            "member, senior official": ["Japan", "Nepal"],
            "member, expert": ["IOM"],
            "absent": ["India", "UAE"],
        },
        "doubts": ["capacity", "level", "level"],
    },
)

STATEMENTS["HYBRID_WITH_LABELS"] = (
    """\
Working Group on Trafficking in Persons (WG-TIP)
Ninth Annual Meeting
Outcome statement

The Ninth Annual Meeting of the WG-TIP took place in hybrid format from 30 November to 2 December 2023. It was convened at the Shangri-La Hotel in Bangkok, Thailand.

Attendance

Members (4): Australia, Indonesia, Thailand, Viet Nam
Members attending online: Malaysia and Pakistan
Bali Process observers: United Kingdom
International organisations: IOM, UNODC
Civil society: Walk Free
Apologies: Bangladesh
""",
    {
        "title": "Working Group on Trafficking in Persons (WG-TIP) Ninth Annual Meeting",
        "number": 9,
        "bodies": ["WG-TIP"],
        "days": "2023-11-30 to 2023-12-02",
        "place": ("Bangkok", "Thailand"),
        "attended": {
            "member": [
                "Australia",
                "Indonesia",
                "Thailand",
                "Viet Nam",
                "Malaysia",
                "Pakistan",
                "IOM",
                "UNODC",
            ],
            "bali_process_observer": ["United Kingdom"],
            "civil_society": ["Walk Free"],
            "absent": ["Bangladesh"],
        },
        "counts": [(4, 4)],
        "doubts": ["capacity"],
    },
)

STATEMENTS["ONE_UNKNOWN_OBSERVER"] = (
    """\
The Tenth Annual Meeting of the Working Group on Trafficking in Persons was held in Bangkok on 19 November 2024. It was attended by 2 members (Australia and Indonesia), 1 Bali Process observer (Wakanda) and one civil society organisation (Friends of the Sea).
""",
    {
        "title": "Tenth Annual Meeting of the Working Group on Trafficking in Persons",
        "number": 10,
        "bodies": ["WG-TIP"],
        "days": "2024-11-19",
        "place": ("Bangkok", None),
        "attended": {"member": ["Australia", "Indonesia"]},
        "counts": [(2, 2), (1, 1), (1, 1)],
        "unknown": ["Wakanda", "Friends of the Sea"],
        "doubts": ["unknown name", "unknown name"],
    },
)

STATEMENTS["NAMES_WITH_AND"] = (
    """\
The meeting of the Ad Hoc Group took place in Perth, Australia on 5 May 2011. Participants from Australia, Bangladesh, Trinidad and Tobago, Bosnia and Herzegovina and Fiji attended.
""",
    {
        "title": "Meeting of the Ad Hoc Group",
        "bodies": ["AHG"],
        "days": "2011-05-05",
        "place": ("Perth", "Australia"),
        "attended": {"member": ["Australia", "Bangladesh", "Fiji"]},
        "unknown": ["Trinidad and Tobago", "Bosnia and Herzegovina"],
        "doubts": ["unknown name", "unknown name", "capacity"],
    },
)

STATEMENTS["WRAPPED_IN_MID_NAME"] = (
    """\
                 THE BALI PROCESS
   THIRD MEETING OF THE TECHNICAL EXPERTS GROUP ON
             RETURNS AND REINTEGRATION
        COLOMBO, SRI LANKA, 13-14 FEBRUARY 2020

               CO-CHAIRS\u2019 STATEMENT

1.    The third meeting of the Technical Experts Group on Returns and Reinte-
gration (TEG-RR) was held in Colombo, Sri Lanka, on 13-14 February
2020, co-chaired by Australia and Sri
Lanka.

2.    The meeting was attended by representatives of Afghanistan, Papua New
Guinea, the United Arab
Emirates and Viet
Nam, as well as the International Organization for
Migration (IOM).
""",
    {
        "title": "THIRD MEETING OF THE TECHNICAL EXPERTS GROUP ON RETURNS AND "
        "REINTEGRATION",
        "number": 3,
        "bodies": ["TEG-RR"],
        "days": "2020-02-13 to 2020-02-14",
        "place": ("Colombo", "Sri Lanka"),
        "chairs": ["Australia", "Sri Lanka"],
        "attended": {
            "member": ["Afghanistan", "Papua New Guinea", "UAE", "Viet Nam", "IOM"]
        },
        "doubts": ["capacity"],
    },
)

STATEMENTS["PLACE_IN_A_LATER_PARAGRAPH"] = (
    """\
The Second Meeting of the Working Group on Disruption of Criminal Networks Involved in People Smuggling and Trafficking in Persons brought together law enforcement officials of the region.

The meeting was hosted by the Government of New Zealand in Wellington, New Zealand, and ran from 4 to 6 March 2015. It followed the Fifth Ministerial Conference held in Bali on 2 April 2013. The meeting was chaired by New Zealand and Viet Nam.

Present were: Australia; Indonesia; Sri Lanka; Thailand; Viet Nam; and IOM.
""",
    {
        "title": "Second Meeting of the Working Group on Disruption of Criminal Networks "
        "Involved in People Smuggling and Trafficking in Persons",
        "number": 2,
        "bodies": ["DWG"],
        "days": "2015-03-04 to 2015-03-06",
        "place": ("Wellington", "New Zealand"),
        "chairs": ["New Zealand", "Viet Nam"],
        "attended": {
            "member": [
                "Australia",
                "Indonesia",
                "Sri Lanka",
                "Thailand",
                "Viet Nam",
                "IOM",
            ]
        },
        "doubts": ["capacity"],
    },
)

STATEMENTS["REPRESENTED_OR_NOT"] = (
    """\
The Senior Officials' Meeting was held in Bali on 6 August 2018. The following countries and organisations were represented: Australia, Bangladesh, Cambodia, Indonesia, IOM and UNHCR. Canada, represented by its embassy, and Switzerland participated as observers. France and Nauru were not represented.
""",
    {
        "title": "Senior Officials' Meeting",
        "bodies": ["SOM"],
        "days": "2018-08-06",
        "place": ("Bali", None),
        "attended": {
            "member": [
                "Australia",
                "Bangladesh",
                "Cambodia",
                "Indonesia",
                "IOM",
                "UNHCR",
            ],
            "bali_process_observer": ["Canada", "Switzerland"],
            "absent": ["France", "Nauru"],
        },
        "doubts": ["capacity", "observer"],
    },
)

STATEMENTS["CARD_OF_A_MEETING"] = (
    """\
Disruption Working Group \u2013 Eighth Annual Meeting
Hanoi, Viet Nam | 12\u201314 June 2023

Co-Chairs: New Zealand and Viet Nam

Participants: Australia; Indonesia; Malaysia; New Zealand; Viet Nam
Observers: United States; UNODC
Regrets: Pakistan
""",
    {
        "title": "Disruption Working Group – Eighth Annual Meeting",
        "number": 8,
        "bodies": ["DWG"],
        "days": "2023-06-12 to 2023-06-14",
        "place": ("Hanoi", "Viet Nam"),
        "chairs": ["New Zealand", "Viet Nam"],
        "attended": {
            "member": ["Australia", "Indonesia", "Malaysia", "New Zealand", "Viet Nam"],
            "bali_process_observer": ["USA", "UNODC"],
            "absent": ["Pakistan"],
        },
        "doubts": ["observer", "observer"],
    },
)

STATEMENTS["CHAIRS_WITH_BRACKETS"] = (
    """\
The Steering Group of the Bali Process met in Canberra, Australia on 3 March 2016. The meeting was co-chaired by Mr Andrew Goledzinowski AM, Ambassador for People Smuggling Issues (Australia), and Ambassador Andy Rachmianto, Director for International Security and Disarmament (Indonesia). In attendance were Thailand, New Zealand, IOM and UNHCR.
""",
    {
        "bodies": ["SG"],
        "days": "2016-03-03",
        "place": ("Canberra", "Australia"),
        "chairs": [
            (
                "Australia",
                "Andrew Goledzinowski",
                "Ambassador for People Smuggling Issues",
            ),
            (
                "Indonesia",
                "Andy Rachmianto",
                "Director for International Security and Disarmament",
            ),
        ],
        "attended": {"member": ["Thailand", "New Zealand", "IOM", "UNHCR"]},
        "doubts": ["capacity"],
    },
)

STATEMENTS["ANNEX_INSTEAD_OF_NAMES"] = (
    """\
The Seventh Annual Meeting of the Working Group on Trafficking in Persons (WG-TIP) was held virtually on 21 September 2021. Fourteen members (see Annex A) and one observer (Canada) attended, and three international organisations (IOM, UNHCR and UNODC).
""",
    {
        "title": "Seventh Annual Meeting of the Working Group on Trafficking in Persons "
        "(WG-TIP)",
        "number": 7,
        "bodies": ["WG-TIP"],
        "days": "2021-09-21",
        "attended": {
            "bali_process_observer": ["Canada"],
            "member": ["IOM", "UNHCR", "UNODC"],
        },
        "counts": [(1, 1), (3, 3)],
        "doubts": ["observer", "capacity"],
    },
)

STATEMENTS["SOME_OF_THIRTY"] = (
    """\
On Wednesday 4 October 2006 the Co-Chairs of the Bali Process convened a workshop on document fraud in Port Moresby. Delegates from thirty countries took part, including Papua New Guinea, Fiji and Tonga. Following the Second Ministerial Conference of 28-30 April 2003 in Bali, Indonesia, officials had asked for such a workshop.
""",
    {
        "title": "Workshop on document fraud",
        "bodies": ["BP"],
        "days": "2006-10-04",
        "place": ("Port Moresby", None),
        "attended": {"member": ["Papua New Guinea", "Fiji", "Tonga"]},
        "counts": [(30, None)],
        "doubts": ["capacity", "incomplete list"],
    },
)

STATEMENTS["TOGETHER_WITH"] = (
    """\
The Bali Process Ad Hoc Group held its Seventh Senior Officials' Meeting in Sydney, Australia, on Tuesday 5th March, 2013. Representatives of Australia, Indonesia, Malaysia and the Republic of Korea attended together with delegates of the Office of the United Nations High Commissioner for Refugees (UNHCR), the International Organisation for Migration (IOM) and the UN Office on Drugs and Crime. Switzerland attended as an observer and sent an expert. Sri Lanka was an apology. Papua New Guinea and the Cook Islands were unable to join.
""",
    {
        "title": "Seventh Senior Officials' Meeting",
        "number": 7,
        "bodies": ["SOM", "AHG"],
        "days": "2013-03-05",
        "place": ("Sydney", "Australia"),
        "attended": {
            "member": [
                "Australia",
                "Indonesia",
                "Malaysia",
                "Republic of Korea",
                "UNHCR",
                "IOM",
                "UNODC",
            ],
            "bali_process_observer": ["Switzerland"],
            "absent": ["Sri Lanka", "Papua New Guinea"],
        },
        "unknown": ["Cook Islands"],
        "doubts": ["capacity", "observer", "unknown name"],
    },
)

STATEMENTS["LABELLED_HEAD"] = (
    """\
Outcomes of the Eighth Annual Meeting of the Technical Experts Group on Returns and Reintegration

Date: 4\u20135 December 2025
Venue: Dusit Thani Hotel, Manila, Philippines
Co-Chairs: Australia and the Philippines

Delegations present (12): Australia, Bangladesh, Cambodia, Fiji, Indonesia, Lao PDR, Malaysia, Philippines, Sri Lanka, Thailand, Viet Nam and IOM
Observers present: United Kingdom; ICMPD
Apologies received from New Zealand and Nauru.
""",
    {
        "title": "Eighth Annual Meeting of the Technical Experts Group on Returns and "
        "Reintegration",
        "number": 8,
        "bodies": ["TEG-RR"],
        "days": "2025-12-04 to 2025-12-05",
        "place": ("Manila", "Philippines"),
        "chairs": ["Australia", "Philippines"],
        "attended": {
            "member": [
                "Australia",
                "Bangladesh",
                "Cambodia",
                "Fiji",
                "Indonesia",
                "Lao People's Democratic Republic",
                "Malaysia",
                "Philippines",
                "Sri Lanka",
                "Thailand",
                "Viet Nam",
                "IOM",
            ],
            "bali_process_observer": [
                "United Kingdom",
                "International Centre for Migration Policy Development",
            ],
            "absent": ["New Zealand", "Nauru"],
        },
        "counts": [(12, 12)],
        "doubts": ["capacity", "observer", "observer"],
    },
)

STATEMENTS["CHAIRS_IN_BRACKETS"] = (
    """\
CO-CHAIRS\u2019 STATEMENT OF THE NINTH MEETING OF THE AD HOC GROUP SENIOR OFFICIALS, WELLINGTON, NEW ZEALAND, 6 MAY 2015

1. Senior Officials from the Bali Process Ad Hoc Group met in Wellington, New Zealand, on 6 May 2015 under the chairmanship of Indonesia (Mr Hasan Kleib, Director General for Multilateral Affairs) and Australia (Mr Andrew Goledzinowski, Ambassador for People Smuggling Issues).
2. The Ad Hoc Group members Afghanistan, Australia, Bangladesh, Indonesia, Malaysia, Maldives, Myanmar, New Zealand, Pakistan, the Philippines, Sri Lanka, Thailand, the United Arab Emirates, the United States, Viet Nam, IOM, UNHCR and UNODC participated in the meeting.
""",
    {
        "title": "NINTH MEETING OF THE AD HOC GROUP SENIOR OFFICIALS",
        "number": 9,
        "bodies": ["AHG"],
        "days": "2015-05-06",
        "place": ("Wellington", "New Zealand"),
        "chairs": [
            ("Indonesia", "Hasan Kleib", "Director General for Multilateral Affairs"),
            (
                "Australia",
                "Andrew Goledzinowski",
                "Ambassador for People Smuggling Issues",
            ),
        ],
        "attended": {
            "member": [
                "Afghanistan",
                "Australia",
                "Bangladesh",
                "Indonesia",
                "Malaysia",
                "Maldives",
                "Myanmar",
                "New Zealand",
                "Pakistan",
                "Philippines",
                "Sri Lanka",
                "Thailand",
                "UAE",
                "USA",
                "Viet Nam",
                "IOM",
                "UNHCR",
                "UNODC",
            ]
        },
    },
)

STATEMENTS["GUESTS_WHO_SPOKE"] = (
    """\
The Working Group on Trafficking in Persons met on 27 March 2015 in Bangkok, directly after the symposium of 25-26 March 2015. The meeting was co-chaired by Australia and Indonesia. Fifteen states and three international organisations took part. Kenya and Freedonia came as guests. Ms Jane Doe of Walk Free gave a talk and Mr John Roe (UNODC) moderated.
""",
    {
        "bodies": ["WG-TIP"],
        "days": "2015-03-27",
        "place": ("Bangkok", None),
        "chairs": ["Australia", "Indonesia"],
        "counts": [(15, None), (3, None)],
    },
)

STATEMENTS["NO_APOLOGIES"] = (
    """\
On 10 and 11 February 2020 the Task Force on Planning and Preparedness met in Colombo. Country participants were Australia, Bangladesh, Canada, France, Indonesia, Malaysia, New Zealand, Sri Lanka, Thailand, Turkey and Vietnam. Organisations represented were IOM, UNHCR and UNODC. No apologies were received. India did not send a representative.
""",
    {
        "bodies": ["TFPP"],
        "days": "2020-02-10 to 2020-02-11",
        "place": ("Colombo", None),
        "attended": {
            "member": [
                "Australia",
                "Bangladesh",
                "Canada",
                "France",
                "Indonesia",
                "Malaysia",
                "New Zealand",
                "Sri Lanka",
                "Thailand",
                "Türkiye",
                "Viet Nam",
                "IOM",
                "UNHCR",
                "UNODC",
            ]
        },
        "doubts": ["capacity"],
    },
)

STATEMENTS["LIST_AND_SENTENCE"] = (
    """\
Bali Process
Steering Group Meeting, 5 December 2022 (Bali, hybrid)

Participants: Australia (co-chair), Indonesia (co-chair), New Zealand, Thailand, IOM, UNHCR
RSO also attended.
""",
    {
        "title": "Steering Group Meeting",
        "bodies": ["SG"],
        "days": "2022-12-05",
        "chairs": ["Australia", "Indonesia"],
        "attended": {
            "member": [
                "Australia",
                "Indonesia",
                "New Zealand",
                "Thailand",
                "IOM",
                "UNHCR",
            ],
            "workstream": ["RSO"],
        },
    },
)

STATEMENTS["MINISTERS_OF_MANY"] = (
    """\
FOURTH BALI REGIONAL MINISTERIAL CONFERENCE ON PEOPLE SMUGGLING, TRAFFICKING IN PERSONS AND RELATED TRANSNATIONAL CRIME
BALI, INDONESIA, 29-30 MARCH 2011
CO-CHAIRS\u2019 STATEMENT

1. The Fourth Bali Regional Ministerial Conference on People Smuggling, Trafficking in Persons and Related Transnational Crime was held in Bali on 29-30 March 2011. The Conference was co-chaired by H.E. Dr. R.M. Marty M. Natalegawa, Minister for Foreign Affairs of the Republic of Indonesia and The Hon. Kevin Rudd MP, Minister for Foreign Affairs of Australia.
2. Ministers and representatives from Afghanistan, Australia, Bangladesh, Bhutan, Brunei Darussalam, Cambodia, China, Fiji, France (New Caledonia), Hong Kong SAR, India, Indonesia, Iran, Iraq, Japan, Jordan, Kiribati, the Lao PDR, Macau SAR, Malaysia and the Maldives participated in the Conference, as did the Director General of the International Organization for Migration (IOM), the Assistant High Commissioner for Protection of the UNHCR, and representatives of the UNODC.
3. Belgium, Canada, Germany, Romania, the European Commission, the ASEAN Secretariat, ICRC, IFRC, IGC, ILO, Interpol and UNAIDS attended as observers.
""",
    {
        "title": "Fourth Bali Regional Ministerial Conference on People Smuggling, "
        "Trafficking in Persons and Related Transnational Crime",
        "number": 4,
        "bodies": ["MC"],
        "days": "2011-03-29 to 2011-03-30",
        "place": ("Bali", "Indonesia"),
        "chairs": [
            (
                "Indonesia",
                "R.M. Marty M. Natalegawa",
                "Minister for Foreign Affairs of the Republic of Indonesia",
            ),
            ("Australia", "Kevin Rudd", "Minister for Foreign Affairs of Australia"),
        ],
        "attended": {
            "member": [
                "Afghanistan",
                "Australia",
                "Bangladesh",
                "Bhutan",
                "Brunei Darussalam",
                "Cambodia",
                "China",
                "Fiji",
                "France",
                "Hong Kong SAR",
                "India",
                "Indonesia",
                "Iran (Islamic Republic of)",
                "Iraq",
                "Japan",
                "Jordan",
                "Kiribati",
                "Lao People's Democratic Republic",
                "Malaysia",
                "Maldives",
                "IOM",
                "UNHCR",
                "UNODC",
            ],
            "bali_process_observer": [
                "Belgium",
                "Canada",
                "Germany",
                "ASEAN Secretariat",
                "International Committee of the Red Cross",
                "International Federation of Red Cross and Red Crescent Societies",
                "Intergovernmental Consultations on Migration, Asylum and Refugees",
                "International Labour Organization",
                "INTERPOL",
            ],
        },
        "unknown": ["Macau SAR", "Romania", "European Commission", "UNAIDS"],
        "doubts": [
            "unknown name",
            "capacity",
            "unknown name",
            "unknown name",
            "unknown name",
            "observer",
        ],
    },
)

STATEMENTS["MEMBERS_AFTER_A_COLON"] = (
    """\
BALI PROCESS AD HOC GROUP
SENIOR OFFICIALS\u2019 MEETING
COLOMBO, SRI LANKA, 16 NOVEMBER 2016

CO-CHAIRS\u2019 STATEMENT

1.	The Co-Chairs of the Bali Process on People Smuggling, Trafficking in Persons and Related Transnational Crime (Bali Process) hosted the Eleventh Ad Hoc Group Senior Officials\u2019 Meeting (AHG SOM) in Colombo, Sri Lanka on 16 November 2016. The meeting was attended by representatives from AHG members: Afghanistan, Australia, Bangladesh, India, Indonesia, Malaysia, the Maldives, Myanmar, New Zealand, Pakistan, the Philippines, Sri Lanka, Thailand, the United States and Viet Nam, as well as representatives from IOM, UNHCR and UNODC. Canada, Switzerland, the Centre for Policy Development (CPD) and the Regional Support Office (RSO) Co-Managers also attended.
2.	The purpose of the meeting was to review the progress of AHG activities since the Sixth Ministerial Conference held in Bali on 23 March 2016.
""",
    {
        "title": "BALI PROCESS AD HOC GROUP SENIOR OFFICIALS’ MEETING",
        "number": 11,
        "bodies": ["AHG"],
        "days": "2016-11-16",
        "place": ("Colombo", "Sri Lanka"),
        "attended": {
            "member": [
                "Afghanistan",
                "Australia",
                "Bangladesh",
                "India",
                "Indonesia",
                "Malaysia",
                "Maldives",
                "Myanmar",
                "New Zealand",
                "Pakistan",
                "Philippines",
                "Sri Lanka",
                "Thailand",
                "USA",
                "Viet Nam",
                "IOM",
                "UNHCR",
                "UNODC",
            ],
            "other": ["Canada", "Switzerland"],
            "workstream": ["RSO"],
        },
        "unknown": ["Centre for Policy Development (CPD)"],
        "doubts": ["unknown name", "capacity"],
    },
)

STATEMENTS["DELEGATES_NAMELY"] = (
    """\
Bali Process Technical Experts Workshop
Negombo, Sri Lanka, 14-16 November 2011
Co-Chairs' Summary

The Third Bali Process Technical Experts' Working Group on Irregular Movement by Air took place from 14-16 November 2011 in Negombo, Sri Lanka. The Governments of Sri Lanka and New Zealand co-chaired the meeting. 46 delegates from 22 countries and two international organisations attended, namely: Afghanistan, Australia, Bangladesh, Bhutan, Brunei, Cambodia, China, Hong Kong SAR, India, Indonesia, Japan, Republic of Korea, Lao PDR, Malaysia, Maldives, Mongolia, Myanmar, Nepal, New Zealand, Pakistan, Sri Lanka, Thailand, IOM and UNHCR.
""",
    {
        "title": "Bali Process Technical Experts Workshop",
        "number": 3,
        "bodies": ["TEWG-Air"],
        "days": "2011-11-14 to 2011-11-16",
        "place": ("Negombo", "Sri Lanka"),
        "chairs": ["Sri Lanka", "New Zealand"],
        "attended": {
            "member": [
                "Afghanistan",
                "Australia",
                "Bangladesh",
                "Bhutan",
                "Brunei Darussalam",
                "Cambodia",
                "China",
                "Hong Kong SAR",
                "India",
                "Indonesia",
                "Japan",
                "Republic of Korea",
                "Lao People's Democratic Republic",
                "Malaysia",
                "Maldives",
                "Mongolia",
                "Myanmar",
                "Nepal",
                "New Zealand",
                "Pakistan",
                "Sri Lanka",
                "Thailand",
                "IOM",
                "UNHCR",
            ]
        },
        "counts": [(46, None), (22, None), (2, None)],
        "doubts": ["capacity"],
    },
)

STATEMENTS["GATHERING_OF_ENTITIES"] = (
    """\
Sixth Meeting of the Bali Process Task Force on Planning and Preparedness
19\u201321 July 2022 | Bangkok and online

The Co-Chairs of the TFPP (Australia and Indonesia) convened a three-day gathering of the Task Force. Around 70 participants from 20 entities took part: Australia, Bangladesh, Hong Kong, Indonesia, Japan, Malaysia, Maldives, Nepal, New Zealand, Pakistan, Philippines, Sri Lanka, Thailand, USA, Vietnam; IOM, UNHCR, UNODC; and, as observers, the UK, Canada, Germany and the ICRC.
""",
    {
        "title": "Sixth Meeting of the Bali Process Task Force on Planning and "
        "Preparedness",
        "number": 6,
        "bodies": ["TFPP"],
        "days": "2022-07-19 to 2022-07-21",
        "place": ("Bangkok", None),
        "chairs": ["Australia", "Indonesia"],
        "attended": {
            "member": [
                "Australia",
                "Bangladesh",
                "Hong Kong SAR",
                "Indonesia",
                "Japan",
                "Malaysia",
                "Maldives",
                "Nepal",
                "New Zealand",
                "Pakistan",
                "Philippines",
                "Sri Lanka",
                "Thailand",
                "USA",
                "Viet Nam",
                "IOM",
                "UNHCR",
                "UNODC",
            ],
            "bali_process_observer": [
                "United Kingdom",
                "Canada",
                "Germany",
                "International Committee of the Red Cross",
            ],
        },
        "counts": [(70, None), (20, None)],
        "doubts": ["capacity", "observer"],
    },
)

STATEMENTS["AHEAD_OF_A_CONFERENCE"] = (
    """\
Senior Officials\u2019 Meeting
Adelaide, 8 February 2023

Senior officials of Bali Process member states met on 8 February 2023 in Adelaide ahead of the Eighth Ministerial Conference on 10 February. Ambassador Lynn Bell (Australia) and Ambassador Tri Tharyat (Indonesia) co-chaired. Thirty-six member states and four organisations were represented. Apologies were noted from Bhutan, Nauru and Tonga.
""",
    {
        "title": "Senior Officials’ Meeting",
        "bodies": ["SOM"],
        "days": "2023-02-08",
        "place": ("Adelaide", None),
        "chairs": [("Australia", "Lynn Bell", ""), ("Indonesia", "Tri Tharyat", "")],
        "attended": {"absent": ["Bhutan", "Nauru", "Tonga"]},
        "counts": [(36, None), (4, None)],
    },
)

STATEMENTS["LABELS_OF_MANY_WORDS"] = (
    """\
10th Annual Meeting of the TIPWG

Date: 19 November 2024    Place: Bangkok, Thailand

Member States represented: Australia; Bangladesh; India; Indonesia
Member organisations represented: ILO; IOM
Other Bali Process members attending as observers: Cambodia and Fiji
Non-member observers: none
Civil society organisations: IJM, Walk Free
Not represented: Afghanistan, Myanmar
""",
    {
        "title": "10th Annual Meeting of the TIPWG",
        "number": 10,
        "bodies": ["WG-TIP"],
        "days": "2024-11-19",
        "place": ("Bangkok", "Thailand"),
        "attended": {
            "member": [
                "Australia",
                "Bangladesh",
                "India",
                "Indonesia",
                "International Labour Organization",
                "IOM",
            ],
            "bali_process_member": ["Cambodia", "Fiji"],
            "civil_society": ["International Justice Mission", "Walk Free"],
            "absent": ["Afghanistan", "Myanmar"],
        },
    },
)

STATEMENTS["OTHER_EVENTS_RETOLD"] = (
    """\
Co-Chairs' Statement

1. The Fifteenth Ad Hoc Group Senior Officials' Meeting was held virtually on 20-21 October 2020. Members welcomed the work of the RSO.

2. Forty officials from 12 countries took part in the RSO training in Bangkok. The RSO delivered 7 trainings for 348 practitioners from 14 Member States. A workshop was attended by 30 officers from Fiji, Samoa and Tonga. The dialogue of May 2019 was attended by Canada and Japan.

3. Indonesia and Australia, who co-chair the Working Group on Trafficking in Persons, reported on its Sixth Annual Meeting, held in Jakarta on 10 November 2020. New Zealand and Malaysia co-chaired the Disruption Working Group in 2019. Mr John Doe, Director of the IOM, presented a study. Sri Lanka, Nepal and Bhutan attended a side event on visas.

4. Members agreed that the next meeting be held in Dhaka, Bangladesh, on 5 May 2021, and thanked Thailand, which hosted the last one. Senior officials from Malaysia and Thailand led the discussion; Nauru was represented in the drafting group by an expert.
""",
    {
        "title": "Fifteenth Ad Hoc Group Senior Officials' Meeting",
        "number": 15,
        "bodies": ["AHG"],
        "days": "2020-10-20 to 2020-10-21",
    },
)

STATEMENTS["NAMES_WITH_REMARKS"] = (
    """\
Co-Chair Statement
Working Group on Disruption of Criminal Networks Involved in People Smuggling and Trafficking in Persons (DWG)
Eighth Annual Meeting
Hanoi, Viet Nam, 12\u201314 June 2023

Participants
Australia*
Indonesia (online)
Lao PDR (virtually)
Malaysia
New Zealand (Co-Chair)
Viet Nam (Co-Chair)
IOM**

* joined online
** on 13 June only

Action items
• Training in Sri Lanka, Nepal and Bhutan
• Members (Fiji and Samoa) to report by 30 June 2024
• Study visit to Japan, attended by Kiribati and Nauru in 2022

Next meeting
The Ninth Annual Meeting will be held in Wellington, New Zealand, in June 2024, co-chaired by Fiji and Tonga.
""",
    {
        "title": "Working Group on Disruption of Criminal Networks Involved in People "
        "Smuggling and Trafficking in Persons (DWG) Eighth Annual Meeting",
        "number": 8,
        "bodies": ["DWG"],
        "days": "2023-06-12 to 2023-06-14",
        "place": ("Hanoi", "Viet Nam"),
        "chairs": ["New Zealand", "Viet Nam"],
        "attended": {
            "member": [
                "Australia",
                "Indonesia",
                "Lao People's Democratic Republic",
                "Malaysia",
                "New Zealand",
                "Viet Nam",
                "IOM",
            ]
        },
    },
)

STATEMENTS["PRESENT_AT_THE_MEETING"] = (
    """\
CO-CHAIRS\u2019 SUMMARY

The Bali Process Technical Experts Group on Returns and Reintegration (TEG-RR) met for the seventh time in Phnom Penh, Cambodia, on 3, 4 and 5 December 2024.

Present at the meeting were delegations from twelve members: Australia, Bangladesh, Cambodia, Fiji, Indonesia, Malaysia, Nepal, Pakistan, the Philippines, Sri Lanka, Thailand and Viet Nam; three international organisations \u2013 IOM, UNHCR and ICMPD; and, from civil society, the Mixed Migration Centre.

Japan, France and Nauru sent regrets.

Annex A. List of participants
AUSTRALIA
Ms Jane Doe, Director, Department of Home Affairs
Mr John Roe
CAMBODIA
H.E. Sok Chea, Under Secretary of State, Ministry of Interior
IOM
Mr Denis Nihill
""",
    {
        "number": 7,
        "bodies": ["TEG-RR"],
        "days": "2024-12-03 to 2024-12-05",
        "place": ("Phnom Penh", "Cambodia"),
        "attended": {
            "member": [
                "Australia",
                "Bangladesh",
                "Cambodia",
                "Fiji",
                "Indonesia",
                "Malaysia",
                "Nepal",
                "Pakistan",
                "Philippines",
                "Sri Lanka",
                "Thailand",
                "Viet Nam",
                "IOM",
                "UNHCR",
                "International Centre for Migration Policy Development",
            ],
            "civil_society": ["Mixed Migration Centre"],
            "absent": ["Japan", "France", "Nauru"],
        },
        "counts": [(12, 12), (3, 3)],
        "doubts": ["capacity"],
    },
)

STATEMENTS["TITLE_WITH_PLACE_AND_DAYS"] = (
    """\
Co-Chairs\u2019 Statement of the Third Meeting of the Task Force on Planning and Preparedness, Jakarta, 21-22 November 2018

The third meeting of the TFPP was hosted by the Government of Indonesia at the Hotel Borobudur, Jakarta, on Wednesday 21 and Thursday 22 November 2018 and was co-chaired by Mr Andy Rachmianto (Director for International Security and Disarmament, Ministry of Foreign Affairs, Indonesia) and Ms Sally Smith (Assistant Secretary, Department of Home Affairs, Australia). Delegates came from Australia, Bangladesh, Indonesia, Malaysia, Myanmar, New Zealand, Sri Lanka and Thailand as well as from UNHCR and IOM. Observers: Canada, France.
""",
    {
        "title": "Third Meeting of the Task Force on Planning and Preparedness",
        "number": 3,
        "bodies": ["TFPP"],
        "days": "2018-11-21 to 2018-11-22",
        "place": ("Jakarta", None),
        "chairs": [
            (
                "Indonesia",
                "Andy Rachmianto",
                "Director for International Security and Disarmament, Ministry of "
                "Foreign Affairs, Indonesia",
            ),
            (
                "Australia",
                "Sally Smith",
                "Assistant Secretary, Department of Home Affairs, Australia",
            ),
        ],
        "attended": {
            "member": [
                "Australia",
                "Bangladesh",
                "Indonesia",
                "Malaysia",
                "Myanmar",
                "New Zealand",
                "Sri Lanka",
                "Thailand",
                "UNHCR",
                "IOM",
            ],
            "bali_process_observer": ["Canada", "France"],
        },
        "doubts": ["capacity", "observer"],
    },
)

STATEMENTS["CHAIRS_BY_THEIR_STATE"] = (
    """\
Bali Process Foreign Ministers met in New York on the margins of the UN General Assembly on 24 September 2019. Australia's Foreign Minister, Senator the Hon Marise Payne, and Indonesia's Foreign Minister, Retno Marsudi, chaired. Ministers of Bangladesh, Fiji and Thailand joined, and UNHCR and IOM were represented by their heads.
""",
    {
        "bodies": ["BP"],
        "days": "2019-09-24",
        "place": ("New York", None),
        "chairs": [
            ("Australia", "Marise Payne", "Australia's Foreign Minister"),
            ("Indonesia", "Retno Marsudi", "Indonesia's Foreign Minister"),
        ],
    },
)

STATEMENTS["NEWS_PAGE"] = (
    """\
Roundtable on returns connects officials of the region
14 March 2022 | News

On 8 March, the Disruption Working Group hosted a roundtable on smuggling networks in Hanoi and online. The roundtable brought together Viet Nam, New Zealand and Thailand and senior representatives of the IOM. A side event, which brought together 30 delegates from Fiji, Samoa and Tonga, closed the week.
""",
    {
        "title": "Roundtable on returns connects officials of the region",
        "bodies": ["DWG"],
        "days": "2022-03-08",
        "place": ("Hanoi", None),
        "attended": {"member": ["Viet Nam", "New Zealand", "Thailand", "IOM"]},
        "doubts": ["capacity"],
    },
)

STATEMENTS["PURSUANT_TO"] = (
    """\
Co-Chairs' Summary of the Regional Roundtable on Visas

Bali, 24-25 August 2007

1. Pursuant to the decision of the 2nd Senior Officials' Meeting held in Brisbane on 7 June 2004, the Regional Roundtable on Visas was held in Bali on 24-25 August 2007, as agreed at the 3rd Steering Group Meeting. The roundtable was co-chaired by Indonesia and Thailand.
2. All member countries and the ASEAN Secretariat participated.
""",
    {
        "title": "Regional Roundtable on Visas",
        "days": "2007-08-24 to 2007-08-25",
        "place": ("Bali", None),
        "chairs": ["Indonesia", "Thailand"],
        "attended": {"regional_forum": ["ASEAN Secretariat"]},
    },
)

STATEMENTS["PERSONS_AS_DELEGATES"] = (
    """\
Fifth Meeting of the Steering Group

Bangkok, 5-6 June 2003

The meeting was attended by H.E. Alexander Downer, Minister for Foreign Affairs of Australia, Rt. Hon. Winston Peters, Minister of Foreign Affairs of New Zealand, Mrs. Maria del Rosario, Vice Minister of Foreign Affairs of Timor-Leste, Mr Robert Ashe of UNHCR, and Police Major General Somchai Wong, Immigration Bureau.
""",
    {
        "title": "Fifth Meeting of the Steering Group",
        "number": 5,
        "bodies": ["SG"],
        "days": "2003-06-05 to 2003-06-06",
        "place": ("Bangkok", None),
        "attended": {
            "member, minister": ["Australia", "New Zealand"],
            "member": ["Timor-Leste", "UNHCR"],
        },
        "doubts": ["capacity", "delegate"],
    },
)

STATEMENTS["ABOUT_A_BODY"] = (
    """\
The Working Group on Trafficking in Persons is co-chaired by Australia and Indonesia and has met regularly since 2015. Its establishment was an outcome of the Fifth Ministerial Conference, held in Bali on 2 April 2013. It brings together experts of Fiji, Samoa and Tonga.
""",
    {"doubts": ["no statement"]},
)

STATEMENTS["DOUBLE_SPACED"] = (
    """\
TASK FORCE ON PLANNING AND PREPAREDNESS

JAKARTA, INDONESIA, 18 MAY 2017

CO-CHAIRS\u2019 STATEMENT

1. The second meeting of the Task Force on Planning and Preparedness (TFPP) of the

Bali Process was held in Jakarta, Indonesia, on 18 May 2017, co-chaired by Papua New

Guinea and Australia. The meeting was attended by representatives of Malaysia, Sri

Lanka and the United Arab Emirates, as well as by the International Organization for

Migration.

2. The meeting recalled the first meeting in Bangkok on 27 January 2017 and was

glad of the progress made.
""",
    {
        "title": "Second meeting of the Task Force on Planning and Preparedness (TFPP) of "
        "the Bali Process",
        "number": 2,
        "bodies": ["TFPP"],
        "days": "2017-05-18",
        "place": ("Jakarta", "Indonesia"),
        "chairs": ["Papua New Guinea", "Australia"],
        "attended": {"member": ["Malaysia", "Sri Lanka", "UAE", "IOM"]},
        "doubts": ["capacity"],
    },
)

STATEMENTS["WITHOUT_LINES"] = (
    """\
AD HOC GROUP Workshop on Document Fraud Bali 7 \u2013 8 June 2010 Co-Chairs\u2019 Summary Introduction The Ad Hoc Group Workshop on Document Fraud was held in Bali on 7 and 8 June 2010. It followed the meeting of the Steering Group in Perth, Australia, on 14 December 2009. The Workshop was attended by 62 delegates, representing the governments of Bangladesh, India and Sri Lanka. The United Arab Emirates and the PIDC attended the Workshop as observers and representatives from UNHCR and IOM also participated.
""",
    {
        "title": "Ad Hoc Group Workshop on Document Fraud",
        "bodies": ["AHG"],
        "days": "2010-06-07 to 2010-06-08",
        "place": ("Bali", None),
        "attended": {
            "member": ["Bangladesh", "India", "Sri Lanka", "UNHCR", "IOM"],
            "bali_process_observer": [
                "UAE",
                "Pacific Immigration Development Community",
            ],
        },
        "counts": [(62, None)],
        "doubts": ["capacity", "observer"],
    },
)

STATEMENTS["REGIONS_OF_A_STATE"] = (
    """\
From 12-13 January 2012 Malaysia and IOM co-hosted a workshop on visas in Kuala Lumpur. Over 100 experts attended the workshop, representing Brunei, China (Macau SAR), China (Hong Kong SAR), Russia, South Korea and the US. Donors gave US$ 3 million. Nine countries from regions such as Africa, Europe and the Pacific were thanked.
""",
    {
        "title": "Workshop on visas",
        "days": "2012-01-12 to 2012-01-13",
        "place": ("Kuala Lumpur", None),
        "chairs": ["Malaysia", "International Organization for Migration"],
        "attended": {
            "member": [
                "Brunei Darussalam",
                "Hong Kong SAR",
                "Russian Federation",
                "Republic of Korea",
                "USA",
            ]
        },
        "counts": [(100, None)],
        "unknown": ["China (Macau SAR)"],
        "doubts": ["unknown name", "capacity"],
    },
)

STATEMENTS["OTHERS_SPOKE"] = (
    """\
The fourth meeting of the Technical Experts Group on Returns and Reintegration was held virtually on 28 September 2021. Co-chaired by Sri Lanka and Australia, presentations were given by Malaysia, Fiji and Nauru. The meeting took stock since the third meeting, held in Colombo, Sri Lanka, in February 2020.
""",
    {
        "title": "Fourth meeting of the Technical Experts Group on Returns and "
        "Reintegration",
        "number": 4,
        "bodies": ["TEG-RR"],
        "days": "2021-09-28",
        "chairs": ["Sri Lanka", "Australia"],
    },
)

STATEMENTS["PLACE_UNDER_ITS_LABEL"] = (
    """\
First Activation of the Consultation Mechanism

Location
Jakarta, Indonesia

On 13 October 2017, the mechanism was first activated in response to events at sea.

Indonesia and Australia co-chaired the meeting, which will be followed by another in 2018.
""",
    {
        "title": "First Activation of the Consultation Mechanism",
        "number": 1,
        "bodies": ["CM"],
        "days": "2017-10-13",
        "place": ("Jakarta", "Indonesia"),
        "chairs": ["Indonesia", "Australia"],
    },
)

STATEMENTS["OFFICES_WITH_AND"] = (
    """\
Third Meeting of the Ad Hoc Group Senior Officials
Manila, the Philippines, 10 June 2010

In attendance were the European Union High Representative for Foreign Affairs and Security Policy, the Foreign Ministers of Fiji and Samoa, as well as the Director-General of the International Organization for Migration.
""",
    {
        "title": "Third Meeting of the Ad Hoc Group Senior Officials",
        "number": 3,
        "bodies": ["AHG"],
        "days": "2010-06-10",
        "place": ("Manila", "Philippines"),
        "attended": {
            "member": ["European Union", "IOM"],
            "member, minister": ["Fiji", "Samoa"],
        },
        "doubts": ["capacity"],
    },
)

"""Statements in the styles of 2002 to 2025: the facts are real, every sentence is ours."""

FOUNDING = """\
Regional Ministerial Conference on People Smuggling
26-28 February 2002
Bali, Indonesia

CO-CHAIRS' STATEMENT

1.   We, the Ministers for Foreign Affairs of Indonesia and Australia, were honoured to
     co-chair this Conference in Bali, Indonesia, 26-28 February, which was attended by
     Vanuatu, Thailand, Singapore, Iran, the Republic of Korea, Laos, UNTAET/East Timor,
     Brunei Darussalam, Papua New Guinea, Democratic Republic of Korea and Turkey, as
     well as by the Director-General of the International Organization for Migration.

2.   Sweden, the United States of America, the Association of South-East Asian Nations
     Secretariat, European Union, INTERPOL, Asian Development Bank and International
     Committee of Red Cross were present as observers.

3.   Ministers exchanged their views at length.
"""

AD_HOC_GROUP = """\
SIXTH MEETING OF AD HOC GROUP SENIOR OFFICIALS
BALI, INDONESIA, 1 JUNE 2012
CO-CHAIRS' STATEMENT

1. Senior Officials of the Bali Process Ad Hoc Group convened for the sixth time in Bali,
Indonesia, on Friday, 1 June 2012. The meeting was attended by representatives of Viet
Nam, Sri Lanka, Afghanistan, Thailand, Myanmar, the Maldives, New Zealand, Pakistan and
the Philippines, as well as representatives from the Office of the United Nations High
Commissioner for Refugees and IOM. Canada and the United Arab Emirates attended as
observers. The RSO Co-Managers also took part.

2. Officials looked ahead to the ministerial conference of 2 April 2013.
"""

TASK_FORCE_2017 = """\
Task Force on Planning and Preparedness
Bali, 18 May 2017

Co-Chairs' Summary

1. The second meeting of the Task Force on Planning and Preparedness (TFPP) took place in
Bali, Indonesia, on 18 May 2017 under the co-chairmanship of Australia and Indonesia.

2. Those present were Thailand, New Zealand, Malaysia and Bangladesh, together with
UNODC, IOM, UNHCR and the Regional Support Office. The Asia Dialogue on Forced Migration
took part as an observer. Myanmar and Sri Lanka sent their apologies.

3. The tabletop exercise recalled the events of May 2015 in the Andaman Sea.
"""

EXPERTS_2020 = """\
Outcome Statement from the Co-Chairs

Third meeting of the Technical Experts Group on Returns and Reintegration (TEG-RR)

Between 13 and 14 February 2020 the TEG-RR came together in Colombo, Sri Lanka. Australia
and Sri Lanka co-chaired, and the meeting was attended by:

\u2022 Country participants: Pakistan, Nauru, Thailand, Viet Nam, Turkey, France
\u2022 Organisational members: ILO, UNODC, IOM and UNHCR
\u2022 Observers: Canada, the United Kingdom (UK), ICMPD
\u2022 Regional Support Office of the Bali Process
\u2022 Apologies: New Zealand and the Philippines

Proceedings

Cambodia was invited to speak of its strategy.
"""

TASK_FORCE_2020 = """\
Co-chairs' Statement
Fifth meeting of the Task Force on Planning and Preparedness, Colombo, 11 - 12 February 2020

Officials met in Colombo, Sri Lanka on 11 - 12 February 2020.

Country participants
- Sri Lanka
- Vietnam
- Turkey
- Republic of Freedonia

Organisational members
- International Organization for Migration (IOM)
- United Nations High Commissioner for Refugees (UNHCR)

Observers
- Canada

Apologies
- Korea

Theme

Cooperation at sea was what most delegations spoke about.
"""

WEB_PAGE = """\
Seventh Annual Meeting of the Trafficking in Persons Working Group

Location: VirtualDate: 21 - 23 September 2021
group-photo-min Image

The Australian Border Force and Indonesia\u2019s Ministry of Foreign Affairs co-chaired, on
21 and 23 September 2021, the Seventh Annual Meeting of the Trafficking in Persons Working
Group (TIPWG). It was attended by 14 Working Group members (including three international
organisations). Bali Process members Timor-Leste and Singapore were present as observers.

Training had been delivered in Lao PDR, and 65 participants from Fiji were to follow.
"""

WEBINAR_2022 = """\
The Australian Attorney-General\u2019s Department and Indonesia\u2019s Ministry of Foreign
Affairs hosted, on 29 and 30 August 2022, a Regional Webinar and the Eighth Annual Meeting of
the Bali Process Working Group on Trafficking in Persons. Fifteen members took part (United
Arab Emirates, Thailand, Sri Lanka, Pakistan, Philippines, New Zealand, Maldives, Malaysia,
Vietnam, Bangladesh, Indonesia, Australia, UNODC, UNHCR and IOM), with six additional Bali
Process members as observers (International Labour Organization1, Timor-Leste, Samoa, Papua
New Guinea, Palau and Fiji), two private sector representatives (Match Group and Meta),
three civil society representatives (MAST Human, Walk Free and the Australian Red Cross)
and the Regional Support Office (RSO).
"""

DIALOGUE_2024 = """\
The Working Group on Trafficking in Persons (WG-TIP) held its 10th Annual Meeting in Bangkok
from 18 to 20 November 2024. The meeting was co-chaired by the Republic of Indonesia and the
Government of Australia, and jointly hosted with the Taskforce on Planning and
Preparedness (TFPP). It was attended by four members (USA, United Nations Office on Drugs
and Crime [UNODC], UAE and International Labour Organization [ILO]), two additional Bali
Process members as observers (Laos and Kiribati), two civil society representatives (the
Global Initiative against Transnational Organized
Crime [GI-TOC] and Stop the Traffik), and people from Meta, other Bali Process workstreams
(the Government and Business Forum [GABF] and the Disruption Working Group [DWG]), and the
Bali
Process Regional Support Office (RSO). Laos and the UAE were represented by senior officials.

Tenth Annual Meeting \u2013 19 November 2024

Working Group Co-Chairs, Ms Kathryn Haigh, First Assistant Secretary, Australian
Attorney-General\u2019s Department, and Mr Caka Alverdi Awal, Director for International Security
and Disarmament of the Ministry of Foreign Affairs of the Republic of Indonesia, looked
back on ten years. Bali Process Senior Official Co-Chairs, Mr Tri Tharyat, Indonesian
Deputy Minister for Multilateral Cooperation, and Ms Lynn Bell, Australian Ambassador to
Counter Modern Slavery, People Smuggling and Human Trafficking, sent their good wishes.
Malaysia and Thailand told of their work, and New Zealand (as DWG Co-Chair) of its own.

Conclusion

The Co-Chairs are grateful to all.
"""

MANILA_2025 = """\
The Bali Process

on People Smuggling, Trafficking in Persons and Related Transnational Crime

WG-TIP 11th Annual Meeting, and Joint Regional Event: *Breaking the cycle*

Co-Chair Statement

December 2025

The Bali Process Working Group on Trafficking in Persons (WG-TIP) and the Technical Experts
Group on Returns and Reintegration (TEG-RR) met together in Manila, the Philippines, from 1
to 5 December 2025. Co-chaired by Indonesia, Australia and the Philippines, the week was
attended by:

- 3 WG-TIP and TEG-RR members (Pakistan, the USA and the International Labour Organization).
- 2 additional Bali Process members as observers (Iraq and Palau) and 1 Bali Process observer
(the Intergovernmental Consultations on Migration, Asylum and Refugees).
- 6 civil society organisations (the Mixed Migration Centre, International
Justice Mission (IJM), the Migrant Forum in Asia, the Samoa Returnees Charitable Trust, the
Global Initiative against Transnational Organized Crime, the Pacific Immigration Development
Community and the Australian National University).



The Bali Process

on People Smuggling, Trafficking in Persons and Related Transnational Crime

Additional attendees included the ASEAN-ACT program, other Bali Process workstreams (the
Taskforce on Planning and Preparedness and the Disruption Working Group) and the RSO.

Eleventh Annual Meeting \u2013 1 December 2025

WG-TIP Co-Chairs, Ms Kathryn Haigh, First Assistant Secretary, International Cooperation
Division, Australian Attorney-General's Department, and Mr Caka Alverdi Awal, Director for
International Peace and Security, Ministry of Foreign Affairs of the Republic of Indonesia,
opened the day. Fiji spoke of fishing, and a panel brought together Cambodia and Malaysia.
"""

KUALA_LUMPUR_2024 = """\
CO-CHAIRS\u2019 STATEMENT

Over 2-3 May 2024, the 17th Ad Hoc Group meeting of the Bali Process was held in Kuala
Lumpur, Malaysia. It was co-chaired by H.E. Mr Tri Tharyat, Director General for
Multilateral Cooperation of Indonesia, and Ms Lynn Bell (Australia). It was attended by five
states (Vietnam, the US, South Korea, Bangladesh and Vietnam), Kenya, Trinidad and Tobago,
the Friends of the Sea and others.
"""

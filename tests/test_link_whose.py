"""Whose a number is: the province's, a part's of it, or that of a region or the country."""

from __future__ import annotations

import pytest

from pipeline import check, extract

#: A text, how the number is printed, and what it has and has not.
CASES: list[tuple[str, str, dict[str, str | None]]] = [
    # Regions are several provinces; a province of one is its own.
    ("The poverty rate in the Central Highlands was 12.4%.", "12.4%", {"indicator": None}),
    (
        "The Mekong Delta province's poverty rate was 2.1%.",
        "2.1%",
        {"indicator": "poverty_rate"},
    ),
    (
        "Communes meeting new rural standards (Red River Delta: 91%, Southeast: 87%) are many.",
        "91%",
        {"indicator": None},
    ),
    (
        "GRDP growth reached 8.7%, the third in the Northern mountainous region.",
        "8.7%",
        {"indicator": "grdp_growth"},
    ),
    ("Tỷ lệ hộ nghèo vùng Tây Nguyên là 12,4%.", "12,4%", {"indicator": None}),
    ("GRDP tăng 8,7%, đứng thứ ba vùng Tây Nguyên.", "8,7%", {"indicator": "grdp_growth"}),
    # What only adds to a number of the nation is the nation's, and so is that of many provinces.
    ("Cả nước có 5.300/8.100 xã (65,4%) đạt chuẩn nông thôn mới.", "65,4%", {"indicator": None}),
    (
        "Chỉ số SIPAS trung bình cả nước là 82,4%, tăng 1,7% so với năm 2022 (80,7%).",
        "80,7%",
        {"indicator": None},
    ),
    ("The national average SIPAS index is 82.4%, up 1.7%.", "82.4%", {"indicator": None}),
    (
        "Hiện có 14 tỉnh, thành phố có 100% số xã đạt chuẩn nông thôn mới.",
        "100%",
        {"indicator": None},
    ),
    ("Đã có 47 tỉnh công nhận 3.310 sản phẩm OCOP.", "3.310", {"indicator": None}),
    (
        "So với 63 tỉnh, thành phố, GRDP của tỉnh tăng 8,1%.",
        "8,1%",
        {"indicator": "grdp_growth"},
    ),
    (
        "Cả nước có 2,4 triệu hộ nghèo (chiếm 9,7% số hộ trên toàn quốc) và 1,3 triệu hộ cận "
        "nghèo (chiếm 5,3%).",
        "5,3%",
        {"indicator": None},
    ),
    # Central bodies act for the country, and a text that names no province is all of it.
    ("The Politburo disciplined 17 officials, an increase of 5.", "5", {"indicator": None}),
    ("The Communist Party of Vietnam admitted 96,000 new members.", "96,000", {"indicator": None}),
    (
        "The whole country merged 19 districts.\n\nIt saved VND6,900 billion of budget.",
        "VND6,900 billion",
        {"indicator": None},
    ),
    (
        "The Politburo met. Hanoi admitted 1,520 Party members.",
        "1,520",
        {"indicator": "new_members_count"},
    ),
    (
        "Toàn Đảng bộ đã kết nạp 134 đảng viên.",
        "134",
        {"indicator": "new_members_count"},
    ),
    (
        "GRDP tăng 9,3%/năm, cao hơn bình quân của cả nước (6,7%/năm).",
        "6,7%",
        {"indicator": None},
    ),
    (
        "GRDP tăng 9,3%, xếp thứ 3 cả nước (năm 2022 tăng 8,1%).",
        "8,1%",
        {"indicator": "grdp_growth", "period": "2022"},
    ),
    ("Một số địa phương có điểm PAPI là 44,1 điểm.", "44,1 điểm", {"indicator": None}),
    # What is held against the province is of a part of it.
    (
        "Kinh tế tăng 6,3%, cao hơn bình quân chung toàn tỉnh; thu ngân sách đạt 320 tỷ đồng.",
        "320 tỷ đồng",
        {"indicator": None},
    ),
    (
        "Bình quân toàn tỉnh đạt 18,5 tiêu chí/xã; thu ngân sách đạt 3.200 tỷ đồng.",
        "3.200 tỷ đồng",
        {"indicator": "budget_revenue"},
    ),
    # One part in a bracket is told by its words, too.
    (
        "Thu ngân sách đạt 9.900 tỷ đồng (trong đó, thu nội địa đạt 8.300 tỷ đồng).",
        "8.300 tỷ đồng",
        {"indicator": None},
    ),
    # A bracket with labels takes a number apart; one that tells more of it does not.
    (
        "Giao 21.700 chỉ tiêu biên chế (gồm giáo dục 18.200; y tế 2.300; văn hóa 1.200).",
        "2.300",
        {"indicator": None},
    ),
    (
        "Kỷ luật 45 đảng viên (tỉnh 5, huyện 30, cơ sở 10).",
        "5",
        {"indicator": "disciplined_members_count", "level": "province"},
    ),
    (
        "Kỷ luật 45 đảng viên (khiển trách 30, cảnh cáo 15).",
        "30",
        {"indicator": "disciplined_members_count", "attribute": "disc_reprimand"},
    ),
    (
        "Kỷ luật 45 đảng viên (năm 2022 kỷ luật 41 đảng viên).",
        "41",
        {"indicator": "disciplined_members_count", "period": "2022"},
    ),
    # A name that the text gives to a district stands for it alone, too, and for its sentences.
    (
        "The Party Committee of Cam Lac district met. In 2023, Cam Lac admitted 120 Party members.",
        "120",
        {"indicator": None},
    ),
    (
        "The Cam Lac District Party Committee met. In its tasks, Cam Lac met 22 of 25 targets. Per "
        "capita income reached 53 million VND.",
        "53 million VND",
        {"indicator": None},
    ),
    (
        "Cam Lac district met. In 2023, the province admitted 1,520 Party members.",
        "1,520",
        {"indicator": "new_members_count"},
    ),
    (
        "Viet Tri city is green. Phu Tho admitted 1,520 Party members.",
        "1,520",
        {"indicator": "new_members_count"},
    ),
    (
        "Huyện Bình Lạc họp sơ kết. Tăng trưởng kinh tế của Bình Lạc đạt 10,6%.",
        "10,6%",
        {"indicator": None},
    ),
    (
        "Với 40 tổ chức cơ sở đảng và 161 chi bộ, huyện Bình Lạc đổi mới nhiều.",
        "161",
        {"indicator": None},
    ),
    (
        "Budget revenue of Cam Lac district will be 40 billion VND, above the provincial target.",
        "40 billion VND",
        {"indicator": None},
    ),
    # A text that names one district again and again, and no province, is of it.
    (
        "Tam Lac district changes. In Tam Lac, roads are new. People of Tam Lac read. The poverty "
        "rate is 4.6%.",
        "4.6%",
        {"indicator": None},
    ),
    (
        "The commune has earned the status, with the poverty rate brought to 4.6%.",
        "4.6%",
        {"indicator": None},
    ),
    (
        "At the commune level there are 120 cells; the poverty rate is 4.6%.",
        "4.6%",
        {"indicator": "poverty_rate"},
    ),
    # What programmes disburse; what a number before counts.
    (
        "For the national target programmes, the disbursement rate was 26% of the plan.",
        "26%",
        {"indicator": None},
    ),
    ("The committee handled 68 cases of corruption and 45 incidents.", "45", {"indicator": None}),
    (
        "There are 415 delegates representing 131,400 Party members of the province.",
        "131,400",
        {"indicator": "party_members_total"},
    ),
    # Rates of rural areas, also where only the change is told.
    (
        "The rate of poor households in rural areas was 7.1%, down 4.7 points.",
        "4.7 points",
        {"indicator": None},
    ),
    # An index of offices or units.
    (
        "In the PAR Index, the average score of the departments fell by 5.2 points.",
        "5.2 points",
        {"indicator": None},
    ),
    ("The PAR Index score was 88.5 points.", "88.5 points", {"indicator": "par_index_score"}),
    ("Điểm PAR Index của các sở đạt 85,9 điểm.", "85,9 điểm", {"indicator": None}),
    # One source of the revenue, one thing that is spent on, one sort of guests.
    ("Budget revenue from crude oil rose by 15%.", "15%", {"indicator": None}),
    (
        "Budget revenue from January to May rose by 15%.",
        "15%",
        {"indicator": "budget_revenue_yoy_ratio"},
    ),
    ("Budget spending on health was VND 900 billion.", "VND 900 billion", {"indicator": None}),
    ("The province welcomed 120,000 international visitors.", "120,000", {"indicator": None}),
    ("The province welcomed 120,000 visitors.", "120,000", {"indicator": "tourists_count"}),
    # Another measure stands between a name and a number.
    (
        "The industrial production index rose by 4.1%, exports came to 21 billion USD, up 12.8%.",
        "12.8%",
        {"indicator": None},
    ),
    # People of one clause are not those of the next.
    (
        "The rate of poor households fell to 2.5%, 91% of locals have health insurance, up 15%.",
        "15%",
        {"indicator": "health_insurance_share", "population": None},
    ),
    # Passengers are carried, cadres are moved.
    (
        "Hành khách vận chuyển tăng, luân chuyển đạt 169 triệu người.",
        "169 triệu",
        {"indicator": None},
    ),
    ("Luân chuyển 169 cán bộ.", "169", {"indicator": "cadres_rotated_count"}),
    # What waits for discipline, and what was concluded.
    (
        "Phải thi hành kỷ luật 12 đảng viên, đã thi hành kỷ luật 10 đảng viên.",
        "12",
        {"indicator": None},
    ),
    (
        "Phải thi hành kỷ luật 12 đảng viên, đã thi hành kỷ luật 10 đảng viên.",
        "10",
        {"indicator": "disciplined_members_count"},
    ),
    (
        "The commission inspected 120 organisations and concluded that 24 organisations did well.",
        "24",
        {"indicator": None},
    ),
    # A bracket is not of what is joined behind it.
    (
        "Vượt kế hoạch có huyện Bình Lạc (105%) và Đảng bộ Khối các cơ quan tỉnh (104,6%).",
        "105%",
        {"level": None, "body": None},
    ),
]

#: The same for roles, changes and what a percentage is of.
TOLD: list[tuple[str, str, dict[str, str | None]]] = [
    (
        "The goals were set out at the congress, which saw 415 delegates of the province.",
        "415",
        {"role": None},
    ),
    (
        "The town expects 20% of its communes to be models, with income per capita reaching 55 "
        "million VND.",
        "55 million VND",
        {"role": "target"},
    ),
    ("Half of them, 203, were members of the previous term.", "203", {"role": None}),
    ("GRDP per capita will be VND 140 million (USD 6,000).", "USD 6,000", {"role": "plan"}),
    (
        "Inspections for signs of violations against 18 Party members were held.",
        "18",
        {"role": "actual"},
    ),
    ("The city is home to 550,000 people from 19 ethnic groups.", "19", {"role": None}),
    (
        "The number of communes fell from 635 communes, wards and towns to 559 units.",
        "635",
        {"role": "previous"},
    ),
    ("Diện tích lúa phải thu hoạch sớm là 10.025 ha.", "10.025 ha", {"role": None}),
    ("Tỷ lệ nữ phải đạt 15%.", "15%", {"role": "requirement"}),
    (
        "Nghị quyết đặt mục tiêu, GRDP tăng 10%; tổng thu ngân sách đến năm 2030 đạt 62 tỷ đồng.",
        "62 tỷ đồng",
        {"role": "target"},
    ),
    ("The provincial level has 3 fewer departments.", "3", {"change": "decrease"}),
    (
        "Ethnic minority officials are 30% of the provincial Party Committee; in the provincial "
        "Party Standing Committee, this rate reaches 40%.",
        "40%",
        {"indicator": "committee_ethnic_minority_share", "body": "standing_committee"},
    ),
    (
        "Women are 18% of cadres under the management of the provincial Party Standing Committee, "
        "and 21% of those under the management of the district Party Standing Committees.",
        "21%",
        {"attribute": "female"},
    ),
    ("Industry saw a 0.7% rise.", "0.7%", {"change": "increase"}),
    ("Trade saw a 2% fall.", "2%", {"change": "decrease"}),
    ("Giá than giảm nhẹ 0,9%.", "0,9%", {"change": "decrease"}),
    (
        "The plan has a 15% rise in revenue, an urbanization rate of 28%.",
        "28%",
        {"change": None, "indicator": "urbanization_rate"},
    ),
    (
        "Budget revenue was 17,300 billion VND, achieving 127% of the plan.",
        "127%",
        {"indicator": "budget_revenue_plan_share"},
    ),
]


@pytest.mark.parametrize(("text", "printed", "expected"), [*CASES, *TOLD])
def test_whose_a_number_is(text: str, printed: str, expected: dict[str, str | None]) -> None:
    found = [one for one in extract(text) if one.fact.text == printed]
    assert found, printed
    assert {name: getattr(found[0], name) for name in expected} == expected


def test_share_of_an_amount_is_no_share_of_a_count() -> None:
    text = "Collected from the three main sectors (accounting for 50.9% of the revenue plan)."
    assert not [one for one in check(text) if one.alert != "none"]


def test_a_higher_grade_contradicts_nothing() -> None:
    text = (
        "In 2023, the rate of communes meeting new-style rural standards reached 87%.\n\n"
        "In 2023, the rate of communes meeting {}new-style rural standards reached 12%."
    )
    assert not [one for one in check(text.format("advanced ")) if one.alert != "none"]
    assert [one for one in check(text.format("")) if one.rule == "BC202"]


def test_several_targets_in_one_bracket_are_of_no_one_number() -> None:
    text = "Industry: 47.9% - services: 37.3% (it was planned to be 48% and 39%, respectively)."
    assert [one.target_of for one in extract(text)] == [None] * 4


def test_what_a_percentage_of_is_goes_on() -> None:
    text = "Cả tỉnh gieo 152 ha, bằng 100,6% cùng kỳ năm trước; phía nam 32 ha, bằng 93,4%."
    assert [getattr(one.fact.value, "basis", None) for one in extract(text)][1::2] == [
        "of_base",
        "of_base",
    ]


@pytest.mark.parametrize(
    ("text", "printed", "indicator"),
    [
        ("The province has 349 valid FDI projects with USD 5.6 billion.", "USD 5.6 billion", None),
        ("In 2023, FDI attraction reached USD 480 million.", "USD 480 million", "fdi_attracted"),
        ("Có 349 dự án FDI còn hiệu lực với tổng vốn 5.685 triệu USD.", "5.685 triệu USD", None),
        ("Thu hút 480 triệu USD vốn FDI, lũy kế 349 dự án.", "480 triệu USD", "fdi_attracted"),
        ("Of 81 cases of negligent officials, 62 people were disciplined.", "62", None),
        (
            "The inspection commissions disciplined 58 people.",
            "58",
            "disciplined_members_count",
        ),
    ],
)
def test_stocks_and_people_of_nobody(text: str, printed: str, indicator: str | None) -> None:
    (found,) = [one for one in extract(text) if one.fact.text == printed]
    assert found.indicator == indicator


@pytest.mark.parametrize(
    ("text", "printed", "indicator"),
    [
        (
            "The Party Committee of Na Lum commune (Muong Vi) has 11 cells.\n\nIn 2023, 10 persons "
            "were admitted to the Party.",
            "10",
            None,
        ),
        (
            "By late 2023, the Na Lum communal Party Organisation had 17 Party cells.",
            "17",
            None,
        ),
        (
            "Since the beginning of the term, Na Lum commune (Hai Duong) has changed.\n\nThe Na "
            "Lum Party organization admitted 12 new members.",
            "12",
            None,
        ),
        (
            "Na Lum commune held a congress.\n\nThe province admitted 1,204 new Party members.",
            "1,204",
            "new_members_count",
        ),
        (
            "Đảng bộ huyện Bình Lạc có 62 tổ chức cơ sở đảng.\n\nNăm 2023 kết nạp 104 đảng viên.",
            "104",
            None,
        ),
        (
            "Đảng bộ huyện Bình Lạc họp.\n\nNăm 2023, toàn tỉnh kết nạp 1.104 đảng viên.",
            "1.104",
            "new_members_count",
        ),
    ],
)
def test_a_text_is_of_the_commune_that_it_begins_with(
    text: str, printed: str, indicator: str | None
) -> None:
    (found,) = [one for one in extract(text) if one.fact.text == printed]
    assert found.indicator == indicator


@pytest.mark.parametrize(
    "text",
    [
        "In 2024, the province set the following targets: GRDP growth of 8.1%. Budget revenue was "
        "VND 12,450 billion. The poverty rate reached 2.1%.",
        "Tỉnh đề ra các chỉ tiêu cụ thể: GRDP tăng 8,2%. Thu ngân sách đạt 12.450 tỷ đồng. Tỷ lệ "
        "hộ nghèo còn 2,4%.",
    ],
)
def test_sentences_behind_targets_tell_targets(text: str) -> None:
    numbers = [one for one in extract(text) if one.fact.kind in ("percentage", "money")]
    assert [one.role for one in numbers] == ["target"] * 3


def test_the_growth_of_production_is_not_that_of_the_index() -> None:
    text = (
        "The industrial production index fell by 4.1%, the industrial production value was about "
        "VND 8,200 billion, down 6.2%."
    )
    assert [one.indicator for one in extract(text)] == ["iip_growth", None, None]


@pytest.mark.parametrize(
    ("text", "basis", "base"),
    [
        ("Thu ngân sách tăng 5,2% cùng kỳ năm 2022.", "growth", "2022"),
        ("Thu ngân sách bằng 92% cùng kỳ năm 2022.", "of_base", "2022"),
        ("Cây lúa chiếm 22,5% diện tích và nhiều hơn cùng kỳ 61 ngàn ha.", "share", None),
    ],
)
def test_what_is_held_against_the_same_period(text: str, basis: str, base: str | None) -> None:
    first = next(one for one in extract(text) if one.fact.kind == "percentage")
    assert (first.fact.value.basis, first.base_period) == (basis, base)


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        (
            "Lượt khách tăng 10% (khách quốc tế 190.000 lượt, tăng 6%).",
            ["increase", None, "increase"],
        ),
        (
            "Năng suất tăng 2 tạ/ha (năng suất năm trước là 48 tạ/ha).",
            ["increase", None],
        ),
        ("Số vụ tăng 12 vụ, tăng 4%.", ["increase", "increase"]),
    ],
)
def test_a_level_has_not_the_change_told_behind_it(text: str, changes: list[str | None]) -> None:
    assert [one.change for one in extract(text)] == changes


@pytest.mark.parametrize(
    ("text", "printed", "province", "indicator"),
    [
        (
            "Ha Nam and Nam Dinh admitted 1,320 Party members.",
            "1,320",
            None,
            "new_members_count",
        ),
        ("Ha Nam (9.5%), Nam Dinh (8.2%) grew.", "8.2%", "nam-dinh", None),
        ("The Ministry of Health was asked to reach 92% health insurance.", "92%", None, None),
        ("These districts have an average poverty rate of 47%.", "47%", None, None),
    ],
)
def test_several_provinces_and_ministries(
    text: str, printed: str, province: str | None, indicator: str | None
) -> None:
    (found,) = [one for one in extract(text) if one.fact.text == printed]
    assert (found.province, found.indicator) == (province, indicator)


def test_a_bracket_takes_nothing_from_what_stands_behind() -> None:
    text = "Exports reached 2.4 billion USD (up 5.4%) and budget revenue rose by 8%."
    assert [one.indicator for one in extract(text)] == [
        "export_turnover",
        None,
        "budget_revenue_yoy_ratio",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # All that a share is a part of is not what the part does or has.
        (
            "There are 61 Party organizations in non-state enterprises with 1,380 Party members, "
            "2.8% of the total of 49,290.",
            ["private_enterprise_party_orgs_count", None, None, "party_members_total"],
        ),
        (
            "Tỉnh có 61 tổ chức đảng trong doanh nghiệp tư nhân với 1.380 đảng viên, chiếm 2,8% "
            "trong tổng số 49.290.",
            ["private_enterprise_party_orgs_count", None, None, "party_members_total"],
        ),
        (
            "Committees disciplined 54 Party members, 0.1% of the total of 49,290.",
            ["disciplined_members_count", None, "party_members_total"],
        ),
        (
            "They inspected 44 Party organizations, 6.1% of the total of 720.",
            ["inspected_orgs_count", None, None],
        ),
        (
            "The province admitted 1,240 members, 2.5% of the total of 49,290.",
            ["new_members_count", "new_members_rate", None],
        ),
        # But what stands behind the whole is said of it.
        (
            "Committees disciplined 54 Party members, 5.6% of the total of 960 who studied abroad.",
            ["disciplined_members_count", None, None],
        ),
    ],
)
def test_the_whole_of_a_share(text: str, expected: list[str | None]) -> None:
    assert [one.indicator for one in extract(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The provincial level disciplined 19 members, the district level 73 and grassroots "
            "organizations 164.",
            {"164": ("disciplined_members_count", "grassroots", None, "actual")},
        ),
        (
            "Số đảng viên bị kỷ luật là 287 đồng chí, trong đó 171 do chi bộ kỷ luật.",
            {"171": (None, None, None, None)},
        ),
        (
            "Đã thi hành kỷ luật 34 đảng viên, còn 7 đảng viên đang xem xét.",
            {
                "34": ("disciplined_members_count", None, None, "actual"),
                "7": (None, None, None, None),
            },
        ),
        (
            "Commissions inspected 28 organizations where there were signs of violation; "
            "violations were found in 19 organizations and 83 members.",
            {
                "28": ("violation_signs_inspected_count", None, None, "actual"),
                "19": (None, None, None, None),
                "83": (None, None, None, None),
            },
        ),
        (
            "Inspected were 618 Party organizations, that is 31 organizations more and 96 "
            "members fewer than in 2021.",
            {
                "618": ("inspected_orgs_count", None, None, "actual"),
                "31": ("inspected_orgs_count", None, "increase", "actual"),
            },
        ),
        (
            "Kiểm tra 33 tổ chức đảng, vượt 10% so với chương trình (30 tổ chức).",
            {"30": ("inspected_orgs_count", None, None, "target")},
        ),
        (
            "Đã kiểm tra 24 tổ chức đảng; còn 8 tổ chức sẽ kiểm tra trong quý IV.",
            {"8": ("inspected_orgs_count", None, None, "plan")},
        ),
        (
            "Kiểm tra 57 tổ chức đảng, 131 đảng viên, bằng 103,6% và 97% kế hoạch năm (55 tổ "
            "chức, 135 đảng viên).",
            {
                "55": ("inspected_orgs_count", None, None, "target"),
                "135": ("inspected_members_count", None, None, "target"),
            },
        ),
        (
            "Đã xử lý kỷ luật hành chính 58 công chức, trong đó đảng viên 36 (62,1%); khiển trách "
            "37, cảnh cáo 21.",
            {"36": (None, None, None, None), "37": (None, None, None, None)},
        ),
        # Opposites.
        (
            "Xử lý kỷ luật hành chính 22 công chức, trong đó có 9 đảng viên; Đảng ủy thi hành kỷ "
            "luật 16 đảng viên.",
            {"16": ("disciplined_members_count", None, None, "actual")},
        ),
        (
            "Kỷ luật 12 đảng viên do vi phạm chính sách dân số.",
            {"12": ("disciplined_members_count", None, None, "actual")},
        ),
        (
            "Kết nạp 1.154 đảng viên, đạt 102% kế hoạch (nữ 497 đảng viên).",
            {"497": ("new_members_count", None, None, "actual")},
        ),
        (
            "They inspected 12 organizations, 5 organizations more than in 2021.",
            {
                "12": ("inspected_orgs_count", None, None, "actual"),
                "5": ("inspected_orgs_count", None, "increase", "actual"),
            },
        ),
    ],
)
def test_who_was_disciplined_or_inspected(
    text: str, expected: dict[str, tuple[str | None, ...]]
) -> None:
    told = {
        one.fact.text: (one.indicator, one.level, one.change, one.role) for one in extract(text)
    }
    assert expected.items() <= told.items()


def test_what_shares_are_of_is_no_bound() -> None:
    (number,) = [
        one.fact
        for one in extract("Khiển trách 55%, cảnh cáo 45%, tính trên 60 đảng viên bị kỷ luật.")
        if one.fact.text == "60"
    ]
    assert str(number.value).startswith("60")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Part-time staff at commune level were cut by 1,106 (29.4%) and in villages by 4,870.",
            {"1,106": ("part_time_commune_reduced_count", "commune", "actual")},
        ),
        (
            "Cadres at commune level fell by 290 (11%) and civil servants by 51.",
            {"290": ("commune_cadres_reduced_count", "commune", "actual")},
        ),
        (
            "Quy hoạch: nữ 25,4%; đương nhiệm nữ 16,8%.",
            {"25,4%": ("plan_female_share", None, "plan"), "16,8%": (None, None, "plan")},
        ),
        (
            "Bí thư đồng thời là chủ tịch HĐND: 8/10 huyện; trưởng ban dân vận đồng thời là chủ "
            "tịch MTTQ: 10/10 huyện.",
            {
                "8/10": ("secretary_council_unified_share", "district", "actual"),
                "10/10": (None, "district", None),
            },
        ),
        (
            "Bí thư đồng thời là chủ tịch HĐND: 8/10 huyện; 112/121 xã.",
            {"112/121": ("secretary_council_unified_share", "commune", "actual")},
        ),
        (
            "Hộ nghèo đầu năm 11,87%, cuối năm 8,42%.",
            {
                "11,87%": ("poverty_rate", None, "previous"),
                "8,42%": ("poverty_rate", None, "actual"),
            },
        ),
        (
            "Ngay từ đầu năm đã kết nạp 88 đảng viên, đến cuối năm kết nạp 391 đảng viên.",
            {"88": ("new_members_count", None, "actual")},
        ),
    ],
)
def test_what_a_row_tells_of_others(text: str, expected: dict[str, tuple[str | None, ...]]) -> None:
    told = {one.fact.text.split()[0]: (one.indicator, one.level, one.role) for one in extract(text)}
    assert expected.items() <= told.items()

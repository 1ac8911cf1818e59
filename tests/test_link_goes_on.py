"""Numbers that go on with another: at other levels, for other times, of a group told before."""

import pytest

from pipeline import analyse
from pipeline.model import Observation


def told(text: str) -> dict[str, Observation]:
    """The numbers of a text by what is printed."""
    return {one.fact.text: one for one in analyse(text).observations}


def said(text: str, number: str) -> tuple[str | None, str | None, str | None]:
    one = told(text)[number]
    return one.indicator, one.role, one.level


# ── levels ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        (
            "Tỷ lệ hồ sơ giải quyết đúng hạn đạt 97,3% (cấp xã 98,1%, cấp huyện 95,2%).",
            "95,2%",
            ("dossiers_on_time_share", "actual", "district"),
        ),
        (
            "Ban Chấp hành Đảng bộ tỉnh có 7/48 đồng chí là nữ (14,58%); cấp huyện 18,4%.",
            "18,4%",
            ("committee_female_share", "actual", "district"),
        ),
        (
            "Women hold 19.4% of leadership positions, 2.2 points more than in 2019; "
            "at provincial level 16.3%, district level 21.8%.",
            "21.8%",
            ("leaders_female_share", "actual", "district"),
        ),
        (
            "Cấp ủy viên trẻ: cấp tỉnh 4 đồng chí (8,3%), cấp huyện 51 đồng chí (12,4%).",
            "51",
            ("committee_young_count", "actual", "district"),
        ),
        (
            "Tỷ lệ CBCCVC người dân tộc thiểu số cấp tỉnh tối thiểu 12%, cấp huyện 18%.",
            "18%",
            ("staff_ethnic_minority_share", "requirement", "district"),
        ),
        (
            "Kỷ luật cán bộ nữ: cấp tỉnh 4 đồng chí, cấp xã 13 đồng chí.",
            "13",
            ("disciplined_members_count", "actual", "commune"),
        ),
        # Another matter at that level is none of the first.
        ("Tỷ lệ hộ nghèo còn 3,6%; cấp huyện 96%.", "96%", (None, None, "district")),
        (
            "Tỷ lệ hồ sơ giải quyết đúng hạn đạt 97,3%; chi thường xuyên cấp huyện 41,2%.",
            "41,2%",
            (None, None, "district"),
        ),
        (
            "Tỷ lệ hồ sơ giải quyết đúng hạn đạt 97,3%; ở cấp huyện, thu phí qua mạng 41,2%.",
            "41,2%",
            (None, None, "district"),
        ),
    ],
)
def test_a_share_goes_on_at_another_level(
    text: str, number: str, expected: tuple[str | None, str | None, str | None]
) -> None:
    assert said(text, number) == expected


# ── times ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "number", "indicator", "role"),
    [
        (
            "PAR INDEX của tỉnh đạt 85,31% (năm 2021: 83,12%).",
            "83,12%",
            "par_index_score",
            "previous",
        ),
        (
            "GRDP tăng 7,14% so với cùng kỳ (cùng kỳ tăng 5,23%).",
            "5,23%",
            "grdp_growth",
            "previous",
        ),
        ("The poverty rate was 3.6% (2019: 6.4%).", "6.4%", "poverty_rate", "previous"),
        (
            "The poverty rate fell to 3.6% (previous term: 6.4%).",
            "6.4%",
            "poverty_rate",
            "previous",
        ),
        ("Năm 2019, tỷ lệ hộ nghèo là 6,4% (năm 2021: 3,6%).", "3,6%", "poverty_rate", "actual"),
        # What a bracket plans, changes or tells of others is not told again.
        (
            "Thu ngân sách đạt 7.310 tỷ đồng (dự toán năm 2021 là 6.840 tỷ đồng).",
            "6.840 tỷ đồng",
            "budget_revenue",
            "target",
        ),
        ("Tỷ lệ hộ nghèo còn 3,6% (giảm 0,9% so với năm 2021).", "0,9%", "poverty_rate", "actual"),
        ("Tỷ lệ hộ nghèo còn 3,6% (năm 2021 ở vùng cao là 16,4%).", "16,4%", None, None),
        ("Tỷ lệ hộ nghèo giảm 1,1% (năm 2021 còn 3,6%).", "3,6%", None, None),
        ("Thu hút 3,1 triệu lượt khách (riêng năm 2021: 1,2 triệu).", "1,2 triệu", None, None),
        ("Giảm 9 lượt đoàn so với trước (năm 2021 có 14 lượt đoàn).", "14", None, "previous"),
    ],
)
def test_a_bracket_tells_of_another_time(
    text: str, number: str, indicator: str | None, role: str | None
) -> None:
    assert said(text, number)[:2] == (indicator, role)


# ── groups ────────────────────────────────────────────────────────────────────────────────


def test_parts_of_those_on_a_plan_are_of_the_plan() -> None:
    numbers = told(
        "Quy hoạch Ban Chấp hành Đảng bộ tỉnh: 72 đồng chí, trong khi có 48 đồng chí đương nhiệm. "
        "Trong đó: nữ chiếm 22,22%; cơ cấu 3 độ tuổi: dưới 40 tuổi 19,44%. "
        "Về trình độ: 100% có bằng đại học trở lên."
    )
    assert numbers["22,22%"].indicator == "plan_female_share"
    assert numbers["19,44%"].indicator == "plan_young_share"
    assert numbers["100%"].indicator == "plan_university_share"


def test_whom_a_paragraph_names_before_it_announces_a_list_is_not_announced() -> None:
    numbers = told(
        "Ban Thường vụ Tỉnh ủy đã chỉ đạo rà soát. Kết quả cụ thể:\n- Nữ chiếm 22,22%; trẻ 19,44%."
    )
    assert numbers["22,22%"].body is None


def test_a_committee_is_no_plan() -> None:
    numbers = told(
        "Ban Chấp hành Đảng bộ tỉnh có 48 đồng chí. Trong đó: nữ chiếm 14,58%; dưới 40 tuổi 8,33%."
    )
    assert numbers["14,58%"].indicator == "committee_female_share"


# ── what was cut ──────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "number", "indicator"),
    [
        (
            "Tỉnh được giao 3.120 biên chế công chức, đến nay còn 2.810 biên chế, "
            "giảm 310 biên chế, tương ứng 9,94%.",
            "9,94%",
            "civil_servants_reduced_share",
        ),
        (
            "Viên chức giảm 4.110 người so với năm 2015, đạt tỷ lệ 11,2%.",
            "11,2%",
            "public_employees_reduced_share",
        ),
        (
            "Số đơn vị sự nghiệp công lập giảm 73 đơn vị, đạt 8,4%.",
            "8,4%",
            "public_service_units_reduced_share",
        ),
        # So much of something that is named, and so much of a plan.
        ("Viên chức giảm 4.110 người so với năm 2015, đạt 82% kế hoạch.", "82%", None),
        (
            "Có 91.000 người, tăng 2.100 người so với năm 2020, đạt 21,4% lực lượng lao động.",
            "21,4%",
            None,
        ),
    ],
)
def test_the_share_of_what_was_cut(text: str, number: str, indicator: str | None) -> None:
    assert told(text)[number].indicator == indicator


# ── labels ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "number", "indicator"),
    [
        ("Hộ nghèo 2,31%; cận nghèo 3,42%.", "3,42%", "near_poor_rate"),
        ("Xuất khẩu 3,12 tỷ USD, nhập khẩu 2,81 tỷ USD.", "3,12 tỷ USD", "export_turnover"),
        ("Xuất khẩu 3,12 tỷ USD, nhập khẩu 2,81 tỷ USD.", "2,81 tỷ USD", None),
        ("Near poor: 3.42%.", "3.42%", "near_poor_rate"),
        # Of whom it is makes it another, and what is counted or joined is no label.
        ("Riêng hộ nghèo dân tộc thiểu số còn 12,31%.", "12,31%", None),
        ("Đồng bào dân tộc thiểu số: hộ nghèo 12,31%.", "12,31%", None),
        ("Trong 9.400 hộ nghèo có 3.100 hộ nghèo thiếu nhà ở (33%).", "33%", None),
        ("Tổng tỷ lệ hộ nghèo và cận nghèo còn 9,42%.", "9,42%", None),
        ("Import-export turnover was 6.1 billion USD.", "6.1 billion USD", None),
        # Neither what heads a label nor what stands behind its number may be another matter.
        ("Về xã hội: hộ nghèo 2,31%.", "2,31%", "poverty_rate"),
        ("Cơ cấu vốn vay: hộ nghèo 41%; cận nghèo 22%.", "41%", None),
        ("Cơ cấu vốn vay: hộ nghèo 41%; cận nghèo 22%.", "22%", None),
        ("Hình thức họp chi bộ: trực tuyến 14%.", "14%", None),
        ("Trong tổng số lớp học, trực tuyến chiếm 31%.", "31%", None),
        ("Hợp tác xã: thành lập mới 14.", "14", None),
        ("Xuất khẩu 21 triệu USD mặt hàng chè.", "21 triệu USD", None),
        ("Công chức xã: qua đào tạo 91%.", "91%", None),
        ("Laos, poverty 17%.", "17%", None),
        ("Projects: on time 41%.", "41%", None),
    ],
)
def test_a_label_opens_its_clause(text: str, number: str, indicator: str | None) -> None:
    assert told(text)[number].indicator == indicator


# ── others ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "number", "indicator"),
    [
        ("Đơn vị tự chủ chiếm 5,2%, thấp hơn bình quân cả nước (7,1%).", "7,1%", None),
        ("PCI của tỉnh đứng đầu là 70,41 điểm.", "70,41 điểm", None),
        (
            "Kiểm tra 27 tổ chức đảng, 68 đảng viên khi có dấu hiệu vi phạm.",
            "27",
            "violation_signs_inspected_count",
        ),
        ("Kiểm tra 27 tổ chức đảng và giám sát 68 đảng viên.", "27", "inspected_orgs_count"),
        (
            "94% meet the title standards; 88% have university degrees.",
            "88%",
            "edu_university_share",
        ),
    ],
)
def test_what_is_anothers(text: str, number: str, indicator: str | None) -> None:
    assert told(text)[number].indicator == indicator


def test_a_headline_tells_a_change() -> None:
    assert told("The Poverty Rate Decreased By 1.3% In 2021.")["1.3%"].change == "decrease"


def test_a_word_of_a_name_is_no_change() -> None:
    numbers = told("Ở thành phố Hạ Long, ông được 301.210 phiếu, đạt tỷ lệ 90,11% số phiếu.")
    assert numbers["90,11%"].change is None


@pytest.mark.parametrize(
    "text",
    [
        "Tỉnh đặt quyết tâm đến năm 2031 GRDP/người 140 triệu đồng; đô thị hóa 41%.",
        "Tỉnh đặt mục tiêu đến năm 2031, PCI vào nhóm đầu; tỷ lệ đô thị hóa đạt 41%.",
        "The province aims by 2031 at GRDP growth of 9.5%; an urbanization rate of 41%.",
    ],
)
def test_what_an_aim_announces_is_aimed_at(text: str) -> None:
    (number,) = (one for one in analyse(text).observations if one.fact.text.startswith("41"))
    assert (number.indicator, number.role) == ("urbanization_rate", "target")


# ── what is told once for two ─────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "number", "indicator"),
    [
        # So many people, told behind the second of two rates, or with the first.
        ("Tỉnh có 8,7 bác sĩ và 27 giường bệnh trên 10.000 dân.", "8,7", "doctors_per_10k"),
        ("Số giường bệnh trên vạn dân: 26,2; bác sĩ: 8,4.", "8,4", "doctors_per_10k"),
        ("There are 8.7 doctors and 27 hospital beds per 10,000 people.", "8.7", "doctors_per_10k"),
        (
            "The number of doctors reached 8.9 per 10,000 people, and hospital beds 28.",
            "28",
            "hospital_beds_per_10k",
        ),
        ("Tỉnh có 8,7 bác sĩ/vạn dân; tuyển mới 35 bác sĩ.", "35", None),
        ("The province has 2,900 beds and 8.7 doctors per 10,000 people.", "2,900", None),
        ("Tuyển 32 bác sĩ và đạt 27 giường bệnh/vạn dân.", "32", None),
        ("Đạt 27 giường bệnh trên vạn dân, bác sĩ 290, điều dưỡng 470.", "470", None),
        ("Tỉnh có 41 điều dưỡng và 27 giường bệnh trên 10.000 dân.", "41", None),
        # An act behind the second of two counts.
        (
            "Trong năm, 7 tổ chức đảng và 210 đảng viên phải nhận hình thức kỷ luật.",
            "7",
            "disciplined_orgs_count",
        ),
        (
            "Tỉnh khen thưởng 7 tổ chức đảng; 210 đảng viên phải nhận hình thức kỷ luật.",
            "7",
            None,
        ),
        (
            "Kiểm tra 96 tổ chức đảng và 340 đảng viên; giám sát 35 tổ chức và 88 cá nhân.",
            "88",
            "supervised_members_count",
        ),
        ("Giám sát 35 tổ chức đảng, khen thưởng 88 cá nhân.", "88", None),
        # Whoever is only there, set up or had is not acted upon.
        ("9 tổ chức đảng và 264 đảng viên bị kỷ luật.", "9", "disciplined_orgs_count"),
        ("Chi bộ có 14 đảng viên và 2 đảng viên được kiểm tra.", "14", None),
        ("Lập 11 tổ chức đảng, 260 đảng viên được giám sát.", "11", None),
        (
            "The province has 510 Party organizations and 31 Party members were disciplined.",
            "510",
            None,
        ),
        # Signs of violation that the inspection was for.
        (
            "Có 18 tổ chức đảng và 53 đảng viên bị kiểm tra do có dấu hiệu vi phạm.",
            "18",
            "violation_signs_inspected_count",
        ),
        (
            "When there were signs of violation, 18 Party organizations were inspected.",
            "18",
            "violation_signs_inspected_count",
        ),
        (
            "Có 18 tổ chức đảng bị kiểm tra theo chương trình; phát hiện dấu hiệu vi phạm ở 3 nơi.",
            "18",
            "inspected_orgs_count",
        ),
        # Cases and accused.
        (
            "Cơ quan điều tra khởi tố 5 vụ, 12 bị can về tội tham nhũng.",
            "5",
            "corruption_cases_count",
        ),
        ("Cơ quan điều tra khởi tố 5 vụ, 12 bị can về tội trộm cắp.", "5", None),
        # A clause at another level says the same verb again; units that fell are others.
        (
            "Người hoạt động không chuyên trách cấp xã giảm 165 (11,2%); ở thôn giảm 730 (19,8%).",
            "730",
            "part_time_village_reduced_count",
        ),
        (
            "Người hoạt động không chuyên trách cấp xã giảm 165 (11,2%); thôn giảm 73.",
            "73",
            "villages_reduced_count",
        ),
    ],
)
def test_what_is_told_once_for_two(text, number, indicator):
    assert said(text, number)[0] == indicator


@pytest.mark.parametrize(
    ("text", "number", "indicator", "role"),
    [
        # An aim in a bracket is of what stands before it.
        (
            "Năm 2024 tỷ lệ hộ nghèo của tỉnh còn 4,3% (kế hoạch 4,6%).",
            "4,6%",
            "poverty_rate",
            "target",
        ),
        ("In 2024 forest cover was 51.3% (plan: 51.7%).", "51.7%", "forest_cover_share", "target"),
        ("Năm 2024 tỉnh trồng 1.200 ha rừng (kế hoạch 51,7%).", "51,7%", None, "target"),
        # Parts of those with whom a sentence opens.
        (
            "Trong số đảng viên mới kết nạp có: 512 nữ (48%), 640 đoàn viên (60%).",
            "60%",
            "new_members_youth_share",
            "actual",
        ),
        ("Kết nạp 2.350 đoàn viên mới, 640 hội viên mới.", "640", None, None),
    ],
)
def test_aims_and_parts_of_what_stands_before(text, number, indicator, role):
    assert said(text, number)[:2] == (indicator, role)


# ── rankings ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "number", "indicator", "province"),
    [
        (
            "The PAR Index was announced. Quang Ninh led with 90.8%, followed by Hai Phong "
            "(90.1%). Localities with good results included Hanoi (89.9%) and Bac Giang (89.4%).",
            "89.4%",
            "par_index_score",
            "bac-giang",
        ),
        (
            "Theo bảng xếp hạng PCI, Quảng Ninh đứng đầu với 70,5 điểm, Long An xếp thứ hai với "
            "69,9 điểm.",
            "69,9 điểm",
            "pci_score",
            "long-an",
        ),
        (
            "According to the PAR Index, Hai Phong ranked 2nd with a result of 90.6%.",
            "90.6%",
            "par_index_score",
            "hai-phong",
        ),
        (
            "Other results\n- PAR Index: Long An obtained 88.3%, ranked 21/63.",
            "88.3%",
            "par_index_score",
            "long-an",
        ),
        (
            "With 91.2%, Hai Phong headed the PAR Index; Long An had 88.3%.",
            "91.2%",
            "par_index_score",
            "hai-phong",
        ),
        ("Với 91,2%, Hải Phòng dẫn đầu PAR INDEX.", "91,2%", "par_index_score", "hai-phong"),
        (
            "Four years before, with 90.4%, Long An likewise headed the PAR Index.",
            "90.4%",
            "par_index_score",
            "long-an",
        ),
        # Another matter beside the province, or in between.
        (
            "Quảng Ninh dẫn đầu PAR Index; tỷ lệ hồ sơ trực tuyến của Hải Phòng đạt 71,4%, Hà Nội "
            "68,2%.",
            "68,2%",
            "online_services_share",
            "ha-noi",
        ),
        (
            "Quảng Ninh dẫn đầu PAR Index. Rừng ngập mặn của Hải Phòng còn 34,2%.",
            "34,2%",
            None,
            "hai-phong",
        ),
        (
            "Quảng Ninh dẫn đầu PAR Index. Kinh tế đang phục hồi. Hải Phòng đạt 11,2%.",
            "11,2%",
            None,
            "hai-phong",
        ),
    ],
)
def test_scores_of_a_ranking(text, number, indicator, province):
    one = told(text)[number]
    assert (one.indicator, one.province) == (indicator, province)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Chỉ số PAR INDEX của Lào Cai đạt 87,3%.\nLào Cai có 61% là dân tộc.", "61%"),
        ("The PCI of Quang Ninh was 70.3 points. Ha Noi had 14 points more.", "14 points"),
        ("Chỉ số PCI của Quảng Ninh đứng đầu. Hải Phòng đạt 130 điểm.", "130 điểm"),
        ("With 91.2%, Hai Phong led in revenue and headed the PAR Index.", "91.2%"),
    ],
)
def test_what_is_no_score_of_a_ranking(text, number):
    assert told(text)[number].indicator is None


@pytest.mark.parametrize(
    ("text", "number", "indicator"),
    [
        ("Tiếp nhận 70 đơn tố cáo, đã giải quyết 28 đơn.", "28", "denunciations_settled_count"),
        ("Tiếp nhận 70 đơn tố cáo, 190 đơn khiếu nại, đã giải quyết 211 đơn.", "211", None),
        ("Tiếp nhận 70 đơn tố cáo và kiến nghị, đã giải quyết 66 đơn.", "66", None),
        (
            "Ban Chấp hành Đảng bộ tỉnh có 51 đồng chí. Cán bộ toàn tỉnh có 40% là nữ. Dưới 40 "
            "tuổi 13%.",
            "13%",
            None,
        ),
    ],
)
def test_what_is_of_others_told_before(text, number, indicator):
    assert told(text)[number].indicator == indicator


@pytest.mark.parametrize(
    ("text", "number", "indicator", "role"),
    [
        # What a number is compared with stands in a bracket behind the time.
        (
            "Nữ cấp ủy viên chiếm 23,0%, tăng 2,6% so với nhiệm kỳ trước (20,4%).",
            "20,4%",
            "committee_female_share",
            "previous",
        ),
        (
            "Tỷ lệ hồ sơ tiếp nhận trực tuyến 68,5%, cao hơn cùng kỳ (46,1%).",
            "46,1%",
            "online_services_share",
            "previous",
        ),
        (
            "The province has 81 commune-level administrative units, a decrease of 103 units "
            "compared to before (184 units).",
            "184",
            "admin_units_commune_count",
            "previous",
        ),
        (
            "Tỷ lệ hộ nghèo còn 3,4%, thấp hơn bình quân cả nước (4,2%).",
            "4,2%",
            None,
            None,
        ),
        # The ratio in the bracket of its share, and no other one.
        (
            "Tỷ lệ trường học đạt chuẩn quốc gia 70,0% (371/530 trường).",
            "371/530",
            "national_standard_schools_share",
            "actual",
        ),
        (
            "Tỷ lệ trường học đạt chuẩn quốc gia 70,0% (12/530 trường mới).",
            "12/530",
            None,
            None,
        ),
        # A norm, in a bracket or behind a few words.
        (
            "Nữ cấp ủy viên chiếm 23,0% (yêu cầu từ 15% trở lên).",
            "15%",
            "committee_female_share",
            "requirement",
        ),
    ],
)
def test_what_a_number_is_held_against(text, number, indicator, role):
    assert said(text, number)[:2] == (indicator, role)


UNITS, UNITS_SHARE = "public_service_units_reduced_count", "public_service_units_reduced_share"
SERVANTS, POSTS = "civil_servants_reduced_count", "public_employees_reduced_share"


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        # From so many, so many are left, and that is so many less.
        (
            "Về sắp xếp đầu mối, từ 430 đơn vị sự nghiệp công lập, đến cuối năm toàn tỉnh còn 387 "
            "đơn vị, giảm 43 đơn vị, bằng 10%.",
            [None, None, UNITS, UNITS_SHARE],
        ),
        (
            "Từ 1.940 công chức năm 2015, đến năm 2021 còn 1.731 người, giảm 209 người.",
            [None, None, SERVANTS],
        ),
        (
            "Từ 151 đơn vị hành chính cấp xã, sau sắp xếp tỉnh còn 104 đơn vị, giảm 47 đơn vị.",
            [*["admin_units_commune_count"] * 2, "admin_units_reduced_count"],
        ),
        # Numbers that are no difference, and nouns of other things.
        (
            "Từ 430 đơn vị sự nghiệp công lập, tỉnh chọn 30 đơn vị làm điểm, giảm 43 đơn vị.",
            [None, None, None],
        ),
        (
            "Từ 430 đơn vị sự nghiệp công lập, nay còn 387 trường học, giảm 43 trường học.",
            [None, None, None],
        ),
        # What there is of all, behind what is new.
        ("Thêm 6 xã đạt chuẩn nông thôn mới, lũy kế 71/94 xã.", [None, "ntm_communes_share"]),
        (
            "Có 6 xã đạt chuẩn nông thôn mới, nâng tổng số xã đạt chuẩn lên 71/94 xã.",
            [None, "ntm_communes_share"],
        ),
        ("Thêm 6 xã đạt chuẩn nông thôn mới, 71/94 xã đã sáp nhập.", [None, None]),
        ("Thêm 6 xã đạt chuẩn nông thôn mới, lũy kế 71/94 thôn.", [None, None]),
        # What was settled of all that were received.
        (
            "Tiếp nhận 84 đơn khiếu nại, tố cáo thuộc thẩm quyền, đã giải quyết 79/84 đơn.",
            [None, "denunciations_settled_count"],
        ),
        (
            "Tiếp nhận 84 đơn tố cáo thuộc thẩm quyền, đã giải quyết 79 đơn.",
            [None, "denunciations_settled_count"],
        ),
        ("Tiếp nhận 84 đơn tố cáo, chưa giải quyết 5/84 đơn.", [None, None]),
        ("Tiếp nhận 84 đơn tố cáo, đã giải quyết 31/40 đơn.", [None, None]),
        ("Tiếp nhận 84 đơn tố cáo, công an đã giải quyết 79 đơn.", [None, None]),
        # The aim that a share met, whoever set it and whatever it was held against.
        (
            "Tỉnh đã giảm 1.310 viên chức, đạt tỷ lệ 10,4%, vượt chỉ tiêu 10% Trung ương giao.",
            ["public_employees_reduced_count", POSTS, POSTS],
        ),
        (
            "Tỉnh đã giảm 1.310 viên chức, đạt 10,4% so với 12.600 người năm 2015, hoàn thành yêu "
            "cầu tối thiểu 10%.",
            ["public_employees_reduced_count", POSTS, None, POSTS],
        ),
        (
            "Tỷ lệ lao động qua đào tạo đạt 66%, vượt chỉ tiêu 4%.",
            ["trained_labour_share", None],
        ),
        ("Thu ngân sách đạt 108% Trung ương giao.", ["budget_revenue_plan_share"]),
    ],
)
def test_numbers_that_other_numbers_explain(text: str, indicators: list[str | None]) -> None:
    kinds = ("count", "percentage", "ratio")
    found = [one.indicator for one in analyse(text).observations if one.fact.kind in kinds]
    assert found == indicators


def test_what_there_was_is_no_result() -> None:
    found = told("Từ 1.940 biên chế công chức, đến nay còn 1.731 biên chế, giảm 209 biên chế.")
    assert (found["1.940"].role, found["1.731"].role) == ("previous", "actual")


@pytest.mark.parametrize(
    ("text", "number", "level", "population"),
    [
        # Offices that are told to do something do not have what a later clause aims at.
        ("Yêu cầu các sở, ngành rà soát, phấn đấu GRDP tăng trên 8%.", "8%", None, None),
        ("Các sở, ngành đã rà soát lại, giảm 15% đầu mối.", "15%", "agency", None),
        # Nor is who manages cadres at their level.
        ("Luân chuyển 83 cán bộ thuộc diện cấp ủy các cấp quản lý.", "83", None, "cadres"),
        (
            "Luân chuyển 83 cán bộ diện cấp ủy các cấp quản lý, trong đó diện Ban Thường vụ Tỉnh "
            "ủy quản lý 17 đồng chí.",
            "17",
            "province",
            "cadres_under_psc",
        ),
        ("Luân chuyển 83 cán bộ thuộc diện cấp ủy cấp huyện quản lý.", "83", "district", None),
        # A share that says only what so many have is of the people of the one before.
        (
            "94,2% công chức có trình độ đại học trở lên, 18,7% có trình độ sau đại học.",
            "18,7%",
            None,
            "civil_servants",
        ),
        (
            "94,2% công chức có trình độ đại học trở lên; 18,7% giáo viên có trình độ sau đại học.",
            "18,7%",
            None,
            None,
        ),
    ],
)
def test_whose_number_it_is_in_a_row(
    text: str, number: str, level: str | None, population: str | None
) -> None:
    found = told(text)[number]
    assert (found.level, found.population) == (level, population)


# ── what the opening says ─────────────────────────────────────────────────────────────────

SIGNS, ORGS, MEMBERS = (
    "violation_signs_inspected_count",
    "inspected_orgs_count",
    "inspected_members_count",
)
OFFICES = "focal_points_reduced_count"
SETTLED = "denunciations_settled_count"


def indicators(text: str) -> list[str | None]:
    return [
        one.indicator
        for one in analyse(text).observations
        if one.fact.kind not in ("date", "period")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The opening says upon what somebody inspects, wherever the verb stands behind it.
        (
            "- When there were signs of violations: committees at all levels examined 6 Party "
            "organizations and 27 Party members, up 3 members over the same period.",
            [SIGNS, SIGNS, SIGNS],
        ),
        (
            "When there were signs of violation, the commission inspected 6 Party organizations "
            "and 27 Party members.",
            [SIGNS, SIGNS],
        ),
        (
            "Inspection when there are signs of violations: commissions inspected 6 Party "
            "organizations (none in 2022) and 27 Party members.",
            [SIGNS, SIGNS],
        ),
        (
            "When there were signs of violations: district committees inspected 3 Party "
            "organizations; commune committees inspected 12 Party members.",
            [SIGNS, SIGNS],
        ),
        (
            "Khi có dấu hiệu vi phạm, UBKT các cấp đã kiểm tra 6 tổ chức đảng, 27 đảng viên.",
            [SIGNS, SIGNS],
        ),
        (
            "Kiểm tra đảng viên khi có dấu hiệu vi phạm, UBKT huyện ủy đã kiểm tra 19 đảng viên; "
            "kiểm tra tài chính đảng 27 tổ chức đảng.",
            [SIGNS, None],
        ),
        # What was inspected otherwise, and what was done otherwise, is none upon signs.
        (
            "When there were signs of violations, committees inspected 3 Party organizations; "
            "inspected 60 Party members in the implementation of resolutions.",
            [SIGNS, MEMBERS],
        ),
        (
            "When there were signs of violations: committees supervised 22 Party members.",
            ["supervised_members_count"],
        ),
        (
            "When there were signs of violations: committees disciplined 22 Party members.",
            ["disciplined_members_count"],
        ),
        (
            "Signs of violations and inspection of finances: committees inspected 14 members.",
            [None],
        ),
        ("The plan for signs of violations was late: committees inspected 22 members.", [None]),
        (
            "The committees inspected 90 Party members and, when there were signs of violations, "
            "11 Party members.",
            [MEMBERS, SIGNS],
        ),
        # Of those received, so many were settled, whatever stands before or behind.
        ("Of 38 denunciations received, 21 have been resolved, 17 are being verified.",
         [None, SETTLED, None]),
        ("Out of 44 complaints and denunciations, 29 have been settled.", [None, SETTLED]),
        ("36 complaints and denunciations were received, 31 of which have been settled.",
         [None, SETTLED]),
        ("Trong 38 đơn tố cáo đã tiếp nhận, 21 đơn đã được giải quyết, 17 đơn đang xác minh.",
         [None, SETTLED, None]),
        ("Trong tổng số 52 đơn thư, có 31 đơn đã được giải quyết xong, còn 21 đơn đang xem xét.",
         [None, SETTLED, None]),
        ("Of 38 denunciations received, 21 are being verified.", [None, None]),
        ("Of 38 denunciations received, 21 are to be settled next year.", [None, None]),
        ("Of 38 disputes received, 21 have been resolved.", [None, None]),
        ("Trong 52 đơn tố cáo đã tiếp nhận, 14 đơn chưa được giải quyết.", [None, None]),
        ("Trong 52 đơn tố cáo đã tiếp nhận, 14 đơn đề nghị giải quyết chế độ.", [None, None]),
        ("Trong 52 đơn tố cáo đã tiếp nhận, 14 đơn phải giải quyết trong quý sau.", [None, None]),
        ("Tiếp nhận 52 đơn tố cáo, 14 hồ sơ đất đai được giải quyết.", [None, None]),
    ],
)  # fmt: skip
def test_an_opening_holds_for_what_stands_behind_it(text: str, expected: list[str | None]) -> None:
    assert indicators(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Ages that label shares need no word for years, if more of them follow.
        (
            "Planning of the Executive Committee: 66 comrades; women 24.5%; under 40: 18.2%; "
            "40 - 50: 63.6%; over 50: 18.2%.",
            ["age<40", "age40-50", "age>50"],
        ),
        (
            "Quy hoạch Ban Chấp hành: 66 đồng chí; nữ 24,5%; dưới 40: 18,2%; 40 - 50: 63,6%; "
            "trên 50: 18,2%.",
            ["age<40", "age40-50", "age>50"],
        ),
        ("Loans for projects: under 40: 18.2%; 12 communes: 63.6%; the rest 18.2%.", [None] * 3),
        ("Vốn vay: dưới 40: 18,2%; 12 xã: 63,6%; còn lại 18,2%.", [None] * 3),
    ],
)
def test_ages_are_labels(text: str, expected: list[str | None]) -> None:
    shares = [one for one in analyse(text).observations if one.fact.kind == "percentage"]
    assert [one.attribute for one in shares][-3:] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What is to be done with both of two counts stands behind the second.
        (
            "Strive for at least 6 Party organizations and 14 Party members to be inspected.",
            [(ORGS, "target"), (MEMBERS, "target")],
        ),
        (
            "No fewer than 6 Party organizations and 40 members are to be inspected.",
            [(ORGS, "target"), (MEMBERS, "plan")],
        ),
        (
            "Phấn đấu có ít nhất 6 tổ chức đảng và 14 đảng viên được kiểm tra.",
            [(ORGS, "target"), (MEMBERS, "target")],
        ),
        (
            "6 tổ chức đảng và 10 đảng viên sẽ được kiểm tra.",
            [(ORGS, "plan"), (MEMBERS, "plan")],
        ),
        (
            "Verify the assets of no less than 27 people by drawing lots.",
            [("asset_verified_count", "actual")],
        ),
        # Not where somebody has the first, or it has a verb of its own.
        (
            "The province has at least 620 Party organizations and 40 members were inspected.",
            [(None, None), (MEMBERS, "actual")],
        ),
        (
            "At least 6 Party organizations were inspected and 40 members are to be inspected.",
            [(ORGS, "actual"), (MEMBERS, "plan")],
        ),
        ("At least 6 organizations and 40 members were honoured.", [(None, None)] * 2),
        ("Lots were drawn for 27 people whose assets are to be verified.", [(None, None)]),
        ("Drew lots to verify the assets of 27 people.", [(None, None)]),
    ],
)
def test_what_stands_behind_the_second_is_of_both(
    text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert [(one.indicator, one.role) for one in analyse(text).observations] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # More of those before, in other places; and what labels a sentence with its level.
        (
            "Commune level: 2,914 cadres and civil servants; 1,068 part-time workers were cut, and "
            "4,870 more in hamlets.",
            [None, "part_time_commune_reduced_count", "part_time_village_reduced_count"],
        ),
        (
            "Cấp xã: 2.914 cán bộ, công chức; cắt giảm 1.068 người hoạt động không chuyên trách.",
            [None, "part_time_commune_reduced_count"],
        ),
        (
            "Commune level: 88 communes were merged; the whole province cut 1,068 part-time "
            "workers.",
            [None, None],
        ),
        (
            "They admitted 140 members, and 12 more in hamlets were expelled.",
            ["new_members_count", "disciplined_members_count"],
        ),
        # Units beside others that have a noun are no more of those.
        ("The province reduced 34 focal points and 149 units.", [OFFICES, None]),
        ("Tỉnh giảm 34 đầu mối và 149 đơn vị.", [OFFICES, None]),
        (
            "The province cut 34 public service units and 12 more units.",
            ["public_service_units_reduced_count"] * 2,
        ),
        ("Giảm 34 đơn vị cấp xã và 12 đơn vị cấp huyện.", ["admin_units_reduced_count"] * 2),
        # So many of them fewer.
        (
            "Internal divisions went from 298 to 187, i.e. 111 divisions fewer.",
            [None, None, OFFICES],
        ),
        ("The province has 14 departments, 2 departments fewer.", [None, None]),
        ("The province employs 12 people less.", [None]),
        # Posts that are assigned, and those that are not there.
        ("The province was temporarily assigned 4,730 civil servant posts.", ["staffing_quota"]),
        ("The province still has 61 civil servant posts to cut.", [None]),
        ("The province cut 61 civil servant posts.", ["civil_servants_reduced_count"]),
    ],
)
def test_more_and_others(text: str, expected: list[str | None]) -> None:
    assert indicators(text) == expected

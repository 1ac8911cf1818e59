"""What is prescribed, aimed at or assigned, and what is told beside it as done."""

from __future__ import annotations

import pytest

from pipeline import extract


def roles(text: str) -> list[str]:
    """The roles of the numbers of a text; a number without one is a result."""
    kinds = ("percentage", "count", "money", "multiple", "ratio", "quantity")
    return [one.role or "actual" for one in extract(text) if one.fact.kind in kinds]


PASSED = ["actual", "target"]


@pytest.mark.parametrize(
    "text",
    [
        "Hệ số quy hoạch đạt 1,7 lần (quy định: từ 1,5 đến 2 lần).",
        "Tỷ lệ nữ chiếm 29,4% (yêu cầu từ 20 - 25%).",
        "Cán bộ trẻ chiếm 33,2%, vượt yêu cầu 15%.",
        "Tỷ lệ nữ chiếm 23,6%, vượt mức 15% theo Chỉ thị 45.",
        "The coefficient reached 1.7 times, whereas the regulation allows a maximum of 2 times.",
        "Women hold 21.3% of the posts (the provincial scheme demands 20%).",
        "Women hold 21.3% of the posts; the decision prescribes 20%.",
        "Nữ tham gia cấp ủy đạt 17,4%, cao hơn yêu cầu chung (từ 15%).",
        "Biên chế giảm 12,4%, nằm trong khung 11% - 15% mà Trung ương yêu cầu.",
    ],
)
def test_what_a_result_is_held_against_is_a_norm(text: str) -> None:
    assert roles(text) == ["actual", "requirement"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tỷ lệ phát triển đảng viên đạt 3,4% (nghị quyết đề ra 3 - 4%).", ["actual", "target"]),
        ("GRDP 9 tháng tăng 7,2% (kịch bản cả năm 8,4%).", ["actual", "target"]),
        ("GRDP tăng 8,3%, vượt kế hoạch đề ra (từ 7,4 - 7,6%).", ["actual", "target"]),
        ("Vốn FDI đạt 1,9 tỷ USD, vượt chỉ tiêu cả năm là 1,6 tỷ USD.", ["actual", "target"]),
        (
            "Disbursement was 57.2%, behind the 70% the province had set itself.",
            ["actual", "target"],
        ),
        (
            "The rate came to 3.1%, just above the 3% asked for by the resolution.",
            ["actual", "target"],
        ),
        ("Double posts are 72.4%, the resolution having demanded 70%.", ["actual", "target"]),
        ("Tỷ lệ đô thị hóa đạt 41%, nghị quyết đề ra 43%.", ["actual", "target"]),
        ("The province has set its sights on a PAR Index of 91%.", ["target"]),
        ("Năm 2027, Tỉnh ủy giao kết nạp 3.900 đảng viên.", ["target"]),
        ("Năm nay tỉnh được giao thu ngân sách 11.800 tỷ đồng.", ["target"]),
        ("Để đạt mục tiêu tăng trưởng GRDP cả năm 8,4%, cần thêm vốn.", ["target"]),
        ("Các sở sẽ cắt giảm 1,6% công chức, tối thiểu 2,4% viên chức.", ["plan", "plan"]),
        ("Các đơn vị sẽ phải tinh giản 5.100 biên chế.", ["plan"]),
        ("Tỉnh trình phương án sắp xếp 138 xã, phường thành 64 xã, phường.", ["plan", "plan"]),
        ("The Commission proposes to recruit 2,130 Party members.", ["plan"]),
        ("They will continue to streamline the staff by 112 people.", ["plan"]),
        ("Kết nạp 3.480 đảng viên/3.600 chỉ tiêu.", ["actual", "target"]),
        ("Nhiều chỉ tiêu đạt cao: GRDP tăng 8,4%, vượt kế hoạch là 8%.", ["actual", "target"]),
        ("Thu 1.840 tỷ đồng, vượt dự toán cả năm là 1.700 tỷ đồng.", ["actual", "target"]),
        ("Thu 1.840 tỷ đồng, vượt dự toán cả năm là 140 tỷ đồng.", ["actual", "actual"]),
        ("Kịch bản tăng trưởng 8,8%, thực tế GRDP tăng 8,2%.", ["target", "actual"]),
        ("Theo kịch bản tăng trưởng là 8,8%, GRDP tăng 8,2%.", ["target", "actual"]),
        # A row of norms, unless something is told of the next number; aims and what ensures them.
        (
            "Chỉ thị 37 yêu cầu cấp ủy có từ 10% trở lên cán bộ trẻ, nữ từ 15%, "
            "nhóm 40 đến 50 tuổi khoảng 40% - 50%.",
            ["requirement"] * 3,
        ),
        ("Yêu cầu cán bộ trẻ từ 10% trở lên, kết quả nữ có từ 17,3%.", ["requirement", "actual"]),
        (
            "Women are 23% of leaders, in line with Resolution 26-NQ/TW, which requires 15 - 20%.",
            ["actual", "requirement"],
        ),
        (
            "Năm 2027, tỉnh phấn đấu kết nạp 1.900 đảng viên, bảo đảm tỷ lệ kết nạp đạt 3 - 4%.",
            ["target", "target"],
        ),
        ("Nhân sự phải bảo đảm tỷ lệ nữ đạt 17%.", ["requirement"]),
        # What must be done is no number that was reached, nor an aim that another was held to.
        (
            "We must look at the limits: only 33.4% of public investment has been disbursed, "
            "against our plan of 50%; 430 Party members were admitted.",
            ["actual", "target", "actual"],
        ),
        (
            "I ask you to focus on the following: achieve GRDP growth of 8.3%; disburse 100% of "
            "public investment capital.",
            ["target", "target"],
        ),
        ("In the province 3,310 temporary houses are to be removed.", ["plan"]),
        ("The poverty rate is 8.3%, far below the 31.4% of 2012.", ["actual", "previous"]),
        ("The poverty rate is 8.3%, below the 9% set by the resolution.", ["actual", "target"]),
        # In a bracket behind an aim that was passed or missed.
        ("Thu ngân sách 6.240 tỷ đồng, vượt mục tiêu đến năm 2024 (5.800 tỷ đồng).", PASSED),
        ("Hộ nghèo giảm 3,2%, vượt kế hoạch giao (giảm 2,5%).", PASSED),
        ("Độ che phủ rừng đạt 51,3%, chưa đạt mục tiêu (53%).", PASSED),
        (
            "State budget revenue reached VND 432 million, above the estimate (VND 415 million).",
            PASSED,
        ),
        ("The share of online dossiers reached 93.4%, exceeding the annual plan (88%).", PASSED),
        ("Thu ngân sách tăng 12%, vượt kế hoạch năm (5,3%).", ["actual", "actual"]),
        ("Thu 1.840 tỷ đồng, vượt dự toán (140 tỷ đồng).", ["actual", "actual"]),
        ("Hồ sơ đúng hạn đạt 97,2%, cao hơn mức 94% mà Tỉnh ủy đề ra cho năm 2022.", PASSED),
        # How much of an aim was reached, and by how much it was passed, are no aims.
        ("Toàn tỉnh hoàn thành 21/27 chỉ tiêu đã đề ra.", ["actual"]),
        ("Thu ngân sách đạt 107% mục tiêu đã đề ra.", ["actual"]),
        ("Kết nạp đảng viên đạt 112,5% chỉ tiêu nghị quyết đề ra.", ["actual"]),
        ("By 2023 the province had reached 21/27 targets set in the resolution.", ["actual"]),
        ("Of the targets 21/27 were met.", ["actual"]),
        ("Thu ngân sách tăng 13%, vượt kế hoạch đề ra 4,6%.", ["actual", "actual"]),
        ("Hộ nghèo giảm còn 2,4%, vượt mục tiêu đề ra 1,3%.", ["actual", "actual"]),
        ("GRDP tăng 8,6%, vượt mục tiêu đề ra 8,2%.", ["actual", "target"]),
        ("Nữ cấp ủy cấp huyện đạt 18%, cao hơn yêu cầu 3%.", ["actual", "actual"]),
        # What somebody was assigned to do, and what they did.
        ("Đơn vị được giao thu ngân sách đã thu 12.900 tỷ đồng.", ["actual"]),
        ("Committees assigned to admit members admitted 1,870 Party members.", ["actual"]),
        ("Tỉnh được giao chỉ tiêu biên chế công chức là 2.260.", ["actual"]),
        # What was done is a result, whatever was aimed at; so is what the rules made of it.
        (
            "They completed 15 out of 19 main targets set for the year, with growth of 5.7%.",
            ["actual", "actual"],
        ),
        ("Of the principal targets of the resolution, 22/29 were met.", ["actual"]),
        ("Vốn FDI gấp đôi chỉ tiêu; vốn toàn xã hội huy động được 19.400 tỷ đồng.", ["actual"] * 2),
        ("Có 312 đảng viên phải nhận kỷ luật: khiển trách 204, cảnh cáo 69.", ["actual"] * 3),
        ("In the district, however, no more than 68% have both posts.", ["actual"]),
        (
            "Disbursement was 57.2%, behind the 70% the province had set itself; 6 firms are late.",
            ["actual", "target", "actual"],
        ),
        ("Tỉnh được giao thu 11.800 tỷ đồng, thực hiện 12.400 tỷ đồng.", ["target", "actual"]),
        ("Tỷ lệ hồ sơ đạt yêu cầu 98,2%.", ["actual"]),
        ("Tỷ lệ hồ sơ giải quyết đúng hạn đạt 98,2% theo quy định.", ["actual"]),
    ],
)
def test_aims_and_plans_beside_results(text: str, expected: list[str]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It admitted 880 new Party members, 110% of the 800 planned.",
            [
                ("new_members_count", "actual"),
                ("new_members_plan_share", "actual"),
                ("new_members_count", "target"),
            ],
        ),
        (
            "Budget revenue was 12,000 billion VND, 104% of the 11,500 billion VND planned.",
            [
                ("budget_revenue", "actual"),
                ("budget_revenue_plan_share", "actual"),
                ("budget_revenue", "target"),
            ],
        ),
        (
            "8.1% of public service units are financially autonomous, below the 12% planned.",
            [("autonomous_units_share", "actual"), ("autonomous_units_share", "target")],
        ),
        # The cadres on a plan are no plan, and a share of those is none of a plan.
        (
            "45% of the 800 planned cadres are women.",
            [(None, None), ("plan_persons_count", "plan")],
        ),
        ("45% of the 800 seats are vacant.", [(None, None), (None, None)]),
    ],
)
def test_a_number_that_was_planned(
    text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    kinds = ("percentage", "count", "money")
    found = [one for one in extract(text) if one.fact.kind in kinds]
    assert [(one.indicator, one.role) for one in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Who is told to do something has not done it.
        ("Chủ tịch UBND tỉnh yêu cầu các sở giải quyết đúng hạn trên 96% hồ sơ.", ["target"]),
        (
            "Chủ tịch UBND tỉnh yêu cầu các sở, ngành rà soát toàn bộ hồ sơ còn tồn đọng trước "
            "ngày 15/9, phấn đấu có 98% hồ sơ đúng hạn, chỉ số SIPAS đạt trên 86%.",
            ["target", "target"],
        ),
        ("Theo yêu cầu của các sở, tỷ lệ hồ sơ trực tuyến đạt trên 71%.", ["actual"]),
        ("Tỉnh yêu cầu các sở tăng tốc; kết quả, tỷ lệ giải ngân đạt trên 91%.", ["actual"]),
        ("Tỉnh yêu cầu các sở tăng tốc vì tỷ lệ giải ngân là 33%.", ["actual"]),
        # What the bracket behind a share of an aim holds, whoever set it.
        (
            "Kết nạp 4.120 đảng viên, đạt 103% chỉ tiêu Nghị quyết Đại hội Đảng bộ tỉnh đề ra "
            "(4.000 đảng viên).",
            ["actual", "actual", "target"],
        ),
        (
            "Kết nạp 970 đảng viên, đạt 97% chỉ tiêu, nhiều nơi kết quả cao như các xã vùng cao "
            "(210 đảng viên).",
            ["actual", "actual", "actual"],
        ),
        ("Tỉnh quyết tâm hoàn thành 21/21 chỉ tiêu nghị quyết.", ["target"]),
        ("Trong 26 chỉ tiêu chủ yếu có 23 chỉ tiêu đạt và vượt.", ["actual", "actual"]),
        # A part of a plan may be aimed at, if it is a bound that leaves some.
        ("Mục tiêu chủ yếu:\n- Tỷ lệ giải ngân vốn đầu tư công: trên 93% kế hoạch.", ["target"]),
        ("Mục tiêu chủ yếu:\n- Kết nạp đảng viên đạt 104% kế hoạch.", ["actual"]),
        ("Mục tiêu chủ yếu:\n- Thu ngân sách đạt trên 104% dự toán.", ["actual"]),
        ("Mục tiêu chủ yếu:\n- Đã giải ngân vốn đầu tư công trên 93% kế hoạch.", ["actual"]),
    ],
)
def test_orders_and_who_set_an_aim(text: str, expected: list[str]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Tỷ lệ xã đạt chuẩn nông thôn mới 71,2%/65%.",
        "Trường đạt chuẩn quốc gia đạt 71,5% / 70%.",
        "Tỷ lệ hộ nghèo giảm bình quân 1,9%/1,5% mỗi năm.",
        "GRDP tăng 6,12%, thấp hơn mức 7,0% ta đề ra.",
        "GRDP grew by 6.12%, but below the 7.0% we set.",
        "Poor households fell to 2.1%, below the 3% planned.",
        "In the year 1,236 new members were admitted, against 1,150 planned.",
        "They admitted 1,236 members, compared with 1,150 planned.",
        "Admission of Party members: 1,236 comrades / 1,150 planned.",
    ],
)
def test_what_was_reached_stands_before_what_was_planned(text: str) -> None:
    said = [one for one in extract(text) if one.fact.kind in ("percentage", "count")]
    assert [one.role for one in said] == PASSED
    assert len({one.indicator for one in said}) == 1
    assert said[0].indicator is not None


@pytest.mark.parametrize(
    "text",
    [
        "Tỷ lệ nam/nữ 52%/48%.",
        "Cấp ủy viên nữ 21,5%/78,5% nam.",
        "Admitted 1,236 members, of whom 512 men/724 women.",
        "Poor households fell to 2.1%/year.",
        "Admitted 1,236 members against 1,150 in 2022.",
        "Took action against 12 members planned for promotion.",
        "The police acted against 12 planned attacks.",
        "After 3 years we set 12 aims.",
        "12 planned projects were dropped; 1,236 members were admitted.",
    ],
)
def test_a_stroke_or_a_plan_elsewhere_is_no_aim(text: str) -> None:
    assert "target" not in roles(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Năm 2023, toàn tỉnh kết nạp 1.236/1.150 đảng viên, đạt 107,5% chỉ tiêu.", True),
        ("Phát triển 6.120/5.000 đảng viên mới.", True),
        ("Kết nạp 850/1.000 đảng viên mới, đạt 85% kế hoạch.", True),
        ("Kết nạp được 850/1.000 chỉ tiêu.", True),
        ("Kết nạp 1.236 đảng viên, trong đó có 512/1.236 nữ.", True),
        ("The province admitted 1,236/1,150 Party members, reaching 107.5%.", True),
        ("Of the new members 512/1,236 are women.", True),
        # Cells, files or a fraction; those who left.
        ("Có 112/150 chi bộ kết nạp được đảng viên.", False),
        ("12/15 đảng bộ kết nạp đảng viên mới vượt kế hoạch.", False),
        ("Đã kết nạp 850/1.000 hồ sơ đảng viên.", False),
        ("Xóa tên 12/1.236 đảng viên mới kết nạp.", False),
        ("Hai phần ba số đảng viên mới kết nạp là nữ.", False),
        ("Half of the new members admitted are women.", False),
        ("Kết nạp 2/3 quần chúng ưu tú.", False),
        ("12/15 Party cells admitted new members.", False),
    ],
)
def test_who_was_admitted_over_how_many_were_planned(text: str, expected: bool) -> None:
    (one,) = (one for one in extract(text) if one.fact.kind == "ratio")
    assert (one.indicator == "new_members_count") is expected

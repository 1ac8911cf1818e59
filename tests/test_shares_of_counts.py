"""Which percentages beside a count or a ratio are its share, and which only stand there."""

from __future__ import annotations

import pytest

from pipeline import check, extract


def partner(text: str, percentage: str) -> str | None:
    """The number whose share a percentage is."""
    found = extract(text)
    of = next(one.share_of for one in found if one.fact.text == percentage)
    return next((one.fact.text for one in found if one.fact.id == of), None)


@pytest.mark.parametrize(
    ("text", "percentage", "count"),
    [
        ("Bầu 51 đồng chí, trong đó nữ 12 đồng chí (23,53%).", "23,53%", "12"),
        ("Nữ 12 đồng chí, chiếm 23,53% tổng số ủy viên.", "23,53%", "12"),
        ("Có 1.200 hộ được vay, chiếm 5,2% số hộ dân.", "5,2%", "1.200"),
        ("Có 84/120 xã đạt chuẩn nông thôn mới, đạt tỷ lệ 70%.", "70%", "84/120"),
        ("The Party admitted 320 women, accounting for 41% of new members.", "41%", "320"),
        ("Eight of the ten communes (80%) met the standards.", "80%", "Eight of the ten"),
        ("Có 13 đồng chí trúng cử đạt tỷ lệ 17,85%.", "17,85%", "13"),
        ("Tái cử 10 (chiếm 73%), tham gia lần đầu 3.", "73%", "10"),
        (
            "Kiểm tra 53 tổ chức, kết luận 13 tổ chức có lỗi, bằng 24,53% số được kiểm tra.",
            "24,53%",
            "13",
        ),
        (
            "There are 491,295 Tay people, accounting for 14.7% of the population.",
            "14.7%",
            "491,295",
        ),
    ],
)
def test_a_share_of_what_is_counted(text: str, percentage: str, count: str) -> None:
    assert partner(text, percentage) == count


@pytest.mark.parametrize(
    ("text", "percentage"),
    [
        # The bracket says itself when, of whom or of what, or names several.
        ("Thấp nhất trong 2 năm qua (năm 2021 đạt 64,8%, năm 2022 là 54,5%).", "64,8%"),
        ("Hãng có 1.118 phi công (người Việt chiếm 75,67%).", "75,67%"),
        ("Two investors (for 30% and 35% of the capital) have signed.", "30%"),
        ("Hai quỹ là An Phát và Bình Minh (9,95%) đã mua cổ phần.", "9,95%"),
        # What each of the counted has.
        ("Trong 8 dịch vụ công có 2 dịch vụ đạt 98%.", "98%"),
        ("Chỉ 8 trong số 29 huyện đạt mức chi tương đương 2% ngân sách.", "2%"),
        ("Tỉnh có 29 tổ bầu cử, đạt tỷ lệ 99,57%.", "99,57%"),
        # A part of what nobody counted.
        ("15 địa phương này chiếm đến 85% lao động ở nước ngoài.", "85%"),
        ("35 dự án, chiếm 40% tổng vốn đăng ký.", "40%"),
        ("Công ty có 4 cổ đông lớn chiếm 80,51% cổ phần.", "80,51%"),
        ("Fifteen provinces account for 85% of the workers abroad.", "85%"),
        ("Kịch bản 3 (7,06%) là cao nhất.", "7,06%"),
        # The number of a name, and by how many there are more.
        ("Nhiều trường như THPT Hòa Mai 2 (73%) có kết quả tốt.", "73%"),
        ("Cao hơn dự kiến 63 điều kiện, chiếm 55,5% tổng các điều kiện.", "55,5%"),
    ],
)
def test_what_only_stands_beside_a_count(text: str, percentage: str) -> None:
    assert partner(text, percentage) is None


@pytest.mark.parametrize(
    "text",
    [
        # A fraction that is said for a round share.
        "Gần 3/4 người dân (73%) đồng tình.",
        "Nhóm này chiếm 1/3 thị trường (tỷ lệ 31,3%).",
        "Nearly 9 in 10 residents (88%) agreed.",
        # Two parts have one share, and votes one of all members.
        "Có 330/456 ý kiến, chiếm 68,04% tổng số đại biểu Quốc hội.",
        "Thành phố có 9 xe điện, 101 xe chạy khí trong tổng số 2.595 xe buýt, đạt 4,24%.",
        # Percentages that were filled up with a zero.
        "Nữ: 133 người (26,80%); trẻ tuổi: 71 người (14,30%); tái cử: 160 người (32,30%).",
        # The code of a letter is that of its agency, and that of a report no law's.
        "Cục Thuế có công văn số 8079/CT-TTHT ngày 06/3/2017.",
        "Báo cáo giải trình, tiếp thu dự thảo Luật số 333/BC-UBTVQH14 ngày 21/10/2018.",
        # Parts of parts, and what is chosen from.
        "Có tổng số 44 trạm, bao gồm 26 trạm trên quốc lộ và 18 trạm trên cao tốc (đã chạy 4 trạm "
        "và 14 trạm còn lại đang thử).",
        "Thí sinh dự ba bài, gồm hai bài thi độc lập và một bài trong hai bài tổ hợp.",
        # Changes of several areas, of something else, or at compound rates.
        "Học phí tăng 25-33%, khu vực thành thị từ 60.000 đồng lên 80.000 đồng mỗi tháng.",
        "Tỷ trọng bán lẻ tăng từ 39,6% lên 46,2%, dư nợ khách hàng tăng 6,4%.",
        "Số cổ phiếu giảm từ 4,76 triệu xuống còn 4,46 triệu cổ phiếu (tỷ lệ 1,62%).",
        # By how much a plan was passed.
        "Thu ngân sách 1.300 tỷ đồng, vượt 4% dự toán (1.250 tỷ đồng).",
        "Kết nạp 1.300/1.250 đảng viên, vượt 4% kế hoạch.",
        # What is left is the whole, and nobody's rest.
        "Nộp ngân sách 2.495 tỷ đồng (chiếm 89,59% lợi nhuận còn lại).",
        # One target is not all targets, and a length of time is none.
        "GRDP tăng 6,98%, vượt chỉ tiêu (6,7%); bội chi 3,67%, thấp hơn mục tiêu (3,7%).",
    ],
)
def test_nobody_is_accused(text: str) -> None:
    assert [one for one in check(text) if one.alert in ("warn", "error")] == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Có 44/48 đại biểu đồng ý (chiếm tỷ lệ 96,7%).", "BC101"),
        ("Có 3/4 tuyến đường (71,2%) hoàn thành.", "BC101"),
        ("7 out of 10 districts (75%) met the standard.", "BC101"),
        ("Toàn tỉnh có 3 huyện với 40/50 xã đạt chuẩn, đạt 86%.", "BC101"),
        ("Có 45/50 dự án được thông qua, chiếm 80%.", "BC101"),
        ("Tái cử 7 (22,9%), lần đầu 20 (60,6%).", "BC110"),
        ("Cháu dương tính là 186/1.756 cháu (11,9%).", "BC101"),
        ("Tổng dư nợ tăng 15%, từ 68 nghìn tỷ đồng lên 72 nghìn tỷ đồng.", "BC104"),
        ("Xử phạt theo Nghị quyết 167/2013/NĐ-CP.", "BC301"),
        ("Có tổng số 44 trạm, bao gồm 26 trạm trên quốc lộ và 17 trạm trên cao tốc.", "BC102"),
    ],
)
def test_what_cannot_be_right_is_still_found(text: str, rule: str) -> None:
    assert [one.rule for one in check(text) if one.alert == "error"] == [rule]


def test_a_vote_whose_share_may_be_of_all_members_is_only_noted() -> None:
    (finding,) = [
        one for one in check("Có 446/447 đại biểu tán thành (chiếm 92,15%).") if one.rule == "BC101"
    ]
    assert (finding.verdict, finding.alert) == ("implausible", "note")
    assert finding.condition

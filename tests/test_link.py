"""What a number is about: the words of a sentence that speak of it, and those that do not."""

import pytest

import pipeline


def read(text: str, number: str, language: str) -> dict[str, str]:
    """The stated dimensions of the one fact with this text."""
    found = [one for one in pipeline.extract(text, language=language) if one.fact.text == number]
    (one,) = found
    return {name: value for name, value in one.model_dump().items() if isinstance(value, str)}


CASES = [
    # What is counted is no role; what announces a list is.
    ("vi", "Tỉnh đạt 31/40 chỉ tiêu, tương đương 77,5%.", "77,5%", {"role": "actual"}),
    ("en", "The council sets 9 targets: urbanization of 41%; forest cover of 52%.", "41%",
     {"role": "target"}),
    # A bound may stand between the word and the number.
    ("vi", "Tỷ lệ nữ đạt 31%, vượt mục tiêu không dưới 25%.", "25%", {"role": "target"}),
    # A label in brackets, and a number behind the share that was reached of it.
    ("en", "GRDP grew by 7.9% (plan: 8.5%).", "8.5%", {"role": "target"}),
    ("vi", "Thu hoạch vượt dự kiến (KH 95%).", "95%", {"role": "target"}),
    ("vi", "Huyện kết nạp 61 đảng viên, đạt 50,8% chỉ tiêu năm (120).", "120", {"role": "target"}),
    # From one level to another; a year in brackets is that of the number before it.
    ("vi", "Tỷ lệ hộ nghèo giảm từ 9,4% (cuối năm 2018) còn 3,1% (cuối năm 2022).", "9,4%",
     {"role": "previous", "period": "2018-12-31"}),
    ("vi", "Tỷ lệ hộ nghèo giảm từ 9,4% (cuối năm 2018) còn 3,1% (cuối năm 2022).", "3,1%",
     {"role": "actual", "period": "2022-12-31"}),
    ("en", "The number of commune-level units fell from 142 to 61.", "61",
     {"role": "actual", "level": "commune"}),
    # What is asked for by a year is a target, what is always asked for a requirement.
    ("en", "The resolution requires at least 30% of leaders to be women by 2030.", "30%",
     {"role": "target"}),
    ("en", "The regulation requires at least 30% of leaders to be women.", "30%",
     {"role": "requirement"}),
    # A bare number counts what the one before it counts.
    ("vi", "Tỉnh sắp xếp 46 đơn vị cấp xã (từ 262 xuống còn 216).", "216", {"level": "commune"}),
    # The noun of one number is no topic of the next.
    ("vi", "Tỉnh giảm 3 đơn vị hành chính cấp xã, 283 công chức.", "283",
     {"indicator": "civil_servants_reduced_count"}),
    # Who is elected belongs to the body; the body that is counted states none.
    ("vi", "Đại hội bầu 51 đồng chí vào Ban Chấp hành Đảng bộ tỉnh.", "51",
     {"body": "executive_committee", "level": "province"}),
    ("en", "Some 17.6% of grassroots Party organizations were rated excellent.", "17.6%",
     {"body": None}),
    ("en", "The People's Council set GRDP growth at 8.1%.", "8.1%",
     {"body": None, "indicator": "grdp_growth"}),
    # A share of the people counted before.
    ("en", "The district admitted 413 members, 51.2% of them women and 64.8% Youth Union members.",
     "51.2%", {"population": "new_party_members", "attribute": "female"}),
    ("en", "The district admitted 413 members, 51.2% of them women and 64.8% Youth Union members.",
     "64.8%", {"attribute": "youth_union_member"}),
    # Spaces that a scan put into a number end no sentence.
    ("vi", "Giai đoạn 2015-2021 giảm 412 công chức (11, 23%), 3. 106 viên chức (10, 08%), "
     "1. 967 người hoạt động không chuyên trách cấp xã (43, 1%).", "3. 106",
     {"period": "2015/2021", "change": "decrease", "population": "public_employees"}),
    # Who reports is not who has the number.
    ("vi", "Theo báo cáo của Ban Tổ chức Tỉnh ủy, tỷ lệ nữ trong quy hoạch đạt 24,5%.", "24,5%",
     {"body": None, "level": None, "attribute": "female"}),
    ("vi", "Theo Ủy ban Kiểm tra Tỉnh ủy, cấp ủy các cấp đã thi hành kỷ luật 215 đảng viên.",
     "215", {"body": "party_committee", "level": "all"}),
    ("vi", "UBND tỉnh cho biết, GRDP tăng 6,4% so với cùng kỳ.", "6,4%",
     {"body": None, "level": None, "indicator": "grdp_growth"}),
    # A province in a bracket is of what stands before the bracket.
    ("vi", "Cả nước có 6 thành phố (Hà Nội, Huế) và 28 tỉnh.", "28", {"province": None}),
    # A number that is added with *và* counts its own noun.
    ("vi", "Đã thi hành kỷ luật đối với 41 đảng viên (khiển trách 30) và 7 tổ chức đảng.", "7",
     {"indicator": "disciplined_orgs_count", "population": None}),
    # Who acts is not what is counted.
    ("vi", "Chi bộ kiểm tra 212 đảng viên.", "212", {"indicator": "inspected_members_count"}),
    ("vi", "Qua kiểm tra, kết luận có 31 đảng viên có vi phạm.", "31", {"indicator": None}),
    ("vi", "UBKT các cấp đã kiểm tra khi có dấu hiệu vi phạm đối với 44 đảng viên.", "44",
     {"level": "all", "body": "inspection_commission"}),
    ("vi", "Có 61 trưởng thôn chưa là đảng viên.", "61", {"population": None}),
    # That a bound is a norm says nothing of the next number.
    ("vi", "Có 35 tỉnh đạt tỷ lệ nữ từ 15% trở lên; cao nhất là Sơn La với tỷ lệ nữ 29,2%.",
     "29,2%", {"role": "actual"}),
    # Members who are disciplined are members, whatever organisation they are of.
    ("vi", "Có 272 đảng viên của các tổ chức đảng bị thi hành kỷ luật.", "272",
     {"indicator": "disciplined_members_count"}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "number", "stated"),
    CASES,
    ids=[f"{case[1][:30]} {case[2]}" for case in CASES],
)
def test_dimensions(language: str, text: str, number: str, stated: dict[str, str | None]) -> None:
    found = read(text, number, language)
    assert {name: found.get(name) for name in stated} == stated


@pytest.mark.parametrize(
    "text",
    [
        # Half of one rate held against another is no share of it.
        "Tỷ lệ hộ tái nghèo giảm hơn một nửa so với gần 12% của giai đoạn trước.",
        # Of whom two shares are is not yet what they are.
        "Số phiếu tín nhiệm: 4 phiếu (chiếm 6,9% tổng số đại biểu HĐND tỉnh).\n\n"
        "Số phiếu tín nhiệm thấp: 0 phiếu (chiếm 0% tổng số đại biểu HĐND tỉnh).",
        # Districts are no parts of a total of communes.
        "Tỉnh có 07 huyện, 01 thị xã, 01 thành phố với tổng cộng 106 xã, phường, thị trấn.",
    ],
)
def test_numbers_that_do_not_belong_together_accuse_nobody(text: str) -> None:
    assert {one.alert for one in pipeline.check(text)} <= {"none"}

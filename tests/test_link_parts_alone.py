"""Numbers of a part, or of a change, that stand where those of the whole province do."""

from __future__ import annotations

import pytest

from pipeline import extract


def told(text: str, printed: str) -> str | None:
    """The indicator of a number in a report of Hà Nam."""
    (found,) = [one for one in extract(text, province="ha-nam") if one.fact.text == printed]
    return found.indicator


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Số hộ nghèo giảm 1.480 hộ, tương ứng 1,3%.", "1,3%"),
        ("Toàn tỉnh giảm 1.480 hộ nghèo, tương đương 1,3%.", "1,3%"),
        ("Dân tộc Mông có tỷ lệ hộ nghèo 47,2%.", "47,2%"),
        ("Tỷ lệ hộ nghèo trong dân tộc Dao là 31,5%.", "31,5%"),
        ("Kết nạp 96 đảng viên là học sinh, sinh viên.", "96"),
        ("Kết nạp được 38 đảng viên là chủ doanh nghiệp.", "38"),
        ("The province admitted 96 Party members who are students.", "96"),
        ("Chỉ số PAR INDEX của Sở Nội vụ đạt 94,6%.", "94,6%"),
        ("Chỉ số cải cách hành chính năm 2023 của Sở Tài chính đạt 91,4%.", "91,4%"),
        ("The PAR Index of the Department of Home Affairs reached 94.6%.", "94.6%"),
    ],
)
def test_of_a_part_or_a_change(text: str, printed: str) -> None:
    assert told(text, printed) is None


@pytest.mark.parametrize(
    ("text", "printed", "indicator"),
    [
        ("Số hộ nghèo giảm còn 1.480 hộ, tương ứng 1,3%.", "1,3%", "poverty_rate"),
        ("Toàn tỉnh còn 1.480 hộ nghèo, tương ứng 1,3%.", "1,3%", "poverty_rate"),
        ("Số hộ nghèo giảm 1.480 hộ, tỷ lệ hộ nghèo còn 1,3%.", "1,3%", "poverty_rate"),
        ("Poor households fell to 1,480, equal to 1.3%.", "1.3%", "poverty_rate"),
        ("Tỷ lệ hộ nghèo của tỉnh là 2,4%.", "2,4%", "poverty_rate"),
        ("Kết nạp 96 đảng viên là nữ.", "96", "new_members_count"),
        ("Tổng số đảng viên mới kết nạp là 811 đồng chí.", "811", "new_members_count"),
        ("Sở Nội vụ công bố Chỉ số PAR INDEX của tỉnh đạt 88,1%.", "88,1%", "par_index_score"),
        ("Theo báo cáo của Sở Nội vụ, PAR INDEX của tỉnh đạt 88,1%.", "88,1%", "par_index_score"),
        ("The PAR Index of the province reached 88.1%.", "88.1%", "par_index_score"),
    ],
)
def test_of_the_whole_province(text: str, printed: str, indicator: str) -> None:
    assert told(text, printed) == indicator

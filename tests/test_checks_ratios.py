"""Of which numbers of a sentence a share is, and what no share of them is."""

from __future__ import annotations

import pytest

from pipeline import analyse


def alerts(text: str) -> list[str]:
    """The checks that warn of a text; notes accuse nobody."""
    return [one.check for one in analyse(text).findings if one.alert in ("error", "warn")]


@pytest.mark.parametrize(
    "text",
    [
        # One percentage of two counts together, of one whole or of both of theirs.
        "Tổng số 640 viên chức, có 31 tiến sĩ, 174 thạc sĩ, chiếm 32,03%.",
        "Trong tổng số 275 cán bộ có 18 trưởng phòng và 41 phó trưởng phòng, chiếm 21,5%.",
        "48/318 chi bộ xuất sắc, 227/318 chi bộ tốt, chiếm 86,5%.",
        "Có 4/9 bí thư, 6/9 chủ tịch huyện được luân chuyển, đạt 55,6%.",
        "Khiển trách 87, cảnh cáo 29 trên tổng số 133 đảng viên, chiếm 87,2%.",
        "Out of 640 officials, 31 hold doctorates and 174 master's degrees, or 32.03%.",
        "Of 318 cells, 48 were excellent and 227 good, accounting for 86.5%.",
        "Cấp xã có 144 bí thư và 301 phó bí thư, trong đó 62 nữ (13,9%).",
        "Trong tổng số 158 đơn vị có 129 xã và 17 phường, chiếm 92,4%.",
        "Kiểm tra 87 đảng viên, trong đó có 16 bí thư và 13 cấp ủy viên (33,3%).",
        # Two percentages in the order of two numbers.
        "Out of 318 cells, 48 were excellent and 227 good, or 15.1% and 71.4%.",
        "Có 4/9 huyện, 71/128 xã đạt chuẩn, đạt 44,4% và 55,5%.",
        "Tổng số 266 đại biểu, đương nhiên 43, được bầu 219, chỉ định 4, chiếm 16,2%, 82,3% và "
        "1,5%.",
        # The share of a ratio behind another count of the same cases.
        "Làm rõ 267/301 vụ, 388 đối tượng (88,7%).",
    ],
)
def test_what_is_said_of_something_else_accuses_nobody(text: str) -> None:
    assert alerts(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tổng số 640 viên chức, có 31 tiến sĩ, 174 thạc sĩ, chiếm 42,03%.", "ratio_percent"),
        ("48/318 chi bộ xuất sắc, 227/318 chi bộ tốt, chiếm 76,9%.", "ratio_percent"),
        ("Có 4/9 huyện, 71/128 xã đạt chuẩn, đạt 54,4% và 55,5%.", "ratio_percent"),
        ("Out of 318 cells, 48 were excellent and 227 good, or 25.1% and 71.4%.", "ratio_percent"),
        ("Cấp xã có 144 bí thư và 301 phó bí thư, trong đó 62 nữ (31,9%).", "ratio_percent"),
        ("Làm rõ 267/301 vụ (78,7%), 388 đối tượng.", "ratio_percent"),
    ],
)
def test_what_does_not_come_out_is_still_found(text: str, name: str) -> None:
    assert alerts(text) == [name]

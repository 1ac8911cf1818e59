"""Whose a number is, where a report speaks of more than its own province."""

from __future__ import annotations

import pytest

from pipeline import extract


def of(text: str) -> dict[str, str | None]:
    """The provinces of the numbers of a report of Hà Nam."""
    found = extract(text, province="ha-nam")
    return {one.fact.text: one.province for one in found if one.indicator is not None}


@pytest.mark.parametrize(
    "text",
    [
        "Nam Định kết nạp 1.204 đảng viên mới, tỷ lệ hộ nghèo 1,47%, GRDP tăng 10,2%.",
        "Tỉnh Nam Định có tỷ lệ hộ nghèo 1,47%, GRDP tăng 10,2%.",
        "Tỉnh Nam Định có tỷ lệ hộ nghèo 1,47%. GRDP tăng 10,2%.",
        "Tại Nam Định, kết nạp 1.204 đảng viên mới; GRDP tăng 10,2%; xuất khẩu đạt 4 tỷ USD.",
        "Tham khảo tỉnh bạn: Nam Định kết nạp 1.204 đảng viên mới; GRDP tăng 10,2%.",
        "Tỷ lệ hộ nghèo của Nam Định là 1,47%, GRDP tăng 10,2%, tỷ lệ che phủ rừng đạt 1,9%.",
        "In Nam Dinh, the poverty rate was 1.47%, and GRDP growth reached 10.2%.",
        "Nam Dinh had a poverty rate of 1.47% and GRDP growth of 10.2%; exports reached USD 4bn.",
    ],
)
def test_goes_on_with_the_province_of_a_clause_before(text: str) -> None:
    found = of(text)
    assert len(found) > 1
    assert set(found.values()) == {"nam-dinh"}


@pytest.mark.parametrize(
    ("text", "printed", "province"),
    [
        ("Tỷ lệ hộ nghèo còn 2,3%, cao hơn Nam Định 0,8%, GRDP tăng 9,4%.", "9,4%", "ha-nam"),
        (
            "Tỷ lệ hộ nghèo của Ninh Bình 1,6%, Nam Định 1,5%, tỷ lệ che phủ rừng đạt 6,2%.",
            "6,2%",
            "ha-nam",
        ),
        (
            "Tại Nam Định, tỉnh đã tổ chức 2 hội nghị, kết nạp 811 đảng viên mới, GRDP tăng 9,4%.",
            "9,4%",
            "ha-nam",
        ),
        (
            "Phối hợp với Nam Định diễn tập 3 cuộc, kết nạp 811 đảng viên mới, GRDP tăng 9,4%.",
            "9,4%",
            "ha-nam",
        ),
        (
            "Nam Định kết nạp 1.204 đảng viên mới, Hà Nam kết nạp 811 đảng viên mới, "
            "GRDP tăng 9,4%.",
            "9,4%",
            "ha-nam",
        ),
        (
            "Tỷ lệ hộ nghèo 2,3%, Nam Định kết nạp 1.204 đảng viên mới; GRDP tăng 9,4%.",
            "9,4%",
            "ha-nam",
        ),
        (
            "Compared with Nam Dinh, the poverty rate was 0.8 points higher, GRDP growth was 9.4%.",
            "9.4%",
            "ha-nam",
        ),
        # What can be of either is of neither.
        ("Nam Định kết nạp 1.204 đảng viên mới, GRDP toàn tỉnh tăng 9,4%.", "9,4%", None),
        (
            "Tỷ lệ hộ nghèo 2,3%, Nam Định kết nạp 1.204 đảng viên mới, GRDP tăng 9,4%.",
            "9,4%",
            None,
        ),
        (
            "Nam Dinh admitted 1,204 new Party members, and the province's GRDP grew by 9.4%.",
            "9.4%",
            None,
        ),
    ],
)
def test_is_of_its_own_province_again(text: str, printed: str, province: str | None) -> None:
    assert of(text)[printed] == province

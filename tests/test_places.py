"""Whose a number is, where a report speaks of more than its own province."""

from __future__ import annotations

from pathlib import Path

import pytest
from cards import book

from pipeline import extract, flow


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


TODAY = "TỈNH ỦY PHÚ THỌ\nPhú Thọ, ngày 18 tháng 12 năm 2025\n\nBÁO CÁO\ncông tác năm 2025\n\n"
BEFORE = TODAY.replace("2025", "2023")
PRESS = "Kết quả thi đua\n20/12/2025\n\n"


@pytest.mark.parametrize(
    ("text", "printed", "whose"),
    [
        (TODAY + "Năm 2025, toàn tỉnh kết nạp 3.262 đảng viên mới.", "3.262", ("phu-tho", 34)),
        (TODAY + "Hòa Bình (cũ) kết nạp 1.204 đảng viên mới.", "1.204", ("hoa-binh", 63)),
        (TODAY + "Trước hợp nhất, Hòa Bình kết nạp 1.204 đảng viên.", "1.204", ("hoa-binh", 63)),
        (TODAY + "Tỉnh Phú Thọ (cũ) kết nạp 1.488 đảng viên mới.", "1.488", ("phu-tho", 63)),
        (TODAY + "Phú Thọ trước đây kết nạp 1.488 đảng viên mới.", "1.488", ("phu-tho", 63)),
        (
            TODAY + "Năm 2024, Phú Thọ (cũ) kết nạp 1.488 đảng viên mới, GRDP tăng 9,53%.",
            "9,53%",
            ("phu-tho", 63),
        ),
        (
            TODAY + "Hòa Bình (cũ) có tỷ lệ hộ nghèo 6,2%, GRDP tăng 9%; "
            "Phú Thọ (cũ) có tỷ lệ hộ nghèo 3,1%, GRDP tăng 9,53%.",
            "9,53%",
            ("phu-tho", 63),
        ),
        (
            TODAY + "The former Phu Tho admitted 1,488 new Party members.",
            "1,488",
            ("phu-tho", 63),
        ),
        # As before: today's provinces, and those of then.
        (TODAY + "Tỉnh Cao Bằng kết nạp 1.705 đảng viên mới.", "1.705", ("cao-bang", 34)),
        (TODAY + "Đảng viên cũ ở Phú Thọ là 1.488 người.", "1.488", ("phu-tho", 34)),
        (TODAY + "Phú Thọ kết nạp 3.262 đảng viên mới, xóa 12 nhà cũ.", "3.262", ("phu-tho", 34)),
        (BEFORE + "Năm 2023, toàn tỉnh kết nạp 3.262 đảng viên mới.", "3.262", ("phu-tho", 63)),
        (BEFORE + "Tỉnh Cao Bằng kết nạp 1.705 đảng viên mới.", "1.705", ("cao-bang", 63)),
        # A report of none has the provinces of its day.
        (
            PRESS + "Tỉnh Lâm Đồng kết nạp 3.100 đảng viên mới. Tỉnh Phú Thọ kết nạp 3.262 "
            "đảng viên mới. Tỉnh Đồng Nai kết nạp 4.000 đảng viên mới.",
            "3.262",
            ("phu-tho", 34),
        ),
        (
            PRESS + "Tỉnh Lâm Đồng kết nạp 3.100 đảng viên mới. Tỉnh Hòa Bình kết nạp 1.204 "
            "đảng viên mới. Tỉnh Đồng Nai kết nạp 4.000 đảng viên mới.",
            "1.204",
            ("hoa-binh", 63),
        ),
    ],
)
def test_provinces_of_before_and_of_today(text: str, printed: str, whose: tuple[str, int]) -> None:
    found = flow.analyse_text(text, rulebook=book()).observations
    (one,) = [one for one in found if one.fact.text == printed]
    assert (one.province, one.province_set) == whose


def test_a_table_of_provinces_of_before(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        TODAY + "| Tỉnh | Đảng viên mới kết nạp năm 2024 |\n|---|---|\n| Hòa Bình (cũ) | 1.204 |\n"
        "| Vĩnh Phúc (cũ) | 931 |\n| Phú Thọ (cũ) | 1.488 |\n",
        encoding="utf-8",
    )
    found = flow.analyse(path, rulebook=book()).observations
    whose = {one.fact.text: (one.province, one.province_set) for one in found}
    assert whose["1.204"] == ("hoa-binh", 63)
    assert whose["1.488"] == ("phu-tho", 63)


def named(text: str) -> set[str]:
    """The indicators that the numbers of a report of Hà Nam have."""
    return {one.indicator for one in extract(text, province="ha-nam") if one.indicator is not None}


@pytest.mark.parametrize(
    "text",
    [
        "Tốc độ tăng GRDP của vùng đạt 6,8%.",
        "Tốc độ tăng GRDP bình quân của các tỉnh trong vùng là 6,8%.",
        "Kim ngạch xuất khẩu của Quảng Đông đạt 50 tỷ USD.",
        "Kim ngạch xuất khẩu của tỉnh Vân Nam (Trung Quốc) đạt 30 tỷ USD.",
        "Tỷ lệ hộ nghèo của tỉnh Luông Pha Băng là 18%.",
        "Tại Lào, tỷ lệ hộ nghèo là 18%, thu nhập bình quân đầu người đạt 52 triệu đồng.",
        "Trung Quốc đạt kim ngạch xuất khẩu 3.300 tỷ USD.",
        "The poverty rate in the region stood at 9.4%.",
        "Export turnover of Guangxi reached USD 50 billion.",
        "China's export turnover reached USD 3,300 billion.",
        "In Laos, the poverty rate was 18%.",
    ],
)
def test_regions_and_places_abroad_are_no_province(text: str) -> None:
    assert named(text) == set()


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("Tốc độ tăng GRDP đạt 6,8%, cao hơn bình quân của vùng.", "grdp_growth"),
        ("GRDP của tỉnh tăng 6,8%, đứng thứ 3 vùng đồng bằng sông Hồng.", "grdp_growth"),
        ("Tỉnh hợp tác với Quảng Đông, kim ngạch xuất khẩu đạt 5 tỷ USD.", "export_turnover"),
        (
            "Trung Quốc là thị trường lớn nhất, kim ngạch xuất khẩu của tỉnh đạt 5 tỷ USD.",
            "export_turnover",
        ),
        ("Tại Lào, đoàn đã họp, tỷ lệ hộ nghèo của tỉnh là 2,1%.", "poverty_rate"),
        ("Tỷ lệ hộ nghèo của Lào Cai là 14,9%.", "poverty_rate"),
        ("The province led the region with GRDP growth of 6.8%.", "grdp_growth"),
        ("With partners in China, export turnover reached USD 5 billion.", "export_turnover"),
        ("Together with Guangxi, export turnover reached USD 5 billion.", "export_turnover"),
    ],
)
def test_what_is_only_held_against_a_region_or_sold_abroad(text: str, indicator: str) -> None:
    assert indicator in named(text)

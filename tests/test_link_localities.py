"""Numbers of a place below the province, or of one agency's Party organization, are not its own."""

from __future__ import annotations

import pytest

from pipeline import extract

#: A text, how a number is printed, and the indicator that it has.
CASES: list[tuple[str, str, str | None]] = [
    ("Huyện Bình Lộc có tỷ lệ hộ nghèo 13,5%.", "13,5%", None),
    ("Tỷ lệ hộ nghèo của thị xã An Khê còn 2,5%, toàn tỉnh còn 4,1%.", "2,5%", None),
    ("Tỷ lệ hộ nghèo của thị xã An Khê còn 2,5%, toàn tỉnh còn 4,1%.", "4,1%", "poverty_rate"),
    ("Tỷ lệ hộ nghèo toàn tỉnh là 4,1% (huyện Bình Lộc 13,5%).", "13,5%", None),
    ("Tỷ lệ hộ nghèo toàn tỉnh là 4,1% (huyện Bình Lộc 13,5%).", "4,1%", "poverty_rate"),
    ("The poverty rate of Binh Loc district fell to 13.5%.", "13.5%", None),
    ("In Ward 5, the poverty rate is 1.2%.", "1.2%", None),
    ("An Khe town admitted 95 Party members.", "95", None),
    # Who reports is whose numbers they are; its kind may be short, and grow together with it.
    ("Theo báo cáo của UBND huyện Bình Lộc, tỷ lệ hộ nghèo còn 13,5%.", "13,5%", None),
    ("Đảng bộ TP.Bình Lộc kết nạp 95 đảng viên.", "95", None),
    ("Đảng bộ T.X Bình Lộc kết nạp 95 đảng viên.", "95", None),
    # A district that is not named where the number stands.
    ("Toàn huyện kết nạp 95 đảng viên.", "95", None),
    ("The district's poverty rate is 4.1%.", "4.1%", None),
    ("Kết nạp 950 đảng viên trên địa bàn các huyện.", "950", "new_members_count"),
    ("Rural communes reached a poverty rate of 6%.", "6%", "poverty_rate"),
    # A city that is a province is none; one that bears the name of its province is.
    ("Thành phố Đà Nẵng kết nạp 950 đảng viên.", "950", "new_members_count"),
    ("Can Tho city admitted 950 Party members.", "950", "new_members_count"),
    ("Thành phố Thái Bình kết nạp 95 đảng viên.", "95", None),
    # Its address is no province, but what stands between it and a number may be.
    ("Huyện Quỳ Hợp, tỉnh Nghệ An, kết nạp 95 đảng viên.", "95", None),
    ("Binh Loc district of Nghe An province admitted 95 Party members.", "95", None),
    (
        "Ngày 5/12, tại thành phố Vinh, Tỉnh ủy cho biết đã kết nạp 4.100 đảng viên.",
        "4.100",
        "new_members_count",
    ),
    # Behind a number it says where something is.
    ("Kết nạp 14 đảng viên ở xã Tân Lập.", "14", None),
    ("Tỉnh ủy luân chuyển 14 cán bộ về huyện Bình Lộc.", "14", "cadres_rotated_count"),
    # A place that does not open an earlier clause is only where something happened.
    (
        "Hoàn thành cầu An Lạc tại huyện Bình Lộc; tỷ lệ hộ nghèo còn 4,1%.",
        "4,1%",
        "poverty_rate",
    ),
    ("Riêng huyện Bình Lộc, thu hút đầu tư khá; tỷ lệ hộ nghèo còn 13,5%.", "13,5%", None),
    ("Thu nhập bình quân đầu người của xã ước đạt 41 triệu đồng.", "41 triệu đồng", None),
    (
        "Tổng vốn đầu tư toàn xã hội đạt 975 tỷ đồng.",
        "975 tỷ đồng",
        "total_social_investment",
    ),
    # A sentence about a whole district is of it wherever it says so, and so is the next.
    ("Nhân dân toàn huyện đã cố gắng. Trong đó, tỷ lệ hộ nghèo còn 13,5%.", "13,5%", None),
    (
        "Nhiệm kỳ 2015 - 2020, Đảng bộ thị trấn An Lạc làm tốt. Tỷ lệ hộ nghèo còn 13,5%.",
        "13,5%",
        None,
    ),
    (
        "Nghị quyết của HĐND huyện về nhiệm vụ năm 2012\n\nTỷ lệ hộ nghèo còn 13,5%.",
        "13,5%",
        None,
    ),
    (
        "Thu nhập bình quân đầu người của xã đạt 41 triệu đồng; tỷ lệ hộ nghèo còn 13,5%.",
        "13,5%",
        None,
    ),
    # One district that acts; several are no place.
    ("Trong năm, huyện kết nạp 953 đảng viên.", "953", None),
    ("Trong năm, các huyện kết nạp 953 đảng viên.", "953", "new_members_count"),
    # A dateline stands before the place that a paragraph opens with.
    ("(ABC) - Năm 2019, Đảng bộ huyện Bình Lộc họp. Kết nạp 95 đảng viên.", "95", None),
    # A report that speaks of a whole district and of no province is of it throughout.
    ("Tỷ lệ hộ nghèo còn 13,5%.\n\nToàn huyện có 12 trường.", "13,5%", None),
    ("Tỷ lệ hộ nghèo toàn tỉnh còn 4,1%.\n\nToàn huyện có 12 trường.", "4,1%", "poverty_rate"),
    # A district has no GRDP, but an economy that grows.
    ("Nhân dân toàn huyện đã cố gắng. Tăng trưởng kinh tế đạt 13,5%.", "13,5%", None),
    ("Nhân dân toàn huyện đã cố gắng. GRDP tăng 13,5%.", "13,5%", "grdp_growth"),
    # Who gave a plan is not whose numbers they are.
    (
        "Huyện Bình Lộc thu ngân sách bằng 58% kế hoạch tỉnh giao, đạt 53% kế hoạch huyện giao.",
        "53%",
        None,
    ),
    # The next sentence goes on with it, until the province is spoken of.
    ("Huyện Bình Lộc có 12 trường. Tỷ lệ hộ nghèo còn 13,5%.", "13,5%", None),
    ("Huyện Bình Lộc có 12 trường. Tỷ lệ hộ nghèo của tỉnh còn 4,1%.", "4,1%", "poverty_rate"),
    (
        "Tỉnh đổi mới. Huyện Bình Lộc có 12 trường.\n\nTỷ lệ hộ nghèo còn 4,1%.",
        "4,1%",
        "poverty_rate",
    ),
    # A text that begins with one and speaks of no province is of it.
    ("Huyện Bình Lộc có 12 trường.\n\nTỷ lệ hộ nghèo còn 4,1%.", "4,1%", None),
    # The Party organization of an agency.
    ("Đảng bộ Công an tỉnh kết nạp 31 đảng viên.", "31", None),
    ("Đảng bộ Khối các cơ quan tỉnh kết nạp 31 đảng viên.", "31", None),
    ("Đảng bộ tỉnh kết nạp 3.100 đảng viên.", "3.100", "new_members_count"),
    # The words beside a name may be in capitals too.
    ("In 2023, Tu Ky District admitted 95 Party members.", "95", None),
    ("Hai Duong City admitted 95 Party members.", "95", None),
    ("Ward 5 admitted 95 Party members.", "95", None),
    ("Quận 1 kết nạp 95 đảng viên.", "95", None),
    ("Thành phố Hội An kết nạp 95 đảng viên.", "95", None),
    ("Huyện Đô Lương kết nạp 95 đảng viên.", "95", None),
    ("The Party Organization of the Provincial Police admitted 95 members.", "95", None),
    ("Đảng bộ UBND tỉnh kết nạp 95 đảng viên.", "95", None),
    # A sentence without a number names a place as well.
    ("Thành phố Vinh đổi mới nhiều. Tỷ lệ hộ nghèo còn 1,1%.", "1,1%", None),
    (
        "Thành phố Vinh đổi mới. Toàn tỉnh cũng vậy. Tỷ lệ hộ nghèo còn 4,1%.",
        "4,1%",
        "poverty_rate",
    ),
    # No district has a GRDP.
    ("Huyện Bình Lộc có 12 trường. GRDP tăng 7,2%.", "7,2%", "grdp_growth"),
    # Words in capitals that are no name.
    ("Tỷ lệ xã Nông thôn mới đạt 70,8%.", "70,8%", "ntm_communes_share"),
    ("Xã Đội trưởng dự lớp; tỉnh kết nạp 1.200 đảng viên.", "1.200", "new_members_count"),
    ("Bảo hiểm Xã Hội đã chi trả, tỷ lệ hộ nghèo còn 4,1%.", "4,1%", "poverty_rate"),
    # An agency, whose members are its own; what else it tells may be of the province.
    ("Toàn tỉnh kết nạp 1.900 đảng viên, trong đó: Sở Y tế 9, Công an tỉnh 31.", "31", None),
    ("Sở Nội vụ kết nạp 9 đảng viên.", "9", None),
    ("Công an tỉnh cho biết tỷ lệ hộ nghèo còn 4,1%.", "4,1%", "poverty_rate"),
    ("Theo Công an tỉnh, cả tỉnh kết nạp 1.900 đảng viên.", "1.900", "new_members_count"),
    ("Các tổ chức cơ sở Đảng kết nạp 1.900 đảng viên.", "1.900", "new_members_count"),
    ("The Provincial Police Party Committee admitted 31 members.", "31", None),
    ("The Military Party Organization admitted 31 members.", "31", None),
    ("The Department of Home Affairs admitted 9 party members.", "9", None),
    ("The District Party Committee of Binh Loc admitted 95 party members.", "95", None),
    ("Sở Y tế cho biết toàn tỉnh kết nạp 1.900 đảng viên.", "1.900", "new_members_count"),
    ("Lực lượng vũ trang kết nạp 350 đảng viên.", "350", None),
    ("Kết nạp 350 đảng viên trong các doanh nghiệp tư nhân.", "350", None),
    ("350 Party members were admitted in the armed forces.", "350", None),
    (
        "Kết nạp 1.900 đảng viên, trong đó 350 đảng viên trong lực lượng vũ trang.",
        "1.900",
        "new_members_count",
    ),
    ("Private enterprises admitted 45 party members.", "45", None),
    # The nation is no province, but may be what a number of one is held against.
    ("Cả nước kết nạp 150.000 đảng viên; tỉnh kết nạp 1.900 đảng viên.", "150.000", None),
    (
        "Cả nước kết nạp 150.000 đảng viên; tỉnh kết nạp 1.900 đảng viên.",
        "1.900",
        "new_members_count",
    ),
    ("Tỷ lệ hộ nghèo của cả nước còn 2,93%.", "2,93%", None),
    ("So với cả nước, tỷ lệ hộ nghèo của tỉnh thấp, còn 2,1%.", "2,1%", "poverty_rate"),
    ("Tỷ lệ hộ nghèo còn 2,1%, thấp hơn bình quân của cả nước.", "2,1%", "poverty_rate"),
    ("Xếp thứ 5 cả nước, tỷ lệ hộ nghèo còn 2,1%.", "2,1%", "poverty_rate"),
    ("Toàn Đảng bộ kết nạp 1.900 đảng viên.", "1.900", "new_members_count"),
    ("The national poverty rate was 2.93%.", "2.93%", None),
    # Nor is a kind of places, but for what is measured nowhere else.
    ("Tỷ lệ hộ nghèo khu vực miền núi còn 8,5%.", "8,5%", None),
    ("Tỷ lệ hộ nghèo các xã biên giới còn 8,5%, toàn tỉnh còn 2,1%.", "2,1%", "poverty_rate"),
    ("Ở vùng đồng bào dân tộc thiểu số kết nạp 350 đảng viên.", "350", None),
    ("Nhờ phát triển khu vực nông thôn, tỷ lệ hộ nghèo còn 2,1%.", "2,1%", "poverty_rate"),
    ("The poverty rate in mountainous areas was 8.5%.", "8.5%", None),
    ("Thanks to work in rural areas, the poverty rate fell to 2.1%.", "2.1%", "poverty_rate"),
    ("Tỷ lệ thất nghiệp ở khu vực thành thị còn 2,6%.", "2,6%", "unemployment_rate"),
    ("Hộ dân ở nông thôn sử dụng nước hợp vệ sinh đạt 95%.", "95%", "clean_water_share"),
]


@pytest.mark.parametrize(("text", "printed", "indicator"), CASES)
def test_a_number_is_of_the_province_or_of_a_place_in_it(text, printed, indicator):
    said = [one for one in extract(text) if one.fact.text == printed]

    assert [one.indicator for one in said] == [indicator]


@pytest.mark.parametrize(
    ("letterhead", "indicator"),
    [
        ("HUYỆN ỦY BÌNH LỘC", None),
        ("ỦY BAN NHÂN DÂN XÃ TÂN LẬP", None),
        ("TỈNH ỦY NGHỆ AN", "new_members_count"),
        ("THÀNH ỦY ĐÀ NẴNG", "new_members_count"),
        ("BẢO HIỂM XÃ HỘI TỈNH NGHỆ AN", "new_members_count"),
    ],
)
def test_a_report_of_a_district_is_of_the_district(letterhead, indicator):
    text = (
        f"{letterhead}\nSố 12-BC/HU\n\nBÁO CÁO\ncông tác đảng viên năm 2023\n\n"
        "Trong năm kết nạp được 95 đảng viên.\n"
    )

    said = [one for one in extract(text) if one.fact.text == "95"]

    assert [one.indicator for one in said] == [indicator]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        # Named early, and no word of a province anywhere.
        ("Huyện ủy Bình Lộc họp. Tỷ lệ hộ nghèo còn 13,5%.\n\nBảo hiểm y tế đạt 95%.", None),
        ("Đại hội đại biểu xã Tân Mai.\n\nĐến năm 2025, bảo hiểm y tế đạt 95%.", None),
        ("Huyện ủy Bình Lộc, Phú Thọ họp.\n\nBảo hiểm y tế đạt 95%.", None),
        # A text that speaks of the province, only has a place where something is, or says *the
        # district* of no named one, is the province's.
        (
            "Thu nhập tăng.\n\nCơ cấu kinh tế của huyện đổi mới.\n\nBảo hiểm y tế đạt 95%.",
            "health_insurance_share",
        ),
        (
            "Huyện ủy Bình Lộc họp.\n\nToàn tỉnh có bảo hiểm y tế đạt 95%.",
            "health_insurance_share",
        ),
        (
            "Cầu tại huyện Bình Lộc đã xong.\n\nBảo hiểm y tế đạt 95%.",
            "health_insurance_share",
        ),
        ("Bảo hiểm y tế đạt 95%.", "health_insurance_share"),
    ],
)
def test_a_text_of_a_district_that_names_no_province(text: str, indicator: str | None) -> None:
    assert [one.indicator for one in extract(text) if one.fact.text == "95%"] == [indicator]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        # Huế is a city below its province until 2024, and a province itself since.
        ("Thành phố Huế năm 2025: bảo hiểm y tế đạt 95%.", "health_insurance_share"),
        (
            "UBND THÀNH PHỐ HUẾ\nHuế, ngày 4/9/2025\nBảo hiểm y tế đạt 95%.",
            "health_insurance_share",
        ),
        (
            "Hue City in 2025\nIn the city, 95% of the people have health insurance.",
            "health_insurance_share",
        ),
        ("Tỉnh Thừa Thiên Huế, năm 2021\nThành phố Huế có bảo hiểm y tế đạt 95%.", None),
    ],
)
def test_hue_has_become_a_province(text: str, indicator: str | None) -> None:
    assert [one.indicator for one in extract(text) if one.fact.text == "95%"] == [indicator]

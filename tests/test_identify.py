"""What a report says of itself: who reports, when, under which number, about what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from cards import book
from openpyxl import Workbook

from pipeline.extract import Extractor
from pipeline.identify import Identifier
from pipeline.model import Document
from pipeline.places import Gazetteer
from pipeline.readers import read, read_text
from pipeline.rulebook import Province

BOOK = book()


@pytest.fixture(scope="module")
def identifier() -> Identifier:
    return Identifier(BOOK)


def identified(
    text: str,
    extractor: Extractor,
    identifier: Identifier,
    *,
    path: str = "report.txt",
    province: str | None = None,
) -> Document:
    """A text with what it says of itself."""
    document = read_text(text, path=path, rulebook=BOOK)
    return identifier(document, extractor(document).facts, province=province)


# ── the letterhead ────────────────────────────────────────────────────────────────────────

LETTERHEAD = """TỈNH ỦY QUẢNG NINH
Số 123-BC/TU
Quảng Ninh, ngày 15 tháng 3 năm 2022
BÁO CÁO
kết quả công tác cán bộ năm 2021
Thực hiện Nghị quyết số 18-NQ/TW ngày 25/10/2017, toàn tỉnh đã giảm 887 công chức (18,7%).
"""


def test_a_letterhead(extractor: Extractor, identifier: Identifier) -> None:
    document = identified(LETTERHEAD, extractor, identifier)
    assert document.province == "quang-ninh"
    assert document.province_set == 63
    assert document.issued == "2022-03-15"
    assert document.number == "123-BC/TU"
    assert document.issuer == "TỈNH ỦY QUẢNG NINH"
    assert document.title == "BÁO CÁO kết quả công tác cán bộ năm 2021"


STATE = """ỦY BAN NHÂN DÂN TỈNH CAO BẰNG
Số: 456/BC-UBND
Cao Bằng, ngày 05 tháng 12 năm 2023
BÁO CÁO
Tình hình kinh tế - xã hội năm 2023
Tổng sản phẩm tăng 5,04% so với năm 2022.
"""


def test_a_letterhead_of_the_state(extractor: Extractor, identifier: Identifier) -> None:
    document = identified(STATE, extractor, identifier)
    assert (document.province, document.issued) == ("cao-bang", "2023-12-05")
    assert document.number == "456/BC-UBND"
    assert document.issuer == "ỦY BAN NHÂN DÂN TỈNH CAO BẰNG"
    assert document.title == "BÁO CÁO Tình hình kinh tế - xã hội năm 2023"


BODY_VI = "Năm 2022, toàn tỉnh có 115/177 xã (65%) hợp nhất chức danh.\n"

BODY_EN = "In 2022, 115/177 communes (65%) had unified posts, as had been planned for the year.\n"

#: Letterheads as they come out of Word, PDF and web pages, and what they say: number, issuer,
#: date, province, title.
HEADS = {
    "Party, column by column": (
        "ĐẢNG BỘ TỈNH SƠN LA\nBAN CHẤP HÀNH\n*\nSố 27-NQ/TU\n\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        "Sơn La, ngày 03 tháng 01 năm 2024\n\nNGHỊ QUYẾT\nCỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH\n"
        "về công tác cán bộ năm 2024\n-----\n",
        ("27-NQ/TU", "ĐẢNG BỘ TỈNH SƠN LA BAN CHẤP HÀNH", "2024-01-03", "son-la",
         "NGHỊ QUYẾT CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH về công tác cán bộ năm 2024"),
    ),
    "Party, side by side": (
        "TỈNH ỦY HẬU GIANG                 ĐẢNG CỘNG SẢN VIỆT NAM\n        *\n"
        "  Số 31-BC/TU              Hậu Giang, ngày 5 tháng 12 năm 2023\n\n"
        "               BÁO CÁO\n   sơ kết một năm sắp xếp xã\n",
        ("31-BC/TU", "TỈNH ỦY HẬU GIANG", "2023-12-05", "hau-giang",
         "BÁO CÁO sơ kết một năm sắp xếp xã"),
    ),
    "State, the issuer in two lines": (
        "ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\n_______\nSố: 77/BC-UBND\nCỘNG HÒA XÃ HỘI CHỦ "
        "NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\nLai Châu, ngày  06  tháng  7 năm 2023\nBÁO CÁO\n"
        "Công tác tuyển dụng quý II\nKính gửi: Bộ Nội vụ\n",
        ("77/BC-UBND", "ỦY BAN NHÂN DÂN TỈNH LAI CHÂU", "2023-07-06", "lai-chau",
         "BÁO CÁO Công tác tuyển dụng quý II"),
    ),
    "a department": (
        "UBND TỈNH AN GIANG\nSỞ NỘI VỤ\nSố: 12/KH-SNV\nCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "An Giang, ngày 9-3-2024\nKẾ HOẠCH\nTinh giản biên chế năm 2024\n",
        ("12/KH-SNV", "UBND TỈNH AN GIANG SỞ NỘI VỤ", "2024-03-09", "an-giang",
         "KẾ HOẠCH Tinh giản biên chế năm 2024"),
    ),
    "type and title in one line": (
        "TỈNH ỦY TRÀ VINH\nSố 8-BC/TU\nTrà Vinh, ngày 2 tháng 2 năm 2022\n"
        "BÁO CÁO KẾT QUẢ CÔNG TÁC KIỂM TRA, GIÁM SÁT\nNĂM 2021\nThực hiện chương trình "
        "công tác, đã kiểm tra.\n",
        ("8-BC/TU", "TỈNH ỦY TRÀ VINH", "2022-02-02", "tra-vinh",
         "BÁO CÁO KẾT QUẢ CÔNG TÁC KIỂM TRA, GIÁM SÁT NĂM 2021"),
    ),
    "narrow columns of a web page": (
        "ỦY BAN NHÂN DÂN\nTỈNH KON TUM\n--------\n|\nCỘNG HÒA XÃ HỘI CHỦ\nNGHĨA VIỆT NAM\n"
        "|\nSố: 36/QĐ-UBND\n|\n"
        "Kon Tum, ngày 21\ntháng 11 năm 2012\n|\nQUYẾT\nĐỊNH\nVỀ\nVIỆC GIAO CHỈ TIÊU\nỦY "
        "BAN NHÂN DÂN TỈNH\n",
        ("36/QĐ-UBND", "ỦY BAN NHÂN DÂN TỈNH KON TUM", "2012-11-21", "kon-tum",
         "QUYẾT ĐỊNH VỀ VIỆC GIAO CHỈ TIÊU"),
    ),
    "a draft without number and day": (
        "TỈNH ỦY CAO BẰNG\n*\nSố     -BC/TU\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        "Cao Bằng, ngày     tháng 12 năm 2023\nBÁO CÁO\ntổng kết năm 2023\n(Dự thảo)\n",
        (None, "TỈNH ỦY CAO BẰNG", None, "cao-bang", "BÁO CÁO tổng kết năm 2023"),
    ),
    "English, Party": (
        "LONG AN PROVINCIAL PARTY COMMITTEE\n*\nNo. 51-BC/TU\nCOMMUNIST PARTY OF VIETNAM\n"
        "Long An, December 20, 2023\nREPORT\non inspection in 2023\n",
        ("51-BC/TU", "LONG AN PROVINCIAL PARTY COMMITTEE", "2023-12-20", "long-an",
         "REPORT on inspection in 2023"),
    ),
    "English, State": (
        "PEOPLE'S COMMITTEE OF THAI BINH PROVINCE\nSOCIALIST REPUBLIC OF VIETNAM\n"
        "Independence - Freedom - Happiness\nNo.: 8/BC-UBND\nThai Binh, 5 December 2023\n"
        "REPORT\nThe year 2023\n",
        ("8/BC-UBND", "PEOPLE'S COMMITTEE OF THAI BINH PROVINCE", "2023-12-05", "thai-binh",
         "REPORT The year 2023"),
    ),
    "a central body that sits in Hà Nội": (
        "THE\nGOVERNMENT\n|\nSOCIALIST\nREPUBLIC OF VIET NAM\n|\nNo:\n7/2016/ND-CP\n|\n"
        "Hanoi,\nOctober 16, 2016\n"
        "|\nDECREE\nON WARDENS\nPursuant to the Law on Wardens;\n",
        ("7/2016/NĐ-CP", "THE GOVERNMENT", "2016-10-16", None, "DECREE ON WARDENS"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HEADS)
def test_letterheads_of_all_shapes(name: str, extractor: Extractor, identifier: Identifier) -> None:
    text, expected = HEADS[name]
    body = BODY_VI if name.startswith(("Party", "State", "a d", "type", "narrow")) else BODY_EN
    document = identified(f"{text}\n{body}", extractor, identifier)
    found = (document.number, document.issuer, document.issued, document.province, document.title)
    assert found == expected


@pytest.mark.parametrize(
    ("text", "issued", "title"),
    [
        (".\n\nCán bộ trẻ đi cơ sở\n\nThứ Tư, 08/04/2015, 08:11 [GMT+7]\n", "2015-04-08",
         "Cán bộ trẻ đi cơ sở"),
        ("27/11/2024 11:21 GMT+7\n\nCán bộ trẻ đi cơ sở\n", "2024-11-27", "Cán bộ trẻ đi cơ sở"),
        ("Cán bộ trẻ đi cơ sở\n\nXây dựng Đảng 22-06-2024\n", "2024-06-22", "Cán bộ trẻ đi cơ sở"),
        ("Cán bộ trẻ đi cơ sở   9/5/2022\n", "2022-05-09", "Cán bộ trẻ đi cơ sở"),
        ("Young cadres go out\n\nBáo Lào CaiBáo Lào Cai30/06/2025\n", "2025-06-30",
         "Young cadres go out"),
        ("Young cadres go out\nPosted on: 6/5/2024\n", "2024-05-06", "Young cadres go out"),
    ],
)  # fmt: skip
def test_heads_of_news_pages(
    text: str, issued: str, title: str, extractor: Extractor, identifier: Identifier
) -> None:
    document = identified(f"{text}\n{BODY_VI}", extractor, identifier)
    assert (document.issued, document.title) == (issued, title)
    assert (document.number, document.issuer) == (None, None)


TWO_COLUMNS = """ỦY BAN NHÂN DÂN                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH KHÁNH HÒA                     Độc lập - Tự do - Hạnh phúc
---------                          ---------------
Số: 77/BC-UBND                     Khánh Hòa, ngày 04 tháng 12 năm 2023

BÁO CÁO
Tình hình kinh tế - xã hội năm 2023
Phú Yên là tỉnh lân cận, tỷ lệ hộ nghèo của Phú Yên là 2,05%.
"""


@pytest.mark.parametrize(
    "text",
    [
        TWO_COLUMNS,
        TWO_COLUMNS.replace("  ", "\t").replace("\t\t", "\t"),
        # One column runs into the other.
        re.sub(" {2,}", " ", TWO_COLUMNS),
        TWO_COLUMNS.replace("TỈNH KHÁNH HÒA ", "TỈNH KHÁNH HÒA\nSỞ TÀI CHÍNH "),
    ],
)
def test_a_letterhead_of_two_columns_in_plain_text(
    text: str, extractor: Extractor, identifier: Identifier
) -> None:
    document = identified(text, extractor, identifier)
    assert document.province == "khanh-hoa"
    assert document.issuer in (
        "ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA",
        "ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA SỞ TÀI CHÍNH",
    )
    assert document.issued == "2023-12-04"
    assert document.title == "BÁO CÁO Tình hình kinh tế - xã hội năm 2023"


def test_two_english_columns(extractor: Extractor, identifier: Identifier) -> None:
    text = """THE PEOPLE'S COMMITTEE                SOCIALIST REPUBLIC OF VIETNAM
OF KHANH HOA PROVINCE                 Independence - Freedom - Happiness
No. 77/BC-UBND                        Khanh Hoa, December 4, 2023

REPORT
on socio-economic development in 2023
In the neighbouring province of Phu Yen the poverty rate was 2.05%.
"""
    document = identified(text, extractor, identifier)
    assert document.province == "khanh-hoa"
    assert document.issuer == "THE PEOPLE'S COMMITTEE OF KHANH HOA PROVINCE"


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        # The Party's name goes on with a body, and a title is no issuer.
        ("BAN CHẤP HÀNH TRUNG ƯƠNG ĐẢNG CỘNG SẢN VIỆT NAM", None),
        ("TỈNH ỦY KHÁNH HÒA", "TỈNH ỦY KHÁNH HÒA"),
        ("TỈNH ỦY KHÁNH HÒA\nVĂN PHÒNG", "TỈNH ỦY KHÁNH HÒA VĂN PHÒNG"),
    ],
)
def test_one_column_stays_one(
    head: str, issuer: str | None, extractor: Extractor, identifier: Identifier
) -> None:
    text = (
        f"{head}\nSố 9-BC/TU\nNha Trang, ngày 4 tháng 12 năm 2023\n\nBÁO CÁO\ncông tác năm 2023\n"
    )
    assert identified(text, extractor, identifier).issuer == (issuer or head)


def test_a_motto_alone_parts_no_line(extractor: Extractor, identifier: Identifier) -> None:
    text = "BÁO CÁO TỔNG KẾT PHONG TRÀO THI ĐUA VÌ ĐẢNG CỘNG SẢN VIỆT NAM\nTỈNH KHÁNH HÒA\n"
    title = identified(text, extractor, identifier).title
    assert title is not None
    assert title.startswith("BÁO CÁO TỔNG KẾT PHONG TRÀO THI ĐUA VÌ ĐẢNG CỘNG SẢN VIỆT NAM")


def test_a_title_in_capitals_is_no_issuer(extractor: Extractor, identifier: Identifier) -> None:
    text = f"TỈNH ỦY HÀ NAM TỔNG KẾT CÔNG TÁC KIỂM TRA\n\n{BODY_VI}"
    document = identified(text, extractor, identifier)
    assert (document.issuer, document.title) == (None, "TỈNH ỦY HÀ NAM TỔNG KẾT CÔNG TÁC KIỂM TRA")


# ── how the province is known ─────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "path", "province", "evidence"),
    [
        (LETTERHEAD + "Tỉnh Hải Dương và tỉnh Hà Nam đã đến học tập. " * 9, "a.txt", "quang-ninh",
         'province by letterhead "TỈNH ỦY QUẢNG NINH"'),
        ("HUYỆN ỦY BÌNH LỤC\nSố 4-BC/HU\nHà Nam, ngày 5 tháng 3 năm 2022\nBÁO CÁO\nvề cán bộ\n",
         "a.txt",
         "ha-nam", 'province by letterhead "Hà Nam, ngày 5 tháng 3 năm 2022"'),
        ("Hà Nam có 5 xã mới. Ninh Bình cũng có.\nTỉnh Hà Nam đi đầu.\n", "a.txt", "ha-nam",
         "province by 2 of 3 names in the text"),
        ("Có 5 xã mới.\n", "reports/ha_nam-2023.txt", "ha-nam", 'province by path "ha nam 2023"'),
        ("Có 5 xã mới.\n", "in/Hà Nam/2023.txt", "ha-nam", 'province by path "ha nam"'),
        ("Huyện Quảng Ninh, tỉnh Quảng Bình, có 5 xã; huyện Quảng Ninh đi đầu.\n", "a.txt",
         "quang-binh",
         "province by 1 of 1 names in the text"),
    ],
)  # fmt: skip
def test_it_is_said_how_the_province_is_known(
    text: str, path: str, province: str, evidence: str, extractor: Extractor, identifier: Identifier
) -> None:
    document = identified(text, extractor, identifier, path=path)
    assert (document.province, document.notes[-1]) == (province, evidence)
    given = identified(text, extractor, identifier, path=path, province="hue")
    assert (given.province, given.notes[-1]) == ("hue", "province as given")


# ── datelines ─────────────────────────────────────────────────────────────────────────────

BODY = "\nBy 2021 the committee of the Lao Cai Provincial Party Committee had 53 members.\n"


@pytest.mark.parametrize(
    ("line", "issued"),
    [
        ("12/03/2023", "2023-03-12"),
        ("Sunday, March 12, 2023", "2023-03-12"),
        ("12/03/2023 | 08:15 (GMT+7)", "2023-03-12"),
        ("Updated: 12/03/2023 08:15", "2023-03-12"),
        ("Lao Cai, March 12, 2023", "2023-03-12"),
    ],
)
def test_a_dateline(line: str, issued: str, extractor: Extractor, identifier: Identifier) -> None:
    document = identified(f"Cadre work goes on\n{line}{BODY}", extractor, identifier)
    assert document.issued == issued


@pytest.mark.parametrize(
    "line",
    [
        "Chủ nhật, ngày 12/3/2023",
        "Thứ hai, 12/03/2023 - 08:15",
        "Cập nhật lúc 08:15, 12/03/2023",
        "Thành phố Hồ Chí Minh, ngày 12 tháng 3 năm 2023",
        "thành phố Lào Cai, ngày 12 tháng 3 năm 2023",
        "*Lào Cai, 12/3/2023*",
        "_Lào Cai, ngày 12/3/2023_",
        "**12/3/2023**",
    ],
)
def test_a_vietnamese_dateline(line: str, extractor: Extractor, identifier: Identifier) -> None:
    text = f"Công tác cán bộ được chú trọng\n{line}\nTỉnh ủy Lào Cai đã họp và có 53 đồng chí dự.\n"
    assert identified(text, extractor, identifier).issued == "2023-03-12"


@pytest.mark.parametrize(
    "line",
    [
        "Resolution No. 18-NQ/TW, dated October 25, 2017",
        "The plan of March 12, 2023 was approved",
        "On March 12, 2023 the committee met in the city.",
        "Hội nghị tại thành phố Lào Cai, ngày 12 tháng 3 năm 2023 đã bầu",
        "*Họp ở Lào Cai, 12/3/2023*",
        "Thành phố đã họp, ngày 12/3/2023",
        "From March 1, 2023 to March 12, 2023",
        "In March 2023",
        "2023",
    ],
)
def test_a_date_in_a_sentence_is_not_the_date_of_the_report(
    line: str, extractor: Extractor, identifier: Identifier
) -> None:
    assert identified(f"Cadre work\n{line}{BODY}", extractor, identifier).issued is None


def test_a_date_far_below_is_not_the_date_of_the_report(
    extractor: Extractor, identifier: Identifier
) -> None:
    text = "Cadre work\n" + "One more paragraph stands here.\n" * 20 + "12/03/2023\n"
    assert identified(text, extractor, identifier).issued is None


# ── number, issuer, title ─────────────────────────────────────────────────────────────────


def test_a_cited_number_is_not_the_number_of_the_report(
    extractor: Extractor, identifier: Identifier
) -> None:
    text = "Cadre work\nThe report follows Resolution No. 18-NQ/TW of the Party.\n"
    assert identified(text, extractor, identifier).number is None


@pytest.mark.parametrize(
    ("head", "number", "issued"),
    [
        ("TỈNH ỦY HÀ GIANG\nSố 77-BC/TU, ngày 20 tháng 12 năm 2023\nBÁO CÁO",
         "77-BC/TU", "2023-12-20"),
        ("TỈNH ỦY HÀ GIANG\nSố 77-BC/TU ngày 20/12/2023\nBÁO CÁO", "77-BC/TU", "2023-12-20"),
        ("Ha Giang Provincial Party Committee\nReport No. 120-BC/TU dated December 18, 2023",
         "120-BC/TU", "2023-12-18"),
        ("Report No. 120-BC/TU of December 18, 2023", "120-BC/TU", "2023-12-18"),
        ("Báo cáo số 120-BC/TU ngày 18/12/2023", "120-BC/TU", "2023-12-18"),
        # a document that the head only names
        ("BÁO CÁO\nCăn cứ Nghị quyết số 21-NQ/TU ngày 5/5/2022", None, None),
        ("BÁO CÁO\nkết quả thực hiện\nNghị quyết số 21-NQ/TU ngày 5/5/2022", None, None),
        ("Nghị quyết số 21-NQ/TU ngày 5/5/2022\nvề công tác cán bộ đã được quán triệt", None, None),
        ("Kết luận số 16-TB/TW ngày 7/7/2022", None, None),
        ("Số 77-BC/TU thay Báo cáo số 12-BC/TU ngày 3/3/2023", "77-BC/TU", None),
        ("Hội nghị nghe Báo cáo số 120-BC/TU ngày 18/12/2023", None, None),
    ],
)  # fmt: skip
def test_a_number_and_its_date_in_one_line(
    head: str, number: str | None, issued: str | None, extractor: Extractor, identifier: Identifier
) -> None:
    body = BODY if "Report" in head else "\nCó 31/78 xã đạt chuẩn.\n"
    document = identified(f"{head}\n{body}", extractor, identifier)
    assert (document.number, document.issued) == (number, issued)


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("BÁO CÁO tổng kết công tác năm 2023", 2023),
        ("BÁO CÁO\ntổng kết công tác năm 2023", 2023),
        ("Báo cáo kết quả công tác năm 2023, phương hướng nhiệm vụ năm 2024", 2023),
        ("Report on the work of the Party in 2023", 2023),
        ("Báo cáo tổng kết công tác nhiệm kỳ 2020-2025", None),
        ("Báo cáo kết quả thực hiện Nghị quyết của Tỉnh ủy năm 2021", None),
        ("Báo cáo thi hành Luật Đất đai năm 2013", None),
        ("Báo cáo định hướng phát triển đến năm 2030", None),
        ("Báo cáo kết quả kể từ năm 2019", None),
        ("Kế hoạch công tác năm 2024", None),
        ("Tổng kết công tác năm 2023", None),
        ("Báo cáo kết quả công tác ngày 3/2/2023", None),
    ],
)
def test_the_year_of_a_title_stands_in_for_a_date_of_issue(
    title: str, year: int | None, extractor: Extractor, identifier: Identifier
) -> None:
    document = identified(f"{title}\n\nCó 31/78 xã đạt chuẩn.\n", extractor, identifier)
    assert document.year == year


@pytest.mark.parametrize(
    ("title", "issued", "year"),
    [
        ("BÁO CÁO tổng kết công tác năm 2022", "12/01/2023", 2022),
        ("BÁO CÁO kết quả công tác năm 2022, phương hướng năm 2023", "12/01/2023", 2022),
        ("BÁO CÁO tổng kết công tác năm 2022", "28/12/2022", 2022),
        ("BÁO CÁO kết quả công tác năm 2022, phương hướng năm 2023", "15/12/2022", 2022),
        ("BÁO CÁO công tác 6 tháng đầu năm 2023", "05/07/2023", 2023),
        ("REPORT on the work of the Party in 2022", "12/01/2023", 2022),
        # Of which of the two, a late date leaves open; what is old, or to come, is of no such year.
        ("BÁO CÁO công tác kiểm tra năm 2022 và năm 2023", "20/12/2023", None),
        ("BÁO CÁO kết quả bầu cử năm 2016", "12/01/2023", None),
        ("BÁO CÁO dự kiến công tác năm 2024", "12/01/2023", None),
        ("BÁO CÁO tổng kết nhiệm kỳ 2020-2025", "12/01/2023", None),
        ("KẾ HOẠCH công tác năm 2023", "12/01/2023", None),
    ],
)
def test_the_year_of_a_title_fits_the_date_of_issue(
    title: str, issued: str, year: int | None, extractor: Extractor, identifier: Identifier
) -> None:
    day, month, of = issued.split("/")
    place = f"Ninh Binh, {of}-{month}-{day}" if title.startswith("REPORT") else ""
    place = place or f"Ninh Bình, ngày {day} tháng {month} năm {of}"
    document = identified(f"{place}\n\n{title}\n\nCó 31/78 xã đạt chuẩn.\n", extractor, identifier)
    assert (document.issued, document.year) == (f"{of}-{month}-{day}", year)


@pytest.mark.parametrize(
    ("title", "issued", "year"),
    [
        ("Ninh Bình: kết nạp 1.040 đảng viên trong năm 2023", "03/02/2024", 2023),
        ("Ninh Bình kết nạp 1.040 đảng viên năm 2023", "28/12/2023", 2023),
        ("Tổng kết công tác xây dựng Đảng năm 2023", "15/01/2024", 2023),
        # Held against a year, for years, of a document, late in the next year, no year at all.
        ("Ninh Bình: GRDP tăng 8,2% so với năm 2023", "03/02/2024", None),
        ("Ninh Bình: phấn đấu đến năm 2023 có 60 xã đạt chuẩn", "03/02/2024", None),
        ("Ninh Bình: kết nạp 5.040 đảng viên giai đoạn 2021 - 2023", "03/02/2024", None),
        ("Ninh Bình: thực hiện Nghị quyết số 12 năm 2023", "03/02/2024", None),
        ("Ninh Bình: kết nạp 1.040 đảng viên năm 2023", "03/10/2024", None),
        ("Ninh Bình: kết nạp 1.040 đảng viên", "03/02/2024", None),
    ],
)
def test_a_headline_can_say_of_which_year_a_page_tells(
    title: str, issued: str, year: int | None, extractor: Extractor, identifier: Identifier
) -> None:
    document = identified(f"{title}\n\n{issued}\n\nCó 31/78 xã đạt chuẩn.\n", extractor, identifier)
    assert document.year == year


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ninh Binh grows\n\nThe province has 5 cities.\n", "Ninh Binh grows"),
        ("The province of Ninh Binh has 5 cities, and they grow.\nMore.\n", None),
        ("x" * 200 + "\nMore.\n", None),
    ],
)
def test_a_title(text: str, title: str, extractor: Extractor, identifier: Identifier) -> None:
    assert identified(text, extractor, identifier).title == title


def test_an_empty_head(extractor: Extractor, identifier: Identifier) -> None:
    document = identified("Comment (0)\n", extractor, identifier)
    assert (document.title, document.issuer, document.number, document.issued) == (None,) * 4
    assert document.province is None


# ── provinces ─────────────────────────────────────────────────────────────────────────────


def named() -> Iterator[tuple[str, Province, int]]:
    """Every name of every province, with the set that it is of."""
    for number, cards in ((63, BOOK.provinces_63), (34, BOOK.provinces_34)):
        for card in cards:
            for name in sorted({card.label.vi, card.label.en, *card.names}):
                yield name, card, number


@pytest.mark.parametrize("number", [63, 34])
def test_every_province_is_found_by_every_name(
    number: int, extractor: Extractor, identifier: Identifier
) -> None:
    """Before the merger and after it, each in a report of its time."""
    date = {63: "12/03/2023", 34: "12/09/2025"}[number]
    lost = []
    for name, card, of_set in named():
        if of_set != number:
            continue
        text = f"Báo cáo của {name}\n{date}\nBan Thường vụ họp tại {name}, có 53 đồng chí dự.\n"
        document = identified(text, extractor, identifier)
        if (document.province, document.province_set) != (card.slug, number):
            lost.append((name, card.slug, document.province, document.province_set))
    assert lost == []


@pytest.mark.parametrize(
    "text",
    [
        "Tỉnh ủy {} đã họp.",
        "Đảng bộ tỉnh {} có 90.000 đảng viên.",
        "The {} Provincial Party Committee met.",
        "The People's Committee of {} Province met.",
    ],
)
@pytest.mark.parametrize("name", ["Hải Dương", "Bắc Kạn", "Thừa Thiên - Huế", "Bà Rịa – Vũng Tàu"])
def test_beside_its_body_a_province_outweighs_those_it_mentions(
    text: str, name: str, extractor: Extractor, identifier: Identifier
) -> None:
    whole = text.format(name) + "\nThey visited Hà Giang and came home from Hà Giang.\n"
    slugs = {"Hải Dương": "hai-duong", "Bắc Kạn": "bac-kan", "Thừa Thiên - Huế": "thua-thien-hue"}
    document = identified(whole, extractor, identifier)
    assert document.province == slugs.get(name, "ba-ria-vung-tau")


def province_of(text: str, extractor: Extractor, identifier: Identifier, **more: str) -> str | None:
    return identified(text, extractor, identifier, **more).province


@pytest.mark.parametrize(
    "text",
    [
        "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh.",
        "Học viện Chính trị quốc gia Hồ Chí Minh đào tạo 12 đồng chí.",
        "Đoàn TNCS Hồ Chí Minh có 5.000 đoàn viên.",
        "Chủ tịch Hồ Chí Minh về thăm.",
        "They study the ideology and style of Ho Chi Minh.",
        "The Ho Chi Minh Communist Youth Union has 12 cells.",
        "Ho Chi Minh's ideology is taught to 12 classes.",
        "Chiến thắng Điện Biên Phủ vang dội.",
        "They met on Dien Bien Phu street.",
        "Giữ vững hòa bình, ổn định trong 5 năm.",
        "Khu vực châu Á - Thái Bình Dương có 21 nền kinh tế.",
        "The economies of the Pacific Ocean grew by 5%.",
        "Thái Bình Dương là đại dương lớn nhất.",
        "Tàu vượt Thai Binh Duong trong 12 ngày.",
        "Đồng chí Nguyễn Hòa Bình dự và trao 12 suất quà.",
        "Mr. Tran Quang Ninh gave 12 presents.",
        "The Prime Minister held a meeting in Hanoi with 12 ministers.",
        "Nam Dinh, Ha Nam and Hai Duong provinces have 12 schools each.",
    ],
)
def test_what_only_looks_like_a_province(
    text: str, extractor: Extractor, identifier: Identifier
) -> None:
    assert province_of(text, extractor, identifier) is None


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Thành ủy Thành phố Hồ Chí Minh đã họp.", "ho-chi-minh"),
        ("TP. Hồ Chí Minh có 5 quận mới.", "ho-chi-minh"),
        ("The Ho Chi Minh City Party Committee met.", "ho-chi-minh"),
        ("Thành ủy TP.HCM đã họp.", "ho-chi-minh"),
        ("Năm 2023, thành phố Hồ Chí Minh tăng 5,8%.", "ho-chi-minh"),
        ("ĐẢNG BỘ THÀNH PHỐ HỒ CHÍ MINH", "ho-chi-minh"),
        ("Ho Chi Minh City's economy grew by 5.8%.", "ho-chi-minh"),
        ("In Ho Chi Minh city the committee met.", "ho-chi-minh"),
        ("BAN CHẤP HÀNH ĐẢNG BỘ TỈNH BÌNH ĐỊNH", "binh-dinh"),
        ("Tỉnh ủy Điện Biên họp tại phường Điện Biên Phủ.", "dien-bien"),
        ("Tỉnh Hòa Bình giữ vững hòa bình.", "hoa-binh"),
        ("Tỉnh Hoà Bình có 10 huyện.", "hoa-binh"),
        ("TỈNH ỦY BÌNH ĐỊNH", "binh-dinh"),
        ("Báo cáo của Đăk Lăk", "dak-lak"),
        ("The province of Dak Nong has 8 districts.", "dak-nong"),
    ],
)
def test_provinces_that_are_easily_missed(
    text: str, slug: str, extractor: Extractor, identifier: Identifier
) -> None:
    assert province_of(text, extractor, identifier) == slug


def test_the_file_name_helps(extractor: Extractor, identifier: Identifier) -> None:
    text = "The committee has 53 members."
    assert province_of(text, extractor, identifier, path="a/lang-son_2023.en.txt") == "lang-son"
    assert province_of(text, extractor, identifier, path="notes.txt") is None


def test_two_provinces_alike_give_none(extractor: Extractor, identifier: Identifier) -> None:
    text = "Lào Cai và Yên Bái ký kết.\n"
    assert province_of(text, extractor, identifier) is None


@pytest.mark.parametrize(
    "text",
    [
        "Mưa lớn gây ngập ở các tỉnh Sơn La, Lào Cai, Hà Giang. Lào Cai mất 12 ha lúa, "
        "Sơn La mất 15 ha. Lào Cai đã cứu trợ, Hà Giang và Sơn La đang chờ; Lào Cai sửa đường.",
        "Nước đến các thôn Minh Tân, Quảng Bình của xã Đồng Tâm.",
        "HÀ NỘI – Chiều 12/5, Quốc hội thông qua 12 luật.",
        "A THESIS\nHA NOI - 2014\nThe thesis has 5 chapters.",
        "Nhà máy thủy điện Hòa Bình có công suất 120 MW, hồ Hòa Bình chứa 5 triệu m3.",
    ],
)
def test_a_text_that_is_about_no_one_province(
    text: str, extractor: Extractor, identifier: Identifier
) -> None:
    assert identified(text, extractor, identifier).province is None


def test_a_given_province_is_kept(extractor: Extractor, identifier: Identifier) -> None:
    document = identified(LETTERHEAD, extractor, identifier, province="lao-cai")
    assert document.province == "lao-cai"


@pytest.mark.parametrize(
    ("text", "slug", "number"),
    [
        ("Tỉnh ủy Phú Thọ\n12/03/2023\n", "phu-tho", 63),
        ("Tỉnh ủy Phú Thọ\n30/6/2025\n", "phu-tho", 63),
        ("Tỉnh ủy Phú Thọ\n1/7/2025\n", "phu-tho", 34),
        (
            "Tỉnh ủy Phú Thọ\nTừ ngày 1/7/2025 đến ngày 30/9/2025 đã kết nạp 53 đảng viên.\n",
            "phu-tho",
            34,
        ),
        ("Tỉnh ủy Phú Thọ\nMục tiêu đến ngày 31/12/2025 đạt 15%.\n", "phu-tho", 63),
        ("Tỉnh ủy Hải Dương\n12/03/2023\n", "hai-duong", 63),
        ("Thành phố Huế\n31/12/2024\n", "thua-thien-hue", 63),
        ("Thành ủy Huế\n1/1/2025\n", "hue", 34),
        ("Hue City Party Committee\nApril 2, 2025\n", "hue", 34),
        ("Tỉnh ủy Thừa Thiên Huế\n12/03/2023\n", "thua-thien-hue", 63),
        ("Thành phố Huế: chuyển biến năm 2025\nĐã giảm 53 đầu mối.\n", "hue", 34),
        ("Hue City after October 2025\nIt has cut 53 units.\n", "hue", 34),
        ("Thành phố Huế: chuyển biến năm 2024\nĐã giảm 53 đầu mối.\n", "thua-thien-hue", 63),
        ("Thành phố Huế nhiệm kỳ 2020 - 2025\nĐã giảm 53 đầu mối.\n", "thua-thien-hue", 63),
        # Without a day: the month of the letterhead, or what the title reports on.
        ("TỈNH ỦY PHÚ THỌ\nSố 9-BC/TU\nPhú Thọ, tháng 11 năm 2025\n", "phu-tho", 34),
        ("TỈNH ỦY PHÚ THỌ\nSố 9-BC/TU\nPhú Thọ, tháng 5 năm 2025\n", "phu-tho", 63),
        ("TỈNH ỦY PHÚ THỌ\nSố 9-BC/TU\nBÁO CÁO\ncông tác năm 2025\n", "phu-tho", 34),
        ("TỈNH ỦY PHÚ THỌ\nSố 9-BC/TU\nBÁO CÁO\ncông tác quý I năm 2025\n", "phu-tho", 63),
        ("TỈNH ỦY PHÚ THỌ\nSố 9-BC/TU\nBÁO CÁO\ncông tác 9 tháng đầu năm 2025\n", "phu-tho", 34),
        (
            "TỈNH ỦY PHÚ THỌ\nSố 9-BC/TU\nBÁO CÁO\n6 tháng đầu năm 2025, "
            "nhiệm vụ 6 tháng cuối năm 2025\n",
            "phu-tho",
            63,
        ),
        (
            "TỈNH ỦY PHÚ THỌ\nSố 9-BC/TU\nBÁO CÁO\ncông tác năm 2024, phương hướng năm 2025\n",
            "phu-tho",
            63,
        ),
        (
            "TỈNH ỦY PHÚ THỌ\nSố 9-BC/TU\nBÁO CÁO\nthực hiện định hướng đến năm 2025\n",
            "phu-tho",
            63,
        ),
        ("TỈNH ỦY PHÚ THỌ\nSố 9-NQ/TU\nNGHỊ QUYẾT\nvề nhiệm vụ năm 2025\n", "phu-tho", 63),
    ],
)
def test_the_set_of_provinces_follows_the_date(
    text: str, slug: str, number: int, extractor: Extractor, identifier: Identifier
) -> None:
    document = identified(text, extractor, identifier)
    assert (document.province, document.province_set) == (slug, number)


def test_no_province_no_set(extractor: Extractor, identifier: Identifier) -> None:
    document = identified("The committee has 53 members.", extractor, identifier)
    assert (document.province, document.province_set) == (None, None)


# ── places in a sentence ──────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Năm 2023, Thành phố Hồ Chí Minh tăng 5,8%.", "Thành phố Hồ Chí Minh"),
        ("Năm 2023, TP. Hồ Chí Minh tăng 5,8%.", "TP. Hồ Chí Minh"),
        ("Năm 2023, TP.HCM tăng 5,8%.", "TP.HCM"),
        ("In 2023 Ho Chi Minh City grew by 5.8%.", "Ho Chi Minh City"),
        ("In 2023 Ho Chi Minh city grew by 5.8%.", "Ho Chi Minh city"),
        ("In 2023 HCM City grew by 5.8%.", "HCM City"),
    ],
)
def test_a_city_is_named_with_its_word(text: str, surface: str) -> None:
    (place,) = Gazetteer(BOOK)(text)
    assert (place.slug, text[place.start : place.end]) == ("ho-chi-minh", surface)


@pytest.mark.parametrize(
    ("name", "day", "slug"),
    [
        ("Huế", None, "thua-thien-hue"),
        ("Huế", "2024-12-31", "thua-thien-hue"),
        ("Huế", "2025-01-01", "hue"),
        ("Hue City", "2025-09-12", "hue"),
        ("Thừa Thiên Huế", "2025-09-12", "thua-thien-hue"),
    ],
)
def test_a_name_passes_on(name: str, day: str | None, slug: str) -> None:
    assert [one.slug for one in Gazetteer(BOOK)(name, day=day)] == [slug]


def test_a_report_names_its_places_as_of_its_day(
    extractor: Extractor, identifier: Identifier
) -> None:
    document = identified("Thành ủy Huế\n1/7/2025\nHuế có 53 xã.\n", extractor, identifier)
    places = identifier.gazetteer.named_in(document, 0, len(document.text))
    assert {one.slug for one in places} == {"hue"}


@pytest.mark.parametrize(
    ("name", "rows", "title"),
    [
        ("ho-ngheo-2023.csv", [["Tỉnh", "Hộ nghèo"], ["Hà Giang", "12,3"]], "ho-ngheo-2023"),
        ("huyen.xlsx", [["Huyện", "Hộ nghèo"], ["Mèo Vạc", "12,3"]], "huyen"),
        ("bc.xlsx", [["BÁO CÁO TỔNG KẾT"], ["công tác năm 2023"], ["Huyện", "Hộ nghèo"],
                     ["Mèo Vạc", "12,3"]], "BÁO CÁO TỔNG KẾT công tác năm 2023"),
    ],
)  # fmt: skip
def test_a_sheet_has_the_name_of_its_file(
    tmp_path: Path,
    name: str,
    rows: list[list[str]],
    title: str,
    extractor: Extractor,
    identifier: Identifier,
) -> None:
    path = tmp_path / name
    if path.suffix == ".xlsx":
        book_ = Workbook()
        for row in rows:
            book_.active.append(row)
        book_.save(path)
    else:
        path.write_text("\n".join(";".join(row) for row in rows), "utf-8")
    document = read(path, rulebook=BOOK)
    assert identifier(document, extractor(document).facts).title == title

"""Types, days and periods of documents: whose they are, and whose they are not."""

from __future__ import annotations

import pytest

from pipeline import analyse


def alerts(text: str) -> list[str]:
    """The checks that warn of a text; notes accuse nobody."""
    return [one.check for one in analyse(text).findings if one.alert in ("error", "warn")]


@pytest.mark.parametrize(
    "text",
    [
        # The type of a number stands at the head of its phrase, and discipline is no law.
        "Quyết định thi hành kỷ luật số 41-QĐ/UBKTTU ngày 9/5/2022 với ba đảng viên.",
        "Kế hoạch tuyên truyền pháp luật số 63/KH-UBND ngày 2/2/2022.",
        "Quyết định phê duyệt kế hoạch số 77/QĐ-UBND ngày 6/8/2021.",
        "Tờ trình xin thông qua Nghị quyết số 19/TTr-UBND ngày 6/8/2021.",
        "Thông tư quy định chi tiết Nghị định số 05/2022/TT-BTC.",
        "Báo cáo sơ kết việc thực hiện Chỉ thị số 88-BC/TU ngày 1/7/2022.",
        "Report on carrying out Directive No. 88-BC/TU.",
        # A text may be brought up to date; a conference may be to come.
        "Lào Cai, ngày 10/02/2020\nCập nhật lần cuối: 15/6/2020\nTheo Chỉ thị số 33-CT/TU ngày "
        "11/6/2020.",
        "Lào Cai, ngày 10 tháng 02 năm 2020\nVĂN BẢN HỢP NHẤT\nNghị định số 8/2018/NĐ-CP ngày "
        "15/01/2018, được sửa đổi bởi Nghị định số 31/2021/NĐ-CP ngày 26/3/2021.",
        "Lào Cai, ngày 10 tháng 02 năm 2020\nBÁO CÁO\nHội nghị quán triệt Chỉ thị số 33-CT/TU "
        "ngày 5/3/2020 dự kiến có 210 đại biểu.",
        "Lao Cai, 10 February 2020\nThe conference on Directive No. 33-CT/TU on 5 March 2020 "
        "will last a day.",
        # The day of what a document gave rise to; the day of effect; two provinces.
        "Hội nghị quán triệt Chỉ thị số 05-CT/TW ngày 12/7/2016 có 210 đại biểu; Chỉ thị số "
        "05-CT/TW ngày 15/5/2016.",
        "Kế hoạch của Huyện ủy thực hiện Chỉ thị số 05-CT/TW ngày 20/9/2016. Chỉ thị số "
        "05-CT/TW ngày 15/5/2016 có sáu phần.",
        "The plan for Directive No. 05-CT/TW of 20 September 2016; Directive No. 05-CT/TW of 15 "
        "May 2016.",
        "Nghị quyết số 11/2022/NQ-HĐND ngày 8/7/2022 (Lào Cai); Nghị quyết số 11/2022/NQ-HĐND "
        "ngày 14/7/2022 (Yên Bái).",
        "Nghị quyết số 11/2022/NQ-HĐND ngày 8/7/2022. Nghị quyết số 11/2022/NQ-HĐND, ngày "
        "18/8/2022 có hiệu lực thi hành.",
        # The day of a plan is no deadline; a deadline belongs to the date before it.
        "Khánh thành tháng 11/2022 (theo Kế hoạch số 50-KH/TU ngày 8/3/2021), sớm hơn dự kiến 2 "
        "tháng.",
        "Năm 2022 về đích (Nghị quyết Đại hội năm 2020), sớm hơn 3 năm.",
        "The bridge was opened in 2022 (plan of 2020: by 2024), ahead of schedule.",
        "Xã xong ngày 12/6/2020 (chỉ tiêu trước 30/6/2020); thôn xong ngày 4/3/2020 (chỉ tiêu "
        "trước 31/3/2020), sớm hơn nhiều ngày.",
        "Khánh thành tháng 5/2022 (kế hoạch tháng 12/2021), chậm 5 tháng; các cầu khác sớm hơn.",
        # Half years; some years of a term.
        "Sau 3,5 năm (2016 - 2020), huyện có 12 xã về đích.",
        "Sau 2 năm (2021 - 2026), huyện đạt 9/14 chỉ tiêu.",
        "Có 3 năm (2016 - 2021) không đạt kế hoạch.",
    ],
)
def test_what_accuses_nobody(text: str) -> None:
    assert not alerts(text)


@pytest.mark.parametrize(
    ("check", "text"),
    [
        (
            "doc_symbol_type",
            "Quyết định số 31-QĐ/TU phê duyệt Đề án số 14-KH/TU ngày 4/5/2022.",
        ),
        (
            "doc_symbol_type",
            "Thực hiện Nghị quyết số 31-CT/TU ngày 4/5/2022 của Tỉnh ủy.",
        ),
        (
            "doc_symbol_type",
            "Tỉnh ủy ban hành Chỉ thị, Kế hoạch số 31-CT/TU ngày 4/5/2022.",
        ),
        (
            "doc_symbol_type",
            "Hội nghị và Kế hoạch số 31-CT/TU ngày 4/5/2022 có hiệu quả.",
        ),
        (
            "doc_symbol_type",
            "Luật số 31/2019/NĐ-CP được triển khai.",
        ),
        (
            "doc_symbol_type",
            "Resolution No. 31-CT/TU was issued.",
        ),
        (
            "doc_symbol_type",
            "The plan to implement Resolution No. 31-CT/TU was issued.",
        ),
        (
            "doc_date_order",
            "Hòa Bình, ngày 12 tháng 4 năm 2022\nBÁO CÁO\nThực hiện Quyết định số 45/QĐ-UBND "
            "ngày 03/5/2023.",
        ),
        (
            "doc_date_order",
            "Sơn La, ngày 12 tháng 4 năm 2022\nBÁO CÁO\nHội nghị triển khai Nghị quyết số "
            "20-NQ/TU ngày 12/9/2022 đã có 300 đại biểu.",
        ),
        (
            "doc_date_order",
            "Sơn La, ngày 12 tháng 4 năm 2022\nCập nhật ngày 20/5/2022: Chỉ thị số 20-CT/TU "
            "ngày 18/8/2022.",
        ),
        (
            "doc_repeat",
            "Kế hoạch thực hiện Chỉ thị số 31-CT/TW ngày 4/6/2022; Chỉ thị số 31-CT/TW ngày "
            "4/5/2022.",
        ),
        (
            "doc_repeat",
            "Hội nghị quán triệt Chỉ thị số 31-CT/TW ngày 4/5/2023; theo Chỉ thị số 31-CT/TW "
            "ngày 4/5/2022.",
        ),
        (
            "doc_repeat",
            "Theo Chỉ thị số 31-CT/TW ngày 14/8/2022, huyện làm; Chỉ thị số 31-CT/TW ngày "
            "4/5/2022.",
        ),
        (
            "doc_repeat",
            "Nghị quyết số 05/2021/NQ-HĐND ngày 15/7/2021 (Sơn La); Nghị quyết số "
            "05/2021/NQ-HĐND ngày 29/7/2021 (Sơn La).",
        ),
        (
            "date_order",
            "Hoàn thành tháng 9/2023 (kế hoạch đến tháng 6/2023), sớm hơn dự kiến 3 tháng.",
        ),
        (
            "date_order",
            "Đạt chuẩn năm 2024 (mục tiêu năm 2022), sớm hơn 2 năm.",
        ),
        (
            "date_order",
            "The road was finished in 2024 (target: by 2022), ahead of schedule.",
        ),
        (
            "date_order",
            "Cấp huyện xong ngày 20/8/2020 (chỉ tiêu trước 31/8/2020); cấp cơ sở xong ngày "
            "5/7/2020 (chỉ tiêu trước 30/6/2020), sớm hơn 5 ngày.",
        ),
        (
            "period_length",
            "Trong 3 năm (2016 - 2021), tỉnh đã làm nhiều việc.",
        ),
        (
            "period_length",
            "Sau 4 năm (2016 - 2018), tỉnh đã làm nhiều việc.",
        ),
        (
            "period_length",
            "Sau 3,5 năm (2016 - 2018), tỉnh đã làm nhiều việc.",
        ),
        (
            "period_length",
            "Sau 2 năm (2016 - 2019) thực hiện, tỉnh đã làm nhiều việc.",
        ),
    ],
)
def test_what_is_still_found(check: str, text: str) -> None:
    assert check in alerts(text)

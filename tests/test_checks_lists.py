"""What lists, shares of one whole and dated documents look like, and accuse nobody of."""

from __future__ import annotations

import pytest
from cards import book

from pipeline import flow
from pipeline.model import Analysis


def analyse(text: str) -> Analysis:
    return flow.analyse_text(text, rulebook=book())


@pytest.mark.parametrize(
    "text",
    [
        # Items that are no periods or ages, spans of them, and their sum.
        "Kế hoạch chia làm 3 giai đoạn (2022-2023, 2024-2025, 2026).",
        "Đề án có 4 giai đoạn (trước năm 2015, 2016-2020, 2021-2025, 2026-2030).",
        "Tỉnh thực hiện 3 giai đoạn (2011-2015, 2016-2020 và đến năm 2035).",
        "Đã qua 3 nhiệm kỳ (2010-2015, 2015-2020 và nhiệm kỳ này).",
        "Trải qua 5 nhiệm kỳ (2000-2005 đến 2020-2025).",
        "Trong 2 giai đoạn (2011-2015, 2016-2020; tổng 2011-2020).",
        "Trong 2 nhiệm kỳ (2010-2015; 2015-2020; theo quy hoạch 2011-2020).",
        "Có 5 nhóm đối tượng (trẻ em dưới 6 tuổi; người trên 75 tuổi; hộ nghèo; người có công; "
        "người khuyết tật).",
        "Triển khai 3 chương trình (nước sạch 2022-2025; y tế cơ sở 2022-2025; du lịch cộng đồng).",
        "Chia 3 nhóm tuổi (dưới 35 tuổi 14%; từ 35 đến 45 tuổi 46%, riêng trên 40 tuổi 20%; trên "
        "45 tuổi 40%).",
        "Có 5 nhiệm vụ (kinh tế; văn hóa, thể thao; quốc phòng; đối ngoại).",
        "Nghị quyết gồm 4 nhóm nhiệm vụ: (1) cán bộ; (2) tổ chức; (3) kiểm tra; cuối cùng là kinh "
        "phí.",
        "The plan has 3 phases (2022-2023, 2024-2025, 2026).",
        "It served 3 terms (2010-2015, 2015-2020 and the current one).",
        "It runs 3 programmes (clean water 2022-2025, local health 2022-2025 and tourism).",
        # Some were not rated, or did not say; rates by age; a share of another part.
        "Đảng viên hoàn thành xuất sắc nhiệm vụ 17%, hoàn thành tốt 66%, hoàn thành 11%, không "
        "hoàn thành 1%, chưa xếp loại 5%.",
        "Hoàn thành xuất sắc 17%, hoàn thành tốt 66%, hoàn thành 11%, không hoàn thành 1%. Số còn "
        "lại (5%) được miễn sinh hoạt.",
        "Có 95% được xếp loại: hoàn thành xuất sắc 17%, hoàn thành tốt 66%, hoàn thành 11%, không "
        "hoàn thành 1%.",
        "Party members rated excellent 17%, good 66%, completed 11%, not completed 1%, not "
        "assessed 5%.",
        "Độ tuổi: dưới 35 tuổi 14%, từ 35 đến 45 tuổi 55%, trên 45 tuổi 24%, không khai báo 7%.",
        "Tỷ lệ thất nghiệp: dưới 30 tuổi 6,1%, từ 30 tuổi trở lên 1,8%.",
        "96% of members under 55 and 71% of members aged 55 and over took part.",
        "Hoàn thành xuất sắc đạt 18,2% số hoàn thành tốt, hoàn thành tốt 81,4%, hoàn thành 16,1%, "
        "không hoàn thành 2,5%.",
        # Numbers that begin anew, of many bodies, and days of what is told next.
        "Nghị quyết số 02/NQ-CP ngày 10/01/2021 và Nghị quyết số 02/NQ-CP ngày 05/01/2022.",
        "Kế hoạch số 31/KH-UBND ngày 14/02/2022 và Kế hoạch số 31/KH-UBND ngày 10/02/2023.",
        "Decision No. 77/QĐ-TTg dated January 15, 2021 and Decision No. 77/QĐ-TTg dated January "
        "20, 2022.",
        "Nghị quyết số 04-NQ/HU ngày 15/3/2022 và Nghị quyết số 04-NQ/HU ngày 20/4/2022.",
        "Nghị quyết số 08-NQ/TU ngày 12/4/2022 của Tỉnh ủy Hà Nam; Nghị quyết số 08-NQ/TU ngày "
        "25/5/2022 của Tỉnh ủy Nam Định.",
        "Chương trình số 03-CTr/TU ngày 15/11/2020 và Chương trình số 03-CTr/TU ngày 20/02/2021.",
        "Thực hiện Chỉ thị số 15-CT/TW, ngày 12/7/2022, Huyện ủy họp. Thực hiện Chỉ thị số "
        "15-CT/TW, ngày 18/7/2022, Thành ủy họp.",
        # A year held against one before.
        "Biến động (2022 - 2021): tăng 15 tổ chức đảng.",
        "So sánh (2022-2021): +85 đảng viên.",
        "Chênh lệch 2024-2021 là 95 người.",
        "The 2024-2021 difference is 95 people.",
        # Documents in a list, and one still to be issued.
        "Kế hoạch số 18/KH-UBND ngày 15/02/2021\nNghị quyết số 22/NQ-HĐND ngày 12/7/2022",
        "Thông báo số 41/TB-UBND ngày 16/02/2023; Thông báo số 41/TB-UBND ngày 22/02/2022.",
        "Hà Nam, ngày 12/11/2021\nBÁO CÁO\nDự kiến trình dự thảo Nghị quyết số 17-NQ/TU ngày "
        "14/02/2022.",
    ],
)
def test_lists_and_citations_that_accuse_nobody(text: str) -> None:
    assert not [one for one in analyse(text).findings if one.alert in ("error", "warn")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Trong 3 nhiệm kỳ (2005-2010, 2010-2015).", "enumeration_count"),
        ("Kế hoạch chia làm 4 giai đoạn (2011-2015; 2016-2020; 2021-2025).", "enumeration_count"),
        (
            "Chia 4 nhóm tuổi (dưới 35 tuổi 14%; từ 35 đến 45 tuổi 46%; trên 45 tuổi 40%).",
            "enumeration_count",
        ),
        ("The plan has 4 phases (2011-2015, 2016-2020 and 2021-2025).", "enumeration_count"),
        ("Có 5 nhiệm vụ (kinh tế; xã hội; quốc phòng; đối ngoại).", "enumeration_count"),
        ("Có 4 nhóm giải pháp: (1) cán bộ; (2) tổ chức; (3) kiểm tra.", "enumeration_count"),
        (
            "Đảng viên hoàn thành xuất sắc nhiệm vụ 17%, hoàn thành tốt 66%, hoàn thành 11%, không "
            "hoàn thành 1%.",
            "share_sum",
        ),
        (
            "Đảng viên hoàn thành xuất sắc nhiệm vụ 17%, hoàn thành tốt 66%, hoàn thành 21%, không "
            "hoàn thành 1%, chưa xếp loại 5%.",
            "share_sum",
        ),
        ("Độ tuổi: dưới 35 tuổi 14%, từ 35 đến 45 tuổi 55%, trên 45 tuổi 41%.", "share_sum"),
        (
            "Nghị quyết số 02/NQ-CP ngày 10/01/2021 và Nghị quyết số 02/NQ-CP ngày 15/01/2021.",
            "doc_repeat",
        ),
        (
            "Nghị quyết số 08-NQ/TU ngày 12/4/2022 của Tỉnh ủy về du lịch. Tiếp tục thực hiện Nghị "
            "quyết số 08-NQ/TU, ngày 25/5/2022 của Tỉnh ủy.",
            "doc_repeat",
        ),
        ("Chỉ thị số 15-CT/TW ngày 12/7/2022 và Chỉ thị số 15-CT/TW ngày 18/8/2023.", "doc_repeat"),
        (
            "Hà Nam, ngày 12/11/2021\nBÁO CÁO\nTỉnh ủy đã thực hiện Nghị quyết số 17-NQ/TU ngày "
            "14/02/2022.",
            "doc_date_order",
        ),
        ("Trong giai đoạn 2024-2021, tỉnh giảm 95 người.", "period_order"),
        ("Kế hoạch 2024-2021, tỉnh giảm 95 người.", "period_order"),
    ],
)
def test_lists_and_citations_that_are_still_found(text: str, name: str) -> None:
    assert [one.check for one in analyse(text).findings if one.alert != "none"] == [name]

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
    ],
)
def test_lists_and_citations_that_are_still_found(text: str, name: str) -> None:
    assert [one.check for one in analyse(text).findings if one.alert != "none"] == [name]

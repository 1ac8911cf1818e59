"""How far a number is from the final result of its time: estimated, or so far."""

from __future__ import annotations

import pytest

from pipeline import flow
from pipeline.flow import Pipeline
from pipeline.link.stages import StageWords
from pipeline.model import Document
from pipeline.readers import read_text
from pipeline.rulebook import Rulebook

ESTIMATED, SO_FAR = "estimated", "so_far"


@pytest.fixture(scope="module")
def pipeline(rulebook: Rulebook) -> Pipeline:
    return flow.pipeline_of(rulebook)


def document(text: str, rulebook: Rulebook, **about: object) -> Document:
    read = read_text(text, rulebook=rulebook)
    return read.model_copy(update={"province": "nam-dinh", "province_set": 63, **about})


def stages(pipeline: Pipeline, text: str, **about: object) -> dict[str, str | None]:
    """The stage of every number that measures something."""
    found = pipeline(document(text, pipeline.rulebook, **about))
    return {
        one.fact.text: one.stage
        for one in found.observations
        if one.fact.kind not in ("date", "period")
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ước cả năm 2023 kết nạp 1.440 đảng viên mới.", ESTIMATED),
        ("Năm 2023, toàn tỉnh ước kết nạp 1.440 đảng viên mới.", ESTIMATED),
        ("Năm 2023 kết nạp 1.440 đảng viên mới (ước).", ESTIMATED),
        ("Năm 2023, đến nay đã kết nạp 1.440 đảng viên mới.", SO_FAR),
        ("Đến nay, năm 2023 tỉnh kết nạp 1.440 đảng viên mới.", SO_FAR),
        ("Năm 2023 kết nạp 1.440 đảng viên mới (tính đến tháng 9).", SO_FAR),
        ("Năm 2023 kết nạp 1.440 đảng viên mới, tính đến hết tháng 9.", SO_FAR),
        ("Năm 2023, lũy kế đến ngày 15/11/2023 kết nạp 1.440 đảng viên mới.", SO_FAR),
        ("Đến hết tháng 9 năm 2023 kết nạp 1.440 đảng viên mới.", SO_FAR),
        ("Số đảng viên mới kết nạp năm 2023 (tính đến 15/10/2023): 1.440 đồng chí.", SO_FAR),
        ("Năm 2023, đến hết quý III tỉnh kết nạp 1.440 đảng viên mới.", SO_FAR),
        ("Năm 2023 kết nạp 1.440 đảng viên mới (số liệu đến 30/9/2023).", SO_FAR),
        ("Nhiệm kỳ 2020 - 2025, đến nay đã kết nạp 1.440 đảng viên mới.", SO_FAR),
        ("Nhiệm kỳ 2020 - 2025, đến hết năm 2023 đã kết nạp 1.440 đảng viên mới.", SO_FAR),
        ("Dự kiến năm 2023 kết nạp 1.440 đảng viên mới.", ESTIMATED),
        ("In 2023 the province is expected to admit 1,440 new Party members.", ESTIMATED),
        ("In 2023 the province is estimated to admit 1,440 new Party members.", ESTIMATED),
        ("In 2023 the province admitted an estimated 1,440 new Party members.", ESTIMATED),
        ("In 2023, 1,440 new Party members were admitted (estimated).", ESTIMATED),
        ("So far in 2023 the province admitted 1,440 new Party members.", SO_FAR),
        ("In 2023 the province admitted 1,440 new Party members so far.", SO_FAR),
        ("In 2023 the province admitted 1,440 new Party members (as of September).", SO_FAR),
        ("In 2023, as of the third quarter, 1,440 new Party members were admitted.", SO_FAR),
        ("By September 30, 2023, the province admitted 1,440 new Party members.", SO_FAR),
    ],
)
def test_words_of_a_stage(pipeline: Pipeline, text: str, expected: str) -> None:
    (stage,) = stages(pipeline, text).values()
    assert stage == expected


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2023 kết nạp 1.440 đảng viên mới.",
        "Năm 2023, các thôn xây dựng hương ước, kết nạp 1.440 đảng viên mới.",
        # The year is over, or the part of it that is told.
        "Năm 2023 kết nạp 1.440 đảng viên mới (tính đến hết ngày 31/12/2023).",
        "Đến hết năm 2023, tỉnh kết nạp 1.440 đảng viên mới.",
        "9 tháng đầu năm 2023, đến nay đã kết nạp 1.440 đảng viên mới.",
        "Từ tháng 3 đến tháng 9 năm 2023, tỉnh kết nạp 1.440 đảng viên mới.",
        "Năm 2023, đến hết quý IV kết nạp 1.440 đảng viên mới.",
        # What is only held against it, or a record.
        "Thu ngân sách năm 2023 đạt 15.000 tỷ đồng, tăng 8% so với ước thực hiện năm 2022.",
        "Năm 2023 kết nạp 1.440 đảng viên mới (cao nhất đến nay).",
        "Budget revenue in 2023 rose by 8% against the estimated revenue of 2022.",
        "In 2023 the province admitted 1,440 new Party members (the most so far).",
        "Vượt dự kiến, năm 2023 tỉnh đã kết nạp 1.440 đảng viên mới.",
        "In 2023, more than was expected, the province admitted 1,440 new Party members.",
        # How things stand.
        "Đến nay, toàn tỉnh có 69.000 đảng viên.",
        "Năm 2023, đến nay toàn tỉnh có 69.000 đảng viên.",
        "Đến nay, tỷ lệ hộ nghèo năm 2023 là 2,1%.",
        # An aim is no result at all.
        "Mục tiêu năm 2023 kết nạp 1.440 đảng viên mới.",
        "Theo kế hoạch, năm 2023 kết nạp 1.440 đảng viên mới.",
        "Dự kiến cơ cấu cấp ủy cấp xã có tỷ lệ nữ đạt 20%.",
        "In 2023 the province expects to admit 1,440 new Party members.",
        "In 2023 the province admitted 1,440 new Party members.",
        "As of now, the whole provincial Party organization has 69,000 Party members.",
        "Up-to-date figures show that in 2023 the province admitted 1,440 new Party members.",
        "By the end of 2023 the province had admitted 1,440 new Party members.",
        "In 2023 the province collected VND 15 trillion, 98% of the estimated budget.",
    ],
)
def test_final_results(pipeline: Pipeline, text: str) -> None:
    assert set(stages(pipeline, text).values()) == {None}


def test_so_far_is_not_said_of_a_year_that_was_over(pipeline: Pipeline) -> None:
    text = "Năm 2023, đến nay đã kết nạp 1.440 đảng viên mới."
    assert stages(pipeline, text, issued="2023-10-10") == {"1.440": SO_FAR}
    assert stages(pipeline, text, issued="2024-01-20") == {"1.440": None}
    told = "Năm 2023, tính đến tháng 9 đã kết nạp 1.440 đảng viên mới."
    assert stages(pipeline, told, issued="2024-01-20") == {"1.440": SO_FAR}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            # What a verb says goes on with its own number, and no further.
            "Năm 2023, thu ngân sách ước đạt 15.000 tỷ đồng, tăng 8% so với năm 2022, bằng 98% "
            "dự toán, kết nạp 1.450 đảng viên mới.",
            {"15.000 tỷ đồng": ESTIMATED, "8%": ESTIMATED, "98%": ESTIMATED, "1.450": None},
        ),
        (
            "Ước năm 2023: GRDP tăng 8,2%; kết nạp 1.450 đảng viên mới; năm 2022 kết nạp 1.300 "
            "đảng viên mới.",
            {"8,2%": ESTIMATED, "1.450": ESTIMATED, "1.300": None},
        ),
        (
            "Năm 2023, GRDP tăng 8,2%; thu ngân sách ước đạt 15.000 tỷ đồng; kết nạp 1.450 đảng "
            "viên mới.",
            {"8,2%": None, "15.000 tỷ đồng": ESTIMATED, "1.450": None},
        ),
        (
            "Năm 2023, đến nay đã kết nạp 1.020 đảng viên mới, ước cả năm kết nạp 1.440 đảng viên "
            "mới.",
            {"1.020": SO_FAR, "1.440": ESTIMATED},
        ),
        (
            "Năm 2023, tỉnh đã kết nạp 1.025 đảng viên mới, đạt 70% kế hoạch (tính đến 30/9).",
            {"1.025": SO_FAR, "70%": SO_FAR},
        ),
        (
            "Năm 2023, tỉnh kết nạp 1.026 đảng viên mới, thu ngân sách đạt 9.000 tỷ đồng (tính đến "
            "30/9).",
            {"1.026": None, "9.000 tỷ đồng": SO_FAR},
        ),
        (
            "Tính đến ngày 30/6/2023, toàn Đảng bộ tỉnh có 70.120 đảng viên; đã kết nạp 612 đảng "
            "viên mới.",
            {"70.120": None, "612": SO_FAR},
        ),
        (
            # The words before the comma are a clause of their own.
            "Ước đạt và vượt kế hoạch, GRDP tăng 8,2%; kết nạp 1.451 đảng viên mới.",
            {"8,2%": ESTIMATED, "1.451": None},
        ),
        (
            "Năm 2023, thu ngân sách (ước) 15.000 tỷ đồng, kết nạp 1.450 đảng viên mới.",
            {"15.000 tỷ đồng": ESTIMATED, "1.450": None},
        ),
        (
            "GRDP growth was 8.2% in 2023, and budget revenue is estimated at VND 15 trillion, up "
            "8% against 2022.",
            {"8.2%": None, "VND 15 trillion": ESTIMATED, "8%": ESTIMATED},
        ),
    ],
)
def test_whose_words_they_are(
    pipeline: Pipeline, text: str, expected: dict[str, str | None]
) -> None:
    assert stages(pipeline, text) == expected


LIST = """\
{opening}

- Kết nạp 1.440 đảng viên mới.
- Thu ngân sách đạt 15.000 tỷ đồng.
"""


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("Ước thực hiện năm 2023:", ESTIMATED),
        ("Kết quả năm 2023 đến nay:", SO_FAR),
        ("Kết quả thực hiện năm 2023:", None),
    ],
)
def test_the_line_that_announces_a_list(
    pipeline: Pipeline, opening: str, expected: str | None
) -> None:
    assert set(stages(pipeline, LIST.format(opening=opening)).values()) == {expected}


def test_the_header_of_a_column(pipeline: Pipeline, tmp_path) -> None:
    path = tmp_path / "t.md"
    path.write_text(
        "| Chỉ tiêu | Kế hoạch năm 2023 | Ước thực hiện năm 2023 | Thực hiện năm 2022 |\n"
        "|---|---|---|---|\n"
        "| Thu ngân sách nhà nước (tỷ đồng) | 14.000 | 15.000 | 13.000 |\n"
        "| Số đảng viên mới kết nạp | 1.400 | 1.440 | 1.300 |\n",
        "utf-8",
    )
    found = flow.analyse(path, rulebook=pipeline.rulebook, language="vi")
    told = {one.fact.text: one.stage for one in found.observations if one.indicator}
    assert {text for text, stage in told.items() if stage} == {"15.000", "1.440"}


def test_the_words_are_the_evidence(pipeline: Pipeline) -> None:
    text = "Năm 2023 kết nạp 1.440 đảng viên mới (tính đến tháng 9)."
    found = pipeline(document(text, pipeline.rulebook)).observations[-1]
    (said,) = (one for one in found.evidence if one.dimension == "stage")
    assert said.text == text[said.start : said.end] == "tính đến tháng 9"
    assert found.model_dump()["stage"] == SO_FAR


def test_only_what_goes_on_is_a_flow(rulebook: Rulebook) -> None:
    flows = {card.id for card in rulebook.indicators if card.flow}
    assert {"new_members_count", "budget_revenue", "grdp_growth"} <= flows
    assert not flows & {"party_members_total", "poverty_rate", "party_cells_total", "pci_score"}


@pytest.mark.parametrize("language", ["en", "vi"])
def test_no_word_says_two_stages(rulebook: Rulebook, language: str) -> None:
    card = rulebook.languages[language].language.card
    words = StageWords(card)
    for stage, listed in ((ESTIMATED, "estimated"), (SO_FAR, "year_to_date")):
        for word in card.lists[listed]:
            assert [one.stage for one in words.told(f"« {word} » x")] == [stage], word
    for word in card.lists["no_stage"]:
        assert not list(words.told(f"« {word} » x")), word


@pytest.mark.parametrize(
    ("text", "errors"),
    [
        (
            "Ước cả năm 2023 kết nạp 1.440 đảng viên mới. Năm 2023, đến nay đã kết nạp 1.020 đảng "
            "viên mới.",
            [],
        ),
        (
            "Năm 2023 kết nạp 1.440 đảng viên mới. Năm 2023 kết nạp 1.020 đảng viên mới (tính đến "
            "tháng 9).",
            [],
        ),
        (
            "In 2023 the province is estimated to admit 1,440 new Party members. So far in 2023 "
            "the province admitted 1,020 new Party members.",
            [],
        ),
        (
            "In 2023 the province admitted 1,440 new Party members. In 2023 the province admitted "
            "1,020 new Party members (as of September).",
            [],
        ),
        (
            "Ước cả năm 2023 kết nạp 1.440 đảng viên mới. Ước cả năm 2023 kết nạp 1.020 đảng viên "
            "mới.",
            ["BC202"],
        ),
        (
            "So far in 2023 the province admitted 1,440 new Party members. So far in 2023 the "
            "province admitted 1,020 new Party members.",
            ["BC202"],
        ),
        (
            "Theo kế hoạch, năm 2023 kết nạp 1.500 đảng viên mới. Dự kiến năm 2023 kết nạp 1.440 "
            "đảng viên mới.",
            [],
        ),
        (
            "Theo kế hoạch, năm 2023 kết nạp 1.500 đảng viên mới. Theo kế hoạch, năm 2023 kết nạp "
            "1.440 đảng viên mới.",
            ["BC202"],
        ),
        (
            # How things stand now is one number.
            "Đến nay, toàn Đảng bộ tỉnh có 69.000 đảng viên. Toàn Đảng bộ tỉnh có 68.000 đảng "
            "viên.",
            ["BC202"],
        ),
    ],
)
def test_an_estimate_accuses_no_result(pipeline: Pipeline, text: str, errors: list[str]) -> None:
    found = pipeline(document(text, pipeline.rulebook)).findings
    assert [one.rule for one in found if one.alert in ("warn", "error")] == errors

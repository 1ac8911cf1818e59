"""The verbs of `import pipeline`, as an analyst uses them."""

import importlib
import inspect
from pathlib import Path

import pytest

import pipeline as library
from pipeline.model import Finding, Observation
from pipeline.store import StoreError

TEXT = "Hoàn thành 31/40 chỉ tiêu, đạt 78,5%.\n"


def test_the_verbs_are_functions_and_stay_so() -> None:
    """Loading the room `pipeline.extract` must not take the place of the verb."""
    importlib.import_module("pipeline.flow")
    importlib.import_module("pipeline.intake")
    for verb in library.__all__:
        assert inspect.isfunction(getattr(library, verb)), verb


def test_facts_come_with_their_dimensions() -> None:
    found = library.extract(TEXT, province="quang-ninh")
    assert all(isinstance(one, Observation) for one in found)
    row = found[0].model_dump()
    assert (row["canonical"], row["province"]) == ("31/40", "quang-ninh")
    assert TEXT[row["start"] : row["end"]] == row["text"] == "31/40"


def test_messages_come_in_either_language() -> None:
    english, vietnamese = library.check(TEXT), library.check(TEXT, lang="vi")
    assert all(isinstance(one, Finding) for one in english)
    assert [one.verdict for one in english] == [one.verdict for one in vietnamese]
    assert [one.message for one in english] != [one.message for one in vietnamese]


def test_a_path_is_read_and_a_string_is_text(tmp_path: Path) -> None:
    file = tmp_path / "report.vi.txt"
    file.write_text(TEXT, encoding="utf-8")
    read = library.analyse(file)
    assert read.document.path == str(file)
    given = library.analyse(TEXT)
    assert [str(one.fact.value) for one in read.observations] == [
        str(one.fact.value) for one in given.observations
    ]
    assert library.extract(str(file)) != library.extract(file)


def test_what_is_ingested_can_be_queried(tmp_path: Path) -> None:
    file, db = tmp_path / "report.txt", tmp_path / "reports.duckdb"
    file.write_text(TEXT, encoding="utf-8")
    assert [one.outcome for one in library.ingest(file, db=db).entries] == ["new"]
    assert [one.outcome for one in library.ingest(str(tmp_path), db=db).entries] == ["unchanged"]
    with library.connect(db) as connection:
        query = "select canonical from facts where kind = 'ratio'"
        assert connection.execute(query).fetchall() == [("31/40",)]


def test_a_database_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="does not exist"):
        library.connect(tmp_path / "none.duckdb")
    assert list(tmp_path.iterdir()) == []


def test_cards_of_ones_own(patterns_copy: Path) -> None:
    (patterns_copy / "common" / "ratio.toml").unlink(missing_ok=True)
    (patterns_copy / "vi" / "ratio.toml").write_text("")
    kinds = {one.fact.kind for one in library.extract(TEXT, patterns=patterns_copy)}
    assert "ratio" not in kinds


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Số đơn vị giảm từ 60 đơn vị xuống còn 45 đơn vị, giảm 30%.",
            "from 60 to 45 it is a change of 25,00%, printed 30%",
        ),
        (
            "Số đơn vị giảm từ 60 đơn vị xuống còn 45 đơn vị, giảm 15 đơn vị.",
            "a change of 15, printed 15",
        ),
        (
            "Tỷ lệ hộ nghèo giảm từ 3,2% xuống còn 2,1%, giảm 1,2 điểm phần trăm.",
            "printed 1,2 điểm phần trăm: they fit, as each of the numbers was rounded",
        ),
        (
            "Thu ngân sách tăng từ 100 tỷ đồng lên 300 tỷ đồng, gấp 5 lần.",
            "it is a change of 3 times, printed 5 lần",
        ),
        (
            "Thu ngân sách đạt 7.250 tỷ đồng, bằng 97,5% kế hoạch (7.500 tỷ đồng).",
            "7.250 tỷ đồng of 7.500 tỷ đồng is 96,67% of the plan, printed 97,5%",
        ),
        ("Có 9 bí thư không phải người địa phương (61,53%).", "(9/14 = 64,29%, 9/15 = 60,00%)"),
        ("Có 319/321 hợp tác xã, đạt trên 99%.", "319/321 is 99,38%, and more than 99% is printed"),
        ("Tỉnh xếp thứ 9/63 về chỉ số PCI.", "9/63 is not checked: a rank"),
        ("Thực hiện Nghị quyết 39 và Nghị định 108.", "Nghị quyết 39 has neither symbol nor date"),
    ],
)
def test_a_message_says_what_a_reader_needs(text: str, said: str) -> None:
    messages = [one.message for one in library.check(text)]
    assert any(one.endswith(said) for one in messages), messages


@pytest.mark.parametrize(
    ("text", "alerts"),
    [
        (
            "Toàn tỉnh có 620 cán bộ nữ, trong đó cấp tỉnh 152 (15,3%), cấp huyện 213 (27,3%), "
            "cấp xã 255 (10,9%).",
            0,
        ),
        (
            "The province has 620 female cadres, of whom 152 at provincial level (15.3%), 213 at "
            "district level (27.3%) and 255 at commune level (10.9%).",
            0,
        ),
        ("Toàn tỉnh có 620 cán bộ, trong đó nữ 152 người (15,3%).", 1),
        ("Toàn tỉnh có 620 cán bộ; trong đó nữ 152 người (15,3%).", 1),
        ("Toàn tỉnh có 620 cán bộ; 35 đơn vị, trong đó nữ 152 người (15,3%).", 0),
    ],
)
def test_parts_by_level_are_shares_of_their_levels(text: str, alerts: int) -> None:
    assert sum(one.alert != "none" for one in library.check(text)) == alerts


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_no_message_ends_in_the_air(lang: str) -> None:
    """A date in order is in order with something; the report's own date is something."""
    text = (
        "Hà Nội, ngày 9 tháng 12 năm 2024\n\nBÁO CÁO\n\n"
        "Căn cứ Nghị định số 42/2022/NĐ-CP ngày 24/6/2022 của Chính phủ.\n"
    )
    said = [one.message for one in library.check(text, lang=lang) if one.rule == "BC302"]
    assert said and all(one.endswith("2024-12-09") for one in said)

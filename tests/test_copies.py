"""Which short reports are copies, translations and drafts of one another, by their texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import connect, ingest

HEAD = "TỈNH ỦY LAI CHÂU\n{number}\nLai Châu, {day}\n\n{draft}BÁO CÁO\n{title}\n\n"
DAY = "ngày 19 tháng 12 năm 2023"
BODY = "Năm 2023, toàn tỉnh kết nạp 1.147 đảng viên mới, đạt 103,2% kế hoạch. {rest}"
POOR = "Tỷ lệ hộ nghèo còn 25,32%."
LONG = (
    f"{POOR} GRDP tăng 5,57%. Thu ngân sách đạt 2.216 tỷ đồng. Tỷ lệ che phủ rừng đạt 51,9%. "
    "Thi hành kỷ luật 214 đảng viên. Thành lập mới 163 doanh nghiệp."
)
ENGLISH = (
    "LAI CHAU PROVINCIAL PARTY COMMITTEE\nLai Chau, December 19, 2023\n\nREPORT\non the work in "
    "2023\n\nIn 2023, the province admitted 1,147 new Party members, reaching 103.2% of the plan. "
    "The poverty rate fell to 25.32%.\n"
)


def report(
    rest: str = POOR,
    *,
    day: str = DAY,
    title: str = "công tác năm 2023",
    number: str = "",
    draft: str = "",
    body: str = BODY,
) -> str:
    return HEAD.format(number=number, day=day, title=title, draft=draft) + body.format(rest=rest)


def kept(tmp_path: Path, **texts: str) -> dict[str, str | None]:
    """Which report each of some repeats, all ingested in their order."""
    for name, text in texts.items():
        path = tmp_path / name.replace("_", ".")
        path.write_text(text, encoding="utf-8")
        ingest(path, db=tmp_path / "a.duckdb")
    with connect(tmp_path / "a.duckdb") as connection:
        rows = connection.execute(
            "SELECT d.path, o.path FROM documents d "
            "LEFT JOIN documents o ON o.document_id = d.same_as ORDER BY d.path"
        ).fetchall()
    return {
        Path(path).name: None if original is None else Path(original).name
        for path, original in rows
    }


def test_copies_and_translations_of_a_short_report(tmp_path: Path) -> None:
    markdown = f"# Lai Châu: công tác năm 2023\n\nLai Châu, {DAY}\n\n" + BODY.format(rest=POOR)
    found = kept(tmp_path, a_txt=report(), b_md=markdown, c_txt=ENGLISH)
    assert found == {"a.txt": None, "b.md": "a.txt", "c.txt": "a.txt"}


def test_one_number_and_day_is_one_report(tmp_path: Path) -> None:
    one = report("", number="Số 118-BC/TU", body=f"{POOR}\n")
    other = report("", number="Số 118-BC/TU", body=f"Kết quả nổi bật là {POOR.lower()}\n")
    assert kept(tmp_path, a_txt=one, b_txt=other) == {"a.txt": None, "b.txt": "a.txt"}


@pytest.mark.parametrize("order", ["final first", "draft first"])
def test_a_draft_stands_behind_what_came_of_it(tmp_path: Path, order: str) -> None:
    final = report(LONG, number="Số 118-BC/TU")
    early = (
        report(LONG, day="ngày     tháng 12 năm 2023", number="Số     -BC/TU", draft="DỰ THẢO\n\n")
        .replace("1.147", "1.139")
        .replace("25,32", "25,90")
        .replace("214", "209")
    )
    texts = {"b_txt": final, "a_txt": early} if order == "final first" else {}
    texts = texts or {"a_txt": early, "b_txt": final}
    assert kept(tmp_path, **texts) == {"a.txt": "b.txt", "b.txt": None}


@pytest.mark.parametrize(
    "other",
    [
        # The same aims a year later, one number more, another day with two alike.
        report(day="ngày 20 tháng 12 năm 2024", title="công tác năm 2024").replace(
            "Năm 2023", "Năm 2024"
        ),
        report(f"{POOR} GRDP tăng 5,57%."),
        report(POOR.replace("25,32", "24,11")),
        report("", day="ngày 28 tháng 12 năm 2023"),
        report("", number="Số 119-BC/TU", body="GRDP tăng 5,57%."),
    ],
)
def test_what_only_looks_alike_is_another_report(tmp_path: Path, other: str) -> None:
    assert kept(tmp_path, a_txt=report(), b_txt=other) == {"a.txt": None, "b.txt": None}


def test_a_report_brought_up_to_date_is_no_draft(tmp_path: Path) -> None:
    later = report(LONG, day="ngày 25 tháng 12 năm 2023", number="Số 121-BC/TU")
    later = later.replace("1.147", "1.152").replace("103,2", "103,7").replace("5,57", "5,61")
    later = later.replace("214", "219").replace("2.216", "2.240")
    found = kept(tmp_path, a_txt=report(LONG, number="Số 118-BC/TU"), b_txt=later)
    assert found == {"a.txt": None, "b.txt": None}


def test_a_draft_of_another_matter_counts(tmp_path: Path) -> None:
    draft = report(
        "",
        draft="DỰ THẢO LẦN 2\n\n",
        title="công tác kiểm tra năm 2023",
        body="Kỷ luật 214 đảng viên.",
    )
    assert kept(tmp_path, a_txt=report(LONG), b_txt=draft) == {"a.txt": None, "b.txt": None}

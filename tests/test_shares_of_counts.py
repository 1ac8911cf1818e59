"""Which percentages beside a count or a ratio are its share, and which only stand there."""

from __future__ import annotations

import pytest

from pipeline import check, extract


def partner(text: str, percentage: str) -> str | None:
    """The number whose share a percentage is."""
    found = extract(text)
    of = next(one.share_of for one in found if one.fact.text == percentage)
    return next((one.fact.text for one in found if one.fact.id == of), None)


@pytest.mark.parametrize(
    ("text", "percentage", "count"),
    [
        ("Bầu 51 đồng chí, trong đó nữ 12 đồng chí (23,53%).", "23,53%", "12"),
        ("Nữ 12 đồng chí, chiếm 23,53% tổng số ủy viên.", "23,53%", "12"),
        ("Có 1.200 hộ được vay, chiếm 5,2% số hộ dân.", "5,2%", "1.200"),
        ("Có 84/120 xã đạt chuẩn nông thôn mới, đạt tỷ lệ 70%.", "70%", "84/120"),
        ("The Party admitted 320 women, accounting for 41% of new members.", "41%", "320"),
        ("Eight of the ten communes (80%) met the standards.", "80%", "Eight of the ten"),
        ("Có 13 đồng chí trúng cử đạt tỷ lệ 17,85%.", "17,85%", "13"),
        ("Tái cử 10 (chiếm 73%), tham gia lần đầu 3.", "73%", "10"),
        (
            "Kiểm tra 53 tổ chức, kết luận 13 tổ chức có lỗi, bằng 24,53% số được kiểm tra.",
            "24,53%",
            "13",
        ),
        ("84/120 communes, or 70%, have roads.", "70%", "84/120"),
        ("84/120 communes have roads, reaching 70%, and 52% have water.", "70%", "84/120"),
        ("120 cadres, nearly 15% of the total, are women.", "15%", "120"),
        (
            "There are 63,180 Nung people, accounting for 12.4% of the population.",
            "12.4%",
            "63,180",
        ),
    ],
)
def test_a_share_of_what_is_counted(text: str, percentage: str, count: str) -> None:
    assert partner(text, percentage) == count


@pytest.mark.parametrize(
    ("text", "percentage"),
    [
        # The bracket says itself when, of whom or of what, or names several.
        ("Chậm nhất trong 2 năm qua (năm 2021 đạt 61,2%, năm 2022 là 57,9%).", "61,2%"),
        ("Nhà máy có 640 công nhân (người trong tỉnh chiếm 41,3%).", "41,3%"),
        ("Two investors (for 30% and 35% of the capital) have signed.", "30%"),
        ("Hai quỹ là An Phát và Bình Minh (9,95%) đã mua cổ phần.", "9,95%"),
        # What each of the counted has.
        ("Trong 8 dịch vụ công có 2 dịch vụ đạt 98%.", "98%"),
        ("Chỉ 8 trong số 29 huyện đạt mức chi tương đương 2% ngân sách.", "2%"),
        ("Tỉnh có 37 tổ bầu cử, đạt tỷ lệ 98,41%.", "98,41%"),
        # A part of what nobody counted.
        ("Chín địa phương này chiếm đến 78% lao động ở nước ngoài.", "78%"),
        ("35 dự án, chiếm 40% tổng vốn đăng ký.", "40%"),
        ("Công ty có 7 cổ đông sáng lập chiếm 68,25% cổ phần.", "68,25%"),
        ("Nine provinces account for 78% of the workers abroad.", "78%"),
        ("Kịch bản 3 (8,15%) là cao nhất.", "8,15%"),
        # What so many percent have or are themselves.
        ("14/62 schools have a library, and 48.4% have a clinic.", "48.4%"),
        ("The district has 12 of 30 seats, and over 15% are vacant.", "15%"),
        ("Có 12/96 thôn có nhà văn hóa, và 52% có sân thể thao.", "52%"),
        ("84/120 communes have roads, about 30% of them with lamps.", "30%"),
        # The number of a name, and by how many there are more.
        ("Nhiều trường như THPT Hòa Mai 2 (73%) có kết quả tốt.", "73%"),
        ("Cao hơn dự kiến 41 thủ tục, chiếm 35,5% tổng các thủ tục.", "35,5%"),
    ],
)
def test_what_only_stands_beside_a_count(text: str, percentage: str) -> None:
    assert partner(text, percentage) is None


def test_the_percentage_of_a_name_has_no_indicator() -> None:
    text = "Công nhận 12 xã đạt chuẩn nông thôn mới, Hòa Mai 2 (73%)."
    assert next(one.indicator for one in extract(text) if one.fact.text == "73%") is None


@pytest.mark.parametrize(
    "text",
    [
        # A fraction that is said for a round share.
        "Gần 3/4 số hộ (72%) đồng tình.",
        "Nhóm này chiếm 1/3 thị trường (tỷ lệ 32,4%).",
        "Nearly 9 in 10 households (87%) agreed.",
        # Two parts have one share, and votes one of all members.
        "Có 210/280 ý kiến, chiếm 70% tổng số đại biểu Quốc hội.",
        "Sở có 12 máy cũ, 138 máy mới trong tổng số 3.000 máy tính, đạt 5%.",
        # Percentages that were filled up with a zero.
        "Nữ: 47 người (15,70%); trẻ tuổi: 23 người (7,70%); tái cử: 119 người (39,70%).",
        # The code of a letter is that of its agency, and that of a report no law's.
        "Cục Thuế có công văn số 412/CT-KTT ngày 09/5/2019.",
        "Có Báo cáo giải trình dự thảo Luật số 64/BC-UBTVQH15 ngày 3/4/2023.",
        # Parts of parts, and what is chosen from.
        "Có tổng số 36 cầu, bao gồm 21 cầu trên tỉnh lộ và 15 cầu trên đường xã (đã xong 5 cầu "
        "và 10 cầu còn lại đang làm).",
        "Học viên nộp ba bài, gồm hai bài bắt buộc và một bài trong hai bài tự chọn.",
        # Changes of several areas, of something else, or at compound rates.
        "Giá nước tăng 20-30%, khu vực thị trấn từ 5.000 đồng lên 7.000 đồng mỗi khối.",
        "Tỷ lệ che phủ tăng từ 41,2% lên 44,5%, trữ lượng gỗ tăng 5,1%.",
        "Xã bán bớt, từ 700 nghìn xuống còn 450 nghìn cổ phần (tỷ lệ 3,15%).",
        # By how much a plan was passed.
        "Thu ngân sách 1.300 tỷ đồng, vượt 4% dự toán (1.250 tỷ đồng).",
        "Kết nạp 1.300/1.250 đảng viên, vượt 4% kế hoạch.",
        # What is left is the whole, and nobody's rest.
        "Nộp quỹ 120 tỷ đồng (chiếm 83,4% số tiền còn lại).",
        # What is told beside a count is of something else.
        "Bão làm hỏng 340 nhà trong số 910 nhà được kiểm tra, với hơn 96% số nhà ở ven sông.",
        "Lớp học kéo dài 60 buổi, với 81% trong số 240 học viên đạt loại khá.",
        # The ends of a range are no change, nor is what a word for a fall is not known of.
        "Bếp có giá từ 6 triệu đồng đến 11 triệu đồng được giảm thêm 250.000 đồng.",
        "Đoàn đi từ 15 người đến 40 người được giảm 5% giá vé.",
        "Đất ở khu này đắt gấp 3 đến 4 lần, từ 0,9 tỷ đồng đến 1,4 tỷ đồng.",
        "Giá cám tăng khiến lãi của trại tụt dốc 30%, từ 50 triệu đồng xuống còn 35 triệu đồng.",
        "Quỹ được nâng từ 6,2 tỷ đồng lên hơn 7 tỷ đồng (tăng khoảng 730 triệu đồng).",
        # A part that nothing reads, another choice, numbers of two sizes.
        "Xã đo lại 31 thửa ruộng, gồm 14 thửa ruộng tại Phú Thọ, 14 tại Hà Nam và 3 tại Hải Dương.",
        "Mục tiêu là giảm 1/4 hay một nửa số thủ tục.",
        "Đã chi trên 1,3 nghìn tỷ đồng trong tổng số 1.790 tỷ đồng được giao, đạt 74,2%.",
        "Gần 1/3 số người được hỏi (27%) nói rằng họ không quan tâm.",
        # Votes of all members, and of the total that those who voted are a share of.
        "Trong số 450 đại biểu biểu quyết (chiếm 90% tổng số đại biểu), 380 người (76%) tán thành.",
        "Bà trúng cử với số phiếu 37/38, đạt tỷ lệ 90,24%.",
        "Có 402/410 ĐBQH tham gia biểu quyết (chiếm 95,7%) tán thành.",
        # Numbers that tell what is meant, and of what nobody counts.
        "Vết bỏng từ độ 1 đến độ 2, chiếm 60% cơ thể.",
        "Bài tập phần lớn thuộc kiến thức lớp 8 (85%), 15% số bài thuộc lớp 7.",
        "Ban tổ chức chọn 15 hồ sơ vào vòng chung kết để chấm chuyên môn (70% số điểm).",
        "Có 5.300 thí sinh đăng ký cả hai bài thi, chiếm 4,12%.",
        "Có hai phương án là đánh thuế (45%) hoặc xử phạt.",
        "Có 812 hộ kinh doanh 1 mặt hàng (chiếm 35,5%) và 96 công ty.",
        # How much of an earlier count a change was, or what is left of it, or another rate.
        "Giảm 325 biên chế so với 1.450 biên chế năm 2015 (tỷ lệ 22,4%).",
        "Giảm 6 vụ so với 21 vụ năm trước (28,6%).",
        "Giảm 6 vụ so với 21 vụ năm trước, bằng 71,4%.",
        "Giảm 3 vụ so với 47 vụ năm trước (tỷ lệ khám phá 85,3%).",
        # A share of another total is no part beside those of the first.
        "Cán bộ hoàn thành xuất sắc nhiệm vụ chiếm 12% tổng số và chiếm 15,4% so với tổng số "
        "cán bộ hoàn thành tốt nhiệm vụ; cán bộ hoàn thành tốt nhiệm vụ chiếm 81%; "
        "cán bộ hoàn thành nhiệm vụ chiếm 6%; cán bộ không hoàn thành nhiệm vụ chiếm 1%.",
        # The word before a number is not always the type of its document.
        "Ba người làm việc theo Hợp đồng 68/2000/NĐ-CP.",
        "Đoàn kiểm tra đã gửi báo cáo Kết luận số 83/BC-TTT ngày 6/5/2019.",
        "Theo Nghị định số 27/VBHN-BNV của Bộ Nội vụ, mẫu đơn này được bỏ.",
        # Parts of a number are no items that it announces.
        "Giao 21.700 chỉ tiêu biên chế (gồm giáo dục 18.200; y tế 2.300; văn hóa 1.200).",
        "Đoàn đến ba phường ven sông gồm 2, 5 và phường 7.",
        # A part that is counted in words or left over, and a bracket of something else.
        "Tỉnh có 27 đơn vị cấp huyện (24 huyện, một thị xã và hai thành phố).",
        "The province has 27 district-level units (24 districts, a town and two cities).",
        "Xử lý 57 đảng viên, gồm khai trừ 1, cách chức 3, cảnh cáo 8, còn lại là khiển trách.",
        "Huyện Bình Lộc (11 xã, thị trấn sẽ còn 5 xã, thị trấn), huyện Hòa Mai (10 xã, thị trấn, "
        "sắp xếp thành 5 xã, thị trấn).",
        # Three decimals where the other amount has one, and what is made known.
        "Đã chi trả 39,1 tỷ đồng/76,415 tỷ đồng, đạt 51,17%.",
        "Ngày 18-6, Tỉnh ủy đã thông báo kết luận số 459-KL/TU.",
        # One more that is counted in words ends a list, and numbers of names are none.
        "Tỉnh có 96 đơn vị cấp xã (72 xã, 16 phường, 7 thị trấn và một đặc khu thuộc tỉnh).",
        "Tỉnh có 96 đơn vị cấp xã (72 xã, 16 phường, 7 thị trấn, một đặc khu thuộc tỉnh).",
        "The province has 27 district-level units (24 districts, 2 towns and a city).",
        "Đại lý này rao bán 24 lô gồm từ Bình Lộc 1 đến Bình Lộc 18 và Bình Lộc Xanh.",
        "Ông tiếp xúc cử tri bốn phường trung tâm gồm 1, 2 và phường 4.",
        # A rate of their own, a stake in a company, and a vote of all delegates.
        "Hiện có 17/42 xã tỷ lệ giải ngân là 0%.",
        "Bà đăng ký bán 51.000 cp trong tổng số 64.000 cp (tỷ lệ 0,6%) đang sở hữu.",
        "Với 57/58 tổng số đại biểu HĐND có mặt (chiếm 87,69%) biểu quyết đồng ý.",
        # Criteria are no mentions of one number.
        "Tỉnh loại một được thêm một phó giám đốc: có dân số từ 3 triệu người trở lên; có từ 24 "
        "đơn vị hành chính cấp huyện trực thuộc trở lên. Thành phố loại một được thêm một phó "
        "giám đốc: có dân số từ 2 triệu người trở lên; có từ 18 đơn vị hành chính cấp huyện trực "
        "thuộc trở lên.",
        # The kind for one of its kinds, an old code, a misspelt name, the code of an agency.
        "Theo Thông tư 31/2015/TTLT-BYT-BTC của hai bộ.",
        "Hai bên ký Chương trình số 14/CTPH-HLG.",
        "As Circular No. 31/2015/TTLT-BYT-BTC says.",
        "Sở có Tờ trình số 412/TT-ĐC.",
        "Hội nghị quán triệt Thông báo kết luật số 27-TB/TU.",
        "Phòng có công văn số 55/KH-TC.",
        # What a percentage is in or of need not be its total.
        "Có 320 đảng viên, chiếm 45% trong 12 tháng.",
        "Trong 40 xã có 12 xã nghèo, chiếm 85% dân số.",
        "Trong 900 đại biểu có 320 nữ, tăng 4% so với khóa trước.",
        "Trong 900 đảng viên có 320 đồng chí trẻ, chiếm 85% số được khen.",
        "Có 1.230 nữ, chiếm 30% trong 4.100 cán bộ.",
        # One target is not all targets, and a length of time is none.
        "GRDP tăng 7,4%, vượt chỉ tiêu (7%); bội chi 2,9%, thấp hơn mục tiêu (3,1%).",
    ],
)
def test_nobody_is_accused(text: str) -> None:
    assert [one for one in check(text) if one.alert in ("warn", "error")] == []


@pytest.mark.parametrize(
    "text",
    [
        # What announces a list is none of it; other things are counted, or more of them follow.
        "Hợp tác xã nuôi 14.000 con gồm 3 loại: 10.000 con gà, 1.000 con ngan, 3.000 con vịt.",
        "Sở có 910 biên chế (gồm 3 biên chế dự phòng), 130 lao động hợp đồng và 40 chỉ tiêu.",
        "Bệnh viện có 620 giường bệnh, gồm khu khám 3 tầng, khu nội trú 9 tầng.",
        "Tỉnh có 9 đô thị, gồm 1 đô thị loại I, 2 đô thị loại III; 6 đô thị loại V.",
        # Metres are no flow, posts no people, and others no target.
        "Mực nước lên mức 4,2 m (dự kiến xả 350 m3/s).",
        "Sở đề xuất 34 vị trí (dự kiến tuyển 120 người).",
        "Tỷ lệ hộ nghèo của huyện là 16% (cao hơn so với tỷ lệ của cả nước dự kiến 17%).",
        "Lạm phát là 1,4%, thấp hơn mức kế hoạch (dự kiến 1,7%).",
        # A cell of the Youth Union, courses, and several terms at once.
        "Chi đoàn họp đại hội nhiệm kỳ 2017-2019.",
        "Ông được cử đi học khóa 2012-2013.",
        "Ông làm chủ tịch huyện hai nhiệm kỳ (từ 2008 đến 2015).",
    ],
)
def test_nothing_is_noted(text: str) -> None:
    assert [one.message for one in check(text) if one.alert != "none"] == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Hợp tác xã nuôi 14.000 con, gồm 10.000 con gà và 3.000 con vịt.", "BC102"),
        ("Tỷ lệ dân số tham gia bảo hiểm y tế là 86% (mục tiêu 90%).", "BC201"),
        ("Đại hội nhiệm kỳ 2016-2020 của huyện.", "BC308"),
    ],
)
def test_what_is_odd_is_still_noted(text: str, rule: str) -> None:
    assert [one.rule for one in check(text) if one.alert == "note"] == [rule]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Có 41/45 đại biểu đồng ý (chiếm tỷ lệ 95,6%).", "BC101"),
        ("Có 3/4 tuyến đường (71,2%) hoàn thành.", "BC101"),
        ("7 out of 10 districts (75%) met the standard.", "BC101"),
        ("Toàn tỉnh có 3 huyện với 40/50 xã đạt chuẩn, đạt 86%.", "BC101"),
        ("Có 45/50 dự án được thông qua, chiếm 80%.", "BC101"),
        ("Tái cử 7 (22,9%), lần đầu 20 (60,6%).", "BC110"),
        ("Số hộ nghèo giảm từ 500 đến 400 hộ, giảm 25%.", "BC104"),
        ("Doanh thu tăng 120%, từ 9,5 triệu USD lên 23 triệu USD.", "BC104"),
        ("Có 44/48 đại biểu đồng ý (chiếm tỷ lệ 96,7%).", "BC101"),
        ("Có 18 xã, gồm 2 xã miền núi, 10 xã đồng bằng và 8 xã ven biển.", "BC102"),
        ("Theo Nghị quyết số 19/NĐ-CP của Chính phủ.", "BC301"),
        ("Thông báo số 459-KL/TU của Tỉnh ủy.", "BC301"),
        ("Có 27 đơn vị cấp huyện (23 huyện, 1 thị xã và hai thành phố).", "BC102"),
        ("Đã chi trả 39,1 tỷ đồng/76,415 tỷ đồng, đạt 61,17%.", "BC101"),
        ("Số hộ chưa có điện là 212/1.904 hộ (12,3%).", "BC101"),
        ("Tổng dư nợ tăng 15%, từ 50 nghìn tỷ đồng lên 54 nghìn tỷ đồng.", "BC104"),
        ("Thực hiện theo Nghị quyết 45/2019/NĐ-CP.", "BC301"),
        ("Có tổng số 36 cầu, bao gồm 21 cầu trên tỉnh lộ và 14 cầu trên đường xã.", "BC102"),
        (
            "Tỉnh có 96 đơn vị cấp xã (72 xã, 16 phường, 6 thị trấn và 1 đặc khu thuộc tỉnh).",
            "BC102",
        ),
        ("The province has 27 district-level units (24 districts, 2 towns and 2 cities).", "BC102"),
        ("Hiện có 17/42 xã tỷ lệ đạt 45%.", "BC101"),
        ("Xã cấp 510 máy trong tổng số 640 máy (tỷ lệ 70,6%).", "BC101"),
        ("Với 57/58 tổng số xã có mặt (chiếm 87,69%).", "BC101"),
        ("Theo Nghị quyết 31/2015/TTLT-BYT-BTC của hai bộ.", "BC301"),
        ("Sở có Tờ trình số 412/KH-UBND.", "BC301"),
        ("Phòng có công văn số 55/QĐ-UBND.", "BC301"),
    ],
)
def test_what_cannot_be_right_is_still_found(text: str, rule: str) -> None:
    assert [one.rule for one in check(text) if one.alert == "error"] == [rule]


@pytest.mark.parametrize(
    "text",
    [
        "Có 1.230 nữ, chiếm 31% trong 4.100 cán bộ.",
        "Có 1.230 nữ, chiếm 31% trong tổng số 4.100 cán bộ.",
        "Trong 4.100 cán bộ có 1.230 nữ, chiếm 31%.",
        "Có 90 vụ do say rượu, chiếm 30% trong 360 vụ.",
        "Trong 360 vụ có 90 vụ do say rượu, chiếm 30%.",
        "There are 1,230 women, accounting for 31% of the 4,100 cadres.",
        "1,230 women, or 31% of the total of 4,100 cadres, took part.",
    ],
)
def test_a_whole_stands_before_or_behind_its_part(text: str) -> None:
    (finding,) = [one for one in check(text) if one.alert == "error"]
    assert (finding.rule, len(finding.uses)) == ("BC101", 2)
    right = text.replace("31%", "30%") if "31%" in text else text.replace("30%", "25%")
    assert [one.verdict for one in check(right) if one.rule == "BC101"] == ["supported"]


def test_how_much_of_an_earlier_count_a_change_was_is_worked_out() -> None:
    text = "Giảm 325 biên chế so với 1.450 biên chế năm 2015 (tỷ lệ 20,5%)."
    assert [one.rule for one in check(text) if one.alert == "warn"] == ["BC104"]


def test_a_vote_whose_share_may_be_of_all_members_is_only_noted() -> None:
    (finding,) = [
        one for one in check("Có 58/59 đại biểu tán thành (chiếm 89,23%).") if one.rule == "BC101"
    ]
    assert (finding.verdict, finding.alert) == ("implausible", "note")
    assert finding.condition


def test_nobody_is_no_share_of_anybody() -> None:
    (finding,) = [one for one in check("Nữ 0 đồng chí (35%).") if one.rule == "BC110"]
    assert finding.verdict == "contradicted"


@pytest.mark.parametrize(
    "text",
    [
        "Trong quy hoạch, nhóm A từ 40 đến 50 chiếm 65,6%.",
        "Trẻ tuổi (không quá 40) chiếm 35%; nhóm 40 đến 50 chiếm 57%; nhóm trên 50 chiếm 8%.",
        "Those under 40 make up 19.2%, the group from 40 to 50 stands at 65.6%.",
    ],
)
def test_the_end_of_a_range_is_no_part_of_anything(text: str) -> None:
    assert not [one for one in check(text) if one.alert == "error"]


def test_what_something_grew_to_is_a_part() -> None:
    (finding,) = [
        one
        for one in check("Số xã loại khá tăng từ 40 lên 50, chiếm 65,6%.")
        if one.alert == "error"
    ]
    assert finding.rule == "BC110"

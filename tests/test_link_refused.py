"""What a number beside an indicator's words is not of, each with the nearest one that is."""

from __future__ import annotations

import pytest

from pipeline import extract

DEPUTIES, OFFICES = "deputy_heads_reduced_count", "focal_points_reduced_count"

#: A text, how the number is printed, and its indicator.
CASES: list[tuple[str, str, str | None]] = [
    # Parts that say nothing of their own, and parts at a level.
    (
        "Trong năm bồi dưỡng 5.300 lượt cán bộ, công chức; trong đó về tin học 410 lượt.",
        "410",
        None,
    ),
    (
        "Trong năm bồi dưỡng 5.300 lượt cán bộ, công chức; trong đó cấp xã 3.600 lượt.",
        "3.600",
        "cadres_trained_count",
    ),
    # Staffing: differences, what is vacant or too much, and what all may have.
    (
        "Biên chế viên chức: số có mặt thấp hơn số chỉ tiêu được HĐND tỉnh giao trên 1.300 người.",
        "1.300",
        None,
    ),
    ("Huyện dư khoảng 120 biên chế.", "120", None),
    ("Posts assigned: 4,120; vacant, 310.", "310", None),
    ("Posts assigned: 4,120.", "4,120", "staffing_quota"),
    # Units that a merger takes are not all that there are, whatever bound stands between.
    ("Tỉnh sẽ sáp nhập hơn 80 đơn vị hành chính cấp xã.", "80", None),
    (
        "Tỉnh có hơn 80 đơn vị hành chính cấp xã.",
        "80",
        "admin_units_commune_count",
    ),
    # By how many points one is better is no score.
    ("The SIPAS was 83.1%, 2.4 percentage points better than a year ago.", "2.4", None),
    ("The SIPAS was 83.1%, better than a year ago.", "83.1%", "sipas_score"),
    # A share by which a quota falls comes to so many posts; units that were founded have some.
    ("Tỉnh sẽ tinh giản 8% biên chế, tương đương 1.460 người.", "1.460", None),
    ("Tổng biên chế của tỉnh là 16.790 người.", "16.790", "staffing_quota"),
    ("Trong năm thành lập mới 3 đơn vị với 94 biên chế.", "94", None),
    ("Tổng biên chế là 2.140 người sau khi thành lập 3 đơn vị.", "2.140", "staffing_quota"),
    # How long something takes is no score.
    ("The PAR Index was raised within 90 days.", "90", None),
    # Some places of a province, and a share of all its places.
    ("In 16 communes, the poverty rate is 22%.", "22%", None),
    ("In the six poorest districts the poverty rate is still 31.4%.", "31.4%", None),
    ("Ở bảy huyện vùng cao, thu nhập bình quân đầu người đạt 27 triệu đồng.", "27", None),
    ("In 16 communes and the whole province, the poverty rate is 4%.", "4%", "poverty_rate"),
    ("Trên địa bàn 118 xã, phường, tỷ lệ nữ cấp ủy đạt 23%.", "23%", "committee_female_share"),
    # What firms, zones and sectors did.
    ("Khu vực FDI nộp ngân sách 700 tỷ đồng và tạo việc làm cho 41.000 lao động.", "41.000", None),
    ("The provincial economy grew, and exports reached USD 2 billion.", "USD", "export_turnover"),
    ("The industrial zones expanded, and exports reached USD 2 billion.", "USD", None),
    (
        "Khu kinh tế được mở rộng, đưa kim ngạch xuất khẩu toàn tỉnh lên 3 tỷ USD.",
        "3 tỷ USD",
        "export_turnover",
    ),
    # A share of those with one mark who have another.
    ("Of the ethnic minority cadres, 66% have a university degree.", "66%", None),
    ("Trong số cán bộ nữ, 66% có trình độ đại học.", "66%", None),
    ("Of the cadres, 66% have a university degree.", "66%", "edu_university_share"),
    # The name of a district alone, and that of a province.
    ("In Dinh Lap, only 37 people were admitted to the Party.", "37", None),
    ("Bình Liêu kết nạp 37 đảng viên.", "37", None),
    ("Điện Biên kết nạp 1.370 đảng viên.", "1.370", "new_members_count"),
    ("Nguyễn Bình Liêu kể rằng tỉnh kết nạp 1.370 đảng viên.", "1.370", "new_members_count"),
    # Posts of one office or sector, and of all.
    ("Sở Y tế được giao 1.230 biên chế.", "1.230", None),
    ("Ngành giáo dục có 15.400 biên chế.", "15.400", None),
    ("Sở Nội vụ cho biết tỉnh được giao 17.400 biên chế.", "17.400", "staffing_quota"),
    ("Các sở, ngành có 1.750 biên chế.", "1.750", "staffing_quota"),
    # What was saved on one occasion, and by a reform.
    ("Nhờ họp trực tuyến, tỉnh tiết kiệm 800 triệu đồng.", "800", None),
    ("By holding the ceremony online, the province saved VND 800 million.", "VND", None),
    ("The mergers saved VND 310 billion of the budget.", "VND", "budget_saved_money"),
    # Inspections upon signs of violation, and those of which some showed signs.
    (
        "When there were signs of violation, inspections were made of 27 Party organizations.",
        "27",
        "violation_signs_inspected_count",
    ),
    (
        "Kiểm tra 310 tổ chức đảng, trong đó 27 tổ chức đảng có dấu hiệu vi phạm.",
        "310",
        "inspected_orgs_count",
    ),
    (
        "Kiểm tra 27 tổ chức đảng và 63 đảng viên khi có dấu hiệu vi phạm.",
        "27",
        "violation_signs_inspected_count",
    ),
    # Degrees of people who are no staff, and women in the committee of a union.
    ("Among the teachers, 93% have a university degree.", "93%", None),
    ("Trong 310 đại biểu dự đại hội, 63% có trình độ sau đại học.", "63%", None),
    ("Tỷ lệ cán bộ có trình độ sau đại học đạt 13%.", "13%", "edu_postgraduate_share"),
    ("Women hold 34% of the seats in the executive committee of the Trade Union.", "34%", None),
    (
        "Women hold 34% of the seats in the executive committee of the Party organization.",
        "34%",
        "committee_female_share",
    ),
    # What others inspect, and what one office did.
    ("Thanh tra tỉnh kiểm tra 36 tổ chức.", "36", None),
    ("Ủy ban Kiểm tra kiểm tra 36 tổ chức đảng.", "36", "inspected_orgs_count"),
    ("Sở Xây dựng giải ngân vốn đầu tư công đạt 47%.", "47%", None),
    (
        "Sở Tài chính cho biết giải ngân vốn đầu tư công đạt 47%.",
        "47%",
        "public_investment_disbursed_share",
    ),
    # Guests of one place, and what scores are held against.
    ("Trong dịp Tết, khu du lịch đón 38.000 lượt khách.", "38.000", None),
    ("Trong dịp Tết, tỉnh đón 238.000 lượt khách.", "238.000", "tourists_count"),
    ("The PAR Index was above the benchmark of 82%.", "82%", None),
    ("The PAR Index was 82%.", "82%", "par_index_score"),
    # A share of money, and one of households.
    ("Banks lent VND 90 billion, of which poor households 61%.", "61%", None),
    (
        "The poverty rate was 3.1%, of which 61% are ethnic minority households.",
        "3.1%",
        "poverty_rate",
    ),
    # Some of those whom a rate is of.
    ("The poverty rate among the Khmer is 8.4%.", "8.4%", None),
    ("The poverty rate is 8.4%.", "8.4%", "poverty_rate"),
    ("Tỷ lệ thất nghiệp của thanh niên là 6,4%.", "6,4%", None),
    ("Tam Ky's GRDP grew by 9.4%.", "9.4%", None),
    ("Binh Duong's GRDP grew by 9.4%.", "9.4%", "grdp_growth"),
    ("Ha Long, the provincial capital, admitted 112 Party members.", "112", None),
    # All that there are, where only the clause before told of inspections.
    ("Kiểm tra, giám sát là việc lớn, bởi toàn tỉnh có đến 87.000 đảng viên.", "87.000", None),
    ("Cấp ủy các cấp giám sát 870 đảng viên.", "870", "supervised_members_count"),
    # What the label of a sentence speaks of.
    ("Party finances: inspected 92 Party organizations.", "92", None),
    ("Inspection: inspected 92 Party organizations.", "92", "inspected_orgs_count"),
    # A label heads matters; it says nothing of a number that its own words tell of.
    ("Bổ nhiệm, từ chức cán bộ: bổ nhiệm 37 cán bộ.", "37", "cadres_appointed_count"),
    ("Bổ nhiệm và miễn nhiệm: bổ nhiệm 37 cán bộ.", "37", "cadres_appointed_count"),
    (
        "Lao động, việc làm: thu nhập bình quân đầu người đạt 61 triệu đồng/năm.",
        "61",
        "income_per_capita",
    ),
    ("Finances, inspection: 92 Party organizations were inspected.", "92", "inspected_orgs_count"),
    # Income at a date, and that of a month or of some.
    (
        "Thu nhập bình quân đầu người đến hết tháng 11/2023 ước đạt 61 triệu đồng.",
        "61",
        "income_per_capita",
    ),
    ("Mỗi tháng thu nhập bình quân đầu người đạt 4 triệu đồng.", "4", None),
    ("Thu nhập bình quân của người lao động đạt 8 triệu đồng.", "8", None),
    # Firms and the like that open a sentence whose next clause has a subject of its own.
    ("Công ty nhà nước được sắp xếp lại, GRDP tăng 7,3%.", "7,3%", "grdp_growth"),
    ("Hợp tác xã phát triển, tỷ lệ hộ nghèo giảm còn 3,4%.", "3,4%", "poverty_rate"),
    (
        "Customs procedures were simplified, and exports reached USD 2.3 billion.",
        "USD",
        "export_turnover",
    ),
    ("In industrial zones, trade grew, and exports reached USD 2.3 billion.", "USD", None),
    ("Lễ hội diễn ra sôi nổi, thu hút 47.000 lượt khách.", "47.000", None),
    ("The festival was lively, attracting 47,000 visitors.", "47,000", None),
    ("Hotel occupancy was high, and 1.3 million visitors came.", "1.3", "tourists_count"),
    ("Các khu du lịch, điểm tham quan đón 47.000 lượt khách.", "47.000", None),
    # Places that only an earlier clause is about.
    (
        "In 64 communes, roads were built, and the poverty rate fell to 3.4%.",
        "3.4%",
        "poverty_rate",
    ),
    ("In 64 highland communes, home to the Mong, the poverty rate is 34%.", "34%", None),
    ("Tại 64 xã vùng cao, vùng sâu, vùng xa, tỷ lệ hộ nghèo là 34%.", "34%", None),
    # What was inspected, whatever was found, and those in which something was found.
    ("Kiểm tra 92 tổ chức đảng không phát hiện vi phạm.", "92", "inspected_orgs_count"),
    ("Qua kiểm tra phát hiện vi phạm ở 14 tổ chức đảng.", "14", None),
    # Whom somebody takes the place of, and what the nation and all investors have.
    ("Bổ nhiệm 37 cán bộ thay cán bộ nghỉ hưu.", "37", "cadres_appointed_count"),
    (
        "They appointed 37 cadres to replace those who retired.",
        "37",
        "cadres_appointed_count",
    ),
    ("Về bổ nhiệm: 14 cán bộ nghỉ hưu.", "14", None),
    ("GRDP tăng 7,3% đứng đầu cả nước.", "7,3%", "grdp_growth"),
    ("Tăng trưởng GRDP cả nước đạt 6,2%.", "6,2%", None),
    (
        "Giải ngân vốn đầu tư công của các chủ đầu tư đạt 93%.",
        "93%",
        "public_investment_disbursed_share",
    ),
    ("Một số chủ đầu tư giải ngân vốn đầu tư công đạt 21%.", "21%", None),
    # Others who inspect, and the Party behind them.
    ("Thanh tra, kiểm tra: kiểm tra 92 tổ chức đảng.", "92", "inspected_orgs_count"),
    (
        "Mặt trận phối hợp tốt, cấp ủy các cấp kiểm tra 92 tổ chức đảng.",
        "92",
        "inspected_orgs_count",
    ),
    (
        "The Inspectorate and the Party committees inspected 92 Party organizations.",
        "92",
        "inspected_orgs_count",
    ),
    ("Thanh tra tỉnh, Kiểm toán nhà nước kiểm tra 36 tổ chức đảng.", "36", None),
    # A standard that units are counted by, a union beside the next share, a saving joined on.
    (
        "Sau sắp xếp, tỉnh có 94 đơn vị hành chính cấp xã theo tiêu chuẩn của nghị quyết.",
        "94",
        "admin_units_commune_count",
    ),
    ("Cấp ủy có 19% nữ và 4% cán bộ công đoàn.", "19%", "committee_female_share"),
    (
        "Tăng cường họp trực tuyến và tiết kiệm chi thường xuyên, cả năm tiết kiệm 70 tỷ đồng.",
        "70",
        "budget_saved_money",
    ),
    # Organizations that are no cells.
    ('Đảng bộ cơ sở "4 tốt" chiếm 77%.', "77%", None),
    ('Chi bộ "4 tốt" chiếm 77%.', "77%", "four_good_cell_share"),
    # An age leaves alone whose it is, and a young group is one however its limit is told.
    ("Committee members under 40 make up 13%.", "13%", "committee_young_share"),
    ("Leading officials under 40 make up 13%.", "13%", "leaders_young_share"),
    ("Tỷ lệ cấp ủy viên trẻ (không quá 40) là 13%.", "13%", "committee_young_share"),
    ("Tỷ lệ cấp ủy viên trẻ (không quá 45) là 13%.", "13%", None),
    # Where the members are is not what is counted.
    ("Số đảng viên đang sinh hoạt tại các chi bộ là 34.150.", "34.150", "party_members_total"),
    ("Số chi bộ trực thuộc đảng ủy cơ sở là 1.150.", "1.150", "party_cells_total"),
    # Two words before one noun are one thing, and other things are none of it.
    ("Party committees rotated 46 leading and managing cadres.", "46", "cadres_rotated_count"),
    ("Party committees rotated 46 leading crops.", "46", None),
    ("The town has 47 OCOP products rated 3 stars, from 19 makers.", "47", "ocop_products_count"),
    ("The town has 47 OCOP products rated 3 stars, from 19 makers.", "19", None),
    # What inspections brought in is no revenue of the province.
    ("Ngân sách đã thu về 37 tỷ đồng qua thanh tra.", "37 tỷ đồng", None),
    ("Năm nay, ngân sách thu được 6 tỷ đồng từ xử phạt.", "6 tỷ đồng", None),
    ("Ngân sách tỉnh thu được 13.700 tỷ đồng.", "13.700 tỷ đồng", "budget_revenue"),
    # The nation: with a year, from … to …, and not where it only ranks its provinces.
    ("Tỷ lệ hộ nghèo của cả nước năm 2023 là 3,7%, giảm 1,1 điểm %.", "3,7%", None),
    ("Tỷ lệ hộ nghèo của cả nước năm 2023 là 3,7%, giảm 1,1 điểm %.", "1,1", None),
    ("Số đơn vị cấp xã toàn quốc từ 9.800 xuống còn 3.400.", "3.400", None),
    ("Tăng trưởng GRDP đứng thứ 3 cả nước đạt 9,1%.", "9,1%", "grdp_growth"),
    ("Tỷ lệ hộ nghèo thấp nhất cả nước năm 2023 là 0,9%.", "0,9%", "poverty_rate"),
    ("The poverty rate of the whole country in 2023 was 3.7%.", "3.7%", None),
    ("The poverty rate nationwide fell to 3.7%.", "3.7%", None),
    ("In the whole nation the poverty rate is 3.7%.", "3.7%", None),
    ("The poverty rate, the lowest nationwide in 2023, was 0.9%.", "0.9%", "poverty_rate"),
    ("GRDP growth of the province was second nationwide at 9.1%.", "9.1%", "grdp_growth"),
    # What a list takes apart in one place is of that place.
    (
        "Đại hội điểm tại phường Tân Lập bầu 29 đồng chí vào Ban Chấp hành, trong đó nữ chiếm 31%.",
        "31%",
        None,
    ),
    (
        "Đại hội Đảng bộ tỉnh bầu 50 đồng chí vào Ban Chấp hành, trong đó nữ chiếm 16%.",
        "16%",
        "committee_female_share",
    ),
    (
        "Thí điểm tại phường Tân Lập, tỉnh bầu 50 đồng chí vào Ban Chấp hành Đảng bộ tỉnh, "
        "trong đó nữ chiếm 16%.",
        "16%",
        "committee_female_share",
    ),
    # Places that were told of before, and some that nobody counts.
    (
        "The income per capita in these seven stands at 41 million VND, the poverty rate at 6.4%.",
        "6.4%",
        None,
    ),
    ("The poverty rate in these three years fell to 2.4%.", "2.4%", "poverty_rate"),
    ("Thu nhập bình quân đầu người tại 7 xã này đạt 41 triệu đồng.", "41", None),
    ("Nhờ đầu tư cho 7 xã này, tỷ lệ hộ nghèo toàn tỉnh còn 3,1%.", "3,1%", "poverty_rate"),
    ("Tỷ lệ nữ trong quy hoạch của một số sở còn dưới 14%.", "14%", None),
    ("The share of women in the planning of some agencies is below 14%.", "14%", None),
    (
        "Một số sở còn chậm nhưng tỷ lệ nữ trong quy hoạch toàn tỉnh đạt 27%.",
        "27%",
        "plan_female_share",
    ),
    ("Tỷ lệ hộ nghèo vẫn còn trên 20% ở một số xã vùng cao.", "20%", None),
    (
        "The poverty rate fell to 4.1% thanks to the work of some communes.",
        "4.1%",
        "poverty_rate",
    ),
    # A sector, zones, and those who work for the Central Committee.
    ("In the term 3,120 workers were admitted to the Party in this sector.", "3,120", None),
    ("In the term 3,120 workers were admitted to the Party.", "3,120", "new_members_count"),
    ("By 2030 they will admit 1,500 Party members in non-state enterprises.", "1,500", None),
    ("Khu vực kinh tế tư nhân kết nạp 412 đảng viên.", "412", None),
    ("Department V of the Central Inspection Committee disciplined 12 members.", "12", None),
    ("Đoàn kiểm tra của Bộ Chính trị đã kiểm tra 14 tổ chức đảng.", "14", None),
    ("Đoàn kiểm tra của Tỉnh ủy đã kiểm tra 14 tổ chức đảng.", "14", "inspected_orgs_count"),
    # Disbursed of a programme, and of all public investment.
    ("Vốn chương trình MTQG là 410 tỷ đồng; giải ngân đến nay đạt 51,3%.", "51,3%", None),
    (
        "Vốn chương trình MTQG là 410 tỷ đồng; giải ngân vốn đầu tư công đạt 61,3%.",
        "61,3%",
        "public_investment_disbursed_share",
    ),
    # Teachers, and people who are staff.
    ("Toàn tỉnh có 18.420 giáo viên, đạt chuẩn trình độ đào tạo 95,1%.", "95,1%", None),
    (
        "Toàn tỉnh có 1.842 cán bộ, công chức cấp xã, đạt chuẩn chức danh 95,1%.",
        "95,1%",
        "standard_title_share",
    ),
    ("Of the 2,300 newly admitted members, 57% have a university degree.", "57%", None),
    (
        "Of the 2,300 commune civil servants, 57% have a university degree.",
        "57%",
        "edu_university_share",
    ),
    ("In all 87.3% of those elected hold a university degree.", "87.3%", None),
    # Rated at all, and rated well.
    ("Có 509/512 tổ chức cơ sở đảng được đánh giá, xếp loại, đạt 99,4%.", "99,4%", None),
    (
        "Trong số tổ chức cơ sở đảng được xếp loại, hoàn thành tốt nhiệm vụ đạt 72,1%.",
        "72,1%",
        "party_org_rating_share",
    ),
    ("In all 509 of 512 grassroots Party organizations were rated.", "509 of 512", None),
    # What was saved, and what pays for something.
    ("Kinh phí gồm nguồn 5% tiết kiệm chi thường xuyên 77 tỷ đồng.", "77 tỷ đồng", None),
    (
        "Năm 2023 tiết kiệm chi thường xuyên 77 tỷ đồng, vận động xã hội hóa 150 tỷ đồng.",
        "77 tỷ đồng",
        "budget_saved_money",
    ),
    (
        "Năm 2023 tiết kiệm chi thường xuyên 77 tỷ đồng, vận động xã hội hóa 150 tỷ đồng.",
        "150 tỷ đồng",
        None,
    ),
    # Parts that come to their whole; others are numbers of their own.
    ("Disciplined 61 members: 40 for land violations, 21 for breaches of duty.", "40", None),
    (
        "Disciplined 61 members: 40 for land violations, 21 for breaches of duty.",
        "61",
        "disciplined_members_count",
    ),
    (
        "Kết nạp 1.320 đảng viên, trong đó có 35 đảng viên là học sinh.",
        "35",
        None,
    ),
    # What is done with both stands behind the second of them.
    (
        "3,110 Party members were inspected; 470 Party members and 13 Party organizations were "
        "disciplined.",
        "470",
        "disciplined_members_count",
    ),
    # A name behind a score is that of the next one, where that follows it.
    ("Năm 2021 tỉnh đạt 64,8 điểm, PAPI đạt 43,7 điểm.", "64,8 điểm", None),
    ("Năm 2021 tỉnh đạt 64,8 điểm, xếp thứ 21 về PCI.", "64,8 điểm", "pci_score"),
    ("Năm 2021 tỉnh đạt 64,8 điểm PCI, 43,7 điểm PAPI.", "64,8 điểm", "pci_score"),
    ("Năm 2021 tỉnh đạt 64,8 điểm PCI, 43,7 điểm PAPI.", "43,7 điểm", "papi_score"),
    # What each place has on average, and what each year brings.
    (
        "Biên chế công chức được giao 3.120 người, bình quân 39 người/xã.",
        "39",
        None,
    ),
    # A mean is no number of one year.
    ("Tỉnh kết nạp bình quân 1.350 đảng viên mỗi năm.", "1.350", None),
    # Forms of discipline are of the whole, and members of all are no new ones.
    (
        "Kỷ luật 430 đảng viên, trong đó có 81 cấp ủy viên; khiển trách 300, cảnh cáo 130.",
        "300",
        "disciplined_members_count",
    ),
    (
        "Quý II kết nạp 216 đảng viên mới; toàn tỉnh hiện có 48.930 đảng viên.",
        "48.930",
        "party_members_total",
    ),
    (
        "Đến giữa năm 2022, cả nước có 5.612/8.211 xã đạt chuẩn nông thôn mới.",
        "5.612",
        None,
    ),
    ("Bình quân toàn quốc, tỷ lệ hộ nghèo là 4,2%.", "4,2%", None),
    # How many all are, in a bracket behind a share of them.
    (
        "Kỷ luật 206 đảng viên, chiếm 0,2% tổng số đảng viên của Đảng bộ (98.120 đảng viên).",
        "98.120",
        "party_members_total",
    ),
    (
        "Kỷ luật 206 đảng viên, chiếm 0,2% tổng số đảng viên, tăng 5% (cùng kỳ kỷ luật 196 đảng "
        "viên).",
        "196",
        "disciplined_members_count",
    ),
]


@pytest.mark.parametrize(
    ("text", "printed", "expected"), CASES, ids=[f"{case[0][:50]}…{case[1]}" for case in CASES]
)
def test_a_number_is_of_what_its_words_say(text: str, printed: str, expected: str | None) -> None:
    found = [one for one in extract(text) if one.fact.text.startswith(printed)]
    assert found, printed
    assert found[0].indicator == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Inside them 33 divisions and 3 public service units have been removed.",
            ["focal_points_reduced_count", "public_service_units_reduced_count"],
        ),
        ("The province dissolved over 33 divisions.", ["focal_points_reduced_count"]),
        # Another verb, or another thing that was given up.
        ("Some 33 divisions were merged and 4 procedures dissolved.", [None, None]),
        ("The city removed 33 procedures.", [None]),
        ("It cut 33 divisions and its staff by 1,240.", ["focal_points_reduced_count", None]),
    ],
)
def test_units_that_were_given_up(text, expected) -> None:
    found = [one.indicator for one in extract(text) if one.fact.kind == "count"]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It expects 13 deputy directors and 27 department heads less.", [DEPUTIES, DEPUTIES]),
        ("The agencies have 14 bureaus less than before.", [OFFICES]),
        ("There will be 14 bureaus less, 2 boards more.", [OFFICES, None]),
        # Who has the first of them, a plan that was missed, a subtraction.
        ("They have 14 bureaus and 13 deputy directors fewer than before.", [None, DEPUTIES]),
        ("They have 14 bureaus less than the plan.", [None]),
        ("The cost of 14 bureaus less subsidies rose.", [None]),
    ],
)
def test_how_many_less_there_are_of_what_is_counted(text, expected) -> None:
    found = [one.indicator for one in extract(text) if one.fact.kind == "count"]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        (
            "Budget revenue was 7,310 billion VND, 103.1% of the estimate (7,090 billion VND) and "
            "equal to 96.4% of the same period.",
            "budget_revenue_yoy_ratio",
        ),
        (
            "Budget revenue was 7,310 billion VND, 103.1% of the estimate assigned by the City "
            "People's Council and up 6.4% over the same period.",
            "budget_revenue_yoy_ratio",
        ),
        (
            "Budget revenue was 7,310 billion VND, 103.1% of the estimate (7,090 billion VND) and "
            "shops grew by 6.4% over the same period.",
            None,
        ),
    ],
)
def test_what_is_told_beside_other_numbers_is_no_subject(text, indicator) -> None:
    assert extract(text)[-1].indicator == indicator


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It has 17 specialised agencies, a reduction of 4 agencies (19%).",
            [None, OFFICES, "focal_points_reduced_share"],
        ),
        ("It has 17 specialised agencies, and the districts cut 4 agencies.", [None, None]),
        ("It has 17 specialised agencies and cut 4 schools.", [None, None]),
    ],
)
def test_units_that_are_named_in_short_the_second_time(text, expected) -> None:
    assert [one.indicator for one in extract(text)] == expected


VILLAGES = "villages_reduced_count"


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("Còn 11 thôn phải dùng chung nhà văn hóa, giảm 4 thôn so với năm 2019.", [None, None]),
        ("Toàn tỉnh còn 13 bản chưa có điện lưới, giảm 6 bản.", [None, None]),
        ("There are still 13 villages without electricity, down 6 villages.", [None, None]),
        ("Toàn tỉnh còn 1.150 thôn, tổ dân phố, giảm 96 thôn so với năm 2019.", [None, VILLAGES]),
        ("There are 1,150 villages, down 96 villages.", [None, VILLAGES]),
        (
            "Toàn tỉnh còn 6 thôn chưa có đảng viên, giảm 5 thôn so với năm 2019.",
            ["villages_without_party_cell_count"] * 2,
        ),
    ],
)
def test_fewer_of_some_places_are_no_merger(text: str, indicators: list[str | None]) -> None:
    numbers = [one for one in extract(text) if one.fact.kind == "count"]
    assert [one.indicator for one in numbers] == indicators


EMPLOYEES, SERVANTS = "public_employees_reduced_count", "civil_servants_reduced_count"


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        # Posts of one sector, and of the province whose sector is told of.
        ("Viên chức giảm chủ yếu ở ngành y tế với 290 người.", [None]),
        ("Ngành giáo dục giảm 640 viên chức.", [None]),
        ("Toàn tỉnh giảm 640 viên chức ngành giáo dục.", [None]),
        ("The health sector cut 290 public employees.", [None]),
        ("Tỉnh giảm 930 viên chức, tập trung ở ngành giáo dục.", [EMPLOYEES]),
        ("Sau khi sắp xếp ngành giáo dục, tỉnh giảm 930 viên chức.", [EMPLOYEES]),
        ("The province cut 930 public employees, mostly in the education sector.", [EMPLOYEES]),
        # Offices that are given up together, only one of them named in full.
        (
            "Giảm 28 phòng chuyên môn và 4 chi cục, tương đương 16,2% đầu mối.",
            [OFFICES, OFFICES, "focal_points_reduced_share"],
        ),
        ("Giảm 4 chi cục và 28 phòng thuộc sở.", [OFFICES, OFFICES]),
        ("Giảm 28 phòng chuyên môn, thành lập 4 chi cục.", [OFFICES, None]),
        ("Giảm 28 phòng chuyên môn và 4 trung tâm.", [OFFICES, None]),
        ("Giảm 28 phòng chuyên môn và 73 công chức.", [OFFICES, SERVANTS]),
        ("Kiểm tra 28 phòng chuyên môn và 4 chi cục.", [None, None]),
    ],
)
def test_posts_and_offices_given_up(text: str, indicators: list[str | None]) -> None:
    assert [one.indicator for one in extract(text)] == indicators


@pytest.mark.parametrize(
    ("text", "printed", "indicator"),
    [
        # What only some committees have, and the committees themselves.
        ("17/96 commune Party committees had a female ratio below 15%.", "17/96", None),
        ("17/96 commune Party committees had a female ratio below 15%.", "15%", None),
        ("Có 12 xã có tỷ lệ hộ nghèo trên 21%.", "21%", None),
        (
            "The 14 district Party committees have a female ratio of 20.7%.",
            "20.7%",
            "committee_female_share",
        ),
        # Who wrote a paper has no share in it.
        (
            "Đề án của Tỉnh ủy phấn đấu đến năm 2027 tỷ lệ cán bộ DTTS trong các cơ quan cấp tỉnh "
            "đạt 26%.",
            "26%",
            None,
        ),
        # Congresses were held by units, and degrees are those of their members.
        (
            "41/41 xã đã tổ chức đại hội; cấp ủy viên có trình độ đại học 97,2%.",
            "97,2%",
            "edu_university_share",
        ),
        # What remains of others, what a label names, who else took part.
        ("Đã giải quyết 390 người (nghỉ hưu 201, điều động 117), còn 588.", "588", None),
        ("Tổng số cán bộ, viên chức là 19.700 người, gồm người Thái 5.080.", "5.080", None),
        (
            "The resolution was studied by 96.8% of Party members and 82% of union members.",
            "82%",
            None,
        ),
        # All members whom a share is of.
        (
            "Kết nạp 1.204 đảng viên, đạt 2,3% so với tổng số đảng viên (52.310 đồng chí).",
            "52.310",
            "party_members_total",
        ),
        # How many there are is no cut, nor by how many they are more than a norm.
        (
            "The number of deputy directors is 64, exceeding the norm by 21, and will be reduced.",
            "64",
            None,
        ),
        (
            "The number of deputy directors is 64, exceeding the norm by 21, and will be reduced.",
            "21",
            None,
        ),
        ("Expelled or removed from the list: 118 Party members.", "118", None),
        # A threshold that some passed is nobody's vote.
        ("Lấy phiếu tín nhiệm, có 11 đồng chí trên 80% phiếu tín nhiệm cao.", "80%", None),
        ("Of 14 members, 11 received more than 80% high-confidence votes.", "80%", None),
        (
            "Đồng chí Bí thư đạt 91,4% phiếu tín nhiệm cao.",
            "91,4%",
            "vote_of_confidence_share",
        ),
        # What is left out or told of others, villages that are there or were formed.
        ("It disciplined 48 Party members, not counting 17 Party members in custody.", "17", None),
        ("Khu vực Tây Nam Bộ kỷ luật 8.740 đảng viên.", "8.740", None),
        ("Vốn sự nghiệp giải ngân trên 88%.", "88%", None),
        ("Lao động qua đào tạo 68,4% (có bằng cấp, chứng chỉ 30,2%).", "30,2%", None),
        (
            "The province has 774 villages, of which 483 were formed in the merger, when 120 "
            "villages were reduced.",
            "774",
            None,
        ),
        (
            "The province has 774 villages, of which 483 were formed in the merger, when 120 "
            "villages were reduced.",
            "483",
            None,
        ),
        # Staff are no committee; parts of a cut are cut.
        (
            "Nữ tham gia cấp ủy 15%; cán bộ, công chức, viên chức là người DTTS 23%.",
            "23%",
            "staff_ethnic_minority_share",
        ),
        (
            "Giảm 2.104/20.310 biên chế được giao (10,36%), trong đó công chức 198.",
            "198",
            "civil_servants_reduced_count",
        ),
        # Poor households among more of them are no rate of all.
        (
            "Toàn tỉnh có 31.000 hộ nghèo và cận nghèo, gồm 12.400 hộ cận nghèo (40%).",
            "40%",
            None,
        ),
        (
            "Toàn tỉnh có 310.000 hộ, gồm 18.600 hộ nghèo (6%) và 12.400 hộ cận nghèo (4%).",
            "4%",
            "near_poor_rate",
        ),
    ],
)
def test_numbers_of_some_of_others_and_of_what_is_left(
    text: str, printed: str, indicator: str | None
) -> None:
    (one,) = [one for one in extract(text) if one.fact.text == printed]
    assert one.indicator == indicator


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        (
            "Party organizations disciplined: 6 (reprimand 5, warning 01).",
            ["disciplined_orgs_count"] * 3,
        ),
        (
            "Cấp ủy và chi bộ đã thi hành kỷ luật 88 đảng viên, bằng 81,5% so với cùng kỳ; hình "
            "thức: khiển trách 61, cảnh cáo 27.",
            ["disciplined_members_count", None, *["disciplined_members_count"] * 2],
        ),
    ],
)
def test_forms_of_discipline_are_of_whom_the_list_counts(
    text: str, indicators: list[str | None]
) -> None:
    assert [one.indicator for one in extract(text)] == indicators


def named(text: str) -> list[str | None]:
    """The indicators of all numbers of a text, in their order."""
    measured = ("percentage", "count", "ratio", "money")
    return [one.indicator for one in extract(text) if one.fact.value.kind in measured]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trong số hộ nghèo, thiếu hụt bảo hiểm y tế 3.906 hộ (19,4%).", [None, None]),
        ("Thiếu hụt nước sạch 1.310 hộ (28,9%).", [None, None]),
        (
            "Deprivations of poor households: jobs 51.2%, health insurance 19.4%, clean water "
            "28.9%.",
            [None, None, None],
        ),
        ("BHYT đạt 93,8%, BHXH bắt buộc 22,6%.", ["health_insurance_share", None]),
        ("Tỷ lệ tham gia BHXH 22,6%; BHYT 93,8%.", [None, "health_insurance_share"]),
        ("Theo Bảo hiểm xã hội tỉnh, tỷ lệ bao phủ BHYT đạt 93,8%.", ["health_insurance_share"]),
        ("Bảo hiểm xã hội tỉnh đưa tỷ lệ bao phủ BHYT lên 93,8%.", ["health_insurance_share"]),
        (
            "Health insurance reached 93.8% and voluntary social insurance 2.9%.",
            ["health_insurance_share", None],
        ),
        ("Tỷ lệ dân số nông thôn sử dụng nước sạch 67%.", ["clean_water_share"]),
        ("Tỷ lệ thất nghiệp thành thị 3,1%, nông thôn 1,4%.", ["unemployment_rate", None]),
        (
            "The unemployment rate was 3.1% in towns and 1.4% in rural areas.",
            ["unemployment_rate", None],
        ),
        (
            "Tổng thu ngân sách địa phương 19.870 tỷ đồng, gồm thu trên địa bàn 7.930 tỷ đồng.",
            [None, "budget_revenue"],
        ),
        ("Thu NSĐP đạt 19.870 tỷ đồng, bằng 106% dự toán.", [None, None]),
        (
            "Thu ngân sách trên địa bàn đạt 7.930 tỷ đồng, bằng 106% dự toán.",
            ["budget_revenue", "budget_revenue_plan_share"],
        ),
    ],
)
def test_what_is_lacked_or_measured_elsewhere_is_not_it(
    text: str, expected: list[str | None]
) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kết nạp 1.154 đảng viên; độ tuổi 18 - 30 là 772 (66,9%), 31 - 40 là 321 (27,8%), "
            "trên 40 là 61 (5,3%).",
            ["new_members_count", *[("new_members_count", None)[i % 2] for i in range(6)]],
        ),
        (
            "Kết nạp trong doanh nghiệp ngoài nhà nước 273 đảng viên, bằng 7,5% tổng số.",
            [None, None],
        ),
        ("The Party admitted 273 members in private firms, 7.5% of the total.", [None, None]),
        (
            "Kết nạp 3.512 đảng viên, chiếm 3,3% tổng số đảng viên.",
            ["new_members_count", "new_members_rate"],
        ),
        ("Tỷ lệ kết nạp đảng viên mới đạt 3,3%.", ["new_members_rate"]),
        (
            "Số chưa xếp loại 798 đồng chí, gồm miễn sinh hoạt 611, mới kết nạp 118, lý do khác "
            "69.",
            [None, None, None, None],
        ),
        (
            "Toàn Đảng bộ có 49.700 đảng viên, trong đó mới kết nạp 1.154 đảng viên.",
            ["party_members_total", "new_members_count"],
        ),
        (
            "Đã xếp loại 49.700 đảng viên; kết nạp 1.154 đảng viên.",
            [None, "new_members_count"],
        ),
    ],
)
def test_who_is_admitted_and_who_is_a_part_of_them(text: str, expected: list[str | None]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Party admitted 2,611 new members in 2020 (down 7.4%) and 2,302 in 2021 "
            "(down 11.8%).",
            {"2,611": "2020", "2,302": "2021"},
        ),
        (
            "Kết nạp 2.611 đảng viên năm 2020 (giảm 7,4%) và 2.302 đảng viên năm 2021 "
            "(giảm 11,8%).",
            {"2.611": "2020", "2.302": "2021"},
        ),
        (
            "Năm 2020 kết nạp 2.611 đảng viên và năm 2021 là 2.302.",
            {"2.611": "2020", "2.302": "2021"},
        ),
    ],
)
def test_what_a_bracket_adds_parts_no_number_from_its_year(
    text: str, expected: dict[str, str]
) -> None:
    told = {one.fact.text: one.period for one in extract(text)}
    assert expected.items() <= told.items()

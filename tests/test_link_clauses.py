"""What a clause says of its number, and what the words beside it say of another."""

from __future__ import annotations

import pytest

from pipeline import check, extract

#: A text, how the number is printed, and what it has and has not.
CASES: list[tuple[str, str, dict[str, str | None]]] = [
    # The nation's rate, and that of a remote area or a branch, is not the province's.
    ("Tỷ lệ hộ nghèo của cả nước còn 2,93%.", "2,93%", {"indicator": None}),
    ("Tỷ lệ hộ nghèo của tỉnh còn 2,93%.", "2,93%", {"indicator": "poverty_rate"}),
    ("In 2023, the national poverty rate was 2.93%.", "2.93%", {"indicator": None}),
    (
        "The province met the national target with a poverty rate of 2.93%.",
        "2.93%",
        {"indicator": "poverty_rate"},
    ),
    ("Tỷ lệ hộ nghèo khu vực miền núi còn 8,5%.", "8,5%", {"indicator": None}),
    ("The poverty rate in mountainous areas was 8.5%.", "8.5%", {"indicator": None}),
    (
        "The province has mountainous areas; the poverty rate was 8.5%.",
        "8.5%",
        {"indicator": "poverty_rate"},
    ),
    ("Lực lượng vũ trang kết nạp 350 đảng viên.", "350", {"indicator": None}),
    ("Các đảng bộ trực thuộc kết nạp 350 đảng viên.", "350", {"indicator": "new_members_count"}),
    ("Private enterprises admitted 45 Party members.", "45", {"indicator": None}),
    (
        "All communes have the national grid and 95% of rural households have clean water.",
        "95%",
        {"indicator": "clean_water_share"},
    ),
    (
        "Một số chỉ tiêu về y tế năm 2021: số bác sĩ trên 1 vạn dân là 9,2.",
        "9,2",
        {"role": "actual"},
    ),
    (
        "Thi hành kỷ luật trong lực lượng vũ trang 12 đảng viên.",
        "12",
        {"indicator": None},
    ),
    ("Thi hành kỷ luật tổng cộng 12 đảng viên.", "12", {"indicator": "disciplined_members_count"}),
    ("Import-export revenue was VND 2,300 billion.", "VND 2,300 billion", {"indicator": None}),
    ("Export revenue was USD 300 million.", "USD 300 million", {"indicator": "export_turnover"}),
    # What a rate of a district fell to is that district's, too.
    ("The poverty rate in Nho Quan District fell from 8.5% to 5.2%.", "5.2%", {"indicator": None}),
    ("Tỷ lệ hộ nghèo ở huyện Nho Quan giảm từ 8,5% xuống 5,2%.", "5,2%", {"indicator": None}),
    (
        "Tỷ lệ hộ nghèo giảm từ 8,5% xuống 5,2%.",
        "5,2%",
        {"indicator": "poverty_rate", "role": "actual"},
    ),
    # What is told of others, or of all members, is not of a number.
    (
        "98.5% of Party members completed their tasks well or better, 1.2% did not.",
        "1.2%",
        {"indicator": None},
    ),
    (
        "Bí thư cấp huyện không là người địa phương 10/12 đồng chí; chủ tịch 8/12.",
        "8/12",
        {"indicator": None},
    ),
    (
        "Bí thư cấp huyện không là người địa phương 10/12 đồng chí.",
        "10/12",
        {"indicator": "secretary_non_local_share"},
    ),
    (
        "The Party Committee admitted 1,524 members, raising the total to 85,600 Party members.",
        "85,600",
        {"indicator": None},
    ),
    (
        "The province raised the number of admitted members to 1,524 Party members.",
        "1,524",
        {"indicator": "new_members_count"},
    ),
    (
        "The province ranked 15th on the PCI and scored 88.5 points on the PAR Index.",
        "88.5 points",
        {"indicator": "par_index_score"},
    ),
    (
        "The province ranked 15th on the PCI with 68.5 points.",
        "68.5 points",
        {"indicator": "pci_score"},
    ),
    # A word for aims and a colon open a sentence of aims, but not of what came of them.
    (
        "Kế hoạch năm 2024: kết nạp 1.700 đảng viên, tỷ lệ hộ nghèo còn 1,8%.",
        "1.700",
        {"role": "target", "indicator": "new_members_count"},
    ),
    (
        "Kế hoạch năm 2024: kết nạp 1.700 đảng viên, tỷ lệ hộ nghèo còn 1,8%.",
        "1,8%",
        {"role": "target"},
    ),
    (
        "Kế hoạch năm 2024: kết nạp 1.700 đảng viên; đã kết nạp 1.720 đảng viên.",
        "1.720",
        {"role": "actual"},
    ),
    ("Kế hoạch năm 2024: kết nạp 1.700 đảng viên, đạt 101% kế hoạch.", "1.700", {"role": "actual"}),
    ("Kết quả thực hiện kế hoạch năm 2024: kết nạp 1.700 đảng viên.", "1.700", {"role": "actual"}),
    (
        "Plan for 2024: admit 1,700 Party members and cut the poverty rate to 1.8%.",
        "1.8%",
        {"role": "target"},
    ),
    (
        "The 2024 plan: admission of 1,700 Party members, poverty rate of 1.8%.",
        "1,700",
        {"role": "target"},
    ),
    (
        "Results of the plan for 2024: admission of 1,700 Party members.",
        "1,700",
        {"role": "actual"},
    ),
    # What is joined to a count behind its share shares its change.
    (
        "Tỉnh giảm 1.250 biên chế công chức, đạt 10,5%, và 5.320 biên chế viên chức.",
        "5.320",
        {"indicator": "public_employees_reduced_count"},
    ),
    (
        "Tỉnh giảm 1.250 biên chế công chức, đạt 10,5%, và hiện có 5.320 biên chế viên chức.",
        "5.320",
        {"change": None},
    ),
    # A difference is no result; what changed since a year is a change.
    ("Kết nạp 1.524 đảng viên, cao hơn huyện B 22 đảng viên.", "22", {"indicator": None}),
    ("Kết nạp 1.524 đảng viên, thấp hơn 76 đảng viên so với chỉ tiêu.", "76", {"indicator": None}),
    (
        "Số đảng viên kết nạp cao hơn năm trước với 1.524 đảng viên.",
        "1.524",
        {"indicator": "new_members_count"},
    ),
    (
        "Tổng vốn đầu tư toàn xã hội không thấp hơn 28.500 tỷ đồng.",
        "28.500 tỷ đồng",
        {"indicator": "total_social_investment"},
    ),
    (
        "The province admitted 1,524 Party members, 576 more than Nam Dinh.",
        "576",
        {"indicator": None},
    ),
    (
        "The province admitted 1,524 Party members, 12 more than in 2022.",
        "12",
        {"indicator": "new_members_count", "change": "increase"},
    ),
    # Nor is what is lacking.
    (
        "Biên chế công chức được giao 2.350, có mặt 2.210, còn thiếu 140.",
        "140",
        {"indicator": None},
    ),
    ("Biên chế công chức được giao 2.350.", "2.350", {"indicator": "staffing_quota"}),
    ("The payroll has 2,210 civil servants and is still 140 short.", "140", {"indicator": None}),
    # Unions and cooperatives admit members of their own; some of the new members are not all.
    (
        "Hội Liên hiệp Phụ nữ tỉnh kết nạp 2.800 hội viên, nâng tổng số hội viên lên 98.500 người.",
        "98.500",
        {"indicator": None},
    ),
    ("Hợp tác xã kết nạp 25 thành viên mới.", "25", {"indicator": None}),
    ("Từ đoàn viên ưu tú đã kết nạp 25 đảng viên mới.", "25", {"indicator": "new_members_count"}),
    ("The Women’s Union admitted 2,800 new members.", "2,800", {"indicator": None}),
    ("Party committees admitted 2,800 new members.", "2,800", {"indicator": "new_members_count"}),
    (
        "Trong số đảng viên mới kết nạp có 45 đồng chí là chủ doanh nghiệp, 30 là giáo viên.",
        "30",
        {"indicator": None},
    ),
    (
        "Trong tổng số 1.524 đảng viên mới kết nạp có 600 nữ.",
        "600",
        {"indicator": "new_members_count", "attribute": "female"},
    ),
    ("Among the newly admitted Party members 45 are business owners.", "45", {"indicator": None}),
    (
        "Among its results, the province admitted 1,524 Party members.",
        "1,524",
        {"indicator": "new_members_count"},
    ),
    ("Trung tâm mở 12 lớp cho 850 đảng viên mới.", "850", {"indicator": None}),
    ("Tổ chức lễ kết nạp cho 850 đảng viên mới.", "850", {"indicator": "new_members_count"}),
    ("12 classes were opened for 850 new Party members.", "850", {"indicator": None}),
    # The whole country is no province.
    (
        "Cả nước kết nạp 150.000 đảng viên; tỉnh kết nạp 1.524 đảng viên.",
        "150.000",
        {"indicator": None},
    ),
    (
        "Cả nước kết nạp 150.000 đảng viên; tỉnh kết nạp 1.524 đảng viên.",
        "1.524",
        {"indicator": "new_members_count"},
    ),
    (
        "Cùng với cả nước, Đảng bộ kết nạp 1.524 đảng viên.",
        "1.524",
        {"indicator": "new_members_count"},
    ),
    ("Nationwide, 150,000 Party members were admitted.", "150,000", {"indicator": None}),
    (
        "The province admitted 1,524 Party members, ranking fifth in the country.",
        "1,524",
        {"indicator": "new_members_count"},
    ),
    # An administration disciplines by its own law.
    (
        "Xử lý kỷ luật hành chính 45 cán bộ, công chức; buộc thôi việc 5 người.",
        "5",
        {"indicator": None},
    ),
    (
        "Xử lý hành chính 5 người, thi hành kỷ luật đảng 45 đảng viên.",
        "45",
        {"indicator": "disciplined_members_count"},
    ),
    (
        "Administrative discipline was imposed on 45 officials; 5 were dismissed.",
        "5",
        {"indicator": None},
    ),
    (
        "Discipline was imposed on 45 Party members; 5 were dismissed.",
        "5",
        {"indicator": "disciplined_members_count"},
    ),
    # A change behind a number is of the next one.
    (
        "Thu ngân sách đạt 4.350 tỷ đồng tăng 11% so với năm 2021.",
        "4.350 tỷ đồng",
        {"change": None, "base_period": None},
    ),
    ("A 19.5% rise in construction was seen.", "19.5%", {"change": "increase"}),
    # What is reached is no change, nor is what is listed with it.
    ("Tỉnh giảm tỷ lệ thất nghiệp ở thành thị xuống 3,1%.", "3,1%", {"change": None}),
    (
        "The merger reduced the total to 31 provinces and 2,870 commune-level administrative "
        "units.",
        "2,870",
        {"change": None, "indicator": "admin_units_commune_count"},
    ),
    # An aim at the beginning holds for the whole sentence, but not for what was reached.
    (
        "Phấn đấu tốc độ tăng trưởng GRDP đạt 8,5%/năm; tỷ lệ đô thị hóa đạt 44%.",
        "44%",
        {"role": "target", "indicator": "urbanization_rate"},
    ),
    (
        "Phấn đấu tỷ lệ đô thị hóa đạt 44%; năm 2023 tỷ lệ hộ nghèo đã đạt 5%.",
        "5%",
        {"role": "actual"},
    ),
    # A share in a bracket is of the count before it, and of no name before another count.
    (
        "Có 190 trường đạt chuẩn quốc gia (chiếm 43%) và 20 thư viện xã (chiếm 55%).",
        "55%",
        {"indicator": None},
    ),
    # Shares of doctors or teachers are none of cadres.
    ("Giáo viên có trình độ đại học trở lên chiếm 88%.", "88%", {"indicator": None}),
    ("Doctors with a master's degree account for 31%.", "31%", {"indicator": None}),
    ("Cán bộ có trình độ đại học chiếm 88%.", "88%", {"indicator": "edu_university_share"}),
    # Targets that were met are no excess.
    ("Đạt và vượt 12/15 chỉ tiêu.", "12/15", {"indicator": "targets_met_count"}),
    ("Hoàn thành 31/40 chỉ tiêu.", "31/40", {"indicator": "targets_met_count"}),
    ("Tỉnh đặt ra 31/40 chỉ tiêu.", "31/40", {"indicator": None}),
    # A bracket with a subject of its own is of that.
    ("GRDP tăng 8,3% (dịch vụ tăng 7,2%).", "7,2%", {"indicator": None}),
    ("Tỷ lệ hộ nghèo còn 5,1% (giảm 1,2%).", "1,2%", {"indicator": "poverty_rate"}),
    (
        "Loc An town, where budget revenue reached VND 12 billion (USD 480,000), is rich.",
        "USD 480,000",
        {"indicator": None},
    ),
    # What a change led to is of the same, and no change.
    ("Tỷ lệ hộ nghèo giảm 3% (còn 7%).", "7%", {"indicator": "poverty_rate", "change": None}),
    ("The poverty rate fell by 3% (to 7%).", "7%", {"indicator": "poverty_rate", "change": None}),
    # So few percent are new members among all; more are of a plan.
    ("Kết nạp 58 đảng viên, đạt tỷ lệ 7,6%.", "7,6%", {"indicator": "new_members_rate"}),
    ("Kết nạp 58 đảng viên, đạt 87,6%.", "87,6%", {"indicator": "new_members_plan_share"}),
    # So much of an earlier time is reached: no growth.
    (
        "Sản lượng đạt 120 tấn, đạt 69,3% so với cùng kỳ năm 2021.",
        "69,3%",
        {"change": None, "base_period": "2021"},
    ),
    ("Thu được 30 tỷ đồng, tỷ lệ tăng đạt 9,9%.", "9,9%", {"change": "increase"}),
    # A level beside a level did not change by itself.
    (
        "Dư nợ tăng 3,2% so với năm 2021, thu nợ 184,2 tỷ đồng và huy động 54,5 tỷ đồng.",
        "54,5 tỷ đồng",
        {"change": None},
    ),
    # Letters that may be settled, or are only looked into, were not settled.
    (
        "Tổng số đơn tố cáo thuộc thẩm quyền giải quyết là 33 đơn.",
        "33",
        {"indicator": None},
    ),
    ("Thanh tra tỉnh thụ lý, xác minh 12 đơn tố cáo.", "12", {"indicator": None}),
    (
        "Đã giải quyết 40 đơn tố cáo thuộc thẩm quyền giải quyết.",
        "40",
        {"indicator": "denunciations_settled_count"},
    ),
    # Letters that look like others are read as those.
    ("Tỷ lệ hộ nghèo giảm, nay dƣới 7%.", "7%", {"indicator": "poverty_rate"}),
    ("Ðảng bộ tỉnh có 71.000 đảng viên.", "71.000", {"indicator": "party_members_total"}),
    # A signed share in a bracket is that of the change, and of its own subject.
    (
        "Tăng trưởng kinh tế cả năm là 4%, trong đó khu vực dịch vụ tăng nhẹ (+0,95%).",
        "0,95%",
        {"indicator": None, "change": "increase"},
    ),
    ("GRDP tăng khá (+7,2%).", "7,2%", {"indicator": "grdp_growth"}),
    # A level with a name of its own, behind an amount of something else.
    (
        "Có 52 vụ, giảm 14 vụ, với diện tích rừng thiệt hại 2,8 ha.",
        "2,8 ha",
        {"change": None},
    ),
    # What makes up so much is a share, though the next number is a word.
    (
        "Có 23 đại biểu nữ (chiếm 24,21%); một đại biểu là người Tày (chiếm 1,05%).",
        "24,21%",
        {"attribute": "female"},
    ),
    # A ratio in a bracket behind an earlier time is none of that time.
    (
        "Thu ngân sách tăng 41% so với cùng kỳ năm 2017 (12/17 khoản thu đạt dự toán).",
        "12/17",
        {"role": None, "period": None},
    ),
    ("Cơ sở hạ tầng tốt, trong đó Nhà nước đầu tư 48 tỷ đồng.", "48 tỷ đồng", {"change": None}),
    # The aim in a bracket measures what is held against it, not by how much it was missed.
    (
        "Tỷ lệ lao động qua đào tạo đạt 38%, thấp hơn 0,4% so với chỉ tiêu tỉnh giao (38,4%).",
        "38,4%",
        {"role": "target", "indicator": "trained_labour_share"},
    ),
    (
        "GRDP tăng 7,61%, vượt so với kế hoạch tỉnh giao (7 - 7,5%).",
        "7 - 7,5%",
        {"role": "target", "indicator": "grdp_growth"},
    ),
    # Members behind a share are of no organization that the share before is of.
    (
        "Có 90% tổ chức cơ sở đảng và 92% đảng viên hoàn thành tốt nhiệm vụ.",
        "92%",
        {"indicator": "party_member_rating_share", "level": None},
    ),
    # Those who admit members are none.
    ("Có 12 huyện đã kết nạp 253 đảng viên.", "12", {"indicator": None}),
    # A part has its own subject.
    (
        "UBKT các cấp đã giám sát 13 tổ chức đảng, trong đó UBKT Huyện ủy giám sát 4 tổ chức.",
        "4",
        {"level": "district", "body": "inspection_commission"},
    ),
    # A share of a part that nothing names is of none, and of a plan it is no share.
    (
        "Thu ngân sách đạt 12.400 tỷ đồng, trong đó thu nội địa 10.100 tỷ đồng, bằng 88% dự toán.",
        "88%",
        {"indicator": None},
    ),
    (
        "Forest coverage was 43%, and 2,100 ha of forest were planted, 108% of the plan.",
        "108%",
        {"indicator": None},
    ),
    # What another number stands for is no number of today.
    ("The town will have 6 wards instead of 9.", "9", {"role": "previous"}),
    ("Huyện còn 12 xã thay vì 15 xã như trước.", "15", {"role": "previous"}),
    ("The rate was reduced to 11% from more than 30% in 2012.", "30%", {"role": "previous"}),
    # A year behind what was is not the year of what is.
    ("Tỷ lệ hộ nghèo giảm từ 9,4% năm 2016 xuống còn 3,3%.", "3,3%", {"period": None}),
    ("Tỷ lệ hộ nghèo là 13% năm 2015, hiện nay còn 4,6%.", "4,6%", {"period": None}),
    ("The rate was reduced to 11% from more than 30% in 2012.", "11%", {"period": None}),
    ("The rate is to reach at least 71% in 2023, and over 86% by 2025.", "86%", {"period": None}),
    ("Tỷ lệ đô thị hóa năm 2015 là 21%, năm 2020 là 29%.", "29%", {"period": "2020"}),
    # Without its year, a quarter is no half of the year beside it.
    ("GRDP 6 tháng năm 2023 tăng 6,7% (quý I tăng 6,1%).", "6,1%", {"period": None}),
    # The same for another time.
    (
        "Năm 2019, tỷ lệ lao động qua đào tạo đạt 53%; ước hết năm 2020 đạt 58%.",
        "58%",
        {"indicator": "trained_labour_share"},
    ),
    (
        "In 2017, GRDP growth reached 9.3%; in 2018, it reached 10.4%.",
        "10.4%",
        {"indicator": "grdp_growth", "period": "2018"},
    ),
    # But not of another subject.
    (
        "Năm 2019, tỷ lệ lao động qua đào tạo đạt 53%; năm 2020 tỷ lệ phủ sóng đạt 58%.",
        "58%",
        {"indicator": None},
    ),
    # A score is of the one index that its sentence names, unless it is that of a part.
    (
        "According to the PCI 2021 rankings, the province scored 63.4 points, ranked 33rd.",
        "63.4 points",
        {"indicator": "pci_score"},
    ),
    ("The province came 14th in the PCI with a score of 66.7.", "66.7", {"indicator": "pci_score"}),
    (
        "In the PCI, the component of market entry scored 7.4 points.",
        "7.4 points",
        {"indicator": None},
    ),
    (
        "In the PAR Index and the PCI, the province scored 63.4 points.",
        "63.4 points",
        {"indicator": None},
    ),
    # A name right behind a number is its own.
    (
        "There are 14 doctors per 10,000 people and 31 hospital beds per 10,000 people.",
        "31",
        {"indicator": "hospital_beds_per_10k"},
    ),
    (
        "At least 92 percent of residents participate in health insurance and at least 84 "
        "percent of residents have a health record.",
        "84 percent",
        {"indicator": None},
    ),
    (
        "The index of industrial production rose 12%, while retail revenue and foreign "
        "investment rose by 31% and 23%.",
        "23%",
        {"indicator": None},
    ),
    # Papers are about a matter and do not count it.
    (
        "The Government approved 23 proposals for reorganising commune-level administrative units.",
        "23",
        {"indicator": None, "level": None},
    ),
    # A grade goes on with those who were graded before.
    (
        "Tổ chức cơ sở đảng hoàn thành xuất sắc nhiệm vụ chiếm 17,5%; hoàn thành tốt nhiệm vụ "
        "chiếm 71%.",
        "71%",
        {"indicator": "party_org_rating_share"},
    ),
    # The level that opens a clause is that of the count in the next.
    (
        "There are 140 public service units at the provincial level and at district level, "
        "there are 1,150 public service units.",
        "1,150",
        {"level": "district"},
    ),
    # A share of the economy is no growth of it.
    ("Kinh tế số đóng góp khoảng 11% vào GRDP.", "11%", {"indicator": None}),
    # *Trung cấp* is a degree of what was studied, or a school.
    (
        "Về trình độ lý luận chính trị, trung cấp chiếm 40,6%, cao cấp chiếm 11%.",
        "40,6%",
        {"indicator": "political_theory_intermediate_share"},
    ),
    (
        "Trình độ lý luận chính trị: cao cấp 5%; chuyên môn: đại học 79%, trung cấp 10%.",
        "10%",
        {"attribute": "secondary_vocational"},
    ),
    # The same for another level.
    (
        "7/11 Party cell secretaries are concurrently Chairman of the People's Council (63.6%), "
        "118/172 at commune level (68.6%).",
        "68.6%",
        {"indicator": "secretary_council_unified_share", "level": "commune"},
    ),
    # A group that no card knows is not that of the share before.
    ("Cấp ủy khóa mới có nữ 22%, tái cử 57%.", "57%", {"attribute": None, "indicator": None}),
    ("Nữ chiếm 31%, nam chiếm 69%.", "69%", {"attribute": None}),
    ("Cấp ủy có nữ 22%, tăng 2% so với khóa trước.", "2%", {"attribute": "female"}),
    # What people have not is not said of them.
    ("7% of the staff have no university degree.", "7%", {"attribute": None, "indicator": None}),
    ("Có 12% cán bộ chưa có trình độ đại học.", "12%", {"attribute": None}),
    # A share between commas is no end of the clause.
    (
        "97 out of 118 communes, or 82.2 percent, met new-style rural standards.",
        "97 out of 118",
        {"indicator": "ntm_communes_share"},
    ),
    # *While* opens a clause of its own.
    (
        "The number of civil servants at ministries, agencies and localities was reduced by 8.9 "
        "percent compared to 2015 while that of public employees fell by 7.4 percent.",
        "8.9 percent",
        {"indicator": "civil_servants_reduced_share"},
    ),
    # An opening clause has its own object.
    (
        "After reducing one district, the total number of civil servants is 47 people.",
        "47",
        {"change": None, "indicator": "staffing_quota"},
    ),
    # The word that leads to the next number is not of the one before.
    (
        "The province dismissed 14 officials and warned 33.",
        "14",
        {"attribute": "disc_dismissal"},
    ),
    (
        "Import-export turnover was 4.3 billion USD with exports of 2.5 billion USD.",
        "4.3 billion USD",
        {"indicator": None},
    ),
    (
        "The target is 71 points in the PCI and 91% in the PAR Index.",
        "91%",
        {"indicator": "par_index_score"},
    ),
    # Those who are counted are neither cadres nor members.
    ("Tập huấn cho 540 nông dân.", "540", {"indicator": None}),
    ("Kết nạp 1.150 hội viên nông dân.", "1.150", {"indicator": None}),
    ("Kết nạp 57 học sinh, sinh viên vào Đảng.", "57", {"indicator": "new_members_count"}),
    ("29 Party organizations in private enterprises have 590 members.", "590", {"indicator": None}),
    # Some of a group are not the group.
    ("Tỷ lệ hộ nghèo được vay vốn đạt 84%.", "84%", {"indicator": None}),
    ("Tỷ lệ hộ nghèo được kéo giảm còn 5,1%.", "5,1%", {"indicator": "poverty_rate"}),
    # A part that nothing kept tells from its whole has no indicator, nor has its change.
    (
        "Tổng thu NSNN đạt 10.900 tỷ đồng, trong đó thu nội địa 9.500 tỷ đồng, giảm 8,7%.",
        "9.500 tỷ đồng",
        {"indicator": None},
    ),
    (
        "Tổng thu NSNN đạt 10.900 tỷ đồng, trong đó thu nội địa 9.500 tỷ đồng, giảm 8,7%.",
        "8,7%",
        {"indicator": None},
    ),
    (
        "Kết nạp 1.210 đảng viên, trong đó 610 nữ.",
        "610",
        {"indicator": "new_members_count", "attribute": "female"},
    ),
    (
        "Kim ngạch xuất khẩu đạt 452 triệu USD, giảm 10,4%, trong đó hàng nông sản 335 triệu USD.",
        "335 triệu USD",
        {"change": None},
    ),
    # A change of the payroll is no size of it.
    ("Toàn tỉnh giảm 275 biên chế.", "275", {"indicator": None, "change": "decrease"}),
    # What a number is held against is of before.
    ("The poverty rate is 3.3%, down from 5.6% in 2021.", "5.6%", {"role": "previous"}),
    ("Of the 61 communes, 12 meet fewer than 15 criteria.", "15", {"change": None}),
    # Shares of leaders go on over a semicolon.
    (
        "Lãnh đạo, quản lý là nữ chiếm 21%; người dân tộc thiểu số chiếm 13%.",
        "13%",
        {"population": "leaders_managers"},
    ),
    # In a list, each share is of its own members.
    (
        "Ban Chấp hành có 47 đồng chí, trong đó nữ 8 đồng chí, chiếm 17%, dưới 40 tuổi 5 đồng chí, "
        "chiếm 10,6%.",
        "17%",
        {"attribute": "female"},
    ),
    (
        "Công chức cấp tỉnh 1.150 người, chiếm 24%, công chức cấp huyện 1.240 người, chiếm 26%.",
        "1.150",
        {"level": "province"},
    ),
    # A time that opens its clause is that of the number behind it.
    (
        "Tỷ lệ hộ nghèo năm 2020 là 5,4%, năm 2021 giảm còn 4,3%, năm 2022 còn 3,5%.",
        "4,3%",
        {"period": "2021"},
    ),
    (
        "Năm 2015 có 1.150 đảng viên, năm 2020 tăng lên 1.420 đảng viên.",
        "1.420",
        {"period": "2020"},
    ),
    ("The rate was 5.4% in 2020, in 2021 down to 4.3%.", "4.3%", {"period": "2021"}),
    # What is held against the country or a plan is nothing of before.
    ("Tỷ lệ hộ nghèo là 3,3% so với 4,4% của cả nước.", "4,4%", {"role": "actual"}),
    ("GRDP growth was 7.1% compared with 8% planned.", "8%", {"role": "plan"}),
    # What was reached of an aim is a result, and all that follows.
    (
        "Phấn đấu kết nạp 1.450 đảng viên, kết quả đạt 1.390 đảng viên.",
        "1.390",
        {"role": "actual"},
    ),
    (
        "Phấn đấu đến năm 2025 tỷ lệ đô thị hóa đạt 46%; năm 2022 đạt 39%.",
        "39%",
        {"role": "actual"},
    ),
    (
        "The province aims at GRDP growth of 8%; in 2022 growth reached 7.1%.",
        "7.1%",
        {"role": "actual"},
    ),
    # Near-poor households are no poor ones.
    ("Tỷ lệ hộ nghèo 3,3%, hộ cận nghèo 4,4%.", "4,4%", {"indicator": "near_poor_rate"}),
    # The points of a part, or of somebody else, are no score of the index.
    ("PAPI tăng 4 bậc, nội dung công khai đạt 5,3 điểm.", "5,3 điểm", {"indicator": None}),
    ("Chỉ số PCI tăng 4 bậc; bộ phận một cửa đạt 94 điểm.", "94 điểm", {"indicator": None}),
    # By how much a plan was exceeded is not the same for another time.
    (
        "Thu ngân sách năm 2020 đạt 8.900 tỷ đồng; năm 2021 vượt 450 tỷ đồng.",
        "450 tỷ đồng",
        {"indicator": None},
    ),
    ("Tỷ lệ hộ nghèo năm 2020 là 5,4%; năm 2021 đạt 97% kế hoạch.", "97%", {"indicator": None}),
    ("Tỷ lệ hộ nghèo năm 2020 là 5,4%; năm 2021 hoàn thành 97%.", "97%", {"indicator": None}),
    ("Đảng bộ kết nạp 57 học sinh, sinh viên.", "57", {"indicator": "new_members_count"}),
    # In brackets, what was planned, and what a change comes to.
    (
        "Thu hút FDI đạt 2,4 tỷ USD (kế hoạch đề ra là 1.850 triệu USD).",
        "1.850 triệu USD",
        {"role": "target", "indicator": "fdi_attracted"},
    ),
    (
        "Số công chức giảm 1.240 người so với năm 2020 (tương đương 3,9%).",
        "3,9%",
        {"role": "actual", "change": "decrease"},
    ),
    (
        "Chỉ số PCI giảm so với năm 2021 (70,3 điểm).",
        "70,3 điểm",
        {"role": "previous", "period": "2021"},
    ),
    # By how much an estimate of a year was exceeded is no change.
    (
        "Budget revenue climbed to 9.6 trillion VND, exceeding the 2023 estimate by 12%.",
        "12%",
        {"change": None, "indicator": None},
    ),
    # By how much one thing changed says nothing of the level of the next.
    ("Sữa đạt 1.700 tấn, tăng 8,1%, thịt lợn 88.000 tấn.", "88.000 tấn", {"change": None}),
    ("Thu ngân sách tăng 8,1%, tương ứng 950 tỷ đồng.", "950 tỷ đồng", {"change": "increase"}),
    (
        "Farming came to VND 130 billion, up 3.2%, and fishery to VND 2,600 billion.",
        "VND 2,600 billion",
        {"change": None},
    ),
    ("Wages rose by 7.1%, i.e. 260,000 VND per month.", "260,000 VND", {"change": "increase"}),
    (
        "There were 3,100 visits, a decrease of 8.4%, while nearly 2,000 visits were paid abroad.",
        "2,000",
        {"change": None},
    ),
    # A verb of change without a number only says that something changed.
    (
        "Số án bị sửa giảm, trong năm có 37 vụ bị sửa, tỷ lệ 0,42%.",
        "0,42%",
        {"change": None},
    ),
    ("The price increased, remaining at VND 41 million.", "VND 41 million", {"change": None}),
    (
        "Levels declined after 3 billion cubic metres were used.",
        "3 billion cubic metres",
        {"change": None},
    ),
    (
        "Some 2,300 people have been reduced, of whom 2,100 left early.",
        "2,100",
        {"change": "decrease"},
    ),
    # In a bracket: what there was, and what is listed there.
    (
        "So với cùng kỳ giảm 8 lượt đoàn (6 tháng đầu năm 2019 có 13 lượt đoàn).",
        "13",
        {"change": None, "period": "2019-H1"},
    ),
    (
        "Điện đạt 65 triệu kWh, tăng 12% so với năm 2014 (trong đó thủy điện chiếm 33%, nhiệt điện "
        "41%).",
        "33%",
        {"role": None, "period": None},
    ),
    (
        "Điện đạt 65 triệu kWh, tăng 12% so với năm 2014 (trong đó thủy điện chiếm 33%, nhiệt điện "
        "41%).",
        "41%",
        {"change": None},
    ),
    # What is reached behind a comparison is no share of what was gained.
    (
        "Bảo hiểm y tế có 885.000 người, tăng 29.000 người so với năm 2022, đạt 92,3% dân số.",
        "92,3%",
        {"change": None, "base_period": None, "indicator": "health_insurance_share"},
    ),
    ("Giảm 310 biên chế so với năm 2020, tương ứng 4,2%.", "4,2%", {"change": "decrease"}),
    # Bounds and bands are nothing of before.
    ("Số xã đạt từ 11 tiêu chí trở lên là 36 xã.", "11", {"role": None}),
    ("Tàu dài từ 14m đến dưới 25m có 310 chiếc.", "14m", {"role": None}),
    ("Tỷ lệ hộ nghèo giảm từ 14% xuống dưới 9%.", "14%", {"role": "previous"}),
    # An earlier time is left behind, with all that stand before it.
    (
        "Từ chỗ mỗi xã chỉ đạt 3 tiêu chí năm 2010, đến nay mỗi xã đạt trên 16 tiêu chí.",
        "16",
        {"period": None},
    ),
    (
        "Income rose from 15 million VND in 2011 to 39 million VND in 2018, and the poverty rate "
        "fell to 1.4 percent.",
        "1.4 percent",
        {"period": None},
    ),
    ("It grew by 7.2% from 1991 to 2000, and by 11% from 2001 to now.", "11%", {"period": None}),
    # The time of what a number is held against.
    ("Growth of 7.3% was higher than the 6.2% of 2022.", "7.3%", {"period": None}),
    ("It was up 13% compared to that in 2022.", "13%", {"base_period": "2022", "period": None}),
    ("Exports rose by 13%, to be compared with the plan to 2025.", "13%", {"base_period": None}),
    # A year right behind the number of a document is that of the document.
    (
        "Theo Quy định 365-QĐ/TW năm 2025, tập thể phải đạt từ 85 điểm trở lên.",
        "85 điểm",
        {"period": None},
    ),
    (
        "BHYT có 1.015.000 người, đạt tỷ lệ bao phủ 86,4% dân số.",
        "86,4%",
        {"indicator": "health_insurance_share"},
    ),
    # The rate of some places is theirs, whatever is counted of them.
    (
        "The income per capita of the four localities reached 37.9 million VND.",
        "37.9 million VND",
        {"indicator": "income_per_capita"},
    ),
    (
        "Tỷ lệ lao động qua đào tạo của 4 xã đạt 62,5%.",
        "62,5%",
        {"indicator": "trained_labour_share"},
    ),
    (
        "Income per capita rose from 16.8 million VND per year in 2011 to 37.8 million VND.",
        "37.8 million VND",
        {"indicator": "income_per_capita"},
    ),
    # Posts are no units, whatever the sentence begins with.
    (
        "Ban Chỉ đạo sắp xếp đơn vị hành chính dự tính giảm 850 biên chế cấp tỉnh.",
        "850",
        {"indicator": "civil_servants_reduced_count"},
    ),
    # Those who are rewarded or chosen are some of all.
    ("Tỉnh tặng giấy khen cho 14 chi bộ trực thuộc.", "14", {"indicator": None}),
    ("Tỉnh kiểm tra 9 chi bộ và chọn 4 chi bộ làm điểm.", "4", {"indicator": None}),
    ("Tỉnh kiểm tra 9 chi bộ và 4 đảng bộ.", "4", {"indicator": "inspected_orgs_count"}),
    # What is received or arises is not settled, nor are petitions denunciations.
    ("The district received 43 complaints and denunciations.", "43", {"indicator": None}),
    ("The number of denunciations arising is 211.", "211", {"indicator": None}),
    (
        "The office received 3,100 denunciations and settled 2,800 denunciations.",
        "3,100",
        {"indicator": None},
    ),
    (
        "The office received 3,100 denunciations and settled 2,800 denunciations.",
        "2,800",
        {"indicator": "denunciations_settled_count"},
    ),
    (
        "In the year, 211 denunciations were settled.",
        "211",
        {"indicator": "denunciations_settled_count"},
    ),
    ("They settled 64 denunciations and 171 petitions.", "171", {"indicator": None}),
    # Units that are to be merged are some of all.
    (
        "There are 110 commune-level administrative units subject to rearrangement.",
        "110",
        {"indicator": None},
    ),
    (
        "Toàn tỉnh có 16 đơn vị hành chính cấp xã thuộc diện sắp xếp.",
        "16",
        {"indicator": None},
    ),
    # What somebody is asked to do is not done.
    (
        "They disciplined 8 organizations and proposed that the Secretariat discipline 4 Party "
        "members.",
        "4",
        {"indicator": None},
    ),
    (
        "They disciplined 8 organizations and proposed that the Secretariat discipline 4 Party "
        "members.",
        "8",
        {"indicator": "disciplined_orgs_count"},
    ),
    ("Đề nghị Ban Thường vụ kỷ luật 4 đảng viên.", "4", {"indicator": None}),
    (
        "Theo đề nghị của chi bộ, đảng ủy kỷ luật 4 đảng viên.",
        "4",
        {"indicator": "disciplined_members_count"},
    ),
    # A name is not that of a number behind another measure, nor of some of whom it is.
    (
        "The urbanization rate is 43%, and 74% of communes meet new rural standards, of which 24% "
        "meet advanced standards.",
        "24%",
        {"indicator": None},
    ),
    (
        "The rate of trained workers reaches 66%, 38% of whom have certificates.",
        "38%",
        {"indicator": None},
    ),
    # Who set an aim is not whom a number is of, and the aim itself stands in the bracket.
    (
        "Tỷ lệ lao động tham gia BHXH đạt 37%, thấp hơn 0,6% so với chỉ tiêu UBND tỉnh giao "
        "(37,6%).",
        "37,6%",
        {"role": "target", "body": None, "level": None},
    ),
    (
        "Tỷ lệ tham gia đạt 37,5%, cao hơn 0,5% so với chỉ tiêu đề ra tại Nghị quyết số 05-NQ/TU "
        "ngày 12/12/2021 của Tỉnh ủy (37%).",
        "37%",
        {"role": "target", "body": None, "level": None},
    ),
    ("Thu đạt 370 tỷ đồng, tăng 7 tỷ đồng so với kế hoạch (102%).", "102%", {"role": None}),
    (
        "The revenue came to 17.5 percent of the estimate assigned by the provincial People's "
        "Committee.",
        "17.5 percent",
        {"body": None, "level": None},
    ),
    (
        "The provincial People's Committee has 23 percent women.",
        "23 percent",
        {"body": "peoples_committee", "level": "province"},
    ),
    # People who are literate are not those of the segment before.
    (
        "153/171 xã đạt mức 2; số người biết chữ trong độ tuổi 15-35 đạt 99,6%.",
        "99,6%",
        {"level": None},
    ),
    # The last people of a row are not all whom a number counts.
    (
        "The total number of managers, teachers and contract workers is 13,500.",
        "13,500",
        {"population": None},
    ),
    (
        "The total number of contract workers is 13,500.",
        "13,500",
        {"population": "contract_workers"},
    ),
    # *Quy định từ* without a number behind it is no norm.
    (
        "Tỷ lệ dân số dùng nước theo quy định từ công trình tập trung đạt 54%.",
        "54%",
        {"role": None},
    ),
    # What there was a year before stands in a bracket.
    (
        "So với cùng kỳ giảm 8 lượt đoàn (6 tháng đầu năm 2019 có 13 lượt đoàn).",
        "13",
        {"role": "previous"},
    ),
    (
        "So với năm 2018 giảm 8 lượt đoàn (năm 2019 có 13 lượt đoàn).",
        "13",
        {"role": None},
    ),
    # What a number is held against is of its own time; what was aimed at is none of it.
    (
        "In 2023, 1,300 party members were admitted, compared with 1,150 in 2022 and a plan of "
        "1,250.",
        "1,250",
        {"role": "target", "period": "2023"},
    ),
    (
        "In 2024 the province admitted 1,640 party members, 108% of the plan of 1,520 members.",
        "1,520",
        {"role": "target", "period": "2024"},
    ),
    (
        "Năm 2024, tỷ lệ hộ nghèo còn 3,1%, thấp hơn mức 4,4% của năm 2023 và thấp hơn mục tiêu "
        "3,5%.",
        "3,5%",
        {"role": "target", "period": "2024"},
    ),
    (
        "Năm 2024, tỷ lệ hộ nghèo còn 3,1%, thấp hơn mức 4,4% của năm 2023 và thấp hơn mục tiêu "
        "3,5%.",
        "4,4%",
        {"role": "previous", "period": "2023"},
    ),
    (
        "Income per capita was VND 61 million against VND 55 million in 2021.",
        "VND 55 million",
        {"role": "previous", "period": "2021"},
    ),
    (
        "The committee inspected 20 cells and took action against 14 party members.",
        "14",
        {"role": "actual"},
    ),
    (
        "Members above 55 make up 31%, compared with 18% for those below 35.",
        "18%",
        {"role": None},
    ),
    (
        "Năm 2024 kết nạp 1.640 đảng viên, tăng 90 đảng viên so với cùng kỳ (năm 2023 kết nạp "
        "1.550 đảng viên).",
        "1.550",
        {"role": "previous", "change": None, "period": "2023"},
    ),
    (
        "The province admitted 1,640 party members, up 12% on 2022 (1,464 members).",
        "1,464",
        {"role": "previous", "change": None, "period": "2022"},
    ),
    # A year that names prices is no period.
    (
        "Output of the first quarter of 2016 at 2012 comparative prices reached 41 trillion VND.",
        "41 trillion VND",
        {"period": "2016-Q1"},
    ),
    # What a merger took or made is not all that there is.
    (
        "The province merged 31 communes to form 15 commune-level administrative units.",
        "15",
        {"indicator": None},
    ),
    (
        "Tỉnh sắp xếp 31 xã để thành lập 15 đơn vị hành chính cấp xã mới.",
        "15",
        {"indicator": None},
    ),
    (
        "Sau khi sắp xếp, tỉnh có 124 đơn vị hành chính cấp xã.",
        "124",
        {"indicator": "admin_units_commune_count"},
    ),
    # A name behind a number and its conversion is that of the next one.
    (
        "It collected 21 trillion VND (900 million USD) for the State and posted per capita "
        "income of 64 million VND.",
        "21 trillion VND",
        {"indicator": None},
    ),
    # The month of a meeting is not that of what was said there.
    (
        "At the regular meeting in May 2024, the director said that 2,100 civil servants retired.",
        "2,100",
        {"period": None},
    ),
    (
        "According to the meeting held on the afternoon of July 26, the state budget revenue is "
        "9,400 billion VND.",
        "9,400 billion VND",
        {"period": None},
    ),
    # Nor is a quarter whose year is not printed the quarter before.
    (
        "GRDP growth in the first quarter of 2024 reached 5.6%; in the second quarter, it "
        "reached 6.9%.",
        "6.9%",
        {"period": None},
    ),
    # The plan behind a share is that of the share.
    (
        "Budget revenue reached 19.2% of the yearly estimate and up 15%.",
        "15%",
        {"indicator": "budget_revenue_yoy_ratio", "change": "increase"},
    ),
    (
        "There were 1,210 public service units, a decrease of 46 units compared to 2021, in the "
        "period 2016-2023, a decrease of 295 units.",
        "295",
        {"base_period": None, "period": "2016/2023"},
    ),
    # A year in brackets behind a noun is that of its number.
    (
        "It has 591 grassroots Party organizations, with 38,400 Party members (in 2019).",
        "38,400",
        {"period": "2019", "indicator": "party_members_total"},
    ),
    # By how much a count grew is no change of a share.
    ("1,334 schools met national standards, up 12.1% on 2018.", "12.1%", {"indicator": None}),
    # What each of some places has is not what the province has.
    (
        "15 districts have 100% of their communes meeting new rural standards.",
        "100%",
        {"indicator": None},
    ),
    # A sentence that takes apart the whole before it gives no second whole.
    (
        "State budget revenue was VND 5,600 billion. In which, domestic revenue was VND 3,100 "
        "billion.",
        "VND 3,100 billion",
        {"indicator": None},
    ),
    # Another level or body tells a part from the whole.
    (
        "Cấp ủy các cấp kiểm tra 712 tổ chức đảng. Trong đó, Ban Thường vụ Tỉnh ủy kiểm tra 6 tổ "
        "chức đảng.",
        "6",
        {"indicator": "inspected_orgs_count", "level": "province", "body": "standing_committee"},
    ),
    (
        "Cấp ủy các cấp kiểm tra 712 tổ chức đảng. Trong đó, kiểm tra 6 tổ chức đảng ở nơi khó "
        "khăn.",
        "6",
        {"indicator": None},
    ),
    # Those that were found at fault, and those that were inspected.
    (
        "Kiểm tra 96 tổ chức đảng, kết luận 17 tổ chức có khuyết điểm.",
        "17",
        {"indicator": None},
    ),
    (
        "Kiểm tra 96 tổ chức đảng, giám sát 17 tổ chức.",
        "17",
        {"indicator": "supervised_orgs_count"},
    ),
    # Units that are streamlined are fewer, and those that are there are not.
    (
        "Five administrative units at district level and 38 units at commune level have been "
        "streamlined.",
        "38",
        {"indicator": "admin_units_reduced_count", "change": "decrease"},
    ),
    (
        "Procedures have been streamlined; the province has 38 administrative units at district "
        "level.",
        "38",
        {"indicator": "admin_units_district_count", "change": None},
    ),
    # Those that a union admits are its own, and a total that was reached is nobody admitted.
    (
        "Hội Nông dân tỉnh kết nạp 2.310 hội viên, nâng tổng số hội viên lên 87.400 người.",
        "87.400",
        {"indicator": None},
    ),
    (
        "The Farmers' Union admitted 2,310 new members, bringing its total membership to 87,400.",
        "2,310",
        {"indicator": None},
    ),
    (
        "The Farmers' Union admitted 2,310 new members, bringing its total membership to 87,400.",
        "87,400",
        {"indicator": None},
    ),
    (
        "Tỉnh Đoàn có 2.310 đoàn viên được kết nạp vào Đảng.",
        "2.310",
        {"indicator": "new_members_count"},
    ),
    (
        "Đảng bộ tỉnh kết nạp 2.310 đảng viên, nâng tổng số đảng viên lên 87.400.",
        "87.400",
        {"indicator": "party_members_total"},
    ),
    (
        "The Party Committee admitted 2,310 new members, 97 of them women.",
        "97",
        {"indicator": "new_members_count"},
    ),
    # By how much one number is higher than another, and more than so many.
    ("Kết nạp 2.310 đảng viên, cao hơn 97 đảng viên.", "97", {"indicator": None}),
    (
        "The province admitted 2,310 Party members, 97 members fewer than planned.",
        "97",
        {"indicator": None},
    ),
    (
        "Giám sát 15 tổ chức đảng, hơn 97 đảng viên.",
        "97",
        {"indicator": "supervised_members_count"},
    ),
    # By how much something fell is no share.
    (
        "It will reduce from 21 departments to 14 units (equivalent to 33.3%).",
        "33.3%",
        {"change": "decrease", "share_of": None},
    ),
    # What will be is no result, unless so much of a plan was reached.
    ("The poverty rate will be reduced to 3%.", "3%", {"role": "plan"}),
    ("Tỷ lệ hộ nghèo sẽ còn 3%.", "3%", {"role": "plan"}),
    (
        "The province will admit 2,100 new Party members, reaching 105% of the target.",
        "2,100",
        {"role": "actual"},
    ),
    # Where something changed did not change itself.
    ("The rate of poor households fell by 4% in 12 districts.", "12", {"change": None}),
    # A sum beside by how much something else grew did not grow by so much.
    (
        "There are 1,410 new enterprises, an increase of 6.2% over 2023 with a registered capital "
        "of VND 15,200 billion.",
        "VND 15,200 billion",
        {"change": None},
    ),
    # The same sum in another currency measures the same.
    (
        "Per capita income is 41.6 million VND (2,005 USD) per year, while GRDP growth reached 8%.",
        "2,005 USD",
        {"indicator": "income_per_capita"},
    ),
    # A range is no change from one to the other.
    (
        "Per capita income ranged from 29.2 million VND to 41.6 million VND.",
        "29.2 million VND",
        {"role": "actual"},
    ),
    # A share that says itself what it is of is not of the units before.
    (
        "They cut 12 percent of public service units and 11 percent of their staff.",
        "11 percent",
        {"indicator": None},
    ),
    # What will be said behind a number, too.
    (
        "By 2025, over 91% of grassroots party organizations will be rated as having completed "
        "their tasks or higher.",
        "91%",
        {"role": "plan"},
    ),
    (
        "In all, no fewer than 2,000 people will be admitted to the Party.",
        "2,000",
        {"role": "target"},
    ),
    # What was only recommended was not inspected, and cases are not rotated.
    (
        "They inspected 12 organizations and recommended handling 784 collectives.",
        "784",
        {"indicator": None},
    ),
    (
        "By inspection, 310 cases were transferred to the investigation agency.",
        "310",
        {"indicator": None},
    ),
    ("From 2021 to present, 412 Party members were disciplined.", "412", {"period": None}),
    (
        "Revenue rose by 14.4% compared to the 2011-2015 period, while exports rose by 12.2%.",
        "12.2%",
        {"base_period": None},
    ),
    # The members of a cell are no stock of a province.
    ("It admitted 4 members, bringing its total membership to 21.", "21", {"indicator": None}),
    (
        "Women make up 31.2 percent, 2.9 percent more than before and exceeding the target of "
        "30 percent.",
        "30 percent",
        {"role": "target", "change": None},
    ),
    # An amount per head or of a month is no total, and none of a year.
    (
        "Thu ngân sách đạt 18.500 tỷ đồng, bình quân 21 triệu đồng/người.",
        "21 triệu đồng",
        {"indicator": None},
    ),
    (
        "Thu nhập bình quân đầu người đạt 5,1 triệu đồng/tháng.",
        "5,1 triệu đồng",
        {"indicator": None},
    ),
    (
        "Thu nhập bình quân đầu người đạt 61 triệu đồng/người/năm.",
        "61 triệu đồng",
        {"indicator": "income_per_capita"},
    ),
    (
        "The monthly income per capita was 5.1 million VND.",
        "5.1 million VND",
        {"indicator": None},
    ),
    # What is measured without a part is another measure.
    ("GRDP excluding oil and gas grew 6.4%.", "6.4%", {"indicator": None}),
    ("GRDP không kể dầu khí tăng 6,4%.", "6,4%", {"indicator": None}),
    # A share of a plan is of the amount before it.
    (
        "Budget revenue was VND 30,100 billion, equal to 61% of the estimate, of which export "
        "turnover was VND 9,800 billion, equal to 57% of the estimate.",
        "57%",
        {"indicator": None},
    ),
    # Those who are neither cadres nor members.
    (
        "Of Party members 97.1% studied the resolution, and 93% of residents did.",
        "93%",
        {"indicator": None, "population": None},
    ),
    ("Giáo viên đạt chuẩn trình độ chiếm 94%.", "94%", {"indicator": None}),
    ("Có 94% đoàn viên tham gia học tập nghị quyết.", "94%", {"indicator": None}),
    (
        "Đảng bộ mở 4 lớp bồi dưỡng cho 120 đảng viên mới.",
        "120",
        {"indicator": None},
    ),
    # A number whose clause has a verb of its own, or a noun that is no unit.
    (
        "There are 16 villages with no Party members and 52 that share a cell.",
        "52",
        {"indicator": None},
    ),
    (
        "Some 93% of village heads are Party members and 41% are also cell secretaries.",
        "41%",
        {"indicator": None},
    ),
    (
        "The province aims to reduce 11 percent of public service institutions and 9 percent of "
        "their staff.",
        "9 percent",
        {"indicator": None},
    ),
    # What an inspection goes on with is the same inspection.
    (
        "UBKT các cấp đã kiểm tra khi có dấu hiệu vi phạm với 6 tổ chức đảng; trong đó UBKT Tỉnh "
        "ủy đã kiểm tra 2 tổ chức đảng.",
        "2",
        {"indicator": "violation_signs_inspected_count"},
    ),
    (
        "The committee inspected 35 Party organisations, finding 9 with violations and "
        "disciplining 4.",
        "4",
        {"indicator": "disciplined_orgs_count"},
    ),
    (
        "The committee inspected 35 Party organisations, finding 9 with violations and "
        "disciplining 4.",
        "9",
        {"indicator": None},
    ),
    # By how much something is more is a change; what is left is none.
    (
        "In 2023, 470 members were admitted, 15 more than in 2022.",
        "15",
        {"change": "increase", "base_period": "2022"},
    ),
    (
        "The workforce was cut by 9.1%, with 31,000 public employees left.",
        "31,000",
        {"change": None},
    ),
    # How something changed is not by how much.
    ("Diện tích tăng khá: cây ăn quả 18.400 ha (tăng 5%).", "18.400 ha", {"change": None}),
    ("Tăng tỷ lệ nuôi tập trung (trên 55% tổng đàn).", "55%", {"change": None}),
    (
        "Tăng 310 xã so với năm 2019, vượt mục tiêu được giao và 95 xã đạt chuẩn cao hơn.",
        "95",
        {"change": None},
    ),
    (
        "Of 160 OCOP products 5 have five stars, and 32 were added this year.",
        "160",
        {"change": None, "indicator": "ocop_products_count"},
    ),
    # A day is that of its own clause only.
    (
        "Đàn trâu tại thời điểm 1/7/2017 là 61 nghìn con, tăng 0,4%; sản lượng sữa 83 nghìn tấn.",
        "83 nghìn tấn",
        {"period": None},
    ),
    # Short names of grades beside their numbers, behind a word for grading.
    (
        "Xếp loại đảng viên: hoàn thành xuất sắc 410, hoàn thành tốt 1.950, hoàn thành 260.",
        "260",
        {"attribute": "grade_completed"},
    ),
    (
        "Party members who completed tasks excellently made up 16.4%, and 1.2% failed.",
        "1.2%",
        {"attribute": "grade_not_completed"},
    ),
    (
        "Some 95.1% of Party cells completed their tasks well or better, including 17% "
        "excellently.",
        "17%",
        {"attribute": "grade_excellent"},
    ),
    ("Xếp loại xong, Tỉnh ủy hoàn thành 12 đề án.", "12", {"attribute": None}),
    # A noun behind *and* leads to the next number.
    (
        "They disciplined 198 members, including warning for 41, dismissal for 7 and expulsion "
        "for 22.",
        "7",
        {"attribute": "disc_dismissal"},
    ),
    # A degree behind its subject.
    (
        "They trained 1,900 cadres in political theory, of whom 640 at the intermediate level.",
        "640",
        {"attribute": "political_theory_intermediate"},
    ),
    # A share of households or officials is of no place or committee that stands before it.
    (
        "They aim to connect 100 percent of communes and 96 percent of rural households.",
        "96 percent",
        {"level": None},
    ),
    ("Có 82% khu dân cư đạt chuẩn, 91% hộ đạt gia đình văn hóa.", "91%", {"level": None}),
    (
        "The Standing Board directed Party committees to review their arrangement, with an aim "
        "to have 27% or more female officials.",
        "27%",
        {"body": None},
    ),
    # What is up is held against no plan, and what is reached of a plan did not fall.
    (
        "Budget revenue was 14 trillion VND, 112% of the estimate and up 6%.",
        "6%",
        {"indicator": "budget_revenue_yoy_ratio", "change": "increase"},
    ),
    (
        "Budget revenue of VND 8,400 billion fell 11% year on year and met 86% of the estimate.",
        "86%",
        {"change": None},
    ),
    # The auxiliary of a passive verb is no verb of its own.
    (
        "Six units at district level and 512 administrative units at commune level have been "
        "reduced.",
        "512",
        {"indicator": "admin_units_reduced_count", "change": "decrease"},
    ),
    # Units that are there no more are not all that there are.
    (
        "All 171 old commune-level administrative units have settled their accounts.",
        "171",
        {"indicator": None},
    ),
    (
        "Năm 2024, thu ngân sách đạt 17.400 tỷ đồng, so với dự toán 16.900 tỷ đồng, tăng 7%.",
        "16.900 tỷ đồng",
        {"role": "target"},
    ),
    ("Thu ngân sách so với dự toán đạt 104%.", "104%", {"role": "actual"}),
    ("Theo kế hoạch, kiểm tra 12 tổ chức đảng.", "12", {"indicator": "inspected_orgs_count"}),
    (
        "Budget revenue per capita was 11 million VND.",
        "11 million VND",
        {"indicator": None},
    ),
    (
        "In 2022, 980 members were admitted; in 2023, 1,040 members were admitted, up from 990.",
        "990",
        {"role": "previous", "period": None},
    ),
    (
        "Bình quân gấp 2 lần nhiệm kỳ trước; năm 2023 có 930 doanh nghiệp thành lập mới.",
        "930",
        {"role": "actual", "period": "2023"},
    ),
    ("Cả huyện có 37 cán bộ nữ.", "37", {"population": "cadres", "attribute": "female"}),
    (
        "Temporary houses: 3,900 were removed, 1,800 built anew.",
        "1,800",
        {"indicator": None},
    ),
    (
        "Kết nạp 1.400 đảng viên mới, mở 11 lớp bồi dưỡng cho 1.350 đảng viên mới.",
        "1.350",
        {"indicator": None},
    ),
    ("Có 1.350 đảng viên mới được bồi dưỡng.", "1.350", {"indicator": None}),
    (
        "Cán bộ đạt chuẩn chức danh chiếm 94%, giáo viên đạt chuẩn chiếm 91%.",
        "91%",
        {"indicator": None},
    ),
    (
        "Some 58% of communes met new rural standards, 4% more than in 2021.",
        "4%",
        {"change": "increase", "base_period": "2021"},
    ),
    ("Nữ chiếm 27% so với 21% của nhiệm kỳ trước.", "21%", {"role": "previous"}),
    (
        "Dự toán thu ngân sách năm 2024 là 16.200 tỷ đồng, thực hiện 17.900 tỷ đồng.",
        "16.200 tỷ đồng",
        {"role": "target", "period": "2024"},
    ),
    (
        "Dự toán thu ngân sách năm 2024 là 16.200 tỷ đồng, thực hiện 17.900 tỷ đồng.",
        "17.900 tỷ đồng",
        {"role": "actual"},
    ),
    (
        "Thu ngân sách năm 2024 đạt 17.900 tỷ đồng (dự toán 16.200 tỷ đồng).",
        "16.200 tỷ đồng",
        {"role": "target"},
    ),
    (
        "Năm 2024 kết nạp 1.310 đảng viên/kế hoạch 1.240 đảng viên.",
        "1.240",
        {"role": "target"},
    ),
    (
        "Theo kế hoạch, năm 2024 kết nạp 1.240 đảng viên; thực tế kết nạp 1.310.",
        "1.310",
        {"role": "actual"},
    ),
    ("Chỉ tiêu giao 1.240 đảng viên, đã kết nạp 1.310 đảng viên.", "1.310", {"role": "actual"}),
    ("The target for 2024 was 1,240; 1,310 were admitted.", "1,310", {"role": "actual"}),
    (
        "Budget revenue in 2024 was VND 17 trillion (estimate: VND 16 trillion).",
        "VND 16 trillion",
        {"role": "target"},
    ),
    ("The plan was carried out: its implementation reached 1,310.", "1,310", {"role": None}),
    (
        "Năm 2024 kết nạp 1.310 đảng viên, vượt 70 đảng viên so với kế hoạch.",
        "70",
        {"indicator": None},
    ),
    (
        "Party members aged 18-30 made up 22%, 31-40 33%.",
        "33%",
        {"attribute": None},
    ),
    (
        "Phấn đấu kết nạp 1.240 đảng viên; đào tạo 460 cán bộ.",
        "460",
        {"indicator": None},
    ),
    (
        "By 2023, the poverty rate will be reduced to 3% (the target is achieved).",
        "3%",
        {"role": "actual"},
    ),
]


@pytest.mark.parametrize(("text", "printed", "expected"), CASES)
def test_a_number_is_of_what_its_clause_says(
    text: str, printed: str, expected: dict[str, str | None]
) -> None:
    (found,) = [one for one in extract(text, province="ha-nam") if one.fact.text == printed]
    assert {name: getattr(found, name) for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "printed", "indicator"),
    [
        ("III. Thi hành kỷ luật\n\n- Đảng viên: 83.", "83", "disciplined_members_count"),
        (
            "2. Tỷ lệ hộ nghèo qua các năm:\n- Năm 2020: 5,3%\n- Năm 2021: 4,7%",
            "4,7%",
            "poverty_rate",
        ),
        # The stock of members is nothing that was done with them.
        ("3. Kết nạp đảng viên\n\n- Đảng viên toàn tỉnh: 34.500 người.", "34.500", None),
        # What is said beside it is another matter.
        ("III. Thi hành kỷ luật\n\n- Đảng viên là chủ trang trại: 83.", "83", None),
        ("2. Tỷ lệ hộ nghèo qua các năm:\n- Số trường đạt chuẩn: 5,3%", "5,3%", None),
        # And a heading of two matters says nothing.
        ("III. Kiểm tra và kỷ luật\n\n- Đảng viên: 83.", "83", None),
    ],
)
def test_a_heading_says_what_bare_numbers_are_of(
    text: str, printed: str, indicator: str | None
) -> None:
    (found,) = [one for one in extract(text, province="ha-nam") if one.fact.text == printed]
    assert found.indicator == indicator


def test_other_people_contradict_nobody() -> None:
    text = (
        "Đối với cán bộ chuyên trách cấp xã, trình độ học vấn THPT đạt 94%. Đối với công chức cấp "
        "xã, trình độ học vấn THPT đạt 99%."
    )
    assert not [one for one in check(text) if one.alert in ("warn", "error")]


@pytest.mark.parametrize(
    "text",
    [
        "Tỷ lệ hộ nghèo là 3,3% so với 4,4% của cả nước, phấn đấu giảm còn 2%, giảm 1,3 điểm phần "
        "trăm.",
        "The number of poor households is 3,300 compared with 4,500 in the neighbouring province, "
        "and will be cut to 3,000, down 300.",
        "The rate is 3.3%, down from 5.6% in 2021, to be reduced to 2.8%, down 0.5 percentage "
        "points.",
        "Năm 2019, thu nhập bình quân đầu người đạt 42 triệu đồng, năm 2020 GRDP bình quân đầu "
        "người tăng lên 61 triệu đồng. Năm 2021, GRDP bình quân đầu người đạt 65 triệu đồng, so "
        "với năm 2019 tăng 20%.",
        "Women in the committee make up 31.2 percent, 2.9 percent higher than in the previous term "
        "and exceeding the target of 30 percent.",
        "The plan is to reduce from 21 departments to 14 units (equivalent to 33.3%).",
        "Lai Chau province reduced 14 commune-level administrative units.\n\nSon La province "
        "merged 12 communes. After that, it reduced 6 commune-level administrative units.",
    ],
)
def test_what_is_held_against_others_accuses_nobody(text: str) -> None:
    assert not [one for one in check(text) if one.alert in ("warn", "error")]


@pytest.mark.parametrize(
    ("text", "alert"),
    [
        ("GRDP tăng 7,61% (mục tiêu 7 - 7,5%).", "none"),
        ("GRDP tăng 6,61% (mục tiêu 7 - 7,5%).", "note"),
        ("Tỷ lệ hộ nghèo còn 3,2% (mục tiêu 4 - 5%).", "none"),
        ("Tỷ lệ hộ nghèo còn 5,4% (mục tiêu 4 - 5%).", "note"),
    ],
)
def test_more_than_enough_meets_a_goal_that_is_a_range(text: str, alert: str) -> None:
    judged = [one for one in check(text) if one.check == "target_attainment"]
    assert [one.alert for one in judged] == [alert]


def test_an_average_is_no_whole_of_a_share() -> None:
    text = "There are 3,100 communes, with an average of 38 cadres, of whom 93.4% are trained."
    assert not [one for one in check(text) if one.alert in ("warn", "error")]


def test_what_another_number_stands_for_is_no_total() -> None:
    text = "The city will have 7 districts instead of 8, comprising 5 districts and 2 towns."
    assert not [one for one in check(text) if one.alert in ("warn", "error")]


@pytest.mark.parametrize(
    ("text", "alerts"),
    [
        ("The cell beat its aims for the 2022-2025 term.", ["none"]),
        ("The committee beat its aims for the 2022-2025 term.", ["note"]),
        ("The medium-term investment plan for 2021-2025 is ready.", []),
    ],
)
def test_terms_of_cells_are_shorter_and_plans_have_none(text: str, alerts: list[str]) -> None:
    findings = [one for one in check(text) if one.check == "period_length"]
    assert [one.alert for one in findings] == alerts


@pytest.mark.parametrize(
    "text",
    [
        "The rate of employed workers of the three communes reached 94.5 percent.",
        "Tỷ lệ lao động qua đào tạo của 4 xã đạt 62,6%.",
        "Tòa án giải quyết 1.149 vụ - 2.037 bị cáo, đạt 88,55%.",
    ],
)
def test_a_share_is_not_of_the_places_or_of_half_a_pair(text: str) -> None:
    assert not [one for one in check(text) if one.alert in ("warn", "error")]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Main targets:\n\nGRDP grows by 9%; the poverty rate is 3%.", "target"),
        ("Main targets:\n\nGRDP grows by 9%;\n\nThe poverty rate is 3%.", "target"),
        ("Main targets:\n\nGRDP grows by 9%.\n\nThe poverty rate is 3%.", "actual"),
        ("Main results:\n\nThe poverty rate is 3%.", "actual"),
        ("Mục tiêu:\n\nTỷ lệ hộ nghèo còn 3%.", "target"),
        (
            "Các chỉ tiêu chủ yếu:\n\n1. Về kinh tế:\n\n- Thu đạt 6.000 tỷ đồng.\n\n"
            "2. Về xã hội\n\n- Tỷ lệ hộ nghèo còn 3%.",
            "target",
        ),
        (
            "Các chỉ tiêu chủ yếu:\n\n1. Về kinh tế:\n\n- Thu đạt 6.000 tỷ đồng.\n\n"
            "II. KẾT QUẢ\n\n- Tỷ lệ hộ nghèo còn 3%.",
            "actual",
        ),
        (
            "Các chỉ tiêu chủ yếu:\n\n1. Về kinh tế:\n\n- Thu đạt 6.000 tỷ đồng.\n\n"
            "Hội nghị bế mạc chiều qua.\n\nTỷ lệ hộ nghèo còn 3%.",
            "actual",
        ),
        ("II. KẾT QUẢ\n\nCác chỉ tiêu chủ yếu:\n\nTỷ lệ hộ nghèo còn 3%.", "actual"),
    ],
)
def test_a_line_that_announces_targets_does_so_without_marks(text: str, role: str) -> None:
    (found,) = [one for one in extract(text, province="ha-nam") if one.fact.text == "3%"]
    assert found.role == role

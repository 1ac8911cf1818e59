"""What a number is about: the words of a sentence that speak of it, and those that do not."""

import pytest

import pipeline


def read(text: str, number: str, language: str) -> dict[str, str]:
    """The stated dimensions of the one fact with this text."""
    found = [one for one in pipeline.extract(text, language=language) if one.fact.text == number]
    (one,) = found
    return {name: value for name, value in one.model_dump().items() if isinstance(value, str)}


CASES = [
    # What is counted is no role; what announces a list is.
    ("vi", "Tỉnh đạt 31/40 chỉ tiêu, tương đương 77,5%.", "77,5%", {"role": None}),
    ("en", "The council sets 9 targets: urbanization of 41%; forest cover of 52%.", "41%",
     {"role": "target"}),
    # A bound may stand between the word and the number.
    ("vi", "Tỷ lệ nữ đạt 31%, vượt mục tiêu không dưới 25%.", "25%", {"role": "target"}),
    # A label in brackets, and a number behind the share that was reached of it.
    ("en", "GRDP grew by 7.9% (plan: 8.5%).", "8.5%", {"role": "target"}),
    ("vi", "Thu hoạch vượt dự kiến (KH 95%).", "95%", {"role": "target"}),
    ("vi", "Huyện kết nạp 61 đảng viên, đạt 50,8% chỉ tiêu năm (120).", "120", {"role": "target"}),
    # From one level to another; a year in brackets is that of the number before it.
    ("vi", "Tỷ lệ hộ nghèo giảm từ 9,4% (cuối năm 2018) còn 3,1% (cuối năm 2022).", "9,4%",
     {"role": "previous", "period": "2018-12-31"}),
    ("vi", "Tỷ lệ hộ nghèo giảm từ 9,4% (cuối năm 2018) còn 3,1% (cuối năm 2022).", "3,1%",
     {"role": "actual", "period": "2022-12-31"}),
    ("en", "The number of commune-level units fell from 142 to 61.", "61",
     {"level": "commune"}),
    # What is asked for by a year is a target, what is always asked for a requirement.
    ("en", "The resolution requires at least 30% of leaders to be women by 2030.", "30%",
     {"role": "target"}),
    ("en", "The regulation requires at least 30% of leaders to be women.", "30%",
     {"role": "requirement"}),
    # A bare number counts what the one before it counts.
    ("vi", "Tỉnh sắp xếp 46 đơn vị cấp xã (từ 262 xuống còn 216).", "216", {"level": "commune"}),
    # The noun of one number is no topic of the next.
    ("vi", "Tỉnh giảm 3 đơn vị hành chính cấp xã, 283 công chức.", "283",
     {"indicator": "civil_servants_reduced_count"}),
    # Who is elected belongs to the body; the body that is counted states none.
    ("vi", "Đại hội bầu 51 đồng chí vào Ban Chấp hành Đảng bộ tỉnh.", "51",
     {"body": "executive_committee", "level": "province"}),
    ("en", "Some 17.6% of grassroots Party organizations were rated excellent.", "17.6%",
     {"body": None}),
    ("en", "The People's Council set GRDP growth at 8.1%.", "8.1%",
     {"body": None, "indicator": "grdp_growth"}),
    # A share of the people counted before.
    ("en", "The district admitted 413 members, 51.2% of them women and 64.8% Youth Union members.",
     "51.2%", {"population": "new_party_members", "attribute": "female"}),
    ("en", "The district admitted 413 members, 51.2% of them women and 64.8% Youth Union members.",
     "64.8%", {"attribute": "youth_union_member"}),
    # Spaces that a scan put into a number end no sentence.
    ("vi", "Giai đoạn 2015-2021 giảm 412 công chức (11, 23%), 3. 106 viên chức (10, 08%), "
     "1. 967 người hoạt động không chuyên trách cấp xã (43, 1%).", "3. 106",
     {"period": "2015/2021", "change": "decrease", "population": "public_employees"}),
    # Who reports is not who has the number.
    ("vi", "Theo báo cáo của Ban Tổ chức Tỉnh ủy, tỷ lệ nữ trong quy hoạch đạt 24,5%.", "24,5%",
     {"body": None, "level": None, "attribute": "female"}),
    ("vi", "Theo Ủy ban Kiểm tra Tỉnh ủy, cấp ủy các cấp đã thi hành kỷ luật 215 đảng viên.",
     "215", {"body": "party_committee", "level": "all"}),
    ("vi", "UBND tỉnh cho biết, GRDP tăng 6,4% so với cùng kỳ.", "6,4%",
     {"body": None, "level": None, "indicator": "grdp_growth"}),
    # A province in a bracket is of what stands before the bracket.
    ("vi", "Cả nước có 6 thành phố (Hà Nội, Huế) và 28 tỉnh.", "28", {"province": None}),
    # A number that is added with *và* counts its own noun.
    ("vi", "Đã thi hành kỷ luật đối với 41 đảng viên (khiển trách 30) và 7 tổ chức đảng.", "7",
     {"indicator": "disciplined_orgs_count", "population": None}),
    # Who acts is not what is counted.
    ("vi", "Chi bộ kiểm tra 212 đảng viên.", "212", {"indicator": "inspected_members_count"}),
    ("vi", "Qua kiểm tra, kết luận có 31 đảng viên có vi phạm.", "31", {"indicator": None}),
    ("vi", "UBKT các cấp đã kiểm tra khi có dấu hiệu vi phạm đối với 44 đảng viên.", "44",
     {"level": "all", "body": "inspection_commission"}),
    ("vi", "Có 61 trưởng thôn chưa là đảng viên.", "61", {"population": None}),
    # That a bound is a norm says nothing of the next number.
    ("vi", "Có 35 tỉnh đạt tỷ lệ nữ từ 15% trở lên; cao nhất là Sơn La với tỷ lệ nữ 29,2%.",
     "29,2%", {"role": None}),
    # Members who are disciplined are members, whatever organisation they are of.
    ("vi", "Có 272 đảng viên của các tổ chức đảng bị thi hành kỷ luật.", "272",
     {"indicator": "disciplined_members_count"}),
    # What an indicator measures says whose it is, whatever the report calls them.
    ("en", "In 2024 the province admitted 311 Party members.", "311",
     {"indicator": "new_members_count", "population": "new_party_members"}),
    ("en", "The poverty rate of the district is 6.4%.", "6.4%", {"population": "households_poor"}),
    # A group among the new members is no share of all members.
    ("en", "Of the newly admitted Party members, ethnic minorities account for 31%.", "31%",
     {"indicator": None, "attribute": "ethnic_minority"}),
    # What began then, was said then, or took so long.
    ("en", "The province has admitted 812 members to the Party since 2019.", "812",
     {"period": None}),
    ("en", "At the session of June 5, the chairman said 640 tasks would move to communes.", "640",
     {"period": None}),
    ("en", "Over the 2016-2021 period the district reduced 45 civil servants.", "45",
     {"period": "2016/2021"}),
    ("en", "According to the Organization Commission of the Provincial Party Committee, women "
     "account for 24.5% of leaders.", "24.5%", {"body": None, "level": None}),
    # A part is of the people and the body of its whole, also the second of a list.
    ("en", "The province has 640 cadres, civil servants and public employees, of which 310 are "
     "female (48.4%), 95 are ethnic minorities (14.8%).", "95",
     {"population": "cadres_civil_public", "attribute": "ethnic_minority"}),
    ("en", "The province has 640 cadres, civil servants and public employees, of which 310 are "
     "female (48.4%), 95 are ethnic minorities (14.8%).", "14.8%",
     {"indicator": "staff_ethnic_minority_share"}),
    ("en", "In all 310 comrades were elected to commune-level Party committees, including 84 women "
     "and 45 people of ethnic minorities.", "45",
     {"body": "party_committee", "level": "commune", "attribute": "ethnic_minority"}),
    # Words that only tell which are meant, and who did it, are not what is counted.
    ("en", "The district had 42 establishments without Party members.", "42",
     {"population": None}),
    ("en", "The cell introduced 3 people recommended by the Youth Union.", "3", {"body": None}),
    ("en", "The report names 14 out of 35 (40%) of the grassroots Party organizations that have "
     "no source of Party members.", "14 out of 35", {"population": None, "body": None}),
    ("en", "The province had 640 villages and 4,200 part-time workers.", "4,200",
     {"population": "part_time_workers", "level": None}),
    # By how much a plan was exceeded is no result of its own.
    ("en", "The district admitted 56 Party members, exceeding the target by 6 members.", "6",
     {"indicator": None, "role": None}),
    ("en", "The district admitted 56 Party members, six more than the yearly target.", "six",
     {"indicator": None, "role": None}),
    # More than a whole was reached of the plan before the bracket.
    ("en", "The cell admitted 11 Party members, above the target of 8 comrades (reaching 137.5%).",
     "137.5%", {"indicator": "new_members_plan_share", "population": "new_party_members"}),
    # A bracket that only counts people goes on with the words before it.
    ("en", "Women in the District Party Standing Committee (2 people) are few.", "2",
     {"level": "district", "body": "standing_committee", "attribute": "female"}),
    # An abbreviation in brackets belongs to the name before it.
    ("en", "Gross regional domestic product (GRDP) grew by 8.2%.", "8.2%",
     {"indicator": "grdp_growth"}),
    # How long something took is no change.
    ("en", "The province reduced 120 villages after 3 years.", "3 years", {"change": None}),
    # Cadres of a kind are cadres, but those in a committee are its members.
    ("en", "Some 45 young cadres were sent to the communes.", "45",
     {"population": "cadres", "attribute": "age<40"}),
    ("en", "District-level Party committees have 45 young cadres.", "45",
     {"population": None, "attribute": "age<40", "body": "party_committee"}),
    # Organizations that are disciplined and members of a cell are those of the Party.
    ("en", "Disciplinary measures were applied to 12 organizations and 90 members.", "12",
     {"indicator": "disciplined_orgs_count", "population": None}),
    ("en", "The Party organization of the district has 4,120 members.", "4,120",
     {"population": "party_members", "body": None}),
    ("en", "The Party cell has 19 members.", "19",
     {"indicator": None, "population": "party_members"}),
    # The words for people may state their level.
    ("en", "Part-time workers in villages decreased by 210 people.", "210",
     {"level": "village", "indicator": "part_time_village_reduced_count"}),
    # What units do is no topic of people.
    ("en", "At least 20% of public service units are self-financing; civil servants were cut by "
     "9%.", "9%", {"indicator": "civil_servants_reduced_share"}),
    # A subject named once holds for the degrees behind it.
    ("en", "Political theory: advanced: 44 comrades; intermediate: 58 comrades.", "58",
     {"attribute": "political_theory_intermediate"}),
    ("en", "The advanced course took 44 comrades.", "44", {"attribute": None}),
    # Members are recruited into the Party, teachers are not.
    ("en", "In 2023 the cell recruited 7 Party members.", "7",
     {"indicator": "new_members_count", "population": "new_party_members"}),
    ("en", "In 2023 the school recruited 7 teachers.", "7", {"indicator": None}),
    # Women in a council are in no Party committee.
    ("en", "Women in Party committees: 15.3%; women in the People's Council: 31.4%.", "31.4%",
     {"indicator": None, "body": "peoples_council"}),
    # What is to be reached by a year is a target.
    ("en", "By 2030 average income will increase by 4.5%.", "4.5%", {"role": "target"}),
    ("en", "Average income is expected to increase by 4.5%.", "4.5%", {"role": "plan"}),
    # What is to be reached by a later year does not hold in the period named before.
    ("en", "Growth in 2021-2030 is 8% a year, and by 2030 the region has 640 schools.", "640",
     {"period": None}),
    ("en", "As of December 31, 2024, the district had 640 civil servants.", "640",
     {"period": None}),
    # A noun of its own is not the one counted before.
    ("en", "There are 105 cadres (51%) and 101 officials (49%).", "101", {"population": None}),
    # The words behind a whole are of its share.
    ("en", "Some 12.9% of the 1,510 delegates are female.", "12.9%", {"attribute": "female"}),
    ("en", "Some 12.9% of the 1,510 delegates are female.", "1,510", {"attribute": None}),
    # Those who hold a post are no population.
    ("en", "In all 14 Party committee secretaries are new.", "14", {"population": None}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "number", "stated"),
    CASES,
    ids=[f"{case[1][:30]} {case[2]}" for case in CASES],
)
def test_dimensions(language: str, text: str, number: str, stated: dict[str, str | None]) -> None:
    found = read(text, number, language)
    assert {name: found.get(name) for name in stated} == stated


@pytest.mark.parametrize(
    "text",
    [
        # Half of one rate held against another is no share of it.
        "Tỷ lệ hộ tái nghèo giảm hơn một nửa so với gần 12% của giai đoạn trước.",
        # Of whom two shares are is not yet what they are.
        "Số phiếu tín nhiệm: 4 phiếu (chiếm 6,9% tổng số đại biểu HĐND tỉnh).\n\n"
        "Số phiếu tín nhiệm thấp: 0 phiếu (chiếm 0% tổng số đại biểu HĐND tỉnh).",
        # Districts are no parts of a total of communes.
        "Tỉnh có 07 huyện, 01 thị xã, 01 thành phố với tổng cộng 106 xã, phường, thị trấn.",
    ],
)
def test_numbers_that_do_not_belong_together_accuse_nobody(text: str) -> None:
    assert {one.alert for one in pipeline.check(text)} <= {"none"}

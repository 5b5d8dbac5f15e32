"""Lists, numbers and names as people type them."""

from __future__ import annotations

import pytest

from processes.intake.matters.amounts import amount_in, count_in, unit_in
from processes.intake.matters.ranks import bases_in
from processes.intake.matters.remarks import Remark, remark_in
from processes.intake.matters.texts import is_dash, is_none, names_in, on_one_line, sentences_in, yes_or_no
from processes.model.vocabulary import BasisRank

LISTS: dict[str, tuple[str, ...]] = {
    "1.甲;2.乙": ("甲", "乙"),
    "1、甲⏎2、乙": ("甲", "乙"),
    "1.甲2.乙3.丙": ("甲", "乙", "丙"),
    "（1）甲（2）乙": ("甲", "乙"),
    "一、甲⏎二、乙": ("甲", "乙"),
    "①甲②乙": ("甲", "乙"),
    "１．甲；２．乙": ("甲", "乙"),
    "1.2寸照片;2.表": ("2寸照片", "表"),
    "1.承诺书(1.5米以上)": ("承诺书(1.5米以上)",),
    "1.甲;2.乙;4.丙": ("甲", "乙", "丙"),
    "甲；乙": ("甲", "乙"),
    "甲→乙→丙": ("甲", "乙", "丙"),
    "受理→审核⏎归档": ("受理", "审核", "归档"),
    "受理→⏎审核⏎→发证": ("受理", "审核", "发证"),
    "受理→审⏎核->发证": ("受理", "审核", "发证"),
    "甲、乙": ("甲", "乙"),
    "甲(乙、丙)": ("甲(乙、丙)",),
    "甲，乙": ("甲", "乙"),
    "甲": ("甲",),
    "身份⏎证": ("身份", "证"),
    "1.营业⏎执照;2.表。": ("营业执照", "表"),
    "1.取消;2.无;3.甲": ("“取消”", "甲"),
}  # fmt: skip


@pytest.mark.parametrize("text", LISTS)
def test_a_list_is_parted_as_a_person_reads_it(text: str) -> None:
    """By its numbers, else by what parts it; a name stands on one line and is none of the words of the format."""
    assert names_in(text.replace("⏎", "\n")).items == LISTS[text]


def test_the_count_beside_a_list_tells_what_parts_it() -> None:
    """申请书、附图 are two papers where the form says 2, and one where it says 1."""
    assert names_in("申请书、附图", 2) == (("申请书", "附图"), "没有编号,按个数分开")
    assert names_in("申请书、附图", 1) == (("申请书、附图",), "")
    assert names_in("甲 乙 丙", 3).items == ("甲", "乙", "丙")
    assert names_in("甲，乙", 2).items == ("甲", "乙")


def test_sentences_are_parted_by_numbers_and_lines_only() -> None:
    """A sentence may hold any mark."""
    assert sentences_in("1.有水;有井。\n2.有人").items == ("有水;有井。", "有人")
    assert sentences_in("有水;有井\n有人").items == ("有水;有井", "有人")
    assert sentences_in("1.5米以上的井").items == ("1.5米以上的井",)


def test_a_name_that_was_broken_is_joined() -> None:
    """Without a blank between Chinese characters, with one between words."""
    assert on_one_line("食品\n经营 许可") == "食品经营许可"
    assert on_one_line("ISO\n9001 认证") == "ISO 9001认证"


@pytest.mark.parametrize(("text", "none", "dash"), [("无", True, False), ("不涉及。", True, False), ("——", False, True), ("/", False, True), ("甲", False, False)])
def test_what_people_write_for_nothing(text: str, none: bool, dash: bool) -> None:
    """无 and dashes."""
    assert (is_none(text), is_dash(text)) == (none, dash)


@pytest.mark.parametrize(("text", "said"), [("是", True), ("√", True), ("已公开", True), ("否", False), ("×", False), ("不公开", False), ("部分", None)])
def test_what_people_tick(text: str, said: bool | None) -> None:
    """是 and 否."""
    assert yes_or_no(text) is said


LIMITS: dict[str, str] = {
    "20": "20甲",
    "２０个工作日": "20工作日",
    "20 日": "20甲",
    "20天内": "20甲",
    "自受理之日起20个工作日内办结": "20工作日",
    "二十个工作日": "20工作日",
    "一百零五日": "105甲",
    "0.5工作日": "0.5工作日",
    "4小时": "4小时",
    "1个月": "30自然日",
    "半年": "看不懂",
    "60日历日": "60自然日",
    "0": "即时",
    "即办件": "即时",
    "当场办理": "即时",
    "无": "无",
    "视情况": "看不懂",
    "10-20个工作日": "看不懂",
    "8个工作日(不含听证时间)": "8工作日",
}


@pytest.mark.parametrize("text", LIMITS)
def test_a_limit_is_read_as_it_is_meant(text: str) -> None:
    """甲 stands for the unit that 备注 names."""
    amount = amount_in(text)
    assert (amount.declared("甲") if amount else "看不懂") == LIMITS[text]


def test_what_a_limit_leaves_out_is_kept() -> None:
    """承诺时限 of 附件7."""
    amount = amount_in("8个工作日(不含听证时间、检测时间15个工作日)")
    assert amount is not None
    assert amount.aside == "不含听证时间、检测时间15个工作日"


def test_the_days_of_hours_are_eighths() -> None:
    """附件6 counts so."""
    hours, nothing = amount_in("4小时"), amount_in("无")
    assert hours is not None
    assert nothing is not None
    assert (hours.days, nothing.days) == (0.5, None)


def test_units_and_counts() -> None:
    """One unit named, or none that is sure."""
    assert [unit_in(text) for text in ("均为工作日", "自然日", "日历日", "法定为自然日,其余工作日", "")] == ["工作日", "自然日", "自然日", "", ""]
    assert [count_in(text) for text in ("５个", "无", "共3项", "若干")] == [5, 0, 3, None]


BASES: dict[str, tuple[BasisRank, ...]] = {
    "一、《中华人民共和国食品安全法》第三十五条⏎二、《食品经营许可管理办法》第二条": (BasisRank.LAW, BasisRank.MINISTRY_RULE),
    "《城市道路管理条例》第三十条": (BasisRank.ADMINISTRATIVE_REGULATION,),
    "《黑龙江省城市供水条例》第三条": (BasisRank.LOCAL_REGULATION,),
    "《黑龙江省殡葬管理办法》第三条": (BasisRank.LOCAL_RULE,),
    "《国务院对确需保留的行政审批项目设定行政许可的决定》第一条": (BasisRank.ADMINISTRATIVE_REGULATION,),
    "《关于做好工作的通知》(甲发〔2017〕3号)": (BasisRank.NORMATIVE_DOCUMENT,),
    "《示范市示范局主要职责内设机构和人员编制规定》": (BasisRank.ORGANISATION_DOCUMENT,),
    "部门规章:《甲办法》": (BasisRank.NORMATIVE_DOCUMENT,),
    "国家部委规章:《甲办法》": (BasisRank.MINISTRY_RULE,),
    "一、《甲办法》第一条⏎二、《乙条例》第二条": (BasisRank.ADMINISTRATIVE_REGULATION, BasisRank.ADMINISTRATIVE_REGULATION),
}  # fmt: skip


@pytest.mark.parametrize("text", BASES)
def test_the_rank_of_a_basis_is_told_by_its_name_and_its_neighbours(text: str) -> None:
    """附件4 注6: listed by rank."""
    found, _ = bases_in(text.replace("⏎", "\n"))
    assert tuple(one.rank for one in found) == BASES[text]


def test_what_the_form_itself_puts_into_remarks_is_no_remark() -> None:
    """The kind of day and the like follow from the limits; reasons have keys of their own."""
    assert remark_in("工作日;即时办结") == Remark()
    assert remark_in("法定为自然日;优化前、优化后即时办结;原无时限") == Remark()
    assert remark_in("法定为自然日,优化后已按5个工作日折7个自然日折算,不足1日的按1日计;快办") == Remark(rest="快办")
    assert remark_in("工作日;取消原因:没有依据;涉密:秘密级;其他优化:网上办;甲;乙") == Remark(
        "没有依据", "秘密级", "网上办", "甲;乙"
    )

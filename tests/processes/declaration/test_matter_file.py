"""The matter file: its facts, its two versions, and what is taken over."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from processes.model.limits import NO_LIMIT, DayKind
from processes.model.matter import Outcome
from processes.model.vocabulary import BasisRank, MatterType
from tests.declaring import Declared, position


def test_优化后_says_only_what_changed(declared: Declared) -> None:
    """条件: 无
    优化前:
      出处: 2016年清单
      时限: 10工作日
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
      材料: 申请书、身份证
      地点: 局一楼
    优化后:
      时限: 5工作日
    """
    before, after = declared.matter.before, declared.after_version
    assert (before.limit.days, after.limit.days) == (10, 5)
    assert after.entries is before.entries
    assert after.materials == before.materials
    assert after.location == "局一楼"
    assert position(after.at("location")) == position(before.at("location")) == "8:7"
    assert position(after.at("limit")) == "10:7"
    assert after.source == "", "where the old numbers come from says nothing of the new ones"


@pytest.mark.parametrize(
    ("written", "outcome"),
    [
        ("优化后: 不变\n", Outcome.UNCHANGED),
        ("优化后: 取消\n", Outcome.CANCELLED),
        ("优化后:\n  取消: 依据已废止\n", Outcome.CANCELLED),
        ("优化后:\n  下放: 镇(乡)\n", Outcome.DEVOLVED),
        ("优化后:\n  下放: 镇(乡)\n  时限: 10工作日\n", Outcome.DEVOLVED),
        ("优化后:\n  材料: 无\n", Outcome.REWORKED),
    ],
)
def test_an_outcome(written: str, outcome: Outcome, declare: Callable[[str], Declared]) -> None:
    """不变, 取消, 下放, or what changed."""
    declared = declare(written)
    assert declared.findings == ()
    matter = declared.matter
    assert matter.outcome is outcome
    assert (matter.after is None) == (outcome is Outcome.CANCELLED)
    assert (declared.checked_matter.after is None) == (outcome is Outcome.CANCELLED)
    assert matter.devolved_to == ("镇(乡)" if outcome is Outcome.DEVOLVED else "")


def test_a_cancelled_matter_says_nothing_else(declared: Declared) -> None:
    """优化后:
      取消: 依据已废止
      材料: 无
    """
    assert declared.position("D115") == "3:7"


def test_无_即时_and_nothing_are_three_things(declare: Callable[[str], Declared]) -> None:
    """无: there is none. 即时: at once. Not written: the default, or missed."""
    limits = {}
    for word in ("无", "即时", "3工作日"):
        declared = declare(f"法定时限: {word}\n优化后:\n  时限: {word}\n  流程: 受理 | 综合股 | {word} | 审查\n")
        assert declared.findings == ()
        after = declared.after
        assert after.steps[0].limit == after.version.limit == declared.matter.statutory.limit
        limits[word] = after.version.limit
    none, now, days = limits.values()
    assert (none.is_none, none.is_immediate, none.days) == (True, False, 0)
    assert (now.is_none, now.is_immediate, now.days) == (False, True, 0)
    assert (days.is_none, days.is_immediate, days.days) == (False, False, 3)
    assert declare("# 不要: 法定时限\n").codes == ["D102"]


@pytest.mark.parametrize("key", ["依据", "相对人", "出具", "条件"])
def test_无_is_the_empty_list(key: str, declare: Callable[[str], Declared]) -> None:
    """It is written, so it is known that there is none."""
    declared = declare(f"{key}: 无\n")
    assert declared.findings == ()
    matter = declared.matter
    assert {"依据": matter.bases, "相对人": matter.subjects, "出具": matter.outputs, "条件": matter.before.conditions}[
        key
    ] == ()


@pytest.mark.parametrize("key", ["名称", "类型", "依据", "相对人", "法定时限", "出具", "条件", "优化前", "优化后"])
def test_what_is_required_is_missed(key: str, declare: Callable[[str], Declared]) -> None:
    """By name, and nothing else is said."""
    declared = declare(f"# 不要: {key}\n")
    assert f"「{key}」" in declared.found("D102").message
    assert declared.codes == ["D102"]


@pytest.mark.parametrize("key", ["时限", "流程", "材料"])
def test_a_version_has_its_three_parts(key: str, declare: Callable[[str], Declared]) -> None:
    """优化前 needs all of them; outside of a version they are in the wrong place."""
    parts = {"时限": "1工作日", "流程": "受理 | 综合股 | 1工作日 | 形式审查", "材料": "无"}
    text = "优化前:\n" + "".join(f"  {name}: {value}\n" for name, value in parts.items() if name != key)
    assert f"「{key}」" in declare(text).found("D102").message
    outside = declare(f"{key}: {parts[key]}\n").found("D115")
    assert position(outside.place) == "1:1"


@pytest.mark.parametrize(
    ("key", "outer", "inner"),
    [("公开", "是", "否"), ("收费", "不收费", "工本费 | 4元"), ("地点", "甲", "乙"), ("条件", "甲", "乙"), ("承办", "综合股", "业务股")],
)
@pytest.mark.parametrize("side", ["优化前", "优化后"])
def test_a_key_stands_outside_or_inside_never_both(
    key: str, outer: str, inner: str, side: str, declare: Callable[[str], Declared]
) -> None:
    """The place is that of the inner one, the outer one is shown."""
    rest = "  时限: 10工作日\n  流程: 受理 | 综合股 | 1工作日 | 审查\n  材料: 无\n" if side == "优化前" else ""
    found = declare(f"{key}: {outer}\n{side}:\n  {key}: {inner}\n{rest}").found("D115")
    assert position(found.place) == "3:7"
    assert [position(place) for place in found.related] == ["1:5"]



@pytest.mark.parametrize(("text", "ranks"), [("  行政法规: 《甲条例》\n  规范性文件: 无", ["行政法规"]), ("  法律: 无", [])])
def test_none_of_a_rank_is_no_basis(text: str, ranks: list[str], declare: Callable[[str], Declared]) -> None:
    """Clerks fill the lines they do not need; 无 must not be printed as 二、无."""
    declared = declare(f"依据:\n{text}\n")
    assert declared.codes == []
    assert [str(basis.rank) for basis in declared.matter.bases] == ranks


def test_bases_by_rank(declare: Callable[[str], Declared]) -> None:
    """附件4 注6: the order of the form, whatever the order here; a sentence is never split."""
    declared = declare(
        "依据:\n  规范性文件: 《丁》\n  法律:\n    - 《甲》第一条\n    - 《乙》\n  行政法规: 《丙》第三条、第四条\n"
    )
    assert [(basis.rank, basis.text, position(basis.place)) for basis in declared.matter.bases] == [
        (BasisRank.LAW, "《甲》第一条", "4:7"),
        (BasisRank.LAW, "《乙》", "5:7"),
        (BasisRank.ADMINISTRATIVE_REGULATION, "《丙》第三条、第四条", "6:9"),
        (BasisRank.NORMATIVE_DOCUMENT, "《丁》", "2:10"),
    ]
    found = declare("依据:\n  章程: 《甲》\n").found("D105")
    assert position(found.place) == "2:3"


@pytest.mark.parametrize(
    ("written", "days", "kind", "basis", "start"),
    [
        ("法定时限: 20工作日(《行政许可法》第四十二条)\n", 20, DayKind.WORKING, "《行政许可法》第四十二条", "受理之日"),
        ("法定时限: ６０自然日（《某法》（试行）第一条）\n", 60, DayKind.NATURAL, "《某法》（试行）第一条", "受理之日"),
        ("法定时限:\n  时限: 90自然日\n  依据: 《某规定》\n  起算: 立案之日\n", 90, DayKind.NATURAL, "《某规定》", "立案之日"),
        ("法定时限: 无\n", 0, None, "", "受理之日"),
    ],
)
def test_a_statutory_limit(
    written: str, days: int, kind: DayKind | None, basis: str, start: str, declare: Callable[[str], Declared]
) -> None:
    """The basis in brackets, or keys."""
    statutory = declare(f"{written}优化前:\n  时限: 无\n  流程: 受理 | 综合股 | 无 | 审查\n  材料: 无\n").matter.statutory
    assert (statutory.limit.days, statutory.limit.day_kind) == (days, kind)
    assert (statutory.basis, statutory.runs_from) == (basis, start)


@pytest.mark.parametrize("written", ["20", "20天", "20工作日(", "20工作日(甲", "0工作日", "不计时限(听证)", "1个月", "99999工作日"])
def test_what_is_no_statutory_limit(written: str, declare: Callable[[str], Declared]) -> None:
    """Reported at the value."""
    assert declare(f"法定时限: {written}\n").position("D106") == "1:7"



def test_materials(declare: Callable[[str], Declared]) -> None:
    """A one-line text is a list; a written-out item is never split; brackets hold facts."""
    declared = declare(
        "优化前:\n  时限: 无\n  流程: 受理 | 综合股 | 无 | 审查\n  材料:\n"
        "    - 申请书(2份)\n    - 合同、章程(原件1份、复印件2份)\n    - 身份证(可共享)\n"
        "    - 名称: 用地批文\n      份数: 原件1份\n      来源: 国土局\n      依据: 《某法》\n      可共享: 是\n      备注: 甲\n"
        "优化后:\n  材料: 申请书、身份证（复印件1份、可共享）、承诺书(含附件)\n"
    )
    assert declared.findings == ()
    old = [(one.name, one.copies, one.source, one.shared) for one in declared.matter.before.materials]
    assert old == [
        ("申请书", "2份", "", None),
        ("合同、章程", "原件1份、复印件2份", "", None),
        ("身份证", "", "", True),
        ("用地批文", "原件1份", "国土局", True),
    ]
    new = [(one.name, one.copies, one.shared) for one in declared.after_version.materials]
    assert new == [("申请书", "", None), ("身份证", "复印件1份", True), ("承诺书(含附件)", "", None)]


def test_a_material_of_the_same_name_is_the_same_in_both_versions(declare: Callable[[str], Declared]) -> None:
    """来源, 依据, 可共享 hold for both; 份数 belongs to the version."""
    declared = declare(
        "优化前:\n  时限: 无\n  流程: 受理 | 综合股 | 无 | 审查\n  材料: 营业执照（副本）(3份)、照片\n"
        "优化后:\n  材料:\n    - 名称: 营业执照 (副本)\n      来源: 市场监管局\n      可共享: 是\n      依据: 《某法》\n"
    )
    (old, _), (new,) = declared.matter.before.materials, declared.after_version.materials
    assert (old.source, old.basis, old.shared, old.copies) == ("市场监管局", "《某法》", True, "3份")
    assert (new.source, new.basis, new.shared, new.copies) == ("市场监管局", "《某法》", True, "")


def test_a_procedure_of_the_same_name_is_the_same_in_both_versions(declare: Callable[[str], Declared]) -> None:
    """法定 and 种类 hold for both; 人数 belongs to the version."""
    declared = declare(
        "优化前:\n  时限: 1工作日\n  流程:\n    - 受理 | 综合股 | 1工作日 | 现场核查(2人以上)\n  材料: 无\n"
        "优化后:\n  流程:\n    - 环节: 受理 | 综合股 | 1工作日\n      程序:\n        - 名称: 现场核查\n          法定: 《某法》第五条\n"
    )
    (old,), (new,) = declared.before.steps[0].procedures, declared.after.steps[0].procedures
    assert (old.statutory, old.people) == ("《某法》第五条", 2)
    assert (new.statutory, new.people) == ("《某法》第五条", 0)


def test_problems_none_found_and_not_evaluated(declare: Callable[[str], Declared]) -> None:
    """A row, 无, or nothing."""
    assert declare("").matter.problems is None
    assert declare("问题: 无\n").matter.problems == ()
    problems = declare("问题: 环节多 | 合并 | 综合股、业务股 | 自查\n").matter.problems
    assert problems is not None
    (problem,) = problems
    assert (problem.text, problem.measure, problem.offices, problem.remark) == (
        "环节多",
        "合并",
        ("综合股", "业务股"),
        "自查",
    )


def test_fees(declare: Callable[[str], Declared]) -> None:
    """不收费, one row, or rows; an abolished fee is written on both sides."""
    assert declare("收费: 不收费\n").matter.before.fees == ()
    fees = declare("收费:\n  - 工本费 | 每证4元 | 省文件\n  - 项目: 手续费\n    依据: 市文件\n").matter.before.fees
    assert [(fee.item, fee.standard, fee.basis) for fee in fees] == [
        ("工本费", "每证4元", "省文件"),
        ("手续费", "", "市文件"),
    ]
    assert position(fees[1].at("basis")) == "4:9"


@pytest.mark.parametrize(
    ("matter_type", "kind", "codes"),
    [
        (MatterType.APPROVAL, "", []),
        (MatterType.APPROVAL, "行政确认", ["R304"]),
        (MatterType.OTHER_POWER, "", ["D102"]),
        (MatterType.OTHER_POWER, "行政确认", []),
        (MatterType.PUBLIC_SERVICE, "", ["D102"]),
        (MatterType.PUBLIC_SERVICE, "社会保障", []),
        (MatterType.OTHER, "", []),
        (MatterType.OTHER, "机关内部运转", []),
    ],
)
def test_the_kind_depends_on_the_type(
    matter_type: MatterType, kind: str, codes: list[str], declare: Callable[[str], Declared]
) -> None:
    """附件4 注4: 行政许可 goes without saying, 其他事项 is free."""
    declared = declare(f"类型: {matter_type}\n" + (f"种类: {kind}\n" if kind else ""))
    assert declared.codes == codes
    if not codes:
        assert declared.matter.kind == kind or (matter_type, declared.matter.kind) == (MatterType.APPROVAL, "行政许可")


@pytest.mark.parametrize(
    ("file", "number"),
    [("01-甲.yaml", "01"), ("A12_甲.yaml", "A12"), ("3 甲.yaml", "3"), ("甲.yaml", ""), ("2017年甲.yaml", ""), ("1.yaml", "")],
)
def test_the_number_is_that_of_the_file_name(file: str, number: str, declare: Callable[[str], Declared]) -> None:
    """What stands before the first dash, underline or space."""
    declared = declare(f"==> 示范局/01-示范事项.yaml <==\n# 删除\n==> 示范局/{file} <==\n")
    assert declared.matter.number == number
    assert declared.matter.file == f"示范局/{file}"


def test_refused_values_give_no_matter_and_no_second_finding(declare: Callable[[str], Declared]) -> None:
    """What 优化后 could not say is not taken over from 优化前."""
    for text in ("时限: 5天", "流程: 受理 | 综合股 | 审查", "材料: ~", "公开: 对", "收费: 无", "支线: 无"):
        declared = declare(f"优化后:\n  {text}\n")
        assert len(declared.findings) == 1, text
        assert declared.checked.matters == ()


def test_everything_is_text(declare: Callable[[str], Declared]) -> None:
    """YAML 1.1 would make a number, a boolean, a time or a date of these."""
    values = {"备注": "no", "邮政编码": "010", "地点": "12:30:45", "咨询电话": "1e3", "编码": "2018-01-31", "监督机构": "0x1F"}
    matter = declare("".join(f"{key}: {value}\n" for key, value in values.items())).matter
    found = (matter.remark, matter.postcode, matter.before.location, matter.inquiry_phone, matter.code, matter.supervisor)
    assert found == tuple(values.values())


def test_no_limit_is_the_one_without_a_number() -> None:
    """无."""
    assert str(NO_LIMIT) == NO_LIMIT.official == "无"

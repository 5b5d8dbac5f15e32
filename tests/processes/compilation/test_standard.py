"""The standard side branches by kind of matter."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from processes.model.process import Process
from tests.declaring import Declared, flows_of, step_named

PERMIT = ["一次告知补正", "不予受理", "不予许可"]
SERVICE = ["一次告知补正", "不予受理", "不予办理"]
PUNISHMENT = ["不予立案", "不予处罚"]

KINDS: dict[str, dict[str, list[str]]] = {
    "行政审批事项": {"行政许可": PERMIT},
    "其他行政权力事项": {
        **dict.fromkeys(("行政给付", "行政确认", "行政奖励", "行政裁决", "行政复议", "年检", "税费减免", "其他"), SERVICE),
        "行政处罚": PUNISHMENT,
        **{kind: [] for kind in ("行政强制", "行政征收", "行政征用", "行政监督检查")},
    },
    "公共服务事项": dict.fromkeys(
        ("政策支持", "法律和信息咨询", "知识产权保护", "就业技能培训", "公共教育", "劳动就业", "社会保障", "医疗卫生", "住房保障", "文化体育", "扶贫脱贫", "其他"),
        SERVICE,
    ),
    "其他事项": {"机关内部运转": [], "行政许可": []},
}  # fmt: skip
TABLE = [(matter_type, kind, names) for matter_type, kinds in KINDS.items() for kind, names in kinds.items()]

FLOW = """优化前:
  承办: 综合股
  时限: 无
  流程:
    - 登记 | 即时 | 登记
    - 受理 | 业务股 | 1工作日 | 审
    - 决定 | 局领导 | 3工作日 | 审
    - 制证送达 | 即时 | 送
  材料: {papers}
"""


def sides(process: Process) -> list[str]:
    """The names of the side branches, in order."""
    return list(dict.fromkeys(step.branch for step in process.steps if step.branch))


@pytest.mark.parametrize(("matter_type", "kind", "names"), TABLE)
def test_the_standard_branches_of_a_kind(
    matter_type: str, kind: str, names: list[str], declare: Callable[[str], Declared]
) -> None:
    """As in the table of the format."""
    declared = declare(f"类型: {matter_type}\n种类: {kind}\n{FLOW.format(papers='申请书')}")
    assert declared.findings == ()
    assert sides(declared.before) == names
    without = [name for name in names if name != "一次告知补正"]
    assert sides(declare(f"类型: {matter_type}\n种类: {kind}\n{FLOW.format(papers='无')}").before) == without


def test_where_they_leave_and_end(declare: Callable[[str], Declared]) -> None:
    """At 受理 and 决定, held by whom they leave, each with its document and limit; 补正 comes back."""
    process = declare(FLOW.format(papers="申请书")).before
    found = flows_of(process)
    assert found["受理", "材料不齐全或不符合法定形式"] == ("一次告知补正/一次告知补正", "side")
    assert found["受理", "不属于受理范围"] == ("不予受理/不予受理", "side")
    assert found["受理", "符合受理条件"] == ("决定", "main")
    assert found["决定", "不符合条件"] == ("不予许可/不予许可", "side")
    assert found["决定", "符合条件"] == ("制证送达", "main")
    assert found["一次告知补正/一次告知补正", ""] == ("受理", "side")
    assert found["不予受理/不予受理", ""] == ("结束:不予受理", "side")
    assert {
        step.name: (str(step.limit), step.outputs, step.holders[0].unit) for step in process.steps if step.branch
    } == {
        "一次告知补正": ("5工作日", ("补正告知书",), "业务股"),
        "不予受理": ("即时", ("不予受理决定书",), "业务股"),
        "不予许可": ("3工作日", ("不予行政许可决定书",), "局领导"),
    }


def test_what_is_accepted_on_the_spot_is_completed_on_the_spot(declare: Callable[[str], Declared]) -> None:
    """当场 instead of 5工作日."""
    process = declare(FLOW.format(papers="申请书").replace("业务股 | 1工作日", "业务股 | 即时")).before
    assert step_named(process, "一次告知补正").limit.is_immediate


@pytest.mark.parametrize(
    ("rows", "accepting", "deciding"),
    [
        ("登记、受理、决定、送达", "受理", "决定"),
        ("登记、审查、签批", "登记", "签批"),
        ("甲、乙、丙", "甲", "丙"),
        ("甲、乙、制证、送达", "甲", "乙"),
        ("立案、审批、决定、送达", "立案", "决定"),
        ("送达", "送达", "送达"),
    ],
)
def test_受理_and_决定_are_found(
    rows: str, accepting: str, deciding: str, declare: Callable[[str], Declared]
) -> None:
    """受理: the first of that kind, else the first. 决定: the last of that kind, else the last before 制证 and 送达."""
    lines = "".join(f"    - {name} | 1工作日 | 办\n" for name in rows.split("、"))
    text = f"优化前:\n  承办: 综合股\n  时限: 无\n  流程:\n{lines}  材料: 申请书\n"
    found = flows_of(declare(text).before)
    assert (accepting, "不属于受理范围") in found
    assert (deciding, "不符合条件") in found


def test_a_deciding_procedure_makes_a_step_decide(declare: Callable[[str], Declared]) -> None:
    """局长签批 in a step called 会办."""
    text = "优化前:\n  承办: 综合股\n  时限: 无\n  流程:\n    - 受理 | 无 | 办\n    - 会办 | 无 | 局长签批\n    - 公示 | 无 | 公示\n  材料: 无\n"
    assert ("会办", "不符合条件") in flows_of(declare(text).before)


def test_a_written_kind_counts_instead_of_the_name(declare: Callable[[str], Declared]) -> None:
    """种类 where the name says nothing, or the wrong thing."""
    text = "优化前:\n  承办: 综合股\n  时限: 无\n  流程:\n    - 决定要不要办 | 无 | 办\n    - 环节: 拍板 | 无 | 办\n      种类: 决定\n    - 通知 | 无 | 办\n  材料: 无\n"
    assert ("拍板", "不符合条件") in flows_of(declare(text).before)


def test_one_is_switched_off(declare: Callable[[str], Declared]) -> None:
    """无."""
    process = declare(f"支线:\n  不予受理: 无\n  一次告知补正: 无\n{FLOW.format(papers='申请书')}").before
    assert sides(process) == ["不予许可"]
    assert flows_of(process)["受理", ""] == ("决定", "main")


def test_one_gets_other_steps(declare: Callable[[str], Declared]) -> None:
    """A list replaces its steps; where it leaves and whether it comes back stays."""
    text = "支线:\n  一次告知补正:\n    - 告知 | 综合股 | 1工作日 | 一次告知\n    - 收件 | 综合股 | 即时 | 收件\n"
    found = flows_of(declare(text + FLOW.format(papers="申请书")).before)
    assert found["受理", "材料不齐全或不符合法定形式"] == ("一次告知补正/告知", "side")
    assert found["一次告知补正/收件", ""] == ("受理", "side")


def test_one_that_is_named_by_an_exit_leaves_only_there(declare: Callable[[str], Declared]) -> None:
    """And comes back to 受理 all the same, if it is one that comes back."""
    text = FLOW.format(papers="申请书").replace(
        "- 登记 | 即时 | 登记", "- 环节: 登记 | 即时 | 登记\n      去向:\n        缺件: 一次告知补正\n        管不着: 不予受理"
    )
    found = flows_of(declare(text).before)
    assert found["登记", "缺件"] == ("一次告知补正/一次告知补正", "side")
    assert found["登记", "管不着"] == ("不予受理/不予受理", "side")
    assert ("受理", "材料不齐全或不符合法定形式") not in found
    assert found["受理", ""] == ("决定", "main")
    assert found["一次告知补正/一次告知补正", ""] == ("受理", "side")


def test_exits_and_standard_branches_of_one_step(declare: Callable[[str], Declared]) -> None:
    """The written ones first; what is left is labelled as the standard says."""
    text = FLOW.format(papers="无").replace(
        "- 决定 | 局领导 | 3工作日 | 审", "- 环节: 决定 | 局领导 | 3工作日 | 审\n      去向:\n        重审: 受理"
    )
    process = declare(text).before
    labels = [flow.condition for flow in process.flows if flow.source == "决定"]
    assert labels == ["重审", "不符合条件", "符合条件"]


@pytest.mark.parametrize("label", ["符合条件", "不符合条件", "其他情形"])
def test_a_written_label_is_not_given_twice(label: str, declare: Callable[[str], Declared]) -> None:
    """Two ways of one name could not be told apart."""
    text = FLOW.format(papers="无").replace(
        "- 决定 | 局领导 | 3工作日 | 审", f"- 环节: 决定 | 局领导 | 3工作日 | 审\n      去向:\n        {label}: 制证送达"
    )
    labels = [flow.condition for flow in declare(text).before.flows if flow.source == "决定"]
    assert len(set(labels)) == len(labels)
    assert label in labels


def test_a_flow_that_is_one_block_has_no_place_for_them(declare: Callable[[str], Declared]) -> None:
    """No 环节 of its own on the main path: nobody accepts, nobody decides."""
    text = "优化前:\n  承办: 综合股\n  时限: 无\n  流程:\n    - 并联:\n        - 甲 | 无 | 审\n        - 乙 | 无 | 审\n  材料: 申请书\n"
    assert sides(declare(text).before) == []

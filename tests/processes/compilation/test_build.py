"""Declared entries become steps, nodes and flows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from processes.model.process import HolderKind, NodeKind, Process
from tests.declaring import Declared, flows_of, step_named

OTHER = "类型: 其他事项\n"
"""A matter without standard side branches."""


def flow(rows: str, papers: str = "无", limit: str = "20工作日") -> str:
    """优化前 with these lines as 流程."""
    lines = "".join(f"    {line}\n" for line in rows.strip("\n").split("\n"))
    return f"优化前:\n  承办: 综合股\n  时限: {limit}\n  流程:\n{lines}  材料: {papers}\n"


@pytest.fixture
def compiled(declare: Callable[[str], Declared]) -> Callable[[str], Process]:
    """The process of 优化前; there must be no findings."""

    def build(text: str) -> Process:
        declared = declare(text)
        assert declared.findings == ()
        return declared.before

    return build


def numbers(process: Process) -> dict[str, str]:
    """Name of a step → its number."""
    return {step.name: step.number for step in process.steps}


def test_one_after_the_other(compiled: Callable[[str], Process]) -> None:
    """After an entry comes the next one."""
    process = compiled(OTHER + flow("- 甲 | 1工作日 | 审\n- 乙 | 1工作日 | 审"))
    assert flows_of(process) == {
        ("开始", ""): ("甲", "main"),
        ("甲", ""): ("乙", "main"),
        ("乙", ""): ("办结", "main"),
    }
    assert numbers(process) == {"甲": "1", "乙": "2"}


def test_a_block_without_a_name_counts_each_step_in_it(compiled: Callable[[str], Process]) -> None:
    """It is drawn as bars: a FORK and a JOIN that belong to no step."""
    process = compiled(
        OTHER
        + flow("- 受理 | 1工作日 | 审\n- 并联:\n    - 甲 | 2工作日 | 审\n    - 依次:\n        - 乙 | 1工作日 | 审\n"
               "        - 丙 | 3工作日 | 审\n- 送达 | 即时 | 送")
    )  # fmt: skip
    assert numbers(process) == {"受理": "1", "甲": "2", "乙": "3", "丙": "4", "送达": "5"}
    assert len(process.counted_steps) == 5
    assert flows_of(process)["受理", ""] == ("并联1:分", "main")
    assert {node.key: node.step for node in process.nodes if node.kind in (NodeKind.FORK, NodeKind.JOIN)} == {
        "并联1:分": None,
        "并联1:合": None,
    }
    assert process.branch_days == {}


def test_a_block_with_a_name_is_one_step(compiled: Callable[[str], Process]) -> None:
    """Its 程序 are those of its branches, each name once; its limit is the longest branch; its steps are lettered."""
    process = compiled(
        OTHER
        + flow("- 受理 | 1工作日 | 审\n- 环节: 联审\n  并联:\n    - 甲 | 2工作日 | 联合踏勘、审图\n    - 依次:\n"
               "        - 乙 | 1工作日 | 联合踏勘\n        - 丙 | 3.5工作日 | 审\n- 送达 | 即时 | 送")
    )  # fmt: skip
    block = step_named(process, "联审")
    assert numbers(process) == {"受理": "1", "联审": "2", "甲": "2a", "乙": "2b", "丙": "2c", "送达": "3"}
    assert [step.name for step in process.counted_steps] == ["受理", "联审", "送达"]
    assert [act.name for act in block.procedures] == ["联合踏勘", "审图", "审"]
    assert (str(block.limit), block.composite) == ("4.5工作日", True)
    assert process.branch_days == {"联审": block.limit.days}
    assert {step.block for step in process.steps if step.name in "甲乙丙"} == {"联审"}


def test_a_named_block_may_have_a_limit_and_acts_of_its_own(compiled: Callable[[str], Process]) -> None:
    """6工作日 for the window, though the branches take 5."""
    process = compiled(
        OTHER + flow("- 环节: 联审 | 6工作日 | 汇总意见\n  并联:\n    - 甲 | 5工作日 | 审\n    - 乙 | 2工作日 | 审")
    )
    block = step_named(process, "联审")
    assert (str(block.limit), process.branch_days["联审"]) == ("6工作日", 5)
    assert [act.name for act in block.procedures] == ["汇总意见", "审"]


def test_blocks_in_blocks(compiled: Callable[[str], Process]) -> None:
    """A named block in an unnamed one counts as one; in a named one it is lettered with the others."""
    process = compiled(
        OTHER
        + flow("- 并联:\n    - 甲 | 1工作日 | 审\n    - 环节: 联审\n      并联:\n        - 乙 | 1工作日 | 审\n"
               "        - 环节: 内审\n          并联:\n            - 丙 | 1工作日 | 审\n            - 丁 | 2工作日 | 审")
    )  # fmt: skip
    assert numbers(process) == {"甲": "1", "联审": "2", "乙": "2a", "内审": "2b", "丙": "2c", "丁": "2d"}
    assert [step.name for step in process.counted_steps] == ["甲", "联审"]
    assert step_named(process, "联审").limit.days == 2


def test_what_is_not_counted_is_run_all_the_same(compiled: Callable[[str], Process]) -> None:
    """不计环节: no number, but a node on the way."""
    process = compiled(
        OTHER + flow("- 甲 | 1工作日 | 审\n- 环节: 归档 | 即时 | 归档\n  不计环节: 批后归档\n- 乙 | 1工作日 | 审")
    )
    assert numbers(process) == {"甲": "1", "归档": "", "乙": "2"}
    assert flows_of(process)["甲", ""] == ("归档", "main")
    assert [step.name for step in process.counted_steps] == ["甲", "乙"]


@pytest.mark.parametrize(
    ("exits", "expected"),
    [
        ("不同意: 甲", {"不同意": ("甲", "loop"), "同意": ("丙", "main")}),
        ("需补充材料: 甲", {"需补充材料": ("甲", "loop"), "不需补充材料": ("丙", "main")}),
        ("未通过: 甲", {"未通过": ("甲", "loop"), "通过": ("丙", "main")}),
        ("简单: 丁", {"简单": ("丁", "skip"), "不简单": ("丙", "main")}),
        ("不同意: 结束", {"不同意": ("办结", "skip"), "同意": ("丙", "main")}),
        ("同意: 下一环节\n    不同意: 甲", {"同意": ("丙", "main"), "不同意": ("甲", "loop")}),
        ("再查: 乙", {"再查": ("乙", "loop"), "不再查": ("丙", "main")}),
        ("甲类: 甲\n    乙类: 丁", {"甲类": ("甲", "loop"), "乙类": ("丁", "skip"), "其他情形": ("丙", "main")}),
        ("甲类: 甲\n    其他情形: 丙", {"甲类": ("甲", "loop"), "其他情形": ("丙", "main")}),
        ("不: 甲", {"不": ("甲", "loop"), "其他情形": ("丙", "main")}),
        ("补正: 延期", {"补正": ("延期/延期", "side"), "不补正": ("丙", "main")}),
    ],
)
def test_exits(exits: str, expected: dict[str, tuple[str, str]], compiled: Callable[[str], Process]) -> None:
    """What is not listed goes on to the next entry, labelled by adding or dropping 不, else 其他情形."""
    rows = f"- 甲 | 1工作日 | 审\n- 环节: 乙 | 1工作日 | 审\n  去向:\n    {exits}\n- 丙 | 1工作日 | 审\n- 丁 | 1工作日 | 审"
    side = "支线:\n  延期: 延期 | 综合股 | 1工作日 | 延期\n" if "延期" in exits else ""
    process = compiled(f"{OTHER}{side}{flow(rows)}")
    assert {label: there for (source, label), there in flows_of(process).items() if source == "乙"} == expected


def test_who_names_the_rest_has_named_all(declare: Callable[[str], Declared]) -> None:
    """其他情形 written as a 情形 leaves no way to the next entry: 丙 cannot be reached."""
    rows = "- 甲 | 1工作日 | 审\n- 环节: 乙 | 1工作日 | 审\n  去向:\n    好: 丁\n    其他情形: 甲\n- 丙 | 1工作日 | 审\n- 丁 | 1工作日 | 审"
    assert declare(OTHER + flow(rows)).codes == ["S105"]


def test_always_somewhere_else(compiled: Callable[[str], Process]) -> None:
    """去向 as a text: no condition, no decision."""
    process = compiled(
        OTHER
        + flow("- 环节: 甲 | 1工作日 | 审\n  去向:\n    急件: 丙\n- 环节: 乙 | 1工作日 | 审\n  去向: 丁\n- 丙 | 1工作日 | 审\n- 丁 | 1工作日 | 审")
    )
    assert flows_of(process)["乙", ""] == ("丁", "skip")


def test_exits_inside_a_branch_stay_in_it(compiled: Callable[[str], Process]) -> None:
    """下一环节 of the last one is the JOIN."""
    process = compiled(
        OTHER
        + flow("- 并联:\n    - 依次:\n        - 甲 | 1工作日 | 审\n        - 环节: 乙 | 1工作日 | 审\n          去向:\n"
               "            不齐: 甲\n    - 环节: 丙 | 1工作日 | 审\n      去向:\n        好: 下一环节\n        不好: 丙")
    )  # fmt: skip
    found = flows_of(process)
    assert found["乙", "不齐"] == ("甲", "loop")
    assert found["乙", "齐"] == ("并联1:合", "main")
    assert (found["丙", "好"], found["丙", "不好"]) == (("并联1:合", "main"), ("丙", "loop"))


@pytest.mark.parametrize("target", ["丁", "结束", "延期"])
def test_nothing_leads_out_of_a_branch(target: str, declare: Callable[[str], Declared]) -> None:
    """Refusals are decided after the join; in a side branch too."""
    block = f"- 并联:\n    - 环节: 甲 | 综合股 | 1工作日 | 审\n      去向:\n        不好: {target}\n    - 乙 | 综合股 | 1工作日 | 审\n- 丁 | 综合股 | 1工作日 | 审"
    side = "支线:\n  延期: 延期 | 综合股 | 1工作日 | 延期\n"
    assert "S103" in declare(OTHER + side + flow(block)).codes
    inner = "".join(f"    {line}\n" for line in f"- 始 | 综合股 | 1工作日 | 审\n{block.replace('丁', '戊')}".split("\n"))
    lead = "- 环节: 丁 | 1工作日 | 审\n  去向:\n    要: 复查\n- 末 | 1工作日 | 审"
    assert "S103" in declare(f"{OTHER}{side}  复查:\n{inner}{flow(lead)}").codes


def test_a_block_that_is_decided_on_after_its_join(compiled: Callable[[str], Process]) -> None:
    """The exits of a named block leave its JOIN; who leads back enters by its FORK."""
    process = compiled(
        OTHER
        + flow("- 环节: 联审 | 1工作日\n  并联:\n    - 甲 | 1工作日 | 审\n    - 乙 | 1工作日 | 审\n  去向:\n    不同意: 结束\n"
               "- 环节: 丙 | 1工作日 | 审\n  去向:\n    重审: 联审")
    )  # fmt: skip
    found = flows_of(process)
    assert found["联审:合", "不同意"] == ("办结", "skip")
    assert found["联审:合", "同意"] == ("丙", "main")
    assert found["丙", "重审"] == ("联审:分", "loop")


def test_side_branches(compiled: Callable[[str], Process]) -> None:
    """You leave by the 去向 of the last entry, else the case ends there; main steps and other branches are near."""
    process = compiled(
        f"{OTHER}支线:\n  整改(一):\n    - 告知 | 综合股 | 1工作日 | 告知\n    - 环节: 复查 | 业务股 | 2工作日 | 复查\n"
        "      去向:\n        合格: 乙\n        不合格: 退件\n        撤回: 结束\n  退件: 退回 | 综合股 | 即时 | 退回\n"
        + flow("- 环节: 甲 | 1工作日 | 审\n  去向:\n    不齐: 整改（一）\n- 乙 | 1工作日 | 审")
    )
    found = flows_of(process)
    assert found["甲", "不齐"] == ("整改(一)/告知", "side")
    assert found["整改(一)/告知", ""] == ("整改(一)/复查", "side")
    assert found["整改(一)/复查", "合格"] == ("乙", "side")
    assert found["整改(一)/复查", "不合格"] == ("退件/退回", "side")
    assert found["整改(一)/复查", "撤回"] == ("办结", "side")
    assert found["整改(一)/复查", "其他情形"] == ("结束:整改(一)", "side")
    assert found["退件/退回", ""] == ("结束:退件", "side")
    assert {node.key: node.name for node in process.nodes if node.kind is NodeKind.END} == {
        "办结": "办结",
        "结束:整改(一)": "整改(一)",
        "结束:退件": "退件",
    }
    assert not any(step.counted for step in process.steps if step.branch)


@pytest.mark.parametrize("name", ["办结", "开始", "下一步", "甲/乙"])
def test_a_step_may_have_any_name(name: str, compiled: Callable[[str], Process]) -> None:
    """办结 too: as a node it is not the end."""
    process = compiled(OTHER + flow(f"- 受理 | 1工作日 | 审\n- 环节: {name} | 1工作日 | 审\n  去向:\n    退回: 受理\n- 归档 | 即时 | 归档"))
    assert len({node.key for node in process.nodes}) == len(process.nodes) == 5
    assert step_named(process, name).key == name
    back = [flow for flow in process.flows if flow.condition == "退回"]
    assert [flow.target for flow in back] == ["受理"]


def test_an_identifier_is_what_others_call_it(compiled: Callable[[str], Process]) -> None:
    """标识 where two steps share a name."""
    process = compiled(
        OTHER
        + flow("- 核对 | 1工作日 | 审\n- 环节: 核对 | 1工作日 | 审\n  标识: 核对2\n- 环节: 丙 | 1工作日 | 审\n  去向:\n    有误: 核对2")
    )
    assert [(step.key, step.name) for step in process.steps] == [("核对", "核对"), ("核对2", "核对"), ("丙", "丙")]
    assert flows_of(process)["丙", "有误"] == ("核对2", "loop")


@pytest.mark.parametrize(
    ("holder", "kind"),
    [
        ("综合股", HolderKind.OFFICE),
        ("局领导", HolderKind.LEADER),
        ("大队领导", HolderKind.LEADER),
        ("公安局", HolderKind.DEPARTMENT),
        ("公安局交警大队", HolderKind.DEPARTMENT),
        ("省示范厅", HolderKind.SUPERIOR),
        ("村委会", HolderKind.SUBORDINATE),
        ("检测中心", HolderKind.INTERMEDIARY),
    ],
)
def test_holders(holder: str, kind: HolderKind, compiled: Callable[[str], Process]) -> None:
    """Own office, our leaders, a department or a body of it, or a body from outside; with its post."""
    process = compiled(OTHER + flow(f"- 甲 | {holder}/窗口岗、业务股 | 1工作日 | 审"))
    first, second = process.steps[0].holders
    assert (first.unit, first.post, first.kind, str(first)) == (holder, "窗口岗", kind, f"{holder}/窗口岗")
    assert (second.unit, second.post, second.kind) == ("业务股", "", HolderKind.OFFICE)


def test_a_holder_left_out_is_the_one_of_the_version(declare: Callable[[str], Declared]) -> None:
    """If that is exactly one."""
    assert declare(OTHER + flow("- 甲 | 1工作日 | 审")).before.steps[0].holders[0].unit == "综合股"
    two = flow("- 甲 | 1工作日 | 审").replace("承办: 综合股", "承办: 综合股、业务股")
    assert declare(OTHER + two).codes == ["S108"]


def test_the_offices_are_written_or_found_in_the_steps(declare: Callable[[str], Declared]) -> None:
    """In order of appearance, own offices only, side branches left out."""
    rows = "- 甲 | 业务股、公安局 | 1工作日 | 审\n- 乙 | 综合股 | 1工作日 | 审\n- 丙 | 局领导 | 1工作日 | 审"
    found = declare(OTHER + flow(rows).replace("  承办: 综合股\n", ""))
    assert found.before.offices == ("业务股", "综合股")
    assert declare(OTHER + flow(rows)).before.offices == ("综合股",)

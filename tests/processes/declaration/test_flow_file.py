"""流程: rows, entries with keys, parallel blocks, exits, side branches."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from processes.model.flow import BlockEntry, Entry, StepEntry
from tests.declaring import Declared, position


def flow(rows: str, more: str = "") -> str:
    """A matter with these lines as 流程."""
    lines = "".join(f"    {line}\n" for line in rows.strip("\n").split("\n"))
    return f"优化前:\n  承办: 综合股\n  时限: 20工作日\n  流程:\n{lines}  材料: 无\n{more}"


def step(entry: Entry) -> StepEntry:
    """The entry, which must be an 环节."""
    assert isinstance(entry, StepEntry)
    return entry


@pytest.fixture
def read(declare: Callable[[str], Declared]) -> Callable[[str], tuple[Entry, ...]]:
    """The entries of 优化前; there must be no findings."""

    def entries(rows: str) -> tuple[Entry, ...]:
        declared = declare(flow(rows))
        assert declared.findings == ()
        return declared.matter.before.entries

    return entries


@pytest.mark.parametrize(
    ("row", "holders", "limit", "acts"),
    [
        ("审查 | 业务股 | 3工作日 | 材料审核、核对", ("业务股",), "3工作日", ("材料审核", "核对")),
        ("审查 | 3工作日 | 材料审核", (), "3工作日", ("材料审核",)),
        ("审查 | 业务股、综合股 | 0.5工作日 | 审核", ("业务股", "综合股"), "0.5工作日", ("审核",)),
        ("审查 | 局领导 | 即时 | 审核", ("局领导",), "即时", ("审核",)),
        ("审查 | 行政审批股/审查岗 | 无 | 审核", ("行政审批股/审查岗",), "无", ("审核",)),
        ("审查 | 不计时限(听证) | 听证", (), "不计时限(听证)", ("听证",)),
        ("审查 | 20工作日不计时限(专家评审) | 评审", (), "20工作日不计时限(专家评审)", ("评审",)),
        ("审查 | 不计时限(《某法》第×条) | 听证", (), "不计时限(《某法》第×条)", ("听证",)),
        ("审查｜业务股｜３个工作日｜材料审核", ("业务股",), "3工作日", ("材料审核",)),
        ("审查|业务股|4小时|审核", ("业务股",), "4小时", ("审核",)),
        ("审查 | 1工作日 | 审核(甲、乙)、核对", (), "1工作日", ("审核(甲、乙)", "核对")),
    ],
)
def test_a_row_hinges_on_its_limit(
    row: str,
    holders: tuple[str, ...],
    limit: str,
    acts: tuple[str, ...],
    read: Callable[[str], tuple[Entry, ...]],
) -> None:
    """One cell or none before it, one or none after it."""
    entry = step(read(f"- {row}")[0])
    assert (entry.name, entry.holders, str(entry.limit)) == ("审查", holders, limit)
    assert tuple(act.name for act in entry.procedures) == acts


def test_a_row_and_its_keys_say_the_same(read: Callable[[str], tuple[Entry, ...]]) -> None:
    """A row is a mapping cut short."""
    row = read("- 审查 | 业务股 | 3工作日 | 审核(2人以上)、核对")
    first = read("- 环节: 审查 | 业务股 | 3工作日\n  程序: 审核(2人以上)、核对")
    keys = read("- 环节: 审查\n  承办: 业务股\n  时限: 3工作日\n  程序:\n    - 名称: 审核\n      人数: 2\n    - 核对")
    assert row == first == keys


def test_a_list_of_one_row_may_be_the_row(declare: Callable[[str], Declared]) -> None:
    """Or the mapping."""
    text = "优化前:\n  时限: 无\n  材料: 无\n  流程: {}\n"
    one = declare(text.format("审查 | 综合股 | 无 | 审核")).matter.before.entries
    other = declare(text.format("\n    环节: 审查\n    承办: 综合股\n    时限: 无\n    程序: 审核")).matter.before.entries
    assert one == other
    assert len(one) == 1


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        ("审查 | 业务股 | 3天 | 审核", "D106", 18),
        ("审查 | 业务股 | 3 | 审核", "D106", 18),
        ("审查 | 业务股 | 不计时限(开会) | 审核", "D106", 7),
        ("审查 | 业务股 | 审核", "D106", 7),
        ("审查", "S108", 7),
        ("审查 | 业务股 | 综合股 | 3工作日 | 审核", "D111", 7),
        ("审查 | 3工作日 | 5工作日", "D111", 7),
        ("审查 | 3工作日 | 审核 | 备注", "D111", 7),
        ("3工作日 | 审查 | 审核", "D106", 7),
        ("审查 | | 3工作日 | 审核", "D103", 11),
        ("无 | 业务股 | 3工作日 | 审核", "D112", 7),
        ("审查 | 业务股 | 3工作日 | 审核、、核对", "D103", 28),
        ("审查 | 业务股、业务股 | 3工作日 | 审核", "D116", 16),
        ("审查 | 业务股 | 3工作日 | 审核(2人以上、必要时)", "D113", 25),
    ],
)
def test_a_row_that_does_not_fit(row: str, code: str, column: int, declare: Callable[[str], Declared]) -> None:
    """Reported at the cell where it is known which, else at the row."""
    declared = declare(flow(f"- {row}" if "|" in row else f"- 环节: {row}"))
    found = next(found for found in declared.findings if found.code == code)
    assert position(found.place) == f"5:{column if '|' in row else column + 4}"


def test_a_fact_stands_in_the_row_or_under_its_key(declare: Callable[[str], Declared]) -> None:
    """Not in both."""
    for key, value in (("承办", "综合股"), ("时限", "1工作日"), ("程序", "核对")):
        declared = declare(flow(f"- 环节: 审查 | 业务股 | 3工作日 | 审核\n  {key}: {value}"))
        assert declared.position("D110") == "6:7"
        declared = declare(flow(f"- {key}: {value}\n  环节: 审查 | 业务股 | 3工作日 | 审核"))
        assert declared.found("D110").place.line == 6


@pytest.mark.parametrize(
    ("act", "name", "people", "statutory", "excluded"),
    [
        ("现场核查(2人以上)", "现场核查", 2, "", ""),
        ("现场核查（３人）", "现场核查", 3, "", ""),
        ("现场核查(2人以上、法定)", "现场核查", 2, "是", ""),
        ("公示(法定、不计时限)", "公示", 0, "是", "是"),
        ("核查(甲)(2人以上)", "核查(甲)", 2, "", ""),
        ("核查(含现场)", "核查(含现场)", 0, "", ""),
    ],
)
def test_facts_in_the_bracket_of_a_procedure(
    act: str, name: str, people: int, statutory: str, excluded: str, read: Callable[[str], tuple[Entry, ...]]
) -> None:
    """A bracket in which every part is a fact holds facts, else it belongs to the name."""
    (procedure,) = step(read(f"- 审查 | 1工作日 | {act}")[0]).procedures
    assert (procedure.name, procedure.people, procedure.statutory, procedure.excluded) == (
        name,
        people,
        statutory,
        excluded,
    )


def test_every_key_of_a_step(read: Callable[[str], tuple[Entry, ...]]) -> None:
    """Origins, outputs, uses, kinds, the reason not to count it, an identifier."""
    entry = step(
        read(
            "- 环节: 归档 | 综合股 | 即时\n  程序:\n    - 名称: 归档\n      种类: 其他\n      法定: 《某法》第一条\n"
            "      不计时限: 听证\n      沿自: 甲、乙\n  沿自: 无\n  出具: 档案号\n  使用: 申请书、决定书\n"
            "  种类: 送达、转报\n  不计环节: 批后归档\n  标识: 归档2"
        )[0]
    )
    assert entry.origins == ()
    assert (entry.outputs, entry.uses, entry.kinds) == (("档案号",), ("申请书", "决定书"), ("送达", "转报"))
    assert (entry.uncounted, entry.identifier, entry.key) == ("批后归档", "归档2", "归档2")
    (act,) = entry.procedures
    assert (act.kind, act.statutory, act.excluded, act.origins) == ("其他", "《某法》第一条", "听证", ("甲", "乙"))


def test_origins_not_written_and_none_are_two_things(read: Callable[[str], tuple[Entry, ...]]) -> None:
    """无: new in spite of an equal name."""
    assert step(read("- 审查 | 1工作日 | 审核")[0]).origins is None
    assert step(read("- 环节: 审查 | 1工作日 | 审核\n  沿自: 无")[0]).origins == ()


def test_exits(read: Callable[[str], tuple[Entry, ...]]) -> None:
    """A text: always; a mapping: in these cases."""
    always = step(read("- 环节: 甲 | 1工作日 | 审\n  去向: 丙\n- 环节: 乙 | 1工作日 | 审\n- 丙 | 无 | 审".replace("去向: 丙", "去向: 乙"))[0])
    assert [(exit_.condition, exit_.target) for exit_ in always.exits] == [("", "乙")]
    cases = step(read("- 环节: 甲 | 1工作日 | 审\n  去向:\n    不同意: 结束\n    需补充: 甲\n- 乙 | 1工作日 | 审")[0])
    assert [(exit_.condition, str(exit_.target), position(exit_.place)) for exit_ in cases.exits] == [
        ("不同意", "结束", "7:9"),
        ("需补充", "甲", "8:9"),
    ]
    assert position(cases.exits[0].target.place) == "7:14"


def test_blocks(read: Callable[[str], tuple[Entry, ...]]) -> None:
    """Branches are entries, lists of entries, or blocks again; a block may have a name."""
    block, named = read(
        "- 并联:\n    - 甲 | 1工作日 | 审\n    - 依次:\n        - 乙 | 1工作日 | 审\n        - 丙 | 1工作日 | 审\n"
        "    - 并联:\n        - 丁 | 1工作日 | 审\n        - 戊 | 1工作日 | 审\n"
        "- 环节: 会审 | 6工作日\n  并联:\n    - 己 | 1工作日 | 审\n    - 庚 | 1工作日 | 审"
    )
    assert isinstance(block, BlockEntry)
    assert [[getattr(entry, "name", "并联") for entry in branch] for branch in block.branches] == [
        ["甲"],
        ["乙", "丙"],
        ["并联"],
    ]
    assert len(step(named).branches) == 2


@pytest.mark.parametrize(
    ("rows", "code", "place"),
    [
        ("- 并联:\n    - 甲 | 1工作日 | 审", "D104", "6:9"),
        ("- 并联: 甲 | 1工作日 | 审", "D104", "5:11"),
        ("- 并联:\n    - 甲 | 1工作日 | 审\n    - 审查 | 审", "D106", "7:11"),
        ("- 并联:\n    - 甲 | 1工作日 | 审\n    - 依次: []", "D103", "7:15"),
        ("- 并联:\n    - 甲 | 1工作日 | 审\n    - 依次:\n        - 乙 | 1工作日 | 审\n      时限: 1工作日", "D101", "9:11"),
        ("- 依次:\n    - 甲 | 1工作日 | 审", "D115", "5:7"),
        ("- 环节: 会审 | 1工作日 | 审\n  并联:\n    - 甲 | 1工作日 | 审", "D104", "7:9"),
        ("- 环节: 甲 | 1工作日 | 审\n  去向: [甲, 乙]", "D104", "6:11"),
        ("- 环节: 甲 | 1工作日 | 审\n  去向:\n    不同意:", "D103", "7:13"),
        ("- 环节: 甲 | 1工作日 | 审\n  种类: 审核", "D105", "6:11"),
        ("- 环节: 甲 | 1工作日 | 审\n  下一步: 乙", "D101", "6:7"),
        ("- [甲, 乙]", "D104", "5:7"),
        ("-", "D103", "5:6"),
    ],
)
def test_an_entry_that_does_not_fit(rows: str, code: str, place: str, declare: Callable[[str], Declared]) -> None:
    """Reported where it stands, and no process is made of the rest."""
    declared = declare(flow(rows))
    found = next(found for found in declared.findings if found.code == code)
    assert position(found.place) == place


def test_side_branches(declare: Callable[[str], Declared]) -> None:
    """Entries, one row, or 无 for a standard one that is switched off."""
    branches = declare(
        "支线:\n  补正:\n    - 告知 | 综合股 | 5工作日 | 一次告知\n    - 收回 | 综合股 | 即时 | 接收\n"
        "  延期: 延期 | 局领导 | 10工作日 | 批准延期\n  不予受理: 无\n"
    ).matter.before.branches
    assert {name: len(branch.entries) for name, branch in branches.items()} == {"补正": 2, "延期": 1, "不予受理": 0}
    assert position(branches["延期"].place) == "5:3"


@pytest.mark.parametrize("value", ["不要", "[甲]", "{甲: }"])
def test_a_side_branch_that_cannot_be_read(value: str, declare: Callable[[str], Declared]) -> None:
    """It is reported."""
    assert declare(f"支线:\n  补正: {value}\n").findings


@pytest.mark.parametrize("name", ["结束", "下一环节", "无"])
def test_a_side_branch_has_a_name(name: str, declare: Callable[[str], Declared]) -> None:
    """The words of the format cannot name one: 去向 could not be read."""
    declared = declare(f"支线:\n  {name}:\n    - 告知 | 综合股 | 即时 | 告知\n")
    assert declared.position("D112") == "2:3"


@pytest.mark.parametrize(
    "text",
    [
        "材料: 甲、无、乙",
        f"材料: {'长' * 201}",
        "材料:\n    - 甲|乙",
        "材料:\n    - |\n      甲\n      乙",
        f"流程: 审查 | 综合股 | 1工作日 | {'长' * 201}",
        f"流程: 审查 | {'长' * 201} | 1工作日 | 审",
    ],
)
def test_names_written_in_short_are_names_too(text: str, declare: Callable[[str], Declared]) -> None:
    """200 characters, no bar, no line break, none of the words of the format."""
    assert "D112" in declare(f"优化后:\n  {text}\n").codes


@pytest.mark.parametrize(
    ("row", "code"),
    [("-受理 | 综合股 | 1工作日 | 审", "Y203"), ("- 环节：受理 | 综合股 | 1工作日 | 审", "Y202"), ("- 环节:受理 | 综合股 | 1工作日 | 审", "Y209")],
)
def test_a_slip_that_yaml_takes_for_a_name(row: str, code: str, declare: Callable[[str], Declared]) -> None:
    """It would be an 环节 called 「-受理」 or 「环节：受理」."""
    assert code in declare(flow(row)).codes

"""BPMN of other programs: steps, decisions, blocks and side branches are found, the rest is told."""

from pathlib import Path

import pytest

from processes.errors import CannotBeDone, WrongUsage
from processes.intake.bpmn.notes import Fate, Notes
from processes.intake.bpmn.sketch import Kind, Sketch, Spot
from processes.intake.bpmn.step_trees import Around
from processes.intake.bpmn.untangling import untangled
from tests.drawn import checks, drawing, flow_of, read

SERIES = "(始 -> 受理\n受理 -> 审查\n审查 -> )终"


def said(content: bytes, fate: Fate) -> str:
    """What was told of one fate, a line each."""
    return "\n".join(note.text for note in read(content).notes if note.fate is fate)


def test_a_series_is_a_series_of_rows() -> None:
    """No lane says who holds the file: the office that is known does, and the comment says what to look at."""
    assert flow_of(drawing(SERIES)) == "- 受理 | 综合股 | 无 | 受理\n- 审查 | 综合股 | 无 | 审查\n"
    assert "- 受理 | 综合股 | 无 | 受理  # ★ 核对承办、时限、程序\n" in read(drawing(SERIES), office="综合股").text()


def test_a_choice_behind_a_step_is_its_去向() -> None:
    """Loops, and a way that leaves the main path; the longest way is the main path."""
    flows = "(始 -> 受理\n受理 -> ?齐\n?齐 -> 审查: 齐全\n?齐 -> 受理: 需补正\n审查 -> ?可\n?可 -> 发证: 同意\n"
    flows += "?可 -> 退件: 不同意\n发证 -> )终\n退件 -> )退"
    content = drawing(flows)
    assert flow_of(content) == (
        "- 环节: 受理 | 综合股 | 无 | 受理\n  去向:\n    需补正: 受理\n    齐全: 下一环节\n"
        "- 环节: 审查 | 综合股 | 无 | 审查\n  去向:\n    不同意: 退件\n- 发证 | 综合股 | 无 | 发证\n"
    )
    assert flow_of(content, "支线") == "退件:\n  - 退件 | 综合股 | 无 | 退件\n"
    assert "不在主路上的「退件」写成支线「退件」" in said(content, Fate.GUESSED)


def test_parallel_gateways_that_match_are_a_block() -> None:
    """A branch of two steps stands one after the other."""
    flows = "(始 -> +分\n+分 -> 甲\n+分 -> 乙\n乙 -> 丙\n甲 -> +合\n丙 -> +合\n+合 -> 丁\n丁 -> )终"
    assert flow_of(drawing(flows)) == (
        "- 环节: 分\n  承办: 综合股\n  并联:\n    - 甲 | 综合股 | 无 | 甲\n    - 依次:\n"
        "        - 乙 | 综合股 | 无 | 乙\n        - 丙 | 综合股 | 无 | 丙\n- 丁 | 综合股 | 无 | 丁\n"
    )


def test_a_fork_that_never_joins_is_told_and_not_lost() -> None:
    """Both ways are there, as a choice to be mended."""
    content = drawing("(始 -> 受理\n受理 -> +分\n+分 -> 甲\n+分 -> 乙\n甲 -> )一\n乙 -> )二")
    assert "并行网关「分」的各路没有汇到一处" in said(content, Fate.GUESSED)
    written = read(content).text()
    assert "甲 |" in written
    assert "乙 |" in written


def test_two_arrows_out_of_a_task_are_both_taken() -> None:
    """As BPMN means it without a gateway; with conditions only one is."""
    both = flow_of(drawing("(始 -> 受理\n受理 -> 甲\n受理 -> 乙\n甲 -> +合\n乙 -> +合\n+合 -> )终"))
    assert "并联:\n    - 甲" in both
    one = flow_of(drawing("(始 -> 受理\n受理 -> 甲: 急\n受理 -> 乙: 不急\n甲 -> 丙\n乙 -> 丙\n丙 -> )终"))
    assert "去向:\n    不急: 乙\n" in one


def test_lanes_are_the_holders() -> None:
    """Also those inside of others; without lanes the pool is."""
    lanes = '<laneSet id="s"><lane id="l" name="业务股"><flowNodeRef>审查</flowNodeRef></lane></laneSet>'
    assert "审查 | 业务股 |" in flow_of(drawing(SERIES, inside=lanes))
    pool = '<collaboration id="c"><participant id="q" name="窗口" processRef="p" /></collaboration>'
    assert "受理 | 窗口 |" in flow_of(drawing(SERIES, more=pool))


def test_a_sub_process_is_a_step_and_its_tasks_are_its_程序() -> None:
    """Which is told."""
    inside = '<subProcess id="#核" name="核查"><task id="x" name="勘验" /><task id="y" name="取样" /></subProcess>'
    content = drawing("(始 -> #核\n#核 -> )终").replace(b'<subProcess id="#\xe6\xa0\xb8" name="\xe6\xa0\xb8" />', inside.encode())
    assert flow_of(content) == "- 核查 | 综合股 | 无 | 勘验、取样\n"
    assert "子流程「核查」写成一个环节,里面的 2 个任务写成程序" in said(content, Fate.GUESSED)


def test_what_has_no_place_is_told() -> None:
    """Events on the way, data, notes, messages, other pools."""
    inside = (
        '<dataObjectReference id="o" name="申请书" /><textAnnotation id="t"><text>急件 优先</text></textAnnotation>'
        '<boundaryEvent id="b" attachedToRef="受理"><timerEventDefinition /></boundaryEvent>'
        '<sequenceFlow id="g" sourceRef="b" targetRef=")终" />'
    )
    more = '<collaboration id="c"><participant id="q" name="群众" /><messageFlow id="m" name="来信" /></collaboration>'
    other = '<process id="p2" name="另一个"><task id="z" name="归档" /></process>'
    content = drawing("(始 -> 受理\n受理 -> !等\n!等 -> 审查\n审查 -> )终", inside, more + other)
    left = said(content, Fate.LEFT)
    for text in ("中间事件「等」", "数据对象「申请书」", "注释「急件 优先」", "消息流「来信」", "「群众」", "「另一个」(1 个环节)"):
        assert text in left
    assert "边界事件「到时间」写成所在环节的一个去向" in said(content, Fate.GUESSED)
    assert "去向:\n    到时间: 结束" in flow_of(content)


def test_names_that_no_declaration_can_have_are_made_sound(tmp_path: Path) -> None:
    """None, the same twice, a bar, a word of the format."""
    flows = "(始 -> a\na -> b\nb -> c\nc -> d\nd -> )终"
    content = drawing(flows)
    for key, name in (("a", ""), ("b", "甲|乙"), ("c", "取消"), ("d", "甲/乙")):
        content = content.replace(f'id="{key}" name="{key}"'.encode(), f'id="{key}" name="{name}"'.encode())
    assert [line.split(" |")[0] for line in flow_of(content).splitlines()] == [
        *("- 环节1", "- 甲/乙", "- 取消环节", "- 环节: 甲/乙", "  标识: 甲/乙(2)"),
    ]
    assert checks(content, tmp_path) == []


@pytest.mark.parametrize(
    "flows",
    [
        SERIES,
        "(一 -> 甲\n(二 -> 乙\n甲 -> 丙\n乙 -> 丙\n丙 -> )终",
        "甲 -> 乙\n乙 -> 丙",
        "(始 -> ?先\n?先 -> 甲: 大\n?先 -> 乙: 小\n甲 -> ?合\n乙 -> ?合\n?合 -> 丙\n丙 -> )终",
        "(始 -> 甲\n甲 -> ?一\n?一 -> ?二: 是\n?一 -> )否: 否\n?二 -> 乙: 大\n?二 -> 丙: 小\n乙 -> )终\n丙 -> )终",
        "(始 -> +a\n+a -> 甲\n+a -> +b\n+b -> 乙\n+b -> 丙\n乙 -> +c\n丙 -> +c\n+c -> +d\n甲 -> +d\n+d -> 丁\n丁 -> )终",
        "(始 -> 甲\n甲 -> +a\n+a -> 乙\n+a -> 丙\n乙 -> +b\n丙 -> +b\n+b -> ?好\n?好 -> 丁: 是\n?好 -> +a: 否\n丁 -> )终",
        "(始 -> +a\n+a -> 甲\n+a -> 乙\n甲 -> ?够\n?够 -> 丙: 不够\n?够 -> +b: 够\n丙 -> +b\n乙 -> +b\n+b -> 丁\n丁 -> )终",
    ],
)
def test_whatever_is_drawn_soundly_is_a_sound_declaration(flows: str, tmp_path: Path) -> None:
    """Several starts, none, choices without a step before them, blocks in blocks, ways back into a block."""
    assert checks(drawing(flows), tmp_path) == []


def test_of_several_processes_the_largest_is_read_or_the_one_named() -> None:
    """The other one is told, with how to read it."""
    other = '<process id="p2" name="归档"><task id="z" name="装订" /></process>'
    content = drawing(SERIES, more=other)
    assert "要导入它,写 --流程 归档" in said(content, Fate.LEFT)
    assert "装订" in read(content, process="归档").text()
    with pytest.raises(WrongUsage, match="有:归档、审批"):
        read(content, process="没有")


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"<mxfile />", "是draw.io 图"),
        (b"<package />", "开头是 <package>"),
        (drawing("(始 -> )终"), "没有可以导入的环节"),
    ],
)
def test_what_is_no_process_is_refused(content: bytes, what: str) -> None:
    """With what it is, and what to do."""
    with pytest.raises(CannotBeDone, match=what):
        read(content)


def test_gateways_that_multiply_their_ways_are_refused() -> None:
    """Ten choices in a row have a thousand ways; two thousand and one nodes are no procedure."""
    rows = "\n".join(f"?{index} -> ?{index + 1}: 是{index}\n?{index} -> ?{index + 1}: 否{index}" for index in range(10))
    with pytest.raises(CannotBeDone, match="情形超过 100 种"):
        read(drawing(f"(始 -> 甲\n甲 -> ?0\n{rows}\n?10 -> )终"))
    many = "\n".join(f"t{index} -> t{index + 1}" for index in range(2_000))
    with pytest.raises(CannotBeDone, match="有 2003 个节点、2002 条连线"):
        read(drawing(f"(始 -> t0\n{many}\nt2000 -> )终"))


def test_documentation_stands_beside_its_step() -> None:
    """In a comment, as it is not known what it says."""
    content = drawing(SERIES).replace(
        'id="审查" name="审查" />'.encode(),
        'id="审查" name="审查"><documentation>五日内 办完</documentation></userTask>'.encode(),
    )
    assert "# ★ 核对承办、时限、程序;原文说明:五日内 办完\n" in read(content).text()


def test_two_nodes_of_one_id_are_not_told_apart() -> None:
    """No flow knows which of the two it leads to: nothing is guessed, also when all stands on one line."""
    content = drawing(SERIES).replace('id="审查"'.encode(), 'id="受理"'.encode())
    with pytest.raises(CannotBeDone, match=r"第 1 行和第 1 行的节点用了同一个 id“受理”.*重新导出"):
        read(content)


def test_where_only_what_comes_with_the_kind_is_drawn_nothing_is_imported() -> None:
    """Somebody deleted every step of theirs: the standard branch comes again by itself and is no process."""
    refused = Spot(id="拒", kind=Kind.STEP, name="不予受理", branch="不予受理", standard=True)
    sketch = Sketch(id="p", name="优化后", line=1, spots=(Spot(id="始", kind=Kind.START), refused), arcs=())
    with pytest.raises(CannotBeDone, match="流程「优化后」里没有环节"):
        untangled(sketch, Around("综合股"), Notes())

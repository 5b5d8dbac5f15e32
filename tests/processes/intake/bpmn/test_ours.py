"""BPMN of ours: unchanged it is the same matter, changed in an editor it is the changed one."""

import re
from collections.abc import Callable

import pytest

from processes.intake.bpmn import importing
from processes.intake.bpmn.notes import Fate
from tests.declaring import Declared
from tests.drawn import exported, matter_from, read

BRANCHED = """优化前:
  时限: 20工作日
  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查
    - 环节: 联审 | 综合股 | 6工作日
      并联:
        - 甲审 | 公安局 | 5工作日 | 踏勘(2人以上)
        - 依次:
            - 乙审 | 业务股 | 3工作日 | 核对
            - 丙审 | 业务股 | 1工作日 | 复核
      去向:
        不合格: 整改
    - 决定 | 局领导 | 2工作日 | 局长签批
    - 送达 | 综合股 | 即时 | 送达
  支线:
    整改:
      - 环节: 告知 | 业务股 | 1工作日 | 告知
        去向: 联审
  材料: 申请书
优化后:
  时限: 10工作日
  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查
    - 环节: 审查 | 业务股 | 3工作日 | 核对
      沿自: 联审
    - 决定 | 局领导 | 2工作日 | 局长签批
    - 送达 | 综合股 | 即时 | 送达
  支线:
    整改: 无
"""


@pytest.fixture
def drawn(declare: Callable[[str], Declared]) -> str:
    """The file of the matter above."""
    return exported(declare(BRANCHED).checked_matter)


def edited(text: str, *changes: tuple[str, str]) -> importing.Imported:
    """The file read after these changes of its text, each of which must be possible."""
    for old, new in changes:
        assert re.search(old, text), old
        text = re.sub(old, new, text)
    return read(text.encode(), office="综合股")


def test_unchanged_it_is_the_same_matter(declared: Declared) -> None:
    """支线:
      听证:
        - 环节: 听证 | 综合股 | 不计时限(听证) | 听证
          去向: 决定
      不予受理: 无
    优化前:
      时限: 10工作日
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 环节: 审查 | 业务股 | 5工作日 | 材料审核
          去向:
            要求听证: 听证
            不同意: 结束
            同意: 下一环节
        - 决定 | 局领导 | 2工作日 | 局长签批
        - 环节: 归档 | 综合股 | 即时 | 归档
          不计环节: 办结以后
      材料: 无
    """
    found = read(exported(declared.checked_matter).encode())
    assert found.exact
    assert [note.fate for note in found.notes] == [Fate.TAKEN]
    assert (found.name, found.file) == ("示范事项", "01-示范事项.yaml")
    assert matter_from(found.text(), declared.matter) == declared.matter


def test_a_step_that_was_renamed_keeps_its_facts_and_is_followed(drawn: str) -> None:
    """沿自 of 优化后 names it as it is called now."""
    found = edited(drawn, ('(<bpmn:task[^>]*name=)"甲审"', r'\1"交警审"'), ('(Gateway[^>]*name=)"联审"', r'\1"会审"'))
    assert not found.exact
    assert "- 交警审 | 公安局 | 5工作日 | 踏勘(2人以上)" in found.text()
    assert "沿自: 会审" in found.text()
    assert "去向: 会审" in found.text()


def test_a_step_moved_to_another_lane_is_held_there(drawn: str) -> None:
    """Which is told."""
    key = re.search('<bpmn:task id="([^"]*)" name="送达"', drawn)
    assert key
    ref = f"<bpmn:flowNodeRef>{key[1]}</bpmn:flowNodeRef>"
    lane = '(<bpmn:lane id="[^"]*" name="业务股">)'
    found = edited(drawn.replace(ref, ""), (lane, rf"\1{ref}"))
    assert "- 送达 | 业务股 | 即时 | 送达" in found.text()
    assert any("承办由「综合股」改为「业务股」" in note.text for note in found.notes)


def test_a_step_put_in_by_hand_is_marked(drawn: str) -> None:
    """Between 决定 and 送达; the lane is not drawn."""
    key = re.search('<bpmn:task id="(before_[^"]*)" name="送达"', drawn)
    assert key
    added = '<bpmn:task id="new" name="公示" /><bpmn:sequenceFlow id="nf" sourceRef="new" targetRef="KEY" />'
    found = edited(
        drawn,
        (f'targetRef="{key[1]}"', 'targetRef="new"'),
        ('(<bpmn:sequenceFlow id="before_line_1")', added.replace("KEY", key[1]) + r"\1"),
    )
    written = found.text()
    assert "    - 公示 | 综合股 | 无 | 公示  # ★ 核对承办、时限、程序\n    - 送达 | 综合股 | 即时 | 送达\n" in written


def test_a_standard_branch_taken_out_is_switched_off(drawn: str) -> None:
    """It would come again by itself."""
    key = re.search('<bpmn:task id="(before_[^"]*)" name="不予受理"', drawn)
    assert key
    found = edited(
        drawn,
        (f'(?s)<bpmn:task id="{key[1]}".*?</bpmn:task>', ""),
        (f'(?s)<bpmn:sequenceFlow [^>]*="{key[1]}"[^>]*(/>|>.*?</bpmn:sequenceFlow>)', ""),
    )
    assert "不予受理: 无" in found.text()
    assert any("没有标准支线「不予受理」" in note.text for note in found.notes)


def test_a_condition_changed_in_the_drawing_is_the_condition(drawn: str) -> None:
    """The label of a line wins over what we knew of it."""
    found = edited(drawn, ('name="不合格"', 'name="不达标"'))
    assert "不达标: 整改" in found.text()


def test_what_the_order_tells_the_drawing_tells_too(drawn: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read as if it had been changed, an unchanged file gives the same processes."""
    exact = read(drawn.encode())
    monkeypatch.setattr(importing, "told", lambda _: None)
    again = read(drawn.encode(), office="综合股")
    assert exact.exact
    assert not again.exact
    assert again.text() == exact.text()


def test_without_a_process_of_优化后_nothing_changes(drawn: str) -> None:
    """Somebody deleted its pool."""
    found = edited(drawn, ('(?s)<bpmn:participant id="after.*?/>', ""), ('(?s)<bpmn:process id="after".*?</bpmn:process>', ""))
    assert "\n优化后: 不变\n" in found.text()
    assert any("没有优化后的流程" in note.text for note in found.notes)

"""The tally as text: what is to be pasted can be pasted."""

from __future__ import annotations

from collections.abc import Callable

from engine.survey import asked, tally
from processes.model.answers import Answer, Role
from renderers.tally import render
from tests import papers
from tests.declaring import Declared

Declare = Callable[[str], Declared]


def test_numbers_and_lines_to_paste(declare: Declare) -> None:
    """附件9 columns 21–23, 评估 of 单位.yaml, 问题 of each matter file."""
    matters = asked(one.matter for one in papers.first(declare(papers.CITY))[1])
    answers = [
        Answer(2, "1", Role.USER, "甲类许可", ("环节多",), "太\n慢"),
        Answer(3, "2", Role.EXPERT, "甲类许可", ("环节多", "时限长")),
        Answer(4, "2", Role.EXPERT, "乙类备案"),
    ]
    assert (
        render(tally(answers, matters), "示范局/单位.yaml")
        == """答卷 2 份:服务对象 1 人,专家 1 人;评估事项 2 项。

附件9第21栏 邀请服务对象参与评估人数:1
附件9第22栏 邀请第三方专家参与评估人数:1
附件9第23栏 评估分析工作流程事项数:2

写进 示范局/单位.yaml:

评估:
  服务对象: 1
  专家: 1
  事项: 2

建议写进 示范局/01-甲类许可.yaml(答卷 2 份;已有“问题”的并进去):

问题:
  - 问题: 环节多
    措施: 〔待填〕
    备注: 问卷2份中2份反映
  - 问题: 时限长
    措施: 〔待填〕
    备注: 问卷2份中1份反映
# 意见:
# - 服务对象:太 慢

建议写进 示范局/02-乙类备案.yaml(答卷 1 份;已有“问题”的并进去):

问题: 无
"""
    )


def test_what_is_to_be_pasted_is_read_without_findings(declare: Declare) -> None:
    """Both pieces, put into the files for which they are meant."""
    text = render(
        tally(
            [Answer(2, "1", Role.USER, "示范事项", ("无谓证明",), "意见: 多")],
            asked(one.matter for one in papers.first(declare(""))[1]),
        ),
        "示范局/单位.yaml",
    )
    evaluation = text[text.index("评估:\n") : text.index("\n建议")]
    problems = text[text.index("问题:\n") :]
    pasted = declare(f"==> 示范局/单位.yaml <==\n{evaluation}==> 示范局/01-示范事项.yaml <==\n{problems}")
    assert pasted.codes == []
    assert pasted.matter.problems is not None
    assert [problem.text for problem in pasted.matter.problems] == ["无谓证明"]

"""The tally of a questionnaire as text: the numbers of 附件9, and lines to paste into the declarations."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.survey import Said, Tally

MEASURE = "〔待填〕"
"""Stands for the 整改措施, which no answer knows."""


def render(tally: Tally, department_file: str) -> str:
    """The text, ending in a line break; ``department_file`` is where 评估 belongs."""
    return "\n".join(_lines(tally, department_file)) + "\n"


def _lines(tally: Tally, department_file: str) -> Iterator[str]:
    yield f"答卷 {tally.sheets} 份:服务对象 {tally.users} 人,专家 {tally.experts} 人;评估事项 {tally.matters} 项。"
    yield ""
    yield f"附件9第21栏 邀请服务对象参与评估人数:{tally.users}"
    yield f"附件9第22栏 邀请第三方专家参与评估人数:{tally.experts}"
    yield f"附件9第23栏 评估分析工作流程事项数:{tally.matters}"
    yield ""
    yield f"写进 {department_file}:"
    yield ""
    yield "评估:"
    yield f"  服务对象: {tally.users}"
    yield f"  专家: {tally.experts}"
    yield f"  事项: {tally.matters}"
    for one in tally.said:
        yield from _said(one)


def _said(one: Said) -> Iterator[str]:
    yield ""
    yield f"建议写进 {one.matter.file}(答卷 {one.answers} 份;已有“问题”的并进去):"
    yield ""
    if not one.problems:
        yield "问题: 无"
    else:
        yield "问题:"
        for problem, count in one.problems:
            yield f"  - 问题: {problem}"
            yield f"    措施: {MEASURE}"
            yield f"    备注: 问卷{one.answers}份中{count}份反映"
    if one.opinions:
        yield "# 意见:"
        yield from (f"# - {role}:{' '.join(opinion.split())}" for role, opinion in one.opinions)

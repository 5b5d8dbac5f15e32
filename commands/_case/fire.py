"""``zaizao case fire``: the file is sent on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from commands._case.options import Deed, deed, number_argument, tell
from commands._dates import day_of

if TYPE_CHECKING:
    from commands._case_access import Answer


@click.command(
    "fire",
    short_help="流转:办完一个环节,选下一步",
    epilog="\b\n例:\n  zaizao case fire 20180301-0001 下一环节 --单位 行政审批股 --人员 张三\n"
    "  zaizao case fire 20180301-0001 不予许可 --单位 局领导 --人员 王五\n"
    "  zaizao case fire 20180301-0001 一次告知补正 --单位 行政审批股 --人员 张三 --补正 申请书",
)
@number_argument
@click.argument("said", metavar="选择")
@click.option("--环节", "--step", "place", metavar="环节", default="", help="文件同时在几个环节时,写明办的是哪一个。")
@click.option(
    "--补正",
    "--ask",
    "asked",
    metavar="名称",
    default="",
    help="告知补正时,已交但不符合法定形式的材料;缺的材料自动列入。",
)
@click.option(
    "--期满",
    "--period-end",
    "period_ends",
    metavar="年-月-日",
    help="受理时写:受理期限、公告哪一天期满;时限从期满起算的事项才有。",
)
@deed
def command(
    one: Deed,
    said: str,
    place: str,
    asked: str,
    period_ends: str | None,
) -> None:
    """把文件送到下一步。选择写 下一环节,或者情形(如 不符合条件)、去的环节或支线的名称,写全或只写开头。

    现在可以选什么、由谁办,用 zaizao case show 看。不轮到、不该由他办、第二次告知补正的,办不成,记为违规,返回 1;
    只是材料没有收齐的,不记违规。没有这个单位、岗位的(写错了),不办,也不记,返回 2。
    """
    ends = None if period_ends is None else day_of(period_ends)
    with one.desk() as desk:
        answer = desk.fire(one.number, said, place=place, asked=asked, period_ends=ends, **one.how())
        tell(answer, f"已办:{done_text(answer)}。")


def done_text(answer: Answer) -> str:
    """``“受理”:符合受理条件``."""
    from engine.cases.news import event_text

    return event_text(answer.look.course.definition, answer.events[-1]) if answer.events else ""

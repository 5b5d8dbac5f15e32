"""``zaizao target``: how far a department or the city is from the share to be cut, and what would reach it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._files import emit, on_terminal
from commands._options import city_option, department_option, format_option, output_option, target_argument
from commands._scope import Scope, scope_of

if TYPE_CHECKING:
    from engine.reports.report import Report

_FORMATS = {"text": "terminal", "json": "json", "md": "markdown"}


@click.command(
    "target",
    short_help="离缩减三分之一还差多少,最少再减哪些事项",
    epilog="\b\n例:\n  zaizao target . --部门 市场监管局\n  zaizao target . --全市 --格式 md -o 差距.md",
)
@target_argument
@department_option
@city_option
@format_option(*_FORMATS)
@output_option
def command(target: Path, department: str | None, city: bool, format_name: str, output: Path | None) -> None:  # noqa: FBT001 - click passes it by name
    """算一个部门或全市各部门的行政审批事项离“缩减三分之一”还差多少,按时限、环节、程序各是多少。

    数字和附件3相同,不含市级重点工程项目。没有达到的,算出最少再减几天、几个,先从高出下限最多的事项减起。
    不写 --部门 时,目标在单位文件夹里就算那个单位的,否则算全市的。
    """
    from renderers.reports import formats
    from renderers.reports.style import PLAIN, Style

    report = _report(scope_of(target, department, city=city))
    shown = output is None and on_terminal()
    style = Style(width=shutil.get_terminal_size().columns, colour=True) if shown else PLAIN
    emit(formats()[_FORMATS[format_name]].render(report, style), output)


def _report(scope: Scope) -> Report:
    from engine.advice.distance import distance_of
    from engine.advice.report import city_distance_report, distance_report
    from engine.annexes.order import in_scope

    own = scope.department
    if own is not None:
        return distance_report(distance_of(own, scope.plan, scope.matters), scope.plan)
    inside = in_scope(scope.plan, scope.declared)
    known = {one.name for one, _ in inside}
    return city_distance_report(
        scope.plan,
        [distance_of(one, scope.plan, matters) for one, matters in inside],
        [name for name in scope.plan.departments if name not in known],
    )

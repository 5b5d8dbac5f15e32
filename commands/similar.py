"""``zaizao similar``: matters of different departments that are nearly the same."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._files import emit
from commands._options import department_option, format_option, output_option, target_argument
from commands._target import Target, checked, department_named, find_target, left_out, narrowed, usable
from processes.errors import WrongUsage

if TYPE_CHECKING:
    from engine.reports.similar import SimilarReport

_NEARLY = 0.2
"""What is less alike is not even told as the nearest."""


@click.command(
    "similar",
    short_help="找不同部门之间相似、可能重复的事项",
    epilog="\b\n例:\n  zaizao similar .\n  zaizao similar . --部门 民政局 --门槛 0.6\n  zaizao similar . --格式 json -o 相似事项.json",
)
@target_argument
@department_option
@click.option(
    "--门槛",
    "--threshold",
    "least",
    type=click.FloatRange(0, 1, min_open=True),
    metavar="0到1",
    default=0.8,
    show_default=True,
    help="相似度到多少才列出。",
)
@format_option("text", "json")
@output_option
def command(target: Path, department: str | None, least: float, format_name: str, output: Path | None) -> None:
    """在不同部门的事项中找相似的:名称(不算括号)、依据、优化前的材料和环节,最像的排在前面,并写明像在哪里。

    目标是项目文件夹时各部门互相比;是单位文件夹或事项文件,或写了 --部门,就拿那个单位、那个事项和别的部门比。
    两个以上互相都相似的归为一组。取消、下放的不比。相似不等于重复,是不是重复要人来定。
    """
    from renderers.similar import json_format, text

    report = _report(target, department, least)
    emit(json_format.render(report) if format_name == "json" else text.render(report), output)


def _report(target: Path, department: str | None, least: float) -> SimilarReport:
    from engine.reports.similar import SimilarReport
    from engine.similarity.groups import grouped
    from engine.similarity.search import similar_pairs

    where = find_target(target)
    # What a matter is compared with stands in the other departments.
    around = Target(where.root)
    result = checked(around)
    workspace = usable(result, around)
    scope = workspace.plan.city
    own = {matter.file for matter in result.sound}
    if department is not None:
        scope = department_named(workspace, department)
        own = {matter.file for matter in result.sound if matter.department == scope}
    elif where != around:
        narrow = narrowed(result, where)
        usable(narrow, where)
        own = {matter.file for matter in narrow.sound}
        first = narrow.sound[0]
        scope = first.name if where.file else first.department
        if where.file and first.is_gone:
            raise WrongUsage(f"「{first.name}」{first.outcome}了,不再比。")
    there = [matter for matter in result.sound if not matter.is_gone]
    pairs = similar_pairs(
        there,
        min(least, _NEARLY),
        lambda one, other: one.department != other.department and not own.isdisjoint((one.file, other.file)),
    )
    groups = grouped([pair for pair in pairs if pair.likeness.value >= least])
    return SimilarReport(
        scope=scope,
        compared=len(there),
        left_out=len(result.sound) - len(there),
        broken=len(left_out(result)),
        least=least,
        groups=groups,
        nearest=grouped(pairs[:1])[0] if pairs and not groups else None,
    )

"""``zaizao case list``: many cases."""

from __future__ import annotations

from pathlib import Path

import click

from commands._case.options import open_desk, style
from commands._files import emit
from commands._options import department_option, format_option, output_option
from commands._registry import database_option

STATES = ("在办", "暂停", "办结")


@click.command(
    "list",
    short_help="列出办件;--单位 看自己手里有哪些",
    epilog="\b\n例:\n  zaizao case list --状态 在办\n  zaizao case list --单位 行政审批股",
)
@department_option
@click.option("--事项", "--matter", "matter", metavar="编号", help="只看部门里这个编号的事项,如 01。")
@click.option(
    "--状态", "--state", "state", type=click.Choice(STATES), metavar="|".join(STATES), help="只看这个状态的。"
)
@click.option("--单位", "--unit", "unit", metavar="单位", help="只看现在由这个单位(或 单位/岗位)办的。")
@format_option("text", "json")
@output_option
@database_option
def command(
    department: str | None,
    matter: str | None,
    state: str | None,
    unit: str | None,
    format_name: str,
    output: Path | None,
    database: str | None,
) -> None:
    """列出登记库里的办件,按编号排。没有这个部门、单位的(写错了)不列,返回 2。"""
    from commands._asked_for import department_of, must_be_known
    from commands._rounds import listed, waiting_for
    from processes.model.case import CaseStatus
    from renderers.cases import json_format, listing
    from renderers.reports.style import PLAIN

    with open_desk(database) as desk:
        asked = None if department is None else department_of(desk, department)
        heads = desk.heads(department=asked, matter=matter, status=CaseStatus(state) if state else None)
        found = heads if unit is None else waiting_for(desk, heads, unit)
        if unit is not None and not found:
            must_be_known(desk, heads, unit)
        cases = listed(desk, found)
    if format_name == "json":
        emit(json_format.listed(cases), output)
    elif cases or output:
        emit(listing.table(cases, PLAIN if output else style()), output)
    else:
        click.echo("没有这样的办件。")

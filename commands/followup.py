"""``zaizao followup``: what has to be changed on the platforms, field by field, to copy and to tick."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._files import emit
from commands._kept import write_paper
from commands._options import department_option, format_option, output_option, target_argument
from commands._scope import scope_of
from processes.errors import WrongUsage

if TYPE_CHECKING:
    from engine.campaign.following import Following
    from processes.model.plan import Plan


@click.command(
    "followup",
    short_help="附件10以后:每个平台要改哪些公示信息,逐项列出,可复制、打勾",
    epilog="\b\n例:\n  zaizao followup --部门 残联\n  zaizao followup --部门 残联 -o 更改清单.html\n"
    "  zaizao followup . -o 全市更改清单.xlsx",
)
@target_argument
@department_option
@click.option("--平台", "--platform", "platform", metavar="名称", help="只列这个平台的;写名称里的几个字就行。")
@format_option("markdown", "html", "xlsx", what="更改清单")
@output_option
def command(
    target: Path,
    department: str | None,
    platform: str | None,
    format_name: str,
    output: Path | None,
) -> None:
    """附件10报上去以后,照着到各平台更改:一个平台一份,逐个事项、逐项写明现在公示的和改成的全文。

    html 每项有“复制”按钮,打的勾记在本机浏览器里;xlsx 有“已改”一栏;markdown 直接显示。
    新公示的事项列出全部内容,涉密事项不列。

    不写 --部门 时,目标在单位文件夹里就列那个单位的,否则列全市的。
    写了 -o 而没有写 --格式,由文件后缀决定格式:md、html、xlsx。
    """
    if format_name == "xlsx" and output is None:
        raise WrongUsage("xlsx 要写 -o 文件名.xlsx。")
    plan, found = _following(target, department, platform)
    if format_name == "xlsx":
        from engine.campaign.following import following_form
        from renderers.forms.xlsx import workbook

        assert output is not None
        path = write_paper(output, workbook(following_form(found, plan)))
        click.echo(f"已写入 {path}({found.count} 处)", err=True)
        return
    from renderers.boards import following_html, following_markdown

    emit((following_html if format_name == "html" else following_markdown).render(found), output)


def _following(target: Path, department: str | None, platform: str | None) -> tuple[Plan, Following]:
    from commands._products import chart_path
    from engine.campaign.following import following
    from renderers.naming import matter_names, safe

    scope = scope_of(target, department, city=False)
    own = scope.department
    declared = [(own, scope.matters)] if own else [pair for pair in scope.declared if not pair[0].outside_scope]
    charts = {
        file: f"{chart_path(safe(one.name), name)}-后.png"
        for one, _ in declared
        for file, name in matter_names(scope.workspace.matters_of(one.name)).items()
    }
    found = following(own.full_name if own else scope.plan.city, scope.plan, declared, charts)
    return scope.plan, found if platform is None else _only(found, platform)


def _only(found: Following, platform: str) -> Following:
    kept = tuple(one for one in found.platforms if platform in one.platform)
    if found.platforms and not kept:
        named = "、".join(one.platform for one in found.platforms)
        raise WrongUsage(f"没有“{platform}”这个平台要改的。要改的平台:{named}。")
    return replace(found, platforms=kept)

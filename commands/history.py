"""``zaizao history``: what was filed and what became of it; two submissions compared; the registry verified."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._auditing import tell_damages
from commands._files import emit, on_terminal
from commands._options import department_option, format_option, output_option, target_argument
from commands._registry import COUNTED, database_option, local_text, open_registry, registry_file, stage_option
from processes.errors import WrongUsage

if TYPE_CHECKING:
    from engine.reports.report import Report
    from processes.store.registry import Registry


@click.command(
    "history",
    short_help="登记库里报送和审核的记录;两次报送有什么不同",
    epilog="\b\n例:\n  zaizao history\n  zaizao history --部门 市场监管局 --阶段 3\n"
    "  zaizao history --部门 市场监管局 --阶段 3 --比较 1 2\n  zaizao history --核验",
)
@target_argument
@department_option
@stage_option("只看第几阶段。", required=False)
@click.option("--比较", "--compare", "compared", metavar="版次 版次", nargs=2, type=COUNTED, help="两版有什么不同。")
@click.option("--核验", "--verify", "verify", is_flag=True, help="核验登记库,和 zaizao audit verify 一样。")
@format_option("terminal", "json", "markdown", "html")
@output_option
@database_option
@click.pass_context
def command(
    context: click.Context,
    target: Path,
    department: str | None,
    stage: int | None,
    compared: tuple[int, int] | None,
    verify: bool,  # noqa: FBT001 - click passes it by name
    format_name: str,
    output: Path | None,
    database: str | None,
) -> None:
    """列出报送的各版:什么时候、谁报的、检查出多少问题、审核到哪一步、为什么退回。

    --比较 1 2 是把两版的申报放在一起比,和 zaizao diff 比两个版本一样,要写明 --部门 和 --阶段。
    """
    if database is None and not registry_file(target).exists():
        click.echo("还没有单位报送过(zaizao submit)。")
        return
    with open_registry(target, database) as registry:
        if verify:
            tell_damages(registry, context)
        report = _compared(registry, department, stage, compared) if compared else _listed(registry, department, stage)
    _show(report, format_name, output)


def _listed(registry: Registry, department: str | None, stage: int | None) -> Report:
    from engine.reports.filed import filed_report

    return filed_report(registry.history(department, stage), local_text)


def _compared(registry: Registry, department: str | None, stage: int | None, versions: tuple[int, int]) -> Report:
    from commands._history import filed_report_of

    if department is None or stage is None:
        raise WrongUsage("--比较 要写明 --部门 和 --阶段。")
    first, second = versions
    if first == second:
        raise WrongUsage("--比较 要写两个不同的版次。")
    submissions = [registry.submission(department, stage, version) for version in versions]
    sources = [registry.sources(department, stage, version) for version in versions]
    notes = [f"第{one.version}版由 {one.who} 于{local_text(one.filed_at)}报送。" for one in submissions]
    return filed_report_of(department, (f"第{first}版", f"第{second}版"), (sources[0], sources[1]), notes)


def _show(report: Report, format_name: str, output: Path | None) -> None:
    from renderers.reports import formats
    from renderers.reports.style import PLAIN, Style

    shown = output is None and on_terminal()
    style = Style(width=shutil.get_terminal_size().columns, colour=True) if shown else PLAIN
    emit(formats()[format_name].render(report, style), output)

"""``zaizao check``: all findings on a matter, a department or the project."""

from __future__ import annotations

from pathlib import Path

import click

from commands._files import emit, on_terminal
from commands._options import EXIT_FINDINGS, format_option, output_option, target_argument
from commands._target import examined, find_target, to_mend
from processes.model.findings import Severity


@click.command(
    "check",
    short_help="检查申报文件,列出全部问题",
    epilog="\b\n例:\n  zaizao check 市场监管局\n  zaizao check . --格式 json -o 问题.json",
)
@target_argument
@format_option("text", "json")
@output_option
@click.pass_context
def command(context: click.Context, target: Path, format_name: str, output: Path | None) -> None:
    """检查申报文件:写法、引用、时限等。

    目标是事项文件、单位文件夹或项目文件夹,不写就是当前文件夹。一次列出全部问题,每处写明文件、行、列、原因和改法。

    没有要改的返回 0,有要改的返回 1。
    """
    from renderers.findings import json_format, terminal

    where = find_target(target)
    result = examined(where)
    files = {finding.place.file for finding in result.findings}
    files |= {place.file for finding in result.findings for place in finding.related}
    shown = {file: where.shown(file) for file in files}
    if format_name == "json":
        emit(json_format.render(result.findings, shown), output)
    else:
        colour = output is None and on_terminal()
        emit(terminal.render(result.findings, result.texts, shown, colour=colour), output)
        unread = any(finding.code[0] in "YD" and finding.severity is Severity.ERROR for finding in result.findings)
        if unread and output is None and on_terminal():
            click.echo("写法有错的地方,引用、时限等还没有查;改好以后请再查一次。")
    if to_mend(result.findings):
        context.exit(EXIT_FINDINGS)

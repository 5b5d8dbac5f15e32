"""``zaizao check``: all findings on matters, departments or the project; what is safe to mend is mended on request."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._files import emit, on_terminal
from commands._findings import about, view_of
from commands._frozen import frozen_findings
from commands._options import EXIT_FINDINGS, format_option, output_option
from commands._registry import database_option
from commands._target import Target, examined, find_target, to_mend
from processes.errors import CannotBeDone, WrongUsage
from processes.model.findings import Finding, Severity

if TYPE_CHECKING:
    from commands._codes import Chosen
    from processes.checking import Checked
    from renderers.findings.view import View


@click.command(
    "check",
    short_help="检查申报文件,列出全部问题",
    epilog="\b\n例:\n  zaizao check 市场监管局\n  zaizao check . --格式 html -o 问题.html\n"
    "  zaizao check . --选择 L,R4 --日期 2020-01-01\n  zaizao check 水务局 --修复 --查看",
)
@click.argument("targets", metavar="[目标]...", type=click.Path(exists=True, path_type=Path), nargs=-1)
@click.option("--提示", "--hints", "hints", is_flag=True, help="提示也逐条列出;不写就只列个数。")
@click.option("--已说明", "--accepted", "accepted", is_flag=True, help="已说明理由的也逐条列出;不写就只列个数。")
@click.option(
    "--选择", "--select", "select", metavar="编号", multiple=True, help="只要这些编号,写开头就是一类,如 R4,L,N205。"
)
@click.option("--忽略", "--ignore", "ignore", metavar="编号", multiple=True, help="不要这些编号,写法同上。")
@click.option(
    "--日期", "--date", "day", metavar="年-月-日", help="按这一天有效的法律检查;不写就是方案最后一个阶段的期限。"
)
@click.option("--修复", "--fix", "fix", is_flag=True, help="有把握的自动改好,再检查。")
@click.option("--查看", "--preview", "preview", is_flag=True, help="和 --修复 一起用:只显示会改什么,不改文件。")
@format_option("text", "json", "sarif", "github", "html")
@output_option
@database_option
@click.pass_context
def command(
    context: click.Context,
    targets: tuple[Path, ...],
    hints: bool,  # noqa: FBT001 - click passes it by name
    accepted: bool,  # noqa: FBT001 - as above
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    day: str | None,
    fix: bool,  # noqa: FBT001 - as above
    preview: bool,  # noqa: FBT001 - as above
    format_name: str,
    output: Path | None,
    database: str | None,
) -> None:
    """检查申报文件:写法、引用、时限、方案和法律的要求等。

    目标是事项文件、单位文件夹或项目文件夹,可以写几个,不写就是当前文件夹。一次列出全部问题,每处写明文件、行、列、
    原因和改法。读不懂的写法和不完整的流程总要列出,不受 --选择、--忽略 影响。

    --修复 只改有把握的:键只差一个字、冒号后少空格、全角改半角、依据的次序、编码、行末空格;必填的空着、
    又可以写“无”的(依据、条件、材料、出具等,时限除外)写“无”,写了的列出来请核对。改完再读一遍,读出来不对的不改,注释都保留。

    有登记库的,也和第二阶段报送的比,看优化前改没改过(N212);登记库打不开的,说明一句,其余照查。

    没有要改的返回 0,有要改的返回 1。
    """
    from commands import _mending
    from commands._codes import Chosen
    from processes.declaration.refusals import REFUSALS

    if preview and not fix:
        raise WrongUsage("--查看 要和 --修复 一起用。")
    meant = Chosen(select, ignore, about().keys())
    law = _day(day)
    wheres = [(path, find_target(path)) for path in targets or (Path(),)]
    if len({where.root for _, where in wheres}) > 1:
        raise WrongUsage("几个目标要在同一个项目里。")
    written = True
    if fix:
        found = _mending.mended(wheres, meant.wants)
        if preview:
            _mending.show(found)
            context.exit(EXIT_FINDINGS if found else 0)
        written = _mending.carry_out(found)
    where = wheres[0][1]
    frozen = frozen_findings(where.root, database)
    result = _together(
        [_chosen(examined(one, day=law, wanted=meant.for_rules, frozen=frozen), meant) for _, one in wheres]
    )
    emit(_rendered(result, where, format_name, view_of(result, hints=hints, accepted=accepted), output), output)
    unread = any(finding.code in REFUSALS and finding.severity is Severity.ERROR for finding in result.findings)
    if unread and format_name == "text" and output is None and on_terminal():
        click.echo("写法有错的地方,引用、时限等还没有查;改好以后请再查一次。")
    if not written:
        context.exit(CannotBeDone.exit_code)
    if to_mend(result.findings):
        context.exit(EXIT_FINDINGS)


def _day(text: str | None) -> date | None:
    from processes.declaration.quantities import parse_day

    if text is None:
        return None
    day = parse_day(text)
    if day is None:
        raise WrongUsage(f"“{text}”不是日期;写成 年-月-日,如 2018-01-31。")
    return day


def _chosen(result: Checked, meant: Chosen) -> Checked:
    from engine.examining import rule_book
    from processes.declaration.refusals import REFUSALS

    always = {code for code, item in REFUSALS.items() if item.severity is Severity.ERROR}
    always |= {code for code, rule in rule_book().items() if rule.blocks}
    return replace(result, findings=meant.of(result.findings, always))


def _together(results: list[Checked]) -> Checked:
    """The findings of several targets, each once."""
    first, *others = results
    if not others:
        return first
    findings = sorted(dict.fromkeys(one for result in results for one in result.findings), key=Finding.sort_key)
    texts = {file: text for result in results for file, text in result.texts.items()}
    return replace(first, findings=tuple(findings), texts=texts)


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("zaizao")
    except PackageNotFoundError:
        return ""


def _rendered(result: Checked, where: Target, format_name: str, view: View, output: Path | None) -> str:
    findings, texts = result.findings, result.texts
    files = {place.file for finding in findings for place in (finding.place, *finding.related)}
    shown = {file: where.shown(file) for file in files}
    match format_name:
        case "json":
            from renderers.findings import json_format

            return json_format.render(findings, shown)
        case "sarif":
            from renderers.findings import sarif

            return sarif.render(findings, texts, shown, view, version=_version())
        case "github":
            from renderers.findings import github

            return github.render(findings, shown, view)
        case "html":
            from renderers.findings import html_format

            return html_format.render(findings, texts, shown, view)
        case _:
            from renderers.findings import terminal

            return terminal.render(findings, texts, shown, view, colour=output is None and on_terminal())

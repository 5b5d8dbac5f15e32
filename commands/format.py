"""``zaizao format``: declaration files in their canonical form, nothing declared changed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._diffs import chosen, show_diff
from commands._files import on_terminal, write
from commands._options import EXIT_FINDINGS, target_argument
from commands._target import Target, find_target
from processes.errors import CannotBeDone

if TYPE_CHECKING:
    from processes.declaration.rewriting import Rewritten


@click.command(
    "format",
    short_help="整理申报文件的写法,内容和注释不变",
    epilog="\b\n例:\n  zaizao format . --查看\n  zaizao format 水务局\n  zaizao format 水务局/单位.yaml",
)
@target_argument
@click.option("--查看", "--preview", "preview", is_flag=True, help="只显示会改什么,不改文件。")
@click.pass_context
def command(context: click.Context, target: Path, preview: bool) -> None:  # noqa: FBT001 - click's call
    """整理申报文件的写法:键的次序、缩进、空格、引号、全角半角统一,申报的内容不变,注释全部保留。

    目标是申报文件、单位文件夹或项目文件夹,不写就是当前文件夹。写法有错的文件不动,列出问题;已经整齐的文件不重写。

    全部整齐或已整理好返回 0;有写法错误的文件,或加了 --查看 而有要改的,返回 1。
    """
    from processes.declaration.rewriting import rewrite_file

    where = find_target(target)
    files = chosen(target, where)
    rewritten = [rewrite_file(where.root, file, shape) for file, shape in files.items()]
    changed = [one for one in rewritten if one.changed]
    if preview and changed and on_terminal():
        click.echo("减号行是现在的,加号行是整理后的;只换了次序的行也这样显示,内容不变。\n")
    refused = [one for one in rewritten if one.findings]
    unproven = [one for one in rewritten if one.unproven]
    done = [one for one in changed if (_show(one, where) if preview else _write(one, where))]
    _tell_findings(refused, where)
    for one in unproven:
        click.echo(
            f"错误:{where.shown(one.file)} 没有动:整理后读出来与原来不一样。请把这个文件交给开发人员。", err=True
        )
    counts = [
        (len(done), "个文件要整理" if preview else "个文件整理好了"),
        (len(rewritten) - len(changed) - len(refused) - len(unproven), "个文件本来就整齐"),
        (len(refused), "个文件有错,没有动"),
        (len(changed) - len(done) + len(unproven), "个文件没能整理"),
    ]
    click.echo(f"{','.join(f'{number} {words}' for number, words in counts if number)}。")
    if unproven or len(done) < len(changed):
        context.exit(CannotBeDone.exit_code)
    if refused or (preview and changed):
        context.exit(EXIT_FINDINGS)


def _encoding(one: Rewritten) -> str:
    return f",编码由 {one.encoding} 改为 UTF-8" if one.encoding else ""


def _write(one: Rewritten, where: Target) -> bool:
    """Write one file and tell so; whether it could be written. The others do not wait for it."""
    try:
        # The file itself, not a link to it, is replaced.
        write((where.root / one.file).resolve(), one.after.encode())
    except CannotBeDone as error:
        click.echo(f"错误:{error}", err=True)
        return False
    click.echo(f"已整理 {where.shown(one.file)}{_encoding(one)}")
    return True


def _show(one: Rewritten, where: Target) -> bool:
    """Show what would change in one file, as a unified diff that ``patch`` understands; true."""
    show_diff(where.shown(one.file), one.before, one.after, what="整理后", encoding=one.encoding)
    return True


def _tell_findings(refused: list[Rewritten], where: Target) -> None:
    from renderers.findings import terminal

    if not refused:
        return
    findings = [finding for one in refused for finding in one.findings]
    texts = {one.file: one.before for one in refused}
    shown = {one.file: where.shown(one.file) for one in refused}
    click.echo(terminal.render(findings, texts, shown, colour=on_terminal()))

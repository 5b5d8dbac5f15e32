"""Declaration files that a command rewrites: which ones are meant, and what would change in them."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._files import on_terminal
from commands._target import Target
from processes.errors import WrongUsage

if TYPE_CHECKING:
    from processes.declaration.shapes import Shape

_COLOURS = {"@": "cyan", "-": "red", "+": "green"}


def chosen(target: Path, where: Target) -> dict[str, Shape]:
    """The files meant, each with its shape: 方案.yaml and 单位.yaml are also meant by themselves here."""
    from processes.declaration.folder import declaration_files

    files = declaration_files(where.root)
    if not target.is_file():
        found = {file: shape for file, shape in files.items() if where.includes(file)}
        if not found:
            raise WrongUsage(f"“{target}”里没有申报文件。")
        return found
    name = target.resolve().relative_to(where.root).as_posix()
    if name not in files:
        raise WrongUsage(
            f"“{target}”不是申报文件,不会读它,也不整理。申报文件放在单位、联审联批、日历文件夹里,后缀是 .yaml。"
        )
    return {name: files[name]}


def show_diff(shown: str, before: str, after: str, *, what: str, encoding: str) -> None:
    """Show what would change in one file, as a unified diff that ``patch`` understands.

    ``what`` the file is afterwards, in a word; ``encoding`` is the name of the one given up, if any.
    """
    lines = list(difflib.unified_diff(before.splitlines(), after.splitlines(), n=2, lineterm=""))[2:]
    _echo(f"--- {shown}\t(现在)", bold=True)
    _echo(f"+++ {shown}\t({what})", bold=True)
    for line in lines:
        _echo(line, fg=_COLOURS.get(line[:1]))
    if encoding:
        _echo(f"(编码由 {encoding} 改为 UTF-8)")
    elif not lines:
        _echo("(文字不变,只改换行符、文件开头的标记或末尾的换行)")
    click.echo()


def _echo(line: str, *, bold: bool | None = None, fg: str | None = None) -> None:
    click.echo(click.style(line, bold=bold, fg=fg) if on_terminal() else line)

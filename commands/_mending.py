"""``zaizao check --修复``: safe mends written into the declaration files, or shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._diffs import chosen, show_diff
from commands._files import on_terminal, write
from commands._target import Target
from processes.errors import CannotBeDone

if TYPE_CHECKING:
    from processes.fixes.mending import Mended


def mended(targets: Iterable[tuple[Path, Target]], wanted: Callable[[str], bool]) -> list[tuple[Mended, Target]]:
    """Every file meant in which there is something to change, once."""
    from processes.fixes.mending import mend_file

    files = {
        (where.root, file): (where, shape) for path, where in targets for file, shape in chosen(path, where).items()
    }
    found = [(mend_file(where.root, file, shape, wanted), where) for (_, file), (where, shape) in files.items()]
    return [(one, where) for one, where in found if one.done]


def show(found: list[tuple[Mended, Target]]) -> None:
    """Show what would be changed, and why."""
    if found and on_terminal():
        click.echo("减号行是现在的,加号行是修复后的。\n")
    for one, where in found:
        _tell(one, where)
        show_diff(where.shown(one.file), one.before, one.after, what="修复后", encoding=one.encoding)
    click.echo(_sum(found, "可以修复", "没有可以自动修复的。"))


def carry_out(found: list[tuple[Mended, Target]]) -> bool:
    """Write the files and tell what was done, on standard error; whether all could be written."""
    refused = 0
    written = []
    for one, where in found:
        try:
            # The file itself, not a link to it, is replaced.
            write((where.root / one.file).resolve(), one.content)
        except CannotBeDone as error:
            click.echo(f"错误:{error}", err=True)
            refused += 1
            continue
        _tell(one, where, err=True)
        written.append((one, where))
    click.echo(_sum(written, "修复了", "没有可以自动修复的。" if not refused else "没有修复。"), err=True)
    return not refused


def _tell(one: Mended, where: Target, *, err: bool = False) -> None:
    for done in sorted(one.done, key=lambda done: done.place):
        code = f" {done.code}" if done.code else ""
        click.echo(f"{where.shown(one.file)}:{done.place.line}{code} {done.what}", err=err)


def _sum(found: list[tuple[Mended, Target]], word: str, nothing: str) -> str:
    from processes.fixes.mending import EMPTY

    done = [done for one, _ in found for done in one.done]
    filled = sum(one.code == EMPTY for one in done)
    verify = f"其中 {filled} 处空着的写成了“无”,请逐处核对。" if filled else ""
    return f"{word} {len(done)} 处,{len(found)} 个文件。{verify}" if found else nothing

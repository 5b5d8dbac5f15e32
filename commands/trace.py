"""``zaizao trace``: where a cell of a form comes from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._files import emit
from commands._forms import filled_form, form_option
from commands._options import city_option, department_option, output_option, target_argument
from commands._target import find_target
from processes.errors import WrongUsage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from renderers.forms.tracing import Traced


@click.command(
    "trace",
    short_help="附件里的一个数、一句话是从哪里来的",
    epilog="\b\n例:\n  zaizao trace --表 6 --部门 市场监管局 --单元格 H9\n  zaizao trace --表 9 --全市 --单元格 H8",
)
@target_argument
@form_option
@department_option
@city_option
@click.option(
    "--单元格",
    "--cell",
    "cell",
    metavar="格",
    required=True,
    help="Excel 里的格子,如 H12;附件7也可以写栏目的名称,如 承诺时限。",
)
@output_option
def command(
    target: Path,
    form: str,
    department: str | None,
    city: bool,  # noqa: FBT001 - click passes it by name
    cell: str,
    output: Path | None,
) -> None:
    """说明附件的一个格子从哪里来:是什么、怎样算、由哪些申报文件的哪一行得出。

    格子的编号就是用 Excel 或 WPS 打开附件(xlsx)时看到的编号。
    """
    from renderers.forms.tracing import traced

    filled = filled_form(target, form, department, city=city)
    found = _cell(cell, traced(filled.form))
    root = find_target(target).root
    emit("\n".join((*_lines(found, filled.form.code, root), "")), output)


def _cell(wanted: str, cells: Mapping[str, Traced]) -> Traced:
    """The cell of that reference, or the one whose column is called so."""
    name = wanted.strip().upper().replace("$", "")
    if name in cells:
        return cells[name]
    titled = [one for one in cells.values() if one.column == wanted.strip()]
    if len(titled) == 1:
        return titled[0]
    first, *_, last = cells
    raise WrongUsage(f"“{wanted}”不是有内容的格子;这张表有内容的格子从 {first} 到 {last}。")


def _lines(found: Traced, code: str, root: Path) -> Iterator[str]:
    where = ",".join(part for part in (found.row, found.column) if part)
    yield f"{code} {found.reference}({where}):{found.text}"
    if found.cell.formula:
        yield f"算法:{found.cell.formula}"
    sources = found.cell.sources
    if not sources:
        yield "这一格是表上的字,不是从申报里来的。"
        return
    yield f"来自 {len(sources)} 处:"
    texts: dict[str, list[str]] = {}
    for place in sources:
        lines = texts.setdefault(place.file, _read(root / place.file))
        line = lines[place.line - 1].strip() if 0 < place.line <= len(lines) else ""
        yield f"  {place}  {line}"


def _read(file: Path) -> list[str]:
    """The lines of a declaration file, in whichever encoding it was read."""
    from processes.declaration.encoding import decode
    from processes.declaration.reporting import Reporter

    return (decode(file.read_bytes(), Reporter(file.name)) or "").split("\n")

"""``zaizao fill``: one prescribed form."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._forms import Filled, filled_form, form_option
from commands._kept import write_paper
from commands._options import city_option, department_option, file_option, sources_option, target_argument
from processes.errors import WrongUsage

if TYPE_CHECKING:
    from engine.annexes.form import Card, Form


@click.command(
    "fill",
    short_help="填一张附件",
    epilog="\b\n例:\n  zaizao fill --表 6 --部门 市场监管局\n  zaizao fill --表 6 --全市 -o 全市附件6.docx\n"
    '  zaizao fill "市场监管局/01-食品经营许可证核发(新办).yaml" --表 7 -o 告知单.docx',
)
@target_argument
@form_option
@department_option
@city_option
@file_option("写到哪个文件;由后缀决定格式:xlsx、docx、pdf、html(鼠标停在格子上看来源)。")
@sources_option
def command(
    target: Path,
    form: str,
    department: str | None,
    city: bool,  # noqa: FBT001 - click passes it by name
    output: Path | None,
    sources: bool,  # noqa: FBT001 - as above
) -> None:
    """填一张附件:某个部门的,全市汇总,或一个事项的(附件7)。

    不写 --部门 时,目标在单位文件夹里就填那个单位的,否则填全市的;一个事项一张的附件,目标要写事项文件。
    不写 -o 就写到当前文件夹里的“单位/附件….xlsx”,附件7写到“单位/附件7/….docx”。
    """
    writer = _writer(output, sources=sources) if output else None
    filled = filled_form(target, form, department, city=city)
    path = output or filled.path
    path = write_paper(path, (writer or _writer(path, sources=sources))(filled.form))
    click.echo(f"已写入 {path}{_matters(filled)}")


def _matters(filled: Filled) -> str:
    """How many matters the form is about, where it names them."""
    from engine.annexes.form import Card

    if isinstance(filled.form, Card):
        return ""
    # A matter may have several rows (附件5), a form none for any matter (附件3): what counts are the names declared.
    named = {place for cell in filled.form.column("name") for place in cell.sources}
    return f"({len(named)} 个事项)" if named else ""


def _writer(path: Path, *, sources: bool) -> Callable[[Form | Card], bytes]:
    """What writes the format of ``path``'s ending."""
    from renderers.forms import sources_sheet
    from renderers.forms.formats import FORMATS

    if sources:
        if path.suffix.lower() != ".xlsx":
            raise WrongUsage(f"“溯源”表只有 xlsx 里有;“{path.name}”的后缀应是 .xlsx。")
        return sources_sheet.workbook
    writer = FORMATS.get(path.suffix.lower())
    if writer is None:
        raise WrongUsage(f"附件不能写成“{path.suffix or path.name}”格式;后缀应是 xlsx、docx、pdf 或 html。")
    return writer

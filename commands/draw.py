"""``zaizao draw``: the flowchart of one matter (附件8)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._files import write
from commands._matter import one_matter
from commands._options import VIEWS, file_option, view_option
from processes.errors import WrongUsage

if TYPE_CHECKING:
    from renderers.flowcharts import Chart


@click.command(
    "draw",
    short_help="画一个事项的流程图(附件8)",
    epilog='\b\n例:\n  zaizao draw "市场监管局/01-食品经营许可证核发(新办).yaml"\n'
    '  zaizao draw "市场监管局/01-食品经营许可证核发(新办).yaml" --视图 前 -o 优化前.png',
)
@click.argument("file", metavar="事项文件", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@view_option("画优化前还是优化后(也可写 before、after)。")
@file_option("写到哪个文件;由后缀决定格式:svg、png、pdf、docx、gv。不写就在当前文件夹写“编号-名称-后.svg”。")
def command(file: Path, view: str, output: Path | None) -> None:
    """画一个事项的流程图:主路、判断、支线,每个环节标明承办和时限。"""
    from processes.model.matter import VersionLabel
    from renderers.flowcharts import chart_of

    one = one_matter(file)
    matter = one.checked
    label = VersionLabel(VIEWS[view])
    if label is VersionLabel.AFTER and matter.after is None:
        raise WrongUsage(f"“{matter.matter.name}”优化后取消,没有流程图;可以画 --视图 前。")
    path = output or Path(f"{one.name}-{label[-1]}.svg")
    render = _renderer(path)
    write(path, render(chart_of(matter, label, one.department.full_name)))
    click.echo(f"已写入 {path}")


def _renderer(path: Path) -> Callable[[Chart], bytes]:
    """The function that makes the format of ``path``'s ending."""
    from renderers.flowcharts import to_dot, to_pdf, to_png, to_svg
    from renderers.forms import chart_page

    renderers: dict[str, Callable[[Chart], bytes]] = {
        ".svg": lambda chart: to_svg(chart).encode(),
        ".png": lambda chart: to_png(to_svg(chart)),
        ".pdf": lambda chart: to_pdf(to_svg(chart)),
        ".docx": lambda chart: chart_page.document(chart, to_png(to_svg(chart))),
        ".gv": lambda chart: to_dot(chart).encode(),
    }
    render = renderers.get(path.suffix.lower())
    if render is None:
        raise WrongUsage(f"不会画“{path.suffix or path.name}”格式;后缀应是 svg、png、pdf、docx 或 gv。")
    return render

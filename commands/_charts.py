"""What ``zaizao draw`` can be asked for, and the files that come of it: one function a format."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from processes.errors import CannotBeDone, WrongUsage

if TYPE_CHECKING:
    from processes.model.department import Department
    from processes.model.plan import Plan
    from processes.model.process import CheckedMatter
    from renderers.flowcharts import Chart, Comparison, DrawingError, Layout, Section
    from renderers.timelines import Picture

F = TypeVar("F", bound=Callable[..., Any])

VIEWS: Mapping[str, str] = {
    **dict.fromkeys(("前", "优化前", "before"), "前"),
    **dict.fromkeys(("后", "优化后", "after"), "后"),
    **dict.fromkeys(("差异", "diff"), "差异"),
    **dict.fromkeys(("对比", "side"), "对比"),
    **dict.fromkeys(("时限", "time"), "时限"),
}
"""What ``--视图/--view`` takes, and the word for it in the names of files."""
LAYOUTS: Mapping[str, str] = {"泳道": "泳道", "lanes": "泳道", "单列": "单列", "column": "单列"}
"""What ``--版式/--layout`` takes, and the value of the layout."""

ENDINGS = (".svg", ".png", ".pdf", ".docx", ".gv")
LEAST_DPI, MOST_DPI, USUAL_DPI = 72, 600, 192


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be shown, how, and in which format; ``view`` is empty where none was asked for."""

    view: str
    layout: Layout
    dpi: int
    ending: str


@dataclass(frozen=True, slots=True)
class Timed:
    """Pictures on a day axis: the one for the screen, and those for paper, made when they are wanted."""

    screen: Callable[[], Picture]
    paper: Callable[[], tuple[Picture, ...]]


def view_option(command: F) -> F:
    """``--视图/--view``: what is shown."""
    return click.option(
        "--视图",
        "--view",
        "view",
        type=click.Choice(tuple(VIEWS)),
        metavar="前|后|差异|对比|时限",
        help="前、后:优化前、优化后的流程图;差异:一张图里标出取消、新增、调整;对比:前后两张并排,上面是主要指标;"
        "时限:按天数画的时间轴。也可写 before、after、diff、side、time。"
        "事项默认画“后”,联审联批的项目默认画“对比”。",
    )(command)


def layout_option(command: F) -> F:
    """``--版式/--layout``: lanes or one column."""
    return click.option(
        "--版式",
        "--layout",
        "layout",
        type=click.Choice(tuple(LAYOUTS)),
        metavar="泳道|单列",
        help="泳道:按承办的单位、岗位分道;单列:一条主线从上到下。默认泳道。也可写 lanes、column。"
        "只用于流程图,时限图没有版式。",
    )(command)


def dpi_option(command: F) -> F:
    """``--分辨率/--dpi``: pixels an inch of a PNG."""
    return click.option(
        "--分辨率",
        "--dpi",
        "dpi",
        callback=_whole,
        metavar="N",
        help=f"png 每英寸的像素,{LEAST_DPI} 到 {MOST_DPI};默认 {USUAL_DPI},够打印用。",
    )(command)


def _whole(context: click.Context, parameter: click.Parameter, value: str | None) -> int | None:
    """A whole number. Raises ``click.BadParameter`` for what is none."""
    try:
        return None if value is None else int(value)
    except ValueError:
        raise click.BadParameter(f"“{value}”不是整数;要写整数,如 300。", context, parameter) from None


def ending_of(path: Path) -> str:
    """The ending of a file that can be drawn, in small letters. Raises ``WrongUsage`` for any other."""
    ending = path.suffix.lower()
    if not ending:
        raise WrongUsage(
            f"“{path}”没有写后缀,不知道画成什么格式:写成 {path}.svg(或 png、pdf、docx、gv);"
            "要放进文件夹,请写已经有的文件夹。"
        )
    if ending not in ENDINGS:
        raise WrongUsage(f"不会画“{path.suffix}”格式;后缀应是 svg、png、pdf、docx 或 gv。")
    return ending


def layout_for(asked: str | None, view: str, *, project: bool) -> Layout:
    """版式. Raises ``WrongUsage`` where one is asked for and the picture has none."""
    from renderers.flowcharts import Layout

    if asked and (project or view == "时限"):
        raise WrongUsage("--版式 只用于流程图;时限图和联审联批图按天数画,没有泳道、单列之分,不用写。")
    return Layout(LAYOUTS[asked or "泳道"])


def dpi_for(asked: int | None, ending: str) -> int:
    """The resolution. Raises ``WrongUsage`` where it is out of range, or the format has none."""
    if asked is None:
        return USUAL_DPI
    if ending != ".png":
        raise WrongUsage(f"--分辨率 只用于 png;{ending.removeprefix('.')} 不用写,放大不会模糊。")
    if not LEAST_DPI <= asked <= MOST_DPI:
        raise WrongUsage(f"分辨率 {asked} 不行,应在 {LEAST_DPI} 到 {MOST_DPI} 之间。")
    return asked


def chart_files(what: Sequence[Chart | Comparison], asked: Asked, unit: str) -> tuple[bytes | DrawingError, ...]:
    """Each chart in the format asked for, drawn together; ``unit`` is the author of a document."""
    from renderers.flowcharts import document, pictures_of, printed, to_dot, to_png
    from renderers.flowcharts.painting.failures import attempted, followed
    from renderers.forms import chart_page

    layout = asked.layout
    match asked.ending:
        case ".gv":
            return followed([attempted(partial(to_dot, one, layout)) for one in what], str.encode)
        case ".svg":
            return followed(pictures_of(what, layout), str.encode)
        case ".png":
            return followed(pictures_of(what, layout), lambda svg: to_png(svg, asked.dpi))
        case ".docx":
            sections = printed(what, layout, chart_page.MARGINS, numbered=False)
            return followed(sections, lambda section: chart_page.document(section, unit))
        case _:
            return followed(printed(what, layout), lambda section: document(section.title, (section,)))


def timed_file(what: Timed, asked: Asked) -> bytes:
    """Pictures on a day axis in the format asked for. Raises ``WrongUsage`` for a format that they cannot have."""
    from renderers.flowcharts import document, to_png
    from renderers.flowcharts.painting.failures import attempted

    match asked.ending:
        case ".svg":
            return what.screen().svg.encode()
        case ".png":
            screen = what.screen()
            return made(attempted(lambda: to_png(screen.svg, asked.dpi)))
        case ".pdf":
            section = timed_section(what)
            return document(section.title, (section,))
        case _:
            raise WrongUsage(
                f"时限图和联审联批图是按天数画的,不是环节连线图,没有 {asked.ending.removeprefix('.')} 格式;"
                "后缀应是 svg、png 或 pdf。"
            )


def made(result: bytes | DrawingError) -> bytes:
    """What was drawn. Raises ``CannotBeDone`` where nothing was."""
    if isinstance(result, bytes):
        return result
    raise CannotBeDone(f"没有画成:{result}。") from result


def timed_matter(matter: CheckedMatter, plan: Plan, department: Department) -> Timed:
    """The limits of one matter."""
    from renderers.timelines import time_picture

    make = partial(time_picture, matter, plan.switches, department.full_name)
    return Timed(make, lambda: (make(),))


def timed_section(what: Timed) -> Section:
    """Pictures on a day axis as sheets of A4, upright or lying as they are."""
    from renderers.flowcharts.painting.pdf import Section, leaf_of_picture

    pictures = what.paper()
    leaves = tuple(leaf_of_picture(one.svg, one.width, one.height) for one in pictures)
    return Section(pictures[0].title, pictures[0].description, leaves)

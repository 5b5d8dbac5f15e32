"""``zaizao discover``: a first declaration from a log of real handling."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._files import write_new
from commands._logs import columns_option, log_argument, opened_log, tell_reading
from commands._new_matter import department_in, department_place, next_name, working_office
from commands._options import EXIT_FINDINGS, program, project_option
from processes.errors import CannotBeDone, WrongUsage

if TYPE_CHECKING:
    from commands._target import Target
    from engine.discovery.drafting import Discovered
    from processes.model.log import Log


@click.command(
    "discover",
    short_help="从办理记录写出实际的流程,作优化前的底稿",
    epilog="\b\n例:\n  zaizao discover 办理记录.csv --查看\n"
    "  zaizao discover 办理记录.xes --部门 市场监管局 --名称 食品经营许可证核发",
)
@log_argument
@columns_option
@project_option("写进哪个项目或单位文件夹;默认当前文件夹。")
@click.option("--部门", "--department", "department", metavar="简称", help="是哪个部门的;在单位文件夹里运行的不用写。")
@click.option("--名称", "--name", "name", metavar="事项名称", default="", help="事项名称;不写就用文件名。")
@click.option(
    "--舍去",
    "--leave-out",
    "share",
    metavar="比例",
    type=click.FloatRange(0, 0.5),
    help="同一处的走法,件数不到最常见的几成就不写进流程:0 是都写,0.1 是不到一成的不写。"
    "不写就从 0.1 试起,吻合度不到 95% 的改小。",
)
@click.option("--查看", "--preview", "preview", is_flag=True, help="只看会写成什么,不写文件。")
def command(
    log: Path,
    columns: str | None,
    project: Path,
    department: str | None,
    name: str,
    share: float | None,
    preview: bool,  # noqa: FBT001 - click passes it by name
) -> int:
    """读办理记录(XES、CSV、xlsx),写出事项文件:优化前的流程是实际怎么办的,不是以为怎么办的。

    记录里每行一个环节:哪一件、什么环节、什么时间,有办理人员更好。写出的流程有先后、并联、退回、跳过和支线,写完就拿全部办件
    核对一遍,吻合度、没有写进去的走法都列出来。时限按实际历时的中位数(工作日),依据、材料等记录里没有的标★,等人补上。
    """
    from engine.discovery.drafting import SHARES, discovered, named
    from engine.discovery.steps import known_of
    from processes.calendars.calendar import calendar_of
    from processes.compilation.holders import HolderBook
    from processes.declaration.names import is_name

    called = " ".join((name or log.stem).split())
    if not is_name(called):
        raise WrongUsage(f"“{called}”不能作事项名称;用 --名称 写一个。")
    where = department_place(project, department, "办理记录")
    own, workspace = department_in(where)
    read = opened_log(log, columns)
    tell_reading(read)
    events, renamed = named(read.log)
    if not events.activities:
        raise CannotBeDone(f"“{log}”里没有办理的环节,写不出流程。")
    book = HolderBook(workspace.plan, own)
    known = known_of(
        events,
        calendar_of(workspace.calendar_years),
        lambda unit: book.kind(unit.partition("/")[0]) is not None,
        working_office(own),
    )
    found = discovered(called, events, known, SHARES if share is None else (share,))
    _tell(found, events, renamed, where, preview=preview)
    return EXIT_FINDINGS if read.wrong else 0


def _tell(found: Discovered, log: Log, renamed: dict[str, str], where: Target, *, preview: bool) -> None:
    from processes.declaration.templates import MARK
    from renderers.discoveries import render

    click.echo(render(found, log, renamed), nl=False)
    if preview:
        click.echo(f"\n{found.text}\n这是查看,没有写文件;要写,去掉 --查看 再运行。")
        return
    folder = where.root / where.folder
    path = folder / next_name(folder, found.name)
    shown = where.shown(f"{where.folder}/{path.name}")
    write_new(path, found.text)
    marks = found.text.count(f"# {MARK}")
    click.echo(f'已写入 {shown}\n标{MARK}的 {marks} 处改成实际情况,改完运行:{program()} check "{shown}"')

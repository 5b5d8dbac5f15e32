"""``zaizao merge``: what a department changed in a form of ours goes back into the declarations."""

from __future__ import annotations

from pathlib import Path

import click

from commands._options import project_option
from processes.errors import WrongUsage


@click.command(
    "merge",
    short_help="把单位在附件上改的写回事项文件",
    epilog="\b\n例:\n  zaizao merge 附件6-工作流程优化对比台账.xlsx --查看\n"
    "  zaizao merge 附件6-工作流程优化对比台账.xlsx\n  zaizao merge --撤销",
)
@click.argument("file", metavar="[文件]", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@project_option("写回哪个项目;默认当前文件夹。")
@click.option("--查看", "--preview", "preview", is_flag=True, help="只看会改什么,不改文件。")
@click.option("--撤销", "--undo", "undo", is_flag=True, help="把上一次写回的文件恢复原样。")
def command(
    file: Path | None,
    project: Path,
    preview: bool,  # noqa: FBT001 - click passes it by name
    undo: bool,  # noqa: FBT001 - as above
) -> int:
    """把单位在附件4、5、6、7(.xlsx)上改动的格子写回事项文件:只改动了的值,注释、次序和别的文字不变。

    附件里记着生成时的内容,所以分得清哪些是单位改的、哪些是申报后来改的;两边都改了的不写,把两个值都列出来。
    环节数、压减天数这样算出来的格子不能直接改,会说明由哪里得出、该改哪里。加行、删行只提示,不新建也不删除文件。

    全部写入返回 0;有冲突、没有写入或要人看的返回 1。
    """
    from commands._merge_undo import undo_last
    from commands._merging import run

    if undo:
        if file is not None or preview:
            raise WrongUsage("--撤销 单独用,不写文件,也不加 --查看。")
        return undo_last(project)
    if file is None:
        raise WrongUsage("请写明改过的附件,如:zaizao merge 附件6-工作流程优化对比台账.xlsx。")
    return run(file, project, preview=preview)

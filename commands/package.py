"""``zaizao package``: the papers of a stage in a zip, a department's or everybody's, with what is missing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._files import unchanged
from commands._options import EXIT_CANNOT, EXIT_FINDINGS, folder_option, target_argument
from commands._registry import stage_option

if TYPE_CHECKING:
    from commands._packing_run import Packed
    from engine.campaign.covers_city import Entry

FOLDER = "报送包"
_SHOWN = 10


@click.command(
    "package",
    short_help="打包:把一个部门或全市一个阶段应报的材料装成 zip,附报送清单、缺件清单",
    epilog="\b\n例:\n  zaizao package --部门 市场监管局 --阶段 3\n"
    "  zaizao package --全市 --阶段 5 -o 报送包\n  zaizao package --部门 市场监管局 --阶段 4 --附加 定稿",
)
@target_argument
@click.option("--部门", "--department", "department", metavar="简称", help="装这个部门的。")
@click.option("--全市", "--city", "city", is_flag=True, help="各部门的都装,另有一个全市汇总的。")
@stage_option("第几阶段的材料,按方案的次序,从 1 起。", required=True)
@click.option(
    "--附加",
    "--attach",
    "attached",
    metavar="文件夹",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="单位自己的定稿、扫描件,放在这个文件夹里的“部门简称”文件夹里。",
)
@click.option("--严格", "--strict", "strict", is_flag=True, help="有缺件就返回 1。")
@folder_option("放到哪个文件夹;里面一个阶段一个文件夹。", default=FOLDER)
@click.pass_context
def command(
    context: click.Context,
    target: Path,
    department: str | None,
    city: bool,  # noqa: FBT001 - click passes it by name
    stage: int,
    attached: Path | None,
    strict: bool,  # noqa: FBT001 - as above
    output: Path,
) -> None:
    """把一个阶段应报的附件、流程图、告知单、文书装成 zip:一个部门一个,--全市 另有一个全市汇总的。

    每个 zip 里有报送材料清单(打印、盖章、放在最上面)、缺件清单,和写明每个文件 SHA-256 的校验清单;收到的人用
    zaizao verify-package 核对。同样的申报得到同样的 zip;中断了的,再运行一次接着做,没有变的不重做。

    软件不做的(如窗口授权书)、已经填好签发的定稿,放在“文件夹/部门简称”里用 --附加 装入:文件名以成果的名称开头,
    如 窗口授权书.pdf、工作总结.docx。涉密事项的附件7、附件8不装入,另行报送。

    不写 --部门 时,目标在单位文件夹里就装那个单位的。
    """
    from commands._packing_run import pack

    run = pack(target, department, city=city, stage=stage, attached=attached, output=output)
    _tell(run)
    if run.failed:
        context.exit(EXIT_CANNOT)
    if strict and any(one.lacking or (one.is_owed and not one.file) for one in run.entries):
        context.exit(EXIT_FINDINGS)


def _tell(run: Packed) -> None:
    """Say what was packed, what is missing, what was left alone."""
    what = f"第{run.stage}阶段({run.stage_name})"
    if run.city_file:
        _tell_city(run, what)
    else:
        (one,) = run.entries
        _tell_one(one, run, what)
    for name in run.kept:
        click.echo(f"手工改过,没有覆盖:{name};新的在旁边,名称后加了“(新)”。")
    if run.outdated:
        click.echo(f"{run.outdated} 里列的还是以前的包;全市的要一起报,请用 --全市 再打一次包。")
    if run.removed:
        click.echo(f"删掉了不再需要的 {run.removed} 个旧包。")
    for path in run.unasked[:_SHOWN]:
        click.echo(f"没有装入:{path},名称不是哪个部门、哪种成果的。")
    if len(run.unasked) > _SHOWN:
        click.echo(f"没有装入的还有 {len(run.unasked) - _SHOWN} 个。")
    for one_failed in run.failed[:_SHOWN]:
        click.echo(f"没有做成:{one_failed}", err=True)


def _tell_one(one: Entry, run: Packed, what: str) -> None:
    if not one.is_owed:
        click.echo(f"{one.department}{what}没有要报送的:{one.reason}。没有打包。")
    elif one.file:
        same = ",没有变化" if run.unchanged else ""
        click.echo(f"{one.department}{what}:{run.folder / one.file}({one.papers} 个文件{same})。")
        click.echo(f"核验码:{one.code}(印在报送材料清单上)")
    _tell_lacking(one)
    for note in one.notes:
        click.echo(note)


def _tell_lacking(one: Entry) -> None:
    if one.is_owed and not one.lacking:
        click.echo("没有缺件。")
    elif one.is_owed:
        click.echo(f"缺件 {len(one.lacking)} 种:")
        for lacking in one.lacking:
            click.echo(f"  {lacking}")
        for remedy in one.remedies:
            click.echo(f"→ {remedy}")
    if one.blanks:
        drafts = "、".join(f"{name}({count} 处)" for name, count in one.blanks)
        click.echo(f"还有空白〔　〕要填:{drafts};填好的定稿用 --附加 装入,再打一次包。")


def _tell_city(run: Packed, what: str) -> None:
    packed = [one for one in run.entries if one.file]
    owed = sum(one.is_owed for one in run.entries)
    click.echo(
        f"{what}:应报部门 {owed} 个,已打包 {len(packed)} 个,加全市的 1 个,在 {run.folder}{unchanged(run.unchanged)}。"
    )
    lacking = [one for one in packed if one.lacking]
    if lacking:
        click.echo(f"有缺件的 {len(lacking)} 个:{'、'.join(one.department for one in lacking)}。")
    without = [one.department for one in run.entries if one.is_owed and not one.file]
    if without:
        click.echo(f"没有包的 {len(without)} 个:{'、'.join(without[:_SHOWN])}{'等' if len(without) > _SHOWN else ''}。")
    if secret := [one.department for one in run.entries if one.notes]:
        click.echo(
            f"有涉密事项的 {len(secret)} 个:{'、'.join(secret)};附件7、附件8没有装入,另行报送;其余的表里有名称,不得公开。"
        )
    if lacking or without:
        click.echo(f"缺什么,看 {run.city_file} 里的缺件清单。")

"""``zaizao build``: everything the project's declarations give, in one folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._files import unchanged
from commands._options import EXIT_CANNOT, EXIT_FINDINGS, department_option, folder_option, sources_option
from commands._registry import database_option
from commands._target import Target, checked, department_named, find_target, left_out, narrowed, usable
from processes.errors import WrongUsage
from processes.model.findings import Severity

if TYPE_CHECKING:
    from commands._frozen import FiledBefore
    from commands._output import Output
    from processes.checking import Checked

FINDINGS_FILE = "检查结果.txt"

MOST_NAMED = 10
"""Matters that are named when they were not made; the findings name them all."""


@click.command(
    "build",
    short_help="生成全部成果:附件、流程图、报告、文书",
    epilog="\b\n例:\n  zaizao build . -o 成果\n  zaizao build . -o 成果 --部门 市场监管局 --严格",
)
@click.argument("project", metavar="项目", type=click.Path(exists=True, path_type=Path), default=".")
@folder_option("成果放到哪个文件夹。", required=True)
@department_option
@sources_option
@click.option("--严格", "--strict", "strict", is_flag=True, help="有要改的问题就返回 1。")
@database_option
@click.pass_context
def command(
    context: click.Context,
    project: Path,
    output: Path,
    department: str | None,
    sources: bool,  # noqa: FBT001 - click passes it by name
    strict: bool,  # noqa: FBT001 - as above
    database: str | None,
) -> None:
    """生成项目的全部成果:各单位的附件、流程图、优化对比、情况报告、文书,以及全市汇总。

    附件是 xlsx,附件7告知单和文书是 docx,情况报告是 HTML 和 docx。流程图(附件8)每个事项有 SVG、PNG 和 docx,
    差异图、对比图是 SVG;每个单位另有一份带目录的 PDF。

    优化后取消的事项没有附件7、附件8 docx 和优化后的图,只有优化前的图和差异图;PDF 的目录页写明它的名称。
    涉密事项的附件7、附件8 只有上报用的 docx,标题前写明密级;没有 SVG、PNG,不进 PDF。

    同样的申报得到同样的文件;申报没有改动的不再重做,中断了的下次接着做。手工改过的成果不会被覆盖,
    新的写在旁边,名称后加“(新)”。检查出的问题写在 检查结果.txt;有登记库的,第二阶段报送以后改了优化前的(N212)也写上。
    """
    from commands._frozen import filed_before_or_told
    from commands._keys import keys_of
    from commands._output import Output
    from commands._products import make_all, units_of
    from commands._progress import progress
    from renderers.naming import safe

    target = find_target(project)
    check_place(output, target)
    # A file stands for its department: half of a form, or of a report, would be worse than none.
    where = Target(target.root, folder="" if department else target.folder or target.file.rpartition("/")[0])
    result = checked(where)
    workspace = usable(result, where)
    name = department_named(workspace, department) if department else None
    folder = where.folder or next((one.folder for one in workspace.departments if one.name == name), "")
    if folder:
        where = Target(where.root, folder=folder)
        result = narrowed(result, where)
    before = filed_before_or_told(where.root, database)
    units = list(units_of(result, folder or None, sources=sources))
    made = Output(output)
    keys = dict(zip((unit.name for unit in units), keys_of(units, result), strict=True))
    with progress("生成成果", len(units)) as advance, made.remembered():
        missing = [unit for unit in units if not made.has(unit.name, keys[unit.name])]
        for _ in range(len(units) - len(missing)):
            advance()
        failed: list[str] = []
        for unit, one in zip(missing, make_all(missing), strict=True):
            # What failed in part is tried again by the next build.
            made.put_unit(unit.name, "" if one.failed else keys[unit.name], one.products)
            failed += one.failed
            advance()
        listed = f"{safe(folder)}/{FINDINGS_FILE}" if folder else FINDINGS_FILE
        found = _put_findings(made, where, result, before, listed)
    # What a matter gave before stays as long as the matter cannot be read: it is mended sooner or later.
    whole = not folder and not any(finding.severity is Severity.ERROR for finding in result.findings)
    removed = made.finish(complete=whole)
    _tell(made, removed, output, result, found)
    if failed:
        _tell_failed(failed)
        context.exit(EXIT_CANNOT)
    if strict and any(severity.chinese in found for severity in (Severity.ERROR, Severity.WARNING)):
        context.exit(EXIT_FINDINGS)


def check_place(output: Path, target: Target) -> None:
    """Refuse to build among the declarations: results would be read as declarations, and mixed up with them."""
    from processes.declaration.folder import declaration_files

    folder = output.resolve()
    taken = {(target.root / file).parent.resolve() for file in declaration_files(target.root)}
    if any(folder == one or one in folder.parents for one in taken - {target.root}) or folder == target.root:
        raise WrongUsage(f"“{output}”里放着申报文件;成果请另放一个文件夹,如 -o 成果。")


def _put_findings(made: Output, where: Target, result: Checked, before: FiledBefore | None, name: str) -> str:
    """Make the list of findings, those of the rule book too, unless nothing has changed.

    Its last line counts them, those apart that a written reason has settled.
    """
    from commands._keys import key_of_findings

    key = key_of_findings(result, where.folder, None if before is None else before.key)
    if made.has(name, key):
        text = (made.folder / name).read_text("utf-8")
    else:
        text = _findings_text(result, where, before)
        made.put_unit(name, key, [(name, text.encode())])
    return text.splitlines()[-1]


def _findings_text(result: Checked, where: Target, before: FiledBefore | None) -> str:
    """Everything that is wrong, with the rule book asked."""
    from commands._findings import view_of
    from engine.examining import Breadth, examine
    from renderers.findings import terminal

    breadth = Breadth.DEPARTMENT if where.folder else Breadth.CITY
    whole = examine(result, breadth=breadth, frozen=None if before is None else before.findings)
    whole = narrowed(whole, where) if where.folder else whole
    return terminal.render(whole.findings, whole.texts, {}, view_of(whole, hints=True, accepted=True))


def _tell_failed(failed: Sequence[str]) -> None:
    """Name what could not be drawn: everything else was made."""
    click.echo(f"有 {len(failed)} 个文件没有画成,其余都已生成;请把下面几行交给开发人员。", err=True)
    for one in failed[:MOST_NAMED]:
        click.echo(f"没有画成:{one}", err=True)


def _tell(made: Output, removed: list[str], folder: Path, result: Checked, found: str) -> None:
    """Say what was made, kept and removed, and what was found."""
    click.echo(f"{len(result.matters)} 个事项,{len(made.made)} 个文件,在 {folder}{unchanged(made.unchanged)}。")
    if secret := sum(1 for one in result.sound if one.secret):
        click.echo(f"有 {secret} 个涉密事项,附件7、附件8 只做了上报用的 docx(写明密级,另行报送),没有放进单位的 PDF。")
    click.echo(f"检查结果:{found}" + ("" if found.startswith("没有") else f"看 {FINDINGS_FILE}。"))
    if dropped := sorted(left_out(result)):
        click.echo(f"有 {len(dropped)} 个事项申报不完整,没有生成。")
        for file in dropped[:MOST_NAMED]:
            click.echo(f"没有生成:{file};以前生成过的,图还是旧的。")
    for name in made.kept:
        click.echo(f"手工改过,没有覆盖:{name};新的在旁边,名称后加了“(新)”。")
    if removed:
        click.echo(f"删掉了不再需要的 {len(removed)} 个旧文件。")

"""``zaizao submit``: a department files what is due in a stage, as an immutable version in the registry."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._options import target_argument
from commands._registry import counts, database_option, local_text, now, open_registry, stage_option, title, written

if TYPE_CHECKING:
    from commands._filing import Prepared
    from processes.model.filing import Receipt

_SHOWN = 10


@click.command(
    "submit",
    short_help="报送:把一个部门一个阶段的申报和成果记入登记库",
    epilog="\b\n例:\n  zaizao submit --部门 市场监管局 --阶段 2 --经办 张三",
)
@target_argument
@click.option("--部门", "--department", "department", metavar="简称", required=True, help="哪个部门报送。")
@stage_option("报送第几阶段的成果,按方案的次序,从 1 起。", required=True)
@click.option("--经办", "--by", "who", metavar="姓名", help="经办人;不写就记这台电脑的用户名。")
@database_option
def command(target: Path, department: str, stage: int, who: str | None, database: str | None) -> None:
    """把一个部门这个阶段的申报文件、应报的附件和文书、检查出的问题、各表的数,记成登记库里的一版,状态是“草拟”。

    一版记下以后不能改,再报就是下一版。申报和上一版一样的不重复记,所以没有看到结果的,可以放心再运行一次。

    有错误也可以报送:错误随这一版记下,审核的人看得见。计数的是到这个阶段为止要报的;只和后面阶段的成果有关的
    (如第一阶段报送时附件6的数、进驻的窗口)也记下,另外计数。记下了就返回 0。
    """
    from commands._filing import filing_of
    from commands._target import find_target

    name = written(_user() if who is None else who, "--经办")
    root = find_target(target).root
    prepared = filing_of(root, department, stage, who=name, at=now(), database=database)
    with open_registry(target, database, create=True) as registry:
        receipt = registry.submit(prepared.filing)
        place = registry.name
    if prepared.left_out:
        click.echo(prepared.left_out, err=True)
    _tell(receipt, prepared, place)


def _user() -> str:
    """The name of whoever sits at this machine."""
    from getpass import getuser

    try:
        return getuser()
    except (KeyError, OSError):
        return "未写"


def _tell(receipt: Receipt, prepared: Prepared, registry: str) -> None:
    from processes.model.filing import ReviewState
    from processes.model.findings import Severity

    one = receipt.submission
    if receipt.is_new:
        click.echo(f"已报送:{title(one)}({one.stage_name}),{local_text(one.filed_at)},经办 {one.who}。")
    elif one.state is ReviewState.RETURNED:
        click.echo(f"没有改动:和退回的{title(one)}一样,没有另记。退回理由:{one.reasons};改好再报。")
    else:
        click.echo(f"已经报送过:和{title(one)}一样,没有另记;{local_text(one.filed_at)}报送,现在是“{one.state}”。")
    filing = prepared.filing
    numbers = f"申报文件 {len(filing.declarations)} 个,成果 {len(filing.documents)} 个"
    click.echo(f"{numbers};{counts(one, filing.findings)}。登记库:{registry}")
    errors = [f for f in filing.findings if not f.later and (f.severity is Severity.ERROR or f.code == "N212")]
    for found in errors[:_SHOWN]:
        place = f"{found.file}:{found.line}:{found.column}"
        click.echo(f"  {place} {found.severity.chinese} {found.code} {found.message}")
    if len(errors) > _SHOWN:
        click.echo(f"  ……还有 {len(errors) - _SHOWN} 处,用 zaizao check 看全部。")

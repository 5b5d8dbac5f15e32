"""登记库 on the command line: where it is, who writes into it and when, and what is said of a submission."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._options import F
from commands._target import find_target
from processes.errors import WrongUsage

if TYPE_CHECKING:
    from processes.model.filing import FiledFinding, Submission
    from processes.store.registry import Registry

REGISTRY_FILE = "登记.db"
"""The registry of a project, in its folder."""

DATABASE_VARIABLE = "ZAIZAO_DATABASE"
"""Where the registry is when no option says so: a password in it is not seen by whoever lists the programs that run."""

_DIGITS = 9
"""Of the number of a stage or version: a database keeps no number beyond 2 to the 31st."""
_LONGEST = 200
"""Characters of a name or of reasons: what fits into a cell of a table."""

database_option = click.option(
    "--登记库",
    "--database",
    "database",
    metavar="地址",
    envvar=DATABASE_VARIABLE,
    help=f"登记库:一个文件,或者 postgresql://用户名:密码@服务器/库名;不写就看环境变量 {DATABASE_VARIABLE},"
    f"也没有就是项目文件夹里的 {REGISTRY_FILE}。",
)


class _Counted(click.ParamType):  # type: ignore[type-arg] # generic in later versions of click only
    """A whole number from 1; that it begins there goes without saying in the help."""

    name = "integer"

    def convert(self, value: str | int, param: click.Parameter | None, ctx: click.Context | None) -> int:
        text = str(value)
        if text.isdecimal() and len(text) > _DIGITS:
            self.fail(f"“{text[:_DIGITS]}……”太大了,没有这么大的序号。", param, ctx)
        number = int(text) if text.isdecimal() else 0
        if number < 1:
            self.fail(f"“{text}”不是从1起的整数。", param, ctx)
        return number


COUNTED = _Counted()


def stage_option(purpose: str, *, required: bool) -> Callable[[F], F]:
    """``--阶段/--stage``: the number of a stage of the plan, from 1."""
    return click.option("--阶段", "--stage", "stage", metavar="序号", type=COUNTED, required=required, help=purpose)


def open_registry(target: Path, database: str | None, *, create: bool = False) -> Registry:
    """The registry named by ``--database``, or that of the project around ``target``."""
    from processes.store.registry import Registry

    return Registry.open(database or find_target(target).shown(REGISTRY_FILE), create=create)


def registry_file(target: Path) -> Path:
    """Where the registry of the project around ``target`` is, or will be."""
    return find_target(target).root / REGISTRY_FILE


def now() -> datetime:
    """The moment; the only place where filing and reviewing look at the clock."""
    return _now()


def _now() -> datetime:
    return datetime.now(UTC)


def local(at: datetime) -> datetime:
    """The same moment in the time of this machine."""
    return at.astimezone(_zone())


def _zone() -> tzinfo | None:
    """The zone of this machine, as ``astimezone`` takes it."""
    return None


def local_text(at: datetime) -> str:
    """``2017年12月29日 16:05``, in the time of this machine."""
    here = local(at)
    return f"{here.year}年{here.month}月{here.day}日 {here:%H:%M}"


def written(text: str, option: str) -> str:
    """A name or reasons as typed, without blanks around. Raises ``WrongUsage`` for what cannot be kept or shown."""
    found = text.strip()
    if not found or not found.isprintable() or len(found) > _LONGEST:
        raise WrongUsage(f"{option} 要写一行字,不超过 {_LONGEST} 个字,不能有换行和控制字符。")
    return found


def title(one: Submission) -> str:
    """``市场监管局第3阶段第2版``."""
    return f"{one.department}第{one.stage}阶段第{one.version}版"


def counts(one: Submission, findings: Iterable[FiledFinding]) -> str:
    """``错误 1 个、警告 3 个``, or 没有错误和警告; then how many concern what is due in later stages only.

    ``findings``: of that submission.
    """
    from processes.model.filing import count_of
    from processes.model.findings import Severity

    listed = tuple(findings)
    later = [count_of(listed, severity, later=True) for severity in (Severity.ERROR, Severity.WARNING)]
    behind = _counted(*later)
    return (_counted(one.errors, one.warnings) or "没有错误和警告") + (
        f"(另有后面阶段才要的:{behind})" if behind else ""
    )


def _counted(errors: int, warnings: int) -> str:
    return "、".join(f"{word} {number} 个" for word, number in (("错误", errors), ("警告", warnings)) if number)

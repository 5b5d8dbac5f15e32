"""``zaizao audit``: whether what is kept in the registry is still as it was kept."""

from __future__ import annotations

from pathlib import Path

import click

from commands._auditing import tell_damages
from commands._options import target_argument
from commands._registry import database_option, open_registry


@click.group(
    "audit",
    short_help="核验登记库:报送和办件的记录有没有损坏、被改过的",
    subcommand_metavar="动作",
    epilog="\b\n例:\n  zaizao audit verify\n  zaizao audit verify --登记库 备份/登记.db",
)
def command() -> None:
    """登记库只添加,不修改;有没有人绕过程序改过,用 verify 核验。"""


@command.command(
    "verify",
    short_help="从头到尾核验一遍,说明哪里损坏、被改过",
    options_metavar="[选项]",
    epilog="\b\n例:\n  zaizao audit verify\n  zaizao audit verify --登记库 备份/登记.db",
)
@target_argument
@database_option
@click.pass_context
def verify(context: click.Context, target: Path, database: str | None) -> None:
    """核验报送的每一版、每一件办件;有损坏、被改过的就逐处列出,返回 1。

    每一条记录都和前一条锁在一起:改了、少了、插进来的,从那一条起都对不上;办件现在的情况也要和它的记录对得上。
    最后几条连同现在的情况一起被抹掉、整件被抹掉的,核验看不出来,要和备份比。
    """
    with open_registry(target, database) as registry:
        tell_damages(registry, context)

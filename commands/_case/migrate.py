"""``zaizao case migrate``: running cases go on in a new definition."""

from __future__ import annotations

from pathlib import Path

import click

from commands._case.options import actor_options, moment, open_desk, who
from commands._options import EXIT_FINDINGS, VIEWS, view_option
from commands._registry import database_option
from processes.errors import WrongUsage


@click.command(
    "migrate",
    short_help="换用新流程:在办的件改按现在的申报办",
    epilog="\b\n例:\n  zaizao case migrate 市场监管局/01-食品经营许可证核发(新办).yaml --单位 行政审批股 --人员 张三 --试\n"
    "  zaizao case migrate 市场监管局/01-食品经营许可证核发(新办).yaml --单位 行政审批股 --人员 张三 --对应 复审=审查",
)
@click.argument("file", metavar="事项文件", type=click.Path(exists=True, path_type=Path))
@view_option("换用现在申报的优化前还是优化后的流程。")
@click.option(
    "--对应",
    "--match",
    "matches",
    metavar="旧环节=新环节",
    multiple=True,
    help="申报里看不出对应的环节,由人指定;可以写几次。",
)
@click.option("--试", "--dry-run", "only_look", is_flag=True, help="只看哪些能换、哪些不能换,不改。")
@actor_options
@database_option
@click.pass_context
def command(
    context: click.Context,
    file: Path,
    view: str,
    matches: tuple[str, ...],
    only_look: bool,  # noqa: FBT001 - click passes it by name
    unit: str,
    person: str,
    day: str | None,
    clock: str | None,
    database: str | None,
) -> None:
    """申报改了以后,把这个事项在办的件换到现在的流程上。办到哪个环节,按 沿自、标识、名称 对应到新流程。

    能换的是现在所在的环节都有唯一的对应、新流程也走得到那里的。不能换的仍按原来的流程办,逐件说明为什么,并返回 1。
    """
    from processes.model.matter import VersionLabel
    from renderers.cases.rounds import migration_text

    with open_desk(database, file) as desk:
        found = desk.migrate(
            file,
            at=moment(day, clock),
            label=VersionLabel(VIEWS[view]),
            said=dict(map(_pair, matches)),
            only_look=only_look,
            **who(unit, person),
        )
    click.echo(
        migration_text([(one.head.number, one.before, one.after, one.plan.why) for one in found], only_look=only_look),
        nl=False,
    )
    if any(not one.plan.places for one in found):
        context.exit(EXIT_FINDINGS)


def _pair(text: str) -> tuple[str, str]:
    old, sign, new = text.partition("=")
    if not (old.strip() and sign and new.strip()):
        raise WrongUsage(f"--对应 写成 旧环节=新环节,“{text}”不是。")
    return old.strip(), new.strip()

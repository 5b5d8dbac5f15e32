"""``zaizao case``: applications taken in and sent through the process that was declared for them."""

from __future__ import annotations

import click

from commands import _case


class _Acts(click.Group):
    """The group whose commands are the modules of ``commands._case``; a module is imported when its command is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_case.NAMES)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand as error:
            # click looks for similar ones among those that were imported, and none was.
            raise click.exceptions.NoSuchCommand(args[0], possibilities=_case.NAMES, ctx=ctx) from error

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        return _case.load(cmd_name) if cmd_name in _case.NAMES else None


@click.group(
    "case",
    cls=_Acts,
    short_help="办件:收件、流转、补正、暂停、到期,按申报的流程办",
    subcommand_metavar="动作",
    epilog="\b\n例:\n  zaizao case start 市场监管局/01-食品经营许可证核发(新办).yaml --申请人 李四 "
    "--单位 行政审批股 --人员 张三 --材料 全部\n"
    "  zaizao case fire 20180301-0001 符合受理条件 --单位 行政审批股 --人员 张三\n"
    "  zaizao case show 20180301-0001",
)
def command() -> None:
    """一件申请按申报的流程一步一步办:每一步由谁办、材料齐不齐、能不能补正,程序当场把关。

    办件收件时的申报随办件存下,以后改了申报,已收的办件仍按原来的流程办(换用新流程见 migrate)。
    记录只添加,不修改;次序不对、不该由他办的,办不成,并记为违规。
    记在登记库里,和 zaizao submit 用同一个。
    """

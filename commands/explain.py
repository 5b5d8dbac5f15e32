"""``zaizao explain``: what a code of a finding means, with examples."""

from __future__ import annotations

import click

from commands._findings import about
from processes.errors import WrongUsage

_SHOWN = 8
"""Codes that a message names."""


@click.command("explain", short_help="解释一个规则编号", epilog="\b\n例:\n  zaizao explain R420\n  zaizao explain")
@click.argument("code", metavar="[编号]", required=False)
def command(code: str | None) -> None:
    """解释检查结果里的编号:原文和出处、何时有效、为什么算问题、怎样改、错的和对的各是什么样。

    不写编号就分类列出全部编号。方案里有而检查结果里不会出现的编号(如 R801),写明由谁核对或保证。
    """
    from processes.rules.elsewhere import ELSEWHERE
    from processes.suggesting import suggest
    from renderers.findings.elsewhere import explain_elsewhere, list_elsewhere
    from renderers.findings.explanation import explain, list_all

    every = about()
    if code is None:
        click.echo(f"{list_all(every)}\n{list_elsewhere(ELSEWHERE.values())}", nl=False)
        return
    typed = code.strip().upper()
    elsewhere = {one.upper(): item for one, item in ELSEWHERE.items()}.get(typed)
    if elsewhere is not None:
        click.echo(explain_elsewhere(elsewhere), nl=False)
        return
    wanted = {one.upper(): one for one in every}.get(typed)  # R306b has a small letter
    if wanted is None:
        begun = [one for one in every if one.upper().startswith(typed)]
        among = f"以它开头的有 {'、'.join(begun[:_SHOWN])}{'等' * (len(begun) > _SHOWN)}。" if begun else ""
        raise WrongUsage(f"没有编号“{code}”。{among or suggest(typed, every)}用 zaizao explain 列出全部编号。")
    click.echo(explain(every[wanted]), nl=False)

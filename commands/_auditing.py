"""What is told of a registry that was gone through, by whatever command."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from commands._options import EXIT_FINDINGS

if TYPE_CHECKING:
    from processes.store.registry import Registry


def tell_damages(registry: Registry, context: click.Context) -> None:
    """Say what is damaged in submissions and cases, or how much there is that is whole; ends with the exit code."""
    damages = registry.verify()
    if damages:
        click.echo("\n".join(damages))
        click.echo(
            f"登记库有 {len(damages)} 处不对。请先把它抄一份留存,再和备份核对,用完好的备份恢复。",
            err=True,
        )
        context.exit(EXIT_FINDINGS)
    sizes = registry.sizes()
    if not sizes.submissions and not sizes.cases:
        # A file of no bytes is an empty registry to SQLite: it is not said to be whole.
        click.echo("登记库是空的:没有报送,也没有办件。原来有的,文件可能换过、丢过内容,请用备份恢复。")
        context.exit(0)
    click.echo(
        f"登记库完好:报送 {sizes.submissions} 版,办件 {sizes.cases} 件(记录 {sizes.events} 条),都和登记的时候一样。"
    )
    context.exit(0)

"""Options behind which nothing was written: the next option must not become their value."""

from __future__ import annotations

from collections.abc import Sequence

import click


def refuse_swallowed(command: click.Command, name: str, arguments: Sequence[str], parent: click.Context) -> None:
    """Raise ``click.UsageError`` where an option stands in the place of the value of the one before.

    click would take ``--退回 --审核人 李四`` for the reason “--审核人” and a target 李四.
    """
    if isinstance(command, click.Group):
        act = command.get_command(parent, arguments[0]) if arguments else None
        if act is not None:
            context = click.Context(command, info_name=name, parent=parent)
            refuse_swallowed(act, arguments[0], arguments[1:], context)
        return
    options = [one for one in command.params if isinstance(one, click.Option)]
    valued = {spelling: one for one in options if not one.is_flag and not one.count for spelling in one.opts}
    known = {spelling for one in options for spelling in (*one.opts, *one.secondary_opts)}
    at = 0
    while at < len(arguments) and arguments[at] != "--":
        option = valued.get(arguments[at])
        values = arguments[at + 1 : at + 1 + option.nargs] if option is not None else ()
        for value in values:
            if option is not None and value in known:
                what = f"“{option.metavar}”" if option.metavar else "值"
                raise click.UsageError(
                    f"选项“{arguments[at]}”后面要写{what},现在后面就是“{value}”。",
                    click.Context(command, info_name=name, parent=parent),
                )
        at += 1 + len(values)

"""``zaizao completion``: the script that lets a shell complete commands and options."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

_HINTS = {
    "bash": '加到 ~/.bashrc:eval "$(zaizao completion bash)"',
    "zsh": '加到 ~/.zshrc:eval "$(zaizao completion zsh)"',
    "fish": "运行:zaizao completion fish > ~/.config/fish/completions/zaizao.fish",
}


@click.command("completion", short_help="命令行补全脚本", epilog="\b\n例:\n  " + "\n  ".join(_HINTS.values()))
@click.argument("shell", metavar="终端", type=click.Choice(tuple(_HINTS)))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """显示命令行补全脚本,终端是 bash、zsh 或 fish。装上以后按 Tab 键补全命令和选项。"""
    completion = get_completion_class(shell)
    assert completion is not None
    click.echo(completion(context.find_root().command, {}, "zaizao", "_ZAIZAO_COMPLETE").source())

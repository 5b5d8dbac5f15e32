"""``zaizao lsp``: the language server that editors start."""

from __future__ import annotations

import click

from commands._registry import database_option


@click.command("lsp", short_help="供编辑器启动的语言服务:边写边查", epilog="\b\n例:\n  zaizao lsp")
@database_option
def command(database: str | None) -> None:
    """供编辑器启动的语言服务(LSP,标准输入输出):写的时候就标出问题,和 zaizao check 一样。

    有登记库的,也标出第二阶段报送以后改了的优化前(N212)。鼠标停在问题上显示规则原文,停在环节上显示它的时限、程序和全流程的数字。怎样在编辑器里配置,见用户手册“在编辑器里边写边查”。
    """
    from commands._language_server import serve

    serve(database)

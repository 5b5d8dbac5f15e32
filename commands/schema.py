"""``zaizao schema``: the JSON Schema that lets an editor complete, explain and check declarations."""

from __future__ import annotations

from pathlib import Path

import click

from commands._files import emit, write
from commands._options import folder_option

_KINDS = ("事项", "方案", "单位", "联审联批", "日历")

_RESULT = "优化对比"
"""Not a file that is written by hand but the JSON of ``zaizao diff``: only shown, or written, when it is named."""

_RESULT_FILE = "difference.json"


@click.command(
    "schema",
    short_help="编辑器补全用的 JSON Schema",
    epilog="\b\n例:\n  zaizao schema\n  zaizao schema 方案\n  zaizao schema 优化对比\n  zaizao schema --输出 .vscode/schema",
)
@click.argument("kind", metavar="种类", type=click.Choice((*_KINDS, _RESULT)), required=False)
@folder_option("写到哪个文件夹,每种文件一份;不写就显示一种。")
def command(kind: str | None, output: Path | None) -> None:
    """显示一种申报文件的 JSON Schema。种类是 事项(默认)、方案、单位、联审联批 或 日历。

    编辑器有了它,写的时候就能补全键名、显示说明、标出写错的地方。
    种类写 优化对比,是 zaizao diff --格式 json 的结果,给别的程序用。
    """
    if kind == _RESULT:
        from renderers.reports import schema

        emit(schema.schema_text(), output / _RESULT_FILE if output else None)
        return
    from processes.declaration.schema_files import schema_text

    if output is None:
        emit(schema_text(kind or "事项"), None)
        return
    for file in write_schemas(output, (kind,) if kind else _KINDS):
        click.echo(f"已写入 {file}", err=True)


def write_schemas(folder: Path, kinds: tuple[str, ...] = _KINDS) -> list[Path]:
    """Write the schemas of some kinds of files, by default all, into ``folder``; the files written."""
    from processes.declaration.schema_files import FILE_NAMES, schema_text

    written = []
    for kind in kinds:
        file = folder / FILE_NAMES[kind]
        write(file, schema_text(kind).encode())
        written.append(file)
    return written

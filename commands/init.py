"""``zaizao init``: a project to begin with: the plan, the editor's help, and departments."""

from __future__ import annotations

import json
from pathlib import Path

import click

from commands._files import write_new
from commands._options import program
from processes.declaration.templates import MARK
from processes.errors import WrongUsage

_EXTENSIONS = '{\n  "recommendations": ["redhat.vscode-yaml"]\n}\n'
"""VS Code offers to install what reads the settings."""


@click.command(
    "init",
    short_help="新建一个项目文件夹",
    epilog="\b\n例:\n  zaizao init 海林\n  zaizao init 示范县 --空",
)
@click.argument("folder", metavar="文件夹", type=click.Path(file_okay=False, path_type=Path))
@click.option("--空", "--empty", "empty", is_flag=True, help="方案留给别的县填写;不写就用海林市的方案。")
def command(folder: Path, empty: bool) -> None:  # noqa: FBT001 - click passes it by name
    """新建一个项目文件夹,放好方案和编辑器的设置;已有的文件不会被覆盖。

    编辑器(VS Code 装 YAML 扩展)打开这个文件夹,写申报时就有键的提示、说明和当场检查。
    """
    from importlib.resources import files

    from commands.schema import write_schemas
    from processes.declaration.drafts import draft_plan, real_part
    from processes.declaration.editor import SCHEMA_FOLDER, editor_settings, modeline
    from processes.declaration.folder import PLAN_FILE, find_project

    around = find_project(folder.resolve())
    drafts = {
        True: draft_plan(),
        False: real_part((files("samples") / "hailin" / PLAN_FILE).read_text(encoding="utf-8")),
    }
    plans = {for_others: f"{modeline(PLAN_FILE, '方案')}\n{text}" for for_others, text in drafts.items()}
    if around == folder.resolve():
        if not _untouched(folder / PLAN_FILE, plans[not empty]):
            raise WrongUsage(
                f"“{folder}”已经是项目文件夹,里面有 {PLAN_FILE},没有改动。新建事项用 {program()} new;"
                f"{PLAN_FILE} 不要了的,先改名或者删掉,再运行一次。"
            )
        (folder / PLAN_FILE).unlink()
    elif around is not None:
        raise WrongUsage(f"“{folder}”在另一个项目“{around}”里面;请换一个地方。")
    write_new(folder / PLAN_FILE, plans[empty])
    write_schemas(folder / SCHEMA_FOLDER)
    settings = json.dumps(editor_settings(), ensure_ascii=False, indent=2) + "\n"
    for name, text in (("settings.json", settings), ("extensions.json", _EXTENSIONS)):
        if not (folder / ".vscode" / name).exists():
            write_new(folder / ".vscode" / name, text)
    click.echo(f"已建立项目 {folder}。")
    click.echo(
        f"{PLAN_FILE} 里标{MARK}的改成本地的实际情况。"
        if empty
        else f"{PLAN_FILE} 是海林市的方案,标{MARK}的改成实际情况;别的县请用 --空。"
    )
    click.echo(f"接着:\n  cd {folder}\n  {program()} new 事项名称 --模板 行政许可 --部门 部门简称")


def _untouched(plan: Path, text: str) -> bool:
    """Whether a plan is the other one that this command puts there, as it was: it may be exchanged."""
    return plan.read_bytes().replace(b"\r\n", b"\n") == text.encode()

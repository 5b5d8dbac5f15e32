"""``zaizao doctor``: what the program found on this computer, and what is missing."""

from __future__ import annotations

import platform
import sys

import click

from processes.errors import CannotBeDone, ZaizaoError

_PACKAGES = (
    "click",
    "rich",
    "networkx",
    "transitions",
    "graphviz",
    "graphviz-pure",
    "python-calamine",
    "PyYAML",
    "XlsxWriter",
    "typst",
)


@click.command("doctor", short_help="检查运行环境", epilog="\b\n例:\n  zaizao doctor")
def command() -> None:
    """检查运行环境:Python、各组件、中文字体、流程图引擎,并实际画一张图、写一张表试试。"""
    from importlib.metadata import PackageNotFoundError, version

    from renderers import trial

    click.echo(f"系统      {platform.system()} {platform.release()}")
    click.echo(f"Python    {sys.version.split()[0]}")
    click.echo(f"文字编码  {sys.stdout.encoding or '不明'}")
    missing = []
    for package in _PACKAGES:
        try:
            click.echo(f"组件      {package} {version(package)}")
        except PackageNotFoundError:
            missing.append(package)
            click.echo(f"组件      {package} 没有找到")
    failed = []
    for name, attempt in trial.TRIALS.items():
        try:
            result = attempt()
        except (ZaizaoError, OSError, RuntimeError, ValueError, ImportError) as error:
            failed.append(name)
            click.echo(f"{name}  不行:{error}")
        else:
            click.echo(f"{name}  正常({result})")
    if missing or failed:
        raise CannotBeDone(f"缺少或不能用:{'、'.join((*missing, *failed))}。请重新安装,或把以上内容交给管理员。")
    click.echo("一切正常。")

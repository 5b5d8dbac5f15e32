"""``zaizao verify-package``: is a 报送包 as it was packed? If not: what was changed, is missing, was added, is torn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._options import EXIT_FINDINGS
from commands._registry import title
from processes.errors import CannotBeDone, WrongUsage, reason

if TYPE_CHECKING:
    from engine.campaign.comparing import Comparison
    from processes.model.package import Defect, Manifest
    from processes.store.registry import Registry

_SHOWN = 10


@click.command(
    "verify-package",
    short_help="核对报送包:打包以后改过没有、少了没有、坏了没有",
    epilog="\b\n例:\n  zaizao verify-package 市场监管局-第3阶段.zip\n  zaizao verify-package 报送包 --登记库 登记.db",
)
@click.argument("packages", metavar="报送包…", type=click.Path(exists=True, path_type=Path), nargs=-1, required=True)
@click.option(
    "--登记库",
    "--database",
    "database",
    metavar="地址",
    help="再和登记库里这个部门、这个阶段报送的比:一个文件,或者 postgresql://用户名:密码@服务器/库名。",
)
@click.pass_context
def command(context: click.Context, packages: tuple[Path, ...], database: str | None) -> None:
    """核对 zaizao package 打的 zip:每个文件和校验清单里的 SHA-256 一样不一样,有没有缺少、多出、损坏,是不是原来的包。

    不解压,也不写文件。写文件夹,就核对里面(和下一层)所有的 zip。

    显示的核验码和报送材料清单(盖了章的纸上)印的一样,才是那一份;不一样,是重新打过的另一份。

    都完好就返回 0,有不对的返回 1。
    """
    from contextlib import nullcontext

    from processes.store.registry import Registry

    files = list(_files(packages))
    bad = 0
    with Registry.open(database, create=False) if database else nullcontext() as registry:
        for file in files:
            manifest, defects = verified(_read(file))
            _tell(file, manifest, defects)
            differs = bool(registry and manifest and not defects and _differs_from_filed(registry, manifest))
            bad += bool(defects) or differs
    if len(files) > 1:
        click.echo(f"{len(files)} 个包,{f'{bad} 个有问题' if bad else '都完好'}。")
    if bad:
        context.exit(EXIT_FINDINGS)


def verified(content: bytes) -> tuple[Manifest | None, tuple[Defect, ...]]:
    """Whose package the bytes of a file are, if that can be said, and all that is wrong with it, by kind and path.

    What no check of a file shows (another order, other times, a byte between two files) shows when the package is made
    again of its files.
    """
    from engine.campaign.verifying import differences
    from processes.intake.package_file import received
    from processes.model.package import Defect, DefectKind
    from renderers.packages.archive import render

    found = received(content)
    if found.manifest is None:
        return None, found.defects
    unreadable = frozenset(one.path for one in found.defects if one.kind is DefectKind.DAMAGED)
    defects = [*found.defects, *differences(found.manifest, found.digests, unreadable)]
    if not defects:
        assert found.contents is None or found.contents.keys() == dict(found.manifest.files).keys()
        listed = found.manifest.files
        files = None if found.contents is None else [(path, found.contents[path]) for path, _ in listed]
        if files is None or render(found.manifest, files) != content:
            message = "里面的文件都和清单一样,但不是原来的包:用别的软件重新压缩过,或者文件以外的字节有改动"
            defects.append(Defect(DefectKind.REPACKED, "", message))
    order = list(DefectKind)
    return found.manifest, tuple(sorted(defects, key=lambda one: (order.index(one.kind), one.path)))


def _files(packages: Iterable[Path]) -> Iterator[Path]:
    """The zips meant; those of a folder in the order of their names."""
    for path in packages:
        if not path.is_dir():
            yield path
            continue
        found = sorted(one for pattern in ("*.zip", "*/*.zip") for one in path.glob(pattern) if one.is_file())
        if not found:
            raise WrongUsage(f"“{path}”里没有 zip。写报送包的文件名,或者放报送包的文件夹。")
        yield from found


def _read(file: Path) -> bytes:
    from processes.intake.package_file import MAX_BYTES

    try:
        if file.stat().st_size > MAX_BYTES:
            raise CannotBeDone(f"“{file}”超过 {MAX_BYTES >> 30} GiB,不像报送包,没有打开。")
        return file.read_bytes()
    except OSError as error:
        raise CannotBeDone(f"“{file}”读不出来:{reason(error)}。") from error


def _tell(file: Path, manifest: Manifest | None, defects: tuple[Defect, ...]) -> None:
    whose = f"{manifest.owner}第{manifest.stage}阶段({manifest.stage_name})" if manifest else ""
    if not defects:
        assert manifest is not None
        click.echo(f"{file}:完好。{whose},{manifest.papers} 个文件。核验码:{manifest.code}")
        return
    click.echo(f"{file}:{whose and f'{whose},'}有 {len(defects)} 处不对:")
    for one in defects:
        click.echo(f"  {one.kind}  {one.path}{one.path and ':'}{one.message}。")


def _differs_from_filed(registry: Registry, manifest: Manifest) -> bool:
    """Whether a paper of a package is another one than was filed; says how it stands to what was."""
    from engine.campaign.comparing import compared
    from renderers.naming import safe

    versions = [one for one in registry.history(stage=manifest.stage) if safe(one.department) == manifest.owner]
    found = compared(manifest, [(one, registry.documents(one.department, one.stage, one.version)) for one in versions])
    if found is None:
        click.echo(f"  登记库:{manifest.owner}第{manifest.stage}阶段没有报送过。")
        return False
    _tell_filed(found)
    return bool(found.differing)


def _tell_filed(found: Comparison) -> None:
    one = found.submission
    if found.differing:
        click.echo(
            f"  登记库:和{title(one)}({one.state})不一样的 {len(found.differing)} 个:{_named(found.differing)}。"
        )
    else:
        click.echo(f"  登记库:{found.same} 个文件和{title(one)}({one.state})一样。")
    if one.version != found.newest.version:
        click.echo(f"  登记库里最近的是第{found.newest.version}版({found.newest.state})。")
    if found.absent:
        click.echo(f"  报送过、包里没有的 {len(found.absent)} 个(涉密的另行报送,或换成了定稿):{_named(found.absent)}。")


def _named(paths: tuple[str, ...]) -> str:
    return "、".join(paths[:_SHOWN]) + ("等" if len(paths) > _SHOWN else "")

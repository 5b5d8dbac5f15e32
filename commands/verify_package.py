"""``zaizao verify-package``: is a 报送包 as it was packed? If not: what was changed, is missing, was added, is torn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._options import EXIT_FINDINGS
from processes.errors import CannotBeDone, WrongUsage, reason

if TYPE_CHECKING:
    from processes.model.package import Defect, Manifest


@click.command(
    "verify-package",
    short_help="核对报送包:打包以后改过没有、少了没有、坏了没有",
    epilog="\b\n例:\n  zaizao verify-package 市场监管局-第3阶段.zip\n  zaizao verify-package 报送包",
)
@click.argument("packages", metavar="报送包…", type=click.Path(exists=True, path_type=Path), nargs=-1, required=True)
@click.pass_context
def command(context: click.Context, packages: tuple[Path, ...]) -> None:
    """核对 zaizao package 打的 zip:每个文件和校验清单里的 SHA-256 一样不一样,有没有缺少、多出、损坏,是不是原来的包。

    不解压,也不写文件。写文件夹,就核对里面(和下一层)所有的 zip。

    显示的核验码和报送材料清单(盖了章的纸上)印的一样,才是那一份;不一样,是重新打过的另一份。

    都完好就返回 0,有不对的返回 1。
    """
    files = list(_files(packages))
    bad = 0
    for file in files:
        manifest, defects = verified(_read(file))
        bad += bool(defects)
        _tell(file, manifest, defects)
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

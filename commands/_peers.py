"""``zaizao diff`` with two targets, and ``--对标``: one matter beside its like."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from commands._sides import Side, broken_note, left_out_note, side_names, side_of
from commands._target import Target, find_target
from processes.errors import WrongUsage

if TYPE_CHECKING:
    from engine.reports.report import Report
    from processes.model.matter import VersionLabel
    from processes.model.process import CheckedMatter

_OTHER_COUNTING = "两边的口径不同,都按{}的口径计算。"


def peers_report_of(paths: Sequence[Path], department: str | None, label: VersionLabel) -> tuple[Report, bool]:
    """The report on two matters, or on the matters of two departments or projects; and whether anything differs."""
    from engine.diff.pairing import pair_matters
    from engine.diff.peers import Peer, compare_peers, compare_sides
    from engine.reports.peers import peer_report, sides_report

    wheres = [find_target(path) for path in paths]
    if department is not None:
        if any(where.file for where in wheres):
            raise WrongUsage("写了 --部门,两个目标就应是项目文件夹。")
        wheres = [Target(where.root) for where in wheres]
    if wheres[0] == wheres[1]:
        raise WrongUsage("两个目标是同一个,没有可比的。")
    if bool(wheres[0].file) != bool(wheres[1].file):
        raise WrongUsage("一个是事项文件,一个是文件夹,不能直接比;要在文件夹里找同类的,用 --对标 事项文件 文件夹。")
    first, second = (side_of(path, department) for path in paths)
    names = side_names([first.home, second.home])
    switches = first.plan.switches
    if first.where.file:
        compared = compare_peers(Peer(names[0], first.matters[0]), Peer(names[1], second.matters[0]), label, switches)
        report, differs = peer_report(compared), compared.differs
    else:
        sides = compare_sides(
            pair_matters(first.matters, second.matters, by_file=False), (names[0], names[1]), label, switches
        )
        report, differs = sides_report(sides), sides.differs
        left = [note for name, side in zip(names, (first, second), strict=True) if (note := left_out_note(name, side))]
        report = replace(report, notes=(*report.notes, *left))
    if second.plan.switches != switches:
        report = replace(report, notes=(*report.notes, _OTHER_COUNTING.format(names[0])))
    return report, differs


def benchmark_report_of(matter: str, paths: Sequence[Path], label: VersionLabel) -> tuple[Report, bool]:
    """The report on a matter (a file, or a name) beside its like in ``paths``; and whether any of them differs."""
    from engine.diff.peers import Peer, compare_peers
    from engine.reports.benchmark import benchmark_report

    sides = _searched(paths)
    where = "、".join(f"“{path}”" for path in paths)
    own, one = _reference(matter, sides, where)
    found = [(own, one), *_like(own, one, sides)]
    if len(found) == 1:
        left = "".join(_not_searched(sides))
        raise WrongUsage(f"除了{one.matter.department}的「{one.matter.name}」,{where}里没有同类的事项。{left}")
    names = side_names([_home(side, one) for side, one in found])
    peers = [Peer(name, one) for name, (_, one) in zip(names, found, strict=True)]
    switches = found[0][0].plan.switches
    compared = [compare_peers(peers[0], peer, label, switches) for peer in peers[1:]]
    report = benchmark_report(peers[0], compared, switches)
    return replace(report, notes=(*report.notes, *_not_searched(sides))), any(one.differs for one in compared)


def _searched(paths: Sequence[Path]) -> list[Side]:
    """Where to look: the targets, each once; a matter file stands for itself."""
    wheres: dict[Target, Path] = {}
    for path in paths:
        wheres.setdefault(find_target(path), path)
    return [side_of(path) for path in wheres.values()]


def _not_searched(sides: Sequence[Side]) -> Iterator[str]:
    """Which matters have errors, and might be what is looked for."""
    for side in sides:
        if side.broken:
            *_, path = side.home
            yield broken_note(f"“{path}”里有错、没有找", side.broken)


def _reference(matter: str, sides: Sequence[Side], where: str) -> tuple[Side, CheckedMatter]:
    """The matter in the file ``matter``, or the first of that name in ``sides``."""
    from engine.diff.pairing import namesakes
    from processes.suggesting import suggest

    if Path(matter).exists():
        own = side_of(Path(matter))
        if not own.where.file:
            raise WrongUsage(f"“{matter}”不是事项文件。--对标 后面写事项文件,或事项名称。")
        return own, own.matters[0]
    for side in sides:
        for one in namesakes(matter, side.matters):
            return side, one
    names = [one.matter.name for side in sides for one in side.matters]
    left = "".join(_not_searched(sides))
    raise WrongUsage(f"{where}里没有叫“{matter}”的事项。{suggest(matter, names)}{left}")


def _like(own: Side, reference: CheckedMatter, sides: Sequence[Side]) -> Iterator[tuple[Side, CheckedMatter]]:
    """Its namesakes in each side; where there is none, the matter that is most like it."""
    from engine.diff.pairing import most_like, namesakes

    for side in sides:
        others = [one for one in side.matters if not _is_same(own, reference, side, one)]
        for one in namesakes(reference.matter.name, others) or most_like(reference, others):
            yield side, one


def _is_same(own: Side, reference: CheckedMatter, side: Side, one: CheckedMatter) -> bool:
    return own.where.root == side.where.root and reference.matter.file == one.matter.file


def _home(side: Side, one: CheckedMatter) -> tuple[str, str, str, str, str]:
    city, folder, *_ = side.home
    return city, folder, one.matter.department, one.matter.name, side.where.shown(one.matter.file)

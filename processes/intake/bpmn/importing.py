"""A BPMN file → a matter file: ours as it was or was changed, a strange one with marks where facts are missing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import cast

from processes.compilation.standard import standard_branches
from processes.declaration.composing import Noted, compose_matter
from processes.declaration.unreading import Tree
from processes.errors import CannotBeDone, WrongUsage
from processes.intake.bpmn.naming import sound_name, star
from processes.intake.bpmn.notes import Note, Notes
from processes.intake.bpmn.reading import Drawn, read
from processes.intake.bpmn.sketch import Sketch
from processes.intake.bpmn.step_trees import Around
from processes.intake.bpmn.untangling import untangled
from processes.intake.bpmn.verbatim import Told, gives, matter_of, told
from processes.model.matter import Matter
from processes.model.vocabulary import MatterType

BEFORE, AFTER = "优化前", "优化后"
_OFFICE = "综合股"
"""Who holds the file where neither the drawing nor the caller says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """A matter as read.

    ``inherited``: keys whose values came from 默认 of the project it was exported from; ``file``: the name of the file
    it was exported from, empty if it was not; ``exact``: it is what was exported, nothing was changed or guessed.
    """

    name: str
    tree: dict[str, Tree]
    notes: tuple[Note, ...]
    inherited: tuple[str, ...] = ()
    file: str = ""
    exact: bool = False

    def text(self, without: tuple[str, ...] = ()) -> str:
        """The matter file, without some keys."""
        return compose_matter({name: value for name, value in self.tree.items() if name not in without})


def import_bpmn(content: bytes, *, name: str = "", office: str = "", process: str = "") -> Imported:
    """The matter that a BPMN file holds.

    ``name``: what the matter is called if the file does not say; ``office``: who holds the file where no lane says so;
    ``process``: name or id of the process meant, the one with the most steps by default. Raises ``CannotBeDone`` for
    what cannot be read, ``WrongUsage`` where there is no such process.
    """
    notes = Notes()
    drawn = read(content, notes)
    if drawn.is_ours:
        return _ours(drawn, office or _OFFICE, notes)
    return _strange(drawn, name, office or _OFFICE, process, notes)


# ---------------------------------------------------------------------------------------------- ours


def _ours(drawn: Drawn, office: str, notes: Notes) -> Imported:
    sketches = {one.version: one for one in drawn.sketches if one.version}
    for one in drawn.sketches:
        if not one.version:
            notes.left(f"另一个流程「{one.name or one.id}」({one.steps} 个环节)", one.line)
    exact = _complete(drawn, sketches, {label: told(sketch) for label, sketch in sketches.items()})
    matter = matter_of(exact) if exact else None
    if exact and matter and _proven(matter, sketches):
        notes.taken(f"{sum(one.steps for one in drawn.sketches)} 个环节和全部申报内容,同导出时一样")
        return Imported(
            name=matter.name,
            tree=exact,
            notes=notes.all,
            inherited=drawn.inherited,
            file=drawn.file,
            exact=True,
        )
    if AFTER not in sketches and AFTER not in drawn.facts:
        notes.guessed("文件里没有优化后的流程,写成 不变")
        drawn = replace(drawn, facts={**drawn.facts, AFTER: "不变"})
    changed = {label: untangled(sketch, _around(sketch, drawn, office), notes) for label, sketch in sketches.items()}
    tree = _complete(drawn, sketches, dict(changed))
    assert tree is not None
    if AFTER in sketches:
        _rename(tree[AFTER], _names(sketches[BEFORE]), notes)
    _switch_off(tree, sketches, notes)
    notes.guessed("图和导出时不一样了:流程按现在的图写,环节的时限、程序等照导出时的")
    return Imported(
        name=str(tree.get("名称", "")), tree=tree, notes=notes.all, inherited=drawn.inherited, file=drawn.file
    )


def _names(sketch: Sketch) -> dict[str, str]:
    """What a step of 优化前 was called, or its 标识 → what it is called now; steps that are gone are not in it."""
    names: dict[str, str] = {}
    for spot in sketch.spots:
        key = str(spot.facts.get("标识", spot.name)) if spot.facts else spot.name
        names |= {spot.was or spot.name: key, key: key}
    return names


def _rename(tree: Tree, names: dict[str, str], notes: Notes) -> None:
    """Let 沿自 name the steps of 优化前 as they are called now; those taken out of the drawing are left out."""
    for one in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        _rename(one, names, notes)
    if not isinstance(tree, dict) or not isinstance(tree.get("沿自"), list) or "环节" not in tree:
        return
    origins = [str(one) for one in cast("list[Tree]", tree["沿自"])]
    for one in origins:
        if one not in names:
            notes.left(f"环节「{tree['环节']}」的沿自「{one}」:优化前的图里已经没有这个环节")
    kept: list[Tree] = [names[one] for one in origins if one in names]
    tree["沿自"] = kept or "无"


def _around(sketch: Sketch, drawn: Drawn, office: str) -> Around:
    offices = sketch.facts.get("承办", drawn.facts.get("承办"))
    names = tuple(map(str, offices)) if isinstance(offices, list) else ()
    return Around(office, names)


def _proven(matter: Matter, sketches: dict[str, Sketch]) -> bool:
    versions = {str(version.label): version for version in matter.versions}
    return all(label in versions and gives(matter, versions[label], sketch) for label, sketch in sketches.items())


def _complete(drawn: Drawn, sketches: dict[str, Sketch], parts: dict[str, Told | None]) -> dict[str, Tree] | None:
    """The whole declaration; None where one of the processes could not be told."""
    if None in parts.values():
        return None
    processes = cast("dict[str, Told]", parts)
    tree = dict(drawn.facts)
    before = tree[BEFORE] = _version(sketches[BEFORE], processes[BEFORE])
    if AFTER in processes:
        after = _version(sketches[AFTER], processes[AFTER])
        changed = {
            key: value for key, value in after.items() if key not in ("流程", "支线") or value != before.get(key)
        }
        branches = changed.get("支线")
        if isinstance(branches, dict):
            old = cast("dict[str, Tree]", before.get("支线", {}))
            changed["支线"] = {name: value for name, value in branches.items() if old.get(name) != value}
            if not changed["支线"]:
                del changed["支线"]
        tree[AFTER] = cast("Tree", changed or after)
    return tree


def _version(sketch: Sketch, part: Told) -> dict[str, Tree]:
    facts = dict(sketch.facts)
    off = facts.pop("支线", {})
    branches = {**cast("dict[str, Tree]", off), **part.branches}
    tree: dict[str, Tree] = {**facts, "流程": part.entries}
    return {**tree, "支线": branches} if branches else tree


def _switch_off(tree: dict[str, Tree], sketches: dict[str, Sketch], notes: Notes) -> None:
    """A standard branch that was taken out of the drawing does not come again by itself."""
    matter = matter_of(tree)
    if matter is None:
        return
    for label, sketch in sketches.items():
        version = cast("dict[str, Tree]", tree[label])
        drawn = {spot.branch for spot in sketch.spots if spot.branch}
        materials = matter.before.materials if label == BEFORE or matter.after is None else matter.after.materials
        for branch in standard_branches(matter.type, matter.kind):
            branches = cast("dict[str, Tree]", version.get("支线", {}))
            if branch.name not in drawn and branch.name not in branches and not (branch.returns and not materials):
                version["支线"] = {**branches, branch.name: "无"}
                notes.guessed(f"{label}的图里没有标准支线「{branch.name}」,写成 无", sketch.line)


# ---------------------------------------------------------------------------------------------- strange


def _strange(drawn: Drawn, name: str, office: str, process: str, notes: Notes) -> Imported:
    sketch = _chosen(drawn, process)
    for one in drawn.sketches:
        if one is not sketch:
            notes.left(
                f"另一个流程「{one.name or one.id}」({one.steps} 个环节);要导入它,写 --流程 {one.name or one.id}",
                one.line,
            )
    part = untangled(sketch, Around(office), notes)
    if not part.entries:
        raise CannotBeDone(f"流程「{sketch.name or sketch.id}」里没有连得上的环节,没有可以导入的。")
    called = sound_name(sketch.name or name or drawn.name, "未命名事项", sketch.line, notes)
    notes.taken(f"流程「{called}」的 {sketch.steps} 个环节", sketch.line)
    before: dict[str, Tree] = {
        "承办": Noted(office, star("承办的内设机构")),
        "时限": Noted("无", star("承诺办多少天,如 20工作日")),
        "流程": part.entries,
        "材料": Noted("无", star("要交的材料,一行一件")),
    }
    if part.branches:
        before["支线"] = part.branches
    tree: dict[str, Tree] = {
        "名称": Noted(called, star("按公布的名称写")),
        "类型": Noted(str(MatterType.OTHER), star("行政审批事项、其他行政权力事项、公共服务事项")),
        "依据": Noted("无", star("按效力层级写,如下一层 法律: 《…》第×条")),
        "相对人": Noted("无", star("企业、个人等")),
        "法定时限": Noted("无", star("如 20工作日(《…》第×条)")),
        "出具": Noted("无", star("文书或证照名称")),
        "条件": Noted("无", star("办理条件")),
        BEFORE: before,
        AFTER: "不变",
    }
    return Imported(name=called, tree=tree, notes=notes.all)


def _chosen(drawn: Drawn, process: str) -> Sketch:
    if not process:
        return max(drawn.sketches, key=lambda one: one.steps)
    found = [one for one in drawn.sketches if process in (one.name, one.id)]
    if not found:
        names = "、".join(one.name or one.id for one in drawn.sketches)
        raise WrongUsage(f"文件里没有叫“{process}”的流程;有:{names}。")
    return found[0]

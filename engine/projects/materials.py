"""共用材料: what the matters of 一件事 ask for, and what of it is the same paper.

Two materials are one only if their folded names are equal, or if both are said to be 可共享 and differ only in being a
copy or an original; likeness is never guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from processes.model.folding import fold_name
from processes.model.matter import Material, Matter, Version
from processes.model.project import Project
from processes.model.workspace import Workspace

RULE = "名称相同的算一件;都写明“可共享”、只差“原件”“复印件”字样的也算一件。按种类数,不按份数。"

_COPY = re.compile(r"\(?(?:原件及复印件|原件和复印件|复印件|原件)\)?$")


@dataclass(frozen=True, slots=True)
class JointMaterial:
    """A paper, and the positions of the matters that ask for it before and after the reform."""

    name: str
    before: tuple[int, ...]
    after: tuple[int, ...]

    @property
    def is_shared(self) -> bool:
        """Whether more than one matter asks for it, in one version or the other."""
        return max(len(self.before), len(self.after)) > 1


@dataclass(frozen=True, slots=True)
class JointMaterials:
    """The matters that a project is tied to, and their materials: shared ones first, else as the matters have them.

    ``names`` are those of the rows that are tied to the matters, which are shorter than the matters' own. ``asked`` are
    the materials of every matter added up, before and after.
    """

    matters: tuple[Matter, ...]
    names: tuple[str, ...]
    materials: tuple[JointMaterial, ...]
    asked: tuple[int, int]

    @property
    def merged(self) -> tuple[int, int]:
        """The kinds of paper if each is handed in once, before and after."""
        return sum(bool(one.before) for one in self.materials), sum(bool(one.after) for one in self.materials)


def joint_materials(project: Project, workspace: Workspace) -> JointMaterials:
    """The materials of the matters to which rows of either version are tied, each matter once."""
    tied: dict[str, str] = {}
    for task in (*project.before, *project.after):
        if workspace.named(task.matter) is not None:
            tied.setdefault(task.matter, task.name)
    matters = tuple(matter for path in tied if (matter := workspace.named(path)) is not None)
    names: dict[str, str] = {}
    before: dict[str, list[int]] = {}
    after: dict[str, list[int]] = {}
    for index, matter in enumerate(matters):
        for asked, version in ((before, matter.before), (after, matter.after)):
            for material in _materials(version):
                key = _key(material)
                names.setdefault(key, material.name)
                holders = asked.setdefault(key, [])
                if index not in holders:
                    holders.append(index)
    papers = [JointMaterial(name, tuple(before.get(key, ())), tuple(after.get(key, ()))) for key, name in names.items()]
    papers.sort(key=lambda one: not one.is_shared)
    return JointMaterials(
        matters,
        tuple(tied.values()),
        tuple(papers),
        (
            sum(len(_materials(matter.before)) for matter in matters),
            sum(len(_materials(matter.after)) for matter in matters),
        ),
    )


def _materials(version: Version | None) -> tuple[Material, ...]:
    return version.materials if version else ()


def _key(material: Material) -> str:
    name = fold_name(material.name)
    return f"可共享 {_COPY.sub('', name)}" if material.shared else name

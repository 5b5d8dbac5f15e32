"""What ``zaizao build`` draws on a day axis: projects of 联审联批, and the limits of a department's matters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from processes.model.findings import Severity

if TYPE_CHECKING:
    from engine.projects.overview import ProjectOverview
    from processes.checking import Checked
    from processes.model.plan import Switches
    from processes.model.process import CheckedMatter
    from renderers.timelines import Picture

LIMITS = "办理时限压缩图"
"""Name of the picture of a department's limits."""


@dataclass(frozen=True, slots=True)
class ProjectUnit:
    """The network of a project, before above after; ``name`` is the path up to the ending."""

    overview: ProjectOverview
    name: str

    def depends_on(self, keys: Mapping[str, str]) -> object:  # noqa: ARG002 - one signature for all units
        """What the products are made from: the overview has all of it."""
        return self.overview

    def make(self) -> list[tuple[str, bytes]]:
        """SVG and PNG."""
        from renderers.timelines import project_pictures

        return _products(self.name, project_pictures(self.overview))


@dataclass(frozen=True, slots=True)
class LimitsUnit:
    """The limits of all matters of a department before and after; ``department`` is its full name."""

    department: str
    switches: Switches
    matters: tuple[CheckedMatter, ...]
    name: str

    def depends_on(self, keys: Mapping[str, str]) -> object:
        """What the products are made from; a matter is represented by its key (file → key)."""
        return self.department, self.switches, [keys[checked.matter.file] for checked in self.matters]

    def make(self) -> list[tuple[str, bytes]]:
        """SVG and PNG."""
        from renderers.timelines import limits_pictures

        return _products(self.name, limits_pictures(self.department, self.matters, self.switches))


def _products(name: str, pictures: Sequence[Picture]) -> list[tuple[str, bytes]]:
    from renderers.flowcharts.painting.raster import to_png

    return [
        product
        for picture in pictures
        for product in ((f"{name}.svg", picture.svg.encode()), (f"{name}.png", to_png(picture.svg)))
    ]


def project_units(checked: Checked, folder: str) -> Iterator[ProjectUnit]:
    """The projects that hold together and have a time to show, in ``folder``; the others are told by their findings."""
    from engine.projects.overview import overview_of
    from processes.declaration.folder import PROJECTS_FOLDER
    from renderers.naming import safe

    assert checked.workspace is not None
    broken = {finding.place.file for finding in checked.findings if finding.severity is Severity.ERROR}
    for project in checked.workspace.projects:
        if project.file in broken:
            continue
        overview = overview_of(project, checked.workspace)
        if not overview.obstacle:
            stem = project.file.rpartition("/")[2].removesuffix(".yaml")
            yield ProjectUnit(overview, f"{folder}/{PROJECTS_FOLDER}/{safe(stem)}")

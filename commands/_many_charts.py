"""Charts of a whole department: one PDF with contents, or a folder with a file for each matter.

One chart that cannot be drawn costs no other: it is named, and the rest is made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from commands._charts import Asked, Timed, chart_files, timed_file, timed_matter, timed_section
from commands._files import write
from commands._left_out import Sorted, secret_note, sorted_out
from commands._options import EXIT_CANNOT, EXIT_FINDINGS
from commands._progress import progress
from processes.errors import CannotBeDone, WrongUsage

if TYPE_CHECKING:
    from processes.model.department import Department
    from processes.model.plan import Plan
    from processes.model.process import CheckedMatter
    from renderers.flowcharts import Chart, Comparison, DrawingError, Section

T = TypeVar("T")

BATCH = 16
"""Charts of one run of graphviz: more do not make it faster, and the bar of progress should move."""

TITLES = {
    "前": "工作流程图(优化前)",
    "后": "工作流程图(优化后)",
    "差异": "流程优化对照图",
    "对比": "流程优化前后对比图",
    "时限": "办理时限图",
}
"""What the charts of a view are called together."""


@dataclass
class Charts:
    """The charts of one view of a department, and what became of them."""

    department: Department
    plan: Plan
    matters: Sequence[CheckedMatter]
    names: dict[str, str]
    asked: Asked
    failed: list[str] = field(default_factory=list)

    @cached_property
    def sorted(self) -> Sorted:
        """The matters that have a chart here, and those that have none."""
        return sorted_out(self.matters, after=self.asked.view == "后")

    @property
    def shown(self) -> tuple[CheckedMatter, ...]:
        """The matters that have a chart."""
        return self.sorted.shown

    def require_some(self) -> None:
        """Raise ``WrongUsage`` where no matter has a chart, with what can be drawn instead."""
        if self.shown:
            return
        if self.sorted.cancelled:
            how = "都取消或者涉密" if self.sorted.secret else "都取消"
            raise WrongUsage(f"这个单位的事项优化后{how},没有流程图;可以画 --视图 前、差异。")
        raise WrongUsage("这个单位的事项都涉密,不合在一起画;目标写事项文件,一个一个画。")

    def name(self, matter: CheckedMatter) -> str:
        """编号-名称."""
        return self.names[matter.matter.file]

    def as_book(self, path: Path) -> None:
        """All of them in one PDF at ``path``. Raises ``CannotBeDone`` when none can be drawn."""
        from renderers.flowcharts import document

        sections = [
            replace(section, title=matter.matter.name)
            for matter, section in self._made(self._sections)
            if section is not None
        ]
        if not sections:
            raise self._nothing()
        title = f"{self.department.full_name}{TITLES[self.asked.view]}"
        write(path, document(title, sections, contents=True, notes=tuple(self.sorted.notes())))
        pages = sum(len(section.leaves) for section in sections)
        click.echo(f"已写入 {path}({len(sections)} 个事项,图 {pages} 页)")

    def as_files(self, folder: Path) -> None:
        """Each in a file of its own in ``folder``. Raises ``CannotBeDone`` when none can be drawn."""
        count = 0
        for matter, content in self._made(self._files):
            if content is not None:
                write(folder / f"{self.name(matter)}-{self.asked.view}{self.asked.ending}", content)
                count += 1
        if not count:
            raise self._nothing()
        click.echo(f"已写入 {count} 个文件,在 {folder}")

    def as_limits(self, path: Path) -> None:
        """The limits of all of them in one picture, or on the pages of a PDF, at ``path``."""
        from renderers.timelines import limits_pictures

        make = partial(limits_pictures, self.department.full_name, self.matters, self.plan.switches)
        write(path, timed_file(Timed(lambda: make()[0], lambda: make(on_paper=True)), self.asked))
        click.echo(f"已写入 {path}({len(self.shown)} 个事项)")

    def tell(self, left_out: Sequence[str]) -> int:
        """Say what was not drawn and why; the exit code."""
        for matter in self.sorted.cancelled:
            click.echo(f"优化后取消,没有流程图:{self.name(matter)}", err=True)
        if self.sorted.secret:
            click.echo(secret_note(len(self.sorted.secret)), err=True)
        for file in left_out:
            click.echo(f"申报不完整,没有画:{file};用 zaizao check 看问题。", err=True)
        return EXIT_CANNOT if self.failed else EXIT_FINDINGS if left_out else 0

    def _nothing(self) -> CannotBeDone:
        return CannotBeDone(f"一张图也没有画成:{'、'.join(self.failed)}。")

    def _made(
        self, make: Callable[[Sequence[CheckedMatter]], Sequence[T | DrawingError]]
    ) -> Iterator[tuple[CheckedMatter, T | None]]:
        """Each matter with what ``make`` gives for it; None, and a message, where it gives a failure."""
        from renderers.flowcharts import DrawingError

        with progress("画图", len(self.shown)) as advance:
            for start in range(0, len(self.shown), BATCH):
                batch = self.shown[start : start + BATCH]
                for matter, result in zip(batch, make(batch), strict=True):
                    if isinstance(result, DrawingError):
                        self.failed.append(self.name(matter))
                        click.echo(f"没有画成:{self.name(matter)}({result})", err=True)
                    yield matter, None if isinstance(result, DrawingError) else result
                    advance()

    def _sections(self, matters: Sequence[CheckedMatter]) -> Sequence[Section | DrawingError]:
        from renderers.flowcharts import printed
        from renderers.flowcharts.painting.failures import attempted, passed

        if self.asked.view == "时限":
            return [attempted(partial(timed_section, self._timed(matter))) for matter in matters]
        return passed(self._charts(matters), partial(printed, layout=self.asked.layout))

    def _files(self, matters: Sequence[CheckedMatter]) -> Sequence[bytes | DrawingError]:
        from renderers.flowcharts.painting.failures import attempted, passed

        if self.asked.view == "时限":
            return [attempted(partial(timed_file, self._timed(matter), self.asked)) for matter in matters]
        return passed(self._charts(matters), partial(chart_files, asked=self.asked, unit=self.department.full_name))

    def _charts(self, matters: Sequence[CheckedMatter]) -> list[Chart | Comparison | DrawingError]:
        from renderers.flowcharts import View, view_of
        from renderers.flowcharts.painting.failures import attempted

        view, switches, unit = View(self.asked.view), self.plan.switches, self.department.full_name
        return [attempted(partial(view_of, view, matter, switches, unit)) for matter in matters]

    def _timed(self, matter: CheckedMatter) -> Timed:
        return timed_matter(matter, self.plan, self.department)

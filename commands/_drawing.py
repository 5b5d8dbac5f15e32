"""A picture as a value that shows itself in a notebook and saves itself in any format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from commands._charts import LEAST_DPI, MOST_DPI, USUAL_DPI, Asked, Timed, chart_files, made, timed_section
from commands._files import write
from processes.errors import CannotBeDone, WrongUsage
from renderers.flowcharts import DrawingError, document, to_png, to_svg
from renderers.timelines import time_picture

if TYPE_CHECKING:
    from processes.model.plan import Switches
    from processes.model.process import CheckedMatter
    from renderers.flowcharts import Chart, Comparison, Layout


@dataclass(frozen=True, slots=True)
class Drawing:
    """A flowchart, or a picture on a day axis; ``others``: ending → what makes that format from the same chart."""

    svg: str
    others: Mapping[str, Callable[[], bytes]]

    @property
    def png(self) -> bytes:
        """The picture at 192 dpi."""
        return to_png(self.svg)

    @property
    def pdf(self) -> bytes:
        """As many pages of A4 or A3 as can be read."""
        return self.others[".pdf"]()

    def save(self, path: str | Path, dpi: int = USUAL_DPI) -> Path:
        """Write the picture, with the folders above; the ending says how.

        It is svg, png (``dpi`` pixels an inch) or pdf; of a flowchart also docx or gv. Raises ``WrongUsage`` for
        another ending or a ``dpi`` out of range, ``CannotBeDone`` where nothing can be drawn or written.
        """
        path = Path(path)
        if path.is_dir():
            raise WrongUsage(f"“{path}”是文件夹,请写上文件名,如 {path / '图.svg'}。")
        ending = path.suffix.lower()
        known = (".svg", ".png", *self.others)
        if ending not in known:
            endings = "、".join(one.removeprefix(".") for one in known)
            raise WrongUsage(f"不会画“{ending or path.name}”格式;后缀应是 {endings} 之一。")
        if ending == ".png" and not LEAST_DPI <= dpi <= MOST_DPI:
            raise WrongUsage(f"分辨率 {dpi} 不行,应在 {LEAST_DPI} 到 {MOST_DPI} 之间。")
        try:
            write(path, self._content(ending, dpi))
        except DrawingError as error:
            raise CannotBeDone(f"没有画成:{error}。") from error
        return path

    def _content(self, ending: str, dpi: int) -> bytes:
        if ending == ".png":
            return to_png(self.svg, dpi)
        return self.svg.encode() if ending == ".svg" else self.others[ending]()

    def _repr_svg_(self) -> str:
        return self.svg


def of_chart(chart: Chart | Comparison, layout: Layout, unit: str) -> Drawing:
    """A flowchart; ``unit`` is the author of the document. Raises ``DrawingError``."""

    def other(ending: str) -> bytes:
        return made(chart_files((chart,), Asked("", layout, USUAL_DPI, ending), unit)[0])

    return Drawing(to_svg(chart, layout), {ending: partial(other, ending) for ending in (".pdf", ".docx", ".gv")})


def of_times(matter: CheckedMatter, switches: Switches, unit: str) -> Drawing:
    """The limits of a matter on a day axis; ``unit`` is the full name of its department."""
    picture = time_picture(matter, switches, unit)

    def pages() -> bytes:
        section = timed_section(Timed(lambda: picture, lambda: (picture,)))
        return document(section.title, (section,))

    return Drawing(picture.svg, {".pdf": pages})

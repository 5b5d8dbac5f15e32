"""Small trials of what the renderers need, for ``zaizao doctor``: each makes something real and says what it made."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from engine.annexes.form import Cell, Column, Form, Heading
from processes.model.glyphs import missing
from renderers import fonts
from renderers.flowcharts import DrawingError, to_png
from renderers.flowcharts.painting import rendering
from renderers.forms.xlsx import workbook

_WORDS = "再造流程"


def _font() -> str:
    if lacking := missing(_WORDS):
        raise RuntimeError(f"字体缺字:{'、'.join(sorted(lacking))}")
    return f"{fonts.FAMILY},随程序安装"


def _engine() -> str:
    return rendering.program().name


def _chart() -> str:
    (drawn,) = rendering.drawn(['digraph { layout=nop2 甲 [pos="10,10"] }'])
    if isinstance(drawn, DrawingError) or "甲" not in drawn:
        raise RuntimeError("画出来的图里没有文字")
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40" viewBox="0 0 120 40">'
        f'<text x="10" y="26" font-family="{fonts.FAMILY}" font-size="20">{_WORDS}</text></svg>'
    )
    return f"试画一张 PNG,{len(to_png(svg))} 字节"


def _workbook() -> str:
    heading = Heading("试", 0, 0)
    form = Form("附件0", "附件0", _WORDS, _WORDS, (heading,), (Column("a", "试"),), 1, ((Cell("=1+1"),),))
    return f"试写一份 xlsx,{len(workbook(form))} 字节"


TRIALS: Mapping[str, Callable[[], str]] = {
    "中文字体": _font,
    "流程图引擎": _engine,
    "流程图": _chart,
    "表格": _workbook,
}
"""What is tried → the trial; it raises when something does not work."""

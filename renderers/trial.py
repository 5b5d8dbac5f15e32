"""Small trials of what the renderers need, for ``zaizao doctor``: each makes something real and says what it made."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import graphviz

from renderers import fonts

_WORDS = "再造流程"


def _font() -> str:
    missing = fonts.missing(_WORDS)
    if missing:
        raise RuntimeError(f"字体缺字:{'、'.join(sorted(missing))}")
    return f"{fonts.FAMILY},随程序安装"


def _engine() -> str:
    from renderers.flowcharts.drawing import dot_version

    return dot_version()


def _chart() -> str:
    from renderers.flowcharts.raster import to_png

    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40">'
        f'<text x="10" y="26" font-family="{fonts.FAMILY}" font-size="20">{_WORDS}</text></svg>'
    )
    return f"PNG {len(to_png(svg))} 字节"


TRIALS: Mapping[str, Callable[[], str]] = {"中文字体": _font, "流程图引擎": _engine, "流程图转图片": _chart}
"""What is tried → the trial; it raises when something does not work."""

"""How long each stage of the product takes, and the texts it gives graphviz, without changing how it is called."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from renderers.flowcharts import formats
from renderers.flowcharts.painting import pictures
from renderers.flowcharts.painting import rendering as graphviz
from renderers.flowcharts.sheets import page

LAYOUT, PAGE, DOT, GRAPHVIZ, SVG, PNG = "layout", "page", "DOT", "graphviz", "SVG", "PNG"
STAGES = (LAYOUT, PAGE, DOT, GRAPHVIZ, SVG, PNG)

_CALLED: tuple[tuple[str, object, str], ...] = (
    (LAYOUT, page, "drawing_of"),
    (PAGE, formats, "page_of"),
    (DOT, pictures, "dot_of"),
    (GRAPHVIZ, pictures, "drawn"),
    (SVG, pictures, "finished"),
)
"""Stage → the name by which its one caller knows it."""


@dataclass(slots=True)
class Watch:
    """Seconds by stage, and the DOT texts since :meth:`forget`."""

    seconds: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    texts: list[str] = field(default_factory=list)

    def timed(self, stage: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """The same, its time noted."""

        def run(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever the function takes and gives
            start = time.perf_counter()
            result = work(*given, **named)
            self.seconds[stage] += time.perf_counter() - start
            if stage == GRAPHVIZ:
                self.texts += given[0]
            return result

        return run

    def own(self) -> dict[str, float]:
        """Seconds by stage, those of the layout taken out of the page, which calls it."""
        return {stage: self.seconds[stage] - (self.seconds[LAYOUT] if stage == PAGE else 0.0) for stage in STAGES}


@contextmanager
def watched() -> Iterator[Watch]:
    """Everything drawn meanwhile is watched."""
    watch = Watch()
    before = [(module, name, getattr(module, name)) for _, module, name in _CALLED]
    for (stage, module, name), (_, _, work) in zip(_CALLED, before, strict=True):
        setattr(module, name, watch.timed(stage, work))
    try:
        yield watch
    finally:
        for module, name, work in before:
            setattr(module, name, work)


def graphviz_alone(texts: Sequence[str]) -> int:
    """The same texts through graphviz: how many pictures."""
    return sum(isinstance(one, str) for one in graphviz.drawn(texts))

"""Pages → SVG, any number at once: one graphviz process, and a page that fails costs no other."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from renderers.flowcharts.painting.dot import dot_of
from renderers.flowcharts.painting.failures import DrawingError, attempted, passed
from renderers.flowcharts.painting.rendering import drawn
from renderers.flowcharts.painting.svg import finished

if TYPE_CHECKING:
    from collections.abc import Sequence

    from renderers.flowcharts.painting.words import Words
    from renderers.flowcharts.sheets.page import Page


@dataclass(frozen=True, slots=True)
class Subject:
    """A page to be painted, and what it shows in words."""

    page: Page
    words: Words


def painted(subjects: Sequence[Subject]) -> tuple[str | DrawingError, ...]:
    """The SVG of each, in order, or why there is none."""
    texts = [attempted(partial(dot_of, subject.page)) for subject in subjects]
    return tuple(
        raw if isinstance(raw, DrawingError) else attempted(partial(finished, raw, subject.page, subject.words))
        for subject, raw in zip(subjects, passed(texts, drawn), strict=True)
    )

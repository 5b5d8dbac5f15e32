"""Pages → SVG, any number at once: one graphviz process, and a page that fails costs no other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from renderers.flowcharts.painting.dot import dot_of
from renderers.flowcharts.painting.rendering import DrawingError, drawn
from renderers.flowcharts.painting.svg import finished

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from renderers.flowcharts.painting.words import Words
    from renderers.flowcharts.sheets.page import Page


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Subject:
    """A page to be painted, and what it shows in words."""

    page: Page
    words: Words


def painted(subjects: Sequence[Subject | DrawingError]) -> tuple[str | DrawingError, ...]:
    """The SVG of each, in order; what has failed before stays failed."""
    ready = [subject for subject in subjects if isinstance(subject, Subject)]
    pictures = iter(drawn([dot_of(subject.page) for subject in ready]))
    found: list[str | DrawingError] = []
    for subject in subjects:
        if isinstance(subject, DrawingError):
            found.append(subject)
            continue
        raw = next(pictures)
        found.append(raw if isinstance(raw, DrawingError) else finished(raw, subject.page, subject.words))
    return tuple(found)


def attempted(title: str, make: Callable[[], T]) -> T | DrawingError:
    """What ``make`` gives, or that it failed: what is wrong with one chart must not cost the others of its batch."""
    try:
        return make()
    except Exception as error:  # noqa: BLE001 - see above; what went wrong is told with the name of the chart
        failed = DrawingError(f"“{title}”没有画成:{type(error).__name__} {error}")
        failed.__cause__ = error
        return failed


def whole(results: Sequence[T | DrawingError]) -> tuple[T, ...]:
    """All results; raises the first failure there is."""
    found: list[T] = []
    for result in results:
        if isinstance(result, DrawingError):
            raise result
        found.append(result)
    return tuple(found)

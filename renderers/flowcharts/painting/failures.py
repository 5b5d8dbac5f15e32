"""One chart that fails costs no other: results stand beside failures, in the order of what was asked for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")
R = TypeVar("R")


class DrawingError(Exception):
    """Why one chart could not be drawn, for who knows which one it is; the others of its batch were."""


def attempted(make: Callable[[], T]) -> T | DrawingError:
    """What ``make`` gives, or why it failed: what is wrong with one chart must not cost the others of its batch."""
    try:
        return make()
    except DrawingError as error:
        return error
    except Exception as error:  # noqa: BLE001 - see above; whoever asked for the chart is told
        found = DrawingError(f"{type(error).__name__} {error}")
        found.__cause__ = error
        return found


def passed(
    items: Sequence[T | DrawingError], make: Callable[[Sequence[T]], Sequence[R | DrawingError]]
) -> tuple[R | DrawingError, ...]:
    """What ``make`` gives for all items that have not failed, in their places; failures stay where they are."""
    made = iter(make([item for item in items if not isinstance(item, DrawingError)]))
    return tuple(item if isinstance(item, DrawingError) else next(made) for item in items)


def then(result: T | DrawingError, make: Callable[[T], R]) -> R | DrawingError:
    """What ``make`` gives for a result; a failure stays what it is."""
    return result if isinstance(result, DrawingError) else attempted(partial(make, result))


def followed(results: Sequence[T | DrawingError], make: Callable[[T], R]) -> tuple[R | DrawingError, ...]:
    """The same for each of several."""
    return tuple(then(result, make) for result in results)


def whole(results: Sequence[T | DrawingError]) -> tuple[T, ...]:
    """All results; raises the first failure there is."""
    found: list[T] = []
    for result in results:
        if isinstance(result, DrawingError):
            raise result
        found.append(result)
    return tuple(found)

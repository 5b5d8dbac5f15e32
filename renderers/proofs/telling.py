"""One answer of a proof as lines of text, of whatever it was asked."""

from __future__ import annotations

from collections.abc import Iterator

from engine.properties.answers import Answer, Status


def status_of(one: Answer) -> str:
    """What has to be mended is called 问题, all else by its name."""
    return "问题" if one.status is Status.BROKEN else one.status.value


def explained(one: Answer) -> Iterator[str]:
    """What there is to say of it: the message, the run that shows it, what to do."""
    yield f"  {one.message}"
    if one.run:
        yield f"  走法:{' → '.join(one.run)}"
    if one.hint:
        yield f"  → {one.hint}"

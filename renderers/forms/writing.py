"""What every written file has to mind: characters that none can hold, and a date that is not the clock's."""

from __future__ import annotations

import re
from datetime import UTC, datetime

CREATED = datetime(2017, 1, 1, tzinfo=UTC)
"""Stands in the properties of a file instead of the clock."""

_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def writable(text: str) -> str:
    """The text with what XML 1.0 forbids replaced where one sees it."""
    return _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)

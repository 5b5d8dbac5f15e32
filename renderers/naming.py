"""Names of the files we make: unique in their folder, short, and allowed on Windows, macOS and Linux."""

from __future__ import annotations

import re
from collections.abc import Iterable

from processes.model.matter import Matter

LONGEST = 80
LONGEST_BYTES = 240
"""Characters and bytes in UTF-8 of a file name without its ending, below every system's 255."""

_FORBIDDEN = str.maketrans(
    {'"': "”", "/": "／", "\\": "＼", ":": "：", "*": "＊", "?": "？", "<": "〈", ">": "〉", "|": "｜"}
)
_DEVICES = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


def safe(name: str) -> str:
    """``name`` with what no file name may hold replaced by its full-width twin, shortened, never a device name."""
    text = re.sub(r"[\x00-\x1f\x7f]", "", name.translate(_FORBIDDEN)).strip().rstrip(". ")[:LONGEST]
    # Characters beyond the basic plane take four bytes each.
    text = text.encode()[:LONGEST_BYTES].decode(errors="ignore").rstrip(". ")
    return f"_{text}" if not text or _DEVICES.match(text) else text


def matter_names(matters: Iterable[Matter]) -> dict[str, str]:
    """Matter file → ``编号-短名`` for the files made of it, unique within one department.

    The number is the one the file name begins with, else the position (two digits); two names that are equal to
    Windows (which ignores case) are told apart by a number at the end.
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    for position, matter in enumerate(matters, 1):
        base = safe(f"{matter.number or f'{position:02d}'}-{matter.name}")
        name, again = base, 1
        while name.casefold() in taken:
            again += 1
            name = f"{base[: LONGEST - 4]}-{again}"
        taken.add(name.casefold())
        names[matter.file] = name
    return names

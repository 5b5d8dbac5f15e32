"""Papers that people go on writing in: what WPS or Word has saved is never overwritten by the next draft."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import click

from commands._files import write

OFFICE = frozenset((".docx", ".xlsx"))
_PROPERTIES = "docProps/core.xml"
_MOST = 1 << 16
"""Bytes of the properties that are looked at; ours and those of office programs are below 2,000."""
_MODIFIED = re.compile(rb"<dcterms:modified[^>]*>([^<]*)<")


_OURS = frozenset(((1980, 1, 1, 0, 0, 0), (2017, 1, 1, 0, 0, 0)))
"""Dates of the parts of a document of ours; LibreOffice keeps ``modified`` where it only converts, and writes these."""


def write_paper(path: Path, content: bytes) -> Path:
    """Put a document at ``path``, or beside it with 「(新)」 in its name if somebody edited the one there.

    Where it was written. Raises ``CannotBeDone`` as ``write``.
    """
    where = path
    while where.suffix.lower() in OFFICE and edited(where):
        where = where.with_stem(f"{where.stem}(新)")
    write(where, content)
    if where != path:
        click.echo(f"“{path}”填过、改过,没有覆盖;新的写在“{where}”。", err=True)
    return where


def edited(path: Path) -> bool:
    """Whether a document is there that another program saved last: each of them notes when it did, we write no clock.

    Office Open XML part 2 (ECMA-376), core properties, ``modified``. What is no such document, or cannot be read, is
    somebody's too, as long as there is anything in it.
    """
    from renderers.forms.writing import CREATED

    try:
        if not path.is_file() or not path.stat().st_size:
            return False
        with zipfile.ZipFile(path) as archive, archive.open(_PROPERTIES) as properties:
            if any(entry.date_time not in _OURS for entry in archive.infolist()):
                return True
            found = _MODIFIED.search(properties.read(_MOST))
    except (OSError, KeyError, ValueError, NotImplementedError, RuntimeError, zipfile.BadZipFile):
        return True
    return found is None or found[1].decode("ascii", "replace") != CREATED.strftime("%Y-%m-%dT%H:%M:%SZ")

"""Old formats made readable by LibreOffice, where it is installed; what it makes is looked at like any other file."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from processes.intake.table import Unreadable

_PROGRAMS = ("soffice", "libreoffice")
_TIMEOUT = 90.0
"""Seconds; the first start of LibreOffice takes ten on a slow computer."""
_TEXTS = (".doc", ".wps", ".odt", ".rtf", ".docx")
"""Endings that mean a text; anything else is taken for a workbook."""


def program() -> str | None:
    """LibreOffice, if it can be found."""
    return next((found for name in _PROGRAMS if (found := shutil.which(name))), None)


def converted(content: bytes, ending: str) -> bytes:
    """The file as .xlsx, or as .docx where its ``ending`` means a text. Raises ``Unreadable``.

    LibreOffice runs without a window and with a profile of its own, in which macros are off.
    """
    soffice = program()
    assert soffice is not None
    into = "docx" if ending.lower() in _TEXTS else "xlsx"
    with tempfile.TemporaryDirectory(prefix="zaizao-") as folder:
        here = Path(folder)
        source = here / f"in{ending if ending.isascii() else ''}"
        source.write_bytes(content)
        profile = f"-env:UserInstallation={(here / 'profile').as_uri()}"
        command = [soffice, profile, "--headless", "--norestore", "--convert-to", into, "--outdir", folder, str(source)]
        try:
            subprocess.run(command, capture_output=True, timeout=_TIMEOUT, check=False)  # noqa: S603 - found above
        except (subprocess.TimeoutExpired, OSError) as error:
            raise Unreadable("LibreOffice 没有转换成") from error
        made = here / f"in.{into}"
        if not made.is_file() or made == source:
            raise Unreadable("LibreOffice 没有转换成")
        return made.read_bytes()

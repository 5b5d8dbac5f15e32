"""Old formats made readable by LibreOffice, where it is installed; what it makes is looked at like any other file."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from pathlib import Path, PurePath

from processes.intake.table import Unreadable

_PROGRAMS = ("soffice", "libreoffice")
_TIMEOUT = 90.0
"""Seconds; the first start of LibreOffice takes ten on a slow computer."""
_TEXTS = (".doc", ".wps", ".odt", ".rtf", ".docx")
"""Endings that mean a text; anything else is taken for a workbook."""
_LONGEST = 60
"""Characters of a file's name; Linux takes 255 bytes, which are 85 Chinese characters."""


def program() -> str | None:
    """LibreOffice, if it can be found."""
    return next((found for name in _PROGRAMS if (found := shutil.which(name))), None)


def converted(content: bytes, name: str) -> bytes:
    """The file called ``name`` as .xlsx, or as .docx where its ending means a text. Raises ``Unreadable``.

    LibreOffice runs without a window and with a profile of its own, in which macros are off. It names a sheet that has
    no name after the file, so the file keeps its own.
    """
    soffice = program()
    assert soffice is not None
    ending = PurePath(name).suffix
    into = "docx" if ending.lower() in _TEXTS else "xlsx"
    with tempfile.TemporaryDirectory(prefix="zaizao-") as folder:
        here = Path(folder)
        source = here / "from" / f"{_stem(name)}{ending if ending.isascii() else ''}"
        source.parent.mkdir()
        source.write_bytes(content)
        made = here / "into" / f"{source.stem}.{into}"
        profile = f"-env:UserInstallation={(here / 'profile').as_uri()}"
        options = ["--headless", "--norestore", "--convert-to", into, "--outdir", str(made.parent)]
        command = [soffice, profile, *options, str(source)]
        try:
            subprocess.run(command, capture_output=True, timeout=_TIMEOUT, check=False)  # noqa: S603 - found above
        except (subprocess.TimeoutExpired, OSError) as error:
            raise Unreadable("LibreOffice 没有转换成") from error
        if not made.is_file():
            raise Unreadable("LibreOffice 没有转换成")
        return made.read_bytes()


def _stem(name: str) -> str:
    """The file's own name as one that any system takes."""
    return re.sub(r"[^\w()（）-]", "_", PurePath(name).stem)[:_LONGEST] or "表格"

"""A file of an office program looked at before it is opened: it is a zip of XML, and may be made to do harm.

What is too large or too well packed, leads out of the file, declares a document type (entities) or is encrypted is not
opened at all. Links to other files (``TargetMode="External"``: hyperlinks, the template of every Word document) are
common and harmless here: nothing that reads a file follows them, and no part but those asked for goes on.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from processes.intake.table import Unreadable

MAX_BYTES = 8 << 20
"""Of the file; a list of ten thousand matters has less than one MiB."""
_MAX_PARTS = 1000
_MAX_UNPACKED = 64 << 20
_MAX_RATIO = 200
_SMALL = 1 << 20
"""A part of so little is not suspicious, however well it was packed."""

_ENCRYPTED = 1
_DECLARED = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODING = re.compile(rb"""\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([^"']*)["']""")
_ENCODINGS = (b"utf-8", b"utf8", b"us-ascii", b"ascii")


def checked(content: bytes, need: str, what: str, wanted: Callable[[str, bytes | None], bool]) -> bytes:
    """The file packed anew with only the parts that were looked at. Raises ``Unreadable``.

    ``need`` is the part without which it is not ``what`` (.xlsx 工作簿). ``wanted`` is asked of each part's name
    whether it goes on, and told the content of those that do: it raises where it finds more than can be read.
    """
    packed = BytesIO()
    try:
        with ZipFile(BytesIO(content)) as archive, ZipFile(packed, "w", ZIP_STORED) as anew:
            for info in _parts(archive, need, what):
                if not wanted(info.filename, None):
                    continue
                part = archive.read(info)
                _look_at(part)
                wanted(info.filename, part)
                anew.writestr(ZipInfo(info.filename), part)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError) as error:
        raise Unreadable("文件坏了,打不开") from error
    return packed.getvalue()


def names_in(content: bytes) -> frozenset[str]:
    """The names of the parts of a zip; none where it is none."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            return frozenset(archive.namelist()[:_MAX_PARTS])
    except (BadZipFile, OSError, ValueError, RuntimeError):
        return frozenset()


def _parts(archive: ZipFile, need: str, what: str) -> Iterator[ZipInfo]:
    """The parts, when nothing about them is odd."""
    infos = archive.infolist()
    names = [info.filename for info in infos]
    if len(infos) > _MAX_PARTS:
        raise Unreadable(f"里面的部件超过 {_MAX_PARTS} 个")
    if len(set(names)) < len(names):
        raise Unreadable("里面有同名的部件")
    if any(".." in name.split("/") or name.startswith("/") or "\\" in name or ":" in name for name in names):
        raise Unreadable("里面的部件指到了文件外面")
    if any(info.flag_bits & _ENCRYPTED for info in infos):
        raise Unreadable("设了密码")
    if sum(info.file_size for info in infos) > _MAX_UNPACKED:
        raise Unreadable(f"展开后超过 {_MAX_UNPACKED >> 20} MiB")
    if any(info.file_size > max(_SMALL, info.compress_size * _MAX_RATIO) for info in infos):
        raise Unreadable("压缩得太厉害,不像真的表格")
    if need not in names:
        raise Unreadable(f"内容不是 {what},可能只改了后缀")
    return iter(infos)


def _look_at(part: bytes) -> None:
    encoding = _ENCODING.match(part)
    if b"\0" in part or (encoding and encoding[1].lower() not in _ENCODINGS):
        # Another encoding would hide from us what we look for; no office program writes one.
        raise Unreadable("里面有不是 UTF-8 的部件")
    if _DECLARED.search(part):
        raise Unreadable("里面有文档类型声明(DOCTYPE),真的表格没有")

"""Bytes → text: UTF-8 (BOM allowed), UTF-16 with BOM, else strict GB18030 with a notice; never a guess."""

from __future__ import annotations

import codecs
import re
from io import FileIO

from processes.declaration.reporting import Reporter
from processes.model.places import Place

MAX_BYTES = 1 << 20
"""1 MiB a file (declaration format §4)."""

# What YAML forbids, lone surrogates included; what it takes for a line break and no editor does; what has no width or
# turns the direction of writing. The tab, line feed and carriage return are allowed.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2064\ud800-\udfff\ufeff\ufffe\uffff]"
)

_JOINER = "\u200d"
"""Joins several emoji into one: what a person sees is a picture, and no control character."""
_JOINED = "多半是几个连成一个的表情符号:删掉这个表情,改写成文字。"


def decode(content: bytes, report: Reporter, most: int = MAX_BYTES) -> str | None:
    """The text of a file of at most so many bytes, or None after reporting why there is none."""
    if len(content) > most:
        report.at(Place(report.file, 1, 1), "Y101", f"文件超过 {most >> 20} MiB")
        return None
    text = _decode(content, report)
    if text is None:
        return None
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    bad = FORBIDDEN.search(text)
    if bad:
        line = text.count("\n", 0, bad.start()) + 1
        column = bad.start() - (text.rfind("\n", 0, bad.start()) + 1) + 1
        hint = _JOINED if bad.group() == _JOINER else ""
        report.at(Place(report.file, line, column), "Y104", f"有不可见的控制字符(U+{ord(bad.group()):04X})", hint)
        return None
    return text


def _decode(content: bytes, report: Reporter) -> str | None:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strict(content, "utf-16", report)
    try:
        return content.decode("utf-8-sig" if content.startswith(codecs.BOM_UTF8) else "utf-8")
    except UnicodeDecodeError as error:
        broken = error.start
    # NUL never occurs in GB18030 text: such a file is UTF-16 without a mark, or not text at all.
    if b"\0" in content:
        report.at(Place(report.file, 1, 1), "Y102", "文件不是 UTF-8,可能是没有标记的 UTF-16 或不是文字文件")
        return None
    text = _strict(content, "gb18030", report, broken)
    if text is not None:
        report.at(Place(report.file, 1, 1), "Y103", "文件是 GB18030(GBK)编码,已按它读入")
    return text


def _strict(content: bytes, encoding: str, report: Reporter, other: int = 0) -> str | None:
    """The text, or None after reporting; ``other`` is how far another encoding came: the farther one is believed."""
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, max(error.start, other)) + 1
        report.at(Place(report.file, line, 1), "Y102", f"第 {line} 行起的文字编码认不出,不是 UTF-8,也不是 GB18030(GBK)")
        return None


def content_of(stream: FileIO) -> bytes:
    """At most one byte more than a declaration may have; read in as few calls as the system allows."""
    content = stream.read(MAX_BYTES + 1)
    # One read of a plain file gives all of it; a short one is followed up, as the system may always give less.
    while 0 < len(content) <= MAX_BYTES and (more := stream.read(MAX_BYTES + 1 - len(content))):
        content += more
    return content

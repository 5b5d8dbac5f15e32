"""What a file is by its content: the ending of its name is often another one (WPS, exports of platforms)."""

from __future__ import annotations

import re
from enum import StrEnum

from processes.intake.table import Unreadable
from processes.intake.zip_scan import MAX_BYTES, names_in


class Content(StrEnum):
    """What a file turns out to be; the values are what a person calls it."""

    XLSX = ".xlsx 工作簿"
    DOCX = ".docx 文档"
    OLD = "旧格式的表格或文档(.xls、.et、.doc、.wps)"
    ENCRYPTED = "设了打开密码的文件"
    OPEN_DOCUMENT = "OpenDocument 文件(.ods、.odt)"
    PDF = "PDF"
    RTF = "RTF 文档"
    WEB = "网页(有的平台导出的“.xls”其实是网页)"
    PICTURE = "图片"
    ZIP = "压缩包"
    TEXT = "文字"
    EMPTY = "空文件"
    BROKEN = "打不开的文件(坏了)"
    UNKNOWN = "认不出的文件"


ADVICE = {
    Content.OLD: "请用 WPS 或 Excel 打开,另存为 .xlsx(文档存为 .docx)再导入",
    Content.ENCRYPTED: "请打开文件,去掉打开密码,另存为 .xlsx 再导入",
    Content.OPEN_DOCUMENT: "请打开文件,另存为 .xlsx 或 .docx 再导入",
    Content.PDF: "PDF 里没有表格,只有画出来的样子;请找原来的 Excel 或 Word 文件",
    Content.RTF: "请用 WPS 或 Word 打开,另存为 .docx 再导入",
    Content.WEB: "请用 WPS 或 Excel 打开,另存为 .xlsx 再导入",
    Content.PICTURE: "图片里的字读不了;请找原来的 Excel 或 Word 文件",
    Content.ZIP: "请先解压,再导入里面的 .xlsx 或 .docx",
    Content.TEXT: "请用 WPS 或 Excel 打开,另存为 .xlsx 再导入",
    Content.EMPTY: "文件里什么也没有,可能没有存好或没有下载完",
    Content.BROKEN: "可能没有存好或没有下载完,请重新存一份",
    Content.UNKNOWN: "请用 WPS 或 Excel 打开,另存为 .xlsx 再导入",
}
"""How a person makes of it what can be read."""

CONVERTIBLE = frozenset((Content.OLD, Content.OPEN_DOCUMENT, Content.RTF))
"""What LibreOffice makes a workbook or document of; a web page it would complete from the network."""

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_BEGINNINGS = {
    b"%PDF": Content.PDF,
    b"{\\rtf": Content.RTF,
    b"\x89PNG": Content.PICTURE,
    b"\xff\xd8\xff": Content.PICTURE,
    b"GIF8": Content.PICTURE,
    b"BM": Content.PICTURE,
    b"Rar!": Content.ZIP,
    b"7z\xbc\xaf": Content.ZIP,
}
_WEB = re.compile(rb"<\s*(?:!doctype\s+html|html|head|body|table|meta|style|div)\b", re.IGNORECASE)
_LOOKED_AT = 4096
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""The stream of an OLE file that holds an encrypted workbook or document (MS-OFFCRYPTO 2.3.4.4)."""


def content_of(content: bytes) -> Content:
    """What the bytes are, told by their beginning and, in a zip, by its parts."""
    if not content.strip():
        return Content.EMPTY
    if content.startswith(_ZIP):
        return _zipped(names_in(content))
    if content.startswith(_OLE):
        return Content.ENCRYPTED if _ENCRYPTED in content else Content.OLD
    beginning = content[:_LOOKED_AT]
    for start, kind in _BEGINNINGS.items():
        if beginning.startswith(start):
            return kind
    plain = beginning.replace(b"\0", b"")
    if _WEB.search(plain) or b"urn:schemas-microsoft-com:office:spreadsheet" in plain:
        return Content.WEB
    return (
        Content.UNKNOWN if b"\0" in beginning and not beginning.startswith((b"\xff\xfe", b"\xfe\xff")) else Content.TEXT
    )


def refuse_others(content: bytes, wanted: str) -> None:
    """Raise ``Unreadable`` for what is too large, or no zip of the office programs at all."""
    if len(content) > MAX_BYTES:
        raise Unreadable(f"文件超过 {MAX_BYTES >> 20} MiB")
    kind = content_of(content)
    if kind not in (Content.XLSX, Content.DOCX, Content.ZIP):
        raise Unreadable(f"内容不是 {wanted},是{kind}")


def _zipped(names: frozenset[str]) -> Content:
    if not names:
        return Content.BROKEN
    if "xl/workbook.xml" in names or any(name.startswith("xl/") for name in names):
        return Content.XLSX
    if "word/document.xml" in names:
        return Content.DOCX
    if "content.xml" in names and "META-INF/manifest.xml" in names:
        return Content.OPEN_DOCUMENT
    return Content.ZIP

"""XML of strangers as a tree with lines: no DOCTYPE, hence no entities; size, depth and number of elements limited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from processes.errors import CannotBeDone

MAX_SIZE = 20 << 20
"""Bytes; the largest of the files that modellers ship has 2 MB."""
MAX_DEPTH = 100
MAX_ELEMENTS = 50_000
_SEPARATOR = " "
_GB = re.compile(rb"""^\s*<\?xml[^>]{0,100}encoding=["']gb(?:2312|k|18030)["']""", re.IGNORECASE)
_WORDS = {
    "not well-formed (invalid token)": "这里不符合 XML 的写法",
    "mismatched tag": "前后标签对不上",
    "no element found": "文件不完整,到这里就断了",
    "unclosed token": "文件不完整,到这里就断了",
    "syntax error": "这里不符合 XML 的写法",
    "undefined entity": "用了没有定义的实体(&…;)",
    "unbound prefix": "用了没有声明的命名空间前缀",
    "duplicate attribute": "同一个属性写了两次",
    "junk after document element": "文件结尾后面还有多余的内容",
}


@dataclass(slots=True)
class Xml:
    """An element: ``tag`` and attributes without their namespaces, ``space`` that of the tag, ``line`` from 1."""

    tag: str
    space: str
    line: int
    attributes: dict[str, str]
    children: list[Xml] = field(default_factory=list)
    text: str = ""

    def get(self, name: str) -> str:
        """An attribute, trimmed, empty if there is none."""
        return self.attributes.get(name, "").strip()

    def all(self, *tags: str) -> Iterator[Xml]:
        """The children with one of these tags."""
        return (child for child in self.children if child.tag in tags)

    def first(self, tag: str) -> Xml | None:
        """The first child with that tag."""
        return next(self.all(tag), None)


def parse(content: bytes) -> Xml:
    """The root element. Raises ``CannotBeDone`` for what is no XML, what is too large, and for any DOCTYPE."""
    if len(content) > MAX_SIZE:
        raise CannotBeDone(f"文件有 {len(content) >> 20} MB,超过 {MAX_SIZE >> 20} MB,没有读。")
    encoding = None
    if _GB.match(content):
        content, encoding = _from_gb(content), "utf-8"
    builder = _Builder(expat.ParserCreate(encoding, _SEPARATOR))
    try:
        builder.parser.Parse(content, True)  # noqa: FBT003 - expat takes it by position
    except expat.ExpatError as error:
        raise CannotBeDone(_explained(error, content)) from error
    except (ValueError, LookupError) as error:
        raise CannotBeDone("文件的编码认不出;请另存为 UTF-8 编码的 XML。") from error
    assert builder.root is not None
    return builder.root


def _from_gb(content: bytes) -> bytes:
    try:
        return content.decode("gb18030").encode()
    except UnicodeError as error:
        raise CannotBeDone("文件写着 GB 编码,内容却不是;请另存为 UTF-8 编码的 XML。") from error


def _explained(error: expat.ExpatError, content: bytes) -> str:
    if content[:2] == b"PK":
        return "这是压缩文件(xlsx、docx、vsdx 等),不是 BPMN;BPMN 是 XML 文本,后缀一般是 .bpmn。"
    what = _WORDS.get(expat.ErrorString(error.code), "这里不符合 XML 的写法")
    return f"不是完好的 XML:第 {error.lineno} 行第 {error.offset + 1} 列,{what}。"


class _Builder:
    """Gathers the elements as expat meets them."""

    def __init__(self, parser: expat.XMLParserType) -> None:
        self.parser = parser
        self.root: Xml | None = None
        self._open: list[Xml] = []
        self._count = 0
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._doctype

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > MAX_ELEMENTS:
            raise CannotBeDone(f"文件里的元素超过 {MAX_ELEMENTS} 个,没有读。")
        if len(self._open) >= MAX_DEPTH:
            raise CannotBeDone(f"第 {self.parser.CurrentLineNumber} 行:元素一层套一层,超过 {MAX_DEPTH} 层,没有读。")
        space, _, tag = name.rpartition(_SEPARATOR)
        named = {key.rpartition(_SEPARATOR)[2]: value for key, value in attributes.items()}
        one = Xml(tag, space, self.parser.CurrentLineNumber, named)
        if self._open:
            self._open[-1].children.append(one)
        else:
            self.root = one
        self._open.append(one)

    def _end(self, name: str) -> None:  # noqa: ARG002 - expat says what ends
        self._open.pop()

    def _text(self, text: str) -> None:
        if self._open:
            self._open[-1].text += text

    def _doctype(self, *_: object) -> None:
        raise CannotBeDone(
            f"第 {self.parser.CurrentLineNumber} 行有 DOCTYPE 声明,可能引用别的文件,没有读;删去这一声明再导入。"
        )

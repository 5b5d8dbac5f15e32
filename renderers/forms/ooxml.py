"""A Word document taken down to its parts: paragraphs, page, and the archive that holds them (ECMA-376, part 1).

Written directly: a form needs a table and few paragraphs, and no library leaves out the clock. Every run names its font
for Chinese (``w:eastAsia``) besides that for Latin letters and digits, else Word takes its own. Sizes are in points.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from renderers.forms.page import LEADING, NUMBER_SIZE
from renderers.forms.writing import CREATED, writable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from renderers.forms.page import Page

FANG, HEI, KAI, SONG, TITLE_FACE = "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体", "方正小标宋简体"
LATIN = "Times New Roman"

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_UNIX = 3
_CLOSE = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'


@dataclass(frozen=True, slots=True)
class Type:
    """Typeface and size of a text."""

    face: str
    size: float
    bold: bool = False
    colour: str = ""
    """``RRGGBB``; black if empty."""

    @property
    def xml(self) -> str:
        """The properties of a run."""
        latin = LATIN if self.face in (FANG, KAI, SONG) else self.face
        fonts = f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{self.face}" w:cs="{latin}"/>'
        half_points = round(self.size * 2)
        bold = "<w:b/>" if self.bold else ""
        colour = f'<w:color w:val="{self.colour}"/>' if self.colour else ""
        return f'<w:rPr>{fonts}{bold}{colour}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/></w:rPr>'


def twips(points: float) -> int:
    """Twentieths of a point."""
    return round(points * 20)


def run(text: str, look: Type) -> str:
    """A text; a tab in it goes to the next stop."""
    parts = (f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in writable(text).split("\t"))
    return f"<w:r>{look.xml}{'<w:tab/>'.join(parts)}</w:r>"


def paragraph(  # noqa: PLR0913 - what it says, and how it looks
    runs: str,
    look: Type,
    properties: str = "",
    *,
    align: str = "left",
    around: tuple[float, float] = (0, 0),
    pitch: float = 0,
    indent: int = 0,
    outline: int | None = None,
) -> str:
    """A paragraph with lines of a set height, ``around`` it the room before and after; none between 附件 and 7.

    ``pitch`` is that height where it does not follow from the type; ``indent`` the characters by which the first line
    is set in; ``outline`` the level (from 0) at which a heading stands in the outline of the document.
    """
    before, after = map(twips, around)
    line = twips(pitch or look.size * LEADING)
    spacing = f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="exact"/>'
    first = f'<w:ind w:firstLineChars="{indent * 100}" w:firstLine="{twips(indent * look.size)}"/>' if indent else ""
    level = "" if outline is None else f'<w:outlineLvl w:val="{outline}"/>'
    shape = f'{properties}{_CLOSE}{spacing}{first}<w:jc w:val="{align}"/>{level}'
    return f"<w:p><w:pPr>{shape}{look.xml}</w:pPr>{runs}</w:p>"


def section(page: Page) -> str:
    """Paper, margins and the page number."""
    lying = ' w:orient="landscape"' if page.width > page.height else ""
    margins = " ".join(
        f'w:{name}="{twips(value)}"'
        for name, value in (
            ("top", page.top),
            ("right", page.right),
            ("bottom", page.bottom),
            ("left", page.left),
            ("header", page.number),
            ("footer", page.number),
            ("gutter", 0),
        )
    )
    return (
        f'<w:sectPr><w:footerReference w:type="default" r:id="footer"/>'
        f'<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"{lying}/><w:pgMar {margins}/></w:sectPr>'
    )


def broken(page: Page) -> str:
    """The end of a section on that page: a paragraph a point high, after which a new page begins."""
    spacing = f'<w:spacing w:before="0" w:after="0" w:line="{twips(1)}" w:lineRule="exact"/>'
    return f"<w:p><w:pPr>{spacing}{Type(FANG, 1).xml}{section(page)}</w:pPr></w:p>"


def package(body: str, page: Page, *, title: str, author: str, pictures: Sequence[bytes] = ()) -> bytes:
    """The file: ``body`` is the XML of all paragraphs and tables; PNGs in it are called ``picture1`` and so on."""
    namespaces = (
        f'xmlns:w="{_WORD}" xmlns:r="{_OFFICE}/relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/'
        'main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    )
    named = {f"picture{number}": picture for number, picture in enumerate(pictures, 1)}
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            ("document", f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
            ("core", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": _core(title, author),
        "word/document.xml": f"<w:document {namespaces}><w:body>{body}{section(page)}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(
            *((name, f"{_OFFICE}/relationships/{name}", f"{name}.xml") for name in ("styles", "settings", "footer")),
            *((name, f"{_OFFICE}/relationships/image", f"media/{name}.png") for name in named),
        ),
        "word/styles.xml": _styles(),
        "word/settings.xml": _settings(),
        "word/footer.xml": _footer(),
    }
    files = [(name, (_HEAD + text).encode()) for name, text in parts.items()]
    return _archive([*files, *((f"word/media/{name}.png", picture) for name, picture in named.items())])


def _content_types() -> str:
    kinds = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_MAIN}.{kind}+xml"/>'
        for name, kind in (
            ("document", "document.main"),
            ("styles", "styles"),
            ("settings", "settings"),
            ("footer", "footer"),
        )
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="png" ContentType="image/png"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{kinds}<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def _relations(*relations: tuple[str, str, str]) -> str:
    lines = "".join(f'<Relationship Id="{name}" Type="{kind}" Target="{to}"/>' for name, kind, to in relations)
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def _core(title: str, author: str) -> str:
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{CREATED:%Y-%m-%dT%H:%M:%SZ}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{escape(writable(title))}</dc:title>'
        f"<dc:creator>{escape(writable(author))}</dc:creator>{dates}</cp:coreProperties>"
    )


def _styles() -> str:
    fonts = f'<w:rFonts w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:eastAsia="{FANG}" w:cs="{LATIN}"/>'
    return (
        f'<w:styles xmlns:w="{_WORD}"><w:docDefaults><w:rPrDefault><w:rPr>{fonts}'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>'
    )


def _settings() -> str:
    """Set as Word 2013 and later do; earlier ways of breaking lines are not wanted."""
    return (
        f'<w:settings xmlns:w="{_WORD}"><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
    )


def _footer() -> str:
    """— 1 — in 四号宋体 (GB/T 9704-2012)."""
    look = Type(SONG, NUMBER_SIZE)
    number = f'<w:fldSimple w:instr="PAGE">{run("1", look)}</w:fldSimple>'
    line = paragraph(run("— ", look) + number + run(" —", look), look, align="center")
    return f'<w:ftr xmlns:w="{_WORD}">{line}</w:ftr>'


def _archive(files: Iterable[tuple[str, bytes]]) -> bytes:
    """The files in one; neither the clock nor the system shows in it."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, content in files:
            entry = ZipInfo(name, CREATED.timetuple()[:6])
            entry.create_system, entry.compress_type = _UNIX, ZIP_DEFLATED
            archive.writestr(entry, content)
    return buffer.getvalue()

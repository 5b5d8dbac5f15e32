"""报送材料清单 and 缺件清单 of a package: the page that is signed and laid on top, and what is still missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from engine.annexes.form import Align, Cell
from engine.campaign.packing import Item, Packing, Place
from engine.documents.document import (
    DATE_BLANK,
    Column,
    Document,
    Heading,
    Paragraph,
    Part,
    Row,
    Setting,
    Table,
    numbered,
)
from processes.model.dates import date_text

_CHARTS = "附件8"

_PACKED = (
    Column("序号", 4),
    Column("材料名称", 22, Align.LEFT),
    Column("份数", 5),
    Column("文件数", 5),
    Column("备注", 18, Align.LEFT),
)
_LACKING = (
    Column("序号", 4),
    Column("材料名称", 15, Align.LEFT),
    Column("应报", 4),
    Column("已装入", 5),
    Column("缺", 4),
    Column("原因", 24, Align.LEFT),
)
_DRAFTS = (Column("序号", 4), Column("材料名称", 20, Align.LEFT), Column("空白〔　〕", 8))


def cover(packing: Packing, files: Mapping[str, int], code: str) -> Document:
    """报送材料清单. ``files``: deliverable → how many files of it are in the package; ``code``: 核验码."""
    total = sum(files.get(one.name, 0) for one in packing.packed)
    return Document(
        title=f"{packing.full_name}\n第{packing.stage}阶段报送材料清单",
        unit_name=packing.full_name,
        parts=(
            Paragraph(f"{packing.recipient}:", Setting.FLUSH),
            Paragraph(
                f"按照《{packing.plan_name.strip('《》')}》要求,现报送第{packing.stage}阶段({packing.stage_name})"
                f"材料{len(packing.packed)}种,共{total}个文件,请查收。报送期限{term_text(packing)}。"
            ),
            Table("", _PACKED, numbered([_packed_row(one, files) for one in packing.items if _is_listed(one)])),
            *(Paragraph(note, Setting.NOTE) for note in _notes(packing)),
            Paragraph(f"核验码:{code}", Setting.NOTE),
            handing_over(packing),
        ),
    )


def missing(packing: Packing) -> Document:
    """缺件清单."""
    parts: list[Part] = []
    if packing.lacking:
        parts += [
            Heading("一、缺少的材料"),
            Table("", _LACKING, numbered([*map(_lacking_row, packing.lacking)])),
            *(Paragraph(text, Setting.NOTE) for text in packing.remedies),
        ]
    else:
        parts.append(Paragraph("应报的材料都已装入,没有缺件。"))
    if packing.blanks:
        number = "二" if packing.lacking else "一"
        rows: list[tuple[Cell, ...]] = [(Cell(name), Cell(f"{count}处")) for name, count in packing.blanks]
        parts += [
            Heading(f"{number}、已装入、还有空白要填的文书"),
            Table("", _DRAFTS, numbered(rows)),
            Paragraph("填好、签发以后,把定稿用“--附加”装入,再打一次包。", Setting.NOTE),
        ]
    parts += [Paragraph(note, Setting.NOTE) for note in secret_notes(packing)]
    return Document(
        title=f"{packing.full_name}\n第{packing.stage}阶段缺件清单", unit_name=packing.full_name, parts=tuple(parts)
    )


def term_text(packing: Packing) -> str:
    """``2017年12月31日(期限前最后一个工作日12月29日)``."""
    due = date_text(packing.due)
    if packing.last_worked == packing.due:
        return due
    last = packing.last_worked
    return f"{due}(期限前最后一个工作日是{last.month}月{last.day}日)"


def handing_over(packing: Packing) -> Table:
    """Who hands it over and who receives it; seals and signatures are ink."""
    blank = "　" * 6
    columns = (Column("报送单位(盖章)", 20, Align.LEFT), Column("接收单位", 20, Align.LEFT))
    rows = (
        (packing.full_name, packing.recipient),
        (f"主要领导签字:{blank}", ""),
        (f"经办人:{blank}电话:", f"接收人:{blank}"),
        (f"报送日期:{DATE_BLANK}", f"接收日期:{DATE_BLANK}"),
    )
    return Table("", columns, tuple(Row(tuple(map(Cell, row))) for row in rows))


def secret_notes(packing: Packing) -> Iterator[str]:
    """What is said of secret matters, none of which is named (保守国家秘密法: 国家秘密载体的传递)."""
    if packing.secret:
        yield f"涉密事项{packing.secret}项的附件7、附件8没有装入,按保密规定另行报送。"
    if packing.names_secrets:
        yield f"{'、'.join(packing.names_secrets)}里有涉密事项的名称,不得公开,不得用互联网、微信传送。"


def _is_listed(one: Item) -> bool:
    return bool(one.packed) or one.place is Place.ELSEWHERE


def _packed_row(one: Item, files: Mapping[str, int]) -> tuple[Cell, ...]:
    if one.place is Place.ELSEWHERE:
        return Cell(one.title), Cell(one.owed), Cell(0), Cell(f"纸质件另附:{one.why}")
    return Cell(one.title), Cell(one.packed), Cell(files.get(one.name, 0)), Cell(_remark(one))


def _remark(one: Item) -> str:
    said = []
    if one.lacking:
        said.append(f"应报{one.owed}份,缺{one.lacking}份")
    elif one.place is Place.SHORT:
        said.append("不全,见缺件清单")
    if one.separate:
        said.append(f"涉密{one.separate}份另行报送")
    if one.given:
        said.append("单位提供")
    return ",".join(said)


def _lacking_row(one: Item) -> tuple[Cell, ...]:
    if one.place is Place.UNCLEAR:
        return Cell(one.title), Cell("待定"), Cell(0), Cell("待定"), Cell(one.why)
    return Cell(one.title), Cell(one.owed), Cell(one.packed), Cell(one.lacking or "不全"), Cell(one.why)


def _notes(packing: Packing) -> Iterator[str]:
    if packing.lacking:
        yield f"缺件{len(packing.lacking)}种,见缺件清单。"
    absent = [f"{one.name}({one.why})" for one in packing.items if one.place is Place.NOT_OWED]
    if absent:
        yield f"不涉及:{'、'.join(absent)}。"
    if any(one.name == _CHARTS and one.packed for one in packing.items):
        yield "附件8每个事项有可以编辑、打印的docx和优化前、优化后、差异、对比图,全单位另有一份PDF。"
    yield from secret_notes(packing)

"""报送材料清单 and 缺件清单 of the whole city: which departments' packages there are, and who is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from engine.annexes.form import Align, Cell
from engine.campaign.covers import secret_notes, term_text
from engine.campaign.packing import Packing, title_of
from engine.documents.document import Column, Document, Heading, Paragraph, Part, Setting, Table, numbered, signature


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A department of the plan: its package (``file`` of so many ``papers``, with a check code) or none.

    ``lacking``: what is missing, in words. Without a package and without ``reason`` nothing was declared; ``reason``
    says why nothing is owed or nothing was made. ``blanks`` and ``remedies`` as in ``Packing``;
    ``notes``: what is said of secret matters.
    """

    department: str
    file: str = ""
    papers: int = 0
    code: str = ""
    lacking: tuple[str, ...] = ()
    reason: str = ""
    is_owed: bool = True
    blanks: tuple[tuple[str, int], ...] = ()
    remedies: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


_PACKAGES = (
    Column("序号", 4),
    Column("部门", 9),
    Column("报送包", 17, Align.LEFT),
    Column("文件数", 5),
    Column("缺件", 5),
    Column("核验码", 12),
)
_PAPERS = (Column("序号", 4), Column("全市材料", 30, Align.LEFT), Column("文件数", 5))
_LACKING = (Column("序号", 4), Column("部门", 9), Column("缺件", 30, Align.LEFT))


def cover(packing: Packing, entries: Sequence[Entry], files: Mapping[str, int], code: str) -> Document:
    """报送材料清单. ``files``: name of a city's paper → number of files; ``code``: 核验码 of the city's package."""
    packed = [one for one in entries if one.file]
    return Document(
        title=f"{packing.full_name}第{packing.stage}阶段\n报送材料汇总清单",
        unit_name=packing.recipient,
        parts=(
            Paragraph(
                f"《{packing.plan_name.strip('《》')}》第{packing.stage}阶段({packing.stage_name})报送期限"
                f"{term_text(packing)}。{_counts(entries)}"
            ),
            Heading("一、各部门报送包"),
            *_table(_PACKAGES, [_package(one) for one in packed], "没有部门的报送包。"),
            *(Paragraph(note, Setting.NOTE) for note in _absent(entries)),
            Heading("二、全市材料"),
            *_table(
                _PAPERS,
                [(Cell(title_of(name)), Cell(count)) for name, count in files.items()],
                "这个阶段没有全市汇总的表和文书。",
            ),
            *(Paragraph(note, Setting.NOTE) for note in secret_notes(packing)),
            Paragraph(f"核验码:{code}", Setting.NOTE),
            *signature(packing.recipient),
        ),
    )


def missing(packing: Packing, entries: Sequence[Entry]) -> Document:
    """缺件清单."""
    rows: list[tuple[Cell, ...]] = [
        (Cell(one.department), Cell(one.reason or ";".join(one.lacking)))
        for one in entries
        if one.is_owed and (one.lacking or one.reason)
    ]
    parts: list[Part] = []
    if rows:
        parts += [Heading("一、缺件的部门"), Table("", _LACKING, numbered(rows))]
    nobody = [one.department for one in entries if _is_silent(one)]
    if nobody:
        parts += [
            Heading(f"{'二' if rows else '一'}、没有申报的部门({len(nobody)}个)"),
            Paragraph(f"{'、'.join(nobody)}。"),
        ]
    if not parts:
        parts.append(Paragraph("各部门应报的材料都已装入,没有缺件。"))
    return Document(
        title=f"{packing.full_name}第{packing.stage}阶段\n缺件清单", unit_name=packing.recipient, parts=tuple(parts)
    )


def _is_silent(one: Entry) -> bool:
    return one.is_owed and not one.file and not one.reason and not one.lacking


def _counts(entries: Sequence[Entry]) -> str:
    owed = [one for one in entries if one.is_owed]
    packed = sum(bool(one.file) for one in owed)
    whole = sum(bool(one.file) and not one.lacking for one in owed)
    return f"应报部门{len(owed)}个,已打包{packed}个,其中没有缺件的{whole}个。"


def _absent(entries: Sequence[Entry]) -> Iterator[str]:
    lacking = [one.department for one in entries if one.is_owed and not one.file]
    if lacking:
        yield f"没有报送包的{len(lacking)}个部门见缺件清单。"
    free = [one.department for one in entries if not one.is_owed]
    if free:
        yield f"不涉及的{len(free)}个部门:{'、'.join(free)}。"


def _package(one: Entry) -> tuple[Cell, ...]:
    lacking = f"{len(one.lacking)}种" if one.lacking else "无"
    return Cell(one.department), Cell(one.file), Cell(one.papers), Cell(lacking), Cell(one.code)


def _table(columns: tuple[Column, ...], rows: list[tuple[Cell, ...]], nothing: str) -> tuple[Part, ...]:
    return (Table("", columns, numbered(rows)),) if rows else (Paragraph(nothing),)

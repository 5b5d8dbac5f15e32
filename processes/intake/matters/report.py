"""The report of an import: every column and cell by its address, in the words of a declaration."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from processes.intake.forms.values import ColumnRead, FormReading
from processes.intake.matters.drafts import Imported
from processes.intake.table import Numbering, letters
from processes.model.imported import CellUse, ColumnUse, How, ImportReport, MatterMade

_NAMES = {
    "index": "序号",
    "unit": "单位",
    "name": "名称",
    "type": "类型",
    "kind": "种类",
    "bases": "依据",
    "subjects": "相对人",
    "publicity": "公开方式",
    "public": "公开",
    "final_level": "终审",
    "parallel": "并联部门(是/否)",
    "code": "编码",
    "parallel_departments": "并联部门",
    "unexercised": "未行使原因",
    "cancelled": "优化后(取消)",
    "remark": "备注",
    "devolved": "优化后(下放)",
    "devolved_to": "优化后·下放",
    "steps": "环节数",
    "steps_listed": "环节",
    "limit": "时限",
    "procedures": "程序数",
    "procedures_listed": "程序",
    "materials": "材料数",
    "materials_listed": "材料",
    "limit_statutory": "法定时限",
    "problem": "问题",
    "measure": "问题·措施",
    "joint_departments": "共同实施",
    "implementing_body": "实施主体",
    "charged": "是否收费",
    "fees": "收费",
    "outputs": "出具",
    "conditions": "条件",
    "location": "地点",
    "offices": "承办",
    "inquiry_phone": "咨询电话",
    "supervisor": "监督机构",
    "postcode": "邮政编码",
    "supervision_phone": "监督电话",
    "postal_address": "邮寄地址",
    "yearly_volume": "年办件量",
}
_SIDES = {"_before": "优化前·", "_after": "优化后·", "_reduced": ""}


def key_name(key: str) -> str:
    """What a key is called in a declaration: 优化前·环节."""
    for ending, side in _SIDES.items():
        if key.endswith(ending):
            own = _NAMES.get(key.removesuffix(ending), "")
            return f"{own}的差(核对)" if ending == "_reduced" else side + own
    return _NAMES.get(key, "")


def report_of(
    readings: Sequence[FormReading],
    imported: Imported,
    matters: Iterable[MatterMade],
    notes: Iterable[str],
    *,
    preview: bool,
) -> ImportReport:
    """All that is told of an import."""
    order = {reading.file: index for index, reading in enumerate(readings)}
    sheets: dict[tuple[str, str], int] = {}
    for use in imported.uses:
        sheets.setdefault((use.file, use.where.rpartition("!")[0]), len(sheets))
    cells = sorted(
        dict.fromkeys(imported.uses),
        key=lambda use: (order.get(use.file, 0), sheets[use.file, use.where.rpartition("!")[0]], use.order),
    )
    return ImportReport(
        files=tuple(order),
        columns=tuple(use for reading in readings for use in _columns(reading)),
        matters=tuple(matters),
        cells=tuple(_once(cells)),
        notes=(*dict.fromkeys((*imported.notes, *notes)),),
        preview=preview,
    )


def _columns(reading: FormReading) -> Iterator[ColumnUse]:
    for column in reading.columns:
        how = How.LEFT if not column.key else How.GUESSED if column.why else How.USED
        yield ColumnUse(
            reading.file, column.spot.sheet, _place(column), column.title, how, key_name(column.key), column.why
        )


def _place(column: ColumnRead) -> str:
    if column.spot.numbering is Numbering.LETTERS:
        return f"{letters(column.spot.column)}{column.spot.line}"
    return f"第{column.spot.line}行第{column.spot.column}格"


def _once(cells: Iterable[CellUse]) -> Iterator[CellUse]:
    """Each cell once for each matter: 无 in 不公开(涉密) is used twice, and told by its first use."""
    seen: set[tuple[str, str, str]] = set()
    for use in cells:
        cell = (use.file, use.where, use.matter)
        if cell not in seen or use.how in (How.CONFLICT, How.LEFT):
            seen.add(cell)
            yield use

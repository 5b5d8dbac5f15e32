"""What ``zaizao merge`` does: read the edited form, hold it against both declarations, write or show, tell of all."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._diffs import show_diff
from commands._files import write
from commands._merge_undo import keep
from commands._options import EXIT_FINDINGS, program
from commands._target import Target, checked, find_target
from processes.errors import CannotBeDone, WrongUsage, reason

if TYPE_CHECKING:
    from engine.merging.three_way import Edited, Merged
    from processes.checking import Checked
    from processes.intake.forms.values import FormReading
    from processes.intake.opening import Opened
    from processes.model.form_record import FormRecord

_FORMS = ("附件4", "附件5", "附件6", "附件7")
_PLACES = 3
_SHORT = 40
_BEFORE = 12
"""Characters shown before the first that differs."""


def run(file: Path, project: Path, *, preview: bool) -> int:
    """The whole command; the exit code."""
    from engine.merging.carrying import Carrier
    from engine.merging.rows import rows_of
    from engine.merging.three_way import merge
    from processes.intake.forms.record import record_of

    target = find_target(project)
    target = Target(target.root)
    result = checked(target)
    if result.workspace is None:
        raise CannotBeDone("方案或单位的申报有错,先用 zaizao check 检查、改好,再写回。")
    opened, reading = _read(file, result)
    record = record_of(opened)
    code = record.code if record else _code(reading, file)
    carrier = Carrier(target.root, code, result)
    form = [row for row in reading.rows if not row.form or row.form == code]
    merged = merge(record, form, rows_of(result, code), carrier)
    done = _bytes(carrier.texts, target)
    if preview:
        for name in done:
            show_diff(target.shown(name), result.texts[name], carrier.texts[name], what="写回后", encoding="")
    elif done:
        keep(target.root, done)
        for name, (_, after) in done.items():
            write((target.root / name).resolve(), after)
    lines = list(_lines(merged, target, code, file, preview=preview))
    lines += _totals(record, reading)
    click.echo("\n".join(lines))
    return EXIT_FINDINGS if _asks(merged) else 0


def _read(file: Path, result: Checked) -> tuple[Opened, FormReading]:
    from processes.intake.forms.reading import read_forms
    from processes.intake.forms.units import Units
    from processes.intake.opening import open_tables
    from processes.intake.table import Unreadable
    from processes.intake.zip_scan import MAX_BYTES

    assert result.workspace is not None
    units = Units(result.workspace.plan, result.workspace.departments)
    try:
        with file.open("rb") as stream:
            opened = open_tables(stream.read(MAX_BYTES + 1), file.name)
    except OSError as error:
        raise CannotBeDone(f"读不了“{file.name}”:{reason(error)}。") from error
    except Unreadable as error:
        raise CannotBeDone(f"读不了“{file.name}”:{error}。") from error
    return opened, read_forms(opened, file.name, units.find)


def _code(reading: FormReading, file: Path) -> str:
    """Which form it is, where it does not say so itself."""
    codes = {row.form for row in reading.rows}
    if len(codes) == 1 and (code := codes.pop()) in _FORMS:
        return code
    raise WrongUsage(f"“{file.name}”不是附件4、5、6、7中的一张,写不回去。自己的表格、填好的空表用 zaizao import 导入。")


def _bytes(texts: dict[str, str], target: Target) -> dict[str, tuple[bytes, bytes]]:
    """File → its bytes now and those to be written: encoding, mark at the beginning and line ends stay."""
    done = {}
    for file, text in sorted(texts.items()):
        raw = (target.root / file).read_bytes()
        done[file] = raw, _encoded(raw, text, target.shown(file))
    return done


def _encoded(raw: bytes, text: str, shown: str) -> bytes:
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise CannotBeDone(f"“{shown}”是 UTF-16 编码:先用 zaizao format 整理成 UTF-8,再写回。")
    codec = "utf-8-sig" if raw.startswith(codecs.BOM_UTF8) else "utf-8"
    try:
        before = raw.decode(codec)
    except UnicodeDecodeError:
        codec = "gb18030"
        before = raw.decode(codec)
    ends = before.count("\r\n")
    if before.count("\r") != ends or (ends and before.count("\n") != ends):
        raise CannotBeDone(f"“{shown}”里混用了几种换行符:先用 zaizao format 整理,再写回。")
    return (text.replace("\n", "\r\n") if ends else text).encode(codec)


def _asks(merged: Merged) -> bool:
    from engine.merging.three_way import Fate

    return bool(merged.added or merged.removed) or any(
        one.fate is not Fate.WRITTEN or one.told for one in merged.edited
    )


def _lines(merged: Merged, target: Target, code: str, file: Path, *, preview: bool) -> Iterator[str]:
    from engine.merging.three_way import Fate

    if not merged.known:
        yield (
            f"说明:“{file.name}”没有记着生成时的内容(旧版生成的,或另存时丢了),只能与现在的申报比;"
            "申报后来改过的地方,会被当成单位改的,请逐项核对。"
        )
    groups = (
        (Fate.WRITTEN, "将写回" if preview else "已写回"),
        (Fate.CONFLICT, "两边都改了,没有写,请定下用哪个"),
        (Fate.DERIVED, "算出来的格子,不能直接改"),
        (Fate.REFUSED, "没有写入,请手工改"),
    )
    for fate, head in groups:
        some = [one for one in merged.edited if one.fate is fate]
        if some:
            yield f"{head}({len(some)} 处):"
            for one in some:
                yield from _told(one, target)
    yield from _rows(merged, target, file)
    written = sum(one.fate is Fate.WRITTEN for one in merged.edited)
    if not merged.edited and not merged.added and not merged.removed:
        yield f"{code}与申报一致,没有要写回的。"
    elif preview:
        yield "这是查看,没有改文件;要写回,去掉 --查看 再运行。"
    elif written:
        yield f"要恢复原样:{program()} merge --撤销"


def _rows(merged: Merged, target: Target, file: Path) -> Iterator[str]:
    """The rows that came and went."""
    if merged.added:
        yield f"多出来的行({len(merged.added)} 行),没有这个事项:"
        for row in merged.added:
            yield f"  {row.name.spot} “{_short(row.name.text)}”"
        yield f"  新的事项用 {program()} import {file.name} 导入。"
    if merged.removed:
        yield f"附件里没有了的行({len(merged.removed)} 行),文件没有删除;事项确实不要的,在 优化后 写 取消,或自己删掉文件:"
        for name, title in merged.removed:
            yield f"  “{_short(title)}” {target.shown(name)}"


def _told(one: Edited, target: Target) -> Iterator[str]:
    from engine.merging.three_way import Fate

    where = f"  {one.spot}(“{_short(one.matter)}”,{one.title.replace('/', '·')})"
    if one.fate is Fate.CONFLICT:
        yield where
        yield f"    生成时:{_short(one.then or '')}"
        yield f"    附件上:{_short(one.wanted)}"
        yield f"    申报里:{_short(one.declared)}{_places(one, target)}"
        return
    yield f"{where}:{' → '.join(_beside(one.declared, one.wanted or '(空)'))}"
    if one.fate is Fate.DERIVED:
        how = f"由“{one.formula}”算出" if one.formula else "由申报的别处得出"
        yield f"    {how};要改它,改它的来源{_places(one, target)}"
    elif one.fate is Fate.WRITTEN and one.told:
        yield f"    写回后还要改:{one.told}"
    elif one.fate is Fate.REFUSED:
        yield f"    {_refused(one, target)}"


def _refused(one: Edited, target: Target) -> str:  # noqa: PLR0911 - one way out a reason
    """Why a cell was not written, and what to do instead."""
    from engine.merging.wording import cannot_be_parted, names_a_unit

    if not one.wanted:
        return "格子是空的,不知道是没有还是漏填:没有的填 无"
    if cannot_be_parted(one.key, one.wanted):
        return "没有编号,分不清是几个:在表上写成 1.甲;2.乙 的样子,再写回"
    if names_a_unit(one.key, one.wanted):
        return f"单位和申报的不一样:要换单位的在申报里改,各环节的时限也要改{_places(one, target)}"
    if one.key.startswith("limit") and one.wanted.isdigit():
        return f"没有写单位,也看不出:在申报里写明是工作日还是自然日{_places(one, target)}"
    if one.told:
        return f"写了就有错:{one.told}{_places(one, target)}"
    if one.sources:
        return f"不能只改这一格而不动别的:在申报里改{_places(one, target)}"
    return f"在事项文件里写:{target.shown(one.file)}"


def _places(one: Edited, target: Target) -> str:
    shown = [f"{target.shown(place.file)}:{place.line}" for place in one.sources]
    shown = list(dict.fromkeys(shown))
    more = f"等 {len(shown)} 处" if len(shown) > _PLACES else ""
    return f"({'、'.join(shown[:_PLACES])}{more})" if shown else ""


def _beside(old: str, new: str) -> tuple[str, str]:
    """Both shortened; of long ones what is the same at the beginning is left out."""
    if max(len(old), len(new)) <= _SHORT:
        return _short(old), _short(new)
    differ = (at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other)
    same = next(differ, min(len(old), len(new))) - _BEFORE
    return (_short(old), _short(new)) if same <= 0 else (_short(f"…{old[same:]}"), _short(f"…{new[same:]}"))


def _short(text: str) -> str:
    line = text.replace("\n", " ")
    return line if len(line) <= _SHORT else f"{line[:_SHORT]}…"


def _totals(record: FormRecord | None, reading: FormReading) -> list[str]:
    """Cells of the total row that were edited: they are added up anew."""
    from engine.merging.matching import same
    from processes.model.form_record import TOTAL

    row = next((one for one in record.rows if one.file == TOTAL), None) if record else None
    keys = {column.spot.column: column.key for column in reading.columns}
    found = [
        f"  {aside.spot}:{row.cells[keys[aside.spot.column]]} → {aside.text}"
        for aside in reading.asides
        if row is not None
        and aside.what.startswith(TOTAL)
        and not same(row.cells.get(keys.get(aside.spot.column, ""), aside.text), aside.text)
    ]
    return [f"总计行由程序重新计算,改了也不写回({len(found)} 处):", *found] if found else []

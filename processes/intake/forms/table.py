"""The rows below headings: matters, and what is none: totals, numbers, signatures, lines across, notes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from processes.intake.forms.grid import Grid
from processes.intake.forms.headings import Column, Headings, is_numbers
from processes.intake.forms.lines import SIGNED, Body, Find, Line, Used, kind_named
from processes.intake.forms.values import Aside, ColumnRead, FormCell, FormReading, FormRow
from processes.intake.sections import SECTION
from processes.intake.table import Spot
from processes.model.folding import fold_name

_COUNT = re.compile(r"(?:[\d０-９]+|[一二两三四五六七八九十]+)\s*[个件项份]?|无|——|/")
_SAME_AS_ABOVE = re.compile(r"同上(一?行)?|〃|″")
_MEASURED = re.compile(r"单位[:：].*(?:工作日|自然日|[个件天日元]).*")
"""计量单位, which is no department."""
_EVALUATED = re.compile(r"^已评估、?未发现问题的事项[:：](.*?)。?$", re.DOTALL)
_NOT_EVALUATED = re.compile(r"^尚未评估的事项[:：]")


class _Under(NamedTuple):
    """What a line stands under: a department, and a kind of matters, where lines across the table name them."""

    unit: str
    kind: FormCell | None


class TableReader:
    """Reads the rows of one sheet into a ``FormReading``; ``unit`` is the department they stand under so far."""

    def __init__(self, grid: Grid, reading: FormReading, find: Find, unit: str = "") -> None:
        """``find`` tells departments by their names."""
        self.grid, self.reading, self.find, self.unit = grid, reading, find, unit
        self._kind: FormCell | None = None
        self._measure = ""
        self._above: dict[int, str] = {}

    def outside(self, first: int, last: int) -> None:
        """Lines over, between and below tables: the label, the title, the signature, notes."""
        for line in self.grid.lines:
            if first <= line <= last:
                self._texts(line, self.grid.filled(line))

    def outside_cell(self, line: int, at: int) -> None:
        """One cell of a sheet that is in no table."""
        self._line_of_text(self.grid.texts[line, at], self.grid.spot(line, at))

    def paragraph(self, text: str) -> None:
        """A line of text outside of the tables of a document."""
        self._line_of_text(text, Spot(self.reading.file, "正文", 0, 0))

    def rows(self, headings: Headings, last: int, form: str) -> None:
        """The rows down to line ``last``; those of 附件5 are problems."""
        columns = self._used(headings, last)
        name = next(at for at, used in columns.items() if used.key == "name")
        body = Body(self.grid, columns, name, self.find)
        if is_numbers(self.grid, headings.last):
            self._aside(headings.last, self.grid.filled(headings.last), "栏号")
        groups: list[tuple[_Under, list[int]]] = []
        self._kind, self._above = None, {}
        for line in self.grid.lines:
            filled = self.grid.filled(line)
            if not headings.last < line <= last or not filled:
                continue
            match body.kind(line, filled):
                case Line.MATTER:
                    groups.append((_Under(self.unit, self._kind), [line]))
                case Line.MORE if groups:
                    groups[-1][1].append(line)
                case kind:
                    self._other(kind, line, filled)
        for under, lines in groups:
            self._matter(under, tuple(lines), columns, name, form)

    def _other(self, kind: Line, line: int, filled: list[int]) -> None:
        """A line that tells of no matter, or of none that anybody knows."""
        match kind:
            case Line.SECTION:
                self._section(line, filled[0])
            case Line.TEXT:
                self._texts(line, filled)
            case Line.TOTAL:
                self._aside(line, filled, "总计行,由程序重新计算")
            case Line.NUMBERS:
                self._aside(line, filled, "序号、栏号")
            case _:
                self._aside(line, filled, "这一行没有事项名称,不知道是哪个事项的", left=True)

    # ------------------------------------------------------------------------------------------ columns

    def _used(self, headings: Headings, last: int) -> dict[int, Used]:
        """Column → its key, and why it was guessed; each is told in the report."""
        taken: dict[str, Column] = {}
        used: dict[int, Used] = {}
        for column in headings.columns:
            spot = self.grid.spot(column.line, column.at)
            key = self._settled(column, headings, last)
            why = ""
            if not key:
                why = "标题看不出是什么"
            elif key in taken and key != "index":
                why, key = f"与{self.grid.spot(taken[key].line, taken[key].at)}“{taken[key].title}”是同一项", ""
            elif column.meaning and not column.meaning.official:
                why = f"标题写的是“{column.title}”"
            if key:
                taken.setdefault(key, column)
                used[column.at] = Used(key, why, column.title)
            self.reading.columns.append(ColumnRead(spot, column.title, key, last, why))
        return used

    def _settled(self, column: Column, headings: Headings, last: int) -> str:
        """The key; what may be a number or a list is told by the cells below, what is 现在 by the other columns."""
        key = column.meaning.key if column.meaning else ""
        texts = [self.grid.texts.get((line, column.at), "") for line in self.grid.lines if headings.last < line <= last]
        texts = [text for text in texts if text]
        counts = bool(texts) and all(_COUNT.fullmatch(text) for text in texts)
        if key.endswith("_now"):
            others = {one.meaning.key for one in headings.columns if one.meaning}
            thing = key.partition("_")[0]
            beside = any(other.startswith(thing) and other.endswith("_before") for other in others)
            key = key.replace("_now", "_after" if beside else "_before")
        if "_any_" in key:
            key = key.replace("_any_", "_" if counts else "_listed_")
        elif "_listed" in key and counts and any(text.isdigit() for text in texts):
            key = key.replace("_listed", "")
        if (
            key == "parallel"
            and headings.column("parallel_departments") is None
            and any(len(text) > 1 for text in texts)
        ):
            key = "parallel_departments"
        return key

    # --------------------------------------------------------------------------------------------- rows

    def _section(self, line: int, at: int) -> None:
        """The only text of a line: the department of the rows below it, or something that has to be told."""
        text, spot = self.grid.texts[line, at], self.grid.spot(line, at)
        found = self.find(SECTION.sub("", re.sub(r"[(（].*[)）]$", "", text)))
        if found is not None:
            self.unit, self._kind = found.name, None
            what = f"下面各行是{found.name}的" + ("(推定)" if found.guessed else "")
            self.reading.asides.append(Aside(spot, text, what))
        elif _EVALUATED.match(text) or _NOT_EVALUATED.match(text):
            self._line_of_text(text, spot)
        elif kind := kind_named(text):
            self._kind = FormCell("type", kind, (spot,), f"上面一行写的是“{text}”")
            self.reading.asides.append(Aside(spot, text, f"下面各行的种类:{kind}"))
        else:
            self.reading.asides.append(Aside(spot, text, "横贯全表的一行,不是事项", left=True))

    def _matter(self, under: _Under, lines: tuple[int, ...], columns: Mapping[int, Used], name: int, form: str) -> None:
        """One matter over one or several lines; of 附件5 each line with a problem is a row of its own."""
        problems = [at for at, used in columns.items() if used.key == "problem"]
        if problems:
            groups = [[lines[0]]]
            for line in lines[1:]:
                if (line, problems[0]) in self.grid.texts:
                    groups.append([line])
                else:
                    groups[-1].append(line)
        else:
            groups = [list(lines)]
        whole = self._cell(lines[:1], name, columns[name])
        for group in groups:
            cells = {"name": whole}
            for at, used in columns.items():
                if used.key not in cells:
                    cells[used.key] = self._cell(tuple(group), at, used)
            if under.kind is not None:
                cells.setdefault("type", under.kind)
            own = self.find(cells["unit"].text) if "unit" in cells else None
            self.reading.rows.append(FormRow("附件5" if problems else form, own.name if own else under.unit, cells))
        for line in lines:
            unused = [at for at in self.grid.filled(line) if at not in columns]
            for at in unused:
                text, spot = self.grid.texts[line, at], self.grid.spot(line, at)
                self.reading.asides.append(Aside(spot, text, "这一列没有用上", left=True, by_column=True))

    def _cell(self, lines: tuple[int, ...], at: int, used: Used) -> FormCell:
        texts: dict[tuple[int, int], str] = {}
        for line in lines:
            # A cell merged down says the same in each line it covers.
            origin = self.grid.origin(line, at)
            if text := self.grid.shown(line, at):
                texts.setdefault(origin, text)
        spots = tuple(self.grid.spot(*origin) for origin in texts) or (self.grid.spot(lines[0], at),)
        several = list(dict.fromkeys(texts.values()))
        # 无 beside something is none of it.
        text, why = "\n".join([one for one in several if one != "无"] or several), used.why
        if _SAME_AS_ABOVE.fullmatch(text) and at in self._above:
            why = ";".join(filter(None, (why, f"写的是“{text}”,照上一行")))
            text = self._above[at]
        self._above[at] = text
        title = used.title + (self._measure if used.key.startswith("limit") else "")
        return FormCell(used.key, text, spots, why, title)

    # ------------------------------------------------------------------------------------------- asides

    def _texts(self, line: int, filled: list[int]) -> None:
        for at in filled:
            self._line_of_text(self.grid.texts[line, at], self.grid.spot(line, at))

    def _aside(self, line: int, filled: list[int], what: str, *, left: bool = False) -> None:
        for at in filled:
            self.reading.asides.append(Aside(self.grid.spot(line, at), self.grid.texts[line, at], what, left))

    def _line_of_text(self, text: str, spot: Spot) -> None:
        folded = fold_name(text)
        if _MEASURED.fullmatch(folded):
            self._measure = f"({text})"
            self.reading.asides.append(Aside(spot, text, "计量单位"))
            return
        signed = SIGNED.match(folded)
        if signed:
            written = re.split(r"主要领导|负责人|填报人|填表人|日期|\d{4}年", signed[1])[0]
            found = self.find(written)
            if found is not None:
                self.unit = found.name
                self.reading.asides.append(
                    Aside(spot, text, f"单位:{found.name}" + ("(推定)" if found.guessed else ""))
                )
                return
            self.reading.asides.append(
                Aside(spot, text, "单位名称不在方案里" if written else "单位名称没有填", bool(written))
            )
            return
        found_none = _EVALUATED.match(text)
        if found_none:
            for name in found_none[1].split("、"):
                self.reading.evaluated.append((self.unit, name.strip(), spot))
        self.reading.asides.append(Aside(spot, text, "表格以外的文字"))

"""答卷 as a CSV file: one row for each person and matter, columns found by their Chinese headings in any order.

What WPS and Excel save is read: UTF-8 with or without BOM, GBK, UTF-16; commas, semicolons or tabs. A row that cannot
be counted is told with its line and left out; the others count.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO

from processes.declaration.encoding import decode
from processes.declaration.reporting import Reporter
from processes.errors import CannotBeDone
from processes.model.answers import PROBLEMS, Answer, Role
from processes.model.folding import fold_name
from processes.suggesting import nearest

SHEET, ROLE, MATTER, OPINION = "答卷编号", "身份", "事项", "意见"
COLUMNS = (SHEET, ROLE, MATTER, *PROBLEMS, OPINION)
REQUIRED = (SHEET, ROLE, MATTER)
_SAME = {"编号": SHEET, "问卷编号": SHEET, "序号": SHEET, "事项名称": MATTER, "材料多": "要件多", "意见和建议": OPINION}
"""Other headings that people write."""

_TICKED = frozenset(("1", "是", "有", "√", "✓", "✔", "☑", "■", "v", "y"))
_EMPTY = frozenset(("", "0", "否", "无", "□", "n"))
_ROLES = {**{str(role): role for role in Role}, "第三方专家": Role.EXPERT}
_DELIMITERS = ("\t", ",", ";", "，")


def read_answers(content: bytes, name: str, matters: Sequence[str]) -> tuple[tuple[Answer, ...], tuple[str, ...]]:
    """The answers about ``matters``, and what is wrong with other rows, each with its line.

    :raises CannotBeDone: the file is no table of answers at all.
    """
    reporter = Reporter(name)
    text = decode(content, reporter)
    if text is None:
        raise CannotBeDone(f"“{name}”读不了:{reporter.findings[0].message}。")
    rows = _rows(text, name)
    _, heads = next(rows, (1, []))
    columns = _columns(heads, name)
    reader = _Reader({fold_name(matter): matter for matter in matters})
    for line, cells in rows:
        reader.row(line, {title: cells[at].strip() for title, at in columns.items() if at < len(cells)})
    return tuple(reader.answers), tuple(reader.wrong)


def blank_table(matters: Sequence[str]) -> str:
    """An empty table to be filled in: the headings, and a line for each matter of the first sheet."""
    lines = StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(["1", str(Role.USER), matter, *[""] * (len(COLUMNS) - len(REQUIRED))] for matter in matters)
    return lines.getvalue()


def _rows(text: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """Line and cells of every row that is not empty."""
    first = text.lstrip("\n").partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(StringIO(text), delimiter=delimiter)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise CannotBeDone(f"“{name}”第 {line} 行不是 CSV 表格的一行,可能少了引号。") from error


def _columns(heads: Sequence[str], name: str) -> dict[str, int]:
    """Heading → position. Raises ``CannotBeDone`` where one is missing, unknown or there twice."""
    found: dict[str, int] = {}
    for at, head in enumerate(heads):
        folded = fold_name(head.strip())
        if not folded:
            continue
        title = _SAME.get(folded, folded)
        if title not in COLUMNS:
            raise CannotBeDone(f"“{name}”的列“{head.strip()}”不认识;列名应是:{'、'.join(COLUMNS)}。")
        if title in found:
            raise CannotBeDone(f"“{name}”有两列“{title}”。")
        found[title] = at
    missing = [title for title in REQUIRED if title not in found]
    if missing:
        raise CannotBeDone(f"“{name}”第一行缺少列:{'、'.join(missing)};列名应是:{'、'.join(COLUMNS)}。")
    return found


class _Reader:
    """Answers and complaints, row by row."""

    def __init__(self, matters: Mapping[str, str]) -> None:
        self._matters = matters
        self._roles: dict[str, Role] = {}
        self._seen: dict[tuple[str, str], int] = {}
        self.answers: list[Answer] = []
        self.wrong: list[str] = []

    def row(self, line: int, cells: Mapping[str, str]) -> None:
        """Take a row up, or say why not."""
        answer = self._answer(line, cells)
        if isinstance(answer, str):
            self.wrong.append(f"第 {line} 行:{answer}")
        else:
            self._roles[answer.sheet] = answer.role
            self._seen[answer.sheet, answer.matter] = line
            self.answers.append(answer)

    def _answer(self, line: int, cells: Mapping[str, str]) -> Answer | str:
        empty = next((title for title in REQUIRED if not cells.get(title)), None)
        if empty:
            return f"“{empty}”没有填"
        sheet = cells[SHEET]
        role = _ROLES.get(fold_name(cells[ROLE]))
        matter = self._matters.get(fold_name(cells[MATTER]))
        ticks = {problem: cells.get(problem, "").casefold() for problem in PROBLEMS}
        odd = next((problem for problem, tick in ticks.items() if tick not in _TICKED | _EMPTY), None)
        if role is None:
            return f"身份“{cells[ROLE]}”应是{'或'.join(Role)}"
        if matter is None:
            return f"没有事项“{cells[MATTER]}”{self._meant(cells[MATTER])}"
        if odd is not None:
            return f"“{odd}”写的是“{cells[odd]}”,应写 √ 或空着"
        if clash := self._clash(sheet, role, matter):
            return clash
        ticked = tuple(problem for problem, tick in ticks.items() if tick in _TICKED)
        return Answer(line, sheet, role, matter, ticked, cells.get(OPINION, ""))

    def _clash(self, sheet: str, role: Role, matter: str) -> str:
        """What other rows of the same sheet are in the way."""
        if self._roles.get(sheet, role) is not role:
            return f"答卷编号“{sheet}”前面的身份是{self._roles[sheet]}"
        if (sheet, matter) in self._seen:
            return f"答卷编号“{sheet}”对这个事项已经在第 {self._seen[sheet, matter]} 行答过"
        return ""

    def _meant(self, name: str) -> str:
        near = nearest(name, self._matters.values())
        return f",是不是“{near}”" if near else ""

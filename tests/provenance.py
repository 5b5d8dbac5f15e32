"""Declarations with one line written otherwise, and the cells of the forms before and after.

Two laws: a cell that changes has named the line among its sources, before or after; and of the lines that a cell
names, each has some mutation that changes the cell.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

from engine.annexes import city_annexes, department_annexes, matter_annexes
from engine.annexes.form import Card, Cell, Form
from processes.checking import check_project

Key = tuple[str, str, int, str]
"""Whose form, its code, the row counted from 0 (-1 is 总计), and the column or the label of the field."""
Line = tuple[str, int]
"""A file and a line of it."""

_NAMES = r"[^\s、|:#(){}\[\],→]+"
_DIGITS = re.compile(r"\d+")
_PAIR = re.compile(rf"({_NAMES})、({_NAMES})")
_TURNED = {
    "其他行政权力事项": "其他事项",
    "是": "否",
    "否": "是",
    "工作日": "自然日",
    "自然日": "工作日",
    "原件": "复印件",
    "审批": "监管",
}
_WORD = re.compile(r"[\u4e00-\u9fff]{2,}")


@dataclass(frozen=True)
class Mutation:
    """A line of a file and what is written there instead; None: the line is gone.

    ``touched`` are the line and, if it is gone or a key, what stands under it: under another key it is another thing.
    """

    line: Line
    said: str
    instead: str | None
    touched: frozenset[Line]

    def __str__(self) -> str:
        return f"{self.line[0]}:{self.line[1]} {self.said.strip()!r} -> {(self.instead or '').strip()!r}"


@dataclass(frozen=True)
class Filled:
    """All forms of a project, and the files of the matters in them.

    ``names`` is what the rows of each are called, ``cells`` what they hold.
    """

    matters: tuple[str, ...]
    names: Mapping[tuple[str, str], list[Cell]]
    cells: Mapping[Key, Cell]


def fill(root: Path) -> Filled:
    """Reads and checks the project, and fills what it can."""
    checked = check_project(root)
    if checked.workspace is None:
        return Filled((), {}, {})
    plan = checked.workspace.plan
    forms: dict[tuple[str, str], Form | Card | None] = {}
    pairs = [(one, checked.matters_of(one.name)) for one in checked.workspace.departments]
    for department, matters in pairs:
        for code, annex in department_annexes().items():
            forms[department.name, code] = annex.fill(department, plan, matters) if matters else None
        for code, one in matter_annexes().items():
            forms |= {(each.matter.file, code): one.fill_matter(department, plan, each) for each in matters}
    for code, city in city_annexes().items():
        forms["全市", code] = city.fill_city(plan, [pair for pair in pairs if pair[1]])
    names: dict[tuple[str, str], list[Cell]] = {}
    cells: dict[Key, Cell] = {}
    for key, form in forms.items():
        if isinstance(form, Form):
            rows = [*enumerate(form.rows), *([(-1, form.total)] if form.total else [])]
            names[key] = [next(cell for cell in row if isinstance(cell.value, str)) for row in form.rows]
            cells |= {
                (*key, index, column.key): cell
                for index, row in rows
                for column, cell in zip(form.columns, row, strict=True)
            }
        elif form:
            names[key] = []
            cells |= {(*key, 0, field.label): field.cell for row in form.rows for field in row}
    return Filled(tuple(one.matter.file for one in checked.matters), names, cells)


def mutations(file: str, text: str) -> Iterator[Mutation]:
    """Every mutation of every line that says something."""
    lines = text.split("\n")
    words = sorted({word for word in _WORD.findall(text) if word.endswith(("股", "局", "中心", "大队"))})
    for number, said in enumerate(lines, 1):
        content = said.partition("#")[0]
        if not content.strip():
            continue
        line = (file, number)
        block = frozenset((file, number + below) for below in range(_reach(lines[number - 1 :])))
        touched = block if content.rstrip().endswith(":") else frozenset((line,))
        for instead in dict.fromkeys(_written(content, words)):
            if instead != content:
                yield Mutation(line, said, instead, touched)
        yield Mutation(line, said, None, block)


def _reach(lines: list[str]) -> int:
    """How many lines the first of them has: itself, and those under it."""
    indents = [len(line) - len(line.lstrip(" ")) if line.strip() else 1000 for line in lines]
    return next((index for index, indent in enumerate(indents) if index and indent <= indents[0]), len(lines))


def _written(said: str, words: list[str]) -> Iterator[str]:
    """What may be written instead of a line."""
    for found in _DIGITS.finditer(said):
        less, more = max(int(found[0]) - 1, 0), int(found[0]) + 1
        yield from (f"{said[: found.start()]}{number}{said[found.end() :]}" for number in (less, more))
    for found in _PAIR.finditer(said):
        yield f"{said[: found.start()]}{found[2]}、{found[1]}{said[found.end() :]}"
        yield f"{said[: found.start()]}{found[1]}{said[found.end() :]}"
    for word, other in _TURNED.items():
        if word in said:
            yield said.replace(word, other, 1)
    for found in _WORD.finditer(said):
        # A key stays what it is; a name becomes another one.
        if not said[found.end() :].startswith(":"):
            yield f"{said[: found.end()]}甲{said[found.end() :]}"
            yield from (f"{said[: found.start()]}{word}{said[found.end() :]}" for word in words if word != found[0])
    if nothing := re.match(r"( *- |[^:]+: )\S", said):
        yield f"{nothing[1]}无"
    if " | " in said:
        yield said.rpartition(" | ")[0]


def mutate(root: Path, one: Mutation) -> None:
    """Writes the file with the mutation."""
    path = root / one.line[0]
    lines = path.read_text("utf-8").split("\n")
    lines[one.line[1] - 1 : one.line[1]] = [] if one.instead is None else [one.instead]
    path.write_text("\n".join(lines), encoding="utf-8", newline="\n")


def changed(before: Filled, after: Filled, one: Mutation) -> set[Key]:
    """The cells that are not what they were, of those forms whose rows still are about the same.

    None where a matter does not hold together any more: that the sums have one matter less is told by the findings.
    """
    if before.matters != after.matters:
        return set()
    alike = {key for key, names in before.names.items() if _correspond(names, after.names.get(key), one)}
    return {
        key
        for key, cell in before.cells.items()
        if key[:2] in alike and key in after.cells and cell.value != after.cells[key].value
    }


def _correspond(names: list[Cell], others: list[Cell] | None, one: Mutation) -> bool:
    """Whether the rows are called the same, but for what is called otherwise on that line."""
    return (
        others is not None
        and len(names) == len(others)
        and all(
            name.value == other.value or one.touched & lines_of(name) for name, other in zip(names, others, strict=True)
        )
    )


def lines_of(cell: Cell) -> set[Line]:
    """Where a cell comes from."""
    return {place[:2] for place in cell.sources}


def silent(before: Filled, after: Filled, one: Mutation) -> set[Key]:
    """The cells that changed though they name the line neither before nor after: none, if the law holds."""
    # Where a line is gone, those that stood under it have other numbers, and it itself can be named no more.
    # Which 默认 hold for a matter is decided by its 类型: a cell names where they are written, not why they hold.
    by_type = one.said.startswith("类型:")
    gone = one.instead is None
    left = {(file, line - gone) for file, line in one.touched if not gone or (file, line) != one.line}
    return {
        key
        for key in changed(before, after, one)
        if not one.touched & lines_of(before.cells[key])
        and not left & lines_of(after.cells[key])
        and not (by_type and one.line[0] not in {file for file, _ in lines_of(before.cells[key])})
    }


class Trial:
    """A project of which one line at a time is written otherwise."""

    def __init__(self, root: Path) -> None:
        """Fill its forms as they are."""
        self.root = root
        self.before = fill(root)

    def all(self) -> list[Mutation]:
        """The mutations of all files but the plan, whose 口径 change what the forms count."""
        files = sorted(path for path in self.root.glob("*/*.yaml"))
        return [
            one for path in files for one in mutations(path.relative_to(self.root).as_posix(), path.read_text("utf-8"))
        ]

    def sample(self, dice: Random, count: int) -> list[Mutation]:
        """So many of them, each line as likely as any other."""
        by_line: dict[Line, list[Mutation]] = {}
        for one in self.all():
            by_line.setdefault(one.line, []).append(one)
        lines = sorted(by_line)
        return [dice.choice(by_line[dice.choice(lines)]) for _ in range(count)]

    def after(self, one: Mutation) -> Filled:
        """The forms with the mutation; the file is then as before."""
        path = self.root / one.line[0]
        kept = path.read_bytes()
        mutate(self.root, one)
        try:
            return fill(self.root)
        finally:
            path.write_bytes(kept)


def department_alone(sample: Path, name: str, root: Path) -> Path:
    """A department of a sample with its plan, copied to ``root``: 联审联批 and the other departments are left out."""
    root.mkdir(parents=True)
    shutil.copy(sample / "方案.yaml", root)
    shutil.copytree(sample / name, root / name)
    return root


def broken(root: Path, seed: int, count: int) -> tuple[list[str], int]:
    """Where the first law does not hold in ``count`` mutations, and how many of them changed a cell."""
    trial = Trial(root)
    found, effective = [], 0
    for one in trial.sample(Random(seed), count):  # noqa: S311 - nothing secret
        after = trial.after(one)
        effective += bool(changed(trial.before, after, one))
        found += [f"{one} changes {key}" for key in sorted(silent(trial.before, after, one))]
    return found, effective

"""Every key of every kind of file that the samples have, with values that nobody would expect there."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from pathlib import Path

from processes.checking import check_project
from tests.scribbling import complaints

SAMPLES = Path(__file__).parents[3] / "samples"
KEY = re.compile(r"^(?P<before>(?P<indent> *)(?:- )?(?P<key>[^\s:#-][^:#]*)):(?: |$)")
NEVER = ("", "~", "[]", "{}", "[~]", "[[甲]]", "{甲: {乙: [丙]}}", "[{}]", "''")
"""Good for no key at all."""
SOMETIMES = ("无", "甲、、乙", "[甲, 乙]", "{甲: 乙}", "甲 | 乙 | 丙 | 丁 | 戊", "0", "是", "|\n{indent}   甲\n{indent}   乙")


def kind_of(file: Path) -> str:
    """方案, 单位, 联审联批 or 事项."""
    if file.stem in ("方案", "单位"):
        return file.stem
    return "联审联批" if file.parent.name == "联审联批" else "事项"


def places() -> dict[tuple[str, str], tuple[Path, int]]:
    """Kind of file and key → the first file and line that has it."""
    found: dict[tuple[str, str], tuple[Path, int]] = {}
    for file in sorted(SAMPLES.rglob("*.yaml")):
        if "expected" not in file.parts:
            for number, line in enumerate(file.read_text("utf-8").splitlines()):
                if match := KEY.match(line):
                    found.setdefault((kind_of(file), match["key"]), (file, number))
    return found


def with_value(text: str, number: int, value: str) -> str:
    """``text`` with another value for the key on line ``number``; what stood below the key goes with it."""
    lines = text.splitlines()
    match = KEY.match(lines[number])
    assert match
    deep = len(match["before"]) - len(match["key"])
    end = number + 1
    while end < len(lines) and (len(lines[end]) - len(lines[end].lstrip()) > deep or not lines[end].strip()):
        end += 1
    if end < len(lines) and lines[end].startswith(" " * deep + "- "):
        while end < len(lines) and lines[end].startswith((" " * deep + "- ", " " * (deep + 1))):
            end += 1
    new = f"{match['before']}: {value.format(indent=' ' * deep) if '{indent}' in value else value}".rstrip(" ")
    return "\n".join([*lines[:number], new, *lines[end:], ""])


PLACES = places()


def stumbles(kind: str, key: str, values: Sequence[str], folder: Path) -> list[str]:
    """What is wrong with the answers to these values of a key, in a project with one department in ``folder``."""
    file, number = PLACES[kind, key]
    root = next(outer for outer in file.parents if (outer / "方案.yaml").exists())
    room = file.parent if kind != "方案" else min(root.glob("*/单位.yaml")).parent
    shutil.copy(root / "方案.yaml", folder)
    shutil.copytree(room, folder / room.name)
    name = file.relative_to(root).as_posix()
    text = file.read_text("utf-8")
    wrong = []
    for value in values:
        (folder / name).write_text(with_value(text, number, value), encoding="utf-8")
        checked = check_project(folder)
        # Projects and calendars are complete without matters.
        told = [word for word in complaints(checked) if kind == "事项" or "is gone" not in word]
        if value in NEVER and not any(found.place.file == name for found in checked.findings):
            told.append("nothing is said")
        wrong += [f"{value!r}: {word}" for word in told]
    return wrong

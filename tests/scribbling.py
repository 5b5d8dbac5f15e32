"""Documents as they should not be — mutations of good ones, scribbles that look like YAML — and what to expect then.

All of it follows from the seed.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from processes.checking import Checked, check_project
from processes.model.department import Department
from processes.model.findings import Severity
from processes.model.plan import Plan

PIECES = (
    *("名称: ", "类型: 行政审批事项", "依据:", "相对人: 企业、个人", "法定时限: 20工作日", "条件: 无", "优化前:", "优化后:"),
    *("  时限: 10工作日", "  流程:", "    - 受理 | 综合股 | 1工作日 | 形式审查", "    - 环节: 审查", "      去向:", "  材料: 无"),
    *("        不同意: 受理", "    - 并联:", "        - 依次:", "  支线:", "    补正:", "优化后: 取消", "优化后: 不变", "无"),
    *("：", "|", "｜", "、", "- ", "-", "  ", "\t", "\n", "\r\n", ": ", ":", "#", "~", "null", "&a ", "*a", "!t ", "%", "@", "`"),
    *("[", "]", "{", "}", "'", '"', ">", "|-\n", "? ", "<<: ", "---\n", "...\n", "%YAML 1.1\n", "，", "（", "）", "(2份)"),
    *("\\", "\x00", "\x07", "\x85", "\u2028", "\ufeff", "\u200b", "\ud800", "𠮷", "é", "0", "1工作日", "即时", "结束", "开始", "办结"),
)  # fmt: skip
Change = Callable[[str, random.Random], str]


def change_characters(text: str, dice: random.Random) -> str:
    """A few characters lost, doubled, swapped with their neighbour or replaced by a piece."""
    for _ in range(dice.randint(1, 4)):
        at = dice.randrange(len(text) + 1)
        piece = dice.choice(PIECES)
        text = dice.choice(
            (
                text[:at] + text[at + 1 :],
                text[:at] + text[at : at + 1] * 2 + text[at + 1 :],
                text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :],
                text[:at] + piece + text[at:],
                text[:at] + piece + text[at + 1 :],
            )
        )
    return text


def change_tokens(text: str, dice: random.Random) -> str:
    """A cell, name or value taken from elsewhere, or a mark changed all over."""
    for _ in range(dice.randint(1, 3)):
        mark = dice.choice((" | ", "、", ": ", "\n", " ", "- "))
        parts = text.split(mark)
        one, other = dice.randrange(len(parts)), dice.randrange(len(parts))
        parts[one] = dice.choice((parts[other], "", dice.choice(PIECES)))
        text = mark.join(parts)
    if not dice.randrange(8):
        text = text.replace(dice.choice((": ", "- ", " | ", "、", "(", "工作日", "\n")), dice.choice(PIECES))
    return text


def change_lines(text: str, dice: random.Random) -> str:
    """Lines lost, doubled, moved, indented, taken out of another place."""
    lines = text.split("\n")
    for _ in range(dice.randint(1, 4)):
        at, other = dice.randrange(len(lines)), dice.randrange(len(lines))
        match dice.randrange(6):
            case 0 if len(lines) > 1:
                del lines[at]
            case 1:
                lines.insert(other, lines[at])
            case 2:
                lines[at], lines[other] = lines[other], lines[at]
            case 3:
                lines[at] = " " * dice.randint(1, 3) + lines[at]
            case 4:
                lines[at] = lines[at].removeprefix(" " * dice.randint(1, 4))
            case _:
                lines[at] = dice.choice(PIECES)
    return "\n".join(lines)


def scribble(text: str, dice: random.Random) -> str:
    """Pieces in any order; the text is not looked at."""
    return "".join(dice.choice(PIECES) + ("\n" if dice.random() < 0.3 else "") for _ in range(dice.randint(0, 60)))


CHANGES: tuple[Change, ...] = (change_characters, change_tokens, change_lines, scribble)


def documents(samples: Sequence[str], count: int, seed: int) -> list[bytes]:
    """``count`` documents made from samples: each change in turn, now and then in another encoding or cut off."""
    dice = random.Random(seed)  # noqa: S311 - nothing secret
    made = []
    for number in range(count):
        text = CHANGES[number % len(CHANGES)](dice.choice(samples), dice)
        encoding = dice.choice(("utf-8",) * 20 + ("gb18030", "utf-16"))
        content = text.encode(encoding, "surrogatepass" if encoding == "utf-8" else "replace")
        made.append(content[: dice.randrange(len(content) + 1)] if not dice.randrange(20) else content)
    return made


# ---------------------------------------------------------------------------------------------- judging


SAMPLES = Path(__file__).parents[1] / "samples"
FOLDER = "市场监管局"
_CHINESE = re.compile("[\u4e00-\u9fff]")
_QUOTED = re.compile("「.*?」|“.*?”|方案.yaml|单位.yaml|YAML|UTF-8|UTF-16|GB18030|GBK|MiB|U\\+[0-9A-F]+", re.DOTALL)
_ENGLISH = re.compile("[A-Za-z]{3,}")


def write_project(root: Path) -> Path:
    """A project whose one department has the offices of all the samples; the place of its one matter."""
    read = (check_project(folder).workspace for folder in sorted(SAMPLES.iterdir()) if folder.is_dir())
    workspaces = [workspace for workspace in read if workspace]
    departments = [one for workspace in workspaces for one in workspace.departments]
    offices = dict.fromkeys(office.name for department in departments for office in department.offices)
    rooms: list[Department | Plan] = [*departments, *(workspace.plan for workspace in workspaces)]
    outside = {body.name: body.level for room in rooms for body in room.outside_bodies}
    text = f"名称: {FOLDER}\n全称: 示范市{FOLDER}\n内设机构:\n" + "".join(f"  - {name}\n" for name in offices)
    if outside:
        text += "外部机构:\n"
    for level in sorted(set(outside.values())):
        text += f"  {level}:\n" + "".join(f"    - {name}\n" for name, its in outside.items() if its == level)
    (root / FOLDER).mkdir(parents=True)
    plan = (SAMPLES / "hailin" / "方案.yaml").read_text("utf-8").replace("口径:\n", "口径:\n  混合日: 折算\n")
    (root / "方案.yaml").write_text(plan, encoding="utf-8")
    (root / FOLDER / "单位.yaml").write_text(text, encoding="utf-8")
    return root / FOLDER / "01-事项.yaml"


def sample_matters() -> list[str]:
    """The texts of all matters of the samples."""
    rooms = ("方案.yaml", "单位.yaml")
    files = sorted(
        file for file in SAMPLES.glob("*/*/*.yaml") if file.name not in rooms and file.parent.name != "联审联批"
    )
    return [file.read_text("utf-8") for file in files if "expected" not in file.parts]


def complaints(checked: Checked) -> list[str]:
    """What is wrong with the answer to a document: places outside of their file, words not Chinese, silence."""
    found = []
    for finding in checked.findings:
        place = finding.place
        lines = checked.texts.get(place.file, "").split("\n")
        inside = 1 <= place.line <= len(lines) and 1 <= place.column <= len(lines[place.line - 1]) + 1
        if place.file in checked.texts and not inside:
            found.append(f"{place} {finding.code} is outside of the file")
        found += [
            f"{finding.code}: {words!r} is not Chinese"
            for words in (finding.message, finding.hint)
            if not _CHINESE.search(words) or _ENGLISH.search(_QUOTED.sub("", words))
        ]
    matters = checked.workspace.matters if checked.workspace else ()
    if not matters and not any(finding.severity is Severity.ERROR for finding in checked.findings):
        found.append("the matter is gone and nothing is said")
    sound = [matter.file for matter in checked.sound]
    if sound != [matter.matter.file for matter in checked.matters]:
        found.append("a sound matter has no process")
    return found

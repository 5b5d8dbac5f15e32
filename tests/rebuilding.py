"""A project edited at random, built again and again: a build that goes on must equal one from nothing."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import cli
from processes.checking import check_project
from processes.model.findings import Severity
from tests.declaring import DEPARTMENT_FILE, MATTER_FILE, PLAN_FILE, write

OTHER = """名称: 施工许可
类型: 行政审批事项
依据: 无
相对人: 企业
法定时限: 20工作日(《行政许可法》第四十二条)
出具: 许可证
条件: 无
优化前:
  承办: 建管股
  时限: 9工作日
  流程:
    - 受理 | 1工作日 | 形式审查
    - 送达 | 1工作日 | 送达
  材料: 申请书、身份证
优化后:
  时限: 5工作日
"""
PROJECT = f"""==> 住建局/单位.yaml <==
# 全文
名称: 住建局
全称: 示范市住建局
内设机构: 建管股
==> 住建局/01-施工许可.yaml <==
# 全文
{OTHER}"""

Edit = Callable[[Path, Random], None]


def start(root: Path) -> Path:
    """The small project and a second department."""
    return write(root, PROJECT)


def outputs(folder: Path) -> dict[str, bytes]:
    """Path → bytes of all that stands in an output folder, hidden files too."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def matters(root: Path) -> list[Path]:
    """The matter files there are."""
    return sorted(path for path in root.glob("*局/*.yaml") if path.name != "单位.yaml")


def _change(file: Path, pattern: str, new: Callable[[re.Match[str]], str]) -> None:
    text = file.read_text("utf-8")
    file.write_text(re.sub(pattern, new, text, count=1, flags=re.MULTILINE), encoding="utf-8", newline="\n")


def limit(root: Path, random: Random) -> None:
    """Another number of days."""
    days = random.randint(5, 30)
    if found := matters(root):
        _change(random.choice(found), r"时限: \d+工作日$", lambda _: f"时限: {days}工作日")


def remark(root: Path, random: Random) -> None:
    """A comment above everything: only the places change."""
    if found := matters(root):
        _change(random.choice(found), r"\A(# [^\n]*\n)?", lambda found: "" if found[1] else "# 说明一句\n")


def step(root: Path, random: Random) -> None:
    """A step more, or one less."""
    row = f"    - 复核{random.randint(1, 3)} | 1工作日 | 复核\n"

    def turn(found: re.Match[str]) -> str:
        return found[1] if found[2] else found[1] + row

    if found := matters(root):
        _change(random.choice(found), r"(^  承办: .*\n  时限: .*\n  流程:\n)(    - 复核.*\n)?", turn)


def add(root: Path, random: Random) -> None:
    """A matter more; its name may be that of another one, whose file name then changes."""
    number = random.randint(1, 4)
    folder = random.choice(("示范局", "住建局"))
    office = {"示范局": "综合股", "住建局": "建管股"}[folder]
    text = OTHER.replace("建管股", office).replace("施工许可", random.choice(("施工许可", "占道许可", "示范事项")))
    (root / folder / f"0{number}-新增.yaml").write_text(text, encoding="utf-8", newline="\n")


def remove(root: Path, random: Random) -> None:
    """A matter less, unless it is the last one."""
    found = matters(root)
    if len(found) > 1:
        random.choice(found).unlink()


def plan(root: Path, random: Random) -> None:
    """Something in the plan: the title of all forms, a switch, or a default of all matters."""
    change = random.choice(
        (
            ("城市", f"示范{random.choice('甲乙丙')}市"),
            ("口径", f"\n  环节程序: {random.choice(('环节与程序', '标准阶段', '交接次数'))}"),
            ("默认", f"\n  所有事项:\n    终审: {random.choice(('省终审', '海林终审'))}"),
        )
    )
    file = root / PLAN_FILE
    _change(file, rf"^{change[0]}:.*\n(?:  .*\n)*", lambda _: "")
    file.write_text(file.read_text("utf-8") + f"{change[0]}: {change[1]}\n".replace(": \n", ":\n"), encoding="utf-8")


def department(root: Path, random: Random) -> None:
    """Another full name: it stands on every chart and form of the department."""
    _change(root / DEPARTMENT_FILE, r"^全称: .*$", lambda _: f"全称: 示范市示范{random.randint(1, 9)}局")


BROKEN = "!错\n"
"""What makes a file unreadable at its head."""


def breaks(root: Path, random: Random) -> None:
    """A file that cannot be read."""
    if found := matters(root):
        _change(random.choice(found), r"\A", lambda _: BROKEN)


def mends(root: Path) -> bool:
    """Whether there was something to mend."""
    broken = [file for file in matters(root) if file.read_text("utf-8").startswith(BROKEN)]
    for file in broken:
        _change(file, BROKEN, lambda _: "")
    return bool(broken)


def restore(root: Path, _: Random) -> None:
    """Everything as it was at the start."""
    for file in matters(root):
        file.unlink()
    start(root)


def outputs_removed(root: Path, random: Random) -> None:
    """Somebody deletes a result."""
    found = sorted(path for path in (root / "成果").rglob("*") if path.is_file())
    random.choice(found).unlink()


EDITS: tuple[Edit, ...] = (limit, limit, remark, step, add, remove, plan, department, breaks, restore, outputs_removed)


def rebuild(root: Path, count: int, seed: int) -> int:
    """``count`` random edits, a build after each; every complete one is compared with one from nothing.

    Returns how many were compared. The output folder is ``成果`` in the project.
    """
    random = Random(seed)  # noqa: S311 - no secret
    start(root)
    assert (root / MATTER_FILE).is_file()
    assert cli.run(["build", str(root), "-o", str(root / "成果")]) == 0
    compared = 0
    trail = []
    for number in range(count):
        edit = random.choice(EDITS)
        # What cannot be read is mended next: as long as it is not, its old results stay, and nothing is compared.
        if mends(root):
            trail.append("mends")
        else:
            trail.append(edit.__name__)
            edit(root, random)
        code = cli.run(["build", str(root), "-o", str(root / "成果")])
        clean = root / "从头"
        assert cli.run(["build", str(root), "-o", str(clean)]) == code
        if code == 0 and not any(one.severity is Severity.ERROR for one in check_project(root).findings):
            assert outputs(root / "成果") == outputs(clean), f"{number} of seed {seed}: {trail[-8:]}"
            compared += 1
        shutil.rmtree(clean, ignore_errors=True)
    return compared

"""A generated project: any number of plausible matters, the same for the same seed."""

from __future__ import annotations

import random
from pathlib import Path

PLAN = """名称: 生成的方案
城市: 虚构县
报送: 县编办
部门:
  综合: {departments}
阶段:
  - 优化作风流程阶段 | 2018-01-31 | 附件6
终审: 省终审、县终审
默认:
  所有事项:
    收费: 不收费
    公开方式: 政府网站、办事窗口
    监督电话: 0453-5550900
"""
DEPARTMENT = """名称: {name}
全称: 虚构县{name}
内设机构:
  - 审批股 | 审批
  - 监管股 | 监管
  - 综合股
"""
STEPS = ("材料审查", "现场核查", "专家评议", "复审", "会签", "审核", "集体讨论", "公告", "信息核对", "汇总")
PROCEDURES = (
    "材料审核",
    "现场核查(2人以上)",
    "股长复核",
    "分管局长审核",
    "征求意见",
    "信息核对",
    "出具意见",
    "登记",
    "集体讨论",
)
MATERIALS = (
    "申请书",
    "身份证复印件(可共享)",
    "营业执照复印件",
    "场所证明",
    "管理制度",
    "人员名单",
    "照片(2张)",
    "检测报告",
    "承诺书",
    "章程",
)
OFFICES = ("审批股", "监管股", "综合股")
PER_DEPARTMENT = 100


def write_project(root: Path, count: int, seed: int = 1, per_department: int = PER_DEPARTMENT) -> None:
    """``count`` matters under ``root``, so many a department; about 45 lines and 700 characters each."""
    dice = random.Random(seed)  # noqa: S311 - nothing secret
    names = [f"第{number}局" for number in range(1, (count + per_department - 1) // per_department + 1)]
    root.mkdir(parents=True, exist_ok=True)
    (root / "方案.yaml").write_text(PLAN.format(departments="、".join(names)), encoding="utf-8")
    for index in range(count):
        name = names[index // per_department]
        folder = root / name
        if index % per_department == 0:
            folder.mkdir()
            (folder / "单位.yaml").write_text(DEPARTMENT.format(name=name), encoding="utf-8")
        number = index % per_department + 1
        (folder / f"{number:02d}-事项{index}.yaml").write_text(matter(index, dice), encoding="utf-8")


def matter(index: int, dice: random.Random) -> str:
    """One matter file."""
    before = dice.sample(STEPS, dice.randint(3, 6))
    kept = before[: dice.randint(1, len(before) - 1)]
    merged = [step for step in before if step not in kept]
    materials = dice.sample(MATERIALS, dice.randint(3, 8))
    old = [("受理", ""), *((step, "") for step in before), ("制证送达", "")]
    new = [("受理", ""), *((step, "") for step in kept), ("决定", "、".join(merged)), ("制证送达", "")]
    return "\n".join(
        [
            f"名称: 第{index}号许可证核发",
            "类型: 行政审批事项",
            "依据:",
            f"  法律: 《虚构法》第{index % 90 + 1}条",
            "相对人: 企业、个人",
            "法定时限: 60工作日(《行政许可法》第四十二条)",
            f"出具: 第{index}号许可证",
            "条件:",
            "  - 有固定场所",
            "  - 有管理制度",
            "",
            *_version("优化前", old, materials, dice),
            "",
            *_version("优化后", new, materials[: dice.randint(1, len(materials))], dice),
            "",
        ]
    )


def _version(title: str, steps: list[tuple[str, str]], materials: list[str], dice: random.Random) -> list[str]:
    rows: list[str] = []
    total = 0
    for step, origins in steps:
        days = dice.randint(1, 5)
        total += days
        office = dice.choice(OFFICES)
        procedures = "、".join(dice.sample(PROCEDURES, dice.randint(1, 3)))
        row = f"{step} | {office} | {days}工作日 | {procedures}"
        rows += [f"    - 环节: {row}", f"      沿自: {origins}"] if origins else [f"    - {row}"]
    return [
        f"{title}:",
        f"  时限: {total}工作日",
        "  流程:",
        *rows,
        "  材料:",
        *(f"    - {name}" for name in materials),
    ]

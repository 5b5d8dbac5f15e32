"""A small project with stages, changed and filed: with it the tests of ``submit``, ``review``, ``history`` begin."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.commands.conftest import STAGES, Ran
from tests.declaring import write

Zaizao = Callable[..., Ran]

MATTER = "示范局/01-示范事项.yaml"
SHORTER = "优化后:\n  时限: 5工作日\n  流程:\n    - 受理 | 综合股 | 1工作日 | 形式审查\n    - 决定 | 局领导 | 2工作日 | 局长签批\n"
LONGER = """优化前:
  时限: 14工作日
  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查
    - 审查 | 业务股 | 9工作日 | 材料审核
    - 决定 | 局领导 | 2工作日 | 局长签批
    - 送达 | 综合股 | 1工作日 | 送达
  材料: 申请书、身份证复印件
"""
OURS = ("--部门", "示范局")


def change(root: Path, text: str) -> None:
    """Lay a text over the matter, or over the files that it names; the plan stays."""
    write(root, f"==> 方案.yaml <==\n{STAGES}" + (text if text.startswith("==> ") else f"==> {MATTER} <==\n{text}"))


def submit(zaizao: Zaizao, stage: int = 2, *more: str) -> Ran:
    """The department files its stage."""
    return zaizao("submit", *OURS, "--阶段", stage, "--经办", "张三", *more)

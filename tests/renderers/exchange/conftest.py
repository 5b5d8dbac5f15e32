"""A matter with whatever a process can have, and the sample matters."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from processes.checking import Checked, check_project
from processes.model.process import CheckedMatter
from tests.declaring import Declared

SAMPLES = Path(__file__).parents[3] / "samples"
MANY = """支线:
  整改:
    - 环节: 告知 | 业务股 | 1工作日 | 告知
      去向: 联审
优化前:
  承办: 综合股
  时限: 20工作日
  流程:
    - 受理 | 1工作日 | 形式审查、=登记(2人以上)
    - 环节: 联审 | 6工作日
      并联:
        - 甲审 | 公安局 | 5工作日 | 联合踏勘
        - 依次:
            - 乙审 | 业务股/审查岗 | 不计时限(听证) | 联合踏勘
            - 丙审 | 业务股 | 1工作日 | 复核(法定)
      去向:
        不合格: 整改
        没意见、"好"<b>: 下一环节
    - 环节: 送达 | 即时 | 送达
      不计环节: 办结以后
  材料: 申请书(原件1份、复印件2份)、身份证(可共享)
优化后:
  时限: 即时
  收费: 工本费 | 每证4元 | 《价格法》第一条
"""


@pytest.fixture
def matter(declare: Callable[[str], Declared]) -> CheckedMatter:
    """The matter above, in the small project."""
    return declare(MANY).checked_matter


@pytest.fixture(scope="session")
def samples() -> tuple[Checked, ...]:
    """Both sample projects, checked."""
    return tuple(check_project(SAMPLES / name) for name in ("hailin", "edge"))

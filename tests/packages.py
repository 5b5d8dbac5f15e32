"""A project with five stages for the tests of packages, and packages looked into."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

from processes.model.package import COVER, MANIFEST, MISSING
from tests.commands.conftest import text_of
from tests.declaring import write

STAGES = """阶段:
  - “两集中三到位”改革阶段 | 2017-12-31 | 调整意见、附件1
  - 流程再造梳理评估阶段 | 2017-12-31 | 附件4、附件5
  - 优化作风流程阶段 | 2018-01-31 | 附件6、附件7、附件8
  - 入驻市行政服务中心阶段 | 2018-03-31 | 入驻事项清单、窗口授权书
  - 总结验收阶段 | 2018-03-31 | 工作总结、附件9、附件10
"""
OURS = ("--部门", "示范局")
OTHER = """==> 住建局/单位.yaml <==
# 全文
名称: 住建局
全称: 示范市住建局
内设机构: 建管股
==> 住建局/01-占道证明.yaml <==
# 全文
名称: 占道证明
类型: 公共服务事项
种类: 其他
依据: 无
相对人: 公民
法定时限: 无
出具: 证明
条件: 无
优化前:
  承办: 建管股
  时限: 9工作日
  流程:
    - 受理 | 1工作日 | 形式审查
    - 送达 | 1工作日 | 送达
  材料: 申请书
优化后: 取消
"""


def change(root: Path, text: str) -> Path:
    """Lay a text over the project; the plan stays."""
    return write(root, f"==> 方案.yaml <==\n{STAGES}{text}")


def package(stage: int, owner: str = "示范局", folder: str | Path = "报送包") -> Path:
    """Where a package is."""
    return Path(folder) / f"第{stage}阶段" / f"{owner}-第{stage}阶段.zip"


def inside(file: Path) -> dict[str, bytes]:
    """The files of a package, by path in its folder."""
    with ZipFile(file) as archive:
        return {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}


def papers(file: Path) -> list[str]:
    """What is filed, without the lists."""
    return sorted(name for name in inside(file) if name not in (COVER, MISSING, MANIFEST))


def lists(file: Path) -> tuple[str, str]:
    """The text of 报送材料清单 and of 缺件清单."""
    content = inside(file)
    return text_of(content[COVER]), text_of(content[MISSING])


def of(stage: int) -> tuple[str, ...]:
    """The option that means a stage."""
    return ("--阶段", str(stage))

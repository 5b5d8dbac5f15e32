"""A small complete project, and what a test lays over it.

A text is laid over a file by its top-level keys: what it says comes first, so that line 3 of the text is line 3 of the
file, and what it does not say follows from the small project. Three comments steer that:

- ``# 不要: 条件、出具`` leaves keys of the small project out;
- ``# 全文`` takes the text alone;
- ``# 删除`` leaves the file out.

A text of several files has a line ``==> 示范局/单位.yaml <==`` before each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from processes.checking import Checked
from processes.model.findings import Finding
from processes.model.matter import Matter, Version
from processes.model.places import Place
from processes.model.process import CheckedMatter, Process, Step

PLAN = """名称: 示范市工作方案
城市: 示范市
报送: 市编办
部门:
  综合部门: 示范局、发改局、住建局、公安局、税务局
阶段:
  - 优化作风流程阶段 | 2018-01-31 | 附件6、附件7、附件8
平台: 海林市行政权力流程梳理平台、省权力信息管理平台
终审: 省终审、海林终审
承接层级: 镇(乡)、社区(村)
外部机构:
  上级: 省示范厅
  下级: 村委会
  中介: 检测中心
"""

DEPARTMENT = """名称: 示范局
全称: 示范市示范局
内设机构:
  - 综合股
  - 业务股 | 监管
  - 行政审批股 | 审批 | 新设
"""

MATTER = """名称: 示范事项
类型: 行政审批事项
依据: 无
相对人: 企业
法定时限: 20工作日(《行政许可法》第四十二条)
出具: 许可证
条件: 无
优化前:
  时限: 10工作日
  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查
    - 审查 | 业务股 | 5工作日 | 材料审核
    - 决定 | 局领导 | 2工作日 | 局长签批
    - 送达 | 综合股 | 1工作日 | 送达
  材料: 申请书、身份证复印件
优化后: 不变
"""

PROJECT = """名称: 示范项目
牵头: 发改局
优化前:
  - 备案 | 发改局 | 5工作日
  - 许可 | 住建局 | 15工作日 | 备案
优化后:
  - 备案 | 发改局 | 1工作日
  - 许可 | 住建局 | 7工作日 | 备案
"""

CALENDAR = """年份: 2027
依据: 国务院办公厅通知
放假:
  - 2027-01-01~2027-01-03
  - 2027-02-05~2027-02-11
  - 2027-10-01~2027-10-07
上班: 无
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """The files that a text is laid over."""

    plan: str = PLAN
    department: str = DEPARTMENT
    matter: str = MATTER
    project: str = PROJECT

    def under(self, path: str) -> str:
        """What a file of that path is laid over."""
        if path == PLAN_FILE:
            return self.plan
        if path.startswith("清单/"):
            return ""
        if path.startswith("日历/"):
            return CALENDAR
        if path.startswith("联审联批/"):
            return self.project
        return self.department if path.endswith("单位.yaml") else self.matter


SMALL = Base()

PLAN_FILE = "方案.yaml"
DEPARTMENT_FILE = "示范局/单位.yaml"
MATTER_FILE = "示范局/01-示范事项.yaml"
PROJECT_FILE = "联审联批/01-示范项目.yaml"
CALENDAR_FILE = "日历/2027.yaml"

_MARK = re.compile(r"^==> (.+) <==\n", re.MULTILINE)
_BLOCKS = re.compile(r"^(?=\S)", re.MULTILINE)
_KEY = re.compile(r"^([^\s#:：]+):", re.MULTILINE)


def lay_over(base: str, text: str) -> str:
    """``text``, then the top-level keys of ``base`` that it does not have."""
    if text.startswith("# 全文"):
        return text
    said = set(_KEY.findall(text))
    for line in re.findall(r"^# 不要: (.+)$", text, re.MULTILINE):
        said.update(line.split("、"))
    text = text if text.endswith("\n") or not text else f"{text}\n"
    return text + "".join(block for block in _BLOCKS.split(base) if (key := _KEY.match(block)) and key[1] not in said)


def parts(text: str) -> Iterator[tuple[str, str]]:
    """Each file of a text, with what is laid over it; a text without marks is that of the matter file."""
    _, *found = _MARK.split(f"==> {MATTER_FILE} <==\n{text}" if not _MARK.match(text) else text)
    yield from zip(found[::2], found[1::2], strict=True)


def files_of(text: str, base: Base = SMALL) -> dict[str, str]:
    """Path → content of the small project with ``text`` laid over it."""
    files = {path: base.under(path) for path in (PLAN_FILE, DEPARTMENT_FILE, MATTER_FILE)}
    for path, said in parts(text):
        if said.startswith("# 删除"):
            files.pop(path, None)
        else:
            files[path] = lay_over(base.under(path), said)
    return files


def write(root: Path, text: str, base: Base = SMALL) -> Path:
    """The small project with ``text`` laid over it, in the folder ``root``."""
    for path, content in files_of(text, base).items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8", newline="")
    return root


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """A small project with a text laid over it, as checked."""

    root: Path
    checked: Checked

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, in order of place."""
        return self.checked.findings

    @property
    def codes(self) -> list[str]:
        """The codes of the findings, in order of place."""
        return [finding.code for finding in self.findings]

    def found(self, code: str) -> Finding:
        """The finding of a code; there must be one and no other."""
        (finding,) = (finding for finding in self.findings if finding.code == code)
        return finding

    def position(self, code: str) -> str:
        """``line:column`` of the finding of a code."""
        return position(self.found(code).place)

    @property
    def matter(self) -> Matter:
        """The matter of the small project, as declared."""
        workspace = self.checked.workspace
        assert workspace is not None, self.findings
        assert workspace.matters, self.findings
        return workspace.matters[0]

    @property
    def after_version(self) -> Version:
        """优化后, as declared."""
        after = self.matter.after
        assert after is not None
        return after

    @property
    def checked_matter(self) -> CheckedMatter:
        """The matter of the small project, with its processes."""
        assert self.checked.matters, self.findings
        return self.checked.matters[0]

    @property
    def before(self) -> Process:
        """The process of 优化前."""
        return self.checked_matter.before

    @property
    def after(self) -> Process:
        """The process of 优化后."""
        after = self.checked_matter.after
        assert after is not None
        return after


def position(place: Place) -> str:
    """``line:column``."""
    return f"{place.line}:{place.column}"


def step_named(process: Process, name: str) -> Step:
    """The step of a name; there must be one and no other."""
    (step,) = (step for step in process.steps if step.name == name)
    return step


def flows_of(process: Process) -> dict[tuple[str, str], tuple[str, str]]:
    """Source and condition → target and kind."""
    return {(flow.source, flow.condition): (flow.target, flow.kind.value) for flow in process.flows}

"""N212: 优化前 as filed beside 优化前 as it is."""

from __future__ import annotations

from collections.abc import Callable

from engine.frozen import RULE, Frozen, check
from processes.model.filing import Submission
from processes.model.findings import Finding
from tests.declaring import MATTER_FILE, Declared
from tests.filings import BEGIN

SUBMISSION = Submission(
    department="示范局",
    stage=2,
    stage_name="梳理评估",
    version=3,
    digest="0" * 64,
    filed_at=BEGIN,
    who="张三",
    errors=0,
    warnings=0,
)


def found(
    declare: Callable[[str], Declared], now: str, *, files: tuple[str, ...] | None = (MATTER_FILE,)
) -> list[Finding]:
    """What N212 says of the small project with ``now`` laid over it, filed without."""
    filed, declared = declare("").checked, declare(now).checked
    assert declared.workspace is not None
    (department,) = declared.workspace.departments
    frozen = Frozen(submission=SUBMISSION, matters=filed.matters)
    return list(check(frozen, department, declared.matters, declared.workspace.plan.switches, asked=files))


def test_a_longer_limit_is_told_where_it_stands(declare: Callable[[str], Declared]) -> None:
    """With how much, and the version it was filed in."""
    (one,) = found(
        declare,
        "优化前:\n  时限: 15工作日\n  流程:\n    - 受理 | 综合股 | 1工作日 | 形式审查\n    - 审查 | 业务股 | 10工作日 | 材料审核\n"
        "    - 决定 | 局领导 | 2工作日 | 局长签批\n    - 送达 | 综合股 | 1工作日 | 送达\n  材料: 申请书、身份证复印件\n",
    )
    assert one.code == RULE.code
    assert one.message.startswith("「示范事项」的优化前和第二阶段报送的第3版不一样:环节 4")
    assert "时限 10→15工作日" in one.message
    assert (one.place.file, one.place.line) == (MATTER_FILE, 2)


def test_another_way_of_writing_is_no_change(declare: Callable[[str], Declared]) -> None:
    """Full-width marks, long forms, comments."""
    assert (
        found(
            declare,
            "优化前:\n  时限: １０工作日\n  流程:  # 改了写法\n    - 环节: 受理\n      承办: 综合股\n      时限: 1工作日\n      程序: 形式审查\n"
            "    - 审查｜业务股｜5工作日｜材料审核\n    - 决定 | 局领导 | 2工作日 | 局长签批\n    - 送达 | 综合股 | 1工作日 | 送达\n"
            "  材料:\n    - 申请书\n    - 身份证复印件\n",
        )
        == []
    )


def test_what_the_reform_changes_is_no_change_of_how_it_was(declare: Callable[[str], Declared]) -> None:
    """优化后 is what the third stage is about."""
    assert found(declare, "优化后:\n  时限: 5工作日\n") == []


def test_a_matter_that_is_gone_is_told_at_its_department(declare: Callable[[str], Declared]) -> None:
    """But not while its file is there with errors in it, nor when only a single file is looked at."""
    gone = f"==> {MATTER_FILE} <==\n# 删除\n==> 示范局/02-别的.yaml <==\n名称: 河道采砂许可\n依据: 无\n优化前:\n  时限: 3工作日\n  流程:\n    - 登记 | 业务股 | 3工作日 | 登记\n  材料: 无\n"
    (one,) = found(declare, gone, files=("示范局/02-别的.yaml",))
    assert one.message == "第二阶段报送的第3版里的「示范事项」现在没有了"
    assert one.place.file == "示范局/单位.yaml"
    assert found(declare, gone, files=(MATTER_FILE, "示范局/02-别的.yaml")) == []
    assert found(declare, gone, files=None) == []


def test_what_was_not_touched_is_not_compared(declare: Callable[[str], Declared]) -> None:
    """The caller knows it by its bytes."""
    declared = declare("").checked
    assert declared.workspace is not None
    (department,) = declared.workspace.departments
    frozen = Frozen(submission=SUBMISSION, matters=(), same=(MATTER_FILE,))
    switches = declared.workspace.plan.switches
    assert list(check(frozen, department, declared.matters, switches, asked=(MATTER_FILE,))) == []

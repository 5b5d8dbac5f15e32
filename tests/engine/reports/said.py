"""Every kind of change with its sign, word and text, but those of the order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from engine.diff.changes import Change
from engine.diff.changes.facts import BranchChanged, Fact, FactChanged, LimitChanged
from engine.diff.changes.materials import (
    MaterialAdded,
    MaterialAspect,
    MaterialChanged,
    MaterialRemoved,
    MaterialReplaced,
)
from engine.diff.changes.procedures import (
    ProcedureAdded,
    ProcedureChanged,
    ProcedureMoved,
    ProcedureRemoved,
    ProcedureReplaced,
)
from engine.diff.changes.steps import (
    StepAdded,
    StepChange,
    StepChanged,
    StepKept,
    StepRemoved,
    StepsMerged,
    StepSplit,
    StepsRegrouped,
)
from engine.diff.details import (
    CountingChanged,
    ExitsChanged,
    HoldersChanged,
    MembersChanged,
    StepLimitChanged,
    StepProceduresChanged,
    StepRenamed,
)
from engine.diff.exits import Way
from engine.diff.groups import Evidence
from engine.diff.owned import OwnedProcedure
from processes.declaration.cells import parse_limit
from processes.model.flow import Procedure
from processes.model.limits import TimeLimit
from processes.model.matter import Material
from processes.model.places import Place
from processes.model.process import Step

MakeStep = Callable[..., Step]

SIDES: dict[str, Any] = {"before_places": (Place("a", 1, 2),), "after_places": (Place("a", 3, 4),)}
BY_NAME: dict[str, Any] = {**SIDES, "evidence": (Evidence.NAME,)}


def limit(text: str) -> TimeLimit:
    """A limit as written."""
    parsed = parse_limit(text)
    assert parsed is not None
    return parsed


def act(name: str, step: Step, people: int = 0, excluded: str = "") -> OwnedProcedure:
    """A procedure of a step."""
    return OwnedProcedure(Procedure(name=name, people=people, excluded=excluded), step)


def cases(step: MakeStep) -> list[tuple[Change, str]]:
    """Each change with its sign, word and text."""
    old, new = step("审批", "局领导", "3工作日"), step("决定", "审批股/首席岗", "2工作日")
    first, second = step("初审", "业务股", "4工作日"), step("复审", "局领导", "3工作日")
    one = step("审查", "审批股", "5工作日")
    inside: tuple[StepChange, ...] = (
        StepAdded(**SIDES, step=step("税审", "地税局")),
        StepChanged(**BY_NAME, before=old, after=old, details=(StepRenamed("审批", "决定"),)),
    )
    details = (
        StepRenamed("审批", "决定"),
        HoldersChanged(old.holders, new.holders),
        StepLimitChanged(old.limit, new.limit),
        StepProceduresChanged(("甲", "乙"), ("丙",), ("丁",), ("戊",), ((("己",), ("庚",)),)),
        ExitsChanged((Way("补材料", "受理", "受理"), Way("", "审查")), (Way("", "审查"), Way("同意", "办结"))),
        MembersChanged(inside),
    )
    return [
        (StepRemoved(**SIDES, step=first), "− 取消 「初审」:承办 业务股;时限 4工作日"),
        (
            StepAdded(**SIDES, step=step("归档", "业务股", "无", uncounted="内部归档")),
            "＋ 新增 「归档」:承办 业务股;不计环节(内部归档)",
        ),
        (StepKept(**BY_NAME, before=first, after=first), "＝ 保留 「初审」"),
        (
            StepChanged(**BY_NAME, before=old, after=new, details=details),
            (
                "～ 调整 「审批」→「决定」(名称):更名;承办 局领导→审批股/首席岗;时限 3工作日→2工作日;"
                "程序 减2个、增1个、移出1个、移入1个、替换1个;减去向 补材料→受理;增去向 同意→办结;"
                "并联各路 新增「税审」(承办 地税局;时限 1工作日)、更名「审批」"
            ),
        ),
        (
            StepChanged(**BY_NAME, before=first, after=first, details=(CountingChanged("", "通报"),)),
            "～ 调整 「初审」:改为不计环节(通报)",
        ),
        (
            StepChanged(**BY_NAME, before=first, after=first, details=(CountingChanged("通报", ""),)),
            "～ 调整 「初审」:改为计入环节(原不计:通报)",
        ),
        (
            StepsMerged(**BY_NAME, before=(first, second), after=one, members=("甲审", "乙审")),
            "⊃ 合并 「初审」「复审」→「审查」(名称):承办 业务股、局领导→审批股;时限合计 7工作日→5工作日;并联办理 甲审、乙审",
        ),
        (
            StepsMerged(**BY_NAME, before=(first, second), after=step("审查", "业务股、局领导", "7自然日")),
            "⊃ 合并 「初审」「复审」→「审查」(名称)",
        ),
        (
            StepsMerged(**BY_NAME, before=(first, second), after=step("审查", "审批股", "即时")),
            "⊃ 合并 「初审」「复审」→「审查」(名称):承办 业务股、局领导→审批股;时限合计 7工作日→即时办结",
        ),
        (
            StepsMerged(**BY_NAME, before=(step("甲", "业务股", "无"),), after=step("乙", "业务股", "4工作日")),
            "⊃ 合并 「甲」→「乙」(名称):时限合计 无→4工作日",
        ),
        (
            StepSplit(**BY_NAME, before=one, after=(first, second)),
            "⊂ 拆分 「审查」→「初审」「复审」(名称):承办 审批股→业务股、局领导;时限合计 5工作日→7工作日",
        ),
        (
            StepsRegrouped(**BY_NAME, before=(first, one), after=(first, one)),
            "⇄ 重组 「初审」「审查」",
        ),
        (ProcedureRemoved(**SIDES, procedure=act("复核", second)), "− 取消 「复核」:原属环节「复审」"),
        (ProcedureAdded(**SIDES, procedure=act("公示", one)), "＋ 新增 「公示」:属环节「审查」"),
        (
            ProcedureMoved(**SIDES, before=act("登记", first), after=act("登记", one)),
            "→ 移动 「登记」:由环节「初审」移至环节「审查」",
        ),
        (
            ProcedureReplaced(**SIDES, before=(act("审核", old), act("签批", old)), after=(act("审批决定", new),)),
            "⇒ 替换 「审核」「签批」→「审批决定」",
        ),
        (
            ProcedureChanged(**SIDES, before=act("核查", one, 2), after=act("核查", one, excluded="检测")),
            "～ 调整 「核查」:人数 2人以上→未定;不计时限 否→检测",
        ),
        (MaterialRemoved(**SIDES, material=Material(name="照片")), "− 取消 「照片」"),
        (MaterialAdded(**SIDES, material=Material(name="承诺书")), "＋ 新增 「承诺书」"),
        (
            MaterialReplaced(**SIDES, before=(Material(name="证明"),), after=(Material(name="承诺书"),)),
            "⇒ 替换 「证明」→「承诺书」",
        ),
        (
            MaterialChanged(
                **SIDES,
                before=Material(name="表", copies="2份", source="自备", basis="甲", shared=False),
                after=Material(name="表", source="中介", basis="乙", shared=True),
                aspects=tuple(MaterialAspect),
            ),
            "～ 调整 「表」:份数 2份→1份;来源 自备→中介;依据 甲→乙;可共享 否→是",
        ),
        (LimitChanged(**SIDES, before=limit("10工作日"), after=limit("即时")), "～ 调整 办结时限 10工作日→即时"),
        (
            FactChanged(**SIDES, fact=Fact.FEES, before=("工本费(每证4元)",), after=("不收费",)),
            "～ 调整 收费 工本费(每证4元)→不收费",
        ),
        (FactChanged(**SIDES, fact=Fact.LOCATION, before=(), after=("中心",)), "～ 调整 办理地点 无→中心"),
        (
            FactChanged(**SIDES, fact=Fact.CONDITIONS, before=("有场所", "有设备"), after=("有设备", "有人员")),
            "～ 调整 「办理条件」:减 有场所;增 有人员",
        ),
        (
            FactChanged(**SIDES, fact=Fact.CONDITIONS, before=("甲", "乙"), after=("乙", "甲")),
            "～ 调整 「办理条件」:顺序调整",
        ),
        (
            BranchChanged(**SIDES, name="补正", before=(), after=(first,), changes=(StepAdded(**SIDES, step=first),)),
            "＋ 新增 「支线:补正」:环节 初审",
        ),
        (
            BranchChanged(
                **SIDES, name="补正", before=(first, second), after=(), changes=(StepRemoved(**SIDES, step=first),)
            ),
            "− 取消 「支线:补正」:环节 初审、复审",
        ),
        (
            BranchChanged(**SIDES, name="补正", before=(first,), after=(first,), changes=inside),
            "～ 调整 「支线:补正」:新增「税审」(承办 地税局;时限 1工作日)、更名「审批」",
        ),
    ]

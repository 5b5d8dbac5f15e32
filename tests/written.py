"""Values and documents of the declaration format, drawn from the shapes: hypothesis strategies, and how to write them.

A value is a text, a list or a mapping. Most are good; what reading says of them is for the test to ask.
"""

from __future__ import annotations

from hypothesis import strategies as st

from processes.declaration.department_file import OFFICE, Headcounts, Offices
from processes.declaration.flow_file import ENTRIES, STEP, Branches, Entries, Exits, ParallelBranches
from processes.declaration.kinds import ABSENT, Kind, Table
from processes.declaration.matter_parts import FEE, MATERIAL, STATUTORY_LIMIT, Bases, Fees, Materials, StatutoryLimits
from processes.declaration.nodes import Scalar, Sequence
from processes.declaration.plan_file import INTERMEDIARY, LEVELS, Groups, OutsideBodies
from processes.declaration.procedures import PROCEDURE, Procedures
from processes.declaration.reporting import Reporter
from processes.declaration.rows import Rows
from processes.declaration.shapes import Shape
from processes.model.vocabulary import KINDS, BasisRank

Value = str | list["Value"] | dict[str, "Value"]

TEXTS = (
    *(
        "甲",
        "甲乙丙",
        "甲、乙",
        "甲、、乙",
        "甲，乙",
        "甲(乙)",
        "甲/乙",
        "甲乙\n丙丁",
        "綜合股",
        "𠮷",
        "甲" * 201,
        "甲" * 1001,
    ),
    *("无", "不变", "取消", "即时", "结束", "下一环节", "不收费", "是", "否", "yes", "null", "甲：乙"),
    *("1", "0", "010", "12345", "３", "1.5", "-1", "1e3", "0x1F", "1234567890", "2017", "157100", "0453-5550900"),
    *(
        "20工作日",
        "２０工作日",
        "20个工作日",
        "0.5工作日",
        "60自然日",
        "4小时",
        "20",
        "20天",
        "0工作日",
        "20 工作日",
        "1/3",
        "３/４",
    ),
    *(
        "不计时限(听证)",
        "5工作日不计时限（专家评审）",
        "不计时限(《招标投标法》第十条)",
        "不计时限(等待)",
        "12345工作日",
    ),
    *("2017-10-31", "２０１７-1-1", "2017-13-01", "2018-02-15~2018-02-21", "2018-02-15～2018-02-21", "2017年"),
    *(
        "企业、个人",
        "企业",
        "窗口",
        "网上、窗口",
        "受理",
        "受理、审查",
        "行政审批事项",
        "公共服务事项",
        "其他事项",
        "行政许可",
        "社会保障",
    ),
    *(
        "审批",
        "新设",
        "已建立",
        "按部门",
        "程序",
        "净减",
        "种类",
        "折算",
        "允许",
        "决定",
        "忽略",
        "重点项目",
        "一件事",
        "金额",
    ),
    *("申请书(原件1份)", "申请书（2份、可共享）", "申请书(2份、甲)", "现场核查(2人以上)", "现场核查(法定)、审核"),
    *("20工作日(《行政许可法》第四十二条)", "20工作日（《行政许可法》）", "无(甲)", "20工作日(甲", "《法》第一条"),
    *(
        "受理 | 综合股 | 1工作日 | 核对",
        "受理｜综合股｜１工作日",
        "受理 | 即时 | 核对、登记(2人以上)",
        "受理 | 无",
        "受理 | 甲 | 乙 | 无",
    ),
    *(
        "工本费 | 每证4元",
        "工本费 | 每证4元 | 《法》",
        "甲 | 乙 | 丙 | 丁",
        "甲 | 乙 | 丙 | 丁 | 戊",
        "甲 | ",
        "无 | 甲",
    ),
    *(
        "决定 之前必有 受理",
        "审查与决定不由同一岗位",
        "环节数 不超过 6",
        "每条路径 不超过 承诺时限 | 行政许可",
        "决定 之前 受理",
    ),
    *("甲 | 2018-01-31 | 附件4、附件5", "甲 | 审批 | 新设", "甲 | 审批", "备案 | 甲局 | 2工作日 | 无", "甲 | 乙局"),
)
"""Texts of every kind, good for one key and wrong for another."""
TRUTHS = ("true", "False")
"""Texts that YAML takes for something else and no completion should offer."""

INSIDE: dict[type, Shape] = {
    Entries: STEP,
    ParallelBranches: STEP,
    Branches: STEP,
    Fees: FEE,
    Materials: MATERIAL,
    Procedures: PROCEDURE,
    Offices: OFFICE,
    StatutoryLimits: STATUTORY_LIMIT,
    OutsideBodies: INTERMEDIARY,
}
"""Kind → the shape of what it is written out in."""

FREE_KEYS: dict[type, tuple[str, ...]] = {
    Bases: tuple(BasisRank),
    Branches: ("不予受理", "不予许可", "听证"),
    Exits: ("同意", "不同意"),
    Groups: ("经济部门", "管理部门"),
    Headcounts: ("改革前", "改革后"),
    OutsideBodies: tuple(LEVELS),
    Table: ("R413", "承诺时限"),
}
"""Kind → keys of its mapping, where they are not those of a shape."""


_GOOD: dict[int, tuple[str, ...]] = {}
_DRAWN: dict[tuple[int, int], st.SearchStrategy[Value]] = {}
"""What has been worked out for a kind, by its identity: kinds live as long as the program."""


def good_texts(kind: Kind) -> tuple[str, ...]:
    """The texts that reading takes for a value of this kind."""
    if id(kind) in _GOOD:
        return _GOOD[id(kind)]
    good = []
    for text in TEXTS:
        report = Reporter("甲.yaml")
        read = kind.read(Scalar(text, 0, 0, offsets=False), report)
        if read is not ABSENT and not report.findings:
            good.append(text)
    return _GOOD.setdefault(id(kind), tuple(good))


def texts(kind: Kind) -> st.SearchStrategy[str]:
    """Mostly good ones."""
    any_text = st.sampled_from(TEXTS)
    good = good_texts(kind)
    return st.one_of(*[st.sampled_from(good)] * 12, any_text) if good else any_text


def takes_lists(kind: Kind) -> bool:
    """Whether reading takes a list of one text for a value of this kind."""
    node = Sequence(0, 0, None)
    good = good_texts(kind)
    node.items = [Scalar(good[0] if good else "甲", 0, 0, offsets=False)]
    report = Reporter("甲.yaml")
    return kind.read(node, report) is not ABSENT and not report.findings


def values(kind: Kind, depth: int) -> st.SearchStrategy[Value]:
    """Values to stand behind a key of this kind, with mappings ``depth`` levels deep."""
    key = (id(kind), depth)
    if key not in _DRAWN:
        _DRAWN[key] = st.deferred(lambda: _values(kind, depth))
    return _DRAWN[key]


def _values(kind: Kind, depth: int) -> st.SearchStrategy[Value]:
    shape = kind if isinstance(kind, Shape) else kind.shape if isinstance(kind, Rows) else getattr(kind, "shape", None)
    shape = shape or INSIDE.get(type(kind))
    forms: list[st.SearchStrategy[Value]] = [texts(kind)] if good_texts(kind) else []
    if takes_lists(kind):
        forms.append(st.lists(texts(kind), min_size=1, max_size=3, unique=True).map(list))
    if shape and depth:
        mapping = mappings(shape, depth - 1)
        item = st.one_of(texts(shape), mapping) if good_texts(shape) else mapping
        forms.append(mapping)
        if not isinstance(kind, Shape):
            forms.append(st.lists(item, min_size=1, max_size=3).map(list))
        if type(kind) is ParallelBranches:
            several = st.fixed_dictionaries({"依次": values(ENTRIES, depth - 1)})
            forms += [st.lists(st.one_of(item, several), min_size=2, max_size=3).map(list)] * 3
    if keys := FREE_KEYS.get(type(kind)):
        inner = st.lists(st.sampled_from(TEXTS), min_size=1, max_size=2).map(list)
        value: st.SearchStrategy[Value] = st.one_of(st.sampled_from(TEXTS), inner)
        if isinstance(kind, Table):
            value = texts(kind.kind)
        elif shape and depth:
            value = st.one_of(values(ENTRIES, depth - 1) if type(kind) is Branches else value, mappings(shape, 0))
        forms += [st.dictionaries(st.sampled_from(keys), value, min_size=1, max_size=2)] * 2
    return st.one_of(forms) if forms else st.sampled_from(TEXTS)


def mappings(shape: Shape, depth: int) -> st.SearchStrategy[Value]:
    """A mapping with the required keys of a shape and some others."""
    required = {key.name: values(key.kind, depth) for key in shape.required}
    optional = {key.name: values(key.kind, depth) for key in shape.keys if not key.required}
    least = 0 if required else 1
    few = st.lists(
        st.sampled_from(sorted(optional) or [""]), min_size=least, max_size=3 if optional else 0, unique=True
    )
    return few.flatmap(lambda names: st.fixed_dictionaries({**required, **{name: optional[name] for name in names}}))


def documents(shape: Shape) -> st.SearchStrategy[dict[str, Value]]:
    """Whole files: every required key with a text that reading takes, where there is one."""
    required = {key.name: st.sampled_from(good) for key in shape.required if (good := good_texts(key.kind))}
    kinds = st.sampled_from([word for words in KINDS.values() for word in words])
    more = {"种类": kinds, "条件": st.just("无")} if "种类" in shape.index else {}
    written = {key.name: values(key.kind, 3) for key in shape.keys if key.name not in required | more.keys()}
    must = [key.name for key in shape.required if key.name not in required]
    some = st.lists(st.sampled_from(sorted(written.keys() - set(must)) or [""]), max_size=3, unique=True)
    return some.flatmap(
        lambda names: st.fixed_dictionaries(
            required | more | {name: written[name] for name in (*must, *names) if name in written}
        )
    )


# ---------------------------------------------------------------------------------------------- writing


def write(value: dict[str, Value]) -> str:
    """The YAML of a mapping; texts stand there as they are, without quotes."""
    return "\n".join(_lines(value)) + "\n"


def _lines(value: Value) -> list[str]:
    if isinstance(value, str):
        return ["|-", *(f"  {line}" for line in value.split("\n"))] if "\n" in value else [value]
    lines: list[str] = []
    if isinstance(value, list):
        for item in value:
            first, *rest = _lines(item)
            lines += [f"- {first}", *(f"  {line}" for line in rest)]
        return lines
    for key, inner in value.items():
        first, *rest = _lines(inner)
        on_the_line = isinstance(inner, str)
        lines += [f"{key}: {first}", *rest] if on_the_line else [f"{key}:", *(f"  {line}" for line in (first, *rest))]
    return lines

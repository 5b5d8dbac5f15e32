"""The forms as the plan prescribes them, copied by hand from its annexes: what ``engine.annexes`` has to agree with.

Titles, headings with their merges, numbers of columns, sign line, notes and paper. The plan as published has for each
row its cells and bars; ``cells`` says how many begin in each row of headings, which is a check of its own.
"""

from __future__ import annotations

from dataclasses import dataclass

Headings = tuple[tuple[str, int, int, int, int], ...]
"""Text, row, column, rowspan, colspan; rows count from the first row of headings, both from 1."""


@dataclass(frozen=True)
class Prescribed:
    """A form of the plan.

    ``numbers`` are the first column that has a number, and the last number; ``notes`` tells how many there are, and
    ``lines`` how many the body has at least.
    """

    title: str
    columns: int
    headings: Headings
    cells: tuple[int, ...]
    sign: str = "above"
    numbers: tuple[int, int] = (0, 0)
    notes: int = 0
    lines: int = 0
    paper: str = "A4"


def leaves(row: int, column: int, *texts: str, down: int = 1) -> Headings:
    """Headings side by side, none of them over several columns."""
    return tuple((text, row, column + index, down, 1) for index, text in enumerate(texts))


_HANDLING = ("行政审批权力名称", "办理条件", "办理程序", "办理时限", "收费标准")
_TYPES = ("总数", "行政审批事项数", "其他行政权力事项数", "公共服务事项数", "其他事项数")

FORMS = {
    "附件1": Prescribed(
        title="海林市“两集中三到位”改革基本情况表(改革前)",
        columns=7,
        headings=(("序号", 1, 1, 2, 1), ("改革前基本情况", 1, 2, 1, 6), *leaves(2, 2, "原内设机构名称", *_HANDLING)),
        cells=(2, 6),
        lines=7,
    ),
    "附件2": Prescribed(
        title="海林市“两集中三到位”改革基本情况表(改革后)",
        columns=7,
        headings=(("序号", 1, 1, 2, 1), ("改革后基本情况", 1, 2, 1, 6), *leaves(2, 2, "现内设机构名称", *_HANDLING)),
        cells=(2, 6),
        lines=8,
    ),
    "附件3": Prescribed(
        title="海林市“两集中三到位”改革汇总表",
        columns=6,
        headings=leaves(
            1, 1, "改革前后情况", "股室数量", "行政审批权力数量", "办理程序环节数", "办理时限总数", "收费总数"
        ),
        cells=(6,),
        sign="inside",
        notes=1,
        lines=4,
    ),
    "附件4": Prescribed(
        title="海林市机关作风整顿再造流程工作事项台账",
        columns=12,
        headings=(
            ("序号", 1, 1, 3, 1),
            *leaves(1, 2, "事项名称", "事项类型", "具体种类", "承办内设机构", "事项依据", "事项相对人", down=2),
            *leaves(1, 8, "公开方式", "省市终审或海林终审", down=2),
            ("并联审批", 1, 10, 1, 2),
            *leaves(2, 10, "是/否", "并联审批部门名称"),
            ("行政权力未行使的原因", 1, 12, 2, 1),
        ),
        cells=(11, 2, 11),
        sign="inside",
        numbers=(2, 11),
        notes=11,
        lines=4,
    ),
    "附件5": Prescribed(
        title="海林市工作流程问题清单",
        columns=6,
        headings=leaves(1, 1, "序号", "事项名称", "问题内容", "整改措施", "承办内设机构", "备注"),
        cells=(6,),
        sign="inside",
        lines=9,
    ),
    "附件6": Prescribed(
        title="海林市工作流程优化对比台账",
        columns=27,
        headings=(
            ("序号", 1, 1, 4, 1),
            ("事项名称", 1, 2, 3, 1),
            ("是否公开", 1, 3, 1, 2),
            ("放权力", 1, 5, 1, 3),
            ("减环节", 1, 8, 1, 5),
            ("简程序", 1, 13, 1, 5),
            ("减材料", 1, 18, 1, 5),
            ("压时限", 1, 23, 1, 4),
            ("备注", 1, 27, 3, 1),
            *leaves(2, 3, "优化前", "优化后", down=2),
            ("是否在本次优化中", 2, 5, 1, 2),
            ("下放承接层级", 2, 7, 2, 1),
            *leaves(2, 8, "优化前(个)", "优化后(个)", "减少数量(个)", down=2),
            *leaves(2, 11, "减少前有哪些环节", "减少后有哪些环节", down=2),
            *leaves(2, 13, "优化前(个)", "优化后(个)", "简化数量(个)", down=2),
            *leaves(2, 16, "简化前有哪些程序", "简化后有哪些程序", down=2),
            *leaves(2, 18, "优化前(件)", "优化后(件)", "减少数量(件)", down=2),
            *leaves(2, 21, "减少前有哪些材料", "减少后有哪些材料", down=2),
            *leaves(2, 23, "法定", "优化前", "优化后", "压减天数", down=2),
            *leaves(3, 5, "取消", "下放"),
        ),
        cells=(9, 23, 2, 26),
        numbers=(2, 26),
        notes=4,
        paper="A3",
    ),
    "附件9": Prescribed(
        title="海林市工作流程优化情况统计表",
        columns=23,
        headings=(
            *leaves(1, 1, "序号", "部门", down=2),
            ("梳理评估工作流程多少项", 1, 3, 1, 5),
            ("优化工作流程多少项", 1, 8, 1, 5),
            ("减环节情况", 1, 13, 1, 2),
            ("简程序情况", 1, 15, 1, 2),
            ("减要件情况", 1, 17, 1, 2),
            ("减时限情况", 1, 19, 1, 2),
            ("邀请服务对象与第三方专家参与评估工作流程情况", 1, 21, 1, 3),
            *leaves(2, 3, *_TYPES, *_TYPES, "减少工作环节的事项数", "共减少了多少个工作环节"),
            *leaves(2, 15, "优化调整工作程序的事项数", "优化调整工作程序多少个", "减少要件的事项数"),
            *leaves(2, 18, "共减少多少个要件", "减少时限的事项数", "减少时限累计多少天"),
            *leaves(2, 21, "邀请服务对象参与评估人数", "邀请第三方专家参与评估人数", "评估分析工作流程事项数"),
        ),
        cells=(9, 21),
    ),
    "附件10": Prescribed(
        title="海林市工作流程优化调整更改网上公示信息汇总表",
        columns=5,
        headings=(
            *leaves(1, 1, "序号", "需要更改信息的事项名称", "需要更改的内容", "修改后的内容"),
            ("需要在哪个平台进行修改(黑龙江省权力信息管理平台/海林市行政权力流程梳理平台)", 1, 5, 1, 1),
        ),
        cells=(5,),
        lines=10,
    ),
}

CARD = (
    ("事项名称",),
    ("事项类型", "实施主体"),
    ("事项依据",),
    ("法定时限", "承诺时限"),
    ("共同实施部门",),
    ("事项相对人",),
    ("是否收费", "收费依据与标准"),
    ("出具的文书或证照名称",),
    ("办理条件",),
    ("办理地点",),
    ("承办内设机构", "咨询电话"),
    ("监督机构", "监督电话"),
    ("邮寄地址", "邮政编码"),
    ("申报所需材料(如未标记数量默认为一份)",),
)
"""附件7: 20 labels in 14 rows on 8 grid columns."""

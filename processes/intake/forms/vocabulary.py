"""What the heading of a column, or the label of a card, says that its cells hold.

The keys are those of the columns of 附件4–6 in ``engine.annexes``, for the labels of 附件7 those of ``Matter``. A
column's heading is the way down to it: 减环节 / 优化前(个). Departments rename, so words decide, the official titles
being the certain case. What says neither 优化前 nor 优化后 holds for both (``steps_listed``).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from processes.model.folding import fold_name


class Meaning(NamedTuple):
    """The ``key`` of a column, and whether its ``official`` title says so, or only words that mean it."""

    key: str
    official: bool


_SIDES = (
    (
        "before",
        re.compile(r"(优化|改革|简化|减少|压缩|压减|精简|调整|再造|整改|清理)(之)?前|^前|/前|原[^因]|旧"),
    ),
    ("after", re.compile(r"(优化|改革|简化|减少|压缩|压减|精简|调整|再造|整改|清理)(之)?后|^后|/后|现内设|拟|新的")),
    ("now", re.compile("现在|现有|现行|目前|^现|/现")),
)
"""现在 is before the reform where it stands alone, and after it beside 原来: the whole table tells."""
_THINGS = (
    ("materials", re.compile(r"材料|要件|资料|证件")),
    ("procedures", re.compile(r"程序")),
    ("steps", re.compile(r"环节|流程|步骤")),
    ("limit", re.compile(r"时限|期限|天数|时间|工作日")),
)
_LISTED = re.compile(r"哪些|名称|具体|明细|内容|清单|分别|列表")
_COUNTED = re.compile(r"数量|个数|件数|项数|多少|几个|几件|数$|\((个|件|项)\)")
_REDUCED = re.compile(
    r"^(减少|简化|精简|压减|压缩|缩短|减)|(减少|简化|精简|压减|压缩|缩短)(了)?(数量|个数|件数|天数|数|天|个|件)?(\([^()]*\))?$"
)

_WORDS: tuple[tuple[str, str], ...] = (
    ("index", r"序号?|编号|行号|No\.?"),
    ("published_change", r"需要更改的内容|修改后的内容"),
    ("joint_departments", r".*共同实施.*|.*联合实施.*"),
    ("implementing_body", r".*实施(主体|机关|机构)(名称)?|.*行使主体"),
    ("parallel_departments", r".*(并联|联审|联批|联办).*(部门|单位)(名称)?"),
    ("parallel", r".*(并联|联审联批|联合审批).*"),
    ("final_level", r".*终审.*"),
    ("unexercised", r".*未行使.*"),
    ("devolved_to", r".*(承接|下放(到|至|给)).*"),
    ("cancelled", r"(.*/)?(是否)?取消(事项)?"),
    ("devolved", r"(.*/)?(是否)?下放(事项)?"),
    ("measure", r".*(整改|改进|解决).*(措施|办法|方案)|措施"),
    ("problem", r".*问题.*"),
    ("publicity", r".*公开(方式|渠道|范围|形式).*"),
    ("public", r".*是否公开.*|.*公开情况.*|公开/.*"),
    ("charged", r"(.*/)?是否收费"),
    ("fees", r".*收费.*"),
    ("statutory_basis", r".*法定(办结)?(时限|期限).*依据.*"),
    ("bases", r"(.*/)?[^/]*依据.*"),
    ("subjects", r".*(相对人|服务对象|申请人|办理对象|适用对象|申请对象).*"),
    ("kind", r".*(种类)"),
    ("type", r"(.*/)?[^/]*(类型|类别|性质)"),
    ("outputs", r".*(出具|证照|证件名称|文书|办理结果|结果名称|审批结果).*"),
    ("conditions", r".*条件"),
    ("supervision_phone", r".*(监督|投诉|举报).*电话"),
    ("supervisor", r".*(监督|投诉).*(机构|部门|单位|机关)"),
    ("inquiry_phone", r".*(咨询|联系|办公|窗口)电话|电话"),
    ("postcode", r".*(邮政编码|邮编)"),
    ("postal_address", r".*(邮寄|通讯|通信)地址"),
    ("location", r".*(办理|受理|办公)?(地点|地址|窗口|场所)"),
    ("code", r".*编码"),
    ("yearly_volume", r".*办件量.*"),
    ("limit_statutory", r".*法定.*|.*法律规定.*(时限|期限)"),
    ("limit_after", r"(.*/)?[^/]*承诺.*"),
    ("offices", r".*(承办|内设机构|股室|科室|处室|办理机构|经办机构|责任机构).*|(.*/)?[^/]*股"),
    ("name", r"(.*/)?([^/]*(事项|权力|职权|项目|业务|服务)(的)?(名称|内容)|名称|(行政|审批|服务|工作|公共|办理)*(事项|权力|职权|项目))"),
    ("unit", r"(.*/)?(填报|填表|报送|责任|所属|主管|实施|牵头|市直)*(单位|部门)(名称|全称|简称)?"),
    ("remark", r"(.*/)?(备注|说明|其他|其它|备考)(说明|情况)?"),
)  # fmt: skip
_COMPILED = tuple((key, re.compile(words)) for key, words in _WORDS)
_SIDED = frozenset(("public", "offices", "conditions", "fees", "charged", "location"))

OFFICIAL = frozenset(
    fold_name(title)
    for title in (
        *("序号", "事项名称", "事项类型", "具体种类", "承办内设机构", "事项依据", "事项相对人", "公开方式", "备注"),
        *("并联审批/是/否", "并联审批/并联审批部门名称", "行政权力未行使的原因", "问题内容", "整改措施"),
        *("是否公开/优化前", "是否公开/优化后", "放权力/是否在本次优化中/取消", "放权力/是否在本次优化中/下放"),
        *("放权力/下放承接层级", "减环节/优化前(个)", "减环节/优化后(个)", "减环节/减少数量(个)"),
        *("减环节/减少前有哪些环节", "减环节/减少后有哪些环节", "简程序/优化前(个)", "简程序/优化后(个)"),
        *("简程序/简化数量(个)", "简程序/简化前有哪些程序", "简程序/简化后有哪些程序", "减材料/优化前(件)"),
        *("减材料/优化后(件)", "减材料/减少数量(件)", "减材料/减少前有哪些材料", "减材料/减少后有哪些材料"),
        *("压时限/法定", "压时限/优化前", "压时限/优化后", "压时限/压减天数", "原内设机构名称", "现内设机构名称"),
        *("行政审批权力名称", "办理条件", "办理程序", "办理时限", "收费标准"),
    )
)
"""The titles of the prescribed forms; 第8栏 of 附件4 is called after the city's own level."""

LABELS = {
    "事项名称": "name",
    "事项类型": "type",
    "实施主体": "implementing_body",
    "事项依据": "bases",
    "法定时限": "limit_statutory",
    "承诺时限": "limit_after",
    "共同实施部门": "joint_departments",
    "事项相对人": "subjects",
    "是否收费": "charged_after",
    "收费依据与标准": "fees_after",
    "出具的文书或证照名称": "outputs",
    "办理条件": "conditions_after",
    "办理地点": "location_after",
    "承办内设机构": "offices_after",
    "咨询电话": "inquiry_phone",
    "监督机构": "supervisor",
    "监督电话": "supervision_phone",
    "邮寄地址": "postal_address",
    "邮政编码": "postcode",
    "申报所需材料": "materials_listed_after",
}
"""The 20 labels of 附件7, which tells the version after the reform."""


@lru_cache(4096)
def meaning(*path: str) -> Meaning | None:
    """What a column with these headings, from the top down, holds; None where nobody can tell."""
    text = "/".join(filter(None, (_bare(part) for part in path)))
    if not text or len(text) > _LONGEST:
        return None
    key = _key(text)
    official = text in OFFICIAL or text.rpartition("/")[2] in OFFICIAL or key == "final_level"
    return Meaning(key, official) if key else None


@lru_cache(4096)
def label(text: str) -> Meaning | None:
    """What stands beside a label of a card."""
    bare = re.sub(r"\(.*\)$", "", _bare(text))
    if bare in LABELS:
        return Meaning(LABELS[bare], official=True)
    key = _key(bare) if 1 < len(bare) <= _LONGEST_LABEL and not re.search(r"\d|^《", bare) else ""
    if not key or key in ("index", "parallel") or (key == "name" and not bare.endswith(("名称", "名"))):
        return None
    key = key.replace("_now", "_before")
    after = key in ("charged", "fees", "conditions", "location", "offices", "limit", "materials_listed", "steps_listed")
    return Meaning(f"{key}_after" if after else key, official=False)


_LONGEST, _LONGEST_LABEL = 60, 16


def _bare(text: str) -> str:
    """Folded, without what stands around a heading."""
    return re.sub(r"[:;,。、*★☆]+$|^[*★☆]+|^\d+[.、]|^第\d+栏", "", fold_name(text))


def _key(text: str) -> str:
    side = next((name for name, words in _SIDES if words.search(text)), "")
    for key, words in _COMPILED:
        if words.fullmatch(text):
            # 减环节/优化前有哪些环节名称 is no name of a matter, 改革前内设机构 has a side.
            if key in ("name", "unit", "type", "remark", "bases") and _thing(text):
                break
            return f"{key}_{side}" if side and key in _SIDED else key
    thing = _thing(text)
    if not thing:
        return ""
    leaf = text.rpartition("/")[2]
    if thing == "limit":
        return f"limit_{side}" if side else "limit_reduced" if _REDUCED.search(leaf) else "limit"
    if thing == "procedures" and re.search(r"(^|/)办理程序$", text):
        thing = "steps"
    if not side:
        # 环节(个) beside 办理流程 is their number, and not the list.
        is_counted = _COUNTED.search(leaf) and not _LISTED.search(leaf)
        return f"{thing}_{'reduced' if _REDUCED.search(leaf) else 'any_now' if is_counted else 'listed'}"
    if _LISTED.search(leaf):
        return f"{thing}_listed_{side}"
    # Whether 现有环节 is a number or a list only its cells can tell.
    return f"{thing}_{side}" if _COUNTED.search(leaf) else f"{thing}_any_{side}"


def _thing(text: str) -> str:
    leaf = text.rpartition("/")[2]
    return next((name for part in (leaf, text) for name, words in _THINGS if words.search(part)), "")

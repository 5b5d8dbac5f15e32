"""Words that people write where a form takes only its own: which of those they mean."""

from __future__ import annotations

from collections.abc import Collection

from processes.model.vocabulary import KINDS, MatterType

_SUBJECTS = {
    ("公司", "厂矿", "个体工商户", "农民专业合作社", "合作社"): ("企业",),
    ("法人", "单位"): ("企业", "事业单位", "其他组织"),
    ("社会团体", "社会组织", "社团", "团体", "民办非企业单位", "村委会", "居委会"): ("其他组织",),
    ("自然人", "群众", "居民", "村民", "市民", "老百姓"): ("公民",),
    ("老年人", "老人", "残疾人", "未成年人", "孤儿", "低保户", "困难群众", "特困人员", "退役军人"): ("特定人群",),
    ("行政机关", "国家机关", "政府部门", "党政机关"): ("机关",),
}
"""相对人 (附件4 注7). A 个体工商户 is registered and licensed like an enterprise; 公民 may be added to it."""
_TYPES = {
    ("行政审批", "审批事项", "许可事项", "行政许可事项"): (MatterType.APPROVAL,),
    ("行政权力", "行政权力事项", "其他行政权力"): (MatterType.OTHER_POWER,),
    ("公共服务", "服务事项", "便民服务"): (MatterType.PUBLIC_SERVICE,),
    ("内部事项", "内部管理", "机关内部事项"): (MatterType.OTHER,),
}
_RANKS = {
    ("部门规章", "部委规章"): ("国家部委规章",),
    ("政府规章", "省政府规章"): ("地方政府规章",),
    ("地方法规",): ("地方性法规",),
    ("三定方案", "三定规定"): ("机构编制文件",),
}
_OFFICES = {("新设", "新建", "新成立", "新组建"): ("已建立",), ("挂牌", "加挂"): ("加挂牌子",)}
_KINDS = {(kind,): (str(type_),) for type_, kinds in KINDS.items() for kind in kinds if kind != "其他"}
"""种类 under 类型: a 种类 belongs to one 类型 (附件4 注3, 注4)."""
_MEANT = {
    word: tuple(map(str, meant))
    for table in (_SUBJECTS, _TYPES, _RANKS, _OFFICES, _KINDS)
    for words, meant in table.items()
    for word in words
}


def meant(word: str, choices: Collection[str]) -> str:
    """``「企业」`` for 公司, ``「企业」、「事业单位」或「其他组织」`` for 法人; empty where nobody can tell."""
    words = _MEANT.get(word, ())
    if not words or not all(one in choices for one in words):
        return ""
    *others, last = (f"「{one}」" for one in words)
    return f"{'、'.join(others)}或{last}" if others else last

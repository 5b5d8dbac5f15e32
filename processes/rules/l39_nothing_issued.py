"""L39 准予许可没有证件."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.matter import Matter
from processes.rules.permits import is_permit
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="L39",
    name="准予许可不出具文书",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="申请人的申请符合法定条件、标准的,行政机关应当依法作出准予行政许可的书面决定。…行政机关作出准予行政许可的决定,需要颁发行政许可证件的,"
    "应当向申请人颁发加盖本行政机关印章的下列行政许可证件:(一)许可证、执照或者其他许可证书;(二)资格证、资质证或者其他合格证书;"
    "(三)行政机关的批准文件或者证明文件;(四)法律、法规规定的其他行政许可证件。",
    source="《行政许可法》第三十八条、第三十九条",
    why="准予许可至少有一份书面决定,所以许可的出具不会是 无;受理、补正这些过程文书不是许可证件。证件上是否盖章、是不是法定的样式不看。",
    mend="出具写许可证、资格证、批准文件等证件的名称;不发证件的,写准予行政许可决定书。",
    bad="""
出具: 无
""",
    good="""
出具: 准予行政许可决定书
""",
)

_ON_THE_WAY = ("受理通知书", "受理决定书", "受理凭证", "受理单", "补正告知书", "补正通知书")
"""Documents that say nothing about the permit itself."""


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """出具 of a permit is 无, or holds only documents of its acceptance or refusal."""
    if not is_permit(matter):
        return
    if not matter.outputs:
        yield RULE.at(matter.at("outputs"), "行政许可的出具写了 无,准予许可至少有一份书面决定")
    elif all(one.startswith("不予") or one.strip("《》").endswith(_ON_THE_WAY) for one in matter.outputs):
        listed = "、".join(matter.outputs)
        yield RULE.at(matter.at("outputs"), f"出具只有{listed},没有准予许可的证件或者决定")

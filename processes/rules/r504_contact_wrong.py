"""R504 电话邮编或监督机构有误."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from processes.compilation.holders import unit_of
from processes.model.department import Department
from processes.model.findings import Finding, Severity
from processes.model.folding import FOLDED, fold_name
from processes.model.matter import Matter
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R504",
    name="电话邮编或监督机构有误",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="监督机构",
    source="附件7 咨询电话、监督机构、监督电话、邮政编码栏",
    why="告知单上的电话、邮编是给群众用的,要打得通、寄得到;监督机构不能就是承办的机构。号码只看位数,通不通请核对。",
    mend="电话写成 0453-5550001、手机号或 12345 这样的热线,几个号码用、隔开;邮编六位;监督机构写承办机构以外的机构。",
    bad="""
邮政编码: 15710
监督电话: 0453-555090
""",
    good="""
监督电话: 0453-5550900转8012、12345
监督机构: 市行政服务中心督查科
""",
)

_NUMBER = re.compile(
    r"(?:\+?86-?)?(?:0\d{2,3}-?\d{7,8}|\d{7,8}|1[3-9]\d{9}|[48]00-?\d{3}-?\d{4}|1\d{2,5}|9[56]\d{3,6})(?:(?:-|转)\d{1,6})?"
)
_BESIDES = re.compile(r"[^\d转+\-\s]+")
"""What stands between numbers: words (值班室:), punctuation."""
_LAST_DIGITS = re.compile(r"\d{1,4}")
"""5550001/2: another number that ends otherwise."""
_POSTCODE = re.compile(r"[0-8]\d{5}")
_NOTHING = ("", "无")


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """Every number of a 电话 has the form of one, 邮政编码 six digits; 监督机构 is not who handles the matter."""
    for field, label in (("inquiry_phone", "咨询电话"), ("supervision_phone", "监督电话")):
        said: str = getattr(matter, field)
        if said not in _NOTHING and not _is_phone(said):
            yield RULE.at(matter.at(field), f"{label}「{said}」不像电话号码,请核对位数", width=len(said))
    if matter.postcode not in _NOTHING and not _POSTCODE.fullmatch(fold_name(matter.postcode)):
        message = f"邮政编码「{matter.postcode}」不是六位的邮政编码"
        yield RULE.at(matter.at("postcode"), message, width=len(matter.postcode))
    department = context.department
    if department and matter.supervisor and fold_name(matter.supervisor) in _in_charge(matter, department):
        message = f"监督机构「{matter.supervisor}」就是承办机构,群众投诉会回到承办的人手里"
        yield RULE.at(matter.at("supervisor"), message, width=len(matter.supervisor))


@lru_cache(1 << 10)
def _is_phone(said: str) -> bool:
    """Whether all the numbers in the text have the form of one; spaces may stand in them or between them."""
    bare = said.translate(FOLDED).replace("—", "-").replace("(", " ").replace(")", " ")
    numbers = [part.strip(" -转") for part in _BESIDES.split(bare) if any(map(str.isdecimal, part))]
    return bool(numbers) and all(
        _NUMBER.fullmatch("".join(number.split()))
        or all(map(_NUMBER.fullmatch, number.split()))
        or (index > 0 and _LAST_DIGITS.fullmatch(number))
        for index, number in enumerate(numbers)
    )


def _in_charge(matter: Matter, department: Department) -> set[str]:
    """The body that implements the matter, and its offices that handle it, by their own or by their full names."""
    bodies = (department.name, department.full_name)
    version = matter.after or matter.before
    written = {unit_of(office) for office in version.offices}
    offices = {name for office in written for name in (office, *(f"{body}{office}" for body in bodies))}
    return {fold_name(name) for name in (*bodies, matter.implementing_body, *offices) if name}

"""What several forms say in the same words: basis, conditions, fees, offices and the steps of a process.

A limit is worded by ``TimeLimit.official``. The words are here once, so that 附件7 cannot say anything else than 附件1,
2 and 4; each text comes with the places of what it is made of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.annexes.form import NONE_TEXT
from engine.diff.facts import NO_FEE
from engine.measures.measured import distinct
from processes.model.places import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from processes.model.matter import Fee, Matter, Version
    from processes.model.places import Place
    from processes.model.process import Process

_DIGITS = "零一二三四五六七八九"
_PLACE_VALUES = ((1000, "千"), (100, "百"), (10, "十"), (1, ""))


def numeral(number: int) -> str:
    """“大写数字” as official papers number their first level: 一, 十, 二十三, 一百零五; up to 9999."""
    text, skipped = "", False
    for value, name in _PLACE_VALUES:
        digit = number // value % 10
        if digit:
            text += ("零" if skipped else "") + _DIGITS[digit] + name
        skipped = bool(text) and not digit
    return text.removeprefix("一") if text.startswith("一十") else text


def basis_text(matter: Matter) -> str:
    """事项依据 in the form's order, each a paragraph of its own under 一、二、三 (附件4 注6); 无 without any."""
    return "\n".join(f"{numeral(index)}、{basis.text}" for index, basis in enumerate(matter.bases, 1)) or NONE_TEXT


def basis_places(matter: Matter) -> tuple[Place, ...]:
    """Where 事项依据 stands."""
    return distinct(basis.place for basis in matter.bases) or distinct((matter.at("bases"),))


def conditions_text(version: Version) -> str:
    """办理条件, one a line, numbered when there are several; 无 where there is none."""
    return numbered(version.conditions)


def fee_text(version: Version, nothing: str = NO_FEE) -> str:
    """收费标准: item, standard and basis of each fee, numbered when there are several; ``nothing`` for none."""
    return numbered([_fee(fee) for fee in version.fees], nothing)


def _fee(fee: Fee) -> str:
    """``工本费:每证4元(依据:《…》)``, as far as it is declared."""
    standard = f":{fee.standard}" if fee.standard else ""
    return fee.item + standard + (f"(依据:{fee.basis})" if fee.basis else "")


def fee_places(version: Version) -> tuple[Place, ...]:
    """Where the fees stand, part by part; the word 不收费, or the version that says nothing."""
    parts = (fee.at(field) for fee in version.fees for field in ("item", "standard", "basis") if getattr(fee, field))
    return distinct(parts) or distinct((version.at("fees"),))


def steps_text(names: Iterable[str]) -> str:
    """办理程序: the 环节 in the order in which they follow each other; 无 without any."""
    return "→".join(names) or NONE_TEXT


def office_names(process: Process) -> tuple[Text, ...]:
    """承办内设机构 without the posts in them (``行政审批股/审查岗``), each once, with its place."""
    found: dict[str, Text] = {}
    for written in process.offices:
        name = written.partition("/")[0]
        found.setdefault(name, Text(name, written.place))
    return tuple(found.values())


def office_places(process: Process) -> tuple[Place, ...]:
    """Where 承办内设机构 stand: written, or found in the 环节; the place of 流程 where no own office holds one."""
    return text_places(process.offices, process.version.at("offices", process.version.at("entries")))


def listed(names: Sequence[str]) -> str:
    """``甲、乙``; 无 for nothing."""
    return "、".join(names) or NONE_TEXT


def numbered(texts: Sequence[str], nothing: str = NONE_TEXT) -> str:
    """``1.甲`` and ``2.乙``, one a line; a single text as it is; ``nothing`` for none."""
    if len(texts) > 1:
        return "\n".join(f"{index}.{text}" for index, text in enumerate(texts, 1))
    return "".join(texts) or nothing


def text_places(texts: Iterable[Text], absent: Place) -> tuple[Place, ...]:
    """The places of texts; ``absent``, where the word 无 or nothing stands, if there are none."""
    return distinct(text.place for text in texts) or distinct((absent,))

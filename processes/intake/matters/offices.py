"""单位.yaml of a department that has none yet, with the offices that its forms name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from processes.declaration.department_file import DEPARTMENT
from processes.intake.matters.said import Item, Listed, Said, marks_in, text_of
from processes.model.vocabulary import OfficeRole

_APPROVING = "行政审批"


@dataclass(frozen=True, slots=True)
class DepartmentDraft:
    """A department to be declared."""

    keys: tuple[Said, ...]

    @property
    def todo(self) -> tuple[tuple[str, str], ...]:
        """Key and what is to be done, for each mark."""
        return tuple(marks_in(self.keys))

    def text(self, files: str) -> str:
        """The declaration; ``files`` are those it was made from."""
        return text_of(self.keys, f"由 {files} 导入;标★的改成本单位的实际情况,改完把“# ★……”删掉", DEPARTMENT)


def draft_of(name: str, full_name: str, offices: Sequence[str]) -> DepartmentDraft:
    """The declaration, with a mark at whatever no form says; ``full_name`` may be empty."""
    lines = [Item(f"{one} | {OfficeRole.APPROVAL}" if _APPROVING in one else one) for one in dict.fromkeys(offices)]
    keys = [
        Said("名称", name),
        Said("全称", full_name or name, "" if full_name else "规范全称"),
        Said("内设机构", Listed(tuple(lines)), "补全股室,写明职能(审批、监管、综合)和变动(新设、撤销)"),
    ]
    if any(_APPROVING in one for one in offices):
        keys.append(Said("行政审批股", (Said("方式", "撤一建一", "已建立、撤一建一或加挂牌子"),)))
    return DepartmentDraft(tuple(keys))

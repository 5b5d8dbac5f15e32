"""清单: the lists of what a department may do, as published (工作方案 二(五)3: 权力、责任、中介服务、公共服务清单)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from processes.model.places import Placed
from processes.model.quick import quick


class ListKind(StrEnum):
    """The four lists."""

    POWERS = "权力清单"
    DUTIES = "责任清单"
    INTERMEDIARIES = "中介服务清单"
    SERVICES = "公共服务清单"


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Listed(Placed):
    """A row of a list. ``names``: 主项 and 子项 where the list has both, the most exact one last.

    ``department`` is the short name of the department it belongs to, empty where the list does not say; ``type`` as
    written; ``related`` are the matters that a 中介服务 is for, as written.
    """

    names: tuple[str, ...]
    department: str = ""
    type: str = ""
    related: str = ""


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedList(Placed):
    """One list file. ``department``: whose list it is, empty for one of the whole city.

    ``by_department``: its rows say whose they are.
    """

    kind: ListKind
    file: str
    rows: tuple[Listed, ...]
    by_department: bool
    department: str = ""

"""What a rule is, and how the rules of a package are found."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache
from types import MappingProxyType, ModuleType
from typing import Any, Protocol, cast

from processes.compilation.holders import HolderBook
from processes.model.department import Department
from processes.model.findings import Finding, Severity
from processes.model.flow import MetStep
from processes.model.matter import Matter, Version, VersionLabel
from processes.model.places import Place
from processes.model.plan import Plan
from processes.model.workspace import Workspace


class Scope(StrEnum):
    """What a rule looks at, one at a time."""

    MATTER = "事项"
    PROCESS = "流程"
    DEPARTMENT = "单位"
    PROJECT = "联审联批"
    WORKSPACE = "全部"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule: the catalogue's code, the name of what is wrong, its source and two examples.

    ``quote`` is the sentence of the plan, the form or the law it comes from (empty for rules of the declaration
    format), ``source`` says where it stands; it is law from ``valid_from`` up to and including ``valid_until``.
    ``blocks``: a matter with such a finding has no process, so nothing can be made of it.
    ``question``: what an inspector asks; a module without ``check`` is a rule that only people can judge (核对).
    ``bad`` and ``good`` are YAML of the scope's file, laid over a small complete project; the tests run both.
    """

    code: str
    name: str
    severity: Severity
    scope: Scope
    why: str
    mend: str
    quote: str = ""
    source: str = ""
    valid_from: date = date.min
    valid_until: date = date.max
    blocks: bool = False
    question: str = ""
    bad: str = ""
    good: str = ""

    def at(  # noqa: PLR0913 - the parts of a finding
        self,
        place: Place,
        message: str,
        hint: str = "",
        *,
        width: int = 1,
        related: Iterable[Place] = (),
        severity: Severity | None = None,
    ) -> Finding:
        """A finding of this rule; without ``hint`` the rule's own way to mend it is given."""
        return Finding(
            place, self.code, severity or self.severity, message, hint or self.mend, related=tuple(related), width=width
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What surrounds the subject of a rule; ``matter`` is set for matters and their processes.

    ``day``: the day whose law is applied (``law_day``), unless the user asks for another. ``asked``: the codes of the
    rules that are asked in this run and told, by which a rule on departments knows what another one says.
    """

    workspace: Workspace
    department: Department | None
    book: HolderBook
    day: date = date.max
    matter: Matter | None = None
    steps: Mapping[VersionLabel, tuple[MetStep, ...]] = field(default_factory=dict)
    """Every declared step of each version that has steps of its own, side branches last."""
    asked: frozenset[str] = frozenset()

    def steps_of(self, version: Version) -> tuple[MetStep, ...]:
        """The declared steps of ``version``; none when it takes them over from 优化前, where they are checked."""
        return self.steps.get(version.label, ())


class RuleModule(Protocol):
    """A module of a rules package."""

    RULE: Rule

    def check(self, subject: Any, context: Context) -> Iterator[Finding]:  # noqa: ANN401 - of the rule's scope
        """The findings on one subject."""


def law_day(plan: Plan) -> date:
    """The last day of the reform: what is law by then is what a matter has to keep."""
    return max((stage.due for stage in plan.stages), default=date.max)


@cache
def rules_in(package: ModuleType) -> Mapping[str, RuleModule]:
    """Code → rule module of every module in ``package`` that has a RULE, in order of code."""
    found: dict[str, RuleModule] = {}
    for info in sorted(pkgutil.iter_modules(package.__path__), key=lambda info: info.name):
        module = importlib.import_module(f"{package.__name__}.{info.name}")
        if hasattr(module, "RULE"):
            rule_module = cast("RuleModule", module)
            found[rule_module.RULE.code] = rule_module
    return MappingProxyType(found)

"""What a rule is, and how the rules of a package are found."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import ModuleType
from typing import Any, Protocol, cast

from processes.compilation.holders import HolderBook
from processes.model.department import Department
from processes.model.findings import Finding, Severity
from processes.model.flow import MetStep
from processes.model.matter import Matter, Version, VersionLabel
from processes.model.places import Place
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
    format). ``blocks``: a matter with such a finding has no process, so nothing can be made of it. ``bad`` and
    ``good`` are YAML of the scope's file, laid over a small complete matter; the tests run both.
    """

    code: str
    name: str
    severity: Severity
    scope: Scope
    why: str
    mend: str
    quote: str = ""
    source: str = ""
    blocks: bool = False
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
    """What surrounds the subject of a rule; ``matter`` is set for matters and their processes."""

    workspace: Workspace
    department: Department | None
    book: HolderBook
    matter: Matter | None = None
    steps: Mapping[VersionLabel, tuple[MetStep, ...]] = field(default_factory=dict)
    """Every declared step of each version that has steps of its own, side branches last."""

    def steps_of(self, version: Version) -> tuple[MetStep, ...]:
        """The declared steps of ``version``; none when it takes them over from 优化前, where they are checked."""
        return self.steps.get(version.label, ())


class RuleModule(Protocol):
    """A module of a rules package."""

    RULE: Rule

    def check(self, subject: Any, context: Context) -> Iterator[Finding]:  # noqa: ANN401 - of the rule's scope
        """The findings on one subject."""


def rules_in(package: ModuleType) -> Mapping[str, RuleModule]:
    """Code → rule module of every module in ``package`` whose name begins with a rule's code, in order of code."""
    found: dict[str, RuleModule] = {}
    for info in sorted(pkgutil.iter_modules(package.__path__), key=lambda info: info.name):
        module = importlib.import_module(f"{package.__name__}.{info.name}")
        if hasattr(module, "RULE"):
            rule_module = cast("RuleModule", module)
            found[rule_module.RULE.code] = rule_module
    return found

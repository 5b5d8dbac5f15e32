"""What a case runs on: one version of a matter as it was declared when the case began, ready to be stepped through."""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.cases.route import CaseRoute
from engine.nets.compiling import net_of
from engine.nets.net import Net, NetPlace
from processes.compilation.holders import HolderBook
from processes.errors import WrongUsage
from processes.model.matter import Matter, VersionLabel
from processes.model.plan import Switches
from processes.model.process import CheckedMatter, Process, Step
from processes.rules.permits import PERMIT

ARRIVED = "←"
"""Between a JOIN and the last node of the branch that has arrived there, in the text of a place."""


@dataclass(frozen=True, eq=False)
class Definition:
    """One version of a matter; ``digest`` is that of its declarations. Shared by all cases that run on it.

    ``switches`` are the readings that its plan chose; ``book`` knows the units that there are, None where nobody asks.
    """

    digest: str
    matter: Matter
    process: Process
    switches: Switches
    net: Net = field(repr=False)
    route: CaseRoute = field(repr=False)
    book: HolderBook | None = field(default=None, repr=False)

    @property
    def label(self) -> VersionLabel:
        """Which of the versions of the matter."""
        return self.process.version.label

    @property
    def is_permit(self) -> bool:
        """Whether 行政许可法 applies: deemed acceptance (art. 32), time that is not counted (art. 45)."""
        return self.matter.kind == PERMIT

    @property
    def accepting(self) -> str:
        """The key of 受理, empty when there is no step."""
        return next((key for key in self.route.nodes if self.route.accepts(key)), "")

    def step_at(self, node: str) -> Step | None:
        """The step that is done at a node: of a JOIN that of the named block."""
        return self.route.nodes[node].step

    def called(self, node: str) -> str:
        """What people call a node."""
        return self.route.labels[node]

    def step_called(self, key: str) -> str:
        """What people call a step, in “”; a key of another definition as it is."""
        found = (node for node, one in self.route.nodes.items() if one.step and one.step.key == key)
        node = next(found, "")
        return f"“{self.called(node)}”" if node else key

    def bit(self, place: str) -> int:
        """The marking with the one place of that text (``place_text``). Raises ``KeyError``."""
        for index, one in enumerate(self.net.places):
            if place_text(one) == place:
                return 1 << index
        raise KeyError(place)


def definition_of(
    checked: CheckedMatter, label: VersionLabel, digest: str, switches: Switches, book: HolderBook | None = None
) -> Definition:
    """The version ``label`` of a matter whose department knows the units of ``book``.

    Raises ``WrongUsage`` when it is cancelled.
    """
    process = checked.before if label is VersionLabel.BEFORE else checked.after
    if process is None:
        raise WrongUsage(f"“{checked.matter.name}”优化后取消,不能再收件。")
    return Definition(digest, checked.matter, process, switches, net_of(process), CaseRoute(process), book)


def place_text(place: NetPlace) -> str:
    """A place as it is written into an event: the key of its node, at a JOIN with the branch that has arrived."""
    return f"{place.node}{ARRIVED}{place.arrived_from}" if place.arrived_from else place.node

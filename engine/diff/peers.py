"""同类对标: the matters of two sides, of two departments or two counties, beside each other."""

from __future__ import annotations

from dataclasses import dataclass

from engine.diff.compare import Difference
from engine.diff.differing import differs
from engine.diff.pairing import Pairing
from engine.diff.versions import compare_versions
from processes.model.matter import Matter, VersionLabel
from processes.model.plan import Switches
from processes.model.process import CheckedMatter, Process


@dataclass(frozen=True, slots=True)
class Peer:
    """A matter and what its side is called: 甲县, 民政局, or its own name."""

    side: str
    checked: CheckedMatter

    @property
    def matter(self) -> Matter:
        """The matter as declared."""
        return self.checked.matter

    def process(self, label: VersionLabel) -> Process | None:
        """The version ``label``; None if the matter is cancelled then."""
        return self.checked.before if label is VersionLabel.BEFORE else self.checked.after


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedPeers:
    """Two matters in one version; ``difference`` is None where one of them, or both, have no process in it."""

    first: Peer
    second: Peer
    label: VersionLabel
    difference: Difference | None

    @property
    def name(self) -> str:
        """The name of the matter, or both names."""
        names = dict.fromkeys((self.first.matter.name, self.second.matter.name))
        return "、".join(names)

    @property
    def cancelled(self) -> tuple[Peer, ...]:
        """Those that are cancelled in this version."""
        return tuple(peer for peer in (self.first, self.second) if peer.process(self.label) is None)

    @property
    def differs(self) -> bool:
        """Whether the two differ: in anything of their processes, or one alone is cancelled."""
        return differs(self.difference) if self.difference else len(self.cancelled) == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedSides:
    """All matters of two sides: those that both have, and those that only one has."""

    sides: tuple[str, str]
    label: VersionLabel
    both: tuple[ComparedPeers, ...]
    only_first: tuple[Matter, ...]
    only_second: tuple[Matter, ...]

    @property
    def differs(self) -> bool:
        """Whether the sides differ in anything."""
        return bool(self.only_first or self.only_second) or any(one.differs for one in self.both)


def compare_peers(first: Peer, second: Peer, label: VersionLabel, switches: Switches) -> ComparedPeers:
    """Two matters in the version ``label``, counted as ``switches`` say."""
    one, other = first.process(label), second.process(label)
    sides = (first.side, second.side)
    difference = compare_versions(second.matter, one, other, switches, sides) if one and other else None
    return ComparedPeers(first=first, second=second, label=label, difference=difference)


def compare_sides(pairing: Pairing, sides: tuple[str, str], label: VersionLabel, switches: Switches) -> ComparedSides:
    """The paired matters of two sides in the version ``label``."""
    return ComparedSides(
        sides=sides,
        label=label,
        both=tuple(
            compare_peers(Peer(sides[0], one), Peer(sides[1], other), label, switches) for one, other in pairing.pairs
        ),
        only_first=tuple(one.matter for one in pairing.only_first),
        only_second=tuple(one.matter for one in pairing.only_second),
    )

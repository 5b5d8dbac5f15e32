"""What the loops of a simulation give, whether people are waited for or not."""

from __future__ import annotations

from dataclasses import dataclass

from engine.simulation.routing import Floats, Ints


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """What became of each case, of each node and of each post; times in working days.

    ``arrived`` and ``ended`` since the beginning; ``counted`` are the days that count towards the limit; ``end`` is the
    number of the node. ``visits``, ``spent`` (at work) and
    ``waited`` (in the queue) are sums by node, ``worked`` and ``longest`` (queue) are by post.
    """

    arrived: Floats
    ended: Floats
    counted: Floats
    end: Ints
    visits: Ints
    spent: Floats
    waited: Floats
    worked: Floats
    longest: Ints

    @property
    def days(self) -> Floats:
        """How long each case took."""
        return self.ended - self.arrived

"""The machine that a case steps through: a route with the guards that only a case can ask for.

Materials are asked for as on any walk (``engine.walk.route``). Besides:

- What is missing is told once (行政许可法 art. 32 (4): 一次告知); a second notice is forbidden.
- Nothing may be asked for after acceptance: that would be a second notice as well.
- A case that is deemed accepted goes on without the materials: nobody said in time that they were missing.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.machine import CaseState, Hindrance, Why
from engine.walk.route import Route
from processes.model.process import Flow


@dataclass(slots=True)
class CaseTokens(CaseState):
    """A case on the machine. ``told``: what is missing has been told; ``accepted``: so it has been, or is deemed.

    ``deeming``: it is being deemed accepted at this moment.
    """

    told: bool = False
    accepted: bool = False
    deeming: bool = False


class CaseRoute(Route):
    """A process whose cases are guarded as the law wants it; its cases are ``CaseTokens``."""

    def _hindrance(self, flow: Flow, case: CaseState) -> Hindrance | None:
        assert isinstance(case, CaseTokens)
        if case.deeming:
            return None
        if self.corrects(flow):
            if case.told:
                return Hindrance(Why.TOLD)
            if case.accepted:
                return Hindrance(Why.ACCEPTED)
        return super()._hindrance(flow, case)

    def accepting(self, flow: Flow) -> bool:
        """Whether who takes ``flow`` accepts the application."""
        return self.accepts(flow.source) and self.goes_on(flow)

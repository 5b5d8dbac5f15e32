"""The sink of findings while one file is read."""

from __future__ import annotations

from processes.declaration.refusals import REFUSALS
from processes.model.findings import Finding
from processes.model.places import Place


class Reporter:
    """Collects the findings of one file.

    ``file`` is its path relative to the project; ``known_keys`` are all keys such a file may have, at any depth.
    """

    __slots__ = ("file", "findings", "known_keys")

    def __init__(self, file: str, known_keys: frozenset[str] = frozenset()) -> None:
        """Start without findings."""
        self.file = file
        self.known_keys = known_keys
        self.findings: list[Finding] = []

    def at(  # noqa: PLR0913 - the parts of a finding
        self,
        place: Place,
        code: str,
        message: str,
        hint: str = "",
        *,
        width: int = 1,
        related: tuple[Place, ...] = (),
    ) -> None:
        """Report refusal ``code`` at ``place``; without ``hint`` the catalogue's way to mend it is given."""
        refusal = REFUSALS[code]
        self.findings.append(
            Finding(place, code, refusal.severity, message, hint or refusal.mend, related=related, width=width)
        )

"""The sink of findings while one file is read."""

from __future__ import annotations

from processes.declaration.refusals import REFUSALS
from processes.model.findings import Edit, Finding
from processes.model.places import Place

MAX_FINDINGS = 500
"""Of one file: a file with more is broken as a whole, and listing them all would only take time and memory."""


MAX_MESSAGE = 400
"""Characters of a message: what is quoted in it may be a whole page."""


class Reporter:
    """Collects the findings of one file, as many as anybody will read.

    ``file`` is its path relative to the project; ``known_keys`` are all keys such a file may have, at any depth.
    """

    __slots__ = ("file", "findings", "known_keys")

    def __init__(self, file: str, known_keys: frozenset[str] = frozenset()) -> None:
        """Start without findings."""
        self.file = file
        self.known_keys = known_keys
        self.findings: list[Finding] = []

    @property
    def full(self) -> bool:
        """Whether more findings would not be kept."""
        return len(self.findings) > MAX_FINDINGS

    def at(  # noqa: PLR0913 - the parts of a finding
        self,
        place: Place,
        code: str,
        message: str,
        hint: str = "",
        *,
        width: int = 1,
        related: tuple[Place, ...] = (),
        fix: tuple[Edit, ...] = (),
    ) -> None:
        """Report refusal ``code`` at ``place``; without ``hint`` the catalogue's way to mend it is given."""
        if self.full:
            return
        if len(self.findings) == MAX_FINDINGS:
            code, message, hint = "Y219", f"这个文件的问题超过 {MAX_FINDINGS} 处,后面的不再列出", ""
        if len(message) > MAX_MESSAGE:
            message = f"{message[: MAX_MESSAGE // 2]}……{message[-MAX_MESSAGE // 4 :]}"
        refusal = REFUSALS[code]
        self.findings.append(
            Finding(place, code, refusal.severity, message, hint or refusal.mend, related=related, width=width, fix=fix)
        )

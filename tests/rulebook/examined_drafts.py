"""What the rule book finds in a draft."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from engine.examining import examine
from processes.checking import check_project
from processes.model.findings import Finding
from tests.rulebook.clean import Draft, files_of


class _Folder:
    """Where drafts are laid one after another: most files of a draft are those of the one before."""

    def __init__(self) -> None:
        self.kept = TemporaryDirectory(prefix="zaizao-drafts-")
        self.lying: dict[str, str] = {}

    def lay(self, draft: Draft) -> Path:
        """The draft, and nothing else."""
        root, files = Path(self.kept.name), files_of(draft)
        for path in self.lying.keys() - files.keys():
            (root / path).unlink()
            del self.lying[path]
        for path, text in files.items():
            if self.lying.get(path) != text:
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).write_text(text, encoding="utf-8")
                self.lying[path] = text
        return root


@cache
def _folder() -> _Folder:
    """One for each process that runs tests, gone with it."""
    return _Folder()


def findings_of(draft: Draft, code: str = "") -> tuple[Finding, ...]:
    """What the rule book, or its rule ``code`` alone, finds in it; everything in it must hold together."""
    checked = check_project(_folder().lay(draft))
    assert checked.workspace is not None, checked.findings
    return examine(checked, wanted=(lambda one: one == code) if code else None).findings

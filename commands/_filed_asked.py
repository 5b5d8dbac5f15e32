"""What the registries hold of stage 2, asked beside the work of the language server: nobody waits for a database."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from commands._frozen import FiledBefore, Unsaved, filed_before, has_registry, unasked
from processes.errors import ZaizaoError

if TYPE_CHECKING:
    from processes.checking import Checked
    from processes.model.findings import Finding

REST = 30.0
"""Seconds for which an answer, or that there is none, is good enough while one saves again and again."""


class FiledAsked:
    """What was filed in each project folder, as far as the registries have answered.

    ``came`` is called, where the editor is listened to, when another answer has come (with an empty text), or with the
    reason why there is none; with the same reason once.
    """

    def __init__(self, database: str | None, came: Callable[[Path, str], None]) -> None:
        self._database = database
        self._came = came
        self._found: dict[Path, FiledBefore] = {}
        self._asked: dict[Path, tuple[float, frozenset[str]]] = {}
        self._complaints: dict[Path, str] = {}

    def findings(self, root: Path, unsaved: Unsaved) -> Callable[[Checked], Iterable[Finding]] | None:
        """What says whether 优化前 has been changed; None as long as nobody knows."""
        found = self._found.get(root)
        return None if found is None else lambda checked: found.findings(checked, unsaved)

    def ask(self, root: Path, folders: Collection[str]) -> None:
        """Ask the registry of a project about departments, unless it has just been asked; the answer comes later."""
        if not has_registry(root, self._database):
            self._found.pop(root, None)
            return
        last, known = self._asked.get(root, (-REST, frozenset()))
        wanted = known | frozenset(folders)
        if wanted == known and time.monotonic() - last < REST:
            return
        self._asked[root] = time.monotonic(), wanted
        loop = asyncio.get_running_loop()

        def work() -> None:
            answer: FiledBefore | str | None
            try:
                answer = filed_before(root, self._database, wanted=wanted)
            except ZaizaoError as error:
                answer = unasked(error)
            if not loop.is_closed():
                loop.call_soon_threadsafe(self._take, root, answer)

        # A server that does not answer keeps nobody from closing the editor.
        Thread(target=work, daemon=True).start()

    def _take(self, root: Path, answer: FiledBefore | str | None) -> None:
        if isinstance(answer, str):
            if self._complaints.get(root) != answer:
                self._complaints[root] = answer
                self._came(root, answer)
            return
        self._complaints.pop(root, None)
        before = self._found.get(root)
        if answer is not None and (before is None or before != answer):
            self._found[root] = answer
            self._came(root, "")

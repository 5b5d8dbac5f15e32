"""A peer in a process of its own, asked by lines of JSON and answering by lines of JSON."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import IO, Any

WORKERS = Path(__file__).parent / "workers"
"""The programs that run beside the peers, in their environments: nothing of this project is imported there."""


class NoAnswer(Exception):
    """A peer that did not finish a pair, or failed on it: it has then said nothing."""


@dataclass
class Worker:
    """Started when first asked; stopped, and started anew for the next question, when it takes too long."""

    command: Sequence[str]
    folder: Path | None = None
    seconds: float = 60.0
    running: subprocess.Popen[str] | None = None
    lines: Queue[str] = field(default_factory=Queue)

    def ask(self, question: object) -> Any:  # noqa: ANN401 - whatever JSON the peer answers
        """The answer; ``NoAnswer`` when it did not come in time or the peer could not do it."""
        if self.running is None:
            self._start()
        assert self.running is not None
        assert self.running.stdin is not None
        self.running.stdin.write(json.dumps(question, ensure_ascii=False) + "\n")
        self.running.stdin.flush()
        try:
            line = self.lines.get(timeout=self.seconds)
        except Empty as late:
            self.stop()
            raise NoAnswer(f"not done in {self.seconds:.0f} s") from late
        if not line:
            raise RuntimeError(f"{self.command} ended without an answer")
        answer = json.loads(line)
        if "failed" in answer:
            raise NoAnswer(answer["failed"])
        return answer

    def stop(self) -> None:
        """End it."""
        if self.running is not None:
            self.running.kill()
            self.running.wait()
            self.running = None

    def _start(self) -> None:
        self.running = subprocess.Popen(
            self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8", cwd=self.folder
        )
        self.lines = Queue()
        assert self.running.stdout is not None
        Thread(target=_forward, args=(self.running.stdout, self.lines), daemon=True).start()


def _forward(stream: IO[str], lines: Queue[str]) -> None:
    for line in stream:
        lines.put(line)
    lines.put("")

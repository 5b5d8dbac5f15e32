"""Processes of their own that say, line by line, what they have done, until somebody ends them."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from multiprocessing.context import ForkProcess

Say = Callable[[str], None]
READY = "ready"


class Child:
    """A process of its own that does ``work``, and what it has said so far."""

    def __init__(self, work: Callable[[Say], None]) -> None:
        ear, mouth = os.pipe()
        self._ear = os.fdopen(ear, "rb")
        self._heard = b""
        # Forked, so that it need not import everything anew; nothing is open in the parent.
        self.process = ForkProcess(target=self._live, args=(work, mouth))
        self.process.start()
        os.close(mouth)

    @staticmethod
    def _live(work: Callable[[Say], None], mouth: int) -> None:
        def say(line: str) -> None:
            os.write(mouth, f"{line}\n".encode())

        try:
            work(say)
        except BaseException as error:  # noqa: BLE001 - whatever it is, the parent must read it
            say(f"! {type(error).__name__}: {error}")

    def wait(self) -> None:
        """Until it is ready."""
        assert self._ear.readline() == READY.encode() + b"\n"

    def hear(self, number: int) -> None:
        """Until it has said so many lines more; ``listen`` gives them too."""
        self._heard += b"".join(self._ear.readline() for _ in range(number))

    def kill(self) -> list[str]:
        """End it at once; the lines that it said whole since it was ready."""
        assert self.process.pid is not None
        os.kill(self.process.pid, signal.SIGKILL)
        return self.listen()

    def listen(self) -> list[str]:
        """Wait for its end; the lines that it said whole since it was ready."""
        with self._ear:
            said = (self._heard + self._ear.read()).decode()
        self.process.join()
        lines = said.split("\n")[:-1]
        assert not [line for line in lines if line.startswith("!")], lines
        return lines

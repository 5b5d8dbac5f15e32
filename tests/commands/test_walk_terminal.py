"""``walk`` at a real terminal."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from pathlib import Path

import pytest

from tests.declaring import MATTER_FILE

ROOT = Path(__file__).parents[2]
INTERRUPT = "\x03"  # Ctrl-C


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
@pytest.mark.parametrize(("keys", "code", "told"), [("\r\r\x04", 0, "现在:"), (f"\r{INTERRUPT}", 130, "已中止。")])
def test_at_a_real_terminal(keys: str, code: int, told: str, project: Path) -> None:
    """Enter, Ctrl-D, Ctrl-C; colours are shown, and no line of Python is."""
    master, slave = os.openpty()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", "PYTHONUTF8": "1"}
    # The terminal becomes that of the new session, so that Ctrl-C reaches it.
    program = "import fcntl, termios, cli; fcntl.ioctl(0, termios.TIOCSCTTY, 0); cli.main()"
    command = [sys.executable, "-c", program, "walk", MATTER_FILE]
    with subprocess.Popen(
        command, env=environment, stdin=slave, stdout=slave, stderr=slave, start_new_session=True
    ) as running:
        os.close(slave)
        content, shown, waiting = b"", "", list(keys)
        with os.fdopen(master, "rb+", buffering=0) as terminal:
            for _ in range(1000):
                if not select.select([terminal], [], [], 10)[0]:
                    # Not sooner: a second one would interrupt the answer to the first.
                    if not waiting and keys.endswith(INTERRUPT) and told not in shown:
                        # Between showing its prompt and reading, Python does not hear it.
                        terminal.write(INTERRUPT.encode())
                    continue
                try:
                    part = terminal.read(4096)
                except OSError:  # how Linux tells that the other end is closed
                    break
                if not part:
                    break
                content += part
                shown = content.decode("utf-8", "ignore")
                asked = shown.count("帮助):") - (len(keys) - len(waiting))
                if waiting and asked:
                    terminal.write(waiting.pop(0).encode())
        assert running.wait(timeout=30) == code
    assert told in shown
    assert "\x1b[1m" in shown
    assert "Traceback" not in shown

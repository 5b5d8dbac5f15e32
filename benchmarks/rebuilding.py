"""The second build beside the first, in one run.

    python -m benchmarks.rebuilding [matters]

Prints what share of the time of the first build the second takes when nothing has changed (goal: at most 5 %), and
when one matter has.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.generated import write_project


def seconds(project: Path, output: Path) -> float:
    """A build in a fresh process."""
    start = time.monotonic()
    command = [sys.executable, "-m", "cli", "build", str(project), "-o", str(output)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - start


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    with tempfile.TemporaryDirectory() as folder:
        project, output = Path(folder, "project"), Path(folder, "output")
        write_project(project, count)
        first, second = seconds(project, output), seconds(project, output)
        matter = next(path for path in sorted(project.rglob("*.yaml")) if path.name[0].isdigit())
        matter.write_text(matter.read_text("utf-8").replace("管理制度", "制度"), encoding="utf-8")
        third = seconds(project, output)
        print(f"{count} matters, first build {first:.1f} s here")
        print(f"second build, nothing changed: {second / first:.1%} of the first  (goal <= 5 %)")
        print(f"third build, one matter changed: {third / first:.1%} of the first")


if __name__ == "__main__":
    main()

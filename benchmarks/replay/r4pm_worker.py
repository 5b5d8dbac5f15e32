"""Run by the interpreter that has r4pm: aligns the variants of a log with a net, costs and seconds as JSON.

    python r4pm_worker.py net.json log.xes seconds

The net as ``r4pm.petri_net`` has it. Only the alignment is timed, not reading the log: rounds for
about so many seconds, five at least.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

import r4pm


def main() -> None:
    """Print ``{"costs": [[activities, cost], …], "seconds": the best round}``."""
    net = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    projection = r4pm.import_item("EventLogActivityProjection", sys.argv[2])
    options = {
        "cost_fn": {"log_move_cost": 1, "model_move_cost": 1, "silent_move_cost": 0, "sync_move_cost": 0},
        "max_states": None,
    }
    found: list[dict[str, Any]] = []
    best, rounds, start = float("inf"), 0, time.perf_counter()
    while rounds < 5 or time.perf_counter() - start < float(sys.argv[3]):
        del found
        began = time.perf_counter()
        found = r4pm.bindings.align_variants(net, projection, options)
        best = min(best, time.perf_counter() - began)
        rounds += 1
    costs = [[one["activities"], _cost(one["result"])] for one in found]
    json.dump({"costs": costs, "seconds": best}, sys.stdout)


def _cost(result: dict[str, object]) -> object:
    """The cost, whether or not the result is wrapped in what says that it is one."""
    inner = result.get("Ok", result)
    assert isinstance(inner, dict), inner
    return inner.get("cost")


if __name__ == "__main__":
    main()

"""gawd on two workflows."""

from __future__ import annotations

from typing import Any

from gawd import diff_workflows
from serving import serve


def answer(question: dict[str, Any]) -> dict[str, object]:
    """Its five columns: kind, path and value before, path and value after."""
    return {"changes": diff_workflows(question["before"], question["after"])}


if __name__ == "__main__":
    serve(answer)

"""Where the peers are installed: outside the project, from the registries, each with its version."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

PYTHON = {
    "peers": ("SpiffWorkflow==3.2.0", "xmldiff==3.0", "deepdiff==9.1.0", "gawd==1.1.1"),
    "pm4py": ("pm4py==2.7.23.11",),  # AGPL, and a hundred megabytes: optional, used by this benchmark only
}
"""Virtual environment → what is installed in it."""

NODE = ("bpmn-js-differ@3.2.0", "bpmn-moddle@10.3.1")


def default_cache() -> Path:
    """A folder in the user's cache."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache", "zaizao-peers")


@dataclass(frozen=True, slots=True)
class Cache:
    """The folder in which the peers are."""

    root: Path

    def python(self, environment: str) -> Path:
        """The interpreter of a virtual environment of ``PYTHON``."""
        return self.root / environment / "bin" / "python"

    @property
    def node(self) -> Path:
        """The folder whose ``node_modules`` hold the peers of node."""
        return self.root / "node"

    def missing_python(self, environment: str) -> str:
        """The command that installs what is missing, empty if nothing is."""
        if self.python(environment).exists():
            return ""
        folder = self.root / environment
        return f"python3 -m venv {folder} && {folder}/bin/pip install {' '.join(PYTHON[environment])}"

    def missing_node(self) -> str:
        """The same for the peers of node."""
        if not shutil.which("node"):
            return "install node (20 or later), then come again"
        if (self.node / "node_modules" / "bpmn-js-differ").exists():
            return ""
        return f"npm install --prefix {self.node} {' '.join(NODE)}"

"""校验清单 as text: lines as ``sha256sum`` writes and checks them, below lines with # that say whose it is.

``sha256sum -c`` and 7-Zip check the unpacked files by it without this program.
"""

from __future__ import annotations

from processes.model.package import Manifest

HEAD = "# 报送包校验清单"


def render(manifest: Manifest) -> str:
    """The text."""
    head = (
        HEAD,
        f"# 单位: {manifest.owner}",
        f"# 阶段: {manifest.stage} {manifest.stage_name}",
        f"# 核验码: {manifest.code}",
    )
    return "".join(f"{line}\n" for line in (*head, *(f"{digest}  {path}" for path, digest in manifest.files)))

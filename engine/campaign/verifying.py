"""A 报送包 held against its own 校验清单."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from processes.model.package import Defect, DefectKind, Manifest


def differences(manifest: Manifest, digests: Mapping[str, str], unreadable: frozenset[str]) -> Iterator[Defect]:
    """What was changed, is missing or was added; ``digests``: path in the folder → SHA-256 of what is there.

    ``unreadable`` are there too, and told of elsewhere.
    """
    for path, digest in manifest.files:
        if path not in digests:
            if path not in unreadable:
                yield Defect(DefectKind.MISSING, path, "清单里有,包里没有")
        elif digests[path] != digest:
            yield Defect(DefectKind.CHANGED, path, "和清单里的 SHA-256 不一样,打包以后改过")
    listed = {path for path, _ in manifest.files}
    for path in digests:
        if path not in listed:
            yield Defect(DefectKind.ADDED, path, "清单里没有,打包以后放进来的")

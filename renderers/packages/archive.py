"""The zip of a package: the same bytes for the same files, names that every Windows reads.

Names are UTF-8 and said to be (general purpose bit 11), times are fixed, nothing is compressed. The 校验清单 comes
first, so that a torn zip still says what was in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from processes.model.package import MANIFEST, Manifest
from renderers.forms.writing import CREATED
from renderers.packages import manifest as manifests

if TYPE_CHECKING:
    from collections.abc import Iterable

_UNIX, _READABLE = 3, 0o100644 << 16
"""System and attributes: a file that anybody may read, also where it is unpacked on Linux."""


def manifest_of(owner: str, stage: int, stage_name: str, files: Sequence[tuple[str, bytes]]) -> Manifest:
    """The 校验清单 of files (path in the folder, content), in their order."""
    digests = tuple((path, sha256(content).hexdigest()) for path, content in files)
    return Manifest(owner=owner, stage=stage, stage_name=stage_name, files=digests)


def render(manifest: Manifest, files: Iterable[tuple[str, bytes]]) -> bytes:
    """The zip. ``files``: path in the folder and content, in the order of the manifest."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for path, content in ((MANIFEST, manifests.render(manifest).encode()), *files):
            entry = ZipInfo(f"{manifest.owner}/{path}", CREATED.timetuple()[:6])
            entry.create_system, entry.external_attr, entry.compress_type = _UNIX, _READABLE, ZIP_STORED
            archive.writestr(entry, content)
    return buffer.getvalue()

"""报送包: what a department, or the city, hands in for a stage in one zip, and what may be wrong with such a zip.

Nothing in a package is compressed (the papers in it are already), so that its bytes follow from its files alone,
whatever the version of zlib, and a package can be held against what its own files give, byte for byte.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

COVER = "00-报送材料清单.docx"
MISSING = "00-缺件清单.docx"
MANIFEST = "校验清单.sha256"
"""Names in the folder of a package: the page on top, what is not there, the SHA-256 of everything else."""

_GROUPS, _GROUP = 4, 4
"""Of the digits of the check code, as they are printed: 64 bits, which nobody hits by chance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """校验清单: whose package it is and the SHA-256 (hexadecimal) of each file.

    ``owner`` is the folder in the zip, ``stage`` counts from 1. ``files``: path in the folder and digest, in the order
    in which they stand in the zip.
    """

    owner: str
    stage: int
    stage_name: str
    files: tuple[tuple[str, str], ...]

    @property
    def code(self) -> str:
        """核验码 of the files; see ``check_code``."""
        return check_code(self.files)

    @property
    def papers(self) -> int:
        """How many files are what is filed: all but 报送材料清单 and 缺件清单."""
        return sum(path not in (COVER, MISSING) for path, _ in self.files)


class DefectKind(StrEnum):
    """What may be wrong with a package, the gravest first."""

    FOREIGN = "不是报送包"
    TORN = "不完整"
    DANGEROUS = "不安全"
    DAMAGED = "损坏"
    CHANGED = "改动"
    MISSING = "缺少"
    ADDED = "多出"
    REPACKED = "重新打包"


@dataclass(frozen=True, slots=True)
class Defect:
    """One thing that is wrong: with the file at ``path`` in the folder of the package, or (empty) with the zip."""

    kind: DefectKind
    path: str
    message: str


def check_code(files: tuple[tuple[str, str], ...]) -> str:
    """核验码 ``1a2b-3c4d-5e6f-7a8b``: of paths and digests of everything but the cover, on which it is printed.

    The first digits of the SHA-256 over the lines ``path NUL digest``, in the order of the paths. On the cover, which
    is signed and stamped, it binds the paper to the files.
    """
    lines = sorted(f"{path}\0{digest}\n" for path, digest in files if path != COVER)
    digits = sha256("".join(lines).encode()).hexdigest()
    return "-".join(digits[_GROUP * number : _GROUP * (number + 1)] for number in range(_GROUPS))

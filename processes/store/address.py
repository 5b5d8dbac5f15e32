"""Where a registry is: what ``--database`` says, read as a file of SQLite or a database of PostgreSQL."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from processes.errors import WrongUsage

_DRIVER = "postgresql+psycopg"
_POSTGRES = ("postgresql", "postgres", _DRIVER)
_SHARES = frozenset(
    ("9p", "afs", "ceph", "cifs", "davfs", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "smb3", "smbfs")
)
"""File systems whose files lie on another machine: there the shared memory that WAL needs is not shared."""
_FUSE = "fuse."
"""What comes by a program (sshfs, rclone, the shares of a virtual machine) may lie anywhere: taken for a share."""
_MOUNTS = Path("/proc/self/mounts")
_OCTAL = re.compile(r"\\([0-7]{3})")
_DRIVE_REMOTE = 4
"""What ``GetDriveTypeW`` of Windows says of a network drive."""


@dataclass(frozen=True, slots=True)
class Address:
    """A URL that SQLAlchemy understands, and what the user knows it by (without the password).

    ``file``: of SQLite; None with PostgreSQL.
    """

    url: URL
    name: str
    file: Path | None


def address_of(text: str) -> Address:
    """What ``--database`` means: a path, ``sqlite:///path`` or ``postgresql://…``. Raises ``WrongUsage``."""
    if "://" not in text:
        return _of_file(text)
    try:
        url = make_url(text)
    except (ArgumentError, ValueError) as error:
        raise WrongUsage(_HOW.format("写法不对")) from error
    if url.drivername in ("sqlite", "sqlite+pysqlite"):
        return _of_file(url.database or "")
    if url.drivername not in _POSTGRES:
        raise WrongUsage(_HOW.format(f"不认识“{url.drivername}”"))
    if not url.database:
        raise WrongUsage(_HOW.format("没有写库名"))
    url = url.set(drivername=_DRIVER)
    where = f"{url.host}:{url.port}" if url.host and url.port else url.host or ""
    return Address(url, f"{where}/{url.database}", None)


_HOW = "--登记库 {}。可以写文件(如 登记.db),或者 postgresql://用户名:密码@服务器:5432/库名。"


def _of_file(text: str) -> Address:
    if not text or text == ":memory:" or "\0" in text:
        raise WrongUsage(_HOW.format("没有写文件"))
    file = Path(text).absolute()
    return Address(URL.create("sqlite", database=str(file)), text, file)


def is_on_share(file: Path) -> bool:
    """Whether the file lies on another machine."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - windll is there on Windows only

        anchor = file.resolve().anchor
        return anchor.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(anchor) == _DRIVE_REMOTE
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return False
    return is_share(kind_of_mount(file.resolve(), mounts))


def kind_of_mount(file: Path, mounts: str) -> str:
    """The file system on which ``file`` lies: that of the longest mount point above it, the last one mounted there."""
    kind, longest = "", -1
    for line in mounts.splitlines():
        words = line.split()
        if len(words) < 3:  # noqa: PLR2004 - device, mount point, kind
            continue
        point = Path(_OCTAL.sub(lambda found: chr(int(found[1], 8)), words[1]))
        depth = len(point.parts)
        if depth >= longest and (point == file or point in file.parents):
            kind, longest = words[2], depth
    return kind


def is_share(kind: str) -> bool:
    """Whether a file system of this kind is on another machine."""
    return kind in _SHARES or kind.startswith(_FUSE)

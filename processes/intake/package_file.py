"""A 报送包 as it was received: looked at before it is unpacked, and never unpacked to the disk.

Anybody may have changed it, so that everything is limited: entries, bytes, how well they are packed. What can still be
read of a damaged one is read, so that it can be said which papers are good.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from io import BytesIO
from typing import IO
from zipfile import BadZipFile, ZipFile, ZipInfo

from processes.model.package import MANIFEST, Defect, DefectKind, Manifest

MAX_BYTES = 1 << 30
"""Of the zip: a department of a thousand matters has half of it."""
_MAX_ENTRIES = 20_000
_MAX_UNPACKED = 2 << 30
_MAX_RATIO = 200
_SMALL = 1 << 20
"""An entry of so little is not suspicious, however well it was packed."""
_SIGNATURE, _ENCRYPTED = b"PK\x03\x04", 1
_UNREADABLE = (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError)

_LINE = re.compile(r"([0-9a-f]{64})  (.+)")
_HEAD = re.compile(
    r"# 报送包校验清单\n# 单位: (?P<owner>[^\n]+)\n# 阶段: (?P<stage>[1-9][0-9]{0,3}) (?P<name>[^\n]+)\n"
    r"# 核验码: (?P<code>[^\n]+)\n"
)


@dataclass(frozen=True, slots=True)
class Received:
    """What could be read: the 校验清单 (None without a usable one), SHA-256 by path in the folder, what is wrong.

    ``digests`` has everything but the 校验清单. ``contents``: the files themselves, None where they are compressed:
    then it is not what we wrote, and may be large.
    """

    manifest: Manifest | None = None
    digests: dict[str, str] = field(default_factory=dict)
    contents: dict[str, bytes] | None = None
    defects: tuple[Defect, ...] = ()


def received(content: bytes) -> Received:
    """The package in the bytes of a file; nothing in them raises."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            refused = tuple(_refusals(archive.infolist()))
            return Received(defects=refused) if refused else _read(archive, len(content))
    except _UNREADABLE:
        return Received(defects=(_unopened(content),))


def _unopened(content: bytes) -> Defect:
    if content.startswith(_SIGNATURE):
        return Defect(DefectKind.TORN, "", "后半截没有了,或者坏了:没有拷完、没有下载完。请重新取一份")
    if not content:
        return Defect(DefectKind.TORN, "", "是空的:没有拷完、没有下载完。请重新取一份")
    return Defect(DefectKind.FOREIGN, "", "内容不是 zip")


def _refusals(entries: list[ZipInfo]) -> Iterator[Defect]:
    """Why it is not read at all: what it would do to whoever unpacks it."""
    if len(entries) > _MAX_ENTRIES:
        yield Defect(DefectKind.DANGEROUS, "", f"里面的文件超过 {_MAX_ENTRIES} 个,没有打开")
        return
    for entry in entries:
        if _leaves(entry.filename):
            yield Defect(DefectKind.DANGEROUS, entry.filename, "路径指到了包的外面,不要解压")
        elif entry.flag_bits & _ENCRYPTED:
            yield Defect(DefectKind.FOREIGN, entry.filename, "设了密码,报送包不设密码")
        elif entry.file_size > max(_SMALL, entry.compress_size * _MAX_RATIO):
            yield Defect(DefectKind.DANGEROUS, entry.filename, "压缩得太厉害,解压会占满磁盘,没有打开")
    if sum(entry.file_size for entry in entries) > _MAX_UNPACKED:
        yield Defect(DefectKind.DANGEROUS, "", f"解压后超过 {_MAX_UNPACKED >> 30} GiB,没有打开")


def _leaves(name: str) -> bool:
    return ".." in re.split(r"[/\\]", name) or name.startswith(("/", "\\")) or ":" in name or "\\" in name


def _read(archive: ZipFile, size: int) -> Received:
    """The files of an archive that is safe to read, and has so many bytes."""
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    is_stored = sum(entry.file_size for entry in entries) <= size
    digests: dict[str, str] = {}
    contents: dict[str, bytes] = {}
    defects: list[Defect] = []
    for entry in entries:
        name = entry.filename
        if name in digests:
            defects.append(Defect(DefectKind.ADDED, name, "有两个同名的文件"))
        try:
            if is_stored or name.endswith(MANIFEST):
                contents[name] = archive.read(entry)
                digests[name] = sha256(contents[name]).hexdigest()
            else:
                with archive.open(entry) as stream:
                    digests[name] = _digest(stream)
        except _UNREADABLE:
            defects.append(Defect(DefectKind.DAMAGED, name, "读不出来,内容坏了"))
    return _judged(digests, contents, defects, is_stored=is_stored)


def _digest(stream: IO[bytes]) -> str:
    found = sha256()
    while part := stream.read(_SMALL):
        found.update(part)
    return found.hexdigest()


def _judged(digests: dict[str, str], contents: dict[str, bytes], defects: list[Defect], *, is_stored: bool) -> Received:
    """With the 校验清单 taken out; paths below its folder are told without it."""
    places = [name for name in digests if name.rpartition("/")[2] == MANIFEST]
    if len(places) != 1:
        if any(one.path.rpartition("/")[2] == MANIFEST for one in defects):
            return Received(defects=(Defect(DefectKind.DAMAGED, MANIFEST, f"坏了,没有办法核对。{_AGAIN}"),))
        what = f"里面没有“{MANIFEST}”" if not places else f"里面有 {len(places)} 个“{MANIFEST}”,只应有一个"
        return Received(defects=(Defect(DefectKind.FOREIGN, "", what), *defects))
    (place,) = places
    del digests[place]
    manifest = manifest_in(contents.pop(place))
    if manifest is None:
        return Received(defects=(Defect(DefectKind.CHANGED, MANIFEST, f"被改动过,没有办法核对。{_AGAIN}"), *defects))
    folder = f"{manifest.owner}/"
    return Received(
        manifest,
        {name.removeprefix(folder): digest for name, digest in digests.items()},
        {name.removeprefix(folder): content for name, content in contents.items()} if is_stored else None,
        tuple(Defect(one.kind, one.path.removeprefix(folder), one.message) for one in defects),
    )


_AGAIN = "请报送单位重新打包"


def manifest_in(content: bytes) -> Manifest | None:
    """The 校验清单 in a file; None when it is not what the program writes, or not in itself right."""
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return None
    head = _HEAD.match(text)
    if head is None or not text.endswith("\n"):
        return None
    lines = [_LINE.fullmatch(line) for line in text[head.end() :].split("\n")[:-1]]
    files = tuple((line[2], line[1]) for line in lines if line)
    if len(files) < len(lines) or len({path for path, _ in files}) < len(files):
        return None
    manifest = Manifest(owner=head["owner"], stage=int(head["stage"]), stage_name=head["name"], files=files)
    return manifest if manifest.code == head["code"] else None

"""What has been made of a package that is not finished: kept beside it, so that a killed run is taken up.

A spool is a file of records, appended one after the other: a line of JSON with the key of the unit and path, size of
each product, then the SHA-256 of that line and of the products, then the products. A record that was cut off, or that
the disk lost, does not agree with its SHA-256: it and what follows is made again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import IO

from commands._chart_products import Product
from processes.errors import CannotBeDone, reason

_NAME = ".{}.未完成"
_LONGEST_LINE = 1 << 20


def forget(folder: Path, names: Iterable[str]) -> None:
    """Remove the spools of packages that are finished."""
    for name in names:
        (folder / _NAME.format(name)).unlink(missing_ok=True)


class Spool:
    """The spool of the package called ``name`` in ``folder``."""

    def __init__(self, folder: Path, name: str) -> None:
        """Look up what an earlier run left, dropping what it left half-written."""
        self._path = folder / _NAME.format(name)
        self._places: dict[str, tuple[int, list[tuple[str, int]]]] = {}
        self._end = 0
        if self._path.exists():
            self._look()

    def __contains__(self, key: str) -> bool:
        return key in self._places

    def products(self, key: str) -> list[Product]:
        """What was made of the unit with that key."""
        place, sizes = self._places[key]
        try:
            with self._path.open("rb") as stream:
                stream.seek(place)
                return [(path, stream.read(size)) for path, size in sizes]
        except OSError as error:
            raise self._refused(error) from error

    def put(self, key: str, products: Sequence[Product]) -> None:
        """Keep what was made of a unit."""
        sizes = [(path, len(content)) for path, content in products]
        line = json.dumps([key, sizes], ensure_ascii=False).encode() + b"\n"
        blob = b"".join(content for _, content in products)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("r+b" if self._path.exists() else "xb") as stream:
                stream.seek(self._end)
                stream.write(line + _sum(line, blob) + blob)
                stream.truncate()
                end = stream.tell()
        except OSError as error:
            raise self._refused(error) from error
        self._places[key] = (end - len(blob), sizes)
        self._end = end

    def remove(self) -> None:
        """The package is finished."""
        self._path.unlink(missing_ok=True)

    def _look(self) -> None:
        try:
            with self._path.open("rb") as stream:
                for key, place, sizes in _records(stream):
                    self._places[key] = (place, sizes)
                    self._end = place + sum(size for _, size in sizes)
        except OSError as error:
            raise self._refused(error) from error

    def _refused(self, error: OSError) -> CannotBeDone:
        return CannotBeDone(f"读写不了“{self._path}”:{reason(error)}。")


def _records(stream: IO[bytes]) -> Iterator[tuple[str, int, list[tuple[str, int]]]]:
    """Key, place of the products and path, size of each, of every record that is whole."""
    while line := stream.readline(_LONGEST_LINE):
        try:
            key, sizes = json.loads(line)
            sizes = [(str(path), int(size)) for path, size in sizes]
        except (ValueError, TypeError):
            return
        said = stream.read(len(_sum(b"", b"")))
        place = stream.tell()
        blob = stream.read(sum(size for _, size in sizes))
        if said != _sum(line, blob):
            return
        yield str(key), place, sizes


def _sum(line: bytes, blob: bytes) -> bytes:
    return sha256(line + blob).digest()

"""What is kept beside the plain columns: lists and figures as JSON, contents packed, and a seal over each row.

The seal of a row is the SHA-256 of everything that it says and of the seal before it (the version before, the review
before), so that a row that was changed, taken out or put between others is found out.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import fields
from fractions import Fraction

from processes.model.digests import sha256_of
from processes.model.filing import (
    Figures,
    FiledDocument,
    FiledFinding,
    Number,
    Review,
    utc,
)
from processes.model.findings import Severity
from processes.store.tables import Filed

_LEVEL = 6
"""zlib: declarations shrink to a third; 9 gains 1 % and takes twice the time."""


_FINDING = tuple(field.name for field in fields(FiledFinding))


class Spoilt(Exception):
    """Packed bytes that are not what their digest says."""


def pack(content: bytes) -> bytes:
    """The content as it is kept."""
    return zlib.compress(content, _LEVEL)


def unpack(packed: bytes, size: int, digest: str) -> bytes:
    """The content again. Raises ``Spoilt`` when it is not what ``size`` and ``digest`` say."""
    unpacker = zlib.decompressobj()
    try:
        # No more than was put in: what is spoilt may claim to be as long as it likes.
        content = unpacker.decompress(packed, size + 1)
    except (zlib.error, TypeError) as error:
        # SQLite keeps a text where bytes should be, if somebody puts one there.
        raise Spoilt from error
    if len(content) != size or sha256_of(content) != digest:
        raise Spoilt
    return content


def findings_json(findings: Iterable[FiledFinding]) -> bytes:
    """The findings as bytes."""
    return _json([{name: getattr(one, name) for name in _FINDING} for one in findings])


def findings_from(content: bytes) -> tuple[FiledFinding, ...]:
    """Those findings again."""
    return tuple(FiledFinding(**{**one, "severity": Severity(one["severity"])}) for one in json.loads(content))


def documents_json(documents: Iterable[FiledDocument]) -> bytes:
    """The manifest as bytes, in the order of the paths."""
    return _json([[one.path, one.digest, one.size] for one in sorted(documents, key=lambda one: one.path)])


def documents_from(content: bytes) -> tuple[FiledDocument, ...]:
    """That manifest again."""
    return tuple(FiledDocument(path, digest, size) for path, digest, size in json.loads(content))


def figures_json(figures: Figures) -> str:
    """The figures as text; a fraction as ``"7/2"``."""
    return _json(
        {
            form: {key: number if isinstance(number, int) else str(number) for key, number in numbers.items()}
            for form, numbers in figures.items()
        }
    ).decode()


def figures_from(text: str) -> Figures:
    """Those figures again."""
    found: Mapping[str, Mapping[str, int | str]] = json.loads(text)
    return {form: {key: _number(value) for key, value in numbers.items()} for form, numbers in found.items()}


def seal_of_filed(row: Filed, figures: str, before: str) -> str:
    """The seal of a submission: of all that it says, and of the version before (empty for the first)."""
    said = [row.department, row.stage, row.stage_name, row.version, row.digest, utc(row.filed_at).isoformat(), row.who]
    said += [row.errors, row.warnings, row.findings, row.documents, figures, before]
    return sha256_of(_json(said))


def seal_of_review(review: Review, number: int, before: str) -> str:
    """The seal of a review; ``before`` is that of the review before, or of the submission."""
    said = [number, str(review.state), review.reviewer, utc(review.at).isoformat(), review.reasons, before]
    return sha256_of(_json(said))


def _number(value: int | str) -> Number:
    return value if isinstance(value, int) else Fraction(value)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()

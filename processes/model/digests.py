"""The digest by which content is told from other content."""

from __future__ import annotations

from hashlib import sha256


def sha256_of(content: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return sha256(content).hexdigest()

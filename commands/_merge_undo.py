"""What the last ``zaizao merge`` replaced, and putting it back."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

import click

from commands._files import write
from commands._target import find_target
from processes.errors import CannotBeDone, reason

KEPT = ".zaizao/merge-undo.json"
"""In the project folder: file → its bytes before (base64) and the SHA-256 of those written."""


def keep(root: Path, files: Mapping[str, tuple[bytes, bytes]]) -> None:
    """Remember file → (bytes before, bytes after) of a merge, in place of those of the one before."""
    kept = {
        file: {"before": base64.b64encode(before).decode(), "after": hashlib.sha256(after).hexdigest()}
        for file, (before, after) in sorted(files.items())
    }
    write(root / KEPT, json.dumps(kept, ensure_ascii=False, indent=1).encode())


def undo_last(project: Path) -> int:
    """Put back what the last merge replaced. Raises ``CannotBeDone``; then nothing is changed."""
    target = find_target(project)
    path = target.root / KEPT
    try:
        kept = json.loads(path.read_bytes())
        files = {str(file): (base64.b64decode(one["before"]), str(one["after"])) for file, one in kept.items()}
    except FileNotFoundError as error:
        raise CannotBeDone("没有可以撤销的:这个项目还没有用 zaizao merge 写回过,或者已经撤销了。") from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        why = reason(error) if isinstance(error, OSError) else "内容坏了"
        raise CannotBeDone(f"撤销用的记录“{target.shown(KEPT)}”读不了:{why}。") from error
    changed = [file for file, (_, after) in files.items() if _digest(target.root / file) != after]
    if changed:
        names = "、".join(target.shown(file) for file in changed)
        raise CannotBeDone(f"写回以后又改过:{names}。没有撤销,免得丢了后来改的;请手工改回。")
    for file, (before, _) in files.items():
        write((target.root / file).resolve(), before)
        click.echo(f"已恢复 {target.shown(file)}")
    path.unlink()
    return 0


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""

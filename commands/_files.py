"""Writing results: beside the place, then renamed, so that an interruption leaves the old file or the new one."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import click

from processes.errors import CannotBeDone, reason

BESIDE = ".zaizao-{}.tmp"
"""Name of a file that is being written; one is left only when the program was killed."""


def write(path: Path, content: bytes) -> None:
    """Put ``content`` at ``path``, making the folders above. Raises ``CannotBeDone`` when the system refuses."""
    import tempfile

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not (path.is_file() or path.is_dir()):
            # A device or a pipe (/dev/stdout, /dev/null): nothing is renamed over it.
            path.write_bytes(content)
            return
        prefix, suffix = BESIDE.split("{}")
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=prefix, suffix=suffix)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            # mkstemp makes the file private; results are made like any other file, or like the one they replace.
            Path(beside).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
            Path(beside).replace(path)
        except BaseException:
            Path(beside).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise CannotBeDone(f"写不了“{path}”:{_why(error, path.parent)}。") from error


def _why(error: OSError, folder: Path) -> str:
    """Why nothing could be written into ``folder``, and what helps."""
    there = next((one for one in (folder, *folder.parents) if one.exists()), folder)
    # Where it may not make a file, Windows tries many names and then says that all of them are taken.
    if isinstance(error, FileExistsError | PermissionError) and there.is_dir() and not os.access(there, os.W_OK):
        return "没有权限在这个文件夹里写文件(请换一个文件夹)"
    if isinstance(error, PermissionError):
        return "文件正被别的程序打开(请先关闭 WPS 或 Excel)"
    # The folder is there or was just made: what the system does not find is room for a new file in it.
    return "这个文件夹里不能建文件" if error.errno == errno.ENOENT else reason(error)


def write_new(path: Path, text: str) -> None:
    """Put ``text`` at ``path``, where nothing may be yet. Raises ``CannotBeDone`` when something is."""
    if path.exists():
        raise CannotBeDone(f"“{path}”已经有了,没有覆盖。")
    write(path, text.encode())


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def emit(text: str, output: Path | None) -> None:
    """Write ``text`` to ``output`` as UTF-8, or show it."""
    if output is None:
        click.echo(text, nl=False)
    else:
        write(output, text.encode())
        click.echo(f"已写入 {output}", err=True)


def on_terminal() -> bool:
    """Whether results are shown to a person rather than written into a pipe or file."""
    return sys.stdout.isatty()


def unchanged(files: int) -> str:
    """How many of the files that were told stand as they did before, in brackets; empty where none does."""
    return f"(其中 {files} 个没有变化)" if files else ""

"""Which files of a project folder are declarations, by their names and places alone."""

from __future__ import annotations

import os
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

_OF_THE_SYSTEM = ("System Volume Information", "lost+found")
"""At the top of a drive, which may well be the project folder; mostly nobody but the system may open them."""


def department_folders(root: Path, apart: Collection[str]) -> list[str]:
    """The names of the folders that may be a department's, without those ``apart``.

    Raises ``OSError`` when ``root`` cannot be read.
    """
    with os.scandir(root) as entries:
        return sorted(
            entry.name
            for entry in entries
            if _is_folder(entry)
            and entry.name not in apart
            and entry.name not in _OF_THE_SYSTEM
            and not entry.name.startswith((".", "_", "$"))
        )


def yaml_files(root: Path, folder: str) -> tuple[list[str], list[str]]:
    """The YAML files of a folder, by name, and what looks like one and is not read, both relative to the project.

    Raises ``OSError`` when the folder is there and cannot be read.
    """
    path = root / folder
    files: list[str] = []
    unread: list[str] = []
    if not path.is_dir():
        return files, unread
    with os.scandir(path) as entries:
        for entry in entries:
            name = entry.name
            if name.startswith((".", "~", "_")):
                continue
            # What has the name of a declaration and is none, a folder or a dead link, is reported when it is opened.
            if not name.endswith(".yaml") and _is_folder(entry):
                # A folder inside a department's that cannot be opened declares nothing either.
                with suppress(OSError):
                    unread += [
                        f"{folder}/{name}/{inner.name}"
                        for inner in Path(entry).iterdir()
                        if looks_like_yaml(inner.name)
                    ]
            elif name.endswith(".yaml"):
                files.append(f"{folder}/{name}")
            elif looks_like_yaml(name):
                unread.append(f"{folder}/{name}")
    return sorted(files), unread


def looks_like_yaml(name: str) -> bool:
    """Whether somebody may take a file of this name for a declaration."""
    return name.lower().removesuffix(".txt").endswith((".yaml", ".yml"))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """A link that leads nowhere or round in a circle is none."""
    try:
        return entry.is_dir()
    except OSError:
        return False

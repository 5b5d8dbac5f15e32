"""What an editor has to be told: which schema belongs to which file, and how declarations are saved."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from processes.declaration.folder import CALENDAR_FOLDER, DEPARTMENT_FILE, PLAN_FILE, PROJECTS_FOLDER
from processes.declaration.schema_files import FILE_NAMES

SCHEMA_FOLDER = ".vscode/schema"
"""Where the schemas stand in a project; a folder whose name begins with a dot is never read as a department."""

_GLOBS = {
    "方案": (PLAN_FILE,),
    "单位": (f"*/{DEPARTMENT_FILE}",),
    "联审联批": (f"{PROJECTS_FOLDER}/*.yaml",),
    "日历": (f"{CALENDAR_FOLDER}/*.yaml",),
}
"""Kind of file → where such files stand; a matter is what stands in a folder and is none of these."""


def editor_settings() -> dict[str, Any]:
    """The content of ``.vscode/settings.json`` for a project whose schemas were written to ``SCHEMA_FOLDER``.

    VS Code with the YAML extension, or anything else that speaks to yaml-language-server.
    """
    others = [pattern for globs in _GLOBS.values() for pattern in globs]
    matters = ["*/*.yaml", *(f"!{pattern}" for pattern in _spellings(others))]
    schemas = {_file("事项"): matters, **{_file(kind): _spellings(globs) for kind, globs in _GLOBS.items()}}
    return {
        "yaml.schemas": schemas,
        "yaml.schemaStore.enable": False,  # nothing is fetched, and no foreign schema claims one of our files
        "redhat.telemetry.enabled": False,  # offline, and nothing about the work goes out
        "yaml.format.enable": False,  # it would fold long rows and put quotes where none belong
        "files.encoding": "utf8",
        "files.eol": "\n",
        "[yaml]": {
            "editor.insertSpaces": True,
            "editor.tabSize": 2,
            "editor.detectIndentation": False,
            "editor.quickSuggestions": {"other": True, "comments": False, "strings": True},
        },
    }


def modeline(file: str, kind: str) -> str:
    """The comment that names the schema at the head of ``file`` (relative to the project, ``/`` between its parts).

    For editors that are not told by settings.
    """
    return f"# yaml-language-server: $schema={'../' * file.count('/')}{_file(kind)}"


def _file(kind: str) -> str:
    return f"{SCHEMA_FOLDER}/{FILE_NAMES[kind]}"


def _spellings(globs: Iterable[str]) -> list[str]:
    """Each pattern plain and percent-encoded: yaml-language-server 2.0.0 compares with the encoded address."""
    return [spelling for pattern in globs for spelling in dict.fromkeys((pattern, quote(pattern, safe="*/")))]

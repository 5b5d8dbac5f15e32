"""A pip for a Python that has none: found by the settings that pip and uv have on this machine.

``run.py`` turns to this file only when neither ensurepip nor an installed pip or uv can fill ``.venv``. No address is
written here: a machine whose package index is not configured anywhere gets no pip from here.
"""

from __future__ import annotations

import hashlib
import os
import ssl
import sys
import urllib.request
from collections.abc import Mapping, Sequence
from configparser import ConfigParser
from configparser import Error as ConfigError
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin


def pip_files(env: Mapping[str, str], home: Path, platform: str) -> list[Path]:
    """The files in which pip looks for its settings, the weakest first."""
    if platform == "win32":
        common = [Path(env.get("PROGRAMDATA", "C:/ProgramData")) / "pip" / "pip.ini"]
        own = [home / "pip" / "pip.ini", Path(env.get("APPDATA", home / "AppData/Roaming")) / "pip" / "pip.ini"]
    else:
        shared = [Path(part) for part in env.get("XDG_CONFIG_DIRS", "/etc/xdg").split(":") if part]
        if platform == "darwin":
            shared.append(Path("/Library/Application Support"))
        config = Path(env.get("XDG_CONFIG_HOME") or home / ".config")
        own = [home / ".pip" / "pip.conf", config / "pip" / "pip.conf"]
        if platform == "darwin":
            own.append(home / "Library/Application Support/pip/pip.conf")
        common = [*(folder / "pip" / "pip.conf" for folder in shared), Path("/etc/pip.conf")]
    given = env.get("PIP_CONFIG_FILE")
    return [*common, *own, *([Path(given)] if given else [])]


def pip_settings(env: Mapping[str, str], files: Sequence[Path]) -> dict[str, str]:
    """The settings of pip that tell where packages are: of files, then of the environment, the later the stronger."""
    settings: dict[str, str] = {}
    for file in files:
        parser = ConfigParser(interpolation=None)
        try:
            parser.read(file, encoding="utf-8")
        except (ConfigError, OSError, UnicodeDecodeError):
            continue  # pip itself will complain about it
        for section in ("global", "install"):
            if parser.has_section(section):
                settings.update({key.replace("_", "-"): value for key, value in parser.items(section)})
    for name in ("index-url", "extra-index-url", "cert"):
        value = env.get("PIP_" + name.replace("-", "_").upper())
        if value:
            settings[name] = value
    return settings


def indexes(env: Mapping[str, str], settings: Mapping[str, str]) -> list[str]:
    """The package indexes that are configured on this machine, for pip or for uv."""
    of_uv = [env.get(name, "") for name in ("UV_DEFAULT_INDEX", "UV_INDEX_URL")]
    words = " ".join([settings.get("index-url", ""), settings.get("extra-index-url", ""), *of_uv]).split()
    return [word.rstrip("/") + "/" for word in dict.fromkeys(words)]


class _Links(HTMLParser):
    """The links of a page of a package index."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a link with the Python it asks for."""
        given = dict(attrs)
        if tag == "a" and given.get("href"):
            self.found.append((given["href"] or "", given.get("data-requires-python") or ""))


def newest_pip(page: str, base: str, minor: int) -> str | None:
    """The address of the newest released pip that a page of an index offers to Python 3.minor."""
    links = _Links()
    links.feed(page)
    best: tuple[tuple[int, ...], str] | None = None
    for href, requires in links.found:
        name = unquote(urldefrag(href).url).rsplit("/", 1)[-1]
        version = name.removeprefix("pip-").removesuffix("-py3-none-any.whl")
        numbers = version.split(".")
        oldest = requires.replace(" ", "").partition(">=3.")[2].partition(",")[0].partition(".")[0]
        if name != f"pip-{version}-py3-none-any.whl" or not all(part.isdigit() for part in numbers):
            continue
        if (oldest.isdigit() and int(oldest) > minor) or (best and best[0] >= tuple(map(int, numbers))):
            continue
        best = (tuple(map(int, numbers)), urljoin(base, href))
    return best[1] if best else None


def fetch_pip(folder: Path) -> Path | None:
    """A wheel of pip from a configured index, put into a folder and checked against the index's hash."""
    settings = pip_settings(os.environ, pip_files(os.environ, Path.home(), sys.platform))
    context = ssl.create_default_context(cafile=settings.get("cert"))

    def read(address: str) -> bytes:
        if not address.startswith(("https://", "http://", "file://")):
            raise OSError(address)
        with urllib.request.urlopen(address, timeout=60, context=context) as answer:  # noqa: S310 - checked above
            content: bytes = answer.read()
        return content

    for index in indexes(os.environ, settings):
        page = f"{index}pip/" + ("index.html" if index.startswith("file:") else "")
        try:
            address = newest_pip(read(page).decode(), page, sys.version_info.minor)
            if address is None:
                continue
            plain, fragment = urldefrag(address)
            content = read(plain)
        except (OSError, ValueError):
            continue
        if fragment.startswith("sha256=") and hashlib.sha256(content).hexdigest() != fragment[len("sha256=") :]:
            continue
        wheel = folder / unquote(plain.rsplit("/", 1)[-1])
        wheel.write_bytes(content)
        return wheel
    return None

"""yaml-language-server, started and spoken to as an editor does."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue
from threading import Event, Thread
from typing import Any, Self

VERSION = "2.0.0"
PATIENCE = 60.0
"""Seconds for one answer."""
CACHE = Path(tempfile.gettempdir()) / f"zaizao-yaml-language-server-{VERSION}"

Message = dict[str, Any]


def install() -> Path:
    """The start file of the server, which npm puts into a folder that the next run finds again."""
    start = CACHE / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
    if not start.is_file():
        npm = shutil.which("npm")
        assert npm, "npm is missing"
        CACHE.mkdir(parents=True, exist_ok=True)
        package = f"yaml-language-server@{VERSION}"
        command = [npm, "install", "--no-audit", "--no-fund", "--prefix", str(CACHE), package]
        subprocess.run(command, check=True, capture_output=True, timeout=600)
    return start


class LanguageServer:
    """A running server; ``settings`` is what the editor's settings say."""

    def __init__(self, folder: Path, settings: Mapping[str, Any], locale: str) -> None:
        """Start it and shake hands, in a project ``folder``."""
        node = shutil.which("node")
        assert node, "node is missing"
        self._settings = settings
        self._process = subprocess.Popen(
            [node, str(install()), "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._answers: Queue[Message] = Queue()
        self._diagnostics: Queue[Message] = Queue()
        self._number = 0
        self._configured = Event()
        Thread(target=self._listen, daemon=True).start()
        address = folder.as_uri()
        self.request(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": address,
                "locale": locale,
                "workspaceFolders": [{"uri": address, "name": folder.name}],
                "capabilities": {
                    "workspace": {"configuration": True, "workspaceFolders": True},
                    "textDocument": {
                        "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
                        "hover": {"contentFormat": ["markdown"]},
                        "publishDiagnostics": {},
                    },
                },
            },
        )
        self._notify("initialized", {})
        self._notify("workspace/didChangeConfiguration", {"settings": _nested(settings)})
        assert self._configured.wait(PATIENCE), "the server did not ask for its settings"

    # ---------------------------------------------------------------------------------------- asking

    def diagnostics(self, file: Path, text: str | None = None) -> list[Message]:
        """What is wrong with a file, or with another ``text`` in its place."""
        # Under a name of its own: what the server says of a text comes late, and says not of which version.
        self._number += 1
        uri = self._show(file if text is None else file.with_stem(f"{file.stem}-{self._number}"), text)
        while True:
            told = self._diagnostics.get(timeout=PATIENCE)
            if told["uri"] == uri:
                self._notify("textDocument/didClose", {"textDocument": {"uri": uri}})
                found: list[Message] = told["diagnostics"]
                return found

    def completion(self, file: Path, text: str) -> dict[str, Message]:
        """What is offered where ``text`` has its ``▮``: label → item."""
        position, text = _cursor(text)
        uri = self._show(file, text)
        answer = self.request("textDocument/completion", {"textDocument": {"uri": uri}, "position": position})
        self._notify("textDocument/didClose", {"textDocument": {"uri": uri}})
        items = answer["items"] if isinstance(answer, dict) else answer
        return {item["label"]: item for item in items}

    def hover(self, file: Path, text: str) -> str:
        """What is shown where ``text`` has its ``▮``."""
        position, text = _cursor(text)
        uri = self._show(file, text)
        answer = self.request("textDocument/hover", {"textDocument": {"uri": uri}, "position": position})
        self._notify("textDocument/didClose", {"textDocument": {"uri": uri}})
        return str(answer["contents"]["value"]) if answer else ""

    def _show(self, file: Path, text: str | None) -> str:
        self._number += 1  # a version that the server cannot have seen
        uri = file.as_uri()
        content = file.read_text(encoding="utf-8") if text is None else text
        document = {"uri": uri, "languageId": "yaml", "version": self._number, "text": content}
        self._notify("textDocument/didOpen", {"textDocument": document})
        return uri

    # -------------------------------------------------------------------------------------- protocol

    def request(self, method: str, parameters: Any) -> Any:  # noqa: ANN401 - the protocol's values
        """The result of one request."""
        self._number += 1
        self._send({"id": self._number, "method": method, "params": parameters})
        while True:
            answer = self._answers.get(timeout=PATIENCE)
            if answer["id"] == self._number:
                assert "error" not in answer, answer
                return answer["result"]

    def _notify(self, method: str, parameters: Message) -> None:
        self._send({"method": method, "params": parameters})

    def _send(self, message: Message) -> None:
        assert self._process.stdin
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(content) + content)
        self._process.stdin.flush()

    def _listen(self) -> None:
        for message in self._messages():
            if message.get("method") == "textDocument/publishDiagnostics":
                self._diagnostics.put(message["params"])
            elif "method" in message and "id" in message:
                self._send({"id": message["id"], "result": self._reply(message)})
                if message["method"] == "workspace/configuration":
                    self._configured.set()
            elif "id" in message:
                self._answers.put(message)

    def _messages(self) -> Iterator[Message]:
        stream = self._process.stdout
        assert stream
        length = 0
        while line := stream.readline():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
            elif line == b"\r\n":
                yield json.loads(stream.read(length))

    def _reply(self, message: Message) -> Any:  # noqa: ANN401 - the protocol's values
        """The answer of an editor to what the server asks of it."""
        if message["method"] != "workspace/configuration":
            return None
        nested = _nested(self._settings)
        return [nested.get(item.get("section", "").strip("[]"), {}) for item in message["params"]["items"]]

    # ----------------------------------------------------------------------------------------- ending

    def close(self) -> None:
        """Ask it to end, then end it."""
        try:
            self.request("shutdown", None)
            self._notify("exit", {})
            self._process.wait(10)
        except (Empty, OSError, subprocess.TimeoutExpired):
            self._process.kill()
            self._process.wait(10)
        for stream in (self._process.stdin, self._process.stdout):
            assert stream
            stream.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@contextmanager
def running(folder: Path, settings: Mapping[str, Any], locale: str = "zh-cn") -> Iterator[LanguageServer]:
    """A server that ends with the block."""
    with LanguageServer(folder, settings, locale) as server:
        yield server


def _nested(settings: Mapping[str, Any]) -> Message:
    """``{"yaml.format.enable": …}`` → ``{"yaml": {"format": {"enable": …}}}``, as editors hand settings over."""
    nested: Message = {}
    for name, value in settings.items():
        *parents, last = name.strip("[]").split(".")
        level = nested
        for parent in parents:
            level = level.setdefault(parent, {})
        if isinstance(level.get(last), dict) and isinstance(value, dict):
            level[last].update(value)
        else:
            level[last] = value
    return nested


def _cursor(text: str) -> tuple[Message, str]:
    before, mark, after = text.partition("▮")
    assert mark, "no ▮ in the text"
    # The protocol counts UTF-16 units; no text of ours goes beyond them.
    return {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}, before + after

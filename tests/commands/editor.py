"""An editor that speaks to ``zaizao lsp`` over a pipe."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from lsprotocol import types
from pygls.lsp.client import LanguageClient

CLI = Path(__file__).parents[2] / "cli.py"
PATIENCE = 120


class Editor:
    """An editor that holds a project open."""

    def __init__(self, client: LanguageClient, root: Path) -> None:
        self.client, self.root = client, root
        self.said: dict[str, list[types.Diagnostic]] = {}
        self.shown: list[str] = []
        self.news = asyncio.Event()

    def published(self, params: types.PublishDiagnosticsParams) -> None:
        """Marks have come, or gone."""
        self.said[params.uri] = list(params.diagnostics)
        self.news.set()

    def showed(self, params: types.ShowMessageParams) -> None:
        """A message has come."""
        self.shown.append(params.message)
        self.news.set()

    def uri(self, file: str) -> str:
        """The address of a file of the project."""
        return (self.root / file).as_uri()

    async def told(self, action: Callable[[], None]) -> None:
        """Do something and wait for what the server says of it."""
        self.news.clear()
        action()
        await asyncio.wait_for(self.news.wait(), PATIENCE)

    async def open(self, file: str, text: str) -> list[str]:
        """Open a file with a text that need not be the saved one; the codes that are found."""
        item = types.TextDocumentItem(uri=self.uri(file), language_id="yaml", version=1, text=text)
        await self.told(lambda: self.client.text_document_did_open(types.DidOpenTextDocumentParams(item)))
        return self.codes(file)

    async def until(self, is_so: Callable[[], bool]) -> None:
        """Wait until what the server has said makes it so."""
        while not is_so():
            self.news.clear()
            await asyncio.wait_for(self.news.wait(), PATIENCE)

    async def type(self, file: str, *texts: str) -> list[str]:
        """Replace the text several times in a row; the codes that are found in the last one."""

        def changes() -> None:
            for number, text in enumerate(texts, 2):
                document = types.VersionedTextDocumentIdentifier(uri=self.uri(file), version=number)
                change = types.TextDocumentContentChangeWholeDocument(text=text)
                self.client.text_document_did_change(
                    types.DidChangeTextDocumentParams(text_document=document, content_changes=[change])
                )

        await self.told(changes)
        return self.codes(file)

    async def hover(self, file: str, line: int, character: int) -> str:
        """What is shown where the mouse rests; both count from 0."""
        found = await self.client.text_document_hover_async(
            types.HoverParams(types.TextDocumentIdentifier(self.uri(file)), types.Position(line, character))
        )
        return found.contents.value if found and isinstance(found.contents, types.MarkupContent) else ""

    async def fixes(self, file: str, line: int) -> list[types.CodeAction]:
        """The quick fixes offered on a line, from 0."""
        area = types.Range(types.Position(line, 0), types.Position(line, 200))
        found = await self.client.text_document_code_action_async(
            types.CodeActionParams(
                types.TextDocumentIdentifier(self.uri(file)), area, types.CodeActionContext(diagnostics=[])
            )
        )
        return [one for one in found or [] if isinstance(one, types.CodeAction)]

    def codes(self, file: str) -> list[str]:
        """The codes of the errors and warnings in a file."""
        worst = types.DiagnosticSeverity.Warning
        return [str(one.code) for one in self.said[self.uri(file)] if one.severity and one.severity <= worst]


Edit = Callable[[Path, Callable[[Editor], Awaitable[None]]], None]
"""Opens a window on a project and does some work in it."""


@contextmanager
def serving() -> Iterator[Edit]:
    """A server and its editor: all windows have one, for to start it takes longer than all that is asked of it."""
    window: Editor | None = None
    client = LanguageClient("test", "1")

    def published(params: types.PublishDiagnosticsParams) -> None:
        # What is still said of a project that was closed before belongs to nobody.
        if window is not None and params.uri.startswith(window.root.as_uri()):
            window.published(params)

    def showed(params: types.ShowMessageParams) -> None:
        if window is not None:
            window.showed(params)

    client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(published)
    client.feature(types.WINDOW_SHOW_MESSAGE)(showed)

    async def begin() -> None:
        await client.start_io(sys.executable, str(CLI), "lsp")
        await client.initialize_async(types.InitializeParams(capabilities=types.ClientCapabilities()))
        client.initialized(types.InitializedParams())

    async def end() -> None:
        await client.shutdown_async(None)
        client.exit(None)
        await client.stop()  # type: ignore[no-untyped-call] # pygls leaves it without types

    with asyncio.Runner() as runner:

        def work_in(root: Path, work: Callable[[Editor], Awaitable[None]]) -> None:
            async def session() -> None:
                nonlocal window
                window = Editor(client, root)
                await work(window)

            runner.run(asyncio.wait_for(session(), PATIENCE))

        runner.run(asyncio.wait_for(begin(), PATIENCE))
        yield work_in
        runner.run(asyncio.wait_for(end(), PATIENCE))

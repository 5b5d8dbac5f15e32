"""The language server: findings while one types, hover and quick fixes, over pygls.

What an editor holds unsaved is read instead of the file on disk. A matter is checked by itself while it is typed; its
department's files are asked together when something is saved, for rules may look at them.
"""

from __future__ import annotations

import asyncio
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from commands._filed_asked import FiledAsked
from processes.checking import Checked, check_project
from processes.declaration.folder import find_project
from processes.model.findings import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pygls.workspace import TextDocument

    from processes.model.places import Place
    from renderers.findings.explanation import Explained

NAME = "zaizao"
PAUSE = 0.2
"""Seconds without a key stroke before what was typed is checked."""

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}


class Server(LanguageServer):
    """The server and what it found last; one for all project folders that the editor has open."""

    def __init__(self, database: str | None = None) -> None:
        super().__init__(NAME, version(NAME))
        self.filed = FiledAsked(database, self._came)
        self.found: dict[str, tuple[Checked, str]] = {}
        """Address of a document → what was found when it was checked, and its path in the project."""
        self.turns: dict[str, int] = {}

    # ------------------------------------------------------------------------------------- checking

    async def typed(self, uri: str) -> None:
        """Check the document once nothing has been typed for a moment."""
        turn = self.turns[uri] = self.turns.get(uri, 0) + 1
        await asyncio.sleep(PAUSE)
        if self.turns.get(uri) == turn:
            self.check(uri)

    def check_all(self) -> None:
        """Check every open document: what was saved may matter to all."""
        for uri in self._uris():
            self.check(uri)

    def ask(self) -> None:
        """Ask the registries what was filed of the departments that are open; what comes is checked later."""
        for root, folders in self._folders().items():
            self.filed.ask(root, folders)

    def _came(self, root: Path, complaint: str) -> None:
        """What was filed has come, or why it cannot."""
        if complaint:
            self.window_show_message(types.ShowMessageParams(types.MessageType.Warning, complaint))
        else:
            for uri in self._uris():
                located = self._locate(uri)
                if located is not None and located[0] == root:
                    self.check(uri)

    def check(self, uri: str) -> None:
        """Check one document and tell the editor what is wrong in it."""
        from engine.examining import Breadth, examine

        located = self._locate(uri)
        if located is None:
            return
        root, file = located
        unsaved = {name: document.source for name, document in self._open_in(root).items()}
        is_matter = "/" in file
        read = check_project(root, only=lambda name: name == file if is_matter else False, unsaved=unsaved)
        checked = examine(read, breadth=Breadth.MATTER, frozen=self.filed.findings(root, unsaved))
        self.found[uri] = checked, file
        document = self.workspace.get_text_document(uri)
        diagnostics = [self._diagnostic(one, document, root) for one in checked.findings if one.place.file == file]
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri=uri, version=document.version, diagnostics=diagnostics)
        )

    def forget(self, uri: str) -> None:
        """Take back what was said of a document that is closed."""
        self.found.pop(uri, None)
        self.turns.pop(uri, None)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri=uri, diagnostics=[]))

    def _locate(self, uri: str) -> tuple[Path, str] | None:
        """The project folder around a document and its path in it; None for what is no declaration."""
        name = to_fs_path(uri)
        path = Path(name).resolve() if name else None
        if path is None or path.suffix != ".yaml" or not path.parent.is_dir():
            return None
        root = find_project(path.parent)
        return None if root is None else (root, path.relative_to(root).as_posix())

    def _open_in(self, root: Path) -> Mapping[str, TextDocument]:
        found = {}
        for document in self.workspace.text_documents.values():
            located = self._locate(document.uri)
            if located is not None and located[0] == root:
                found[located[1]] = document
        return found

    def _uris(self) -> list[str]:
        """The open documents as the editor writes their addresses; the keys of pygls are not quoted any more."""
        return [document.uri for document in self.workspace.text_documents.values()]

    def _folders(self) -> Mapping[Path, set[str]]:
        """Project → the department folders of which a document is open."""
        found: dict[Path, set[str]] = {}
        for uri in self._uris():
            located = self._locate(uri)
            if located is not None:
                found.setdefault(located[0], set()).add(located[1].rpartition("/")[0])
        return found

    # ---------------------------------------------------------------------------------- translating

    def _diagnostic(self, finding: Finding, document: TextDocument, root: Path) -> types.Diagnostic:
        related = [
            types.DiagnosticRelatedInformation(
                location=types.Location(uri=from_fs_path(str(root / place.file)) or "", range=_point(place)),
                message="另见",
            )
            for place in finding.related
        ]
        accepted = f"\n说明：{finding.accepted}" if finding.accepted else ""
        return types.Diagnostic(
            range=self.range_of(finding.place, finding.width, document),
            message=f"{finding.message}\n{finding.hint}{accepted}",
            severity=types.DiagnosticSeverity.Hint if finding.accepted else _SEVERITIES[finding.severity],
            code=finding.code,
            source=NAME,
            related_information=related or None,
        )

    def range_of(self, place: Place, width: int, document: TextDocument, least: int = 1) -> types.Range:
        """A place of ours (characters from 1) as the editor counts (UTF-16 units from 0); so wide at ``least``."""
        start = types.Position(line=place.line - 1, character=place.column - 1)
        end = types.Position(line=place.line - 1, character=place.column - 1 + max(width, least))
        codec = self.workspace.position_codec
        return codec.range_to_client_units(document.lines, types.Range(start=start, end=end))

    def hover(self, uri: str, position: types.Position) -> str:
        """The rules of the findings at the position; else the 环节 of its line; empty if there is neither."""
        from engine.examining import rule_book
        from engine.reports.step_card import step_at
        from processes.declaration.refusals import REFUSALS
        from renderers.editor.finding import render as render_rule
        from renderers.editor.step import render as render_step

        if uri not in self.found:
            return ""
        checked, file = self.found[uri]
        document = self.workspace.get_text_document(uri)
        codes = [
            one.code
            for one in checked.findings
            if one.place.file == file and _within(position, self.range_of(one.place, one.width, document))
        ]
        if codes:
            every: dict[str, Explained] = {**REFUSALS, **rule_book()}
            return "\n\n---\n\n".join(render_rule(every[code]) for code in dict.fromkeys(codes))
        for matter in checked.matters:
            if checked.workspace is not None and matter.matter.file == file:
                card = step_at(matter, position.line + 1, checked.workspace.plan.switches)
                return render_step(card) if card else ""
        return ""

    def quick_fixes(self, uri: str, area: types.Range) -> list[types.CodeAction]:
        """What can be mended without a question, of the findings in an area."""
        if uri not in self.found:
            return []
        checked, file = self.found[uri]
        document = self.workspace.get_text_document(uri)
        actions = []
        for one in checked.findings:
            where = self.range_of(one.place, one.width, document)
            if one.fix and one.place.file == file and where.start <= area.end and area.start <= where.end:
                edits = [
                    types.TextEdit(range=self.range_of(edit.place, edit.width, document, least=0), new_text=edit.text)
                    for edit in one.fix
                ]
                actions.append(
                    types.CodeAction(
                        title=_title(one),
                        kind=types.CodeActionKind.QuickFix,
                        diagnostics=[self._diagnostic(one, document, self._root(uri))],
                        edit=types.WorkspaceEdit(changes={uri: edits}),
                        is_preferred=True,
                    )
                )
        return actions

    def _root(self, uri: str) -> Path:
        located = self._locate(uri)
        assert located is not None, "only what was located is checked"
        return located[0]


def _title(one: Finding) -> str:
    """What a quick fix does; what it fills in is for people to verify."""
    from processes.fixes.mending import EMPTY

    return f"写“无”(请核对是不是确实没有):{one.message}" if one.code == EMPTY else f"修正:{one.message}"


def _point(place: Place) -> types.Range:
    at = types.Position(line=place.line - 1, character=place.column - 1)
    return types.Range(start=at, end=at)


def _within(position: types.Position, area: types.Range) -> bool:
    return area.start <= position <= area.end


def build(database: str | None = None) -> Server:
    """The server with its features; ``database``: of ``--database``."""
    server = Server(database)

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.check(params.text_document.uri)
        server.ask()

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: types.DidChangeTextDocumentParams) -> None:
        await server.typed(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(_: types.DidSaveTextDocumentParams) -> None:
        server.check_all()
        server.ask()

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        server.forget(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hovered(params: types.HoverParams) -> types.Hover | None:
        text = server.hover(params.text_document.uri, params.position)
        content = types.MarkupContent(kind=types.MarkupKind.Markdown, value=text)
        return types.Hover(contents=content) if text else None

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    )
    def asked(params: types.CodeActionParams) -> list[types.CodeAction]:
        return server.quick_fixes(params.text_document.uri, params.range)

    return server


def serve(database: str | None) -> None:
    """Speak to the editor over standard input and output until it says goodbye."""
    build(database).start_io()

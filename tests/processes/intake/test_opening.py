"""Any file: read by its content, converted, or refused at once with what to do."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from processes.intake import office
from processes.intake.opening import open_tables
from processes.intake.table import Merge, Unreadable
from tests.processes.intake.documents import cell, docx, row
from tests.processes.intake.tables import drawn
from tests.processes.intake.workbooks import MAIN, SHEET, inline, packed, workbook

MOST = 1.0
"""Seconds of the processor, reading process included, after which a hostile file must be refused."""

GOOD = f'<row r="1">{inline("A1", "名称")}</row>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
STRINGS = f"<sst {MAIN}><si><t>{'长' * 30000}</t></si></sst>"
REPEATED = "".join(f'<row r="{line}"><c r="A{line}" t="s"><v>0</v></c></row>' for line in range(1, 3000))
MERGES = "".join(f"<mergeCell ref='A1:CV{line}'/>" for line in range(2, 2000))


def _with_merges() -> bytes:
    rows = "".join(f'<row r="{line}">{inline(f"A{line}", "x")}</row>' for line in range(1, 2000))
    sheet = f"<worksheet {MAIN}><sheetData>{rows}</sheetData><mergeCells>{MERGES}</mergeCells></worksheet>"
    return packed("", {"xl/worksheets/sheet1.xml": sheet})


REFUSED: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "an old workbook": ("甲.xls", lambda: OLE, "旧格式的表格或文档(.xls、.et、.doc、.wps)。请用 WPS 或 Excel 打开,另存为 .xlsx"),
    "a table of WPS": ("甲.et", lambda: OLE, "另存为 .xlsx"),
    "an encrypted workbook": ("甲.xlsx", lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "去掉打开密码"),
    "a PDF called xlsx": ("甲.xlsx", lambda: b"%PDF-1.7\n", "请找原来的 Excel 或 Word 文件"),
    "a web page called xls": ("甲.xls", lambda: b"<html><table><tr><td>1</td></tr></table></html>", "网页"),
    "a workbook of 2003 as XML": (
        "甲.xls", lambda: b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', "网页",
    ),
    "a rich text": ("甲.doc", lambda: b"{\\rtf1 \\ansi}", "另存为 .docx"),
    "a picture": ("甲.xlsx", lambda: b"\x89PNG\r\n\x1a\n", "图片里的字读不了"),
    "a zip of files": ("甲.zip", lambda: packed("").replace(b"xl/", b"xx/"), "先解压"),
    "a text called xlsx": ("甲.xlsx", "名称,单位\n".encode, "另存为 .xlsx"),
    "nothing": ("甲.xlsx", lambda: b"", "没有下载完"),
    "noise": ("甲.xlsx", lambda: bytes(range(256)) * 4, "认不出的文件"),
    "too many bytes": ("甲.xlsx", lambda: bytes((8 << 20) + 1), "超过 8 MiB"),
    "a workbook of much in little": ("甲.xlsx", lambda: packed(GOOD, {"xl/a.xml": " " * (60 << 20)}), "压缩得太厉害"),
    "a document of much in little": ("甲.docx", lambda: docx("<w:p/>" * 1_000_000), "压缩得太厉害"),
    "a document type": ("甲.docx", lambda: docx("", head="<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"), "DOCTYPE"),
    "a document in another encoding": ("甲.docx", lambda: docx("", head="<?xml version='1.0' encoding='utf-7'?>"), "不是 UTF-8"),
    "a way out of a document": ("甲.docx", lambda: docx("", {"../a": "x"}), "文件外面"),
    "a document cut off": ("甲.docx", lambda: docx(row("甲"))[:-20], "重新存一份"),
    "broken XML": ("甲.docx", lambda: docx("<w:p>"), "坏了"),
    "a text in thousands of cells": ("甲.xlsx", lambda: packed(REPEATED, {"xl/sharedStrings.xml": STRINGS}), "坏了"),
    "cells far apart": ("甲.xlsx", lambda: packed(f'<row r="99999">{inline("ZZ99999", "x")}</row>'), "表格太大"),
    "cells over cells": (
        "甲.xlsx", _with_merges, "合并的单元格太多",
    ),
    "wide cells without end": (
        "甲.docx", lambda: docx("<w:tbl>" + row(*[cell(f"甲{n}", '<w:gridSpan w:val="200"/>') for n in range(6000)]) + "</w:tbl>"), "坏了",
    ),
    "content controls in content controls": ("甲.docx", lambda: docx("<w:sdt>" * 5000 + "</w:sdt>" * 5000), "坏了"),
}  # fmt: skip


def spent() -> float:
    """Seconds of the processor so far, those of the readers included."""
    return sum(os.times()[:4])


@pytest.mark.parametrize("name", REFUSED)
def test_hostile_and_odd_files_are_refused_at_once(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what the file is and what to do; where nothing converts it."""
    monkeypatch.setattr(office, "program", lambda: None)
    file, make, said = REFUSED[name]
    content = make()
    start = spent()
    with pytest.raises(Unreadable, match=said.replace("(", r"\(").replace(")", r"\)").replace(".", r"\.")):
        open_tables(content, file)
    assert spent() - start < MOST


def test_links_to_other_files_are_not_followed() -> None:
    """Every Word document names its template; a hyperlink is no harm. Only the text goes on."""
    link = '<Relationships><Relationship Id="a" Target="file:///etc/passwd" TargetMode="External"/></Relationships>'
    content = docx(
        f"<w:tbl>{row('甲')}</w:tbl>", {"word/_rels/document.xml.rels": link, "word/_rels/settings.xml.rels": link}
    )
    assert [sheet.rows[0].cells for sheet in open_tables(content, "甲.docx").sheets] == [("甲",)]


def test_the_tables_of_a_document_are_read_as_they_look() -> None:
    """Merges across and down, several paragraphs in a cell, text before and after, tracked changes, controls."""
    body = (
        "<w:p><w:r><w:t>附件4</w:t></w:r></w:p><w:tbl>"
        + row(cell("名称", '<w:vMerge w:val="restart"/>'), cell("时限", '<w:gridSpan w:val="2"/>'))
        + row(cell("", "<w:vMerge/>"), "前", "后")
        + row("<w:tc><w:p><w:ins><w:r><w:t>取</w:t></w:r></w:ins><w:del><w:r><w:delText>汲</w:delText></w:r></w:del>"
              "<w:r><w:t>水</w:t></w:r></w:p></w:tc>", "甲\n乙", "丙")
        + "</w:tbl><w:sdt><w:sdtContent><w:tbl>" + row("第二张") + "</w:tbl></w:sdtContent></w:sdt><w:p><w:r><w:t>注</w:t></w:r></w:p>"
    )  # fmt: skip
    first, second = open_tables(docx(body), "甲.docx").sheets
    assert (first.name, first.before, second.name, second.after) == ("表格1", ("附件4",), "表格2", ("注",))
    assert [(one.line, one.cells, one.columns) for one in first.rows] == [
        (1, ("名称", "时限", ""), (1, 2, 2)), (2, ("", "前", "后"), (1, 2, 3)), (3, ("取水", "甲\n乙", "丙"), (1, 2, 3)),
    ]  # fmt: skip
    assert first.merges == (Merge(1, 0, 2, 0), Merge(1, 1, 1, 2))


def test_a_workbook_tells_its_merges_and_its_hidden_sheets() -> None:
    """Of hidden ones only the names."""
    (sheet,) = open_tables(drawn("甲|<|乙\n^|^|丙\n丁|戊|己"), "甲.xlsx").sheets
    assert sheet.merges == (Merge(1, 0, 2, 1),)
    shown, hidden = open_tables(workbook({"表": [["甲"]], "旧": [["乙"]]}, hidden="旧"), "甲.xlsx").sheets
    assert (shown.hidden, hidden.hidden, hidden.name, hidden.rows) == (False, True, "旧", ())


def test_a_csv_file_is_read_as_wps_shows_it() -> None:
    """A row is a row, however many lines a cell has."""
    (sheet,) = open_tables('名称,材料\n取水,"甲\n乙"\n采砂,丙\n'.encode("gbk"), "甲.csv").sheets
    assert [(one.line, one.cells) for one in sheet.rows] == [
        (1, ("名称", "材料")),
        (2, ("取水", "甲\n乙")),
        (3, ("采砂", "丙")),
    ]


def test_a_workbook_by_another_name_is_read_all_the_same() -> None:
    """What counts is the content."""
    assert open_tables(packed(GOOD), "甲.xls").sheets[0].rows[0].cells == ("名称",)


FORMULAS = """<row r="1"><c r="A1" t="inlineStr"><is><t>名称</t></is></c></row>
<row r="2"><c r="A2"><f>SUM(A1)</f><v></v></c><c r="B2"><f>1+1</f><v>2</v></c><c r="C2" t="str"><f>""</f><v></v></c></row>
<row r="3"><c r="A3" s="1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B3"><f t="shared" si="0"/></c><c r="C3" t="str"><f>"甲"</f><v>甲</v></c></row>
<row r="4"><c r="B4"><f>A1&amp;"乙"</f></c></row>"""


@pytest.mark.parametrize("prefix", ["", "x:"])
def test_a_formula_without_a_result_is_told_and_no_text(prefix: str) -> None:
    """Never computed, or an error; 0 and an empty text are results."""
    rows = re.sub(r"<(/?)(?=\w)", rf"<\1{prefix}", FORMULAS)
    namespace = MAIN.replace("xmlns", "xmlns:x") if prefix else MAIN
    part = f"<{prefix}worksheet {namespace}><{prefix}sheetData>{rows}</{prefix}sheetData></{prefix}worksheet>"
    (sheet,) = open_tables(packed("", {SHEET: part}), "甲.xlsx").sheets
    assert [(one.line, one.cells) for one in sheet.rows] == [
        (1, ("名称", "", "")),
        (2, ("", "2", "")),
        (3, ("", "", "甲")),
    ]
    assert sheet.formulas == ((2, 0, "=SUM(A1)"), (3, 0, "=1/0"), (3, 1, "=公式"), (4, 1, '=A1&"乙"'))


def test_libreoffice_is_given_the_file_by_its_own_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """It calls a sheet without a name after the file, and messages tell of the sheet."""
    monkeypatch.setattr(office, "program", lambda: "soffice")
    given: list[Path] = []
    start: Callable[..., object] = subprocess.run

    def run(words: list[str], **options: Any) -> object:  # noqa: ANN401 - whatever it takes
        if words[0] != "soffice":
            return start(words, **options)
        source, into = Path(words[-1]), Path(words[words.index("--outdir") + 1])
        given.append(source)
        assert source.read_bytes() == OLE
        into.mkdir()
        (into / f"{source.stem}.xlsx").write_bytes(workbook({source.stem[:31]: [["名称"]]}))
        return None

    monkeypatch.setattr(subprocess, "run", run)
    opened = open_tables(OLE, "权力清单(2017).xls")
    assert opened.sheets[0].name == "权力清单(2017)"
    assert opened.notes == (
        "“权力清单(2017).xls”是旧格式的表格或文档(.xls、.et、.doc、.wps),已由 LibreOffice 转换后读入",
    )
    for name in ("甲:乙?.xls", f"{'长' * 200}.xls", "汇总.xlsx"):
        open_tables(OLE, name)
    assert [one.name for one in given[1:]] == ["甲_乙_.xls", f"{'长' * 60}.xls", "汇总.xlsx"]


def test_what_libreoffice_does_not_make_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """It may end without a word, take too long, or not start."""
    monkeypatch.setattr(office, "program", lambda: "soffice")

    def run(*words: object, **options: object) -> None:
        raise subprocess.TimeoutExpired("soffice", 90)

    monkeypatch.setattr(subprocess, "run", run)
    with pytest.raises(Unreadable, match="LibreOffice 没有转换成"):
        open_tables(OLE, "甲.xls")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: None)
    with pytest.raises(Unreadable, match="LibreOffice 没有转换成"):
        open_tables(OLE, "甲.xls")

"""A 报送包 as received: what is dangerous is not opened, what is broken is told, nothing raises."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from processes.intake.package_file import manifest_in, received
from processes.model.package import MANIFEST, DefectKind, Manifest
from renderers.packages.manifest import render

names = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=30)


def zipped(files: Iterable[tuple[str, bytes]], *, packed: int = 0) -> bytes:
    """A zip of some files."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", packed) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return buffer.getvalue()


@settings(max_examples=40)
@given(
    names,
    st.integers(1, 9999),
    names,
    st.dictionaries(names, st.binary(min_size=32, max_size=32).map(bytes.hex), max_size=5),
)
def test_a_manifest_is_read_as_it_was_written(owner: str, stage: int, name: str, files: dict[str, str]) -> None:
    """Whatever the names are."""
    manifest = Manifest(owner=owner, stage=stage, stage_name=name, files=tuple(files.items()))
    assert manifest_in(render(manifest).encode()) == manifest


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("# 单位: 示范局", "# 单位: "),
        ("# 阶段: 3", "# 阶段: 三"),
        ("# 阶段: 3", "# 阶段: 0"),
        ("  附件6.xlsx", " 附件6.xlsx"),
        ("aaaa", "AAAA"),
        ("bbbb", "cccc"),
        ("附件7.docx", "附件6.xlsx"),
        ("附件7.docx\n", "附件7.docx"),
        ("# 核验码", "#核验码"),
    ],
)
def test_a_manifest_that_was_touched_is_none(old: str, new: str) -> None:
    """It is not what the program writes, or its own check code does not hold."""
    files = (("附件6.xlsx", "a" * 64), ("附件7.docx", "b" * 64))
    text = render(Manifest(owner="示范局", stage=3, stage_name="阶段", files=files))
    assert manifest_in(text.encode()) is not None
    assert old in text
    assert manifest_in(text.replace(old, new, 1).encode()) is None


def test_a_manifest_that_is_no_text_is_none() -> None:
    """Bytes that are not UTF-8."""
    assert manifest_in(b"\xff\xfe") is None


@pytest.mark.parametrize(
    ("content", "kind", "said"),
    [
        (b"", DefectKind.TORN, "是空的"),
        (b"%PDF-1.7", DefectKind.FOREIGN, "不是 zip"),
        (zipped([("甲/附件6.xlsx", b"x" * 900)])[:500], DefectKind.TORN, "后半截"),
        (zipped([("甲/附件6.xlsx", b"")]), DefectKind.FOREIGN, f"没有“{MANIFEST}”"),
        (zipped([(f"甲/{MANIFEST}", b""), (f"乙/{MANIFEST}", b"")]), DefectKind.FOREIGN, "只应有一个"),
        (zipped([(f"甲/{MANIFEST}", b"")]), DefectKind.CHANGED, "被改动过"),
        (zipped([("../../甲.docx", b"")]), DefectKind.DANGEROUS, "指到了包的外面"),
        (zipped([("/etc/甲", b"")]), DefectKind.DANGEROUS, "指到了包的外面"),
        (zipped([("C:/甲", b"")]), DefectKind.DANGEROUS, "指到了包的外面"),
        (zipped([("甲", bytes(20 << 20))], packed=ZIP_DEFLATED), DefectKind.DANGEROUS, "压缩得太厉害"),
        (zipped((f"{number}", b"") for number in range(20_001)), DefectKind.DANGEROUS, "超过 20000 个"),
    ],
)
def test_what_is_no_package_is_told_in_a_sentence(content: bytes, kind: DefectKind, said: str) -> None:
    """The first thing that is wrong; nothing of it is read."""
    found = received(content)
    assert found.manifest is None
    assert found.defects[0].kind is kind
    assert said in found.defects[0].message


def test_a_password_is_told() -> None:
    """A package has none, and what it hides cannot be checked."""
    content = bytearray(zipped([("甲", b"x")]))
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.index(signature) + place
        (flags,) = struct.unpack_from("<H", content, at)
        struct.pack_into("<H", content, at, flags | 1)
    (defect,) = received(bytes(content)).defects
    assert defect.message.startswith("设了密码")


@given(st.binary(max_size=300))
def test_no_bytes_raise(content: bytes) -> None:
    """Whatever a file holds, it is told."""
    for prefix in (b"", b"PK\x03\x04", b"PK\x05\x06"):
        assert received(prefix + content).defects

"""XML of strangers: what is refused is refused at once, and says where and why."""

import time

import pytest

from processes.errors import CannotBeDone
from processes.intake.bpmn.xml_tree import MAX_DEPTH, MAX_ELEMENTS, MAX_SIZE, parse

BOMB = b'<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;&x;">]>\n<a>&y;</a>'
OUTSIDE = b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (BOMB, "第 2 行有 DOCTYPE 声明"),
        (OUTSIDE, "第 1 行有 DOCTYPE 声明"),
        (b"<a>" * (MAX_DEPTH + 1) + b"</a>" * (MAX_DEPTH + 1), f"超过 {MAX_DEPTH} 层"),
        (b"<a>" + b"<b/>" * MAX_ELEMENTS + b"</a>", f"超过 {MAX_ELEMENTS} 个"),
        (b"<a>" + b" " * MAX_SIZE + b"</a>", "超过 20 MB"),
        (b"PK\x03\x04zip", "这是压缩文件"),
        (b"", "文件不完整"),
        (b"<a>\n  <b>\n</a>", "第 3 行第 3 列,前后标签对不上"),
        (b"<a", "文件不完整"),
        (b"<a>&nothing;</a>", "没有定义的实体"),
        (b"<a x='1' x='2'/>", "同一个属性写了两次"),
        (b"<p:a/>", "没有声明的命名空间前缀"),
        (b'<?xml version="1.0" encoding="klingon"?><a/>', "编码认不出"),
        (b'<?xml version="1.0" encoding="gbk"?><a>\xff\xff</a>', "写着 GB 编码"),
        (b"<a/><b/>", "还有多余的内容"),
    ],
)
def test_what_is_no_harmless_xml_is_refused_at_once(content: bytes, said: str) -> None:
    """Entities are never expanded: a DOCTYPE is refused where it stands. The slowest takes 0.2 s."""
    begun = time.process_time()
    with pytest.raises(CannotBeDone, match=said.replace("(", "\\(")):
        parse(content)
    assert time.process_time() - begun < 10


def test_names_are_without_their_namespaces_and_lines_are_known() -> None:
    """Whatever prefix a tool uses."""
    root = parse(b'<x:a xmlns:x="urn:b">\n<x:c x:name=" d "> e </x:c></x:a>')
    (child,) = root.all("c")
    assert (root.tag, root.space, child.line, child.get("name"), child.text) == ("a", "urn:b", 2, "d", " e ")


def test_chinese_encodings_are_read() -> None:
    """A file saved by an old editor."""
    text = '<?xml version="1.0" encoding="GB2312"?><a>受理</a>'
    assert parse(text.encode("gb18030")).text == "受理"
    assert parse('<?xml version="1.0" encoding="utf-16"?><a>受理</a>'.encode("utf-16")).text == "受理"

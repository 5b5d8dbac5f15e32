"""The list of what to change, to work by."""

from __future__ import annotations

import re

from engine.campaign.following import Following, MatterTasks, PlatformTasks, Task
from renderers.boards import following_html, following_markdown

FOUND = Following(
    "示范局",
    (
        PlatformTasks(
            "省平台",
            (
                MatterTasks(
                    "示范局",
                    "许可<甲>",
                    (
                        Task("k1", "承诺时限", "10个工作日", "6个工作日", is_text=True),
                        Task("k2", "办理条件", "有场所", "1.有场所\n2.有制度 ~~~~", is_text=True),
                        Task("k3", "整个事项", "该事项的全部公示信息", "删除该事项", is_text=False),
                    ),
                    "示范局/附件8/01-许可-后.png",
                ),
            ),
        ),
    ),
)
NOTHING = Following("示范局", ())


def test_markdown_has_every_text_in_full() -> None:
    """Short ones in a line, long ones fenced; what is no text to enter is an instruction."""
    assert following_markdown.render(FOUND) == (
        "# 示范局网上公示信息更改清单\n\n"
        "1个平台,一共3处。改好一处,在方框里打√。\n\n"
        "## 省平台(3处)\n\n"
        "### 示范局:许可<甲>\n\n"
        "☐ **承诺时限**:10个工作日 → 6个工作日\n\n"
        "☐ **办理条件**\n\n现在:\n\n~~~~\n有场所\n~~~~\n\n改成:\n\n~~~~~\n1.有场所\n2.有制度 ~~~~\n~~~~~\n\n"
        "☐ **整个事项**:删除该事项(现在:该事项的全部公示信息)\n\n"
        "新流程图:示范局/附件8/01-许可-后.png\n"
    )


def test_the_page_has_a_box_for_each_field_and_copies_only_texts() -> None:
    """The instruction has no text to copy; boxes are there without script."""
    page = following_html.render(FOUND)
    assert re.findall(r'<input type="checkbox" data-key="(\w+)"', page) == ["k1", "k2", "k3"]
    assert re.findall(r'<td class="new"><div class="(\w+)">', page) == ["text", "text", "todo"]
    assert "1.有场所\n2.有制度" in page
    assert "许可&lt;甲&gt;" in page
    assert "新流程图:示范局/附件8/01-许可-后.png" in page
    assert not re.search(r"""(?:src|href)=|https?:|url\(|import""", page)


def test_where_nothing_changes_it_is_said() -> None:
    """An empty list is an answer too."""
    assert "没有要更改的网上公示信息。" in following_markdown.render(NOTHING)
    assert "没有要更改的网上公示信息。" in following_html.render(NOTHING)

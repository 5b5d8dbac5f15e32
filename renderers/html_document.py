"""An HTML document that needs nothing besides itself: its frame, and the typefaces that people have."""

from __future__ import annotations

from html import escape

FACES = '"Noto Sans SC", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif'

_PAGE = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{looks}</style>
</head>
<body>
{body}
</body>
</html>
"""


def page(title: str, looks: str, body: str) -> str:
    """A page that needs nothing besides itself."""
    return _PAGE.format(title=escape(title), looks=looks, body=body)

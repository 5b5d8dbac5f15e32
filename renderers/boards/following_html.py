"""The list of what to change on the platforms as a page to work by: texts to copy, boxes to tick, offline.

Without script, or where the browser keeps nothing, the boxes can be ticked all the same; the page only forgets them.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from engine.campaign.following import NAME, Following, MatterTasks, Task
from renderers.html_document import FACES, page

_LOOKS = f"""
body {{ font-family: {FACES}; color: #1b2a41; line-height: 1.55; margin: 1.5em auto; max-width: 72em; padding: 0 1em; }}
h1 {{ font-size: 1.5em; margin: 0 0 .3em; }}
h2 {{ font-size: 1.2em; margin: 1.6em 0 .4em; padding-bottom: .2em; border-bottom: 2px solid #2b5c8a; break-after: avoid; }}
h3 {{ font-size: 1em; margin: 1.1em 0 .3em; break-after: avoid; }}
h3 span {{ font-weight: 400; color: #4a5568; margin-left: .6em; }}
p {{ margin: .2em 0; }}
.note, .chart {{ color: #4a5568; font-size: .92em; }}
#progress {{ position: sticky; top: 0; background: #fff; padding: .3em 0; font-weight: 600; border-bottom: 1px solid #d5dce6; }}
#progress:empty {{ display: none; }}
table {{ border-collapse: collapse; width: 100%; table-layout: fixed; }}
th, td {{ border: 1px solid #aab6c6; padding: .3em .5em; text-align: left; vertical-align: top; }}
thead th {{ background: #e3edf6; }}
col.tick {{ width: 3.8em; }} col.label {{ width: 8em; }}
td.tick {{ text-align: center; }}
td.tick input {{ width: 1.2em; height: 1.2em; }}
.text {{ white-space: pre-wrap; overflow-wrap: anywhere; }}
.old {{ color: #4a5568; }}
td.new {{ background: #f3f8f3; }}
.todo {{ font-weight: 600; }}
tr {{ break-inside: avoid; }}
tr.done td {{ background: #eef1f4; color: #6b7686; }}
button {{ font: inherit; font-size: .85em; float: right; margin: 0 0 .2em .6em; padding: .05em .7em; cursor: pointer;
  border: 1px solid #2b5c8a; border-radius: .3em; background: #fff; color: #2b5c8a; }}
@media print {{ body {{ margin: 0; max-width: none; font-size: 9.5pt; }} button, #progress {{ display: none; }}
  thead {{ display: table-header-group; }} }}
@page {{ size: A4; margin: 15mm 12mm; }}
"""

_SCRIPT = """
(function () {
  var shelf = null;
  try { shelf = window.localStorage; shelf.getItem("zaizao"); } catch (refused) { shelf = null; }
  var boxes = Array.prototype.slice.call(document.querySelectorAll("input[data-key]"));
  var line = document.getElementById("progress");
  function tell() {
    var done = boxes.filter(function (box) { return box.checked; }).length;
    line.textContent = "已改 " + done + " / " + boxes.length + (shelf ? "" : "(这个浏览器不记住打的勾,请打印或当场改完)");
  }
  function show(box) { box.closest("tr").className = box.checked ? "done" : ""; }
  boxes.forEach(function (box) {
    var name = "zaizao-" + box.getAttribute("data-key");
    if (shelf) { box.checked = shelf.getItem(name) === "1"; }
    show(box);
    box.addEventListener("change", function () {
      show(box);
      if (shelf) {
        try { if (box.checked) { shelf.setItem(name, "1"); } else { shelf.removeItem(name); } } catch (full) { shelf = null; }
      }
      tell();
    });
  });
  function select(text) {
    var range = document.createRange();
    range.selectNodeContents(text);
    var chosen = window.getSelection();
    chosen.removeAllRanges();
    chosen.addRange(range);
  }
  Array.prototype.forEach.call(document.querySelectorAll("td.new .text"), function (text) {
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = "复制";
    function said(word) { button.textContent = word; setTimeout(function () { button.textContent = "复制"; }, 1500); }
    function byHand() {
      select(text);
      var copied = false;
      try { copied = document.execCommand("copy"); } catch (refused) { copied = false; }
      said(copied ? "已复制" : "已选中,请按 Ctrl+C");
    }
    button.addEventListener("click", function () {
      if (navigator.clipboard && window.isSecureContext) {
        navigator.clipboard.writeText(text.textContent).then(function () { said("已复制"); }, byHand);
      } else { byHand(); }
    });
    text.parentNode.insertBefore(button, text);
  });
  if (boxes.length) { tell(); }
})();
"""


def render(found: Following) -> str:
    """The whole page."""
    title = f"{found.owner}{NAME}"
    body = "\n".join((f"<h1>{escape(title)}</h1>", *_body(found), f"<script>{_SCRIPT}</script>"))
    return page(title, _LOOKS, body)


def _body(found: Following) -> Iterator[str]:
    if not found.platforms:
        yield "<p>没有要更改的网上公示信息。</p>"
        return
    yield (
        f'<p class="note">{len(found.platforms)}个平台,一共{found.count}处,内容和附件10相同。'
        "改好一处打一个勾;“改成”一栏可以直接复制。</p>"
    )
    yield '<div id="progress"></div>'
    for platform in found.platforms:
        yield f"<h2>{escape(platform.platform)}({platform.count}处)</h2>"
        for matter in platform.matters:
            yield from _matter(matter)


def _matter(matter: MatterTasks) -> Iterator[str]:
    yield f"<h3>{escape(matter.name)}<span>{escape(matter.department)}</span></h3>"
    yield '<table><colgroup><col class="tick"><col class="label"><col><col></colgroup>'
    yield "<thead><tr><th>已改</th><th>项目</th><th>现在公示的</th><th>改成</th></tr></thead><tbody>"
    for task in matter.tasks:
        yield _task(task, matter)
    yield "</tbody></table>"
    if matter.chart:
        yield f'<p class="chart">新流程图:{escape(matter.chart)}</p>'


def _task(task: Task, matter: MatterTasks) -> str:
    """Only what is to be entered as it stands is in a ``.text`` that can be copied."""
    new = f'<div class="{"text" if task.is_text else "todo"}">{escape(task.new)}</div>'
    label = escape(f"{matter.name} {task.label} 已改")
    return (
        f'<tr><td class="tick"><input type="checkbox" data-key="{task.key}" aria-label="{label}"></td>'
        f'<td>{escape(task.label)}</td><td class="old"><div class="text">{escape(task.old)}</div></td>'
        f'<td class="new">{new}</td></tr>'
    )

"""The list of what to change on the platforms in Markdown, which a terminal shows as well."""

from __future__ import annotations

from collections.abc import Iterator

from engine.campaign.following import BOX, NAME, Following, MatterTasks, Task

_FENCE = "~~~~"


def render(found: Following) -> str:
    """Platform, matter, field; texts in full, fenced, so that they can be copied as they stand."""
    return "\n".join(_lines(found)) + "\n"


def _lines(found: Following) -> Iterator[str]:
    yield f"# {found.owner}{NAME}"
    yield ""
    if not found.platforms:
        yield "没有要更改的网上公示信息。"
        return
    yield f"{len(found.platforms)}个平台,一共{found.count}处。改好一处,在方框里打√。"
    for platform in found.platforms:
        yield f"\n## {platform.platform}({platform.count}处)"
        for matter in platform.matters:
            yield from _matter(matter)


def _matter(matter: MatterTasks) -> Iterator[str]:
    yield f"\n### {matter.department}:{matter.name}"
    for task in matter.tasks:
        yield ""
        yield from _task(task)
    if matter.chart:
        yield f"\n新流程图:{matter.chart}"


def _task(task: Task) -> Iterator[str]:
    if not task.is_text:
        yield f"{BOX} **{task.label}**:{task.new}(现在:{task.old})"
        return
    if "\n" not in task.old + task.new:
        yield f"{BOX} **{task.label}**:{task.old} → {task.new}"
        return
    yield f"{BOX} **{task.label}**"
    for head, text in (("现在", task.old), ("改成", task.new)):
        fence = _FENCE
        while fence in text:
            fence += "~"
        yield f"\n{head}:\n\n{fence}\n{text}\n{fence}"

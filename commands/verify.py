"""``zaizao verify``: proofs about processes — sound, decisions complete, properties kept in every run."""

from __future__ import annotations

from pathlib import Path

import click

from commands._drawings import is_drawn_file, proofs_of_drawings
from commands._files import emit
from commands._options import EXIT_CANNOT, EXIT_FINDINGS, VIEWS, format_option, output_option, version_option
from commands._proving import NOTHING, proved
from processes.errors import WrongUsage


@click.command(
    "verify",
    short_help="证明流程走得通:每种走法都能办结,要求的性质都成立",
    epilog="\b\n例:\n  zaizao verify 市场监管局\n  zaizao verify . --版本 后 --提示\n"
    '  zaizao verify . --性质 "决定 之前必有 受理" --性质 "审查 与 决定 不由同一岗位"\n'
    "  zaizao verify 审批.bpmn",
)
@click.argument("targets", metavar="[目标]...", type=click.Path(exists=True, path_type=Path), nargs=-1)
@version_option("只看优化前或优化后的流程(也可写 before、after);不写就两个都看。")
@click.option(
    "--性质",
    "--property",
    "sentences",
    metavar="一句话",
    multiple=True,
    help="在方案的性质之外再问一条,可以写几次,写法同方案.yaml 的 性质。",
)
@click.option("--提示", "--hints", "hints", is_flag=True, help="提示也逐条列出;不写就只列个数。")
@format_option("text", "json")
@output_option
@click.pass_context
def command(
    context: click.Context,
    targets: tuple[Path, ...],
    version: str | None,
    sentences: tuple[str, ...],
    hints: bool,  # noqa: FBT001 - click passes it by name
    format_name: str,
    output: Path | None,
) -> None:
    """把流程的每一种走法都算一遍,证明它走得通;走不通的,给出最短的走法和出错的那一行。

    目标是事项文件、单位文件夹或项目文件夹,可以写几个,不写就是当前文件夹。看四样:

    流程:从哪一步都能走到终点,并联各路会合得了,到终点没有遗留,没有走不到的环节。
    去向:一个环节的各种情形互斥、不遗漏(从字面能判定的,如 金额超过50万元、金额不超过50万元)。
    必有性质:决定之前有受理,每条路径在承诺时限以内,不予办理的有文书,审查、决定、监管不由一个岗位办到底。
    方案性质:方案.yaml 的 性质,和 --性质 写的。

    优化前的流程是现状,性质不成立的只作提示。整个项目里都没有的名称,写在方案的性质里算要改的,写在 --性质 里不受理。

    目标也可以是 BPMN 2.0 图(.bpmn,或内容是 BPMN 的文件):照图上的网关证明第一样,不用先改成申报;不是照原样算的地方,
    逐条列出。

    没有要改的返回 0,有要改的返回 1,情况太多、未能判定或读不出来的返回 3。
    """
    from engine.verification import AFTER, BEFORE
    from renderers.proofs import drawings, json_format, text

    drawn = [path for path in targets if is_drawn_file(path)]
    declared = [path for path in targets if path not in drawn] or ([] if drawn else [Path()])
    if drawn and not declared and (version or sentences):
        raise WrongUsage("--版本、--性质 问的是申报的事项;BPMN 图里的流程都看,性质先用 zaizao import 导入再问。")
    labels = (BEFORE, AFTER) if version is None else (VIEWS[version],)
    found = proved(declared, labels, sentences) if declared else NOTHING
    pictures, refused = proofs_of_drawings(drawn)
    if format_name == "json":
        others = [*json_format.untestable(found.untestable), *drawings.listed(pictures)]
        emit(json_format.render(found.matters, others), output)
    else:
        texts = [text.render(found.matters, found.shown, found.untestable, notes=hints)] if declared else []
        texts += [drawings.render(pictures)] if pictures else []
        if texts:
            emit("\n".join(texts), output)
    if found.broken or any(one.broken for one in pictures):
        context.exit(EXIT_FINDINGS)
    if refused or found.unknown or any(one.unknown for one in pictures):
        context.exit(EXIT_CANNOT)

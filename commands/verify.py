"""``zaizao verify``: proofs about processes — sound, decisions complete, properties kept in every run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._files import emit
from commands._options import EXIT_CANNOT, EXIT_FINDINGS, VIEWS, format_option, output_option
from commands._progress import progress
from commands._target import Target, checked, find_target, left_out, usable
from processes.errors import WrongUsage

if TYPE_CHECKING:
    from engine.verification import MatterProof, Prover
    from processes.checking import Checked
    from processes.model.process import CheckedMatter
    from processes.model.property import Property


@click.command(
    "verify",
    short_help="证明流程走得通:每种走法都能办结,要求的性质都成立",
    epilog="\b\n例:\n  zaizao verify 市场监管局\n  zaizao verify . --版本 后 --提示\n"
    '  zaizao verify . --性质 "决定 之前必有 受理" --性质 "审查 与 决定 不由同一岗位"',
)
@click.argument("targets", metavar="[目标]...", type=click.Path(exists=True, path_type=Path), nargs=-1)
@click.option(
    "--版本",
    "--version",
    "version",
    type=click.Choice(tuple(VIEWS)),
    metavar="前|后",
    help="只看优化前或优化后的流程(也可写 before、after);不写就两个都看。",
)
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

    优化前的流程是现状,性质不成立的只作提示。没有要改的返回 0,有要改的返回 1,情况太多、未能判定的返回 3。
    """
    from engine.verification import AFTER, BEFORE
    from renderers.proofs import json_format, text

    asked = tuple(_property(one) for one in sentences)
    wheres = [find_target(path) for path in targets or (Path(),)]
    if len({where.root for where in wheres}) > 1:
        raise WrongUsage("几个目标要在同一个项目里。")
    results = [(where, _usable(where)) for where in wheres]
    prover = _prover(results[0][1], asked)
    labels = (BEFORE, AFTER) if version is None else (VIEWS[version],)
    proofs = _proofs(prover, results, labels)
    _warn(prover, results)
    shown = {proof.matter.file: wheres[0].shown(proof.matter.file) for proof in proofs}
    emit(json_format.render(proofs) if format_name == "json" else text.render(proofs, shown, notes=hints), output)
    if any(proof.broken for proof in proofs):
        context.exit(EXIT_FINDINGS)
    if any(proof.unknown for proof in proofs):
        context.exit(EXIT_CANNOT)


def _property(sentence: str) -> Property:
    from processes.declaration.properties import property_of

    wanted, report = property_of(sentence)
    if wanted is None:
        first = report.findings[0]
        raise WrongUsage(f"--性质 {first.message}。{first.hint}")
    return wanted


def _usable(where: Target) -> Checked:
    result = checked(where)
    usable(result, where)
    return result


def _prover(result: Checked, asked: tuple[Property, ...]) -> Prover:
    from engine.verification import Prover

    assert result.workspace is not None
    return Prover(result.workspace, (*result.workspace.plan.properties, *asked))


def _proofs(prover: Prover, results: list[tuple[Target, Checked]], labels: tuple[str, ...]) -> list[MatterProof]:
    """Each matter once, in order, with a bar on a terminal."""
    matters: dict[str, CheckedMatter] = {one.matter.file: one for _, result in results for one in result.matters}
    with progress("验证", len(matters)) as advance:
        proofs = []
        for one in matters.values():
            proofs.append(prover.proof(one, labels))
            advance()
    return [proof for proof in proofs if proof.versions]


def _warn(prover: Prover, results: list[tuple[Target, Checked]]) -> None:
    """Say which words of the properties mean nothing here, and which matters are left out."""
    for word, hint in prover.unknown_words():
        where = (
            f"{results[0][0].shown(word.place.file)}:{word.place.line}:{word.place.column} " if word.place.file else ""
        )
        click.echo(f"注意:{where}性质里的「{word}」在这里的流程里没有。{hint}", err=True)
    broken = sorted({where.shown(file) for where, result in results for file in left_out(result)})
    if broken:
        click.echo(
            f"注意:有错、没有验证的事项 {len(broken)} 个:{'、'.join(broken)}。用 zaizao check 看全部问题。", err=True
        )

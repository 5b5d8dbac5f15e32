"""Hostile documents, and a process with little memory that reads them.

``python -m tests.processes.declaration.hostile FOLDER`` puts each into the project in FOLDER, checks it and prints
seconds, peak memory in MiB so far, how much was found, how long the longest message is, and the codes.
"""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path

from processes.checking import check_project
from tests.declaring import MATTER_FILE, files_of
from tests.effort import EFFORT

MIB = 1 << 20
MEMORY = 700 * MIB
"""Address space: the interpreter and its libraries take some 400."""

SIGNS = "[?&>'" if EFFORT == 1 else "[{?:-&*!|>%@\"'#\t"
"""Repeated endlessly: one of each kind in the suite, all of them in the soak."""

LINES = "条件: 无\n相对人: 无\n出具: 无\n法定时限: 无\n优化前:\n  时限: 10工作日\n  材料: 无\n  流程:\n"


def documents() -> dict[str, str]:
    """Name → document."""
    made = {
        "nested brackets": "条件: " + "[" * 200_000,
        "nested braces": "条件: " + "{a: " * 50_000,
        "nested lists": "条件:\n  " + "- " * 200_000 + "甲\n",
        "nested mappings": "".join(" " * depth + "甲:\n" for depth in range(1_000)),
        "nested question marks": "? " * 200_000,
        "alias bomb": "a: &a [甲,甲]\n" + "".join(f"{b}: &{b} [*{a},*{a},*{a},*{a}]\n" for a, b in zip("abcdefghij", "bcdefghijk", strict=True)),
        "many anchors": "条件:\n" + "".join(f"  - &a{number} 甲\n" for number in range(60_000)),
        "merge keys": "".join(f"甲{number}: &m{number} {{<<: *m{number - 1}}}\n" for number in range(1_500)),
        "merge keys unanchored": "优化前:\n" + "  <<: 甲\n" * 60_000,
        "complex keys": "".join(f"? [甲{number}, 乙]\n: 丙\n" for number in range(20_000)),
        "long key": "键" * 300_000 + ": 值\n",
        "long keys": "".join(f"{'键' * 900}{number}: 值\n" for number in range(350)),
        "long quoted key": '"' + "键" * 300_000 + '": 值\n',
        "many unknown keys": "".join(f"时限{number}: 1\n" for number in range(49_000)),
        "many equal keys": "出具: 甲\n" * 49_000,
        "many documents": "甲: 乙\n---\n" * 50_000,
        "many directives": "%YAML 1.1\n" * 50_000,
        "texts on two lines": "条件:\n" + ("  -\n" + "    - 甲\n      乙\n" * 4_990) * 10,
        "texts on many lines": "条件:\n" + "  甲\n" * 100_000,
        "long wrong names": "相对人:\n" + "".join(f"  - {'企' * 9_000}{number}\n" for number in range(38)),
        "many wrong names": "相对人:\n" + "".join(f"  - 企业单位{number}\n" for number in range(5_000)),
        "the same names": "出具: " + "、".join(f"证{number % 2_500}" for number in range(2_490)) + "、证1" * 5 + "\n",
        "brackets in names": LINES.replace("材料: 无", "流程: 受理 | 综合股 | 1工作日 | 审").replace("流程:\n", "材料:\n") + "".join(f"    - 申请书{number}{'(2份)' * 2_400}\n" for number in range(60)),
        "brackets in procedures": LINES + "".join(f"    - 受理{number} | 综合股 | 1工作日 | 审{'(法定)' * 200}\n" for number in range(400)),
        "bars": LINES + f"    - {'|' * 990}\n" * 1_000,
        "rows without limits": LINES + "    - 受理 | 综合股 | 审查\n" * 4_990,
        "steps": LINES + "".join(f"    - 环节{number} | 综合股 | 1工作日 | 审查\n" for number in range(4_990)),
        "steps that jump": LINES + "".join(f"    - 环节: 环节{number} | 综合股 | 1工作日 | 审查\n      去向:\n        不同意: 环节{number // 2}\n" for number in range(2_500)),
        "wrong steps": LINES + "".join(f"    - 环节{number} | 综合古{number} | 1工作日 | 审查\n" for number in range(4_990)),
        "blocks": LINES + "    - 并联:\n" + "".join(f"        - 环节{number} | 综合股 | 1工作日 | 审查\n" for number in range(4_990)),
        "digits": f"年办件量: {'9' * 9_000}\n法定时限: {'9' * 9_000}工作日\n",
        "fraction": f"法定时限: 0.{'0' * 9_000}1工作日\n",
        "colons in lines": "备注: " + "甲: " * 250_000,
        "full-width colons": "优化前：\n" * 40_000 + "甲: : \n",
        "tabs": "\t\n" * 300_000 + "\t甲: [",
        "spaces": "备注: [" + " " * (MIB - 100),
        "blank lines": "\n" * (MIB - 100) + "[",
        "quote never closed": '备注: "' + "甲\n" * 200_000,
        "escapes": '备注: "' + "\\u4e00" * 150_000 + '"\n',
        "block text": "备注: |\n" + "  甲\n" * 150_000,
        "indentation that grows": "".join(" " * number + "- \n" for number in range(1_400)),
        "comments": "# 注\n" * 150_000,
    }  # fmt: skip
    for sign in SIGNS:
        made[f"1 MiB of {sign!r}"] = sign * MIB
        made[f"1 MiB of lines of {sign!r}"] = f"{sign}\n" * (MIB // 2)
        made[f"a key and 1 MiB of {sign!r}"] = "备注: " + sign * (MIB - 8)
    rest = files_of("# 不要: 优化前、条件、相对人、法定时限、出具、备注、支线\n")[MATTER_FILE]
    return {name: text + (rest if text.startswith(LINES) else "") for name, text in made.items()}


def peak_memory() -> int:
    """MiB this program has held at most, 0 where the system does not say.

    ``ru_maxrss`` will not do: it counts what the parent held when it started us.
    """
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    return int(status.read_text(encoding="ascii").partition("VmHWM:")[2].split()[0]) // 1024


def main(folder: Path) -> None:
    """Check the project once with each document: one line each, its parts between tabs."""
    file = folder / MATTER_FILE
    for name, text in documents().items():
        file.write_text(text, encoding="utf-8", newline="")
        started = time.process_time()
        checked = check_project(folder)
        seconds = time.process_time() - started
        peak = peak_memory()
        found = [finding for finding in checked.findings if finding.place.file == MATTER_FILE]
        codes = ",".join(sorted({finding.code for finding in found}))
        longest = max((len(finding.message) + len(finding.hint) for finding in found), default=0)
        print(name, f"{seconds:.3f}", peak, len(found), longest, codes, sep="\t")  # noqa: T201 - its way to say so


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    main(Path(sys.argv[1]))

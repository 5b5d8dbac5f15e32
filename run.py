"""Run the project on a machine that has only Python: make ``.venv`` when needed, then go on.

``python3 run.py`` followed by one of

- ``demo``: build the sample department into ``demo-output/``;
- ``test``: the tests; with ``--cov`` also their coverage, which doubles the time;
- ``check``: formatting, lint, types, import contracts (or one of them, by name);
- ``soak``: the long tests in ``soak/``;
- ``zaizao …``: the command itself, with everything that follows.

Only the standard library is used. Neither pip nor ensurepip is taken for granted: a clean Debian has neither.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "zaizao-stamp"
INGREDIENTS = ("pyproject.toml", "constraints.txt", "run.py", "tools/pip_source.py")
OLDEST = (3, 11)
CANNOT, INTERRUPTED = 3, 130

CHECKS = {
    "format": ("ruff", "format", "--check", "."),
    "lint": ("ruff", "check", "."),
    "types": ("mypy",),
    "imports": ("lint-imports", "--no-logo", "--no-cache"),
}
USAGE = """用法：python3 run.py 命令

  demo         把示例单位的全部成果做到 demo-output/
  test         运行测试（后面可加 pytest 的参数；加 --cov 统计覆盖率）
  check        检查格式、写法、类型、层次（可只做其一：format lint types imports）
  soak         运行 soak/ 中的长时间测试
  zaizao …     运行 zaizao 命令，参数原样传递

首次运行会建立 .venv 并安装依赖；以后直接开始。"""

NO_PIP = """没有可用的 pip，无法安装依赖。请任选其一，再运行一次：
  · Debian、Ubuntu：sudo apt-get install python3-venv
  · Fedora、openEuler、麒麟等：sudo dnf install python3-pip
  · Windows、macOS：从 Python 官方网站重新安装 Python，并勾选 pip
  · 内网：把环境变量 PIP_INDEX_URL 设为本单位的软件源地址"""


class Unable(Exception):
    """What keeps the bootstrap from going on, told to the user in Chinese."""

    def __init__(self, message: str, code: int = CANNOT) -> None:
        super().__init__(message)
        self.code = code


# ------------------------------------------------------------------------------------------ processes


def environment(given: Mapping[str, str]) -> dict[str, str]:
    """The environment of every child: Chinese in UTF-8, pip inside the venv, apt-get without questions."""
    ours = {"PYTHONUTF8": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_USER": "0"}
    return {**given, **ours, "DEBIAN_FRONTEND": "noninteractive"}


def run(command: Sequence[str | Path], cwd: Path | None = None) -> int:
    """The exit code of a command; a death by signal counts as shells count it."""
    sys.stdout.flush()
    with subprocess.Popen([str(part) for part in command], cwd=cwd, env=environment(os.environ)) as child:
        while True:
            try:
                code = child.wait()
            except KeyboardInterrupt:  # the child was interrupted too: let it end in its own way
                continue
            return code if code >= 0 else 128 - code


def works(command: Sequence[str | Path]) -> bool:
    """Whether a command can be run and succeeds; what it says is dropped."""
    try:
        parts = [str(part) for part in command]
        return subprocess.run(parts, env=environment(os.environ), capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def inside(venv: Path, name: str) -> Path:
    """Where a virtual environment keeps one of its programs."""
    return venv / "Scripts" / f"{name}.exe" if os.name == "nt" else venv / "bin" / name


# ---------------------------------------------------------------------------------------------- stamp


def digest(files: Sequence[Path], words: Sequence[str]) -> str:
    """A hash of the contents of files and of some words."""
    found = hashlib.sha256("\0".join(words).encode())
    for file in files:
        found.update(hashlib.sha256(file.read_bytes()).digest())
    return found.hexdigest()


def stamp(level: str, root: Path) -> str:
    """What the venv was made for: its level, this place and this Python, these dependencies."""
    place = digest([], [str(root), sys.version, sys.base_prefix])
    return f"{level} {place} {digest([root / name for name in INGREDIENTS], [])}\n"


def is_ready(found: str, wanted: str) -> bool:
    """Whether a venv with the stamp found serves the stamp wanted; what has ``dev`` has ``runtime``."""
    return found == wanted or found == wanted.replace("runtime", "dev", 1)


def is_same_place(found: str, wanted: str) -> bool:
    """Whether the venv was made here with this Python, so that only its packages may be old."""
    return found.split()[1:2] == wanted.split()[1:2]


# ----------------------------------------------------------------------------------------------- venv


def installers(python: Path, folder: Path) -> Iterator[list[str | Path]]:
    """Ways to install into a venv that has no pip of its own, the nearest first."""
    if works([sys.executable, "-m", "pip", "--python", python, "--version"]):
        yield [sys.executable, "-m", "pip", "--python", python, "install"]
    uv = shutil.which("uv")
    if uv:
        yield [uv, "pip", "install", "--python", python]
    from tools.pip_source import fetch_pip  # noqa: PLC0415 - seldom needed, slow to import

    wheel = fetch_pip(folder)
    if wheel:
        yield [python, wheel / "pip", "install"]


def make_venv() -> None:
    """An empty virtual environment, with pip if this Python brings one."""
    if importlib.util.find_spec("ensurepip") and works([sys.executable, "-m", "venv", "--clear", VENV]):
        return
    if not works([sys.executable, "-m", "venv", "--clear", "--without-pip", VENV]):
        raise Unable(f"无法建立虚拟环境「{VENV}」：请确认该目录可写、磁盘有空间，并装有 python3-venv。")


def installer(folder: Path) -> list[str | Path]:
    """The command that installs into the venv; on a Debian without any pip, root may get it one."""
    python = inside(VENV, "python")
    if works([python, "-m", "pip", "--version"]):
        return [python, "-m", "pip", "install"]
    for found in installers(python, folder):
        return found
    apt = shutil.which("apt-get")
    if apt and hasattr(os, "geteuid") and os.geteuid() == 0 and sys.base_prefix == "/usr":
        print("没有 pip，用 apt-get 安装 python3-venv……", flush=True)
        works([apt, "update"])
        works([apt, "install", "-y", "--no-install-recommends", "python3-venv"])
        importlib.invalidate_caches()
        make_venv()
        if works([python, "-m", "pip", "--version"]):
            return [python, "-m", "pip", "install"]
    raise Unable(NO_PIP)


def dev_requirements(root: Path) -> list[str]:
    """What developers need beside the project, from pyproject.toml; any pip can be told so."""
    import tomllib  # noqa: PLC0415 - an older Python must reach the message about its age

    text = (root / "pyproject.toml").read_text(encoding="utf-8")
    return [str(one) for one in tomllib.loads(text)["dependency-groups"]["dev"]]


def prepare(level: str) -> None:
    """A venv in which the project is installed, made or refreshed only if something has changed."""
    wanted = stamp(level, ROOT)
    found = STAMP.read_text(encoding="utf-8") if STAMP.exists() else ""
    if is_ready(found, wanted):
        return
    print("正在准备 .venv 并安装依赖（只在首次运行或依赖变化时）……", file=sys.stderr, flush=True)
    if found.startswith("dev"):  # what was there for developers stays up to date
        level, wanted = "dev", stamp("dev", ROOT)
    STAMP.unlink(missing_ok=True)
    if not is_same_place(found, wanted):
        make_venv()
    more = dev_requirements(ROOT) if level == "dev" else []
    with tempfile.TemporaryDirectory() as folder:
        command = [*installer(Path(folder)), "-qq", "-c", ROOT / "constraints.txt", "-e", ROOT, *more]
        code = run(command, cwd=ROOT)
    if code:
        raise Unable("安装依赖没有成功，原因见上。请检查网络或软件源（PIP_INDEX_URL），再运行一次。", code)
    STAMP.write_text(wanted, encoding="utf-8")


# ------------------------------------------------------------------------------------------- commands


def check(names: Sequence[str]) -> int:
    """Every check asked for, all of them by default; the first failure gives the exit code."""
    unknown = [name for name in names if name not in CHECKS]
    if unknown:
        raise Unable(f"没有名为「{unknown[0]}」的检查：可用 {'、'.join(CHECKS)}。", 2)
    prepare("dev")
    worst = 0
    for name in names or CHECKS:
        print(f"== {name}", flush=True)
        code = program(*CHECKS[name])
        worst = worst or code
    return worst


def program(name: str, *rest: str) -> int:
    """The exit code of a program of the venv, run in the checkout."""
    return run([inside(VENV, name), *rest], cwd=ROOT)


def main(argv: Sequence[str]) -> int:
    """The exit code of the command asked for."""
    name, rest = (argv[0], list(argv[1:])) if argv else ("", [])
    if name in ("zaizao", "demo"):
        # What to type to reach the command from here, for the hints it prints.
        os.environ["ZAIZAO_TYPED"] = f"{'python' if os.name == 'nt' else 'python3'} run.py zaizao"
    if name == "zaizao":
        prepare("runtime")
        return run([inside(VENV, "zaizao"), *rest])
    if name == "demo":
        prepare("runtime")
        return program("zaizao", "demo", *rest)
    if name == "test":
        prepare("dev")
        return program("pytest", "-n", "auto", *rest)
    if name == "soak":
        prepare("dev")
        named = any(not word.startswith("-") for word in rest)
        return program("pytest", *([] if named else ["soak"]), *rest)
    if name == "check":
        return check(rest)
    print(USAGE)
    return 0 if name in {"-h", "--help"} else 2


def start() -> int:
    """The one place where what went wrong becomes a message and an exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if sys.version_info < OLDEST:
        names = [f"python3.{minor}" for minor in range(20, OLDEST[1] - 1, -1)]
        for newer in filter(None, map(shutil.which, names)):
            if works([newer, "--version"]):
                return run([newer, *sys.argv])
        print(f"需要 Python 3.11 或更新版本，现在是 {sys.version.split()[0]}。", file=sys.stderr)
        return CANNOT
    try:
        return main(sys.argv[1:])
    except Unable as problem:
        print(problem, file=sys.stderr)
        return problem.code
    except OSError as problem:
        print(f"无法继续：{problem}", file=sys.stderr)
        return CANNOT
    except KeyboardInterrupt:
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(start())

"""``run.py`` prepares ``.venv`` once, finds a pip where there is none, and passes exit codes on."""

import ast
import hashlib
import re
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest

import run
from tools import pip_source

ROOT = Path(__file__).resolve().parents[2]
WHEEL = b"a wheel of pip"


def checkout(folder: Path) -> Path:
    """A folder with the files that the stamp is made of."""
    for name in run.INGREDIENTS:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(f"the {name}", encoding="utf-8")
    return folder


def page(folder: Path, *links: str) -> str:
    """The address of a package index in a folder whose page of pip has these links."""
    (folder / "pip").mkdir(parents=True)
    (folder / "pip" / "index.html").write_text("\n".join(links), encoding="utf-8")
    return folder.as_uri()


# ---------------------------------------------------------------------------------------------- stamp


@pytest.mark.parametrize("name", run.INGREDIENTS)
def test_a_changed_ingredient_makes_the_venv_stale(name: str, tmp_path: Path) -> None:
    """A new dependency, pin or bootstrap prepares the venv again, in the same place."""
    before = run.stamp("dev", checkout(tmp_path))
    (tmp_path / name).write_text("something else", encoding="utf-8")
    after = run.stamp("dev", tmp_path)
    assert not run.is_ready(before, after)
    assert run.is_same_place(before, after)


def test_another_folder_or_python_makes_a_new_venv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A venv that was moved, or made with another Python, is not mended but made again."""
    here = run.stamp("dev", checkout(tmp_path))
    (tmp_path / "copy").mkdir()
    assert not run.is_same_place(run.stamp("dev", checkout(tmp_path / "copy")), here)
    monkeypatch.setattr(sys, "version", "3.99.0")
    assert not run.is_same_place(run.stamp("dev", tmp_path), here)


@pytest.mark.parametrize(
    ("made", "wanted", "ready"),
    [
        ("dev", "dev", True),
        ("dev", "runtime", True),
        ("runtime", "runtime", True),
        ("runtime", "dev", False),
    ],
)
def test_a_venv_for_developers_serves_users_too(made: str, wanted: str, ready: bool, tmp_path: Path) -> None:
    """What has the developers' tools has the program; not the other way round."""
    folder = checkout(tmp_path)
    assert run.is_ready(run.stamp(made, folder), run.stamp(wanted, folder)) is ready


def test_no_stamp_or_a_torn_one_is_neither_ready_nor_in_place(tmp_path: Path) -> None:
    """An interrupted preparation starts from nothing."""
    wanted = run.stamp("dev", checkout(tmp_path))
    assert not run.is_ready("", wanted)
    assert not run.is_same_place("", wanted)
    assert not run.is_same_place("dev", wanted)


def test_a_ready_venv_is_used_without_starting_anything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second run starts no process before the one asked for."""
    stamp = tmp_path / "stamp"
    monkeypatch.setattr(run, "ROOT", checkout(tmp_path))
    monkeypatch.setattr(run, "STAMP", stamp)
    monkeypatch.setattr(run, "run", lambda *_: pytest.fail("started a process"))
    stamp.write_text(run.stamp("dev", tmp_path), encoding="utf-8")
    run.prepare("runtime")
    run.prepare("dev")


def test_a_failed_installation_leaves_no_stamp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a failure the exit code is that of the installer, and the next run tries again."""
    stamp = tmp_path / "stamp"
    monkeypatch.setattr(run, "ROOT", checkout(tmp_path))
    monkeypatch.setattr(run, "STAMP", stamp)
    monkeypatch.setattr(run, "make_venv", lambda: None)
    monkeypatch.setattr(run, "installer", lambda _: [sys.executable, "-c", "raise SystemExit(7)"])
    stamp.write_text("runtime old old\n", encoding="utf-8")
    with pytest.raises(run.Unable, match="安装依赖没有成功") as caught:
        run.prepare("runtime")
    assert caught.value.code == 7
    assert not stamp.exists()


def test_developers_get_the_dependency_group() -> None:
    """What run.py installs for developers is the group of pyproject.toml, word for word."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert run.dev_requirements(ROOT) == project["dependency-groups"]["dev"]


# --------------------------------------------------------------------------------------------- finding


@pytest.mark.parametrize(
    ("platform", "env", "expected"),
    [
        ("linux", {}, ["/etc/xdg/pip/pip.conf", "/etc/pip.conf", "/h/.pip/pip.conf", "/h/.config/pip/pip.conf"]),
        ("linux", {"XDG_CONFIG_HOME": "/x", "XDG_CONFIG_DIRS": "/a:/b"}, ["/a/pip/pip.conf", "/b/pip/pip.conf", "…"]),
        ("linux", {"PIP_CONFIG_FILE": "/own.conf"}, ["/etc/xdg/pip/pip.conf", "…", "/own.conf"]),
        ("darwin", {}, ["…", "/h/Library/Application Support/pip/pip.conf"]),
        ("win32", {"PROGRAMDATA": "P:", "APPDATA": "A:"}, ["P:/pip/pip.ini", "/h/pip/pip.ini", "A:/pip/pip.ini"]),
    ],
)
def test_settings_are_sought_where_pip_seeks_them(platform: str, env: dict[str, str], expected: list[str]) -> None:
    """The files are those of pip on each system, the weakest first; ``…`` stands for some more."""
    found = [path.as_posix() for path in pip_source.pip_files(env, Path("/h"), platform)]
    kept = [name for name in expected if name != "…"]
    assert [name for name in found if name in kept] == kept
    assert "…" in expected or found == expected


def test_later_files_and_the_environment_win(tmp_path: Path) -> None:
    """A user's file wins over the machine's, and the environment over both."""
    machine, user = tmp_path / "machine.conf", tmp_path / "user.conf"
    machine.write_text("[global]\nindex-url = https://a.test/simple\ncert = /ca.pem\n", encoding="utf-8")
    user.write_text("[install]\nindex_url = https://b.test/simple\n", encoding="utf-8")
    files = [machine, user, tmp_path / "absent.conf"]
    assert pip_source.pip_settings({}, files) == {"index-url": "https://b.test/simple", "cert": "/ca.pem"}
    given = {"PIP_INDEX_URL": "https://c.test/simple"}
    assert pip_source.pip_settings(given, files)["index-url"] == "https://c.test/simple"


@pytest.mark.parametrize("text", ["no section", "[global]\nindex-url", "\x00", "[global]\nindex-url = %(x)s\n"])
def test_a_broken_settings_file_is_passed_over(text: str, tmp_path: Path) -> None:
    """Pip itself will complain about it; the bootstrap goes on."""
    (tmp_path / "pip.conf").write_text(text, encoding="utf-8")
    pip_source.pip_settings({}, [tmp_path / "pip.conf"])


def test_every_configured_index_is_tried_once() -> None:
    """The index, the further ones, and those of uv, in this order and without repetition."""
    settings = {"index-url": "https://a.test/simple", "extra-index-url": "https://b.test/s/\nhttps://c.test/s"}
    env = {"UV_DEFAULT_INDEX": "https://a.test/simple", "UV_INDEX_URL": "https://d.test"}
    hosts = ["https://a.test/simple/", "https://b.test/s/", "https://c.test/s/", "https://d.test/"]
    assert pip_source.indexes(env, settings) == hosts
    assert pip_source.indexes({}, {}) == []


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        (["pip-9.0-py3-none-any.whl", "pip-25.1.1-py3-none-any.whl", "pip-25.0-py3-none-any.whl"], "25.1.1"),
        (["pip-26.0b1-py3-none-any.whl", "pip-25.0.tar.gz", "pipx-99.0-py3-none-any.whl"], None),
        (['pip-30.0-py3-none-any.whl" data-requires-python="&gt;=3.12', "pip-26.0-py3-none-any.whl"], "26.0"),
        (['pip-30.0-py3-none-any.whl" data-requires-python="&gt;=3.9', "pip-26.0-py3-none-any.whl"], "30.0"),
        ([], None),
    ],
)
def test_the_newest_released_wheel_for_this_python_is_taken(links: list[str], expected: str | None) -> None:
    """No pre-release, no source archive, no other project, nothing for newer Pythons only."""
    text = "".join(f'<a href="../files/{link}">x</a>' for link in links)
    found = pip_source.newest_pip(text, "https://a.test/simple/pip/", 11)
    assert found == (expected and f"https://a.test/simple/files/pip-{expected}-py3-none-any.whl")


def test_a_wheel_is_fetched_from_the_configured_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The wheel is written under its own name after its hash is found right."""
    good = hashlib.sha256(WHEEL).hexdigest()
    (tmp_path / "pip-25.0-py3-none-any.whl").write_bytes(WHEEL)
    index = page(tmp_path / "simple", f'<a href="../../pip-25.0-py3-none-any.whl#sha256={good}">pip</a>')
    monkeypatch.setenv("PIP_INDEX_URL", index)
    fetched = pip_source.fetch_pip(tmp_path / "simple")
    assert fetched == tmp_path / "simple" / "pip-25.0-py3-none-any.whl"
    assert fetched.read_bytes() == WHEEL


@pytest.mark.parametrize(
    "link",
    [
        '<a href="../../pip-25.0-py3-none-any.whl#sha256=00">wrong hash</a>',
        '<a href="../../pip-26.0-py3-none-any.whl">not there</a>',
        '<a href="ftp://a.test/pip-26.0-py3-none-any.whl">not a scheme of ours</a>',
        "",
    ],
)
def test_a_wheel_that_cannot_be_trusted_is_not_fetched(
    link: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wrong hash, a missing file, another scheme or an empty page gives no pip, and no error."""
    (tmp_path / "pip-25.0-py3-none-any.whl").write_bytes(WHEEL)
    monkeypatch.setenv("PIP_INDEX_URL", page(tmp_path / "simple", link))
    monkeypatch.delenv("PIP_EXTRA_INDEX_URL", raising=False)
    monkeypatch.setattr(pip_source, "pip_files", lambda *_: [])
    assert pip_source.fetch_pip(tmp_path) is None


def test_without_any_pip_the_user_is_told_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing gives a pip, the message names a remedy for each kind of machine."""
    monkeypatch.setattr(run, "works", lambda _: False)
    monkeypatch.setattr("shutil.which", lambda _: None)
    monkeypatch.setattr(pip_source, "fetch_pip", lambda _: None)
    with pytest.raises(run.Unable) as caught:
        run.installer(tmp_path)
    assert caught.value.code == run.CANNOT
    assert all(word in str(caught.value) for word in ("python3-venv", "Windows", "PIP_INDEX_URL"))


# ------------------------------------------------------------------------------------------- commands


def start(*words: str) -> subprocess.CompletedProcess[str]:
    """What run.py answers when called from the shell."""
    command = [sys.executable, str(ROOT / "run.py"), *words]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.mark.parametrize(("words", "code"), [([], 2), (["--help"], 0), (["nonsense"], 2)])
def test_usage_is_told_in_chinese(words: Sequence[str], code: int) -> None:
    """Without a command that it knows, run.py lists those it has."""
    result = start(*words)
    assert (result.returncode, result.stderr) == (code, "")
    assert all(word in result.stdout for word in ("用法", "demo", "test", "check", "soak", "zaizao"))


def test_an_unknown_check_is_named() -> None:
    """The message names the word that was not understood and the words that would be."""
    result = start("check", "spelling")
    assert (result.returncode, result.stdout) == (2, "")
    assert "「spelling」" in result.stderr
    assert "format" in result.stderr


@pytest.mark.parametrize("code", [0, 1, 3, 130])
def test_the_exit_code_of_a_child_is_passed_on(code: int) -> None:
    """What the child returns, run.py returns."""
    assert run.run([sys.executable, "-c", f"raise SystemExit({code})"]) == code


@pytest.mark.skipif(sys.platform == "win32", reason="no signals there")
def test_a_child_killed_by_a_signal_counts_as_in_shells() -> None:
    """Signal 15 gives 143."""
    assert run.run([sys.executable, "-c", "import os; os.kill(os.getpid(), 15)"]) == 143


def test_children_speak_utf_8() -> None:
    """Chinese goes through pipes on every system, and pip stays inside the venv."""
    env = run.environment({"PATH": "p", "PIP_USER": "1", "PYTHONUTF8": "0"})
    assert (env["PATH"], env["PIP_USER"], env["PYTHONUTF8"]) == ("p", "0", "1")


def test_an_old_python_can_read_run_py() -> None:
    """run.py keeps to the syntax of Python 3.7, so that an old Python reaches the message about its age."""
    ast.parse((ROOT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 7))


def test_pins_name_versions_and_no_hosts() -> None:
    """Every line of constraints.txt is a name and a version, with a marker at most."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(r"[a-z0-9-]+==[0-9.]+( ; [\w '\"=!<>.()]+)?", line)] == []

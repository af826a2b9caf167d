"""One direction: a room imports only rooms above it, and nothing but the portal knows MkDocs."""

import ast
import re
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]
ROOMS = ("problems", "policy", "translation", "spoken", "voice", "sound", "broadcast", "portal")
"""From the top of the house down; `problems` is a file that every room may import."""
HOSTS = {"mkdocs", "material", "properdocs", "jinja2"}
"""Programs whose plugin, theme and templates the portal provides."""
MODULES = sorted(
    [*(REPOSITORY / "site_plugins").rglob("*.py"), *(REPOSITORY / "hooks").glob("*.py")]
)


def _imports(file: Path) -> set[str]:
    """The dotted names that a file imports anywhere, also inside functions and for types alone."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative imports hide the room that they lead to"
            assert node.module is not None
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def _parts(file: Path) -> tuple[str, ...]:
    return file.relative_to(REPOSITORY).with_suffix("").parts


def _rank(file: Path) -> int:
    """The place of a file's room in the house; hooks stand below all rooms."""
    parts = _parts(file)
    return len(ROOMS) if parts[0] == "hooks" else ROOMS.index(parts[1])


def _name(file: Path) -> str:
    return "/".join(_parts(file))


ROOMED = [m for m in MODULES if _parts(m) != ("site_plugins", "__init__")]


def _own(names: set[str]) -> set[str]:
    return {name for name in names if name.split(".")[0] == "site_plugins"}


def test_every_room_is_known() -> None:
    """A new room is given its place in the house before it is built."""
    assert {_parts(m)[1] for m in ROOMED if _parts(m)[0] == "site_plugins"} <= set(ROOMS)


@pytest.mark.parametrize("file", ROOMED, ids=_name)
def test_arrows_point_up(file: Path) -> None:
    """A room imports itself and rooms above it."""
    allowed = ROOMS[: _rank(file) + 1]
    turned = {name for name in _own(_imports(file)) if name.split(".")[1] not in allowed}
    assert turned == set()


@pytest.mark.parametrize("file", [m for m in ROOMED if _rank(m) < ROOMS.index("portal")], ids=_name)
def test_only_the_portal_knows_its_hosts(file: Path) -> None:
    """MkDocs and Material are near their end: nothing above the portal imports them."""
    assert {name.split(".")[0] for name in _imports(file)} & HOSTS == set()


@pytest.mark.parametrize(
    "file", [m for m in ROOMED if _parts(m)[1:3] == ("spoken", "vi")], ids=_name
)
def test_vietnamese_rules_see_only_words(file: Path) -> None:
    """The rules of reading Vietnamese import the room of speech and problems, nothing else."""
    rooms = {name.split(".")[1] for name in _own(_imports(file))}
    assert rooms <= {"spoken", "problems"}


_FILES = {"pathlib", "os", "io", "shutil", "tempfile", "glob"}


@pytest.mark.parametrize(
    "file", [m for m in ROOMED if _parts(m)[1:3] == ("spoken", "vi")], ids=_name
)
def test_vietnamese_rules_see_no_file(file: Path) -> None:
    """The rules of reading take text and give text."""
    assert {name.split(".")[0] for name in _imports(file)} & _FILES == set()


_MARKDOWN = {"markdown", "pymdownx", "nh3"}


@pytest.mark.parametrize(
    "file", [m for m in ROOMED if _parts(m)[1] in ("voice", "sound")], ids=_name
)
def test_voice_and_sound_never_see_markdown(file: Path) -> None:
    """Below the room of speech there are segments and samples, no Markdown and no front matter."""
    imported = _imports(file)
    assert {name.split(".")[0] for name in imported} & _MARKDOWN == set()
    assert not any(name.startswith("site_plugins.policy.body") for name in imported)


@pytest.mark.parametrize("file", [m for m in ROOMED if _parts(m)[1] == "sound"], ids=_name)
def test_sound_knows_no_language(file: Path) -> None:
    """Mastering and encoding treat every language alike."""
    assert not any(n.startswith("site_plugins.spoken.vi") for n in _imports(file))


_TAGS = set(
    re.findall(
        r"^([a-z-]+):$", (REPOSITORY / "audio/languages.yml").read_text("utf-8"), re.MULTILINE
    )
) | {"vi"}
_ENGINES = {"espeak", "gtts", "neural", "recording", "piper", "sherpa"}


def _conditions(file: Path) -> list[ast.expr]:
    tree = ast.parse(file.read_text("utf-8"))
    return [
        node.test for node in ast.walk(tree) if isinstance(node, ast.If | ast.IfExp | ast.While)
    ]


def _named(condition: ast.expr) -> set[str]:
    return {
        node.value
        for node in ast.walk(condition)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


@pytest.mark.parametrize(
    "file",
    [m for m in ROOMED if _parts(m)[1] in ("translation", "broadcast", "portal", "sound")],
    ids=_name,
)
def test_no_case_for_one_language_or_engine(file: Path) -> None:
    """What citizens meet treats languages by the registry and engines by their contract."""
    for condition in _conditions(file):
        assert _named(condition) & (_TAGS | _ENGINES) == set()


def test_the_reader_of_imports_sees_everything(tmp_path: Path) -> None:
    """Imports inside functions, under conditions and with other names are seen."""
    file = tmp_path / "a.py"
    file.write_text(
        "import a.b as c\nfrom d.e import f as g\n"
        "def x():\n    from h import i\n    if 1:\n        import j\n",
        "utf-8",
    )
    assert _imports(file) == {"a.b", "d.e.f", "h.i", "j"}

"""`bo-dich`: hands out a translator's kit and takes a filled one back."""

import argparse
import io
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NoReturn

from site_plugins.problems import Problem, errors, tell
from site_plugins.translation.formats import FORMATS, format_of, what_to_do
from site_plugins.translation.importing import imported
from site_plugins.translation.merging import joined
from site_plugins.translation.model import Filled, NotAKitError
from site_plugins.translation.reading_back import faults_by_unit, read_back
from site_plugins.translation.returned import Returned
from site_plugins.translation.workplace import RefusedError, Workplace, replace_file

DONE, FAULTY, MISUSED = 0, 1, 2
_MOST_BYTES = 20_000_000


def main(
    arguments: Sequence[str] | None = None, opened: Callable[[Path], Workplace] = Workplace
) -> int:
    """Run the command; 0 for success, 1 where something is wrong with a file, 2 for misuse.

    `opened` gives the project in a folder.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    given = _parser().parse_args(arguments)
    workplace = opened(given.goc)
    try:
        if given.viec == "xuat":
            return _hand_out(workplace, given)
        return _take_all_back(workplace, given.tep, dry=given.thu)
    except (RefusedError, ValueError) as error:
        return _refused(str(error))


def _hand_out(workplace: Workplace, given: argparse.Namespace) -> int:
    kit = workplace.kit(given.bai, given.tieng)
    kind = FORMATS[given.dang]
    file: Path = given.o or Path(f"{kit.file_stem}.{kind.suffix}")
    try:
        replace_file(file, kind.write(kit))
    except OSError as error:
        return _refused(f"không ghi được {file}: {error.strerror}")
    _say(f"Đã lập bộ dịch {file}: bài «{kit.title}», tiếng {kit.language.name}, bản {kit.version}.")
    return DONE


def _take_all_back(workplace: Workplace, files: Iterable[Path], *, dry: bool) -> int:
    """Each kit; files of one kit, which several people filled, together."""
    code = DONE
    kits: dict[object, list[tuple[str, Filled]]] = {}
    for file in files:
        try:
            filled = _read(file)
        except (NotAKitError, RefusedError) as error:
            code = max(code, _refused(f"{file.name or file}: {error}"))
            continue
        kit = (filled.slug, filled.tag, frozenset(filled.sections.items()))
        kits.setdefault(kit, []).append((file.name, filled))
    for hands in kits.values():
        code = max(code, _take_back(workplace, hands, dry=dry))
    return code


def _take_back(workplace: Workplace, hands: Sequence[tuple[str, Filled]], *, dry: bool) -> int:
    name = " + ".join(name for name, _ in hands)
    slug, tag = hands[0][1].slug, hands[0][1].tag
    try:
        workplace.language(tag)
        workshop = workplace.workshop(slug, tag)
    except RefusedError as error:
        return _refused(f"{name}: {error}")
    numbers = {leaf.id: number for number, leaf in enumerate(workshop.taken.leaves, 1)}
    returned = Returned(joined(hands, numbers), workshop, name)
    path, language = workplace.path(slug, tag), workplace.language(tag)
    result = imported(returned, language)
    if result.text is None:
        return _told(result.problems, f"{path}: chưa có gì mới để ghi.")
    translation, faults = read_back(path, result.text, returned.workshop.source)
    if translation is None:
        return _told([*result.problems, *faults], f"{path}: chưa ghi vì lỗi kể trên.", FAULTY)
    faults += faults_by_unit(returned.workshop, translation, language, result.text, name)
    if dry:
        sys.stdout.write(result.text)
        return _told([*result.problems, *faults], f"{path}: chạy thử, chưa ghi.")
    workplace.write(path, result.text)
    return _told([*result.problems, *faults], f"Đã ghi {path}: {translation.binding.state}.")


def _read(file: Path) -> Filled:
    data = _bytes(file)
    kind = format_of(file.name, data)
    if kind is None:
        message = f"không phải tệp của bộ dịch; {what_to_do(file.name)}"
        raise RefusedError(message)
    return kind.read(file.name, data)


def _bytes(file: Path) -> bytes:
    try:
        if file.is_dir():
            raise RefusedError(_FOLDER)
        if not file.is_file():
            raise RefusedError(_NO_FILE)
        if file.stat().st_size > _MOST_BYTES:
            raise RefusedError(_TOO_BIG)
        return file.read_bytes()
    except OSError as error:
        message = f"không mở được tệp: {error.strerror}"
        raise RefusedError(message) from None


_FOLDER = "là thư mục: hãy ghi tên từng tệp ở trong"
_NO_FILE = "không có tệp này"
_TOO_BIG = "tệp lớn quá, không thể là một bộ dịch"


def _told(problems: Sequence[Problem], last: str, code: int = DONE) -> int:
    """Tell everything; the number after a kit's name is its cell's."""
    if problems:
        sys.stderr.write(f"{tell(problems)}\n")
    if any(p.line for p in problems):
        _say("(Số sau tên tệp của bộ dịch là số của ô.)")
    _say(last)
    return FAULTY if errors(problems) else code


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")


def _refused(reason: str) -> int:
    _say(f"lỗi: {reason}")
    return FAULTY


class _Parser(argparse.ArgumentParser):
    """argparse in Vietnamese."""

    def error(self, message: str) -> NoReturn:
        """Say how the command is used; argparse's own reason is English."""
        del message
        self.exit(MISUSED, f"Lệnh chưa đúng.\n{self.format_help()}")

    def format_help(self) -> str:
        """The help with its one fixed English word translated."""
        return super().format_help().replace("usage:", "Cách dùng:", 1)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="bo-dich", description="Lập bộ dịch và nhập bộ đã dịch.", add_help=False)
    _common(parser)
    parser.add_argument(
        "--goc", type=Path, default=Path(), metavar="THƯ_MỤC", help="thư mục dự án (mặc định: đây)"
    )
    jobs = parser.add_subparsers(dest="viec", required=True, metavar="xuat|nhap", title="việc")
    out = jobs.add_parser("xuat", help="lập bộ dịch của một bài", add_help=False)
    _common(out)
    out.add_argument("bai", metavar="BÀI", help="tên thư mục của bài")
    out.add_argument("tieng", metavar="TIẾNG", help="mã thứ tiếng, ví dụ km")
    out.add_argument("--dang", choices=FORMATS, default="html", help="dạng tệp (mặc định: html)")
    out.add_argument("-o", type=Path, metavar="TỆP", help="tên tệp ghi ra")
    back = jobs.add_parser("nhap", help="nhập bộ dịch đã làm", add_help=False)
    _common(back)
    back.add_argument("tep", type=Path, nargs="+", metavar="TỆP", help="tệp html, docx hoặc po")
    back.add_argument("--thu", action="store_true", help="in ra màn hình, không ghi tệp")
    return parser


def _common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-h", "--help", action="help", help="in phần trợ giúp này")
    for group in parser._action_groups:  # noqa: SLF001 - argparse names its groups in English
        group.title = {"options": "tùy chọn", "positional arguments": "tham số"}.get(
            group.title or "", group.title
        )


if __name__ == "__main__":
    sys.exit(main())

"""A station's text that somebody reads: what the tests of recordings do and look at."""

import io
import json

import mutagen.id3

from site_plugins.broadcast.casting import own_segments
from site_plugins.broadcast.edition import read_airing, with_cast
from site_plugins.broadcast.items import Item
from site_plugins.broadcast.plan import Planner
from site_plugins.broadcast.recorded_texts import sheet_to_paste
from site_plugins.policy.station import read_settings
from site_plugins.voice.recording_file import CONSENT, READER
from tests.site_project import DAY, Project

SECTION = "truyen-thong-chinh-sach"
FOLDER = "audio/recordings/tro-cap"
READ_BY = "Phát thanh viên thôn Ví Dụ"


def planned(project: Project) -> Item:
    """The Vietnamese text as the build plans it."""
    settings, _ = read_settings(project.root)
    assert settings
    airing, _ = read_airing(project.root, settings)
    planned = Planner(settings, airing.lexicons).plan(project.library())
    return next(iter(with_cast(planned, airing, online=False)))


def lines_of(item: Item) -> list[str]:
    """What a person reads of it, in order."""
    assert item.script
    return [segment.text for segment in own_segments(item.script)]


def bind(project: Project, item: Item) -> None:
    """Write the side file of a reading of the text as it stands."""
    text = sheet_to_paste(item, DAY).replace(READER, READ_BY).replace(CONSENT, "Biên bản 03")
    project.write(f"{FOLDER}/vi.yml", text)


def heard(project: Project) -> dict[str, str]:
    """The clip's tags as a player shows them."""
    data = (project.root / f"site/{SECTION}/tro-cap/tro-cap.vi.mp3").read_bytes()
    tags = mutagen.id3.ID3(io.BytesIO(data))
    return {"comment": str(tags["COMM::vie"]), "lyrics": str(tags["USLT::vie"])}


def page_of(project: Project) -> str:
    """The text's page."""
    return (project.root / f"site/{SECTION}/tro-cap/index.html").read_text(encoding="utf-8")


def clip_of(project: Project) -> dict[str, object]:
    """What the manifest says of the one clip."""
    manifest = json.loads((project.root / "site/phat-thanh/manifest.json").read_text("utf-8"))
    [clip] = manifest["clips"]
    return dict(clip)


def reworded(project: Project) -> None:
    """The text is edited and approved anew."""
    file = project.explainer("tro-cap")
    text = file.read_text(encoding="utf-8").replace("75 tuổi", "70 tuổi")
    file.write_text(text, encoding="utf-8")
    stamp = f"approval: {{by: Chủ tịch, on: 2026-11-02, digest: {project.read('tro-cap').digest}}}"
    file.write_text(text.replace("---\n\n", f"{stamp}\n---\n\n", 1), encoding="utf-8")


def without_a_machine(project: Project) -> None:
    """Vietnamese is as most languages are: only people speak it."""
    voices = project.page("voices.yml", folder="audio")
    project.write("audio/voices.yml", voices.replace("[recording, espeak:vi]", "[recording]"))

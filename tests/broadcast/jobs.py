"""Orders for the humming voice."""

from dataclasses import replace

from site_plugins.broadcast.casting import Take
from site_plugins.broadcast.job import Imprint, Job
from site_plugins.broadcast.speaking import EngineFor
from site_plugins.sound.model import Codec, Profile
from site_plugins.spoken.model import Role, Script, Segment
from site_plugins.voice.model import Engine, Voice
from site_plugins.voice.rows import Chosen
from tests.voice.fake_engine import HUM

SENTENCES = ("Xin chào bà con.", "Mức trợ cấp là năm trăm nghìn đồng.", "Xin cảm ơn.")
IMPRINT = Imprint("Đài xã", "Truyền thông chính sách", "https://vi-du.vn/tro-cap/")
PROFILE = Profile(80, 15_000, 2.5, -16, -1.5, 64)
PROFILES = ((Codec.MP3, PROFILE), (Codec.OPUS, replace(PROFILE, bitrate_kbps=32)))


def script(*sentences: str, title: str = "Trợ cấp") -> Script:
    """A script of plain sentences."""
    segments = (Segment(text, text, Role.SENTENCE, 0.4) for text in sentences)
    return Script("vi", title, tuple(segments))


def takes(said: Script, chosen: Chosen) -> tuple[Take, ...]:
    """Every sentence by one voice."""
    return tuple(Take(chosen, (segment,)) for segment in said.segments)


def job(*sentences: str, title: str = "Trợ cấp", voice: Voice = HUM) -> Job:
    """An order for one voice."""
    return job_of(script(*(sentences or SENTENCES), title=title), voice)


def job_of(said: Script, voice: Voice = HUM) -> Job:
    """An order for one voice to say a script."""
    return Job(said, takes(said, Chosen(voice)), PROFILES, IMPRINT, 160)


def only(engine: Engine) -> EngineFor:
    """One engine for whatever voice."""
    return lambda _: engine

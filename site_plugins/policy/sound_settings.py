"""How the station's files sound on each kind of device: `sound:` in `audio/station.yml`."""

from typing import Literal

from pydantic import Field, FiniteFloat

from site_plugins.policy.schema import Declared
from site_plugins.policy.strict_yaml import YamlDocument

_LEAST_MP3_KBPS = 32


class SoundProfile(Declared):
    """How a file sounds on one kind of device; what each key does stands in `sound.model`."""

    low_hz: int = Field(80, ge=20, le=500)
    high_hz: int = Field(15_000, ge=3_000, le=20_000)
    compression: FiniteFloat = Field(2.5, ge=1, le=10)
    loudness_lufs: FiniteFloat = Field(-16.0, ge=-30, le=-8)
    true_peak_dbtp: FiniteFloat = Field(-1.5, ge=-9, le=0)
    bitrate_kbps: int = Field(64, ge=16, le=192)


class Horn(SoundProfile):
    """Horns outdoors: narrow, dense and loud."""

    low_hz: int = Field(250, ge=20, le=500)
    high_hz: int = Field(6_000, ge=3_000, le=20_000)
    compression: FiniteFloat = Field(4, ge=1, le=10)
    loudness_lufs: FiniteFloat = Field(-14.0, ge=-30, le=-8)


class Web(SoundProfile):
    """Phones on slow networks."""

    compression: FiniteFloat = Field(2, ge=1, le=10)
    bitrate_kbps: int = Field(32, ge=16, le=192)


class Profiles(Declared):
    """The devices that a station makes files for."""

    horn: Horn = Horn()
    radio: SoundProfile = SoundProfile()
    web: Web = Web()


class Sound(Declared):
    """The profile of the MP3 files, that of the player on the pages, and all profiles."""

    clip: Literal["horn", "radio", "web"] = "horn"
    player: Literal["horn", "radio", "web"] = "web"
    profiles: Profiles = Profiles()

    def profile(self, name: str) -> SoundProfile:
        """The profile of that name."""
        found: SoundProfile = getattr(self.profiles, name)
        return found


def check_clip(document: YamlDocument, sound: Sound) -> None:
    """An MP3 of 44.1 kHz knows no bit rate below 32 (ISO 11172-3, table 2.4.2.3)."""
    if sound.profile(sound.clip).bitrate_kbps < _LEAST_MP3_KBPS:
        at = ("sound", "profiles", sound.clip, "bitrate_kbps")
        message = f"{'.'.join(at)}: tệp MP3 không xuống dưới {_LEAST_MP3_KBPS} được"
        document.error(at, message, f"viết {_LEAST_MP3_KBPS} trở lên, hoặc chọn clip khác")

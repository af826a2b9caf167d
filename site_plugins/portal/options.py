"""What `mkdocs.yml` may say of the plugin."""

from mkdocs.config.base import BaseConfigOption, Config, ValidationError
from mkdocs.config.config_options import Type

from site_plugins.voice.cache_pruning import Limits


class Whole(BaseConfigOption[int]):
    """A whole number from `least` to `most`."""

    def __init__(self, *, default: int, least: int, most: int) -> None:
        super().__init__()
        self.default = default
        self._least, self._most = least, most

    def run_validation(self, value: object) -> int:
        """The number. Raises `ValidationError` with a message in Vietnamese for staff."""
        if type(value) is int and self._least <= value <= self._most:
            return value
        message = f"phải là một số nguyên từ {self._least} đến {self._most}, không phải {value}"
        raise ValidationError(message)


class PortalConfig(Config):  # type: ignore[no-untyped-call] # MkDocs' base is untyped
    """Options of `policy-portal` in `mkdocs.yml`."""

    cache_dir = Type(str, default=".cache")
    """Where finished clips are kept between builds, relative to `mkdocs.yml`; never published."""

    cache_days = Whole(default=180, least=1, most=3650)
    """After how many days without use a kept clip goes."""

    cache_mb = Whole(default=10_000, least=100, most=1_000_000)
    """How many megabytes (10^6 bytes) of clips are kept; beyond, the least recently used goes.

    An explainer of six minutes takes 4 MB as finished files and up to 16 MB as sentences: a
    thousand are kept, and of their sentences those that were spoken last.
    """

    @property
    def cache_limits(self) -> Limits:
        """Both, as the store takes them."""
        return Limits(self.cache_days, self.cache_mb)

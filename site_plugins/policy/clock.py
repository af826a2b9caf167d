"""What day it is where the loudspeakers stand."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone

# Vietnam has kept UTC+7 without summer time since 1975, so no time-zone database is needed.
HO_CHI_MINH = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")


def today(environ: Mapping[str, str]) -> date:
    """The day in Asia/Ho_Chi_Minh, or the day that `STATION_TODAY` (YYYY-MM-DD) names.

    Raises `ValueError`, in Vietnamese, when `STATION_TODAY` is not a date.
    """
    named = environ.get("STATION_TODAY")
    if not named:
        return datetime.now(HO_CHI_MINH).date()
    try:
        return date.fromisoformat(named)
    except ValueError:
        message = f'STATION_TODAY: "{named}" không phải ngày; viết dạng 2026-01-15'
        raise ValueError(message) from None

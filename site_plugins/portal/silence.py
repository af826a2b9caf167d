"""Why a page has nothing to play, said to those who came to listen."""

from site_plugins.broadcast.items import Item, Outcome

_REASONS = {
    Outcome.NOT_CACHED: "Chưa có tệp âm thanh: bản xem trước chỉ phát tệp đã làm sẵn.",
    Outcome.FAILED: "Chưa có tệp âm thanh cho bài này.",
    Outcome.WAITING_READER: "Lời bài đã sửa sau lần ghi âm trước, đang chờ ghi âm lại.",
    Outcome.WAITING_CHECK: "Bản dịch này chưa được kiểm tra và duyệt để đọc trên loa.",
    Outcome.WAITING_APPROVAL: "Bài này chưa được duyệt để đọc trên loa.",
}


def silence(item: Item | None, language: str, *, has_voice: bool) -> str:
    """One or two sentences, "" where there is a clip or a text that nobody reads any more."""
    if item is None or item.episode or item.outcome is Outcome.NOT_AIRED:
        return ""
    reason = _REASONS.get(item.outcome, "")
    unvoiced = "" if has_voice else f"Chưa có giọng đọc máy tiếng {language}: bài do người đọc."
    return f"{reason} {unvoiced}".strip()

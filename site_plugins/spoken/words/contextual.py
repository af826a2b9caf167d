"""Abbreviations that mean several things: what stands beside them decides, else nobody guesses."""

from site_plugins.spoken.senses import FIGURE, NAME, Sense

CONTEXTUAL: dict[str, tuple[Sense, ...]] = {
    "TT": (
        Sense("Thông tư", before=("số", "liên tịch", FIGURE)),
        Sense("Thường trực", before=("HĐND", "UBND", "Đảng ủy", "Hội đồng", "Tỉnh ủy")),
        Sense("Trung tâm", before=("Y tế", "Văn hóa", "Phục vụ", "Học tập", "Dịch vụ")),
    ),
    "P.": (Sense("phường", before=(FIGURE, NAME)),),
}

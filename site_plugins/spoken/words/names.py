"""Names of places and peoples whose spelling is not that of Vietnamese syllables."""

NAMES: dict[str, str] = {
    "K'ho": "Cơ ho",
    "K'Ho": "Cơ Ho",
    "M'nông": "Mơ nông",
    "M'Nông": "Mơ Nông",
    "Mnông": "Mơ nông",
    "H'Mông": "Mông",
    "H'mông": "Mông",
    "Hmông": "Mông",
    "Bru": "Bờ ru",
    "Hrê": "Hơ rê",
    "Brâu": "Bờ râu",
    "Raglai": "Ra gờ lai",
    "Khmer": "Khơ me",
    "Đắk": "Đắc",
    "Đăk": "Đắc",
    "Lắk": "Lắc",
    "Kon": "Con",
    "Pleiku": "Pờ lây cu",
}

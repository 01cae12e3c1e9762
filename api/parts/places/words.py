"""What kinds of places are called."""

from api.kit.words import Words

KINDS = {
    "centre": Words("备件中心", "Parts centre"),
    "store": Words("站库", "Station store"),
    "bin": Words("货位", "Bin"),
    "van": Words("车上", "Van"),
    "bench": Words("工位", "Bench"),
    "defective": Words("坏件", "Defective"),
    "in_transit": Words("在途", "In transit"),
}

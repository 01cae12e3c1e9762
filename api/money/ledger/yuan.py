"""How fen are said in a sentence: `2,330.00`."""


def yuan(fen: int) -> str:
    """The amount in yuan with two decimals, exact."""
    sign, fen = ("-", -fen) if fen < 0 else ("", fen)
    return f"{sign}{fen // 100:,}.{fen % 100:02d}"

"""Money and quantities as papers write them; an amount to be paid also in the figures that nobody can alter (大写)."""

from __future__ import annotations

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿", "万亿")


def money(fen: int | None) -> str | None:
    """`1,234.50`; minus in front."""
    return None if fen is None else f"{'-' if fen < 0 else ''}{abs(fen) // 100:,}.{abs(fen) % 100:02d}"


def less(fen: int | None) -> str | None:
    """What is taken off, with its minus; nothing where there is nothing."""
    return money(-fen) if fen else None


def quantity(thousandths: int) -> str:
    """`2`, `2.5`: no zeros behind the point."""
    return f"{thousandths / 1000:,.3f}".rstrip("0").rstrip(".")


def capital(fen: int | None) -> str | None:
    """`壹仟零伍元整`, `叁元零伍分`, as banks and invoices write amounts."""
    if fen is None:
        return None
    yuan, cents = divmod(abs(fen), 100)
    jiao, rest = divmod(cents, 10)
    text = _whole(yuan) + "元" if yuan or not cents else ""
    if not cents:
        text += "整"
    else:
        if jiao:
            text += _DIGITS[jiao] + "角"
        elif yuan:
            text += "零"
        text += _DIGITS[rest] + "分" if rest else "整"
    return ("负" if fen < 0 else "") + text


def _whole(number: int) -> str:
    if number == 0:
        return "零"
    groups = []
    while number:
        number, group = divmod(number, 10_000)
        groups.append(group)
    text = ""
    for at in reversed(range(len(groups))):
        group = groups[at]
        if group:
            if text and group < 1000:
                text += "零"
            text += _four(group) + _GROUPS[at]
        elif text and not text.endswith("零") and any(groups[:at]):
            text += "零"
    return text.replace("零零", "零")


def _four(group: int) -> str:
    text, gap = "", False
    for place in (3, 2, 1, 0):
        digit = group // 10**place % 10
        if digit:
            text += ("零" if gap and text else "") + _DIGITS[digit] + _PLACES[place]
            gap = False
        else:
            gap = True
    return text

"""From what is kept of a printing to what the press draws: words, code, and text that can do no harm (T11)."""

from __future__ import annotations

import io
import re
from typing import Any

import phonenumbers
import segno
from phonenumbers import NumberParseException

from api.kit.words import Words
from api.paper.documents.words import CHECK, COPIES, KINDS

LONGEST = 16
"""Characters of one word that stand beside one another without a place to break: so many fit into half a line."""
NARROW = {"bin": 5, "number": 8, "invoice": 10, "job": 10, "receipt": 10, "old": 6, "kind": 5, "method": 4}
"""The same for columns of a table that are narrower than half a line."""
_TURNS = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Marks that would let text read other than it was written: they are shown by their number instead."""
_WORD = re.compile(r"[^\s\-\u200b\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]+")
"""What is not broken anywhere by itself: no blanks, no hyphens, no Han."""
_BREAK = "\u200b"


def inert(value: Any, longest: int = LONGEST) -> Any:
    """Text as it is drawn: nothing turns its direction, and the longest word can be broken. Lists and dicts within too."""
    if isinstance(value, str):
        shown = _TURNS.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", value)
        return _WORD.sub(lambda found: _breakable(found[0], longest), shown)
    if isinstance(value, list):
        return [
            {name: inert(text, NARROW.get(name, longest)) for name, text in one.items()}
            if isinstance(one, dict)
            else inert(one, longest)
            for one in value
        ]
    if isinstance(value, dict):
        return {name: inert(one, longest) for name, one in value.items()}
    return value


def _breakable(word: str, longest: int) -> str:
    return _BREAK.join(word[at : at + longest] for at in range(0, len(word), longest))


def dialled(number: str) -> str:
    """A number as one dials it inside the country: `138 0000 4417`; a foreign one with its country."""
    try:
        parsed = phonenumbers.parse(number)
    except NumberParseException:
        return number
    form = phonenumbers.PhoneNumberFormat
    return phonenumbers.format_number(parsed, form.NATIONAL if parsed.country_code == 86 else form.INTERNATIONAL)


def code(address: str) -> str:
    """The QR code of an address as SVG."""
    drawn = io.BytesIO()
    segno.make(address, micro=False, error="m").save(drawn, kind="svg", xmldecl=False, border=0, scale=4)
    return drawn.getvalue().decode()


def sheet(
    values: dict[str, Any],
    *,
    kind: str,
    copy: str,
    language: str,
    href: str,
    company: str | None,
    address: str,
    signature: bytes | None = None,
    phone: str | None = None,
    preview: bool = False,
) -> dict[str, Any]:
    """One paper for the press; `phone` is the number in full, for who may see it."""
    fields = dict(values["fields"])
    if phone and "phone" in fields:
        fields["phone"] = dialled(phone)
    top = values["head"]
    line = " · ".join(filter(None, (top["name"], top["address"], top["phone"] and dialled(top["phone"]))))
    check = values["fingerprint"][:12] if values.get("fingerprint") else None

    def say(words: Words) -> str:
        return words.into(language)

    return {
        "kind": kind, "language": language, "house": copy == "house", "preview": preview, "title": say(KINDS[kind]),
        "copy": say(COPIES[copy]), "number": inert(values["number"]), "again": values["again"],
        "head": {"company": inert(company or top["centre"]), "line": inert(line)}, "printed": inert(values["printed"]),
        "check": check and say(CHECK.format(code=check)), "fields": inert(fields), "qr": code(address + href),
        "signature": signature and list(signature),
    }  # fmt: skip

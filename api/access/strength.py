"""Which passwords are refused: short ones, those that everybody guesses first, and those made of one's own name.

Only the length limits; any characters may be used, and nobody is made to change a good password (ASVS 6.2).
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field

from api.kit.words import Words

SHORTEST, LONGEST = 12, 128
NewPassword = Annotated[str, Field(min_length=SHORTEST, max_length=LONGEST, json_schema_extra={"format": "password"})]
_LEET = str.maketrans("013457@$!", "oieastasi")
_RUNS = ("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1qaz2wsx3edc4rfv5tgb")


@cache
def _common() -> tuple[frozenset[str], tuple[str, ...]]:
    """Whole passwords, and the words that most guessed passwords are made of, longest first."""
    text = (Path(__file__).parent / "common_passwords.txt").read_text("utf-8")
    listed = {line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")}
    return frozenset(listed), tuple(sorted((w for w in listed if 4 <= len(w) < SHORTEST), key=len, reverse=True))


def weakness(password: str, *own: str) -> Words | None:
    """Why this password is refused, or None. `own` are the account's and the person's name."""
    low = password.casefold()
    whole, words = _common()
    if low in whole or low.translate(_LEET) in whole:
        return Words("这个密码太常见，请换一个", "This password is too common; choose another")
    rest = low
    for word in (*[name.casefold() for name in own if len(name) >= 2], *words):
        rest = rest.replace(word, "")
    rest = _without_runs(rest)
    if len(rest) < 5:
        return Words(
            "这个密码由常见的词、连续的字符或姓名拼成，请换一个",
            "This password is made of common words, runs or names; choose another",
        )
    return None


def _without_runs(text: str) -> str:
    """Without repeated characters (aaaa) and runs along the alphabet, the digits or the keyboard (4567, fdsa)."""
    text = re.sub(r"(.+?)\1{2,}", r"\1", text)
    for row in _RUNS:
        for line in (row, row[::-1]):
            for length in range(len(line), 3, -1):
                for start in range(len(line) - length + 1):
                    text = text.replace(line[start : start + length], "")
    return text

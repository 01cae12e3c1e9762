"""When two spellings are one name."""

from __future__ import annotations

import re

from api.kit.pinyin import fold

_FORM = re.compile(r"(?:股份)?(?:有限)?(?:责任)?公司$")
_FOREIGN_FORM = re.compile(r"[\s,.]+(?:co|inc|ltd|llc|gmbh|corp)\b\.?", re.IGNORECASE)
_NOISE = re.compile(r"[\W_]+")


def bare(name: str) -> str:
    """The name without blanks, punctuation and case."""
    return _NOISE.sub("", fold(name))


def normal(name: str) -> str:
    """The same without the legal form: 清泉 水务（有限）公司 and 清泉水务 are one customer."""
    text = bare(_FOREIGN_FORM.sub("", fold(name))) or bare(name)
    return _FORM.sub("", text) or text

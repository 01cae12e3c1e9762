"""What the head of a request says of the write that it asks for: from which version it starts, by which key it is known."""

from __future__ import annotations

import re

from fastapi import Request

from api.kit.problems import Invalid, KeyRequired, MatchRequired, Problem
from api.kit.words import Words

_ETAG = re.compile(r'"(\d{1,9})"')
KEY = re.compile(r"[\x21-\x7e]{1,255}")


def version_of(request: Request, rule: str) -> int | None:
    """The version of `If-Match`; `rule` is none, optional or required.

    :raises MatchRequired: :raises Invalid: it is no version.
    """
    text = _said(request, "if-match", rule, MatchRequired)
    if text is None:
        return None
    found = _ETAG.fullmatch(text.strip())
    if not found:
        raise Invalid.field("/header/if-match", "pattern", Words('格式如 "3"', 'Written like "3"'))
    return int(found[1])


def key_of(request: Request, rule: str) -> str | None:
    """The `Idempotency-Key`; `rule` is none, optional or required.

    :raises KeyRequired: :raises Invalid: it cannot be one.
    """
    text = _said(request, "idempotency-key", rule, KeyRequired)
    if text is not None and not KEY.fullmatch(text):
        words = Words("1 到 255 个可见字符", "1 to 255 visible ASCII characters")
        raise Invalid.field("/header/idempotency-key", "pattern", words)
    return text


def _said(request: Request, name: str, rule: str, missing: type[Problem]) -> str | None:
    text = request.headers.get(name) if rule != "none" else None
    if text is None and rule == "required":
        raise missing
    return text

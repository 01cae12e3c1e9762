"""Signatures as pictures: what a phone sends is decoded and drawn anew, so that nothing but a picture is kept (R77)."""

from __future__ import annotations

import base64
import binascii
import struct
from io import BytesIO
from typing import NoReturn

from PIL import Image

from api.kit.problems import Invalid
from api.kit.words import Words

LARGEST_BYTES = 300_000
LARGEST_SIDE = 2000
_HEAD = b"\x89PNG\r\n\x1a\n"
_PREFIX = "data:image/png;base64,"


def drawn(text: str) -> bytes:
    """The picture as a grey PNG on white.

    :raises Invalid: not a PNG, over 300 kB or 2000 × 2000 points, or nothing was drawn.
    """
    try:
        data = base64.b64decode(text.removeprefix(_PREFIX), validate=True)
    except (binascii.Error, ValueError):
        _refuse("not_a_picture", Words("签字图片读不出来", "The signature is not a picture"))
    if len(data) > LARGEST_BYTES:
        _refuse("too_large", Words("签字图片太大，最大 300 kB", "The picture is too large, at most 300 kB"))
    if not data.startswith(_HEAD) or len(data) < 24:
        _refuse("not_a_picture", Words("签字图片要用 PNG", "The signature must be a PNG picture"))
    # the head is read before anything is unpacked: a small file may hold a vast canvas
    width, height = struct.unpack(">II", data[16:24])
    if not (0 < width <= LARGEST_SIDE and 0 < height <= LARGEST_SIDE):
        _refuse("too_large", Words("签字图片最大 2000 × 2000", "The picture is larger than 2000 × 2000"))
    try:
        with Image.open(BytesIO(data), formats=("PNG",)) as opened:
            ink = opened.convert("RGBA")
    except (OSError, SyntaxError, ValueError, MemoryError, struct.error):
        _refuse("not_a_picture", Words("签字图片读不出来", "The signature is not a picture"))
    paper = Image.new("RGBA", ink.size, "white")
    paper.alpha_composite(ink)
    grey = paper.convert("L")
    darkest, lightest = grey.getextrema()
    if darkest == lightest:
        _refuse("blank", Words("还没有签字", "Nothing was drawn"))
    kept = BytesIO()
    grey.save(kept, "PNG", optimize=True)
    return kept.getvalue()


def _refuse(code: str, words: Words) -> NoReturn:
    raise Invalid.field("/body/picture", code, words)

"""Names as a board on a wall may show them (D43): whoever stands before it knows whom he works for, a visitor does not."""

from __future__ import annotations

_FIRST = 2


def mask(name: str, kind: str) -> str:
    """陈志远 → 陈**, 衢州绿源环境监测有限公司 → 衢州****: the family name, or the first two characters, and no length."""
    if kind == "person":
        return f"{name[:1]}**"
    return f"{name[:_FIRST]}****"

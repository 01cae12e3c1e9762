"""What is sealed opens with the same secret and purpose only."""

from __future__ import annotations

import pytest

from api.kit.sealing import Sealer, Unopenable

SECRET = b"b7Qv0m2kX9sLr4TzJ1nYc6WdHf8GpEuA"


def test_it_opens_what_it_sealed() -> None:
    sealer = Sealer(SECRET)
    sealed = sealer.seal("whsec_x", "exchange 1")
    assert Sealer(SECRET).open(sealed, "exchange 1") == "whsec_x"
    assert "whsec_x" not in sealed
    assert sealer.seal("whsec_x", "exchange 1") != sealed


@pytest.mark.parametrize("spoil", ["purpose", "secret", "bytes", "shape", "name"])
def test_nothing_else_opens_it(spoil: str) -> None:
    sealed = Sealer(SECRET).seal("whsec_x", "exchange 1")
    name, _, value = sealed.partition(".")
    given = {
        "bytes": f"{name}.{value[:-6]}{'A' if value[-6] != 'A' else 'B'}{value[-5:]}", "shape": "nonsense", "name": f"x.{value}",
    }.get(spoil, sealed)  # fmt: skip
    opener = Sealer(SECRET[::-1] if spoil == "secret" else SECRET)
    with pytest.raises(Unopenable):
        opener.open(given, "exchange 2" if spoil == "purpose" else "exchange 1")

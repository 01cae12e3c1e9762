"""The press can draw and nothing else: no file, no connection, and no longer than it may (T11, ASVS 15.1.3)."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from api.kit.problems import Unavailable
from api.paper.documents.printing import TEMPLATES, Broken, Press, Presses, Refused

jailed = pytest.mark.skipif(sys.platform == "win32", reason="the system knows no resource limits")


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """A folder whose `main.typ` a test writes as a bad template would be."""
    (tmp_path / "lib.typ").write_text("#let x = 1")
    (tmp_path / "secret.txt").write_text("CANARY-91")
    return tmp_path


@pytest.fixture
def press_of(templates: Path) -> Iterator[object]:
    """A press with this template, ended afterwards."""
    made: list[Press] = []

    def make(template: str, **limits: float) -> Press:
        (templates / "main.typ").write_text(template)
        made.append(Press(templates=templates, **limits))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for press in made:
        press.end()


BAD = {
    "a file of the system": '#read("/etc/passwd")',
    "a file beside the templates": '#read("secret.txt")',
    "a file above": '#read("../../../../etc/passwd")',
    "a picture file": '#image("/etc/hostname")',
    "a package": '#import "@preview/cetz:0.3.0": canvas',
    "a plug-in": '#plugin("x.wasm")',
}


ENDLESS = "#range(10000).map(x => range(3000).map(a => range(3000).map(b => calc.rem(a * b + x, 7)).sum()).sum()).sum()"


@pytest.mark.parametrize("name", BAD)
def test_t11_even_a_template_can_open_nothing(press_of: object, name: str) -> None:
    """The limit is the system's, not the typesetter's: whatever asks, nothing can be opened any more."""
    press = press_of(BAD[name])  # type: ignore[operator]
    started = time.monotonic()
    with pytest.raises(Refused) as refused:
        press.draw([{}])
    assert "CANARY-91" not in str(refused.value)
    assert time.monotonic() - started < 5
    press_alive = press.alive
    assert press_alive


def test_t11_an_endless_template_is_ended(press_of: object) -> None:
    press = press_of(ENDLESS, seconds=2)  # type: ignore[operator]
    started = time.monotonic()
    with pytest.raises((Broken, Refused)):
        press.draw([{}])
    assert time.monotonic() - started < 8


@jailed
def test_t11_a_greedy_template_dies_alone(press_of: object) -> None:
    press = press_of('#let s = "x" * 1000\n#range(1000000000).map(n => s + str(n)).len()', seconds=15, megabytes=700)  # type: ignore[operator]
    with pytest.raises((Broken, Refused)):
        press.draw([{}])


def test_a_press_that_died_is_replaced() -> None:
    presses = Presses(1)
    try:
        with pytest.raises(Refused):
            presses.draw([{"kind": "none"}])
        presses._idle[0].end()
        with pytest.raises(Refused):  # another one took its place and could be asked
            presses.draw([{"kind": "none"}])
    finally:
        presses.end()


def test_who_finds_no_press_free_is_told_to_come_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.paper.documents.printing.WAIT", 0.05)
    with pytest.raises(Unavailable) as refused:
        Presses(0).draw([{}])
    assert refused.value.headers["Retry-After"]


def test_a_press_that_breaks_while_it_warms_is_an_answer_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> Press:
        raise Broken

    monkeypatch.setattr("api.paper.documents.printing.Press", broken)
    with pytest.raises(Unavailable):
        Presses(1).draw([{}])


def test_no_template_names_a_package_a_file_or_an_address() -> None:
    for file in TEMPLATES.glob("*.typ"):
        source = file.read_text("utf-8")
        for word in ("@preview", "@local", "read(", "http", "eval(", "plugin(", 'image("'):
            assert word not in source, f"{file.name}: {word}"

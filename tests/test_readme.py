"""The README and the guide for integrators keep their word: what they tell to type works against the real server."""

from __future__ import annotations

import re
import shlex
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.clients.typescript import walked as walked_in_typescript
from tests.conftest import POSTGRES
from tests.started import ROOT, started

README = (ROOT / "README.md").read_text("utf-8")
GUIDE = (ROOT / "docs/integrators.md").read_text("utf-8")
HOOKS = (ROOT / "docs/webhooks.md").read_text("utf-8")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """`api.cli start` on an empty folder; gives the environment of the walks."""
    with started(tmp_path_factory.mktemp("readme"), SIBU_WEBHOOK_NETWORKS="127.0.0.0/8") as env:
        yield env


@pytest.mark.skipif(POSTGRES, reason="the walk is that of a first start, which is on SQLite")
@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
def test_the_walk_with_curl_closes_a_case(served: dict[str, str]) -> None:
    block = re.search(r"```sh walkthrough\n(.*?)```", README, re.DOTALL)
    assert block
    done = subprocess.run(["bash", "-euo", "pipefail", "-c", block[1]], env=served, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    assert lines.index("assigned") < lines.index("on_site") < lines.index("record_in") < lines.index("closed")
    assert lines[-1].strip()


@pytest.mark.skipif(POSTGRES, reason="the walk is that of a first start, which is on SQLite")
@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
def test_a_stranger_follows_the_guide_for_integrators(served: dict[str, str], tmp_path: Path) -> None:
    """Register, get a token, run the example, read the feed and receive a webhook: each line as the guides write it, but for
    the virtual environment and the receiver's port."""
    blocks = dict(re.findall(r"```sh (\w+)\n(.*?)```", GUIDE + HOOKS, re.DOTALL))
    for line in (blocks["example"].splitlines()[0], blocks["receive"].splitlines()[0]):
        assert "example/bin/pip install --quiet " in line
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    example, receive = (blocks[name].partition("\n")[2].replace("9100", port) for name in ("example", "receive"))
    assert receive.count(port) == 2
    receive = receive.replace(f"{port} &", f"{port} > heard &")
    heard = (
        "for _ in $(seq 100); do if grep -q customer.changed heard; then break; fi; sleep 0.1; done; kill %1; cat heard"
    )
    script = "\n".join([blocks["register"], blocks["token"], blocks["feed"], receive, example, heard])
    script = script.replace("example/bin/python", shlex.quote(sys.executable))
    script = script.replace("docs/examples", shlex.quote(str(ROOT / "docs/examples")))
    command = ["bash", "-euo", "pipefail", "-c", f"set -m\n{script}"]
    done = subprocess.run(command, env=served, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert '"position":' in done.stdout
    assert "signed in as Plant monitoring: 6 permissions, stations BJ01" in done.stdout
    assert re.search(r"case (SR-\S+), New; sent again it is still \1", done.stdout)
    assert "refused as it should be: 422 invalid" in done.stdout
    assert re.search(r"the feed since then: .*service_request.created.*customer.changed", done.stdout)
    told = set(re.findall(r"^([a-z_]+\.[a-z_]+) (?:http|$)", done.stdout, re.MULTILINE))
    assert {"webhook.test", "service_request.created", "customer.changed"} <= told, done.stdout


@pytest.mark.skipif(POSTGRES, reason="the walk is that of a first start, which is on SQLite")
def test_a_generated_client_walks_a_case_through_the_four_steps(served: dict[str, str], tmp_path: Path) -> None:
    """TypeScript, by the types that the screens are checked with; `make clients` generates anew, in Python and Java too."""
    said = walked_in_typescript(tmp_path, served, types=ROOT / "frontend/src/shared/api/schema.d.ts")
    assert re.search(r"^SR-\S+ closed, satisfaction \d+$", said, re.MULTILINE), said


def test_what_the_readme_points_at_is_there() -> None:
    for folder, text in ((ROOT, README), (ROOT / "docs", GUIDE)):
        for target in re.findall(r"\]\(([^)#]+)\)", text):
            assert (folder / target).exists(), target


def test_the_map_of_the_house_names_what_is_there() -> None:
    for name in ("kit", "access", "events", "network", "customers", "intake", "work", "dispatch", "aftercare"):
        assert (ROOT / "api" / name).is_dir()
    for target in ("run", "test", "prove", "rules", "clients", "bench", "gallery"):
        assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(), re.MULTILINE), target

"""Processes of their own for contests and replicas, begun with all of the API imported.

Each is a fork of one process that has imported the API and done nothing else: a process alone spends three seconds of a
core on the import, and a run of the tests begins some sixty. What they hold in memory at their start is what a fresh
interpreter holds after its imports; none shares a connection, a file or a lock with another.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess
from pathlib import Path

context: ForkServerContext = multiprocessing.get_context("forkserver")
context.set_forkserver_preload(["tests.processes_begin"])


def command(arguments: list[str], env: dict[str, str], said: Path) -> BaseProcess:
    """`sibu …` with this environment, what it says added to a file."""
    process = context.Process(target=_command, args=(arguments, env, said), daemon=True)
    process.start()
    return process


def _command(arguments: list[str], env: dict[str, str], said: Path) -> None:
    from api import cli

    os.environ.clear()
    os.environ.update(env)
    with said.open("ab") as file:
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
    sys.argv = ["sibu", *arguments]
    cli.main()

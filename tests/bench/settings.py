"""The settings with which the benches serve the API."""

from __future__ import annotations

from pathlib import Path

from api.settings import Settings

SECRET = b"bench-0123456789-abcdefghijklmnopqrstuvwxyz"


def settings(url: str) -> Settings:
    """Cheap passwords, no worker."""
    return Settings(
        database_url=url, data_dir=Path("/nonexistent"), secret=SECRET, worker=False, password_memory_kib=64
    )

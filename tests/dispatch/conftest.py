"""The desk of station A1."""

from tests.work.conftest import desk

__all__ = ["desk"]

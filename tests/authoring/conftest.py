"""The commands, as in tests/cli."""

from __future__ import annotations

from tests.cli.conftest import clap

__all__ = ["clap"]

"""Slow attacks and wide grids: skipped unless CLAP_TORTURE is set, as `make torture` does."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if os.environ.get("CLAP_TORTURE"):
        return
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.skip(reason="an attack of minutes: make torture runs it"))

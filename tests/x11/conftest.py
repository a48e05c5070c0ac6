"""A screen for the tests in a real window, shared by those of a worker."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.screen import LACKING, Screen, screen


@pytest.fixture(scope="session")
def display() -> Iterator[Screen]:
    if LACKING:
        pytest.skip(f"needs {', '.join(LACKING)}")
    with screen() as made:
        yield made

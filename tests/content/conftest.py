"""A small town on disk, for the tests of this room."""

from tests.content.test_shelf import town  # noqa: F401

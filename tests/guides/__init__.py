"""The guides of docs/: their pictures, taken by the tests."""

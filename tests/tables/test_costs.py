"""What telling a file's code costs: places are counted, whatever the file's size."""

from __future__ import annotations

from game.tables import encoding


def test_the_signs_weighed_do_not_grow_with_the_file() -> None:
    for data in (b"\xe9" * 3_000_000, b"\xe9;" * 500_000, bytes(range(128, 256)) * 8_000):
        pieces = encoding._pieces(data)
        assert len(pieces) <= encoding.PIECES
        assert max(map(len, pieces)) <= 11

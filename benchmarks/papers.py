"""The minutes of a long session: 1,900 notes, in DOCX and in PDF."""

from __future__ import annotations

import time
from collections.abc import Iterator

from benchmarks.afternoon import frozen
from benchmarks.figure import Figure
from game.core.session import start
from game.export import to_docx, to_pdf
from tests.export.test_large_session import with_notes

NOTES, GOAL = 1_900, 5.0
"""Notes taken; seconds of the processor a paper may take."""


def figures() -> Iterator[Figure]:
    """Time each paper once a short one was made: libraries are read, and nothing of the long one is remembered."""
    begun = start(frozen().workshop("90"))
    short, left = with_notes(begun, 0), with_notes(begun, NOTES)
    for name, make in (("DOCX", to_docx.content), ("PDF", to_pdf.content)):
        make(short, "fr")
        began = time.process_time()
        make(left, "fr")
        yield Figure(f"minutes with {NOTES:,} notes, {name}", time.process_time() - began, "s", None, GOAL)

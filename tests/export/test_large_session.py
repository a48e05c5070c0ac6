"""A long session's papers: the work grows as its notes do, never as their square."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from docx.oxml.styles import CT_Styles
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.styles.styles import Styles

from game.core.moves.flow import TakeNote
from game.core.report import Report, report
from game.core.session import Session
from game.export.to_docx import content
from tests.export.conftest import do
from tests.export.reading import docx, words


def with_notes(session: Session, count: int) -> Report:
    for n in range(count):
        session = do(session, TakeNote(f"Note {n} : un lot de légumes de saison."))
    return report(session)


@contextmanager
def counted(patch: pytest.MonkeyPatch) -> Iterator[Counter[str]]:
    """Count what python-docx does that looks through a whole document: styles found by name, places found in a text."""
    counts: Counter[str] = Counter()

    def count(owner: Any, name: str) -> None:
        real = getattr(owner, name)

        def call(self: Any, *words: Any, **more: Any) -> Any:
            counts[name] += len(self) if name == "xpath" else 1  # a search is as long as what it looks through
            return real(self, *words, **more)

        patch.setattr(owner, name, call)

    for owner, name in ((Styles, "get_style_id"), (Styles, "__iter__"), (CT_Styles, "default_for"),
                        (CT_Styles, "get_by_name"), (BaseOxmlElement, "xpath")):  # fmt: skip
        count(owner, name)
    yield counts
    patch.undo()


def test_styles_are_not_looked_for_at_each_note(opened: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    found = []
    for notes in (0, 60):
        left = with_notes(opened, notes)
        with counted(monkeypatch) as counts:
            own = docx(content(left, "fr"))
        found.append(dict(counts))
    assert found[0] == found[1]
    assert sum("légumes de saison" in one for one in words(own)) == 60

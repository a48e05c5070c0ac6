"""Clauses one after the other, as a language sets them."""

from __future__ import annotations

from game.words.spacing import listed


def test_a_semicolon_has_its_space_in_french_alone() -> None:
    assert listed(["un", "deux"], "fr") == "un\u202f; deux"
    assert listed(["one", "two"], "en") == "one; two"
    assert listed(["one"], "en") == "one"

"""Whoever refuses gives what the sentence says: no reader ever meets a {path}."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from string import Formatter

from tests.house.sources import modules, strings
from tests.house.test_sentences import ERRORS, LANGS, sentences

ADDED = {"n", "path"}
"""`n` counts a limit (game/words/refusals.py); `path` is added where a session or a template is opened."""
PATH_ADDED = ("game/journal/codec.py", "game/desk/re", "game/desk/opening.py", "game/export/template/")
"""Rooms whose one door adds it: `open_session` and `purge`, `letter`."""
OBJECT = {"feature", "name"}
"""What says which object of a map it is: added by `reading` to whatever a part of it finds."""


def raised() -> Iterator[tuple[str, str, str, set[str]]]:
    """Give each error made with literal facts: where, its kind, its code, the names of its facts.

    A problem takes its facts as one value: they are held where each is found.
    """
    for path, tree in modules():
        for node in ast.walk(tree):
            kind = getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""
            if kind in ERRORS and kind != "Problem" and isinstance(node, ast.Call) and node.args:
                given = {word.arg for word in node.keywords if word.arg}
                if len(given) == len(node.keywords):  # **facts are those of another error, checked where it is made
                    yield from ((f"{path}:{node.lineno}", kind, code, given) for code in strings(node.args[0]))


def needed(key: str) -> set[str]:
    said = [sentence for lang in LANGS for sentence in sentences(lang).get(key, ())]
    return {name for sentence in said for _, name, _, _ in Formatter().parse(sentence) if name}


def added(where: str) -> set[str]:
    if where.startswith("game/content/maps/"):
        return {"n", *OBJECT}
    return ADDED if where.startswith(PATH_ADDED) else {"n"}


def test_every_error_is_made_with_the_facts_its_sentence_says():
    lacking = {
        f"{where} {code}": sorted(lacks)
        for where, kind, code, given in raised()
        if (lacks := needed(f"{ERRORS[kind]}.{code}") - given - added(where))
    }
    assert lacking == {}


def test_the_search_finds_them():
    found = {(kind, code) for _, kind, code, _ in raised()}
    assert {("JournalError", "truncated"), ("Refused", "family_full"), ("SetupError", "bad_day")} <= found

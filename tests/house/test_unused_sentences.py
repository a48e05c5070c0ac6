"""Every sentence of the catalogue is said: its key stands in the code, whole or put together from its words."""

from __future__ import annotations

import re
from functools import cache

from tests.house.sources import ROOT
from tests.house.test_sentences import sentences

WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
KEY = re.compile(r""""([a-zA-Z0-9_.-]+)"|'([a-zA-Z0-9_.-]+)'""")
MADE = (re.compile(r'\bf"([^"\n]*)"'), re.compile(r"\bf'([^'\n]*)'"))
"""Keys put together, one within another at times. The code is read as text: to parse it takes ten times as long."""


@cache
def code() -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """Give every word and every key the code says, and those it puts together, as patterns."""
    text = "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "game").rglob("*.py"))
    words = {*WORD.findall(text), *("".join(pair) for pair in KEY.findall(text))}
    made = {re.sub(r"\{[^{}]*\}", "\0", found) for kind in MADE for found in kind.findall(text)}
    keys = (one for one in made if re.fullmatch(r"[\0a-zA-Z0-9_.-]*[a-z][\0a-zA-Z0-9_.-]*", one))
    patterns = ("(.+?)".join(map(re.escape, one.split("\0"))) for one in sorted(keys))
    return frozenset(words | {one.lower() for one in words}), tuple(map(re.compile, patterns))


@cache
def named(key: str) -> bool:
    """Tell whether the code says a key: as it is, or by a pattern whose gaps hold words it says."""
    words, patterns = code()
    if key in words or key.isdigit():
        return True
    return any(all(_filled(gap) for gap in found.groups()) for one in patterns if (found := one.fullmatch(key)))


def _filled(gap: str) -> bool:
    return named(gap) or ("." in gap and all(map(named, gap.split("."))))


def test_no_sentence_is_left_that_no_code_says():
    own = [key for key in sentences("fr") if re.fullmatch(r"[a-zA-Z0-9_.-]+", key)]
    assert len(own) > 2000
    assert [key for key in own if not named(key)] == []


def test_what_no_code_says_is_found():
    assert named("board.month.05")
    assert named("refused.family_full")
    assert not named("spot.of_nothing_at_all")
    assert not named("refused.of_nothing_at_all")

"""Words people read: one name a thing, one inclusive form, nothing of the program's insides (issue 12)."""

from __future__ import annotations

import re

import pytest

from tests.house.test_sentences import LANGS, sentences

WRONG = {
    "fr": r"""\w·\w | \b(co-?présidents?|sourçage|scrutin|motifs?)\b(?!\() | déshabill | élu\ référent | PDCA
        | droit\ vérifié""",
    "en": r"""\bbefore\ VAT | (tender|bid|award)\ committee | starting\ point | \brenounce?d?\b(?!\}) | undress | \bmend
        | PDCA
        | \b(law\ )(checked|verified)""",
}
"""What has another name, by language: co-chairs are « la coprésidence », what is cut back is not « déshabillé »…"""
FOR_FILES = (
    "authoring.", "check.", "cli.", "error.", "fix.", "measure.", "measures.", "option.", "problem.", "schema.",
    "sheet.", "subjects.", "tables.", "template.", "town.", "workshop.",
)  # fmt: skip
"""Sentences of commands and of files, which speak to whoever types or writes them; all others reach the room."""
INSIDES = re.compile(
    r"[Ss][Hh][Aa]-?256|\bDECP\b|\bJSON\b|empreinte|\bhash\b|\bclap [a-z]+|--[a-z]+"
    r"|gestes? (gardé|du journal)|gestures? (kept|of)"
)
ASKS_FOR_FILES = re.compile(r"opendata\.(other|path|which|error)|agenda\.which|\.help$|\.option\.|export\.(wrote|help)")


def said(lang: str):
    return (
        (key, one) for key, every in sentences(lang).items() for one in every if re.fullmatch(r"[a-zA-Z0-9_.-]+", key)
    )


@pytest.mark.parametrize("lang", LANGS)
def test_one_name_a_thing(lang):
    wrong = re.compile(WRONG[lang], re.VERBOSE | re.IGNORECASE)
    assert [(key, one) for key, one in said(lang) if wrong.search(one)] == []


@pytest.mark.parametrize("lang", LANGS)
def test_no_insides_of_the_program_before_elected_members(lang):
    told = [
        (key, one)
        for key, one in said(lang)
        if not key.startswith(FOR_FILES) and not ASKS_FOR_FILES.search(key) and INSIDES.search(one)
    ]
    assert told == []


@pytest.mark.parametrize("lang", LANGS)
def test_apostrophes_are_typed_straight_and_curled_when_shown(lang):
    assert [key for key, one in said(lang) if "\u2019" in one] == []

"""Every sentence exists in French and English, says the same facts, and is compiled."""

from __future__ import annotations

import ast
import re
from collections import Counter
from functools import cache
from gettext import GNUTranslations
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from game.words.catalogue import COMPILED, languages
from tests.house.sources import LOCALE, calls, strings

LANGS = ("fr", "en")
PO_FILES = sorted(LOCALE.glob("*/LC_MESSAGES/*.po"))
ERRORS = {
    "Refused": "refused",
    "JournalError": "error",
    "ExportError": "error",
    "SetupError": "error",
    "MapFault": "problem",
    "Problem": "problem",
}


@cache
def sentences(lang: str) -> dict[str, tuple[str, ...]]:
    """Give all the sentences of a language by key; a plural has several."""
    found: dict[str, tuple[str, ...]] = {}
    for file in sorted((LOCALE / lang / "LC_MESSAGES").glob("*.po")):
        found.update(domain(file))
    return found


@cache
def domain(file):
    with file.open("rb") as source:
        read = read_po(source, abort_invalid=True)
    return {
        message.id if isinstance(message.id, str) else message.id[0]: (
            (message.string,) if isinstance(message.string, str) else tuple(message.string)
        )
        for message in read
        if message.id
    }


def names(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_french_and_english_have_the_same_keys():
    french, english = (set(sentences(lang)) for lang in LANGS)
    assert sorted(french ^ english) == []


def test_no_key_is_in_two_domains():
    for lang in LANGS:
        keys = Counter(key for file in PO_FILES if file.parts[-3] == lang for key in domain(file))
        assert [key for key, count in keys.items() if count > 1] == []


def test_no_sentence_is_empty():
    assert [key for lang in LANGS for key, said in sentences(lang).items() if not all(said)] == []


def test_the_same_facts_are_said_in_both_languages():
    french, english = (sentences(lang) for lang in LANGS)
    differ = {
        key: (facts, theirs)
        for key in french.keys() & english.keys()
        if (facts := set.union(*map(names, french[key]))) != (theirs := set.union(*map(names, english[key])))
    }
    assert differ == {}


def test_facts_are_plain_names():
    """No {x.y}, {x[0]} or {x:.2f}: how a number is written is the language's, not the sentence's.

    click's own sentences, whose keys are English sentences, are written in its way.
    """
    odd = [
        key
        for lang in LANGS
        for key, said in sentences(lang).items()
        if re.fullmatch(r"[a-zA-Z0-9_.-]+", key)
        for sentence in said
        for _, name, form, conversion in Formatter().parse(sentence)
        if form or conversion or (name is not None and not re.fullmatch(r"[a-z_][a-z0-9_]*", name))
    ]
    assert odd == []


def test_french_spaces():
    """A narrow no-break space before ; ? ! and inside « », a no-break one before : % €."""
    wrong = re.compile(r"[^\u202f?!…(\s][?!](?=\s|$)|[^\u202f\s&];(?=\s|$)| [;?!:»%€]|« |«[^\u202f]|[^\u202f]»|\d[%€]")
    odd = {key: said for key, all_said in sentences("fr").items() for said in all_said if wrong.search(said)}
    assert odd == {}


@pytest.mark.parametrize("file", PO_FILES, ids=lambda file: f"{file.parts[-3]}-{file.stem}")
def test_the_compiled_catalogue_is_in_step(file):
    with file.with_name(COMPILED).open("rb") as source:
        texts = GNUTranslations(source)
    for key, said in domain(file).items():
        if len(said) == 1:
            assert texts.gettext(key) == said[0], "make messages"
        else:
            assert texts.ngettext(key, key, 1) == said[0], "make messages"
            assert texts.ngettext(key, key, 0) == said[0 if file.parts[-3] == "fr" else -1], "make messages"
            assert texts.ngettext(key, key, 5) == said[-1], "make messages"


def test_no_compiled_catalogue_is_left_behind():
    assert {file.name for file in LOCALE.glob("*/LC_MESSAGES/*.mo")} == {COMPILED}
    assert set(languages()) == {file.parts[-3] for file in PO_FILES}


@pytest.mark.parametrize("kind", ERRORS)
def test_every_error_code_has_its_sentence(kind):
    codes = {f"{ERRORS[kind]}.{code}": where for where, first in calls(kind) for code in strings(first)}
    for lang in LANGS:
        assert {key: where for key, where in codes.items() if key not in sentences(lang)} == {}, lang


def test_the_refusals_of_the_rules_are_found():
    """The search above finds the codes: one known from the rules is among them."""
    assert "family_full" in {code for _, first in calls("Refused") for code in strings(first)}


def test_every_key_said_in_the_code_has_its_sentence():
    said = (*calls("say"), *calls("command", "Group", "option", at=1))
    keys = {key: where for where, first in said for key in strings(first) if "." in key}
    assert {"home.title", "cli.play", "cli.deck", "cli.option.buyer"} <= keys.keys()
    for lang in LANGS:
        tails = {key.partition(".")[2] for key in sentences(lang)}  # a room may say its keys without its prefix
        assert {key: where for key, where in keys.items() if key not in sentences(lang) and key not in tails} == {}, (
            lang
        )


def test_every_family_of_keys_said_in_the_code_has_a_sentence():
    """A key put together, f"load.{kind}", has at least one sentence that fits; a room may put its prefix before it."""
    for where, first in calls("say"):
        if isinstance(first, ast.JoinedStr):
            parts = [re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+" for part in first.values]
            shape = re.compile(r"(?:[a-z]+\.)?" + "".join(parts))
            assert any(shape.fullmatch(key) for key in sentences("fr")), f"{where}: {shape.pattern}"

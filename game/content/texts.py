"""Texts for people: in the languages a file promises, within their limit, noted where they must fit."""

from __future__ import annotations

import re

from game.content.broken.blame import dressed
from game.content.nodes import STRIDE, Broken, Mapping, Node, Scalar
from game.content.spec import Field
from game.content.syntax import office_accident
from game.content.walk import BAD, NONE, Said, Walk, language_texts
from game.core.text import Text, same

_MARKUP = re.compile(
    r"</?(?:b|i|u|s|em|strong|br|p|div|span|font|h[1-6]|[uo]l|li|su[bp]|a)(?:\s[^<>]*)?/?>"
    r"|&(?:[a-z]{2,8}|#\d{1,6});|\*\*(?=\S)[^*\n]+\*\*",
    re.IGNORECASE,
)


def words(walk: Walk, what: Field, node: Node, key: str) -> object:
    """Read a text in every language of the file, or one plain text for them all."""
    if isinstance(node, Scalar):
        said = _fit(walk, what, node, key, "")
        return BAD if said is None else _everywhere(walk, said)
    if not isinstance(node, Mapping):
        return walk.fault("expected_words", node, key=key, languages=", ".join(walk.languages))
    return _translations(walk, what, node, key)


def _everywhere(walk: Walk, said: str) -> Text:
    """Make a text of a plain one: of the file's language where it has but one, else the same in each."""
    return language_texts({walk.languages[0]: said}) if len(walk.languages) == 1 else same(said)


def _translations(walk: Walk, what: Field, node: Mapping, key: str) -> object:
    texts: dict[str, str] = {}
    sound = True
    for code, value in node.pairs:
        if code.value not in walk.languages:
            if code.line >= STRIDE:  # the deck this one extends speaks more languages than this one promises
                continue
            accident = office_accident(code.value)
            if accident:
                walk.fault(accident[0], code)
            else:
                walk.suggest("no_language", code, code.value, walk.languages, languages=", ".join(walk.languages))
            sound = False
            continue
        said = _fit(walk, what, value, key, code.value)
        sound = sound and said is not None
        texts[code.value] = said or ""
    if sound:
        _compared(walk, node, key, texts)
    return language_texts(texts) if sound else BAD


def _compared(walk: Walk, node: Mapping, key: str, texts: dict[str, str]) -> None:
    """Say which translation is missing, or is the same sentence as another one."""
    for language in walk.languages:
        if not texts.get(language):
            walk.fault("translation_missing", node, key=key, language=language)
    said = list(texts.values())
    if len(set(said)) < len(said) and len(said) > 1 and _sentence(said[-1]):
        walk.fault("translation_same", node, key=key)


def _sentence(text: str) -> bool:
    """Tell a sentence, which is another one in another language, from a name, a figure or a reference."""
    return len(re.findall(r"[^\W\d_]{2,}", text)) >= 4


def markup(text: str) -> re.Match[str] | None:
    """Give the first sign of a page's or of a notepad's layout in a text: they are shown as they are."""
    return _MARKUP.search(text)


def _looked_at(walk: Walk, found: Scalar) -> None:
    """Say what will be shown though it was meant for a program: quotes that hold the text, signs of layout."""
    if found.plain and found.value and dressed(found.value):
        walk.fault("quotes_shown", found, sign=found.value[0])
    sign = markup(found.value)
    if sign is not None:
        walk.fault("markup_shown", found, sign=sign[0])


def _fit(walk: Walk, what: Field, node: Node, key: str, language: str) -> str | None:
    """Give a text that stands within its limit."""
    if isinstance(node, Broken):
        return None
    found = walk.word(node, key)
    if found is None:
        return None
    said = "" if language and found.plain and found.value in NONE and not walk.held else found.value.strip()
    if not walk.held:
        _looked_at(walk, found)
    if what.limit and len(said) > what.limit:
        code = "too_long" if language else "too_long_alone"
        count = len(said)
        walk.fault(code, found, key=key, language=language, count=count, limit=what.limit, over=count - what.limit)
        return None
    walk.texts.append(Said(what.fit, walk.owner, language, found, said))
    return said

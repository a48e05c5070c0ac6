"""How a value is written in YAML: as the deck around it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import wrap

from game.authoring.sheet.columns import NUMBERS, listed
from game.authoring.sheet.wanted import Want
from game.content.spans import Spot
from game.content.spec import Field, Shape

WIDTH, FOLD = 116, 100
"""Signs of a line: two languages stand on one line when they fit; where a folded text is broken."""
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_NUMBER = re.compile(r"[-+]?\d+(\.\d+)?")
_GUESSED = frozenset({"y", "n", "yes", "no", "true", "false", "on", "off", "null"})
"""Words an editor would take for something else than a text."""
_BARE = ("id", "choice", "ref", "icon", "token", "letter", "former", "yesno")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\x85": "\\N", "\u2028": "\\L", "\u2029": "\\P"}


def quoted(text: str) -> str:
    """Write a text between double quotes."""
    return '"' + "".join(_ESCAPES.get(sign, sign) for sign in text) + '"'


def token(field: Field, text: str) -> str:
    """Write one value: numbers and ids bare, texts between quotes."""
    if field.kind in NUMBERS and _NUMBER.fullmatch(text):
        return text
    if field.kind in _BARE and _WORD.fullmatch(text) and (text.lower() not in _GUESSED or field.kind == "yesno"):
        return text
    return quoted(text)


def restyled(spot: Spot, source: str, field: Field, text: str, line_end: str) -> Iterator[str]:
    """Give the ways to write another text where one stands, the way it is written now first."""
    if spot.style in ("|", ">"):
        yield from _block(spot, source, text, line_end)
    if spot.style == "'" and "\n" not in text:
        yield "'" + text.replace("'", "''") + "'"
    if not spot.style:
        bare = text.lower() not in _GUESSED and not _NUMBER.fullmatch(text)
        yield text if bare and spot.value and "\n" not in text else token(field, text)
    yield quoted(text)


def _block(spot: Spot, source: str, text: str, line_end: str) -> Iterator[str]:
    head, *body = source[spot.start : spot.end].split(line_end)
    first = next((line for line in body if line.strip()), "")
    margin = first[: len(first) - len(first.lstrip(" "))]
    paragraphs = text.split("\n")
    if spot.style == "|":
        lines = paragraphs
    else:
        folded = [wrap(one, FOLD, break_long_words=False, break_on_hyphens=False) for one in paragraphs]
        lines = [line for at, one in enumerate(folded) for line in (["", *one] if at else one)]
    yield line_end.join([head, *(margin + line if line else "" for line in lines)])


def entry(name: str, field: Field, want: Want, margin: str, line_end: str, *, flow: bool) -> str:
    """Write `key: value`; `margin` is what stands before the key on its line."""
    line = f"{name}: {_flow(field, want)}"
    if flow or (_short(field) and (field.kind != "words" or len(margin) + len(line) <= WIDTH)):
        return line
    inner = margin + "  "
    if isinstance(want, list):
        assert field.of is not None
        assert field.of.shape is not None
        things = [
            item(field.of.shape, one, inner, line_end, flow=_plain(field.of)) for one in want if isinstance(one, dict)
        ]
        return f"{name}:" + "".join(f"{line_end}{inner}- {one}" for one in things)
    assert isinstance(want, dict)
    return f"{name}:" + "".join(f"{line_end}{inner}{one}" for one in _entries(field, want, inner, line_end))


def _entries(field: Field, want: dict[str, Want], margin: str, line_end: str) -> list[str]:
    if field.kind == "words":
        return [f"{lang}: {quoted(str(text))}" for lang, text in want.items()]
    assert field.shape is not None
    known = field.shape.fields
    return [entry(name, known[name], value, margin, line_end, flow=False) for name, value in want.items()]


def item(what: Shape, want: dict[str, Want], margin: str, line_end: str, *, flow: bool) -> str:
    """Write a thing of a list, after its dash; `margin` is what stands before the dash."""
    if flow:
        return _flow(Field("thing", shape=what), want)
    inner = margin + "  "
    entries = [entry(name, what.fields[name], value, inner, line_end, flow=False) for name, value in want.items()]
    return f"{line_end}{inner}".join(entries)


def _short(field: Field) -> bool:
    """Tell whether a value goes on the line of its key."""
    if field.kind == "thing":
        return _plain(field)
    return field.kind != "list" or listed(field)


def _plain(field: Field) -> bool:
    """Tell whether a thing is made of numbers and ids alone."""
    if field.shape is None:
        return False
    return all(one.kind in (*NUMBERS, *_BARE) for one in field.shape.fields.values())


def _flow(field: Field, want: Want) -> str:
    if isinstance(want, str):
        return token(field, want)
    if isinstance(want, list):
        of = field.of if field.of is not None else Field("id")
        return "[" + ", ".join(_flow(of, one) for one in want if one is not None) + "]"
    if field.kind == "words":
        return "{" + ", ".join(f"{lang}: {quoted(str(text))}" for lang, text in want.items()) + "}"
    assert field.shape is not None
    known = field.shape.fields
    return "{" + ", ".join(f"{name}: {_flow(known[name], value)}" for name, value in want.items()) + "}"

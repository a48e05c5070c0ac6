"""The kinds of values: each reads one node, and says what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from math import floor

from game.content import pictures
from game.content.licences import unknown
from game.content.near import icons, slug
from game.content.nodes import Listing, Mapping, Node, Scalar
from game.content.spec import Field
from game.content.texts import words
from game.content.unlisted import no_list
from game.content.walk import BAD, IDENTIFIER, Walk

_TOKEN = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")
_WHOLE = re.compile(r"[-+]?\d{1,12}", re.ASCII)
_NUMBER = re.compile(r"[-+]?\d{1,12}(\.\d{1,6})?", re.ASCII)
_YES, _NO = frozenset({"true", "yes", "oui"}), frozenset({"false", "no", "non"})
PATTERNS = {
    "month": re.compile(r"[1-9]\d{3}-(0[1-9]|1[0-2])", re.ASCII),
    "day": re.compile(r"[1-9]\d{3}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?", re.ASCII),
    "month_day": re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", re.ASCII),
    "colour": re.compile(r"#[0-9A-Fa-f]{6}"),
    "letter": re.compile(r"\w"),
    "cpv": re.compile(r"\d{8}(-\d)?", re.ASCII),
    "cpv_start": re.compile(r"\d{1,8}", re.ASCII),
    "code": re.compile(r"[^\W_]{1,30}(-[^\W_]{1,30}){0,3}"),
    "token": _TOKEN,
    "yaml": re.compile(r"[\w-][\w.-]*\.ya?ml", re.IGNORECASE),
    "web": re.compile(r"https?://[\w.-]+(/[!-~]*)?", re.ASCII),
    "map": re.compile(r"[\w-][\w.-]*\.(geo)?json", re.IGNORECASE),
}
LATELY = frozenset({"code"})
"""Kinds that were held to nothing once: what a session keeps of them was played, and still is."""
_CODE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})?")
ID_LIMIT = 60


def _text(walk: Walk, _: Field, node: Node, key: str) -> object:
    found = walk.word(node, key)
    return BAD if found is None else found.value.strip()


def _typed(walk: Walk, node: Node, key: str) -> Scalar | None:
    """Give a scalar that an office suite has not dressed up."""
    found = walk.word(node, key)
    if found is not None and found.value[:1] in "“”„‘’«" and found.value:
        walk.fault("smart_quotes", found)
        return None
    return found


def _whole(walk: Walk, what: Field, node: Node, key: str) -> object:
    found = _typed(walk, node, key)
    if found is None:
        return BAD
    if not _WHOLE.fullmatch(found.value):
        return _not_number(walk, "bad_whole", found, key)
    return _between(walk, what, found, key, int(found.value))


def _number(walk: Walk, what: Field, node: Node, key: str) -> object:
    found = _typed(walk, node, key)
    if found is None:
        return BAD
    if not _NUMBER.fullmatch(found.value):
        return _not_number(walk, "bad_number", found, key)
    return _between(walk, what, found, key, float(found.value))


def _not_number(walk: Walk, code: str, found: Scalar, key: str) -> object:
    """Say that a value is no number; one typed the French way is shown as it should be."""
    meant = re.sub(r"(?<=\d)[\s_\u00a0\u202f](?=\d{3})", "", found.value.removesuffix("%").strip()).replace(",", ".")
    pattern = _WHOLE if code == "bad_whole" else _NUMBER
    if pattern.fullmatch(meant):
        return walk.fault(f"{code}_near", found, key=key, value=found.value, near=meant)
    if code == "bad_whole" and _NUMBER.fullmatch(meant):
        low = floor(float(meant))
        return walk.fault("bad_whole_between", found, key=key, value=found.value, low=low, high=low + 1)
    return walk.fault(code, found, key=key, value=found.value)


def _between(walk: Walk, what: Field, found: Scalar, key: str, given: float) -> object:
    if what.low <= given <= what.high:
        return given
    return walk.fault("out_of_range", found, key=key, value=found.value, low=f"{what.low:g}", high=f"{what.high:.12g}")


def _baseline(walk: Walk, what: Field, node: Node, key: str) -> object:
    if isinstance(node, Scalar) and node.plain and node.value in ("null", "~"):
        return None
    return _number(walk, what, node, key)


def _id(walk: Walk, _: Field, node: Node, key: str) -> object:
    found = _typed(walk, node, key)
    if found is None:
        return BAD
    if IDENTIFIER.fullmatch(found.value) and len(found.value) <= ID_LIMIT:
        return found.value
    near = slug(found.value)
    if near:
        return walk.fault("bad_id_near", found, value=found.value, near=near)
    return walk.fault("bad_id", found, value=found.value)


def _choice(walk: Walk, what: Field, node: Node, key: str) -> object:
    found = _typed(walk, node, key)
    if found is None:
        return BAD
    if found.value in what.choices:
        return found.value
    return walk.suggest("bad_choice", found, found.value, what.choices, key=key, choices=", ".join(what.choices))


def _yes_no(walk: Walk, _: Field, node: Node, key: str) -> object:
    found = _typed(walk, node, key)
    if found is None:
        return BAD
    given = found.value.lower()
    if given in _YES | _NO:
        return given in _YES
    return walk.fault("bad_yesno", found, key=key, value=found.value)


def _ref(walk: Walk, what: Field, node: Node, key: str) -> object:
    found = _typed(walk, node, key)
    if found is not None and re.search(r";\s*\w", found.value):
        return walk.fault("list_semicolon", found, near=re.sub(r"\s*;\s*", ", ", found.value))
    return BAD if found is None else walk.point(what.to, found)


def _icon(walk: Walk, _: Field, node: Node, key: str) -> object:
    found = _typed(walk, node, key)
    if found is None:
        return BAD
    known = icons()
    if not known or found.value in known:
        return found.value
    return walk.suggest("bad_icon", found, found.value, known)


def _pattern(walk: Walk, what: Field, node: Node, key: str) -> object:
    found = _typed(walk, node, key)
    if found is None:
        return BAD
    if PATTERNS[what.kind].fullmatch(found.value) or (walk.held and what.kind in LATELY):
        return found.value
    return walk.fault(f"bad_{what.kind}", found, key=key, value=found.value)


def _day(walk: Walk, what: Field, node: Node, key: str) -> object:
    """Read a month or a day of the calendar."""
    found = _pattern(walk, what, node, key)
    if not isinstance(found, str) or walk.held or len(found) < 10:
        return found
    try:
        date.fromisoformat(found)
    except ValueError:
        return walk.fault("no_such_day", node, key=key, value=found)
    return found


def _list(walk: Walk, what: Field, node: Node, key: str) -> object:
    if not isinstance(node, Listing):
        return no_list(walk, what, node, key)
    if len(node.items) < what.low or (what.high and len(node.items) > what.high):
        code = "pair_size" if what.high == what.low == 2 else "list_short"
        return walk.fault(code, node, key=key, low=int(what.low), count=len(node.items))
    assert what.of is not None
    found = [walk.value(what.of, item, key) for item in node.items]
    if what.of.kind == "ref":
        _said_once(walk, node)
    return BAD if BAD in found else tuple(found)


def _said_once(walk: Walk, node: Listing) -> None:
    seen: dict[str, Scalar] = {}
    for item in node.items:
        if isinstance(item, Scalar) and seen.setdefault(item.value, item) is not item:
            walk.twice("item_twice", item, seen[item.value], value=item.value)


def _thing(walk: Walk, what: Field, node: Node, key: str) -> object:
    assert what.shape is not None
    return walk.thing(what.shape, node, key)


def _languages(walk: Walk, _: Field, node: Node, key: str) -> object:
    """Read the languages the file promises: the texts that follow are held to them."""
    found = _list(walk, Field("list", low=1, of=Field("text")), node, key)
    if not isinstance(found, tuple) or not isinstance(node, Listing):
        return BAD
    for item, code in zip(node.items, found, strict=True):
        if not _CODE.fullmatch(code):
            return walk.fault("bad_language", item, value=code)
    walk.languages = found
    return found


def _former(walk: Walk, _: Field, node: Node, key: str) -> object:
    """Read the ids a card had before: they must not be in use."""
    return _list(walk, Field("list", of=Field("id")), node, key)


def _extends(walk: Walk, _: Field, node: Node, key: str) -> object:
    """Say that a deck that extends another is read from its folder, where the other can be found."""
    return walk.fault("extends_alone", node)


def _needs_base(walk: Walk, _: Field, node: Node, key: str) -> object:
    return walk.fault("needs_base", node, key=key)


def _image(walk: Walk, _: Field, node: Node, key: str) -> object:
    """Read the path of a picture, under the deck's own `images` folder and nowhere else."""
    found = _typed(walk, node, key)
    if found is None:
        return BAD
    fault = pictures.path_fault(found.value)
    if fault == "image_outside":
        return walk.suggest("image_outside", found, found.value, dict.fromkeys(walk.pictures()))
    if fault:
        return walk.fault(fault, found, value=found.value, kinds=", ".join(pictures.KINDS))
    walk.images.append(found)
    return found.value


def _licence(walk: Walk, _: Field, node: Node, key: str) -> object:
    """Read an SPDX expression; a licence nobody knows is said, and kept."""
    found = _typed(walk, node, key)
    if found is None:
        return BAD
    wrong, known = unknown(found.value)
    if wrong:
        walk.suggest("licence_unknown", found, wrong, known)
    return found.value.strip()


def _notes(walk: Walk, what: Field, node: Node, key: str) -> object:
    """Read words by card id: what a card of the deck means in this town."""
    if not isinstance(node, Mapping):
        return walk.fault("expected_thing", node, key=key)
    found = [(walk.point("card", card), walk.value(Field("words"), said, key)) for card, said in node.pairs]
    return BAD if any(BAD in pair for pair in found) else tuple(found)


def _format(walk: Walk, what: Field, node: Node, key: str) -> object:
    found = walk.word(node, key)
    if found is None:
        return BAD
    known = [str(number) for number in range(1, int(what.high) + 1)]
    if found.value not in known:
        walk.format = int(what.high)  # the number is the fault: no key is told to be too new for it
        return walk.fault("bad_format", found, value=found.value, known=", ".join(known))
    walk.format = int(found.value)
    return walk.format


KINDS: dict[str, Callable[[Walk, Field, Node, str], object]] = {
    "text": _text,
    "words": words,
    "whole": _whole,
    "number": _number,
    "baseline": _baseline,
    "id": _id,
    "choice": _choice,
    "yesno": _yes_no,
    "ref": _ref,
    "icon": _icon,
    "list": _list,
    "thing": _thing,
    "languages": _languages,
    "former": _former,
    "format": _format,
    "notes": _notes,
    "extends": _extends,
    "needs_base": _needs_base,
    "image": _image,
    "licence": _licence,
    **dict.fromkeys(PATTERNS, _pattern),
    "day": _day,
}

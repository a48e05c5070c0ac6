"""A deck that extends another: one tree of the two, every node still knowing its file (nodes.py, STRIDE)."""

from __future__ import annotations

from game.content.deckspec import NOT_KEPT, SPEC
from game.content.nodes import LOST, Listing, Mapping, Node, Scalar
from game.content.walk import Walk

SECTIONS = ("axes", "stages", "families", "issues", "levers", "events", "tensions", "synergies",
            "glossary", "reasons", "pages")  # fmt: skip
CARDS = ("issues", "levers", "events")
GLUED = ("authors", "credits")
"""Whom the base owes its words to is still owed by what is made of it."""
OWN = ("id", "version")
POINTING = {"answers": True, "cancelled_by": False}
"""Keys of cards that list other cards; whether one at least must stay."""
Root = dict[str, Node]
Fields = dict[str, tuple[Scalar, Node]]


def keyed(walk: Walk, node: Mapping) -> Root:
    """Give the values of a file's head by key, a misspelt key under its right name (and said), a lost line's too."""
    return walk.keys(SPEC.fields, node) | {key.value: value for key, value in node.pairs if key.value == LOST}


def merged(walk: Walk, own: Root, base: Root) -> Root:
    """Give what a deck is, once the one it extends is changed as it asks."""
    base = _left(walk, own, base)
    base = _changed(walk, own, base)
    made: Root = {}
    for name in SPEC.fields:
        if name in NOT_KEPT[1:]:
            continue
        found = _joined(name, own.get(name), None if name in OWN else base.get(name))
        if found is not None:
            made[name] = found
    return made


def tree(root: Root, like: Node) -> Mapping:
    """Give a head as a node again, at the place of another."""
    return Mapping(like.line, like.column, tuple((Scalar(value.line, 0, key), value) for key, value in root.items()))


def _joined(name: str, own: Node | None, base: Node | None) -> Node | None:
    if own is None or base is None:
        return base if own is None else own
    lists = isinstance(own, Listing) and isinstance(base, Listing)
    if lists and (name in SECTIONS or name in GLUED):
        assert isinstance(own, Listing)
        assert isinstance(base, Listing)
        known = {one.value for one in base.items if isinstance(one, Scalar)}
        fresh = tuple(one for one in own.items if not (isinstance(one, Scalar) and one.value in known))
        return Listing(own.line, own.column, (*base.items, *fresh))
    if name == "format" and isinstance(own, Scalar) and isinstance(base, Scalar):
        return max(own, base, key=lambda one: one.value)  # what the base says in its format stays said
    if name == "rules" and isinstance(own, Mapping) and isinstance(base, Mapping):
        said = {key.value for key, _ in own.pairs}
        kept = tuple(pair for pair in base.pairs if pair[0].value not in said)
        return Mapping(own.line, own.column, (*kept, *own.pairs))
    return own


def card_id(node: Node) -> str:
    """Give the id of a card's node, if it has one."""
    pairs = node.pairs if isinstance(node, Mapping) else ()
    return next((value.value for key, value in pairs if key.value == "id" and isinstance(value, Scalar)), "")


def _cards(base: Root) -> dict[str, Mapping]:
    lists = [found for name in CARDS if isinstance(found := base.get(name), Listing)]
    return {card_id(one): one for each in lists for one in each.items if isinstance(one, Mapping) and card_id(one)}


def _left(walk: Walk, own: Root, base: Root) -> Root:
    """Leave out the cards that `remove` names, and the pairs that no longer have both cards."""
    asked = own.get("remove")
    if asked is None:
        return base
    if not isinstance(asked, Listing):
        walk.fault("expected_list", asked, key="remove")
        return base
    known = dict.fromkeys(_cards(base))
    for one in asked.items:
        if isinstance(one, Scalar) and one.value in known:
            walk.removed[one.value] = one
        elif isinstance(one, Scalar):
            walk.suggest("no_base_card", one, one.value, known)
        else:
            walk.fault("expected_value", one, key="remove")
    return {name: _without(walk, name, node) for name, node in base.items()}


def _without(walk: Walk, name: str, node: Node) -> Node:
    if name not in SECTIONS or not isinstance(node, Listing):
        return node
    return node._replace(items=tuple(_parted(walk, one) for one in node.items if not _gone(walk, one)))


def _parted(walk: Walk, card: Node) -> Node:
    """Take what was left out out of what a card answers or is cancelled by; the last answer stays, to be told of."""
    if not isinstance(card, Mapping):
        return card
    return card._replace(pairs=tuple((key, _rest(walk, key, value)) for key, value in card.pairs))


def _rest(walk: Walk, key: Scalar, value: Node) -> Node:
    if key.value not in POINTING or not isinstance(value, Listing):
        return value
    rest = tuple(one for one in value.items if not (isinstance(one, Scalar) and one.value in walk.removed))
    return value._replace(items=rest) if rest or not POINTING[key.value] else value


def _gone(walk: Walk, one: Node) -> bool:
    pair = [value for key, value in one.pairs if key.value == "pair"] if isinstance(one, Mapping) else []
    ends = pair[0].items if pair and isinstance(pair[0], Listing) else ()
    return card_id(one) in walk.removed or any(isinstance(end, Scalar) and end.value in walk.removed for end in ends)


def _changed(walk: Walk, own: Root, base: Root) -> Root:
    """Replace the fields that `override` gives, card by card; a list is replaced whole."""
    asked = own.get("override")
    if asked is None:
        return base
    if not isinstance(asked, Mapping):
        walk.fault("expected_thing", asked, key="override")
        return base
    known = _cards(base)
    changes: dict[str, Mapping] = {}
    for name, fields in asked.pairs:
        if name.value in walk.removed:
            walk.twice("override_removed", name, walk.removed[name.value], value=name.value)
        elif name.value not in known:
            walk.suggest("no_base_card", name, name.value, dict.fromkeys(known))
        elif isinstance(fields, Mapping):
            changes[name.value] = _card(walk, known[name.value], fields)
        else:
            walk.fault("expected_thing", fields, key=name.value)
    return {name: _with(name, node, changes) for name, node in base.items()}


def _card(walk: Walk, card: Mapping, fields: Mapping) -> Mapping:
    given = {key.value for key, _ in fields.pairs}
    for key, _ in fields.pairs:
        if key.value == "id":
            walk.fault("override_id", key)
    kept = tuple(pair for pair in card.pairs if pair[0].value not in given or pair[0].value == "id")
    return card._replace(pairs=(*kept, *(pair for pair in fields.pairs if pair[0].value != "id")))


def _with(name: str, node: Node, changes: dict[str, Mapping]) -> Node:
    if name not in CARDS or not isinstance(node, Listing):
        return node
    return node._replace(items=tuple(changes.get(card_id(one), one) for one in node.items))

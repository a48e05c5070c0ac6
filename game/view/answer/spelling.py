"""A card carried by the keyboard goes where a name is typed: search, Enter, a few letters of the place, Enter."""

from __future__ import annotations

import re
from dataclasses import replace

from game.core.months import plain
from game.view.answer.input import Key
from game.view.answer.intents import EditField
from game.view.answer.landing import Target
from game.view.answer.pressing import Step, press
from game.view.answer.ui import Held, Spelled, Ui, with_pair
from game.view.tree.node import Node


def spelled(held: Held, event: Key, targets: tuple[Target, ...]) -> Held:
    """Add a letter, or take the last one back; the card goes over the first target so named, if there is one."""
    now = held.spelled
    text = now.text[:-1] if event.name == "backspace" else now.text + plain(event.name)
    found = _best(targets, text) if text else held.over
    return replace(held, over=found, spelled=replace(now, text=text)) if found else held


def letter(event: Key) -> bool:
    """Tell whether a key is one of a name: a letter, or what takes it back. Digits are left alone (AZERTY)."""
    return not (event.ctrl or event.alt) and (
        event.name == "backspace" or (len(event.name) == 1 and event.name.isalpha())
    )


def _best(targets: tuple[Target, ...], text: str) -> str:
    """Give the key of the target best named by letters, none if none is.

    Places, rows and issues come before the tabs on a place, which name both; then names that begin so.
    """
    ranks = [(target.key.count(":") > 1, _word(target.name, text), i) for i, target in enumerate(targets)]
    best = min((rank for rank in ranks if rank[1] >= 0), default=None)
    return targets[best[2]].key if best is not None else ""


def _word(name: str, text: str) -> int:
    """Give which word of a name letters begin, spaces left out; -1 if they begin none."""
    words = re.findall(r"[^\W_]+", plain(name))
    return next((i for i in range(len(words)) if "".join(words[i:]).startswith(text)), -1)


def found_by(tree: Node, key: str) -> Node | None:
    """Give the first thing to lift among what a search shows: in the smallest group around its field."""
    around = [node for node in tree.walk() if node.find(key) is not None and _lifted(node) is not None]
    return _lifted(around[-1]) if around else None


def _lifted(node: Node) -> Node | None:
    return next((one for one in node.walk() if one.drags is not None), None)


def resumed(step: Step, tree: Node, held: Held) -> Step:
    """Go back to the search a card came from, for the next one; once the table has its answer, if it asks."""
    ui, effects = step
    back = held.spelled.back
    node = tree.find(back) if back else None
    if node is None or not isinstance(node.does, EditField):
        return step
    ui = replace(ui, texts=with_pair(ui.texts, back, None), focus=back, focus_seen=True)
    if ui.choice is not None:
        return ui, effects
    ui, more = press(ui, replace(node.does, text=""))
    return ui, (*effects, *more)


def carried_from(ui: Ui, key: str) -> Ui:
    """Note that what the keyboard just lifted came from a search."""
    held = tuple(replace(h, spelled=Spelled(back=key)) if h.pointer == "keys" else h for h in ui.held)
    return replace(ui, held=held)

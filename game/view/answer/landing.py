"""Where what is held may land: read off the board that is shown, at that moment, by key. No pixel of it is kept.

What the rules say of a spot holds as long as the session (`asked`); where the spot lies is another matter (`landing`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from game.core.frozen import dataclass
from game.core.session import Session
from game.core.town import inside
from game.view.answer.gestures import Meaning, Rules, Ruling
from game.view.answer.ui import Held
from game.view.tree.box import Box
from game.view.tree.looks import Points
from game.view.tree.node import Lit, Node, cut, in_sight, top_layer


@dataclass(frozen=True, slots=True)
class Target:
    """A place of the board that takes what is held, or refuses it: its node's key, where it is in sight, the ruling."""

    key: str
    name: str
    box: Box
    ruling: Ruling
    shape: Points = ()
    lit: Lit | None = None

    @property
    def tone(self) -> str:
        """Give legal, answers or tension: how it lights up."""
        return self.ruling.legal[0].tone

    @property
    def why(self) -> str:
        """Give the sentence that tells the room why it answers or pulls."""
        return self.ruling.legal[0].why

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point is on it."""
        return self.box.holds(x, y) and (not self.shape or inside(self.shape, x, y))


@dataclass(frozen=True, slots=True)
class Landing:
    """What a board offers to what is held: where it lies if in sight, its targets in reading order, what refuses."""

    home: Box | None = None
    targets: tuple[Target, ...] = ()
    barred: tuple[Target, ...] = ()

    @property
    def walked(self) -> tuple[Target, ...]:
        """Give one target a spot, in reading order: what is shown twice is walked once, where it is shown last."""
        last = {target.ruling.spot: target for target in self.targets}
        return tuple(target for target in self.targets if last[target.ruling.spot] is target)

    def named(self, key: str) -> Target | None:
        """Give the target of a key."""
        return next((target for target in self.targets if target.key == key), None)

    def under(self, x: float, y: float) -> Target | None:
        """Give the last target under a point, the one painted on top; none if what refuses lies on it there."""
        found = next((target for target in reversed(self.targets) if target.holds(x, y)), None)
        if found is not None and any(bar.holds(x, y) and found.box.covers(bar.box) for bar in self.barred):
            return None
        return found

    def refusing(self, x: float, y: float) -> Target | None:
        """Give what refuses, under a point."""
        return next((bar for bar in reversed(self.barred) if bar.holds(x, y)), None)


def asked(held: Held, tree: Node, session: Session | None, rules: Rules, lang: str) -> Held:
    """Ask the rules what a drop means on each spot of a tree; once a spot, as long as session and language stay."""
    known = held.rulings if held.session is session and held.lang == lang else ()
    told = {ruling.spot for ruling in known}
    spots = dict.fromkeys(node.accepts for node in tree.walk() if node.accepts is not None)
    new = tuple(_ruled(held.node.drags, spot, session, rules, lang) for spot in spots if spot not in told)
    return replace(held, session=session, lang=lang, rulings=(*known, *new) if new else known)


def _ruled(thing: object, spot: object, session: Session | None, rules: Rules, lang: str) -> Ruling:
    meant = rules.meanings(session, thing, spot, lang)
    return Ruling(spot, meant, tuple(one for one in meant if not rules.refused(session, one.command)))


class _Read(NamedTuple):
    tree: Node
    rulings: tuple[Ruling, ...]
    held: str
    found: Landing


LAST = 4
"""Readings that are remembered: hands ask for the same at each motion, and as they let go."""
_read: list[_Read] = []


def landing(held: Held, tree: Node) -> Landing:
    """Give what a tree offers to what is held; what a scrolled list or the plan hides is cut."""
    key, rulings = held.node.key, held.rulings
    known = next((one for one in _read if one.tree is tree and one.rulings is rulings and one.held == key), None)
    if known is None:
        known = _Read(tree, rulings, key, _landing(held, tree))
        _read[:] = [*_read[1 - LAST :], known]
    return known.found


def _landing(held: Held, tree: Node) -> Landing:
    rulings = {ruling.spot: ruling for ruling in held.rulings}
    home: Box | None = None
    found: list[Target] = []
    barred: list[Target] = []
    for node, clip in in_sight(top_layer(tree), tree.box):
        if node.key == held.node.key:
            home = node.box.meet(clip)
        ruling = rulings.get(node.accepts) if node.accepts is not None else None
        target = _target(node, clip, ruling) if ruling is not None and ruling.meant else None
        if target is not None:
            (found if target.ruling.legal else barred).append(target)
    return Landing(home if home is not None and home.w and home.h else None, tuple(found), tuple(barred))


def _target(node: Node, clip: Box, ruling: Ruling) -> Target | None:
    box, shape = node.box.meet(clip), cut(node.shape, clip)
    if not (box.w and box.h) or (node.shape and not shape):
        return None
    return Target(node.key, node.name, box, ruling, shape, node.lit)


def over(held: Held, found: Landing) -> Target | None:
    """Give the target a drop would go to: the one under the pointer, or the one the keys went to, if it is in sight."""
    return found.named(held.over) if held.pointer == "keys" else found.under(*held.now)


def barred(held: Held, found: Landing) -> Target | None:
    """Give what refuses a drop: what lies under the pointer, or what a tool pressed while the keys carry."""
    if held.pointer != "keys":
        return found.refusing(*held.now)
    return next((bar for bar in found.barred if bar.key == held.over), None)


def choices(target: Target) -> tuple[Meaning, ...]:
    """Give what a drop would do. Where several things are meant, a single one allowed is asked all the same."""
    legal, meant = target.ruling.legal, target.ruling.meant
    return (replace(legal[0], asks=True),) if len(legal) == 1 < len(meant) else legal

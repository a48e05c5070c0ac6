"""The town's plan: each place where it truly is, its name at the edge, its pins; laying a card moves nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from game.core.scenario import Workshop
from game.core.session import Session
from game.core.town import Extent
from game.type.ground import Setting
from game.view.answer.gestures import IssueThing
from game.view.answer.intents import Camera, Pan, Spotlight
from game.view.answer.ui import Ui
from game.view.parts.moved import moved
from game.view.parts.naming import card as card_name
from game.view.parts.naming import family as family_of
from game.view.plan import places, tools
from game.view.plan.pins import Pinned, pins_laid
from game.view.plan.sheet import Sheet, Tag, View, around_of, begun, carried, sheet, sights
from game.view.tree.box import Box
from game.view.tree.looks import TOWN, Line, Mark, Picture, Poly
from game.view.tree.node import Node
from game.view.tree.sight import Sight

Pins = tuple[tuple[str, tuple[Pinned, ...]], ...]
"""What stands on each place, by its id."""
DOT = 16
"""What words keep clear of around the dot of an area, at 1080p."""


def build(s: Sight, ui: Ui, workshop: Workshop, pins: Pins, box: Box, *, over: bool = True) -> Node:
    """Build the plan; `over` lays its buttons over it."""
    thin = begun(s, workshop, box, tools=over).thin
    view = View(box, ui.camera, ui.offered if thin else (), over)
    if ui.afoot is not None:
        return s.part("plan", _moved, box, workshop, pins, view, ui.afoot)
    return s.part("plan", _build, box, workshop, pins, view, thin)


def issues_pinned(s: Sight, session: Session) -> Pins:
    """Give the pins of the issues that lie on places."""
    found: dict[str, list[Pinned]] = {}
    for issue in session.issues:
        if issue.place:
            name, family = card_name(s, session, issue.card), family_of(session, issue.family)
            spoken = s.say("board.pin", number=issue.number, card=name, family=family.name.say(s.speaker.lang))
            pin = Pinned(f"pin:{issue.card}", name, spoken, issue.number, family.colour, Spotlight(issue.card),
                         IssueThing(issue.card))  # fmt: skip
            found.setdefault(issue.place, []).append(pin)
    return tuple((place, tuple(pins)) for place, pins in found.items())


def _build(s: Sight, box: Box, workshop: Workshop, pins: Pins, view: View, thin: bool) -> Node:  # noqa: FBT001
    laid, found = s.kept("plan:sheet", sheet, workshop, view), dict(pins)
    buttons = tools.over(s, box, view.look, laid.look) if view.tools else ()
    ground = Picture(box, TOWN, (*laid.sights, _setting(s, laid, buttons)))
    name = s.say("board.plan", town=workshop.scenario.town.say(s.speaker.lang))
    kids, states = (*_placed(s, laid, found), *buttons), ("clips", "quiet", *(("crowded",) if thin else ()))
    return Node("map", "plan", name, box, (ground,), Pan(laid.whole, laid.look), states, kids=kids)


def _moved(s: Sight, box: Box, workshop: Workshop, pins: Pins, view: View, afoot: Camera) -> Node:
    """Move the ground with its footprints and pins under the plates; all is laid out again once it rests."""
    laid = s.kept("plan:sheet", sheet, workshop, view)
    now = carried(laid, sights(s, workshop, replace(view, look=afoot)))
    buttons = tools.over(s, box, view.look, afoot) if view.tools else ()
    name = s.say("board.plan", town=workshop.scenario.town.say(s.speaker.lang))
    ground = Picture(box, TOWN, (*now.sights, Setting(s.speaker.lang, s.unit)))
    kids = (*_carried(s, laid, now, dict(pins)), *buttons)
    return Node("map", "plan", name, box, (ground,), Pan(laid.whole, afoot), ("clips", "quiet"), kids=kids)


def _carried(s: Sight, laid: Sheet, now: Sheet, pins: Mapping[str, tuple[Pinned, ...]]) -> Iterator[Node]:
    """Give what is seen of a plan that moves, marks of one kind together: they are painted at once."""
    lines, tails, discs = list[Mark](), list[Mark](), list[Mark]()
    for was, tag in zip(laid.tags, now.tags, strict=True):
        yield places.outlined(s, tag, len(pins.get(tag.place.id, ())))
        lines += places.outline_marks(s, tag)
        dx, dy = tag.site[0] - was.site[0], tag.site[1] - was.site[1]
        for pin in s.kept(f"pins:{tag.place.id}", pins_laid, was, pins.get(tag.place.id, ()), laid.look):
            for mark in moved(pin, dx, dy).look:
                (tails if isinstance(mark, Line | Poly) else discs).append(mark)
    yield Node("group", "carried", "", now.box, (*lines, *tails, *discs))
    yield s.kept("plates:still", _still, laid)


def _still(s: Sight, laid: Sheet) -> Node:
    """Give the plates as they look at rest, all at once."""
    plates = [node for tag in laid.tags for plate in places.plate(s, tag) for node in plate.walk()]
    return Node("group", "plates", "", laid.box, tuple(mark for node in plates for mark in node.look))


def _placed(s: Sight, laid: Sheet, pins: Mapping[str, tuple[Pinned, ...]]) -> Iterator[Node]:
    """Give leaders, footprints (the largest below), pins and plates, these from the top of the left column."""
    seen = [tag for tag in laid.tags if tag.around.meets(laid.box) or tag.plate is not None]
    lines = tuple(mark for tag in seen for mark in places.leader(s, tag, full=bool(pins.get(tag.place.id))))
    yield Node("group", "leaders", "", laid.box, lines)
    read = sorted(seen, key=_reading)
    for tag in seen:
        there = pins.get(tag.place.id, ())
        hint = ", ".join(pin.name for pin in there)
        yield s.kept(f"place:{tag.place.id}", places.footprint, tag, len(there), hint)
        if any(pin.on for pin in there):
            yield Node("image", f"on:{tag.place.id}", "", tag.around, places.over(s, tag), states=("ghost",))
    for tag in read:
        yield from s.kept(f"pins:{tag.place.id}", pins_laid, tag, pins.get(tag.place.id, ()), laid.look)
    for tag in read:
        yield from s.kept(f"plate:{tag.place.id}", places.plate, tag)


def _reading(tag: Tag) -> tuple[int, int]:
    return (0, 0) if tag.plate is None else (tag.plate.x, tag.plate.y)


def _setting(s: Sight, laid: Sheet, buttons: tuple[Node, ...]) -> Setting:
    """Tell what the words of the ground stand among: plates, footprints, buttons and leaders; pins, if they can."""
    corner = laid.box
    marks = (tag.ring.middle(s.px(DOT), s.px(DOT)) if tag.area else around_of(tag.outline) for tag in laid.tags)
    taken = (*(tag.plate for tag in laid.tags if tag.plate is not None), *marks, *(one.box for one in buttons))
    pins = (box for tag in laid.tags for box in tag.slots[:1])
    lines = (tag.leader for tag in laid.tags if tag.leader)
    said = tuple(tag.place.short.say(s.speaker.lang) for tag in laid.tags if tag.plate is not None)
    return Setting(
        s.speaker.lang, s.unit, _from(corner, taken), tuple(tuple((float(x - corner.x), float(y - corner.y))
        for x, y in line) for line in lines), said, _from(corner, pins),
    )  # fmt: skip


def _from(corner: Box, boxes: Iterable[Box]) -> tuple[Extent, ...]:
    """Give boxes as they lie from the corner of the plan."""
    return tuple((b.x - corner.x, b.y - corner.y, b.right - corner.x, b.bottom - corner.y) for b in boxes)

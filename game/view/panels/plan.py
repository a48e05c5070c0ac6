"""The town's plan: places with their names, family tabs and numbered pins, laid out so that nothing overlaps."""

from __future__ import annotations

from typing import NamedTuple

from game.core.family import Family
from game.core.scenario import Place
from game.core.session import PlacedIssue, Session
from game.core.town import PIN, Plot, Point, Town, Zone, camera, inside, plot, to_screen
from game.view import theme
from game.view.box import Box
from game.view.gestures import IssueThing, PlaceSpot, TabSpot
from game.view.intents import Camera, MoveCamera, Pan, Spotlight
from game.view.looks import Fill, Icon, Mark, Picture, Points, Poly, Words
from game.view.node import Node
from game.view.panels.naming import card as card_name
from game.view.pointers import zoomed
from game.view.sight import Sight
from game.view.ui import WHOLE
from game.view.widgets import icon_button

Sights = tuple[float, float, float]
"""Metres at the left and at the top of the plan's picture, and metres per pixel."""
TINT, PLATE, EDGE = "#FFFFFF30", "#FFFFFFA8", "#5D584F"
"""A place lets the town be seen; its name stands on a plate; its outline belongs to no family."""
GROWN, CHIP, CHIP_LEAST = 22, (62, 32), 22
"""How far a family's column goes under its tab; the most a tab with its letter takes, and its least width; at 1080p."""
CLOSER = (1.0, 1.1, 1.2, 1.35, 1.5, 1.75, 2.0, 2.5)
"""How much closer than the whole town the plan may start, where the text is large."""
SLACK = 0.03
"""Share of a place's width and height its name may overrun: no more than its outline."""


def build(s: Sight, session: Session, box: Box, *, tools: bool = True, letters: bool = True) -> Node:
    """Build the plan; `tools` lays its buttons over it, `letters` writes the families' on their tabs where they fit."""
    return s.panel("plan", _build, box, session.workshop, session.issues, s.ui.camera, tools, letters)


def _build(
    s: Sight, box: Box, workshop: object, issues: object, look: Camera, tools: bool, letters: bool  # noqa: FBT001
) -> Node:  # fmt: skip
    session = s.session
    assert isinstance(session, Session)
    town = session.workshop.town
    base = closeness(s, session, box)
    sights = camera(town, box.w, box.h, look.x, look.y, look.zoom * base)
    name = s.say("board.plan", town=session.workshop.scenario.town.say(s.speaker.lang))
    kids = (*_zones(s, session, box, sights, letters=letters), *(_corner(s, box, look) if tools else ()))
    ground = Picture(box, "town", (*sights, s.speaker.lang))
    return Node("map", "plan", name, box, (ground,), Pan(_whole(town, box, base)), ("clips", "quiet"),
                kids=kids)  # fmt: skip


def closeness(s: Sight, session: Session, box: Box) -> float:
    """Give how much closer than the whole town the plan starts, so that each place has room for its name and a pin."""
    town, scenario = session.workshop.town, session.workshop.scenario
    played = {place.id for place in scenario.places if not place.decor}
    zones = tuple(zone for zone in town.zones if zone.place_id in played)
    whole = camera(town, box.w, box.h)[2]
    return next((step for step in CLOSER[:-1] if all(_roomy(s, town, z, whole / step) for z in zones)), CLOSER[-1])


def _roomy(s: Sight, town: Town, zone: Zone, metres_per_px: float) -> bool:
    found = plot(town, zone.place_id, metres_per_px, PIN * s.unit)
    if found is None or not found.pins or not found.pins[0][1]:
        return False
    (x0, y0, x1, y1), (left, top, right, low) = zone.box, found.plate
    dx, dy = (x1 - x0) * SLACK, (y1 - y0) * SLACK
    return x0 - dx <= left and y0 - dy <= top and right <= x1 + dx and low <= y1 + dy


def _whole(town: Town, box: Box, base: float) -> Box:
    """Give the box the whole town takes at zoom 1: what a drag is measured against."""
    x0, y0, x1, y1 = town.extent
    scale = camera(town, box.w, box.h)[2] / base
    return Box(box.x, box.y, round((x1 - x0) / scale), round((y1 - y0) / scale))


def _zones(s: Sight, session: Session, box: Box, sights: Sights, *, letters: bool) -> list[Node]:
    scenario, nodes = session.workshop.scenario, []
    for zone in session.workshop.town.zones:
        place = scenario.place(zone.place_id)
        shape = tuple(_px(box, sights, point) for point in zone.rings[0])
        found = plot(session.workshop.town, zone.place_id, sights[2], PIN * s.unit)
        if place is not None and found is not None and _around(shape).meets(box):
            nodes.append(_place(s, session, place, shape, found, box, sights, letters=letters))
    return nodes


def _px(box: Box, sights: Sights, point: Point) -> tuple[int, int]:
    x, y = to_screen(sights, point)
    return box.x + round(x), box.y + round(y)


def _around(shape: Points) -> Box:
    xs, ys = [x for x, _ in shape], [y for _, y in shape]
    return Box(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)


def _place(
    s: Sight, session: Session, place: Place, shape: Points, found: Plot, box: Box, sights: Sights, *, letters: bool
) -> Node:
    lang = s.speaker.lang
    left, top = _px(box, sights, found.plate[:2])
    right, low = _px(box, sights, found.plate[2:])
    plate = Box(left, top, right - left, low - top).meet(_around(shape))
    issues = tuple(issue for issue in session.issues if issue.place == place.id)
    fill, edge = ("", theme.LINE) if place.decor else (TINT, EDGE)
    look: tuple[Mark, ...] = (
        Poly(shape, fill, edge, s.px(2)),
        *_name(s, plate, _around(shape), place.short.say(lang), found.lines),
    )
    if place.decor and not all(_within(box, mark.box) for mark in look if isinstance(mark, Words)):
        look = look[:1]
    kids: tuple[Node, ...] = ()
    if not place.decor:
        pins = _pins(s, session, issues, found, box, sights)
        free = Free(shape, tuple(pin.box for pin in pins)) if letters else None
        kids = (*_tabs(s, session, place, plate, _around(shape), free), *pins)
    names = ", ".join(card_name(s, session, issue.card) for issue in issues)
    return Node(
        "cell", f"place:{place.id}", s.say("board.place", place=place.name.say(lang), n=len(issues)),
        _around(shape).inset(-1), look, accepts=PlaceSpot(place.id), kids=kids, shape=shape, hint=names,
    )  # fmt: skip


def _within(box: Box, other: Box) -> bool:
    """Tell whether the plan's edge leaves a name whole: what takes no card says nothing rather than half its name."""
    return other.meet(box) == other


def _name(s: Sight, plate: Box, around: Box, text: str, lines: int) -> tuple[Mark, ...]:
    """Write a name on as many lines as its plate was laid out for; none where even the plate is too small."""
    step = s.step(theme.TEXT)
    wrapped = s.wrap(text, theme.TEXT, plate.w, bold=True)
    widest = max((s.width(line, theme.TEXT, bold=True) for line in wrapped), default=0)
    if widest > plate.w + 2 or len(wrapped) > max(1, lines):
        return ()
    tall = step * len(wrapped)
    box = Box(plate.x, max(around.y, min(plate.y, around.bottom - tall)), plate.w, tall)
    wide = min(plate.w, round(widest) + s.px(10))
    back = Fill(Box(box.x + (box.w - wide) // 2, box.y + s.px(1), wide, tall), PLATE, s.px(8))
    return (
        back,
        Words(box, wrapped, s.px(theme.TEXT), step, theme.INK, bold=True, align="centre", back=theme.WHITE),
    )


class Free(NamedTuple):
    """Where a place has room: inside its outline, off its pins."""

    shape: Points
    pins: tuple[Box, ...]

    def holds(self, box: Box) -> bool:
        """Tell whether a box stands in it, its round corners aside."""
        x, y = box.w // 6, box.h // 6
        corners = ((a, b) for a in (box.x + x, box.right - x) for b in (box.y + y, box.bottom - y))
        around = _around(self.shape)
        return (
            around.y <= box.y
            and box.bottom <= around.bottom
            and all(inside(self.shape, *corner) for corner in corners)
            and not any(box.meets(pin) for pin in self.pins)
        )


def _tabs(s: Sight, session: Session, place: Place, plate: Box, around: Box, free: Free | None) -> list[Node]:
    """Give one tab a family along the foot of the name; a drop on the name's column chooses the family.

    The column goes on a little under the strip, and beside a name too short for so many targets: there the tab carries
    its letter, if all those of the place are free, and while a card is held the hands draw it larger.
    """
    found = [session.workshop.deck.family(name) for name in place.families]
    families = [family for family in found if family is not None]
    foot = _foot(s, plate, around, len(families))
    cells = foot.cut_bottom(s.px(12))[0].columns(len(families), s.px(4))
    chips, lettered = _chips(s, plate, cells, free)
    if not lettered:
        cells = plate.cut_bottom(s.px(12))[0].columns(len(families), s.px(4))
    top, low = min(plate.y, chips[0].y), min(plate.bottom + s.px(GROWN), around.bottom)
    columns = Box(foot.x, top, foot.w, low - top).columns(len(families), s.px(4))
    return [
        _tab(s, place, family, _lettered(s, chip, family) if lettered else _bar(s, cell, family), column,
             chosen=len(families) > 1)
        for family, cell, chip, column in zip(families, cells, chips, columns, strict=True)
    ]  # fmt: skip


def _foot(s: Sight, plate: Box, around: Box, families: int) -> Box:
    """Give the plate, as wide as its families need to be hit by a finger, or nearly as the place if that is less."""
    room = around.inset(s.px(5), 0)
    wide = max(plate.w, min(room.w, families * s.px(theme.TARGET + 4) - s.px(4)))
    left = max(room.x, min(plate.x - (wide - plate.w) // 2, room.right - wide)) if wide > plate.w else plate.x
    return Box(left, plate.y, wide, plate.h)


def _chips(s: Sight, plate: Box, cells: tuple[Box, ...], free: Free | None) -> tuple[tuple[Box, ...], bool]:
    """Give where the tabs with their letters stand, and whether they fit: over their bars, else over the name."""
    tall = s.px(CHIP[1])
    if min(cell.w for cell in cells) < s.px(CHIP_LEAST):
        free = None
    ways = [tuple(_chip(s, cell, y) for cell in cells) for y in (plate.bottom - s.px(12), plate.y - tall - s.px(2))]
    found = next((way for way in ways if free is not None and all(free.holds(chip) for chip in way)), None)
    return found or ways[0], found is not None


def _chip(s: Sight, cell: Box, y: int) -> Box:
    wide = min(cell.w, s.px(CHIP[0]))
    return Box(cell.x + (cell.w - wide) // 2, y, wide, s.px(CHIP[1]))


def _bar(s: Sight, cell: Box, family: Family) -> tuple[Mark, ...]:
    return (Fill(cell, family.colour, cell.h // 2, theme.WHITE, s.px(1)),)


def _lettered(s: Sight, chip: Box, family: Family) -> tuple[Mark, ...]:
    ink, side = theme.on(family.colour), s.px(22)
    fill = Fill(chip, family.colour, s.px(8), theme.WHITE, s.px(2))
    spot, words = chip.cut_left(chip.w // 2) if chip.w >= s.px(56) else (None, chip)
    letter = s.words(words, family.letter, theme.TEXT, ink, bold=True, align="centre", middle=True, back=family.colour)
    return fill, letter, *((Icon(spot.cut_right(side)[0].middle(side, side), family.icon, ink),) if spot else ())


def _tab(
    s: Sight, place: Place, family: Family, look: tuple[Mark, ...], column: Box, *, chosen: bool
) -> Node:  # fmt: skip
    lang = s.speaker.lang
    name = s.say("board.tab", family=family.name.say(lang), place=place.short.say(lang))
    spot = TabSpot(place.id, family.id) if chosen else None
    return Node("cell", f"place:{place.id}:{family.id}", name, column, look, accepts=spot)


def _pins(
    s: Sight, session: Session, issues: tuple[PlacedIssue, ...], found: Plot, box: Box, sights: Sights
) -> list[Node]:
    """Lay one pin an issue in the slots of the place; more issues than slots: the last one counts the rest."""
    spots = [spot for _, row in found.pins[:1] for spot in row]
    room = len(spots) if len(issues) <= len(spots) else max(0, len(spots) - 1)
    nodes = [_pin(s, session, issue, _px(box, sights, spot)) for issue, spot in zip(issues[:room], spots, strict=False)]
    rest = issues[room:]
    if rest and spots:
        nodes.append(_more(s, session, rest, _px(box, sights, spots[room])))
    return nodes


def _disc(s: Sight, at: tuple[int, int]) -> Box:
    side = s.px(PIN)
    return Box(at[0] - side // 2, at[1] - side // 2, side, side)


def _pin(s: Sight, session: Session, issue: PlacedIssue, at: tuple[int, int]) -> Node:
    family = session.workshop.deck.family(issue.family)
    colour = family.colour if family is not None else theme.INK
    name = s.say("board.pin", number=issue.number, card=card_name(s, session, issue.card),
                 family=family.name.say(s.speaker.lang) if family is not None else "")  # fmt: skip
    look = disc_marks(s, _disc(s, at), str(issue.number), colour)
    return Node("pin", f"pin:{issue.card}", name, _disc(s, at), look, Spotlight(issue.card),
                drags=IssueThing(issue.card))  # fmt: skip


def _more(s: Sight, session: Session, rest: tuple[PlacedIssue, ...], at: tuple[int, int]) -> Node:
    """Count the issues that have no slot; pressing looks closer."""
    names = ", ".join(card_name(s, session, issue.card) for issue in rest)
    does = MoveCamera(zoomed(s.ui.camera, 3))
    look = disc_marks(s, _disc(s, at), f"+{len(rest)}", theme.INK)
    return Node(
        "pin", f"pins:{rest[0].card}", s.say("board.more_pins", n=len(rest), cards=names), _disc(s, at), look, does
    )


def disc_marks(s: Sight, box: Box, text: str, colour: str) -> tuple[Mark, ...]:
    """Show a numbered disc with its white ring."""
    disc = Fill(box.inset(s.px(1)), colour, box.h // 2, theme.WHITE, s.px(3), shadow=s.px(2))
    words = s.words(box.inset(-s.px(2), 0), text, theme.TEXT, theme.on(colour), bold=True, align="centre", middle=True,
                    back=colour)  # fmt: skip
    return (disc, Words(words.box.meet(box), words.lines, words.px, words.step, words.colour, bold=True,
                        align="centre", back=colour))  # fmt: skip


def _corner(s: Sight, box: Box, look: Camera) -> tuple[Node, ...]:
    side = s.px(52)
    column = Box(box.right - side - s.px(14), box.bottom - 3 * side - s.px(14 + 16), side, side)
    return tools_in(s, column.stack(side, 3, s.px(8)), look)


def tools_in(s: Sight, spots: tuple[Box, ...], look: Camera) -> tuple[Node, ...]:
    """Give the three buttons in three boxes: closer, farther, the whole town."""
    more, less = zoomed(look, 1), zoomed(look, -1)
    buttons = (("closer", "plus", more), ("farther", "minus", less), ("whole", "maximize", WHOLE))
    return tuple(
        icon_button(s, spot, f"plan:{name}", s.say(f"board.plan.{name}"), icon, MoveCamera(to), kind="plain")
        for spot, (name, icon, to) in zip(spots, buttons, strict=True)
    )

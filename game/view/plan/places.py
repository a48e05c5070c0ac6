"""A place on the plan: its footprint where it truly is, the leader to its plate, the plate with its families.

What it looks like while a card is held is told beside (`Lit`): the hands draw it, nothing moves.
"""

from __future__ import annotations

from game.core.family import Family
from game.core.labels.labelling import THIN
from game.view.answer.gestures import PlaceSpot, TabSpot
from game.view.plan.sheet import BETWEEN, Tag
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.looks import Fill, Line, Mark, Poly, Style, Words
from game.view.tree.node import Lit, Node
from game.view.tree.sight import Sight

ROUND, EDGE, BAR = 9, 4, 6
"""Corners of a plate, room inside its rim, height of a family's bar at rest; at 1080p."""
CHIP = 23
"""Height of a family's lettered chip while a card is held, at 1080p."""
DOT, SIGN = 9, 28
"""Across the dot of an area, and the sign of what a card would do there, at 1080p."""
Look = tuple[Mark, ...]


def footprint(s: Sight, tag: Tag, count: int, hint: str) -> Node:
    """Give the footprint of a place: dropped on, it is the whole place."""
    look, spot = footprint_marks(s, tag), PlaceSpot(tag.place.id)
    return Node("cell", f"place:{tag.place.id}", spoken(s, tag, count), tag.around.inset(-1), look, accepts=spot,
                hint=hint, shape=tag.shape, lit=_lit(s, tag))  # fmt: skip


def outlined(s: Sight, tag: Tag, count: int) -> Node:
    """Give where a card is dropped on a place while the plan is moved."""
    key, spot = f"place:{tag.place.id}", PlaceSpot(tag.place.id)
    return Node("cell", key, spoken(s, tag, count), tag.around.inset(-1), accepts=spot, shape=tag.shape, lit=Lit())


def outline_marks(s: Sight, tag: Tag) -> Look:
    """Draw a footprint with as little as can be."""
    return footprint_marks(s, tag)[:1] if tag.area else footprint_marks(s, tag)[-1:]


def spoken(s: Sight, tag: Tag, count: int) -> str:
    """Say a place's whole name, how many cards lie there if any, and whether its spot is a guess."""
    name = tag.place.name.say(s.speaker.lang)
    name = s.say("board.place", place=name, n=count) if count else name
    return name if tag.sure else s.say("board.place.guessed", place=name)


def footprint_marks(s: Sight, tag: Tag) -> Look:
    """Draw a building filled, an area by its outline and a dot; hollow where the spot is a guess."""
    if tag.area:
        (x, y), side = tag.site, s.px(DOT)
        dot = Box(x - side // 2, y - side // 2, side, side)
        fill = theme.INK if tag.sure else theme.WHITE
        edge = Line(tag.outline, theme.INK, s.px(2), closed=True, dash=0 if tag.sure else s.px(7))
        return (edge, Fill(dot, fill, side // 2, theme.INK, s.px(2)))
    casing = Line(tag.outline, theme.WHITE, s.px(5), closed=True)
    if tag.sure:
        return casing, Poly(tag.outline, theme.INK)
    return casing, Poly(tag.outline, theme.WHITE, theme.INK, s.px(3))


def leader(s: Sight, tag: Tag, *, full: bool) -> Look:
    """Join a plate and its place: thin and grey where nothing lies there; cased in white."""
    return _line(s, tag, theme.INK, 2.6) if full else _line(s, tag, theme.QUIET, 1.6)


def plate(s: Sight, tag: Tag) -> tuple[Node, ...]:
    """Give the plate of a place, with one column a family; a drop on a column chooses the family."""
    if tag.plate is None or tag.rest is None:
        return ()
    name = tag.place.short.say(s.speaker.lang)
    columns, bars = _columns(s, tag.plate, len(tag.families)), _columns(s, tag.rest, len(tag.families))
    kids = tuple(
        _chip(s, tag, family, column, bar) for family, column, bar in zip(tag.families, columns, bars, strict=True)
    )
    look = (Fill(tag.rest, theme.WHITE, s.px(ROUND), theme.QUIET, s.px(1.4)), _name(s, tag, tag.rest))
    alone = _lettered(s, _chip_box(s, columns[0]), tag.families[0]) if len(columns) == 1 else ()
    lit, spot = Lit(alone, over(s, tag)), PlaceSpot(tag.place.id)
    return (Node("text", f"plate:{tag.place.id}", name, tag.plate, look, accepts=spot, kids=kids, lit=lit),)


def _columns(s: Sight, box: Box, count: int) -> tuple[Box, ...]:
    return box.inset(s.px(EDGE + 2), 0).columns(max(1, count), s.px(BETWEEN))[:count]


def _name(s: Sight, tag: Tag, box: Box, *, back: str = theme.WHITE) -> Mark:
    """Write the name at the top of a plate, over bars or chips; a thin plate is hardly taller than its letters."""
    tall, top = min(s.step(theme.TEXT), box.h), box.y + max(0, min(s.px(3), box.h - s.step(theme.TEXT)))
    text = tag.place.short.say(s.speaker.lang)
    return Words(Box(box.x, top, box.w, tall), (text,), s.px(theme.TEXT), tall, theme.INK, bold=True, align="centre",
                 back=back)  # fmt: skip


def _chip(s: Sight, tag: Tag, family: Family, column: Box, bar: Box) -> Node:
    """Give a family's column of a plate: a bar at rest, a lettered chip where it may take the card held.

    Where there is one family alone there is nothing to choose: its column is the plate's.
    """
    name = s.say("board.tab", family=family.name.say(s.speaker.lang), place=tag.place.short.say(s.speaker.lang))
    key, rest = f"place:{tag.place.id}:{family.id}", _bar(s, bar, family.colour)
    target = column.cut_bottom(column.h * 55 // 100)[0]
    if len(tag.families) == 1:
        return Node("cell", key, name, target, (rest,))
    chip = _chip_box(s, column)
    ring = Fill(chip.inset(-s.px(4)), "", s.px(ROUND), theme.INK, s.px(4))
    lettered = _lettered(s, chip, family)
    lit = Lit(lettered, (*over(s, tag), *lettered, ring), (_bar(s, column, theme.SAND),))
    return Node("cell", key, name, target, (rest,), accepts=TabSpot(tag.place.id, family.id), lit=lit)


def _chip_box(s: Sight, column: Box) -> Box:
    return _over_foot(s, column, min(s.px(CHIP), column.h // 2)).move(0, -s.px(2))


def _bar(s: Sight, column: Box, colour: str) -> Fill:
    return Fill(_over_foot(s, column, s.px(BAR if column.h > s.px(THIN) else BAR // 2)), colour, s.px(BAR) // 2)


def _over_foot(s: Sight, column: Box, tall: int) -> Box:
    """Give a strip of a plate's column that stands a little over its foot, nearly on that of a thin one."""
    edge = s.px(EDGE if column.h > s.px(THIN) else 1)
    return column.cut_bottom(tall + edge)[0].cut_top(tall)[0]


def _lettered(s: Sight, chip: Box, family: Family) -> Look:
    ink = theme.on(family.colour)
    style = Style(ink=ink, bold=True, back=family.colour, align="centre", middle=True)
    return Fill(chip, family.colour, s.px(6)), s.words(chip, family.letter, style)


def _lit(s: Sight, tag: Tag) -> Lit:
    """Tell how a place looks while a card is held: with its ring and its grown plate, or veiled."""
    side = s.px(SIGN)
    sign = Box(tag.ring.right - side * 2 // 3, tag.ring.y - side // 3, side, side)
    line = (*_line(s, tag, theme.INK, 2.6), *footprint_marks(s, tag)[-1:])
    may = (*line, *_ring(s, tag), *_grown(s, tag))
    return Lit(may, over(s, tag), _aside(s, tag), sign)


def over(s: Sight, tag: Tag) -> Look:
    """Show footprint, leader and plate as one, under the hand."""
    ring = Fill(tag.ring.inset(-s.px(3)), theme.ACCENT, tag.ring.h, theme.INK, s.px(2))
    area = (Poly(tag.outline, theme.PULLS, theme.INK, s.px(8)), Line(tag.outline, theme.ACCENT, s.px(5), closed=True))
    look = (*_line(s, tag, theme.INK, 9), *_line(s, tag, theme.ACCENT, 6)[1:])
    return (*look, *(area if tag.area else ()), ring, *footprint_marks(s, tag)[-1:], *_named(s, tag))


def _named(s: Sight, tag: Tag) -> Look:
    """Light a plate up under its name, its chips left in sight."""
    if tag.plate is None:
        return ()
    chips = min(s.px(CHIP), tag.plate.h // 2) + s.px(EDGE + 3)
    strip = tag.plate.inset(s.px(1)).cut_top(min(s.step(theme.TEXT) + s.px(2), tag.plate.h - chips))[0]
    frame = Fill(tag.plate.inset(-s.px(3)), "", s.px(ROUND + 3), theme.INK, s.px(5))
    return Fill(strip, theme.ACCENT, s.px(ROUND - 1)), _name(s, tag, tag.plate, back=theme.ACCENT), frame


def _line(s: Sight, tag: Tag, ink: str, wide: float) -> Look:
    if len(tag.leader) < 2:
        return ()
    return Line(tag.leader, theme.WHITE, s.px(wide + 3)), Line(tag.leader, ink, s.px(wide))


def _ring(s: Sight, tag: Tag) -> Look:
    """Draw the ring of a place, with a tail where it had to step aside; an area is tinted within its outline."""
    marks: list[Mark] = []
    if tag.area:
        marks = [Poly(tag.outline, theme.PULLS), *(
            Line(tag.outline, colour, s.px(wide), closed=True) for colour, wide in ((theme.INK, 6), (theme.ACCENT, 3))
        )]  # fmt: skip
    elif max(abs(a - b) for a, b in zip(tag.ring.centre, tag.site, strict=True)) > tag.ring.w // 4:
        marks += [
            Line((tag.ring.centre, tag.site), colour, s.px(wide))
            for colour, wide in ((theme.INK, 6), (theme.ACCENT, 3))
        ]
    edges = ((0, theme.INK, 6), (1, theme.ACCENT, 4))
    return (
        *marks,
        *(Fill(tag.ring.inset(s.px(by)), "", tag.ring.h // 2, colour, s.px(wide)) for by, colour, wide in edges),
    )


def _grown(s: Sight, tag: Tag) -> Look:
    if tag.plate is None:
        return ()
    around = Fill(tag.plate, theme.WHITE, s.px(ROUND), theme.INK, s.px(5))
    inner = Fill(tag.plate.inset(s.px(1)), "", s.px(ROUND - 1), theme.ACCENT, s.px(3))
    return around, inner, _name(s, tag, tag.plate)


def _aside(s: Sight, tag: Tag) -> Look:
    if tag.rest is None:
        return ()
    veil = Fill(tag.rest.inset(-s.px(1)), theme.ASIDE, s.px(ROUND))
    return *_line(s, tag, theme.SAND, 3.2)[1:], *footprint_marks(s, tag)[-1:], veil

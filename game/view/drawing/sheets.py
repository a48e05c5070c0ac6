"""What stands beside the plan: the list of the places, the sheet of one, the sheet of one to come."""

from __future__ import annotations

from game.core.drawing.drawing import DrawnPlace
from game.core.drawing.outline import middle
from game.core.drawing.shaping import NAME_LIMIT, AddPlace, AddPlaceAt, DropSketch, MovePlaceTo, RemoveCorner
from game.core.drawing.wording import NamePlace, RemovePlace, SetFamily, SetSure, ShortenName
from game.core.family import SHORT_LIMIT, Family
from game.core.months import plain
from game.core.text import Text
from game.view.answer.drawn import Drawn
from game.view.answer.intents import SelectTab, SetText, Several
from game.view.answer.ui import Ui
from game.view.drawing import state
from game.view.parts.fields import Field
from game.view.parts.lists import Listed, kept, scrolled
from game.view.parts.pieces import checked, field, icon, label, plate, press, symbol, text
from game.view.parts.widgets import Button, check
from game.view.tree import theme
from game.view.tree.layout import Piece, column, grow, node, over, pad, row, shared, top
from game.view.tree.looks import Style
from game.view.tree.sight import Sight

FIND = "drawing:find"
DEGREES = 20
"""Signs of a coordinate, at most."""
BOX = 50
"""Width of a box to check, with the gap before its words, at 1080p."""


def beside(s: Sight, ui: Ui, drawn: Drawn) -> Piece:
    """Give what stands beside the plan now."""
    place = state.chosen(ui, drawn)
    if place is not None:
        return _sheet(s, ui, drawn, place)
    return _new(s, ui, drawn) if state.adding(ui) else _list(s, ui, drawn)


def _list(s: Sight, ui: Ui, drawn: Drawn) -> Piece:
    """List the places, those whose name holds what is looked for."""
    asked = plain(ui.text(FIND))
    found = [one for one in drawn.drawing.places if asked in " ".join(map(plain, (*one.name.said, *one.short.said)))]
    search = field(s, ui, Field(FIND, s.say("drawing.find"), "", NAME_LIMIT, live=True))
    rows = [kept(s, f"drawing:row:{one.id}", _row, drawn, one) for one in found]
    none = None if rows else label(s, "drawing:none", s.say("drawing.none"), Style(theme.BODY, theme.INK_3))
    listed = scrolled(s, ui, Listed("drawing:list", s.say("drawing.places"), 8), (*rows, none))
    return column(search, listed, gap=s.px(12))


def _row(s: Sight, drawn: Drawn, place: DrawnPlace) -> Piece:
    lang = s.speaker.lang
    name, served = place.name.say(lang), ", ".join(one.short.say(lang) for one in _families(drawn, place))
    note = s.say("drawing.decor") if place.decor else served
    note = note if place.sure else s.say("drawing.unsure", what=note)
    words = column(
        text(s, name, Style(theme.BODY, bold=True, back=theme.WHITE)),
        text(s, note, Style(ink=theme.INK_3, back=theme.WHITE)),
    )
    shape = over(pad(row(top(icon(s, "map-pin", 30)), grow(words), gap=s.px(12)), s.px(16), s.px(10)), plate(s))
    return node("row", f"drawing:row:{place.id}", name, shape, does=state.found(drawn, place), hint=note)


def _families(drawn: Drawn, place: DrawnPlace) -> tuple[Family, ...]:
    return tuple(one for one in drawn.families if one.id in place.families)


def _sheet(s: Sight, ui: Ui, drawn: Drawn, place: DrawnPlace) -> Piece:
    """Give the sheet of a place: its names, its families, its spot, and how it goes."""
    name = place.name.say(s.speaker.lang)
    close = Button("drawing:close", s.say("drawing.list"), SelectTab(state.PLACE, ""), "quiet", "arrow-left")
    title = label(s, "drawing:place:title", name, Style(theme.TITLE, bold=True), "heading")
    head = row(top(symbol(s, close)), grow(title), gap=s.px(12))
    corner = state.corner(ui, place)
    pieces = (
        _cornered(s, place, corner) if corner is not None else None,
        *_names(s, ui, drawn, place),
        _served(s, drawn, place),
        _sure(s, place),
        label(s, "drawing:bend", s.say("drawing.bend"), Style(ink=theme.INK_3)),
        *_spot(s, ui, place.id, _at(place), _moves(ui, place), "drawing.move_here"),
    )
    remove = press(s, Button("drawing:remove", s.say("drawing.remove"), RemovePlace(place.id), "danger", "trash-2"))
    listed = scrolled(s, ui, Listed(f"drawing:sheet:{place.id}", name, 14), pieces)
    return column(head, listed, remove, gap=s.px(12))


def _names(s: Sight, ui: Ui, drawn: Drawn, place: DrawnPlace) -> list[Piece]:
    """Give the fields of the name and of the short one, in each language of the town."""
    found = []
    for lang in drawn.drawing.langs:
        for key, said, limit, command in (
            ("name", place.name, NAME_LIMIT, NamePlace(place.id, lang)),
            ("short", place.short, SHORT_LIMIT, ShortenName(place.id, lang)),
        ):
            called = s.say(f"drawing.{key}", lang=_lang(s, lang, drawn))
            made = Field(f"drawing:{key}:{place.id}:{lang}", called, _own(said, lang), limit, commit=command)
            found.append(field(s, ui, made))
    return found


def _lang(s: Sight, lang: str, drawn: Drawn) -> str:
    """Name a language, where there are several."""
    if len(drawn.drawing.langs) == 1:
        return ""
    return f" ({s.say(f'drawing.lang.{lang}') if lang in ('fr', 'en') else lang})"


def _own(said: Text, lang: str) -> str:
    return said.say(lang) if said.has(lang) else ""


def _served(s: Sight, drawn: Drawn, place: DrawnPlace) -> Piece | None:
    """Give a box a family; what takes no card has none."""
    if place.decor:
        return label(s, "drawing:is-decor", s.say("drawing.decor"), Style(theme.BODY, theme.INK_3))
    boxes = [_family(s, one, SetFamily(place.id, one.id, one.id not in place.families), on=one.id in place.families)
             for one in drawn.families]  # fmt: skip
    return _boxes(s, boxes)


def _boxes(s: Sight, boxes: list[Piece]) -> Piece:
    head = label(s, "drawing:families:ask", s.say("drawing.families"), Style(ink=theme.INK_3))
    return node("group", "drawing:families", s.say("drawing.families"), column(head, *boxes, gap=s.px(4)))


def _family(s: Sight, family: Family, does: object, *, on: bool) -> Piece:
    """Give the box of a family, as high as its name."""
    name, least = family.name.say(s.speaker.lang), s.px(theme.TARGET)
    button = Button(f"drawing:family:{family.id}", name, does)

    def tall(width: int) -> int:
        return max(least, s.tall(name, theme.BODY, width - s.px(BOX)) + s.px(8))

    return Piece(0, tall, lambda box: (check(s, box, button, on=on),))


def _sure(s: Sight, place: DrawnPlace) -> Piece:
    does = SetSure(place.id, sure=not place.sure)
    return checked(s, Button("drawing:sure", s.say("drawing.sure"), does), on=place.sure)


def _cornered(s: Sight, place: DrawnPlace, corner: int) -> Piece:
    """Take the corner off that is chosen."""
    does = RemoveCorner(place.id, corner)
    return press(s, Button("drawing:remove-corner", s.say("drawing.remove_corner", n=corner + 1), does, icon="minus"))


def _at(place: DrawnPlace) -> tuple[str, str]:
    lon, lat = middle(place.pieces)
    return f"{lat:.6f}", f"{lon:.6f}"


def _moves(ui: Ui, place: DrawnPlace) -> MovePlaceTo:
    lat, lon = _at(place)
    return MovePlaceTo(place.id, ui.text(f"{state.AT}{place.id}:lat", lat), ui.text(f"{state.AT}{place.id}:lon", lon))


def _spot(s: Sight, ui: Ui, about: str, shown: tuple[str, str], does: object, says: str) -> tuple[Piece, ...]:
    """Give the two coordinates of a spot, and the button that takes them."""
    lat, lon = (
        field(s, ui, Field(f"{state.AT}{about}:{key}", s.say(f"drawing.{key}"), said, DEGREES, hint=hint))
        for key, said, hint in (("lat", shown[0], "43.6372"), ("lon", shown[1], "1.3906"))
    )
    go = press(s, Button(f"drawing:go:{about}", s.say(says), does, icon="crosshair"))
    return node("group", f"drawing:at:{about}", "", shared(((lat, 1), (lon, 1)), s.px(12))), go


def _new(s: Sight, ui: Ui, drawn: Drawn) -> Piece:
    """Give the sheet of a place to come: it is drawn on the plan or set by its coordinates."""
    count, name = len(drawn.drawing.sketch), ui.text(f"{state.NEW}name")
    served = tuple(one.id for one in drawn.families if one.id in ui.text(f"{state.NEW}families").split())
    told = label(s, "drawing:corners", s.say("drawing.corners", n=count) if count else s.say("drawing.touch"),
                 Style(theme.BODY, bold=True))  # fmt: skip
    boxes = [_family(s, one, _toggled(served, one.id), on=one.id in served) for one in drawn.families]
    lat, lon = (ui.text(f"{state.AT}new:{key}") for key in ("lat", "lon"))
    pieces = (
        label(s, "drawing:new", s.say("drawing.new"), Style(theme.TITLE, bold=True), "heading"),
        told,
        field(s, ui, Field(f"{state.NEW}name", s.say("drawing.new_name"), "", NAME_LIMIT)),
        _boxes(s, boxes),
        press(s, Button("drawing:add", s.say("drawing.add"), AddPlace(name, served), "primary", "check")),
        press(s, _dropped(s, drawn)),
        label(s, "drawing:or", s.say("drawing.or_spot"), Style(ink=theme.INK_3)),
        *_spot(s, ui, "new", ("", ""), AddPlaceAt(name, served, lat, lon), "drawing.add_here"),
    )
    return scrolled(s, ui, Listed("drawing:sheet:new", s.say("drawing.new"), 14), pieces)


def _toggled(served: tuple[str, ...], family: str) -> SetText:
    now = (one for one in served if one != family) if family in served else (*served, family)
    return SetText(f"{state.NEW}families", " ".join(now))


def _dropped(s: Sight, drawn: Drawn) -> Button:
    does = Several((DropSketch(), SelectTab(state.TOOL, state.CHOOSE)))
    return Button("drawing:drop", s.say("drawing.drop"), does, "quiet", "x")

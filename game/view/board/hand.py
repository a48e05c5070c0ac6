"""The hand: the cards still to play, by tab, searched, sorted by fit; a card to write at the table."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from game.core import axes
from game.core.cards import IssueCard
from game.core.dealing import Card
from game.core.family import Family
from game.core.moves.axes import AdoptAxes
from game.core.session import Session
from game.view.answer.editing import SEARCH
from game.view.answer.gestures import HandSpot, IssueThing, LeverThing
from game.view.answer.intents import OpenDialog, ScrollBy, SelectTab, SetText, Several, Spotlight
from game.view.answer.ui import Ui
from game.view.board import lots
from game.view.board.dealing import ALL, Group, groups, hand
from game.view.parts import limits
from game.view.parts.cards import Face, card_face, face_of, points
from game.view.parts.fields import Field, field
from game.view.parts.lists import Listed, Lying, scrolled, shelf
from game.view.parts.widgets import Button, button, icon_button, label
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import made
from game.view.tree.looks import Fill, Icon, Mark, Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

CARD = (210, 200)
"""The least width of a card on the shelf, and its height: three lines of a label whatever else it bears."""


def build(s: Sight, ui: Ui, session: Session, box: Box, *, across: bool) -> Node:
    """Build the hand: a shelf of cards (`across`), or a column of them where the window is narrow."""
    strips = (lots.groups_strip(session), "family", lots.strip(ui, session))
    mine = ui.only(tabs=strips, scrolls=(lots.shelf(ui, session),), fields=SEARCH)
    return s.part("hand", _across if across else _down, mine, session, box)


def _frame(s: Sight, session: Session, box: Box, kids: tuple[Node, ...]) -> Node:
    name = s.say("board.hand.levers" if session.playing_levers else "board.hand.issues", n=len(hand(s, session)))
    return Node("group", "hand", name, box, (Fill(box, theme.SAND),), kids=kids, accepts=HandSpot())


def _across(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    inner = box.inset(s.px(10), s.px(8))
    head, body = inner.cut_top(s.px(50), s.px(8))
    write, head = head.cut_right(s.px(52), s.px(8))
    choose, head = _axes(s, session, head)
    wide = ui.text(SEARCH) or (ui.editing is not None and ui.editing.key == SEARCH)
    find, head = head.cut_right(s.px(216 if wide else 52), s.px(8))
    lot, head = _lot(s, ui, session, head, head.w - _names_wide(s, ui, session))
    room = head.w >= s.px((theme.TARGET + 4) * (len(groups(s, session)) + 1))
    if not room:
        find = find.join(head)
    kids = (
        *choose,
        *(_tabs(s, ui, session, head) if room else ()),
        *lot,
        _search(s, ui, find),
        _write(s, write, session),
        *_shelf(s, ui, session, body),
    )
    return _frame(s, session, box, kids)


def _down(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    inner = box.inset(s.px(10), s.px(6))
    head, body = inner.cut_top(s.px(46), s.px(6))
    tabs, body = body.cut_top(s.px(46), s.px(6))
    write, find = head.cut_right(s.px(52), s.px(8))
    choose, find = _axes(s, session, find, low=True)
    lot, find = _lot(s, ui, session, find, find.w // 2)
    kids = (*choose, _search(s, ui, find), *lot, _write(s, write, session), *_tabs(s, ui, session, tabs))
    return _frame(s, session, box, (*kids, _column(s, ui, session, body)))


def _lot(s: Sight, ui: Ui, session: Session, head: Box, room: int) -> tuple[tuple[Node, ...], Box]:
    """Give the button of the next lot at the head of a line, and the rest of the line."""
    button = lots.onward(s, ui, session, room)
    if button is None:
        return (), head
    spot, rest = head.cut_left(button.wide, s.px(8))
    return (button.node(spot),), rest


def _writes(session: Session) -> OpenDialog:
    return OpenDialog("blank", "lever" if session.playing_levers else "issue")


def _write(s: Sight, box: Box, session: Session) -> Node:
    return icon_button(s, box, Button("hand:write", s.say("board.write"), _writes(session), "primary", "plus"))


def _axes(s: Sight, session: Session, box: Box, *, low: bool = False) -> tuple[tuple[Node, ...], Box]:
    """Lead to the axes to serve where the phase lets the council choose them: in words until it did, then by a sign."""
    limit = session.limits.axes
    if AdoptAxes.move not in session.stage.moves or not limit or session.closed:
        return (), box
    name = s.say("board.axes.chosen", n=len(session.axes)) if session.axes else s.say("board.axes", limit=limit)
    first = axes.awaited(session)
    shown = Button("hand:axes", name, OpenDialog("axes"), "primary" if first else "plain", "flag", size=theme.TEXT)
    wide = s.width(name, theme.TEXT, bold=True) + s.px(2 * 16 + 44)
    if first and not low and wide * 2 < box.w:
        spot, rest = box.cut_left(wide, s.px(8))
        return (button(s, spot, shown),), rest
    spot, rest = box.cut_left(s.px(52), s.px(8))
    return (icon_button(s, spot, shown),), rest


def _search(s: Sight, ui: Ui, box: Box) -> Node:
    name = s.say("board.search")
    made = field(s, ui, box, Field(SEARCH, name, "", limit=limits.SEARCH, live=True, hint=name, titled=False))
    if ui.text(SEARCH) or "editing" in made.states:
        return made
    side = s.px(28)
    narrow = box.w < max(s.px(120), s.width(name, theme.BODY) + 2 * s.px(14) + side)
    spot = box.middle(side, side) if narrow else box.inset(s.px(10), 0).cut_right(side)[0].middle(side, side)
    look = (*(made.look[:1] if narrow else made.look), Icon(spot, "search", theme.INK))
    return Node(made.role, made.key, made.name, made.box, look, made.does, made.states, hint=made.hint)


def _tabs(s: Sight, ui: Ui, session: Session, box: Box) -> tuple[Node, ...]:
    """Give the tabs, all then each group: their names; where they do not all fit, icons for the longest."""
    found, here = _groups(s, ui, session)
    widths = _tab_widths(s, found, here, box.w)
    kids, x = [], box.x
    for i, (group, (width, named)) in enumerate(zip(found, widths, strict=True)):
        does = Several((SelectTab(lots.groups_strip(session), group.id), _from_start(s, ui, lots.shelf(ui, session))))
        kids.append(_tab(s, group, Box(x, box.y, width, box.h), does, here=i == here, named=named))
        x += width + s.px(TAB_GAP)
    return (Node("tabs", "hand:tabs", s.say("board.tabs"), box, kids=tuple(kids)),)


def _groups(s: Sight, ui: Ui, session: Session) -> tuple[tuple[Group, ...], int]:
    """Give what the tabs are of, all then each group, and which one is chosen."""
    found = (Group(ALL, s.say("board.all"), "layout-grid", len(hand(s, session))), *groups(s, session))
    chosen = ui.tab(lots.groups_strip(session), ALL)
    return found, next((i for i, group in enumerate(found) if group.id == chosen), 0)


def _names_wide(s: Sight, ui: Ui, session: Session) -> int:
    """Give the width of the tabs when all are named, and of the gap before them."""
    found, here = _groups(s, ui, session)
    return sum(_wanted(s, found, here)) + s.px(TAB_GAP) * (len(found) - 1) + s.px(8)


def _wanted(s: Sight, found: tuple[Group, ...], here: int) -> list[int]:
    texts = (_counted(group) if i == here else group.name for i, group in enumerate(found))
    return [max(s.px(theme.TARGET), s.px(2 * TAB_PAD) + s.width(text, theme.TEXT, bold=True)) for text in texts]


TAB_GAP, TAB_PAD, TAB_ICON = 4, 7, 26


def _tab_widths(s: Sight, found: tuple[Group, ...], here: int, room: int) -> list[tuple[int, bool]]:
    """Give each tab its width, and whether it is named: the chosen one first, then the shortest names."""
    free = room - s.px(TAB_GAP) * (len(found) - 1)
    bare = s.px(theme.TARGET)
    if bare * len(found) > free:
        return [(free // len(found), False)] * len(found)
    wanted = _wanted(s, found, here)
    shown, spare = [(bare, False)] * len(found), free - bare * len(found)
    for i in (here, *sorted(range(len(found)), key=wanted.__getitem__)):
        if not shown[i][1] and wanted[i] - bare <= spare:
            shown[i], spare = (wanted[i], True), spare - (wanted[i] - bare)
    more = min(spare // len(found), s.px(TAB_ICON + 5))
    return [(width + more, named) for width, named in shown]


def _counted(group: Group) -> str:
    return f"{group.name} {group.count}"


def _tab(s: Sight, group: Group, box: Box, does: Several, *, here: bool, named: bool) -> Node:
    fill, ink = (theme.INK, theme.WHITE) if here else (theme.PAPER_2, theme.INK)
    side, rest = s.px(TAB_ICON), box.inset(s.px(TAB_PAD - 2), 0)
    text = _counted(group) if here else group.name
    marks: list[Mark] = [Fill(box, fill, s.px(theme.RADIUS))]
    if not named:
        marks.append(Icon(box.middle(side, side), group.icon, ink))
    else:
        if rest.w >= s.width(text, theme.TEXT, bold=True) + s.px(TAB_ICON + 5):
            spot, rest = rest.move(s.px(2), 0).cut_left(side, s.px(5))
            marks.append(Icon(spot.middle(side, side), group.icon, ink))
        marks.append(s.words(rest, text, Style(ink=ink, bold=True, back=fill, align="centre", middle=True)))
    name = s.say("board.tab.count", name=group.name, n=group.count)
    return Node("tab", f"tab:hand:{group.id}", name, box, tuple(marks), does, ("selected",) if here else ())


def _from_start(s: Sight, ui: Ui, key: str) -> ScrollBy:
    return ScrollBy(key, -ui.scroll(key))


def _card(s: Sight, session: Session, card: Card, box: Box) -> Node:
    wanted = card.families if isinstance(card, IssueCard) else ()
    families = tuple(family for family in session.workshop.families if family.id in wanted)
    return s.part(f"hand:{card.id}", _laid, card, face_of(s, card, session.workshop.deck), families, box)


def _laid(s: Sight, card: Card, face: Face, families: tuple[Family, ...], box: Box) -> Node:
    thing = IssueThing(card.id) if isinstance(card, IssueCard) else LeverThing(card.id)
    made = card_face(s, box, f"card:{card.id}", card, face, families)
    return replace(made, does=Spotlight(card.id), drags=thing, hint=_told(s, card, families))


def _told(s: Sight, card: Card, families: tuple[Family, ...]) -> str:
    """Say what is drawn on a card besides its name: an issue's families, a lever's points."""
    if isinstance(card, IssueCard):
        names = ", ".join(family.short.say(s.speaker.lang) for family in families)
        return s.say("board.card.families", names=names) if names else ""
    does = card.effects
    return s.say(
        "board.figures", cost=points(does.cost), delay=points(does.delay), effort=does.effort, impact=does.impact
    )


def _none(s: Sight, ui: Ui, session: Session, box: Box) -> tuple[Node, ...]:
    """Say that nothing is found, and offer to write the card that was sought."""
    style = Style(theme.BODY, back=theme.SAND, align="centre", middle=True)
    sought = ui.text(SEARCH).strip()
    if not sought or session.closed:
        return (_nothing(s, ui, box, style),)
    what = _writes(session)
    does = Several((SetText(f"blank:{what.about}:label", sought), what))
    row, rest = box.cut_bottom(s.px(theme.BUTTON), s.px(8))
    names = (s.say("board.none.write", label=sought), s.say("board.none.card"))
    wides = [s.width(name, theme.BODY, bold=True) + s.px(90) for name in names]
    fits = next((at for at, wide in enumerate(wides) if wide <= row.w), None)
    made = Button("hand:none:write", names[0], does, "primary", "plus")
    if fits is None:
        return (icon_button(s, row.middle(s.px(theme.BUTTON), row.h), made),)
    write = button(s, row.middle(wides[fits], row.h), replace(made, name=names[fits], spoken=names[0]))
    told = rest.h >= s.tall(s.say("board.none"), theme.BODY, rest.w)
    return (_nothing(s, ui, rest, style), write) if told else (write,)


def _nothing(s: Sight, ui: Ui, box: Box, style: Style) -> Node:
    """Say that no card is there; aloud to who is typing what is sought."""
    sought = ui.editing is not None and ui.editing.key == SEARCH
    return replace(label(s, box, "hand:none", s.say("board.none"), style), states=("polite",) if sought else ())


def _shelf(s: Sight, ui: Ui, session: Session, box: Box) -> tuple[Node, ...]:
    """Lay whole pages of cards, as many side by side as their labels allow; the arrows stand over one another."""
    cards, key = lots.dealing(s, ui, session).cards, lots.shelf(ui, session)
    if not cards:
        return _none(s, ui, session, box)
    gap, least = s.px(10), s.px(CARD[0])
    sides, rest = box.cut_right(s.px(theme.TARGET), s.px(6))
    count = max(1, (rest.w + gap) // (least + gap))
    width = (rest.w - gap * (count - 1)) // count
    lying = Lying(key, s.say("board.cards"), len(cards), width, gap)
    found = shelf(lying, ui.scroll(key), rest, lambda i, spot: _card(s, session, cards[i], spot))
    if found.scrolls is None:
        return (found,)
    far, step = found.scrolls.reach, count * (width + gap)
    start = min(ui.scroll(key), far)
    back, on = max(0, start - step) - ui.scroll(key), min(far, start + step) - ui.scroll(key)
    before, after = sides.rows(2, s.px(6))
    return (
        found,
        _arrow(s, before, "hand:before", "chevron-left", ScrollBy(key, back), on=start > 0),
        _arrow(s, after, "hand:after", "chevron-right", ScrollBy(key, on), on=start < far),
    )


def _arrow(s: Sight, box: Box, key: str, icon: str, does: object, *, on: bool) -> Node:
    name = s.say("board.before" if key.endswith("before") else "board.after")
    return icon_button(s, box, Button(key, name, does, icon=icon, states=() if on else ("disabled",)))


def _column(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    cards, key = lots.dealing(s, ui, session).cards, lots.shelf(ui, session)
    if not cards:
        return Node("group", "hand:empty", "", box, kids=_none(s, ui, session, box))
    pieces = [made(0, s.px(CARD[1]), partial(_card, s, session, card)) for card in cards]
    return scrolled(s, ui, Listed(key, s.say("board.cards"), 8), pieces).node(box)

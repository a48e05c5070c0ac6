"""Widgets are functions that give nodes; none keeps anything. Boxes are given in pixels, sizes are scaled here."""

from __future__ import annotations

from collections.abc import Callable

from game.view import theme
from game.view.box import Box
from game.view.intents import CloseTop, SelectTab, Slide
from game.view.looks import Fill, Icon, Mark
from game.view.node import Node, Scroller
from game.view.sight import Sight
from game.view.ui import Ui

States = tuple[str, ...]

KINDS = {
    "primary": (theme.ACCENT, theme.INK, theme.ACCENT),
    "plain": (theme.WHITE, theme.INK, theme.INK_3),
    "quiet": (theme.PAPER_2, theme.INK, theme.LINE),
    "dark": (theme.INK_2, theme.WHITE, theme.INK_2),
    "danger": (theme.WHITE, theme.BAD, theme.BAD),
}
"""Fill, ink and outline of a button."""


def label(
    s: Sight,
    box: Box,
    key: str,
    text: str,
    size: float = theme.TEXT,
    colour: str = theme.INK,
    *,
    bold: bool = False,
    align: str = "left",
    middle: bool = False,
    back: str = theme.PAPER,
    role: str = "text",
) -> Node:
    """Write a text: its own node, so that it is read aloud. `role` is text or heading."""
    words = s.words(box, text, size, colour, bold=bold, align=align, middle=middle, back=back)
    return Node(role, key, text, box, (words,))


def panel(key: str, name: str, box: Box, colour: str, kids: tuple[Node, ...], *, more: tuple[Mark, ...] = ()) -> Node:
    """Fill a box and put nodes on it."""
    return Node("group", key, name, box, (Fill(box, colour), *more), kids=kids)


def button(
    s: Sight,
    box: Box,
    key: str,
    name: str,
    does: object,
    *,
    kind: str = "plain",
    icon: str = "",
    states: States = (),
    size: float = theme.BODY,
    hint: str = "",
) -> Node:
    """Give a button: words, with an icon before them if given. Disabled by the state, never by leaving `does` out."""
    fill, ink, edge = KINDS[kind]
    if "disabled" in states:
        fill, ink, edge = theme.PAPER_2, theme.QUIET, theme.LINE
    if "selected" in states:
        fill, ink, edge = theme.INK, theme.WHITE, theme.INK
    inner = box.inset(s.px(14), s.px(4))
    marks: list[Mark] = [Fill(box, fill, s.px(theme.RADIUS), edge, s.px(2))]
    if icon:
        side, gap = s.px(size * 1.2), s.px(10)
        room = inner.middle(min(inner.w, side + gap + s.width(name, size, bold=True)), inner.h)
        spot, inner = room.cut_left(side, gap)
        marks.append(Icon(spot.middle(side, side), icon, ink))
    sizes = (size, max(theme.TEXT, size - 2), theme.TEXT)
    align = "left" if icon else "centre"
    marks.append(s.fitted(inner, name, sizes, ink, bold=True, align=align, middle=True, back=fill))
    return Node("button", key, name, box, tuple(marks), does, states, hint=hint)


def icon_button(
    s: Sight, box: Box, key: str, name: str, icon: str, does: object, *, kind: str = "dark", states: States = ()
) -> Node:
    """Give a button that shows only an icon; its name is read aloud."""
    fill, ink, edge = KINDS[kind]
    if "disabled" in states:
        ink = theme.QUIET
    side = min(box.w, box.h, s.px(36))
    marks = (Fill(box, fill, s.px(theme.RADIUS), edge, s.px(2)), Icon(box.middle(side, side), icon, ink))
    return Node("button", key, name, box, marks, does, states)


def tabs(
    s: Sight,
    box: Box,
    strip: str,
    name: str,
    choices: tuple[tuple[str, str], ...],
    chosen: str,
    does: Callable[[str], object] | None = None,
) -> Node:
    """Give a strip of tabs (id, words), as wide as their words; `ui.tab(strip, default)` tells the chosen one."""
    press = does or (lambda tab: SelectTab(strip, tab))
    kids, x = [], box.x
    for tab, words in choices:
        width = s.width(words, theme.TEXT, bold=True) + s.px(32)
        cell = Box(x, box.y, min(width, box.right - x), box.h)
        x += width + s.px(8)
        kids.append(_tab(s, cell, f"tab:{strip}:{tab}", words, press(tab), chosen=tab == chosen))
    return Node("tabs", f"tabs:{strip}", name, box, kids=tuple(kids))


def _tab(s: Sight, box: Box, key: str, words: str, does: object, *, chosen: bool) -> Node:
    fill, ink = (theme.INK, theme.WHITE) if chosen else (theme.PAPER_2, theme.INK)
    text = s.words(box.inset(s.px(8), 0), words, theme.TEXT, ink, bold=True, align="centre", middle=True, back=fill)
    look = (Fill(box, fill, box.h // 2, theme.INK if chosen else theme.LINE, s.px(2)), text)
    return Node("tab", key, words, box, look, does, ("selected",) if chosen else ())


def check(s: Sight, box: Box, key: str, name: str, does: object, *, on: bool, states: States = ()) -> Node:
    """Give a check box with its words."""
    spot, rest = box.cut_left(s.px(36), s.px(14))
    square = spot.middle(s.px(34), s.px(34))
    marks: list[Mark] = [Fill(square, theme.INK if on else theme.WHITE, s.px(6), theme.INK, s.px(3))]
    if on:
        marks.append(Icon(square.inset(s.px(4)), "check", theme.WHITE))
    marks.append(s.words(rest, name, theme.BODY, theme.INK, middle=True, back=theme.WHITE))
    return Node("check", key, name, box, tuple(marks), does, (*states, "checked" if on else "unchecked"))


def slider(s: Sight, box: Box, key: str, name: str, slide: Slide, shown: str, *, states: States = ()) -> Node:
    """Give a slider; `slide.track` is its line (inside `box`), `shown` the number as words (a bubble on the knob)."""
    track, span = slide.track, max(1, slide.high - slide.low)
    at = track.x + round(track.w * (slide.now - slide.low) / span)
    line = Box(track.x, track.centre[1] - s.px(5), track.w, s.px(10))
    knob = Box(at - s.px(22), track.centre[1] - s.px(22), s.px(44), s.px(44))
    bar = Fill(Box(line.x, line.y, at - line.x, line.h), theme.ACCENT, s.px(5))
    look = (Fill(line, theme.SAND, s.px(5)), bar, Fill(knob, theme.WHITE, s.px(22), theme.INK, s.px(4)))
    return Node("slider", key, name, box, look, slide, states, value=shown)


def stepper(
    s: Sight, box: Box, key: str, name: str, shown: str, less: object, more: object, ends: tuple[bool, bool]
) -> Node:
    """Give a number between a minus and a plus; `ends` tells whether each still does something."""
    minus, rest = box.cut_left(s.px(theme.BUTTON))
    plus, middle = rest.cut_right(s.px(theme.BUTTON))
    off = ("disabled",)
    kids = (
        icon_button(s, minus, f"{key}:less", s.say("widget.less", what=name), "minus", less,
                    kind="plain", states=() if ends[0] else off),
        label(s, middle, f"{key}:shown", shown, theme.LABEL, bold=True, align="centre", middle=True),
        icon_button(s, plus, f"{key}:more", s.say("widget.more", what=name), "plus", more,
                    kind="plain", states=() if ends[1] else off),
    )  # fmt: skip
    return Node("group", key, name, box, kids=kids, value=shown)


def meter(s: Sight, box: Box, key: str, name: str, used: float, capacity: float, shown: str) -> Node:
    """Give a bar with a capacity mark at three quarters; over capacity it is hatched too."""
    span = max(capacity, 1) * 4 / 3
    share = min(1.0, max(0.0, used) / span)
    mark_x = box.x + round(box.w * 3 / 4)
    over = used > capacity
    bar = Box(box.x, box.y, max(1, round(box.w * share)), box.h)
    look: list[Mark] = [Fill(box, theme.SAND, box.h // 2)]
    if share > 0:
        fill = theme.WARN if over else theme.INK_3
        look.append(Fill(bar, fill, box.h // 2, hatch=theme.ACCENT if over else ""))
    look.append(Fill(Box(mark_x, box.y - s.px(5), s.px(4), box.h + s.px(10)), theme.INK))
    return Node("meter", key, name, box, tuple(look), value=shown, states=("over",) if over else ())


def scroll_list(
    s: Sight,
    ui: Ui,
    box: Box,
    key: str,
    name: str,
    height: int,
    row: Callable[[int, Box], Node],
    count: int,
    gap: int = 0,
) -> Node:
    """Give a list that scrolls; `row(i, box)` builds a row of `height` pixels, only for those in sight."""
    whole = max(0, count * (height + gap) - gap)
    far = max(0, whole - box.h)
    start = min(ui.scroll(key), far)
    inner = Box(box.x, box.y, box.w - (s.px(16) if far else 0), box.h)
    rows = inner.move(0, -start).stack(height, count, gap)
    kids = tuple(row(i, cell) for i, cell in enumerate(rows) if cell.meets(box))
    look: tuple[Mark, ...] = ()
    if far:
        size = max(s.px(40), box.h * box.h // whole)
        knob = Box(box.right - s.px(10), box.y + (box.h - size) * start // far, s.px(8), size)
        look = (Fill(knob, theme.INK_3, s.px(4)),)
    return Node("list", key, name, box, look, states=("clips",), kids=kids, scrolls=Scroller(key, far))


def _title(s: Sight, box: Box, key: str, title: str, size: int) -> Node:
    """Write a dialog's title, as large as asked where it fits."""
    sizes = (size, theme.TITLE) if size > theme.TITLE else (theme.TITLE,)
    words = s.fitted(box, title, sizes, bold=True, back=theme.PAPER)
    return Node("heading", f"{key}:title", title, box, (words,))


def dialog_frame(
    s: Sight, key: str, title: str, width: int, height: int, *, closes: bool = True, size: int = theme.TITLE
) -> tuple[Callable[[tuple[Node, ...]], Node], Box]:
    """Give a maker of a modal dialog (call it with the kids) and the box left inside, under the title."""
    box = s.box.inset(s.px(24)).middle(width, height)
    inner = box.inset(s.px(32), s.px(28))
    head, body = inner.cut_top(s.px(64), s.px(12))
    kids: list[Node] = []
    if closes:
        spot, head = head.cut_right(s.px(52), s.px(16))
        close = spot.cut_top(s.px(52))[0]
        kids.append(icon_button(s, close, f"{key}:close", s.say("widget.close"), "x", CloseTop(), kind="quiet"))
    kids.insert(0, _title(s, head, key, title, size))
    look = (Fill(box, theme.PAPER, s.px(18), theme.INK, s.px(3), shadow=s.px(20)),)

    def frame(more: tuple[Node, ...]) -> Node:
        body_node = Node("dialog", key, title, box, look, kids=(*kids, *more))
        return Node("group", f"{key}:veil", "", s.box, (Fill(s.box, theme.VEIL),), states=("modal",), kids=(body_node,))

    return frame, body

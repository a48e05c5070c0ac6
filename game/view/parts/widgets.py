"""Widgets are functions that give nodes; none keeps anything. Boxes are given in pixels, sizes are scaled here."""

from __future__ import annotations

from collections.abc import Callable

from game.core.frozen import dataclass
from game.view.answer.intents import SelectTab
from game.view.answer.sliding import Slide
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.looks import PLAIN, Fill, Icon, Mark, Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

States = tuple[str, ...]

KINDS = {
    "primary": (theme.ACCENT, theme.INK, theme.ACCENT),
    "plain": (theme.WHITE, theme.INK, theme.INK_3),
    "quiet": (theme.PAPER_2, theme.INK, theme.LINE),
    "dark": (theme.SLATE_2, theme.CHALK, theme.SLATE_2),
    "danger": (theme.WHITE, theme.BAD, theme.BAD),
}
"""Fill, ink and outline of a button."""
TAB_GAP = 8
"""Between two tabs, and between two lines of them, at 1080p."""


def label(s: Sight, box: Box, key: str, text: str, style: Style = PLAIN, role: str = "text") -> Node:
    """Write a text: its own node, so that it is read aloud. `role` is text or heading."""
    return Node(role, key, text, box, (s.words(box, text, style),))


@dataclass(frozen=True, slots=True)
class Button:
    """What a button says and does: words, an icon before them or alone. Disabled by a state, never without `does`."""

    key: str
    name: str
    does: object
    kind: str = "plain"
    icon: str = ""
    states: States = ()
    size: float = theme.BODY
    hint: str = ""
    spoken: str = ""
    """What is read aloud, where it says more than the words shown."""
    lang: str = ""
    """The language of its words, where it is not the table's."""


def button(s: Sight, box: Box, made: Button) -> Node:
    """Give a button with its words, and its icon before them if it has one."""
    fill, ink, edge = KINDS[made.kind]
    if "disabled" in made.states:
        fill, ink, edge = theme.PAPER_2, theme.QUIET, theme.LINE
    if "selected" in made.states:
        fill, ink, edge = theme.INK, theme.WHITE, theme.INK
    inner, size = box.inset(s.px(14), s.px(4)), made.size
    marks: list[Mark] = [Fill(box, fill, s.px(theme.RADIUS), edge, s.px(2))]
    if made.icon:
        side, gap = s.px(size * 1.2), s.px(10)
        room = inner.middle(min(inner.w, side + gap + s.width(made.name, size, bold=True)), inner.h)
        spot, inner = room.cut_left(side, gap)
        marks.append(Icon(spot.middle(side, side), made.icon, ink))
    style = Style(size, ink, bold=True, back=fill, align="left" if made.icon else "centre", middle=True)
    marks.append(s.fitted(inner, made.name, style, max(theme.TEXT, size - 2), theme.TEXT))
    name = made.spoken or made.name
    return Node("button", made.key, name, box, tuple(marks), made.does, made.states, hint=made.hint, lang=made.lang)


def icon_button(s: Sight, box: Box, made: Button) -> Node:
    """Give a button that shows only its icon; its name is read aloud."""
    fill, ink, edge = KINDS[made.kind]
    if "disabled" in made.states:
        ink = theme.QUIET
    side = min(box.w, box.h, s.px(36))
    marks = (Fill(box, fill, s.px(theme.RADIUS), edge, s.px(2)), Icon(box.middle(side, side), made.icon, ink))
    return Node("button", made.key, made.name, box, marks, made.does, made.states, lang=made.lang)


@dataclass(frozen=True, slots=True)
class Strip:
    """A question under a key, its answers (id, words) and the chosen one; `ui.tab(key, default)` tells which it is."""

    key: str
    name: str
    choices: tuple[tuple[str, str], ...]
    chosen: str
    does: Callable[[str], object] | None = None

    def press(self, answer: str) -> object:
        """Give what pressing an answer does."""
        return self.does(answer) if self.does is not None else SelectTab(self.key, answer)


def tabs(s: Sight, box: Box, strip: Strip) -> Node:
    """Give a strip of tabs, as wide as their words, on as many lines as they need."""
    lines, gap = tab_lines(s, strip, box.w), s.px(TAB_GAP)
    kids = []
    for line, spot in zip(lines, box.rows(len(lines), gap), strict=True):
        x = spot.x
        for tab, words, width in line:
            kids.append(_tab(s, Box(x, spot.y, min(width, spot.right - x), spot.h), strip, tab, words))
            x += width + gap
    return Node("tabs", f"tabs:{strip.key}", strip.name, box, kids=tuple(kids))


def tabs_width(s: Sight, strip: Strip) -> int:
    """Give the width of the tabs on one line, in pixels."""
    return sum(_tab_width(s, words) + s.px(TAB_GAP) for _, words in strip.choices)


def _tab_width(s: Sight, words: str) -> int:
    return s.width(words, theme.TEXT, bold=True) + s.px(32)


def tab_lines(s: Sight, strip: Strip, width: int) -> list[list[tuple[str, str, int]]]:
    """Give the tabs line by line, each its id, its words and its width in pixels."""
    lines: list[list[tuple[str, str, int]]] = [[]]
    left = width
    for tab, words in strip.choices:
        wide = _tab_width(s, words)
        if lines[-1] and wide > left:
            lines.append([])
            left = width
        lines[-1].append((tab, words, wide))
        left -= wide + s.px(TAB_GAP)
    return lines


def _tab(s: Sight, box: Box, strip: Strip, tab: str, words: str) -> Node:
    chosen = tab == strip.chosen
    fill, ink = (theme.INK, theme.WHITE) if chosen else (theme.PAPER_2, theme.INK)
    text = s.words(box.inset(s.px(8), 0), words, Style(ink=ink, bold=True, back=fill, align="centre", middle=True))
    look = (Fill(box, fill, box.h // 2, theme.INK if chosen else theme.LINE, s.px(2)), text)
    return Node("tab", f"tab:{strip.key}:{tab}", words, box, look, strip.press(tab), ("selected",) if chosen else ())


def check(s: Sight, box: Box, made: Button, *, on: bool) -> Node:
    """Give a check box with its words, at the button's size where they stand whole."""
    spot, rest = box.cut_left(s.px(36), s.px(14))
    square = spot.middle(s.px(34), s.px(34))
    marks: list[Mark] = [Fill(square, theme.INK if on else theme.WHITE, s.px(6), theme.INK, s.px(3))]
    if on:
        marks.append(Icon(square.inset(s.px(4)), "check", theme.WHITE))
    style = Style(made.size, bold=made.size > theme.BODY, back=theme.WHITE, middle=True)
    marks.append(s.fitted(rest, made.name, style, theme.BODY))
    states = (*made.states, "checked" if on else "unchecked")
    return Node("check", made.key, made.spoken or made.name, box, tuple(marks), made.does, states)


def slider(s: Sight, box: Box, key: str, name: str, slide: Slide, shown: str) -> Node:
    """Give a slider; `slide.track` is its line (inside `box`), `shown` the number as words (a bubble on the knob)."""
    track, span = slide.track, max(1, slide.high - slide.low)
    at = track.x + round(track.w * (slide.now - slide.low) / span)
    line = Box(track.x, track.centre[1] - s.px(5), track.w, s.px(10))
    knob = Box(at - s.px(22), track.centre[1] - s.px(22), s.px(44), s.px(44))
    bar = Fill(Box(line.x, line.y, at - line.x, line.h), theme.ACCENT, s.px(5))
    look = (
        Fill(line, theme.SAND, s.px(5), theme.LINE, s.px(2)),
        bar,
        Fill(knob, theme.WHITE, s.px(22), theme.INK, s.px(4)),
    )
    return Node("slider", key, name, box, look, slide, value=shown)


def meter(s: Sight, box: Box, key: str, name: str, weighed: tuple[float, float], shown: str) -> Node:
    """Give a bar of what is used of a capacity, with a mark at three quarters; over capacity it is hatched too."""
    used, capacity = weighed
    span = max(capacity, 1) * 4 / 3
    share = min(1.0, max(0.0, used) / span)
    mark_x = box.x + round(box.w * 3 / 4)
    over = used > capacity
    bar = Box(box.x, box.y, max(1, round(box.w * share)), box.h)
    look: list[Mark] = [Fill(box, theme.SAND, box.h // 2, theme.LINE, s.px(2))]
    if share > 0:
        fill = theme.WARN if over else theme.INK_3
        look.append(Fill(bar, fill, box.h // 2, hatch=theme.ACCENT if over else ""))
    look.append(Fill(Box(mark_x, box.y - s.px(5), s.px(4), box.h + s.px(10)), theme.INK))
    return Node("meter", key, name, box, tuple(look), value=shown, states=("over",) if over else ())

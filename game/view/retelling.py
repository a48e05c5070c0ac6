"""A session told again, over everything: the bar with a sentence a step, and the track that goes to any step."""

from __future__ import annotations

from game.view.answer.intents import SelectTab
from game.view.answer.sliding import Slide
from game.view.answer.ui import Ui
from game.view.parts import bars, footer
from game.view.parts.pieces import fitted, symbol
from game.view.parts.widgets import Button, slider
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import Piece, grow, middle, node, over, pad, row
from game.view.tree.looks import Fill, Icon, Mark, Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

DO, AT, SAID, RUNS, MARKS = "replay:do", "replay:at", "replay:said", "replay:runs", "replay:marks"
"""Strips of the view: what is asked of whoever tells; the step ("12/48"); its sentence; whether it goes on by itself;
the steps that are marked, and as what ("5:phase 12:vote")."""
TRACK = "replay:track"
"""The slider's key."""
SIGNS = {
    "named": "flag",
    "vote": "vote",
    "arbitration": "scale",
    "renounced": "ban",
    "undone": "undo-2",
    "adopted": "circle-check",
    "phase": "chevron-right",
}
"""The sign of each mark; where two would lie over each other, the one told first here stands."""
SIDE = 30
"""Side of a mark's sign at 1080p."""


def shown(ui: Ui) -> bool:
    """Tell whether a session is told again."""
    return bool(ui.tab(AT, ""))


def marks(ui: Ui) -> tuple[tuple[int, str], ...]:
    """Give the marked steps in their order, and what each is marked as."""
    pairs = (one.partition(":") for one in ui.tab(MARKS, "").split())
    return tuple((int(at), what) for at, _, what in pairs)


def build(s: Sight, ui: Ui) -> Node:
    """Build the bar in the place of the session's, and the track in that of the foot."""
    small = bars.sight(s)
    now, last = (int(part) for part in ui.tab(AT, "1/1").split("/"))
    head = s.box.cut_top(bars.head(s) + small.px(theme.STRIPES))[0]
    foot = s.box.cut_bottom(footer.height(s, ui))[0]
    kids = (_bar(small, ui, now, last).node(head), _foot(small, ui, now, last).node(foot))
    return Node("group", "replay:veil", "", s.box, states=("modal",), kids=kids)


def _bar(s: Sight, ui: Ui, now: int, last: int) -> Piece:
    said = s.say("replay.where", n=now, count=last, said=ui.tab(SAID, ""))
    style = Style(theme.TITLE, theme.WHITE, bold=True, back=theme.INK, middle=True)
    words = fitted(s, said, style, theme.LABEL, theme.BODY, theme.TEXT)
    told = node("heading", "replay:said", said, words, states=("live",))
    ways = [_way(s, *one) for one in _ways(ui, now, last)]
    inside = pad(row(grow(told), *ways, gap=s.px(10)), s.px(24), s.px(10))
    return node("group", "replay:bar", s.say("replay.bar"), _on_ink(s, inside), states=("bar",))


def _on_ink(s: Sight, inside: Piece) -> Piece:
    return over(inside, lambda area: (Fill(area, theme.INK, 0, theme.ACCENT, s.px(4)),))


def _ways(ui: Ui, now: int, last: int) -> tuple[tuple[str, str, str, bool], ...]:
    """Give the buttons: what each asks, its words, its sign, whether it can be pressed."""
    runs, marked = bool(ui.tab(RUNS, "")), [at for at, _ in marks(ui)]
    return (
        ("before", "before", "chevrons-left", any(at < now for at in marked)),
        ("back", "back", "arrow-left", now > 1),
        ("run", *(("stop", "pause") if runs else ("run", "play")), runs or now < last),
        ("next", "next", "arrow-right", now < last),
        ("after", "after", "chevrons-right", any(at > now for at in marked)),
        ("branch", "branch", "git-branch", True),
        ("leave", "leave", "x", True),
    )


def _way(s: Sight, way: str, name: str, sign: str, able: bool) -> Piece:  # noqa: FBT001 (a row of the table above)
    first = way == "next"
    states = (*(() if able else ("disabled",)), *(("default",) if first and able else ()))
    button = Button(f"replay:{way}", s.say(f"replay.{name}"), SelectTab(DO, way), "primary" if first else "plain",
                    sign, states)  # fmt: skip
    return middle(symbol(s, button, 64))


def _foot(s: Sight, ui: Ui, now: int, last: int) -> Piece:
    """Give the track, its marks above it."""

    def put(box: Box) -> Node:
        above, line = box.cut_top(s.px(SIDE))
        track = line.inset(s.px(26), 0)
        slide = Slide(TRACK, 1, max(2, last), 1, now, track)
        drawn = slider(s, box, TRACK, s.say("replay.track", n=now, count=last), slide, f"{now}/{last}")
        return Node(drawn.role, drawn.key, drawn.name, box, (*drawn.look, *_signs(s, ui, above, track, last)),
                    drawn.does, value=drawn.value)  # fmt: skip

    wide = Piece(0, lambda _: s.px(bars.FOOT), lambda box: (put(box),), 1)
    return node("group", "replay:foot", s.say("replay.way"), _on_ink(s, pad(wide, s.px(24), s.px(8))),
                states=("bar",))  # fmt: skip


def _signs(s: Sight, ui: Ui, box: Box, track: Box, last: int) -> tuple[Mark, ...]:
    """Draw the marks, the weightiest first; one that would lie over another is left out."""
    side, drawn = s.px(SIDE), list[tuple[int, Mark]]()
    order = list(SIGNS)
    for at, what in sorted(marks(ui), key=lambda one: order.index(one[1])):
        x = track.x + round(track.w * (at - 1) / max(1, last - 1))
        if all(abs(x - other) >= side for other, _ in drawn):
            drawn.append((x, Icon(Box(x - side // 2, box.y, side, side), SIGNS[what], theme.WHITE)))
    return tuple(mark for _, mark in drawn)

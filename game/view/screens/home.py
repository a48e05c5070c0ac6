"""Home: a new session, those to take up again, the demonstration, the language and the size of texts."""

from __future__ import annotations

from game.view import theme
from game.view.box import Box
from game.view.intents import Fullscreen, OpenDialog, Quit, SetLanguage
from game.view.looks import Fill, Icon, Mark, Poly, Style
from game.view.node import Node
from game.view.panels.begin import begin
from game.view.panels.heading import heading, tool
from game.view.panels.sessions import sessions
from game.view.shelf import Shelf
from game.view.sight import Sight
from game.view.ui import Ui
from game.view.widgets import Strip, tabs

LANGUAGES = (("fr", "Français"), ("en", "English"))
"""Each named in itself, so that it is found by whoever speaks it."""
WIDE, HERO = 1100, 640
"""From which room, at 1080p: two columns side by side; the greeting above them."""


def build(s: Sight, ui: Ui, shelf: Shelf) -> Node:
    """Build the screen from the shelf the clerk has filled."""
    bar, body = s.part("home:bar", _bar), s.box.cut_top(s.px(theme.BAR + theme.STRIPES))[1]
    inner = body.inset(s.px(48 if body.h > s.px(HERO) else 20), s.px(32 if body.h > s.px(HERO) else 14))
    kids: list[Node] = [bar]
    if inner.h > s.px(HERO):
        greeting, inner = inner.cut_top(s.px(200), s.px(28))
        kids.append(s.part("home:greeting", _greeting, greeting))
    kids += _columns(s, ui, inner, shelf) if inner.w > s.px(WIDE) else _one(s, ui, inner, shelf)
    return Node("group", "home", s.say("home.title"), s.box, (Fill(s.box, theme.PAPER),), kids=tuple(kids))


def _columns(s: Sight, ui: Ui, box: Box, shelf: Shelf) -> list[Node]:
    left, right = box.split_columns(1, 1, gap=s.px(56))
    return [_begin(s, ui, left, shelf), _sessions(s, ui, right, shelf)]


def _one(s: Sight, ui: Ui, box: Box, shelf: Shelf) -> list[Node]:
    """Show one column at a time, what a crash left open first."""
    strip, rest = box.cut_top(s.px(theme.BUTTON), s.px(theme.GAP))
    side = ui.tab("home", "resume" if shelf.recovery else "new")
    choices = (("new", s.say("home.new")), ("resume", s.say("home.resume")))
    shown = _begin(s, ui, rest, shelf) if side == "new" else _sessions(s, ui, rest, shelf)
    return [tabs(s, strip, Strip("home", s.say("home.title"), choices, side)), shown]


def _begin(s: Sight, ui: Ui, box: Box, shelf: Shelf) -> Node:
    return s.part("home:new", begin, ui.only(tabs=("offer", "pace"), scrolls=("offers", "new:list")), box, shelf)


def _sessions(s: Sight, ui: Ui, box: Box, shelf: Shelf) -> Node:
    return s.part("home:sessions", sessions, ui.only(scrolls=("sessions:list",)), box, shelf)


def _bar(s: Sight) -> Node:
    others = [pair for pair in LANGUAGES if pair[0] != s.speaker.lang]
    tools = (
        *(tool(f"lang:{lang}", name, "languages", SetLanguage(lang)) for lang, name in others),
        tool("home:text", s.say("menu.text"), "a-large-small", OpenDialog("scale")),
        tool("home:full", s.say("menu.full"), "maximize", Fullscreen()),
        tool("home:quit", s.say("menu.quit"), "log-out", Quit()),
    )
    return heading(s, "home", s.say("home.title"), tools)[0]


def _greeting(s: Sight, box: Box) -> Node:
    """Greet the room beside a clapperboard."""
    spot, words = box.cut_left(s.px(230), s.px(44))
    head, rest = words.cut_top(words.h * 11 // 20)
    marks = (
        *clapperboard(s, spot),
        s.fitted(head, s.say("home.greeting"), Style(72, bold=True, middle=True), 60, theme.BIG, theme.TITLE),
        s.fitted(rest, s.say("home.promise"), Style(32, theme.INK_3), theme.LABEL, theme.TEXT),
    )
    return Node("heading", "home:greeting", s.say("home.greeting"), box, marks, hint=s.say("home.promise"))


def clapperboard(s: Sight, box: Box) -> tuple[Mark, ...]:
    """Draw the clapperboard: a slate under a striped stick, open."""
    stick = box.h // 6
    slate = Box(box.x, box.y + 2 * stick + s.px(8), box.w, box.h - 2 * stick - s.px(8))
    rise = stick + s.px(10)
    arm = ((slate.x, slate.y - s.px(4)), (slate.x, slate.y - stick), (slate.right, slate.y - stick - rise),
           (slate.right, slate.y - rise - s.px(4)))  # fmt: skip
    side = slate.h - stick - s.px(24)
    return (
        Poly(arm, theme.INK),
        *_slants(slate.x, slate.y - s.px(4), slate.w, stick - s.px(4), rise),
        Fill(slate, theme.INK, s.px(12), square="top"),
        *_slants(slate.x, slate.y + stick, slate.w, stick, 0),
        Icon(slate.cut_bottom(slate.h - stick)[0].middle(side, side), "map-pin", theme.ACCENT),
    )


def _slants(x: int, y: int, width: int, tall: int, rise: int) -> tuple[Mark, ...]:
    """Draw the white stripes of a stick whose foot goes from (x, y) up by `rise` over its width."""
    step = width // 5
    lean = (step // 4) * (1 if rise else -1)

    def corner(along: int, up: int) -> tuple[int, int]:
        return x + along, y - up - along * rise // width

    marks = []
    for left in range(step // 4, width - step // 2, step):
        right = left + step // 2
        marks.append(Poly((corner(left, 0), corner(right, 0), corner(right + lean, tall), corner(left + lean, tall)),
                          theme.WHITE))  # fmt: skip
    return tuple(marks)

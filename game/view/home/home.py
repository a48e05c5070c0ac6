"""Home: a new session, those to take up again, the demonstration, the language and the size of texts."""

from __future__ import annotations

from dataclasses import replace

from game.view.answer.intents import Fullscreen, OpenDialog, Quit
from game.view.answer.looks import SetLanguage
from game.view.answer.shelf import Shelf
from game.view.answer.ui import Ui
from game.view.home import tidying
from game.view.home.begin import begin
from game.view.home.sessions import sessions
from game.view.parts import bars
from game.view.parts.heading import heading, tool
from game.view.parts.pieces import fitted, strip
from game.view.parts.screens import screen_named
from game.view.parts.widgets import Button, Strip
from game.view.tree import legibility, theme
from game.view.tree.box import Box
from game.view.tree.layout import Piece, by_height, column, grid, grow, made, node, over, pad, row, sized, ways
from game.view.tree.looks import Fill, Icon, Mark, Poly, Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

LANGUAGES = (("fr", "Français"), ("en", "English"))
"""Each named in itself, so that it is found by whoever speaks it."""
GREETED = 800
"""From which room, at 1080p, a clapperboard stands beside the greeting."""
WIDE, HERO = 1100, 640
"""From which room, at 1080p: two columns side by side; the greeting above them."""


def build(s: Sight, ui: Ui, shelf: Shelf) -> Node:
    """Build the screen from the shelf that was filled for it: two columns, or one at a time."""
    others = [pair for pair in LANGUAGES if pair[0] != s.speaker.lang]
    tools = (
        *(tool(f"lang:{lang}", name, "languages", SetLanguage(lang), lang) for lang, name in others),
        _screen(s, ui),
        tool("home:full", s.say("menu.full"), "maximize", Fullscreen()),
        tool("home:quit", s.say("menu.quit"), "log-out", Quit()),
    )
    new, resume = _new(s, ui, shelf), _sessions(s, ui, shelf)
    beside = sized(grid((new, resume), 2, s.px(56)), wide=s.px(WIDE))
    parts = grow(ways(beside, _one(s, ui, shelf, new, resume)))
    greeted = column(sized(_greeting(s), tall=s.px(200)), parts, gap=s.px(28))
    hero = s.px(HERO)
    body = by_height(hero + 2 * s.px(32), pad(greeted, s.px(48), s.px(32)), pad(column(parts), s.px(20), s.px(14)))
    screen = bars.beside(heading(s, "home", s.say("home.title"), tools, low=ui.low), grow(body), low=ui.low)
    paper = over(screen, lambda box: (Fill(box, theme.PAPER),))
    return node("group", "home", s.say("home.title"), paper).node(s.box)


def _screen(s: Sight, ui: Ui) -> Button:
    """Offer to tell the room's screen and its farthest seat; once they are told, say which."""
    told, far = legibility.display(ui.tab("screen", "")), ui.tab("seat", "")
    if not (ui.tab("screen", "") and far.isdigit()):
        return replace(tool("home:text", s.say("home.screen"), "monitor", OpenDialog("scale")), kind="primary")
    name = s.say("home.screen.told", screen=screen_named(s, told), seat=s.say("scale.metres", n=int(far)))
    return tool("home:text", name, "monitor", OpenDialog("scale"))


def _one(s: Sight, ui: Ui, shelf: Shelf, new: Piece, resume: Piece) -> Piece:
    """Show one column at a time, what a crash left open first."""
    side = ui.tab("home", "resume" if shelf.recovery else "new")
    choices = (("new", s.say("home.new")), ("resume", s.say("home.resume")))
    tabs = strip(s, Strip("home", s.say("home.title"), choices, side), theme.BUTTON)
    return column(tabs, grow(new if side == "new" else resume), gap=s.px(theme.GAP))


def _new(s: Sight, ui: Ui, shelf: Shelf) -> Piece:
    mine = ui.only(tabs=("offer", "pace"), scrolls=("offers", "new:list"), slides="length:")
    return made(0, 0, lambda box: s.part("home:new", begin, mine, box, shelf))


def _sessions(s: Sight, ui: Ui, shelf: Shelf) -> Piece:
    mine = ui.only(scrolls=("sessions:list",), tabs=tidying.TABS, fields=tidying.FIELD)
    return made(0, 0, lambda box: s.part("home:sessions", sessions, mine, box, shelf))


def _greeting(s: Sight) -> Piece:
    """Greet the room beside a clapperboard."""
    board = made(s.px(230), 0, lambda box: clapperboard(s, box))
    large, sizes = Style(72, bold=True, middle=True), (60, theme.BIG, theme.TITLE, theme.LABEL)
    hello = fitted(s, s.say("home.greeting"), large, *sizes)
    promise = fitted(s, s.say("home.promise"), Style(32, theme.INK_3), theme.LABEL, theme.TEXT)
    words = column(grow(sized(hello, tall=0), 11), grow(sized(promise, tall=0), 9))
    shape = ways(sized(row(board, grow(words), gap=s.px(44)), wide=s.px(GREETED)), words)
    return node("heading", "home:greeting", s.say("home.greeting"), shape, hint=s.say("home.promise"))


def clapperboard(s: Sight, box: Box) -> tuple[Mark, ...]:
    """Draw the clapperboard: a slate under a striped stick, open."""
    stick = box.h // 6
    slate = Box(box.x, box.y + 2 * stick + s.px(8), box.w, box.h - 2 * stick - s.px(8))
    rise = stick + s.px(10)
    arm = ((slate.x, slate.y - s.px(4)), (slate.x, slate.y - stick), (slate.right, slate.y - stick - rise),
           (slate.right, slate.y - rise - s.px(4)))  # fmt: skip
    side = slate.h - stick - s.px(24)
    return (
        Poly(arm, theme.SLATE),
        *_slants(slate.x, slate.y - s.px(4), slate.w, stick - s.px(4), rise),
        Fill(slate, theme.SLATE, s.px(12), square="top"),
        *_slants(slate.x, slate.y + stick, slate.w, stick, 0),
        Icon(Box(slate.x, slate.y + stick, slate.w, slate.h - stick).middle(side, side), "map-pin", theme.AMBER),
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
                          theme.CHALK))  # fmt: skip
    return tuple(marks)

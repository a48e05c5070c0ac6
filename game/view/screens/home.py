"""Home: a new session, an open one, the demo, the language and the text size."""

from __future__ import annotations

from game.view import theme
from game.view.intents import PlayDemo, Quit, SetLanguage
from game.view.looks import Fill, Stripes
from game.view.node import Node
from game.view.sight import Sight
from game.view.widgets import button, label, tabs

LANGUAGES = (("fr", "Français"), ("en", "English"))


def build(s: Sight) -> Node:
    """Build the screen. A skeleton: the shelf of sessions is another file's work."""
    _, body = s.box.cut_top(s.px(92))
    stripes, body = body.cut_top(s.px(18))
    bar = s.panel("home:bar", _bar)
    middle = body.middle(s.px(900), s.px(500))
    rows = middle.stack(s.px(84), 4, s.px(24))
    kids = (
        bar,
        label(s, rows[0], "home:title", s.say("home.title"), theme.BIG, bold=True, role="heading"),
        button(s, rows[1], "home:demo", s.say("home.demo"), PlayDemo(), kind="primary", icon="clapperboard"),
        button(s, rows[2], "home:quit", s.say("home.quit"), Quit(), icon="log-out"),
    )
    look = (Fill(s.box, theme.PAPER), Stripes(stripes, theme.INK, theme.WHITE))
    return Node("group", "home", s.say("home.title"), s.box, look, kids=kids)


def _bar(s: Sight) -> Node:
    box = s.box.cut_top(s.px(92))[0]
    left, right = box.inset(s.px(28), s.px(16)).split_columns(3, 1)
    name = label(s, left, "home:name", "CLAP", theme.TITLE, theme.WHITE, bold=True, middle=True, back=theme.INK)
    kids = (name, tabs(s, right, "lang", s.say("home.language"), LANGUAGES, s.ui.lang, SetLanguage))
    return Node("group", "home:bar", "", box, (Fill(box, theme.INK),), kids=kids)

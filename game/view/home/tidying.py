"""A session put in order: its title, the archives, the bin. What cannot be undone at once is asked twice."""

from __future__ import annotations

from game.core.frozen import dataclass
from game.view.answer.intents import ForgetText, SelectTab, Several, TellSession
from game.view.answer.shelf import Recent, Tidy
from game.view.answer.ui import Ui
from game.view.parts import limits
from game.view.parts.fields import Field
from game.view.parts.lists import kept
from game.view.parts.pieces import field, label, plate, press, symbol, text
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.layout import Piece, abreast, column, node, over, pad
from game.view.tree.looks import Style
from game.view.tree.sight import Sight

OPEN, ASKED, AWAY = "tidy", "tidy:asked", "tidy:away"
"""Strips: the session whose panel is open; what is asked of it, how many times; whether those put away are shown."""
TABS = (OPEN, ASKED, AWAY)
FIELD = "title:"
TWICE = ("discard", "erase")


@dataclass(frozen=True, slots=True)
class Panel:
    """What is shown of a session put in order: the view of its field, what was asked, and how many times so far."""

    ui: Ui
    asked: str = ""
    times: int = 0


def panel(ui: Ui, path: str) -> Panel | None:
    """Give the panel of a session, if it is open."""
    if ui.tab(OPEN, "") != path:
        return None
    asked, _, times = ui.tab(ASKED, "").partition(":")
    return Panel(ui.only(fields=f"{FIELD}{path}"), asked, int(times or 0))


def handle(s: Sight, path: str, title: str, opened: Panel | None) -> Piece:
    """Give the button that opens the panel of a session, or closes it."""
    does = Several((SelectTab(OPEN, "" if opened else path), SelectTab(ASKED, "")))
    name = s.say("tidy.close" if opened else "tidy.open", session=title)
    return symbol(s, Button(f"tidy:{path}", name, does, icon="x" if opened else "ellipsis"), 60)


def build(s: Sight, recent: Recent, opened: Panel) -> Piece:
    """Give the panel: the title to write, the archives, the bin; or the question."""
    if opened.asked:
        return _framed(s, recent, _question(s, recent, opened))
    key, title = f"{FIELD}{recent.path}", recent.title
    typed = opened.ui.text(key, title)
    named = press(s, _button(s, recent, "rename", typed, able=typed.strip() not in ("", title)), 64)
    entry = field(s, opened.ui, Field(key, s.say("tidy.title"), title, limits.TITLE))
    aside = abreast([(press(s, _button(s, recent, what), 60), 1) for what in ("archive", "discard")], 0, _gaps(s))
    ways = node("group", f"tidy:ways:{recent.path}", "", aside)
    told = None if recent.state == "broken" else _again(s, recent)
    return _framed(s, recent, column(entry, named, told, ways, gap=s.px(10)))


def _again(s: Sight, recent: Recent) -> Piece:
    """Give the button that tells the session again."""
    hint = s.say("replay.again.of", session=recent.title)
    shown = Button(f"tell:{recent.path}", s.say("replay.again"), TellSession(recent.path), icon="film", hint=hint)
    return press(s, shown, 60)


def away(s: Sight, recent: Recent, opened: Panel | None) -> Piece:
    """Give a session that was put away, to be taken back; from the bin it may also go for good."""
    what = s.say(f"tidy.in.{recent.away}", title=recent.title)
    ways = ("restore", "erase" if recent.away == "Corbeille" else "discard")
    asked = opened is not None and opened.asked
    acts = [(press(s, _button(s, recent, way), 60), 1) for way in ways]
    below = _question(s, recent, opened) if opened is not None and asked else abreast(acts, 0, _gaps(s))
    words = text(s, what, Style(theme.BODY, bold=True, back=theme.WHITE))
    shape = over(pad(column(words, below, gap=s.px(8)), s.px(16), s.px(12)), plate(s, theme.WHITE, theme.LINE))
    return node("group", f"away:{recent.path}", what, shape)


def shelf_of(s: Sight, ui: Ui, found: tuple[Recent, ...]) -> tuple[Piece, ...]:
    """Give the way to the sessions put away, and these where they are asked for."""
    if not found:
        return ()
    shown = bool(ui.tab(AWAY, ""))
    name = s.say("tidy.away.hide" if shown else "tidy.away.show", n=len(found))
    way = press(s, Button("tidy:away", name, SelectTab(AWAY, "" if shown else "yes"), icon="archive"), 60)
    rows = [kept(s, f"away:{one.path}", away, one, panel(ui, one.path)) for one in found] if shown else []
    return (way, *rows)


def _gaps(s: Sight) -> tuple[int, int]:
    return s.px(12), s.px(8)


def _framed(s: Sight, recent: Recent, inside: Piece) -> Piece:
    shape = over(pad(inside, s.px(18), s.px(14)), plate(s, theme.PAPER_2, theme.INK_3))
    return node("group", f"tidy:panel:{recent.path}", s.say("tidy.open", session=recent.title), shape)


def _button(s: Sight, recent: Recent, what: str, title: str = "", *, able: bool = True) -> Button:
    """Give the button that does one thing, or asks first."""
    signs = {"rename": "pencil", "archive": "archive", "discard": "trash-2", "restore": "undo-2", "erase": "trash-2"}
    asks = Several((SelectTab(OPEN, recent.path), SelectTab(ASKED, f"{what}:1")))
    does = asks if what in TWICE else _done(recent, what, title)
    kind = "danger" if what in TWICE else "plain"
    states = () if able else ("disabled",)
    return Button(f"tidy:{what}:{recent.path}", s.say(f"tidy.{what}"), does, kind, signs[what], states,
                  spoken=s.say("said.of", what=s.say(f"tidy.{what}"), said=recent.title))  # fmt: skip


def _done(recent: Recent, what: str, title: str = "") -> Several:
    forget = ForgetText(f"{FIELD}{recent.path}")
    return Several((SelectTab(OPEN, ""), SelectTab(ASKED, ""), forget, Tidy(recent.path, what, title)))


def _question(s: Sight, recent: Recent, opened: Panel) -> Piece:
    """Ask, and ask again: the second yes does it."""
    what, again = opened.asked, opened.times > 1
    said = s.say(f"tidy.ask.{what}.{opened.times}", session=recent.title)
    yes = _done(recent, what) if again else SelectTab(ASKED, f"{what}:2")
    no = Several((SelectTab(OPEN, ""), SelectTab(ASKED, "")))
    buttons = (
        Button(f"tidy:no:{recent.path}", s.say("tidy.no"), no, "primary"),
        Button(f"tidy:yes:{opened.times}:{recent.path}", s.say("tidy.yes.2" if again else "tidy.yes.1"), yes, "danger"),
    )
    asked = label(s, f"tidy:asked:{recent.path}", said, Style(theme.BODY, bold=True, back=theme.PAPER_2))
    return column(asked, abreast([(press(s, one, 64), 1) for one in buttons], 0, _gaps(s)), gap=s.px(10))

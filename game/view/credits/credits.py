"""Générique: the objectives adopted, what was renounced and undressed, the vote; the files to take away; the end."""

from __future__ import annotations

from game.core.family import Family
from game.core.judging import judgeable
from game.core.objective import Objective, Undressed
from game.core.report import Report, Voted, report
from game.core.session import Renounced, Session
from game.core.sheets import objectives
from game.view.answer.intents import LeaveSession, OpenDialog, SelectTab, Several
from game.view.answer.papers import Place
from game.view.answer.ui import Ui
from game.view.credits import files
from game.view.parts import naming, wording
from game.view.parts.cards import badge_marks
from game.view.parts.lists import Listed, kept, scrolled
from game.view.parts.onward import back
from game.view.parts.pieces import label, line, press, strip, text
from game.view.parts.widgets import Button, Strip
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import (
    Piece,
    Pieces,
    Shown,
    by_height,
    centred,
    column,
    grow,
    made,
    node,
    over,
    pad,
    row,
    sized,
    space,
)
from game.view.tree.looks import Fill, Stripes, Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight
from game.words.calendar import month

WIDE = 1560
SIDE = 600
ROOMY = 620
"""A column this tall, in pixels at 100 %, keeps the end in sight under the files."""
STRIP = "credits"


def build(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    """Build the body of the phase: the credits roll on the left, the way out on the right."""
    shown = ui.only(tabs=(STRIP,), scrolls=("roll", "out"))
    return s.part("credits", _body, shown, session, box, files.lying(ui, s.speaker.lang), ui.papers.place)


def _body(s: Sight, ui: Ui, session: Session, box: Box, papers: files.Papers, place: Place) -> Node:
    way = _out(s, ui, session, (_award(s, session), *files.folder(s, place), *files.pieces(s, papers)))
    if box.w < s.px(WIDE):
        tab = ui.tab(STRIP, "roll")
        choices = (("roll", s.say("council.credits.roll")), ("out", s.say("council.credits.out")))
        head = strip(s, Strip(STRIP, s.say("council.credits.title"), choices, tab), 50)
        shown = way if tab == "out" else _roll(s, ui, session)
        shape = pad(column(head, grow(shown), gap=s.px(10)), s.px(16), s.px(10))
    else:
        out = pad(way, s.px(20), s.px(16))
        shape = row(grow(_roll(s, ui, session)), sized(out, wide=s.px(SIDE)))
    paper = over(shape, lambda area: (Fill(area, theme.PAPER),))
    return node("group", "credits", s.say("council.credits.title"), paper).node(box)


def _roll(s: Sight, ui: Ui, session: Session) -> Piece:
    """Roll the credits, light on ink, like the end of a film."""
    name = s.say("council.credits.roll")
    roll = scrolled(s, ui, Listed("roll", name, 14, middle=True), _credits(s, session, report(session)))

    def put(box: Box) -> tuple[Shown, ...]:
        shape = over(pad(roll, min(s.px(80), box.w // 16), s.px(10)), lambda area: (Fill(area, theme.SLATE),))
        return node("group", "roll:screen", name, shape).put(box)

    return Piece(0, roll.tall, put, 1)


def _credits(s: Sight, session: Session, found: Report) -> Pieces:
    title = session.title or session.workshop.scenario.title.say(s.speaker.lang)
    waiting = [sheet for sheet in found.objectives if not sheet.adopted]
    left = "left" if session.closed else "waiting"
    return (
        _space("roll:top", s.px(12)),
        _said(s, "roll:title", title, theme.BIG, bold=True),
        _stripes(s),
        *_reviewed(s, session),
        *(_part(s, "adopted", [_objective(s, session, sheet) for sheet in found.adopted]) or _nothing(s, session)),
        *_part(s, left, [_said(s, f"waiting:{one.issue}", one.title.say(s.speaker.lang)) for one in waiting]),
        *_part(s, "renounced", [_renounced(s, session, i, item) for i, item in enumerate(found.renounced)]),
        *_rest(s, session, found),
        _space("roll:foot", s.px(24)),
    )


def _part(s: Sight, kind: str, found: list[Piece], count: int | None = None) -> list[Piece]:
    """Give a heading over a part of the credits; nothing where there is none of it."""
    words = s.say(f"council.credits.{kind}", n=len(found) if count is None else count)
    return [_heading(s, kind, words), *found] if found else []


def _reviewed(s: Sight, session: Session) -> list[Piece]:
    """Tell the former objectives first: where each stands, what was decided and why."""
    told = []
    for one in session.carried:
        title = f"{one.code} · {naming.typed(s, one.title.say(s.speaker.lang))}"
        told.append(_said(s, f"roll:review:{one.code}", title, bold=True))
        told.append(_said(s, f"roll:review:{one.code}:said", wording.summary(s, one), theme.TEXT, theme.CHALK_2))
    return _part(s, "reviewed", told, len(session.carried))


def _rest(s: Sight, session: Session, found: Report) -> Pieces:
    lost = [_said(s, f"roll:undressed:{i}", _lost(s, session, found, item), theme.TEXT)
            for i, item in enumerate(found.undressed)]  # fmt: skip
    assumed = s.say("council.over.assumed", sentence=naming.typed(s, session.assumed))
    votes = [_vote(s, session, item) for item in found.votes] if session.ballot.closed else []
    seats = ", ".join(one.seat.role.say(s.speaker.lang) for one in session.seats if one.present)
    return (
        *_part(s, "undressed", lost),
        _said(s, "roll:assumed", assumed) if session.assumed else None,
        *_voted(s, session, votes),
        *_part(s, "cast", [_said(s, "roll:cast", seats)]),
    )


def _voted(s: Sight, session: Session, votes: list[Piece]) -> Pieces:
    """Give the vote under its heading; nothing before it is closed."""
    said = s.say("council.credits.vote", votes=naming.votes(s, session, session.ballot.total()))
    return (_heading(s, "vote", said), *votes) if votes else ()


def _lost(s: Sight, session: Session, found: Report, item: Undressed) -> str:
    """Say what an objective lost, after its code; after its card's label where it is no longer an objective."""
    name = next((sheet.code for sheet in found.objectives if sheet.issue == item.issue), "")
    return f"{name or naming.card(s, session, item.issue)} · {wording.undressing(s, session, item)}"


def _space(key: str, tall: int) -> Piece:
    return node("group", key, "", space(tall))


def _said(
    s: Sight, key: str, said: str, size: float = theme.BODY, ink: str = theme.CHALK, *, bold: bool = False
) -> Piece:
    return kept(s, key, _line, key, said, Style(size, ink, bold=bold, back=theme.SLATE, align="centre"))


def _line(s: Sight, key: str, said: str, style: Style) -> Piece:
    return label(s, key, said, style)


def _heading(s: Sight, kind: str, words: str) -> Piece:
    said = text(s, words, Style(theme.LABEL, theme.AMBER, bold=True, back=theme.SLATE, align="centre"))
    return node("heading", f"roll:head:{kind}", words, column(space(s.px(22)), said))


def _stripes(s: Sight) -> Piece:
    return made(0, s.px(14), lambda box: Node("image", "roll:stripes", "", box, (
        Stripes(box.middle(min(box.w, s.px(420)), box.h), theme.SLATE, theme.CHALK),)))  # fmt: skip


def _nothing(s: Sight, session: Session) -> list[Piece | None]:
    said = s.say("council.credits.none.closed" if session.closed else "council.credits.none")
    way = None if session.closed else back(s, session, "adopt", "credits:back")
    return [_said(s, "roll:none", said, theme.LABEL, bold=True), way]


def _objective(s: Sight, session: Session, sheet: Objective) -> Piece:
    """Give an objective's credit: its code and title in the middle, then who and what on two sides."""
    lang = s.speaker.lang
    told = (
        ("indicator", sheet.indicator.say(lang)),
        ("aim", wording.aim(s, sheet)),
        ("deadline", month(sheet.deadline, lang)),
        ("owner", sheet.deputy.say(lang)),
    )
    title, family = naming.typed(s, sheet.title.say(lang)), naming.family(session, sheet.family)
    return kept(s, f"credit:{sheet.issue}", _credit, f"credit:{sheet.issue}", sheet.code, title, family, told)


def _credit(s: Sight, key: str, code: str, title: str, family: Family, told: tuple[tuple[str, str], ...]) -> Piece:
    style = Style(32, theme.CHALK, bold=True, back=theme.SLATE, align="centre")
    pairs = (_pair(s, f"{key}:{name}", s.say(f"council.credit.{name}"), value) for name, value in told)
    shape = column(_code(s, key, code, family), label(s, f"{key}:title", title, style), *pairs, gap=s.px(4))
    return node("group", key, f"{code}, {title}", shape)


def _code(s: Sight, key: str, code: str, family: Family) -> Piece:
    rim = made(s.px(86), s.px(42), lambda box: (
        Fill(box, theme.SLATE, s.px(8), theme.CHALK_2, s.px(3)), *badge_marks(s, box, family)))  # fmt: skip
    words = line(s, code, Style(theme.BODY, theme.CHALK_2, bold=True, back=theme.SLATE))
    return node("text", f"{key}:code", code, centred(pad(row(rim, words, gap=s.px(14)), 0, s.px(6))))


def _pair(s: Sight, key: str, what: str, value: str) -> Piece:
    """Give a line of the credits: what on the left, set to the right; its value on the right."""
    left = text(s, what, Style(theme.BODY, theme.CHALK_2, back=theme.SLATE, align="right"))
    right = text(s, value, Style(theme.BODY, theme.CHALK, bold=True, back=theme.SLATE))
    return node(
        "text", key, f"{what}, {value}", row(grow(sized(left, wide=0), 4), grow(sized(right, wide=0), 7), gap=s.px(24))
    )


def _renounced(s: Sight, session: Session, at: int, item: Renounced) -> Piece:
    names = " + ".join(naming.card(s, session, lever) for lever in item.levers)
    what = naming.card(s, session, item.card)
    said = f"{what} ({names})" if names else what
    why = naming.reason(s, session, item.reason) or s.say(
        f"council.how.{item.how}", votes=naming.votes(s, session, item.tokens)
    )
    return _said(s, f"roll:renounced:{at}", s.say("said.of", what=said, said=why))


def _vote(s: Sight, session: Session, item: Voted) -> Piece:
    said = s.say(
        "council.credits.tokens",
        pick=naming.card(s, session, item.pick.card),
        votes=naming.votes(s, session, item.tokens),
    )
    return _said(s, f"roll:vote:{item.pick.card}", said, bold=item.kept)


def _out(s: Sight, ui: Ui, session: Session, written: tuple[Piece | None, ...]) -> Piece:
    """Give the way out: the files, which scroll; under them the end, always in sight where there is room for it."""
    listed, ends = Listed("out", s.say("council.credits.out"), 12), _ends(s, session)
    low = scrolled(s, ui, listed, (*written, _space("out:gap", s.px(10)), *ends))
    end = node("group", "out:end", s.say("council.credits.end"), column(*ends, gap=s.px(12)))
    roomy = node("group", "out:all", listed.name, column(scrolled(s, ui, listed, written), end, gap=s.px(16)))
    return by_height(s.px(ROOMY), roomy, low)


def _award(s: Sight, session: Session) -> Piece | None:
    """Give the way to the tender board, six months later, where the agenda has it and a kept pick has offers."""
    if "cao" not in session.stage.panels or not judgeable(session):
        return None
    played = bool(session.judged)
    name, use = s.say("award.open.done" if played else "award.open"), s.say("award.open.use")
    does = Several((SelectTab("award:step", "fixed"), OpenDialog("award")))
    face = files.offered(s, "check" if played else "scale", (name, use))
    return node("button", "award:open", f"{name}, {use}", face, does=does)


def _ends(s: Sight, session: Session) -> Pieces:
    """Give the session's end: that it is closed, or the button that closes it; and the way home."""
    home = press(s, Button("session:home", s.say("council.end.home"), LeaveSession(), icon="house"), 68)
    if not session.closed:
        close = Button("session:close", s.say("council.end.do"), OpenDialog("closing"), icon="clapperboard")
        return press(s, close, 68), home
    followed = session.carried or any(sheet.adopted for sheet in objectives(session))
    said = s.say("council.end.closed" if followed else "council.end.closed.bare")
    again = press(s, Button("session:ended", s.say("ended.again"), OpenDialog("ended"), icon="clapperboard"), 68)
    return label(s, "session:closed", said, Style(theme.BODY, bold=True)), again, home

"""Générique: the objectives adopted, what was renounced and undressed, the vote; the files to take away; the end."""

from __future__ import annotations

from game.core.objective import Objective, Undressed
from game.core.report import Report, Voted, report
from game.core.session import Renounced, Session
from game.core.sheets import objectives
from game.view import theme
from game.view.box import Box
from game.view.cards import badge_marks
from game.view.column import column
from game.view.intents import Export, LeaveSession, OpenDialog
from game.view.looks import Fill, Icon, Stripes, Style
from game.view.node import Node
from game.view.panels import naming, pages, plainly, reviewed
from game.view.panels.ballot import back
from game.view.panels.blocks import Block, space, stacked, text
from game.view.sight import Sight
from game.view.ui import Ui
from game.view.widgets import Button, Strip, button, tabs
from game.words.calendar import month

WIDE = 1560
SIDE = 600
ROOMY = 620
"""A column this tall, in pixels at 100 %, keeps the end in sight under the files."""
STRIP = "credits"
FILES = (
    ("docx", "file-text"), ("pdf", "printer"), ("sheets", "files"), ("cao", "scale"), ("xlsx", "sheet"),
    ("ics", "calendar-days"), ("csv", "table"), ("json", "braces"), ("png", "image"),
)  # fmt: skip
"""Formats of `Export`, and their icons."""


def build(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    """Build the body of the phase: the credits roll on the left, the way out on the right."""
    return s.part("credits", _body, ui.only(tabs=(STRIP,), scrolls=("roll", "out")), session, box)


def _body(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    tab = ui.tab(STRIP, "roll")
    if box.w < s.px(WIDE):
        strip, rest = box.inset(s.px(16), s.px(10)).cut_top(s.px(50), s.px(10))
        choices = (("roll", s.say("council.credits.roll")), ("out", s.say("council.credits.out")))
        head = tabs(s, strip, Strip(STRIP, s.say("council.credits.title"), choices, tab))
        shown = _out(s, ui, session, rest) if tab == "out" else _roll(s, ui, session, rest)
        kids: tuple[Node, ...] = (head, shown)
    else:
        side, roll = box.cut_right(s.px(SIDE), 0)
        kids = (_roll(s, ui, session, roll), _out(s, ui, session, side.inset(s.px(20), s.px(16))))
    return Node("group", "credits", s.say("council.credits.title"), box, (Fill(box, theme.PAPER),), kids=kids)


def _roll(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    """Roll the credits, light on ink, like the end of a film."""
    found = report(session)
    pad = min(s.px(80), box.w // 16)
    inner = box.inset(pad, s.px(10))
    name = s.say("council.credits.roll")
    roll = column(s, ui, inner, "roll", name, lambda wide: _credits(s, ui, session, found, wide), s.px(14), middle=True)
    return Node("group", "roll:screen", name, box, (Fill(box, theme.INK),), kids=(roll,))


def _credits(s: Sight, ui: Ui, session: Session, found: Report, wide: int) -> tuple[Block, ...]:
    title = session.title or session.workshop.scenario.title.say(s.speaker.lang)
    blocks = [space(s, "roll:top", 12), _line(s, wide, "roll:title", title, theme.BIG, bold=True), _stripes(s)]
    blocks += _reviewed(s, ui, session, wide)
    if found.adopted:
        blocks.append(_heading(s, ui, wide, "adopted", len(found.adopted)))
        blocks += [_objective(s, ui, session, sheet, wide) for sheet in found.adopted]
    else:
        blocks += _nothing(s, ui, session, wide)
    waiting = [sheet for sheet in found.objectives if not sheet.adopted]
    if waiting:
        blocks.append(_heading(s, ui, wide, "left" if session.closed else "waiting", len(waiting)))
        blocks += [_line(s, wide, f"waiting:{one.issue}", one.title.say(s.speaker.lang), theme.BODY) for one in waiting]
    if found.renounced:
        blocks.append(_heading(s, ui, wide, "renounced", len(found.renounced)))
        blocks += [_renounced(s, session, i, item, wide) for i, item in enumerate(found.renounced)]
    return (*blocks, *_rest(s, ui, session, found, wide), space(s, "roll:foot", 24))


def _reviewed(s: Sight, ui: Ui, session: Session, wide: int) -> list[Block]:
    """Tell the former objectives first: where each stands, what was decided and why."""
    if not session.carried:
        return []
    blocks = [_heading(s, ui, wide, "reviewed", len(session.carried))]
    for one in session.carried:
        title = f"{one.code} · {naming.typed(s, one.title.say(s.speaker.lang))}"
        blocks += [
            _line(s, wide, f"roll:review:{one.code}", title, theme.BODY, bold=True),
            _line(s, wide, f"roll:review:{one.code}:said", reviewed.summary(s, one), theme.TEXT, theme.SAND),
        ]
    return blocks


def _rest(s: Sight, ui: Ui, session: Session, found: Report, wide: int) -> tuple[Block, ...]:
    blocks: list[Block] = []
    if found.undressed:
        blocks.append(_heading(s, ui, wide, "undressed", len(found.undressed)))
        blocks += [_line(s, wide, f"roll:undressed:{i}", _lost(s, session, found, item), theme.TEXT)
                   for i, item in enumerate(found.undressed)]  # fmt: skip
    if session.assumed:
        said = s.say("council.over.assumed", sentence=naming.typed(s, session.assumed))
        blocks.append(_line(s, wide, "roll:assumed", said, theme.BODY))
    if session.ballot.closed:
        blocks.append(_heading(s, ui, wide, "vote", len(session.ballot.tokens)))
        blocks += [_vote(s, session, item, wide) for item in found.votes]
    seats = ", ".join(one.seat.role.say(s.speaker.lang) for one in session.seats if one.present)
    return (*blocks, _heading(s, ui, wide, "cast", 1), _line(s, wide, "roll:cast", seats, theme.BODY))


def _lost(s: Sight, session: Session, found: Report, item: Undressed) -> str:
    """Say what an objective lost, after its code; after its card's label where it is no longer an objective."""
    name = next((sheet.code for sheet in found.objectives if sheet.issue == item.issue), "")
    return f"{name or naming.card(s, session, item.issue)} · {pages.undressing(s, session, item)}"


def _line(
    s: Sight, wide: int, key: str, words: str, size: float, colour: str = theme.WHITE, *, bold: bool = False
) -> Block:
    tall = s.tall(words, size, wide, bold=bold)
    return Block(tall, lambda box: Node("text", key, words, box, (
        s.words(box, words, Style(size, colour, bold=bold, back=theme.INK, align="centre")),)))  # fmt: skip


def _heading(s: Sight, ui: Ui, wide: int, kind: str, n: int) -> Block:
    words = s.say(f"council.credits.{kind}", n=n)
    tall = s.tall(words, theme.LABEL, wide, bold=True)

    def build(box: Box) -> Node:
        foot = box.cut_bottom(tall)[0]
        mark = s.words(foot, words, Style(theme.LABEL, theme.ACCENT, bold=True, back=theme.INK, align="centre"))
        return Node("heading", f"roll:head:{kind}", words, box, (mark,))

    return Block(tall + s.px(22), build)


def _stripes(s: Sight) -> Block:
    return Block(s.px(14), lambda box: Node("image", "roll:stripes", "", box, (
        Stripes(box.middle(min(box.w, s.px(420)), box.h), theme.INK, theme.WHITE),)))  # fmt: skip


def _nothing(s: Sight, ui: Ui, session: Session, wide: int) -> list[Block]:
    said = s.say("council.credits.none.closed" if session.closed else "council.credits.none")
    blocks = [_line(s, wide, "roll:none", said, theme.LABEL, bold=True)]
    way = back(s, ui, session, "adopt", "credits:back")
    if way is not None and not session.closed:
        blocks.append(way)
    return blocks


def _objective(s: Sight, ui: Ui, session: Session, sheet: Objective, wide: int) -> Block:
    """Give an objective's credit: its code and title in the middle, then who and what on two sides."""
    lang, key = s.speaker.lang, f"credit:{sheet.issue}"
    title = naming.typed(s, sheet.title.say(lang))
    pairs = (
        ("indicator", sheet.indicator.say(lang)),
        ("aim", plainly.aim(s, sheet)),
        ("deadline", month(sheet.deadline, lang)),
        ("owner", sheet.deputy.say(lang)),
    )
    blocks = (
        _code(s, ui, session, sheet),
        _line(s, wide, f"{key}:title", title, 32, bold=True),
        *(_pair(s, ui, f"{key}:{name}", s.say(f"council.credit.{name}"), value, wide) for name, value in pairs),
    )
    return stacked(s, key, f"{sheet.code}, {title}", blocks, 0, s.px(4), lambda _: ())


def _code(s: Sight, ui: Ui, session: Session, sheet: Objective) -> Block:
    family = naming.family(session, sheet.family)

    def build(box: Box) -> Node:
        width = s.px(102) + s.width(sheet.code, theme.BODY, bold=True)
        tag, rest = box.middle(width, s.px(42)).cut_left(s.px(86), s.px(14))
        rim = Fill(tag, theme.INK, s.px(8), theme.SAND, s.px(3))
        words = s.words(rest, sheet.code, Style(theme.BODY, theme.SAND, bold=True, back=theme.INK, middle=True))
        return Node("text", f"credit:{sheet.issue}:code", sheet.code, box, (rim, *badge_marks(s, tag, family), words))

    return Block(s.px(54), build)


def _pair(s: Sight, ui: Ui, key: str, what: str, value: str, wide: int) -> Block:
    """Give a line of the credits: what on the left, set to the right; its value on the right."""
    gap = s.px(24)
    left = (wide - gap) * 4 // 11
    right = wide - gap - left
    tall = max(s.tall(what, theme.BODY, left), s.tall(value, theme.BODY, right, bold=True))

    def build(box: Box) -> Node:
        one, two = box.cut_left(left, gap)
        look = (
            s.words(one, what, Style(theme.BODY, theme.SAND, back=theme.INK, align="right")),
            s.words(two, value, Style(theme.BODY, theme.WHITE, bold=True, back=theme.INK)),
        )
        return Node("text", key, f"{what}, {value}", box, look)

    return Block(tall, build)


def _renounced(s: Sight, session: Session, at: int, item: Renounced, wide: int) -> Block:
    names = " + ".join(naming.card(s, session, lever) for lever in item.levers)
    what = naming.card(s, session, item.card)
    said = f"{what} ({names})" if names else what
    why = naming.typed(s, item.reason) or s.say(f"council.how.{item.how}", n=item.tokens)
    return _line(s, wide, f"roll:renounced:{at}", f"{said} : {why}", theme.BODY)


def _vote(s: Sight, session: Session, item: Voted, wide: int) -> Block:
    said = s.say("council.credits.tokens", pick=naming.card(s, session, item.pick.card), n=item.tokens)
    return _line(s, wide, f"roll:vote:{item.pick.card}", said, theme.BODY, bold=item.kept)


def _out(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    """Give the way out: the files, which scroll; under them the end, always in sight where there is room for it."""
    name, ends = s.say("council.credits.out"), _ends(s, session, box.w)
    if box.h < s.px(ROOMY):
        return column(
            s, ui, box, "out", name, lambda wide: (*_ways(s, ui, wide), space(s, "out:gap", 10), *ends), s.px(12)
        )
    end = stacked(s, "out:end", s.say("council.credits.end"), ends, 0, s.px(12), lambda _: ())
    foot, rest = box.cut_bottom(end.tall, s.px(16))
    shown = column(s, ui, rest, "out", name, lambda wide: _ways(s, ui, wide), s.px(12))
    return Node("group", "out:all", name, box, kids=(shown, end.build(foot)))


def _ways(s: Sight, ui: Ui, wide: int) -> tuple[Block, ...]:
    every = Block(
        s.px(72),
        lambda box: button(
            s, box, Button("export:all", s.say("council.export.all"), Export(""), kind="primary", icon="download")
        ),
    )
    head = text(s, wide, "out:head", s.say("council.export.title"), Style(theme.LABEL, bold=True), role="heading")
    return (head, every, *(_file(s, ui, kind, icon, wide) for kind, icon in FILES))


def _ends(s: Sight, session: Session, wide: int) -> tuple[Block, ...]:
    """Give the session's end: that it is closed, or the button that closes it; and the way home."""
    home = Block(
        s.px(68),
        lambda box: button(s, box, Button("session:home", s.say("council.end.home"), LeaveSession(), icon="house")),
    )
    if session.closed:
        followed = session.carried or any(sheet.adopted for sheet in objectives(session))
        said = s.say("council.end.closed" if followed else "council.end.closed.bare")
        return text(s, wide, "session:closed", said, Style(theme.BODY, bold=True)), home
    close = Block(
        s.px(68),
        lambda box: button(
            s, box, Button("session:close", s.say("council.end.do"), OpenDialog("closing"), icon="clapperboard")
        ),
    )
    return close, home


def _file(s: Sight, ui: Ui, kind: str, icon: str, wide: int) -> Block:
    """Give a file to write: its name, and what it is for."""
    name, use = s.say(f"council.export.{kind}"), s.say(f"council.export.{kind}.use")
    room = wide - s.px(108)
    heights = s.tall(name, theme.BODY, room, bold=True), s.tall(use, theme.TEXT, room)

    def build(box: Box) -> Node:
        spot, rest = box.inset(s.px(20), s.px(10)).cut_left(s.px(48), s.px(20))
        top, foot = rest.cut_top(heights[0])
        look = (
            Fill(box, theme.WHITE, s.px(theme.RADIUS), theme.INK_3, s.px(2)),
            Icon(spot.middle(s.px(44), s.px(44)), icon, theme.INK),
            s.words(top, name, Style(theme.BODY, bold=True, back=theme.WHITE)),
            s.words(foot, use, Style(ink=theme.INK_3, back=theme.WHITE)),
        )
        return Node("button", f"export:{kind}", f"{name}, {use}", box, look, Export(kind))

    return Block(sum(heights) + s.px(20), build)

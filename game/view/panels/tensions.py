"""The debate: tensions to arbitrate, the event, and what helps what."""

from __future__ import annotations

from game.core.moves.arbitration import ArbitrateTension
from game.core.session import Session
from game.core.tensions import Help, Pull, helps, pulls
from game.view import theme
from game.view.box import Box
from game.view.column import column
from game.view.intents import OpenDialog
from game.view.looks import Icon, Style
from game.view.node import Node
from game.view.panels import naming
from game.view.panels.blocks import Block, aside, shell, stacked, text
from game.view.sight import Sight
from game.view.ui import Ui
from game.view.widgets import Button, button


def panel(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    """Give the debate's side: the event first, then the tensions open, those debated, and the synergies."""
    return column(s, ui, box, "debate", s.say("council.debate.title"), lambda wide: debate(s, session, wide), s.px(12))


def debate(s: Sight, session: Session, wide: int) -> tuple[Block, ...]:
    """Give the blocks of the debate, at a width."""
    found = pulls(session)
    open_ones = sorted(found, key=lambda pull: not pull.open)
    blocks = [_event(s, session)]
    if not found:
        blocks.append(text(s, wide, "pulls:none", s.say("council.debate.none"), Style(theme.BODY, theme.INK_3)))
    blocks += [_pull(s, session, pull, wide) for pull in open_ones]
    blocks += [_help(s, session, item, wide) for item in helps(session)]
    return tuple(blocks)


def _event(s: Sight, session: Session) -> Block:
    if session.events:
        name = s.say("council.event.again", event=naming.card(s, session, session.events[0]))
        return Block(
            s.px(78), lambda box: button(s, box, Button("event:open", name, OpenDialog("event"), icon="newspaper"))
        )
    off = ("disabled",) if session.ballot.closed else ()
    kind = "plain" if off else "primary"
    return Block(
        s.px(64),
        lambda box: button(
            s,
            box,
            Button(
                "event:open", s.say("council.event.open"), OpenDialog("event"), kind=kind, icon="newspaper", states=off
            ),
        ),
    )


def pair_key(pull: Pull) -> str:
    """Give what a tension is called in keys and dialogs: its two cards."""
    return "+".join(pull.tension.pair)


def _pull(s: Sight, session: Session, pull: Pull, wide: int) -> Block:
    key, pad = pair_key(pull), s.px(18)
    room = wide - 2 * pad
    back = theme.WARN_2 if pull.open else theme.WHITE
    lang = s.speaker.lang
    one, two = (naming.card(s, session, card) for card in pull.tension.pair)
    families = " · ".join(naming.family(session, family).short.say(lang) for family in pull.families)
    where = s.say("council.debate.here" if pull.here else "council.debate.across", families=families)
    blocks = [
        _pair(s, f"pull:{key}:pair", s.say("council.debate.pair", one=one, two=two), "zap", room, back),
        text(s, room, f"pull:{key}:where", where, Style(ink=theme.INK_3, back=back)),
        text(s, room, f"pull:{key}:why", pull.tension.why.say(lang), Style(back=back)),
    ]
    if pull.open:
        way = s.say("council.debate.way", way=pull.tension.reconcile.say(lang))
        blocks.append(text(s, room, f"pull:{key}:way", way, Style(ink=theme.INK_3, back=back)))
    else:
        blocks.append(_decided(s, pull, key, room, back))
    blocks.append(_ways(s, pull, key))
    look = shell(s, back, theme.WARN if pull.open else theme.SAND, 3)
    return stacked(s, f"pull:{key}", s.say("council.debate.pair", one=one, two=two), tuple(blocks), pad, s.px(8), look)


def _decided(s: Sight, pull: Pull, key: str, room: int, back: str) -> Block:
    sentence = pull.arbitration.sentence if pull.arbitration is not None else ""
    said = s.say("council.debate.held")
    if sentence:
        said = s.say("council.debate.decided", sentence=naming.typed(s, sentence))
    return text(s, room, f"pull:{key}:decided", said, Style(bold=True, back=back))


def _pair(s: Sight, key: str, said: str, icon: str, room: int, back: str) -> Block:
    words = text(s, room - s.px(40), key, said, Style(theme.BODY, bold=True, back=back))

    def build(box: Box) -> Node:
        spot, rest = box.cut_left(s.px(30), s.px(10))
        mark = Icon(spot.cut_top(s.px(30))[0], icon, theme.WARN if icon == "zap" else theme.GOOD)
        return Node("group", f"{key}:head", "", box, (mark,), kids=(words.build(rest),))

    return Block(max(words.tall, s.px(30)), build)


def _ways(s: Sight, pull: Pull, key: str) -> Block:
    held = pull.arbitration is not None
    word = s.say("council.debate.again" if held else "council.debate.arbitrate")
    ways = [
        Block(
            s.px(58),
            lambda box: button(
                s,
                box,
                Button(
                    f"pull:{key}:arbitrate",
                    word,
                    OpenDialog("arbitrate", key),
                    kind="plain" if held else "primary",
                    size=theme.TEXT,
                ),
            ),
        ),
    ]
    if not held:
        done = ArbitrateTension(pull.tension.pair)
        ways.append(
            Block(
                s.px(58),
                lambda box: button(
                    s,
                    box,
                    Button(f"pull:{key}:held", s.say("council.debate.done"), done, icon="check", size=theme.TEXT),
                ),
            )
        )
    return aside(tuple(ways), s.px(10))


def _help(s: Sight, session: Session, item: Help, wide: int) -> Block:
    key, pad = "+".join(item.synergy.pair), s.px(16)
    one, two = (naming.card(s, session, card) for card in item.synergy.pair)
    said = s.say("council.debate.helps", one=one, two=two)
    room = wide - 2 * pad
    blocks = (
        _pair(s, f"help:{key}:pair", said, "sparkles", room, theme.PAPER_2),
        text(s, room, f"help:{key}:why", item.synergy.why.say(s.speaker.lang), Style(back=theme.PAPER_2)),
    )
    return stacked(s, f"help:{key}", said, blocks, pad, s.px(6), shell(s, theme.PAPER_2))

"""The debate: tensions to arbitrate, the event, and what helps what."""

from __future__ import annotations

from game.core.moves.arbitration import ArbitrateTension
from game.core.session import Session
from game.core.tensions import Help, Pull, helps, pulls
from game.view.answer.intents import OpenDialog
from game.view.answer.ui import Ui
from game.view.parts import naming
from game.view.parts.lists import Listed, kept, scrolled
from game.view.parts.pieces import icon, label, plate, press, told
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.layout import Piece, column, grid, node, over, pad
from game.view.tree.looks import Style
from game.view.tree.sight import Sight

PULLED = 34
"""Size of the two cards in tension: what the room talks about is the largest text there."""


def panel(s: Sight, ui: Ui, session: Session) -> Piece:
    """Give the debate's side: the event first, then the tensions open, those debated, and the synergies."""
    return scrolled(s, ui, Listed("debate", s.say("council.debate.title"), 12), debate(s, session))


def debate(s: Sight, session: Session) -> tuple[Piece, ...]:
    """Give the parts of the debate."""
    found = sorted(pulls(session), key=lambda pull: not pull.open)
    none = label(s, "pulls:none", s.say("council.debate.none"), Style(theme.BODY, theme.INK_3))
    shown = [
        kept(
            s, f"pull:{pair_key(pull)}", _pull, pull, _names(s, session, pull.tension.pair), _families(s, session, pull)
        )
        for pull in found
    ]
    helped = [
        kept(s, f"help:{'+'.join(item.synergy.pair)}", _help, item, _names(s, session, item.synergy.pair))
        for item in helps(session)
    ]
    return (_event(s, session), *(shown or (none,)), *helped)


def _names(s: Sight, session: Session, pair: tuple[str, str]) -> tuple[str, str]:
    return naming.card(s, session, pair[0]), naming.card(s, session, pair[1])


def _families(s: Sight, session: Session, pull: Pull) -> str:
    return " · ".join(naming.family(session, family).short.say(s.speaker.lang) for family in pull.families)


def _event(s: Sight, session: Session) -> Piece:
    if session.events:
        name = s.say("council.event.again", event=naming.card(s, session, session.events[0]))
        return press(s, Button("event:open", name, OpenDialog("event"), icon="newspaper"), 78)
    kind, off = ("plain", ("disabled",)) if session.ballot.closed else ("primary", ())
    name = s.say("council.event.open")
    return press(s, Button("event:open", name, OpenDialog("event"), kind, "newspaper", off), 64)


def pair_key(pull: Pull) -> str:
    """Give what a tension is called in keys and dialogs: its two cards."""
    return "+".join(pull.tension.pair)


def _pull(s: Sight, pull: Pull, names: tuple[str, str], families: str) -> Piece:
    """Give a tension between two cards, by their names; `families` are those they lie on."""
    key, lang = f"pull:{pair_key(pull)}", s.speaker.lang
    back, edge = (theme.WARN_2, theme.WARN) if pull.open else (theme.WHITE, theme.SAND)
    where = s.say("council.debate.here" if pull.here else "council.debate.across", families=families)
    way = s.say("council.debate.way", way=pull.tension.reconcile.say(lang))
    said = s.say("council.debate.pair", one=names[0], two=names[1])
    shape = column(
        _pair(s, f"{key}:pair", said, icon(s, "zap", 38, theme.WARN), back, PULLED),
        label(s, f"{key}:where", where, Style(ink=theme.INK_3, back=back)),
        label(s, f"{key}:why", pull.tension.why.say(lang), Style(theme.LABEL, back=back)),
        label(s, f"{key}:way", way, Style(theme.BODY, theme.INK_3, back=back))
        if pull.open
        else _decided(s, pull, key, back),
        _ways(s, pull, key, said),
        gap=s.px(8),
    )
    return node("group", key, said, over(pad(shape, s.px(18), s.px(18)), plate(s, back, edge, 3)))


def _decided(s: Sight, pull: Pull, key: str, back: str) -> Piece:
    sentence = pull.arbitration.sentence if pull.arbitration is not None else ""
    said = s.say("council.debate.held")
    if sentence:
        said = s.say("council.debate.decided", sentence=naming.typed(s, sentence))
    return label(s, f"{key}:decided", said, Style(bold=True, back=back))


def _pair(s: Sight, key: str, said: str, sign: Piece, back: str, size: float = theme.BODY) -> Piece:
    words = label(s, key, said, Style(size, bold=True, back=back))
    return node("group", f"{key}:head", "", told(s, sign, words, 10))


def _ways(s: Sight, pull: Pull, key: str, of: str) -> Piece:
    """Give what may be done of a tension, `of` which two cards: by ear two buttons of one name cannot be told apart."""
    held, pair = pull.arbitration is not None, pair_key(pull)
    word = s.say("council.debate.again" if held else "council.debate.arbitrate")
    kind = "plain" if held else "primary"
    settle = Button(f"{key}:arbitrate", word, OpenDialog("arbitrate", pair), kind, size=theme.TEXT,
                    spoken=s.say("said.of", what=word, said=of))  # fmt: skip
    word = s.say("council.debate.done")
    done = Button(f"{key}:held", word, ArbitrateTension(pull.tension.pair), icon="check", size=theme.TEXT,
                  spoken=s.say("said.of", what=word, said=of))  # fmt: skip
    buttons = [press(s, one, 58) for one in ((settle,) if held else (settle, done))]
    return node("group", f"{key}:arbitrate:row", "", grid(buttons, len(buttons), s.px(10)))


def _help(s: Sight, item: Help, names: tuple[str, str]) -> Piece:
    """Tell which card helps which, by their names."""
    key, back = f"help:{'+'.join(item.synergy.pair)}", theme.PAPER_2
    said = s.say("council.debate.helps", one=names[0], two=names[1])
    pair = _pair(s, f"{key}:pair", said, icon(s, "sparkles", 30, theme.GOOD), back)
    why = label(s, f"{key}:why", item.synergy.why.say(s.speaker.lang), Style(back=back))
    return node("group", key, said, over(pad(column(pair, why, gap=s.px(6)), s.px(16), s.px(16)), plate(s, back)))

"""A tension to arbitrate: why the cards pull apart, and the sentence that reconciles them."""

from __future__ import annotations

from game.core.moves.arbitration import SENTENCE_LIMIT, ArbitrateTension
from game.core.session import Session
from game.core.tensions import Pull, pulls
from game.view.answer.intents import CloseTop, ForgetText, Several
from game.view.answer.ui import Ui
from game.view.council.tensions import pair_key
from game.view.dialogs.asking import Asking, Way, asking, buttons
from game.view.parts import naming, podium
from game.view.parts.fields import Field
from game.view.parts.guarded import guarded
from game.view.parts.pieces import label, text
from game.view.parts.podium import Sheet
from game.view.tree import theme
from game.view.tree.layout import Piece, Pieces, column
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the dialog; `ui.about` names the two cards. The deck's way out is there to be rewritten."""
    title = s.say("council.debate.arbitrate")
    pull = next((pull for pull in pulls(session) if pair_key(pull) == ui.about), None)
    if pull is None:
        gone = s.say("council.debate.gone")
        close = ("back", s.say("council.cancel"), CloseTop(), "primary", True)
        return asking(s, ui, Asking("arbitrate", title, (1100, 400)), (label(s, "gone", gone),), (close,))
    key = f"arbitrate:{ui.about}"
    sentence = ui.text(key, _start(s, pull))

    def done(words: str) -> Several:
        return Several((CloseTop(), ForgetText(key), ArbitrateTension(pull.tension.pair, words)))

    ways = (
        ("held", s.say("council.debate.without"), done(""), "plain", True),
        ("keep", s.say("council.debate.keep"), done(sentence), "primary", bool(sentence.strip())),
    )
    if podium.stands(ui):
        return _aloud(s, ui, session, pull, (key, sentence, ways))
    return asking(s, ui, Asking("arbitrate", title, (1200, 760)), _pieces(s, ui, session, pull, key), ways)


def _aloud(s: Sight, ui: Ui, session: Session, pull: Pull, written: tuple[str, str, tuple[Way, ...]]) -> Node:
    """Tell the room which cards pull apart, why, and the sentence as it is written; under it, the hands write it."""
    key, sentence, ways = written
    one, two = (naming.card(s, session, card) for card in pull.tension.pair)
    why = pull.tension.why.say(s.speaker.lang)

    def told(room: Sight) -> Piece:
        return column(text(room, why), text(room, sentence, Style(bold=True)), gap=room.px(14))

    foot = column(
        guarded(s, ui, session.workshop, _entry(s, pull, key), 2), buttons(s, "arbitrate", ways), gap=s.px(12)
    )
    return podium.sheet(s, ui, Sheet("arbitrate", s.say("council.debate.pair", one=one, two=two), told, foot))


def _entry(s: Sight, pull: Pull, key: str) -> Field:
    return Field(key, s.say("council.debate.sentence"), _start(s, pull), SENTENCE_LIMIT, lines=True)


def _start(s: Sight, pull: Pull) -> str:
    written = pull.arbitration.sentence if pull.arbitration is not None else ""
    return written or pull.tension.reconcile.say(s.speaker.lang)


def _pieces(s: Sight, ui: Ui, session: Session, pull: Pull, key: str) -> Pieces:
    one, two = (naming.card(s, session, card) for card in pull.tension.pair)
    said = s.say("council.debate.pair", one=one, two=two)
    return (
        label(s, "arbitrate:pair", said, Style(theme.LABEL, bold=True)),
        label(s, "arbitrate:why", pull.tension.why.say(s.speaker.lang), Style(theme.BODY)),
        guarded(s, ui, session.workshop, _entry(s, pull, key), 3),
        label(s, "arbitrate:hint", s.say("council.debate.hint"), Style(ink=theme.INK_3)),
    )

"""A tension to arbitrate: why the cards pull apart, and the sentence that reconciles them."""

from __future__ import annotations

from game.core.moves.arbitration import SENTENCE_LIMIT, ArbitrateTension
from game.core.session import Session
from game.core.tensions import Pull, pulls
from game.view import theme
from game.view.dialogs.asking import asking
from game.view.intents import CloseTop, ForgetText, Several
from game.view.looks import Style
from game.view.node import Node
from game.view.panels import naming
from game.view.panels.blocks import Block, text
from game.view.panels.options import writing
from game.view.panels.tensions import pair_key
from game.view.sight import Sight
from game.view.ui import Ui


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the dialog; `ui.about` names the two cards. The deck's way out is there to be rewritten."""
    title = s.say("council.debate.arbitrate")
    pull = next((pull for pull in pulls(session) if pair_key(pull) == ui.about), None)
    if pull is None:
        gone = s.say("council.debate.gone")
        close = ("back", s.say("council.cancel"), CloseTop(), "primary", True)
        return asking(s, ui, "arbitrate", title, (1100, 400), lambda wide: (text(s, wide, "gone", gone),), (close,))
    key = f"arbitrate:{ui.about}"
    sentence = ui.text(key, _start(s, pull))

    def done(words: str) -> Several:
        return Several((CloseTop(), ForgetText(key), ArbitrateTension(pull.tension.pair, words)))

    ways = (
        ("held", s.say("council.debate.without"), done(""), "plain", True),
        ("keep", s.say("council.debate.keep"), done(sentence), "primary", bool(sentence.strip())),
    )
    return asking(s, ui, "arbitrate", title, (1200, 760), lambda wide: _blocks(s, ui, session, pull, key, wide), ways)


def _start(s: Sight, pull: Pull) -> str:
    written = pull.arbitration.sentence if pull.arbitration is not None else ""
    return written or pull.tension.reconcile.say(s.speaker.lang)


def _blocks(s: Sight, ui: Ui, session: Session, pull: Pull, key: str, wide: int) -> tuple[Block, ...]:
    one, two = (naming.card(s, session, card) for card in pull.tension.pair)
    said = s.say("council.debate.pair", one=one, two=two)
    return (
        text(s, wide, "arbitrate:pair", said, Style(theme.LABEL, bold=True)),
        text(s, wide, "arbitrate:why", pull.tension.why.say(s.speaker.lang), Style(theme.BODY)),
        writing(s, ui, wide, key, s.say("council.debate.sentence"), _start(s, pull), limit=SENTENCE_LIMIT),
        text(s, wide, "arbitrate:hint", s.say("council.debate.hint"), Style(ink=theme.INK_3)),
    )

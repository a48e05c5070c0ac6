"""One tension of the family: why two cards pull apart, and a sentence to live with both."""

from __future__ import annotations

from collections.abc import Sequence

from game.core.cards import Tension
from game.core.moves.arbitration import SENTENCE_LIMIT
from game.core.moves.induction import TalkOver
from game.core.session import Session
from game.view.answer.ui import Ui
from game.view.induction.page import foot, heading, page, told_on
from game.view.parts import naming
from game.view.parts.fields import Field
from game.view.parts.guarded import guarded
from game.view.parts.onward import back, onward
from game.view.parts.pieces import press
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import Piece
from game.view.tree.node import Node
from game.view.tree.sight import Sight


def build(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    """Build the body of the phase."""
    mine = ui.only(scrolls=("tension:list",), fields="tension:")
    return s.part("tension", _build, mine, session, box)


def _build(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    return page(s, ui, session, "tension", lambda room: _parts(room, ui, session), box)


def _parts(s: Sight, ui: Ui, session: Session) -> Sequence[Piece]:
    deal = session.workshop.scenario.induction.deal(session.newcomer.family)
    found = session.workshop.deck.tensions if deal is not None else ()
    tension = next((one for one in found if deal is not None and set(one.pair) == set(deal.tension)), None)
    if tension is None:
        way = back(s, session, "choose_family", "tension:back")
        none = told_on(s, "tension:none", "info", (s.say("tension.none"),))
        return tuple(
            part for part in (none, way, foot(s, "tension", onward(s, session, ready=False))) if part is not None
        )
    return _told(s, ui, session, tension)


def _told(s: Sight, ui: Ui, session: Session, tension: Tension) -> Sequence[Piece]:
    lang, said = s.speaker.lang, session.newcomer.talked
    one, two = (naming.card(s, session, card) for card in tension.pair)
    entry = Field("tension:say", s.say("tension.say"), said, SENTENCE_LIMIT, lines=True)
    keep = Button("tension:keep", s.say("family.keep"), TalkOver(ui.text(entry.key, entry.value)),
                  "plain" if said else "primary", "check")  # fmt: skip
    hint = s.say("tension.hint", way=tension.reconcile.say(lang))
    return (
        heading(s, "tension:pair", s.say("council.debate.pair", one=one, two=two)),
        told_on(s, "tension:why", "zap", (tension.why.say(lang), s.say("tension.both")), theme.WARN),
        guarded(s, ui, session.workshop, entry, 2),
        told_on(s, "tension:hint", "lightbulb", (hint,), theme.GOOD if said else theme.ACCENT),
        foot(s, "tension", press(s, keep, 68), onward(s, session, ready=bool(said))),
    )
